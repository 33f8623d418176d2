"""Dates in the letter's own text: with the month in full."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from brievenbus.checks.letter.outcome import without_spot
from brievenbus.checks.letter.reading import BODY, Reading
from brievenbus.checks.letter.sentence import Spot
from brievenbus.checks.letter.words import data, phrases
from brievenbus.report import ChecklistItem

_DAYS, _MONTHS = 31, 12
_CENTURY = "20"
_BEFORE = 20
"""How many characters before figures are looked at for a word that announces a date."""


def dates_in_full(reading: Reading) -> ChecklistItem:
    """Look for dates in figures or with a shortened month; merge fields are no dates."""
    right: Spot | None = None
    for index, block in enumerate(reading.letter.blocks):
        if block.kind not in BODY:
            continue
        for start, end, better in _dates(reading.lowered_blocks[index]):
            first = reading.letter.starts[index]
            spot = Spot(first + start, first + end)
            if better is not None:
                item = without_spot(
                    "datums",
                    False,
                    "fout",
                    gevonden=reading.quote(spot),
                    plaats=reading.place(spot.start),
                    beter=better,
                )
                return ChecklistItem("datums", False, item.message, spot.start, spot.end)
            right = right or spot
    if right is None:
        return without_spot("datums", None, "geen")
    item = without_spot("datums", True, "goed", gevonden=reading.quote(right))
    return ChecklistItem("datums", True, item.message, right.start, right.end)


def _dates(folded: str) -> Iterator[tuple[int, int, str | None]]:
    """Yield each date by its place, with how to write it where it is not in full."""
    for match in _date().finditer(folded):
        day, month, year = _parts(match)
        if match["full"]:
            yield *match.span(), None
        elif 1 <= day <= _DAYS and 1 <= month <= _MONTHS and not _is_something_else(match):
            name = str(data()["datums"]["maanden"][month - 1])
            yield *match.span(), " ".join(part for part in (str(day), name, year) if part)


def _parts(match: re.Match[str]) -> tuple[int, int, str]:
    """Return the day, the number of the month, and the year in four figures or nothing."""
    short = data()["datums"]["kort"]
    if match["full"]:
        return 0, 0, ""
    if match["short"]:
        return int(match["day"]), _number(short[match["short"]]), _year(match["year"])
    if match["iso_day"]:
        return int(match["iso_day"]), int(match["iso_month"]), match["iso_year"]
    if match["whole_day"]:
        return int(match["whole_day"]), int(match["whole_month"]), _year(match["whole_year"])
    return int(match["bare_day"]), int(match["bare_month"]), ""


def _number(month: str) -> int:
    return int(data()["datums"]["maanden"].index(month)) + 1


def _year(figures: str | None) -> str:
    if not figures:
        return ""
    return _CENTURY + figures if len(figures) == 2 else figures


def _is_something_else(match: re.Match[str]) -> bool:
    """Whether figures without a year are no date: those need a word before them that says so."""
    if not match["bare_day"]:
        return False
    if phrases("datums", "geen_datum").match(match.string, match.end() + 1):
        return True
    before = match.string[max(0, match.start() - _BEFORE) : match.start()].rstrip()
    return not any(
        found.end() == len(before) for found in phrases("datums", "voor_datum").finditer(before)
    )


@cache
def _date() -> re.Pattern[str]:
    full = "|".join(data()["datums"]["maanden"])
    short = "|".join(data()["datums"]["kort"])
    return re.compile(
        rf"(?<![\w€])(?<!\d[.,/-])(?:"
        rf"\d{{1,2}}(?:e|ste|de)? (?P<full>{full})(?!\w)(?: \d{{4}}(?!\d))?"
        rf"|(?P<day>\d{{1,2}})(?:e|ste|de)?[ -](?P<short>{short})(?!\w)\.?"
        r"(?:[ -]'?(?P<year>\d{4}|\d\d)(?![\d.:]))?"
        r"|(?P<iso_year>(?:19|20)\d\d)(?P<iso>[-/])(?P<iso_month>\d\d)(?P=iso)(?P<iso_day>\d\d)"
        r"|(?P<whole_day>\d{1,2})(?P<sign> ?[-/.] ?)(?P<whole_month>\d{1,2})(?P=sign)"
        r"(?P<whole_year>(?:19|20)\d\d|\d\d)"
        r"|(?P<bare_day>\d{1,2})[-/](?P<bare_month>\d{1,2})"
        r")(?!\w|[-/.,]\d)"
    )
