"""`naamwoordstijl`: actions made into nouns.

Anti-pattern: *het verstrekken van informatie*, *ter verbetering van de handhaving van de regeling*. Best
practice: *wij geven informatie*. The doer and the time come back with the verb.
"""

from __future__ import annotations

from brievenbus.checks.page import Check
from brievenbus.checks.rules.phrases import is_verb
from brievenbus.checks.sentences.common import finding, say, sentences
from brievenbus.checks.wording import quoted
from brievenbus.checks.wordlists import word_list
from brievenbus.dutch import Analysis, Token
from brievenbus.findings import Category, Finding
from brievenbus.rulebook.profiles import Profile

RULE = "naamwoordstijl"

FEW = 2
"""So many abstract nouns each with its own *van* make noun style in one sentence (own judgement)."""

NO_INFINITIVES = frozenset({"leven", "bestaan", "verleden", "bedrag", "teken", "wezen"})
"""Nouns that look like an infinitive."""

ENDINGS = ("ing", "heid", "atie", "itie", "teit", "isme", "ering", "schap", "name")
"""Endings that make a noun of a verb or an adjective."""


def check(analysis: Analysis, profile: Profile) -> list[Finding]:
    """Find *het* + infinitive + *van* and chains of abstract nouns."""
    found = []
    for tokens in sentences(analysis):
        nominals = _nominal_infinitives(tokens)
        for words in nominals:
            phrase = analysis.text[words[0].start : words[-1].end]
            text = say(RULE, "het_van", woorden=phrase)
            found.append(finding(analysis, RULE, words, text=text, category=Category.STIJL))
        chain = _abstract_nouns(tokens)
        if not nominals and (
            len(_with_van(tokens, chain)) >= FEW
            or (len(chain) >= profile.naamwoorden and _is_stacked(analysis, chain))
        ):
            text = say(RULE, "keten", woorden=quoted([t.text for t in chain], "en"))
            found.append(finding(analysis, RULE, chain, text=text, category=Category.STIJL))
    return found


def _nominal_infinitives(tokens: tuple[Token, ...]) -> list[list[Token]]:
    """Runs of *het* (or a preposition), an infinitive used as a noun, and *van*."""
    found = []
    for index, token in enumerate(tokens):
        if token.lower != "het" or index + 2 >= len(tokens):
            continue
        for end in range(index + 1, min(index + 5, len(tokens) - 1)):
            word = tokens[end]
            if tokens[end + 1].lower == "van" and _is_nominal_infinitive(word):
                found.append(list(tokens[index : end + 2]))
                break
            if word.pos not in ("ADJ", "ADV") and not _is_nominal_infinitive(word):
                break
    return found


def _is_nominal_infinitive(token: Token) -> bool:
    """Whether a word is an infinitive that stands as a noun (*het tijdig indienen van*)."""
    if not token.lower.endswith(("en", "gaan", "staan", "doen", "zien")) or not token.is_word:
        return False
    if token.tag.startswith("WW|inf"):
        return True
    if token.pos not in ("VERB", "NOUN") or token.lower in NO_INFINITIVES:
        return False
    return is_verb(token.lower)


def _abstract_nouns(tokens: tuple[Token, ...]) -> list[Token]:
    """The nouns of a sentence that are made from a verb or an adjective."""
    return [
        token
        for token in tokens
        if token.pos == "NOUN"
        and not token.placeholder
        and token.lemma.lower().endswith(ENDINGS)
        and not _is_concrete(token.lemma.lower())
    ]


def _is_concrete(lemma: str) -> bool:
    """Whether a noun, or the last part of a compound, names a thing or is an everyday word."""
    concrete = word_list("gewone_naamwoorden")
    return lemma in concrete or any(
        lemma.endswith(word) for word in concrete if len(word) >= LONG_ENOUGH_TO_END
    )


LONG_ENOUGH_TO_END = 7
"""Letters: a shorter word ends too many others by chance (*ring* in *invoering*)."""


def _with_van(tokens: tuple[Token, ...], chain: list[Token]) -> list[Token]:
    """Those abstract nouns that *van* follows: *de invoering van*, *een toename van*."""
    following = {tokens[i].i: tokens[i + 1].lower for i in range(len(tokens) - 1)}
    return [token for token in chain if following.get(token.i) == "van"]


def _is_stacked(analysis: Analysis, chain: list[Token]) -> bool:
    """Whether the nouns hang on one another, by *van* or as parts of one phrase, and not in a list."""
    joined = 0
    for token in chain:
        head = analysis.tokens[token.head]
        joined += token.dep in ("nmod", "obl", "obl:arg", "obl:agent") or head in chain
    return joined * 2 >= len(chain)


CHECK = Check(RULE, check)
