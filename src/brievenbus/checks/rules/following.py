"""Follow one phrase through a sentence, word by word, from the token where it may begin."""

from __future__ import annotations

from dataclasses import dataclass, field

from brievenbus.checks.rules.phrases import Element, Order, Phrase, Piece, is_verb, verb_forms
from brievenbus.dutch import Analysis, Token
from brievenbus.dutch.clauses import clause_words
from brievenbus.dutch.spelling import word_groups
from brievenbus.dutch.verbs import conjugate
from brievenbus.rulebook import Rule, RuleKind

MAX_GAP = 6
"""The most words a gap may hold (contracts.md)."""

MAX_SECOND_PLACE = 8
"""The most words between a verb in second place and the rest of its phrase."""

MAX_PARTICLE = 14
"""How far from its verb a separated particle is looked for where the parser did not join them."""

MAX_BETWEEN = 3
"""The most auxiliaries between a phrase and its verb at a clause's end (*in kennis te worden gesteld*)."""

GAP_STOPS = frozenset({",", ";", ":", "(", ")", ".", "?", "!", "–", "|"})


@dataclass(frozen=True)
class Candidate:
    """A rule's phrase in one order: the elements that must be found one after another.

    `search` is the phrase as the rule file has it.
    """

    rule: Rule
    search: str
    phrase: Phrase
    order: Order
    elements: tuple[Element, ...]


@dataclass
class Follower:
    """The search for one candidate from one token on; what it found so far stands in its fields.

    `words` are the tokens found, `verb` that of the phrase's verb and `particle` that of its separated
    particle (-1 without), `gap` the tokens in the gap (first, end excluded), `slot` those of the free
    infinitive.
    """

    analysis: Analysis
    candidate: Candidate
    sentence: int
    words: list[int] = field(default_factory=list)
    verb: int = -1
    particle: int = -1
    gap: tuple[int, int] = (0, 0)
    slot: tuple[int, ...] = ()

    def follow(self, position: int, step: int = 0) -> bool:
        """Whether the elements from `step` on stand at `position`; fills the fields."""
        if step == len(self.candidate.elements):
            return True
        element = self.candidate.elements[step]
        if element.piece is Piece.GAP:
            return self._gap(position, step)
        token = self._token(position)
        if token is None:
            return False
        if element.piece is Piece.SLOT:
            return self._slot(token, step)
        if element.piece is Piece.VERB:
            return self._verb(position, step)
        return self._word(token, element, step)

    def _token(self, position: int) -> Token | None:
        """The token at `position`, None past the end of the sentence."""
        if position >= len(self.analysis.tokens):
            return None
        token = self.analysis.tokens[position]
        return token if token.sentence == self.sentence else None

    def _word(self, token: Token, element: Element, step: int) -> bool:
        if token.placeholder:
            return False
        if token.lower not in element.forms and not self._may_be_form(token, element):
            return False
        self.words.append(token.i)
        if self.follow(token.i + 1, step + 1):
            return True
        self.words.pop()
        return False

    def _may_be_form(self, token: Token, element: Element) -> bool:
        """Whether a word is a form of the one searched by its lemma.

        Not of an abbreviation, and a verb is no form of a noun: *het voorgenomen ontslag hebben*.
        """
        if token.lemma.lower() != element.word:
            return False
        if self.candidate.rule.kind is RuleKind.AFKORTING:
            return False
        return not (self.candidate.phrase.verb and token.tag.startswith("WW|vd"))

    def _gap(self, position: int, step: int) -> bool:
        """Try the gap empty, then a word wider each time, within its clause."""
        verb_second = self.candidate.order is Order.VERB_FIRST and step == 1
        before = self.gap
        for end in range(position, position + (MAX_SECOND_PLACE if verb_second else MAX_GAP) + 1):
            if end > position and not self._may_skip(end - 1):
                break
            if not verb_second or not self.candidate.phrase.gap:
                self.gap = (position, end)
            if self.follow(end, step + 1):
                return True
        self.gap = before
        return False

    def _may_skip(self, position: int) -> bool:
        token = self._token(position)
        if token is None or token.text in GAP_STOPS:
            return False
        if self.candidate.order is not Order.AFTER_FIRST:
            return True
        # *belangen van cliënten die gebruik maken* is no *gebruik van*
        return not token.is_finite and token.lower not in clause_words("betrekkelijk")

    def _slot(self, token: Token, step: int) -> bool:
        """A free infinitive: the word before was *te*, this one is a verb (*in te vullen*)."""
        if token.pos not in ("VERB", "AUX") and not is_verb(token.lower):
            return False
        slot = [token.i]
        before = token.i - 2
        if before >= 0 and token.lemma.lower() == self.analysis.tokens[before].lower + token.lower:
            slot.insert(0, before)
            self.gap = (self.gap[0], min(self.gap[1], before))
        self.words += slot
        self.slot = tuple(slot)
        return self.follow(token.i + 1, step + 1)

    def _verb(self, position: int, step: int) -> bool:
        """The verb of the phrase; at a clause's end auxiliaries and *te* may stand before it."""
        final = step > 0
        infinitive = self.candidate.elements[step].word
        for index in range(position, position + (MAX_BETWEEN if final else 0) + 1):
            token = self._token(index)
            if token is None:
                return False
            found = _verb_at(self.analysis, index, infinitive, final)
            if found is not None:
                words, particle = found
                self.words += words
                self.verb, self.particle = index, particle
                if self.follow(index + 1, step + 1):
                    return True
                del self.words[-len(words) :]
                self.verb = self.particle = -1
            if not self._may_precede_verb(token):
                return False
        return False

    def _may_precede_verb(self, token: Token) -> bool:
        """Whether a word may stand between a phrase and its verb: an auxiliary, *te*, *in* of *in te*."""
        if token.pos in ("AUX", "VERB") or token.lower == "te":
            return True
        following = self._token(token.i + 1)
        return following is not None and following.lower == "te"


def _verb_at(
    analysis: Analysis, index: int, infinitive: str, final: bool
) -> tuple[list[int], int] | None:
    """The tokens of a form of `infinitive` at `index`, and that of its particle where it stands apart."""
    token = analysis.tokens[index]
    verb = conjugate(infinitive)
    if token.placeholder or token.lower in word_groups()["bijzin"]:  # *indien* is no *indienen*
        return None
    if token.lower not in verb_forms(infinitive) and token.lemma != infinitive:
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
        if token.sentence != tokens[index].sentence or token.text in (";", ":", "|"):
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
        or following.lower in clause_words("inhoud", "soms", "hoofdzin", "te_zin")
    )
