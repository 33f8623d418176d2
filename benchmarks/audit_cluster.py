"""What a Dask cluster on this machine makes of an audit, beside the local pool of processes.

Run: ``python benchmarks/audit_cluster.py [--shared FOLDER] [--letters N]``. A scheduler and two workers
of one thread are started as processes. Letters are audited by the local pool, by the cluster, and by
the cluster while a worker is killed half-way; bytes are compared and times printed.
"""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from audit_letters import environment, load, make_letters, measured, paragraphs, workplace
from audit_resume import REPORTS
from common import arguments, goal, table


@contextmanager
def cluster(place: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """Start a scheduler and two workers; give the address, and the workers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    quiet = {"env": environment(), "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    begin = [sys.executable, "-m"]
    scheduler = ["distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", str(port)]
    worker = ["distributed.cli.dask_worker", address, "--no-nanny", "--nthreads", "1"]
    commands = [[*scheduler, "--no-dashboard"], *[[*worker, "--local-directory", str(place)]] * 2]
    started = [subprocess.Popen([*begin, *command], **quiet) for command in commands]  # type: ignore[call-overload]
    try:
        from distributed import Client

        time.sleep(3)
        with Client(address, timeout=60, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=90)
        yield address, started[1:]
    finally:
        for process in started:
            process.kill()
            process.wait()


def kill_half_way(worker: subprocess.Popen[bytes], output: Path, count: int) -> None:
    """Kill a worker when half of the letters are written down."""
    records = output / "brieven.jsonl.deel"
    while reached_size(records) < count // 2:
        time.sleep(0.2)
    worker.kill()


def reached_size(records: Path) -> int:
    """Return how many records there are."""
    return records.read_bytes().count(b"\n") if records.exists() else 0


def main(shared: Path, count: int) -> None:
    """Make the letters, measure, compare, report."""
    texts = paragraphs(shared / "corpus" / "text")
    rows: list[tuple[object, ...]] = []
    same: dict[str, bool] = {}
    with workplace() as place, cluster(place) as (address, workers):
        make_letters(place / "brieven", count, texts[:40], texts[40:340])
        pool = place / "uit-hier"
        for name in ("hier", "cluster", "kwijt"):
            output = place / f"uit-{name}"
            (output / ".brievenbus").mkdir(parents=True, mode=0o700)
            if name != "hier":
                shutil.copy(pool / ".brievenbus" / "sleutel", output / ".brievenbus")
            options = {"workers": 2} if name == "hier" else {"scheduler": address}
            if name == "kwijt":
                Thread(target=kill_half_way, args=(workers[0], output, count), daemon=True).start()
            found = measured(place / "brieven", output, reports=True, **options)
            rows.append((name, found["seconds"] - found["reports"], found["memory"]))
            same[name] = all(
                (output / one).read_bytes() == (pool / one).read_bytes() for one in REPORTS
            )
        lost = workers[0].poll() is not None
    table(("run", "seconds without reports", "MB parent"), rows)
    print(f"{count} letters; {load()}")
    goal("the cluster gives the bytes of the local pool", met=same["cluster"])
    goal("so it does with a worker killed half-way", met=same["kwijt"] and lost)


if __name__ == "__main__":
    parser = arguments(__doc__, shared=True)
    parser.add_argument("--letters", type=int, default=600)
    chosen = parser.parse_args()
    main(chosen.shared, chosen.letters)
