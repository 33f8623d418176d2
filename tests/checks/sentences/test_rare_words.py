"""`zeldzaam-woord`: rare words, and the many that only look rare."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from brievenbus.checks.sentences import rare_words
from brievenbus.dutch.pipeline import load_pipeline
from brievenbus.findings import Category, Finding, Severity
from brievenbus.rulebook.profiles import load_profile

MATERIAL = Path(__file__).parents[2] / "material" / "zinscontroles.tsv"


def found(text: str, rare: float = 2.5) -> list[Finding]:
    profile = replace(load_profile(), zeldzaam=rare)
    return rare_words.check(load_pipeline().analyse(text), profile)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("De vigerende regels vindt u hier.", "vigerende"),
        ("Vigerende regels vindt u hier.", "Vigerende"),
        ("Wij zien een discrepantie in uw brief.", "discrepantie"),
        ("Hier prevaleert uw veiligheid.", "prevaleert"),
        ("Deze kosten ressorteren onder de huur.", "ressorteren"),
        ("U hebt pecuniaire problemen.", "pecuniaire"),
        ("Dit is een forfaitair bedrag.", "forfaitair"),
    ],
)
def test_finds_a_rare_word(text: str, word: str) -> None:
    (finding,) = found(text)
    assert finding.text == word
    assert finding.category is Category.ZELDZAAM
    assert finding.severity is Severity.NOTE
    assert finding.suggestions == ()


@pytest.mark.parametrize(
    "text",
    [
        "Wij verduurzamen uw huis met een warmtepomp en zonnepanelen.",
        "De scootmobiel is rolstoeltoegankelijk.",
        "De mantelzorger en de wijkagent drinken koffie.",
        "Uw straatje krijgt lantaarnpaaltjes.",
        "De bereikbaarheid van de winkels is goed.",
        "U kunt de app downloaden en inloggen.",
        "Mevrouw Vigerink woont in Lubbegaast.",
        "Met de app Buurflip leent u spullen.",
        "De Gewagerweg is dicht.",
        "U schreef “vigerende regels”.",
        "Kijk op www.vigerend.nl of mail vigerend@voorbeeld.nl.",
        "Er kwamen zevenhonderdvierentachtig mensen.",
        "De Wmo-raad en de IOAZ.",
    ],
)
def test_leaves_names_compounds_and_derived_words_alone(text: str) -> None:
    assert found(text) == []


def test_the_profile_sets_the_limit() -> None:
    text = "Wij zien een discrepantie in uw brief."  # 2.06 on the Zipf scale
    assert found(text, rare=2.0) == []
    assert len(found(text, rare=2.1)) == 1


def test_the_material() -> None:
    with MATERIAL.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        cases = [row for row in rows if row["controle"] == rare_words.RULE]
    wrong = [row for row in cases if row["verwacht"] == "1"]
    right = sum(row["woorden"] in [each.text for each in found(row["tekst"])] for row in wrong)
    silent = [found(row["tekst"]) == [] for row in cases if row["verwacht"] == "0"]
    assert right >= 0.9 * len(wrong) > 0
    assert sum(silent) >= 0.9 * len(silent) > 0
