"""What personal data is, as a value: which words, of what kind, and what comes in their place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of personal data that are looked for; the values are what the data files call them."""

    NAME = "naam"
    BSN = "bsn"
    IBAN = "iban"
    PHONE = "telefoon"
    EMAIL = "email"
    POSTCODE = "postcode"
    ADDRESS = "adres"
    PLACE = "woonplaats"
    BIRTH = "geboortedatum"
    CASE = "zaaknummer"
    CLIENT = "klantnummer"
    PLATE = "kenteken"


@dataclass(frozen=True, slots=True, order=True)
class Personal:
    """Personal data at `start:end` of `Letter.text`.

    `stand_in` is what comes in its place, `why` a short Dutch sentence that says by what it was known,
    and `sure` whether that leaves little doubt. A person who looks at it may leave one out, or add one.
    """

    start: int
    end: int
    kind: Kind
    stand_in: str
    why: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """A stretch that a finder takes for personal data; `why` is the name of a sentence in the data."""

    start: int
    end: int
    kind: Kind
    why: str
    sure: bool = True

    def overlaps(self, other: Seen) -> bool:
        """Whether the two have a character in common."""
        return self.start < other.end and other.start < self.end
