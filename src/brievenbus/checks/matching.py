"""Find the words of rules in an analysed block.

All rules are laid in one index by the forms of their first word, so that a token costs one look-up
however many rules there are. A candidate is then followed word by word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from brievenbus.checks.phrases import (
    RARE,
    Element,
    Order,
    Phrase,
    Piece,
    forms_of,
    is_verb,
    orders,
    parse,
    verb_forms,
)
from brievenbus.dutch import Analysis, Token
from brievenbus.dutch.inflection import verb_form
from brievenbus.dutch.lexicon import Lexicon
from brievenbus.dutch.verbs import NON_FINITE, conjugate, frequency
from brievenbus.rulebook import Rule, RuleKind, WordClass

MAX_GAP = 6
"""The most words a gap may hold (contracts.md)."""

MAX_SECOND_PLACE = 8
"""The most words between a verb in second place and the rest of its phrase."""

MAX_PARTICLE = 14
"""How far from its verb a separated particle is looked for where the parser did not join them."""

MAX_BETWEEN = 3
"""The most auxiliaries between a phrase and its verb at a clause's end (*in kennis te worden gesteld*)."""

RELATIVES = frozenset({"die", "dat", "wie", "waar", "wat"})
"""Words that open another clause: *belangen van cliënten die gebruik maken* is no *gebruik van*."""

GAP_STOPS = frozenset({",", ";", ":", "(", ")", ".", "?", "!", "–"})


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


@dataclass
class _State:
    """A candidate while it is followed."""

    words: list[int]
    verb: int = -1
    particle: int = -1
    gap: tuple[int, int] = (0, 0)
    slot: tuple[int, ...] = ()


@dataclass(frozen=True)
class _Candidate:
    rule: Rule
    phrase: Phrase
    order: Order
    elements: tuple[Element, ...]


class RuleIndex:
    """The rules of one kind of readers, laid out by their first words.

    A phrase is only followed in a block that holds its rarest word: *in kennis stellen* is not tried at
    every *in*.
    """

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self._by_first: dict[str, list[tuple[_Candidate, frozenset[str]]]] = defaultdict(list)
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
            candidate = _Candidate(rule, phrase, order, tuple(sequence))
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
            keys = {token.lower, token.lemma.lower()}
            for key in sorted(keys):
                for candidate, needed in self._by_first.get(key, ()):
                    if present.isdisjoint(needed):
                        continue
                    match = self._follow(analysis, token, candidate)
                    if match is not None:
                        yield match
                for rule in self._patterns.get(key, ()):
                    yield from _match_pattern(analysis, token, rule)

    def _follow(self, analysis: Analysis, token: Token, candidate: _Candidate) -> Match | None:
        state = _State([])
        if not _walk(analysis, token.i, candidate, 0, state, token.sentence):
            return None
        if len(candidate.elements) == 1 and not _fits_class(analysis, token, candidate.rule):
            return None
        if candidate.order is Order.VERB_FIRST and not _in_second_place(analysis, candidate, state):
            return None
        return Match(
            candidate.rule,
            candidate.phrase,
            candidate.order,
            tuple(sorted(set(state.words))),
            state.verb,
            state.particle,
            state.gap,
            state.slot,
        )


def _in_second_place(analysis: Analysis, candidate: _Candidate, state: _State) -> bool:
    """Whether a verb before the rest of its phrase is finite.

    An infinitive stands there only where the phrase is written so (*komen te vervallen*).
    """
    if candidate.phrase.verb_leads:
        return True
    form = verb_form(analysis, analysis.tokens[state.verb], candidate.phrase.verb)
    return form not in NON_FINITE


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


def _walk(
    analysis: Analysis,
    position: int,
    candidate: _Candidate,
    step: int,
    state: _State,
    sentence: int,
) -> bool:
    """Follow the elements of a candidate from one token on; fills `state`."""
    if step == len(candidate.elements):
        return True
    element = candidate.elements[step]
    if element.piece is Piece.GAP:
        return _walk_gap(analysis, position, candidate, step, state, sentence)
    if element.piece is Piece.SLOT:
        return _walk_slot(analysis, position, candidate, step, state, sentence)
    if position >= len(analysis.tokens) or analysis.tokens[position].sentence != sentence:
        return False
    if element.piece is Piece.VERB:
        return _walk_verb(analysis, position, candidate, step, state, sentence)
    token = analysis.tokens[position]
    if not _is_word(token, element):
        return False
    state.words.append(position)
    if _walk(analysis, position + 1, candidate, step + 1, state, sentence):
        return True
    state.words.pop()
    return False


def _is_word(token: Token, element: Element) -> bool:
    if token.placeholder:
        return False
    return token.lower in element.forms or token.lemma.lower() == element.word


def _walk_gap(
    analysis: Analysis,
    position: int,
    candidate: _Candidate,
    step: int,
    state: _State,
    sentence: int,
) -> bool:
    verb_second = candidate.order is Order.VERB_FIRST and step == 1
    limit = MAX_SECOND_PLACE if verb_second else MAX_GAP
    for end in range(position, min(position + limit, len(analysis.tokens)) + 1):
        if end > position and end - 1 < len(analysis.tokens):
            skipped = analysis.tokens[end - 1]
            if skipped.sentence != sentence or skipped.text in GAP_STOPS:
                return False
            if candidate.order is Order.AFTER_FIRST and (
                skipped.is_finite or skipped.lower in RELATIVES
            ):
                return False
        before = state.gap
        if not verb_second or candidate.phrase.gap is False:
            state.gap = (position, end)
        if _walk(analysis, end, candidate, step + 1, state, sentence):
            return True
        state.gap = before
    return False


def _walk_slot(
    analysis: Analysis,
    position: int,
    candidate: _Candidate,
    step: int,
    state: _State,
    sentence: int,
) -> bool:
    """A free infinitive: the word before was *te*, this one is a verb (*in te vullen*, *te sturen*)."""
    if position >= len(analysis.tokens) or analysis.tokens[position].sentence != sentence:
        return False
    token = analysis.tokens[position]
    if token.pos not in ("VERB", "AUX") and not is_verb(token.lower):
        return False
    slot = [position]
    before = position - 2
    if before >= 0 and token.lemma.lower() == analysis.tokens[before].lower + token.lower:
        slot.insert(0, before)
        state.words.append(before)
        first, end = state.gap
        state.gap = (first, min(end, before))
    state.words.append(position)
    state.slot = tuple(slot)
    return _walk(analysis, position + 1, candidate, step + 1, state, sentence)


def _walk_verb(
    analysis: Analysis,
    position: int,
    candidate: _Candidate,
    step: int,
    state: _State,
    sentence: int,
) -> bool:
    """The verb of the phrase; at the end of a clause auxiliaries and *te* may stand before it."""
    final = step > 0
    for index in range(
        position, min(position + (MAX_BETWEEN if final else 0) + 1, len(analysis.tokens))
    ):
        token = analysis.tokens[index]
        if token.sentence != sentence:
            return False
        found = _verb_at(analysis, index, candidate.elements[step].word, final)
        if found is not None:
            words, particle = found
            state.words += words
            state.verb, state.particle = index, particle
            if _walk(analysis, index + 1, candidate, step + 1, state, sentence):
                return True
            del state.words[-len(words) :]
            state.verb = state.particle = -1
        if (
            token.pos not in ("AUX", "VERB")
            and token.lower != "te"
            and not _particle_of_next(analysis, index)
        ):
            return False
    return False


def _particle_of_next(analysis: Analysis, index: int) -> bool:
    """Whether a token is a particle with *te* and its verb after it (*in te dienen*)."""
    return index + 1 < len(analysis.tokens) and analysis.tokens[index + 1].lower == "te"


def _verb_at(
    analysis: Analysis, index: int, infinitive: str, final: bool
) -> tuple[list[int], int] | None:
    """The tokens of a form of `infinitive` at `index`, and that of its particle where it stands apart."""
    token = analysis.tokens[index]
    verb = conjugate(infinitive)
    if token.placeholder or (
        token.lower not in verb_forms(infinitive) and token.lemma != infinitive
    ):
        return None
    if not verb.particle or (
        token.lower.startswith(verb.particle)
        and token.lower != verb.infinitive[len(verb.particle) :]
    ):
        return [index], -1
    particle = _find_particle(analysis, index, verb.particle, final)
    return None if particle is None else ([index, particle], particle)


def _find_particle(analysis: Analysis, index: int, particle: str, final: bool) -> int | None:
    """Find a separated particle: the parser's, before *te*, or at the end of the clause."""
    tokens = analysis.tokens
    for child in analysis.children[index]:
        if tokens[child].lower == particle and tokens[child].dep == "compound:prt":
            return child
    if index > 1 and tokens[index - 1].lower == "te" and tokens[index - 2].lower == particle:
        return index - 2
    if final:
        return None
    for place in range(index + 1, min(index + MAX_PARTICLE, len(tokens))):
        token = tokens[place]
        if token.sentence != tokens[index].sentence or token.text in (";", ":"):
            return None
        if token.lower == particle and _ends_clause(analysis, place):
            return place
    return None


def _ends_clause(analysis: Analysis, place: int) -> bool:
    """Whether a clause can end after this token: punctuation, a conjunction or the sentence's end."""
    if place + 1 >= len(analysis.tokens):
        return True
    following = analysis.tokens[place + 1]
    return (
        following.sentence != analysis.tokens[place].sentence
        or following.is_punct
        or following.pos in ("CCONJ", "SCONJ")
        or following.lower in ("om", "dat", "als", "en", "of", "want", "maar")
    )


def _fits_class(analysis: Analysis, token: Token, rule: Rule) -> bool:
    """Whether a single word has the part of speech that the rule asks for, and is no name."""
    if rule.kind is RuleKind.WOORD and _is_name(analysis, token):
        return False
    if token.pos == "PROPN" and token.text[:1].isupper() and not token.text.isupper():
        return True
    wanted = rule.word_class
    if wanted is None or token.pos in wanted.universal:
        return True
    return _plausible(analysis, token, rule, wanted)


def _is_name(analysis: Analysis, token: Token) -> bool:
    """Whether a word has a capital that no sentence start and no text in capitals gave it."""
    if not token.text[:1].isupper() or token.text.isupper():
        return False
    first, _ = analysis.sentences[token.sentence]
    return token.i > first and analysis.tokens[token.i - 1].is_word


def _plausible(analysis: Analysis, token: Token, rule: Rule, wanted: WordClass) -> bool:
    """Whether a tagger may have missed: the form is no other kind of word in the word list."""
    lexicon = Lexicon.load()
    is_noun = lexicon.noun_type(token.lower) is not None
    if wanted is WordClass.ZELFSTANDIG:
        is_noun = is_noun or any(lexicon.noun_type(word) is not None for word in rule.search)
        if token.tag.startswith("WW|inf|nom") or _follows_determiner(analysis, token):
            return is_noun and _closes_phrase(analysis, token)
        return is_noun and token.pos in ("PROPN", "X", "ADJ", "ADV", "SYM")
    if wanted is WordClass.WERKWOORD:
        if _follows_modal(analysis, token):
            return True
        rare = (lexicon.zipf(token.lower) or 0) < RARE
        missed = token.pos in ("NOUN", "X", "PROPN") or rare
        return token.pos == "ADJ" or (missed and not is_noun)
    return token.pos != "NOUN" or not is_noun


def _follows_determiner(analysis: Analysis, token: Token) -> bool:
    before = analysis.tokens[token.i - 1] if token.i else None
    return before is not None and (
        before.dep in ("det", "nmod:poss", "nummod") or before.pos in ("DET", "NUM")
    )


MODALS = frozenset({"kunnen", "moeten", "mogen", "willen", "zullen", "laten", "gaan"})


def _follows_modal(analysis: Analysis, token: Token) -> bool:
    """Whether a word closes a clause with a modal verb: an infinitive (*wij willen … borgen*)."""
    sentence = analysis.sentence(token.sentence)
    following = token.i + 1
    closes = following >= len(analysis.tokens) or analysis.tokens[following].is_punct
    modal = any(t.lemma in MODALS and t.is_finite and t.i < token.i - 1 for t in sentence)
    return (
        closes and modal and token.lower.endswith("n") and not _follows_determiner(analysis, token)
    )


def _closes_phrase(analysis: Analysis, token: Token) -> bool:
    """Whether no noun follows that the word could describe (*uw verzoeken*, not *het vermogend gezin*)."""
    following = token.i + 1
    return following >= len(analysis.tokens) or analysis.tokens[following].pos not in (
        "NOUN",
        "ADJ",
    )


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
