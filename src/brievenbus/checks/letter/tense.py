"""Whether a sentence tells what has happened."""

from __future__ import annotations

from brievenbus.checks.letter.sentence import Sentence
from brievenbus.checks.letter.words import phrases

_PERFECT = frozenset({"hebben", "zijn"})


def tells_of_past(sentence: Sentence) -> bool:
    """Whether a sentence tells what has happened, by its phrases or its first finite verb."""
    if phrases("voltooid", "gebeurd").search(sentence.folded):
        return True
    first = next((token for token in sentence.tokens if token.is_finite), None)
    if first is None:
        return False
    head = next((token for token in sentence.tokens if token.i == first.head), first)
    perfect = first.lemma in _PERFECT and head.morph.get("VerbForm") == "Part"
    return perfect or first.morph.get("Tense") == "Past"
