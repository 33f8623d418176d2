"""Taking a suggestion over: one tracked change, that reads as made and can be undone."""

from __future__ import annotations

from pathlib import Path

import pytest

from brievenbus import check
from brievenbus.documents import read_bytes
from brievenbus.documents.errors import DocumentError
from brievenbus.documents.word.cleaning import clean
from brievenbus.documents.word.taking import Change, can_take_over, cells_of, take_over
from brievenbus.findings import Finding
from brievenbus.letter import Letter
from brievenbus.report import Report

SAMPLES = sorted((Path(__file__).parents[3] / "samples").glob("*.docx"))


def change(report: Report, finding: Finding) -> Change:
    offset = report.letter.starts[finding.block]
    new = finding.suggestions[0]
    return Change(finding.block, finding.start - offset, finding.end - offset, new)


def changes(report: Report) -> list[Change]:
    return [change(report, each) for each in report.findings if each.suggestions]


def applied(letter: Letter, made: Change) -> list[str]:
    texts = [block.text for block in letter.blocks]
    old = texts[made.block]
    texts[made.block] = old[: made.start] + made.new + old[made.end :]
    return texts


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_file_reads_as_if_the_change_was_made(path: Path) -> None:
    data, report = path.read_bytes(), check(path)
    every = changes(report)
    allowed = can_take_over(data, report.letter, every)
    for made, can in zip(every, allowed, strict=True):
        taken = take_over(data, report.letter, made)
        assert (taken is not None) == can
        if taken is not None:
            again = read_bytes(taken, path.name)
            assert [block.text for block in again.blocks] == applied(report.letter, made)


def test_several_can_be_taken_over_and_all_are_undone_together(tmp_path: Path) -> None:
    path = next(each for each in SAMPLES if each.stem == "parkeervergunning-origineel")
    data, taken = path.read_bytes(), 0
    letter = before = check(path).letter
    for made in reversed(changes(check(path))):
        new = take_over(data, letter, made)
        if new is not None:
            data, letter, taken = new, read_bytes(new, path.name), taken + 1
    assert taken > 10
    (tmp_path / "nieuw.docx").write_bytes(data)
    clean(tmp_path / "nieuw.docx", tmp_path / "oud.docx")
    assert read_bytes((tmp_path / "oud.docx").read_bytes(), "x.docx").text == before.text


def test_what_was_put_in_place_is_not_changed_again() -> None:
    path = next(each for each in SAMPLES if each.stem == "parkeervergunning-origineel")
    report = check(path)
    made = next(each for each in changes(report) if " " not in each.new)
    data = take_over(path.read_bytes(), report.letter, made)
    assert data is not None
    letter = read_bytes(data, path.name)
    again = Change(made.block, made.start, made.start + len(made.new), "iets")
    assert can_take_over(data, letter, [again]) == (False,)
    assert take_over(data, letter, again) is None


def test_the_words_of_a_header_are_not_changed() -> None:
    path = next(each for each in SAMPLES if each.stem == "parkeervergunning-origineel")
    letter = read_bytes(path.read_bytes(), path.name)
    number = next(i for i, block in enumerate(letter.blocks) if block.story.value == "header")
    assert take_over(path.read_bytes(), letter, Change(number, 0, 3, "x")) is None


def test_a_file_that_is_no_word_file_is_refused() -> None:
    letter = read_bytes(b"Tekst.")
    with pytest.raises(DocumentError):
        take_over(b"PK\x03\x04 niets", letter, Change(0, 0, 1, "x"))


def test_cells_are_known_by_table_row_and_cell(tmp_path: Path) -> None:
    import docx

    made = docx.Document()
    for _ in range(2):
        table = made.add_table(2, 2)
        for row in table.rows:
            for cell in row.cells:
                cell.text = "x"
        made.add_paragraph("tussen")
    made.save(str(tmp_path / "t.docx"))
    places = list(cells_of((tmp_path / "t.docx").read_bytes()).values())
    assert places == [
        (0, 0, 0),
        (0, 0, 1),
        (0, 1, 2),
        (0, 1, 3),
        (1, 2, 4),
        (1, 2, 5),
        (1, 3, 6),
        (1, 3, 7),
    ]
