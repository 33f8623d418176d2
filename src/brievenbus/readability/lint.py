"""LiNT-II: how hard a text is for Dutch readers, fitted on measured comprehension.

Source: Kim & Pander Maat (2025), package ``lint_ii`` 0.1.3; the instrument it renews is LiNT
(Pander Maat, Kleijn & Frissen 2023). 120 texts, 2,700 pupils, adjusted R² 0.72 with the 3.8.0
coefficients.

What is counted agrees with that package. Left out on purpose, as flaws of it:

- address, reference lines and salutation glued onto the first sentence, and headings and indented
  blocks dropped: here only blocks of running text are given to the formula, each analysed alone;
- manner adverbs, nouns and compound heads that end in a space and are never found: the word lists
  have them without (``training/build_lexicon.py``);
- every typographic apostrophe turned into a double quotation mark, so that *foto’s* is never found;
- a score per sentence: the formula was fitted on whole texts, so that it is not offered.

Different on purpose too: a merge field (`Token.placeholder`) is no word. It counts nowhere, also
not between a word and its head.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from itertools import accumulate

from brievenbus.dutch.analysis import Analysis, Token
from brievenbus.dutch.lexicon import Lexicon, NounType

UNKNOWN_ZIPF = 1.359228547196266
"""Zipf frequency of a word that SUBTLEX-NL has not: a count of zero plus one (lint_ii 0.1.3)."""

CONSTANT = -11.471733033015028
PER_ZIPF = 18.67626378295312
PER_DEPENDENCY = -1.4069959945847472
PER_CONTENT_WORD = -2.5835484942107323
PER_CONCRETE_SHARE = 15.45972400345915
"""The coefficients for ``nl_core_news_lg`` 3.8.0 with noun list 20260420 (coefficients.json)."""

LEVEL_LIMITS = (34.0, 46.0, 58.0)
"""Scores from which a text is of level 2, 3 and 4 (Pander Maat, Kleijn & Frissen 2023)."""

STRUGGLING_PERCENT = {1: 14, 2: 29, 3: 53, 4: 78}
"""Per level the percentage of all adults that have trouble reading such a text (same source)."""

_NOUNS = frozenset({"NOUN", "PROPN"})
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_ENTITY_TYPES = {
    "PERSON": NounType.CONCRETE,
    "GPE": NounType.CONCRETE,
    "ORG": NounType.ABSTRACT,
}


@dataclass(frozen=True, slots=True)
class LintCounts:
    """What the four LiNT-II features are made of; the counts of a text are the sum of its blocks.

    `frequency_sum`: Zipf frequencies of `frequency_words` content words, names left out.
    `dependency_sum`: longest dependency, in words, of `dependency_sentences` sentences of two or
    more words. `density_sum`: content words per finite verb, of `density_sentences` sentences that
    have one. Nouns per type; nouns of unknown type are in none.
    """

    frequency_sum: float = 0.0
    frequency_words: int = 0
    dependency_sum: int = 0
    dependency_sentences: int = 0
    density_sum: float = 0.0
    density_sentences: int = 0
    concrete_nouns: int = 0
    abstract_nouns: int = 0
    undefined_nouns: int = 0

    def __add__(self, other: LintCounts) -> LintCounts:
        """Return the counts of two texts together."""
        return LintCounts(
            *(getattr(self, field.name) + getattr(other, field.name) for field in fields(self))
        )

    @property
    def mean_frequency(self) -> float | None:
        """Mean Zipf frequency of the content words; None without any."""
        return _ratio(self.frequency_sum, self.frequency_words)

    @property
    def mean_dependency(self) -> float | None:
        """Mean over sentences of the longest dependency, in words between; None without any."""
        return _ratio(self.dependency_sum, self.dependency_sentences)

    @property
    def mean_density(self) -> float | None:
        """Mean over sentences of content words per finite verb; None without any."""
        return _ratio(self.density_sum, self.density_sentences)

    @property
    def concrete_share(self) -> float | None:
        """Share (0 to 1) of the nouns of known type that are concrete; None without any."""
        known = self.concrete_nouns + self.abstract_nouns + self.undefined_nouns
        return _ratio(self.concrete_nouns, known)


@dataclass(frozen=True, slots=True)
class LintScore:
    """A LiNT-II score, 0 (easy) to 100 (hard), and its level, 1 to 4."""

    score: float
    level: int


def lint_score(counts: LintCounts) -> LintScore | None:
    """Return score and level of a whole text; None where one of the four features is missing.

    The score is 100 − (c + a·frequency − b·dependency − d·density + e·concrete share), kept between
    0 and 100, as in ``lint_ii/core/lint_scorer.py``.
    """
    frequency, dependency = counts.mean_frequency, counts.mean_dependency
    density, concrete = counts.mean_density, counts.concrete_share
    if frequency is None or dependency is None or density is None or concrete is None:
        return None
    raw = (
        CONSTANT
        + PER_ZIPF * frequency
        + PER_DEPENDENCY * dependency
        + PER_CONTENT_WORD * density
        + PER_CONCRETE_SHARE * concrete
    )
    score = min(100.0, max(0.0, 100 - raw))
    return LintScore(score, lint_level(score))


def lint_level(score: float) -> int:
    """Return the level (1 easy to 4 hard) of a score; the limits belong to the higher level."""
    return 1 + sum(score >= limit for limit in LEVEL_LIMITS)


def lint_counts(analysis: Analysis, lexicon: Lexicon) -> LintCounts:
    """Return what one block adds to the four features of its text."""
    content: list[int] = [0] * len(analysis.sentences)
    finite: list[int] = [0] * len(analysis.sentences)
    frequencies: list[float] = []
    nouns = dict.fromkeys(NounType, 0)
    for token in analysis.tokens:
        if token.placeholder:
            continue
        finite[token.sentence] += token.is_finite
        noun_type = noun_type_of(token, lexicon)
        if noun_type is not None:
            nouns[noun_type] += 1
        if is_content_word(token, lexicon):
            content[token.sentence] += 1
            frequency = _content_frequency(token, analysis, lexicon)
            if frequency is not None:
                frequencies.append(frequency)
    longest = [length for length in _longest_dependencies(analysis) if length is not None]
    densities = [words / verbs for words, verbs in zip(content, finite, strict=True) if verbs]
    return LintCounts(
        frequency_sum=sum(frequencies),
        frequency_words=len(frequencies),
        dependency_sum=sum(longest),
        dependency_sentences=len(longest),
        density_sum=sum(densities),
        density_sentences=len(densities),
        concrete_nouns=nouns[NounType.CONCRETE],
        abstract_nouns=nouns[NounType.ABSTRACT],
        undefined_nouns=nouns[NounType.UNDEFINED],
    )


def is_content_word(token: Token, lexicon: Lexicon) -> bool:
    """Return whether a token is a noun, name, verb, adjective or manner adverb.

    Numerals (also those tagged as adjectives) and copulas are not.
    """
    if "TW" in token.tag or token.dep == "cop":
        return False
    return token.pos in _CONTENT or lexicon.is_manner_adverb(token.lower)


def word_frequency(token: Token, analysis: Analysis, lexicon: Lexicon) -> float | None:
    """Return the Zipf frequency (log10 per billion words) of a content word; None for any other.

    A compound noun counts as its head, a word that SUBTLEX-NL has not as `UNKNOWN_ZIPF`. Names,
    merge fields, and words in LiNT-II's skip list by form or lemma have no frequency.
    """
    if token.placeholder or not is_content_word(token, lexicon):
        return None
    return _content_frequency(token, analysis, lexicon)


def _content_frequency(token: Token, analysis: Analysis, lexicon: Lexicon) -> float | None:
    if token.pos == "PROPN":
        return None
    word = token.lower
    if lexicon.in_skiplist(word) or lexicon.in_skiplist(_plain_lemma(token, analysis)):
        return None
    if token.pos == "NOUN":
        word = lexicon.compound_head(word) or word
    frequency = lexicon.zipf(word)
    return UNKNOWN_ZIPF if frequency is None else frequency


def _plain_lemma(token: Token, analysis: Analysis) -> str:
    """Return the lemma without the particle of a separated verb (*biedt … aan*: *bieden*).

    LiNT-II looks at one word at a time: it skips *aanbieden* in one piece, not *biedt*.
    """
    lemma = token.lemma.lower()
    if token.pos != "VERB":
        return lemma
    for number in analysis.children[token.i]:
        child = analysis.tokens[number]
        if child.dep == "compound:prt" and not token.lower.startswith(child.lower):
            return lemma.removeprefix(child.lower)
    return lemma


def noun_type_of(token: Token, lexicon: Lexicon) -> NounType | None:
    """Return what a noun or name stands for; None for other words and for unknown nouns.

    The form is looked up first, then the lemma; then a person or place is concrete, an organisation
    abstract. The symbol of a unit counts as a concrete noun where its tag is ``SPEC``.
    """
    if token.placeholder:
        return None
    if token.pos in _NOUNS:
        return (
            lexicon.noun_type(token.lower)
            or lexicon.noun_type(token.lemma.lower())
            or _ENTITY_TYPES.get(token.entity)
        )
    if "SPEC" in token.tag and lexicon.is_measurement_unit(token.lower):
        return NounType.CONCRETE
    return None


def dependency_lengths(analysis: Analysis) -> list[int]:
    """Return for each token the words that stand between it and its head; the longest of several.

    Punctuation and merge fields are not counted, and have length 0 themselves.
    """
    counted = [token.dep != "punct" and not token.placeholder for token in analysis.tokens]
    before = [0, *accumulate(counted)]
    conjuncts: dict[int, list[int]] = {}
    lengths: list[int] = []
    for token, counts in zip(analysis.tokens, counted, strict=True):
        length = 0
        if counts:
            for head in _heads(token, analysis, conjuncts):
                low, high = sorted((token.i, head))
                length = max(length, before[high] - before[low] - 1)
        lengths.append(length)
    return lengths


def _longest_dependencies(analysis: Analysis) -> Iterator[int | None]:
    """Yield per sentence its longest dependency; None for a sentence of fewer than two words."""
    lengths = dependency_lengths(analysis)
    for first, last in analysis.sentences:
        words = [
            lengths[token.i]
            for token in analysis.tokens[first:last]
            if not token.placeholder and not _is_punctuation(token.text)
        ]
        yield max(words) if len(words) > 1 else None


def _is_punctuation(text: str) -> bool:
    """Return whether all is punctuation in Unicode: *%* is, *€* and *+* are not (as in spaCy)."""
    return not text[0].isalnum() and all(unicodedata.category(c)[0] == "P" for c in text)


def _heads(token: Token, analysis: Analysis, conjuncts: dict[int, list[int]]) -> Iterable[int]:
    """Return the heads of a token.

    A conjunct has the head of the first of its row (Universal Dependencies hangs the second on the
    first). A subject belongs to all conjuncts of its head too.
    """
    first = _first_conjunct(token, analysis)
    head = first.head
    if first.dep != "nsubj":
        return (head,)
    if head not in conjuncts:
        conjuncts[head] = _row(analysis.tokens[head], analysis)
    return (head, *conjuncts[head])


def _first_conjunct(token: Token, analysis: Analysis) -> Token:
    """Follow ``conj`` upward to the first of the row; stops at a root."""
    while token.dep == "conj" and token.head != token.i:
        token = analysis.tokens[token.head]
    return token


def _row(token: Token, analysis: Analysis) -> list[int]:
    """Return all conjuncts in the row that `token` is in: only those right of their head."""
    row = [_first_conjunct(token, analysis).i]
    for number in row:
        row += [
            child
            for child in analysis.children[number]
            if child > number and analysis.tokens[child].dep == "conj"
        ]
    return row


def _ratio(part: float, whole: int) -> float | None:
    return part / whole if whole else None
