"""Whole reports, frozen as files a person can open.

After a change that is meant to be seen, write them anew and look at the difference:

    BRIEVENBUS_REFREEZE=1 python -m pytest tests/reports/test_frozen.py
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable

import pytest
from rich.console import Console

from brievenbus.report import Failure, Report
from brievenbus.reports.html import to_html
from brievenbus.reports.jsonreport import to_json
from brievenbus.reports.junit import to_junit
from brievenbus.reports.sarif import to_sarif
from brievenbus.reports.terminal import print_reports

from .conftest import FAILURE, FROZEN, hard_letter, short_text

Shower = Callable[[list[Report], list[Failure], bool], str]


def as_terminal(reports: list[Report], failures: list[Failure], without_text: bool) -> str:
    console = Console(file=io.StringIO(), width=80, legacy_windows=False)
    print_reports(reports, failures, console, without_text=without_text)
    return str(console.file.getvalue())  # type: ignore[attr-defined]


def as_full_terminal(reports: list[Report], failures: list[Failure], without_text: bool) -> str:
    console = Console(file=io.StringIO(), width=80, legacy_windows=False)
    print_reports(reports, failures, console, full=True, without_text=without_text)
    return str(console.file.getvalue())  # type: ignore[attr-defined]


def as_json(reports: list[Report], failures: list[Failure], without_text: bool) -> str:
    return to_json(reports, failures, without_text=without_text)


def as_html(reports: list[Report], failures: list[Failure], without_text: bool) -> str:
    return to_html(reports, failures, without_text=without_text)


def as_sarif(reports: list[Report], failures: list[Failure], without_text: bool) -> str:
    return to_sarif(reports, failures, without_text=without_text)


def as_junit(reports: list[Report], failures: list[Failure], without_text: bool) -> str:
    return to_junit(reports, failures, without_text=without_text)


WAYS: dict[str, Shower] = {
    "{}.txt": as_terminal,
    "{}-volledig.txt": as_full_terminal,
    "{}.json": as_json,
    "{}.html": as_html,
    "{}.sarif": as_sarif,
    "{}.xml": as_junit,
}


@pytest.mark.parametrize("without_text", [False, True], ids=["met-tekst", "zonder-tekst"])
@pytest.mark.parametrize("name", WAYS)
def test_the_whole_report_is_as_frozen(name: str, without_text: bool) -> None:
    shown = WAYS[name]([hard_letter(), short_text()], [FAILURE], without_text)
    path = FROZEN / name.format("zonder-tekst" if without_text else "verslag")
    if os.environ.get("BRIEVENBUS_REFREEZE"):
        path.write_text(shown, encoding="utf-8", newline="\n")
    assert shown == path.read_text(encoding="utf-8")
