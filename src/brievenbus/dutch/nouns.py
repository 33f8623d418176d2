"""Nouns and what stands before them: plural, gender, articles that agree.

The gender of a noun comes from `data/naamwoorden.tsv` (by hand) or `data/genus.tsv` (made from the
treebank by `training/build_gender.py`), else from its last part or its ending.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import resources

from brievenbus.dutch.lexicon import Lexicon
from brievenbus.dutch.verbs import VOWELS, frequency

NEUTER_ENDINGS = ("je", "isme", "ment", "sel", "um", "aat")
ALWAYS_COMMON = ("ing", "heid", "tie", "teit", "iek", "erij")
COMMON_ENDINGS = (
    "ing",
    "heid",
    "tie",
    "teit",
    "schap",
    "iek",
    "nis",
    "de",
    "te",
    "ij",
    "age",
    "ude",
    "uur",
    "er",
    "aar",
    "eur",
    "ist",
    "or",
)

LINKED = ("ings", "heids", "teits")
"""Endings that only stand inside a compound (*verjaringstermijn*)."""

OFTEN = 2.0
"""Zipf value above which a short string is a word, and no chance (*pl-icht*): once per ten million."""

DETERMINERS = {
    "de": "het",
    "deze": "dit",
    "die": "dat",
    "onze": "ons",
    "elke": "elk",
    "iedere": "ieder",
    "welke": "welk",
}
"""Determiners before a *de*-word and what they are before a *het*-word, in the singular."""


VARYING_DETERMINERS = frozenset(DETERMINERS) | frozenset(DETERMINERS.values())


@cache
def _rows(name: str) -> dict[str, list[str]]:
    source = resources.files("brievenbus.dutch") / "data" / name
    lines = source.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {row[0]: row[1:] for row in rows}


@cache
def _genders() -> dict[str, str]:
    rows = _rows("genus.tsv") | _rows("naamwoorden.tsv")
    return {noun: row[0] for noun, row in rows.items()}


@cache
def article(noun: str) -> str | None:
    """Return *de* or *het* for a singular noun, None where it is not known."""
    known = _genders()
    if noun in known:
        return known[noun]
    if noun.endswith(ALWAYS_COMMON) and len(noun) > 6:
        return "de"
    for first, last in _compounds(noun):
        if last in known and _is_first_part(first):
            return known[last]
    if noun.endswith(NEUTER_ENDINGS):
        return "het"
    if noun.endswith(COMMON_ENDINGS):
        return "de"
    if noun.startswith(("ge", "be", "ver", "ont")) and frequency(noun + "en") > frequency(noun):
        return "het"
    return None


def _compounds(noun: str) -> Iterator[tuple[str, str]]:
    """Yield the ways to cut a noun in two, the longest last part first."""
    for start in range(2, len(noun) - 2):
        yield noun[:start], noun[start:]


def _is_first_part(part: str) -> bool:
    """Whether a word can open a compound, with or without a linking -s or -en."""
    words = (part, part.removesuffix("s"), part.removesuffix("en"))
    return part.endswith(LINKED) or any(frequency(word) > OFTEN for word in words)


@cache
def plural(noun: str) -> str | None:
    """Return the plural of a noun, the commonest form that the spelling allows; None if none is known."""
    listed = _rows("naamwoorden.tsv").get(noun, [])
    if len(listed) > 1:
        return listed[1]
    lexicon = Lexicon.load()
    candidates = _plural_candidates(noun)
    nouns = [form for form in candidates if lexicon.noun_type(form) is not None]
    best = max(nouns or candidates, key=frequency)
    if frequency(best) > 0:
        return best
    for first, last in _compounds(noun):  # a compound takes the plural of its last part
        if lexicon.noun_type(last) is not None and frequency(last) > 2:
            plural_of_last = plural(last)
            return None if plural_of_last is None else first + plural_of_last
    if noun.endswith(("ing", "schap", "teit", "heid")):
        return candidates[0]
    if noun.endswith("tie"):
        return noun + "s"
    if noun.endswith(("el", "er", "en", "em", "je", "aar", "eur")):
        return noun + "s"
    return None


def _plural_candidates(noun: str) -> list[str]:
    """The plurals that the spelling allows for a noun."""
    if noun.endswith("heid"):
        return [noun[:-2] + "den"]
    candidates = [noun + "en", noun + "s", noun + "'s", noun + "n", noun + "eren", noun + "ën"]
    if len(noun) > 2 and noun[-1] not in VOWELS:
        candidates.append(noun + noun[-1] + "en")
        if noun[-2] in "aeou" and noun[-3] == noun[-2]:
            short = noun[:-2] + noun[-1]
            candidates += [
                short + "en",
                short[:-1] + {"f": "v", "s": "z"}.get(noun[-1], noun[-1]) + "en",
            ]
        if noun[-1] in "fs":
            candidates.append(noun[:-1] + {"f": "v", "s": "z"}[noun[-1]] + "en")
    return candidates


def agreeing_determiner(word: str, noun: str) -> str | None:
    """Return a determiner in the form that the singular `noun` wants; None where that is not known."""
    wanted = article(noun)
    if wanted is None:
        return None
    back = {neuter: common for common, neuter in DETERMINERS.items()}
    lower = word.lower()
    changed = DETERMINERS.get(lower, lower) if wanted == "het" else back.get(lower, lower)
    return changed.capitalize() if word[:1].isupper() else changed
