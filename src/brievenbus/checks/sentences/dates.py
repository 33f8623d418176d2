"""`datum-voluit`: dates in figures, or with a shortened month.

Anti-pattern: *12-03-2026, 12/3/26, 12 mrt. 2026, 2026-03-12*. Best practice: *12 maart 2026*. Figures are
read in the Dutch order, day before month. What is no date of the calendar stays as it is: it may be a
number of something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from brievenbus.checks.page import Check
from brievenbus.checks.sentences.common import say, span_finding
from brievenbus.checks.wordlists import word_list
from brievenbus.dutch import Analysis
from brievenbus.findings import Finding
from brievenbus.rulebook.profiles import Profile

RULE = "datum-voluit"

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)

CENTURY = 50
"""Years of two figures from here on are of the last century: letters look back further than ahead."""

_SHORT = {
    "jan": 1,
    "feb": 2,
    "febr": 2,
    "mrt": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "okt": 10,
    "nov": 11,
    "dec": 12,
}

_FULL = {month: number for number, month in enumerate(MONTHS, 1)}

_BEFORE = r"(?<![\w/+-])(?<!\d[.,])(?<![\d/.-]\s)"
_AFTER = r"(?![\w/+-])(?![.,]\d)"
"""A date is no part of a longer number: a telephone number, a case number, an amount."""

_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?P<month>0?[1-9]|1[0-2])"
_LONG_YEAR = r"(?P<year>(?:19|20)\d\d)"
_YEAR = r"(?P<year>(?:19|20)\d\d|['’‘]?\d\d)"
_SHORT_YEAR = r"(?P<year>['’‘]\d\d)"
_SHORT_NAME = rf"(?P<name>(?-i:{'|'.join(_SHORT)}))"
_NAME = rf"(?P<name>{'|'.join([*_SHORT, *MONTHS])})"

_FORMS = (
    rf"{_DAY}(?P<mark>\s?[-–/]\s?){_MONTH}(?P=mark){_YEAR}",
    rf"{_DAY}(?P<mark>\.\s?){_MONTH}(?P=mark){_LONG_YEAR}",
    rf"{_LONG_YEAR}(?P<mark>[-/.]){_MONTH}(?P=mark){_DAY}",
    rf"{_DAY}(?P<mark>[-–/.]){_NAME}\.?(?P=mark){_YEAR}",
    rf"{_DAY}\s{_NAME}\s{_SHORT_YEAR}",
    rf"{_DAY}\s(?P<name>{'|'.join(_SHORT)})(?:\.\s?|\s){_YEAR}",
    rf"{_DAY}\s{_SHORT_NAME}(?:\.(?=\s+[a-z(])|\b)",
    rf"(?:(?<=\bop )|(?<=\bvóór )|(?<=\bvanaf )|(?<=\bd\.d\. )|(?<=\bt/m )|(?<=\bper )|(?<=\btot ))"
    rf"{_DAY}[-/]{_MONTH}(?=[.,;:?!)]|$|\s[(]|(?<=[-/]0\d)\s(?!uur))",
)
_PATTERNS = tuple(re.compile(_BEFORE + form + _AFTER, re.IGNORECASE) for form in _FORMS)
"""From the surest to the least sure: the first that fits a place counts. Day and month without a year
are taken for a date only after a preposition of time, at the end of a clause or with a nought in the
month: *1/2* may be a half, and *4-6* a range. The point of a month that closes a sentence is not part of
the date."""


def check(analysis: Analysis, profile: Profile) -> list[Finding]:
    """Find dates that are not written in full."""
    found = []
    for start, end, full in _dates(analysis.text):
        text = say(RULE, "voluit", datum=full)
        found.append(span_finding(analysis, RULE, (start, end), text=text, suggestions=[full]))
    return sorted(found, key=lambda each: each.start)


def _dates(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where dates stand that are not written in full, and how they would be."""
    taken: list[tuple[int, int]] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(start < other_end and end > other for other, other_end in taken):
                continue
            full = _in_full(match)
            if full and full != match.group() and not _is_reference(text, start):
                taken.append((start, end))
                yield start, end, full


def _in_full(match: re.Match[str]) -> str | None:
    """Write a date in full; None where the calendar does not have it, or where it is so already."""
    parts = match.groupdict()
    name = (parts.get("name") or "").lower()
    month = _SHORT.get(name) or _FULL.get(name) or int(parts.get("month") or 0)
    day, written = int(parts["day"]), parts.get("year")
    if written is None:
        return f"{day} {MONTHS[month - 1]}" if _exists(2000, month, day) else None
    year = _year(written)
    if not _exists(year, month, day):
        return None
    return f"{day} {MONTHS[month - 1]} {year}"


def _year(written: str) -> int:
    """The year that two or four figures stand for."""
    year = int(written.lstrip("'’‘"))
    if year >= 100:
        return year
    return year + (1900 if year >= CENTURY else 2000)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _is_reference(text: str, start: int) -> bool:
    """Whether the word before figures says that they are a reference: *kenmerk: 2026-03-12*."""
    words = text[:start].rpartition("\n")[2].lower().split()
    if words and words[-1] in ("is", "nr.", "nummer"):
        words.pop()
    return bool(words) and words[-1].strip(".,:;()") in word_list("kenmerkwoorden")


CHECK = Check(RULE, check)
