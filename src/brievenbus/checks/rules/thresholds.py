"""Rules of the kind `drempel`: count something, and speak where there is more than the limit."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from brievenbus.checks.wording import rule_message
from brievenbus.dutch import Analysis, Token
from brievenbus.dutch.syllables import count_syllables
from brievenbus.findings import Finding
from brievenbus.rulebook import Rule
from brievenbus.rulebook.profiles import Profile

Counted = tuple[tuple[Token, ...], int]
"""A stretch of a block, and how much there is in it."""


def check_threshold(analysis: Analysis, rule: Rule, profile: Profile) -> list[Finding]:
    """Find where a block has more of what the rule counts than the rule or the profile allows."""
    limit = rule.limit if isinstance(rule.limit, int | float) else getattr(profile, str(rule.limit))
    return [
        _finding(analysis, rule, tokens, count, limit)
        for tokens, count in COUNTING[str(rule.measure)](analysis)
        if count > limit
    ]


def _sentences(analysis: Analysis) -> Iterator[tuple[Token, ...]]:
    return (analysis.sentence(number) for number in range(len(analysis.sentences)))


def _words_per_sentence(analysis: Analysis) -> Iterator[Counted]:
    return ((tokens, _words(tokens)) for tokens in _sentences(analysis))


def _commas_per_sentence(analysis: Analysis) -> Iterator[Counted]:
    for tokens in _sentences(analysis):
        yield tokens, sum(token.text == "," for token in tokens)


def _words_per_paragraph(analysis: Analysis) -> Iterator[Counted]:
    if analysis.tokens:
        yield analysis.tokens, _words(analysis.tokens)


def _sentences_per_paragraph(analysis: Analysis) -> Iterator[Counted]:
    if analysis.tokens:
        yield analysis.tokens, len(analysis.sentences)


def _letters_per_word(analysis: Analysis) -> Iterator[Counted]:
    return (((token,), len(token.text)) for token in analysis.tokens if token.is_word)


def _syllables_per_word(analysis: Analysis) -> Iterator[Counted]:
    for token in analysis.tokens:
        if token.is_word:
            yield (token,), count_syllables(token.text)


COUNTING: dict[str, Callable[[Analysis], Iterator[Counted]]] = {
    "woorden_per_zin": _words_per_sentence,
    "kommas_per_zin": _commas_per_sentence,
    "woorden_per_alinea": _words_per_paragraph,
    "zinnen_per_alinea": _sentences_per_paragraph,
    "letters_per_woord": _letters_per_word,
    "lettergrepen_per_woord": _syllables_per_word,
}
"""How each measure of `rulebook.measures` is counted; a merge field is one word to the reader."""


def _words(tokens: tuple[Token, ...]) -> int:
    return sum(1 for token in tokens if token.is_word or token.placeholder)


def _finding(
    analysis: Analysis, rule: Rule, tokens: tuple[Token, ...], count: int, limit: float
) -> Finding:
    start, end = tokens[0].start, tokens[-1].end
    return Finding(
        rule=rule.id,
        category=rule.category,
        severity=rule.severity,
        message=rule_message("drempel", aantal=count, grens=f"{limit:g}", uitleg=rule.reason),
        start=start,
        end=end,
        text=analysis.text[start:end],
        parts=((start, end),),
        provenance=rule.provenance.as_dict(),
    )
