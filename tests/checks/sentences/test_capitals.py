"""`hoofdletters`: words in capitals for stress, and what has capitals of its own."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from brievenbus.checks.sentences import capitals
from brievenbus.dutch.pipeline import load_pipeline
from brievenbus.findings import Category, Finding, Severity
from brievenbus.rulebook.profiles import load_profile

MATERIAL = Path(__file__).parents[2] / "material" / "zinscontroles.tsv"


def found(text: str) -> list[Finding]:
    return capitals.check(load_pipeline().analyse(text), load_profile())


@pytest.mark.parametrize(
    ("text", "stressed", "better"),
    [
        ("U moet dit NIET betalen.", "NIET", "niet"),
        ("U moet dit VÓÓR 1 mei doen.", "VÓÓR", "vóór"),
        ("UITERLIJK morgen moet u betalen.", "UITERLIJK", "Uiterlijk"),
        ("LET OP: u moet betalen.", "LET OP", "Let op"),
        ("U moet NU BETALEN aan ons.", "NU BETALEN", "nu betalen"),
        ("DEZE BRIEF IS VOOR ONS.", "DEZE BRIEF IS VOOR ONS", "Deze brief is voor ons"),
        ("DEZE BRIEF IS VOOR U.", "DEZE BRIEF IS VOOR U.", "Deze brief is voor u."),
        ("BETAAL VÓÓR 1 MEI 2026.", "BETAAL VÓÓR 1 MEI", "Betaal vóór 1 mei"),
        ("UW BSN-NUMMER IS NODIG.", "UW BSN-NUMMER IS NODIG", "Uw BSN-nummer is nodig"),
        ("Stuur het AANVRAAGFORMULIER mee.", "AANVRAAGFORMULIER", "aanvraagformulier"),
        ("De klant MOET betalen.", "MOET", "moet"),
    ],
)
def test_finds_words_in_capitals(text: str, stressed: str, better: str) -> None:
    (finding,) = found(text)
    assert (finding.text, finding.suggestions) == (stressed, (better,))
    assert finding.category is Category.STIJL
    assert finding.severity is Severity.WARNING


def test_a_word_that_may_be_a_name_keeps_its_capitals() -> None:
    (finding,) = found("BETAAL AAN GEMEENTE VOORBEELDSTAD.")
    assert finding.suggestions == ()


@pytest.mark.parametrize(
    "text",
    [
        "Het UWV en de SVB kijken naar uw BSN.",
        "U krijgt een uitkering uit de IOAW of de WIA.",
        "De BAG, de BIG en het OM helpen u.",
        "De PGB's en het WOZ-loket zijn er ook.",
        "Koning Willem III en artikel XII.",
        "U woont op 9601 AB in Hoogezand.",
        "Uw auto heeft kenteken XX-00-XX of AB-12-CD.",
        "Zet erbij: zaak Z-2026-ABC.",
        "Uw rekening is NL12 BANK 0123 4567 89.",
        "Het college van B EN W beslist. B&W ook.",
        "Winkel JOVRA gaat dicht.",
        "U kunt ons bellen.",
        "A",
    ],
)
def test_leaves_other_capitals_alone(text: str) -> None:
    assert found(text) == []


def test_two_sentences_are_two_findings() -> None:
    texts = [finding.text for finding in found("DIT IS BELANGRIJK. LEES DIT GOED.")]
    assert texts == ["DIT IS BELANGRIJK", "LEES DIT GOED"]


def test_the_material() -> None:
    with MATERIAL.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        cases = [row for row in rows if row["controle"] == capitals.RULE]
    wrong = [row for row in cases if row["verwacht"] == "1"]
    right = sum(row["woorden"] in [each.text for each in found(row["tekst"])] for row in wrong)
    silent = [found(row["tekst"]) == [] for row in cases if row["verwacht"] == "0"]
    assert right >= 0.9 * len(wrong) > 0
    assert sum(silent) >= 0.9 * len(silent) > 0
