"""`zeldzaam-woord`: rare words for which no rule has another word.

Anti-pattern: *de vigerende regels*. Best practice: *de regels die nu gelden*. A tip: a rare word may be the
right one. Names, compounds of known words, forms of known words and what is made of them (*verlaging*) are
not rare, and a thing that one can point at (*dakgoot*) has no other name.
"""

from __future__ import annotations

from collections.abc import Iterator

from brievenbus.checks.abbreviation_shape import is_abbreviation_shaped
from brievenbus.checks.numbers import number_value
from brievenbus.checks.page import Check
from brievenbus.checks.protected import protected
from brievenbus.checks.sentences.common import finding, say
from brievenbus.checks.sentences.compounds import bare_parts
from brievenbus.checks.wordlists import word_list
from brievenbus.dutch import Analysis, Token
from brievenbus.dutch.adjectives import with_e, without_e
from brievenbus.dutch.lexicon import LONGEST_WORD, Lexicon, NounType
from brievenbus.dutch.nouns import noun_spellings
from brievenbus.dutch.remembering import remembered
from brievenbus.dutch.spelling import closed, frequency, stems
from brievenbus.dutch.verbs import VerbForm, conjugate, separable_particles
from brievenbus.findings import Category, Finding, Severity
from brievenbus.rulebook.profiles import Profile

RULE = "zeldzaam-woord"

SHORT = 5
"""Letters under which a word is left alone: what is not in the word list is a sign then (own judgement)."""

KNOWN_PART = 2.5
"""Zipf value from which a word is known well enough to carry what is made of it (own judgement)."""

_KINDS = frozenset({"NOUN", "VERB", "ADJ", "ADV", "ADP", "SCONJ", "CCONJ", "X"})

_ENDINGS = {
    "heid": ("",),
    "ing": ("en",),
    "ings": ("en",),
    "er": ("en", ""),
    "ster": ("en",),
    "baar": ("en",),
    "loos": ("",),
    "vol": ("",),
    "achtig": ("",),
    "matig": ("",),
    "schap": ("",),
    "lijk": ("", "en"),
    "isch": ("ie", "", "iek", "a"),
    "s": ("",),
    "st": ("",),
    "tje": ("",),
    "je": ("",),
    "iteit": ("", "iek"),
    "ist": ("ie", ""),
    "eerbaar": ("eren",),
}
"""Endings, and what stands in their place in the word they are put behind: *verlag-ing, verlag-en*."""

_BEGINNINGS = ("on", "her", "niet", "non", "ex", "oud", "mede", "hoofd", "co")


def check(analysis: Analysis, profile: Profile) -> list[Finding]:
    """Find rare words; the message is a tip."""
    left_alone = protected(analysis)
    return [
        finding(
            analysis,
            RULE,
            [token],
            text=say(RULE, "tip", woord=token.text),
            severity=Severity.NOTE,
            category=Category.ZELDZAAM,
        )
        for token in analysis.tokens
        if token.i not in left_alone
        and _is_ordinary(analysis, token)
        and not _is_known(token, profile.zeldzaam)
    ]


def _is_ordinary(analysis: Analysis, token: Token) -> bool:
    """Whether a token is a word of the language: no name, number, abbreviation or stray letters."""
    text = token.text
    if (
        token.placeholder
        or len(text) < SHORT
        or not text.replace("-", "").isalpha()
        or text[0] == "-"
    ):
        return False
    if token.pos not in _KINDS or is_abbreviation_shaped(text):
        return False
    first, _ = analysis.sentences[token.sentence]
    return text.islower() or (token.i == first and text[1:].islower())


def _is_known(token: Token, rare: float) -> bool:
    """Whether the readers of a profile are likely to have met a word, in this form or another."""
    lexicon = Lexicon.load()
    lemma = token.lemma.lower()
    if number_value(token.lower) is not None or {lemma, token.lower} & word_list("gewone_woorden"):
        return True
    if lexicon.in_skiplist(lemma) or lexicon.noun_type(lemma) is NounType.CONCRETE:
        return True
    if any(frequency(form) >= rare for form in _forms(token)):
        return True
    return any(_is_made_of_known(word, token.pos) for word in {token.lower, lemma})


def _forms(token: Token) -> Iterator[str]:
    """Yield the forms in which the word of a token may be commoner than in this one.

    Of verbs without the participle, which is another word too easily: *gewaagd* of *gewagen*.
    """
    lemma = token.lemma.lower()
    yield token.lower
    yield lemma
    if token.pos == "VERB" and lemma.endswith("n"):
        verb = conjugate(lemma)
        forms = {
            verb.whole(form) for form in (VerbForm.FIRST, VerbForm.THIRD, VerbForm.PAST_SINGULAR)
        }
        yield from forms - {verb.whole(VerbForm.PARTICIPLE), verb.whole(VerbForm.PARTICIPLE_E)}
    elif token.pos == "NOUN":
        yield from noun_spellings(lemma)
    elif token.pos in ("ADJ", "ADV"):
        yield with_e(lemma)
        yield without_e(token.lower) or lemma


@remembered
def _is_made_of_known(word: str, kind: str) -> bool:
    """Whether a word is a compound of known words, or a known word with a beginning or an ending."""
    if len(word) > LONGEST_WORD:
        return False
    pieces = word.split("-")
    if len(pieces) > 1:
        return all(len(p) < SHORT or _is_common(p) or _is_made_of_known(p, kind) for p in pieces)
    parts = bare_parts(word)
    if len(parts) > 1 and (kind != "VERB" or min(map(len, parts)) >= SHORT):
        return True
    if kind != "VERB" and any(_joins(word, place) for place in range(4, len(word) - 3)):
        return True
    if any(_is_common(base) for base in _bases(word)):
        return True
    particles = (*_BEGINNINGS, *separable_particles())
    return any(
        word.startswith(part) and len(word) - len(part) > 3 and _is_common(word[len(part) :])
        for part in particles
    )


def _bases(word: str) -> Iterator[str]:
    """Yield the words that a word may be made of with an ending: *verlaging* of *verlagen*."""
    bare = word.removesuffix("e")
    for ending, replacements in _ENDINGS.items():
        stem = bare.removesuffix(ending)
        if stem != bare and len(stem) > 2:
            yield from (form + new for new in replacements for form in (stem, *closed(stem)))


def _joins(word: str, place: int) -> bool:
    """Whether a word is two common words: *rolstoel·toegankelijk*, with or without a linking -s-."""
    first, last = word[:place], word[place:]
    return _is_common(last) and (_is_common(first) or _is_common(first.removesuffix("s")))


def _is_common(word: str) -> bool:
    """Whether a word, or the infinitive that it is the stem of, is well known."""
    if frequency(word) >= KNOWN_PART:
        return True
    return (
        any(frequency(stem + "e") >= KNOWN_PART for stem in stems(word)) if len(word) > 3 else False
    )


CHECK = Check(RULE, check)
