"""`brievenbus audit`: check a whole folder of letters, and say where to begin."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, Annotated

import typer

from brievenbus.cli import options
from brievenbus.cli.mistakes import WRONG_USE, WrongUse
from brievenbus.cli.output import console, note
from brievenbus.cli.running import FINDINGS, NOT_READ, NOTHING_FOUND, worst
from brievenbus.reports.wording import decimal, one_line, say, visible

if TYPE_CHECKING:
    from brievenbus.audit.run import AuditResult, Progress, Tell

HELP = """
Kijk alle brieven in een map na, en zie waar u het best kunt beginnen.

U krijgt een overzicht als webpagina, een Excel-bestand en gegevens voor andere software.
"""

OUTPUT = Path("brievenbus-audit")
QUOTED = 70
"""Characters of a passage that are quoted on the screen."""

Folder = Annotated[
    str, typer.Argument(metavar="MAP", help="De map met brieven. Mappen daarin tellen mee.")
]
Output = Annotated[
    Path,
    typer.Option("--output", metavar="MAP", help="De map voor de uitkomst."),
]
Workers = Annotated[
    int | None,
    typer.Option(
        "--workers",
        metavar="AANTAL",
        min=1,
        help="Zo veel brieven tegelijk.",
        show_default="zo veel als de computer kan",
    ),
]
Scheduler = Annotated[
    str | None,
    typer.Option(
        "--scheduler",
        metavar="ADRES",
        help="Laat andere computers het werk doen, met Dask. Het adres begint met tcp://.",
    ),
]
Resume = Annotated[
    bool, typer.Option("--resume", help="Ga verder waar een vorige keer is gestopt.")
]
NoCache = Annotated[
    bool, typer.Option("--no-cache", help="Kijk alles opnieuw na, ook wat al bekend is.")
]
Baseline = Annotated[
    Path | None,
    typer.Option(
        "--baseline",
        metavar="BESTAND",
        help="Laat alleen zien wat nieuw of erger is dan in dit bestand. Is het er nog niet? Dan "
        "wordt het gemaakt.",
    ),
]
PrintRun = Annotated[
    Path | None,
    typer.Option(
        "--print-run",
        metavar="BESTAND",
        help="Hoe vaak u elke brief verstuurt: een tabel uit Excel, met de naam van de brief en een "
        "getal. Bewaar die als 'csv'.",
    ),
]
WithoutText = Annotated[
    bool, typer.Option("--without-text", help="Zet geen tekst uit de brieven in de uitkomst.")
]


def audit(
    folder: Folder,
    *,
    output: Output = OUTPUT,
    profile: options.Profile = None,
    department: options.Department = None,
    kind: options.Kind = None,
    rules: options.Rules = None,
    model: options.Model = None,
    workers: Workers = None,
    scheduler: Scheduler = None,
    resume: Resume = False,
    no_cache: NoCache = False,
    baseline: Baseline = None,
    print_run: PrintRun = None,
    fail_on: options.Fail = None,
    without_text: WithoutText = False,
) -> None:
    """Check every letter below the folder and show what to do first."""
    from brievenbus.audit.face import audit as audit_folder
    from brievenbus.baseline import BaselineError
    from brievenbus.documents.errors import DocumentError
    from brievenbus.dutch.pipeline import LanguageModelError
    from brievenbus.rulebook.profiles import ProfileError

    try:
        with _progress() as tell:
            result = audit_folder(
                folder,
                output=output,
                profile=profile,
                department=department,
                kind=kind,
                rules=tuple(rules or ()),
                model=model,
                fail_on=fail_on,
                workers=workers,
                scheduler=scheduler,
                resume=resume,
                cache=not no_cache,
                baseline=baseline,
                print_run=print_run,
                without_text=without_text,
                progress=tell,
            )
    except KeyboardInterrupt:
        note("Wat klaar is, blijft bewaard. Ga later verder met --resume.")
        raise
    except (DocumentError, BaselineError, LanguageModelError, ProfileError) as error:
        raise WrongUse(str(error)) from error
    _show(result)
    raise typer.Exit(_status(result))


def _status(result: AuditResult) -> int:
    statuses = [NOTHING_FOUND]
    if result.fails:
        statuses.append(FINDINGS)
    if result.totals.failures:
        statuses.append(NOT_READ)
    if result.problems:
        statuses.append(WRONG_USE)
    return worst(*statuses)


@contextmanager
def _progress() -> Iterator[Tell]:
    """Show a bar with an estimate, on a terminal only."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("Brieven nakijken"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("nog ongeveer"),
        TimeRemainingColumn(),
    )
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        shown: list[TaskID] = []

        def tell(progress: Progress) -> None:
            # What was done before this run says nothing of its pace.
            if not shown:
                shown.append(bar.add_task("", total=progress.total, completed=progress.done))
            bar.update(shown[0], completed=progress.done)

        yield tell


def _show(result: AuditResult) -> None:
    for problem in result.problems:
        note(problem)
    for failure in result.failures:
        note(f"{failure.path}: {failure.message}")
    screen = console()
    for line in _lines(result):
        screen.print(visible(line))
    if not result.totals.letters and not result.failures:
        note(say("audit.leeg"))
    if result.unchanged:
        note(say("audit.ongewijzigd"))
    if result.accepted is not None:
        note(say("audit.nulmeting", aantal=result.accepted))


def _lines(result: AuditResult) -> Iterator[str]:
    """Yield what a manager wants to know first: how it stands, and where to begin."""
    totals = result.totals
    yield say("audit.totaal", brieven=totals.letters, woorden=totals.words)
    if totals.lint is not None:
        yield say("audit.lint", score=decimal(totals.lint))
    if totals.jargon is not None:
        yield say("audit.jargon", aantal=decimal(totals.jargon))
    yield say("audit.opmerkingen", fouten=totals.errors, waarschuwingen=totals.warnings)
    if totals.failures:
        yield say("audit.niet_gelezen", aantal=totals.failures)
    yield from _passages(result)
    yield from _ranking("audit.moeilijkst", [(r.path, r.lint) for r in result.hardest])
    yield from _ranking("audit.meeste_jargon", [(r.path, r.jargon) for r in result.jargon])
    if result.rules:
        yield ""
        yield say("audit.regels")
    for rule in result.rules:
        yield say("audit.regel", regel=rule.rule, keer=rule.count, brieven=rule.letters)
    yield ""
    yield say("audit.waar", map=str(result.output / "index.html"))
    yield say("niet_getest")


def _passages(result: AuditResult) -> Iterator[str]:
    if not result.passages:
        return
    yield ""
    yield say("audit.alineas")
    for number, passage in enumerate(result.passages, start=1):
        told = say("audit.alinea", brieven=passage.letters)
        quoted = (
            ""
            if passage.text is None
            else f" «{shorten(one_line(passage.text), QUOTED, placeholder=' …')}»"
        )
        yield f"{number}. {told}{quoted}"


def _ranking(heading: str, rows: list[tuple[str, float | None]]) -> Iterator[str]:
    shown = [(path, figure) for path, figure in rows if figure is not None]
    if not shown:
        return
    yield ""
    yield say(heading)
    for number, (path, figure) in enumerate(shown, start=1):
        yield f"{number}. {path}: {decimal(figure)}"
