"""`dubbele-ontkenning`: two negations that the reader must cancel out.

Anti-pattern: *U krijgt geen geld, tenzij u niet te laat bent.* Best practice: *U krijgt geld als u op tijd
bent.*
"""

from __future__ import annotations

from itertools import pairwise

from brievenbus.checks.page import Check
from brievenbus.checks.sentences.common import finding, say, sentences, word_count
from brievenbus.checks.wordlists import word_list
from brievenbus.dutch import Analysis, Token
from brievenbus.dutch.verbs import frequency
from brievenbus.findings import Category, Finding
from brievenbus.rulebook.profiles import Profile

RULE = "dubbele-ontkenning"
NEAR = 8
"""Words between two negations beyond which each is read by itself (own judgement)."""

NEGATIONS = frozenset(
    {
        "niet",
        "geen",
        "nooit",
        "niemand",
        "niets",
        "nergens",
        "zonder",
        "noch",
        "nimmer",
        "geenszins",
        "evenmin",
    }
)
EXCEPTIONS = frozenset({"tenzij", "behalve", "behoudens", "uitgezonderd"})
NEGATIVE_VERBS = frozenset(
    {
        "weigeren",
        "ontkennen",
        "ontbreken",
        "nalaten",
        "verbieden",
        "uitsluiten",
        "ontzeggen",
        "voorkomen",
        "verhinderen",
        "ontraden",
    }
)


def check(analysis: Analysis, profile: Profile) -> list[Finding]:
    """Find pairs of negations that stand near each other in a sentence."""
    found = []
    for tokens in sentences(analysis):
        pair = _pair(tokens)
        if pair is not None:
            text = say(RULE, "twee", eerste=pair[0].text, tweede=pair[1].text)
            found.append(finding(analysis, RULE, list(pair), text=text, category=Category.STIJL))
    return found


def _pair(tokens: tuple[Token, ...]) -> tuple[Token, Token] | None:
    negative = [token for token in tokens if _is_negative(token)]
    for first, second in pairwise(negative):
        between = [t for t in tokens if first.i < t.i < second.i]
        if _cancel(first, second, between):
            return first, second
    return None


def _cancel(first: Token, second: Token, between: list[Token]) -> bool:
    """Whether two negations work on each other: near, in one clause, not two of a row."""
    if word_count(between) > NEAR or first.lower == second.lower == "geen":
        return False
    if any(
        t.lower in ("en", "of", "maar", "noch", "want", "dus", "als") or t.text in (";", ":")
        for t in between
    ):
        return False
    if second.lower in EXCEPTIONS:
        return first.lower in NEGATIONS
    if first.lower in EXCEPTIONS:
        return True
    comma = any(t.text == "," for t in between)
    return not comma or "zonder" in (first.lower, second.lower)


def _is_negative(token: Token) -> bool:
    if token.lower in NEGATIONS or token.lower in EXCEPTIONS:
        return True
    if token.pos in ("VERB", "AUX") and token.lemma.lower() in NEGATIVE_VERBS:
        return True
    return _is_un_word(token)


def _is_un_word(token: Token) -> bool:
    """Whether an adjective is the negation of another (*onmogelijk*, *niet-tijdig*)."""
    word = token.lemma.lower()
    if token.pos not in ("ADJ", "ADV") or word in word_list("geen_ontkenning") or len(word) < 6:
        return False
    return (
        word.startswith("on")
        and not word.startswith(("onder", "ont"))
        and frequency(word[2:]) > 2.5
    )


CHECK = Check(RULE, check)
