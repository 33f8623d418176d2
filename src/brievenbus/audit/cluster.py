"""The units of an audit on a Dask cluster: the same work, done by workers on other machines.

Dask divides the units, does those of a lost worker again and gives back what came of them; nothing of
that is ours. Needs the extra ``brievenbus[cluster]``.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

from brievenbus import __version__
from brievenbus.audit.units import Outcome, Task, stop_early, work
from brievenbus.audit.workers import CRASHED, WAITING, Unit
from brievenbus.documents.errors import DocumentError

CONNECT_SECONDS = 20
RETRIES = 2
"""How often a unit is done again where its worker was lost; Dask itself also has a limit of three."""


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
        try:
            self._client: Any = Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
        except (OSError, ValueError, TimeoutError) as error:
            raise _gone(address) from error
        self._address = address
        self._check_versions()

    def outcomes(self, units: Iterable[Unit]) -> Iterator[list[Outcome]]:
        """Yield the outcomes of each unit, in order.

        Raises DocumentError when the scheduler is gone; what was given before is done.
        """
        waiting: deque[tuple[Unit, Any]] = deque()
        room = WAITING * max(1, self._threads())
        for unit in units:
            waiting.append((unit, self._submit(*unit)))
            if len(waiting) > room:
                yield self._first(waiting)
        while waiting:
            yield self._first(waiting)

    def close(self) -> None:
        """Let the scheduler go; it and its workers stay as they are."""
        self._client.close(timeout=2)

    def _submit(self, task: Task, items: Any) -> Any:
        try:
            return self._client.submit(work, task, list(items), pure=False, retries=RETRIES)
        except Exception as error:  # a closed client raises what its version likes
            raise _gone(self._address) from error

    def _first(self, waiting: deque[tuple[Unit, Any]]) -> list[Outcome]:
        from distributed import KilledWorker

        unit, future = waiting.popleft()
        try:
            outcomes: list[Outcome] = future.result()
        except KilledWorker:
            return self._one_by_one(unit)
        except Exception as error:
            raise _gone(self._address) from error
        future.release()
        return outcomes

    def _one_by_one(self, unit: Unit) -> list[Outcome]:
        """Do the files of a unit apart, to find the one on which workers die."""
        from distributed import KilledWorker

        task, items = unit
        outcomes: list[Outcome] = []
        for item in items:
            try:
                outcomes += self._submit(task, [item]).result()
            except KilledWorker:
                outcomes.append(stop_early(item, CRASHED))
            except Exception as error:
                raise _gone(self._address) from error
        return outcomes

    def _threads(self) -> int:
        try:
            return sum(self._client.nthreads().values())
        except Exception as error:
            raise _gone(self._address) from error

    def _check_versions(self) -> None:
        """Refuse workers that would find other things than this program does."""
        try:
            found = self._client.run(version)
        except Exception as error:
            self.close()
            raise DocumentError(
                f"Op de werkers van {self._address} staat Brievenbus niet, of niet goed. Installeer "
                f"daar versie {__version__}."
            ) from error
        if not found:
            self.close()
            raise DocumentError(
                f"Op {self._address} zijn geen werkers. Start er minstens een, en probeer het opnieuw."
            )
        own = version()
        others = sorted(place for place, other in found.items() if other != own)
        if others:
            self.close()
            raise DocumentError(
                f"Deze werkers hebben een andere versie dan {__version__}: {', '.join(others)}. "
                "Installeer daar dezelfde versie."
            )


def version() -> tuple[str, str]:
    """Return what decides the results in this process: the program with its code, and the pipeline."""
    from brievenbus.audit.norms import MODEL, code_digest
    from brievenbus.dutch.pipeline import load_pipeline

    return f"{__version__} {code_digest()}", load_pipeline(MODEL).identity


def _gone(address: str) -> DocumentError:
    return DocumentError(
        f"De scheduler op {address} is er niet of geeft geen antwoord meer. Wat klaar is, blijft. "
        "Start de scheduler, en ga verder met --resume."
    )
