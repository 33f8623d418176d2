"""The sentence checks, in one list: the door through which extensions add theirs too."""

from __future__ import annotations

from collections.abc import Callable

from brievenbus.checks import (
    double_negation,
    embrace,
    enumeration,
    long_sentence,
    noun_style,
    passive,
)
from brievenbus.dutch import Analysis
from brievenbus.findings import Finding
from brievenbus.rulebook.profiles import Profile

BlockCheck = Callable[[Analysis, Profile], list[Finding]]
"""A check of one block: from its analysis and the profile to findings, in offsets of the block."""

SENTENCE_CHECKS: tuple[BlockCheck, ...] = (
    long_sentence.check,
    embrace.check,
    passive.check,
    noun_style.check,
    enumeration.check,
    double_negation.check,
)
