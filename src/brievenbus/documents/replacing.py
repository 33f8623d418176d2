"""Writing a file next to its place and moving it there, so that it is there whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from brievenbus.documents.errors import DocumentError


def check_target(source: Path, target: Path, *, overwrite: bool) -> None:
    """Refuse to write over the source, or over another file without being told to.

    Raises:
        DocumentError: when `target` may not be written.
    """
    same = target.resolve() == source.resolve()
    if same or (target.exists() and source.exists() and target.samefile(source)):
        raise DocumentError(
            "De nagekeken brief mag niet over de brief zelf heen komen. Kies een andere naam."
        )
    if target.is_dir():
        raise DocumentError(
            "Op de plaats van de nagekeken brief staat een map. Kies een andere naam."
        )
    if target.exists() and not overwrite:
        raise DocumentError(
            f"Het bestand {target.name} bestaat al. Geef het een andere naam, haal het weg of kies "
            "zelf de naam voor de nagekeken brief."
        )


def write(target: Path, data: bytes) -> None:
    """Write `data` to `target`.

    Raises:
        DocumentError: when the folder is not there, is full or may not be written in.
    """
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        temporary.write_bytes(data)
        temporary.replace(target)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise DocumentError(
            f"Het bestand {target.name} kan niet worden opgeslagen. Sluit het als het nog open is. "
            "Kijk ook of de map bestaat, en of u er mag opslaan."
        ) from error
