"""The Dutch texts of the API: what it answers, and what its description says; in ``web/data/api.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from brievenbus.reports.wording import sentence


@cache
def texts() -> dict[str, Any]:
    """Return the file of texts as it stands."""
    source = files("brievenbus.web").joinpath("data", "api.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


def say(key: str, **values: object) -> str:
    """Return the sentence `key` with its gaps filled, as `brievenbus.reports.wording.say` does.

    Raises:
        KeyError: there is no such sentence, or a value for one of its gaps is lacking.
    """
    return sentence(texts(), key, values)
