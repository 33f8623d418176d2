"""When the letter was written, and which days it names."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from brievenbus.checks.letter.reading import Reading
from brievenbus.checks.letter.words import data, fold, phrases

_CENTURY = 2000
_HALF_A_YEAR = 183
"""A day without a year that lies further back than this is one of the next year (own judgement)."""


def written_on(reading: Reading) -> dt.date | None:
    """Return the date above the letter, other than that of a letter from the reader."""
    if "written" not in reading.notes:
        reading.notes["written"] = _written_on(reading)
    known: dt.date | None = reading.notes["written"]
    return known


def _written_on(reading: Reading) -> dt.date | None:
    for index in range(reading.body.start):
        lowered = reading.lowered_blocks[index]
        if phrases("datums", "andere_brief").search(lowered):
            continue
        found = day_named(lowered, None)
        if found is not None:
            return found
    return None


def day_named(lowered: str, written: dt.date | None) -> dt.date | None:
    """Return the last day in a text; one without a year needs the date of the letter."""
    match = next(reversed(list(_day().finditer(lowered))), None)
    if match is None:
        return None
    month = int(match["month"]) if match["month"] else _month(match["name"])
    year = match["year"] or match["full"]
    try:
        if year:
            return dt.date(
                int(year) + (_CENTURY if len(year) == 2 else 0), month, int(match["day"])
            )
        return _nearest(int(match["day"]), month, written)
    except ValueError:
        return None


def _nearest(day: int, month: int, written: dt.date | None) -> dt.date | None:
    if written is None:
        return None
    this_year = dt.date(written.year, month, day)
    if (written - this_year).days > _HALF_A_YEAR:
        return dt.date(written.year + 1, month, day)
    return this_year


def _month(name: str) -> int:
    names = list(map(fold, data()["datums"]["maanden"]))
    return names.index(data()["datums"]["kort"].get(name, name)) + 1


@cache
def _day() -> re.Pattern[str]:
    names = "|".join(map(fold, (*data()["datums"]["maanden"], *data()["datums"]["kort"])))
    return re.compile(
        r"(?<![\w.,/-])(?P<day>\d{1,2})(?:e|ste|de)?"
        rf"(?: (?P<name>{names})(?!\w)\.?(?: (?P<full>(?:19|20)\d\d)(?!\d))?"
        r"|(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<year>(?:19|20)\d\d|\d\d)(?!\d))"
    )
