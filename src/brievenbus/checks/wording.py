"""The sentences of findings, from `data/meldingen.toml`, which people who do not program can edit."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources


@cache
def _texts() -> dict[str, dict[str, str]]:
    source = resources.files("brievenbus.checks") / "data" / "meldingen.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))


def message(check: str, name: str, **values: object) -> str:
    """Return the sentence `name` of a check with its gaps filled. Raises KeyError for an unknown one."""
    return _texts()[check][name].format_map(values)


def quoted(words: tuple[str, ...] | list[str], joint: str = "of") -> str:
    """Put words between quotation marks, with *of* before the last: ‘a’, ‘b’ of ‘c’."""
    marked = [f"‘{word}’" for word in words]
    if len(marked) < 2:
        return "".join(marked)
    return f"{', '.join(marked[:-1])} {joint} {marked[-1]}"
