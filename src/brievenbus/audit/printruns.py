"""How often each letter is sent: a table that the user has, read from a CSV file."""

from __future__ import annotations

import csv
from pathlib import Path

from brievenbus.documents.errors import DocumentError


class PrintRuns:
    """The number of copies of each letter; 1 for a letter that the table does not name."""

    def __init__(self, runs: dict[str, int] | None = None) -> None:
        """Take the numbers by name: a path below the folder, or the name of a file."""
        self._runs = runs or {}

    def of(self, path: str) -> int:
        """Return how often the letter with that path is sent."""
        found = self._runs.get(path.casefold())
        if found is None:
            found = self._runs.get(path.rpartition("/")[2].casefold(), 1)
        return found

    @property
    def key(self) -> str:
        """What stands for the whole table."""
        return repr(sorted(self._runs.items()))


def read_print_runs(path: Path) -> PrintRuns:
    """Read a table with a letter and a number per line, with or without a line of headings.

    Raises:
        DocumentError: when it cannot be read, or a line is not right; the message names it.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        text = path.read_text(encoding="cp1252", errors="replace")
    except OSError as error:
        raise DocumentError(
            f"{path}: dit bestand is niet te lezen. Kijk of de naam klopt."
        ) from error
    separator = ";" if text.partition("\n")[0].count(";") else ","
    runs: dict[str, int] = {}
    for number, row in enumerate(csv.reader(text.splitlines(), delimiter=separator), start=1):
        cells = [cell.strip() for cell in row]
        if not any(cells):
            continue
        count = cells[1].replace(".", "") if len(cells) > 1 else ""
        if count.isdecimal():
            runs[cells[0].replace("\\", "/").casefold()] = int(count)
        elif number > 1:
            raise DocumentError(
                f"{path}, regel {number}: zet hier de naam van de brief en een getal, met "
                f"'{separator}' ertussen."
            )
    return PrintRuns(runs)
