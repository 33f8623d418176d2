"""`wetsartikel`: articles of law in sentences, and the places where they belong."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from brievenbus.checks.sentences import law_articles
from brievenbus.dutch.pipeline import load_pipeline
from brievenbus.findings import Category, Finding, Severity
from brievenbus.rulebook.profiles import load_profile

MATERIAL = Path(__file__).parents[2] / "material" / "zinscontroles.tsv"


def found(text: str) -> list[Finding]:
    return law_articles.check(load_pipeline().analyse(text), load_profile())


@pytest.mark.parametrize(
    "article",
    [
        "artikel 17",
        "artikel 3:41, tweede lid, van de Awb",
        "artikel 8:1, eerste lid, aanhef en onder a, van de Algemene wet bestuursrecht (Awb)",
        "artikel 2.3.5, derde lid, onder b, Wmo 2015",
        "art. 17 lid 1 Participatiewet",
        "artikelen 4, 5 en 7a van de wet",
        "artikel 3 t/m 5 van de verordening",
        "tweede lid van artikel 7:1 Awb",
        "lid 2 van artikel 5",
        "artikel 26 van de Invorderingswet 1990",
        "artikel 13, eerste lid, van de Wet kwaliteit, klachten en geschillen zorg",
        "hoofdstuk 7 van de Awb",
    ],
)
def test_marks_an_article_with_its_law(article: str) -> None:
    (finding,) = found(f"U krijgt volgens {article} geen geld van ons.")
    assert finding.text == article
    assert finding.category is Category.STIJL
    assert finding.severity is Severity.WARNING
    assert finding.suggestions == ()
    assert "aan het eind van de brief of in een noot" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "De regels staan in artikel 17 en 58 van de Participatiewet.",
        "De regels voor dit besluit staan in artikel 17 van de Participatiewet.",
        "Dit leest u in artikel 5 van de verordening.",
        "Wettelijke basis: artikel 3.2 van de Omgevingswet.",
        "Artikel 17 van de Participatiewet",
        "Zie artikel 17, eerste lid, van de Participatiewet.",
        "Volgens artikel 5 van uw huurcontract moet u betalen.",
        "U leest een artikel in de krant over 17 mensen.",
        "Het gaat om artikelnummer 45.",
        "In hoofdstuk 3 van deze folder staat meer.",
    ],
)
def test_leaves_a_reference_by_itself_alone(text: str) -> None:
    assert found(text) == []


def test_every_article_of_a_sentence_is_marked() -> None:
    text = "Volgens artikel 3 van de Jeugdwet en artikel 5 van de Awb krijgt u hulp."
    assert [finding.text for finding in found(text)] == [
        "artikel 3 van de Jeugdwet",
        "artikel 5 van de Awb",
    ]


def test_the_material() -> None:
    with MATERIAL.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        cases = [row for row in rows if row["controle"] == law_articles.RULE]
    wrong = [row for row in cases if row["verwacht"] == "1"]
    right = sum(row["woorden"] in [each.text for each in found(row["tekst"])] for row in wrong)
    silent = [found(row["tekst"]) == [] for row in cases if row["verwacht"] == "0"]
    assert right >= 0.9 * len(wrong) > 0
    assert sum(silent) >= 0.9 * len(silent) > 0
