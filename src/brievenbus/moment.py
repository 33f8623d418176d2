"""The moment that is written in a file, which can be fixed so that the same input gives the same bytes."""

from __future__ import annotations

import datetime as dt
import os

EPOCH = "SOURCE_DATE_EPOCH"
"""The environment variable that fixes it, in seconds since 1970; see reproducible-builds.org."""


def moment() -> dt.datetime:
    """Return the moment to write down, in UTC: now, unless the environment fixes it."""
    fixed = os.environ.get(EPOCH, "")
    if fixed.isdecimal():
        return dt.datetime.fromtimestamp(int(fixed), dt.UTC)
    return dt.datetime.now(dt.UTC)
