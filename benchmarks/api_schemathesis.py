"""Whether the server answers as its OpenAPI description says, whatever it is asked.

Run: ``python benchmarks/api_schemathesis.py [--cases N]``. A server of its own is asked N things (2,000
unless said) that schemathesis makes of the description: half as it should be, half not. Half of those
about one rule or one audit name a real one, and half of the files are letters or broken ones. An
operation that nothing can be asked but itself is asked less, the others more. After each answer the
checks of schemathesis are done, save that a file of random bytes may be refused, and that in a form a
number may be taken for text, as it cannot be told apart. So: no 5xx, no status, kind of content or header
that is not described, JSON after its schema, and no nonsense taken for good.
"""

from __future__ import annotations

import io
import re
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any

import requests
import schemathesis
from common import SAMPLES, SEED, arguments, goal, table
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import Unsatisfiable
from hypothesis.strategies import SearchStrategy, just, one_of, sampled_from
from schemathesis.core.failures import FailureGroup
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

READY = re.compile(r"http://\S+?(?=/\.)")
REAL_RULE = "lange-zin"
FORM = "multipart/form-data"
MOST_ROUNDS = 10
MODES = (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)


@contextmanager
def server() -> Iterator[str]:
    """Run a server; give where its API is."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        command = ["-m", "brievenbus", "serve", "--port", "0", "--workers", "2"]
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen([sys.executable, *command], cwd=folder, stderr=log)
        try:
            yield f"{address(process, folder / 'log')}/api/v1"
        finally:
            process.send_signal(signal.SIGINT)
            process.wait()


def address(process: subprocess.Popen[bytes], log: Path) -> str:
    """Wait until the server says where it is."""
    for _ in range(600):
        found = READY.search(log.read_text())
        if found:
            return found[0]
        if process.poll() is not None:
            break
        time.sleep(0.1)
    raise SystemExit(f"The server did not begin:\n{log.read_text()}")


def with_letters(_context: Any, body: Any) -> SearchStrategy[Any]:
    """Put in half of the forms with a file a real one, or a broken one: random bytes are no letter."""
    if not isinstance(body, dict) or not {"file", "files"} & body.keys():
        return just(body)
    name = "files" if "files" in body else "file"
    files = sampled_from([[each] if name == "files" else each for each in material()])
    return one_of(just(body), files.map(lambda file: {**body, name: file}))


@cache
def material() -> list[bytes]:
    """Return a Word file, a text, a zip of letters, and a broken one of each zip."""
    letter = SAMPLES / "parkeervergunning-origineel.docx"
    word, text = letter.read_bytes(), letter.with_suffix(".txt").read_bytes()
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("wijk/brief.txt", text)
        archive.writestr("brief.docx", word)
    packed = made.getvalue()
    return [word, text, packed, word[:-40], packed[:400] + packed[500:]]


class Asking:
    """Asks the server of one description, and counts what comes of it."""

    def __init__(self, api: str) -> None:
        self._api = api
        self.schema = schemathesis.openapi.from_url(f"{api}/openapi.json")
        self.schema.hook("flatmap_body")(with_letters)
        self.operations = [each.ok() for each in self.schema.get_all_operations()]
        self.statuses: Counter[tuple[str, int]] = Counter()
        self.failures: dict[str, str] = {}
        self._audit: str | None = None

    def all(self, cases: int) -> None:
        """Ask so many things, and somewhat more."""
        for rounds in range(MOST_ROUNDS):
            left = cases - self.statuses.total()
            # What has no body has few ways to be asked, which the first round has done.
            chosen = [each for each in self.operations if not rounds or each.body]
            share = -(-left // (len(chosen) * len(MODES)))
            for operation in chosen:
                for mode in MODES:
                    if self.statuses.total() < cases:
                        self._some(operation, mode, share, SEED + rounds)

    def _some(self, operation: Any, mode: GenerationMode, cases: int, start: int) -> None:
        if "{id}" in operation.path:
            self._ask(operation, mode, -(-cases // 2), start, {"id": self._real(operation.path)})
            cases //= 2
        self._ask(operation, mode, cases, start, None)

    def _ask(
        self, operation: Any, mode: GenerationMode, cases: int, start: int, places: Any
    ) -> None:
        """Ask so many things of one operation, or as many as there are."""
        if not cases:
            return

        @seed(start)
        @settings(
            max_examples=cases,
            database=None,
            deadline=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy(generation_mode=mode, path_parameters=places))
        def ask(case: Any) -> None:
            self._check(case)

        # There may be nothing in a request that can be wrong.
        with suppress(Unsatisfiable):
            ask()

    def _check(self, case: Any) -> None:
        response = case.call(base_url=self._api, timeout=120)
        self.statuses[case.operation.label, response.status_code] += 1
        if response.status_code == requests.codes.accepted:
            requests.delete(f"{self._api}/audits/{response.json()['id']}", timeout=60)
        left_out = [positive_data_acceptance]
        if case.media_type == FORM:
            left_out.append(negative_data_rejection)
        try:
            case.validate_response(
                response,
                excluded_checks=left_out,
                transport_kwargs={"base_url": self._api, "timeout": 120},
            )
        except FailureGroup as error:
            self.failures.setdefault(case.operation.label, str(error))

    def _real(self, path: str) -> str:
        """Return an id that there is: of a rule, or of an audit that is done."""
        if path.startswith("/rules"):
            return REAL_RULE
        place = f"{self._api}/audits/{self._audit}"
        if self._audit is None or not requests.get(place, timeout=60).ok:
            self._audit = self._begin()
        return self._audit

    def _begin(self) -> str:
        letter = SAMPLES / "parkeervergunning-origineel.txt"
        files = {"files": (letter.name, letter.read_bytes())}
        begun = requests.post(f"{self._api}/audits", files=files, timeout=60).json()
        for _ in range(600):
            place = f"{self._api}/audits/{begun['id']}"
            if requests.get(place, timeout=60).json()["summary"]:
                break
            time.sleep(0.05)
        return str(begun["id"])


def main(cases: int) -> None:
    """Ask, count, report."""
    with server() as api:
        asking = Asking(api)
        asking.all(cases)
    rows = []
    for operation in asking.operations:
        found = {s: n for (label, s), n in asking.statuses.items() if label == operation.label}
        shown = ", ".join(f"{status}: {n}" for status, n in sorted(found.items()))
        rows.append([operation.label, sum(found.values()), shown])
    table(["operation", "cases", "answers"], rows)
    for name, message in asking.failures.items():
        print(f"{name}\n{message}\n")
    asked = asking.statuses.total()
    faults = sum(n for (_, status), n in asking.statuses.items() if status >= 500)
    goal(f"{asked} cases asked, {cases} wanted", met=asked >= cases)
    goal(f"{faults} answers with 5xx", met=faults == 0)
    goal(f"{len(asking.failures)} answers that are not as described", met=not asking.failures)


if __name__ == "__main__":
    parser = arguments(__doc__)
    parser.add_argument("--cases", type=int, default=2_000)
    main(parser.parse_args().cases)
