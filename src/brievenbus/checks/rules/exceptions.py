"""Where a rule that was found holds its tongue: beside `niet_bij`, or without `alleen_bij`."""

from __future__ import annotations

import re
from functools import cache

from brievenbus.checks.rules.matching import Match
from brievenbus.dutch import Analysis


def _sentence_text(analysis: Analysis, number: int) -> tuple[str, int]:
    start, end = analysis.sentence_span(number)
    return analysis.text[start:end].lower(), start


def is_excepted(analysis: Analysis, match: Match) -> bool:
    """Whether a `niet_bij` text stands around the words found."""
    if not match.rule.not_with:
        return False
    first, last = analysis.tokens[match.words[0]], analysis.tokens[match.words[-1]]
    sentence = analysis.sentence(first.sentence)
    present = {token.lower for token in sentence} | {token.lemma.lower() for token in sentence}
    present |= {part for word in tuple(present) if "." in word for part in word.split(".")}
    lower, offset = _sentence_text(analysis, first.sentence)
    start, end = first.start - offset, last.end - offset
    for text in match.rule.not_with:
        if not _plain_words(text) <= present:
            continue
        for hit in pattern_of(text).finditer(lower):
            if hit.start() < end and hit.end() > start:
                return True
        if _lemmas_around(analysis, match, tuple(text.lower().split())):
            return True
    return False


@cache
def _plain_words(text: str) -> frozenset[str]:
    """The words of a text that are a token each, whatever stands beside them."""
    return frozenset(word for word in text.lower().split() if word.isalpha())


@cache
def pattern_of(text: str) -> re.Pattern[str]:
    """Return the pattern for words with white space between them; ``…`` is up to six words."""
    words = [
        r"(?:\S+\s+){0,6}?" if word == "…" else re.escape(word) + r"\s+"
        for word in text.lower().split()
    ]
    return re.compile(r"(?<!\w)" + "".join(words).removesuffix(r"\s+") + r"(?!\w)")


def _lemmas_around(analysis: Analysis, match: Match, words: tuple[str, ...]) -> bool:
    """Whether a run of words, by lemma or form, covers a word found (*verstrekkende gevolgen*)."""
    size = len(words)
    for first in range(max(0, match.words[0] - size + 1), match.words[-1] + 1):
        window = analysis.tokens[first : first + size]
        if len(window) == size and all(
            word in (token.lower, token.lemma.lower())
            for word, token in zip(words, window, strict=True)
        ):
            return True
    return False


def has_company(analysis: Analysis, match: Match) -> bool:
    """Whether a word of `alleen_bij` stands in the same sentence, where the rule asks for one."""
    if not match.rule.only_with:
        return True
    number = analysis.tokens[match.words[0]].sentence
    lower, _ = _sentence_text(analysis, number)
    lemmas = {token.lemma.lower() for token in analysis.sentence(number)}
    return any(
        text.lower() in lemmas or pattern_of(text).search(lower) for text in match.rule.only_with
    )
