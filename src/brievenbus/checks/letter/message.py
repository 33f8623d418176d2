"""The core message: does the letter begin with it?"""

from __future__ import annotations

from collections.abc import Sequence

from brievenbus.checks.letter.duty import (
    Duties,
    Duty,
    duty_of,
    first_main_clause,
    is_condition,
    sentence_spot,
)
from brievenbus.checks.letter.objection import is_decision
from brievenbus.checks.letter.outcome import found, without_spot
from brievenbus.checks.letter.reading import Reading, Sentence
from brievenbus.checks.letter.words import limit, phrases
from brievenbus.letter import BlockKind
from brievenbus.report import ChecklistItem


def core_message(reading: Reading, asked: Duties) -> ChecklistItem:
    """Look for a decision, request or announcement where the letter begins.

    It may stand in the first sentences, or in the first paragraph where that is not long.
    """
    if not reading.running:
        return without_spot("kern", None, "onbekend")
    confirms = _only_confirms(reading, asked)
    for sentence in _opening(reading):
        if _is_message(reading, sentence) or (confirms and _is_receipt(sentence)):
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
    if duty_of(reading, sentence)[0] in (Duty.FIRM, Duty.CONDITIONAL):
        return True
    return first_main_clause(phrases("kern", "boodschap"), folded) is not None


def _only_confirms(reading: Reading, asked: Duties) -> bool:
    """Whether the letter asks and decides nothing: that something came is then its message."""
    return asked.strongest < Duty.CONDITIONAL and not is_decision(reading)


def _is_receipt(sentence: Sentence) -> bool:
    return first_main_clause(phrases("kern", "ontvangst"), sentence.folded) is not None
