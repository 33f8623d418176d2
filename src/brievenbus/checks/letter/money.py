"""Amounts: in figures, where the letter is about money."""

from __future__ import annotations

from brievenbus.checks.letter.outcome import found, without_spot
from brievenbus.checks.letter.reading import Reading, Spot, Topic
from brievenbus.checks.letter.subject import subject_line
from brievenbus.checks.letter.words import amount, limit, phrases
from brievenbus.report import ChecklistItem


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
    subject = subject_line(reading)
    if subject is None:
        return None
    match = amount().search(reading.folded_blocks[subject.block], subject.offset)
    start = reading.letter.starts[subject.block]
    return Spot(start + match.start(), start + match.end()) if match else None


def _is_about_money(reading: Reading) -> bool:
    """Whether money words stand in several sentences, or in the subject line."""
    subject = subject_line(reading)
    if subject and phrases("bedrag", "geld").search(subject.folded):
        return True
    mentions = sum(
        bool(phrases("bedrag", "geld").search(sentence.folded))
        and not phrases("bedrag", "geen_geld").search(sentence.folded)
        for sentence in reading.sentences
        if sentence.topic is Topic.MAIN
    )
    return mentions >= limit("geld_vanaf")
