"""Recognising the parts of a letter by their words; the words stand in `data/briefdelen.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_MARKER = re.compile(
    r"(?P<bullet>[-–—•·▪■●○◦‣*+►✓➢\uf0b7\uf0a7\uf0d8]|o)(?:\t| +)(?=\S)"
    r"|(?P<number>\(?\d{1,2}(?:[.)]|\.\)))(?:\t| +)(?=\S)"
    r"|(?P<letter>\([a-z]\)|[a-z][.)]|[ivx]{2,4}[.)])(?:\t| +)(?=\S)"
)
_SENTENCE_END = re.compile(r"[.?!…][\"'”’)\]]*$")
_POSTCODE = re.compile(r"\b\d{4} ?[A-Z]{2}\b")
_VALUE = re.compile(r"[\[«<{$+]|[A-Z]{0,4}[-/]?\d")
_HEADING_NUMBER = re.compile(r"(?:\d{1,2}\.)+\d{0,2}\s|[A-Z]\.\s|[IVX]{1,4}\.\s")


@dataclass(frozen=True, slots=True)
class Marker:
    """What an item of a list begins with: its sort (bullet, number or letter) and its length."""

    sort: str
    length: int


def marker(text: str) -> Marker | None:
    """Return the mark of an enumeration that `text` begins with, if any."""
    match = _MARKER.match(text)
    return Marker(match.lastgroup or "", match.end()) if match else None


def ends_sentence(text: str) -> bool:
    """Whether `text` ends as a sentence does."""
    return bool(_SENTENCE_END.search(text))


def is_running(text: str) -> bool:
    """Whether `text` reads as running text rather than as a line of a letterhead or a heading."""
    words = len(text.split())
    if words >= 5 and (ends_sentence(text) or text.endswith(":")):
        return True
    return len(text) > 100 or (words > 6 and bool(re.search(r"[a-z)][.?!] [A-Z]", text)))


def has_postcode(text: str) -> bool:
    """Whether a Dutch postcode stands in `text`."""
    return bool(_POSTCODE.search(text))


def has_heading_number(text: str) -> bool:
    """Whether `text` begins with a number as headings have: 1., 2.3, A., IV."""
    return bool(_HEADING_NUMBER.match(text))


@dataclass(frozen=True)
class Wording:
    """The recognisers made of the word lists."""

    _label: re.Pattern[str]
    _after: re.Pattern[str]
    _greeting: re.Pattern[str]
    _greeting_with_comma: re.Pattern[str]
    _closing: re.Pattern[str]
    _address: re.Pattern[str]
    _date: re.Pattern[str]

    def is_label(self, text: str) -> bool:
        """Whether `text` is a known label with its value behind it (``Datum: 12 maart``)."""
        match = self._label.match(text)
        return bool(match and match["sign"])

    def is_bare_label(self, text: str) -> bool:
        """Whether `text` is nothing but a known label; its value stands elsewhere."""
        match = self._label.match(text.rstrip(": \t"))
        return bool(match) and match is not None and match.end() == len(text.rstrip(": \t"))

    def is_label_without_sign(self, text: str) -> bool:
        """Whether `text` is a known label and right behind it a date, number or placeholder."""
        match = self._label.match(text)
        value = text[match.end() :].strip() if match and not match["sign"] else ""
        return bool(_VALUE.match(value)) and len(value.split()) <= 4 and not is_running(text)

    def is_after_letter(self, text: str) -> bool:
        """Whether `text` opens what stands under a letter: appendices, copies."""
        return bool(self._after.match(text))

    def is_greeting(self, text: str) -> bool:
        """Whether `text` is a salutation."""
        if (
            len(text) > 90
            or len(text.split()) > 12
            or (text.endswith((".", "?")) and text != "L.S.")
        ):
            return False
        with_comma = text.endswith((",", "!", ":"))
        if self._greeting.match(text):
            return with_comma or len(text.split()) <= 6
        return with_comma and bool(self._greeting_with_comma.match(text))

    def is_closing(self, text: str) -> bool:
        """Whether `text` is the greeting at the end of a letter."""
        return len(text) <= 80 and not text.endswith(".") and bool(self._closing.match(text))

    def opens_address(self, text: str) -> bool:
        """Whether `text` begins as a line of an address does."""
        return bool(self._address.match(text))

    def is_date(self, text: str) -> bool:
        """Whether `text` is a date alone, or a place and a date."""
        return len(text) <= 60 and bool(self._date.fullmatch(text))


def _starts_with(words: list[str], end: str = r"(?!\w)") -> re.Pattern[str]:
    ordered = sorted(words, key=len, reverse=True)
    alternatives = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)
    return re.compile(f"(?:{alternatives}){end}", re.IGNORECASE)


def _closing(words: list[str]) -> re.Pattern[str]:
    # A greeting is closed by its comma or its line; "Groeten doen" and such are running text.
    return _starts_with(words, r"(?=\s*(?:[,!]|$)|\s+(?:van|namens)\b)")


def _date(months: list[str]) -> re.Pattern[str]:
    day = rf"\d{{1,2}}\s+(?:{'|'.join(months)})\s+\d{{4}}|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}"
    open_day = r"[\[«<{][^\]»>}]*(?:datum|date)[^\]»>}]*[\]»>}]+"
    place = r"(?:[A-Z'][\w'’. -]{1,40},?\s+)?"
    return re.compile(rf"{place}(?:d\.d\.\s+)?(?:{day}|(?i:{open_day}))")


@cache
def wording() -> Wording:
    """Return the recognisers, read once from the package's data."""
    data = files("brievenbus.documents").joinpath("data", "briefdelen.toml")
    lists = tomllib.loads(data.read_text(encoding="utf-8"))
    return Wording(
        _label=_starts_with(
            lists["kenmerken"], r"(?:\s*\d{1,2})?(?P<sign>\s*:(?!//)|\s*\t|\s{3,})?"
        ),
        _after=_starts_with(lists["na_de_brief"], r"(?:\s*\d{1,2})?\s*(?:[:\t]|$)"),
        _greeting=_starts_with(lists["aanhef"]),
        _greeting_with_comma=_starts_with(lists["aanhef_met_komma"]),
        _closing=_closing(lists["slot"]),
        _address=_starts_with(lists["adres"]),
        _date=_date(lists["maanden"]),
    )
