"""What the sentence checks share: the value they give, and small questions about a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from brievenbus.checks.wording import message
from brievenbus.dutch import Analysis, Token
from brievenbus.findings import Category, Finding, Severity


def sentences(analysis: Analysis) -> Iterator[tuple[Token, ...]]:
    """Yield the tokens of each sentence of a block."""
    for number in range(len(analysis.sentences)):
        yield analysis.sentence(number)


def word_count(tokens: Sequence[Token]) -> int:
    """The number of words: no punctuation; a merge field is one word to the reader."""
    return sum(1 for token in tokens if token.is_word or token.placeholder)


def words_between(analysis: Analysis, first: int, last: int) -> int:
    """The number of words strictly between two tokens."""
    low, high = min(first, last), max(first, last)
    return word_count(analysis.tokens[low + 1 : high])


MARGIN = 1.25
"""Up to a quarter above a limit weighs as a note: guides on sentence length differ as much, from 20 to
25 words, and text that professionals write for everybody holds such sentences."""


def over(count: int, limit: int) -> Severity:
    """How much it weighs that there is more than a limit: a little more is a note."""
    return Severity.NOTE if count <= limit * MARGIN else Severity.WARNING


def finding(
    analysis: Analysis,
    rule: str,
    tokens: Sequence[Token],
    *,
    text: str,
    severity: Severity = Severity.WARNING,
    category: Category = Category.ZIN,
    whole: bool = False,
    suggestions: Sequence[str] = (),
) -> Finding:
    """A finding on `tokens` (in order); with `whole` on all from the first to the last as one part."""
    ordered = sorted(tokens, key=lambda token: token.i)
    start, end = ordered[0].start, ordered[-1].end
    parts: list[tuple[int, int]] = [] if not whole else [(start, end)]
    for token in [] if whole else ordered:
        if parts and analysis.text[parts[-1][1] : token.start].isspace():
            parts[-1] = (parts[-1][0], token.end)
        else:
            parts.append((token.start, token.end))
    return Finding(
        rule=rule,
        category=category,
        severity=severity,
        message=text,
        start=start,
        end=end,
        text=analysis.text[start:end],
        parts=tuple(parts),
        suggestions=tuple(suggestions),
    )


def span_finding(
    analysis: Analysis,
    rule: str,
    span: tuple[int, int],
    *,
    text: str,
    severity: Severity = Severity.WARNING,
    category: Category = Category.STIJL,
    suggestions: Sequence[str] = (),
) -> Finding:
    """A finding on a stretch of the text, of which the words need not be tokens (*12 / 3 / 2026*)."""
    start, end = span
    return Finding(
        rule=rule,
        category=category,
        severity=severity,
        message=text,
        start=start,
        end=end,
        text=analysis.text[start:end],
        parts=(span,),
        suggestions=tuple(suggestions),
    )


def say(rule: str, name: str, **values: object) -> str:
    """The message of a sentence check."""
    return message(rule, name, **values)
