"""Number words: *tweeëntwintig*, *duizend vijfhonderd*, up to a million.

The words that all others are made of stand in `data/telwoorden.txt`. Spelling: Woordenlijst Nederlandse
Taal, Leidraad 6.9 (in one word up to *duizend*, a space after it); other ways to space and *een* or *één*
are read as well.
"""

from __future__ import annotations

from functools import cache

from brievenbus.checks.wordlists import word_list
from brievenbus.dutch.remembering import remembered

HUNDRED = 100
THOUSAND = 1000

_PLAIN = str.maketrans("éë", "ee", " -\u00a0\u00ad")
"""Accents and spaces do not change a number."""


@cache
def _words() -> dict[str, int]:
    rows = (line.split() for line in word_list("telwoorden"))
    return {word.translate(_PLAIN): int(value) for word, value in rows}


@cache
def number_stems() -> tuple[str, ...]:
    """The words that number words are made of, the longest first."""
    written = {line.split()[0] for line in word_list("telwoorden")}
    return tuple(sorted(written, key=lambda word: (-len(word), word)))


@remembered
def number_value(text: str) -> int | None:
    """Return the number that words stand for, under a million; None where they are no number."""
    plain = text.lower().translate(_PLAIN)
    return _thousands(plain) if plain else None


def _thousands(text: str) -> int | None:
    before, mark, after = text.partition("duizend")
    if not mark:
        return _hundreds(text)
    count = _hundreds(before) if before else 1
    rest = _rest(after)
    if not count or count >= THOUSAND or rest is None or rest >= THOUSAND:
        return None
    return count * THOUSAND + rest


def _hundreds(text: str) -> int | None:
    before, mark, after = text.partition("honderd")
    if not mark:
        return _tens(text)
    count = _tens(before) if before else 1
    rest = _tens(after.removeprefix("en")) if after else 0
    if not count or count >= HUNDRED or rest is None:
        return None
    return count * HUNDRED + rest


def _rest(text: str) -> int | None:
    """What follows *duizend*, with or without *en*: *duizend en een*."""
    if not text:
        return 0
    return _hundreds(text.removeprefix("en"))


def _tens(text: str) -> int | None:
    """A number under a hundred: a word of the list, or *twee + en + twintig*."""
    value = _words().get(text)
    if value is not None:
        return value if value < HUNDRED else None
    for unit, one in _words().items():
        if 0 < one < 10 and text.startswith(unit + "en"):
            ten = _words().get(text.removeprefix(unit + "en"), 0)
            if 20 <= ten < HUNDRED:
                return one + ten
    return None
