"""What was worked out of rule files before, kept on disk: rules as plain values, never letters.

Each thing is kept under a name made of the content it came from and of the code that made it, so that
a change in either makes it anew; it is never out of date. It is JSON: reading it runs no code. Where
the folder cannot be used Brievenbus works without, only slower.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
import time
from functools import cache
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

FOLDER_SETTING = "BRIEVENBUS_CACHE"
"""The environment variable that names another folder; empty keeps nothing."""

MAX_AGE = 90 * 24 * 3600
"""Seconds: what was not used for so long is thrown away (own judgement)."""


@cache
def folder() -> Path | None:
    """Return the folder where things are kept, None where the user wants none."""
    named = os.environ.get(FOLDER_SETTING)
    if named is not None:
        return Path(named) if named else None
    return user_cache_path("brievenbus", appauthor=False)


@cache
def code_digest() -> str:
    """Identify the code and word lists that make what is kept: names, sizes and times of their files."""
    root = Path(__file__).parents[1]
    digest = hashlib.sha256()
    for room in ("rulebook", "checks/rules", "dutch"):
        for file in sorted((root / room).glob("*.py")) + sorted((root / room / "data").glob("*.*")):
            status = file.stat()
            digest.update(f"{file.name} {status.st_size} {status.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:16]


def name_for(purpose: str, content: bytes) -> str:
    """Return the name under which something made of `content` is kept."""
    return f"{purpose}-{code_digest()}-{hashlib.sha256(content).hexdigest()[:32]}.json"


def load(name: str) -> Any:
    """Return what is kept under a name; None where there is nothing, or nothing that can be read."""
    place = folder()
    if place is None:
        return None
    try:
        content = (place / name).read_bytes()
        with contextlib.suppress(OSError):
            os.utime(place / name)
        return json.loads(content)
    except (OSError, ValueError, RecursionError):
        return None


def store(name: str, value: Any) -> None:
    """Keep a value of plain JSON under a name; a place that cannot be written to is passed over."""
    place = folder()
    if place is None:
        return
    try:
        place.mkdir(parents=True, exist_ok=True)
        _discard_old(place)
        # Written beside it and put in place in one go: another Brievenbus may read meanwhile.
        with tempfile.NamedTemporaryFile("w", dir=place, delete=False, encoding="utf-8") as made:
            json.dump(value, made, ensure_ascii=False, separators=(",", ":"))
        Path(made.name).replace(place / name)
    except OSError:
        return


def _discard_old(place: Path) -> None:
    limit = time.time() - MAX_AGE
    for file in place.glob("*.json"):
        with contextlib.suppress(OSError):
            if file.stat().st_mtime < limit:
                file.unlink()
