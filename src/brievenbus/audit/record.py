"""What is kept and told of one letter in an audit.

The core holds no text: counts, rule ids and places. The record is what the reports are made of; it is
made of the letter and the core alone, so that it is the same whether the core is new or known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from brievenbus.audit.passages import passages_of
from brievenbus.baseline import fingerprint
from brievenbus.findings import Severity
from brievenbus.letter import Letter
from brievenbus.report import Report
from brievenbus.reports.jsonreport import scores_of, source
from brievenbus.reports.summary import touched
from brievenbus.reports.wording import item_name, say
from brievenbus.rulebook import Rulebook

if TYPE_CHECKING:
    from brievenbus.audit.units import Task

SCHEMA = "brievenbus-audit/1"

Core = Mapping[str, Any]
"""What came of a letter, without text: it can be written as JSON."""

WEIGHTS = {Severity.ERROR: 3, Severity.WARNING: 2, Severity.NOTE: 0}
"""How much a finding weighs in what a passage gains by rewriting. Own judgement: a tip weighs nothing."""

_MET = {True: "gevonden", False: "ontbreekt", None: "onbekend"}


def core_of(report: Report) -> Core:
    """Return what came of a letter without any of its text."""
    starts = report.letter.starts
    return {
        "words": report.words,
        "sentences": report.sentences,
        "scores": scores_of(report),
        "not_scored": report.scores.not_scored,
        "checklist": [[item.item, item.met, item.start, item.end] for item in report.checklist],
        "findings": [
            [
                found.rule,
                found.category.value,
                found.severity.value,
                found.block,
                found.start - starts[found.block],
                found.end - starts[found.block],
                [[a - starts[found.block], b - starts[found.block]] for a, b in found.parts],
            ]
            for found in report.findings
        ],
        "spans": [[list(span) for span in spans] for spans in report.block_sentences],
        "foreign": [i for i, block in enumerate(report.letter.blocks) if block.foreign],
        "warnings": list(report.letter.warnings),
    }


def record_of(letter: Letter, core: Core, task: Task, path: str) -> dict[str, Any]:
    """Return the record of a letter: the line of it in ``brieven.jsonl``."""
    shown = not task.without_text
    findings = [_finding(letter, core, task, found) for found in core["findings"]]
    return {
        "schema": SCHEMA,
        "path": path,
        "folder": path.rpartition("/")[0],
        "kind": task.kind.value,
        "profile": task.profile.name,
        "department": task.department,
        "words": core["words"],
        "sentences": core["sentences"],
        "scores": core["scores"],
        "not_scored": core["not_scored"],
        "checklist": [_item(letter, entry) for entry in core["checklist"]],
        "findings": findings,
        "counts": _counts(core),
        "passages": passages_of(letter, _weights(core), core["foreign"], task.secret),
        "warnings": core["warnings"],
        "text": letter.text if shown else None,
    }


def _finding(letter: Letter, core: Core, task: Task, found: list[Any]) -> dict[str, Any]:
    rule, category, severity, block, start, end, parts = found
    offset = letter.starts[block]
    text = letter.blocks[block].text[start:end]
    told = {
        "rule": rule,
        "category": category,
        "severity": severity,
        "message": describe(rule, category, task.rules),
        "start": offset + start,
        "end": offset + end,
        "text": None if task.without_text else text,
        "parts": [[offset + a, offset + b] for a, b in parts],
        "source": source(letter.blocks[block], start),
        "block": block,
    }
    if task.salt is not None:
        sentence = _sentence(letter, core["spans"][block], offset + start, offset + end, block)
        told["fingerprint"] = fingerprint(task.salt, rule, text, sentence)
    return told


def _sentence(letter: Letter, spans: list[list[int]], start: int, end: int, block: int) -> str:
    stretch = touched(spans, start, end)
    return letter.blocks[block].text if stretch is None else letter.text[slice(*stretch)]


def _item(letter: Letter, entry: list[Any]) -> dict[str, Any]:
    item, met, start, end = entry
    message = say(f"zonder_tekst.{_MET[met]}", onderdeel=item_name(item))
    return {"item": item, "met": met, "message": message, "start": start, "end": end}


def _counts(core: Core) -> dict[str, int]:
    counts = Counter(found[2] for found in core["findings"])
    return {severity.value: counts[severity.value] for severity in Severity}


def _weights(core: Core) -> dict[int, int]:
    weights: Counter[int] = Counter()
    for found in core["findings"]:
        weights[found[3]] += WEIGHTS[Severity(found[2])]
    return weights


def describe(rule: str, category: str, paths: tuple[str, ...]) -> str:
    """Return what a rule or check is about, in a sentence that quotes no letter."""
    known = _descriptions(paths).get(rule)
    return known if known is not None else say(f"zonder_tekst.{category}")


@lru_cache(maxsize=4)
def _descriptions(paths: tuple[str, ...]) -> dict[str, str]:
    from brievenbus.audit.units import rulebook_of
    from brievenbus.checks.registry import ALL_CHECKS

    book: Rulebook = rulebook_of(paths)
    told = {rule.id: rule.reason for rule in book.rules if rule.reason}
    return {check.id: check.page.name for check in ALL_CHECKS} | told
