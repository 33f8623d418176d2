"""The smallest change of words that makes one text of another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

_UNITS = re.compile(r"\w+(?:[-'’]\w+)*|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `new` in the place of the characters `start:end`; they are empty for an insertion."""

    start: int
    end: int
    new: str


def smallest(old: str, new: str) -> tuple[Edit, ...]:
    """Return the edits that make `new` of `old`, in order, whole words at a time.

    Words stay whole, because a writer reads a change by the word. Changes with nothing but white
    space between them are one.
    """
    return tuple(_joined(old, _changes(old, new)))


def apply(old: str, edits: tuple[Edit, ...]) -> str:
    """Return the text with the edits made."""
    for edit in reversed(edits):
        old = old[: edit.start] + edit.new + old[edit.end :]
    return old


def _changes(old: str, new: str) -> Iterator[Edit]:
    before, after = _UNITS.findall(old), _UNITS.findall(new)
    places = [0]
    for unit in before:
        places.append(places[-1] + len(unit))
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind != "equal":
            yield Edit(places[start], places[end], "".join(after[first:last]))


def _joined(old: str, edits: Iterator[Edit]) -> Iterator[Edit]:
    pending: Edit | None = None
    for edit in edits:
        if pending is not None and old[pending.end : edit.start].strip():
            yield pending
            pending = None
        if pending is None:
            pending = edit
        else:
            between = old[pending.end : edit.start]
            pending = Edit(pending.start, edit.end, pending.new + between + edit.new)
    if pending is not None:
        yield pending
