"""Paragraphs as a format gives them, before anyone decided what they are.

Every reader (text, Word) makes `RawParagraph` values; `layout` turns them into blocks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from brievenbus.letter.model import Origin, Story

_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
"""Soft hyphen, zero-width space, word joiner, byte order mark: nothing a reader sees."""

_ONE_FOR_ONE = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2007": " ", "\r": " ", "\f": " "})
"""Characters that look like a space and would only hinder the analysis; the length stays equal."""


@dataclass(frozen=True, slots=True)
class Field:
    """A stretch `start:end` that the format itself marks as to be filled in, with its name."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class RawParagraph:
    """A paragraph with what its format tells about it.

    `text` may hold line breaks and tabs. `gap_before`: white space stands before it.
    `heading`, `item` and `bold` come from styles and list settings; `cell` numbers the table cell
    it stands in. `label` is the number or bullet that the format itself puts in front of it.
    """

    text: str
    origins: tuple[Origin, ...] = ()
    fields: tuple[Field, ...] = ()
    gap_before: bool = False
    heading: bool = False
    item: bool = False
    bold: bool = False
    cell: int | None = None
    label: str = ""

    def slice(self, start: int, end: int) -> RawParagraph:
        """Return the part `start:end`, with its origins and fields."""
        origins = tuple(
            replace(
                origin,
                start=max(origin.start, start) - start,
                end=min(origin.end, end) - start,
                offset=origin.offset + max(0, start - origin.start),
            )
            for origin in self.origins
            if origin.start < end and origin.end > start
        )
        fields = tuple(
            Field(max(field.start, start) - start, min(field.end, end) - start, field.name)
            for field in self.fields
            if field.start < end and field.end > start
        )
        label = self.label if start == 0 else ""
        return replace(self, text=self.text[start:end], origins=origins, fields=fields, label=label)

    def trimmed(self) -> RawParagraph:
        """Return the paragraph without white space at its edges."""
        start = len(self.text) - len(self.text.lstrip())
        end = len(self.text.rstrip())
        if (start, end) == (0, len(self.text)):
            return self
        return replace(self.slice(start, max(start, end)), label=self.label)


@dataclass(eq=False, slots=True)
class RawStory:
    """The paragraphs of one part of a document: its main text, a header, a text box.

    A text box hangs in another story, its `host`, behind the paragraph with number `anchor`.
    """

    story: Story
    paragraphs: Sequence[RawParagraph]
    host: RawStory | None = None
    anchor: int = 0


class RawBuilder:
    """Collects stretches of text and where each came from into one `RawParagraph`."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._texts: list[str] = []
        self._origins: list[Origin] = []
        self._length = 0

    @property
    def length(self) -> int:
        """The number of characters collected so far."""
        return self._length

    def add(self, text: str, part: str, paragraph: int, run: int, offset: int) -> None:
        """Add `text`, that begins at `offset` in its source, without invisible characters."""
        position = 0
        for stretch in _INVISIBLE.split(text):
            if stretch:
                start = self._length
                self.joint(stretch.translate(_ONE_FOR_ONE))
                self._origins.append(
                    Origin(start, self._length, part, paragraph, run, offset + position)
                )
            position += len(stretch) + 1

    def joint(self, text: str) -> None:
        """Add text that has no source of its own."""
        self._texts.append(text)
        self._length += len(text)

    def build(self) -> RawParagraph:
        """Return what was collected."""
        return RawParagraph("".join(self._texts), tuple(self._origins))


def join(paragraphs: Sequence[RawParagraph], separator: str) -> RawParagraph:
    """Return the paragraphs as one, with `separator` between them; hints are those of the first."""
    texts: list[str] = []
    origins: list[Origin] = []
    fields: list[Field] = []
    position = 0
    for paragraph in paragraphs:
        if texts:
            texts.append(separator)
            position += len(separator)
        texts.append(paragraph.text)
        origins += [
            replace(origin, start=origin.start + position, end=origin.end + position)
            for origin in paragraph.origins
        ]
        fields += [
            Field(field.start + position, field.end + position, field.name)
            for field in paragraph.fields
        ]
        position += len(paragraph.text)
    return replace(paragraphs[0], text="".join(texts), origins=tuple(origins), fields=tuple(fields))
