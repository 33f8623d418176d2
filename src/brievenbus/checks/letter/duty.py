"""What a letter asks of its reader: which sentences say so, and how firmly."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from brievenbus.checks.letter.asking import (
    bare_infinitive,
    imperative,
    is_request,
    may_do,
    must_be_done,
    reader_does,
)
from brievenbus.checks.letter.clauses import first_main_clause, is_subordinate, main_clauses
from brievenbus.checks.letter.reading import Reading
from brievenbus.checks.letter.sentence import Sentence, Spot, Topic
from brievenbus.checks.letter.words import phrases
from brievenbus.letter import BlockKind

_DENIES = re.compile(r"\b(?:niet|geen)\b")


class Duty(IntEnum):
    """How firmly a sentence asks something of the reader, from not at all."""

    NONE = 0
    VAGUE = 1
    """Something is expected, but not said what."""
    OPTION = 2
    """The reader may do something."""
    CONDITIONAL = 3
    """The reader must, in some cases."""
    IMPERSONAL = 4
    """Something must be done, without a doer; or the reader is said to do it: *U haalt de pas op.*"""
    FIRM = 5
    """The reader must."""


@dataclass(frozen=True)
class Duties:
    """What a letter asks: the first stretch that asks most firmly, and where it says *nothing*."""

    strongest: Duty
    spot: Spot | None
    nothing: Spot | None

    @property
    def must_act(self) -> bool:
        """Whether the reader must do something, whatever the case."""
        return self.strongest >= Duty.IMPERSONAL and (
            self.nothing is None or self.strongest is Duty.FIRM
        )


def duties(reading: Reading) -> Duties:
    """Return what the letter asks of its reader, objecting and asking questions left out."""
    strongest, spot = Duty.NONE, None
    nothing = next((s for s in reading.sentences if _asks_nothing(s)), None)
    spared = None
    for sentence in reading.main:
        if sentence.kind is BlockKind.TABLE_CELL or _asks_nothing(sentence):
            continue
        if spared is None and _spares_something(sentence):
            spared = sentence
        duty, place = duty_of(reading, sentence)
        if duty > strongest:
            strongest = duty
            spot = Spot(sentence.start + place, sentence.start + len(sentence.text))
    if strongest < Duty.OPTION:
        nothing = nothing or spared
    return Duties(strongest, spot, sentence_spot(nothing) if nothing else None)


def _asks_nothing(sentence: Sentence) -> bool:
    """Whether a sentence says that there is nothing to do; a heading may say so too."""
    if sentence.conditional or sentence.is_question or sentence.topic is not Topic.MAIN:
        return False
    if phrases("actie", "niets_doen").search(sentence.folded):
        return True
    # "Wat moet u doen? Niets."
    return [word.text for word in sentence.words] == ["niets"]


def _spares_something(sentence: Sentence) -> bool:
    """Whether a sentence spares the reader one thing: *U hoeft geen nieuwe pas aan te vragen.*."""
    return not sentence.conditional and bool(phrases("actie", "hoeft_niet").search(sentence.folded))


def sentence_spot(sentence: Sentence) -> Spot:
    """Return the stretch that a sentence covers."""
    return Spot(sentence.start, sentence.start + len(sentence.text))


def duty_of(reading: Reading, sentence: Sentence) -> tuple[Duty, int]:
    """Return how firmly a sentence asks something, and at which of its characters it begins to."""
    known: tuple[Duty, int] | None = reading.notes.get(sentence.number)
    if known is None:
        known = reading.notes[sentence.number] = _duty_of(reading, sentence)
    return known


def _duty_of(reading: Reading, sentence: Sentence) -> tuple[Duty, int]:
    folded = sentence.folded
    if is_condition(reading, sentence) or phrases("actie", "geen_actie").search(folded):
        return Duty.NONE, 0
    place = _firm(sentence)
    if place is not None:
        return (Duty.CONDITIONAL if sentence.conditional else Duty.FIRM), place
    place = _impersonal(sentence)
    if place is not None:
        return (Duty.OPTION if sentence.conditional else Duty.IMPERSONAL), place
    place = _option(sentence)
    if place is not None:
        return Duty.OPTION, place
    place = first_main_clause(phrases("actie", "plicht_vaag"), folded)
    if place is None or phrases("actie", "niet_vaag").search(folded):
        return Duty.NONE, 0
    return Duty.VAGUE, place


def _firm(sentence: Sentence) -> int | None:
    """Return where a sentence tells or asks the reader to do something."""
    if sentence.is_question:
        return 0
    place = imperative(sentence)
    if place is None:
        place = bare_infinitive(sentence)
    if place is None and not phrases("actie", "geen_plicht").search(sentence.folded):
        place = first_main_clause(phrases("actie", "plicht"), sentence.folded)
    return place


def _impersonal(sentence: Sentence) -> int | None:
    place = must_be_done(sentence)
    if place is None:
        place = reader_does(sentence)
    if place is not None:
        return place
    places = main_clauses(phrases("actie", "plicht_onpersoonlijk"), sentence.folded)
    return next((at for at in places if not is_subordinate(sentence.folded, at)), None)


def _option(sentence: Sentence) -> int | None:
    place = first_main_clause(phrases("actie", "mogelijkheid"), sentence.folded)
    if place is None:
        place = first_main_clause(phrases("actie", "kan"), sentence.folded)
        if place is None or not may_do(sentence, place):
            return None
    return None if _DENIES.search(sentence.folded, place) else place


def is_condition(reading: Reading, sentence: Sentence) -> bool:
    """Whether a question sets a condition (*Betaalt u niet?*) rather than requests something."""
    return sentence.is_question and not is_request(sentence, _next_in_block(reading, sentence))


def _next_in_block(reading: Reading, sentence: Sentence) -> Sentence | None:
    following = reading.next_of(sentence)
    return following if following is not None and following.block == sentence.block else None
