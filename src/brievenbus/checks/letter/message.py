"""The core message: does the letter begin with it?"""

from __future__ import annotations

from collections.abc import Sequence

from brievenbus.checks.letter.duty import duty_of, Duty, first_main_clause, is_condition, sentence_spot
from brievenbus.checks.letter.outcome import found, without_spot
from brievenbus.checks.letter.reading import Reading, Sentence
from brievenbus.checks.letter.words import limit, phrases
from brievenbus.letter import BlockKind
from brievenbus.report import ChecklistItem


def core_message(reading: Reading) -> ChecklistItem:
    """Look for a decision, request or announcement where the letter begins.

    It may stand in the first sentences, or in the first paragraph where that is not long.
    """
    if not reading.running:
        return without_spot("kern", None, "onbekend")
    for sentence in _opening(reading):
        if _is_message(reading, sentence):
            return found(reading, "kern", sentence_spot(sentence))
    return without_spot("kern", False, "fout")


def _opening(reading: Reading) -> Sequence[Sentence]:
    first = [s for s in reading.running if s.block == reading.running[0].block]
    whole = first if len(first) <= limit("kern_alinea") else []
    several = reading.running[: limit("kern_zinnen")]
    return whole if len(whole) > len(several) else several


def _is_message(reading: Reading, sentence: Sentence) -> bool:
    if is_condition(reading, sentence) or sentence.kind is BlockKind.HEADING:
        return False
    folded = sentence.folded
    if phrases("kern", "inleiding").search(folded):
        return False
    if duty_of(reading, sentence)[0] >= Duty.FIRM:
        return True
    return first_main_clause(phrases("kern", "boodschap"), folded) is not None
