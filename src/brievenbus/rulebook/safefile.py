"""Read and replace a file that people work on: never half written, never over a change of theirs."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from importlib import resources
from pathlib import Path


class EditError(Exception):
    """A rule file cannot be changed; the message is a Dutch sentence that says what to do."""


def content_of(file: Path) -> bytes:
    """Return what is in a file that may be changed. Raises EditError where it may not."""
    if is_packaged(file):
        raise EditError(
            "Deze regels horen bij Brievenbus zelf, en een nieuwe versie zet ze weer terug. Zet de "
            "regel in een eigen bestand, en geef dat op met --rules."
        )
    try:
        content = file.read_bytes()
        may_write = os.access(file, os.W_OK) and bool(file.stat().st_mode & 0o222)
    except OSError as error:
        raise EditError(
            f"'{file}' is niet te openen. Kijk of de naam klopt en of u het mag lezen."
        ) from error
    if not may_write:
        raise EditError(
            f"In '{file}' mag u niets veranderen. Vraag de eigenaar, of maak een kopie."
        )
    return content


def is_packaged(file: Path) -> bool:
    """Whether a file is part of an installed Brievenbus."""
    package = Path(str(resources.files("brievenbus"))).resolve()
    return file.resolve().is_relative_to(package)


def create(file: Path, content: bytes) -> None:
    """Make a file that is not there yet. Raises EditError where that cannot be."""
    if is_packaged(file):
        raise EditError("Deze map hoort bij Brievenbus zelf. Kies een eigen map.")
    try:
        with file.open("xb") as made:
            made.write(content)
    except FileExistsError as error:
        raise EditError(f"'{file}' is er intussen wel. Probeer het opnieuw.") from error
    except OSError as error:
        raise _cannot_write(file) from error


def replace(file: Path, before: bytes, after: bytes) -> None:
    """Put new content in a file that still holds `before`; its mode stays.

    It is written beside the file first. Raises EditError where the file changed meanwhile, or where
    it cannot be written; the file then is what it was.
    """
    real = file.resolve()
    beside: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(
            dir=real.parent, prefix=f".{real.name}.", delete=False
        ) as made:
            beside = Path(made.name)
            made.write(after)
            made.flush()
            os.fsync(made.fileno())
        shutil.copymode(real, beside)
        if beside.read_bytes() != after:
            raise _cannot_write(file)
        if real.read_bytes() != before:
            raise EditError(f"'{file}' is intussen veranderd. Probeer het opnieuw.")
        beside.replace(real)
    except OSError as error:
        raise _cannot_write(file) from error
    finally:
        if beside is not None:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)


def _cannot_write(file: Path) -> EditError:
    return EditError(
        f"'{file}' is niet te schrijven. Kijk of de map bestaat en of u er mag schrijven. "
        "Staat het bestand nog open in een ander programma? Sluit het daar dan."
    )
