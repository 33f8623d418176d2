"""The Dutch sentences of the reports, and how figures and foreign text are written in them.

The sentences stand in ``data/teksten.toml``, where people who are not programmers can edit them.
"""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_REPLACEMENT = "\ufffd"


@cache
def _texts() -> dict[str, Any]:
    source = files("brievenbus.reports").joinpath("data", "teksten.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


def say(key: str, **values: object) -> str:
    """Return the sentence `key` (``"jargon.naam"``) with its {gaps} filled by `values`.

    A sentence with a form for one and a form for more (``een`` and ``meer``) chooses by `aantal`.

    Raises:
        KeyError: there is no such sentence, or a value for one of its gaps is lacking.
    """
    return sentence(_texts(), key, values)


def item_name(item: str) -> str:
    """Return how a reader knows an item of the checklist; one of an extension by its own name."""
    return str(_texts()["onderdeel"].get(item, item))


def sentence(texts: Any, key: str, values: Mapping[str, object]) -> str:
    """Return the sentence `key` of a file of sentences, as `say` does."""
    entry = texts
    for part in key.split("."):
        entry = entry[part]
    if isinstance(entry, dict):
        entry = entry["een" if values["aantal"] == 1 else "meer"]
    return str(entry).format_map(values)


def decimal(value: float, digits: int = 1) -> str:
    """Write a number the Dutch way, with a comma: ``6.25`` becomes ``6,2``."""
    return f"{round(value, digits) + 0.0:.{digits}f}".replace(".", ",")


def percentage(share: float) -> str:
    """Write a share (0 to 1) as a whole percentage: ``0.234`` becomes ``23%``."""
    return f"{round(100 * share)}%"


def visible(text: str) -> str:
    """Make foreign text safe to show: every control, lone surrogate and bidi mark becomes U+FFFD.

    One code point is replaced by one, so offsets keep their meaning. Line breaks and tabs stay. A
    letter could otherwise steer a terminal, or show words in another order than they are read.
    """
    return "".join(_shown(character) for character in text)


def one_line(text: str) -> str:
    """Make foreign text safe to show, on one line."""
    return " ".join(visible(text).split())


def _shown(character: str) -> str:
    if character in "\n\t":
        return character
    hidden = character in _BIDI or unicodedata.category(character) in ("Cc", "Cs")
    return _REPLACEMENT if hidden else character
