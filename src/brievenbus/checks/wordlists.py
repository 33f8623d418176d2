"""The word lists of the checks: `data/*.txt`, a word per line, which people who do not program can edit."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def word_list(name: str) -> frozenset[str]:
    """Return the words of `data/<name>.txt`. Raises FileNotFoundError where there is no such list."""
    source = resources.files("brievenbus.checks") / "data" / f"{name}.txt"
    lines = source.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
