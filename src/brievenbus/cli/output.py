"""Where results and notes go: standard output, standard error, or a file."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING

from brievenbus.cli.mistakes import WrongUse
from brievenbus.reports.wording import visible

if TYPE_CHECKING:
    from rich.console import Console


def note(text: str) -> None:
    """Tell the user something on standard error, safe to show."""
    if sys.stderr is not None:
        print(visible(text), file=sys.stderr, flush=True)


def console(file: IO[str] | None = None) -> Console:
    """Return a console for results: colour only on a terminal, and not with ``NO_COLOR``."""
    from rich.console import Console

    # Rich takes FORCE_COLOR for a terminal; what is piped or saved must stay free of colour codes.
    target = file or sys.stdout
    forced = None if target.isatty() else False
    return Console(file=target, force_terminal=forced, highlight=False, markup=False, emoji=False)


def write_text(text: str, target: Path | None) -> None:
    """Write a result: to `target`, or to standard output.

    What is not shown on a terminal is UTF-8 with plain line ends, whatever the system is set to.
    """
    data = text.encode(errors="replace")
    if target is not None:
        _replace_file(target, data)
        return
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None or sys.stdout.isatty():
        sys.stdout.write(text)
    else:
        sys.stdout.flush()
        buffer.write(data)
    sys.stdout.flush()


def _replace_file(target: Path, data: bytes) -> None:
    """Write beside `target` and then take its place, so that it is never half written.

    Raises `WrongUse` where that cannot be; `target` then is what it was.
    """
    real = target.resolve()
    temporary = real.with_name(f".{real.name}.{os.getpid()}.tmp")
    try:
        if real.exists() and not real.is_file():
            real.write_bytes(data)
            return
        temporary.write_bytes(data)
        if real.exists():
            shutil.copymode(real, temporary)
        temporary.replace(real)
    except OSError as error:
        raise cannot_write(target) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def cannot_write(target: Path) -> WrongUse:
    """Return the mistake to raise where a result cannot be written."""
    return WrongUse(
        f"'{target}' is niet te schrijven. Kijk of de map bestaat en of u er mag schrijven. "
        "Staat het bestand nog open in een ander programma? Sluit het daar dan."
    )
