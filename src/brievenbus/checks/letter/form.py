"""The form of a letter: headings, one form of address, length."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from brievenbus.checks.letter.outcome import without_spot
from brievenbus.checks.letter.reading import BODY, Reading
from brievenbus.checks.letter.sentence import Spot
from brievenbus.checks.letter.subject import subject_line
from brievenbus.checks.letter.words import limit, sentence, words
from brievenbus.letter import BlockKind, Story
from brievenbus.report import ChecklistItem

_RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})
_QUOTATION = re.compile(r"“[^“”]*”|„[^„”]*”|\"[^\"]*\"|‘[^‘’]*’")


def headings(reading: Reading) -> ChecklistItem:
    """Count the headings in the body; a short letter needs none."""
    count = reading.count_words(reading.body, _RUNNING)
    if count < limit("koppen_vanaf"):
        return without_spot("koppen", None, "geen")
    blocks, found = reading.letter.blocks, reading.headings
    if not found:
        return without_spot("koppen", False, "fout")
    met = len(found) >= count // limit("woorden_per_kop")
    name = "goed" if met else "weinig"
    message = sentence("koppen", name, aantal=len(found), woorden=count)
    start = reading.letter.starts[found[0]]
    return ChecklistItem("koppen", met, message, start, start + len(blocks[found[0]].text))


def address(reading: Reading) -> ChecklistItem:
    """Tell whether the reader is *u* throughout, or *je* throughout."""
    first: dict[str, Spot] = {}
    for form, spot in _addresses(reading):
        first.setdefault(form, spot)
    if len(first) == 2:
        one, other = sorted(first.values(), key=lambda spot: spot.start)
        message = sentence(
            "aanspreking",
            "fout",
            eerste=reading.quote(one),
            tweede=reading.quote(other),
            plaats=reading.place(other.start),
        )
        return ChecklistItem("aanspreking", False, message, other.start, other.end)
    if first:
        ((form, spot),) = first.items()
        message = sentence("aanspreking", "goed", vorm=form)
        return ChecklistItem("aanspreking", True, message, spot.start, spot.end)
    if reading.running:
        return without_spot("aanspreking", False, "niemand")
    return without_spot("aanspreking", None, "onbekend")


def _addresses(reading: Reading) -> Iterator[tuple[str, Spot]]:
    """Yield each word for the reader with its form; words within quotation marks are another's.

    What is behind the letter counts too: a form that goes with it is by the same writer.
    """
    subject = subject_line(reading)
    above = [subject.block] if subject and subject.block not in reading.body else []
    for index in (*above, *reading.body, *reading.behind):
        quoted = [m.span() for m in _QUOTATION.finditer(reading.letter.blocks[index].text)]
        start = reading.letter.starts[index]
        for match in _address_words().finditer(reading.folded_blocks[index]):
            if not any(first <= match.start() < last for first, last in quoted):
                form = "u" if match[0] in words("aanspreking", "u") else "je"
                yield form, Spot(start + match.start(), start + match.end())


@cache
def _address_words() -> re.Pattern[str]:
    either = "|".join(sorted(words("aanspreking", "u") | words("aanspreking", "je")))
    # Not the u of "14.00 u", nor a part of an address on the web.
    return re.compile(rf"(?<![\w@./'-])(?<!\d )(?:{either})(?![\w@/'-]|\.\w)")


def length(reading: Reading) -> ChecklistItem:
    """Count the words of the letter's own text against what one A4 holds."""
    count = reading.count_words(_on_the_page(reading), BODY)
    most = limit("woorden_op_een_a4")
    met = count <= most + limit("a4_speling")
    return without_spot("lengte", met, "goed" if met else "fout", woorden=count, grens=most)


def _on_the_page(reading: Reading) -> list[int]:
    """Return the blocks of the letter itself; headers, footers and notes stand at its edge."""
    blocks = enumerate(reading.letter.blocks)
    return [index for index, block in blocks if block.story in (Story.MAIN, Story.TEXT_BOX)]
