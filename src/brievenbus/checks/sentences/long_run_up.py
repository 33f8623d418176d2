"""`lange-aanloop`: many words before the verb that carries the sentence.

Anti-pattern: *Naar aanleiding van uw aanvraag van 3 mei voor een kaart om in het centrum te parkeren
laten wij u weten …*. Best practice: who does what comes first. A reader keeps everything in mind until
the finite verb of the main clause tells what it is for (left-branching sentences; Onze Taal and most
style guides advise against them).

Where all of it is the subject, and `tangconstructie` marks it already, this check is silent.
"""

from __future__ import annotations

from brievenbus.checks.page import Check
from brievenbus.checks.sentences.common import finding, say, sentences, word_count
from brievenbus.checks.sentences.embrace import widest_embrace
from brievenbus.dutch import Analysis, Token
from brievenbus.dutch.clauses import clause_words, clauses
from brievenbus.findings import Finding
from brievenbus.rulebook.profiles import Profile

RULE = "lange-aanloop"
FOCUS = frozenset({"ook", "alleen", "zelfs", "juist", "vooral"})
"""Words that may stand before a subject as part of it."""


def check(analysis: Analysis, profile: Profile) -> list[Finding]:
    """Find the sentences whose main verb comes late."""
    found = []
    for number, tokens in enumerate(sentences(analysis)):
        verb = _main_verb(analysis, number)
        if verb is None:
            continue
        before = _run_up(tokens, verb)
        count = word_count(before)
        if count <= profile.aanloop or _is_embrace(analysis, tokens, before, verb, profile):
            continue
        found.append(
            finding(
                analysis,
                RULE,
                [*before, verb],
                text=_text(before, verb, count),
                whole=True,
            )
        )
    return found


def _text(before: tuple[Token, ...], verb: Token, count: int) -> str:
    opener = _conjunction(before)
    if opener is None:
        return say(RULE, "begin", aantal=count, werkwoord=verb.text)
    return say(RULE, "bijzin", aantal=count, werkwoord=verb.text, woord=opener.lower)


def _conjunction(before: tuple[Token, ...]) -> Token | None:
    """The conjunction of a clause that the run-up begins with: *Omdat …*, *Ook als …*."""
    openers = clause_words("voegwoord") | {"als", "sinds", "toen"}
    closed = before[-1].text == "," or before[-1].lower == "dan"
    return next((t for t in before[:2] if closed and t.lower in openers), None)


def _main_verb(analysis: Analysis, number: int) -> Token | None:
    """The finite verb of the first main clause; of *Hebt u …, dan kunt u …* that after *dan*."""
    tokens = analysis.sentence(number)
    main = clauses(analysis, number).main
    if not main or tokens[0].text[:1].islower():
        return None  # the rest of a sentence that began above a list
    if main[0].i == tokens[0].i:
        return next((verb for verb in main[1:] if _follows_condition(analysis, verb)), main[0])
    return main[0]


def _follows_condition(analysis: Analysis, verb: Token) -> bool:
    """Whether a verb opens the main clause after a condition: *…, dan kunt u*."""
    return [t.lower for t in analysis.tokens[verb.i - 2 : verb.i]] == [",", "dan"]


def _run_up(tokens: tuple[Token, ...], verb: Token) -> tuple[Token, ...]:
    """What stands before the verb, from the start of the sentence or the last colon."""
    before = [t for t in tokens if t.i < verb.i]
    marks = [t.i for t in before if t.text in (":", ";")]
    start = marks[-1] + 1 if marks else tokens[0].i
    return tuple(t for t in before if t.i >= start)


def _is_embrace(
    analysis: Analysis,
    tokens: tuple[Token, ...],
    before: tuple[Token, ...],
    verb: Token,
    profile: Profile,
) -> bool:
    """Whether the run-up is one subject with what belongs to it, and is marked as an embrace."""
    widest = widest_embrace(analysis, tokens, profile)
    if widest is None or widest.last.i != verb.i:
        return False
    words = [t for t in before if t.is_word and not t.text.isdigit() and t.lower not in FOCUS]
    start = [t for t in words if t.i < widest.first.i]
    adverbial = bool(words) and _is_adverbial(words[0])
    return not adverbial and not any(t.is_finite for t in start)


def _is_adverbial(word: Token) -> bool:
    """Whether a word at the start of a sentence opens something else than a subject."""
    return word.pos in ("ADP", "SCONJ", "ADV") or word.tag.startswith("WW|vd")


CHECK = Check(RULE, check)
