"""`brievenbus rules docs`: all rules and checks as web pages in a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from brievenbus.cli import options
from brievenbus.cli.mistakes import WrongUse
from brievenbus.cli.output import cannot_write, write_text
from brievenbus.cli.rules.common import Desk, counted, tell

HELP = """
Maak een overzicht van alle regels en controles, als webpagina's.

U kunt erin zoeken. Het overzicht werkt ook zonder internet.
"""

FOLDER = "regels-overzicht"

Folder = Annotated[
    Path,
    typer.Option("--output", metavar="MAP", help="De map waarin het overzicht komt."),
]


def write_docs(
    *, output: Folder = Path(FOLDER), rules: options.Rules = None, model: options.Model = None
) -> None:
    """Write the overview; one that was made before is replaced, anything else is left alone."""
    _refuse_taken(output)
    desk = Desk(rules, model)
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(output) from error
    pages = _pages(desk)
    for name, text in pages.items():
        write_text(text, output / name)
    _discard_old(output, set(pages))
    number = counted(len(desk.every_rule))
    tell([f"Gemaakt: {output / 'index.html'}, met {number}. Open dit bestand in een browser."])
    raise typer.Exit(desk.session.status)


def _pages(desk: Desk) -> dict[str, str]:
    from brievenbus.reports.rulepages import overview

    return dict(overview(desk.rulebook, desk.pipeline(), desk.own_readers))


def _refuse_taken(folder: Path) -> None:
    """Refuse a folder that holds something else."""
    if folder.exists() and not folder.is_dir():
        raise WrongUse(f"'{folder}' is geen map. Geef bij --output de naam van een map.")
    if folder.is_dir() and any(_named(folder)) and not _is_ours(folder / "index.html"):
        raise WrongUse(
            f"In de map '{folder}' staat al iets anders. Kies bij --output een lege map, of een naam "
            "die nog niet bestaat."
        )


def _named(folder: Path) -> list[Path]:
    """Return what is in a folder, hidden files left out."""
    return [each for each in folder.iterdir() if not each.name.startswith(".")]


def _is_ours(page: Path) -> bool:
    from brievenbus.reports.rulepages import is_overview

    try:
        return is_overview(page.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return False


def _discard_old(folder: Path, names: set[str]) -> None:
    """Take away pages of an earlier overview that this one does not have."""
    for page in folder.glob("*.html"):
        if page.name not in names and _is_ours(page):
            page.unlink(missing_ok=True)
