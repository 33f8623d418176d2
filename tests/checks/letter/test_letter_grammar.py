"""What the checklist knows of verbs, questions and dates."""

from __future__ import annotations

import datetime as dt

import pytest

from brievenbus.checks.letter import verbs
from brievenbus.checks.letter.asking import imperative, is_request, up_to_dan
from brievenbus.checks.letter.calendar import day_named, written_on
from brievenbus.checks.letter.clauses import is_subordinate
from brievenbus.checks.letter.reading import Reading
from brievenbus.checks.letter.sentence import Sentence
from brievenbus.checks.letter.verbs import is_stem, split_words, verb_at
from brievenbus.checks.letter.words import fold

from .conftest import SUBJECT, analyses, items_of, letter_with


def sentences(body: str) -> tuple[Sentence, ...]:
    letter = letter_with(body)
    return Reading(letter, analyses(letter)).sentences


@pytest.mark.parametrize(
    ("text", "word", "forms", "infinitive"),
    [
        ("lever de sleutel in", "lever", verbs.IMPERATIVE, "inleveren"),
        ("u levert de sleutel in bij de balie", "levert", verbs.OF_READER, "inleveren"),
        ("u dient het formulier in te leveren", "leveren", verbs.INFINITIVE, "inleveren"),
        ("de sleutel wordt ingeleverd", "ingeleverd", verbs.PARTICIPLE, "inleveren"),
        ("u geeft op de balie uw naam", "geeft", verbs.OF_READER, None),
        ("u woont in de straat", "woont", verbs.OF_READER, None),
    ],
)
def test_a_verb_in_its_forms(
    text: str, word: str, forms: frozenset[verbs.VerbForm], infinitive: str | None
) -> None:
    said = split_words(text)
    number = [w.text for w in said].index(word)
    assert verb_at(said, number, forms, "zelf") == infinitive


@pytest.mark.parametrize(
    ("word", "known"),
    [("strooi", True), ("krab", True), ("loop", True), ("succes", False), ("lukt", False)],
)
def test_a_stem_is_one_of_a_known_verb(word: str, known: bool) -> None:
    assert is_stem(word) is known


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Strooi geen zout op de stoep.", True),
        ("Raak de rupsen niet aan.", True),
        ("Meld u bij de balie.", True),
        ("Of bel ons even.", True),
        ("Let op: de balie is dicht.", False),
        ("Dan start de les.", False),
        ("Belt u morgen?", False),
        ("Dank voor uw brief.", False),
        ("Succes dit schooljaar!", False),
    ],
)
def test_imperative(text: str, asks: bool) -> None:
    assert (imperative(sentences(f"{text} Dat is fijn.")[0]) is not None) is asks


@pytest.mark.parametrize(
    ("body", "asks"),
    [
        ("Levert u de papieren in? Wij hebben ze nodig.", True),
        ("Laat u ons voor 2 juni 2026 weten of u komt? Stuur dan een mail.", True),
        ("Levert u de papieren niet in? Dan stopt de hulp.", False),
        ("Wilt u een pas? Vraag die dan aan.", False),
        ("Verhuist u? U krijgt een nieuwe pas.", False),
    ],
)
def test_a_question_that_asks_or_sets_a_condition(body: str, asks: bool) -> None:
    question, following, *_ = sentences(body)
    assert is_request(question, following) is asks
    assert following.conditional is not asks


def test_a_condition_without_als_begins_with_its_verb() -> None:
    condition, request, *_ = sentences(
        "Blijft aangifte uit, dan schrijven wij u uit. Doe dat snel, dan blijft u ingeschreven."
    )
    assert up_to_dan(condition) == "blijft aangifte uit, dan"
    assert up_to_dan(request) is None


@pytest.mark.parametrize(
    ("text", "word", "subordinate"),
    [
        ("om die redenen wijzen wij uw verzoek af", "wijzen", False),
        ("dat doen wij", "doen", False),
        ("het formulier, dat wij sturen", "sturen", True),
        ("als u belt", "belt", True),
        ("als u belt, helpen wij u", "helpen", False),
    ],
)
def test_subordinate_clauses(text: str, word: str, subordinate: bool) -> None:
    assert is_subordinate(text, text.index(word)) is subordinate


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("voor 3 mei 2026", dt.date(2026, 5, 3)),
        ("voor 03-05-2026", dt.date(2026, 5, 3)),
        ("van 1 mrt. tot en met 3 juni", dt.date(2026, 6, 3)),
        ("op 3 januari", dt.date(2027, 1, 3)),
        ("op 31 februari 2026", None),
        ("morgen", None),
    ],
)
def test_the_day_that_a_text_names(text: str, day: dt.date | None) -> None:
    assert day_named(fold(text), dt.date(2026, 11, 20)) == day


def test_the_date_above_the_letter() -> None:
    above = f"Uw brief van: 3 maart 2026\nDatum: 12 mei 2026\n{SUBJECT}"
    letter = letter_with("Wij schrijven u.", above)
    assert written_on(Reading(letter, analyses(letter))) == dt.date(2026, 5, 12)


def test_what_is_past_is_no_deadline() -> None:
    letter = letter_with("Betaal het bedrag voor 3 april 2026.", f"Datum: 12 mei 2026\n{SUBJECT}")
    assert items_of(letter)["termijn"].met is False
