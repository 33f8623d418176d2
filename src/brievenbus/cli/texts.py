"""The Dutch sentences of commands that ask and tell much; they stand in `data/`, one file per subject."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from brievenbus.reports.wording import sentence


@cache
def texts(name: str) -> dict[str, Any]:
    """Return the file of sentences `data/NAME.toml` as it stands."""
    source = files("brievenbus.cli").joinpath("data", f"{name}.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


def say(name: str, key: str, **values: object) -> str:
    """Return a sentence of a file with its gaps filled, as `reports.wording.say` does."""
    return sentence(texts(name), key, values)
