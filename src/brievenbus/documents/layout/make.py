"""Making blocks of lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from brievenbus.documents.placeholders import find
from brievenbus.documents.raw import RawParagraph, join
from brievenbus.documents.wording import marker
from brievenbus.letter.model import Block, BlockKind


def block(kind: BlockKind, line: RawParagraph) -> Block:
    """Return a line as a block."""
    placeholders = find(line.text, line.fields)
    return Block(kind, line.text, line.origins, placeholders, label=line.label)


def lines_block(kind: BlockKind, lines: Sequence[RawParagraph]) -> Block:
    """Return several lines as one block, a line each."""
    return block(kind, join(lines, "\n"))


def item(line: RawParagraph) -> Block:
    """Return a line as an item; the mark or number it was typed with is its label."""
    mark = marker(line.text)
    if mark is None:
        return block(BlockKind.ITEM, line)
    label = line.label + line.text[: mark.length].replace("\t", " ")
    return block(BlockKind.ITEM, replace(line.slice(mark.length, len(line.text)), label=label))


def paragraph(line: RawParagraph) -> Block:
    """Return a line as running text; a tab in it is a space to the reader."""
    return Block(
        BlockKind.PARAGRAPH,
        line.text.replace("\t", " "),
        line.origins,
        find(line.text, line.fields),
        label=line.label,
    )


def cells(line: RawParagraph) -> list[RawParagraph]:
    """Return the parts of a line that tabs separate, without the empty ones."""
    parts: list[RawParagraph] = []
    start = 0
    for text in line.text.split("\t"):
        if text.strip():
            part = line.slice(start, start + len(text)).trimmed()
            parts.append(replace(part, label="" if parts else line.label))
        start += len(text) + 1
    return parts
