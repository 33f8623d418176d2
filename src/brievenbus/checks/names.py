"""Where a text names people, organisations and places, and where it gives an address.

A name may be a word as well (*de heer De Groot, Stichting Derhalve*). So names are known by what stands
before them, by initials, by a number behind a street, or by the tagger where a capital stands inside a
sentence. At the start of a sentence, and in a heading where every word has a capital, a capital says
nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from brievenbus.checks.abbreviation_shape import is_abbreviation_shaped, is_dotted, may_be_name
from brievenbus.checks.wordlists import word_list
from brievenbus.dutch import Analysis, Token
from brievenbus.dutch.abbreviations import INITIAL, LETTERS_WITH_POINTS
from brievenbus.dutch.lexicon import Lexicon
from brievenbus.dutch.remembering import remembered
from brievenbus.dutch.spelling import frequency

FEW = 2
FEW_IN_SENTENCE = 5
MANY_CAPITALS = 0.8
"""A line in which so many, and so large a share, of the longer words after the first have a capital is a
heading in capitals; where a point closes it, more of them, as it may name someone (own judgement)."""

LONG_ENOUGH_TO_END = 5
"""Letters: a shorter word ends too many others by chance (*stad* in *bijstad*)."""

OFTEN = 2.5
"""Zipf value from which a word in capitals is stressed rather than a name (own judgement)."""

LONG_STREET = 7
"""Letters from which a word with a capital may be a street by its ending alone: *Indienweg*."""

LONGER = 4
"""Letters from which a word counts as a longer one: the small words keep a small letter in headings."""

_ENDS = "ends of tokens"
_POSTCODE = re.compile(r"\b[1-9]\d{3}\s?[A-Z]{2}\b")
_POSTBUS = re.compile(r"\b[Pp]ostbus\s+\d+\b")
_HOUSE_NUMBER = re.compile(r"\d{1,5}(?:[-/]?\w{1,4})?")
_COMPANIES = frozenset(
    {"BV", "B.V.", "NV", "N.V.", "VOF", "V.O.F.", "CV", "C.V.", "Zn.", "Holding"}
)
_PLACES = frozenset({"in", "te", "uit", "naar", "bij", "via", "nabij"})
_TOWARDS = frozenset({"aan", "op", "naar", "van", "tegenover"})
_PRONOUNS = frozenset({"u", "uw", "uzelf", "wij", "we", "ik", "jij", "je", "hij", "zij", "ons"})
"""Words that some writers give a capital inside a sentence (*Wij vragen U*), and that are no names."""
_IN_STREETS = frozenset(
    {"van", "de", "der", "den", "het", "'t", "’t", "ten", "ter", "'s", "’s", "en"}
)
_NO_STREET = frozenset(
    {"artikel", "bijlage", "stap", "pagina", "hoofdstuk", "paragraaf", "deel", "lid"}
)


def names(analysis: Analysis) -> Iterator[int]:
    """Yield the token numbers of names."""
    in_capitals = [is_in_capitals(analysis, n) for n in range(len(analysis.sentences))]
    number = 0
    while number < len(analysis.tokens):
        sure = not in_capitals[analysis.tokens[number].sentence]
        end = _name_end(analysis, number, sure)
        yield from range(number, end)
        number = max(end, number + 1)


def tokens_between(analysis: Analysis, start: int, end: int) -> Iterator[Token]:
    """Yield the tokens that have a character between two offsets of the text."""
    ends: list[int] | None = analysis.notes.get(_ENDS)
    if ends is None:
        ends = analysis.notes[_ENDS] = [token.end for token in analysis.tokens]
    for number in range(bisect_right(ends, start), len(ends)):
        if analysis.tokens[number].start >= end:
            break
        yield analysis.tokens[number]


def addresses(analysis: Analysis) -> Iterator[int]:
    """Yield the token numbers of addresses: streets with a number, postcodes with a place, postbus."""
    for pattern in (_POSTCODE, _POSTBUS):
        for match in pattern.finditer(analysis.text):
            inside = [token.i for token in tokens_between(analysis, *match.span())]
            yield from inside
            if inside:
                yield from range(inside[-1] + 1, _capitals_end(analysis, inside[-1] + 1))
    for token in analysis.tokens:
        if _HOUSE_NUMBER.fullmatch(token.text):
            yield from _street(analysis, token)


def _name_end(analysis: Analysis, start: int, sure: bool) -> int:
    """Return where the name that begins at a token ends; `start` where none begins."""
    token = analysis.tokens[start]
    if not token.text[0].isupper() and token.text not in word_list("tussenvoegsels"):
        return start
    if _is_of_b_en_w(analysis, token):
        return start
    if _follows_title(analysis, token) or _is_initial(token):
        end = _capitals_end(analysis, start)
        if end > start + _is_initial(token):
            return end
    if not sure or not _is_capital(token):
        return start
    end = _capitals_end(analysis, start)
    if _is_company(analysis, end) or (token.pos == "PROPN" and end > start + 1):
        return end
    if not _is_inside(analysis, token):
        return start
    if _is_named(analysis, token):
        return end
    row = analysis.tokens[start:end]
    sure_row = len(row) > 1 and not _has_article(analysis, token)
    return end if sure_row or any(each.pos == "PROPN" for each in row) else start


def _is_of_b_en_w(analysis: Analysis, token: Token) -> bool:
    """Whether a token is the end of *B en W.*, which looks like an initial."""
    return token.text in ("W", "W.") and token.i > 1 and analysis.tokens[token.i - 2].text == "B"


def _has_article(analysis: Analysis, token: Token) -> bool:
    """Whether an article or the like is before a word: *de Bijzondere Bijstand*, *uw Aanvraag*."""
    before = analysis.tokens[token.i - 1]
    return before.pos == "DET" or before.lower in ("uw", "onze", "ons", "de", "het", "een")


def _is_company(analysis: Analysis, end: int) -> bool:
    """Whether what a company is called after its name stands at a token: *Derhalve BV*."""
    return end < len(analysis.tokens) and analysis.tokens[end].text in _COMPANIES


def _is_named(analysis: Analysis, token: Token) -> bool:
    """Whether a word with a capital inside a sentence is a name, by itself or by the word before it.

    For the tagger, right after a noun (*de boot Derhalve*) or a preposition of place (*in Tevens*), or as
    a street. What has an article before it (*de Voorziening*) may be a word with a needless capital.
    """
    before = analysis.tokens[token.i - 1]
    if token.pos == "PROPN" or before.pos == "NOUN" or before.lower in _PLACES:
        return True
    return len(token.text) >= LONG_STREET and _is_street(token.lower)


def _follows_title(analysis: Analysis, token: Token) -> bool:
    """Whether the word before is one that a name follows: *de heer, stichting, wijk*.

    Also every noun for a person (*neef, dakdekker*), and compounds (*taalschool, bloemenwinkel*).
    """
    before = _before(analysis, token)
    return before is not None and _opens_name(before.lower)


@remembered
def _opens_name(text: str) -> bool:
    word = re.split(r"[/-]", text.rstrip("."))[-1]
    known = word_list("voor_een_naam")
    if word in known or Lexicon.load().is_human(word):
        return True
    return any(word.endswith(last) for last in known if len(last) >= LONG_ENOUGH_TO_END)


def _before(analysis: Analysis, token: Token) -> Token | None:
    """The word before a token in its sentence and on its line."""
    first, _ = analysis.sentences[token.sentence]
    if token.i == first:
        return None
    before = analysis.tokens[token.i - 1]
    between = analysis.text[before.end : token.start]
    return before if before.is_word and "\n" not in between else None


def _is_inside(analysis: Analysis, token: Token) -> bool:
    """Whether a word stands inside a sentence, and not after a number that opens a list (*1. Indien*)."""
    before = _before(analysis, token)
    if before is None:
        return False
    first, _ = analysis.sentences[token.sentence]
    return not (
        before.i == first and re.fullmatch(r"\w{1,3}[.)]?", before.text) and _is_label(before)
    )


def _is_label(token: Token) -> bool:
    return token.text[0].isdigit() or token.text[-1] in ".)"


def _is_capital(token: Token) -> bool:
    """Whether a word has the capital of a name: no pronoun, no abbreviation, not all in capitals."""
    text = token.text
    if len(text) == 1 or not text[0].isupper() or token.placeholder or not token.is_word:
        return False
    if token.lower in _PRONOUNS:
        return False
    capitals = text.isupper() and not INITIAL.match(text)
    return not capitals and not is_abbreviation_shaped(text)


def _is_initial(token: Token) -> bool:
    """Whether a token is the initials of a person: *A.* or *J.P.*; *U.* closes a sentence."""
    text = token.text
    if text == "U.":
        return False
    initials = (
        LETTERS_WITH_POINTS.match(text) is not None and text[0].isupper() and not is_dotted(text)
    )
    return initials or INITIAL.match(text) is not None


def _capitals_end(analysis: Analysis, start: int) -> int:
    """Return where the words with a capital from a token on end, with the small words between them.

    The last one has a capital. A name in capitals altogether counts at the start only (*de heer JANSEN*).
    """
    end = number = start
    while number < len(analysis.tokens):
        token = analysis.tokens[number]
        if number > start and not _goes_on(analysis, token):
            break
        shouted = number == start and _is_shouted(analysis, token)
        if _is_capital(token) or _is_initial(token) or shouted:
            end = number + 1
        elif not _is_linking(analysis, token, started=end > start):
            break
        number += 1
    return end


_ADDRESSED = frozenset({"heer", "mevrouw", "meneer", "dhr", "mevr", "mw", "familie", "fam"})


def _is_shouted(analysis: Analysis, token: Token) -> bool:
    """Whether a word in capitals is a name: no word of the language, save after *heer* or *mevrouw*.

    *de heer BAKKER*, *winkel JOVRA*, but *de klant MOET betalen*
    """
    if not token.text.isalpha() or not may_be_name(token.text):
        return False
    before = _before(analysis, token)
    addressed = before is not None and before.lower.rstrip(".") in _ADDRESSED
    return addressed or frequency(token.lower) < OFTEN


def _goes_on(analysis: Analysis, token: Token) -> bool:
    """Whether a token stands in the same sentence and on the same line as the one before it."""
    before = analysis.tokens[token.i - 1]
    same_line = "\n" not in analysis.text[before.end : token.start]
    return same_line and before.sentence == token.sentence


def _is_linking(analysis: Analysis, token: Token, *, started: bool) -> bool:
    """Whether a small word or sign may stand in a name, before a word with a capital."""
    if token.text in ("&", "-", "+"):
        return started
    if token.lower == "en":
        following = analysis.tokens[token.i + 1] if token.i + 1 < len(analysis.tokens) else None
        if not started or following is None or following.text in word_list("wettitels"):
            return False
        return _is_capital(following) or _is_initial(following)
    return token.text in word_list("tussenvoegsels")


def is_in_capitals(analysis: Analysis, number: int) -> bool:
    """Whether most longer words of a sentence have a capital, as in some headings."""
    words = [t for t in analysis.sentence(number) if t.is_word and t.text.isalpha()]
    longer = [t for t in words[1:] if len(t.text) >= LONGER and not t.text.isupper()]
    capitals = sum(t.text[0].isupper() for t in longer)
    closed = analysis.sentence(number)[-1].text in (".", "!", "?")
    few = FEW_IN_SENTENCE if closed else FEW
    return capitals >= few and capitals >= MANY_CAPITALS * len(longer)


def _street(analysis: Analysis, number: Token) -> Iterator[int]:
    """Yield the tokens of an address, from the street to its number; nothing where no street stands."""
    start = _street_start(analysis, number)
    if start == number.i:
        return
    name = analysis.tokens[start : number.i]
    if name[0].lower in _NO_STREET:
        return
    sure = any(_is_street(token.lower) for token in name)
    before = _before(analysis, name[0])
    if before is not None and before.lower in ("de", "het"):
        before = _before(analysis, before)
    if sure or (before is not None and before.lower in _TOWARDS and _is_inside(analysis, name[0])):
        yield from range(start, _place_end(analysis, number.i + 1))


def _place_end(analysis: Analysis, start: int) -> int:
    """Take in the place behind an address: *Kerkweg 1, Hoogezand* and *Kerkweg 1 in Hoogezand*."""
    limit = len(analysis.tokens)
    if start < limit and analysis.tokens[start].lower in (",", "in", "te"):
        end = _capitals_end(analysis, start + 1)
        if end > start + 1 and _goes_on(analysis, analysis.tokens[start + 1]):
            return end
    return start


def _street_start(analysis: Analysis, number: Token) -> int:
    """Go back from a house number over the words of a street name; its first one has a capital."""
    start = place = number.i
    first, _ = analysis.sentences[number.sentence]
    while place > first:
        token = analysis.tokens[place - 1]
        if token.text[0].isupper() and token.is_word and token.lower not in _PRONOUNS:
            start = place - 1
        elif token.text not in _IN_STREETS:
            break
        place -= 1
    opens = start == first and analysis.tokens[start].pos in ("ADP", "ADV", "DET", "SCONJ")
    return start + 1 if opens and start + 1 < number.i else start


def _is_street(word: str) -> bool:
    return any(word.endswith(ending) for ending in word_list("straten"))
