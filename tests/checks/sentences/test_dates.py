"""`datum-voluit`: dates in figures or shortened, and numbers that are no dates."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brievenbus.checks.sentences import dates
from brievenbus.dutch import Analysis
from brievenbus.dutch.pipeline import load_pipeline
from brievenbus.findings import Category, Finding, Severity
from brievenbus.rulebook.profiles import load_profile

MATERIAL = Path(__file__).parents[2] / "material" / "zinscontroles.tsv"


def found(text: str) -> list[Finding]:
    return dates.check(load_pipeline().analyse(text), load_profile())


def found_in(text: str) -> list[Finding]:
    """The same without a parse, which this check does not look at: for the many texts of a property."""
    return dates.check(Analysis(text, (), ()), load_profile())


@pytest.mark.parametrize(
    ("text", "written", "full"),
    [
        ("Betaal vóór 12-03-2026.", "12-03-2026", "12 maart 2026"),
        ("Betaal vóór 12/3/26.", "12/3/26", "12 maart 2026"),
        ("Betaal vóór 12.03.2026.", "12.03.2026", "12 maart 2026"),
        ("Betaal vóór 12 - 3 - 2026.", "12 - 3 - 2026", "12 maart 2026"),
        ("Betaal vóór 12 mrt. 2026.", "12 mrt. 2026", "12 maart 2026"),
        ("Betaal vóór 12 mrt 2026.", "12 mrt 2026", "12 maart 2026"),
        ("Betaal vóór 12-mrt-26.", "12-mrt-26", "12 maart 2026"),
        ("Betaal vóór 12 maart '26.", "12 maart '26", "12 maart 2026"),
        ("Betaal vóór 2026-03-12.", "2026-03-12", "12 maart 2026"),
        ("U bent geboren op 3-4-'58.", "3-4-'58", "3 april 1958"),
        ("U bent geboren op 03-04-1958.", "03-04-1958", "3 april 1958"),
        ("Op 5 dec. bent u welkom.", "5 dec.", "5 december"),
        ("U bent welkom op 5 dec.", "5 dec", "5 december"),
        ("U kunt vanaf 12-03 komen.", "12-03", "12 maart"),
        ("Kom vóór 1/4.", "1/4", "1 april"),
        ("Op 29-02-2024 was dat zo.", "29-02-2024", "29 februari 2024"),
        ("Uw brief met kenmerk 123 van 12-03-2026 is er.", "12-03-2026", "12 maart 2026"),
    ],
)
def test_writes_a_date_in_full(text: str, written: str, full: str) -> None:
    (finding,) = found(text)
    assert (finding.text, finding.suggestions) == (written, (full,))
    assert full in finding.message
    assert finding.category is Category.STIJL
    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    [
        "Betaal vóór 12 maart 2026.",
        "Betaal vóór 12 maart.",
        "Op 12 maart 26 mensen.",
        "Op 31-02-2026 kan dat niet.",
        "Op 29-02-2025 kan dat niet.",
        "Op 03/15/2026 kan dat niet.",
        "Op 45-13-2026 kan dat niet.",
        "Bel 06-12-03-2026.",
        "Bel 0598-12-12-26.",
        "Zet erbij: kenmerk 2026-03-12.",
        "Zet erbij: kenmerk 2026-03-12-001.",
        "Uw zaaknummer is 12-03-2026.",
        "U krijgt 1/2 van het bedrag.",
        "Op 3/4 van de wegen mag u fietsen.",
        "Dat duurt tot 4-6 weken.",
        "Van 9-12 uur zijn wij er.",
        "Het kost € 12.032,50.",
    ],
)
def test_leaves_other_numbers_alone(text: str) -> None:
    assert found(text) == []


def test_the_findings_stand_in_order() -> None:
    text = "Van 1 jan. 2026 tot 31-12-2026 en op 2026-05-01."
    starts = [finding.start for finding in found(text)]
    assert len(starts) == 3
    assert starts == sorted(starts)


DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2049, 12, 31))


@given(DAYS, st.sampled_from(["{0.day}-{0.month}-{0.year}", "{0:%d-%m-%Y}", "{0:%d/%m/%y}"]))
def test_every_day_of_the_calendar_is_written_in_full(day: date, form: str) -> None:
    (finding,) = found_in(f"Betaal vóór {form.format(day)}, alstublieft.")
    (full,) = finding.suggestions
    assert full == f"{day.day} {dates.MONTHS[day.month - 1]} {day.year}"


@given(st.text(alphabet="0123456789-/. '", max_size=24))
def test_any_figures_give_a_date_of_the_calendar_or_nothing(figures: str) -> None:
    text = f"Zie {figures} hier."
    for finding in found_in(text):
        assert finding.text == text[finding.start : finding.end]
        day, month, *year = finding.suggestions[0].split()
        assert date(int(year[0]) if year else 2000, dates.MONTHS.index(month) + 1, int(day))


def test_the_material() -> None:
    with MATERIAL.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        cases = [row for row in rows if row["controle"] == dates.RULE]
    wrong = [row for row in cases if row["verwacht"] == "1"]
    given_advice = [[s for each in found(row["tekst"]) for s in each.suggestions] for row in wrong]
    right = sum(row["beter"] in got for row, got in zip(wrong, given_advice, strict=True))
    silent = [found(row["tekst"]) == [] for row in cases if row["verwacht"] == "0"]
    assert right >= 0.9 * len(wrong) > 0
    assert sum(silent) >= 0.9 * len(silent) > 0
