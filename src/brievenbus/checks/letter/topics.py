"""What each sentence of a letter is about, and whether it holds in some cases only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from brievenbus.checks.letter.asking import is_request, up_to_dan
from brievenbus.checks.letter.sentence import Sentence, Topic
from brievenbus.checks.letter.words import phrases, words
from brievenbus.letter import BlockKind

_DIGITS = re.compile(r"\b(?:14[ -]0|0[\d /.-]{6,}\d)")


def topics(sentences: Sequence[Sentence]) -> Iterator[Topic]:
    """Yield the topic of each sentence: that of its heading, or the one its block came to."""
    section = current = Topic.MAIN
    block = -1
    for sentence in sentences:
        own = _topic(sentence)
        if sentence.kind is BlockKind.HEADING:
            section = current = own
        elif sentence.block != block and sentence.kind is not BlockKind.ITEM:
            current = section
        block = sentence.block
        current = own if own is not Topic.MAIN else current
        only_here = Topic.CONTACT if _gives_number(sentence) else current
        yield current if current is not Topic.MAIN else only_here


def _topic(sentence: Sentence) -> Topic:
    if _is_about_objecting(sentence.folded):
        return Topic.OBJECTION
    if phrases("onderdelen", "vragen").search(sentence.folded) or _is_heading_of_questions(
        sentence
    ):
        return Topic.CONTACT
    only_to_ask = phrases("onderdelen", "bellen").search(sentence.folded) and not (
        phrases("onderdelen", "bellen_met_doel").search(sentence.folded)
        or phrases("termijn", "grens").search(sentence.folded)
    )
    return Topic.CONTACT if only_to_ask else Topic.MAIN


def _is_heading_of_questions(sentence: Sentence) -> bool:
    """Whether a sentence is a heading with *vragen* as a noun, unlike *Wat wij van u vragen*."""
    if sentence.kind is not BlockKind.HEADING:
        return False
    named = phrases("onderdelen", "vragen_alleen_in_kop").search(sentence.folded)
    return bool(named) and not phrases("onderdelen", "vragen_wij").search(sentence.folded)


def _gives_number(sentence: Sentence) -> bool:
    """Whether a sentence only says which number to call (*Bel Kees Kort: 06-12 34 56 78*)."""
    if sentence.first_word not in ("bel", "app", "telefoon", "tel"):
        return False
    aims = phrases("onderdelen", "bellen_met_doel").search(sentence.folded)
    limited = phrases("termijn", "grens").search(sentence.folded)
    return bool(_DIGITS.search(sentence.text)) and not (aims or limited)


def _is_about_objecting(folded: str) -> bool:
    if phrases("onderdelen", "bezwaar").search(folded):
        return True
    in_court = phrases("onderdelen", "rechter").search(folded)
    return bool(in_court) and not phrases("onderdelen", "straf").search(folded)


def conditions(sentences: Sequence[Sentence]) -> Iterator[bool]:
    """Yield for each sentence whether it holds in some cases only."""
    for previous, sentence in zip([None, *sentences], sentences, strict=False):
        answers = previous is not None and _answers(sentence, previous)
        yield answers or _sets_condition(sentence)


def _sets_condition(sentence: Sentence) -> bool:
    if sentence.first_word in words("woorden", "voorwaarde"):
        return True
    if phrases("woorden", "voorwaarde_midden").search(sentence.folded):
        return True
    return up_to_dan(sentence) is not None


def _answers(sentence: Sentence, question: Sentence) -> bool:
    """Whether a sentence holds only where the question before it is answered with yes."""
    together = question.block == sentence.block or question.kind is BlockKind.HEADING
    if not (together and question.is_question):
        return False
    asks_what = question.first_word in words("woorden", "vraagwoorden")
    if phrases("onderdelen", "geldt_altijd").match(sentence.folded):
        return False
    return not (asks_what or is_request(question, sentence))
