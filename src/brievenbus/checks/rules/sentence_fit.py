"""Whether the sentence around a replacement stays whole: its verb, its clauses and its other words.

`fitting` looks at the words right beside a replacement, this at what a sentence asks of it further on.
Each of these says no where it is not sure.
"""

from __future__ import annotations

from functools import cache

from brievenbus.checks.wordlists import word_list
from brievenbus.dutch import Analysis, Token
from brievenbus.dutch.lexicon import Lexicon
from brievenbus.dutch.nouns import article
from brievenbus.dutch.remembering import remembered

NEAR = 3
"""How many words beside a replacement may not hold the same stem again."""

FAR = 4
"""The same for a preposition before it, as one that ends a verb stands further off: *legt het voor aan …*."""

SAME_START = 6
"""Letters: a word of at least so many that opens another is the same stem (*ingang, ingangsdatum*)."""

SHORTEST_STEM = 4

_OPENERS = frozenset(
    {"als", "alleen als", "behalve als", "omdat", "voordat", "nadat", "zodat", "zodra", "terwijl"}
)
"""Alternatives that open a clause, which needs a finite verb: *als nodig* and *voordat te doen* have none."""

_LINKS = frozenset({"daarom", "daardoor", "dus"})
"""Words that open a main clause; a comma after what was found says that something hangs on that."""

_DOUBLED = frozenset({"voor", "over", "met", "door", "bij"})
_ENDINGS = ("ingen", "ing", "en", "te", "de", "t", "d", "s", "e")


def keeps_sentence(analysis: Analysis, first: int, last: int, text: str) -> bool:
    """Whether the sentence around tokens `first` to `last` (included) stays right with a text there."""
    lower = text.lower()
    return not (
        (lower in _OPENERS and _lacks_verb(analysis, last))
        or (lower in _LINKS and _next_text(analysis, last) == ",")
        or _doubles(analysis, first, last, lower)
    )


def _rest(analysis: Analysis, last: int) -> tuple[Token, ...]:
    """The words of a sentence that come after a token."""
    _, end = analysis.sentences[analysis.tokens[last].sentence]
    return tuple(analysis.tokens[last + 1 : end])


def _next_text(analysis: Analysis, last: int) -> str:
    rest = _rest(analysis, last)
    return rest[0].lower if rest else ""


def _lacks_verb(analysis: Analysis, last: int) -> bool:
    """Whether no clause follows: *indien aanwezig*, *voor zover bepaald in de wet*, *alvorens te beslissen*.

    A list may follow (*alleen als:*). Up to the first comma a clause has at least its subject.
    """
    if _next_text(analysis, last) == ":":
        return False
    if _next_text(analysis, last) == "te":
        return True
    before_comma = True
    subject = False
    for token in _rest(analysis, last):
        if token.text in (")", ";", ":"):
            return True
        if token.is_finite or token.pos == "AUX" or (subject and token.pos == "VERB"):
            return False  # taggers take *voordat wij beslissen* for an infinitive
        subject = subject or token.dep.startswith("nsubj")
        if token.text == "," and before_comma:
            before_comma = False
            if not subject:
                return True
    return True


def _doubles(analysis: Analysis, first: int, last: int, text: str) -> bool:
    """Whether a word would stand near its like: *de keuze kiezen*, *met ingang van de ingangsdatum*."""
    words = text.split()
    taken = {token.lower for token in analysis.tokens[first : last + 1]}
    if text in _DOUBLED:
        around = (*_words_before(analysis, first, FAR), *_words_after(analysis, last, 2))
        return text in around and text not in taken
    found = {_stem(word) for word in taken}
    near = (*_words_before(analysis, first, NEAR), *_words_after(analysis, last, NEAR))
    return any(
        _same_stem(word, other) and _stem(other) not in found for word in words for other in near
    )


def _words_before(analysis: Analysis, first: int, count: int) -> list[str]:
    """The nearest words before a token in its sentence, marks left out."""
    start, _ = analysis.sentences[analysis.tokens[first].sentence]
    return [token.lower for token in analysis.tokens[start:first] if token.is_word][-count:]


def _words_after(analysis: Analysis, last: int, count: int) -> list[str]:
    """The nearest words after a token in its sentence, marks left out."""
    return [token.lower for token in _rest(analysis, last) if token.is_word][:count]


def _same_stem(word: str, other: str) -> bool:
    """Whether two words are forms of one, or the one opens the other."""
    short, long = sorted((word, other), key=len)
    if len(short) >= SAME_START and long.startswith(short):
        return True
    families = _families()
    if word in families:
        return families[word] == families.get(other)
    return len(_stem(word)) >= SHORTEST_STEM and _stem(word) == _stem(other)


@cache
def _families() -> dict[str, int]:
    """The number of the family of a word whose vowel changes (`stamverwanten.txt`)."""
    lines = sorted(word_list("stamverwanten"))
    return {word: number for number, line in enumerate(lines) for word in line.split()}


@remembered
def _stem(word: str) -> str:
    """A word without its ending, roughly: enough to tell *betaling* from no form of *betalen*."""
    if word.startswith("ge") and word.endswith(("t", "d")):
        word = word[2:]
    ending = next((e for e in _ENDINGS if word.endswith(e) and len(word) - len(e) > 2), "")
    word = word.removesuffix(ending)
    for vowel in "aeou":
        word = word.replace(vowel * 2, vowel)
    if word[-1:] == word[-2:-1]:
        word = word[:-1]
    return word[:-1] + {"v": "f", "z": "s"}.get(word[-1:], word[-1:])


def keeps_number(analysis: Analysis, first: int, last: int, text: str) -> bool:
    """Whether the verb stays right: *de regelgeving is*, but *de wetten en regels zijn*.

    Asked of words without a verb. After a preposition they are no subject, and only a relative clause
    behind them agrees with them.
    """
    found, wanted = _number_of(analysis, first, last), _number_of_text(text)
    if not found or not wanted or found == wanted:
        return True
    if _is_governed(analysis, first):
        verb = _relative_verb(analysis, last)
        return verb is None or _agrees(verb, wanted)
    sentence = analysis.sentence(analysis.tokens[first].sentence)
    if analysis.tokens[last].dep == "obj" and any(t.dep.startswith("nsubj") for t in sentence):
        return True
    return all(_agrees(token, wanted) for token in sentence if token.is_finite)


def _number_of(analysis: Analysis, first: int, last: int) -> str:
    """The number of a noun found, by its tag: "ev", "mv", or "" for other words."""
    tag = analysis.tokens[last].tag
    if analysis.tokens[first].pos == "ADP" or not tag.startswith("N|soort"):
        return ""
    return "mv" if "|mv|" in tag else "ev"


def _number_of_text(text: str) -> str:
    """The number of a noun, or of two with *en*; "" where it may be neither."""
    lower = text.lower()
    if " en " in lower:
        return "mv"
    if " " in lower or len(lower) < SHORTEST_STEM or not Lexicon.load().is_noun(lower):
        return ""
    known = article(lower) is not None
    if lower.endswith(("en", "ën", "s")):
        return "" if known else "mv"  # *woonkosten* has an article in the lists as well
    return "ev" if known else ""


def _is_governed(analysis: Analysis, first: int) -> bool:
    """Whether a preposition goes before a noun and what describes it: *in de geldende regelgeving*."""
    start, _ = analysis.sentences[analysis.tokens[first].sentence]
    for token in reversed(analysis.tokens[start:first]):
        if token.pos == "ADP":
            return True
        determines = token.pos in ("DET", "ADJ", "NUM") or "|prenom" in token.tag
        if not determines:
            return False
    return False


def _relative_verb(analysis: Analysis, last: int) -> Token | None:
    """The finite verb of the relative clause right after a noun."""
    rest = [token for token in _rest(analysis, last) if token.text != ","]
    if not rest or rest[0].lower not in ("die", "dat", "welke"):
        return None
    return next((token for token in rest if token.is_finite), None)


def _agrees(verb: Token, number: str) -> bool:
    return ("|mv" in verb.tag) == (number == "mv")


def is_opinion_before_noun(analysis: Analysis, token: Token) -> bool:
    """Whether an infinitive with *te* and an adjective describes a noun: *een nuttig te achten maatregel*.

    It is passive then, and another verb may read otherwise: *een te vinden maatregel* can be found.
    """
    rest = _rest(analysis, token.i)
    before = analysis.tokens[max(0, token.i - 2) : token.i]
    if len(before) < 2 or before[1].lower != "te" or before[0].pos != "ADJ" or not rest:
        return False
    return rest[0].pos == "NOUN" or rest[0].tag.startswith("ADJ|prenom")
