"""`moeilijke-samenstelling`: long, rare compounds with their parts, and familiar ones."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from brievenbus.checks.sentences import compounds
from brievenbus.dutch.pipeline import load_pipeline
from brievenbus.findings import Category, Finding, Severity
from brievenbus.rulebook.profiles import load_profile

MATERIAL = Path(__file__).parents[2] / "material" / "zinscontroles.tsv"


def found(text: str, *, parts: int = 4, rare: float = 2.5) -> list[Finding]:
    profile = replace(load_profile(), samenstelling=parts, zeldzaam=rare)
    return compounds.check(load_pipeline().analyse(text), profile)


@pytest.mark.parametrize(
    ("word", "parts", "severity"),
    [
        (
            "inkomstenverrekeningsbesluit",
            "inkomsten + verrekening + besluit",
            Severity.WARNING,
        ),
        ("terugvorderingsbeschikking", "terugvordering + beschikking", Severity.WARNING),
        ("hemelwaterafvoersysteem", "hemel + water + afvoer + systeem", Severity.WARNING),
        ("voorzieningenniveau", "voorzieningen + niveau", Severity.NOTE),
        ("klimaatadaptatie", "klimaat + adaptatie", Severity.NOTE),
        ("afvalstoffenheffing", "afval + stoffen + heffing", Severity.NOTE),
    ],
)
def test_shows_the_parts(word: str, parts: str, severity: Severity) -> None:
    (finding,) = found(f"U leest meer over het {word} in onze folder.")
    assert finding.text == word
    assert f"‘{parts}’" in finding.message
    assert finding.category is Category.ZELDZAAM
    assert finding.severity is severity
    assert finding.suggestions == ()


@pytest.mark.parametrize(
    "text",
    [
        "Stuur een kopie van uw identiteitsbewijs en uw zorgverzekering.",
        "Uw parkeervergunning en uw telefoonnummer zijn goed.",
        "De huisartsenpost en de fietsenstalling zijn open.",
        "U krijgt kinderopvangtoeslag voor uw kind.",
        "De Zorgverzekeringswet geldt voor u.",
        "U woont in het Molenstraatkwartier.",
        "Het is onze verantwoordelijkheid.",
        "Kom naar de Terugvorderingsbeschikkingstraat 3.",
        "U schreef “inkomstenverrekeningsbesluit”.",
    ],
)
def test_leaves_familiar_words_and_names_alone(text: str) -> None:
    assert found(text) == []


def test_the_profile_sets_the_number_of_parts() -> None:
    text = "De afvalstoffenheffing is dit jaar hoger."
    assert [each.severity for each in found(text, parts=3)] == [Severity.WARNING]
    assert [each.severity for each in found(text, parts=4)] == [Severity.NOTE]


def test_the_profile_says_what_is_rare() -> None:
    text = "U krijgt werkloosheidsuitkering."  # 2.06 on the Zipf scale
    assert found(text, rare=2.0) == []
    assert len(found(text, rare=2.5)) == 1


def test_the_material() -> None:
    with MATERIAL.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        cases = [row for row in rows if row["controle"] == compounds.RULE]
    wrong = [row for row in cases if row["verwacht"] == "1"]
    right = sum(row["woorden"] in [each.text for each in found(row["tekst"])] for row in wrong)
    silent = [found(row["tekst"]) == [] for row in cases if row["verwacht"] == "0"]
    assert right >= 0.9 * len(wrong) > 0
    assert sum(silent) >= 0.9 * len(silent) > 0
