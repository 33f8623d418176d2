"""The headline, the things that help most, and what is missing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brievenbus.findings import Category, Finding, Severity
from brievenbus.letter import BlockKind
from brievenbus.readability import STRUGGLING_PERCENT, LintScore
from brievenbus.report import Report
from brievenbus.reports import summary

from .conftest import MEASURED, build_letter, build_report, find


def test_jargon_comes_first_with_its_counts(hard: Report) -> None:
    first = summary.figures(hard)[0]
    assert first.line == (
        "Jargon: 14,5 per 100 woorden (11 keer: 8 moeilijke woorden, 2 vaktermen, 1 afkorting)"
    )


@pytest.mark.parametrize(
    ("score", "level", "band"),
    [
        (12.0, 1, "lager dan 34"),
        (34.0, 2, "34 tot 46"),
        (57.9, 3, "46 tot 58"),
        (80.0, 4, "58 of hoger"),
    ],
)
def test_lint_is_a_band_with_what_it_says_of_readers(
    hard: Report, score: float, level: int, band: str
) -> None:
    scores = replace(MEASURED, lint=LintScore(score=score, level=level))
    lint = summary.figures(replace(hard, scores=scores))[1]
    assert lint.line.startswith(f"LiNT-II: niveau {level} van 4 (score ")
    assert band in lint.scale
    assert lint.source == "Kim en Pander Maat 2025"
    assert lint.meaning == (
        f"Bij een tekst van dit niveau heeft naar schatting {STRUGGLING_PERCENT[level]}% "
        "van alle volwassenen moeite met lezen."
    )


def test_every_figure_has_its_source_and_counts(hard: Report) -> None:
    assert [figure.key for figure in summary.figures(hard)] == [
        "jargon",
        "lint",
        "zinslengte",
        "lijdend",
        "flesch_douma",
        "leesindex_a",
        "lix",
    ]
    assert all(figure.source and figure.counts for figure in summary.figures(hard))


def test_a_short_text_has_no_figures_but_a_reason(short: Report) -> None:
    (only,) = summary.figures(short)
    assert only.line == "Jargon: 0 keer (geen jargon gevonden)"
    assert summary.caveats(short)[0].startswith("Te kort om te meten")


def test_the_summary_always_says_that_no_reader_tested_it(hard: Report, short: Report) -> None:
    for report in (hard, short):
        lines = summary.summary_lines(report)
        assert "Niet getest met lezers." in lines
        assert "B1" not in " ".join(lines)


def test_a_word_that_occurs_often_is_one_thing(hard: Report) -> None:
    things = summary.top_findings(hard)
    assert len(things) == 5
    assert (things[0].first.rule, things[0].count) == ("verstrekken", 3)
    assert things[0].provenance == "7 van de 9 lezers begrepen dit niet."
    assert things[0].suggestions == ("geven",)


def test_errors_and_sentences_come_before_notes(hard: Report) -> None:
    things = summary.top_findings(hard, n=99)
    assert things[1].severity is Severity.ERROR
    last = [thing.first.rule for thing in things[-3:]]
    assert last == ["naar-aanleiding-van", "lijdende-vorm", "zeldzaam"]


def test_each_rare_word_is_a_thing_of_its_own() -> None:
    letter = build_letter("x.txt", [(BlockKind.PARAGRAPH, "Hiertoe en edoch. Hiertoe weer.")])
    values = {"category": Category.ZELDZAAM, "severity": Severity.NOTE, "message": "Zeldzaam."}
    findings = find(letter, "Hiertoe|edoch", rule="zeldzaam", **values)
    things = summary.top_findings(build_report(letter, findings))
    assert [(thing.first.text, thing.count) for thing in things] == [("Hiertoe", 2), ("edoch", 1)]


@given(st.randoms())
def test_the_order_of_findings_does_not_matter(random: object) -> None:
    from .conftest import hard_letter

    report = hard_letter()
    mixed: list[Finding] = list(report.findings)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    shuffled = replace(report, findings=tuple(mixed))
    assert summary.top_findings(shuffled) == summary.top_findings(report)


def test_the_fragment_is_the_words_in_their_own_sentence(hard: Report) -> None:
    (finding,) = [each for each in hard.findings if each.rule == "draagkracht"]
    quoted = summary.fragment(hard, finding, 200)
    assert quoted.before == "Het college stelt de hoogte van uw "
    assert (quoted.found, quoted.after) == ("draagkracht", " binnenkort vast.")


@given(st.integers(min_value=24, max_value=200), st.integers(min_value=0, max_value=16))
def test_a_fragment_keeps_to_its_width(width: int, index: int) -> None:
    from .conftest import hard_letter

    report = hard_letter()
    quoted = summary.fragment(report, report.findings[index], width)
    found = report.findings[index].text
    assert len(quoted.before + quoted.found + quoted.after) <= max(width, len(quoted.found)) + 4
    assert quoted.found == found or len(quoted.found) <= width


def test_a_finding_outside_sentences_is_quoted_from_its_block(hard: Report) -> None:
    quoted = summary.fragment(hard, hard.findings[-1])
    assert quoted == summary.Fragment("uw ", "IB-aangifte", " over 2025")


def test_missing_items_are_those_that_were_not_found(hard: Report) -> None:
    missing = [item.item for item in summary.missing_items(hard)]
    assert missing == ["telefoonnummer", "termijn", "gevolg"]
    assert len(summary.checklist(hard)) == 5


def test_without_text_nothing_is_quoted(hard: Report) -> None:
    for thing in summary.top_findings(hard, without_text=True):
        assert thing.fragment is None
        assert not thing.suggestions
    hidden = summary.missing_items(hard, without_text=True)
    assert hidden[0].message == "telefoonnummer: niet in orde."


def test_one_reader_is_singular() -> None:
    finding = Finding(
        "r", Category.WOORD, Severity.NOTE, "m", 0, 1, "x",
        provenance={"gelezen": 9, "struikelden": 1},
    )  # fmt: skip
    assert summary.provenance_sentence(finding) == "1 van de 9 lezers begreep dit niet."


def test_a_rule_that_is_not_from_readers_says_nothing_of_them() -> None:
    finding = Finding(
        "r", Category.WOORD, Severity.NOTE, "m", 0, 1, "x", provenance={"bron": "redactie"}
    )
    assert summary.provenance_sentence(finding) == ""


def test_blocks_are_numbered_where_there_are_more_of_a_kind(hard: Report) -> None:
    names = [summary.block_name(hard.letter, index) for index in range(len(hard.letter.blocks))]
    assert names[3:6] == ["Aanhef", "Alinea 1", "Alinea 2"]
