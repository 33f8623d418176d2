"""Nouns and what stands before them: plural, gender, articles that agree.

The gender of a noun comes from `data/genus.tsv` (made from the treebank by `training/build_gender.py`),
else from its ending or its last part.
"""

from __future__ import annotations

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
def _genders() -> dict[str, str]:
    source = resources.files("brievenbus.dutch") / "data" / "genus.tsv"
    rows = (
        line.split("\t")
        for line in source.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    )
    return dict(rows)


@cache
def article(noun: str) -> str | None:
    """Return *de* or *het* for a singular noun, None where it is not known."""
    known = _genders()
    if noun in known:
        return known[noun]
    if noun.endswith(ALWAYS_COMMON) and len(noun) > 6:
        return "de"
    for start in range(2, len(noun) - 2):
        if noun[start:] in known:
            return known[noun[start:]]
    if noun.endswith(NEUTER_ENDINGS):
        return "het"
    if noun.endswith(COMMON_ENDINGS):
        return "de"
    if noun.startswith(("ge", "be", "ver", "ont")) and frequency(noun + "en") > frequency(noun):
        return "het"
    return None


@cache
def plural(noun: str) -> str | None:
    """Return the plural of a noun, the commonest form that the spelling allows; None if none is known."""
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
        if noun.endswith("heid"):
            return noun[:-2] + "den"
    lexicon = Lexicon.load()
    nouns = [form for form in candidates if lexicon.noun_type(form) is not None]
    best = max(nouns or candidates, key=frequency)
    if frequency(best) > 0:
        return best
    for start in range(2, len(noun) - 2):  # a compound takes the plural of its last part
        last_part = noun[start:]
        if Lexicon.load().noun_type(last_part) is not None and frequency(last_part) > 2:
            last = plural(last_part)
            return None if last is None else noun[:start] + last
    if noun.endswith(("ing", "schap", "tie", "teit")):
        return noun + ("s" if noun.endswith("tie") else "en")
    if noun.endswith(("el", "er", "en", "em", "je", "aar", "eur")):
        return noun + "s"
    return None


def agreeing_determiner(word: str, noun: str) -> str | None:
    """Return a determiner in the form that the singular `noun` wants; None where that is not known."""
    wanted = article(noun)
    if wanted is None:
        return None
    back = {neuter: common for common, neuter in DETERMINERS.items()}
    lower = word.lower()
    changed = DETERMINERS.get(lower, lower) if wanted == "het" else back.get(lower, lower)
    return changed.capitalize() if word[:1].isupper() else changed
