"""The report on one screen of a terminal.

Words carry the meaning; colour only repeats it. The letter's text is added as plain text, never as
rich markup, and with control characters taken out, so that a letter cannot steer the terminal.
Rich is loaded on first use. Whether there is colour is up to the console (``NO_COLOR`` too).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from brievenbus.findings import Finding, Severity
from brievenbus.report import Failure, Report
from brievenbus.reports import summary
from brievenbus.reports.jsonreport import source
from brievenbus.reports.withhold import finding_without_text
from brievenbus.reports.wording import one_line, say, visible

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}
IN_FULL = ("jargon", "lint")
INDENT = 3
MISSING_SHOWN = 4
THINGS = 5
"""So many things that would help most are always shown."""

SCREEN = 34
"""Lines a report may take before examples are left out; with `full` there is no limit."""


def print_reports(
    reports: Sequence[Report],
    failures: Sequence[Failure],
    console: Console,
    *,
    full: bool = False,
    without_text: bool = False,
) -> None:
    """Print all reports, and then the files that could not be read.

    `full` adds every finding to each report; `without_text` quotes nothing of the letters.
    """
    for number, report in enumerate(reports):
        if number:
            console.print()
        print_report(report, console, full=full, without_text=without_text)
    if reports and failures:
        console.print()
    for failure in failures:
        console.print(_line((f"{say('kop.niet_gelezen')}: ", "bold red"), failure.path))
        console.print(_line("  ", failure.message))


def print_report(
    report: Report, console: Console, *, full: bool = False, without_text: bool = False
) -> None:
    """Print one report: the figures, what would help most, what lacks, and where the rest is."""
    lines = _screen(report, console, without_text)
    if full:
        lines += _laid_out(_all_findings(report, without_text), console)
    for line in lines:
        console.print(line)


def _screen(report: Report, console: Console, without_text: bool) -> list[Text]:
    """Lay out the screen; where it would not fit, the last things lose their example."""
    for examples in range(THINGS, -1, -1):
        parts = (
            _head(report),
            _things(report, examples, console.width, without_text),
            _missing(report, without_text),
            _where_the_rest_is(report),
        )
        lines = _laid_out([line for part in parts for line in part], console)
        if len(lines) <= SCREEN:
            break
    return lines


def _laid_out(lines: Sequence[Text], console: Console) -> list[Text]:
    """Break lines at the width of the console, with a hanging indent."""
    laid_out: list[Text] = []
    for line in lines:
        first, *rest = line.wrap(console, console.width - INDENT)
        for follower in rest:
            follower.pad_left(INDENT)
        for part in (first, *rest):
            part.rstrip()
            laid_out.append(part)
    return laid_out


def _head(report: Report) -> list[Text]:
    """Jargon and LiNT-II in full, the other figures on one line, and what to know of them."""
    figures = summary.figures(report)
    lines = [_line((summary.name_of(report), "bold underline"))]
    lines += [
        _line((f"{say('kop.waarschuwing')}: ", "bold"), warning)
        for warning in report.letter.warnings
    ]
    for figure in figures:
        if figure.key in IN_FULL:
            lines.append(_line((figure.line, "bold")))
            if figure.key == "lint":
                lines.append(_line(figure.meaning))
    others = [f"{each.name}: {each.value}" for each in figures if each.key not in IN_FULL]
    if others:
        lines.append(_line(". ".join(others) + "."))
    lines.append(_line(" ".join(summary.caveats(report))))
    tool = report.tool
    versions = say("terminal.gemaakt_met", versie=tool.version, taalmodel=tool.language_model)
    lines.append(_line((versions, "dim")))
    return lines


def _things(report: Report, examples: int, width: int, without_text: bool) -> list[Text]:
    """What would help most; the first `examples` of them with the words in their sentence."""
    things = summary.top_findings(report, THINGS, without_text=without_text)
    if not things:
        none = "geen_nieuwe" if report.known else "geen_opmerkingen"
        return [_line(), _line(say(f"terminal.{none}"))]
    lines = [_line(), _line((say("kop.helpt"), "bold"))]
    for number, thing in enumerate(things, start=1):
        times = f" {say('terminal.keer', aantal=thing.count)}" if thing.count > 1 else ""
        readers = f" {thing.provenance}" if thing.provenance else ""
        severity = (say(f"ernst.{thing.severity.value}"), STYLES[thing.severity])
        rule = f" [{thing.first.rule}]" if without_text else ""
        told = f": {thing.message}{readers}{times}{rule}"
        lines.append(_line(f"{number}. ", severity, told))
        if number <= examples:
            lines.extend(_example(report, thing, width))
    return lines


def _example(report: Report, thing: summary.TopFinding, width: int) -> list[Text]:
    """Quote the words in their sentence, and what could stand there, on one line."""
    if thing.fragment is None:
        return []
    instead = _instead(thing.suggestions)
    room = max(24, width - INDENT - 8 - len(instead))
    quoted = summary.fragment(report, thing.first, room)
    found = (f"«{quoted.found}»", "bold")
    return [_line("   ", quoted.before, found, quoted.after, f"  {instead}" if instead else "")]


def _instead(suggestions: Sequence[str]) -> str:
    if not suggestions:
        return ""
    return say("terminal.beter", voorstel=say("terminal.of").join(suggestions[:2]))


def _missing(report: Report, without_text: bool) -> list[Text]:
    items = summary.missing_items(report, without_text=without_text)
    if not items:
        return []
    lines = [_line(), _line((say("kop.ontbreekt"), "bold"))]
    lines += [_line("- ", item.message) for item in items[:MISSING_SHOWN]]
    more = len(items) - MISSING_SHOWN
    return [*lines, _line("- ", say("terminal.en_nog", aantal=more))] if more > 0 else lines


def _where_the_rest_is(report: Report) -> list[Text]:
    if not report.findings:
        return []
    path = report.letter.path
    command = say("terminal.opdracht_zonder_bestand")
    if path not in ("", "-"):
        quoted = f'"{path}"' if " " in path else path
        command = say("terminal.opdracht", bestand=quoted)
    return [_line(), _line(say("terminal.alle", aantal=len(report.findings), opdracht=command))]


def _all_findings(report: Report, without_text: bool) -> list[Text]:
    """List every finding, by block, with its place in the file."""
    lines = [_line(), _line((say("kop.opmerkingen"), "bold"))]
    for block, group in groupby(report.findings, key=lambda finding: finding.block):
        lines.append(_line((summary.block_name(report.letter, block), "underline")))
        for finding in group:
            shown = finding_without_text(finding) if without_text else finding
            lines.extend(_finding(report, shown))
    return lines


def _finding(report: Report, finding: Finding) -> list[Text]:
    severity = (say(f"ernst.{finding.severity.value}"), STYLES[finding.severity])
    quoted = f"«{one_line(finding.text)}» " if finding.text else ""
    readers = summary.provenance_sentence(finding)
    told = " ".join(part for part in (finding.message, readers) if part)
    where = f"[{finding.rule}]{_line_in_file(report, finding)}"
    lines = [_line("- ", severity, f": {quoted}{told} {where}")]
    instead = _instead(finding.suggestions)
    return [*lines, _line("  ", instead)] if instead else lines


def _line_in_file(report: Report, finding: Finding) -> str:
    start = report.letter.starts[finding.block]
    place = source(report.letter.blocks[finding.block], finding.start - start) or {}
    return f" {say('terminal.plek_regel', regel=place['line'])}" if "line" in place else ""


def _line(*parts: str | tuple[str, str]) -> Text:
    """Join parts to one line of plain text; a part with a style is a pair."""
    from rich.text import Text

    line = Text()
    for part in parts:
        content, style = (part, "") if isinstance(part, str) else part
        line.append(visible(content).replace("\n", " ").replace("\t", " "), style=style or None)
    return line
