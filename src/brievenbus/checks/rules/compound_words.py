"""Find the word of a rule as a part of a compound: *draagkracht* in *draagkrachtberekening*.

Only for rules that say so (`samenstelling`), as the meaning does not always carry over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from brievenbus.checks.rules.phrases import forms_of
from brievenbus.dutch import Analysis
from brievenbus.dutch.compounds import all_parts
from brievenbus.dutch.remembering import remembered
from brievenbus.rulebook import Rule, WordClass
from brievenbus.rulebook.model import Part

SHORTEST = 4
"""Letters of a word that is looked for in others; shorter ones stand in too many by chance."""

LINKS = ("", "s", "en", "n", "e", "-")
"""What may stand between the parts of a compound (Algemene Nederlandse Spraakkunst, 12.5.2)."""


class CompoundWords:
    """The words of rules that are looked for at the start or at the end of compounds."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._first: dict[str, tuple[Rule, str]] = {}
        self._last: dict[str, tuple[Rule, str]] = {}
        for rule in rules:
            for text in map(str.lower, rule.search) if rule.in_compounds else ():
                if rule.in_compounds in (Part.BEGIN, Part.BEIDE) and len(text) >= SHORTEST:
                    self._first.setdefault(text, (rule, text))
                if rule.in_compounds in (Part.EIND, Part.BEIDE) and len(text) >= SHORTEST:
                    for form in forms_of(text, rule.word_class or WordClass.ZELFSTANDIG):
                        self._last.setdefault(form, (rule, text))

    def find(self, analysis: Analysis) -> Iterator[tuple[int, Rule, str]]:
        """Yield the words of a block with a rule's word as a part: number, rule and the rule's word."""
        if not self._first and not self._last:
            return
        for token in analysis.tokens:
            if len(token.lower) > 2 * SHORTEST and not token.placeholder:
                found = self._in_word(token.lower)
                if found is not None:
                    yield token.i, *found

    def _in_word(self, word: str) -> tuple[Rule, str] | None:
        """The rule on the longest part at the end or else at the start; the head carries the meaning."""
        for cut in range(SHORTEST - 1, len(word) - SHORTEST + 1):
            rule = self._last.get(word[cut:])
            if rule is not None and cut in _borders(word):
                return rule
        for cut in range(len(word) - 3, SHORTEST - 1, -1):
            rule = self._first.get(word[:cut])
            if rule is not None and any(cut + len(link) in _borders(word) for link in LINKS):
                return rule
        return None


@remembered
def _borders(word: str) -> frozenset[int]:
    """Where the parts of a compound begin, the first left out."""
    borders: list[int] = []
    for part in all_parts(word):
        borders.append(len(part) + (borders[-1] if borders else 0))
    return frozenset(borders[:-1])
