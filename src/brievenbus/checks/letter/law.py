"""Articles of law: out of the running text, or in a block at the end that only names the law."""

from __future__ import annotations

import re
from functools import cache

from brievenbus.checks.letter.outcome import found, without_spot
from brievenbus.checks.letter.reading import Reading
from brievenbus.checks.letter.sentence import Spot, Topic
from brievenbus.checks.letter.words import NAME, NUMBER, limit, phrases
from brievenbus.letter import BlockKind
from brievenbus.report import ChecklistItem

_RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})


def articles_of_law(reading: Reading) -> ChecklistItem:
    """Look for articles of law between salutation and closing; at the very end they are allowed."""
    apart: Spot | None = None
    for index in reading.body:
        if reading.letter.blocks[index].kind not in _RUNNING:
            continue
        match = _article().search(reading.lowered_blocks[index])
        if match is None:
            continue
        start = reading.letter.starts[index]
        spot = Spot(start + match.start(), start + match.end())
        if not _is_note_at_the_end(reading, index):
            item = without_spot(
                "wetsartikelen",
                False,
                "fout",
                gevonden=reading.quote(spot),
                plaats=reading.place(spot.start),
            )
            return ChecklistItem(item.item, False, item.message, spot.start, spot.end)
        apart = apart or spot
    if apart is not None:
        return found(reading, "wetsartikelen", apart, "apart")
    return without_spot("wetsartikelen", True, "goed")


def _is_note_at_the_end(reading: Reading, index: int) -> bool:
    """Whether a block only names the law, and nothing but contact or objection follows it."""
    if reading.count_words([index], _RUNNING) > limit("woorden_over_de_wet"):
        return False
    own = [said for said in reading.sentences if said.block == index]
    if not (_is_announced(reading, index) and all(_names_law(said.folded) for said in own)):
        return False
    after = [s for s in reading.running if s.block > index and s.topic is Topic.MAIN]
    closes = phrases("wetsartikelen", "slotzin")
    return all(_names_law(said.folded) or closes.search(said.folded) for said in after)


def _is_announced(reading: Reading, index: int) -> bool:
    """Whether a block says that it names the law, or the heading or the line above its list does."""
    if phrases("wetsartikelen", "grondslag").search(reading.lowered_blocks[index]):
        return True
    above = index - 1
    while above in reading.body and reading.letter.blocks[above].kind is BlockKind.ITEM:
        above -= 1
    if above not in reading.body:
        return False
    text = reading.lowered_blocks[above]
    leads = reading.letter.blocks[above].kind is BlockKind.HEADING or text.endswith(":")
    return leads and bool(phrases("wetsartikelen", "grondslag").search(text))


def _names_law(folded: str) -> bool:
    return bool(phrases("wetsartikelen", "wet").search(folded) or _article().search(folded))


@cache
def _article() -> re.Pattern[str]:
    """Return the pattern of an article with its number, and the law where it follows."""
    number = rf"(?:\d+[a-z]?(?:[.:]\d+)*[a-z]?|[{NUMBER}{NAME}]+)(?!\w)"
    ordinal = r"(?:eerste|tweede|derde|vierde|vijfde|zesde|\d+e?)"
    part = rf"(?:,? ?(?:{ordinal} lid|lid \d+|(?:aanhef en )?onder(?:deel)? \w+))"
    law = r"(?:,? (?:van|uit) (?:de|het) [^\s.,;:()]+(?: \w*(?:recht|wet|besluit)\w*)?)"
    return re.compile(
        rf"(?<!\w)(?:artikel(?:en)?|artt?\.?) {number}(?:(?:,| en| of| tot en met) {number})*{part}*{law}?"
    )
