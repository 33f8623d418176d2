"""What the tests of the checklist share: a letter of a few lines, and its items."""

from __future__ import annotations

from brievenbus.checks.letter import checklist
from brievenbus.documents import read_text
from brievenbus.dutch.analysis import Analysis
from brievenbus.dutch.pipeline import load_pipeline
from brievenbus.letter import Letter
from brievenbus.report import ChecklistItem

SUBJECT = "Onderwerp: Nieuwe regels voor afval"
CLOSING = "Met vriendelijke groet,\n\nP. V."


def analyses(letter: Letter) -> list[Analysis]:
    blocks = [(block.text, block.placeholders) for block in letter.blocks]
    return load_pipeline().analyse_all(blocks)


def items_of(letter: Letter) -> dict[str, ChecklistItem]:
    return {item.item: item for item in checklist(letter, analyses(letter))}


def letter_with(body: str, subject: str = SUBJECT, after: str = "") -> Letter:
    """A letter with this text between salutation and closing, and `after` below it."""
    return read_text(f"{subject}\n\nBeste bewoner,\n\n{body}\n\n{CLOSING}\n\n{after}".rstrip())


def items(body: str, subject: str = SUBJECT, after: str = "") -> dict[str, ChecklistItem]:
    return items_of(letter_with(body, subject, after))


def found_text(body: str, name: str) -> str | None:
    """What the item points at, or None where it points at nothing."""
    letter = letter_with(body)
    item = items_of(letter)[name]
    return None if item.start is None else letter.text[item.start : item.end]
