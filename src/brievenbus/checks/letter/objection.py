"""The objection clause: needed where the letter is a decision."""

from __future__ import annotations

from brievenbus.checks.letter.deciding import decides, says_decision
from brievenbus.checks.letter.duty import sentence_spot
from brievenbus.checks.letter.outcome import found, without_spot
from brievenbus.checks.letter.reading import Reading
from brievenbus.checks.letter.sentence import Sentence, Topic
from brievenbus.checks.letter.subject import subject_line
from brievenbus.checks.letter.words import phrases
from brievenbus.report import ChecklistItem


def objection(reading: Reading) -> ChecklistItem:
    """Look for how the reader can object, in a letter that is a decision."""
    clause = objection_clause(reading)
    if clause is not None:
        return found(reading, "bezwaar", sentence_spot(clause))
    if is_decision(reading):
        return without_spot("bezwaar", False, "fout")
    return without_spot("bezwaar", None, "geen")


def objection_clause(reading: Reading) -> Sentence | None:
    """Return the first sentence that says that and how one can object."""
    named = next((s for s in reading.running if _is_clause(s)), None)
    if named is not None or not is_decision(reading):
        return named
    return next((s for s in reading.running if _tells_how(reading, s)), None)


def _is_clause(sentence: Sentence) -> bool:
    """Whether a sentence says that and how one can object."""
    return bool(
        phrases("bezwaar", "bezwaar").search(sentence.folded)
        and phrases("bezwaar", "kan").search(sentence.folded)
        and not phrases("bezwaar", "geen_bezwaar").search(sentence.folded)
    )


def _tells_how(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence answers *Bent u het niet eens met ons besluit?* with what one can do."""
    if sentence.topic is not Topic.OBJECTION or not sentence.number:
        return False
    question = reading.sentences[sentence.number - 1]
    return (
        question.is_question
        and bool(phrases("bezwaar", "oneens").search(question.folded))
        and bool(phrases("bezwaar", "zo_gaat_het").search(sentence.folded))
    )


def is_decision(reading: Reading) -> bool:
    """Whether the letter decides something now, by its subject line or its sentences."""
    known: bool | None = reading.notes.get("decision")
    if known is None:
        known = reading.notes["decision"] = _is_decision(reading)
    return known


def _is_decision(reading: Reading) -> bool:
    subject = subject_line(reading)
    named = subject is not None and _is_about_decision(subject.folded)
    if not (named or any(decides(reading, sentence) for sentence in reading.sentences)):
        return False
    rules_out = phrases("bezwaar", "geen_bezwaar", "herinnering")
    said = [sentence.folded for sentence in reading.running]
    return not any(map(rules_out.search, [*said, subject.folded] if subject else said))


def _is_about_decision(subject: str) -> bool:
    if phrases("bezwaar", "ander_besluit").search(subject):
        return False
    named = phrases("bezwaar", "besluit_onderwerp").search(subject)
    return bool(named) or says_decision(subject)
