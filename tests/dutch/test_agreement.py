"""Determiners and adjectives agree with the noun after them."""

from __future__ import annotations

import pytest

from brievenbus.dutch.agreement import agreeing, attributive_e, determiner_for, like, noun_gender
from brievenbus.dutch.pipeline import Pipeline, load_pipeline


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return load_pipeline()


@pytest.mark.parametrize(
    ("sentence", "noun", "alternative", "expected"),
    [
        ("Dit is een duidelijke keuze.", "keuze", "besluit", {"duidelijke": "duidelijk"}),
        ("Dit is een duidelijk besluit.", "besluit", "keuze", {"duidelijk": "duidelijke"}),
        ("Wij lezen het nieuwe besluit.", "besluit", "keuze", {"het": "de"}),
        (
            "Wij lezen het openbaar besluit.",
            "besluit",
            "keuze",
            {"het": "de", "openbaar": "openbare"},
        ),
        ("Wij lezen uw nieuwe besluit.", "besluit", "keuze", {}),
        ("Wij lezen ons nieuwe besluit.", "besluit", "keuze", {"ons": "onze"}),
        ("Wij lezen hetzelfde besluit.", "besluit", "keuze", {"hetzelfde": "dezelfde"}),
        ("Wij lezen een open brief.", "brief", "boek", {}),
        ("Wij lezen een besluit.", "besluit", "brief", {}),
        ("Wij lezen een besluit.", "besluit", "xqzt", {}),
        ("Wij lezen het besluit.", "besluit", "xqzt", None),
        ("Dit is de keuze die u maakte.", "keuze", "besluit", {"de": "het", "die": "dat"}),
        ("de onder b. genoemde problematiek", "problematiek", "probleem", None),
        ("Dit is het moment dat u belde.", "moment", "dag", {"het": "de"}),
    ],
)
def test_tells_what_changes_with_the_noun(
    pipeline: Pipeline, sentence: str, noun: str, alternative: str, expected: dict[str, str] | None
) -> None:
    analysis = pipeline.analyse(sentence)
    token = next(t for t in analysis.tokens if t.text == noun)
    changes = agreeing(analysis, token, noun, alternative)
    if changes is not None:
        changes = {analysis.tokens[i].text: text for i, text in changes.items()}
    assert changes == expected


@pytest.mark.parametrize(
    ("determiner", "gender", "expected"),
    [
        ("de", "het", "het"),
        ("Deze", "het", "Dit"),
        ("datzelfde", "de", "diezelfde"),
        ("een", "het", "een"),
        ("uw", "de", "uw"),
    ],
)
def test_puts_a_determiner_in_a_gender(determiner: str, gender: str, expected: str) -> None:
    assert determiner_for(determiner, gender).lower() == expected.lower()


@pytest.mark.parametrize(
    ("found", "text", "expected"),
    [
        ("Nederlandse", "nederlands", "Nederlands"),
        ("West-Europees", "west-europese", "West-Europese"),
        ("nieuw", "nieuwe", "nieuwe"),
    ],
)
def test_keeps_the_capitals_of_a_name(found: str, text: str, expected: str) -> None:
    assert like(found, text) == expected


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("Wij kopen houten banken.", "houten", True),
        ("Wij kopen een houten bank.", "houten", True),
        ("Wij kopen een houten hek.", "houten", False),
        ("Wij kopen het houten hek.", "houten", True),
        ("De bank is houten.", "houten", None),
    ],
)
def test_tells_whether_another_adjective_would_have_an_e(
    pipeline: Pipeline, sentence: str, word: str, expected: bool | None
) -> None:
    analysis = pipeline.analyse(sentence)
    token = next(t for t in analysis.tokens if t.text == word)
    assert attributive_e(analysis, token) is expected


def test_a_diminutive_is_neuter(pipeline: Pipeline) -> None:
    analysis = pipeline.analyse("Dit is een briefje.")
    assert noun_gender(analysis.tokens[3]) == "het"


def test_a_determiner_before_the_words_of_a_participle_is_out_of_sight(pipeline: Pipeline) -> None:
    sentence = "Wij beslissen op basis van het bij de gemeente ingewonnen oordeel."
    analysis = pipeline.analyse(sentence)
    token = next(token for token in analysis.tokens if token.text == "ingewonnen")
    assert attributive_e(analysis, token) is not False
