"""What ``--baseline`` does: leave out what was found and accepted before, or accept what is there now."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from brievenbus.cli.mistakes import WrongUse
from brievenbus.cli.output import note
from brievenbus.report import Report

if TYPE_CHECKING:
    from brievenbus.baseline import Baseline


class Known:
    """The accepted findings of one run; without a file nothing is known and nothing is kept.

    `making` says that the file is not there yet: all findings of this run are then accepted, and none
    counts in the exit status.
    """

    def __init__(self, file: Path | None, target: Path | None) -> None:
        """Take the file, and where the result goes: these may not be one. Raises WrongUse."""
        self._file = file
        self._left_out = self._accepted = self._letters = 0
        self.making = file is not None and not file.exists()
        if file is None:
            return
        if target is not None and file.resolve() == target.resolve():
            raise WrongUse("Kies bij --baseline een ander bestand dan bij --output.")
        self._baseline = _loaded(None if self.making else file)

    def sift(self, path: Path, report: Report) -> Report:
        """Return the report with only what is new or worse; while making the file, as it is."""
        if self._file is None:
            return report
        from brievenbus.baseline import name_beside

        name = name_beside(self._file, path)
        fingerprints = self._baseline.fingerprints(report)
        severities = [finding.severity for finding in report.findings]
        if self.making:
            self._baseline.accept(name, fingerprints, severities)
            self._accepted += len(severities)
            self._letters += 1
            return report
        new = set(self._baseline.new_or_worse(name, fingerprints, severities))
        told = tuple(each for i, each in enumerate(report.findings) if i in new)
        known = tuple(each for i, each in enumerate(report.findings) if i not in new)
        self._left_out += len(known)
        return replace(report, findings=told, known=known)

    def close(self) -> None:
        """Keep what was accepted, or say how many findings were left out. Raises WrongUse.

        A run in which no letter could be read accepts nothing: the file would make all findings new.
        """
        if self.making and self._letters:
            self._save()
        elif self._left_out:
            note(_left_out(self._left_out))

    def _save(self) -> None:
        from brievenbus.baseline import BaselineError

        assert self._file is not None
        try:
            self._baseline.save(self._file)
        except BaselineError as error:
            raise WrongUse(str(error)) from error
        note(_made(self._file, self._accepted))


def _loaded(file: Path | None) -> Baseline:
    """Return what was accepted before; nothing where there is no file yet."""
    from brievenbus.baseline import Baseline, BaselineError

    if file is None:
        return Baseline.new()
    try:
        return Baseline.load(file)
    except BaselineError as error:
        raise WrongUse(str(error)) from error


def _made(file: Path, accepted: int) -> str:
    told = "Voortaan ziet u alleen wat nieuw is of erger."
    if accepted == 1:
        return f"Gemaakt: {file}. Daarin staat 1 bekende opmerking. {told}"
    return f"Gemaakt: {file}. Daarin staan {accepted} bekende opmerkingen. {told}"


def _left_out(known: int) -> str:
    if known == 1:
        return "U ziet alleen wat nieuw is of erger. 1 bekende opmerking staat er niet bij."
    return f"U ziet alleen wat nieuw is of erger. {known} bekende opmerkingen staan er niet bij."
