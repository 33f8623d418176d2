"""The length of paragraphs."""

from __future__ import annotations

from brievenbus.checks.letter.outcome import without_spot
from brievenbus.checks.letter.reading import Reading
from brievenbus.checks.letter.words import limit, sentence
from brievenbus.letter import BlockKind
from brievenbus.report import ChecklistItem

_RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})


def paragraph_length(reading: Reading) -> ChecklistItem:
    """Look for paragraphs that are too long, and items that are longer than a paragraph may be.

    Guidelines for plain letters say some five lines. A line of a letter holds 14 to 16 words, so that
    80 words is the limit; that figure is our own judgement.
    """
    most = limit("woorden_per_alinea")
    counts = {
        index: reading.count_words([index], _RUNNING)
        for index in reading.body
        if reading.letter.blocks[index].kind in _RUNNING
    }
    too_long = [index for index, count in counts.items() if count > most]
    if not too_long:
        return without_spot("alineas", True, "goed", grens=most)
    first = too_long[0]
    start = reading.letter.starts[first]
    message = sentence(
        "alineas",
        "fout" if len(too_long) == 1 else "fout_meer",
        plaats=reading.place(start),
        woorden=counts[first],
        aantal=len(too_long),
        grens=most,
    )
    end = start + len(reading.letter.blocks[first].text)
    return ChecklistItem("alineas", False, message, start, end)
