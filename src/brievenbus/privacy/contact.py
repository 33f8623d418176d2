"""How someone can be reached: telephone numbers and addresses of e-mail.

Numbers and mailboxes of organisations are public, and stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from brievenbus.dutch.lexicon import Lexicon
from brievenbus.privacy.model import Kind, Seen
from brievenbus.privacy.words import folded_list, words_of

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+%'-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}(?!\w)")
_GAP = r"[ .\-/\u2010-\u2014]{0,3}"
_PHONE = re.compile(
    rf"(?<!\w)(?<!\d[.,/-])(?:\(?(?:\+|00){_GAP}[1-9]\d{{0,2}}\)?{_GAP}(?:\(0\){_GAP})?|\(?0)\d?(?:\)?{_GAP}\(?\d){{6,14}}"
)
_LOCAL = re.compile(
    r"(?i)(?<!\w)(?:tel\.?|telefoon|telefoonnummer|mobiel|toestel|tst\.?|doorkiesnummer)(?:\s*:)?\s+"
    r"(?P<number>[1-9](?:[ -]?\d){2,7})(?![\w-]|[.,]\d)"
)
"""A number without its area code, and an extension."""
_PUBLIC_PHONE = re.compile(
    r"(?<![\w-])(?:0[89]0[069][ -]?\d(?:[ -]?\d){3,6}|14[ -]?0\d{2,3})(?![\w-])"
)
_CASE_BEFORE = re.compile(r"(?i)(?:kenmerk|zaak|zaaknummer|dossier|dossiernummer)\s*:?\s*$")
_DUTCH_DIGITS = 10
_ABROAD = range(8, 16)
"""Digits of a number with its country (ITU-T E.164: 15 at most)."""
_COMMON = 3.0
"""Zipf value from which the word before the @ is the name of a department (own judgement)."""


def emails(text: str) -> Iterator[Seen]:
    """Yield addresses of e-mail, without the mailboxes of departments."""
    for match in _EMAIL.finditer(text):
        if not _is_department(match[0]):
            yield Seen(match.start(), match.end(), Kind.EMAIL, "email")


def phones(text: str) -> Iterator[Seen]:
    """Yield telephone numbers however they are written, without those that are public."""
    for match in _PHONE.finditer(text):
        end = _phone_end(text, match.start(), match.end())
        if end is not None and not _CASE_BEFORE.search(text[: match.start()][-20:]):
            open_ = match[0].startswith("(") and ")" not in match[0]
            yield Seen(match.start() + open_, end, Kind.PHONE, "telefoon")
    for match in _LOCAL.finditer(text):
        digits = re.sub(r"\D", "", match["number"])
        if not _is_public(digits) and not re.match(r"14[ -]?0", match["number"]):
            yield Seen(*match.span("number"), Kind.PHONE, "telefoon_label", False)


def public(text: str) -> Iterator[tuple[int, int]]:
    """Yield where mailboxes and telephone numbers stand that are public."""
    for match in _EMAIL.finditer(text):
        if _is_department(match[0]):
            yield match.span()
    for match in _PUBLIC_PHONE.finditer(text):
        yield match.span()


def _phone_end(text: str, start: int, end: int) -> int | None:
    """Return where the number ends, or None where it is none; what stands behind it may be digits as well."""
    written = text[start:end]
    places = [start + i + 1 for i, character in enumerate(written) if character.isdigit()]
    digits = "".join(text[place - 1] for place in places)
    international = written.lstrip("(").startswith("+") or digits.startswith("00")
    if not international:
        return None if _is_public(digits) else _exactly(text, places, _DUTCH_DIGITS)
    if written[0] == "0" and re.search(r"\d\s$", text[max(0, start - 2) : start]):
        return None
    abroad = digits if written.lstrip("(").startswith("+") else digits[2:]
    skipped = len(digits) - len(abroad)
    if abroad.startswith("31"):
        zero = abroad[2:3] == "0"
        return _exactly(text, places, skipped + 2 + zero + _DUTCH_DIGITS - 1)
    return end if len(abroad) in _ABROAD and not text[end : end + 1].isalnum() else None


def _exactly(text: str, places: Sequence[int], digits: int) -> int | None:
    """Return where the number of so many digits ends, unless a digit or letter is right behind it."""
    if len(places) < digits or text[places[digits - 1] : places[digits - 1] + 1].isalnum():
        return None
    return places[digits - 1]


def _is_public(digits: str) -> bool:
    public = words_of("nummers", "telefoon", "openbaar")
    return any(digits.startswith(begin) for begin in public if begin.startswith("0")) or (
        digits in public
    )


def _is_department(address: str) -> bool:
    local, _, domain = address.lower().partition("@")
    if domain.split(".")[0] in words_of("nummers", "email", "persoonlijk"):
        return False
    if local in _mailboxes():
        return True
    words = re.split(r"[-_.]", local)
    return all(word in _mailboxes() or _is_common(word) for word in words)


def _is_common(word: str) -> bool:
    if not word.isalpha() or word in folded_list("voornamen") or len(word) < len("werk"):
        return False
    lexicon = Lexicon.load()
    known = lexicon.zipf(word)
    return (known is not None and known >= _COMMON) or (
        lexicon.is_noun(word) and not lexicon.is_human(word)
    )


@cache
def _mailboxes() -> frozenset[str]:
    return words_of("nummers", "email", "postvakken")
