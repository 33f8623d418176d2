"""The checks that come from rule files: words, phrases, patterns, terms, abbreviations, thresholds.

Anti-pattern: *Wij verstrekken u een formulier.* Best practice: *Wij geven u een formulier.*
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from brievenbus.checks.rules.exceptions import has_company, is_excepted
from brievenbus.checks.rules.making import finding_of
from brievenbus.checks.rules.matching import Match, RuleIndex
from brievenbus.checks.rules.thresholds import check_threshold
from brievenbus.checks.rules.whole_letter import Term, Variant, WordFindings
from brievenbus.checks.wordlists import word_list
from brievenbus.dutch import Analysis
from brievenbus.findings import Finding
from brievenbus.rulebook import Rule, RuleKind
from brievenbus.rulebook.profiles import Profile, load_profile

LONG_ENOUGH_TO_EXPLAIN = 8
"""Letters: a shorter `al_uitgelegd` does not tell which term it explains."""


class CompiledRules:
    """Rules laid out to be looked for; whether they hold for a reader is asked later."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(rules)
        self.index = RuleIndex(self.rules)

    @cached_property
    def explaining(self) -> dict[str, list[tuple[str, str]]]:
        """The names that explain a term, with the rule's id, by their first word."""
        found: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for rule in self.rules:
            for text in map(str.lower, rule.explained_by):
                telling = len(text) > LONG_ENOUGH_TO_EXPLAIN
                if telling and text not in word_list("uitlegwoorden"):
                    found[text.split()[0]].append((rule.id, text))
        return found


class WordRules:
    """The rules that hold for one kind of readers, ready to be looked for in blocks."""

    def __init__(
        self,
        rules: Iterable[Rule] | CompiledRules,
        profile: Profile | None = None,
        department: str | None = None,
    ) -> None:
        self._compiled = rules if isinstance(rules, CompiledRules) else CompiledRules(rules)
        self._profile = profile or load_profile()
        name = self._profile.name
        self._holding = frozenset(
            rule.id for rule in self._compiled.rules if rule.applies(name, department)
        )
        self._thresholds = tuple(
            rule
            for rule in self._compiled.rules
            if rule.kind is RuleKind.DREMPEL and rule.id in self._holding
        )

    def check(self, analysis: Analysis) -> WordFindings:
        """Find the rules in one block."""
        matches = self._allowed(analysis)
        one_word = [match for match in matches if match.rule.kind is RuleKind.CONSISTENTIE]
        others = [match for match in matches if match.rule.kind is not RuleKind.CONSISTENTIE]
        findings: list[Finding] = []
        terms: list[Term] = []
        for match in _prefer(analysis, others):
            finding = finding_of(analysis, match)
            if match.rule.explain is None:
                findings.append(finding)
            else:
                terms.append(Term(match.rule.id, finding, _explains(analysis, match)))
        for rule in self._thresholds:
            findings += check_threshold(analysis, rule, self._profile)
        variants = tuple(_variant(analysis, match) for match in _prefer(analysis, one_word))
        return WordFindings(tuple(findings), tuple(terms), variants, self._explained(analysis))

    def _explained(self, analysis: Analysis) -> frozenset[str]:
        """The rules whose term a block explains by name; each name is looked for by its first word."""
        lower = analysis.text.lower()
        return frozenset(
            identity
            for word in {token.lower for token in analysis.tokens}
            for identity, text in self._compiled.explaining.get(word, ())
            if text in lower
        )

    def _allowed(self, analysis: Analysis) -> list[Match]:
        return [
            match
            for match in self._compiled.index.find(analysis)
            if match.rule.id in self._holding
            and not is_excepted(analysis, match)
            and has_company(analysis, match)
        ]


def _variant(analysis: Analysis, match: Match) -> Variant:
    """Which of the words for one thing this is."""
    rule = match.rule
    numbers = {text: i for i, texts in enumerate(rule.variants) for text in texts}
    preferred = numbers.get(rule.choose[0]) if rule.choose else None
    return Variant(rule.id, numbers[match.search], preferred, finding_of(analysis, match))


def _prefer(analysis: Analysis, matches: list[Match]) -> list[Match]:
    """Of matches that share words keep the one with the most words.

    At a tie a word as its rule writes it goes before an inflected form (*indien*, not *indienen*),
    and then the rule read first.
    """
    kept: list[Match] = []
    taken: set[int] = set()
    order = sorted(
        enumerate(matches),
        key=lambda pair: (
            -len(pair[1].words),
            pair[1].words,
            not _as_written(analysis, pair[1]),
            pair[0],
        ),
    )
    for _, match in order:
        if not taken & set(match.words):
            kept.append(match)
            taken |= set(match.words)
    return sorted(kept, key=lambda match: match.words)


def _as_written(analysis: Analysis, match: Match) -> bool:
    return " ".join(analysis.tokens[i].lower for i in match.words) in match.rule.search


def _explains(analysis: Analysis, match: Match) -> bool:
    """Whether the sentence of a term, or the next one, explains it."""
    number = analysis.tokens[match.words[0]].sentence
    start, end = analysis.sentence_span(number)
    if number + 1 < len(analysis.sentences):
        end = analysis.sentence_span(number + 1)[1]
    nearby = analysis.text[start:end].lower()
    whole = analysis.text.lower()
    texts = [text.lower() for text in match.rule.explained_by]
    texts.append((match.rule.explain or "").lower())
    return any(
        text in (nearby if text in word_list("uitlegwoorden") else whole) for text in texts if text
    )
