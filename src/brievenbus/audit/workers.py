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

from brievenbus.audit.units import Item, OtherNormsError, Outcome, Task, stop_early, work
from brievenbus.documents.errors import DocumentError

Unit = tuple[Task, Sequence[Item]]

WAITING = 3
"""Units that wait per worker, so that none is idle while results are written down."""

TRIES = 2
"""How often a file is done by itself before it is to blame for the end of its worker."""

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
        waiting: deque[tuple[Unit, _Work]] = deque()
        for unit in units:
            waiting.append((unit, self._submit(*unit)))
            if len(waiting) > WAITING * self._count:
                yield self._first(waiting)
        while waiting:
            yield self._first(waiting)

    def close(self) -> None:
        """Stop the workers; what they were doing is not waited for."""
        self._executor.shutdown(wait=False, cancel_futures=True)

    def _submit(self, task: Task, items: Sequence[Item]) -> _Work:
        try:
            return self._executor.submit(work, task, items)
        except BrokenProcessPool as error:  # a worker died since the last look
            broken: _Work = Future()
            broken.set_exception(error)
            return broken

    def _first(self, waiting: deque[tuple[Unit, _Work]]) -> list[Outcome]:
        unit, future = waiting.popleft()
        try:
            return _result(future)
        except BrokenProcessPool:
            self._begin_anew()
            outcomes = self._one_by_one(unit)
            # Units that were waiting died with the pool, save those that were done.
            again = [
                (other, one if _is_done(one) else self._submit(*other)) for other, one in waiting
            ]
            waiting.clear()
            waiting.extend(again)
            return outcomes

    def _one_by_one(self, unit: Unit) -> list[Outcome]:
        """Do the files of a unit apart, to find the one on which workers die."""
        task, items = unit
        return [self._alone(task, item) for item in items]

    def _alone(self, task: Task, item: Item) -> Outcome:
        """Do one file; it is to blame when workers die on it time after time."""
        for _ in range(TRIES):
            try:
                return _result(self._submit(task, [item]))[0]
            except BrokenProcessPool:
                self._begin_anew()
        return stop_early(item, CRASHED)

    def _begin_anew(self) -> None:
        """Begin new workers; where these cannot even begin, no file is to blame."""
        self._executor.shutdown(wait=False, cancel_futures=True)
        self._executor = _pool(self._count)
        try:
            self._executor.submit(os.getpid).result()
        except BrokenProcessPool as error:
            raise DocumentError(
                "Brievenbus kan op deze computer geen hulpprogramma's starten. Probeer het met "
                "--workers 1."
            ) from error


_Work = Future[list[Outcome]]


def _result(future: _Work) -> list[Outcome]:
    try:
        return future.result()
    except OtherNormsError as error:
        raise DocumentError(
            "Brievenbus of de regels zijn tijdens het nakijken veranderd. Doe de opdracht opnieuw."
        ) from error


def _is_done(future: _Work) -> bool:
    return future.done() and not future.cancelled() and future.exception() is None


def _pool(count: int) -> ProcessPoolExecutor:
    # A fresh process: threads of the parent (progress, a library) do not live on in it.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(count, mp_context=context, initializer=_begin)


def _begin() -> None:
    """Make a worker as frugal as the program itself; the user's Ctrl+C is the parent's affair."""
    import gc
    import signal
    from threading import Thread

    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    gc.set_threshold(100_000, 20, 50)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Stop when the parent is gone, also where it was killed: nobody waits for the outcome."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def cores() -> int:
    """Return how many workers this machine has room for."""
    counted: Callable[[], int | None] = getattr(os, "process_cpu_count", os.cpu_count)
    return counted() or 1


def local(count: int) -> Workers:
    """Return workers on this machine; one is this process itself."""
    return Alone() if count == 1 else Pool(count)
