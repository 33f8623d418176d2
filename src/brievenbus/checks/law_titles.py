"""Where a text names a law or a regulation: titles are as they are, whatever words stand in them.

A title begins with a capital: *Wet op de huurtoeslag*, *Algemene wet bestuursrecht*, *Participatiewet*. Small
*wet, besluit, regeling* are ordinary words. How far a title runs is told by the kind of the words that
follow; a year ends it (*Besluit bijzondere bijstand 2015*).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from brievenbus.checks.names import is_in_capitals
from brievenbus.checks.wordlists import word_list
from brievenbus.dutch import Analysis, Token
from brievenbus.dutch.lexicon import Lexicon
from brievenbus.dutch.nouns import last_parts
from brievenbus.dutch.spelling import frequency

LONGEST = 16
"""Words that a title may have beyond which no year is looked for."""

_ONE_WORD = re.compile(r"[A-ZÀ-Ý][\w-]*wet(?:boek)?")
_ONE_WORD_INSIDE = re.compile(
    r"[A-ZÀ-Ý][\w-]*(?:besluit|verordening|regeling|richtlijn|reglement|fonds|verdrag)"
)
"""*Participatiewet* is a title wherever it stands; *Betalingsregeling* may only open a sentence."""

_YEAR = re.compile(r"(?:19|20)\d\d")
_OPENING_PREPOSITIONS = frozenset({"op", "tot", "van", "inzake", "voor", "betreffende", "houdende"})
_NO_YEAR_OF_TITLE = frozenset({"in", "van", "per", "sinds", "tot", "vanaf", "voor", "over", "na"})
_NOMINAL = frozenset({"NOUN", "ADJ", "PROPN", "X"})
_INSIDE = frozenset({"NOUN", "ADJ", "PROPN", "X", "ADP", "DET", "CCONJ", "NUM", "SYM"})


def law_titles(analysis: Analysis) -> Iterator[range]:
    """Yield the token numbers of each title of a law or regulation."""
    number = 0
    while number < len(analysis.tokens):
        end = _title_end(analysis, number)
        if end > number:
            yield range(number, end)
        number = max(end, number + 1)


def _title_end(analysis: Analysis, start: int) -> int:
    """Return where the title that begins at a token ends; `start` itself where none begins."""
    token = analysis.tokens[start]
    if not token.text[0].isupper() or token.placeholder:
        return start
    inside = _stands_inside(analysis, token)
    if token.lower == "algemene":
        return _after_algemene(analysis, start)
    if token.text == "Nadere" and start + 1 < _sentence_end(analysis, start):
        return _run(analysis, start + 1) if _is_rules(analysis, start, inside) else start
    if token.text in word_list("wettitels"):
        return _after_kind(analysis, start, inside)
    if _ONE_WORD.fullmatch(token.text) or (inside and _ONE_WORD_INSIDE.fullmatch(token.text)):
        return _with_capitals(analysis, _year_end(analysis, start + 1) or start + 1)
    if inside and token.pos == "ADJ":  # *de Tijdelijke wet …*, *het Burgerlijk Wetboek*
        return _after_adjective(analysis, start)
    return start


def _stands_inside(analysis: Analysis, token: Token) -> bool:
    """Whether a word has its capital for itself: another word or a bracket stands before it."""
    first, _ = analysis.sentences[token.sentence]
    if token.i == first or is_in_capitals(analysis, token.sentence):
        return False
    before = analysis.tokens[token.i - 1]
    return before.is_word or before.text in ("(", "[", ",", ";")


def _after_algemene(analysis: Analysis, start: int) -> int:
    """*Algemene wet bestuursrecht, Algemene plaatselijke verordening, Algemene bijstandswet*."""
    for number in range(start + 1, min(start + 4, _sentence_end(analysis, start))):
        token = analysis.tokens[number]
        if token.lower.endswith(("wet", "verordening")):
            return _run(analysis, number)
        if token.pos not in _NOMINAL:
            break
    return start


def _is_rules(analysis: Analysis, start: int, inside: bool) -> bool:
    """Whether *Nadere* opens a title: *de Nadere regels jeugdhulp*."""
    return inside and analysis.tokens[start + 1].lower in ("regels", "regeling")


def _after_adjective(analysis: Analysis, start: int) -> int:
    if start + 1 >= _sentence_end(analysis, start):
        return start
    following = analysis.tokens[start + 1]
    if following.text.capitalize() in word_list("wettitels"):
        return _run(analysis, start + 1)
    return start


def _after_kind(analysis: Analysis, start: int, inside: bool) -> int:
    """A title that begins with its kind: *Wet …, Besluit …*.

    At the start of a sentence or a heading the capital says nothing. There *Wet* must have words of a
    title behind it, and the other kinds a year.
    """
    year = _year_end(analysis, start + 1)
    if year:
        return year
    end = _run(analysis, start)
    if inside or (analysis.tokens[start].text == "Wet" and end > start + 1):
        return end
    return start


def _run(analysis: Analysis, start: int) -> int:
    """Return the end of the words after a kind that belong to its title."""
    year = _year_end(analysis, start + 1)
    if year:
        return year
    limit = _sentence_end(analysis, start)
    end = _phrase_end(analysis, start + 1, limit)
    while end < limit:
        token = analysis.tokens[end]
        if _is_nominal(token) or _is_mistaken(analysis, token, right_behind=end == start + 1):
            end += 1
        elif end > start + 1 and _joins(analysis, end, limit):
            end += 2
        else:
            break
    while end > start + 1 and analysis.tokens[end - 1].pos == "ADJ":
        end -= 1  # *keur ik op grond van de Wet … goed*
    return end


def _opens_row(analysis: Analysis, comma: int, limit: int) -> bool:
    """Whether a comma stands in a row that *en* closes: *Wet kwaliteit, klachten en geschillen zorg*."""
    tokens = analysis.tokens
    if tokens[comma].text != "," or comma + 3 >= limit:
        return False
    return tokens[comma + 2].lower == "en" and _is_nominal(tokens[comma + 3])


def _is_mistaken(analysis: Analysis, token: Token, *, right_behind: bool) -> bool:
    """Whether a word of a title was taken for a verb, as titles are no sentences.

    Participles count that describe (*schoolgaande kinderen*); those of an ordinary verb only right behind
    the kind (*Wet verplichte …*), as they may go with what follows (*de op grond van de Wet … verstrekte
    voorziening*). So do nouns in a sentence that has its verb already (*geldt de Regeling … zorg*).
    """
    if token.pos != "VERB" or not token.text[0].islower():
        return False
    if "prenom" in token.tag:
        return right_behind or "WW|vd" not in token.tag or not frequency(token.lemma)
    sentence = analysis.sentence(token.sentence)
    has_verb = any(other.is_finite and other.i != token.i for other in sentence)
    is_noun = Lexicon.load().noun_type(token.lower) is not None or bool(last_parts(token.lower))
    return has_verb and is_noun


def _phrase_end(analysis: Analysis, start: int, limit: int) -> int:
    """The end of *op de huurtoeslag* right after a kind; `start` where no such phrase stands there."""
    end = start
    if end < limit and analysis.tokens[end].lower in _OPENING_PREPOSITIONS:
        end += 1
        if end < limit and analysis.tokens[end].lower in ("de", "het"):
            end += 1
        if end < limit and (_is_nominal(analysis.tokens[end]) or _is_number(analysis.tokens[end])):
            return end + 1
    return start


def _joins(analysis: Analysis, number: int, limit: int) -> bool:
    """Whether *en*, or a comma in a row, stands between nouns of one title: *Wet werk en bijstand*."""
    joint = analysis.tokens[number].lower in ("en", "of") or _opens_row(analysis, number, limit)
    if not joint or number + 1 >= limit:
        return False
    before, after = analysis.tokens[number - 1], analysis.tokens[number + 1]
    return _is_nominal(before) and after.pos in ("NOUN", "ADJ") and after.text[0].islower()


def _with_capitals(analysis: Analysis, end: int) -> int:
    """Take in the name that follows a title: *Parkeerverordening Voorbeeldstad 2024*."""
    if _YEAR.fullmatch(analysis.tokens[end - 1].text):
        return end
    limit = _sentence_end(analysis, end - 1)
    while end < limit and analysis.tokens[end].text[0].isupper() and analysis.tokens[end].is_word:
        if analysis.tokens[end].pos == "PRON":
            break
        end += 1
    return end


def _year_end(analysis: Analysis, start: int) -> int:
    """Return the end of a title that a year closes; 0 where none does.

    Between the kind and the year stand only words that a title can have. *in 2015* closes nothing.
    """
    if not start:
        return 0
    limit = min(_sentence_end(analysis, start - 1), start + LONGEST)
    for number in range(start, limit):
        token = analysis.tokens[number]
        if _YEAR.fullmatch(token.text):
            before = analysis.tokens[number - 1].lower
            return 0 if before in _NO_YEAR_OF_TITLE or before in _MONTHS else number + 1
        if not (token.pos in _INSIDE or "prenom" in token.tag) or token.is_finite:
            return 0
        if not token.is_word or token.lower in _NOT_INSIDE:
            return 0
    return 0


_MONTHS = frozenset(
    [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ]
)
_NOT_INSIDE = frozenset(
    {"een", "dit", "deze", "dat", "die", "uw", "ons", "onze", "wij", "u", "zijn"}
)


def _is_nominal(token: Token) -> bool:
    if token.pos == "NOUN":
        return token.is_word
    return token.is_word and token.pos in _NOMINAL and not token.is_finite


def _is_number(token: Token) -> bool:
    return token.text[0].isdigit()


def _sentence_end(analysis: Analysis, number: int) -> int:
    return analysis.sentences[analysis.tokens[number].sentence][1]
