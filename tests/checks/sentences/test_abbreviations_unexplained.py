"""`afkorting-zonder-uitleg`: which abbreviations need words, and which have them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from brievenbus.checks.abbreviation_shape import is_abbreviation_shaped, is_roman, pronounceable
from brievenbus.checks.sentences import abbreviations_unexplained
from brievenbus.dutch.pipeline import load_pipeline
from brievenbus.findings import Category, Finding, Severity
from brievenbus.rulebook.profiles import load_profile

MATERIAL = Path(__file__).parents[2] / "material" / "zinscontroles.tsv"


def found(text: str) -> list[Finding]:
    return abbreviations_unexplained.check(load_pipeline().analyse(text), load_profile())


@pytest.mark.parametrize(
    ("text", "abbreviation"),
    [
        ("U krijgt hulp uit de Wmo.", "Wmo"),
        ("Het Wmo-loket helpt u.", "Wmo-loket"),
        ("Het CIZ helpt u.", "CIZ"),
        ("Het CIZ is woensdag dicht.", "CIZ"),
        ("Het CIZ (zie bijlage 2) helpt u.", "CIZ"),
        ("U krijgt geld uit de IOAW.", "IOAW"),
        ("U krijgt geld uit het Bbz.", "Bbz"),
        ("Wij betalen uw PGB's niet meer.", "PGB's"),
        ("Uw VvE betaalt dit.", "VvE"),
        ("U krijgt dit i.h.k.v. de regels.", "i.h.k.v."),
        ("N.a.v. uw brief bellen wij u.", "N.a.v."),
        ("Wij regelen e.e.a. voor u.", "e.e.a."),
        ("Dit is tbv uw kind.", "tbv"),
        ("Uw pgb stopt.", "pgb"),
        ("Wij sturen evt. een brief.", "evt."),
        ("Wij verlagen uw uitkering (IOAZ).", "IOAZ"),
        ("De Gemeentelijke Gezondheidsdienst helpt u met de Wlz.", "Wlz"),
    ],
)
def test_finds_an_abbreviation_without_words(text: str, abbreviation: str) -> None:
    (finding,) = found(text)
    assert finding.text == abbreviation
    assert finding.category is Category.AFKORTING
    assert finding.severity is Severity.WARNING
    assert finding.suggestions == ()


@pytest.mark.parametrize(
    "text",
    [
        "De Wet maatschappelijke ondersteuning (Wmo) helpt u.",
        "Het Centrum indicatiestelling zorg (CIZ) helpt u.",
        "De Gemeentelijke Gezondheidsdienst (GGDX) helpt u. GGDX helpt.".replace("X", ""),
        "Uw persoonsgebonden budget (pgb) stopt.",
        "U krijgt geld uit de IOAW (Wet inkomensvoorziening oudere werklozen).",
        "De Algemene wet bestuursrecht, afgekort Awb, geldt.",
        "De Wet langdurige zorg heet ook wel Wlz.",
        "Een verklaring omtrent gedrag, de VOG, is nodig.",
        "Wmo: dat is de wet voor hulp thuis.",
        "AWR: Algemene wet inzake rijksbelastingen.",
        "U hebt een VOG nodig. Dat is een bewijs van goed gedrag.",
        "De VOG is een bewijs van goed gedrag.",
        "Met NS, tv, BSN, DigiD en het UWV is iedereen bekend.",
        "De heer J.P. Jansen en A.B. Smit bellen u.",
        "U woont op 9601 AB in Hoogezand.",
        "Uw rekening is NL12 RABO 0123 4567 89.",
        "U MOET DIT BETALEN.",
        "Jan, Marc, Sjoerd, Wytze en Ans bellen u.",
        "U schreef “de Wmo”.",
        "Winkel JOVRA gaat dicht.",
        "De molen levert 12 MW op.",
        "Deze jas past.",
        "De wc is 3 m hoog en weegt 5 kg, en uw cv en tv zijn kapot.",
        "Bel mw Jansen, dhr Smit of dr Bos, tel 0598 37 37 37.",
        "Paus Johannes XXIII is dood.",
    ],
)
def test_leaves_what_is_known_or_explained_alone(text: str) -> None:
    assert found(text) == []


def test_one_finding_per_abbreviation_in_a_block() -> None:
    (finding,) = found("U krijgt hulp uit de Wmo. De Wmo-hulp en de WMO zijn er voor u.")
    assert (finding.start, finding.text) == (21, "Wmo")


def test_uses_tell_what_is_explained_anywhere_in_a_block() -> None:
    text = "De Wmo geldt en het CIZ ook. De Wet maatschappelijke ondersteuning (Wmo) is oud."
    analysis = load_pipeline().analyse(text)
    uses = abbreviations_unexplained.uses(analysis)
    assert [(key, each.text, explained) for key, each, explained in uses] == [
        ("wmo", "Wmo", True),
        ("ciz", "CIZ", False),
        ("wmo", "Wmo", True),
    ]


@pytest.mark.parametrize(
    "word", ["CIZ", "Wmo", "Pw", "PvdA", "WvSr", "Ioaw", "i.h.k.v.", "N.a.v.", "CIZ-besluit", "B&W"]
)
def test_looks_like_an_abbreviation(word: str) -> None:
    assert is_abbreviation_shaped(word)


@pytest.mark.parametrize(
    "word", ["Jan", "Marc", "NIET", "HET", "IV", "A.B.", "McDonald", "Dhr", "U", "", "auto", "Wet"]
)
def test_does_not_look_like_one(word: str) -> None:
    assert not is_abbreviation_shaped(word)


def test_roman_numbers_and_what_can_be_said() -> None:
    assert [word for word in ("I", "IV", "XII", "MIX", "", "IC") if is_roman(word)] == [
        "I",
        "IV",
        "XII",
    ]
    assert [
        word for word in ("straat", "herfst", "wmo", "bbz", "fiets") if pronounceable(word)
    ] == [
        "straat",
        "herfst",
        "fiets",
    ]


def test_the_material() -> None:
    with MATERIAL.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        cases = [row for row in rows if row["controle"] == abbreviations_unexplained.RULE]
    wrong = [row for row in cases if row["verwacht"] == "1"]
    right = sum(row["woorden"] in [each.text for each in found(row["tekst"])] for row in wrong)
    silent = [found(row["tekst"]) == [] for row in cases if row["verwacht"] == "0"]
    assert right >= 0.9 * len(wrong) > 0
    assert sum(silent) >= 0.9 * len(silent) > 0
