"""All reports are there whole or not at all, and a mistake is one Dutch sentence."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

import pytest

from brievenbus.audit.reports import write_all
from brievenbus.documents.errors import DocumentError

from .conftest import MOMENT, Audited, Build, record

NAMES = ["index.html", "brieven.xlsx", "brieven.parquet", "opmerkingen.parquet"]


def test_it_tells_where_the_reports_are(audited: Audited, tmp_path: Path) -> None:
    assert write_all(audited.view, tmp_path, MOMENT) == [tmp_path / name for name in NAMES]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(NAMES)


def test_an_audit_writes_them(audited: Audited) -> None:
    assert {*NAMES, "brieven.jsonl"} <= {path.name for path in audited.output.iterdir()}


def test_the_same_audit_gives_the_same_reports(audited: Audited, tmp_path: Path) -> None:
    written = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        written.append(
            [path.read_bytes() for path in write_all(audited.view, tmp_path / name, MOMENT)]
        )
    assert written[0] == written[1]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "De schijf is vol."),
        (errno.EACCES, "Het bestand brieven.xlsx kan niet worden opgeslagen."),
    ],
)
def test_a_report_that_cannot_be_written(
    build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    view = build([record("a.docx")])
    (tmp_path / "brieven.xlsx").write_bytes(b"oud")

    def fail(_: Any, path: Path, *__: Any) -> None:
        path.write_bytes(b"half")
        raise OSError(number, "x")

    monkeypatch.setattr("brievenbus.audit.reports.workbook.write_workbook", fail)
    with pytest.raises(DocumentError, match=said):
        write_all(view, tmp_path, MOMENT)
    assert (tmp_path / "brieven.xlsx").read_bytes() == b"oud"
    assert not [path for path in tmp_path.iterdir() if path.name.endswith(".deel")]


def test_a_folder_that_is_not_there(build: Build, tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"index\.html kan niet worden opgeslagen"):
        write_all(build([record("a.docx")]), tmp_path / "weg", MOMENT)
