"""Nouns: plural, diminutive and gender.

The plural and the diminutive follow the spelling rules of `spelling`; where Dutch allows more (*-en* or
*-s*) the commonest form of the word list wins. What no rule gives (*kinderen, steden, glaasje*) stands in
`data/naamwoorden.tsv`, which also has genders by hand. The other genders come from `data/genus.tsv` (made
by `training/build_gender.py`), else from the last part of a compound or the ending.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from brievenbus.dutch.lexicon import LONGEST_WORD, Lexicon
from brievenbus.dutch.remembering import remembered
from brievenbus.dutch.spelling import (
    FREQUENT,
    VOWELS,
    data_lines,
    ends_short,
    extended,
    frequency,
    stems,
    syllables,
)


class NounForm(StrEnum):
    """A form of a noun."""

    SINGULAR = "enkelvoud"
    PLURAL = "meervoud"
    DIMINUTIVE = "verkleinwoord"
    DIMINUTIVE_PLURAL = "verkleinwoord meervoud"


DIMINUTIVES = (NounForm.DIMINUTIVE, NounForm.DIMINUTIVE_PLURAL)
PLURALS = (NounForm.PLURAL, NounForm.DIMINUTIVE_PLURAL)

NEUTER_ENDINGS = ("je", "isme", "ment", "sel", "um", "gram", "eel", "aal", "aat")
ALWAYS_COMMON = ("ing", "heid", "tie", "teit", "iek", "erij")
COMMON_ENDINGS = (
    "ing",
    "heid",
    "tie",
    "sie",
    "teit",
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
    "aard",
    "eur",
    "ist",
    "or",
    "ine",
    "ose",
    "suur",
    "theek",
    "logie",
    "nomie",
    "ante",
    "ster",
    "euse",
    "ica",
    "foon",
    "scoop",
)

LINKED = ("ings", "heids", "teits")
"""Endings that only stand inside a compound (*verjaringstermijn*)."""

OFTEN = 2.0
"""Zipf value above which a short string is a word, and no chance (*pl-icht*): once per ten million."""

_PREFIXES = frozenset({"be", "er", "ge", "her", "ont", "ver", "de", "te"})
_S_PLURALS = ("el", "er", "en", "em", "erd", "aar", "eur", "ier", "or", "je", "oir", "ette", "ster")
"""Endings after which -s is the rule or the likeliest (ANS 3.5.3)."""


@dataclass(frozen=True)
class _Listed:
    """A row of the list by hand; "" is not given."""

    article: str = ""
    plurals: tuple[str, ...] = ()
    diminutives: tuple[str, ...] = ()


@cache
def _listed() -> dict[str, _Listed]:
    rows = (line.split("\t") for line in data_lines("naamwoorden.tsv"))
    return {row[0]: _listed_row(row) for row in rows}


def _listed_row(row: list[str]) -> _Listed:
    article, plurals, diminutives = [*row[1:], "", "", ""][:3]
    split = [tuple(filter(None, text.split("/"))) for text in (plurals, diminutives)]
    return _Listed(article.strip("-"), *split)


@cache
def _genders() -> dict[str, str]:
    rows = (line.split("\t") for line in data_lines("genus.tsv"))
    known = {row[0]: row[1] for row in rows}
    return known | {noun: row.article for noun, row in _listed().items() if row.article}


@remembered
def article(noun: str) -> str | None:
    """Return *de* or *het* for a singular noun, None where it is not known."""
    known = _genders()
    if noun in known:
        return known[noun]
    if noun.endswith(ALWAYS_COMMON) and len(noun) > 6:
        return "de"
    for last in last_parts(noun):
        if last in known:
            return known[last]
    if noun.endswith("schap"):  # *voorzitterschap*, but *vriendschap, eigenschap*
        return "het" if noun[-7:-5] in ("er", "or", "ar", "id", "nt", "st") else None
    if Lexicon.load().is_human(noun):
        return "de"
    return _by_ending(noun)


def _by_ending(noun: str) -> str | None:
    if noun.endswith(NEUTER_ENDINGS) and len(noun) > 4:
        return "het"
    if noun.endswith(COMMON_ENDINGS):
        return "de"
    if noun.startswith("ge") and len(noun) > 5 and not noun.endswith("el"):
        return "het"
    if noun.startswith(("be", "ver", "ont")) and frequency(noun + "en") > frequency(noun):
        return "het"
    return None


@remembered
def last_parts(noun: str) -> tuple[str, ...]:
    """The nouns that may be the last part of a compound, the longest first: *parkeerkaart* → kaart."""
    head = Lexicon.load().compound_head(noun)
    found = [last for first, last in _cuts(noun) if _is_first_part(first)]
    return tuple(dict.fromkeys([head, *found] if head and noun.endswith(head) else found))


def _cuts(noun: str) -> Iterator[tuple[str, str]]:
    """Yield the ways to cut a noun in two, the longest last part first."""
    for start in range(2, len(noun) - 2 if len(noun) <= LONGEST_WORD else 0):
        if noun[start - 1] == "-" or noun[start] != "-":
            yield noun[:start].rstrip("-"), noun[start:]


def _is_first_part(part: str) -> bool:
    """Whether a word can open a compound, with or without a linking -s or -en."""
    if part in _PREFIXES or len(part) < 3:
        return False
    if len(part) == 3:
        return Lexicon.load().is_noun(part) and frequency(part) > FREQUENT
    words = (part, part.removesuffix("s"), part.removesuffix("en"))
    return part.endswith(LINKED) or any(frequency(word) > OFTEN for word in words)


@remembered
def plural(noun: str) -> str | None:
    """Return the plural of a noun, the commonest form that the spelling allows; None if none is known."""
    listed = _listed_forms(noun, "plurals")
    if listed:
        return listed[0]
    candidates = _plural_candidates(noun)
    if len(candidates) == 1:
        return candidates[0]
    lexicon = Lexicon.load()
    nouns = [form for form in candidates if lexicon.is_noun(form)]
    best = max(nouns or candidates, key=frequency)
    if frequency(best) == 0 and not noun.endswith("ster"):
        last = _common_last_part(noun)
        ending = plural(last) if last else None
        best = noun.removesuffix(last) + ending if last and ending else best
    return best if _looks_dutch(noun) else None


def _common_last_part(noun: str) -> str | None:
    """The longest common noun that a compound of no list ends in: *melkveebedrijf* → bedrijf."""
    lexicon = Lexicon.load()
    for first, last in _cuts(noun):
        known = _is_first_part(first) or (len(last) > 3 and bool(set(first) & set(VOWELS)))
        if known and lexicon.is_noun(last) and frequency(last) > FREQUENT:
            return last
    return None


def _looks_dutch(noun: str) -> bool:
    """Whether the spelling rules may be used on a word: it has a vowel, and letters only."""
    return bool(set(noun) & set(VOWELS)) and all(c.isalpha() or c in "'-" for c in noun)


def _listed_forms(noun: str, kind: str) -> tuple[str, ...]:
    """The forms by hand of a noun, or of the last part of a compound; `kind` is a field of `_Listed`."""
    for start in range(max(0, len(noun) - LONGEST_WORD), len(noun) - 1):
        last = noun[start:]
        row = _listed().get(last)
        forms: tuple[str, ...] = getattr(row, kind) if row else ()
        if forms and (not start or (last in last_parts(noun) and _may_head(noun, last))):
            return tuple(noun[:start] + form for form in forms)
    return ()


def _may_head(noun: str, last: str) -> bool:
    """Whether a noun is a compound with this last part, and no word of its own (*gedag, verblad*)."""
    return len(noun) - len(last) > 2 or Lexicon.load().compound_head(noun) == last


def _plural_candidates(noun: str) -> list[str]:
    """The plurals that the spelling allows for a noun, the likeliest first."""
    if noun.endswith("heid"):
        return [noun[:-2] + "den"]
    if noun.endswith("icus"):
        return [noun[:-2] + "i"]
    if noun.endswith(("ing", "teit", "schap", "nis", "ist", "aal", "heek")):
        return [extended(noun, "en")]
    if noun[-1:] in VOWELS + "y":
        return _plurals_after_vowel(noun)
    endings = [stem + "en" for stem in stems(noun)]
    if noun.endswith("um"):
        return [noun + "s", noun[:-2] + "a"]
    if noun.endswith(_S_PLURALS) and syllables(noun) > 1:
        return [noun + "s", *endings]
    return [*endings, noun + "s"]


def _plurals_after_vowel(noun: str) -> list[str]:
    if noun.endswith("ee"):
        return [noun + "ën", noun + "s"]
    if noun.endswith("ie"):
        ours = [noun + "s", noun + "ën", noun[:-1] + "ën"]
        return ours[:1] if noun.endswith(("tie", "sie", "xie")) and noun != "sie" else ours
    if noun.endswith(("au", "eu", "ou", "eau", "é", "ay", "ey", "oy")):
        return [noun + "s"]
    if noun.endswith("e"):
        return [noun + "n", noun + "s"]
    if noun.endswith(("ij", "ei", "ui", "oe", "aai", "ooi", "oei")):
        return [noun + "en", noun + "s"]
    return [noun + "'s", noun + "s"]


@remembered
def diminutive(noun: str) -> str | None:
    """Return the diminutive of a noun: ``deel`` → deeltje, ``plek`` → plekje; None for what has none."""
    listed = _listed_forms(noun, "diminutives")
    if listed:
        return listed[0]
    if noun.endswith(("je", "heid", "isme")) or len(noun) < 2:
        return None
    return max(_diminutives(noun), key=frequency)


def _diminutives(noun: str) -> list[str]:
    """The diminutives that the spelling allows, the likeliest first (Technische Handleiding 10)."""
    doubled = noun + noun[-1] + "etje"
    one = syllables(noun) == 1
    if noun.endswith("ng"):
        short = (
            [noun[:-1] + "kje"]
            if noun.endswith("ing") and not one and not noun.endswith("ling")
            else []
        )
        return [*short, noun + "etje"]
    if noun[-1] in VOWELS + "yw" or noun.endswith("ij"):
        return [_after_vowel(noun)]
    if ends_short(noun) and noun[-1] in "lmnr":
        own = noun + ("pje" if noun[-1] == "m" else "tje")
        return [doubled] if one else [own, doubled]
    if noun[-1] == "m":
        return [noun + "pje", noun + "etje"]
    if noun[-1] in "lnr":
        return [noun + "tje"]
    if ends_short(noun) and noun[-1] in "bgpk":
        return [noun + "je", doubled]
    return [noun + "je"]


def _after_vowel(noun: str) -> str:
    """``opa`` → opaatje, ``taxi`` → taxietje, ``café`` → cafeetje, ``baby`` → baby'tje."""
    if noun.endswith(
        ("ij", "w", "ee", "ie", "oe", "eu", "ui", "ei", "au", "ou", "ai", "oi", "ay", "ey")
    ):
        return noun + "tje"
    last = {"é": "ee", "i": "ie", "a": "aa", "o": "oo", "u": "uu", "y": "y'"}.get(
        noun[-1], noun[-1]
    )
    return noun[:-1] + last + "tje"


@remembered
def noun_form(noun: str, form: NounForm) -> str | None:
    """Return one form of a noun; None where it is not known."""
    if form is NounForm.SINGULAR:
        return noun
    if form is NounForm.PLURAL:
        return plural(noun)
    small = diminutive(noun)
    return small + "s" if small and form is NounForm.DIMINUTIVE_PLURAL else small


@remembered
def noun_spellings(noun: str) -> dict[str, NounForm]:
    """Every way to spell the forms of a noun, each with the form it stands for."""
    found: dict[str, NounForm] = {}
    small = {*_listed_forms(noun, "diminutives")}
    if len(noun) > 2 and not noun.endswith("je"):
        small |= {*_diminutives(noun), noun + noun[-1] + "etje", noun + "etje"}
    for text in small:
        found[text] = NounForm.DIMINUTIVE
        found[text + "s"] = NounForm.DIMINUTIVE_PLURAL
    many = _listed_forms(noun, "plurals") or (plural(noun) or noun, *_plural_candidates(noun))
    found |= dict.fromkeys(many, NounForm.PLURAL)
    return found | {noun: NounForm.SINGULAR}
