"""Which findings of a block count for its readers.

Left out are what does not apply to these readers, what the organisation leaves alone, names,
quotations and the like, and what a rule already says better of the same words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from brievenbus.checks.protected import is_protected, protected
from brievenbus.checks.rules.whole_letter import WordFindings
from brievenbus.checks.sentences import abbreviations_unexplained, impersonal
from brievenbus.dutch import Analysis
from brievenbus.findings import Category, Finding
from brievenbus.rulebook.profiles import Profile


class Counting:
    """The choice for one block: `left_alone` are the numbers of the words that nothing is said of."""

    def __init__(self, analysis: Analysis, profile: Profile, left_alone: frozenset[int]) -> None:
        self._analysis = analysis
        self._without = profile.zonder
        self._left_alone = left_alone
        self._protected = protected(analysis)

    def of_rules(self, words: WordFindings) -> WordFindings:
        """Return what counts of what the rule files find."""
        by_rule = [term for term in words.terms if not _is_general(term.finding)]
        taken = [*words.findings, *(term.finding for term in by_rule)]
        return replace(
            words,
            findings=tuple(found for found in words.findings if self._counts(found)),
            terms=tuple(
                term
                for term in words.terms
                if self._counts(term.finding)
                and not (_is_general(term.finding) and _overlaps(term.finding, taken))
            ),
            variants=tuple(use for use in words.variants if self._counts(use.finding)),
        )

    def of_checks(self, findings: Iterable[Finding], words: WordFindings) -> tuple[Finding, ...]:
        """Return what counts of what the checks find, given what the rule files find."""
        taken = [*words.findings, *(term.finding for term in words.terms)]
        return tuple(
            found
            for found in findings
            if self._counts(found) and not (_yields(found) and _overlaps(found, taken))
        )

    def _counts(self, found: Finding) -> bool:
        if found.rule in self._without or found.category.value in self._without:
            return False
        if self._left_alone and self._is_left_alone(found):
            return False
        return not (self._protected and is_protected(self._analysis, found))

    def _is_left_alone(self, found: Finding) -> bool:
        """Whether a finding is about nothing but words that are left alone."""
        words = [
            token.i
            for token in self._analysis.tokens
            if any(start <= token.start < end for start, end in found.parts) and token.is_word
        ]
        return bool(words) and self._left_alone.issuperset(words)


def _yields(found: Finding) -> bool:
    """Whether a check on single words gives way to a rule, which knows more of the word."""
    return found.category is Category.ZELDZAAM or found.rule == impersonal.RULE


def _is_general(found: Finding) -> bool:
    """Whether a finding is on an abbreviation that no rule knows."""
    return found.rule == abbreviations_unexplained.RULE


def _overlaps(found: Finding, others: Iterable[Finding]) -> bool:
    return any(found.start < other.end and other.start < found.end for other in others)
