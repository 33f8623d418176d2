"""What a server gives to several clients at once, beside processes that call `check()` themselves.

Run: ``python benchmarks/web_load.py [--shared FOLDER] [--seconds N] [--requests N]``. Letters of about
300 words, made of paragraphs of `corpus/text`, each asked in turn:

- two processes that call `check()` and write the JSON, as fast as they can;
- one process that does so: its median is a warm check;
- 8 clients, and then 2, that send a letter to a server with two workers as soon as the former is
  answered, over a connection that stays open: throughput, and the 95th percentile of the time to
  the answer. Once by REST, once by the LanguageTool protocol;
- `--requests` requests of ever new letters: the memory of all processes of the server, at a tenth of
  them and at the end.

Processes and clients share two cores. Run it on a machine that does nothing else.
"""

from __future__ import annotations

import http.client
import json
import multiprocessing
import os
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from audit_letters import paragraphs
from common import arguments, goal, table

# As the program and its workers do: more threads than cores would only get in each other's way.
os.environ["OPENBLAS_NUM_THREADS"] = "1"

WORDS = 300
WORKERS = 2
MIN_SHARE = 0.75
MAX_P95 = {8: 7.0, 2: 2.5}
MAX_GROWTH = 0.10
ADDRESS = re.compile(r"http://([\d.]+):(\d+)/")


def letters(folder: Path) -> list[str]:
    """Return texts of about `WORDS` words."""
    found: list[str] = []
    chosen: list[str] = []
    for paragraph in paragraphs(folder / "corpus" / "text"):
        chosen.append(paragraph)
        if sum(len(part.split()) for part in chosen) >= WORDS:
            found.append("\n\n".join(chosen))
            chosen = []
    return [text for text in found if len(text.split()) <= 1.2 * WORDS]


def call(texts: Sequence[str], seconds: float, begin: object, result: object) -> None:
    """Call `check()` in this process for so long; put the time of each call in `result`."""
    from brievenbus import LetterKind, check
    from brievenbus.reports.jsonreport import to_json

    check(texts[0], kind=LetterKind.TEXT)
    begin.wait()  # type: ignore[attr-defined]
    times: list[float] = []
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        first = time.perf_counter()
        to_json([check(texts[len(times) % len(texts)], kind=LetterKind.TEXT)])
        times.append(time.perf_counter() - first)
    result.put(times)  # type: ignore[attr-defined]


def called(texts: Sequence[str], processes: int, seconds: float) -> list[float]:
    """Return how long each call took, in so many processes at once."""
    context = multiprocessing.get_context("spawn")
    begin, result = context.Barrier(processes), context.Queue()
    parts = [texts[number::processes] for number in range(processes)]
    made = [context.Process(target=call, args=(part, seconds, begin, result)) for part in parts]
    for process in made:
        process.start()
    times = [one for _ in made for one in result.get()]
    for process in made:
        process.join()
    return times


@dataclass
class Asked:
    """What came of the requests of all clients."""

    times: list[float] = field(default_factory=list)
    lost: int = 0
    seconds: float = 0.0

    @property
    def per_second(self) -> float:
        """Answers in a second."""
        return len(self.times) / self.seconds

    @property
    def p95(self) -> float:
        """The time within which 95% was answered."""
        return statistics.quantiles(self.times, n=20)[-1]


Body = Callable[[str], tuple[str, bytes, str]]


def rest(text: str) -> tuple[str, bytes, str]:
    """Return path, body and content type of a check by REST."""
    body = json.dumps({"text": text, "kind": "text"}).encode()
    return "/api/v1/checks", body, "application/json"


def languagetool(text: str) -> tuple[str, bytes, str]:
    """Return path, body and content type of a check by the LanguageTool protocol."""
    body = urlencode({"text": text, "language": "nl"}).encode()
    return "/v2/check", body, "application/x-www-form-urlencoded"


def ask(
    place: tuple[str, int],
    texts: Sequence[str],
    clients: int,
    body: Body,
    goes_on: Callable[[int], bool],
) -> Asked:
    """Let clients send letters, each the next as soon as it has its answer, while `goes_on` says so."""
    asked, lock, sent = Asked(), threading.Lock(), iter(range(10**9))

    def client() -> None:
        connection = http.client.HTTPConnection(*place, timeout=120)
        while goes_on(number := next(sent)):
            path, data, kind = body(texts[number % len(texts)])
            first = time.perf_counter()
            connection.request("POST", path, data, {"Content-Type": kind})
            answer = connection.getresponse()
            answer.read()
            with lock:
                asked.times.append(time.perf_counter() - first)
                asked.lost += answer.status != 200
        connection.close()

    begin = time.perf_counter()
    threads = [threading.Thread(target=client) for _ in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    asked.seconds = time.perf_counter() - begin
    return asked


@contextmanager
def server() -> Iterator[tuple[tuple[str, int], int]]:
    """Run a server with two workers; yield where it is, and the number of its process."""
    options = ["--port", "0", "--workers", str(WORKERS)]
    with tempfile.TemporaryDirectory() as folder, Path(folder, "log").open("wb") as log:
        command = [sys.executable, "-m", "brievenbus", "serve", *options]
        process = subprocess.Popen(command, stderr=log, cwd=folder)
        try:
            found = None
            while found is None and process.poll() is None:
                time.sleep(0.2)
                found = ADDRESS.search(Path(folder, "log").read_text("utf-8"))
            assert found, "the server did not begin"
            yield (found[1], int(found[2])), process.pid
        finally:
            process.terminate()
            process.wait()


def memory(pid: int) -> dict[str, float]:
    """Return the memory of the server in MB: of itself, and of all processes, shared pages counted once."""
    import psutil

    family = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
    own = family[0].memory_info().rss
    whole = sum(one.memory_full_info().pss for one in family)
    return {"server": own / 1e6, "together": whole / 1e6}


def until(seconds: float) -> Callable[[int], bool]:
    """Return what says to go on for so long."""
    end = time.perf_counter() + seconds
    return lambda _: time.perf_counter() < end


def below(count: int) -> Callable[[int], bool]:
    """Return what says to go on for so many requests."""
    return lambda number: number < count


def main(shared: Path, seconds: float, requests: int) -> None:
    """Measure and report."""
    texts = letters(shared)
    alone = statistics.median(called(texts, 1, seconds))
    both = len(called(texts, WORKERS, seconds)) / seconds
    rows: list[tuple[object, ...]] = [
        ("two processes that call check()", both, 1.0, None, None, None)
    ]
    found: dict[tuple[str, int], Asked] = {}
    with server() as (place, _):
        for name, body in (("REST", rest), ("LanguageTool", languagetool)):
            ask(place, texts, 8, body, until(5))
            for clients in (8, 2):
                got = ask(place, texts, clients, body, until(seconds))
                found[name, clients] = got
                rows.append(
                    (
                        f"{name}, {clients} clients",
                        got.per_second,
                        got.per_second / both,
                        1000 * got.p95,
                        got.p95 / alone,
                        got.lost,
                    )
                )
    header = (
        "what",
        "letters a second",
        "of two processes",
        "p95 (ms)",
        "p95 / warm check",
        "lost",
    )
    table(header, rows)
    print(f"a warm check with its JSON, one process: {1000 * alone:.1f} ms, {len(texts)} letters")
    for (name, clients), got in found.items():
        if clients == 8:
            part = got.per_second / both
            goal(
                f"{name}: 8 clients get at least {MIN_SHARE:.0%}: {part:.0%}", met=part >= MIN_SHARE
            )
        times = got.p95 / alone
        goal(
            f"{name}: p95 with {clients} clients under {MAX_P95[clients]} warm checks: {times:.2f}",
            met=times < MAX_P95[clients],
        )
    goal("none lost", met=not any(got.lost for got in found.values()))
    if requests:
        level(texts, requests)


def level(texts: Sequence[str], requests: int) -> None:
    """Send so many new letters and report whether memory stays level."""
    seen: list[tuple[object, ...]] = []
    with server() as (place, pid):
        done = 0
        for upto in (requests // 10, requests // 2, requests):
            first, fresh = done, [renamed(texts[i % len(texts)], i) for i in range(done, upto)]
            asked = ask(place, fresh, 4, rest, below(upto - first))
            assert not asked.lost
            done = upto
            seen.append((upto, *memory(pid).values()))
    table(("requests", "MB the process that answers", "MB all processes"), seen)
    for column, name in ((1, "the process that answers"), (2, "all processes together")):
        growth = float(str(seen[-1][column])) / float(str(seen[0][column])) - 1
        goal(f"memory of {name} within {MAX_GROWTH:.0%}: {growth:+.1%}", met=growth <= MAX_GROWTH)


def renamed(text: str, number: int) -> str:
    """Return a letter with words that no other has."""
    return f"Geachte heer Van Dijk{number:05}sma,\n\n{text}\n\nUw kenmerk is ZK{number}."


if __name__ == "__main__":
    parser = arguments(__doc__, shared=True)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--requests", type=int, default=5000)
    given = parser.parse_args()
    main(given.shared, given.seconds, given.requests)
