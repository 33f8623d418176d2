"""`brievenbus compare`: what became better and what became worse."""

from __future__ import annotations

import pytest

from brievenbus.comparison import Direction, compare
from brievenbus.findings import Severity
from brievenbus.readability import LintScore
from brievenbus.report import ChecklistItem

from .conftest import SAMPLES, Checks, Run, a_finding, a_report

BETTER, SAME, WORSE = Direction.BETTER, Direction.SAME, Direction.WORSE

HARD = a_report(
    a_finding("indien"),
    a_finding("indien"),
    a_finding("tevens", Severity.NOTE),
    lint=LintScore(60.0, 4),
    figure=40.0,
    checklist=(
        ChecklistItem("telefoonnummer", False, "Er staat geen telefoonnummer in de brief."),
        ChecklistItem("onderwerp", True, "Het onderwerp staat erin."),
        ChecklistItem("bedrag", None, "Niet te bepalen."),
        ChecklistItem("termijn", False, "Er staat geen termijn in de brief."),
    ),
)
EASY = a_report(
    a_finding("tevens", Severity.NOTE),
    a_finding("lange-zin", Severity.ERROR),
    lint=LintScore(40.0, 2),
    figure=40.004,
    checklist=(
        ChecklistItem("telefoonnummer", True, "Er staat een telefoonnummer in de brief."),
        ChecklistItem("onderwerp", False, "Er staat geen onderwerp boven de brief."),
        ChecklistItem("bedrag", True, "Er staat een bedrag in de brief."),
        ChecklistItem("termijn", False, "Er staat geen termijn in de brief."),
    ),
)


def test_figures_say_which_way_they_went() -> None:
    figures = {figure.key: figure for figure in compare(HARD, EASY).figures}
    assert figures["lint"].direction is BETTER
    assert (figures["lint"].old, figures["lint"].new) == (60.0, 40.0)
    assert {key for key, each in figures.items() if each.direction is SAME} == set(figures) - {
        "lint",
        "jargon",
    }


@pytest.mark.parametrize(
    ("key", "direction"), [("flesch_douma", BETTER), ("leesindex_a", BETTER), ("lix", WORSE)]
)
def test_a_figure_knows_whether_more_is_easier(key: str, direction: Direction) -> None:
    lint = LintScore(50.0, 3)
    changes = compare(a_report(lint=lint, figure=40.0), a_report(lint=lint, figure=50.0))
    assert {each.key: each.direction for each in changes.figures}[key] is direction


def test_a_text_too_short_to_measure_is_not_compared() -> None:
    changes = compare(HARD, a_report())
    assert {figure.direction for figure in changes.figures} == {None}


def test_rules_are_counted_and_the_greatest_change_comes_first() -> None:
    rules = [(each.rule, each.old, each.new, each.direction) for each in compare(HARD, EASY).rules]
    assert rules == [("indien", 2, 0, BETTER), ("lange-zin", 0, 1, WORSE)]


def test_the_checklist_is_compared() -> None:
    directions = {each.item: each.direction for each in compare(HARD, EASY).checklist}
    assert directions == {
        "telefoonnummer": BETTER,
        "onderwerp": WORSE,
        "bedrag": SAME,
        "termijn": SAME,
    }


def test_it_is_shown_in_plain_words(run: Run, checks: Checks) -> None:
    checks.reports |= {"oud.txt": HARD, "nieuw.txt": EASY}
    ran = run("compare", "oud.txt", "nieuw.txt")
    assert ran.status == 0
    assert ran.err == ""
    for line in (
        "LiNT-II score: 60,0 → 40,0 (beter)",
        "Opmerkingen: 3 → 2 (beter)",
        "- lange-zin (fout): 0 → 1",
        "- indien (let op): 2 → 0",
        "- telefoonnummer: niet in orde → in orde (beter)",
        "- onderwerp: in orde → niet in orde (minder goed)",
        "- Er staat geen termijn in de brief.",
        "Niet getest met lezers.",
    ):
        assert line in ran.out.splitlines()


def test_a_version_that_is_too_short_is_told(run: Run, checks: Checks) -> None:
    checks.reports |= {"oud.txt": HARD, "nieuw.txt": a_report()}
    out = run("compare", "oud.txt", "nieuw.txt").out
    assert "LiNT-II score: 60,0 → te kort (niet te vergelijken)" in out
    assert "Versie nieuw: Te kort om te meten" in out


def test_a_version_that_cannot_be_read_is_told(run: Run, checks: Checks) -> None:
    checks.reports |= {"oud.txt": HARD}
    ran = run("compare", "oud.txt", "weg.txt")
    assert ran.status == 3
    assert ran.out == ""
    assert ran.err == "weg.txt: Dit bestand bestaat niet.\n"


def test_the_rewritten_sample_is_better(run: Run) -> None:
    old, new = (SAMPLES / f"parkeervergunning-{each}.docx" for each in ("origineel", "herschreven"))
    ran = run("compare", old, new)
    assert ran.status == 0
    (findings,) = [line for line in ran.out.splitlines() if line.startswith("Opmerkingen: ")]
    assert findings.endswith("(beter)")
