"""Find the words of rules in an analysed block.

All rules are laid in one index by the forms of their first word, so that a token costs one look-up
however many rules there are. A candidate is then followed word by word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from brievenbus.checks.rules.compound_words import CompoundWords
from brievenbus.checks.rules.following import Candidate, Follower
from brievenbus.checks.rules.patterns import first_forms, matches
from brievenbus.checks.rules.phrases import (
    Element,
    Order,
    Phrase,
    Piece,
    forms_of,
    is_verb,
    orders,
    parse,
)
from brievenbus.checks.rules.word_class import fits_class
from brievenbus.dutch import Analysis, Token
from brievenbus.dutch.inflection import verb_form
from brievenbus.dutch.spelling import frequency
from brievenbus.dutch.verbs import NON_FINITE
from brievenbus.rulebook import Rule, RuleKind, WordClass, kept


@dataclass(frozen=True)
class Match:
    """Where a rule was found, by which of its texts (`search`, empty for a pattern).

    With `in_compound` the text is a part of the word found.

    `words` are the token numbers of the words found, in order; `verb` the token of the phrase's verb
    (-1 without), `particle` that of its separated particle (-1 without), `gap` the tokens in the gap
    (first, end excluded), `slot` the tokens of the free infinitive (particle and *te* included).
    """

    rule: Rule
    phrase: Phrase
    order: Order
    words: tuple[int, ...]
    search: str = ""
    in_compound: bool = False
    verb: int = -1
    particle: int = -1
    gap: tuple[int, int] = (0, 0)
    slot: tuple[int, ...] = ()


class RuleIndex:
    """Rules laid out by their words: a text costs a look-up per word, however many rules there are.

    A phrase is looked for only in a block that holds its rarest word (*in kennis stellen* is not tried
    at every *in*), and is worked out when that happens first. Which words are the rarest is kept on
    disk for a rulebook of some size.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        every = tuple(rules)
        self._phrases = [
            (rule, text) for rule in every if rule.kind not in _NO_PHRASES for text in rule.search
        ]
        self._by_rarest = _layout(self._phrases)
        self._candidates = cache(self._make_candidates)
        self._patterns: dict[str, list[Rule]] = defaultdict(list)
        self._open_patterns: list[Rule] = []
        self._compounds = CompoundWords(every)
        for rule in every:
            if rule.kind is RuleKind.PATROON:
                self._add_pattern(rule)

    def _add_pattern(self, rule: Rule) -> None:
        forms = first_forms(rule.pattern)
        if forms is None:
            self._open_patterns.append(rule)
        for form in forms or ():
            self._patterns[form].append(rule)

    def _make_candidates(self, number: int) -> tuple[Candidate, ...]:
        """The orders in which a phrase may stand."""
        rule, text = self._phrases[number]
        phrase = _parsed(rule, text)
        return tuple(
            Candidate(rule, text, phrase, order, _widened(sequence, rule))
            for order, sequence in orders(phrase)
        )

    def _candidates_in(self, present: set[str]) -> dict[str, list[Candidate]]:
        """The candidates whose rarest word is present, by the words with which they begin."""
        numbers = {number for word in present for number in self._by_rarest.get(word, ())}
        found: dict[str, list[Candidate]] = {}
        for number in sorted(numbers):
            for candidate in self._candidates(number):
                if not _all_present(candidate, present):
                    continue
                for form in candidate.elements[0].forms & present:
                    found.setdefault(form, []).append(candidate)
        return found

    def find(self, analysis: Analysis) -> Iterator[Match]:
        """Yield every place where a rule is found, longer ones not yet preferred."""
        present = {token.lower for token in analysis.tokens}
        present |= {token.lemma.lower() for token in analysis.tokens}
        by_first = self._candidates_in(present)
        for token in analysis.tokens:
            lemma = token.lemma.lower()
            for key in (token.lower,) if lemma == token.lower else (token.lower, lemma):
                for candidate in by_first.get(key, ()):
                    if not _may_go_on(analysis, token, candidate):
                        continue
                    match = self._follow(analysis, token, candidate)
                    if match is not None:
                        yield match
                for rule in self._patterns.get(key, ()):
                    yield from _pattern_matches(analysis, token, rule)
            for rule in self._open_patterns:
                yield from _pattern_matches(analysis, token, rule)
        for number, rule, text in self._compounds.find(analysis):
            yield Match(rule, _NO_PHRASE, Order.WRITTEN, (number,), text, in_compound=True)

    def _follow(self, analysis: Analysis, token: Token, candidate: Candidate) -> Match | None:
        found = Follower(analysis, candidate, token.sentence)
        if not found.follow(token.i):
            return None
        if len(candidate.elements) == 1 and not (
            fits_class(analysis, token, candidate.rule) or _has_loose_particle(analysis, found)
        ):
            return None
        if candidate.order is Order.VERB_FIRST and not _in_second_place(found):
            return None
        return Match(
            candidate.rule,
            candidate.phrase,
            candidate.order,
            tuple(sorted(set(found.words))),
            candidate.search,
            verb=found.verb,
            particle=found.particle,
            gap=found.gap,
            slot=found.slot,
        )


def _all_present(candidate: Candidate, present: set[str]) -> bool:
    """Whether each word of a phrase stands somewhere in the block, before any is followed."""
    return all(
        element.word in present or not present.isdisjoint(element.forms)
        for element in candidate.elements
        if element.piece is Piece.WORD
    )


def _may_go_on(analysis: Analysis, token: Token, candidate: Candidate) -> bool:
    """Whether the next word is the one that must stand there, which most often it is not."""
    if len(candidate.elements) == 1 or candidate.elements[1].piece is not Piece.WORD:
        return True
    if token.i + 1 >= len(analysis.tokens):
        return False
    second, following = candidate.elements[1], analysis.tokens[token.i + 1]
    return following.lower in second.forms or following.lemma.lower() == second.word


def _has_loose_particle(analysis: Analysis, found: Follower) -> bool:
    """Whether the particle of a separable verb tells that a word is that verb: *de leden stappen op*."""
    if found.particle <= found.verb:
        return False
    first, _ = analysis.sentences[found.sentence]
    before = analysis.tokens[found.verb - 1] if found.verb > first else None
    determined = before is not None and before.pos in ("DET", "ADJ", "NUM", "ADP")
    return analysis.tokens[found.particle].tag == "VZ|fin" and not determined


def _in_second_place(found: Follower) -> bool:
    """Whether a verb before the rest of its phrase is finite.

    An infinitive stands there only where the phrase is written so (*komen te vervallen*).
    """
    phrase = found.candidate.phrase
    if phrase.verb_leads:
        return True
    token = found.analysis.tokens[found.verb]
    return verb_form(found.analysis, token, phrase.verb) not in NON_FINITE


def _verbal(rule: Rule, text: str) -> bool:
    """Whether the phrase has a verb that inflects: *naar behoren* has none, *in kennis stellen* has.

    The alternative decides where there is one: a verb is replaced by a verb.
    """
    if rule.kind is RuleKind.AFKORTING:
        return False
    if rule.word_class is not None:
        return rule.word_class is WordClass.WERKWOORD
    if rule.kind is RuleKind.WOORD:
        return is_verb(text.lower()) and any(_has_verb(choice) for choice in rule.choose)
    return not rule.choose or any(_has_verb(choice) for choice in rule.choose)


def _has_verb(choice: str) -> bool:
    return any(is_verb(word.lower()) for word in choice.split())


def _widened(sequence: list[Element], rule: Rule) -> tuple[Element, ...]:
    """Let a single word stand in all its forms."""
    first = sequence[0]
    if len(sequence) == 1 and first.piece is Piece.WORD:
        return (Element(Piece.WORD, first.word, forms_of(first.word, rule.word_class)),)
    return tuple(sequence)


def _pattern_matches(analysis: Analysis, token: Token, rule: Rule) -> Iterator[Match]:
    for words in matches(analysis, token, rule.pattern):
        yield Match(rule, _NO_PHRASE, Order.WRITTEN, words)


_NO_PHRASE = Phrase((), "", (), False, False)
_NO_PHRASES = frozenset({RuleKind.PATROON, RuleKind.DREMPEL})

KEEP_FROM = 200
"""Phrases: the layout of fewer is made in less time than it takes to read it."""


def _layout(phrases: list[tuple[Rule, str]]) -> dict[str, list[int]]:
    """The numbers of the phrases by each form of their rarest word."""
    if len(phrases) < KEEP_FROM:
        return _lay_out(phrases)
    content = "\n".join(
        f"{rule.kind}\t{rule.word_class}\t{text}\t{rule.choose}" for rule, text in phrases
    )
    name = kept.name_for("index", content.encode())
    layout: dict[str, list[int]] | None = kept.load(name)
    if layout is None:
        layout = _lay_out(phrases)
        kept.store(name, layout)
    return layout


def _lay_out(phrases: list[tuple[Rule, str]]) -> dict[str, list[int]]:
    layout: dict[str, list[int]] = {}
    for number, (rule, text) in enumerate(phrases):
        _, sequence = orders(_parsed(rule, text))[0]
        rarest = min(
            (element for element in _widened(sequence, rule) if element.forms),
            key=lambda element: max(map(frequency, element.forms)),
        )
        for form in sorted(rarest.forms | {rarest.word}):
            layout.setdefault(form, []).append(number)
    return layout


def _parsed(rule: Rule, text: str) -> Phrase:
    surely = rule.word_class is WordClass.WERKWOORD
    return parse(text, verbal=_verbal(rule, text), surely=surely)
