"""How often the checklist agrees with labels that were made without sight of the code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

import pytest
import yaml

from brievenbus.checks.letter import ITEMS
from brievenbus.documents import read

from .conftest import items_of

PROJECT = Path(__file__).parents[3]
MATERIAL = PROJECT / "tests" / "material"
AGREEMENT = 0.9
"""What each item must reach in each set."""


def samples() -> Iterator[tuple[Path, dict[str, bool | None]]]:
    labels = yaml.safe_load((MATERIAL / "voorbeelden.yaml").read_text(encoding="utf-8"))
    for name, wanted in labels.items():
        yield PROJECT / "samples" / name, wanted


def twenty_letters(name: str) -> Iterator[tuple[Path, dict[str, bool | None]]]:
    for path in sorted((MATERIAL / name).glob("*.yaml")):
        labels = yaml.safe_load(path.read_text(encoding="utf-8"))
        yield path.with_suffix(".txt"), labels["checklist"]


SETS = {
    "samples": samples,
    "brieven-20": partial(twenty_letters, "brieven-20"),
    "brieven-20b": partial(twenty_letters, "brieven-20b"),
}


@cache
def agreement(name: str) -> tuple[Counter[str], int]:
    """How many letters of the set have each item right, and how many letters there are."""
    right: Counter[str] = Counter()
    letters = list(SETS[name]())
    for path, wanted in letters:
        found = items_of(read(path))
        right.update(item for item in ITEMS if found[item].met is wanted[item])
    return right, len(letters)


@pytest.mark.parametrize("item", ITEMS)
@pytest.mark.parametrize("name", SETS)
def test_the_item_agrees_with_the_labels(name: str, item: str) -> None:
    right, letters = agreement(name)
    assert right[item] >= AGREEMENT * letters
