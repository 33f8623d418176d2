"""`voorzetselketen`: chains of phrases with a preposition, and look-alikes."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from brievenbus.checks.sentences import stacked_prepositions
from brievenbus.dutch.pipeline import load_pipeline
from brievenbus.findings import Category, Finding, Severity
from brievenbus.rulebook.profiles import Profile, load_profile

MATERIAL = Path(__file__).parents[2] / "material" / "zinscontroles.tsv"
RESIDENT = load_profile()


def found(text: str, profile: Profile = RESIDENT) -> list[Finding]:
    return stacked_prepositions.check(load_pipeline().analyse(text), profile)


@pytest.mark.parametrize(
    ("text", "chain", "links"),
    [
        (
            "Dit is de beslissing op het bezwaar tegen de weigering van de vergunning voor de bouw.",
            "op het bezwaar tegen de weigering van de vergunning voor de bouw",
            4,
        ),
        (
            "Naar aanleiding van de vragen over de brief van de gemeente aan de bewoners bellen wij u.",
            "Naar aanleiding van de vragen over de brief van de gemeente aan de bewoners",
            4,
        ),
        (
            "Wij letten op de kosten van de aanleg en het onderhoud van een oprit bij de weg.",
            "op de kosten van de aanleg en het onderhoud van een oprit bij de weg",
            4,
        ),
        (
            "Dit volgt uit de brief van 3 mei over de hoogte van de door u gevraagde hulp in huis.",
            "uit de brief van 3 mei over de hoogte van de door u gevraagde hulp in huis",
            4,
        ),
    ],
)
def test_finds_a_chain(text: str, chain: str, links: int) -> None:
    (finding,) = found(text)
    assert finding.text == chain
    assert finding.parts == ((finding.start, finding.end),)
    assert f"Hier staan {links} stukken met" in finding.message
    assert finding.category is Category.ZIN
    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    [
        "Wij zijn open van maandag tot en met vrijdag van 9.00 tot 17.00 uur.",
        "Kom op dinsdag 3 mei om 19.30 uur naar buurthuis De Kern aan de Hoofdstraat 12 in Sappemeer.",
        "U gaat met de bus van Hoogezand naar Groningen op maandag van 8.00 tot 9.00 uur.",
        "Stuur uw brief naar gemeente Voorbeeldstad, team Belastingen, Postbus 00, 0000 AA Voorbeeldstad.",
        "Schrijf binnen zes weken na de datum van deze brief aan het college van burgemeester en wethouders.",
        "Wij kijken naar uw inkomen, naar uw spaargeld, naar uw schulden en naar uw huur.",
        "Met uw brief bent u bij ons op de goede plek voor hulp.",
        "In de brief van 4 mei staat de hoogte van uw huur.",
        "Kom op tijd met uw paspoort naar de balie van de gemeente.",
        "Op de hoogte van de huur heeft de gemeente in uw straat geen invloed.",
        "Wij helpen u om het formulier in te vullen en op te sturen naar ons.",
        "",
    ],
)
def test_leaves_short_chains_times_and_places_alone(text: str) -> None:
    assert found(text) == []


def test_the_length_of_a_chain_follows_the_profile() -> None:
    text = "Wij praten over de hoogte van de huur van uw woning."
    assert found(text) == []
    assert len(found(text, replace(RESIDENT, voorzetsels=3))) == 1


def test_agrees_with_the_material() -> None:
    with MATERIAL.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    own = [row for row in rows if row["controle"] == stacked_prepositions.RULE]
    right = [row for row in own if bool(found(row["tekst"])) == (row["verwacht"] == "1")]
    assert len(right) >= 0.9 * len(own)
