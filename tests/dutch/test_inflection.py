"""A word is put in the form of the word that it replaces."""

from __future__ import annotations

import pytest

from brievenbus.dutch.analysis import Analysis, Token
from brievenbus.dutch.inflection import (
    capitalise_like,
    inflect_adjective,
    inflect_noun,
    verb_form,
)
from brievenbus.dutch.pipeline import Pipeline, load_pipeline
from brievenbus.dutch.verbs import VerbForm


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return load_pipeline()


def find(pipeline: Pipeline, sentence: str, word: str) -> tuple[Analysis, Token]:
    analysis = pipeline.analyse(sentence)
    return analysis, next(token for token in analysis.tokens if token.text == word)


@pytest.mark.parametrize(
    ("sentence", "word", "infinitive", "form"),
    [
        ("Hij verstrekt u een formulier.", "verstrekt", "verstrekken", VerbForm.THIRD),
        ("U verstrekt ons de gegevens.", "verstrekt", "verstrekken", VerbForm.SECOND),
        ("Verstrekt u ons de gegevens?", "Verstrekt", "verstrekken", VerbForm.SECOND),
        ("Wij hebben u een formulier verstrekt.", "verstrekt", "verstrekken", VerbForm.PARTICIPLE),
        ("Het formulier is aan u verstrekt.", "verstrekt", "verstrekken", VerbForm.PARTICIPLE),
        ("Wij verstrekken u een formulier.", "verstrekken", "verstrekken", VerbForm.PLURAL),
        (
            "Wij kunnen u een formulier verstrekken.",
            "verstrekken",
            "verstrekken",
            VerbForm.INFINITIVE,
        ),
        (
            "U vraagt ons om gegevens te verstrekken.",
            "verstrekken",
            "verstrekken",
            VerbForm.INFINITIVE,
        ),
        (
            "De gemeente verstrekte een formulier.",
            "verstrekte",
            "verstrekken",
            VerbForm.PAST_SINGULAR,
        ),
        ("Wij verstrekten u een formulier.", "verstrekten", "verstrekken", VerbForm.PAST_PLURAL),
        ("U leest de verstrekte gegevens.", "verstrekte", "verstrekken", VerbForm.PARTICIPLE_E),
        (
            "De gegevens die u in deze telling verstrekt zullen het kader vormen.",
            "verstrekt",
            "verstrekken",
            VerbForm.SECOND,
        ),
        (
            "De gegevens die verstrekt zullen worden, staan hier.",
            "verstrekt",
            "verstrekken",
            VerbForm.PARTICIPLE,
        ),
        ("gebruik verkregen door erfrecht", "verkregen", "verkrijgen", VerbForm.PARTICIPLE),
        (
            "f.een onderbouwde beslissing over de leerling",
            "onderbouwde",
            "onderbouwen",
            VerbForm.PARTICIPLE_E,
        ),
        (
            "– het in veel gevallen leveren van een bijdrage aan het feest;",
            "leveren",
            "leveren",
            VerbForm.INFINITIVE,
        ),
        ("Wij verboden feesten in de straat.", "verboden", "verbieden", VerbForm.PAST_PLURAL),
        ("Verstrek ons uw gegevens.", "Verstrek", "verstrekken", VerbForm.FIRST),
        ("Ik verstrek u de gegevens.", "verstrek", "verstrekken", VerbForm.FIRST),
        ("Wij verzochten u om te bellen.", "verzochten", "verzoeken", VerbForm.PAST_PLURAL),
        ("Hij verzocht ons om te bellen.", "verzocht", "verzoeken", VerbForm.PAST_SINGULAR),
        ("Wij hebben u verzocht om te bellen.", "verzocht", "verzoeken", VerbForm.PARTICIPLE),
        ("Wij stellen de hoogte vast.", "stellen", "vaststellen", VerbForm.PLURAL),
        (
            "Als de gemeente de hoogte vaststelt, bellen wij.",
            "vaststelt",
            "vaststellen",
            VerbForm.THIRD,
        ),
        (
            "De gemeente heeft de hoogte vastgesteld.",
            "vastgesteld",
            "vaststellen",
            VerbForm.PARTICIPLE,
        ),
        ("Wij moeten de hoogte vaststellen.", "vaststellen", "vaststellen", VerbForm.INFINITIVE),
        (
            "Wij bellen u, omdat wij de hoogte vaststellen.",
            "vaststellen",
            "vaststellen",
            VerbForm.PLURAL,
        ),
        ("U dient een formulier in te vullen.", "dient", "dienen", VerbForm.SECOND),
        ("Morgen ontvang je een brief.", "ontvang", "ontvangen", VerbForm.INVERTED),
        ("De wethouder zei niets.", "zei", "zeggen", VerbForm.PAST_SINGULAR),
        ("De wethouder zegde niets.", "zegde", "zeggen", VerbForm.PAST_SINGULAR),
        ("Wij lezen de ontvangen brieven.", "ontvangen", "ontvangen", VerbForm.PARTICIPLE_E),
        ("De aanvrager dient een formulier in te vullen.", "dient", "dienen", VerbForm.THIRD),
    ],
)
def test_tells_in_which_form_a_verb_stands(
    pipeline: Pipeline, sentence: str, word: str, infinitive: str, form: VerbForm
) -> None:
    assert verb_form(*find(pipeline, sentence, word), infinitive) is form


@pytest.mark.parametrize(
    ("sentence", "word", "lemma", "alternative", "expected"),
    [
        ("Wij lezen uw volledige aanvraag.", "volledige", "volledig", "heel", "hele"),
        ("Uw aanvraag is volledig.", "volledig", "volledig", "heel", "heel"),
        ("Dit is een essentiële vraag.", "essentiële", "essentieel", "belangrijk", "belangrijke"),
        ("Dit kost een adequate inzet.", "adequate", "adequaat", "goed", "goede"),
        ("Het is een kosteloze kaart.", "kosteloze", "kosteloos", "gratis", "gratis"),
        ("Het is een adequate reden.", "adequate", "adequaat", "voldoende", "voldoende"),
        ("Dit is een kortere weg.", "kortere", "kort", "goed", "betere"),
        ("Deze weg is korter.", "korter", "kort", "duur", "duurder"),
        ("Dit is de kortste weg.", "kortste", "kort", "logisch", "meest logische"),
        ("Wij kiezen de kortste weg.", "kortste", "kort", "vies", "vieste"),
        ("Wij plaatsen houten banken.", "houten", "houten", "nieuw", "nieuwe"),
        ("Wij plaatsen een houten hek.", "houten", "houten", "nieuw", "nieuw"),
        ("Het hek is open.", "open", "open", "duur", "duur"),
    ],
)
def test_gives_an_adjective_its_ending(
    pipeline: Pipeline, sentence: str, word: str, lemma: str, alternative: str, expected: str
) -> None:
    analysis, token = find(pipeline, sentence, word)
    assert inflect_adjective(analysis, token, lemma, alternative) == expected


@pytest.mark.parametrize(
    ("word", "lemma", "alternative", "expected"),
    [
        ("beschikking", "beschikking", "besluit", "besluit"),
        ("beschikkingen", "beschikking", "besluit", "besluiten"),
        ("locaties", "locatie", "plek", "plekken"),
        ("data", "datum", "dag", "dagen"),
        ("beschikkingen", "beschikking", "xqzt", None),
        ("straten", "straat", "stad", "steden"),
        ("briefje", "brief", "kaart", "kaartje"),
        ("briefjes", "brief", "glas", "glaasjes"),
    ],
)
def test_gives_a_noun_its_number(
    pipeline: Pipeline, word: str, lemma: str, alternative: str, expected: str | None
) -> None:
    _, token = find(pipeline, f"Dit gaat over {word} van de gemeente.", word)
    made = inflect_noun(token, lemma, alternative)
    assert (None if made is None else made[0]) == expected


@pytest.mark.parametrize(
    ("found", "text", "expected"),
    [
        ("verstrekken", "geven", "geven"),
        ("Verstrekken", "geven", "Geven"),
        ("VERSTREKKEN", "geven", "GEVEN"),
        ("Met betrekking tot", "over", "Over"),
        ("BSN", "burgerservicenummer", "Burgerservicenummer"),
        ("élan", "vuur", "vuur"),
        ("‘verstrekken", "‘geven", "‘geven"),
    ],
)
def test_gives_a_text_the_capitals_of_what_it_replaces(
    found: str, text: str, expected: str
) -> None:
    assert capitalise_like(found, text) == expected


@pytest.mark.parametrize(
    ("sentence", "word", "form"),
    [
        ("Zij verkregen de inkomsten.", "verkregen", VerbForm.PAST_PLURAL),
        ("Fiscale behandeling van inkomsten verkregen uit deelname.", "verkregen", None),
    ],
)
def test_a_participle_after_its_noun_is_no_past_tense(
    pipeline: Pipeline, sentence: str, word: str, form: VerbForm | None
) -> None:
    analysis, token = find(pipeline, sentence, word)
    assert verb_form(analysis, token, "verkrijgen") is form


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Wij betalen het zorgvuldig gebruik.", None),
        ("Wij betalen een zorgvuldig gebruik.", "goed"),
    ],
)
def test_a_formal_bare_adjective_has_no_other(
    pipeline: Pipeline, sentence: str, expected: str | None
) -> None:
    analysis, token = find(pipeline, sentence, "zorgvuldig")
    assert inflect_adjective(analysis, token, "zorgvuldig", "goed") == expected
