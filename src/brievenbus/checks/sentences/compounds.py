"""`moeilijke-samenstelling`: long, rare compounds that can be taken apart.

Anti-pattern: *de terugvorderingsbeschikking*. Best practice: *het besluit over het geld dat u terugbetaalt*.
Compounds that people meet often (*identiteitsbewijs*) are read as one word, however long they are.
"""

from __future__ import annotations

from brievenbus.checks.page import Check
from brievenbus.checks.protected import protected
from brievenbus.checks.sentences.common import finding, say
from brievenbus.checks.wordlists import word_list
from brievenbus.dutch import Analysis, Token
from brievenbus.dutch.compounds import all_parts
from brievenbus.dutch.lexicon import Lexicon, NounType
from brievenbus.dutch.remembering import remembered
from brievenbus.dutch.spelling import frequency
from brievenbus.findings import Category, Finding, Severity
from brievenbus.rulebook.profiles import Profile

RULE = "moeilijke-samenstelling"

RATHER_LONG = 14
LONG = 18
VERY_LONG = 22
"""Letters from which a rare compound is difficult that does not name a thing: with a part that is rare
by itself, with a hard part or abstract parts only, and any (own judgement: in letters that people called
clear, the longest compounds have some 17 letters)."""

HARD_PART = 3.3
"""Zipf value under which a part is hard by itself: less than twice per million words."""

LINKED = ("ing", "heid", "teit", "schap", "tie", "sie", "ment", "em", "er", "um")
"""Endings of parts that are linked with -s-."""


def check(analysis: Analysis, profile: Profile) -> list[Finding]:
    """Find difficult compounds; what is not very difficult is a tip."""
    left_alone = protected(analysis)
    found = []
    for token in analysis.tokens:
        if token.i in left_alone or not _may_be_compound(analysis, token):
            continue
        parts = bare_parts(token.lower)
        if not _is_difficult(token, parts, profile):
            continue
        severe = len(parts) >= profile.samenstelling or _letters(token) >= VERY_LONG
        text = say(RULE, "delen", woord=token.text, delen=" + ".join(parts))
        found.append(
            finding(
                analysis,
                RULE,
                [token],
                text=text,
                severity=Severity.WARNING if severe else Severity.NOTE,
                category=Category.ZELDZAAM,
            )
        )
    return found


def _may_be_compound(analysis: Analysis, token: Token) -> bool:
    """Whether a token may be a compound noun: long, letters only, and no name by its capital."""
    if (
        token.placeholder
        or len(token.text) < RATHER_LONG
        or not token.text.replace("-", "").isalpha()
    ):
        return False
    if token.pos not in ("NOUN", "PROPN", "X", "ADJ", "VERB") or token.is_finite:
        return False
    first, _ = analysis.sentences[token.sentence]
    return token.text.islower() or (token.i == first and token.text[1:].islower())


def _is_difficult(token: Token, parts: tuple[str, ...], profile: Profile) -> bool:
    if len(parts) < 2 or _is_familiar(token, profile.zeldzaam):
        return False
    letters = _letters(token)
    if len(parts) >= profile.samenstelling or letters >= VERY_LONG:
        return True
    kinds = [Lexicon.load().noun_type(part) for part in parts]
    if kinds[-1] is NounType.CONCRETE or parts[-1].endswith(("je", "jes")):
        return False
    rarest = min(map(_frequency_as_part, parts))
    if letters >= LONG:
        return rarest < HARD_PART or set(kinds) == {NounType.ABSTRACT}
    return letters >= RATHER_LONG and rarest < profile.zeldzaam


def _frequency_as_part(part: str) -> float:
    """How common a part is, also as the singular of what it is there (*huisartsen·post*)."""
    return max(frequency(part), frequency(part.removesuffix("en")))


def _is_familiar(token: Token, rare: float) -> bool:
    """Whether people meet a compound often enough, in any form, to read it as one word."""
    known = word_list("gewone_samenstellingen")
    forms = {token.lower, token.lemma.lower()}
    return bool(forms & known) or max(map(frequency, forms)) >= rare


def _letters(token: Token) -> int:
    """The letters of the longest piece: a hyphen shows where a word can be taken apart."""
    return max(map(len, token.text.split("-")))


@remembered
def bare_parts(word: str) -> tuple[str, ...]:
    """Return the parts of a compound as words of their own: *inkomsten, verrekening, besluit*.

    The hyphen goes, and so does the -s- that only links.
    """
    parts = all_parts(word)
    return (*(_bare(part) for part in parts[:-1]), parts[-1])


def _bare(part: str) -> str:
    bare = part.rstrip("-")
    short = bare.removesuffix("s")
    linked = short != bare and (short.endswith(LINKED) or frequency(short) > frequency(bare))
    return short if linked else bare


CHECK = Check(RULE, check)
