"""`afkorting-zonder-uitleg`: an abbreviation that not everybody knows, and that nobody explains.

Anti-pattern: *U krijgt hulp uit de Wmo.* Best practice: *U krijgt hulp uit de Wet maatschappelijke
ondersteuning (Wmo).* Once per letter is enough: `uses` tells of each use whether the block explains it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from brievenbus.checks.abbreviation_shape import core, is_abbreviation_shaped, is_dotted
from brievenbus.checks.page import Check
from brievenbus.checks.protected import protected
from brievenbus.checks.sentences.capitals import stressed
from brievenbus.checks.sentences.common import finding, say
from brievenbus.checks.wordlists import word_list
from brievenbus.dutch import Analysis, Token
from brievenbus.dutch.abbreviations import abbreviations
from brievenbus.dutch.compounds import all_parts
from brievenbus.dutch.lexicon import Lexicon
from brievenbus.dutch.spelling import FREQUENT, frequency
from brievenbus.findings import Category, Finding
from brievenbus.rulebook.profiles import Profile

RULE = "afkorting-zonder-uitleg"

MORE_WORDS = 4
"""So many more words than letters may a full name have: *Wet op de … (Wo)* (own judgement)."""

MOST = 0.6
"""The share of the letters that must begin a word, or a part of one, of the full name (own judgement)."""

_BRACKETS = re.compile(r"\s?\(([^()]*)\)")
_AFTER = re.compile(
    r"[\'’”\"‘“]?[,:;]?\s(?:(?:dat\s|dit\s)?(?:is|zijn)\s(?:een|de|het|dat|kort\svoor|geld|hulp)\b"
    r"|(?:dat\s|dit\s)?(?:betekent|heet|staat\svoor|wil\szeggen|houdt\sin|ofwel|oftewel)\b)"
    r"|[\'’”\"]?:\s(?:de|het|een)\s",
    re.IGNORECASE,
)
"""*Wmo: dat is de wet …, het CIZ is een …, Awb betekent …*."""

_NEXT = re.compile(
    r"(?:dat|dit|deze\sletters|die\sletters|de\sletters|de\safkorting)\s"
    r"(?:is|zijn|betekent|betekenen|staat\svoor|staan\svoor|wil\szeggen)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:afgekort|kortweg|(?:verder|hierna)\ste\snoemen|in\shet\skort|ook\swel|oftewel|ofwel|heet|heten|"
    r"genoemd|noemen\s(?:wij|we)|hierna|in\sletters)(?:\sook)?(?:\swel)?:?\s(?:de\s|het\s|een\s|als\s)?['‘“\"]?$",
    re.IGNORECASE,
)


def check(analysis: Analysis, profile: Profile) -> list[Finding]:
    """Find the first use of each abbreviation that this block does not explain."""
    found: dict[str, Finding] = {}
    for key, each, explained in uses(analysis):
        if not explained:
            found.setdefault(key, each)
    return list(found.values())


def uses(analysis: Analysis) -> tuple[tuple[str, Finding, bool], ...]:
    """Return each use of an abbreviation: its letters, the finding, whether this block explains it.

    The first use in a letter counts, so that an explanation anywhere in a block is good for all of it.
    """
    tokens = list(_abbreviations(analysis))
    explained = {_key(token) for token in tokens if _is_explained(analysis, token)}
    return tuple((_key(t), _finding(analysis, t), _key(t) in explained) for t in tokens)


def _finding(analysis: Analysis, token: Token) -> Finding:
    small = is_dotted(token.text) or token.text.islower()
    name = "kort" if small or token.text.endswith(".") else "letters"
    text = say(RULE, name, afkorting=core(token.text))
    return finding(analysis, RULE, [token], text=text, category=Category.AFKORTING)


def _key(token: Token) -> str:
    return core(token.text).lower().replace(".", "")


def _abbreviations(analysis: Analysis) -> Iterator[Token]:
    """Yield the abbreviations of a block that not everybody knows."""
    left_alone = protected(analysis) | stressed(analysis)
    for token in analysis.tokens:
        if token.i in left_alone or token.placeholder or not _looks_short(analysis, token):
            continue
        before = analysis.tokens[token.i - 1].lower.rstrip(".:") if token.i else ""
        unit = before[:1].isdigit() and Lexicon.load().is_measurement_unit(token.lower)
        if not unit and before not in word_list("kenmerkwoorden"):
            yield token


def _looks_short(analysis: Analysis, token: Token) -> bool:
    known = word_list("bekende_afkortingen")
    text = token.text
    if {text, core(text), text.rstrip("."), text + "."} & known:
        return False
    if is_abbreviation_shaped(text):
        return True
    if not text.endswith(".") or token.lower not in abbreviations() or not text.islower():
        return False
    last = token.i + 1 == analysis.sentences[token.sentence][1]
    return not (last and frequency(text.rstrip(".")) >= FREQUENT)  # *Dat past.*


def _is_explained(analysis: Analysis, token: Token) -> bool:
    """Whether the words around an abbreviation say what it stands for."""
    text, letters = analysis.text, core(token.text)
    end = token.start + len(letters)
    start, stop = analysis.sentence_span(token.sentence)
    brackets = _BRACKETS.match(text, end)
    if brackets and _says_something(brackets.group(1)):
        return True
    if _AFTER.match(text, end) or _BEFORE.search(text[start : token.start]):
        return True
    if _NEXT.match(text[stop:].lstrip()) or _precedes_name(text[end:], letters):
        return True
    return _follows_name(analysis, token, letters)


def _says_something(text: str) -> bool:
    """Whether brackets hold words, not a number or a place to look: *(Wet …)*, not *(zie bijlage 2)*."""
    words = re.findall(r"[^\W\d_]{3,}", text)
    return any(
        not is_abbreviation_shaped(word) and len(word) > 3 for word in words
    ) and not word_list("geen_uitleg") & {word.lower() for word in words}


def _follows_name(analysis: Analysis, token: Token, letters: str) -> bool:
    """Whether the full name stands right before: *Wet maatschappelijke ondersteuning (Wmo)*.

    Between brackets, or after a comma (*…, de Wmo*); the letters begin the words of the name, or their
    parts.
    """
    first, _ = analysis.sentences[token.sentence]
    number = token.i - 1
    while number >= first and not _is_joint(analysis.tokens[number]):
        if analysis.tokens[number].lower not in _SMALL:
            return False
        number -= 1
    if number < first:
        return False
    words = [t.text for t in analysis.tokens[first:number] if t.is_word]
    initials = letters.lower().replace(".", "")
    longest = len(initials) + MORE_WORDS
    return any(_fits(words[-size:], initials) for size in range(1, min(longest, len(words)) + 1))


def _precedes_name(after: str, letters: str) -> bool:
    """Whether the full name stands right behind a colon: *Awb: Algemene wet bestuursrecht*."""
    match = re.match(r":\s(?:de\s|het\s)?", after)
    if match is None:
        return False
    initials = letters.lower().replace(".", "")
    words = re.findall(r"[^\W\d_]+", after[match.end() :])[: len(initials) + MORE_WORDS]
    return any(_fits(words[:size], initials) for size in range(1, len(words) + 1))


_SMALL = frozenset({"de", "het", "hierna", "afgekort", "kortweg", ":", "‘", "“", "'", '"', "of"})


def _is_joint(token: Token) -> bool:
    return token.text in ("(", ",", "–", "-", "[", "/")


def _fits(words: Sequence[str], initials: str) -> bool:
    """Whether letters stand for words: in order, the first at the start, most where a part begins."""
    if not words or not words[0].lower().startswith(initials[:1]):
        return False
    parts = [part.lower() for word in words for part in all_parts(word)]
    at_start = _in_order(initials, [part[:1] for part in parts])
    anywhere = _in_order(initials, list("".join(parts)))
    return anywhere == len(initials) and at_start >= MOST * len(initials)


def _in_order(letters: str, row: Sequence[str]) -> int:
    """How many of the letters are met, in order, in a row."""
    met = 0
    for each in row:
        if met < len(letters) and each == letters[met]:
            met += 1
    return met


CHECK = Check(RULE, check)
