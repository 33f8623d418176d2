"""`brievenbus anonymise`: a copy of a letter without personal data, or a list of what would be replaced."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from brievenbus.cli.mistakes import WrongUse
from brievenbus.cli.output import cannot_write, console, note
from brievenbus.cli.running import NOT_READ, NOTHING_FOUND
from brievenbus.cli.texts import say, texts

if TYPE_CHECKING:
    from brievenbus.letter import Letter
    from brievenbus.privacy import Anonymous, Personal

HELP = """
Maak een kopie van een brief zonder persoonsgegevens.

Namen, adressen en nummers worden vervangen. Brievenbus kan iets missen. Kijk de kopie dus altijd zelf na.
"""
STDIN = Path("-")

File = Annotated[
    Path,
    typer.Argument(
        metavar="BESTAND", help="De brief: een Word-bestand (.docx) of een tekst (.txt)."
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        metavar="PAD",
        help="Het bestand waarin de kopie komt. Zonder deze optie staat de kopie naast de brief.",
    ),
]
Listed = Annotated[
    bool,
    typer.Option("--list", help="Laat eerst zien wat er vervangen wordt. Er komt dan geen kopie."),
]


def anonymise(file: File, *, output: Output = None, listed: Listed = False) -> None:
    """Write the copy or show the list; exit with 0, or with 3 where the letter cannot be read."""
    if file == STDIN or output == STDIN:
        raise WrongUse(say("anoniem", "naam_nodig"))
    if listed and output is not None:
        raise WrongUse(say("anoniem", "lijst_zonder_kopie"))
    from brievenbus.cli.session import Session
    from brievenbus.documents import DocumentError
    from brievenbus.documents.limits import DEFAULT
    from brievenbus.settings import Settings

    limits = Session(Settings()).settings(file).limits or DEFAULT
    try:
        if listed:
            from brievenbus.documents import read

            _show(read(file, limits=limits))
        else:
            from brievenbus.documents.opening import load
            from brievenbus.privacy import anonymise_bytes

            target = _target(file, output)
            made = anonymise_bytes(load(file, limits), file.name, limits=limits)
            _write(target, made)
    except DocumentError as error:
        note(f"{file}: {error}")
        raise typer.Exit(NOT_READ) from error
    raise typer.Exit(NOTHING_FOUND)


def _target(file: Path, output: Path | None) -> Path:
    """Return where the copy comes; never over the letter, and over another file only where it was named."""
    from brievenbus.privacy import MARK

    name = f"{file.stem}{MARK}{file.suffix}"
    in_folder = output is not None and output.is_dir()
    target = file.with_name(name) if output is None else output / name if in_folder else output
    if target.exists() and file.exists() and target.samefile(file):
        raise WrongUse(say("anoniem", "over_de_brief"))
    if target.exists() and (output is None or in_folder):
        raise WrongUse(say("anoniem", "bestaat_al", pad=target))
    return target


def _write(target: Path, made: Anonymous) -> None:
    from brievenbus.documents import DocumentError
    from brievenbus.documents.replacing import write

    try:
        write(target, made.data)
    except (OSError, DocumentError) as error:
        raise cannot_write(target) from error
    note(say("anoniem", "gemaakt", pad=target))
    note(_counted(made.found))
    for sentence in made.notes:
        note(sentence)
    note(say("anoniem", "kijk_na"))


def _counted(found: tuple[Personal, ...]) -> str:
    """Say how many places of each kind were replaced."""
    if not found:
        return say("anoniem", "niets")
    kinds = texts("anoniem")["soorten"]
    parts = []
    for kind in dict.fromkeys(type(found[0].kind)):
        number = sum(each.kind is kind for each in found)
        if number:
            one, more = kinds[kind.value]
            parts.append(f"{number} {one if number == 1 else more}")
    return say("anoniem", "vervangen", wat=", ".join(parts))


def _show(letter: Letter) -> None:
    """Show what would be replaced, on standard output."""
    from rich.table import Table

    from brievenbus.privacy import find

    found = find(letter)
    if not found:
        note(say("anoniem", "niets"))
    heads = texts("anoniem")["koppen"]
    table = Table(*heads, box=None, pad_edge=False)
    kinds = texts("anoniem")["soorten"]
    for each in found:
        sure = "" if each.sure else say("anoniem", "onzeker")
        table.add_row(
            kinds[each.kind.value][0],
            " ".join(letter.text[each.start : each.end].split()),
            each.stand_in,
            f"{each.why} {sure}".strip(),
        )
    if found:
        console().print(table)
    note(say("anoniem", "kijk_na_lijst"))
