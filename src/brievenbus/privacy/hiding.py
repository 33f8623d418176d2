"""Putting stand-ins in the place of personal data: in a letter, and in a plain text as its file has it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from brievenbus.documents.edits import Edit, apply
from brievenbus.letter import Block, Letter, Placeholder
from brievenbus.privacy.model import Personal

_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line; the reader of texts counts lines by the same."""


def hide(letter: Letter, found: Iterable[Personal]) -> Letter:
    """Return the letter with stand-ins in it; its blocks no longer know where they came from."""
    ordered = sorted(found)
    blocks = []
    for block, begins in zip(letter.blocks, letter.starts, strict=True):
        end = begins + len(block.text)
        edits = tuple(
            Edit(max(each.start, begins) - begins, min(each.end, end) - begins, each.stand_in)
            for each in ordered
            if each.start < end and each.end > begins
        )
        blocks.append(_changed(block, edits) if edits else block)
    return replace(letter, blocks=tuple(blocks))


def text_edits(text: str, letter: Letter, found: Iterable[Personal]) -> tuple[Edit, ...]:
    """Return the edits that hide `found` in `text`, from which `letter` was read; lines stay lines.

    Where the words stand on two lines, the stand-in is divided over them.
    """
    lines = [0, *(match.end() for match in _LINE_END.finditer(text))]
    edits: list[Edit] = []
    for each in sorted(found):
        stretches = list(_joined(_stretches(letter, each, lines)))
        words = each.stand_in.split(" ")
        for number, (start, end) in enumerate(stretches):
            last = number == len(stretches) - 1
            share = words if last else words[:1]
            words = words[len(share) :]
            if not share and text[end : end + 1] == " ":
                end += 1
            edits.append(Edit(start, end, " ".join(share)))
    return tuple(edits)


def hidden_text(text: str, letter: Letter, found: Iterable[Personal]) -> str:
    """Return `text` with `found` hidden; everything else stays to the character."""
    return apply(text, text_edits(text, letter, found))


def _changed(block: Block, edits: Sequence[Edit]) -> Block:
    placeholders = []
    for field in block.placeholders:
        if any(edit.start < field.end and field.start < edit.end for edit in edits):
            continue
        shift = sum(
            len(edit.new) - (edit.end - edit.start) for edit in edits if edit.end <= field.start
        )
        placeholders.append(Placeholder(field.start + shift, field.end + shift, field.kind))
    text = apply(block.text, tuple(edits))
    return replace(block, text=text, origins=(), placeholders=tuple(placeholders))


def _stretches(letter: Letter, each: Personal, lines: Sequence[int]) -> Iterator[tuple[int, int]]:
    for block, begins in zip(letter.blocks, letter.starts, strict=True):
        for origin in block.origins:
            start = max(each.start - begins, origin.start)
            end = min(each.end - begins, origin.end)
            if start < end:
                shift = lines[origin.paragraph] + origin.offset - origin.start
                yield start + shift, end + shift


def _joined(stretches: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield stretches with at most a few invisible characters between them as one."""
    current: tuple[int, int] | None = None
    for start, end in stretches:
        if current is not None and 0 <= start - current[1] <= 1:
            current = (current[0], end)
            continue
        if current is not None:
            yield current
        current = (start, end)
    if current is not None:
        yield current
