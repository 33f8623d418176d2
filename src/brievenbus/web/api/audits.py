"""The audits that were asked: each in a private folder and a process of its own, until it is taken away."""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
import os
import secrets
import shutil
import tempfile
from collections.abc import Awaitable, Callable
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from pebble import ProcessExpired, ProcessFuture, ProcessPool
from starlette import status

from brievenbus.web.api.auditing import audit
from brievenbus.web.api.jobs import Norms
from brievenbus.web.api.texts import say
from brievenbus.web.bench import begin, work
from brievenbus.web.config import ServerConfig
from brievenbus.web.refusals import RefusalError

_LOG = logging.getLogger("brievenbus.web")

AT_WORK, MOST_BEGUN, MOST_KEPT = 2, 4, 10
"""Audits that are worked on at once, that are not done yet, and that are kept with those that are."""

KEPT = timedelta(hours=1)
"""How long letters and reports of an audit that is done are kept; our own choice."""

LONGEST_SECONDS = 3_600
"""How long one audit may take; each of its letters adds the time that one check may take."""

_RETRY = {"Retry-After": "30"}
_WHOLE = 100
_TRIES, _BETWEEN = 100, 0.1
"""How often a folder is taken away while a process that ends may still write in it, and the seconds."""

LayOut = Callable[[str], Awaitable[tuple[int, int]]]
"""Lays the letters in a folder; gives how many, and how many files were no letters."""


@dataclass
class Kept:
    """One audit, as far as it is; `summary` is there when it is done, `message` when it failed."""

    id: str
    folder: Path
    letters: int
    skipped: int
    slot: int
    future: ProcessFuture[dict[str, Any]]
    created: datetime = field(default_factory=lambda: datetime.now(UTC))
    ended: datetime | None = None
    summary: dict[str, Any] | None = None
    message: str | None = None
    followed: asyncio.Task[None] | None = None

    @property
    def status(self) -> str:
        """Return the status, by its name in the API."""
        if self.ended is not None:
            return "done" if self.summary is not None else "failed"
        return "running" if self.future.running() else "waiting"

    @property
    def expires(self) -> datetime | None:
        """Return when it is taken away."""
        return None if self.ended is None else self.ended + KEPT


class Audits:
    """Begins audits, knows how far they are and takes them away; nobody can ask which there are."""

    def __init__(self, config: ServerConfig) -> None:
        self._config = config
        self._context = _context()
        self._board = self._context.Array("b", MOST_BEGUN, lock=False)
        self._free = list(range(MOST_BEGUN))
        self._kept: dict[str, Kept] = {}
        self._opening = 0
        self._ending: set[asyncio.Future[None]] = set()
        self._pool: ProcessPool | None = None

    async def begin(self, lay_out: LayOut, norms: Norms, *, without_text: bool) -> Kept:
        """Lay the letters in a folder and begin their audit.

        Raises:
            RefusalError: when there are too many. What `lay_out` raises comes through.
        """
        if not self._free or len(self._kept) + self._opening >= MOST_KEPT:
            raise _busy(say("fout.audits"))
        slot = self._free.pop()
        self._opening += 1
        folder = Path(tempfile.mkdtemp(prefix="brievenbus-"))
        try:
            letters, skipped = await lay_out(str(folder))
            self._board[slot] = 0
            seconds = min(LONGEST_SECONDS, self._config.seconds * (letters + 1))
            future = self._schedule(slot, seconds, (str(folder), norms, without_text))
        except BaseException as error:
            self._free.append(slot)
            await _take_away(folder)
            if isinstance(error, OSError) and not isinstance(error, TimeoutError):
                raise _busy(say("fout.schijf")) from error
            raise
        finally:
            self._opening -= 1
        kept = Kept(secrets.token_urlsafe(24), folder, letters, skipped, slot, future)
        self._kept[kept.id] = kept
        kept.followed = asyncio.create_task(self._follow(kept))
        return kept

    def get(self, identity: str) -> Kept:
        """Return an audit.

        Raises:
            RefusalError: when there is none of this id.
        """
        try:
            return self._kept[identity]
        except KeyError:
            raise RefusalError(status.HTTP_404_NOT_FOUND, say("fout.audit")) from None

    def progress(self, kept: Kept) -> float:
        """Return how far an audit is, from 0 to 1."""
        if kept.ended is not None:
            return 1.0 if kept.summary is not None else 0.0
        return self._board[kept.slot] / _WHOLE if kept.future.running() else 0.0

    async def delete(self, identity: str) -> None:
        """Stop an audit where it is not done, and take all of it away; else as `get`."""
        kept = self.get(identity)
        del self._kept[identity]
        kept.future.cancel()  # type: ignore[no-untyped-call]
        if kept.followed is not None:
            await asyncio.wait([kept.followed])
        await _take_away(kept.folder)

    async def close(self) -> None:
        """End all audits, and take all of them away."""
        if self._pool is not None:
            self._pool.stop()  # type: ignore[no-untyped-call]
            await asyncio.to_thread(self._pool.join)
        for identity in list(self._kept):
            await self.delete(identity)

    async def _follow(self, kept: Kept) -> None:
        """Wait until an audit ends, and note how."""
        try:
            kept.summary = await asyncio.wrap_future(kept.future)
        except asyncio.CancelledError:
            kept.message = say("audit.omgevallen")
        except Exception as error:
            kept.message = _told(error)
            _LOG.warning("audit: %s", type(error).__name__)
        self._free.append(kept.slot)
        kept.ended = datetime.now(UTC)
        loop = asyncio.get_running_loop()
        loop.call_later(KEPT.total_seconds(), self._expire, kept.id)

    def _expire(self, identity: str) -> None:
        if identity in self._kept:
            task = asyncio.ensure_future(self.delete(identity))
            self._ending.add(task)
            task.add_done_callback(self._ending.discard)

    def _schedule(
        self, slot: int, seconds: int, arguments: tuple[Any, ...]
    ) -> ProcessFuture[dict[str, Any]]:
        """Give an audit to the processes; where these broke, new ones begin."""
        for _ in range(2):
            if self._pool is not None and self._pool.active:
                try:
                    return self._pool.schedule(work, args=(audit, slot, arguments), timeout=seconds)
                except RuntimeError:
                    pass
            if self._pool is not None:
                self._pool.stop()  # type: ignore[no-untyped-call]
            self._pool = self._start()
        raise BrokenProcessPool

    def _start(self) -> ProcessPool:
        config = self._config
        return ProcessPool(
            max_workers=AT_WORK,
            # A process does one audit: it goes into the folder of that one.
            max_tasks=1,
            initializer=begin,
            initargs=(config.norms, config.worker_megabytes, self._board),
            context=self._context,
        )


def _busy(message: str) -> RefusalError:
    return RefusalError(status.HTTP_503_SERVICE_UNAVAILABLE, message, headers=_RETRY)


def _told(error: Exception) -> str:
    match error:
        case TimeoutError():
            return say("audit.te_lang")
        case MemoryError():
            return say("audit.te_zwaar")
        case ProcessExpired() | BrokenProcessPool():
            return say("audit.omgevallen")
    return say("audit.binnenin")


async def _take_away(folder: Path) -> None:
    """Remove a folder, also while a process that is being ended still writes in it."""
    for _ in range(_TRIES):
        await asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True)
        if not folder.exists():
            return
        await asyncio.sleep(_BETWEEN)
    _LOG.error("audit: a folder could not be removed")


def _context() -> Any:
    """Return how processes are started: as those of `brievenbus.web.pool`, which says why."""
    return multiprocessing.get_context("forkserver" if os.name == "posix" else "spawn")
