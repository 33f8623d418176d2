"""An audit in a process of its own: from a folder of letters to reports in that folder."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from brievenbus.letter import LetterKind
from brievenbus.settings import FILE_NAME, Settings
from brievenbus.web.api.jobs import Norms
from brievenbus.web.api.unpacking import LETTERS
from brievenbus.web.bench import Bench

OUTPUT = "uitkomst"
"""The folder below the given one in which the reports come."""

_GENTLE = 10
"""So much the process gives way to others: who waits for a check goes first."""


def audit(bench: Bench, folder: str, norms: Norms, without_text: bool) -> dict[str, Any]:
    """Check the letters that were laid in a folder; return what it comes to.

    Raises:
        DocumentError: when the reports cannot be written.
    """
    from brievenbus.audit.run import Options, Progress, run
    from brievenbus.reports.jsonreport import plain

    if hasattr(os, "nice"):
        with suppress(OSError):
            os.nice(_GENTLE)
    asked = _settings(bench, norms)
    # From here on names are short: reports tell the folder, and where ours is concerns nobody.
    os.chdir(folder)
    # Settings of whoever may write in a folder above ours do not count.
    Path(FILE_NAME).touch()

    def tell(progress: Progress) -> None:
        bench.tell(progress.done / max(1, progress.total))

    options = Options(settings=asked, workers=1, without_text=without_text)
    result = run(LETTERS, Path(OUTPUT), options, tell)
    summary: dict[str, Any] = plain(
        {
            **_picked(result.totals, _TOTALS),
            "hardest": [_picked(row, _LETTER) for row in result.hardest],
            "rules": [_picked(row, _RULE) for row in result.rules],
            "unread": [_picked(row, ("path", "message")) for row in result.failures],
        }
    )
    return summary


_TOTALS = ("letters", "words", "lint", "jargon", "errors", "warnings", "notes")
_LETTER = ("path", "lint", "level", "jargon")
_RULE = ("rule", "category", "severity", "count", "letters")


def _picked(row: object, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}


def _settings(bench: Bench, norms: Norms) -> Settings:
    """Return by what the letters are checked: what was asked, then as the server is set up."""
    given = Settings(
        profile=norms["profile"],
        department=norms["department"],
        kind=LetterKind(norms["kind"]) if norms["kind"] else None,
    ).over(bench.norms)
    rules = tuple(path.absolute() for path in given.rules)
    model = given.model
    if model is not None and Path(model).exists():
        model = str(Path(model).absolute())
    return replace(given, rules=rules, model=model)
