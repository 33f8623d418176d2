"""What happens where the reader does not act.

A letter can say so with a condition (*Betaalt u niet, dan …*; *Kiest u niets?*), with *anders*, with the
time after which it is too late (*Na 3 mei halen wij de fiets weg*), with what is missing (*Zonder bewijs
krijgt u niets*), or with who or what is too late (*Wie niet komt, …*; *Spullen die er nog staan, …*).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from brievenbus.checks.letter.asking import imperative, up_to_dan
from brievenbus.checks.letter.clauses import first_main_clause
from brievenbus.checks.letter.duty import Duties, Duty, duty_of, sentence_spot
from brievenbus.checks.letter.outcome import found, without_spot
from brievenbus.checks.letter.reading import Reading
from brievenbus.checks.letter.sentence import Sentence, Spot, Topic
from brievenbus.checks.letter.words import phrases, words
from brievenbus.letter import BlockKind
from brievenbus.report import ChecklistItem

_CONDITION_WITHIN = re.compile(r"\b(?:als|indien|wanneer) (?:u|je|wij|we|uw) ")


def consequence(reading: Reading, asked: Duties) -> ChecklistItem:
    """Look for what happens where the reader does not act."""
    nothing_to_do = asked.nothing is not None and not asked.must_act
    if nothing_to_do or asked.strongest is Duty.NONE:
        return without_spot("gevolg", None, "geen")
    spot = next(_consequences(reading), None)
    if spot is not None:
        return found(reading, "gevolg", spot)
    if not _expects_something(reading, asked):
        return without_spot("gevolg", None, "geen")
    return without_spot("gevolg", False, "fout")


def _expects_something(reading: Reading, asked: Duties) -> bool:
    """Whether there is something that the reader may fail to do.

    What is asked in some cases only counts where there is a term for it.
    """
    if asked.strongest is Duty.CONDITIONAL:
        return any(
            duty_of(reading, sentence)[0] is Duty.CONDITIONAL
            and phrases("termijn", "grens").search(sentence.folded)
            for sentence in reading.main
        )
    return asked.must_act or asked.strongest is Duty.VAGUE


def _consequences(reading: Reading) -> Iterator[Spot]:
    for sentence in reading.sentences:
        if sentence.topic is Topic.OBJECTION:
            continue
        if _says_what_follows(sentence):
            yield _with_answer(reading, sentence)
        elif sentence.topic is Topic.MAIN and _is_omission(sentence):
            yield from _what_follows(reading, sentence)


def _says_what_follows(sentence: Sentence) -> bool:
    """Whether a sentence by itself says what happens otherwise; a heading does not."""
    folded = sentence.folded
    if _is_title(sentence) or phrases("gevolg", "geen_straf").search(folded):
        return False
    if first_main_clause(phrases("gevolg", "gevolg"), folded) is not None:
        return True
    if sentence.is_question:
        return False
    if phrases("gevolg", "anders").search(folded):
        return not phrases("gevolg", "niet_anders").search(folded)
    if phrases("gevolg", "zonder").search(folded):
        return not phrases("gevolg", "niet_zonder").search(folded)
    too_late = phrases("gevolg", "te_laat").search(folded)
    if too_late and phrases("gevolg", "slecht").search(folded, too_late.end()):
        return True
    return sentence.conditional and bool(phrases("gevolg", "straf").search(folded))


def _is_title(sentence: Sentence) -> bool:
    return sentence.kind is BlockKind.HEADING and not sentence.is_question


def _with_answer(reading: Reading, sentence: Sentence) -> Spot:
    """Return where a sentence stands, and where it is a question its answer too."""
    following = _answer(reading, sentence)
    asks = sentence.is_question or sentence.kind is BlockKind.HEADING
    if asks and following is not None:
        return Spot(sentence.start, following.start + len(following.text))
    return sentence_spot(sentence)


def _answer(reading: Reading, question: Sentence) -> Sentence | None:
    """Return the sentence after a question in its block, or below it where it is a heading."""
    following = reading.next_of(question)
    if following is None or following.kind is BlockKind.HEADING:
        return None
    below = question.kind is BlockKind.HEADING
    return following if below or following.block == question.block else None


def _is_omission(sentence: Sentence) -> bool:
    """Whether a sentence says: in case the reader does not do it."""
    by_order = up_to_dan(sentence)
    condition = sentence.folded if by_order is None else by_order
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
    return bool(omits) or by_order is not None


def _what_follows(reading: Reading, sentence: Sentence) -> Iterator[Spot]:
    """Yield the omission with its consequence: in the same sentence, or in the next one."""
    if not (sentence.is_question or sentence.kind is BlockKind.HEADING):
        if not _offers_help(sentence):
            yield sentence_spot(sentence)
        return
    following = _answer(reading, sentence)
    if following is None or imperative(following) is not None:
        return
    if not _offers_help(following):
        yield _with_answer(reading, sentence)


def _offers_help(sentence: Sentence) -> bool:
    """Whether an answer gives the reader a way out rather than a consequence."""
    match = phrases("gevolg", "geen_gevolg").search(sentence.folded)
    if match is None:
        return False
    return not phrases("gevolg", "toch_gevolg").search(sentence.folded, match.end())
