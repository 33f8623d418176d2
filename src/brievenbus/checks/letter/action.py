"""What the reader must do, by when, and what happens otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brievenbus.checks.letter.duty import (
    Duties,
    Duty,
    duty_of,
    first_main_clause,
    imperative,
    sentence_spot,
)
from brievenbus.checks.letter.outcome import found, without_spot
from brievenbus.checks.letter.reading import Reading, Sentence, Spot, Topic
from brievenbus.checks.letter.words import date, phrases, words
from brievenbus.letter import BlockKind
from brievenbus.report import ChecklistItem

_NEGATION = re.compile(r"\b(?:niet|geen|niets)\b")
_CONDITION_BY_ORDER = re.compile(
    r"(?!(?:u|je|wij|we|ik|de|het|een|uw|dit|dat|deze|die)\b)"
    r"\w+ (?:u|je|wij|we|er|de|het|uw|ons|dit|dat)\b.*?, ?dan\b"
)
"""*Betaalt u niet op tijd, dan …*"""
_CONDITION_WITHIN = re.compile(r"\b(?:als|indien) (?:u|je|wij|we|uw) ")


def action(reading: Reading, asked: Duties) -> ChecklistItem:
    """Look for what the reader must do, or for the words that there is nothing to do."""
    if asked.nothing is not None and not asked.must_act:
        return found(reading, "actie", asked.nothing, "niets")
    if asked.spot is not None and asked.strongest >= Duty.OPTION:
        return found(reading, "actie", asked.spot)
    return without_spot("actie", False, "fout")


def deadline(reading: Reading, asked: Duties) -> ChecklistItem:
    """Look for the date or term by which the reader must act, or else the gemeente does."""
    own = next(_terms(reading, for_reader=True, conditional=not asked.must_act), None)
    if own is not None:
        return found(reading, "termijn", own)
    if asked.must_act:
        return without_spot("termijn", False, "fout")
    theirs = next(_terms(reading, for_reader=False, conditional=True), None)
    if theirs is not None:
        return found(reading, "termijn", theirs)
    return without_spot("termijn", False, "fout_gemeente")


def _terms(reading: Reading, *, for_reader: bool, conditional: bool) -> Iterator[Spot]:
    """Yield where a term stands, for the reader or for the gemeente."""
    for sentence in reading.main:
        if for_reader:
            yield from _table_terms(reading, sentence)
        if not phrases("termijn", "grens", "dag").search(sentence.folded):
            continue
        duty, _ = duty_of(reading, sentence)
        asks = duty >= Duty.OPTION or phrases("termijn", "lezer").search(sentence.folded)
        # What follows after "if we do not have it before 3 March" is a term for the reader.
        omission = _names_omission(sentence)
        if sentence.conditional and not (conditional or omission):
            continue
        by_gemeente = bool(phrases("termijn", "gemeente").search(sentence.folded)) and not (
            asks or omission
        )
        if by_gemeente == for_reader or (_is_past(sentence) and duty < Duty.OPTION):
            continue
        names = ["grens"]
        if not for_reader or duty >= Duty.IMPERSONAL:
            names.append("dag")
        not_these = ["niet_bij", "niet_bij_lezer"] if for_reader else ["niet_bij"]
        yield from _places(sentence, names, not_these)


def _names_omission(sentence: Sentence) -> bool:
    return bool(_NEGATION.search(sentence.folded))


def _is_past(sentence: Sentence) -> bool:
    return bool(phrases("voltooid", "gebeurd").search(sentence.folded))


def _places(sentence: Sentence, names: list[str], not_these: list[str]) -> Iterator[Spot]:
    other = [match.span() for match in phrases("termijn", *not_these).finditer(sentence.folded)]
    for match in phrases("termijn", *names).finditer(sentence.folded):
        if not any(start <= match.start() < end for start, end in other):
            yield Spot(sentence.start + match.start(), sentence.start + match.end())


def _table_terms(reading: Reading, sentence: Sentence) -> Iterator[Spot]:
    """Yield a date in a table, or after a label: *Datum: 12 maart 2026*."""
    match = date().search(sentence.folded)
    if match is None:
        return
    label = sentence.folded[: match.start()].strip(" :")
    labels = [label] if label else _labels_above(reading, sentence)
    if any(map(phrases("termijn", "tabelkop").fullmatch, labels)):
        yield Spot(sentence.start + match.start(), sentence.start + match.end())


def _labels_above(reading: Reading, sentence: Sentence) -> Iterator[str]:
    """Yield what stands in the table before a cell: the label beside it, the head of its column."""
    for index in range(sentence.block, 0, -1):
        if reading.letter.blocks[index].kind is not BlockKind.TABLE_CELL:
            return
        yield reading.folded_blocks[index - 1].strip(" :")


def consequence(reading: Reading, asked: Duties) -> ChecklistItem:
    """Look for what happens where the reader does not act."""
    spot = next(_consequences(reading), None)
    if asked.nothing is not None and not asked.must_act:
        return without_spot("gevolg", None, "geen")
    if spot is not None:
        return found(reading, "gevolg", spot)
    if not _expects_something(asked):
        return without_spot("gevolg", None, "geen")
    return without_spot("gevolg", False, "fout")


def _expects_something(asked: Duties) -> bool:
    """Whether there is something that the reader may fail to do."""
    return asked.must_act or asked.strongest is Duty.VAGUE


def _consequences(reading: Reading) -> Iterator[Spot]:
    for sentence in reading.sentences:
        if sentence.topic is Topic.OBJECTION or sentence.kind is BlockKind.HEADING:
            continue
        if first_main_clause(phrases("gevolg", "gevolg"), sentence.folded) is not None:
            yield _with_answer(reading, sentence)
        elif _is_omission(sentence) and sentence.topic is Topic.MAIN:
            yield from _what_follows(reading, sentence)


def _with_answer(reading: Reading, sentence: Sentence) -> Spot:
    """Return where a sentence stands, and where it is a question its answer too."""
    following = reading.next_of(sentence)
    if sentence.is_question and following is not None and following.block == sentence.block:
        return Spot(sentence.start, following.start + len(following.text))
    return sentence_spot(sentence)


def _is_omission(sentence: Sentence) -> bool:
    """Whether a sentence says: in case the reader does not do it."""
    condition = sentence.folded
    by_order = _CONDITION_BY_ORDER.match(condition)
    if by_order:
        condition = by_order[0]
    if phrases("gevolg", "nalaten_niet_bij").search(condition):
        return False
    if not phrases("gevolg", "nalaten").search(condition):
        return False
    if sentence.is_question:
        return sentence.first_word not in words("woorden", "vraagwoorden")
    if sentence.first_word in words("woorden", "voorwaarde"):
        return True
    within = _CONDITION_WITHIN.search(sentence.folded)
    # In "Uw hulp stopt niet als u verhuist" nothing is left undone.
    omits = within and phrases("gevolg", "nalaten").search(sentence.folded, within.end())
    return bool(omits or by_order)


def _what_follows(reading: Reading, sentence: Sentence) -> Iterator[Spot]:
    """Yield the omission with its consequence: in the same sentence, or in the next one."""
    if not sentence.is_question:
        if not phrases("gevolg", "geen_gevolg").search(sentence.folded):
            yield sentence_spot(sentence)
        return
    following = reading.next_of(sentence)
    if following is None or following.block != sentence.block or imperative(following) is not None:
        return
    if not _offers_help(following):
        yield _with_answer(reading, sentence)


def _offers_help(sentence: Sentence) -> bool:
    """Whether an answer gives the reader a way out rather than a consequence."""
    match = phrases("gevolg", "geen_gevolg").search(sentence.folded)
    if match is None:
        return False
    return not phrases("gevolg", "toch_gevolg").search(sentence.folded, match.end())
