"""Foreign text in cells of a workbook: what Excel takes, and nothing that it would run.

A cell that begins with ``=`` or the like is a formula as soon as the table is saved as CSV and opened
again (CWE-1236); an apostrophe in front keeps it text. See OWASP, "CSV Injection".
"""

from __future__ import annotations

import os
import re
from functools import lru_cache
from pathlib import Path

from brievenbus.audit.sources import is_url
from brievenbus.reports.wording import visible

MOST_CHARACTERS = 32_767
"""What Excel takes in a cell, counted in UTF-16."""

LONGEST_LINK = 2_079
MOST_LINKS = 65_530
"""What Excel takes on a sheet; it calls a file with more of them damaged."""

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""Excel reads ``_x0041_`` in a text as the character with that number."""

_NO_CHARACTERS = re.compile("[\ufffe\uffff]")
_SAFE_IN_LINK = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")


@lru_cache(maxsize=4_096)
def cell_text(text: str) -> str:
    """Return a text as it may stand in a cell. Names and messages come back many times."""
    shown = text
    if not text.isprintable():
        shown = _NO_CHARACTERS.sub("\ufffd", visible(text))
    shown = _ESCAPE.sub("_x005F_", shown)
    if shown.startswith(_DANGEROUS):
        shown = f"'{shown}"
    return _cut(shown)


def _cut(text: str) -> str:
    if 2 * len(text) <= MOST_CHARACTERS:
        return text
    units = text.encode("utf-16-le")
    if len(units) <= 2 * MOST_CHARACTERS:
        return text
    # Half a character at the end is left out.
    return units[: 2 * (MOST_CHARACTERS - 1)].decode("utf-16-le", "ignore") + "…"


def link(folder: str, path: str, output: Path) -> str | None:
    """Return the address of a letter as seen from the output; None where there is none to give.

    It is relative, so that it holds when folder and output move together; on another drive it is not.
    """
    if is_url(folder) or "\ufffd" in path:
        return None
    real = os.path.realpath(folder)
    place = os.path.join(real, path)  # noqa: PTH118 (the rest of the path may hold links)
    try:
        address = _quoted(Path(os.path.relpath(place, os.path.realpath(output))).as_posix())
    except ValueError:
        address = Path(place).as_uri()
    return address if len(address) <= LONGEST_LINK else None


def _quoted(path: str) -> str:
    """Write a path as a part of an address; the standard module for it can reach the network."""
    return "".join(
        chr(byte) if byte in _SAFE_IN_LINK else f"%{byte:02X}"
        for byte in path.encode("utf-8", "replace")
    )
