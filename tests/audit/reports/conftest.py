"""Audits to make reports of: a real one of a small folder, and ones made by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import docx
import pytest

from brievenbus.audit.reports.material import Material, gather
from brievenbus.audit.run import Options, _line, _Run, run
from brievenbus.audit.sources import Found, Missed
from brievenbus.audit.store import Store
from brievenbus.audit.units import Outcome
from brievenbus.audit.view import AuditView
from brievenbus.settings import Settings

MOMENT = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC)

HOSTILE = (
    "</p><script>alert(1)</script> <img src=x onerror=alert(2)> \x00 \u202etxet\u202c \uffff "
    "{{ 7*7 }} {% raw %} \" ' & &lt;b&gt; </style> _x000D_ verstrekken"
)
ROW = 5
"""So many words of a letter, in a row, stand nowhere else."""


@dataclass(frozen=True)
class Audited:
    """A finished audit: the letters, the folder with its reports, and the view on it."""

    letters: Path
    output: Path
    view: AuditView


def rows_of(view: AuditView) -> set[str]:
    """All rows of words of the letters, to look for where no text may be."""
    found: set[str] = set()
    for one in view.records():
        words = one["text"].split()
        found |= {" ".join(words[i : i + ROW]) for i in range(len(words) - ROW)}
    return found


def make_folder(folder: Path, samples: Path) -> None:
    """Copies of the sample letters in two folders, one with a changed paragraph, and a broken file."""
    names = ["bijzondere-bijstand", "kwijtschelding", "parkeervergunning"]
    for place in ("Werk & inkomen", "Zorg", ""):
        (folder / place).mkdir(parents=True, exist_ok=True)
        for name in names:
            letter = docx.Document(str(samples / f"{name}-origineel.docx"))
            if place == "Zorg":
                run_ = next(p for p in letter.paragraphs if len(p.text.split()) > 20).runs[-1]
                run_.text = run_.text.replace(".", " en dat blijft zo.", 1)
            letter.save(str(folder / place / f"brief {name}.docx"))
    (folder / "oud.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600)


@pytest.fixture(scope="session")
def letters(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Path:
    folder = tmp_path_factory.mktemp("audit") / "brieven"
    make_folder(folder, project / "samples")
    return folder


def _audit(letters: Path, output: Path, *, without_text: bool) -> Iterator[Audited]:
    options = Options(settings=Settings(), workers=1, without_text=without_text)
    run(str(letters), output, options)
    with closing(Store(output)) as store:
        records = output / "brieven.jsonl"
        yield Audited(
            letters, output, AuditView(store, records, str(letters), without_text=without_text)
        )


@pytest.fixture(scope="session")
def audited(letters: Path) -> Iterator[Audited]:
    """A real audit."""
    yield from _audit(letters, letters.parent / "uit", without_text=False)


@pytest.fixture(scope="session")
def untold(letters: Path) -> Iterator[Audited]:
    """A real audit without text."""
    yield from _audit(letters, letters.parent / "uit zonder tekst", without_text=True)


@pytest.fixture
def material(audited: Audited) -> Material:
    return gather(audited.view)


SCORES: dict[str, Any] = {
    "lint": {"score": 52.0, "level": 3},
    "flesch_douma": 41.2,
    "leesindex_a": 38.5,
    "lix": 52.1,
    "words_per_sentence": 10.9,
    "passive_sentences": 0.28,
    "jargon": {"per_100_words": 4.0, "woord": 1, "vakterm": 0, "afkorting": 0},
}


def finding(text: str = "verstrekken", **values: Any) -> dict[str, Any]:
    """A finding as it stands in a record."""
    return {
        "rule": "verstrekken",
        "category": "woord",
        "severity": "warning",
        "message": "Geven is korter.",
        "start": 0,
        "end": len(text),
        "text": text,
        "parts": [],
        "source": {"part": "word/document.xml", "paragraph": 3},
        "block": 0,
        **values,
    }


def record(path: str, text: str = "U kunt een aanvraag doen.", **values: Any) -> dict[str, Any]:
    """The record of a letter, that holds its whole text as a passage."""
    findings = values.pop("findings", [finding()])
    counts = dict.fromkeys(("error", "warning", "note"), 0)
    for found in findings:
        counts[found["severity"]] += 1
    passage = {"key": f"k{text}", "sketch": f"{hash(text) & 0xFFFFFFFF:08x}", "start": 0,
               "end": len(text), "words": len(text.split()), "weight": 2}  # fmt: skip
    return {
        "schema": "brievenbus-audit/1",
        "path": path,
        "folder": path.rpartition("/")[0],
        "kind": "letter",
        "profile": "inwoner",
        "department": None,
        "words": 25,
        "sentences": 2,
        "scores": SCORES,
        "not_scored": None,
        "checklist": [{"item": "termijn", "met": False, "message": "", "start": None, "end": None}],
        "findings": findings,
        "counts": counts,
        "passages": [passage],
        "warnings": [],
        "text": text,
        **values,
    }


Build = Callable[..., AuditView]


@pytest.fixture
def build(tmp_path: Path) -> Iterator[Build]:
    """Makes a view of records by hand."""
    stores: list[Store] = []

    def make(
        records: Sequence[Mapping[str, Any]],
        failures: Sequence[Missed] = (),
        history: Sequence[tuple[Any, ...]] = (),
        *,
        folder: str = "brieven",
        without_text: bool = False,
        print_run: int = 1,
    ) -> AuditView:
        output = tmp_path / f"uit{len(stores)}"
        store = Store(output)
        stores.append(store)
        found = [Found(one["path"], one["path"], "") for one in records]
        store.begin([*found, *failures])
        place = output / "brieven.jsonl"
        with place.open("wb") as file:
            for number, one in enumerate(records):
                row = _row(number, one, print_run, file.tell())
                file.write(_line(one))
                outcome = Outcome(number, one["path"], one, b"%d" % number, {}, True)
                store.add([outcome], {number: ""}, [row], file.tell())
        for each in history:
            store.write_history(each)
        return AuditView(store, place, folder, without_text=without_text)

    yield make
    for store in stores:
        store.close()


def _row(number: int, one: Mapping[str, Any], print_run: int, position: int) -> dict[str, Any]:
    """The row of a letter, as a run makes it."""
    printed = SimpleNamespace(of=lambda _: print_run)
    made = SimpleNamespace(_options=SimpleNamespace(print_runs=printed))
    row: dict[str, Any] = _Run._row(made, number, one, position)  # type: ignore[arg-type]
    return row
