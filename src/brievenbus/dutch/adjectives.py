"""The forms of Dutch adjectives: with -e, comparative, superlative, and the way back from a form.

Sources: the spelling rules of `spelling`; irregular steps of comparison in `data/bijvoeglijk.tsv`
(Algemene Nederlandse Spraakkunst, 6.4.2).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from brievenbus.dutch.remembering import remembered
from brievenbus.dutch.spelling import (
    VOWELS,
    closed,
    data_lines,
    extended,
    frequency,
    syllables,
)


class Degree(StrEnum):
    """A step of comparison."""

    POSITIVE = "stellend"
    COMPARATIVE = "vergrotend"
    SUPERLATIVE = "overtreffend"


@dataclass(frozen=True)
class AdjectiveForm:
    """A form of an adjective: its degree, and its ending: "", -e, -en (*de armen*) or -s (*iets moois*)."""

    degree: Degree = Degree.POSITIVE
    ending: str = ""


@dataclass(frozen=True)
class _Comparison:
    comparative: str
    superlative: str


@cache
def _irregular() -> dict[str, _Comparison]:
    rows = (line.split("\t") for line in data_lines("bijvoeglijk.tsv"))
    return {row[0]: _Comparison(row[1], row[2]) for row in rows if len(row) == 3}


@cache
def _invariable() -> frozenset[str]:
    return frozenset(line for line in data_lines("bijvoeglijk.tsv") if "\t" not in line)


@remembered
def is_invariable(word: str) -> bool:
    """Whether an adjective never takes -e: *open, houten, gratis, extra, prima*."""
    if word in _invariable():
        return True
    if word.endswith("en"):
        return syllables(word) > 1 and word[-3:-2] not in VOWELS and word[-3:] not in ("ein", "oen")
    return len(word) > 2 and word[-1] in "aoiuyé" and word[-2] not in VOWELS


@remembered
def with_e(word: str) -> str:
    """Add the ending -e: ``groot`` → grote, ``snel`` → snelle, ``lief`` → lieve; *open* has none."""
    if word.endswith("e") or is_invariable(word):
        return word
    if word.endswith("ieel"):  # *essentieel*, *officieel*
        return word[:-3] + "ële"
    if word == "grof":
        return "grove"
    return extended(word, "e")


@remembered
def without_e(word: str) -> str | None:
    """Take the ending -e away: ``grote`` → groot, ``snelle`` → snel; None where the rest is no word."""
    if not word.endswith("e") or len(word) < 4:
        return None
    if word.endswith("ere") and frequency(word[:-1]) > 0:  # comparatives: *betere*
        return word[:-1]
    known = [bare for bare in _bare_forms(word) if with_e(bare) == word and bare != word]
    return max(known, key=frequency, default=None)


def _bare_forms(word: str) -> list[str]:
    """What an adjective in -e may be without it, the likeliest last."""
    return [word[:-3] + "eel"] if word.endswith("iële") else closed(word[:-1])


@remembered
def comparative(word: str) -> str | None:
    """``groot`` → groter, ``duur`` → duurder, ``goed`` → beter; None for what has no degrees (*houten*)."""
    if word in _irregular():
        return _irregular()[word].comparative
    if word in _invariable() or word.endswith("e") or word[-1:] in "aouyé":
        return None
    if word.endswith("r"):
        return word + "der"
    return word + "er" if is_invariable(word) else with_e(word) + "r"


@remembered
def superlative(word: str) -> str | None:
    """``groot`` → grootst, ``vies`` → viest, ``goed`` → best; after -st and -isch it is *meest*."""
    if word in _irregular():
        return _irregular()[word].superlative
    if comparative(word) is None:
        return None
    if word.endswith(("st", "isch", "sk")):
        return "meest " + word
    return word + ("t" if word.endswith("s") else "st")


@remembered
def adjective_form(word: str, form: AdjectiveForm) -> str | None:
    """Return one form of an adjective; None where it has none."""
    if form.degree is Degree.POSITIVE:
        return _with_ending(word, form.ending)
    if form.degree is Degree.COMPARATIVE:
        base = comparative(word)
        if base in ("meer", "minder") and form.ending == "e":
            return base if base == "meer" else "mindere"
        return None if base is None else base + form.ending
    base = superlative(word)
    if base is None:
        return None
    if base.startswith("meest "):
        ended = _with_ending(word, form.ending)
        return None if ended is None else "meest " + ended
    return base + form.ending


def _with_ending(word: str, ending: str) -> str | None:
    if not ending:
        return word
    if ending == "s":
        return word if word.endswith(("s", "sch", "x", "z")) or is_invariable(word) else word + "s"
    inflected = with_e(word)
    if ending == "e":
        return inflected
    return inflected + "n" if inflected.endswith("e") else None


FORMS = tuple(AdjectiveForm(degree, ending) for degree in Degree for ending in ("", "e", "en", "s"))


def forms_like(lemma: str, word: str) -> list[AdjectiveForm]:
    """Return the forms of `lemma` that are spelled like `word`, both in lower case."""
    return [form for form in FORMS if adjective_form(lemma, form) == word]


def all_forms(lemma: str) -> frozenset[str]:
    """All forms of an adjective that are one word."""
    made = (adjective_form(lemma, form) for form in FORMS)
    return frozenset(form for form in made if form is not None and " " not in form)
