"""The subject line: is there one, and does it say something?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from brievenbus.checks.letter.outcome import found, without_spot
from brievenbus.checks.letter.reading import Reading
from brievenbus.checks.letter.sentence import Spot
from brievenbus.checks.letter.words import data, fold, limit, words
from brievenbus.letter import BlockKind
from brievenbus.report import ChecklistItem

_WORD = re.compile(r"[^\W\d_][\w'.-]*\w")


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject: its block, where in the block it begins, and its text, plain and folded."""

    block: int
    offset: int
    text: str
    folded: str


def subject_line(reading: Reading) -> Subject | None:
    """Return the line that is labelled so, or else a heading above the salutation."""
    blocks = reading.letter.blocks
    until = min(len(blocks), reading.body.start + 2)
    for index in range(until):
        match = _label().match(reading.folded_blocks[index])
        if match and match.end() < len(blocks[index].text):
            return _subject(reading, index, match.end())
    for index in range(reading.body.start):
        if blocks[index].kind is BlockKind.HEADING:
            return _subject(reading, index, 0)
    return None


def _subject(reading: Reading, index: int, offset: int) -> Subject:
    text = reading.letter.blocks[index].text[offset:]
    return Subject(index, offset, text, reading.folded_blocks[index][offset:])


@cache
def _label() -> re.Pattern[str]:
    labels = "|".join(re.escape(fold(label)) for label in data()["onderwerp"]["regel"])
    return re.compile(rf"\W*(?:{labels})(?!\w)\s*[:\s]\s*")


def subject(reading: Reading) -> ChecklistItem:
    """Tell whether the subject line says something: enough words that are not in every letter."""
    line = subject_line(reading)
    if line is None:
        return without_spot("onderwerp", False, "fout")
    start = reading.letter.starts[line.block] + line.offset
    spot = Spot(start, start + len(line.text))
    telling = set(_WORD.findall(line.folded)) - words("onderwerp", "zegt_niets")
    if len(telling) >= limit("onderwerp_woorden"):
        return found(reading, "onderwerp", spot)
    vague = without_spot("onderwerp", False, "vaag", gevonden=reading.quote(spot))
    return ChecklistItem("onderwerp", False, vague.message, spot.start, spot.end)
