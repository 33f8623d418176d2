"""`wetsartikel`: articles of law in running text.

Anti-pattern: *Op grond van artikel 3:41, tweede lid, van de Awb …* Best practice: say what holds, and put
the article at the end of the letter or in a note. There it is found by who wants it, and does not stop
the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from brievenbus.checks.abbreviation_shape import is_abbreviation_shaped
from brievenbus.checks.law_titles import law_titles
from brievenbus.checks.page import Check
from brievenbus.checks.protected import protected
from brievenbus.checks.sentences.common import say, span_finding
from brievenbus.checks.wordlists import word_list
from brievenbus.dutch import Analysis, Token
from brievenbus.findings import Finding
from brievenbus.rulebook.profiles import Profile

RULE = "wetsartikel"

FEW_WORDS = 4
"""Words beside the article up to which a block is only a reference: *Zie artikel 17 Participatiewet* (own
judgement)."""

_ORDINAL = (
    r"(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde|laatste|"
    r"enig|\d{1,2}e|\d{1,2}de)"
)
_NUMBER = r"(?:\d{1,4}(?:[.:]\d{1,3})*(?:[a-z]{1,2}\b)?|[IVX]{1,5}\b)"
_AND = r"(?:,\s|\sen\s|\sof\s|,?\s?t/m\s|\stot en met\s|\sjuncto\s|\sjo\.\s|[-–])"
_ROW = rf"{_NUMBER}(?:{_AND}{_NUMBER}){{0,20}}"
_LETTER = (
    r"(?:sub|onder|onderdeel|letter|aanhef en onder|aanhef en onderdeel)\s[a-z0-9]{1,2}\b[°.]?"
)
_PART = (
    rf"(?:{_ORDINAL}(?:(?:,\s|\sen\s){_ORDINAL}){{0,9}}\s(?:leden|lid|volzin|alinea)"
    rf"|(?:lid|leden)\s\d{{1,2}}(?:(?:,\s|\sen\s|\st/m\s|\stot en met\s|-)\d{{1,2}}){{0,20}}|{_LETTER})"
)
_ARTICLE = re.compile(
    rf"(?<![\w-])(?:(?:(?:het|de)\s)?(?:{_PART}),?\s(?:van\s)?)?"
    rf"(?:artikelen|artikel|artt\.|art\.|art)\s(?:{_ROW})(?:,?\s(?:{_PART}))*,?",
    re.IGNORECASE,
)
_CHAPTER = re.compile(
    rf"(?<![\w-])(?:hoofdstuk|titel|afdeling|paragraaf|§)\s{_ROW}\s(?:van\s)?(?:de\s|het\s)?",
    re.IGNORECASE,
)
_BOUND = re.compile(r"\s?(?:van\s)?(?:(?:de|het|deze|dit|die)\s)?", re.IGNORECASE)
_LAW = re.compile(
    r"(?:[a-zë]+\s){0,2}(?:wet|wetboek|besluit|verordening|regeling|beleidsregels?|reglement|statuten)\b"
)


def check(analysis: Analysis, profile: Profile) -> list[Finding]:
    """Find articles of law inside sentences; a block that only refers to them is what we advise."""
    spans = list(_spans(analysis))
    if not spans or _only_refers(analysis, spans):
        return []
    text = say(RULE, "noot")
    return [span_finding(analysis, RULE, span, text=text) for span in spans]


def _spans(analysis: Analysis) -> Iterator[tuple[int, int]]:
    """Yield where articles stand, with the law they are of."""
    text = analysis.text
    laws = _laws(analysis)
    for match in _ARTICLE.finditer(text):
        bound = _BOUND.match(text, match.end())
        end = _law_end(analysis, laws, bound.end()) if bound else 0
        if end or not _is_other(text[match.end() :]):
            yield match.start(), end or match.start() + len(match.group().rstrip(", "))
    for match in _CHAPTER.finditer(text):
        end = _law_end(analysis, laws, match.end())
        if end:
            yield match.start(), end


def _laws(analysis: Analysis) -> dict[int, int]:
    """Where the laws of a block end that are named by a title or by an abbreviation, by their start."""
    capitals = (token for token in analysis.tokens if not token.text.islower())
    shapes = (token for token in capitals if is_abbreviation_shaped(token.text.rstrip(".")))
    found = {token.start: _year_behind(analysis, token) for token in shapes}
    for title in law_titles(analysis):
        first, last = analysis.tokens[title[0]], analysis.tokens[title[-1]]
        found[first.start] = _with_short_name(analysis, last)
    return found


def _law_end(analysis: Analysis, laws: dict[int, int], start: int) -> int:
    """Return where the law that is named at an offset ends; 0 where none is."""
    if start in laws:
        return laws[start]
    match = _LAW.match(analysis.text, start)
    return match.end() if match else 0


def _with_short_name(analysis: Analysis, last: Token) -> int:
    """Take in the short name behind a title: *de Algemene wet bestuursrecht (Awb)*."""
    match = re.compile(r"\s\((?:hierna:?\s)?[\w' -]{2,12}\)").match(analysis.text, last.end)
    return match.end() if match else last.end


def _year_behind(analysis: Analysis, token: Token) -> int:
    match = re.compile(r"\s(?:19|20)\d\d\b").match(analysis.text, token.end)
    return match.end() if match else token.start + len(token.text.rstrip("."))


def _is_other(after: str) -> bool:
    """Whether an article is of something else than a law: *artikel 5 van uw huurcontract*."""
    words = re.findall(r"\w+", after.lower())[:4]
    return any(word.endswith(tuple(word_list("geen_wet"))) for word in words)


def _only_refers(analysis: Analysis, spans: list[tuple[int, int]]) -> bool:
    """Whether a block does nothing but say where the rules stand, as at the end of a letter.

    *De regels staan in artikel 17 van de Participatiewet.* It is one sentence that tells of rules only,
    with a verb of standing or reading, or hardly more than the article.
    """
    left_alone = protected(analysis)
    outside = [
        token
        for token in analysis.tokens
        if token.is_word
        and not any(start < token.end and token.start < end for start, end in spans)
    ]
    if len(outside) <= FEW_WORDS and not any(token.is_finite for token in outside):
        return True
    words = word_list("verwijswoorden")
    verbs = {token.lemma for token in outside if token.pos in ("VERB", "AUX")}
    nouns = {t.lemma for t in outside if t.pos == "NOUN" and t.i not in left_alone}
    about_rules = not nouns or bool(nouns & words)
    return len(analysis.sentences) == 1 and bool(verbs) and verbs <= words and about_rules


CHECK = Check(RULE, check)
