"""How Dutch spells a word before an ending that starts with a vowel: *groot* + e, *wet* + en.

The rules are those of the Dutch spelling (Woordenlijst Nederlandse Taal, Technische Handleiding 2.1
and 2.2: open and closed syllables, v and z). Where they leave a choice, as in a last syllable that may
have no stress, the commonest form of the word list wins.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from brievenbus.dutch.lexicon import Lexicon
from brievenbus.dutch.remembering import remembered

VOWELS = "aeiouáéíóúäëïöüàèêîôû"
DIGRAPHS = frozenset(
    {"aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ei", "au", "ou", "ae", "ai", "oi"}
)
VOICED = {"f": "v", "s": "z"}
HARD = {soft: hard for hard, soft in VOICED.items()}

_LONG = re.compile(r"(?:aa|ee|oo|uu|[ïë]e)[bcdfgklmnprstvz]$")
_UNSTRESSED = ("el", "em", "en", "er", "ig", "ik")
"""Endings of more than one syllable that have no stress: their consonant stays single."""

_KEEPS_F = ("graaf", "soof", "troof", "strof")
_KEEPS_S = ("ees", "kruis", "eis", "kuis", "heus", "paus", "saus")
"""Words in -f and -s after a long vowel that keep it: *paragrafen, filosofen, Chinese, eisen*."""

FREQUENT = 3.0
"""Zipf value from which a form is a common word: once per million."""


@cache
def data_lines(name: str) -> tuple[str, ...]:
    """Return the lines of a file in `data` that hold something; ``#`` opens a line of explanation."""
    text = (resources.files("brievenbus.dutch") / "data" / name).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


@cache
def word_groups() -> dict[str, frozenset[str]]:
    """Return the groups of small words in `data/functiewoorden.txt`, by name."""
    pairs = (line.split(":") for line in data_lines("functiewoorden.txt"))
    return {name: frozenset(words.split()) for name, words in pairs}


@remembered
def frequency(word: str) -> float:
    """How common a form is: its Zipf value, 0 where the word list does not have it."""
    return Lexicon.load().zipf(word) or 0.0


def syllables(word: str) -> int:
    """Count the vowel groups of a word: enough to tell one syllable from more."""
    return len(re.findall(rf"(?:ij|[{VOWELS}y])+", word))


def ends_short(word: str) -> bool:
    """Whether a word ends in one vowel and one consonant: *wet*, not *brief* or *wind*."""
    if not re.search(r"[bcdfgklmnprstvz]$", word) or len(word) < 2:
        return False
    before = word[:-1]
    if before[-1] not in "aeiou" or before.endswith("ij"):
        return False
    return len(before) < 2 or before[-2:] not in DIGRAPHS or before.endswith(("queu", "quie"))


def ends_long(word: str) -> bool:
    """Whether a word ends in a doubled vowel and one consonant: *groot, gebaar*."""
    return _LONG.search(word) is not None


@remembered
def extended(word: str, ending: str) -> str:
    """Spell a word with an ending that starts with a vowel: ``groot``, ``e`` → grote."""
    best = max((stem + ending for stem in stems(word)), key=frequency)
    if len(stems(word)) > 1 and frequency(best) == 0:
        for start in range(len(word) - 5, len(word) - 3):  # *supersnel* goes like *snel*
            last = word[max(start, 1) :]
            if syllables(last) == 1 and frequency(extended(last, ending)) > FREQUENT:
                return word.removesuffix(last) + extended(last, ending)
    return best


@remembered
def stems(word: str) -> tuple[str, ...]:
    """The ways to spell a word before a vowel, the likeliest first."""
    if len(word) < 2 or word[-1] in VOWELS:
        return (word,)
    if ends_long(word):
        return _voiced(word[:-2] + word[-1], word)
    if ends_short(word):
        doubled = word + word[-1]
        if syllables(word) == 1:
            return (doubled,)
        return (word, doubled) if word.endswith(_UNSTRESSED) else (doubled, word)
    return _voiced(word, word)


def closed(stem: str) -> list[str]:
    """The ways to spell a stem without what followed it, the likeliest last: the way back of `stems`.

    ``brugg`` → brug, ``del`` → deel, ``briev`` → brief; the stem itself is the first.
    """
    last = HARD.get(stem[-1], stem[-1])
    found = [stem, stem[:-1] + last]
    if len(stem) > 2 and stem[-1] == stem[-2]:
        found.append(stem[:-1])
    elif len(stem) > 1 and stem[-2] in "aeou" and stem[-3:-1] not in DIGRAPHS:
        found.append(stem[:-1] + stem[-2] + last)
    return found


def _voiced(stem: str, word: str) -> tuple[str, ...]:
    """The stem with v or z for its last f or s, where the sound before it allows that."""
    last = stem[-1]
    if last not in VOICED or word[-2] in "bcdfgkpt":
        return (stem,)
    changed = stem[:-1] + VOICED[last]
    if word.endswith(_KEEPS_F + _KEEPS_S) or (last == "s" and word[-2] in "lmnrw"):
        return (stem, changed)
    return (changed, stem)
