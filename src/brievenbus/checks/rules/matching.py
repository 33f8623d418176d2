"""Find the words of rules in an analysed block.

All rules are laid in one index by the forms of their first word, so that a token costs one look-up
however many rules there are. A candidate is then followed word by word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from brievenbus.checks.rules.following import Candidate, Follower
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
from brievenbus.rulebook import Rule, RuleKind, WordClass


@dataclass(frozen=True)
class Match:
    """Where a rule was found.

    `words` are the token numbers of the words found, in order; `verb` the token of the phrase's verb
    (-1 without), `particle` that of its separated particle (-1 without), `gap` the tokens in the gap
    (first, end excluded), `slot` the tokens of the free infinitive (particle and *te* included).
    """

    rule: Rule
    phrase: Phrase
    order: Order
    words: tuple[int, ...]
    verb: int = -1
    particle: int = -1
    gap: tuple[int, int] = (0, 0)
    slot: tuple[int, ...] = ()


class RuleIndex:
    """The rules of one kind of readers, laid out by their first words.

    A phrase is only followed in a block that holds its rarest word: *in kennis stellen* is not tried at
    every *in*.
    """

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self._by_first: dict[str, list[tuple[Candidate, frozenset[str]]]] = defaultdict(list)
        self._patterns: dict[str, list[Rule]] = defaultdict(list)
        for rule in rules:
            if rule.kind is RuleKind.PATROON:
                self._add_pattern(rule)
            else:
                for text in rule.search:
                    self._add(rule, text)

    def _add_pattern(self, rule: Rule) -> None:
        first = rule.pattern[0]
        for form in forms_of(first.lemma or first.word or "", first.word_class):
            self._patterns[form].append(rule)

    def _add(self, rule: Rule, text: str) -> None:
        surely = rule.word_class is WordClass.WERKWOORD
        phrase = parse(text, verbal=_verbal(rule, text), surely=surely)
        for order, sequence in orders(phrase):
            first = sequence[0]
            sequence[0] = first = _widen(first, rule, len(sequence) == 1)
            candidate = Candidate(rule, phrase, order, tuple(sequence))
            rarest = min(
                (element for element in sequence if element.forms),
                key=lambda element: max(map(frequency, element.forms)),
            )
            needed = rarest.forms | {rarest.word}
            for form in first.forms:
                self._by_first[form].append((candidate, needed))

    def find(self, analysis: Analysis) -> Iterator[Match]:
        """Yield every place where a rule is found, longer ones not yet preferred."""
        present = {token.lower for token in analysis.tokens}
        present |= {token.lemma.lower() for token in analysis.tokens}
        for token in analysis.tokens:
            lemma = token.lemma.lower()
            for key in (token.lower,) if lemma == token.lower else (token.lower, lemma):
                for candidate, needed in self._by_first.get(key, ()):
                    if present.isdisjoint(needed):
                        continue
                    match = self._follow(analysis, token, candidate)
                    if match is not None:
                        yield match
                for rule in self._patterns.get(key, ()):
                    yield from _match_pattern(analysis, token, rule)

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
            found.verb,
            found.particle,
            found.gap,
            found.slot,
        )


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


def _widen(first: Element, rule: Rule, alone: bool) -> Element:
    """Let a single word stand in all its forms."""
    if first.piece is Piece.WORD and alone:
        return Element(Piece.WORD, first.word, forms_of(first.word, rule.word_class))
    return first


def _match_pattern(analysis: Analysis, token: Token, rule: Rule) -> Iterator[Match]:
    end = token.i + len(rule.pattern)
    if end > len(analysis.tokens):
        return
    window = analysis.tokens[token.i : end]
    for found, wanted in zip(window, rule.pattern, strict=True):
        if found.sentence != token.sentence or found.placeholder:
            return
        if wanted.lemma and not (
            found.lemma.lower() == wanted.lemma
            or found.lower in forms_of(wanted.lemma, wanted.word_class)
        ):
            return
        if wanted.word and found.lower != wanted.word.lower():
            return
        if wanted.word_class and found.pos not in wanted.word_class.universal:
            return
    words = tuple(found.i for found in window)
    yield Match(rule, Phrase((), "", (), False, False), Order.WRITTEN, words)
