"""How often the checklist agrees with labelled letters, per item.

Run: ``python benchmarks/checklist.py [FOLDER]``. The folder holds ``NN.txt`` with ``NN.yaml``,
whose ``checklist`` says per item true, false or null. An outcome agrees when it is exactly that.
"""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

import yaml
from common import LETTERS, arguments, share, table, versions

from brievenbus.checks.letter import ITEMS, checklist
from brievenbus.documents import read
from brievenbus.dutch.pipeline import load_pipeline
from brievenbus.report import ChecklistItem


def found(path: Path) -> tuple[dict[str, ChecklistItem], float]:
    """Return the checklist of a letter by item, and the milliseconds that it took."""
    letter = read(path)
    blocks = [(block.text, block.placeholders) for block in letter.blocks]
    analyses = load_pipeline().analyse_all(blocks)
    checklist(letter, analyses)  # makes the patterns, once for all letters
    start = time.perf_counter()
    items = checklist(letter, analyses)
    return {item.item: item for item in items}, 1000 * (time.perf_counter() - start)


def main(folder: Path) -> None:
    """Print each difference, the agreement per item and in all, and the time for a letter."""
    print(versions(), end="\n\n")
    right: Counter[str] = Counter()
    times: list[float] = []
    paths = sorted(folder.glob("*.yaml"))
    for path in paths:
        wanted = yaml.safe_load(path.read_text(encoding="utf-8"))["checklist"]
        items, milliseconds = found(path.with_suffix(".txt"))
        times.append(milliseconds)
        for name in ITEMS:
            if items[name].met is wanted[name]:
                right[name] += 1
            else:
                print(f"{path.stem} {name}: wanted {wanted[name]}, got {items[name].met}: ", end="")
                print(items[name].message)
    rows = [(name, right[name], len(paths)) for name in ITEMS]
    rows.append(("all", right.total(), len(ITEMS) * len(paths)))
    print()
    table(
        ("item", "agrees", "of", "share"),
        [(*row, f"{share(row[1], row[2]):.1%}") for row in rows],
    )
    print(f"slowest letter: {max(times, default=0.0):.1f} ms")


if __name__ == "__main__":
    parser = arguments(__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=LETTERS)
    main(parser.parse_args().folder)
