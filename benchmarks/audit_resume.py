"""Whether an audit that is killed again and again ends with the same result.

Run: ``python benchmarks/audit_resume.py [--shared FOLDER] [--kills N]``. Letters are audited once
without a stop. Then, with the same secret key, 20 audits are each killed (``kill -9``) at a moment
drawn from the time of the first, gone on with by ``resume``, and compared byte for byte. Prints how many
were really killed, and at which share of the work.
"""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from audit_letters import MEASURED, environment, load, make_letters, measured, paragraphs, workplace
from common import SEED, arguments, goal

LETTERS = 300
REPORTS = ("brieven.jsonl", "index.html", "brieven.xlsx", "brieven.parquet", "opmerkingen.parquet")


def kill_after(seconds: float, folder: Path, output: Path, workers: int) -> bool:
    """Begin an audit and kill it; return whether it was still at work."""
    asked = json.dumps([str(folder), str(output), {"workers": workers, "resume": True}, True])
    process = subprocess.Popen(
        [sys.executable, "-c", MEASURED, asked],
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    time.sleep(seconds)
    killed = process.poll() is None
    process.kill()
    process.wait()
    return killed


def reached(output: Path) -> int:
    """Return how many letters were written down."""
    path = output / ".brievenbus" / "audit.sqlite"
    if not path.exists():
        return 0
    database = sqlite3.connect(path)
    try:
        row = database.execute("SELECT value FROM about WHERE name='done'").fetchone()
    except sqlite3.OperationalError:
        return 0
    finally:
        database.close()
    return int(row[0]) if row else 0


def main(shared: Path, kills: int) -> None:
    """Make the letters, kill, compare, report."""
    draw = random.Random(SEED)
    texts = paragraphs(shared / "corpus" / "text")
    killed, same, places = 0, 0, []
    with workplace() as place:
        make_letters(place / "brieven", LETTERS, texts[:40], texts[40:340])
        whole = place / "uit-heel"
        start = time.perf_counter()
        measured(place / "brieven", whole, reports=True, workers=2)
        longest = time.perf_counter() - start
        for number in range(kills):
            output = place / f"uit-{number:03}"
            (output / ".brievenbus").mkdir(parents=True, mode=0o700)
            shutil.copy(whole / ".brievenbus" / "sleutel", output / ".brievenbus")
            pause = draw.uniform(0.15, 0.95) * longest
            killed += kill_after(pause, place / "brieven", output, draw.choice([1, 2]))
            places.append(reached(output))
            measured(place / "brieven", output, reports=True, workers=1, resume=True)
            same += all(
                (output / name).read_bytes() == (whole / name).read_bytes() for name in REPORTS
            )
    print(f"{kills} audits of {LETTERS} letters, {killed} killed at work")
    print(f"letters written down at the kill: {', '.join(map(str, sorted(places)))}")
    print(load())
    goal(f"all end with the same bytes: {same} of {kills}", met=same == kills)


if __name__ == "__main__":
    parser = arguments(__doc__, shared=True)
    parser.add_argument("--kills", type=int, default=20)
    chosen = parser.parse_args()
    main(chosen.shared, chosen.kills)
