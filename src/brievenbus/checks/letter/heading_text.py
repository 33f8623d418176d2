"""What the headings say: do they carry a message, or could they stand in any letter?"""

from __future__ import annotations

import re

from brievenbus.checks.letter.outcome import listed, without_spot
from brievenbus.checks.letter.reading import Reading
from brievenbus.checks.letter.words import phrases, sentence, words
from brievenbus.report import ChecklistItem

_WORD = re.compile(r"[^\W\d_](?:[\w'-]*\w)?")
_QUOTED = 3
"""How many headings a message quotes at most."""


def heading_texts(reading: Reading) -> ChecklistItem:
    """Tell whether the headings say something by themselves; fewer than half may not.

    The limit is our own judgement: one *Vragen* among telling headings does no harm.
    """
    blocks, headings = reading.letter.blocks, reading.headings
    if not headings:
        return without_spot("kopteksten", None, "geen")
    empty = [index for index in headings if says_nothing(reading.lowered_blocks[index])]
    met = 2 * len(empty) < len(headings)
    shown = [index for index in headings if index not in empty] if met else empty
    several = len(headings if met else empty) > 1
    name = ("goed" if met else "fout") + ("" if several else "_een")
    message = sentence(
        "kopteksten",
        name,
        gevonden=listed([blocks[index].text.strip(" :") for index in empty[:_QUOTED]]),
        aantal=len(headings) - len(empty),
        totaal=len(headings),
    )
    start = reading.letter.starts[shown[0]]
    return ChecklistItem("kopteksten", met, message, start, start + len(blocks[shown[0]].text))


def says_nothing(folded: str) -> bool:
    """Whether a heading is one word, or words that stand in any letter; a question says something."""
    if folded.rstrip().endswith("?"):
        return False
    content = [word for word in _WORD.findall(folded) if word not in words("kopteksten", "klein")]
    if len(content) <= 1:
        return not re.search(r"€ ?\d", folded)
    general = phrases("kopteksten", "algemeen")
    return all(general.fullmatch(word) for word in content)
