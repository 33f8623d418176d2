"""Where a text quotes: what stands between quotation marks is not the writer's own choice of words.

Dutch writes “…” and ‘…’, the straight marks "…" and '…', older print „…”, and sometimes «…». The single
marks are also apostrophes (*foto's, 's ochtends, Hans' auto*), which open and close nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_CLOSERS = {
    "“": "”“",
    "„": "”“",
    "”": "”",
    "«": "»",
    "»": "«",
    "‘": "’",
    "‚": "’‘",
    "’": "’",
    "‹": "›",
    "›": "‹",
    '"': '"',
    "'": "'",
}
"""What may close each opening mark; some programs set the same mark on both sides."""

_MARKS = frozenset(_CLOSERS) | frozenset("".join(_CLOSERS.values()))

_CLITIC = re.compile(r"['’‘](?:s|t|n|k|m|r|ns|rs|ie)(?=[\s-]|$)|['’‘]\d", re.IGNORECASE)
"""*'s ochtends, 't, zo'n* and *'26*: the mark stands for letters or figures left out."""


def quotations(text: str) -> tuple[tuple[int, int], ...]:
    """Return where quotations stand, with their marks, as offsets in `text`; never overlapping.

    A mark that is never closed opens nothing, and of two opening marks of one kind the last counts.
    """
    found: list[tuple[int, int]] = []
    open_marks: list[tuple[str, int]] = []
    for place, mark in _marks(text):
        opener = next((pair for pair in reversed(open_marks) if mark in _CLOSERS[pair[0]]), None)
        if opener is not None and _closes(text, place) and opener[1] + 1 < place:
            open_marks = [pair for pair in open_marks if pair[1] < opener[1]]
            while found and found[-1][1] > opener[1]:
                found.pop()  # it stands inside this one
            found.append((opener[1], place + 1))
        elif mark in _CLOSERS and _opens(text, place):
            open_marks = [pair for pair in open_marks if pair[0] != mark]
            open_marks.append((mark, place))
    return tuple(found)


def _marks(text: str) -> Iterator[tuple[int, str]]:
    """Yield the quotation marks of a text, without the apostrophes inside words."""
    for place, character in enumerate(text):
        if character in _MARKS and not _is_apostrophe(text, place):
            yield place, character


def _is_apostrophe(text: str, place: int) -> bool:
    """Whether a single mark stands inside a word, or opens a shortened one."""
    if text[place] not in "'’‘":
        return False
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    if before.isalnum() and after.isalnum():
        return True
    return not before.isalnum() and _CLITIC.match(text, place) is not None


def _opens(text: str, place: int) -> bool:
    """Whether a mark stands where a word begins."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    starts = not before or before.isspace() or before in "([{/–—-:" or before in _MARKS
    return starts and bool(after) and not after.isspace()


def _closes(text: str, place: int) -> bool:
    """Whether a mark stands where a word ends."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return bool(before) and not before.isspace() and not after.isalnum()
