"""`hoofdletters`: words or sentences in capitals to stress them.

Anti-pattern: *U moet dit UITERLIJK 1 mei doen.* Best practice: put what matters first, or make it bold.
Capitals read slowly, as words lose their outline, and look like shouting. Abbreviations, Roman numbers,
postcodes, number plates and case numbers are no stress.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from brievenbus.checks.abbreviation_shape import core, is_capital_abbreviation, is_roman
from brievenbus.checks.page import Check
from brievenbus.checks.protected import protected
from brievenbus.checks.sentences.common import say, span_finding
from brievenbus.checks.wordlists import word_list
from brievenbus.dutch import Analysis, Token
from brievenbus.dutch.compounds import main_parts
from brievenbus.dutch.lexicon import Lexicon
from brievenbus.dutch.spelling import frequency
from brievenbus.findings import Finding
from brievenbus.rulebook.profiles import Profile

RULE = "hoofdletters"

LONG = 9
"""Letters from which a string in capitals is a word, also where no list has it: abbreviations are shorter
(own judgement)."""

COMMON = 4.0
"""Zipf value from which a short string beside words in capitals is a word too (own judgement)."""

SHORT = 3
"""Letters up to which a word may be an abbreviation by chance (own judgement)."""

RUN = 3
"""So many words in capitals in a row are stressed, whatever they are (own judgement)."""


def check(analysis: Analysis, profile: Profile) -> list[Finding]:
    """Find stretches in capitals; words that stand side by side are one finding."""
    found = []
    for run in _runs(analysis):
        span = run[0].start, run[-1].end
        better = _in_small_letters(analysis, run)
        words = sum(token.is_word for token in run)
        text = say(RULE, "woord" if words == 1 else "woorden")
        found.append(
            span_finding(analysis, RULE, span, text=text, suggestions=[better] if better else [])
        )
    return found


def stressed(analysis: Analysis) -> frozenset[int]:
    """Return the numbers of the tokens in capitals that this check is about."""
    return frozenset(token.i for run in _runs(analysis) for token in run)


def _runs(analysis: Analysis) -> Iterator[list[Token]]:
    """Yield the runs of words in capitals of which at least one is surely stressed."""
    run: list[Token] = []
    for token in (*analysis.tokens, None):
        if token is not None and _goes_on(run, token):
            run.append(token)
            continue
        run = _trimmed(run)
        if _is_stressed(analysis, run):
            yield run
        run = [token] if token is not None and _is_in_capitals(token) else []


def _goes_on(run: list[Token], token: Token) -> bool:
    """Whether a token goes on with a run in its sentence: in capitals, or a mark or a number inside.

    *BETAAL VÓÓR 1 MEI, ANDERS KOMEN ER KOSTEN BIJ*
    """
    if not run or token.sentence != run[-1].sentence:
        return False
    return _is_in_capitals(token) or token.is_punct or token.text[0].isdigit()


def _trimmed(run: list[Token]) -> list[Token]:
    """A run from its first word in capitals to its last, without marks and numbers at the end."""
    while run and not _is_in_capitals(run[-1]):
        run = run[:-1]
    return run


_LETTERS = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*\.?")
"""Words, also with the point of the sentence, as in *VOOR U.*, which looks like an initial."""


def _is_in_capitals(token: Token) -> bool:
    """Whether a token is letters in capitals, not a number plate or *B&W*."""
    return token.is_word and token.text.isupper() and bool(_LETTERS.fullmatch(token.text))


def _is_stressed(analysis: Analysis, run: list[Token]) -> bool:
    left_alone = protected(analysis)
    words = [token for token in run if _is_in_capitals(token) and token.i not in left_alone]
    if len(words) == RUN and [len(token.text) for token in words] == [1, 2, 1]:
        return False  # B EN W
    if len(words) == 1 and _is_named(analysis, words[0]):
        return False
    if any(_is_word(token.text) for token in words):
        return True
    return sum(not _is_sign(token.text) for token in words) >= RUN


def _is_named(analysis: Analysis, token: Token) -> bool:
    """Whether a short string has an article before it, as only abbreviations have: *het OM*."""
    before = analysis.tokens[token.i - 1].lower if token.i else ""
    return len(token.text) <= SHORT and before in ("de", "het", "een")


def _is_word(text: str) -> bool:
    """Whether a string in capitals is surely a word, and no abbreviation."""
    if _is_sign(text):
        return False
    lower = text.lower()
    return _is_known(lower) or (len(text) >= LONG and len(main_parts(lower)) > 1)


def _is_known(lower: str) -> bool:
    return frequency(lower) > 0 or Lexicon.load().noun_type(lower) is not None


def _is_sign(text: str) -> bool:
    """Whether a string is an abbreviation, with or without an ending, a Roman number or one letter."""
    text = text.rstrip(".")
    if len(text) == 1 or is_roman(text) or text in word_list("bekende_afkortingen"):
        return True
    bare = core(text).partition("-")[0]
    return len(bare) < LONG and is_capital_abbreviation(bare)


def _in_small_letters(analysis: Analysis, run: list[Token]) -> str | None:
    """Write a run in small letters; None where a word may be a name, which keeps its capital."""
    text, place = "", run[0].start
    for token in run:
        written = _small(token)
        if written is None:
            return None
        if _opens_sentence(analysis, token):
            written = written[:1].upper() + written[1:]
        text += analysis.text[place : token.start] + written
        place = token.end
    return text


def _opens_sentence(analysis: Analysis, token: Token) -> bool:
    first, _ = analysis.sentences[token.sentence]
    before = analysis.tokens[first : token.i]
    return all(t.is_punct for t in before) or before[-1].text in (".", "!", "?")


def _small(token: Token) -> str | None:
    """Write a word in small letters, save for abbreviations (*uw BSN-nummer*); None where unsure."""
    if not _is_in_capitals(token):
        return token.text
    parts = [_small_part(part) for part in token.text.split("-")]
    return None if None in parts else "-".join(part for part in parts if part is not None)


def _small_part(text: str) -> str | None:
    """Beside a word that is stressed a short word is one as well: *LET OP, 1 MEI*."""
    if text in word_list("bekende_afkortingen"):
        return text
    if text.rstrip(".") == "U" or frequency(text.lower()) >= COMMON:
        return text.lower()
    if _is_sign(text):
        return text
    return text.lower() if _is_known(text.lower()) else None


CHECK = Check(RULE, check)
