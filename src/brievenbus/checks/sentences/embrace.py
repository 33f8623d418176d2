"""`tangconstructie`: words that belong together, with many words between them.

Anti-pattern: *De bewoners, die al maanden klagen over lawaai van het bedrijf, hebben een brief gestuurd.*
Best practice: *De bewoners klagen al maanden over lawaai. Zij hebben een brief gestuurd.* A reader keeps
the first part in mind until the second comes (dependency length: Kleijn 2018; in LiNT-II max SDL).
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from brievenbus.checks.page import Check
from brievenbus.checks.sentences.common import finding, over, say, sentences, words_between
from brievenbus.checks.sentences.passive import verb_pairs
from brievenbus.dutch import Analysis, Token
from brievenbus.dutch.clauses import clause_words
from brievenbus.findings import Finding
from brievenbus.rulebook.profiles import Profile

RULE = "tangconstructie"

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj"})
PARTS_OF_VERB = frozenset({"aux", "aux:pass"})
"""Finite part of a verb whose other part (participle, infinitive) closes the clause."""


def check(analysis: Analysis, profile: Profile) -> list[Finding]:
    """Find the widest embrace of each sentence, where it is wider than the profile allows."""
    found = []
    for tokens in sentences(analysis):
        widest = widest_embrace(analysis, tokens, profile)
        if widest is None:
            continue
        first, last = widest.first, widest.last
        count = words_between(analysis, first.i, last.i)
        text = say(RULE, widest.name, eerste=first.text, tweede=last.text, aantal=count)
        limit = profile.tang_onderwerp if widest.name == "onderwerp" else profile.tang
        weight = over(count, limit)
        found.append(finding(analysis, RULE, [first, last], text=text, severity=weight))
    return found


class Embrace(NamedTuple):
    """How many words too wide, the name of its message, the two words."""

    excess: int
    name: str
    first: Token
    last: Token


def widest_embrace(
    analysis: Analysis, tokens: tuple[Token, ...], profile: Profile
) -> Embrace | None:
    """Return the widest embrace of a sentence that is too wide, None without one."""
    return max(_embraces(analysis, tokens, profile), key=lambda e: e.excess, default=None)


def _embraces(analysis: Analysis, tokens: tuple[Token, ...], profile: Profile) -> list[Embrace]:
    found: list[Embrace] = []
    for token in tokens:
        pair = _pair(analysis, token)
        if pair is None:
            continue
        name, other = pair
        limit = profile.tang_onderwerp if name == "onderwerp" else profile.tang
        count = words_between(analysis, token.i, other.i)
        if count > limit:
            first, last = sorted((token, other), key=lambda t: t.i)
            found.append(Embrace(count - limit, name, first, last))
    for auxiliary, participle in verb_pairs(analysis, tokens[0].sentence):
        count = words_between(analysis, auxiliary.i, participle.i)
        if count > profile.tang:
            found.append(Embrace(count - profile.tang, "werkwoord", auxiliary, participle))
    found += _around_relative_clauses(analysis, tokens, profile)
    found += _around_middle(analysis, tokens, profile)
    return [each for each in found if not _is_divided(analysis, each)]


def _is_divided(analysis: Analysis, embrace: Embrace) -> bool:
    """Whether a colon or semicolon stands between the words: what holds them together is a mistake."""
    between = analysis.tokens[embrace.first.i + 1 : embrace.last.i]
    return any(token.text in (":", ";") for token in between)


def _around_middle(
    analysis: Analysis, tokens: tuple[Token, ...], profile: Profile
) -> list[Embrace]:
    """A modal verb and the infinitive that closes its clause, where the parser lost one of them."""
    found: list[Embrace] = []
    for index, token in enumerate(tokens):
        if not (token.is_finite and _is_modal(token)):
            continue
        infinitive = _infinitive_after(tokens[index + 1 :])
        count = 0 if infinitive is None else words_between(analysis, token.i, infinitive.i)
        if infinitive is not None and count > profile.tang:
            found.append(Embrace(count - profile.tang, "werkwoord", token, infinitive))
    return found


def _infinitive_after(tokens: tuple[Token, ...]) -> Token | None:
    """The infinitive that closes the clause in which `tokens` stand; none with *te* before it."""
    last: Token | None = None
    for index, token in enumerate(tokens):
        if token.is_finite or token.pos in ("SCONJ", "PUNCT") or token.lower in ("om", "te", "en"):
            break
        closes = index + 1 == len(tokens) or tokens[index + 1].is_punct
        if closes and token.pos == "VERB" and token.tag.startswith("WW|inf"):
            last = token
    return last


@cache
def _relatives() -> frozenset[str]:
    """Words that open a stretch about the noun before them (*, die …*, *, inclusief …*)."""
    return clause_words("betrekkelijk") | {"zoals", "inclusief"}


def _around_relative_clauses(
    analysis: Analysis, tokens: tuple[Token, ...], profile: Profile
) -> list[Embrace]:
    """A noun, a clause between commas, and the finite verb after it.

    Just where the embrace is wide, the parser tends to lose the subject; the commas keep it.
    """
    found: list[Embrace] = []
    for index in range(1, len(tokens) - 1):
        if tokens[index].text != "," or not _opens_clause(tokens, index):
            continue
        verb = _verb_after_clause(tokens, index)
        if verb is None:
            continue
        noun = _noun_before(tokens, index)
        count = words_between(analysis, noun.i, verb.i)
        if count > profile.tang_onderwerp:
            found.append(Embrace(count - profile.tang_onderwerp, "onderwerp", noun, verb))
    return found


def _opens_clause(tokens: tuple[Token, ...], comma: int) -> bool:
    """Whether a clause about the noun before the comma starts after it (*, die …*, *, waarin …*).

    The clause that the noun stands in must still wait for its finite verb.
    """
    word = tokens[comma + 1]
    if tokens[comma - 1].pos not in ("NOUN", "PROPN", "PRON"):
        return False
    relative = word.lower in _relatives() or (
        word.pos == "ADP" and comma + 2 < len(tokens) and tokens[comma + 2].lower in _relatives()
    )
    return relative and not _has_verb_already(tokens[:comma])


def _noun_before(tokens: tuple[Token, ...], comma: int) -> Token:
    """The noun that a clause after a comma is about: not the name or number that closes it."""
    near = tokens[max(0, comma - 6) : comma]
    nouns = (token for token in reversed(near) if token.pos == "NOUN" and token.text.islower())
    return next(nouns, tokens[comma - 1])


def _has_verb_already(before: tuple[Token, ...]) -> bool:
    """Whether the clause that is open at the end of `before` has its finite verb."""
    for token in reversed(before):
        if token.is_finite:
            return True
        if token.pos == "SCONJ" or token.text in (";", ":") or token.lower in _clause_openers():
            return False
    return False


@cache
def _clause_openers() -> frozenset[str]:
    """Words that open a clause with a verb of its own."""
    return clause_words("voegwoord", "inhoud", "vraag") | {"als", "want", "maar"}


MAX_AFTER_CLAUSE = 6
"""Words between the comma that closes the clause and the verb (*, met twaalf maanden moet*)."""


def _verb_after_clause(tokens: tuple[Token, ...], comma: int) -> Token | None:
    """The finite verb that follows the comma that closes the clause."""
    for index in range(comma + 4, len(tokens) - 1):
        if tokens[index].text in (";", ":"):
            return None
        if tokens[index].text != ",":
            continue
        for token in tokens[index + 1 : index + 2 + MAX_AFTER_CLAUSE]:
            if token.is_finite:
                return token
            if token.text == "," or token.pos in ("SCONJ", "CCONJ"):
                break
    return None


AUXILIARIES = frozenset({"hebben", "zijn", "worden"})


def _is_auxiliary(token: Token) -> bool:
    """Whether a verb can be an auxiliary: parsers take *staan* for one now and then."""
    return token.lemma in AUXILIARIES or _is_modal(token)


def _pair(analysis: Analysis, token: Token) -> tuple[str, Token] | None:
    """The word that a token belongs with: subject and finite verb, two verb parts, article and noun."""
    head = analysis.tokens[token.head]
    if token.head == token.i or head.sentence != token.sentence:
        return None
    if token.dep in SUBJECTS:
        return "onderwerp", _finite_of(analysis, head)
    if token.dep in PARTS_OF_VERB and token.is_finite:
        return ("werkwoord", head) if head.pos == "VERB" and _is_auxiliary(token) else None
    if token.dep == "compound:prt":
        return "werkwoord", head
    if token.dep == "xcomp" and head.is_finite and _is_modal(head) and token.pos == "VERB":
        return "werkwoord", head
    if token.dep == "det" and token.i < head.i:
        return "lidwoord", head
    return None


def _is_modal(token: Token) -> bool:
    return token.lemma in (
        "moeten",
        "kunnen",
        "mogen",
        "willen",
        "zullen",
        "hoeven",
        "dienen",
        "gaan",
    )


def _finite_of(analysis: Analysis, head: Token) -> Token:
    """The finite verb of a clause: the head itself, or its auxiliary or copula."""
    if head.is_finite:
        return head
    for child in analysis.children[head.i]:
        token = analysis.tokens[child]
        if token.dep in (*PARTS_OF_VERB, "cop") and token.is_finite:
            return token
    return head


CHECK = Check(RULE, check)
