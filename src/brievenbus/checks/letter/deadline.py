"""By when the reader must act, or where there is nothing to do: when the gemeente does.

A limit (*vóór 3 mei*, *binnen twee weken*) counts for the reader unless the sentence is about the gemeente. A
day (*op 3 mei*) counts only in a sentence that asks something. A period (*van 4 mei tot en met 8 mei*) says
how long something lasts, so it counts where the reader may act in it: *Meld u aan van 4 tot 8 mei*. What is
past when the letter is written never counts.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from brievenbus.checks.letter.calendar import day_named, written_on
from brievenbus.checks.letter.duty import Duties, Duty, duty_of
from brievenbus.checks.letter.outcome import found, without_spot
from brievenbus.checks.letter.reading import Reading
from brievenbus.checks.letter.sentence import Sentence, Spot
from brievenbus.checks.letter.tense import tells_of_past
from brievenbus.checks.letter.words import date, fold, phrases
from brievenbus.letter import BlockKind
from brievenbus.report import ChecklistItem

_NEGATION = re.compile(r"\b(?:niet|geen|niets)\b")
_YEAR = re.compile(r"(?:19|20)\d\d")
_POINTS_BACK = frozenset({"die", "dat", "dit", "deze", "het", "wij", "we"})


def deadline(reading: Reading, asked: Duties) -> ChecklistItem:
    """Look for the date or term by which the reader must act, or else the gemeente does."""
    own = next(_for_reader(reading, conditional=not asked.must_act), None)
    if own is not None:
        return found(reading, "termijn", own)
    if asked.must_act:
        return without_spot("termijn", False, "fout")
    theirs = next(_for_gemeente(reading), None)
    if theirs is not None:
        return found(reading, "termijn", theirs)
    return without_spot("termijn", False, "fout_gemeente")


def _for_reader(reading: Reading, *, conditional: bool) -> Iterator[Spot]:
    """Yield where a term for the reader stands; `conditional` says that one with *als* counts too."""
    written = written_on(reading)
    for sentence in reading.main:
        yield from _labelled(reading, sentence)
        if not _names_time(sentence):
            continue
        # What follows after "if we do not have it before 3 March" is a term for the reader.
        omission = bool(_NEGATION.search(sentence.folded))
        if not sentence.conditional or conditional or omission:
            yield from _places_for_reader(reading, sentence, written, omission=omission)


def _places_for_reader(
    reading: Reading, sentence: Sentence, written: dt.date | None, *, omission: bool
) -> Iterator[Spot]:
    """Yield the terms of a sentence, unless it is about what the gemeente does."""
    duty, _ = duty_of(reading, sentence)
    asks = duty >= Duty.OPTION or bool(phrases("termijn", "lezer").search(sentence.folded))
    goes_on = _goes_on_asking(reading, sentence)
    by_gemeente = bool(phrases("termijn", "gemeente").search(sentence.folded))
    if by_gemeente and not (asks or omission or goes_on):
        return
    names = ["grens"]
    if duty >= Duty.CONDITIONAL or goes_on:
        names += ["dag", "zelf_dan"]
    not_these = ["niet_bij"] if asks and _is_free_period(sentence) else ["niet_bij", "periode"]
    yield from _places(sentence, names, not_these, written, told=duty < Duty.OPTION)


def _for_gemeente(reading: Reading) -> Iterator[Spot]:
    """Yield where it stands when something happens that is not for the reader to do."""
    written = written_on(reading)
    for sentence in reading.main:
        if _names_time(sentence):
            names = ["grens", "dag", "ongeveer"]
            yield from _places(sentence, names, ["niet_bij"], written, told=True)


def _names_time(sentence: Sentence) -> bool:
    return bool(phrases("termijn", "grens", "dag", "zelf_dan", "ongeveer").search(sentence.folded))


def _goes_on_asking(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence says more of what the one before asks (*Kom ook. Die is op 3 mei*)."""
    if not sentence.number:
        return False
    previous = reading.sentences[sentence.number - 1]
    if previous.block != sentence.block or duty_of(reading, previous)[0] < Duty.IMPERSONAL:
        return False
    if phrases("termijn", "uitnodiging").search(previous.folded):
        return True
    goes_on = phrases("termijn", "komt_erbij").search(sentence.folded)
    return sentence.first_word in _POINTS_BACK and bool(goes_on)


def _is_free_period(sentence: Sentence) -> bool:
    """Whether a period goes with the verb (*U kunt van 1 tot 8 mei …*), not with a noun before it."""
    match = phrases("termijn", "periode").search(sentence.folded)
    if match is None:
        return False
    before = [word.text for word in sentence.words if word.start < match.start()]
    return not before or bool(phrases("termijn", "voor_periode").fullmatch(before[-1]))


def _places(
    sentence: Sentence,
    names: list[str],
    not_these: list[str],
    written: dt.date | None,
    *,
    told: bool,
) -> Iterator[Spot]:
    """Yield where times stand that are not over; `told` says that the sentence asks nothing."""
    other = [match.span() for match in phrases("termijn", *not_these).finditer(sentence.folded)]
    for match in phrases("termijn", *names).finditer(sentence.folded):
        if any(start <= match.start() < end for start, end in other):
            continue
        over = _is_over(sentence.text[match.start() : match.end()], written)
        if over is None:
            over = told and tells_of_past(sentence)
        if not over:
            yield Spot(sentence.start + match.start(), sentence.start + match.end())


def _is_over(named: str, written: dt.date | None) -> bool | None:
    """Whether a time lies before the date of the letter; None where that cannot be told."""
    if _YEAR.fullmatch(named):
        return True
    day = day_named(fold(named), written)
    return None if day is None or written is None else day < written


def _labelled(reading: Reading, sentence: Sentence) -> Iterator[Spot]:
    """Yield a date in a table or list, or after a label: *Datum: 12 maart 2026*."""
    match = date().search(sentence.folded)
    if match is None:
        return
    label = sentence.folded[: match.start()].strip(" :")
    labels = [label] if label else []
    if sentence.kind is BlockKind.TABLE_CELL and not label:
        labels = list(_labels_above(reading, sentence))
    named = any(map(phrases("termijn", "tabelkop").fullmatch, labels))
    if named or (sentence.kind is BlockKind.ITEM and _is_announced(reading, sentence)):
        yield Spot(sentence.start + match.start(), sentence.start + match.end())


def _labels_above(reading: Reading, sentence: Sentence) -> Iterator[str]:
    """Yield what stands in the table before a cell: the label beside it, the head of its column."""
    for index in range(sentence.block, 0, -1):
        if reading.letter.blocks[index].kind is not BlockKind.TABLE_CELL:
            return
        yield reading.folded_blocks[index - 1].strip(" :")


def _is_announced(reading: Reading, sentence: Sentence) -> bool:
    """Whether the line above a list says that terms follow: *Doe dat uiterlijk:*."""
    index = sentence.block
    while index > 0 and reading.letter.blocks[index].kind is BlockKind.ITEM:
        index -= 1
    lead = reading.folded_blocks[index]
    return lead.endswith(":") and bool(phrases("termijn", "kondigt_aan").search(lead))
