"""How an audit grows: with the number of letters, with workers, and when nothing changed.

Run: ``python benchmarks/audit_scale.py [--shared FOLDER] [--most N]``. Letters of two passages and one
paragraph of their own, as many different ones as there are letters (up to 10,000):

- 100, 1,000 and N letters by two workers: processor time of all processes per unique paragraph beyond
  that of the start, the writing of reports apart, and the peak memory of the parent and of the largest
  worker;
- N letters by one worker and by two, apart from the writing of reports;
- the same N letters a second time, nothing changed, beside the first; reports count in both.

A start is that of a run of 20 letters. Prints the load of the machine: with others at work on it, two
workers gain less.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from audit_letters import load, make_letters, measured, own_paragraphs, paragraphs, workplace
from common import arguments, goal, table

MIN_GAIN = 1.7
MAX_SECOND = 0.05
MAX_SPREAD = 0.15
MAX_GROWTH = 0.10
START = 20


def growth(place: Path, counts: list[int], texts: list[str]) -> dict[int, dict[str, Any]]:
    """Audit each number of letters by two workers; return what was measured."""
    found: dict[int, dict[str, Any]] = {}
    own = own_paragraphs(texts[40:], max(counts))
    for count in [START, *counts]:
        make_letters(place / str(count), count, texts[:40], own[:count], each=2)
        output = place / f"uit{count}"
        found[count] = measured(place / str(count), output, reports=True, workers=2)
        tell(f"{count} letters", found[count])
    return found


def tell(name: str, found: dict[str, Any]) -> None:
    """Print what was measured as it comes, to standard error: the whole takes long."""
    figures = ", ".join(f"{key} {value:.1f}" for key, value in found.items())
    print(f"{name}: {figures}; {load()}", file=sys.stderr, flush=True)


def main(shared: Path, most: int) -> None:
    """Make the letters, measure, report."""
    counts = [100, 1000, most] if most > 1000 else [50, 100, most]
    with workplace() as place:
        texts = paragraphs(shared / "corpus" / "text")
        found = growth(place, counts, texts)
        second = measured(place / str(most), place / f"uit{most}", reports=True, workers=2)
        tell("second run", second)
        one = measured(place / str(most), place / "een", workers=1)
        tell("one worker", one)
    report(counts, found, one, second)


def report(
    counts: list[int],
    found: dict[int, dict[str, Any]],
    one: dict[str, Any],
    second: dict[str, Any],
) -> None:
    """Print the tables and whether the goals are met."""
    work = {n: found[n]["seconds"] - found[n]["reports"] for n in found}
    begin = found[START]["processor"]
    pace = {n: 1000 * (found[n]["processor"] - begin) / (n - START) for n in counts}
    rows = [(n, work[n], pace[n], found[n]["memory"], found[n]["worker_memory"]) for n in counts]
    table(
        ("letters", "seconds", "processor ms per paragraph", "MB parent", "MB largest worker"), rows
    )
    most = counts[-1]
    first = found[most]
    gain = (one["seconds"] - one["reports"]) / work[most]
    again = second["seconds"] / first["seconds"]
    table(
        ("run", "seconds", "of which reports"),
        [
            (f"{most} letters, one worker", one["seconds"], one["reports"]),
            (f"{most} letters, two workers", first["seconds"], first["reports"]),
            ("the same, nothing changed", second["seconds"], second["reports"]),
        ],
    )
    print(load())
    goal(f"two workers at least {MIN_GAIN} times one: {gain:.2f}", met=gain >= MIN_GAIN)
    goal(f"second run at most {MAX_SECOND:.0%} of the first: {again:.1%}", met=again <= MAX_SECOND)
    spread = max(pace.values()) / min(pace.values()) - 1
    goal(f"time per paragraph within {MAX_SPREAD:.0%}: {spread:.0%}", met=spread <= MAX_SPREAD)
    for name in ("memory", "worker_memory"):
        sizes = [found[n][name] for n in counts]
        grown = max(sizes) / min(sizes) - 1
        goal(f"{name} within {MAX_GROWTH:.0%}: {grown:.0%}", met=grown <= MAX_GROWTH)


if __name__ == "__main__":
    parser = arguments(__doc__, shared=True)
    parser.add_argument("--most", type=int, default=10_000)
    chosen = parser.parse_args()
    main(chosen.shared, chosen.most)
