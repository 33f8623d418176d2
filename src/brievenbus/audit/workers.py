"""Who does the units of an audit: this process, or a pool of processes on this machine.

All give outcomes in the order of the units, whatever order the work is done in, and never hold more
than a few units at a time.
"""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Protocol

from brievenbus.audit.units import Item, Outcome, Task, stop_early, work

Unit = tuple[Task, Sequence[Item]]

WAITING = 3
"""Units that wait per worker, so that none is idle while results are written down."""

CRASHED = (
    "Bij dit bestand stopte het nakijken plotseling. Kijk het apart na, of open het in Word en sla het "
    "opnieuw op."
)


class Workers(Protocol):
    """Does units and gives their outcomes, in order."""

    def outcomes(self, units: Iterable[Unit]) -> Iterator[list[Outcome]]:
        """Yield the outcomes of each unit."""
        ...

    def close(self) -> None:
        """Let the workers go."""
        ...


class Alone:
    """Does the work in this process, one unit after another."""

    def outcomes(self, units: Iterable[Unit]) -> Iterator[list[Outcome]]:
        """Yield the outcomes of each unit."""
        for task, items in units:
            yield work(task, items)

    def close(self) -> None:
        """There is nobody to let go."""


class Pool:
    """Does the work in processes of this machine."""

    def __init__(self, count: int) -> None:
        """Begin `count` workers, when there is work."""
        self._count = count
        self._executor = _pool(count)

    def outcomes(self, units: Iterable[Unit]) -> Iterator[list[Outcome]]:
        """Yield the outcomes of each unit; a file on which a worker dies does not stop the rest."""
        waiting: deque[tuple[Unit, Future[list[Outcome]]]] = deque()
        for unit in units:
            waiting.append((unit, self._executor.submit(work, *unit)))
            if len(waiting) > WAITING * self._count:
                yield self._first(waiting)
        while waiting:
            yield self._first(waiting)

    def close(self) -> None:
        """Stop the workers; what they were doing is not waited for."""
        self._executor.shutdown(wait=False, cancel_futures=True)

    def _first(self, waiting: deque[tuple[Unit, Future[list[Outcome]]]]) -> list[Outcome]:
        unit, future = waiting.popleft()
        try:
            return future.result()
        except BrokenProcessPool:
            outcomes = self._one_by_one(unit)
            # Units that were waiting died with the pool.
            again = [(other, self._executor.submit(work, *other)) for other, _ in waiting]
            waiting.clear()
            waiting.extend(again)
            return outcomes

    def _one_by_one(self, unit: Unit) -> list[Outcome]:
        """Do the files of a unit apart, to find the one on which a worker dies."""
        task, items = unit
        outcomes: list[Outcome] = []
        self._executor = _pool(self._count)
        for item in items:
            try:
                outcomes += self._executor.submit(work, task, [item]).result()
            except BrokenProcessPool:
                self._executor = _pool(self._count)
                outcomes.append(stop_early(item, CRASHED))
        return outcomes


def _pool(count: int) -> ProcessPoolExecutor:
    # A fresh process: threads of the parent (progress, a library) do not live on in it.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(count, mp_context=context, initializer=_begin)


def _begin() -> None:
    """Make a worker as frugal as the program itself; the user's Ctrl+C is the parent's affair."""
    import gc
    import signal

    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    gc.set_threshold(100_000, 20, 50)
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def cores() -> int:
    """Return how many workers this machine has room for."""
    counted: Callable[[], int | None] = getattr(os, "process_cpu_count", os.cpu_count)
    return counted() or 1


def local(count: int) -> Workers:
    """Return workers on this machine; one is this process itself."""
    return Alone() if count == 1 else Pool(count)
