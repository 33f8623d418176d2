"""The sentence checks, in one list: the door through which extensions add theirs too."""

from __future__ import annotations

from brievenbus.checks.page import BlockCheck, Check
from brievenbus.checks.sentences import (
    double_negation,
    embrace,
    enumeration,
    long_sentence,
    noun_style,
    passive,
)

__all__ = ["SENTENCE_CHECKS", "BlockCheck", "Check"]

SENTENCE_CHECKS: tuple[Check, ...] = (
    long_sentence.CHECK,
    embrace.CHECK,
    passive.CHECK,
    noun_style.CHECK,
    enumeration.CHECK,
    double_negation.CHECK,
)
