"""Why a rule finds nothing in its own example: the likely cause, for the person who wrote the rule.

The sentences stand in `data/voorbeelden.toml`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches
from functools import cache
from importlib import resources
from itertools import chain

from brievenbus.checks.protected import is_protected
from brievenbus.checks.rules.exceptions import has_company, is_excepted
from brievenbus.checks.rules.making import finding_of
from brievenbus.checks.rules.matching import Match, RuleIndex
from brievenbus.checks.rules.patterns import matches
from brievenbus.checks.rules.phrases import GAP, VERB_SLOT, forms_of, is_verb, verb_forms
from brievenbus.checks.rules.thresholds import COUNTING
from brievenbus.checks.wording import quoted
from brievenbus.dutch import Analysis, Token
from brievenbus.rulebook import Rule, RuleKind
from brievenbus.rulebook.profiles import Profile

SAME_START = 5
"""Letters: two words that begin with so many of the same are forms of one word, or nearly so."""


def why_silent(analysis: Analysis, rule: Rule, profile: Profile) -> str:
    """Say in Dutch why a rule finds nothing in a text, and what to do about it."""
    causes = chain(
        _not_for_readers(rule, profile),
        _under_limit(analysis, rule, profile),
        _held_back(analysis, rule),
        _pattern_apart(analysis, rule),
        _words_apart(analysis, rule),
    )
    return next(causes, "") or said("onbekend")


@cache
def _texts() -> dict[str, dict[str, str]]:
    source = resources.files("brievenbus.checks") / "data" / "voorbeelden.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))


def said(name: str, **values: object) -> str:
    """Return one of the sentences with its gaps filled."""
    return _texts()["stil"][name].format_map(values)


def _not_for_readers(rule: Rule, profile: Profile) -> Iterator[str]:
    if rule.id in profile.zonder or rule.category.value in profile.zonder:
        yield said("zonder", lezers=profile.name)


def _under_limit(analysis: Analysis, rule: Rule, profile: Profile) -> Iterator[str]:
    if rule.kind is RuleKind.DREMPEL:
        limit = rule.limit
        limit = getattr(profile, limit) if isinstance(limit, str) else limit
        counts = [count for _, count in COUNTING[str(rule.measure)](analysis)]
        yield said("drempel", aantal=max(counts, default=0), grens=f"{limit:g}")


def _held_back(analysis: Analysis, rule: Rule) -> Iterator[str]:
    """What keeps a rule silent where its words do stand in the text."""
    found = list(RuleIndex([rule]).find(analysis))
    for match in found:
        words = finding_of(analysis, match).text
        for text in rule.not_with:
            if is_excepted(analysis, replace(match, rule=replace(rule, not_with=(text,)))):
                yield said("niet_bij", gevonden=words, tekst=text)
        if not has_company(analysis, match):
            yield said("alleen_bij", gevonden=words, woorden=quoted(rule.only_with))
        if is_protected(analysis, finding_of(analysis, match)):
            yield said("beschermd", gevonden=words)
    if found:
        yield _together(analysis, rule, found)


def _together(analysis: Analysis, rule: Rule, found: list[Match]) -> str:
    """What keeps a rule silent that looks at the whole text."""
    words = finding_of(analysis, found[0]).text
    if rule.kind is RuleKind.CONSISTENTIE:
        return said("een_woord", gevonden=words)
    return said("uitgelegd", gevonden=words) if rule.explain is not None else ""


def _pattern_apart(analysis: Analysis, rule: Rule) -> Iterator[str]:
    """Which word of a pattern is not there, or that the words do not belong together."""
    if not rule.pattern:
        return
    for number, word in enumerate(rule.pattern, start=1):
        alone = (replace(word, head=None, relation=None),)
        if not any(any(matches(analysis, token, alone)) for token in analysis.tokens):
            yield said("deel_van_patroon", nummer=number)
    hanging = any(word.head is not None for word in rule.pattern)
    yield said("hangt_niet" if hanging else "los_patroon")


def _words_apart(analysis: Analysis, rule: Rule) -> Iterator[str]:
    """Which words of a phrase are not there; of more phrases the one that is nearest to being found."""
    missing = {text: _missing(analysis, text) for text in rule.search}
    if missing:
        text = min(missing, key=lambda each: len(missing[each]) / len(_words(each)))
        yield _of_phrase(analysis, rule, text, missing[text])


def _of_phrase(analysis: Analysis, rule: Rule, text: str, missing: list[str]) -> str:
    words = _words(text)
    if len(words) == 1:
        return _of_word(analysis, rule, text, words[0])
    if not missing:
        return said("volgorde_gat" if GAP in text else "volgorde", zoek=text)
    if len(missing) == len(words):
        return said("staat_er_niet", zoek=text)
    return said("mist", zoek=text, woorden=quoted(missing, "en"))


def _of_word(analysis: Analysis, rule: Rule, text: str, word: str) -> str:
    """Why one word is not found: another kind of word, a name, another form, or not there."""
    forms = forms_of(word, rule.word_class)
    for token in analysis.tokens:
        if token.lower in forms or token.lemma.lower() == word:
            return _of_token(analysis, token)
    near = _near(analysis, word)
    if near is not None:
        return said("andere_vorm", gevonden=near.text, zoek=text)
    return said("staat_er_niet", zoek=text)


def _of_token(analysis: Analysis, token: Token) -> str:
    """Why a word that has the right form is not taken."""
    first, _ = analysis.sentences[token.sentence]
    if token.text[:1].isupper() and not token.text.isupper() and token.i > first:
        return said("naam", gevonden=token.text)
    names = _texts()["soort"]
    kind = names.get(token.pos, names["ander"])
    return said("andere_soort", gevonden=token.text, soort=kind)


def _near(analysis: Analysis, word: str) -> Token | None:
    """A word of the text that looks like the one that is looked for."""
    by_text = {token.lower: token for token in analysis.tokens if token.is_word}
    start = word[:SAME_START]
    alike = [text for text in by_text if len(start) == SAME_START and text.startswith(start)]
    close = alike or get_close_matches(word, by_text, n=1, cutoff=0.8)
    return by_text[close[0]] if close else None


def _missing(analysis: Analysis, text: str) -> list[str]:
    """The words of a phrase that stand nowhere in the text."""
    present = {token.lower for token in analysis.tokens}
    present |= {token.lemma.lower() for token in analysis.tokens}
    return [word for word in _words(text) if not _forms(word) & present]


def _forms(word: str) -> frozenset[str]:
    return verb_forms(word) | {word} if is_verb(word) else frozenset({word})


def _words(text: str) -> list[str]:
    parts = text.replace(GAP, f" {GAP} ").lower().split()
    return [part for part in parts if part not in (GAP, VERB_SLOT)]
