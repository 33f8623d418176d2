"""The lists and texts of this room, which people who do not program can edit: `data/*.txt`, `data/*.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any


@cache
def word_list(name: str) -> frozenset[str]:
    """Return the lines of `data/<name>.txt`. Raises FileNotFoundError where there is no such list."""
    lines = _data(f"{name}.txt").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


@cache
def folded_list(name: str) -> frozenset[str]:
    """Return the lines of a list in small letters."""
    return frozenset(word.lower() for word in word_list(name))


@cache
def endings(name: str) -> tuple[str, ...]:
    """Return the lines of a list that begin with a dash, without it."""
    return tuple(sorted(word[1:] for word in word_list(name) if word.startswith("-")))


@cache
def table(name: str) -> dict[str, Any]:
    """Return `data/<name>.toml` as it stands."""
    return tomllib.loads(_data(f"{name}.toml"))


def words_of(file: str, section: str, key: str) -> frozenset[str]:
    """Return a list of words in a table."""
    return frozenset(table(file)[section][key])


def either(words: Iterable[str]) -> str:
    """Return a pattern for one of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


def _data(name: str) -> str:
    return (resources.files("brievenbus.privacy") / "data" / name).read_text(encoding="utf-8")
