"""The Dutch sentences of the server and its pages; they stand in ``data/``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from brievenbus.reports.wording import sentence


@cache
def _texts() -> dict[str, Any]:
    folder = files("brievenbus.web").joinpath("data")
    texts: dict[str, Any] = {}
    for name in ("teksten.toml", "paginas.toml"):
        texts |= tomllib.loads(folder.joinpath(name).read_text(encoding="utf-8"))
    return texts


def entry(key: str) -> Any:
    """Return what stands under `key` as it is: a list, a table.

    Raises:
        KeyError: there is nothing under this name.
    """
    return _texts()[key]


def say(key: str, **values: object) -> str:
    """Return the sentence `key` with its gaps filled, as `brievenbus.reports.wording.say` does.

    Raises:
        KeyError: there is no such sentence, or a value for one of its gaps is lacking.
    """
    return sentence(_texts(), key, values)
