"""Characters of Word's fonts with symbols, as the character everyone else writes."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

_PRIVATE = 0xF000
"""Word puts the characters of a symbol font at this place (ECMA-376 part 1, 17.3.3.30)."""


def symbol(font: str | None, code: str | None) -> str:
    """Return what ``w:sym`` shows: `code` is its number in hexadecimal, in the font of that name.

    Empty where we do not know the character: a reader sees a drawing there, not a letter.
    """
    try:
        number = int(code or "", 16)
    except ValueError:
        return ""
    if number >= _PRIVATE:
        number -= _PRIVATE
    known = _symbols().get((font or "").lower())
    if known is not None:
        return known.get(f"{number:02x}", "")
    shown = chr(number) if 0x20 <= number < 0xD800 else ""
    return shown if shown.isprintable() else ""


@cache
def _symbols() -> dict[str, dict[str, str]]:
    data = files("brievenbus.documents").joinpath("data", "symbolen.toml")
    read: dict[str, dict[str, str]] = tomllib.loads(data.read_text(encoding="utf-8"))
    return read
