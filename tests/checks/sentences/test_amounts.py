"""`bedrag-in-cijfers`: amounts in words or in an odd notation, and number words."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brievenbus.checks.numbers import number_value
from brievenbus.checks.sentences import amounts
from brievenbus.dutch import Analysis
from brievenbus.dutch.pipeline import load_pipeline
from brievenbus.findings import Category, Finding, Severity
from brievenbus.rulebook.profiles import load_profile

MATERIAL = Path(__file__).parents[2] / "material" / "zinscontroles.tsv"


def found(text: str) -> list[Finding]:
    return amounts.check(load_pipeline().analyse(text), load_profile())


def found_in(text: str) -> list[Finding]:
    """The same without a parse, which this check does not look at: for the many texts of a property."""
    return amounts.check(Analysis(text, (), ()), load_profile())


@pytest.mark.parametrize(
    ("text", "written", "better"),
    [
        ("U krijgt vijfhonderd euro.", "vijfhonderd euro", "€ 500"),
        ("Vijfhonderd euro krijgt u.", "Vijfhonderd euro", "€ 500"),
        ("U krijgt duizend vijfhonderd euro.", "duizend vijfhonderd euro", "€ 1.500"),
        ("U krijgt tweeëntwintig euro vijftig.", "tweeëntwintig euro vijftig", "€ 22,50"),
        ("U krijgt dertig euro en vijf cent.", "dertig euro en vijf cent", "€ 30,05"),
        ("U krijgt dertig euro en twee kaarten.", "dertig euro", "€ 30"),
        ("U krijgt een driehonderd euro.", "driehonderd euro", "€ 300"),
        ("Het kost twee miljoen euro.", "twee miljoen euro", "€ 2 miljoen"),
        ("Een zak kost vijftig cent.", "vijftig cent", "€ 0,50"),
        ("U betaalt EUR 500.", "EUR 500", "€ 500"),
        ("U betaalt EUR 1.250,50.", "EUR 1.250,50", "€ 1.250,50"),
        ("U betaalt 500 EUR.", "500 EUR", "€ 500"),
        ("U betaalt 500€.", "500€", "€ 500"),
        ("U betaalt 500,- euro.", "500,- euro", "€ 500"),
        ("U betaalt € 500,-.", "€ 500,-", "€ 500"),
        ("U betaalt € 1250,=.", "€ 1250,=", "€ 1.250"),
        ("U betaalt € 400.000,–.", "€ 400.000,–", "€ 400.000"),
        ("U betaalt euro 75.", "euro 75", "€ 75"),
        ("U betaalt € 96.50 per jaar.", "€ 96.50", "€ 96,50"),
        ("U betaalt € 1,250.00 per jaar.", "€ 1,250.00", "€ 1.250"),
    ],
)
def test_writes_an_amount_as_a_letter_should(text: str, written: str, better: str) -> None:
    (finding,) = found(text)
    assert (finding.text, finding.suggestions) == (written, (better,))
    assert better in finding.message
    assert finding.category is Category.STIJL
    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    [
        "U krijgt € 500.",
        "U krijgt €500,00 van ons.",
        "U krijgt € 1.250,50.",
        "U krijgt 500 euro.",
        "U krijgt 1.250,50 euro.",
        "U krijgt een euro.",
        "U krijgt geen cent.",
        "U krijgt één euro terug.",
        "Dat kost een paar honderd euro.",
        "Dat kost honderden euro's.",
        "Met een auto van euro 6 mag u de stad in.",
        "Betaal in 2026 € 40 aan ons.",
        "Er kwamen vijfhonderd mensen.",
        "De euro is 25 jaar oud.",
    ],
)
def test_leaves_a_good_amount_alone(text: str) -> None:
    assert found(text) == []


def test_a_small_amount_in_words_is_a_tip() -> None:
    (finding,) = found("Een kaartje kost tien euro.")
    assert (finding.severity, finding.suggestions) == (Severity.NOTE, ("€ 10",))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("nul", 0),
        ("één", 1),
        ("negentien", 19),
        ("drieëndertig", 33),
        ("tweeentwintig", 22),
        ("honderdeneen", 101),
        ("twaalfhonderd", 1200),
        ("duizend en een", 1001),
        ("tweehonderdvijftigduizend", 250_000),
        ("Vijf", 5),
        ("", None),
        ("honderden", None),
        ("tientwee", None),
        ("honderdhonderd", None),
        ("duizendduizend", None),
        ("fiets", None),
        ("enen", None),
    ],
)
def test_number_words(words: str, value: int | None) -> None:
    assert number_value(words) == value


TEENS = [
    "nul",
    "een",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
]
TENS = [
    *"xx",
    *["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"],
]


def spelled(number: int) -> str:
    """A number in words, as the Woordenlijst spells it."""
    if number >= 1000:
        before = "" if number < 2000 else spelled(number // 1000)
        rest = f" {spelled(number % 1000)}" if number % 1000 else ""
        return f"{before}duizend{rest}"
    if number >= 100:
        before = "" if number < 200 else spelled(number // 100)
        return f"{before}honderd{spelled(number % 100) if number % 100 else ''}"
    if number < 20:
        return TEENS[number]
    unit, ten = TEENS[number % 10], TENS[number // 10]
    if not number % 10:
        return ten
    return unit + ("ën" if unit.endswith("e") else "en") + ten


@given(st.integers(min_value=0, max_value=999_999))
def test_every_number_under_a_million_is_read(number: int) -> None:
    assert number_value(spelled(number)) == number


@given(st.integers(min_value=21, max_value=999_999))
def test_every_amount_in_words_becomes_figures(number: int) -> None:
    (finding,) = found_in(f"U krijgt {spelled(number)} euro.")
    assert finding.suggestions == (f"€ {number:,}".replace(",", "."),)


@given(st.text(alphabet="0123456789.,-=€ euroEUR", max_size=24))
def test_any_figures_give_a_finding_in_its_place(figures: str) -> None:
    text = f"Zie {figures} hier."
    for finding in found_in(text):
        assert finding.text == text[finding.start : finding.end]
        assert finding.text.strip() == finding.text
        assert finding.suggestions[0].startswith("€ ")


def test_the_material() -> None:
    with MATERIAL.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        cases = [row for row in rows if row["controle"] == amounts.RULE]
    wrong = [row for row in cases if row["verwacht"] == "1"]
    given_advice = [[s for each in found(row["tekst"]) for s in each.suggestions] for row in wrong]
    right = sum(row["beter"] in got for row, got in zip(wrong, given_advice, strict=True))
    silent = [found(row["tekst"]) == [] for row in cases if row["verwacht"] == "0"]
    assert right >= 0.9 * len(wrong) > 0
    assert sum(silent) >= 0.9 * len(silent) > 0
