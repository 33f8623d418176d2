"""Where a stretch of a letter stands in the text as it was sent.

The reader of letters undoes hard wraps, soft hyphens and columns, and keeps of each stretch its line and
column (`Origin`). Only the first and the last character of a stretch are followed back: what stands
between them in the text as sent is what the stretch was made of.

A stretch of which no character was sent has no place. That goes for text that the client only has us
read for its markup (`interpretAs`). A finding on it is left out: the writer did not write it, and there is
nothing near by to mend.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from brievenbus.letter import Letter, Origin
from brievenbus.web.languagetool.given import Given

_LINE_ENDS = str.maketrans(dict.fromkeys("\r\x85\u2028\u2029", "\n"))


def readable(text: str) -> str:
    """Return a text, character for character, in which only a line feed ends a line.

    So the places of lines do not depend on which other line ends the reader of letters knows. A byte order
    mark in front becomes a space: it would hide what the first line is.
    """
    text = text.replace("\r\n", " \n").translate(_LINE_ENDS)
    return f" {text[1:]}" if text.startswith("\ufeff") else text


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the text as sent: code points, and what part of what is read it is.

    `own` says that there is no markup in it, so that it can be replaced.
    """

    start: int
    end: int
    read: tuple[int, int]
    own: bool


class Places:
    """Leads from offsets in a letter's text back to the text as sent."""

    def __init__(self, letter: Letter, given: Given, read: str) -> None:
        self._letter = letter
        self._given = given
        self._begins: dict[int, list[int]] = {}
        self._lines = [0]
        position = read.find("\n")
        while position >= 0:
            self._lines.append(position + 1)
            position = read.find("\n", position + 1)

    def place(self, block: int, start: int, end: int) -> Place | None:
        """Return where `start:end` of the letter's text, which stands in this block, was sent."""
        text_start = self._letter.starts[block]
        first = self._first(block, start - text_start, end - text_start)
        last = self._last(block, start - text_start, end - text_start)
        if first is None or last is None:
            return None
        span = self._given.span(first, last)
        if span is None:
            return None
        own = not self._given.has_markup(first, last)
        return Place(*span, read=(first, last + 1), own=own)

    def _first(self, number: int, start: int, end: int) -> int | None:
        """Return where the first character of a stretch of this block that was read at all stands."""
        origins = self._letter.blocks[number].origins
        index = max(0, bisect_right(self._starts(number), start) - 1)
        for origin in origins[index:][:2]:
            if origin.end > start and origin.start < end:
                return self._read_at(origin) + max(0, start - origin.start)
        return None

    def _last(self, number: int, start: int, end: int) -> int | None:
        """Return where the last one stands."""
        index = bisect_left(self._starts(number), end) - 1
        if index < 0:
            return None
        origin = self._letter.blocks[number].origins[index]
        if origin.end <= start:
            return None
        return self._read_at(origin) + min(end, origin.end) - 1 - origin.start

    def _read_at(self, origin: Origin) -> int:
        return self._lines[origin.paragraph] + origin.offset

    def _starts(self, number: int) -> list[int]:
        """Return where the stretches of a block begin: a block can have a great many."""
        if number not in self._begins:
            origins = self._letter.blocks[number].origins
            self._begins[number] = [origin.start for origin in origins]
        return self._begins[number]
