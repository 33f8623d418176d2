"""A sheet of the workbook, written row by row, and a workbook of which the same rows give the same bytes."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from brievenbus.audit.reports.cells import MOST_LINKS, cell_text
from brievenbus.audit.reports.texts import tell

MOST_ROWS = 1_048_576
WHOLE = "#,##0"
DECIMAL = "0.0"
PERCENT = "0%"

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_UNIX = 3


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the name of its heading in the texts, its width in characters, and how it is written."""

    name: str
    width: int
    format: str | None = None
    wrap: bool = False


@dataclass(frozen=True, slots=True)
class Linked:
    """A text that leads to a file, if there is an address for it."""

    text: str
    address: str | None


class Sheet:
    """Takes rows one by one and keeps none; the last row that fits says how many did not."""

    def __init__(self, book: Any, name: str, columns: Sequence[Column]) -> None:
        """Make a sheet with its heading."""
        self._sheet = book.create_sheet(tell(f"blad.{name}"))
        self._columns = columns
        self._sheet.freeze_panes = "A2"
        for number, column in enumerate(columns, start=1):
            self._sheet.column_dimensions[_letters(number)].width = column.width
        self._written = 0
        self._waiting: list[Any] | None = None
        self._dropped = 0
        self._links = 0
        self._head()

    def _head(self) -> None:
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Alignment, Font, PatternFill

        cells = []
        for column in self._columns:
            cell = WriteOnlyCell(self._sheet, tell(f"kolom.{column.name}"))
            cell.font = Font(bold=True)
            cell.fill = PatternFill("solid", fgColor="DDE6EE")
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cells.append(cell)
        self._append(cells)

    def add(self, *values: object) -> None:
        """Write a row, if there is room."""
        if self._written < MOST_ROWS - 1:
            self._append(self._cells(values))
        elif self._waiting is None and not self._dropped:
            self._waiting = self._cells(values)
        else:
            # The row that waited makes room for the one that says how many are left out.
            self._dropped += 1 if self._waiting is None else 2
            self._waiting = None

    def finish(self) -> None:
        """Write what waited, and set the filter over all rows."""
        if self._waiting is not None:
            self._append(self._waiting)
        elif self._dropped:
            self._append([tell("blad.afgekapt", aantal=self._dropped)])
        last = f"{_letters(len(self._columns))}{self._written}"
        self._sheet.auto_filter.ref = f"A1:{last}"
        self._sheet.close()

    def _append(self, cells: list[Any]) -> None:
        self._sheet.append(cells)
        self._written += 1

    def _cells(self, values: Sequence[object]) -> list[Any]:
        return [
            self._cell(value, column) for value, column in zip(values, self._columns, strict=True)
        ]

    def _cell(self, value: object, column: Column) -> Any:
        if isinstance(value, Linked):
            return self._linked(value)
        content = cell_text(value) if isinstance(value, str) else value
        if content is None or not (column.format or column.wrap):
            return content
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Alignment

        cell = WriteOnlyCell(self._sheet, content)
        if column.format:
            cell.number_format = column.format
        if column.wrap:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        return cell

    def _linked(self, value: Linked) -> Any:
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Font

        content = cell_text(value.text)
        if value.address is None or self._links >= MOST_LINKS:
            return content
        self._links += 1
        cell = WriteOnlyCell(self._sheet, content)
        cell.hyperlink = value.address
        cell.value = content
        cell.font = Font(color="00458A", underline="single")
        return cell


def _letters(number: int) -> str:
    from openpyxl.utils import get_column_letter

    letters: str = get_column_letter(number)
    return letters


def save(book: Any, path: Path, moment: dt.datetime) -> None:
    """Write the workbook, as if everything in it were made at one moment."""
    from openpyxl.writer.excel import ExcelWriter

    when = moment.astimezone(dt.UTC).replace(tzinfo=None, microsecond=0)
    book.properties.creator = "Brievenbus"
    book.properties.created = when
    book.properties.modified = when
    with _FixedZip(path, when) as archive:
        ExcelWriter(book, archive).write_data()


class _FixedZip(ZipFile):
    """A zip in which every part has the same date, whatever the clock and the system say."""

    def __init__(self, path: Path, when: dt.datetime) -> None:
        super().__init__(path, "w", ZIP_DEFLATED, allowZip64=True)
        self._date = max(_FIRST_DAY, when.timetuple()[:6])

    def _info(self, name: str) -> ZipInfo:
        info = ZipInfo(name, self._date)
        info.compress_type = ZIP_DEFLATED
        info.create_system = _UNIX
        info.external_attr = 0o600 << 16
        return info

    def writestr(
        self,
        zinfo_or_arcname: str | ZipInfo,
        data: Any,
        compress_type: int | None = None,
        compresslevel: int | None = None,
    ) -> None:
        """Write a part from memory."""
        super().writestr(self._info(str(zinfo_or_arcname)), data, compress_type, compresslevel)

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        """Write a part from a file, piece by piece."""
        info = self._info(str(arcname))
        info.file_size = Path(filename).stat().st_size
        with Path(filename).open("rb") as source, self.open(info, "w") as target:
            shutil.copyfileobj(source, target, 1 << 20)
