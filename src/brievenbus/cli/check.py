"""`brievenbus check`: check one letter or more, and show the result."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from enum import StrEnum
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from brievenbus.cli import options
from brievenbus.cli.known import Known
from brievenbus.cli.mistakes import WrongUse
from brievenbus.cli.output import console, note, write_text
from brievenbus.cli.session import STDIN, Session
from brievenbus.cli.wordcopies import Copies
from brievenbus.report import Failure, Report
from brievenbus.settings import Settings

if TYPE_CHECKING:
    from brievenbus.rulebook import Rulebook

HELP = """
Kijk een of meer brieven na.

U ziet wat er moeilijk is, waarom, en wat er beter kan. Brievenbus leest Word (.docx) en gewone
tekst (.txt).
"""


class Format(StrEnum):
    """The ways to show a report."""

    TERMINAL = "terminal"
    JSON = "json"
    HTML = "html"
    WORD = "word"
    SARIF = "sarif"
    JUNIT = "junit"


@dataclass(frozen=True, slots=True)
class Shape:
    """How and where the user wants to see the result; `target` None is standard output."""

    format: Format
    target: Path | None
    without_text: bool
    full: bool
    copies: Copies


Files = Annotated[
    list[Path],
    typer.Argument(metavar="BESTAND", help="De brief. Geef - op om te lezen wat u intypt."),
]
Shown = Annotated[
    Format | None,
    typer.Option(
        "--format",
        help="Hoe u de uitkomst wilt zien. Op het scherm: 'terminal'. Als webpagina: 'html'. Als "
        "kopie van de brief met opmerkingen: 'word'. Voor andere software: 'json', 'sarif' of "
        "'junit'.",
        show_default="terminal",
    ),
]
Suggest = Annotated[
    bool,
    typer.Option(
        "--suggest",
        help="Maak een kopie in Word. Daarin staan de voorstellen als wijzigingen in de tekst. U "
        "neemt ze daar aan, of u weigert ze.",
    ),
]
Clean = Annotated[
    bool,
    typer.Option(
        "--clean",
        help="Maak een kopie zonder de opmerkingen en voorstellen van Brievenbus. Wat u hebt "
        "aangenomen, blijft staan.",
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        metavar="PAD",
        help="Het bestand waarin de uitkomst komt. Bij word en meer brieven: de map.",
    ),
]
BaselineFile = Annotated[
    Path | None,
    typer.Option(
        "--baseline",
        metavar="BESTAND",
        help="Meld alleen wat nieuw is of erger. Wat u al weet, staat in dit bestand. Is het er "
        "nog niet? Dan maakt Brievenbus het, met alle opmerkingen van nu.",
    ),
]
WithoutText = Annotated[
    bool, typer.Option("--without-text", help="Zet geen tekst uit de brief in de uitkomst.")
]
Everything = Annotated[
    bool, typer.Option("--all", help="Laat op het scherm alle opmerkingen zien.")
]


def check(
    files: Files,
    *,
    shown: Shown = None,
    output: Output = None,
    suggest: Suggest = False,
    clean: Clean = False,
    profile: options.Profile = None,
    department: options.Department = None,
    kind: options.Kind = None,
    rules: options.Rules = None,
    model: options.Model = None,
    fail_on: options.Fail = None,
    baseline: BaselineFile = None,
    without_text: WithoutText = False,
    everything: Everything = False,
) -> None:
    """Check every file, show what was found, and exit with the status of the worst."""
    target = None if output == STDIN else output
    copies = Copies(target, len(files) > 1, suggest)
    format_ = _format(shown, suggest=suggest, clean=clean)
    shape = Shape(format_, target, without_text, everything, copies)
    _refuse_impossible(files, shape)
    if baseline is not None and clean:
        raise WrongUse("Bij --clean kijkt Brievenbus niet na. Laat --baseline weg.")
    known = Known(baseline, target)
    session = Session(Settings(profile, department, kind, tuple(rules or ()), model, fail_on))
    if clean:
        for path in files:
            copies.clean(path, session)
        raise typer.Exit(session.status)
    reports, failures = _checked(files, shape, session, known)
    known.close()
    _show(reports, failures, shape, session.rulebooks(files))
    raise typer.Exit(session.status)


def _format(shown: Format | None, *, suggest: bool, clean: bool) -> Format:
    """Return the format that is meant; suggestions and clean copies are Word's."""
    if suggest and clean:
        raise WrongUse("Kies --suggest of --clean, niet allebei.")
    if (suggest or clean) and shown not in (None, Format.WORD):
        option = "--suggest" if suggest else "--clean"
        raise WrongUse(f"Bij {option} krijgt u altijd een kopie in Word. Laat --format weg.")
    if suggest or clean:
        return Format.WORD
    return shown or Format.TERMINAL


def _checked(
    files: list[Path], shape: Shape, session: Session, known: Known
) -> tuple[list[Report], list[Failure]]:
    reports: list[Report] = []
    failures: list[Failure] = []
    for number, path in enumerate(files, start=1):
        _tell_progress(number, len(files), path)
        outcome = session.check(path)
        if isinstance(outcome, Failure):
            failures.append(outcome)
            continue
        report = known.sift(path, outcome)
        reports.append(report)
        if not known.making:
            session.judge(path, report)
        if shape.format is Format.WORD:
            shape.copies.write(report, path, session)
    return reports, failures


def _refuse_impossible(files: list[Path], shape: Shape) -> None:
    """Refuse what cannot be, before any work is done."""
    if shape.format is Format.WORD:
        shape.copies.refuse_impossible(files, shape.without_text)
    elif shape.target is not None and shape.target.is_dir():
        raise WrongUse(f"'{shape.target}' is een map. Geef bij --output de naam van een bestand.")
    if shape.target is not None and any(_same(shape.target, path) for path in files):
        raise WrongUse("De uitkomst zou over de brief heen komen. Kies bij --output een ander pad.")


def _same(target: Path, path: Path) -> bool:
    return path != STDIN and target.exists() and path.exists() and target.samefile(path)


def _tell_progress(number: int, total: int, path: Path) -> None:
    if total > 1 and sys.stderr is not None and sys.stderr.isatty():
        note(f"{number} van {total}: {path}")


def _show(
    reports: list[Report], failures: list[Failure], shape: Shape, rulebooks: tuple[Rulebook, ...]
) -> None:
    """Show the reports; the terminal has told the failures on standard error already."""
    if shape.format is Format.TERMINAL:
        _show_on_terminal(reports, shape)
        return
    for report in reports:
        for warning in report.letter.warnings:
            note(f"{report.letter.path}: {warning}")
    if shape.format is not Format.WORD:
        write_text(_written(reports, failures, shape, rulebooks), shape.target)


def _written(
    reports: list[Report], failures: list[Failure], shape: Shape, rulebooks: tuple[Rulebook, ...]
) -> str:
    """Return the reports as text; each way of showing them is loaded when it is asked for."""
    without_text = shape.without_text
    if shape.format is Format.HTML:
        from brievenbus.reports.html import to_html

        return to_html(reports, failures, without_text=without_text)
    if shape.format is Format.SARIF:
        from brievenbus.reports.sarif import to_sarif

        return to_sarif(reports, failures, without_text=without_text, rulebooks=rulebooks)
    if shape.format is Format.JUNIT:
        from brievenbus.reports.junit import to_junit

        return to_junit(reports, failures, without_text=without_text)
    from brievenbus.reports.jsonreport import to_json

    return to_json(reports, failures, without_text=without_text)


def _show_on_terminal(reports: list[Report], shape: Shape) -> None:
    from brievenbus.reports.terminal import print_reports

    if shape.target is None:
        screen = console()
        print_reports(reports, (), screen, full=shape.full, without_text=shape.without_text)
        return
    with StringIO() as text:
        print_reports(reports, (), console(text), full=shape.full, without_text=shape.without_text)
        write_text(text.getvalue(), shape.target)
