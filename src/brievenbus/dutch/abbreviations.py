"""The abbreviations that carry a full stop, from `data/afkortingen.txt`."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

LETTERS_WITH_POINTS = re.compile(r"(?:[^\W\d_]{1,2}\.){2,}$")
"""Loose letters with points (``o.b.v.``, ``A.B.``, ``Ph.D.``): an abbreviation or initials."""

INITIAL = re.compile(r"[A-Z]\.$|Th\.$|Chr\.$|IJ\.$")
"""One initial of a name."""


@cache
def abbreviations() -> dict[str, bool]:
    """Return each listed abbreviation in lower case, and whether a sentence can end with it."""
    source = resources.files("brievenbus.dutch") / "data" / "afkortingen.txt"
    known: dict[str, bool] = {}
    for line in source.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            word, position = line.split("\t")
            known[word.lower()] = position == "eind"
    return known


def is_abbreviation(word: str) -> bool:
    """Whether `word` (with its full stop) is an abbreviation, an initial or initials."""
    if not word.endswith("."):
        return False
    known = word.lower() in abbreviations()
    return known or bool(LETTERS_WITH_POINTS.match(word) or INITIAL.match(word))
