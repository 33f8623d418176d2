"""`lange-aanloop`: many words before the verb of the main clause, and look-alikes."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from brievenbus.checks.sentences import embrace, long_run_up
from brievenbus.dutch.pipeline import load_pipeline
from brievenbus.findings import Category, Finding, Severity
from brievenbus.rulebook.profiles import Profile, load_profile

MATERIAL = Path(__file__).parents[2] / "material" / "zinscontroles.tsv"
RESIDENT = load_profile()


def found(text: str, profile: Profile = RESIDENT) -> list[Finding]:
    return long_run_up.check(load_pipeline().analyse(text), profile)


@pytest.mark.parametrize(
    ("text", "verb", "words", "advice"),
    [
        (
            "Naar aanleiding van uw mail van vorige week over de kapotte lamp in uw straat bellen wij u.",
            "bellen",
            15,
            "Begin met wie wat doet",
        ),
        (
            "Omdat u na onze twee brieven van mei nog geen papieren hebt gestuurd, stopt uw uitkering.",
            "stopt",
            13,
            "Zet het stuk met ‘omdat’ achteraan",
        ),
        (
            "Ook als u al eerder een brief van ons hebt gekregen over uw huur, leest u deze brief.",
            "leest",
            14,
            "Zet het stuk met ‘als’ achteraan",
        ),
        (
            "Mocht u binnen vier weken na deze brief nog geen geld hebben gekregen, dan kunt u bellen.",
            "kunt",
            14,
            "Begin met wie wat doet",
        ),
        (
            "Als u nog niet weet wat u moet doen omdat u verhuist en trouwt, moet u bellen.",
            "moet",
            14,
            "Zet het stuk met ‘als’ achteraan",
        ),
    ],
)
def test_names_the_verb_and_the_words_before_it(
    text: str, verb: str, words: int, advice: str
) -> None:
    (finding,) = found(text)
    assert finding.message.startswith(f"Voor ‘{verb}’ staan {words} woorden.")
    assert advice in finding.message
    assert finding.start == 0
    assert finding.text.endswith(f" {verb}")
    assert finding.category is Category.ZIN
    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    [
        "Op 4 mei 2026 hebben wij uw aanvraag gekregen.",
        "Als u vragen hebt, kunt u ons bellen.",
        "Wij sturen u een brief omdat u in de afgelopen drie maanden niet op onze vragen hebt gereageerd.",
        "Hebt u na het lezen van deze lange brief nog vragen over uw uitkering of over de hulp?",
        "Welke papieren moet u meenemen als u op dinsdag 8 juni bij ons op het gemeentehuis komt?",
        "Neem een geldig paspoort, een recente foto, het formulier bij deze brief en uw oude kaart mee.",
        "Deze brief gaat over de hulp die u krijgt, en als u niets doet, verandert er niets.",
        "Dit zijn de regels voor wie een huis huurt in het centrum van de stad: u betaalt minder.",
        "de wijze waarop u het geld dat u van ons voor uw bril hebt gekregen, hebt uitgegeven;",
        "",
        "Ja.",
    ],
)
def test_leaves_sentences_alone_that_begin_soon(text: str) -> None:
    assert found(text) == []


def test_a_subject_that_is_marked_as_an_embrace_is_left_to_that_check() -> None:
    text = "De bewoners, die al maanden klagen over het lawaai van het bedrijf, hebben een brief gestuurd."
    assert len(embrace.check(load_pipeline().analyse(text), RESIDENT)) == 1
    assert found(text, replace(RESIDENT, aanloop=5)) == []


def test_a_subject_that_no_other_check_marks_is_found() -> None:
    text = "De bewoners van de grote straat en het plein krijgen een brief."
    narrow = replace(RESIDENT, aanloop=5, tang=30, tang_onderwerp=30)
    assert len(found(text, narrow)) == 1


def test_the_length_of_a_run_up_follows_the_profile() -> None:
    text = "Naar aanleiding van uw vraag van maandag bellen wij u."
    assert found(text) == []
    assert found(text, replace(RESIDENT, aanloop=7)) == []
    assert len(found(text, replace(RESIDENT, aanloop=6))) == 1


def test_words_before_a_colon_do_not_count() -> None:
    text = "Ons besluit over de hulp in huis voor mensen met weinig geld: u krijgt hulp van ons."
    assert found(text) == []


def test_agrees_with_the_material() -> None:
    """A subject of many words counts as found where `tangconstructie` marks its verb."""
    with MATERIAL.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    own = [row for row in rows if row["controle"] == long_run_up.RULE]
    right = 0
    for row in own:
        embraces = embrace.check(load_pipeline().analyse(row["tekst"]), RESIDENT)
        marked = bool(found(row["tekst"])) or (row["verwacht"] == "1" and bool(embraces))
        right += marked == (row["verwacht"] == "1")
    assert right >= 0.9 * len(own)
