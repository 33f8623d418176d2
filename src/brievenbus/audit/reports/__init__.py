"""The reports of an audit: the overview as a web page, the workbook, and tables for other software."""

from __future__ import annotations

import datetime as dt
import errno
import os
from collections.abc import Callable
from pathlib import Path

from brievenbus.audit.reports.texts import tell
from brievenbus.audit.view import AuditView
from brievenbus.documents.errors import DocumentError

DASHBOARD = "index.html"
WORKBOOK = "brieven.xlsx"
LETTERS = "brieven.parquet"
FINDINGS = "opmerkingen.parquet"

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})

_Write = Callable[[Path], None]


def write_all(view: AuditView, output: Path, moment: dt.datetime) -> list[Path]:
    """Write every report to the folder `output`; return where they are.

    Each is written beside its place and moved there, so that it is there whole or not at all. With the
    same audit and `moment` they are the same bytes.

    Raises:
        DocumentError: when a report cannot be written; the message says what to do.
    """
    from brievenbus.audit.reports.dashboard import to_dashboard
    from brievenbus.audit.reports.material import gather
    from brievenbus.audit.reports.tables import write_findings, write_letters
    from brievenbus.audit.reports.workbook import write_workbook

    material = gather(view)

    def dashboard(path: Path) -> None:
        path.write_text(to_dashboard(material, moment), encoding="utf-8", newline="\n")

    writers: dict[str, _Write] = {
        DASHBOARD: dashboard,
        WORKBOOK: lambda path: write_workbook(material, path, moment, output),
        LETTERS: lambda path: write_letters(material, path),
        FINDINGS: lambda path: write_findings(material, path),
    }
    for name, write in writers.items():
        _put(output / name, write)
    return [output / name for name in writers]


def _put(target: Path, write: _Write) -> None:
    from lxml.etree import SerialisationError  # type: ignore[import-untyped]

    temporary = target.with_name(f".{target.name}.{os.getpid()}.deel")
    try:
        write(temporary)
        temporary.replace(target)
    except SerialisationError as error:  # lxml does not tell why it could not write
        raise DocumentError(tell("fout.vol")) from error
    except OSError as error:
        full = error.errno in _FULL
        key = "fout.vol" if full else "fout.schrijven"
        raise DocumentError(tell(key, bestand=target.name)) from error
    finally:
        temporary.unlink(missing_ok=True)
