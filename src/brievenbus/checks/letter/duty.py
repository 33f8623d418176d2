"""What a letter asks of its reader: which sentences say so, and how firmly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from brievenbus.checks.letter.reading import Reading, Sentence, Spot
from brievenbus.checks.letter.words import data, fold, phrases, words
from brievenbus.letter import BlockKind

_DENIES = re.compile(r"\b(?:niet|geen)\b")
_LAST_WORD = re.compile(r"(\w+)\W*$")


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
    """Something must be done, without a doer."""
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
    strongest, spot, nothing = Duty.NONE, None, None
    for sentence in reading.main:
        if sentence.kind is BlockKind.TABLE_CELL:
            continue
        match = phrases("actie", "niets_doen").search(sentence.folded)
        if match and nothing is None and not sentence.conditional:
            nothing = sentence_spot(sentence)
            continue
        duty, place = duty_of(reading, sentence)
        if duty > strongest:
            strongest = duty
            spot = Spot(sentence.start + place, sentence.start + len(sentence.text))
    return Duties(strongest, spot, nothing)


def sentence_spot(sentence: Sentence) -> Spot:
    """Return the stretch that a sentence covers."""
    return Spot(sentence.start, sentence.start + len(sentence.text))


def duty_of(reading: Reading, sentence: Sentence) -> tuple[Duty, int]:
    """Return how firmly a sentence asks something, and at which of its characters it begins to."""
    folded = sentence.folded
    if is_condition(reading, sentence) or phrases("actie", "geen_actie").search(folded):
        return Duty.NONE, 0
    place = imperative(sentence)
    if place is None:
        place = first_main_clause(phrases("actie", "plicht"), folded)
    if place is not None:
        return (Duty.CONDITIONAL if sentence.conditional else Duty.FIRM), place
    for name, duty in (
        ("plicht_onpersoonlijk", Duty.IMPERSONAL),
        ("mogelijkheid", Duty.OPTION),
        ("plicht_vaag", Duty.VAGUE),
    ):
        places = main_clauses(phrases("actie", name), folded)
        if duty is Duty.IMPERSONAL:
            places = (at for at in places if not _is_subordinate(folded, at))
        place = next(places, None)
        if place is not None and not (duty is Duty.OPTION and _DENIES.search(folded, place)):
            lowered = min(duty, Duty.OPTION) if sentence.conditional else duty
            return lowered, place
    return Duty.NONE, 0


def _is_subordinate(folded: str, place: int) -> bool:
    """Whether the stretch between commas up to here began with *indien*, *waarbinnen* and so on."""
    clause = re.split(r"[,;:]", folded[:place])[-1]
    return bool(words("woorden", "bijzin") & set(re.findall(r"\w+", clause)))


def is_condition(reading: Reading, sentence: Sentence) -> bool:
    """Whether a question sets a condition (*Betaalt u niet?*) rather than requests something."""
    if not sentence.is_question:
        return False
    if sentence.first_word not in words("actie", "verzoek_als_vraag"):
        return True
    if phrases("gevolg", "nalaten").search(sentence.folded):
        return True
    following = reading.next_of(sentence)
    if following is None or following.block != sentence.block:
        return False
    return imperative(following) is not None or " dan " in f" {following.folded} "


def imperative(sentence: Sentence) -> int | None:
    """Return where a sentence begins to tell the reader to do something (*Stuur ons …*)."""
    match = _imperative().search(sentence.folded)
    return match.start(1) if match else None


@cache
def _imperative() -> re.Pattern[str]:
    verbs = "|".join(re.escape(fold(verb)) for verb in data()["actie"]["gebiedend"])
    before = "|".join(re.escape(fold(word)) for word in data()["actie"]["voor_gebiedend"])
    # Where u or je follows, it is a question or a condition.
    return re.compile(
        rf"(?:^\W*(?:(?:{before})[ :,]+)?|[:;–] )({verbs})(?![\w-])"
        r"(?! (?:u|je|jij|wij|we|ik|van|en antwoord)\b)(?! ?:)"
    )


def first_main_clause(pattern: re.Pattern[str], folded: str) -> int | None:
    """Return where the pattern is found outside a subordinate clause (*wat u moet doen*)."""
    return next(main_clauses(pattern, folded), None)


def main_clauses(pattern: re.Pattern[str], folded: str) -> Iterator[int]:
    """Yield the places where the pattern is found outside subordinate clauses."""
    for match in pattern.finditer(folded):
        before = _LAST_WORD.search(folded, 0, match.start())
        # "Dat hebben wij besloten" is no subordinate clause.
        points_back = before is not None and before.start() == 0 and before[1] in ("dat", "die")
        if before is None or points_back or before[1] not in words("woorden", "bijzin"):
            yield match.start()
