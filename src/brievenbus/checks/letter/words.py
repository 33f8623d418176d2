"""The word lists and sentences of the checklist, from `data/checklist.toml`.

Whoever edits that file writes phrases, not patterns; its first lines explain the few signs there
are. A list of phrases becomes one pattern, which is made once.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any

DATE, TIME, AMOUNT, PHONE, NUMBER, NAME = "\ue000\ue001\ue002\ue003\ue004\ue005"
"""What a merge field is read as: it fills the field's place, so that offsets stay."""

_FIELD = f"[{DATE}-{NAME}]"
_GAP = r"(?:[\s,:]+[^\s,:.?!][^\s,:]*){0,14}?"
"""Up to fourteen words. No sign is both in a word and between words, so that there is one way to read them:
otherwise a row of figures with commas would be tried in more ways than can be counted."""
_WHOLE_WORDS = frozenset({"t/m", "24/7"})
_FOLDED = str.maketrans("áàäâãéèëêíìïîóòöôõúùüûçñ’‘`", "aaaaaeeeeiiiiooooouuuucn'''")


def fold(text: str) -> str:
    """Return the text in lower case, without accents, each white space a space; lengths stay."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return re.sub(r"\s", " ", lowered.translate(_FOLDED))


@cache
def data() -> dict[str, dict[str, Any]]:
    """Return the file as it stands."""
    source = resources.files("brievenbus.checks") / "data" / "checklist.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))


def limit(name: str) -> int:
    """Return one of the limits. Raises KeyError for an unknown one."""
    return int(data()["grenzen"][name])


@cache
def words(part: str, name: str) -> frozenset[str]:
    """Return a list of single words, folded."""
    return frozenset(fold(word) for word in data()[part][name])


def sentence(item: str, name: str, **values: object) -> str:
    """Return what the writer reads of an item, its gaps filled."""
    return str(data()["tekst"][item][name]).format_map(values)


def place_name(name: str, number: int) -> str:
    """Return how a place in the letter is named."""
    return str(data()["plaats"][name]).format(nummer=number)


@cache
def phrases(part: str, *names: str) -> re.Pattern[str]:
    """Return the pattern for the lists of phrases `names`; it works on folded text."""
    lines = [line for name in names for line in data()[part][name]]
    return re.compile(rf"(?<!\w)(?:{_branches(lines)})(?!\w)")


def _branches(lines: Iterable[str]) -> str:
    """Return the phrases as branches, one for each first word.

    A pattern with a letter at the head of each branch is many times faster than one that tries
    every phrase at every word.
    """
    by_word: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        first, *others = fold(line).split()
        rest = _phrase(others)
        for pattern in _choices(first):
            by_word[pattern].append(rest)
    return "|".join(
        f"{word}(?:{'|'.join(sorted(set(rests), key=rests.index))})"
        for word, rests in sorted(by_word.items(), key=lambda item: -len(item[0]))
    )


def _phrase(pieces: Iterable[str]) -> str:
    return "".join(
        _GAP if piece == "…" else rf"[\s,:]+(?:{'|'.join(_choices(piece))})" for piece in pieces
    )


def _choices(piece: str) -> list[str]:
    """Return the patterns that one word of a phrase stands for."""
    if piece in _FILLERS:
        return [_FILLERS[piece]]
    if piece == "{dag}":
        return [f"(?:{one_of('dagen')})(?:ochtend|middag|avond|morgen)?"]
    if piece in _LISTS:
        return [f"(?:{one_of(_LISTS[piece])})"]
    choices = [piece] if piece in _WHOLE_WORDS else piece.split("/")
    return [r"[^ .,;:]*".join(map(re.escape, choice.split("*"))) for choice in choices]


_ORDINAL = r"\d{1,2}(?:e|ste|de)|eerste|tweede|derde|vierde|vijfde|tiende|vijftiende|twintigste"
_FILLERS = {
    "{datum}": f"{DATE}+",
    "{tijd}": f"{TIME}+",
    "{naam}": f"{NAME}+",
    "{getal}": r"\d+",
    "{rang}": f"(?:{_ORDINAL})",
}


_LISTS = {"{maand}": "maanden"}


def mask_times(folded: str) -> str:
    """Fill the place of each date and each length of time in a folded text; its length stays."""
    dated = date().sub(lambda match: DATE * len(match[0]), folded)
    return duration().sub(lambda match: TIME * len(match[0]), dated)


def one_of(name: str) -> str:
    """Return a list of `woorden` as branches of a pattern, the longest first."""
    return "|".join(
        re.escape(word) for word in sorted(words("woorden", name), key=len, reverse=True)
    )


@cache
def date() -> re.Pattern[str]:
    """Return the pattern of a date, in words, in figures, or a merge field for one."""
    months, days = one_of("maanden"), one_of("dagen")
    range_from = rf"\d{{1,2}}(?= (?:tot en met|tot|t/m|en|-|–) \d{{1,2}} (?:{months})(?!\w))"
    return re.compile(
        rf"(?:(?:{days}),? )?(?:{range_from}|\d{{1,2}}(?:e|ste|de)? (?:{months})(?!\w)\.?"
        r"(?: (?:19|20)\d\d(?!\d))?"
        rf"|\d{{1,2}}(?P<sign>[-/.])\d{{1,2}}(?P=sign)(?:\d{{4}}|\d\d)(?!\d)|{DATE}+"
        rf"|(?:{months}) 20\d\d(?!\d)"
        rf"|{_FIELD}+ (?:{months})(?!\w)(?: {_FIELD}+)?)"
    )


@cache
def duration() -> re.Pattern[str]:
    """Return the pattern of a length of time: *6 weken*, *veertien dagen*."""
    numbers, units = one_of("getallen"), one_of("tijdseenheden")
    return re.compile(
        rf"(?:(?:\d+(?:[.:]\d\d)?|{_FIELD}+|{numbers})(?: \(\w+\))? (?:hele )?(?:{units})(?!\w)|{TIME}+)"
    )


@cache
def amount() -> re.Pattern[str]:
    """Return the pattern of a sum of money in figures, or a merge field for one."""
    figure = r"\d+(?:\.\d{3})*(?:,(?:\d\d(?!\d)|-+|\u2013|=))?"
    return re.compile(
        rf"(?:(?:€|\beur(?:o)?\b) ?(?:{figure}|{_FIELD}+)"
        rf"|(?:{figure}|{_FIELD}+) ?(?:euro|eur)(?!\w)"
        rf"|{AMOUNT}+|(?:bedrag|som|totaal) van (?:{figure}))"
    )
