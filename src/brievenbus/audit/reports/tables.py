"""An audit as Parquet files for other software: one of letters, one of findings, written group by group.

Names of columns are those of ``brieven.jsonl``. Without text there are no columns with text of letters.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from brievenbus.audit.reports.material import Material
from brievenbus.audit.view import LetterRow

if TYPE_CHECKING:
    import pyarrow

GROUP = 4_000
"""Rows in a group; with the text of letters a group is smaller (`_LETTERS`)."""

_LETTERS = 200


def write_letters(material: Material, path: Path) -> None:
    """Write a row per letter."""
    view = material.view
    pairs = zip(view.letters(), view.records(), strict=True)
    shown = not view.without_text
    _write(path, _letter_schema(shown), (_letter(*pair) for pair in pairs), _LETTERS)


def write_findings(material: Material, path: Path) -> None:
    """Write a row per finding."""
    view = material.view
    found = (_finding(record, each) for record in view.records() for each in record["findings"])
    _write(path, _finding_schema(not view.without_text), found, GROUP)


def _write(path: Path, schema: pyarrow.Schema, rows: Iterator[dict[str, Any]], group: int) -> None:
    """Write rows in groups. What a row has and the schema has not is left out."""
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

    with path.open("wb") as file, ParquetWriter(file, schema, compression="zstd") as writer:
        waiting: list[dict[str, Any]] = []
        for row in rows:
            waiting.append(row)
            if len(waiting) == group:
                writer.write_table(pa.Table.from_pylist(waiting, schema))
                waiting = []
        writer.write_table(pa.Table.from_pylist(waiting, schema))


def _letter_schema(shown: bool) -> pyarrow.Schema:
    import pyarrow as pa

    text, whole, real = pa.string(), pa.int32(), pa.float64()
    fields: list[tuple[str, Any, bool]] = [
        ("number", whole, False),
        ("path", text, False),
        ("folder", text, False),
        ("kind", text, False),
        ("profile", text, False),
        ("department", text, True),
        ("words", whole, False),
        ("sentences", whole, False),
        ("lint_score", real, True),
        ("lint_level", pa.int8(), True),
        ("flesch_douma", real, True),
        ("leesindex_a", real, True),
        ("lix", real, True),
        ("words_per_sentence", real, True),
        ("passive_sentences", real, True),
        ("jargon_per_100_words", real, True),
        ("jargon_woord", whole, False),
        ("jargon_vakterm", whole, False),
        ("jargon_afkorting", whole, False),
        ("not_scored", text, True),
        ("errors", whole, False),
        ("warnings", whole, False),
        ("notes", whole, False),
        ("new", whole, False),
        ("missing", pa.list_(text), False),
        ("print_run", pa.int64(), False),
    ]
    if shown:
        fields.append(("text", text, True))
    return pa.schema([pa.field(name, kind, nullable=empty) for name, kind, empty in fields])


def _letter(row: LetterRow, record: Mapping[str, Any]) -> dict[str, Any]:
    scores = record["scores"]
    lint, jargon = scores["lint"] or {}, scores["jargon"]
    same = ("kind", "profile", "department", "sentences", "not_scored", "text")
    measures = (
        "flesch_douma", "leesindex_a", "lix", "words_per_sentence", "passive_sentences",
    )  # fmt: skip
    counts = ("number", "path", "folder", "words", "errors", "warnings", "notes", "new")
    return {
        **{name: record[name] for name in same},
        **{name: scores[name] for name in measures},
        **{name: getattr(row, name) for name in counts},
        "print_run": row.print_run,
        "lint_score": lint.get("score"),
        "lint_level": lint.get("level"),
        "jargon_per_100_words": row.jargon,
        "jargon_woord": jargon["woord"],
        "jargon_vakterm": jargon["vakterm"],
        "jargon_afkorting": jargon["afkorting"],
        "missing": [item["item"] for item in record["checklist"] if item["met"] is False],
    }


def _finding_schema(shown: bool) -> pyarrow.Schema:
    import pyarrow as pa

    text, whole = pa.string(), pa.int32()
    fields: list[tuple[str, Any, bool]] = [
        ("path", text, False),
        ("rule", text, False),
        ("category", text, False),
        ("severity", text, False),
        ("message", text, False),
        ("start", whole, False),
        ("end", whole, False),
        ("block", whole, False),
        ("part", text, True),
        ("paragraph", whole, True),
        ("line", whole, True),
        ("column", whole, True),
        ("new", pa.bool_(), True),
    ]
    if shown:
        fields.append(("text", text, True))
    return pa.schema([pa.field(name, kind, nullable=empty) for name, kind, empty in fields])


def _finding(record: Mapping[str, Any], found: Mapping[str, Any]) -> dict[str, Any]:
    source = found["source"] or {}
    same = ("rule", "category", "severity", "message", "start", "end", "block", "text")
    return {
        "path": record["path"],
        **{name: found[name] for name in same},
        **{name: source.get(name) for name in ("part", "paragraph", "line", "column")},
        "new": found.get("new"),
    }
