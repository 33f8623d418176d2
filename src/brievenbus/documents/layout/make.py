"""Making blocks of lines."""

from __future__ import annotations

from collections.abc import Sequence

from brievenbus.documents.placeholders import find
from brievenbus.documents.raw import RawParagraph, join
from brievenbus.documents.wording import marker
from brievenbus.letter.model import Block, BlockKind


def block(kind: BlockKind, line: RawParagraph) -> Block:
    """Return a line as a block."""
    return Block(kind, line.text, line.origins, find(line.text, line.fields))


def lines_block(kind: BlockKind, lines: Sequence[RawParagraph]) -> Block:
    """Return several lines as one block, a line each."""
    return block(kind, join(lines, "\n"))


def item(line: RawParagraph) -> Block:
    """Return a line as an item, without the mark or number it was typed with."""
    mark = marker(line.text)
    return block(BlockKind.ITEM, line.slice(mark.length, len(line.text)) if mark else line)


def paragraph(line: RawParagraph) -> Block:
    """Return a line as running text; a tab in it is a space to the reader."""
    return Block(
        BlockKind.PARAGRAPH,
        line.text.replace("\t", " "),
        line.origins,
        find(line.text, line.fields),
    )


def cells(line: RawParagraph) -> list[RawParagraph]:
    """Return the parts of a line that tabs separate, without the empty ones."""
    parts: list[RawParagraph] = []
    start = 0
    for text in line.text.split("\t"):
        if text.strip():
            parts.append(line.slice(start, start + len(text)).trimmed())
        start += len(text) + 1
    return parts
