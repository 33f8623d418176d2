"""How often the checklist agrees with labelled letters: per set of letters, and per item.

Run: ``python benchmarks/checklist.py [SET …] [--shared FOLDER]``. A set is one of those in `SETS` (all
unless named), or a folder that holds ``NN.txt`` with ``NN.yaml``. Labels say per item true, false or
null. An outcome agrees when it is exactly that. The letters of `decisions` stand in the folder
``shared``; where it is absent that set is left out.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from common import LETTERS, MATERIAL, SAMPLES, arguments, goal, share, table, versions

from brievenbus.checks.letter import ITEMS, checklist
from brievenbus.documents import read
from brievenbus.dutch.pipeline import load_pipeline
from brievenbus.report import ChecklistItem

GOAL = 0.9
"""The share of letters in which each item must be right."""

Labels = Mapping[str, bool | None]
Labelled = Iterator[tuple[Path, Labels]]


def folder_of_letters(folder: Path) -> Labelled:
    """Yield each letter of a folder with the labels that stand beside it."""
    for path in sorted(folder.glob("*.yaml")):
        labels = _load(path)
        yield path.with_suffix(".txt"), labels.get("checklist", labels)


def own_letters(_: Path) -> Labelled:
    """Yield the 16 letters; the labels of the newer items stand in a file of their own."""
    extra = _load(MATERIAL / "letters-extra.yaml")
    for path, labels in folder_of_letters(LETTERS):
        yield path, {**labels, **extra[path.stem]}


def samples(_: Path) -> Labelled:
    """Yield the letters that come with Brievenbus."""
    for name, labels in _load(MATERIAL / "voorbeelden.yaml").items():
        yield SAMPLES / name, labels


def decisions(shared: Path) -> Labelled:
    """Yield the decision letters; none where the folder with material is absent."""
    folder = shared / "corpus" / "letters" / "decisions"
    if not folder.is_dir():
        print("- decisions: left out, the folder shared is not on this machine\n")
        return
    for name, labels in _load(MATERIAL / "besluiten.yaml").items():
        yield folder / name, labels


SETS: dict[str, Callable[[Path], Labelled]] = {
    "letters": own_letters,
    "samples": samples,
    "brieven-20": lambda _: folder_of_letters(MATERIAL / "brieven-20"),
    "brieven-20b": lambda _: folder_of_letters(MATERIAL / "brieven-20b"),
    "decisions": decisions,
}


def _load(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def found(path: Path) -> tuple[dict[str, ChecklistItem], float]:
    """Return the checklist of a letter by item, and the milliseconds that it took."""
    letter = read(path)
    blocks = [(block.text, block.placeholders) for block in letter.blocks]
    analyses = load_pipeline().analyse_all(blocks)
    checklist(letter, analyses)  # makes the patterns, once for all letters
    start = time.perf_counter()
    items = checklist(letter, analyses)
    return {item.item: item for item in items}, 1000 * (time.perf_counter() - start)


def measure(name: str, letters: Labelled) -> tuple[Counter[str], Counter[str], float]:
    """Print each difference; return per item how many agree and how many have a label.

    The third figure is the time of the slowest letter, in milliseconds.
    """
    right: Counter[str] = Counter()
    labelled: Counter[str] = Counter()
    slowest = 0.0
    for path, wanted in letters:
        items, milliseconds = found(path)
        slowest = max(slowest, milliseconds)
        for item in ITEMS:
            if item not in wanted:
                continue
            labelled[item] += 1
            if items[item].met is wanted[item]:
                right[item] += 1
            else:
                outcome = f"wanted {wanted[item]}, got {items[item].met}"
                print(f"- {name} {path.stem} {item}: {outcome}: {items[item].message}")
    return right, labelled, slowest


def main(names: list[str], shared: Path) -> None:
    """Print the differences, the agreement per set and item, and the time for a letter."""
    print(versions(), end="\n\n")
    slowest = 0.0
    columns: dict[str, tuple[Counter[str], Counter[str]]] = {}
    for name in names:
        letters = SETS[name](shared) if name in SETS else folder_of_letters(Path(name))
        name = name if name in SETS else Path(name).name
        right, labelled, milliseconds = measure(name, letters)
        slowest = max(slowest, milliseconds)
        if labelled:
            columns[name] = right, labelled
    print()
    table(
        ("item", *columns),
        [(item, *(_agreement(r[item], n[item]) for r, n in columns.values())) for item in ITEMS]
        + [("all", *(_agreement(r.total(), n.total()) for r, n in columns.values()))],
    )
    for name, (right, labelled) in columns.items():
        low = [item for item in ITEMS if right[item] < GOAL * labelled[item]]
        goal(f"{name}: each item right in {GOAL:.0%} of the letters", met=not low)
    print(f"slowest letter: {slowest:.1f} ms")


def _agreement(right: int, labelled: int) -> str:
    return f"{right} of {labelled} ({share(right, labelled):.1%})" if labelled else "-"


if __name__ == "__main__":
    parser = arguments(__doc__, shared=True)
    parser.add_argument("sets", nargs="*", default=list(SETS), metavar="SET")
    given = parser.parse_args()
    main(given.sets, given.shared)
