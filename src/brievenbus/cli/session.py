"""What a command knows while it runs: the options, the settings of each file, the exit status."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from brievenbus.cli.mistakes import WRONG_USE, WrongUse
from brievenbus.cli.mounting import checks_to_add, tell_broken_extensions
from brievenbus.cli.output import note
from brievenbus.cli.running import FINDINGS, NOT_READ, NOTHING_FOUND, debugging, fault, worst
from brievenbus.documents.limits import DEFAULT, MEGABYTE, Limits
from brievenbus.letter import Letter, LetterKind
from brievenbus.report import Failure, Report
from brievenbus.settings import FailOn, Settings, find_settings, load_settings

if TYPE_CHECKING:
    from brievenbus.rulebook import Rulebook
    from brievenbus.rulebook.profiles import Profile

STDIN = Path("-")
PROFILE = "inwoner"
MODEL = "brievenbus-nl"


class Session:
    """One run of a command.

    `options` are what the user typed; they go before what a settings file says. `status` is the
    exit status so far: what goes wrong is told on standard error and counted here.
    """

    def __init__(self, options: Settings) -> None:
        tell_broken_extensions()
        self._options = options
        self.status = NOTHING_FOUND
        self._settings_in = cache(self._load_settings)
        self.rulebook = cache(self._load_rulebook)

    def settings(self, path: Path) -> Settings:
        """Return what counts for a file: the options, then the settings nearest to it."""
        found = find_settings(Path.cwd() if path == STDIN else path.absolute().parent)
        settings = self._settings_in(found) if found else Settings()
        return self._options.over(settings)

    def check(self, path: Path) -> Report | Failure:
        """Check one file, or standard input; where it cannot be read, say so and go on."""
        from brievenbus.documents.errors import DocumentError
        from brievenbus.dutch.pipeline import LanguageModelError

        try:
            return self._checked(path)
        except (WrongUse, LanguageModelError) as error:
            raise WrongUse(str(error)) from error
        except DocumentError as error:
            message = str(error)
        except OSError:
            message = "Dit bestand is niet te openen. Kijk of de naam klopt en of u het mag lezen."
        except Exception as error:
            if debugging():
                raise
            message = fault(error)
        note(f"{path}: {message}")
        self.fail(NOT_READ)
        return Failure(str(path), message)

    def rulebooks(self, paths: Sequence[Path]) -> tuple[Rulebook, ...]:
        """Return the rules of all files, each rulebook once."""
        rules = dict.fromkeys(self.settings(path).rules for path in paths)
        return tuple(self.rulebook(each) for each in rules)

    def judge(self, path: Path, report: Report) -> None:
        """Count the findings of a report in the exit status."""
        failing = (self.settings(path).fail_on or FailOn.ERROR).severities
        if any(finding.severity in failing for finding in report.findings):
            self.fail(FINDINGS)

    def fail(self, status: int) -> None:
        """Count something that went wrong in the exit status."""
        self.status = worst(self.status, status)

    def _checked(self, path: Path) -> Report:
        from brievenbus.review import check

        settings = self.settings(path)
        limits = settings.limits or DEFAULT
        return check(
            _standard_input(limits) if path == STDIN else path,
            profile=_profile(settings),
            department=settings.department,
            kind=settings.kind or LetterKind.LETTER,
            rulebook=self.rulebook(settings.rules),
            model=settings.model or MODEL,
            extra_checks=checks_to_add(),
            limits=limits,
        )

    def _load_settings(self, path: Path) -> Settings:
        settings, errors = load_settings(path)
        for error in errors:
            note(str(error))
            self.fail(WRONG_USE)
        return settings

    def _load_rulebook(self, paths: tuple[Path, ...]) -> Rulebook:
        """Load the shipped rules and those in `paths`; the valid ones are used."""
        from brievenbus.rulebook import RulebookError, load_rulebook

        try:
            rulebook = load_rulebook(*paths)
        except RulebookError as error:
            note(f"{error} Brievenbus gebruikt nu alleen de eigen regels.")
            self.fail(WRONG_USE)
            return load_rulebook()
        for problem in rulebook.errors:
            note(str(problem))
            self.fail(WRONG_USE)
        return rulebook


def _profile(settings: Settings) -> Profile:
    """Return the profile that counts; an organisation's own thresholds are in it."""
    from brievenbus.rulebook.profiles import ProfileError, load_profile

    try:
        return load_profile(settings.profile or PROFILE, settings.readers)
    except ProfileError as error:
        raise WrongUse(str(error)) from error


def _standard_input(limits: Limits) -> Letter:
    from brievenbus.documents import read_bytes

    if sys.stdin.isatty():
        note("Typ of plak de tekst. Sluit af met Ctrl+D, of op Windows met Ctrl+Z en Enter.")
    data = sys.stdin.buffer.read(limits.megabytes * MEGABYTE + 1)
    return read_bytes(data, limits=limits)
