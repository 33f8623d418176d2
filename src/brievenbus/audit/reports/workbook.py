"""An audit as an Excel workbook, row by row, so that the number of letters does not matter to memory."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from brievenbus.audit.reports.cells import link
from brievenbus.audit.reports.material import Material
from brievenbus.audit.reports.sheets import (
    DECIMAL,
    PERCENT,
    WHOLE,
    Column,
    Linked,
    Sheet,
    save,
)
from brievenbus.audit.reports.texts import capital, tell
from brievenbus.audit.view import LetterRow
from brievenbus.reports.wording import item_name, one_line, say

_LETTER = (
    Column("brief", 50),
    Column("map", 28),
    Column("woorden", 10, WHOLE),
    Column("zinnen", 10, WHOLE),
    Column("lint", 10, DECIMAL),
    Column("niveau", 9),
    Column("jargon", 12, DECIMAL),
    Column("zinslengte", 12, DECIMAL),
    Column("lijdend", 12, PERCENT),
    Column("fout", 9, WHOLE),
    Column("let_op", 9, WHOLE),
    Column("tip", 9, WHOLE),
    Column("nieuw", 9, WHOLE),
    Column("ontbreekt_aantal", 12, WHOLE),
    Column("ontbreekt", 60),
    Column("oplage", 12, WHOLE),
    Column("doelgroep", 16),
    Column("afdeling", 20),
    Column("niet_gemeten", 40),
)
_FINDING = (
    Column("brief", 50),
    Column("ernst", 9),
    Column("soort", 18),
    Column("regel", 26),
    Column("gevonden", 40),
    Column("waarom", 70),
    Column("plek", 22),
    Column("nieuw", 9),
)
_PASSAGE = (
    Column("nummer", 6),
    Column("alinea", 80, wrap=True),
    Column("brieven", 10, WHOLE),
    Column("keer", 10, WHOLE),
    Column("versies", 10, WHOLE),
    Column("woorden", 10, WHOLE),
    Column("gewicht", 10, WHOLE),
    Column("winst", 10, WHOLE),
    Column("deel", 12, PERCENT),
    Column("plaats", 50),
)
_ITEM = (
    Column("onderdeel", 36),
    Column("niet_in_orde", 14, WHOLE),
    Column("in_orde", 10, WHOLE),
    Column("onbekend", 18, WHOLE),
    Column("deel_niet", 18, PERCENT),
)
_RULE = (
    Column("regel", 30),
    Column("naam", 30),
    Column("soort", 18),
    Column("ernst", 9),
    Column("keer", 10, WHOLE),
    Column("brieven", 10, WHOLE),
    Column("waarom", 90),
)
_FAILURE = (Column("bestand", 60), Column("melding", 90))


def write_workbook(
    material: Material, path: Path, moment: dt.datetime, output: Path | None = None
) -> None:
    """Write the workbook to `path`; links to letters are those from the folder `output`."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    _letters(book, material, output or path.parent)
    _findings(book, material)
    _passages(book, material)
    _items(book, material)
    _rules(book, material)
    _failures(book, material)
    save(book, path, moment)


def _without(columns: tuple[Column, ...], *names: str) -> tuple[Column, ...]:
    return tuple(column for column in columns if column.name not in names)


def _letters(book: Any, material: Material, output: Path) -> None:
    view = material.view
    columns = _LETTER if material.compared else _without(_LETTER, "nieuw")
    sheet = Sheet(book, "brieven", columns)
    for row, record in zip(view.letters(), view.records(), strict=True):
        values = _of_letter(row, record, link(view.folder, row.path, output))
        sheet.add(*(values[column.name] for column in columns))
    sheet.finish()


def _of_letter(row: LetterRow, record: Mapping[str, Any], address: str | None) -> dict[str, object]:
    scores = record["scores"]
    missing = (item_name(item["item"]) for item in record["checklist"] if item["met"] is False)
    return {
        "brief": Linked(one_line(row.path), address),
        "map": one_line(row.folder),
        "woorden": row.words,
        "zinnen": record["sentences"],
        "lint": row.lint,
        "niveau": row.level,
        "jargon": row.jargon,
        "zinslengte": scores["words_per_sentence"],
        "lijdend": scores["passive_sentences"],
        "fout": row.errors,
        "let_op": row.warnings,
        "tip": row.notes,
        "nieuw": row.new,
        "ontbreekt_aantal": row.missing,
        "ontbreekt": ", ".join(missing),
        "oplage": row.print_run,
        "doelgroep": record["profile"],
        "afdeling": record["department"],
        "niet_gemeten": record["not_scored"],
    }


def _findings(book: Any, material: Material) -> None:
    left_out = [
        *(["gevonden"] if material.view.without_text else []),
        *([] if material.compared else ["nieuw"]),
    ]
    columns = _without(_FINDING, *left_out)
    sheet = Sheet(book, "opmerkingen", columns)
    for record in material.view.records():
        name = one_line(record["path"])
        for found in record["findings"]:
            values = _of_finding(name, found)
            sheet.add(*(values[column.name] for column in columns))
    sheet.finish()


def _of_finding(name: str, found: Mapping[str, Any]) -> dict[str, object]:
    return {
        "brief": name,
        "ernst": say(f"ernst.{found['severity']}"),
        "soort": say(f"soort.{found['category']}"),
        "regel": found["rule"],
        "gevonden": found["text"],
        "waarom": found["message"],
        "plek": _place(found["source"]),
        "nieuw": tell("blad.ja" if found.get("new", True) else "blad.nee"),
    }


_PARTS = ("header", "footer", "footnotes", "endnotes")


def _place(source: Mapping[str, Any] | None) -> str | None:
    """Say where a finding stands in the file, as a person can look for it."""
    if source is None:
        return None
    if "line" in source:
        return tell("plek.regel", regel=source["line"], teken=source["column"])
    number = source["paragraph"] + 1
    file = str(source["part"]).rpartition("/")[2]
    part = next((name for name in _PARTS if file.startswith(name)), None)
    if part is None:
        return tell("plek.alinea", alinea=number)
    name = say(f"deel.{part.removesuffix('s')}").lower()
    return tell("plek.deel", deel=name, alinea=number)


def _passages(book: Any, material: Material) -> None:
    shown = not material.view.without_text
    columns = _PASSAGE if shown else _without(_PASSAGE, "alinea")
    sheet = Sheet(book, "alineas", columns)
    for number, row in enumerate(material.passages, start=1):
        values = {
            "nummer": number,
            "alinea": row.text,
            "brieven": row.letters,
            "keer": row.times,
            "versies": row.variants,
            "woorden": row.words,
            "gewicht": row.weight,
            "winst": row.gain,
            "deel": row.gain / material.weight if material.weight else None,
            "plaats": one_line(row.path),
        }
        sheet.add(*(values[column.name] for column in columns))
    sheet.finish()


def _items(book: Any, material: Material) -> None:
    _rows(
        Sheet(book, "controlelijst", _ITEM),
        (
            (
                capital(item_name(row.item)),
                row.missing,
                row.met,
                row.not_applicable,
                row.missing / (row.met + row.missing) if row.met + row.missing else None,
            )
            for row in material.view.checklist()
        ),
    )


def _rules(book: Any, material: Material) -> None:
    _rows(
        Sheet(book, "regels", _RULE),
        (
            (
                row.rule,
                material.text_of(row.rule).name,
                say(f"soort.{row.category}"),
                say(f"ernst.{row.severity}"),
                row.count,
                row.letters,
                material.text_of(row.rule).reason,
            )
            for row in material.rules
        ),
    )


def _failures(book: Any, material: Material) -> None:
    _rows(
        Sheet(book, "niet_gelezen", _FAILURE),
        ((one_line(row.path), row.message) for row in material.view.failures()),
    )


def _rows(sheet: Sheet, rows: Iterator[tuple[object, ...]]) -> None:
    for row in rows:
        sheet.add(*row)
    sheet.finish()
