"""Whether a sentence decides something about the reader, be it without the word *besluit*.

Either the gemeente is said to do it (*Wij wijzen uw aanvraag af*, *Uw aanvraag wordt afgewezen*), or the
reader gets, keeps or loses what only a decision gives (*U krijgt een traplift*, *Uw uitkering stopt*), or
is allowed something (*U mag een dakkapel plaatsen*). A sentence that is not about this reader decides
nothing: *Een vergunning wordt alleen verleend als …*.
"""

from __future__ import annotations

import re

from brievenbus.checks.letter import verbs
from brievenbus.checks.letter.calendar import day_named, written_on
from brievenbus.checks.letter.clauses import first_main_clause, is_subordinate, main_clauses
from brievenbus.checks.letter.reading import Reading
from brievenbus.checks.letter.sentence import Sentence, Topic
from brievenbus.checks.letter.verbs import first_verb, verb_at
from brievenbus.checks.letter.words import amount, fold, limit, phrases, words
from brievenbus.letter import BlockKind

_AUXILIARIES = frozenset({"wordt", "worden", "is", "zijn", "heb", "hebben", "heeft", "hebt"})
_PRONOUNS = frozenset({"wij", "we", "ik"})
_ALLOWED = re.compile(r"\b(?:u|je|jij|jullie) (?:mag|mogen)\b|\b(?:mag|mogen) (?:u|je|jullie)\b")
_DENIES = re.compile(r"\b(?:niet|geen)\b")
_NEW_AMOUNT = re.compile(rf" (?:wordt|is|bedraagt) (?:\w+ )?{amount().pattern}")
_WORDS_BETWEEN = 2
"""Words between *uw* and what the reader has: *uw persoonsgebonden budget*."""
_RECENT = 21
"""A decision taken no more days than this before the letter is the one it tells (own judgement)."""


def decides(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence decides something now about this reader."""
    if sentence.conditional or sentence.is_question or sentence.kind is BlockKind.HEADING:
        return False
    if sentence.topic is Topic.CONTACT:
        return False
    opens = sentence in reading.running[: limit("kern_zinnen")]
    now = (
        says_decision(sentence.folded)
        or _is_done_to_reader(sentence)
        or _is_allowed(sentence, opens=opens)
        or (opens and _is_refused(sentence.folded))
    )
    return now and not _is_other_decision(reading, sentence)


def says_decision(folded: str) -> bool:
    """Whether a text has a phrase of a decision, or says what the reader gets or loses by one."""
    if first_main_clause(phrases("bezwaar", "besluit"), folded) is not None:
        return True
    return says_what_reader_gets(folded)


def says_what_reader_gets(folded: str) -> bool:
    """Whether a text says what the reader gets, keeps or loses: *U krijgt een traplift.*."""
    return _gets_something(folded) or _something_changes(folded)


def _is_other_decision(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence tells of a decision of before, or one that may come."""
    if phrases("bezwaar", "ander_besluit").search(sentence.folded):
        return True
    if sentence.first_word not in ("op", "in", "bij"):
        return False
    written = written_on(reading)
    day = day_named(fold(sentence.text[:40]), written)
    return written is not None and day is not None and (written - day).days > _RECENT


def _gets_something(folded: str) -> bool:
    """Whether the reader is said to get what only a decision gives: *U krijgt een traplift.*."""
    for place in main_clauses(phrases("bezwaar", "krijgt"), folded):
        if phrases("kern", "wet").search(folded):
            return False
        found = phrases("bezwaar", "voordeel").search(folded, place) or amount().search(
            folded, place
        )
        if found is None or phrases("bezwaar", "van_anderen").match(folded, found.end() + 1):
            continue
        if not phrases("bezwaar", "voordeel_niet_bij").search(folded, place, found.end()):
            return True
    return False


def _is_refused(folded: str) -> bool:
    """Whether the reader does not get something, whatever it is: *U krijgt geen ligplaats.*."""
    for place in main_clauses(phrases("bezwaar", "krijgt_geen"), folded):
        if not phrases("bezwaar", "voordeel_niet_bij").search(folded, place):
            return True
    return False


def _something_changes(folded: str) -> bool:
    """Whether what the reader has is said to end or change: *Uw uitkering stopt op 1 mei.*."""
    for match in re.finditer(r"\b(?:uw|je|jouw) ", folded):
        if is_subordinate(folded, match.start()):
            continue
        thing = phrases("bezwaar", "voordeel").search(folded, match.end())
        if thing is None or folded.count(" ", match.end(), thing.start()) > _WORDS_BETWEEN:
            continue
        changes = phrases("bezwaar", "verandert").search(folded, thing.end())
        if changes or _NEW_AMOUNT.match(folded, thing.end()):
            return True
    ended = first_main_clause(phrases("bezwaar", "eindigt"), folded)
    return ended is not None and bool(phrases("bezwaar", "voordeel").search(folded, ended))


def _is_done_to_reader(sentence: Sentence) -> bool:
    """Whether a verb of deciding has the gemeente as its subject, or is passive, and is about the reader."""
    said = sentence.words
    if first_verb(said, verbs.OF_SENDER | verbs.PARTICIPLE, "besluit") is None:
        return False
    about_reader = bool(phrases("bezwaar", "van_lezer").search(sentence.folded))
    for number, word in enumerate(said):
        decides_now = verb_at(said, number, verbs.OF_SENDER, "besluit") is not None
        if not (decides_now or word.text in _AUXILIARIES):
            continue
        if is_subordinate(sentence.folded, word.start):
            continue
        if decides_now and _has_subject(sentence, number, about_reader=about_reader):
            return True
        if about_reader and not decides_now and _is_passive_or_ours(sentence, number):
            return True
    return False


def _has_subject(sentence: Sentence, number: int, *, about_reader: bool) -> bool:
    """Whether *wij* stands beside a verb, or the gemeente before it in a sentence about the reader."""
    said = sentence.words
    if {word.text for word in said[max(0, number - 1) : number + 2]} & _PRONOUNS:
        return True
    return about_reader and _has_sender(sentence.folded[: said[number].start])


def _is_passive_or_ours(sentence: Sentence, number: int) -> bool:
    """Whether an auxiliary has a participle of deciding, and not the reader as its subject."""
    rest = sentence.words[number + 1 :]
    if first_verb(rest, verbs.PARTICIPLE, "besluit") is None:
        return False
    if sentence.words[number].text in ("wordt", "worden", "is", "zijn"):
        return True
    return _has_sender(sentence.folded)


def _has_sender(folded: str) -> bool:
    return bool(phrases("bezwaar", "afzender").search(folded))


def _is_allowed(sentence: Sentence, *, opens: bool) -> bool:
    """Whether the reader is allowed what takes permission: *U mag een dakkapel plaatsen.*.

    Where the letter opens with it, it is what the letter decides, unless anyone may do it.
    """
    match = _ALLOWED.search(sentence.folded)
    if match is None or is_subordinate(sentence.folded, match.start()):
        return False
    if _DENIES.search(sentence.folded, match.end()):
        return False
    rest = [word for word in sentence.words if word.start >= match.end()]
    if first_verb(rest, verbs.INFINITIVE, "toestemming") is not None:
        return True
    if opens and phrases("bezwaar", "voordeel").search(sentence.folded, match.end()):
        return True
    return opens and not {word.text for word in rest} & words("bezwaar", "mag_altijd")
