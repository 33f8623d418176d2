"""The values that travel from the readers of documents to everything else.

All offsets count Unicode code points. This module imports nothing else of Brievenbus.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

BLOCK_SEPARATOR = "\n\n"
"""What stands between two blocks in `Letter.text`: a blank line."""


class LetterKind(StrEnum):
    """What the text is checked as: a letter with its checklist, or a loose text."""

    LETTER = "letter"
    TEXT = "text"


class BlockKind(StrEnum):
    """What a block is for the reader. Only running text (`PARAGRAPH`) counts in the scores."""

    ADDRESS = "address"
    REFERENCE = "reference"
    SALUTATION = "salutation"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE_CELL = "table_cell"
    CLOSING = "closing"
    SIGNATURE = "signature"

    @property
    def scored(self) -> bool:
        """Whether blocks of this kind count in scores, words and sentences."""
        return self is BlockKind.PARAGRAPH


class PlaceholderKind(StrEnum):
    """What a merge field stands for, guessed from its name; decides how it is read in a sentence."""

    NAME = "name"
    DATE = "date"
    NUMBER = "number"


class Story(StrEnum):
    """In which part of a document a block stands; ECMA-376 calls these parts stories."""

    HEADER = "header"
    MAIN = "main"
    TEXT_BOX = "text_box"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    FOOTER = "footer"


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A merge field or placeholder, at `start:end` of its block's text: no word and no error."""

    start: int
    end: int
    kind: PlaceholderKind


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the stretch `start:end` of a block's text came from.

    In a Word file: `part` is the package part (``word/document.xml``), `paragraph` the number of the
    paragraph in it (from 0, all ``w:p`` in document order), `run` the number of the text-bearing
    element in that paragraph (from 0) and `offset` the first character in it.
    In a text file: `part` is empty, `paragraph` the line (from 0), `run` 0 and `offset` the column
    (from 0). A stretch that has no source (a joint between two lines) has no origin.
    """

    start: int
    end: int
    part: str
    paragraph: int
    run: int
    offset: int


@dataclass(frozen=True)
class Block:
    """One block of text: a paragraph, a heading, an item, a table cell, and so on.

    `foreign` says that it is in another language than Dutch: it is shown, not checked and not scored.
    `label` is the number or bullet in front of it with the space behind it (``2. ``, ``• ``): a reader
    sees it, but it is no part of the sentence and so not of `text`. `story` tells where it stands.
    """

    kind: BlockKind
    text: str
    origins: tuple[Origin, ...] = ()
    placeholders: tuple[Placeholder, ...] = ()
    foreign: bool = False
    label: str = ""
    story: Story = Story.MAIN

    @property
    def scored(self) -> bool:
        """Whether the block is running text in Dutch."""
        return self.kind.scored and not self.foreign

    def origin_at(self, offset: int) -> Origin | None:
        """Return the origin that covers the character at `offset`, or the last one before it."""
        starts = [origin.start for origin in self.origins]
        index = bisect_right(starts, offset) - 1
        return self.origins[index] if index >= 0 else None


@dataclass(frozen=True)
class Letter:
    """A letter as read from a file: its blocks in reading order.

    `format` is the short name of the file format (``docx``, ``txt``); `warnings` are Dutch sentences
    about what was not read.
    """

    path: str
    format: str
    blocks: tuple[Block, ...]
    warnings: tuple[str, ...] = ()

    @cached_property
    def text(self) -> str:
        """All blocks in reading order, each behind its label, joined by a blank line."""
        return BLOCK_SEPARATOR.join(block.label + block.text for block in self.blocks)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The offset in `text` of the text of each block, which is behind its label."""
        starts: list[int] = []
        position = 0
        for block in self.blocks:
            position += len(block.label)
            starts.append(position)
            position += len(block.text) + len(BLOCK_SEPARATOR)
        return tuple(starts)

    def block_at(self, offset: int) -> int:
        """Return the index of the block that covers `offset` of `text`."""
        return max(0, bisect_right(self.starts, offset) - 1)
