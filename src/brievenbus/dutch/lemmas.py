"""Dictionary forms: what the pipeline says, mended where the word lists know better.

The trained lemmatizer cuts endings off by patterns, and makes words that do not exist of words it has
not seen (*nederlag* of *nederlagen*, *goken* of *gegokt*). Where the word list does not have its lemma, or
a verb's lemma is no infinitive, the dictionary forms that the spelling allows are tried: one of which the
word found is a form, and that the list has, takes its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from brievenbus.dutch.adjectives import without_e
from brievenbus.dutch.lexicon import Lexicon
from brievenbus.dutch.nouns import diminutive, plural
from brievenbus.dutch.remembering import remembered
from brievenbus.dutch.spelling import VOICED, VOWELS, closed, frequency
from brievenbus.dutch.verbs import conjugate, irregular_infinitives, separable_particles

if TYPE_CHECKING:
    from spacy.tokens import Token as SpacyToken

MAX_PARTICLE_DISTANCE = 40
"""A separated particle further than this many words from its verb is taken for a parse error."""

MAX_LENGTH = 40
"""Longer words are left as they are: trying forms of them takes long and finds nothing."""

_INFLECTED = ("Number=Plur", "Tense=Past", "VerbForm=Part")


def lemmas(tokens: Sequence[SpacyToken]) -> list[str]:
    """Return the lemma of each token, in lower case save names, particles put back on their verbs."""
    found = [_lemma(token) for token in tokens]
    place = {token.i: i for i, token in enumerate(tokens)}
    for i, token in enumerate(tokens):
        head = place.get(token.head.i)
        if token.dep_ != "compound:prt" or head is None or head == i:
            continue
        if abs(head - i) > MAX_PARTICLE_DISTANCE or token.pos_ == "VERB":
            continue
        particle = token.lower_
        if not found[head].startswith(particle) and _may_join(particle, found[head]):
            found[head] = particle + found[head].lower()
    return found


def _may_join(particle: str, verb: str) -> bool:
    """Whether a particle makes a verb with another: *vaststellen*, not *betrekkinghebben*."""
    return particle in separable_particles() or frequency(particle + verb.lower()) > 0


def _lemma(token: SpacyToken) -> str:
    lemma = token.lemma_ or token.lower_
    if token.pos_ == "PROPN":
        return lemma
    features = str(token.morph)
    inflected = any(feature in features for feature in _INFLECTED)
    return mended(token.lower_, lemma.lower(), token.pos_, inflected)


@remembered
def mended(word: str, lemma: str, pos: str, inflected: bool = False) -> str:
    """Return the lemma of a word, or a better one where the word list does not have it.

    `word` and `lemma` in lower case, `pos` the Universal Dependencies tag, `inflected` whether the word
    is tagged as a plural noun, a past form or a participle: then it is hardly its own lemma.
    """
    if len(word) > MAX_LENGTH or not word.isalpha():
        return lemma
    candidates: Iterator[str] = iter(())
    unknown = frequency(lemma) == 0
    doubtful = unknown or (inflected and lemma == word)
    if pos in ("VERB", "AUX") and (doubtful or not lemma.endswith("n")):
        candidates = _infinitives(word)
    elif pos == "NOUN" and (doubtful or (inflected and not _is_noun(lemma))):
        candidates = _singulars(word)
    elif pos == "ADJ" and unknown:
        bare = without_e(word)
        candidates = iter((bare,) if bare else ())
    known = {candidate for candidate in candidates if frequency(candidate) > 0}
    return max(sorted(known - {word} or known), key=frequency, default=lemma)


def _is_noun(lemma: str) -> bool:
    return Lexicon.load().is_noun(lemma)


def _infinitives(word: str) -> Iterator[str]:
    """Yield the infinitives of which a word is a form: the listed ones, else by the rules."""
    starts = [p for p in ("", *separable_particles()) if word.startswith(p)]
    listed = irregular_infinitives()
    irregular = [p + listed[word[len(p) :]] for p in starts if word[len(p) :] in listed]
    yield from irregular
    for particle in () if irregular else starts:
        for stem in _verb_stems(word[len(particle) :]):
            for infinitive in _with_ending(stem):
                verb = conjugate(particle + infinitive)
                if word in verb.forms.values() or word in map(verb.whole, verb.forms):
                    yield particle + infinitive


def _verb_stems(word: str) -> Iterator[str]:
    """Yield what is left of a regular form without its endings and *ge-*."""
    bare = {word, word.removeprefix("ge").replace("ë", "e", 1).replace("ï", "i", 1)}
    for form in sorted(bare):
        for ending in ("", "t", "d", "te", "de", "ten", "den", "e", "en", "end", "ende"):
            if form.endswith(ending) and len(form) - len(ending) > 1:
                yield form[: len(form) - len(ending)]


def _with_ending(stem: str) -> Iterator[str]:
    """Yield a stem with *-en*, as spelling may write it: *gok* → gokken, *maak* → maken, *leef* → leven."""
    yield stem + "en"
    if stem[-1] not in VOWELS:
        yield stem + stem[-1] + "en"
        soft = VOICED.get(stem[-1], stem[-1])
        yield stem[:-1] + soft + "en"
        if stem[-3:-1] in ("aa", "ee", "oo", "uu"):
            yield stem[:-2] + soft + "en"


def _singulars(word: str) -> Iterator[str]:
    """Yield the singulars of which a word is a plural or a diminutive."""
    for ending in ("s", "'s", "en", "n", "ën", "eren"):
        if word.endswith(ending) and len(word) - len(ending) > 1:
            for singular in closed(word.removesuffix(ending)):
                if _is_noun(singular) and plural(singular) == word:
                    yield singular
    small = word.removesuffix("s")
    for ending in ("je", "tje", "etje", "pje", "kje"):
        if small.endswith(ending):
            for noun in closed(small.removesuffix(ending)):
                if _is_noun(noun) and diminutive(noun) == small:
                    yield noun
    if word.endswith("heden"):
        yield word.removesuffix("den") + "id"
