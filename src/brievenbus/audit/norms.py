"""By what norms each file of an audit is checked: the options, and the settings nearest to it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict, fields, replace
from functools import cache
from importlib.resources import files
from pathlib import Path

from brievenbus import __version__
from brievenbus.audit.sources import is_url
from brievenbus.audit.units import Task, rulebook_of
from brievenbus.documents.limits import DEFAULT
from brievenbus.letter import LetterKind
from brievenbus.rulebook import RulebookError
from brievenbus.rulebook.profiles import DEFAULT as DEFAULT_PROFILE
from brievenbus.rulebook.profiles import load_profile
from brievenbus.settings import FailOn, Settings, find_settings, load_settings

MODEL = "brievenbus-nl"

_ROOMS = ("checks", "documents", "dutch", "letter", "readability", "audit")
"""Rooms whose code decides what comes of a letter."""


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
        self._read = cache(self._read_settings)
        self._tasks: dict[str, Task] = {}

    def task(self, place: str) -> Task:
        """Return by what norms the file at a place is checked."""
        settings = self._of_folder(_folder(place))
        key = repr(settings)
        if key not in self._tasks:
            self._tasks[key] = self._task_of(settings)
        return self._tasks[key]

    def fail_on(self, place: str) -> FailOn:
        """Return from which severity on a finding in that file makes the audit fail."""
        return self._of_folder(_folder(place)).fail_on or FailOn.ERROR

    def _settings_of(self, folder: Path | None) -> Settings:
        found = find_settings(folder) if folder is not None else None
        settings = self._read(found) if found is not None else Settings()
        given = {
            each.name: getattr(self._options, each.name)
            for each in fields(Settings)
            if getattr(self._options, each.name)
        }
        return replace(settings, **given)

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
            model=settings.model or MODEL,
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


def _folder(place: str) -> Path | None:
    return None if is_url(place) else Path(place).parent


def digest(task: Task) -> str:
    """Return what stands for all that decides the result of a letter: versions, rules, readers."""
    from brievenbus.dutch.lexicon import Lexicon
    from brievenbus.dutch.pipeline import load_pipeline

    parts = {
        "version": __version__,
        "code": code_digest(),
        "pipeline": load_pipeline(task.model).identity,
        "lexicon": Lexicon.load().version,
        "rules": rulebook_of(task.rules).digest,
        "profile": asdict(task.profile),
        "department": task.department,
        "kind": task.kind.value,
        "limits": asdict(task.limits),
    }
    text = json.dumps(parts, sort_keys=True, default=sorted)
    return hashlib.sha256(text.encode()).hexdigest()


@cache
def code_digest() -> str:
    """Return a digest of our code, so that a newer program works its results out anew."""
    found = hashlib.sha256()
    for room in _ROOMS:
        root = files("brievenbus").joinpath(room)
        for path in sorted(Path(str(root)).rglob("*.py")):
            found.update(path.read_bytes())
    found.update(Path(str(files("brievenbus").joinpath("review.py"))).read_bytes())
    return found.hexdigest()
