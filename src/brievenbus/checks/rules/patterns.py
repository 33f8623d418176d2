"""Find the patterns of rules: words side by side, or words that hang on one another in the parse."""

from __future__ import annotations

from collections.abc import Iterator

from brievenbus.checks.rules.phrases import forms_of
from brievenbus.dutch import Analysis, Token
from brievenbus.rulebook.expressions import fits
from brievenbus.rulebook.model import RELATIONS, WordPattern


def first_forms(pattern: tuple[WordPattern, ...]) -> frozenset[str] | None:
    """The forms in which the first word of a pattern may stand; None where it may be any word."""
    first = pattern[0]
    name = first.lemma or first.word
    return None if name is None else forms_of(name, first.word_class)


def matches(
    analysis: Analysis, token: Token, pattern: tuple[WordPattern, ...]
) -> Iterator[tuple[int, ...]]:
    """Yield the words of each place where a pattern is found that begins with `token`."""
    if not _is_as(token, pattern[0]):
        return
    if any(word.head is not None for word in pattern):
        yield from _hanging(analysis, (token.i,), pattern)
        return
    window = analysis.tokens[token.i : token.i + len(pattern)]
    if len(window) == len(pattern) and all(
        found.sentence == token.sentence and _is_as(found, wanted)
        for found, wanted in zip(window, pattern, strict=True)
    ):
        yield tuple(found.i for found in window)


def _hanging(
    analysis: Analysis, found: tuple[int, ...], pattern: tuple[WordPattern, ...]
) -> Iterator[tuple[int, ...]]:
    """Find the rest of a pattern whose first words are `found`, along the relations of the parse."""
    if len(found) == len(pattern):
        yield tuple(sorted(found))
        return
    wanted = pattern[len(found)]
    head = found[wanted.head or 0]
    for child in analysis.children[head]:
        token = analysis.tokens[child]
        fitting = wanted.relation is None or token.dep in RELATIONS[wanted.relation]
        if child not in found and fitting and _is_as(token, wanted):
            yield from _hanging(analysis, (*found, child), pattern)


def _is_as(token: Token, wanted: WordPattern) -> bool:
    """Whether a word is as one word of a pattern says."""
    if token.placeholder:
        return False
    if wanted.lemma and not (
        token.lemma.lower() == wanted.lemma.lower()
        or token.lower in forms_of(wanted.lemma, wanted.word_class)
    ):
        return False
    if wanted.word and token.lower != wanted.word.lower():
        return False
    if wanted.form and not fits(wanted.form, token.lower):
        return False
    return wanted.word_class is None or token.pos in wanted.word_class.universal
