"""The terminal shows one screen, in words, and the letter cannot steer it."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest
from rich.console import Console

from brievenbus.letter import BlockKind
from brievenbus.report import Report
from brievenbus.reports.terminal import print_report, print_reports

from .conftest import ERROR, FAILURE, WORD, build_letter, build_report, find


def shown(report: Report, *, width: int = 80, colour: bool = False, **options: Any) -> str:
    console = Console(
        file=io.StringIO(), width=width, force_terminal=colour, legacy_windows=False, no_color=False
    )
    print_report(report, console, **options)
    return str(console.file.getvalue())  # type: ignore[attr-defined]


def test_a_letter_fits_one_screen(hard: Report) -> None:
    lines = shown(hard).splitlines()
    assert len(lines) <= 34
    assert max(map(len, lines)) <= 80


def test_long_messages_take_the_place_of_examples(hard: Report) -> None:
    wordy = tuple(replace(each, message=each.message + " En dat is lastig." * 8)
                  for each in hard.findings)  # fmt: skip
    output = shown(replace(hard, findings=wordy))
    assert all(f"\n{number}. " in output for number in range(1, 6))
    assert "«" not in output


@pytest.mark.parametrize("width", [40, 60, 120])
def test_lines_fit_other_widths_too(hard: Report, width: int) -> None:
    assert max(map(len, shown(hard, width=width).splitlines())) <= width


def test_the_screen_says_what_counts(hard: Report) -> None:
    output = shown(hard)
    for part in (
        "brief.docx",
        "Jargon: 14,5 per 100 woorden",
        "LiNT-II: niveau 3 van 4",
        "Niet getest met",
        "1. let op: 'Geven' is korter",
        "2. fout: Schrijf 'besluit'.",
        "«verstrekken».  Beter: geven",
        "- Er staat geen telefoonnummer in de brief.",
        "Alle 17 opmerkingen: brievenbus check brief.docx --format html",
    ):
        assert part in output


def test_a_file_name_with_a_space_is_quoted(hard: Report) -> None:
    spaced = replace(hard, letter=replace(hard.letter, path="mijn brief.docx"))
    assert 'check "mijn brief.docx" --format html' in shown(spaced)


def test_standard_input_has_no_command_to_repeat(hard: Report) -> None:
    piped = shown(replace(hard, letter=replace(hard.letter, path="-")))
    assert "Tekst zonder bestand" in piped
    assert "brievenbus check" not in piped


def test_full_lists_every_finding_with_its_rule(hard: Report) -> None:
    output = " ".join(shown(hard, full=True).split())
    for finding in hard.findings:
        assert f"[{finding.rule}]" in output


def test_full_names_the_line_of_a_text_file() -> None:
    letter = build_letter(
        "brief.txt", [(BlockKind.HEADING, "Kop"), (BlockKind.PARAGRAPH, "Uw zin")]
    )
    findings = find(letter, "zin", rule="zin", category=WORD, severity=ERROR, message="Zin.")
    assert "[zin] regel 4" in shown(build_report(letter, findings), full=True)


def test_colour_adds_nothing_but_colour(hard: Report) -> None:
    coloured = shown(hard, colour=True, full=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == shown(hard, full=True)


def test_no_color_is_respected(hard: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    console = Console(file=io.StringIO(), width=80, force_terminal=True)
    print_report(hard, console)
    assert "\x1b[31" not in console.file.getvalue()  # type: ignore[attr-defined]
    assert "31m" not in console.file.getvalue()  # type: ignore[attr-defined]


def test_markup_and_controls_in_a_letter_are_plain_text() -> None:
    hostile = "Wij [bold red]verstrekken[/] :smile: \x1b[2J\x07 \u202edit\u202c [/nee]."
    letter = build_letter("[red]x[/red]\x1b.docx", [(BlockKind.PARAGRAPH, hostile)])
    values = {"category": WORD, "severity": ERROR, "message": "[link=x]Nee[/link]\x1b]8;;\x07"}
    report = build_report(
        letter, find(letter, r"\[bold.*dit", rule="r", suggestions=("[i]x\x00",), **values)
    )
    output = shown(report, full=True, colour=False)
    assert "[bold red]verstrekken[/] :smile:" in output
    assert "[link=x]Nee[/link]" in output
    assert not set("\x1b\x07\x00\u202e\u202c") & set(output)


def test_without_text_shows_rules_and_no_words(hard: Report) -> None:
    output = shown(hard, full=True, without_text=True)
    assert "«" not in output
    assert "Beter:" not in output
    assert "[verstrekken]" in output
    for word in ("aanleiding van", "IB-aangifte", "formulier"):
        assert word not in output


def test_several_reports_end_with_the_files_that_failed(hard: Report, short: Report) -> None:
    console = Console(file=io.StringIO(), width=80)
    print_reports([hard, short], [FAILURE], console)
    output = console.file.getvalue()  # type: ignore[attr-defined]
    assert output.index("brief.docx") < output.index("kort bericht.txt")
    assert output.endswith(
        "Niet gelezen: oud.doc\n  Dit is een oud Word-bestand. Sla het op als docx.\n"
    )
    assert "Geen opmerkingen." in output


def test_rich_and_jinja_load_only_when_something_is_shown() -> None:
    modules = "brievenbus.reports.terminal, brievenbus.reports.html"
    check = f"import sys, {modules}; print({{'rich', 'jinja2'}} & set(sys.modules))"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", check], capture_output=True, text=True, check=True, env=environment
    )
    assert done.stdout.strip() == "set()"
