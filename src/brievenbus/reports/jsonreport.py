"""The report as JSON, for other software: schema ``brievenbus-report/1``.

The published JSON Schema is ``data/report.schema.json``. Same reports in, same bytes out.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from brievenbus import __version__
from brievenbus.findings import Finding
from brievenbus.letter import Block, Letter
from brievenbus.report import ChecklistItem, Failure, Report, Tool
from brievenbus.reports.jargon import jargon
from brievenbus.reports.withhold import finding_without_text, item_without_text

SCHEMA = "brievenbus-report/1"


def to_json(
    reports: Sequence[Report],
    failures: Sequence[Failure] = (),
    *,
    without_text: bool = False,
    tool: Tool | None = None,
) -> str:
    """Write reports and failures as one JSON document that ends in a newline.

    Keys stand in a fixed order, and numbers with a fraction are rounded to two decimals. `tool` is
    what to name where there is no report to tell it; otherwise it comes from the reports.

    With `without_text` nothing quotes the letter: ``text`` is null, in the document and in each
    finding, suggestions are empty, and messages are those of `brievenbus.reports.withhold`.
    Offsets, counts, rules and provenance stay.
    """
    value = {
        "schema": SCHEMA,
        "tool": _tool(reports, tool),
        "documents": [_document(report, without_text) for report in reports],
        "errors": [{"path": failure.path, "message": failure.message} for failure in failures],
    }
    return json.dumps(plain(value), ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def _tool(reports: Sequence[Report], tool: Tool | None) -> dict[str, str | None]:
    """Name each part once; files with settings of their own may differ in their rules."""
    tools = [report.tool for report in reports] or ([tool] if tool else [])
    if not tools:
        return {
            "version": __version__,
            "language_model": None,
            "lexicon": None,
            "rulebook": None,
        }
    return {
        name: ", ".join(sorted({getattr(each, name) for each in tools}))
        for name in ("version", "language_model", "lexicon", "rulebook")
    }


def _document(report: Report, without_text: bool) -> dict[str, Any]:
    scores = report.scores
    return {
        "path": report.letter.path,
        "kind": report.kind,
        "profile": report.profile,
        "text": None if without_text else report.text,
        "words": report.words,
        "sentences": report.sentences,
        "blocks": _blocks(report),
        "scores": scores_of(report),
        "not_scored": scores.not_scored,
        "checklist": [_checklist_item(item, without_text) for item in report.checklist],
        "findings": [_finding(report.letter, each, without_text) for each in report.findings],
    }


def _blocks(report: Report) -> list[dict[str, Any]]:
    letter = report.letter
    placed = zip(letter.blocks, letter.starts, report.block_sentences, strict=True)
    return [
        {
            "kind": block.kind,
            "start": start - len(block.label),
            "end": start + len(block.text),
            "scored": block.scored,
            "sentences": sentences,
            "story": block.story,
            "label": block.label,
        }
        for block, start, sentences in placed
    ]


def scores_of(report: Report) -> dict[str, Any]:
    """Return the scores of a report as the contract writes them."""
    scores = report.scores
    words = jargon(report)
    lint = scores.lint
    return {
        "lint": None if lint is None else {"score": lint.score, "level": lint.level},
        "flesch_douma": scores.flesch_douma,
        "leesindex_a": scores.leesindex_a,
        "lix": scores.lix,
        "words_per_sentence": scores.words_per_sentence,
        "passive_sentences": scores.passive_sentences,
        "jargon": {
            "per_100_words": words.per_100_words,
            "woord": words.woord,
            "vakterm": words.vakterm,
            "afkorting": words.afkorting,
        },
    }


def _checklist_item(item: ChecklistItem, without_text: bool) -> dict[str, Any]:
    shown = item_without_text(item) if without_text else item
    return {
        "item": shown.item,
        "met": shown.met,
        "message": shown.message,
        "start": shown.start,
        "end": shown.end,
    }


def _finding(letter: Letter, finding: Finding, without_text: bool) -> dict[str, Any]:
    shown = finding_without_text(finding) if without_text else finding
    block = letter.blocks[finding.block]
    return {
        "rule": shown.rule,
        "category": shown.category,
        "severity": shown.severity,
        "message": shown.message,
        "start": shown.start,
        "end": shown.end,
        "text": None if without_text else shown.text,
        "parts": shown.parts,
        "suggestions": shown.suggestions,
        "provenance": shown.provenance,
        "source": source(block, finding.start - letter.starts[finding.block]),
    }


def source(block: Block, offset: int) -> dict[str, Any] | None:
    """Say where the character at `offset` of the block stands in the file.

    In a package such as docx: the part, and the number of the paragraph in it, from 0. In a text
    file: line and column, from 1. None where the reader of the document gave no origin.
    """
    origin = block.origin_at(offset)
    if origin is None:
        return None
    if origin.part:
        return {"part": origin.part, "paragraph": origin.paragraph}
    column = origin.offset + min(offset, origin.end) - origin.start
    return {"line": origin.paragraph + 1, "column": column + 1}


def plain(value: Any) -> Any:
    """Bring a value to what JSON can hold: rounded numbers, dates as text, no lone surrogates."""
    match value:
        case str():
            return value.encode("utf-8", "replace").decode("utf-8")
        case float():
            return round(value, 2) + 0.0
        case date():
            return value.isoformat()
        case Mapping():
            return {str(key): plain(part) for key, part in value.items()}
        case list() | tuple():
            return [plain(part) for part in value]
        case _:
            return value
