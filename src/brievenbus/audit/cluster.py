"""The units of an audit on a Dask cluster: the same work, done by workers on other machines.

Dask divides the units, does those of a lost worker again and gives back what came of them; nothing of
that is ours. Needs the extra ``brievenbus[cluster]``. What a worker must have is checked twice: all of
them before the work begins, and each by itself for every task (`units.OtherNormsError`), as a worker may
join later.
"""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from brievenbus import __version__
from brievenbus.audit.units import Item, OtherNormsError, Outcome, Task, stop_early, work
from brievenbus.audit.versions import installed
from brievenbus.audit.workers import CRASHED, WAITING, Unit
from brievenbus.documents.errors import DocumentError

CONNECT_SECONDS = 20
PATIENCE_SECONDS = 60
"""How long a cluster may be without any worker: one that was lost may come back."""

_LOOK_SECONDS = 5


class Cluster:
    """Does the work on the workers of a Dask scheduler."""

    def __init__(self, address: str) -> None:
        """Connect to the scheduler at `address` (``tcp://…``).

        Raises:
            DocumentError: when it does not answer, has no workers, or these have another version.
        """
        try:
            from distributed import Client
        except ImportError as error:
            raise DocumentError(
                "Voor --scheduler is een extra onderdeel nodig. Installeer het met: "
                "pip install 'brievenbus[cluster]'"
            ) from error
        _quieten()
        try:
            connect: Any = Client  # without types
            self._client: Any = connect(address, timeout=CONNECT_SECONDS, set_as_default=False)
        except (OSError, ValueError, TimeoutError) as error:
            raise _gone(address) from error
        self._address = address
        self._check_versions()

    def outcomes(self, units: Iterable[Unit]) -> Iterator[list[Outcome]]:
        """Yield the outcomes of each unit, in order.

        Raises DocumentError when the scheduler is gone; what was given before is done.
        """
        waiting: deque[tuple[Unit, Any]] = deque()
        for unit in units:
            waiting.append((unit, self._submit(*unit)))
            # Workers may come and go.
            while len(waiting) > WAITING * max(1, self._threads()):
                yield self._first(waiting)
        while waiting:
            yield self._first(waiting)

    def close(self) -> None:
        """Let the scheduler go; it and its workers stay as they are."""
        self._client.close(timeout=2)

    def _submit(self, task: Task, items: Sequence[Item]) -> Any:
        try:
            return self._client.submit(work, task, list(items), pure=False)
        except Exception as error:  # a closed client raises what its version likes
            raise _gone(self._address) from error

    def _first(self, waiting: deque[tuple[Unit, Any]]) -> list[Outcome]:
        from distributed import KilledWorker

        (task, items), future = waiting.popleft()
        try:
            return self._result(future)
        except KilledWorker:
            return [self._alone(task, item) for item in items]

    def _alone(self, task: Task, item: Item) -> Outcome:
        """Do one file; it is to blame when workers die on it, as often as Dask allows."""
        from distributed import KilledWorker

        try:
            return self._result(self._submit(task, [item]))[0]
        except KilledWorker:
            return stop_early(item, CRASHED)

    def _result(self, future: Any) -> list[Outcome]:
        """Wait for a unit; raises KilledWorker where workers died on it."""
        from distributed import KilledWorker

        deadline: float | None = None
        while True:
            try:
                outcomes: list[Outcome] = future.result(timeout=_LOOK_SECONDS)
            except KilledWorker:
                raise
            except TimeoutError:
                deadline = self._patience(deadline)
            except OtherNormsError as error:
                raise DocumentError(
                    f"Een werker van {self._address} heeft een andere versie of andere regels dan "
                    f"deze computer. Installeer daar versie {__version__}, en zet eigen regels op "
                    "een plaats die overal dezelfde naam heeft."
                ) from error
            except Exception as error:  # cancelled or closed, by whichever name
                raise _gone(self._address) from error
            else:
                future.release()
                return outcomes

    def _patience(self, deadline: float | None) -> float | None:
        """Return until when to wait where nobody is left to work; not for ever."""
        if self._threads():
            return None
        now = time.monotonic()
        if deadline is not None and now > deadline:
            raise DocumentError(
                f"Op {self._address} zijn geen werkers meer. Wat klaar is, blijft. Start er minstens "
                "een, en ga verder met --resume."
            )
        return deadline or now + PATIENCE_SECONDS

    def _threads(self) -> int:
        try:
            return sum(self._client.nthreads().values())
        except Exception as error:
            raise _gone(self._address) from error

    def _check_versions(self) -> None:
        """Refuse workers that would find other things than this program does."""
        try:
            found: dict[str, tuple[str, ...]] = self._client.run(installed)
        except Exception as error:
            self.close()
            raise DocumentError(
                f"Op de werkers van {self._address} staat Brievenbus niet, of niet goed. Installeer "
                f"daar versie {__version__}."
            ) from error
        if not found:
            self.close()
            raise DocumentError(
                f"Op {self._address} zijn geen werkers. Start er minstens een, en probeer het "
                "opnieuw."
            )
        own = set(installed())
        others = {place: sorted(set(other) - own) for place, other in sorted(found.items())}
        told = [f"{place} ({', '.join(other)})" for place, other in others.items() if other]
        if told:
            self.close()
            raise DocumentError(
                f"Deze werkers hebben een andere versie dan deze computer: {'; '.join(told)}. "
                f"Installeer daar hetzelfde als hier: {', '.join(installed())}."
            )


def _quieten() -> None:
    """Let Dask not tell in English what is told in Dutch when a connection is lost."""
    for name in ("distributed.client", "distributed.batched", "distributed.core", "tornado"):
        logging.getLogger(name).setLevel(logging.CRITICAL)


def _gone(address: str) -> DocumentError:
    return DocumentError(
        f"De scheduler op {address} is er niet of geeft geen antwoord meer. Wat klaar is, blijft. "
        "Start de scheduler, en ga verder met --resume."
    )
