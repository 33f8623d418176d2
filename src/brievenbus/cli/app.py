"""The program `brievenbus`: its commands, and where it starts."""

from __future__ import annotations

import gc
import os
from typing import Annotated, NoReturn

import typer

from brievenbus import __version__
from brievenbus.cli import anonymise, audit, check, compare, init, rules, serve
from brievenbus.cli.dutch import dutch_command
from brievenbus.cli.mounting import HostGroup

HELP = """
Kijkt hoe goed een brief van de gemeente te begrijpen is.

Alles gebeurt op deze computer. Er gaat niets naar buiten.
"""
EPILOG = "Begin met: brievenbus check brief.docx"

app = typer.Typer(
    cls=HostGroup, help=HELP, epilog=EPILOG, no_args_is_help=True, add_completion=False
)
app.command("check", help=check.HELP)(check.check)
app.command("audit", help=audit.HELP)(audit.audit)
app.command("compare", help=compare.HELP)(compare.compare)
app.command("anonymise", help=anonymise.HELP)(anonymise.anonymise)
app.add_typer(rules.app, name="rules")
app.command("serve", help=serve.HELP)(serve.serve)
app.command("init", help=init.HELP)(init.init)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"brievenbus {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=_show_version,
            is_eager=True,
            help="Laat zien welke versie dit is.",
        ),
    ] = False,
) -> None:
    """Hold the options of the program itself."""


COLLECT_LESS_OFTEN = (100_000, 20, 50)
"""Rules, language model and letter live until the program ends: looking for garbage among them at
Python's own pace took a fourteenth of the time of a check (measured with six runs in turn)."""


def main() -> NoReturn:
    """Run the program and stop with its exit status."""
    gc.set_threshold(*COLLECT_LESS_OFTEN)
    # The matrices of one letter are small: more threads cost processor time and save none.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Arrow's own keeper of memory holds on to what it has had: 40 MB more for the same tables.
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")
    dutch_command(app).main()
    raise AssertionError("a command ends the program")
