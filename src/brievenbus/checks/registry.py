"""The sentence checks, in one list: the door through which extensions add theirs too."""

from __future__ import annotations

from brievenbus.checks.page import BlockCheck, Check
from brievenbus.checks.sentences import (
    abbreviations_unexplained,
    amounts,
    capitals,
    compounds,
    dates,
    double_negation,
    embrace,
    enumeration,
    impersonal,
    law_articles,
    long_run_up,
    long_sentence,
    noun_style,
    passive,
    rare_words,
    stacked_prepositions,
    subclauses,
)

__all__ = ["ALL_CHECKS", "SENTENCE_CHECKS", "BlockCheck", "Check"]

SENTENCE_CHECKS: tuple[Check, ...] = (
    long_sentence.CHECK,
    embrace.CHECK,
    long_run_up.CHECK,
    subclauses.CHECK,
    stacked_prepositions.CHECK,
    passive.CHECK,
    noun_style.CHECK,
    impersonal.CHECK,
    enumeration.CHECK,
    double_negation.CHECK,
    law_articles.CHECK,
    dates.CHECK,
    amounts.CHECK,
    capitals.CHECK,
    compounds.CHECK,
    rare_words.CHECK,
)
"""The checks of which a block is the whole matter."""

ALL_CHECKS: tuple[Check, ...] = (*SENTENCE_CHECKS, abbreviations_unexplained.CHECK)
"""Every check that has a page; an abbreviation is told once in a letter, so `review` asks for its uses."""
