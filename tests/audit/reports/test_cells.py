"""What may stand in a cell, and how a letter is linked to."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brievenbus.audit.reports.cells import MOST_CHARACTERS, cell_text, link


@given(st.text())
def test_any_text_can_stand_in_a_cell(text: str) -> None:
    from lxml import etree
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    shown = cell_text(text)
    assert not shown.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert ILLEGAL_CHARACTERS_RE.search(shown) is None
    etree.Element("t").text = shown


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\n", "＝"])
def test_what_excel_would_run_begins_with_an_apostrophe(start: str) -> None:
    assert cell_text(f"{start}1") == f"'{start}1"


def test_a_number_of_a_character_stays_as_it_was_written() -> None:
    assert cell_text("a_x000D_b_x1") == "a_x005F_x000D_b_x1"


@pytest.mark.parametrize("text", ["a" * 40_000, "😀" * 20_000, "=" * 40_000])
def test_a_long_text_is_cut_where_excel_would(text: str) -> None:
    shown = cell_text(text)
    assert shown.endswith("…")
    assert MOST_CHARACTERS - 2 <= len(shown.encode("utf-16-le")) // 2 <= MOST_CHARACTERS


def test_a_text_that_just_fits_is_whole() -> None:
    assert cell_text("a" * MOST_CHARACTERS) == "a" * MOST_CHARACTERS


def test_a_link_is_relative_and_quoted(tmp_path: Path) -> None:
    address = link(str(tmp_path / "brieven"), "Zorg & werk/een #1 é.docx", tmp_path / "uit")
    assert address == "../brieven/Zorg%20%26%20werk/een%20%231%20%C3%A9.docx"


def test_there_is_no_link_to_what_cannot_be_opened(tmp_path: Path) -> None:
    assert link("s3://emmer/brieven", "a.docx", tmp_path) is None
    assert link(str(tmp_path), "kapot\ufffd.docx", tmp_path) is None
    assert link(str(tmp_path), "é" * 400 + ".docx", tmp_path) is None


def test_on_another_drive_a_link_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> str:
        raise ValueError

    monkeypatch.setattr("os.path.relpath", refuse)
    address = link(str(tmp_path), "a.docx", tmp_path)
    assert address == (tmp_path / "a.docx").resolve().as_uri()
