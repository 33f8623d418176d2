"""Dates of birth: dates with a word before them that says so, and dates behind someone's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from brievenbus.privacy.model import Kind, Seen
from brievenbus.privacy.words import either, words_of

MONTHS = [
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
]
_SHORT = [
    "jan",
    "feb",
    "febr",
    "mrt",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "okt",
    "nov",
    "dec",
]
_UNITS = [
    "een",
    "één",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
    "twintig",
    "eenentwintig",
    "tweeëntwintig",
    "drieëntwintig",
    "vierentwintig",
    "vijfentwintig",
    "zesentwintig",
    "zevenentwintig",
    "achtentwintig",
    "negenentwintig",
    "dertig",
    "eenendertig",
    "eerste",
]
_MONTH = rf"(?:{either(MONTHS)}|(?:{either(_SHORT)})\.?)"
_YEAR = r"(?:(?:18|19|20)\d\d|['’]\d\d)"
_DATE = re.compile(
    rf"(?<![\w.,/-])(?:\d{{1,2}}\s?[-./]\s?\d{{1,2}}\s?[-./]\s?(?:{_YEAR}|\d\d)|"
    rf"(?:18|19|20)\d\d[-/.]\d\d[-/.]\d\d|"
    rf"\d{{1,2}}(?:e|ste|de)?[\s-]+{_MONTH}[\s-]+{_YEAR}|"
    rf"(?:{either(_UNITS)}|\d{{1,2}})\s+{_MONTH}\s+(?:negentienhonderd|tweeduizend|achttienhonderd|negentien|twintig)(?:\s?(?:en\s)?[a-zë]+(?:tig|tien|elf|twaalf|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen)\b)?|"
    rf"(?:{either(_UNITS)})\s+{_MONTH}\s+{_YEAR}|"
    rf"\d{{2}} \d{{2}} (?:19|20)\d\d|[0-3]\d[01]\d(?:19|20)\d\d|"
    rf"(?P<no_year>\d{{1,2}}\s+{_MONTH}))(?![\w]|[-/]\d)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[a-zà-ÿ\d)\]][.!?])\s+(?=[A-Z])|\n\n")
_NAMED_BEFORE = re.compile(r"[A-ZÀ-Ž][\w'’-]+\s*(?:,|\()\s*$")
_ROW = re.compile(r"[^\n]*\n?")
_FAR = 400
_NOW = 2024
"""A letter without a year is taken for one of this year, so that the outcome hangs on no clock."""
_CHILDHOOD = 16
"""Years: other dates in a letter are seldom so long ago (own judgement)."""
_OLD = re.compile(r"(?:1[89]|20[01])\d\d$|['’]\d\d$|honderd")


_BORN_IN = re.compile(
    rf"(?i)\b(?:geboren|geb\.)(?: is)? in (?P<year>(?:{_MONTH}\s+)?(?:19|20)\d\d)(?!\d)|"
    rf"\bgeboortejaar:? (?P<only>(?:19|20)\d\d)"
)
_SPACED = re.compile(r"\d{2} \d{2} \d{4}|\d{8}")
"""Written so, a number is a date only where a word says that it is one of birth."""


def births(text: str) -> Iterator[Seen]:
    """Yield the dates of birth in a text."""
    for match in _BORN_IN.finditer(text):
        yield Seen(*match.span("year" if match["year"] else "only"), Kind.BIRTH, "geboren")
    spoken = list(_DATE.finditer(text))
    known: set[str] = set()
    later: list[re.Match[str]] = []
    for match in spoken:
        why = _why(text, match)
        if why:
            known.add(_value(match[0]))
            yield Seen(match.start(), match.end(), Kind.BIRTH, why)
        else:
            later.append(match)
    for match in later:
        if _value(match[0]) in known and not match["no_year"]:
            yield Seen(match.start(), match.end(), Kind.BIRTH, "eerder", False)


def _why(text: str, match: re.Match[str]) -> str | None:
    before = _sentence_before(text, match.start())
    after = text[match.end() : match.end() + 12]
    if match["no_year"]:
        if re.search(
            r"(?i)\b(?:geboren(?: op)?|jarig(?: op)?|verjaardag(?: is)?(?: op)?|geboortedatum:?)\s*$",
            before,
        ):
            return "geboren"
        return (
            "wordt" if re.search(r"\bwordt op $", before) and re.match(r" \d\d\b", after) else None
        )
    if _born_near(before):
        return "geboren"
    if re.match(r"\s*(?:geboren|\(geboortedatum)", after):
        return "geboren"
    if _SPACED.fullmatch(match[0]):
        return None
    named = _NAMED_BEFORE.search(before)
    if named and re.match(r"\s*[),;]", after) and ("(" in named[0] or _OLD.search(match[0])):
        return "achter_naam"
    if _in_birth_column(text, match):
        return "kolom"
    return "lang_geleden" if _long_ago(text, match) and not _other().search(before) else None


def _long_ago(text: str, match: re.Match[str]) -> bool:
    """Whether a date is a child's age or more before the last year that the letter names."""
    year = re.search(r"(?:18|19|20)\d\d$", match[0])
    return year is not None and _last_year(text) - int(year[0]) >= _CHILDHOOD


@lru_cache(maxsize=4)
def _last_year(text: str) -> int:
    years = re.findall(r"(?<![\w.,-])20\d\d(?!\w)|(?<=[-/.])20\d\d(?!\w)", text)
    return max([*map(int, years), _NOW])


def _born_near(before: str) -> bool:
    """Whether the sentence tells of a birth before this date, and of nothing else in between."""
    found = next(reversed(list(_born().finditer(before))), None)
    return found is not None and not _other().search(before, found.end())


def _sentence_before(text: str, start: int) -> str:
    begin = max(0, start - _FAR)
    before = text[begin:start]
    last = next(reversed(list(_SENTENCE.finditer(before))), None)
    return before[last.end() :] if last else before


def _in_birth_column(text: str, match: re.Match[str]) -> bool:
    """Whether the date stands in a table with a column of births, and the line has no other date."""
    head = text.rfind("\n\n", 0, match.start())
    above = text[max(0, match.start() - 4000) : match.start()]
    columns = re.search(r"(?im)^.*\t.*\b(?:geboren|geboortedatum|geb\.)\s*(?:\t|$)", above)
    line_start = text.rfind("\n", 0, match.start()) + 1
    line_end = text.find("\n", match.end())
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    loose = (
        re.search(r"(?im)^\s*(?:geboren|geboortedatum|geb\.?(?: ?datum)?)\s*$", above) is not None
    )
    alone = len(_DATE.findall(line)) == 1
    return head >= 0 and alone and (columns is not None or (loose and line.strip() == match[0]))


def _value(date: str) -> str:
    """Return a date as day, month and year, so that two ways of writing are one."""
    numbers = [int(part) for part in re.findall(r"\d+", date)]
    for number, month in enumerate(MONTHS, start=1):
        if re.search(rf"\b{month[:3]}", date.lower().replace("mrt", "maa")) and len(numbers) == 2:
            numbers.insert(1, number)
    if len(numbers) == 3:
        if numbers[0] > 31:
            numbers.reverse()
        return f"{numbers[0]}-{numbers[1]}-{numbers[2] % 100}"
    return date.lower()


@cache
def _born() -> re.Pattern[str]:
    words = either(words_of("nummers", "geboren", "woorden"))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


@cache
def _other() -> re.Pattern[str]:
    words = either(words_of("nummers", "geboren", "niet"))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
