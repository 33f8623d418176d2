"""The checks that come from rule files: words, phrases, patterns, terms to explain, abbreviations.

Anti-pattern: *Wij verstrekken u een formulier.* Best practice: *Wij geven u een formulier.*
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from brievenbus.checks.rules.matching import Match, RuleIndex
from brievenbus.checks.rules.suggest import suggest
from brievenbus.checks.wording import quoted, rule_message
from brievenbus.checks.wordlists import word_list
from brievenbus.dutch import Analysis
from brievenbus.findings import Finding
from brievenbus.rulebook import Rule


@dataclass(frozen=True)
class WordFindings:
    """What the rule files find in one block.

    `findings` hold for themselves. `terms` are uses of terms that the letter must explain once: the
    rule's id, the finding, and whether it is explained there. `explained` are the ids of rules whose
    term this block explains by name (*Wet maatschappelijke ondersteuning (Wmo)*).
    """

    findings: tuple[Finding, ...]
    terms: tuple[tuple[str, Finding, bool], ...]
    explained: frozenset[str]


class WordRules:
    """The rules that hold for one kind of readers, ready to be looked for in blocks."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)
        self._index = RuleIndex(self._rules)
        self._explaining: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for rule in self._rules:
            for text in map(str.lower, rule.explained_by):
                if text not in word_list("uitlegwoorden") and len(text) > 8:
                    self._explaining[text.split()[0]].append((rule.id, text))

    def check(self, analysis: Analysis) -> WordFindings:
        """Find the rules in one block."""
        findings: list[Finding] = []
        terms: list[tuple[str, Finding, bool]] = []
        for match in _prefer(analysis, self._allowed(analysis)):
            finding = _finding(analysis, match)
            if match.rule.explain is None:
                findings.append(finding)
            else:
                terms.append((match.rule.id, finding, _explains(analysis, match)))
        return WordFindings(tuple(findings), tuple(terms), self._explained(analysis))

    def _explained(self, analysis: Analysis) -> frozenset[str]:
        """The rules whose term a block explains by name; each name is looked for by its first word."""
        lower = analysis.text.lower()
        return frozenset(
            identity
            for word in {token.lower for token in analysis.tokens}
            for identity, text in self._explaining.get(word, ())
            if text in lower
        )

    def _allowed(self, analysis: Analysis) -> list[Match]:
        return [
            match
            for match in self._index.find(analysis)
            if not _excepted(analysis, match) and _has_company(analysis, match)
        ]


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


def _sentence_text(analysis: Analysis, number: int) -> tuple[str, int]:
    start, end = analysis.sentence_span(number)
    return analysis.text[start:end].lower(), start


def _excepted(analysis: Analysis, match: Match) -> bool:
    """Whether a `niet_bij` text stands around the words found."""
    if not match.rule.not_with:
        return False
    first, last = analysis.tokens[match.words[0]], analysis.tokens[match.words[-1]]
    sentence = analysis.sentence(first.sentence)
    present = {token.lower for token in sentence} | {token.lemma.lower() for token in sentence}
    lower, offset = _sentence_text(analysis, first.sentence)
    start, end = first.start - offset, last.end - offset
    for text in match.rule.not_with:
        if not _plain_words(text) <= present:
            continue
        for hit in _pattern(text).finditer(lower):
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
def _pattern(text: str) -> re.Pattern[str]:
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


def _has_company(analysis: Analysis, match: Match) -> bool:
    """Whether a word of `alleen_bij` stands in the same sentence, where the rule asks for one."""
    if not match.rule.only_with:
        return True
    number = analysis.tokens[match.words[0]].sentence
    lower, _ = _sentence_text(analysis, number)
    lemmas = {token.lemma.lower() for token in analysis.sentence(number)}
    return any(
        text.lower() in lemmas or _pattern(text).search(lower) for text in match.rule.only_with
    )


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


def _finding(analysis: Analysis, match: Match) -> Finding:
    rule = match.rule
    first, last = analysis.tokens[match.words[0]], analysis.tokens[match.words[-1]]
    start, end = first.start, last.end
    suggestions: list[str] = []
    for choice in rule.choose:
        made = suggest(analysis, match, choice)
        if made is None:
            continue
        from_token, to_token, text = made
        new_start = analysis.tokens[from_token].start
        new_end = analysis.tokens[to_token].end
        if new_start <= start and new_end >= end:
            if (new_start, new_end) != (start, end) and not suggestions:
                start, end = new_start, new_end
            if (new_start, new_end) == (start, end) and text not in suggestions:
                suggestions.append(text)
    suggestions = [s for s in suggestions if s != analysis.text[start:end]]
    return Finding(
        rule=rule.id,
        category=rule.category,
        severity=rule.severity,
        message=_message(analysis, match, bool(suggestions)),
        start=start,
        end=end,
        text=analysis.text[start:end],
        parts=_parts(analysis, match.words),
        suggestions=tuple(suggestions),
        provenance=rule.provenance.as_dict(),
    )


def _parts(analysis: Analysis, words: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    """The words found, joined where they stand side by side."""
    parts: list[tuple[int, int]] = []
    previous = -2
    for number in words:
        token = analysis.tokens[number]
        if number == previous + 1 and parts:
            parts[-1] = (parts[-1][0], token.end)
        else:
            parts.append((token.start, token.end))
        previous = number
    return tuple(parts)


def _message(analysis: Analysis, match: Match, in_place: bool) -> str:
    rule = match.rule
    if rule.explain is not None:
        words = analysis.tokens[match.words[0]].start, analysis.tokens[match.words[-1]].end
        term = analysis.text[words[0] : words[1]]
        text = rule_message("leg_uit", term=term, leg_uit=rule.explain, uitleg=rule.reason)
    elif rule.choose:
        choices = [choice.replace("{ww}", "").strip(" …") for choice in rule.choose]
        name = "kies" if in_place else "kies_zelf"
        text = rule_message(name, keuzes=quoted(choices), uitleg=rule.reason)
    else:
        text = rule_message("raad", uitleg=rule.reason)
    return text


def first_uses(blocks: list[WordFindings]) -> list[list[Finding]]:
    """For each block the terms to explain there: the first use in the letter, unless it is explained.

    A rule whose kind is a term counts once per letter, however often the term returns.
    """
    done: set[str] = set()
    chosen: list[list[Finding]] = []
    for block in blocks:
        done |= block.explained
        here: list[Finding] = []
        for identity, finding, explained in block.terms:
            if identity not in done:
                done.add(identity)
                if not explained:
                    here.append(finding)
        chosen.append(here)
    return chosen
