"""The core message: does the letter begin with it?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from brievenbus.checks.letter.clauses import first_main_clause, main_clauses
from brievenbus.checks.letter.deciding import says_what_reader_gets
from brievenbus.checks.letter.duty import (
    Duties,
    Duty,
    duty_of,
    is_condition,
    sentence_spot,
)
from brievenbus.checks.letter.objection import is_decision
from brievenbus.checks.letter.outcome import found, without_spot
from brievenbus.checks.letter.reading import Reading
from brievenbus.checks.letter.sentence import Sentence
from brievenbus.checks.letter.words import amount, limit, phrases, words
from brievenbus.letter import BlockKind
from brievenbus.report import ChecklistItem

_RELATIVE = re.compile(r"^ ?(?:waar\w+|omdat|doordat|nadat|indien)\b")
_SENDER = frozenset({"wij", "we", "ik"})
_TIMES = ("grens", "dag", "ongeveer")


def core_message(reading: Reading, asked: Duties) -> ChecklistItem:
    """Look for a decision, request or announcement where the letter begins.

    It may stand in the first sentences, or in the first paragraph where that is not long.
    """
    if not reading.running:
        return without_spot("kern", None, "onbekend")
    confirms = _only_confirms(reading, asked)
    for sentence in _opening(reading):
        if _is_message(reading, sentence) or (confirms and _is_receipt(sentence)):
            return found(reading, "kern", sentence_spot(sentence))
    return without_spot("kern", False, "fout")


def _opening(reading: Reading) -> Sequence[Sentence]:
    first = [s for s in reading.running if s.block == reading.running[0].block]
    whole = first if len(first) <= limit("kern_alinea") else []
    several = reading.running[: limit("kern_zinnen")]
    return whole if len(whole) > len(several) else several


def _is_message(reading: Reading, sentence: Sentence) -> bool:
    if is_condition(reading, sentence) or sentence.kind is BlockKind.HEADING:
        return False
    folded = sentence.folded
    if phrases("kern", "inleiding").search(folded):
        return False
    duty = duty_of(reading, sentence)[0]
    if duty in (Duty.FIRM, Duty.CONDITIONAL):
        return True
    places = main_clauses(phrases("kern", "boodschap"), folded)
    if any(not _RELATIVE.search(folded[:place].rpartition(",")[2]) for place in places):
        return True
    if phrases("kern", "wet").search(folded):
        return False
    if says_what_reader_gets(folded) and not phrases("bezwaar", "ander_besluit").search(folded):
        return True
    if duty is Duty.IMPERSONAL and _speaks_to_reader(sentence):
        return True
    return _announces(sentence) or (sentence == reading.running[0] and _names_price(folded))


def _speaks_to_reader(sentence: Sentence) -> bool:
    forms = words("aanspreking", "u") | words("aanspreking", "je")
    return any(word.text in forms for word in sentence.words)


def _names_price(folded: str) -> bool:
    return any(
        amount().match(folded, match.end() + 1)
        for match in phrases("kern", "prijs").finditer(folded)
    )


def _announces(sentence: Sentence) -> bool:
    """Whether a sentence says what the gemeente does: *Wij planten bomen*, but not *Wij schrijven u*."""
    for token in sentence.tokens:
        if not token.dep.startswith("nsubj"):
            continue
        dated = phrases("termijn", *_TIMES).search(sentence.folded)
        if token.lower not in _SENDER and not (token.lower == "gemeente" and dated):
            continue
        verb = next((t for t in sentence.tokens if t.i == token.head), token)
        if verb.is_finite and verb.morph.get("Tense") == "Pres":
            return verb.lemma not in words("kern", "geen_boodschap")
    return _gives_someone(sentence)


def _gives_someone(sentence: Sentence) -> bool:
    """Whether a sentence says what someone with a name can do or gets: *Mo kan naar De Eik.*."""
    said = [token for token in sentence.tokens if not token.is_punct][:2]
    return len(said) == 2 and said[0].pos == "PROPN" and said[1].lower in words("kern", "iemand")


def _only_confirms(reading: Reading, asked: Duties) -> bool:
    """Whether the letter asks and decides nothing: that something came is then its message."""
    if sum(len(sentence.words) for sentence in reading.running) > limit("woorden_bevestiging"):
        return False
    return asked.strongest < Duty.CONDITIONAL and not is_decision(reading)


def _is_receipt(sentence: Sentence) -> bool:
    return first_main_clause(phrases("kern", "ontvangst"), sentence.folded) is not None
