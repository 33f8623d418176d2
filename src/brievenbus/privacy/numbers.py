"""Numbers that tell who someone is: BSN, bank account, licence plate.

python-stdnum knows the 11-test of a BSN and the mod 97 of an IBAN.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from stdnum import iban as iban_number
from stdnum.nl import bsn as bsn_number

from brievenbus.privacy.model import Kind, Seen
from brievenbus.privacy.words import either, words_of

_EIGHT_OR_NINE = re.compile(r"(?<![\w.,/-])\d(?:[ .\-\n]?\d){7,8}(?![\w]|[-/.,]\d)")
_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}[ .-]?\d{2}(?:[ .\-\n\t/_]{0,3}[A-Za-z0-9]){10,30}")
_SEPARATORS = 3
"""A BSN is written in at most four groups."""
_NEAR = 60
"""Characters before a number in which its label stands (own judgement)."""
_LENGTHS = range(15, 35)
"""An IBAN has 15 to 34 characters (ISO 13616)."""
_DUTCH = re.compile(r"[A-Za-z]{2}[ .-]?\d{2}[ .-]?[A-Za-z]{4}(?:[ .-]?\d){10}(?!\w)")

_SIDECODES = re.compile(
    r"(?<![\w-])(?:[A-Z]{2}-\d\d-\d\d|\d\d-\d\d-[A-Z]{2}|\d\d-[A-Z]{2}-\d\d|[A-Z]{2}-\d\d-[A-Z]{2}|"
    r"[A-Z]{2}-[A-Z]{2}-\d\d|\d\d-[A-Z]{2}-[A-Z]{2}|\d\d-[A-Z]{3}-\d|\d-[A-Z]{3}-\d\d|"
    r"[A-Z]{2}-\d{3}-[A-Z]|[A-Z]-\d{3}-[A-Z]{2}|[A-Z]{3}-\d\d-[A-Z]|[A-Z]-\d\d-[A-Z]{3}|"
    r"\d-[A-Z]{2}-\d{3}|\d{3}-[A-Z]{2}-\d)(?![\w-])"
)
"""The forms of Dutch plates. Source: RDW, sidecodes 1 to 14."""
_ANY_PLATE = re.compile(
    r"(?=[A-ZÄÖÜa-z0-9 -]*\d)(?:[A-ZÄÖÜ0-9]{1,4}(?:[ -][A-Z0-9]{1,5}){1,3}|[A-Z0-9]{5,8}|"
    r"[a-z0-9]{1,3}(?:-[a-z0-9]{1,4}){2})(?![\w-])"
)


def bsns(text: str) -> Iterator[Seen]:
    """Yield the numbers that are a BSN: by the 11-test and by their label, or by one and no other label.

    Of random numbers of nine digits 9% pass the test, so that a label for something else is believed.
    """
    for match in _EIGHT_OR_NINE.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        if len(re.findall(r"\D", match[0])) > _SEPARATORS:
            continue
        before = text[max(0, match.start() - _NEAR) : match.start()].lower()
        labelled = bool(_label().search(before))
        other = bool(_other().search(before))
        valid = bool(bsn_number.is_valid(digits.zfill(9)))
        if labelled and not (other and not valid):
            yield Seen(match.start(), match.end(), Kind.BSN, "bsn_label", valid)
        elif valid and not other and len(digits) == 9 and not _is_amount(text, match.start()):
            yield Seen(match.start(), match.end(), Kind.BSN, "bsn_proef", False)


def ibans(text: str) -> Iterator[Seen]:
    """Yield bank accounts of every country; one that fails its test only where it looks Dutch."""
    position = 0
    while match := _IBAN.search(text, position):
        end = _valid_end(text, match.start(), match.end())
        sure = end is not None
        if end is None:
            dutch = _DUTCH.match(text, match.start())
            end = dutch.end() if dutch else None
        position = end or match.start() + 1
        if end is not None and not _is_public(text[match.start() : end]):
            yield Seen(match.start(), end, Kind.IBAN, "iban", sure)


def public(text: str) -> Iterator[tuple[int, int]]:
    """Yield where accounts of public bodies stand."""
    for match in _DUTCH.finditer(text):
        if _is_public(match[0]):
            yield match.span()


def plates(text: str) -> Iterator[Seen]:
    """Yield licence plates: Dutch ones by their form, others by the word before them."""
    for match in _SIDECODES.finditer(text):
        yield Seen(match.start(), match.end(), Kind.PLATE, "kenteken_vorm")
    for label in _plate_label().finditer(text):
        plate = _ANY_PLATE.match(text, label.end())
        if plate:
            yield Seen(plate.start(), plate.end(), Kind.PLATE, "kenteken_label")


def _valid_end(text: str, start: int, end: int) -> int | None:
    """Return where the longest valid IBAN that begins at `start` ends."""
    ends = [i + 1 for i in range(start, end) if text[i].isalnum()]
    for length in reversed(_LENGTHS):
        if len(ends) < length or text[ends[length - 1] : ends[length - 1] + 1].isalnum():
            continue
        if iban_number.is_valid(re.sub(r"\W", "", text[start : ends[length - 1]])):
            return ends[length - 1]
    return None


def _is_public(account: str) -> bool:
    plain = re.sub(r"\W", "", account).upper()
    return any(plain[4:].startswith(bank) for bank in _public_banks())


def _is_amount(text: str, start: int) -> bool:
    return bool(re.search(r"[€$]\s*$", text[max(0, start - 4) : start]))


@cache
def _public_banks() -> frozenset[str]:
    return words_of("nummers", "rekening", "banken_van_overheden")


@cache
def _label() -> re.Pattern[str]:
    words = either(words_of("nummers", "bsn", "wel"))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)[^.!?\d]*(?:\d[\d .-]*(?:en|of|,)[^.!?\d]*)?$")


@cache
def _other() -> re.Pattern[str]:
    words = either(words_of("nummers", "bsn", "niet"))
    return re.compile(rf"(?:{words})(?:nummers?|nr\.?|code)?(?!\w)[^.!?;]{{0,30}}$")


@cache
def _plate_label() -> re.Pattern[str]:
    words = either(words_of("nummers", "kenteken", "woorden"))
    return re.compile(
        rf"(?<!\w)(?:{words})(?!\w)(?:\s*:|\s+is|\s+van\s+\w+\s+is)?\s+", re.IGNORECASE
    )
