"""Amounts: in figures, where the letter is about money."""

from __future__ import annotations

import re

from brievenbus.checks.letter.clauses import first_main_clause
from brievenbus.checks.letter.outcome import found, without_spot
from brievenbus.checks.letter.reading import Reading
from brievenbus.checks.letter.sentence import Sentence, Spot, Topic
from brievenbus.checks.letter.subject import subject_line
from brievenbus.checks.letter.words import amount, limit, phrases
from brievenbus.report import ChecklistItem

_BARE_AMOUNT = re.compile(
    r"(?<!\w)(?:van|naar|met|op|is|bedraagt) "
    r"(?P<figure>\d{1,3}(?:\.\d{3})+(?:,\d\d)?|\d+,\d\d)"
    r"(?![\w.,]*\d| ?(?:%|procent|m2|meter|km|kilo))"
)
"""A figure written as money is, without the sign: in a sentence about money it is an amount."""
_SUM_IN_WORDS = re.compile(
    r"\b\w*(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf|tig|honderd|duizend)\w* euro\b"
)


def amount_in_figures(reading: Reading) -> ChecklistItem:
    """Look for an amount in figures in the body, or else in the subject line."""
    spot = _amount(reading)
    if spot is not None:
        return found(reading, "bedrag", spot)
    if _is_about_money(reading):
        return without_spot("bedrag", False, "fout")
    return without_spot("bedrag", None, "geen")


def _amount(reading: Reading) -> Spot | None:
    for sentence in reading.sentences:
        match = amount().search(sentence.folded)
        if match:
            return Spot(sentence.start + match.start(), sentence.start + match.end())
        bare = _BARE_AMOUNT.search(sentence.folded)
        if bare and phrases("bedrag", "geld").search(sentence.folded):
            return Spot(sentence.start + bare.start("figure"), sentence.start + bare.end())
    subject = subject_line(reading)
    if subject is None:
        return None
    match = amount().search(reading.folded_blocks[subject.block], subject.offset)
    start = reading.letter.starts[subject.block]
    return Spot(start + match.start(), start + match.end()) if match else None


def _is_about_money(reading: Reading) -> bool:
    """Whether money words stand in several sentences, or in the subject line.

    One sentence is enough where it says that money is granted or changes, or a sum in words. In a letter
    that turns something down only words count that say that the reader must pay, or what he may have.
    """
    turned_down = _turns_down(reading)
    if not turned_down and any(map(_is_certain, reading.main)):
        return True
    names = ("te_betalen", "wat_iemand_heeft") if turned_down else ("geld",)
    money = phrases("bedrag", *names)
    subject = subject_line(reading)
    if subject and money.search(subject.folded):
        return True
    mentions = sum(
        bool(money.search(sentence.folded))
        and not phrases("bedrag", "geen_geld").search(sentence.folded)
        for sentence in reading.sentences
        if sentence.topic is Topic.MAIN
    )
    return mentions >= limit("geld_vanaf")


def _is_certain(sentence: Sentence) -> bool:
    """Whether a sentence is about money without a doubt, and holds now."""
    if sentence.conditional or sentence.is_question:
        return False
    said = (
        _SUM_IN_WORDS.search(sentence.folded) is not None
        or first_main_clause(phrases("bedrag", "zeker_geld"), sentence.folded) is not None
    )
    return said and not phrases("bedrag", "geen_geld").search(sentence.folded)


def _turns_down(reading: Reading) -> bool:
    return any(
        first_main_clause(phrases("bedrag", "afwijzing"), sentence.folded) is not None
        for sentence in reading.main
        if not sentence.conditional and not sentence.is_question
    )
