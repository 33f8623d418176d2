"""The worker processes: each job has a deadline, and one that hangs or falls over takes no other along."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
from collections.abc import Callable
from concurrent.futures import CancelledError
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.context import BaseContext
from typing import Any, TypeVar

from pebble import ProcessExpired, ProcessPool

from brievenbus.web.bench import begin, work
from brievenbus.web.config import ServerConfig

Result = TypeVar("Result")

_PRELOAD = ["brievenbus.web.preload"]


class JobError(Exception):
    """A job did not end well, for a reason that does not lie in what it found."""


class TooLateError(JobError):
    """The job took longer than it may."""


class TooBusyError(JobError):
    """So many jobs wait that another would wait too long."""


class TooHeavyError(JobError):
    """The job took more memory than it may."""


class WorkerDiedError(JobError):
    """The worker ended in the middle of the job."""


class Pool:
    """Worker processes that do jobs, first come first served.

    A worker whose job takes longer than `ServerConfig.seconds` is ended, and another takes its place.
    """

    def __init__(self, config: ServerConfig) -> None:
        """Start the workers; they load their tools while the server begins to listen."""
        self._config = config
        self._context = _context()
        self._board = self._context.Array("b", self._most, lock=False)
        self._free = list(range(self._most))
        self._tickets: dict[str, int] = {}
        self._pool = self._start()

    @property
    def _most(self) -> int:
        return self._config.waiting + self._config.workers

    @property
    def busy(self) -> int:
        """How many jobs wait or are being done."""
        return self._most - len(self._free)

    def progress(self, ticket: str) -> float | None:
        """Return how far (0 to 1) the job with this ticket is; None where there is no such job."""
        slot = self._tickets.get(ticket)
        return None if slot is None else self._board[slot] / 100

    async def run(
        self, job: Callable[..., Result], *arguments: Any, ticket: str | None = None
    ) -> Result:
        """Do a job in a worker, which calls it with its `Bench` and these arguments.

        With a `ticket` its `progress` can be asked meanwhile.

        Raises:
            JobError: when it did not end well. What the job itself raises comes through.
        """
        if not self._free:
            raise TooBusyError
        slot = self._free.pop()
        self._board[slot] = 0
        if ticket is not None:
            self._tickets[ticket] = slot
        # Whoever goes away does not end the worker: starting another costs more than the job.
        done = asyncio.ensure_future(self._done(job, slot, arguments))
        done.add_done_callback(lambda ended: self._release(ended, slot, ticket))
        return await asyncio.shield(done)

    def _release(self, ended: asyncio.Future[Any], slot: int, ticket: str | None) -> None:
        if not ended.cancelled():
            ended.exception()  # asked for, or asyncio would tell of it when nobody waits any more
        self._free.append(slot)
        if ticket is not None and self._tickets.get(ticket) == slot:
            del self._tickets[ticket]

    async def _done(
        self, job: Callable[..., Result], slot: int, arguments: tuple[Any, ...]
    ) -> Result:
        try:
            future = self._schedule(job, slot, arguments)
            result: Result = await asyncio.wrap_future(future)
            return result
        except TimeoutError as error:
            raise TooLateError from error
        except MemoryError as error:
            raise TooHeavyError from error
        except (ProcessExpired, BrokenProcessPool) as error:
            raise WorkerDiedError from error
        except (CancelledError, asyncio.CancelledError) as error:
            raise WorkerDiedError from error

    def _schedule(self, job: Callable[..., Any], slot: int, arguments: tuple[Any, ...]) -> Any:
        """Give the job to the pool; a pool that broke, because a worker fell while idle, is made anew."""
        for _ in range(2):
            if self._pool.active:
                try:
                    return self._pool.schedule(
                        work, args=(job, slot, arguments), timeout=self._config.seconds
                    )
                except RuntimeError:
                    pass
            self._pool.stop()  # type: ignore[no-untyped-call]
            self._pool = self._start()
        raise WorkerDiedError

    def _start(self) -> ProcessPool:
        config = self._config
        return ProcessPool(
            max_workers=config.workers,
            initializer=begin,
            initargs=(config.norms, config.worker_megabytes, self._board),
            context=self._context,
        )

    def stop(self) -> None:
        """End the workers at once, and wait until they are gone."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()


def _context() -> Any:
    """Return how workers are started: where it can be, from a process that has loaded the pipeline.

    Such a worker starts in a tenth of a second, and shares that memory with the others.
    """
    if os.name != "posix":
        return multiprocessing.get_context("spawn")
    context: BaseContext = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_PRELOAD)
    return context
