"""What a worker process has at hand: rules, readers and the pipeline, loaded once.

A job is a function of a module, called in a worker with the bench first and plain values after it; what
it returns must be plain as well (bytes best of all). It must not keep anything of a letter.
"""

from __future__ import annotations

import logging
import os
import signal
from collections.abc import Callable, MutableSequence
from functools import cached_property, lru_cache
from typing import Any

from brievenbus.documents.limits import DEFAULT, Limits
from brievenbus.extensions import ExtensionError, extension_checks
from brievenbus.letter import LetterKind
from brievenbus.review import Reviewer
from brievenbus.rulebook import Rulebook, load_rulebook
from brievenbus.rulebook.profiles import DEFAULT as PROFILE
from brievenbus.settings import Settings

_LOG = logging.getLogger(__name__)
_WHOLE = 100


class Bench:
    """The tools of one worker. `tell` takes how far the job is, from 0 to 1."""

    def __init__(self, norms: Settings, tell: Callable[[float], None]) -> None:
        self.norms = norms
        self.tell = tell
        self._reviewers = lru_cache(maxsize=8)(self._make_reviewer)

    @property
    def limits(self) -> Limits:
        """What a file may be."""
        return self.norms.limits or DEFAULT

    @property
    def kind(self) -> LetterKind:
        """What a text is checked as, unless the request says otherwise."""
        return self.norms.kind or LetterKind.LETTER

    @cached_property
    def rulebook(self) -> Rulebook:
        """The shipped rules with those of the organisation."""
        return load_rulebook(*self.norms.rules)

    def reviewer(self, profile: str | None = None, department: str | None = None) -> Reviewer:
        """Return the reviewer for these readers, or those of the settings.

        Raises:
            ProfileError: there are no such readers.
        """
        return self._reviewers(
            profile or self.norms.profile or PROFILE, department or self.norms.department
        )

    def _make_reviewer(self, profile: str, department: str | None) -> Reviewer:
        from brievenbus.dutch.pipeline import EMBEDDED
        from brievenbus.rulebook.profiles import load_profile

        return Reviewer(
            load_profile(profile, self.norms.readers),
            department,
            self.rulebook,
            self.norms.model or EMBEDDED,
            extension_checks(_log),
        )


def _log(error: ExtensionError) -> None:
    _LOG.warning(str(error))


_worker: tuple[Bench, MutableSequence[int]] | None = None
"""The bench of this process, and the board on which every job writes how far it is."""


def begin(norms: Settings, megabytes: int, board: MutableSequence[int]) -> None:
    """Make this process a worker: bound its memory, load what every job needs."""
    global _worker
    # Ctrl+C reaches all processes of a terminal; the server itself ends its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _bound(megabytes)
    bench = Bench(norms, lambda _: None)
    _worker = (bench, board)
    bench.reviewer()


def _bound(megabytes: int) -> None:
    """Let a document that unfolds without end fail in this process, before the machine does."""
    if os.name == "posix":
        import resource

        size = megabytes * 1_000_000
        resource.setrlimit(resource.RLIMIT_AS, (size, size))


def work(job: Callable[..., Any], slot: int, arguments: tuple[Any, ...]) -> Any:
    """Do a job in this worker; it writes in place `slot` of the board how far it is."""
    assert _worker is not None
    bench, board = _worker
    board[slot] = 0

    def tell(share: float) -> None:
        board[slot] = round(_WHOLE * share)

    bench.tell = tell
    return job(bench, *arguments)


def ready(bench: Bench) -> str:
    """Return the digest of the rules: a job that shows that the worker works."""
    return bench.rulebook.digest
