"""What all shipped rules cost in a letter, against 300 of them.

Run: ``python benchmarks/rules_cost.py [--runs N]``. The letters are the samples that come with Brievenbus.
Each turn checks every letter with either set in turn, in one warm process, on one core. The 300 are drawn
with a fixed seed.
"""

from __future__ import annotations

import os
import random
import statistics
import time
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

from common import SAMPLES, SEED, arguments, table, versions

from brievenbus import check, load_rulebook
from brievenbus.documents import read
from brievenbus.letter import Letter
from brievenbus.rulebook import Rulebook

FEW = 300


def seconds(letters: list[Letter], rulebook: Rulebook) -> float:
    """Return how long all letters take together."""
    start = time.perf_counter()
    for letter in letters:
        check(letter, rulebook=rulebook)
    return time.perf_counter() - start


def main(runs: int) -> None:
    """Print the time per letter with all rules and with few."""
    print(versions(), end="\n\n")
    everything = load_rulebook()
    drawn = random.Random(SEED).sample(list(everything.rules), FEW)
    books = {"all": everything, "few": replace(everything, rules=tuple(drawn))}
    letters = [read(path) for path in sorted(Path(SAMPLES).glob("*.txt"))]
    taken: dict[str, list[float]] = {name: [] for name in books}
    for turn in range(runs + 1):
        for name, rulebook in books.items():
            spent = seconds(letters, rulebook)
            if turn:
                taken[name].append(spent)
    medians = {name: statistics.median(spent) for name, spent in taken.items()}
    table(
        ("rules", "number", "ms per letter"),
        [
            ("all", len(everything.rules), f"{1000 * medians['all'] / len(letters):.1f}"),
            ("a draw", FEW, f"{1000 * medians['few'] / len(letters):.1f}"),
        ],
    )
    print(
        f"\n{len(letters)} letters, {runs} turns; all against few: "
        f"{medians['all'] / medians['few']:.2f}"
    )


if __name__ == "__main__":
    parser = arguments(__doc__)
    parser.add_argument("--runs", type=int, default=7)
    main(parser.parse_args().runs)
