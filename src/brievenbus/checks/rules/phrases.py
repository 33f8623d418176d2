"""The little language of `zoek` and `kies`: words, a gap (``…``) and a verb slot (``{ww}``).

A phrase is compiled once into the orders in which Dutch may put it: as written, with the verb in
second place (*wij stellen u in kennis*), and with the part after the gap in front (*voor subsidie in
aanmerking komen*).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from brievenbus.dutch.adjectives import all_forms, with_e
from brievenbus.dutch.lexicon import Lexicon
from brievenbus.dutch.nouns import article, noun_spellings
from brievenbus.dutch.spelling import frequency
from brievenbus.dutch.verbs import VerbForm, conjugate
from brievenbus.rulebook import WordClass

GAP = "…"
VERB_SLOT = "{ww}"


class Piece(StrEnum):
    """What an element of an order is."""

    WORD = "word"
    VERB = "verb"
    GAP = "gap"
    SLOT = "slot"


@dataclass(frozen=True)
class Element:
    """One element: a word with the forms in which it may stand, the phrase's verb, a gap or a slot."""

    piece: Piece
    word: str = ""
    forms: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Phrase:
    """A phrase cut into what stands before the gap, the verb, and what stands after the gap.

    `verb` is the infinitive or ""; `verb_leads` says that it is written before the other words
    (*laten weten*, not *de kans geven*). For *zorg dragen … voor*: before ("zorg",), verb "dragen", after
    ("voor",). `gap` tells whether there is a gap; `slot` whether a free infinitive ends the phrase.
    """

    before: tuple[str, ...]
    verb: str
    after: tuple[str, ...]
    gap: bool
    slot: bool
    verb_leads: bool = False


class Order(StrEnum):
    """How the parts of a phrase stand in the sentence."""

    WRITTEN = "written"
    VERB_FIRST = "verb first"
    AFTER_FIRST = "after first"


def parse(text: str, *, verbal: bool, verb_first: bool = False, surely: bool = False) -> Phrase:
    """Parse a `zoek` or `kies`.

    `verbal` says whether the phrase may hold a verb that inflects; it stands at the end (*in kennis
    stellen*), or with `verb_first` at the start where both could (*laten weten*). `surely` takes a
    single word for a verb, however rare its forms (*monitoren*).
    """
    words = text.replace(GAP, f" {GAP} ").split()
    slot = VERB_SLOT in words
    gap = GAP in words
    cut = words.index(GAP) if gap else len(words)
    before, after = words[:cut], words[cut + 1 :]
    verb, leads = "", False
    if verbal and before:
        places = (0, len(before) - 1) if verb_first else (len(before) - 1, 0)
        if len(before) > 2 and before[-2] == "te":  # *komen te vervallen*
            places = (0, 0)
        alone = len(before) == 1 and surely
        position = 0 if alone else next((i for i in places if is_verb(before[i].lower())), None)
        if position is not None:
            verb, leads = before.pop(position).lower(), position == 0
    return Phrase(tuple(before), verb, tuple(after), gap, slot, leads)


@cache
def is_verb(word: str) -> bool:
    """Whether a dictionary form is a verb: an infinitive whose finite forms occur in the word list."""
    if word in _NO_VERBS or not word.endswith("n") or len(word) < 3:
        return False
    if word in ("zijn", "gaan", "staan", "slaan", "doen", "zien"):
        return True
    if not word.endswith(("en", "gaan", "staan", "slaan", "doen", "zien")):
        return False
    verb = conjugate(word)
    present, past = verb.forms[VerbForm.THIRD], verb.forms[VerbForm.PAST_SINGULAR]
    if frequency(present) > 0 and (frequency(past) > 0 or frequency(verb.particle + past) > 0):
        return True
    # Official verbs are rare in subtitles (*inwilligen*); a noun or a common word is no verb.
    return (
        len(word) > 6
        and frequency(word) < RARE
        and not Lexicon.load().is_noun(word)
        and not word.endswith(("heden", "ingen"))
    )


RARE = 3.2
"""Zipf value under which an unknown word in -en is taken for a verb: once per 600,000 words."""

_NO_VERBS = frozenset(
    {"een", "den", "heden", "einde", "behoren", "aanzien", "worden verzocht", "deren"}
)


@cache
def forms_of(word: str, word_class: WordClass | None) -> frozenset[str]:
    """All forms, in lower case, in which a dictionary form may stand in a text.

    Without a word class the word list tells whether it is a noun, a verb or something else.
    """
    word = word.lower()
    if word_class is None:
        word_class = likely_class(word)
    forms = {word}
    if word_class is WordClass.WERKWOORD:
        verb = conjugate(word)
        forms |= {verb.whole(form) for form in VerbForm}
        if not verb.particle:
            forms |= verb_forms(word)
    elif word_class is WordClass.ZELFSTANDIG:
        forms |= noun_spellings(word).keys() | {word + "s"}
    elif word_class is WordClass.BIJVOEGLIJK:
        forms |= all_forms(word)
    return frozenset(forms)


def likely_class(word: str) -> WordClass | None:
    """Guess the class of a dictionary form of four letters or more."""
    if len(word) < 4 or not word.isalpha():
        return None
    if word.endswith("en") and is_verb(word):
        return WordClass.WERKWOORD
    if Lexicon.load().is_noun(word):
        return WordClass.ZELFSTANDIG
    adjective = frequency(with_e(word)) > 0 or word.endswith(("end", "lijk", "ig", "isch"))
    if adjective:
        return WordClass.BIJVOEGLIJK
    return WordClass.ZELFSTANDIG if article(word) is not None else None


def elements(words: tuple[str, ...]) -> list[Element]:
    """The elements for words that stand together."""
    made: list[Element] = []
    for word in words:
        if word == VERB_SLOT:
            made.append(Element(Piece.SLOT))
        else:
            made.append(Element(Piece.WORD, word.lower(), frozenset({word.lower()})))
    return made


def orders(phrase: Phrase) -> list[tuple[Order, list[Element]]]:
    """The orders in which a phrase may stand, each as the elements to find one after another."""
    before, after = elements(phrase.before), elements(phrase.after)
    gap = [Element(Piece.GAP)]
    if not phrase.verb:
        return [(Order.WRITTEN, before + (gap + after if phrase.gap else []))]
    verb = [Element(Piece.VERB, phrase.verb, verb_forms(phrase.verb))]
    tail = gap + after if phrase.gap else []
    if not before:
        found = [(Order.WRITTEN, verb + tail)]
    else:
        found = [
            (Order.WRITTEN, before + verb + tail),
            (Order.VERB_FIRST, verb + gap + before + tail),
        ]
    if phrase.gap and not phrase.slot and after:
        found.append((Order.AFTER_FIRST, after + gap + before + verb))
    return found


@cache
def verb_forms(infinitive: str) -> frozenset[str]:
    """Every form a verb may have as one token: finite forms without particle, and the whole ones."""
    verb = conjugate(infinitive)
    return frozenset(spelling for form in VerbForm for spelling in verb.spellings(form))
