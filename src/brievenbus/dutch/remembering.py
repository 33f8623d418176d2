"""What was worked out of a word is kept, for the words that came by last.

A text repeats its words, so that most of the work on a word is done once. A service that runs for
months sees ever new names and mistypings, so that what is kept needs an end.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

WORDS = 4096
"""Words kept per function. A letter has some 150 different ones; a thousand paragraphs some 6,000."""

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


def remembered(function: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
    """Keep what the function says of a word, for the last `WORDS` words."""
    return cast(Callable[Asked, Answer], lru_cache(maxsize=WORDS)(function))
