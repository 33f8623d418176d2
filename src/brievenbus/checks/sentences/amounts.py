"""`bedrag-in-cijfers`: amounts in words, or in an odd notation.

Anti-pattern: *vijfhonderd euro, EUR 500, 500,- euro, € 1250,=*. Best practice: *€ 500, € 1.250*. A reader who
looks for the amount finds figures at a glance. *500 euro* and *een euro* are fine as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from brievenbus.checks.numbers import number_stems, number_value
from brievenbus.checks.page import Check
from brievenbus.checks.sentences.common import say, span_finding
from brievenbus.dutch import Analysis
from brievenbus.findings import Finding, Severity
from brievenbus.rulebook.profiles import Profile

RULE = "bedrag-in-cijfers"

GROUP = 3
"""Figures between two points of a large amount: *€ 1.250*."""

_SMALL = frozenset(f"€ {number}" for number in range(21))
"""Amounts that are a tip in words: Dutch writes numbers up to twenty in letters (Leidraad 6.9)."""

_WHOLE = r"(?P<whole>\d{1,3}(?:[.\s]\d{3}){1,4}|\d+)"
_CENTS = r"(?:,(?P<cents>\d{1,2}))?"
_DASH = r"(?P<dash>,\s?(?:[-–—=]{1,3}))"
_START = r"(?<![\w.,€-])(?<!€\s)"
_END = r"(?![\w=]|[.,]\d)"
_SIGN = r"(?:€|\bEUR\b|\beuro\b)"

_ODD = (
    # € 500,- and € 1250,= and 500,- euro
    rf"{_SIGN}?\s?(?<![\d.,]){_WHOLE}{_DASH}(?!\d)(?:\s?(?:€|EUR\b|euro\b))?",
    # EUR 500 and euro 75, but not the class of a car: euro 6
    rf"(?<!\w)EUR\s?{_WHOLE}{_CENTS}{_END}",
    rf"(?<!\w)euro\s(?=\d\d|\d,\d){_WHOLE}{_CENTS}(?!\s?(?:{_SIGN}|%|procent|keer|maanden|jaar)){_END}",
    # 500 EUR and 500€
    rf"{_START}{_WHOLE}{_CENTS}\s?(?:EUR\b|€(?!\s?[\w«\[{{<]))",
    # € 1,250.00 and € 96.50
    r"€\s?(?P<whole>\d{1,3}(?:,\d{3})+)(?:\.(?P<cents>\d\d))?(?!\d|[.,]\d)",
    r"€\s?(?P<whole>\d+)\.(?P<cents>\d\d)(?!\d|[.,]\d)",
)
_PATTERNS = tuple(re.compile(form, re.IGNORECASE) for form in _ODD)


def check(analysis: Analysis, profile: Profile) -> list[Finding]:
    """Find amounts in words, and amounts in figures that are written oddly."""
    found: list[Finding] = []
    for name, amounts in (("woorden", _in_words), ("notatie", _odd)):
        for start, end, better in amounts(analysis.text):
            if any(start < other.end and other.start < end for other in found):
                continue
            small = name == "woorden" and better in _SMALL
            found.append(
                span_finding(
                    analysis,
                    RULE,
                    (start, end),
                    text=say(RULE, name, bedrag=better),
                    severity=Severity.NOTE if small else Severity.WARNING,
                    suggestions=[better],
                )
            )
    return sorted(found, key=lambda each: each.start)


def _odd(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield amounts in an odd notation, and how they are better written."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            parts = match.groupdict()
            whole = int(re.sub(r"\D", "", parts["whole"]))
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            yield start, match.end(), written(whole, parts.get("cents") or "")


def written(whole: int, cents: str = "") -> str:
    """Write an amount as a letter should: *€ 1.250*, *€ 96,50*; without cents where there are none."""
    figures = f"{whole:,}".replace(",", ".")
    cents = cents.ljust(2, "0") if cents.strip("0") else ""
    return f"€ {figures},{cents}" if cents else f"€ {figures}"


@cache
def _words_pattern() -> re.Pattern[str]:
    """Number words before *euro*, with what may follow of cents."""
    stems = "|".join([*number_stems(), "ën", "en"])
    number = rf"(?:{stems})++(?:[\s-](?:{stems})++){{0,5}}"
    return re.compile(
        rf"(?<![\w-])(?<!\bpaar )(?<!\benkele )(?P<whole>{number})\s(?:(?P<million>miljoen)\s)?"
        rf"euro(?:'s|’s)?(?![\w-])"
        rf"(?:\s(?:en\s)?(?P<cents>{number})(?P<cent>\scent)?(?![\w-]))?",
        re.IGNORECASE,
    )


@cache
def _cents_pattern() -> re.Pattern[str]:
    """Number words before *cent*, where no euros are named before them."""
    stems = "|".join([*number_stems(), "ën", "en"])
    return re.compile(
        rf"(?<![\w-])(?<!euro )(?P<cents>(?:{stems})++)\scent(?![\w-])", re.IGNORECASE
    )


def _in_words(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield amounts in words, and how they look in figures."""
    for match in _words_pattern().finditer(text):
        yield from _one_in_words(match)
    for match in _cents_pattern().finditer(text):
        cents = number_value(match["cents"])
        if cents is not None and 1 < cents < 100:
            yield match.start(), match.end(), written(0, f"{cents:02}")


def _one_in_words(match: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    start, whole = _number_at_end(match["whole"])
    if whole is None or (whole == 1 and not match["million"]):
        return
    begin = match.start() + start
    if match["million"]:
        yield begin, match.end("million") + len(" euro"), f"€ {whole} miljoen"
        return
    cents = number_value(match["cents"]) if match["cents"] else None
    if cents is not None and 0 < cents < 100 and (match["cent"] or cents >= 10):
        yield begin, match.end(), written(whole, f"{cents:02}")
    else:
        end = match.start("cents") if match["cents"] else match.end()
        stretch = match.string[begin:end].rstrip().removesuffix(" en")
        yield begin, begin + len(stretch), written(whole)


def _number_at_end(words: str) -> tuple[int, int | None]:
    """Return where the longest number begins that a run of words ends in, and its value.

    *een vijfhonderd* is an article and a number.
    """
    starts = [0, *(match.end() for match in re.finditer(r"\s", words))]
    for start in starts:
        value = number_value(words[start:])
        if value is not None:
            return start, value
    return 0, None


CHECK = Check(RULE, check)
