"""How the letter says that one can object: in plain words, or in those of the law."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from brievenbus.checks.letter.objection import objection_clause
from brievenbus.checks.letter.outcome import without_spot
from brievenbus.checks.letter.reading import Reading
from brievenbus.checks.letter.sentence import Sentence, Spot, Topic
from brievenbus.checks.letter.words import limit, phrases
from brievenbus.letter import BlockKind
from brievenbus.report import ChecklistItem


def objection_text(reading: Reading) -> ChecklistItem:
    """Look for words of the law and for long sentences in the passage about objecting.

    Sources differ on how long a sentence may be (at most 20 words, in most guidelines); 25 leaves room
    for the address that belongs in this passage, and is our own judgement.
    """
    clause = objection_clause(reading)
    if clause is None:
        return without_spot("bezwaartekst", None, "geen")
    passage = _passage(reading, clause)
    stiff = [spot for said in passage for spot in _stiff_words(said)]
    for number, sentence in enumerate(passage):
        spot = _legal_words(passage, number)
        if spot is not None:
            return _wrong(reading, spot, "fout")
        count = len([word for word in sentence.text.split() if any(map(str.isalnum, word))])
        if count > limit("woorden_per_bezwaarzin"):
            whole = Spot(sentence.start, sentence.start + len(sentence.text))
            return _wrong(reading, whole, "lang", woorden=count)
    if len(stiff) >= limit("deftige_woorden_bezwaar"):
        return _wrong(reading, stiff[0], "fout")
    place = reading.place(clause.start)
    item = without_spot("bezwaartekst", True, "goed", plaats=place)
    return ChecklistItem(
        "bezwaartekst", True, item.message, clause.start, clause.start + len(clause.text)
    )


def _wrong(reading: Reading, spot: Spot, name: str, **values: object) -> ChecklistItem:
    item = without_spot(
        "bezwaartekst",
        False,
        name,
        gevonden=reading.quote(spot),
        plaats=reading.place(spot.start),
        **values,
    )
    return ChecklistItem("bezwaartekst", False, item.message, spot.start, spot.end)


def _passage(reading: Reading, clause: Sentence) -> Sequence[Sentence]:
    """Return the sentences about objecting: those of the clause, and where it goes on."""
    return [
        sentence
        for sentence in reading.sentences
        if sentence.kind is not BlockKind.HEADING
        and (sentence.topic is Topic.OBJECTION or sentence.number == clause.number)
    ]


def _legal_words(passage: Sequence[Sentence], number: int) -> Spot | None:
    """Return where a sentence uses a phrase of the law that it does not explain."""
    sentence = passage[number]
    match = phrases("bezwaartekst", "juridisch").search(sentence.folded)
    if match is None and not _is_explained(passage, number):
        match = phrases("bezwaartekst", "met_uitleg").search(sentence.folded)
    return Spot(sentence.start + match.start(), sentence.start + match.end()) if match else None


def _stiff_words(sentence: Sentence) -> Iterator[Spot]:
    """Yield the words that are formal, but not yet those of the law."""
    for match in phrases("bezwaartekst", "deftig").finditer(sentence.folded):
        yield Spot(sentence.start + match.start(), sentence.start + match.end())


def _is_explained(passage: Sequence[Sentence], number: int) -> bool:
    """Whether a sentence or the one after it says what something means."""
    return any(
        phrases("bezwaartekst", "uitleg").search(sentence.folded)
        for sentence in passage[number : number + 2]
    )
