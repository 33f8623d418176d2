"""`veel-bijzinnen`: many clauses in one sentence, and look-alikes."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from brievenbus.checks.sentences import subclauses
from brievenbus.dutch.pipeline import load_pipeline
from brievenbus.findings import Category, Finding, Severity
from brievenbus.rulebook.profiles import Profile, load_profile

MATERIAL = Path(__file__).parents[2] / "material" / "zinscontroles.tsv"
RESIDENT = load_profile()


def found(text: str, profile: Profile = RESIDENT) -> list[Finding]:
    return subclauses.check(load_pipeline().analyse(text), profile)


@pytest.mark.parametrize(
    ("text", "openers"),
    [
        (
            "Wij hebben gezien dat u niet hebt gemeld dat uw zoon bij u woont sinds mei.",
            ["dat", "dat"],
        ),
        ("Als u niet weet of u recht hebt op geld, kunt u bellen.", ["Als", "of"]),
        (
            "De brief die u hebt gekregen, klopt niet omdat wij een fout hebben gemaakt in de som.",
            ["die", "omdat"],
        ),
        (
            "U vertelt ons eerst wat er is gebeurd, voordat wij bepalen wie de schade gaat betalen.",
            ["wat", "voordat", "wie"],
        ),
        (
            "Wij wachten met het werk tot u weer thuis bent, zodat u kunt zien wat er gebeurt.",
            ["tot", "zodat", "wat"],
        ),
    ],
)
def test_marks_the_words_that_open_each_clause(text: str, openers: list[str]) -> None:
    (finding,) = found(text)
    assert [text[start:end] for start, end in finding.parts] == openers
    assert f"staan {len(openers)} stukken met een eigen werkwoord" in finding.message
    assert finding.category is Category.ZIN
    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    [
        "Bel ons als u vragen hebt.",
        "Zeg wat er gebeurt als u te laat bent.",
        "Dat betekent dat u meteen vertelt wat er verandert in uw leven.",
        "Wij vragen u om op tijd te komen en om uw paspoort mee te nemen naar de balie.",
        "Wij betalen de rekening en u krijgt een brief, maar dat duurt nog een paar weken.",
        "Hoe hoog is het bedrag en wanneer krijgt u dat geld op uw rekening van ons?",
        "Die brief is voor u en dat formulier ook, en het is beter dan het vorige formulier.",
        "Als huurder of als eigenaar van een woning betaalt u elk jaar belasting aan de gemeente.",
        "Zoals gezegd krijgt u binnen zes weken een brief met daarin het besluit over uw aanvraag.",
        "Het gaat om kosten die echt nodig zijn en die u niet zelf kunt betalen van uw geld.",
        "Wij hebben de helft van de bewoners, waaronder u, een brief gestuurd die over het plan gaat.",
        "Zeg waarom het voor de lezer makkelijk is: het is gratis, of u hoeft geen afspraak te maken.",
        "Het gaat om twee dingen: de brief die u kreeg; de kaart die u nog niet hebt opgehaald.",
        "Indien nodig bellen wij u over de brief die u op 4 mei van ons hebt gekregen.",
        "",
    ],
)
def test_leaves_one_clause_and_short_sentences_alone(text: str) -> None:
    assert found(text) == []


def test_the_number_of_clauses_follows_the_profile() -> None:
    text = "Wij hebben gezien dat u niet hebt gemeld dat uw zoon bij u woont sinds mei."
    assert found(text, replace(RESIDENT, bijzinnen=2)) == []


def test_the_length_follows_the_profile() -> None:
    text = "Bel ons als u niet weet wat u moet doen."
    assert found(text) == []
    assert len(found(text, load_profile("laaggeletterd"))) == 1


def test_agrees_with_the_material() -> None:
    with MATERIAL.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    own = [row for row in rows if row["controle"] == subclauses.RULE]
    right = [row for row in own if bool(found(row["tekst"])) == (row["verwacht"] == "1")]
    assert len(right) >= 0.9 * len(own)
