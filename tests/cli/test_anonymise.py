"""`brievenbus anonymise` as a user runs it."""

from __future__ import annotations

from pathlib import Path

from .conftest import Run

LETTER = "Geachte mevrouw Jansema,\n\nUw BSN is 111222333. Bel 06-93253627.\n"


def a_letter(folder: Path) -> Path:
    """A letter in a file."""
    path = folder / "brief.txt"
    path.write_text(LETTER, encoding="utf-8")
    return path


def test_a_copy_comes_beside_the_letter(run: Run, tmp_path: Path) -> None:
    """With how much was replaced, and that a person must look."""
    ran = run("anonymise", a_letter(tmp_path))
    assert ran.status == 0
    assert ran.out == ""
    assert "1 naam, 1 burgerservicenummer, 1 telefoonnummer" in ran.err
    assert "kan iets missen" in ran.err
    copy = (tmp_path / "brief.anoniem.txt").read_text(encoding="utf-8")
    assert copy == "Geachte mevrouw Voorbeeld,\n\nUw BSN is 000000001. Bel 06-00000001.\n"
    assert (tmp_path / "brief.txt").read_text(encoding="utf-8") == LETTER


def test_the_list_shows_what_would_be_replaced_and_writes_nothing(run: Run, tmp_path: Path) -> None:
    """On standard output."""
    ran = run("anonymise", a_letter(tmp_path), "--list")
    assert ran.status == 0
    assert "Jansema" in ran.out
    assert "Voorbeeld" in ran.out
    assert "kan iets missen" in ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["brief.txt"]


def test_a_copy_that_is_there_is_not_written_over(run: Run, tmp_path: Path) -> None:
    """Unless the user names it."""
    letter = a_letter(tmp_path)
    assert run("anonymise", letter).status == 0
    ran = run("anonymise", letter)
    assert ran.status == 2
    assert "bestaat al" in ran.err
    assert run("anonymise", letter, "--output", tmp_path / "brief.anoniem.txt").status == 0


def test_the_letter_itself_is_never_written_over(run: Run, tmp_path: Path) -> None:
    """Not even when the user names it."""
    letter = a_letter(tmp_path)
    assert run("anonymise", letter, "--output", letter).status == 2
    assert letter.read_text(encoding="utf-8") == LETTER


def test_a_file_that_cannot_be_read_gives_three(run: Run, tmp_path: Path) -> None:
    """With one sentence that says what to do."""
    ran = run("anonymise", tmp_path / "weg.docx")
    assert ran.status == 3
    assert "bestaat niet" in ran.err


def test_standard_input_and_a_list_with_a_copy_are_refused(run: Run, tmp_path: Path) -> None:
    """Wrong use."""
    assert run("anonymise", "-").status == 2
    assert run("anonymise", a_letter(tmp_path), "--list", "--output", "x.txt").status == 2
