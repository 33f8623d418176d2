"""Going through the lines of a letter from top to bottom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from brievenbus.documents.layout import make
from brievenbus.documents.layout.body import body_blocks
from brievenbus.documents.layout.head import end_of_head, head_blocks
from brievenbus.documents.layout.lines import to_lines
from brievenbus.documents.layout.tail import signature_length
from brievenbus.documents.raw import RawParagraph
from brievenbus.documents.wording import is_running, wording
from brievenbus.letter.model import Block, BlockKind


def to_blocks(paragraphs: Sequence[RawParagraph]) -> tuple[Block, ...]:
    """Return the paragraphs as blocks in reading order, each with what it is.

    The parts of a letter are told by what stands there, so a loose text needs no other treatment.
    """
    lines = _without_layout_tables(to_lines(paragraphs))
    head = end_of_head(lines)
    blocks = [*head_blocks(lines[:head]), *_text_blocks(lines[head:])]
    return tuple(block for block in blocks if block.text)


def _without_layout_tables(lines: list[RawParagraph]) -> list[RawParagraph]:
    """Forget the cells of tables in which the letter itself stands."""
    words = wording()
    greeted = {line.cell for line in lines if words.is_greeting(line.text)}
    closed = {line.cell for line in lines if words.is_closing(line.text)}
    layout = {cell for cell in greeted | closed if cell is not None}
    if not layout:
        return lines
    return [
        replace(line, cell=None, gap_before=True)
        if line.cell in layout or (line.cell is not None and is_running(line.text))
        else line
        for line in lines
    ]


def _text_blocks(lines: Sequence[RawParagraph]) -> Iterator[Block]:
    words = wording()
    start = position = 0
    while position < len(lines):
        line = lines[position]
        greeting = words.is_greeting(line.text)
        if not greeting and not words.is_closing(line.text):
            position += 1
            continue
        yield from body_blocks(lines[start:position])
        position += 1
        if greeting:
            yield make.block(BlockKind.SALUTATION, line)
        else:
            yield make.block(BlockKind.CLOSING, line)
            signed = signature_length(lines[position:])
            if signed:
                signers = lines[position : position + signed]
                yield make.lines_block(BlockKind.SIGNATURE, signers)
            position += signed
        start = position
    yield from body_blocks(lines[start:])
