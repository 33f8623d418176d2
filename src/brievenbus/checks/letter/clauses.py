"""Main and subordinate clauses, as far as the words of a sentence tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brievenbus.checks.letter.words import words

_CLAUSE = re.compile(r"[,;:]")
_POINTING = frozenset({"die", "dat"})


def is_subordinate(folded: str, place: int) -> bool:
    """Whether the stretch between commas up to here began with *indien*, *waarbinnen* and so on."""
    clauses = _CLAUSE.split(folded[:place])
    said = re.findall(r"\w+", clauses[-1])
    openers = words("woorden", "bijzin")
    return any(
        word in openers and not (word in _POINTING and _points(said, number, len(clauses) == 1))
        for number, word in enumerate(said)
    )


def _points(said: list[str], number: int, first_clause: bool) -> bool:
    """Whether *die* or *dat* is no conjunction: *Dat doen wij*, *Om die reden doen wij dat*."""
    if not number:
        return first_clause
    return said[number - 1] in words("woorden", "voorzetsels")


def main_clauses(pattern: re.Pattern[str], folded: str) -> Iterator[int]:
    """Yield the places where the pattern is found outside subordinate clauses."""
    for match in pattern.finditer(folded):
        before = folded[: match.start()].rstrip(" ,:;(").rpartition(" ")
        # "Dat hebben wij besloten" is no subordinate clause.
        points_back = not before[0] and before[2] in _POINTING
        if points_back or before[2] not in words("woorden", "bijzin"):
            yield match.start()


def first_main_clause(pattern: re.Pattern[str], folded: str) -> int | None:
    """Return where the pattern is found outside a subordinate clause (*wat u moet doen*)."""
    return next(main_clauses(pattern, folded), None)
