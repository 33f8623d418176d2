"""By what norms each file of an audit is checked: the options, and the settings nearest to it."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

from brievenbus.audit.sources import is_url
from brievenbus.audit.units import Task, rulebook_of
from brievenbus.audit.versions import digest
from brievenbus.documents.limits import DEFAULT
from brievenbus.dutch.pipeline import EMBEDDED
from brievenbus.letter import LetterKind
from brievenbus.rulebook import RulebookError
from brievenbus.rulebook.profiles import DEFAULT as DEFAULT_PROFILE
from brievenbus.rulebook.profiles import load_profile
from brievenbus.settings import FailOn, Settings, find_settings, load_settings


class Norms:
    """Gives the task of each file; what is wrong with settings or rules is told to `complain`."""

    def __init__(
        self,
        options: Settings,
        *,
        secret: bytes,
        salt: bytes | None,
        without_text: bool,
        complain: Callable[[str], None],
    ) -> None:
        """Take what the user chose; it goes before what a settings file says."""
        self._options = options
        self._secret = secret
        self._salt = salt
        self._without_text = without_text
        self._complain = complain
        self._of_folder = cache(self._settings_of)
        self._of_place = cache(self._task_in)
        self._read = cache(self._read_settings)
        self._tasks: dict[str, Task] = {}

    def task(self, place: str) -> Task:
        """Return by what norms the file at a place is checked."""
        return self._of_place(_folder(place))

    def _task_in(self, folder: str | None) -> Task:
        settings = self._of_folder(folder)
        key = repr(settings)
        if key not in self._tasks:
            self._tasks[key] = self._task_of(settings)
        return self._tasks[key]

    def fail_on(self, place: str) -> FailOn:
        """Return from which severity on a finding in that file makes the audit fail."""
        return self._of_folder(_folder(place)).fail_on or FailOn.ERROR

    def _settings_of(self, folder: str | None) -> Settings:
        found = find_settings(Path(folder)) if folder is not None else None
        settings = self._read(found) if found is not None else Settings()
        return self._options.over(settings)

    def _read_settings(self, path: Path) -> Settings:
        settings, errors = load_settings(path)
        for error in errors:
            self._complain(str(error))
        return settings

    def _task_of(self, settings: Settings) -> Task:
        profile = load_profile(settings.profile or DEFAULT_PROFILE, settings.readers)
        rules = self._rules(tuple(str(path) for path in settings.rules))
        task = Task(
            profile=profile,
            department=settings.department,
            kind=settings.kind or LetterKind.LETTER,
            rules=rules,
            model=settings.model or EMBEDDED,
            limits=settings.limits or DEFAULT,
            without_text=self._without_text,
            secret=self._secret,
            salt=self._salt,
        )
        return replace(task, digest=digest(task))

    def _rules(self, paths: tuple[str, ...]) -> tuple[str, ...]:
        try:
            book = rulebook_of(paths)
        except RulebookError as error:
            self._complain(f"{error} Brievenbus gebruikt nu alleen de eigen regels.")
            return ()
        for problem in book.errors:
            self._complain(str(problem))
        return paths


def _folder(place: str) -> str | None:
    """Return the folder of a file on this machine; settings count for all that stands in it."""
    return None if is_url(place) else os.path.dirname(place)  # noqa: PTH120, many thousands of times
