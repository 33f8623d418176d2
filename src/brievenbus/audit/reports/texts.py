"""The Dutch sentences of the reports of an audit, from ``audit/data/teksten.toml``; counts as *1.400*."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from brievenbus.reports.wording import decimal, one_line, sentence


@cache
def _texts() -> dict[str, Any]:
    source = files("brievenbus.audit").joinpath("data", "teksten.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


class _Count(int):
    """A whole number that fills a gap with dots in it, and can still be compared with 1."""

    def __format__(self, _: str) -> str:
        return whole(self)


def tell(key: str, **values: object) -> str:
    """Return the sentence `key` with its gaps filled, as `brievenbus.reports.wording.say` does."""
    counts = {
        name: _Count(value) if type(value) is int else value for name, value in values.items()
    }
    return sentence(_texts(), key, counts)


def whole(value: int) -> str:
    """Write a whole number the Dutch way: ``1400`` becomes ``1.400``."""
    return f"{int(value):,}".replace(",", ".")


def figure(value: float | None) -> str:
    """Write a figure with one decimal, or a dash where there is none."""
    return tell("pagina.geen_cijfer") if value is None else decimal(value)


def share(part: float, of: float) -> str:
    """Write which part of a whole it is: ``38%``; what is not nothing is never ``0%``."""
    percents = 100 * part / of if of else 0.0
    if 0 < percents < 0.5:
        return "<1%"
    return f"{round(percents)}%"


def capital(text: str) -> str:
    """Return a text with a capital at the start."""
    return text[:1].upper() + text[1:]


def beginning(text: str, most: int) -> str:
    """Return the first words of a text on one line, with "…" where something is left out."""
    line = one_line(text)
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    words = cut.rpartition(" ")[0]
    return f"{words if len(words) > most // 2 else cut}…"


def ending(text: str, most: int) -> str:
    """Return the last folders of a path on one line: its end tells most."""
    line = one_line(text)
    if len(line) <= most:
        return line
    cut = line[-(most - 1) :]
    return f"…/{cut.partition('/')[2]}" if "/" in cut[:-1] else f"…{cut}"
