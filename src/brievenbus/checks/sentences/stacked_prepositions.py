"""`voorzetselketen`: phrases with a preposition, one after the other.

Anti-pattern: *de beslissing op het bezwaar tegen de weigering van de vergunning voor de bouw van een
schuur*. Best practice: a verb (*U maakte bezwaar. Wij wilden niet dat u een schuur bouwt.*). Each phrase
hangs on the one before, so that the first noun waits for the last.

Places by name, times, dates, addresses and fixed expressions (*op tijd*) count as no link, nor do they
break the chain: *op 3 mei om 10 uur in Hoogezand* is easy. A preposition of more words (*naar aanleiding
van*) is one link.
"""

from __future__ import annotations

from dataclasses import dataclass

from brievenbus.checks.page import Check
from brievenbus.checks.sentences.common import finding, say, sentences
from brievenbus.checks.wording import quoted
from brievenbus.checks.wordlists import word_list
from brievenbus.dutch import Analysis, Token
from brievenbus.findings import Finding
from brievenbus.rulebook.profiles import Profile

RULE = "voorzetselketen"

OFFICE = "burgemeester en wethouders"
"""After *college van* this is the name of an office, and no link."""

LONGEST_PREPOSITION = 4
"""Words of the longest preposition in the list (*met het oog op*)."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A preposition with its noun phrase: tokens `start` up to `end` of the sentence, `end` excluded."""

    start: int
    end: int
    preposition: tuple[Token, ...]
    counts: bool


def check(analysis: Analysis, profile: Profile) -> list[Finding]:
    """Find the chains of phrases with a preposition that are longer than the profile allows."""
    found = []
    for tokens in sentences(analysis):
        for chain in _chains(tokens):
            links = [phrase for phrase in chain if phrase.counts]
            if len(links) < profile.voorzetsels:
                continue
            words = [" ".join(t.lower for t in phrase.preposition) for phrase in links]
            text = say(
                RULE, "keten", aantal=len(links), woorden=quoted(list(dict.fromkeys(words)), "en")
            )
            stretch = tokens[links[0].start : links[-1].end]
            found.append(finding(analysis, RULE, stretch, text=text, whole=True))
    return found


def _chains(tokens: tuple[Token, ...]) -> list[list[Phrase]]:
    """The runs of phrases that stand against each other."""
    chains: list[list[Phrase]] = []
    position = 0
    while position < len(tokens):
        phrase = _phrase(tokens, position)
        if phrase is None:
            position += 1
            continue
        if chains and chains[-1][-1].end == phrase.start:
            chains[-1].append(phrase)
        else:
            chains.append([phrase])
        position = phrase.end
    return chains


def _phrase(tokens: tuple[Token, ...], start: int) -> Phrase | None:
    """The phrase with a preposition that begins at `start`, None where there is none."""
    after = _after_preposition(tokens, start)
    if after is None:
        return None
    end, nouns = _noun_phrase(tokens, after)
    if not nouns:
        return None
    return Phrase(start, end, tokens[start:after], _counts(tokens, after, end, nouns[0]))


def _after_preposition(tokens: tuple[Token, ...], start: int) -> int | None:
    """Where the preposition that begins at `start` ends; None where none begins."""
    for length in range(LONGEST_PREPOSITION, 1, -1):
        words = " ".join(t.lower for t in tokens[start : start + length])
        if words in word_list("voorzetseluitdrukkingen"):
            return start + length
    token = tokens[start]
    if token.pos != "ADP" or not token.tag.startswith("VZ|init") or token.lower == "te":
        return None
    return start + 1


def _noun_phrase(tokens: tuple[Token, ...], start: int) -> tuple[int, list[Token]]:
    """Where the noun phrase that begins at `start` ends, and its nouns."""
    nouns: list[Token] = []
    end = position = start
    while position < len(tokens):
        token = tokens[position]
        if _is_noun(token):
            nouns.append(token)
            end = position + 1
        elif not nouns:
            inner = _past_attribute(tokens, position, start)
            if inner is None and not _may_precede_noun(token):
                break
            position = inner if inner is not None else position
        elif not _continues(tokens, position):
            break
        position += 1
    return end, nouns


def _is_noun(token: Token) -> bool:
    """Whether a token can be the core of a noun phrase."""
    if token.placeholder or token.pos in ("NOUN", "PROPN", "SYM", "X"):
        return True
    if token.pos == "PRON":
        return "|vol|" in token.tag and token.tag.startswith(
            ("VNW|pers", "VNW|pr|", "VNW|aanw|pron")
        )
    return token.tag.startswith("WW|inf|nom") or (
        token.pos == "NUM" and token.tag.endswith("|vrij")
    )


def _may_precede_noun(token: Token) -> bool:
    """Whether a token can stand between a preposition and its noun."""
    if token.is_finite or token.is_punct or token.tag.startswith(("VNW|betr", "VNW|vb|adv")):
        return token.text in ("‘", "“", "'", '"', "€")
    if token.pos in ("DET", "ADJ", "NUM", "ADV", "PRON", "CCONJ"):
        return True
    return token.tag.startswith("WW|") and "prenom" in token.tag


def _past_attribute(tokens: tuple[Token, ...], position: int, start: int) -> int | None:
    """The participle that ends *door u gevraagde* before a noun: *van de door u gevraagde stukken*."""
    if position == start or tokens[position].pos != "ADP":
        return None
    for index in range(position + 1, min(position + 8, len(tokens) - 1)):
        token = tokens[index]
        if token.is_punct or token.is_finite:
            return None
        if "prenom" in token.tag and token.tag.startswith("WW|"):
            return index
    return None


def _continues(tokens: tuple[Token, ...], position: int) -> bool:
    """Whether a noun phrase goes on after its noun: a number, a name, *en* with another noun."""
    token = tokens[position]
    if token.pos == "NUM" or token.lower in ("lid", "onderdeel", "nummer"):
        return True
    if token.lower in ("en", "of", "en/of"):
        return _noun_follows(tokens, position + 1)
    joined = any(t.lower in ("en", "of", "en/of") for t in tokens[max(0, position - 4) : position])
    return joined and token.pos in ("DET", "ADJ", "PRON") and _noun_follows(tokens, position)


def _noun_follows(tokens: tuple[Token, ...], position: int) -> bool:
    """Whether a noun phrase without a preposition begins at `position`, and no clause."""
    for index in range(position, min(position + 4, len(tokens))):
        token = tokens[index]
        if token.tag.startswith("VNW|pers"):
            return False
        if token.pos in ("NOUN", "PROPN"):
            following = tokens[index + 1] if index + 1 < len(tokens) else token
            return not following.is_finite
        if token.pos not in ("DET", "ADJ", "NUM", "PRON"):
            return False
    return False


def _counts(tokens: tuple[Token, ...], start: int, end: int, noun: Token) -> bool:
    """Whether a phrase is a link: no time, no place by name, no address, no amount."""
    words = tokens[start:end]
    text = " ".join(t.lower for t in words)
    if text == OFFICE or f"{tokens[start - 1].lower} {text}" in word_list("vaste_bepalingen"):
        return False
    if any(t.lower in word_list("tijdwoorden") for t in words) or words[0].text == "€":
        return False
    if noun.pos in ("NUM", "SYM", "X") or noun.placeholder:
        return False
    determined = words[0].pos in ("DET", "PRON") or words[0].tag.startswith(("LID", "VNW"))
    if noun.pos == "PROPN":
        return determined and not _has_number(words)
    return not (determined and _has_number(words) and noun.text[:1].isupper())


def _has_number(words: tuple[Token, ...]) -> bool:
    """Whether a number stands after the first word: *aan de Dorpsstraat 5*."""
    return any(t.pos == "NUM" or t.text.isdigit() for t in words[1:])


CHECK = Check(RULE, check)
