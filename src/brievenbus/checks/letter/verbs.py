"""The verbs that the checklist knows, in whatever form they stand in a sentence.

The lists in `data/checklist.toml` hold infinitives; `brievenbus.dutch.verbs` makes the forms. So a verb that
is put on a list is known as *stuur … op*, *stuurt … op*, *opsturen*, *op te sturen* and *opgestuurd*.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import repeat
from typing import NamedTuple

from brievenbus.checks.letter.words import data, fold
from brievenbus.dutch.remembering import remembered
from brievenbus.dutch.spelling import frequency
from brievenbus.dutch.verbs import VerbForm, conjugate

IMPERATIVE = frozenset({VerbForm.FIRST})
OF_READER = frozenset({VerbForm.SECOND, VerbForm.INVERTED, VerbForm.PLURAL})
"""The forms after *u*, before *je*, and with *jullie*."""
OF_SENDER = frozenset({VerbForm.PLURAL, VerbForm.FIRST, VerbForm.THIRD})
"""The forms with *wij*, *ik* and *het college*."""
INFINITIVE = frozenset({VerbForm.INFINITIVE})
PARTICIPLE = frozenset({VerbForm.PARTICIPLE})

_VOICED = {"f": "v", "s": "z"}
_SPLIT = INFINITIVE | PARTICIPLE
_WORD = re.compile(r"\w+(?:[-']\w+)*")
_STARTS_PHRASE = frozenset(
    {"de", "het", "een", "ons", "onze", "uw", "je", "jouw", "u", "dit", "deze", "die", "dat", "mij"}
)
"""After a particle these make it a preposition: *geeft op de dag*, but *geeft op, op papier*."""


class Word(NamedTuple):
    """A word of a folded text, with its place."""

    start: int
    text: str


class _Entry(NamedTuple):
    form: VerbForm
    particle: str
    infinitive: str


def split_words(folded: str) -> tuple[Word, ...]:
    """Return the words of a folded text; merge fields and marks are no words."""
    return tuple(Word(match.start(), match[0]) for match in _WORD.finditer(folded))


def verb_at(
    words: Sequence[Word], number: int, forms: frozenset[VerbForm], *lists: str
) -> str | None:
    """Return the infinitive of the verb that stands at a word in one of these forms.

    Where the verb has a particle, that must stand where the form wants it.
    """
    for entry in _table(lists).get(words[number].text, ()):
        if entry.form in forms and _has_particle(words, number, entry):
            return entry.infinitive
    return None


def first_verb(words: Sequence[Word], forms: frozenset[VerbForm], *lists: str) -> Word | None:
    """Return the first word that is one of these verbs in one of these forms."""
    known = _table(lists)
    for number, word in enumerate(words):
        if word.text in known and verb_at(words, number, forms, *lists) is not None:
            return word
    return None


@remembered
def is_stem(word: str) -> bool:
    """Whether a word can be the stem, and so the imperative, of a verb of the word list."""
    if word.endswith("t") and is_stem(word[:-1]):
        return False
    return any(map(_is_verb_of, _infinitives(word), repeat(word)))


def _is_verb_of(infinitive: str, stem: str) -> bool:
    """Whether a word is a verb with this stem; *successen* is none, as there is no *succest*."""
    forms = conjugate(infinitive).forms
    known = frequency(infinitive) > 0 and frequency(forms[VerbForm.THIRD]) > 0
    return known and forms[VerbForm.FIRST] == stem


def _infinitives(word: str) -> list[str]:
    """Return what the infinitive of a stem may be: *krab* → *krabben*, *loop* → *lopen*."""
    short = re.sub(r"([aeou])\1(?=[^aeiou]$)", r"\1", word)
    ends = {word, short, word + word[-1]}
    ends |= {end[:-1] + _VOICED[end[-1]] for end in (word, short) if end[-1] in _VOICED}
    return [end + "en" for end in ends]


def _has_particle(words: Sequence[Word], number: int, entry: _Entry) -> bool:
    if not entry.particle:
        return True
    if entry.form in _SPLIT:
        before = [word.text for word in words[max(0, number - 2) : number]]
        return before == [entry.particle, "te"]
    following = [word.text for word in words[number + 1 :]] + [""]
    return any(
        word == entry.particle and following[place + 1] not in _STARTS_PHRASE
        for place, word in enumerate(following[:-1])
    )


@cache
def _table(lists: tuple[str, ...]) -> Mapping[str, tuple[_Entry, ...]]:
    """Return what each form of the verbs on these lists can be."""
    found: dict[str, list[_Entry]] = defaultdict(list)
    for name in lists:
        for infinitive in data()["werkwoorden"][name]:
            for text, entry in _entries(infinitive):
                found[fold(text)].append(entry)
    return {text: tuple(entries) for text, entries in found.items()}


def _entries(infinitive: str) -> list[tuple[str, _Entry]]:
    verb = conjugate(infinitive)
    found = []
    for form in (*IMPERATIVE, *OF_READER, *OF_SENDER):
        ways = (verb.forms[form], *verb.variants.get(form, ()))
        found += [(way, _Entry(form, verb.particle, infinitive)) for way in ways]
    for form in _SPLIT:
        found.append((verb.forms[form], _Entry(form, "", infinitive)))
    if verb.particle:
        base = infinitive.removeprefix(verb.particle)
        found.append((base, _Entry(VerbForm.INFINITIVE, verb.particle, infinitive)))
    return found
