"""What is left alone: words that are not the writer's own choice.

Quotations, names of people, organisations and places, addresses, titles of laws, web and e-mail
addresses. Anti-pattern: to advise *dus* for the name in *Stichting Derhalve*. Best practice: to find
*derhalve* in every other place, also with a capital at the start of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from brievenbus.checks.law_titles import law_titles
from brievenbus.checks.names import addresses, names, tokens_between
from brievenbus.checks.quotes import quotations
from brievenbus.dutch import Analysis
from brievenbus.findings import Category, Finding

_NOTE = "protected"

_ENDINGS = "nl|com|org|net|eu|info|frl|amsterdam|gov|be|de|app|nu|example"
_WEB = re.compile(
    rf"""(?:https?://|www\.)[^\s<>"“”]+
    | (?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+
    | (?<![\w@.-])[\w-]+(?:\.[\w-]+)*\.(?-i:{_ENDINGS})(?:/[^\s<>"“”]*)?(?!\w)
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Web and e-mail addresses, with or without *https://*; the endings are those that Dutch letters show."""

_IBAN = re.compile(r"\b[A-Z]{2}\d{2}\s?[A-Z]{4}(?:\s?\d{2,4}){2,4}\b")
"""The number of a bank account, which has letters in it."""


def protected(analysis: Analysis) -> frozenset[int]:
    """Return the numbers of the tokens of a block that are left alone; worked out once per block."""
    known: frozenset[int] | None = analysis.notes.get(_NOTE)
    if known is None:
        known = analysis.notes[_NOTE] = frozenset(_all(analysis))
    return known


def is_protected(analysis: Analysis, finding: Finding) -> bool:
    """Whether a finding is about words that are left alone.

    Of a finding on words one part is enough, as its advice would change that part; of one on style half
    of its parts (a row of nouns can do without one). A finding on a sentence holds as long as one of its
    parts is the writer's own.
    """
    tokens = protected(analysis)
    parts = finding.parts or ((finding.start, finding.end),)
    covered = sum(_is_covered(analysis, start, end, tokens) for start, end in parts)
    if finding.category is Category.ZIN:
        return covered == len(parts)
    if finding.category is Category.STIJL:
        return covered * 2 >= len(parts)
    return covered > 0


def _is_covered(analysis: Analysis, start: int, end: int, tokens: frozenset[int]) -> bool:
    """Whether all words between two offsets are left alone; a stretch without words is not."""
    words = [t for t in tokens_between(analysis, start, end) if not t.is_punct]
    return bool(words) and all(token.i in tokens for token in words)


def _all(analysis: Analysis) -> Iterator[int]:
    numbers = (match.span() for match in _IBAN.finditer(analysis.text))
    spans = [*quotations(analysis.text), *_web_addresses(analysis.text), *numbers]
    for start, end in spans:
        yield from (token.i for token in tokens_between(analysis, start, end))
    for title in law_titles(analysis):
        yield from title
    yield from names(analysis)
    yield from addresses(analysis)


def _web_addresses(text: str) -> Iterator[tuple[int, int]]:
    """Where addresses stand, without the punctuation that closes the sentence around them."""
    for match in _WEB.finditer(text):
        yield match.start(), match.start() + len(match.group().rstrip(".,;:!?)]'’"))
