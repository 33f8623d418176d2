"""The unit of work of an audit: a few letters, read and checked by one worker.

A worker gets plain values and gives plain values, so that it can be a thread, a process or a machine
elsewhere. It keeps pipeline, rules and the blocks it has read as long as it lives.
"""

from __future__ import annotations

import hashlib
import hmac
import logging
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from brievenbus.audit.record import Core, core_of, record_of
from brievenbus.audit.sources import read_source
from brievenbus.documents.errors import DocumentError
from brievenbus.documents.limits import Deadline, Limits
from brievenbus.extensions import ExtensionError, extension_checks
from brievenbus.letter import Letter, LetterKind
from brievenbus.review import Reviewer, mark_foreign
from brievenbus.rulebook import Rulebook, load_rulebook
from brievenbus.rulebook.profiles import Profile

_LOG = logging.getLogger(__name__)

KEEP_BLOCKS = 2_000
"""Blocks that a worker keeps: some 25 MB, as most are packed (3 kB for one of 40 words)."""


@dataclass(frozen=True)
class Task:
    """By what norms letters are checked, and what of them may be told.

    `digest` stands for all of it with the versions of pipeline and rules. `secret` keys the hashes by
    which results and passages are known; `salt` those of findings in a baseline, where there is one.
    """

    profile: Profile
    department: str | None
    kind: LetterKind
    rules: tuple[str, ...]
    model: str
    limits: Limits
    without_text: bool
    secret: bytes
    salt: bytes | None = None
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One file: its number in the run, its name in the report, where it is, and what is known of it.

    `known` are the key and the result of an earlier run, if the file seems not to have changed.
    """

    number: int
    path: str
    place: str
    known: tuple[bytes, Core] | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one file: its record and its result with the key to keep it under, or why not.

    `fresh` says that the result was worked out now.
    """

    number: int
    path: str
    record: Mapping[str, Any] | None = None
    key: bytes = b""
    core: Core | None = None
    fresh: bool = False
    message: str = ""


class OtherNormsError(Exception):
    """This worker would find other things: its program, pipeline or rules are others."""


def work(task: Task, items: Sequence[Item]) -> list[Outcome]:
    """Read and check the files of one unit; a file that fails does not stop the others.

    Raises:
        OtherNormsError: when what is installed here is not what the task was made with.
    """
    with _DESKS:
        desk = _desk(task)
    opened = [desk.open(item) for item in items]
    with desk.lock:
        desk.prepare([each for each in opened if isinstance(each, _Opened)])
        return [each if isinstance(each, Outcome) else desk.finish(each) for each in opened]


_DESKS = Lock()
"""A worker may have threads; the desk of a task is made once."""


def stop_early(item: Item, message: str) -> Outcome:
    """Return the outcome of a file that could not be done."""
    return Outcome(item.number, item.path, message=message)


@dataclass(frozen=True, slots=True)
class _Opened:
    item: Item
    letter: Letter
    key: bytes
    core: Core | None


@lru_cache(maxsize=4)
def _desk(task: Task) -> _Desk:
    return _Desk(task)


@lru_cache(maxsize=4)
def rulebook_of(paths: tuple[str, ...]) -> Rulebook:
    """Return the shipped rules with those in `paths`; loaded once in a process."""
    return load_rulebook(*map(Path, paths))


class _Desk:
    """Where one worker does letters of one task; one thread at a time checks here."""

    def __init__(self, task: Task) -> None:
        _refuse_other_norms(task)
        self.lock = Lock()
        self._task = task
        self._reviewer: Reviewer | None = None

    @property
    def reviewer(self) -> Reviewer:
        """The reviewer of this task, made when the first letter has to be read."""
        if self._reviewer is None:
            task = self._task
            rules = rulebook_of(task.rules)
            self._reviewer = Reviewer(
                task.profile,
                task.department,
                rules,
                task.model,
                extension_checks(_log),
                keep=KEEP_BLOCKS,
            )
        return self._reviewer

    def open(self, item: Item) -> _Opened | Outcome:
        """Read a file; what is known of it counts only where its content is the same."""
        from brievenbus.documents import read_bytes

        task = self._task
        try:
            data = read_source(item.place, task.limits)
            key = hmac.digest(task.secret, data + task.digest.encode(), hashlib.sha256)
            letter = read_bytes(data, item.path, kind=task.kind, limits=task.limits)
        except DocumentError as error:
            return stop_early(item, str(error))
        except Exception as error:  # one file must not stop an audit
            return stop_early(item, _fault(error))
        core = item.known[1] if item.known is not None and item.known[0] == key else None
        return _Opened(item, letter, key, core)

    def prepare(self, opened: Sequence[_Opened]) -> None:
        """Read the new blocks of all letters at once, which is faster.

        Where that goes wrong or takes too long, the letters are read one by one, and the one that is to
        blame is told.
        """
        letters = [mark_foreign(each.letter) for each in opened if each.core is None]
        if len(letters) > 1 and sum(len(letter.text) for letter in letters) < _AT_ONCE:
            with suppress(Exception):
                self.reviewer.prepare(letters, Deadline(self._task.limits))

    def finish(self, opened: _Opened) -> Outcome:
        """Check a letter that was read, unless its result is known."""
        item, letter, core = opened.item, opened.letter, opened.core
        fresh = core is None
        try:
            if core is None:
                deadline = Deadline(self._task.limits)
                report = self.reviewer.report(letter, self._task.kind, deadline)
                core = core_of(report)
            record = record_of(letter, core, self._task, item.path)
        except DocumentError as error:
            return stop_early(item, str(error))
        except Exception as error:  # one file must not stop an audit
            return stop_early(item, _fault(error))
        return Outcome(item.number, item.path, record, opened.key, core, fresh)


_AT_ONCE = 400_000
"""Characters of letters that are read together; longer ones are read one by one, by the clock."""


def _refuse_other_norms(task: Task) -> None:
    from brievenbus.audit.versions import digest
    from brievenbus.dutch.pipeline import LanguageModelError
    from brievenbus.rulebook import RulebookError

    try:
        own = digest(task)
    except (LanguageModelError, RulebookError) as error:
        raise OtherNormsError(str(error)) from error
    if task.digest and own != task.digest:
        raise OtherNormsError("Het programma, het taalmodel of de regels zijn daar anders.")


def _log(error: ExtensionError) -> None:
    _LOG.warning(str(error))


def _fault(error: Exception) -> str:
    return (
        f"Er ging iets mis binnen Brievenbus ({type(error).__name__}). Dat ligt niet aan u. Meld dit "
        "aan de beheerder."
    )
