"""What stands above the salutation: addresses, reference lines, a title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from brievenbus.documents.layout import make
from brievenbus.documents.layout.lines import chunks, is_short
from brievenbus.documents.raw import RawParagraph, join
from brievenbus.documents.wording import has_postcode, is_running, marker, wording
from brievenbus.letter.model import Block, BlockKind

_OTHER_LABEL = re.compile(r"[A-Z][\w/-]*(?: [\w/-]+){0,2}(?: ?: ?(?!//)(?=\S)|\t)")
_LONGEST_HEAD = 60
"""A salutation further down than this many lines opens another letter, or is in running text."""


def end_of_head(lines: Sequence[RawParagraph]) -> int:
    """Return how many lines stand above the letter's text."""
    for position, line in enumerate(lines[:_LONGEST_HEAD]):
        if wording().is_greeting(line.text):
            above = lines[:position]
            if sum(is_running(line.text) for line in above) * 3 <= max(3, len(above)):
                return position
            break
    return _end_without_salutation(lines)


def _end_without_salutation(lines: Sequence[RawParagraph]) -> int:
    position = end = 0
    for chunk in chunks(lines):
        if any(marker(line.text) or line.item or not _is_head_line(line) for line in chunk):
            break
        position += len(chunk)
        if any(_is_evidence(line) for line in chunk):
            end = position
    return end


def _is_head_line(line: RawParagraph) -> bool:
    return is_short(line) or wording().is_label(line.text)


def _is_evidence(line: RawParagraph) -> bool:
    words = wording()
    return (
        words.is_label(line.text)
        or words.is_bare_label(line.text)
        or words.is_date(line.text)
        or has_postcode(line.text)
    )


def head_blocks(lines: Sequence[RawParagraph]) -> Iterator[Block]:
    """Yield the blocks of what stands above the letter's text."""
    groups = list(chunks(lines))
    position = 0
    while position < len(groups):
        end = position
        while end < len(groups) and groups[end][0].cell is not None:
            end += 1
        if end > position and any(_is_label_cell(group) for group in groups[position:end]):
            yield from _reference_table(groups[position:end])
            position = end
        else:
            last = position == len(groups) - 1 and position > 0
            yield from _chunk_blocks(groups[position], last=last)
            position += 1


def _is_label_cell(group: Sequence[RawParagraph]) -> bool:
    return len(group) == 1 and wording().is_bare_label(group[0].text)


def _reference_table(groups: Sequence[Sequence[RawParagraph]]) -> Iterator[Block]:
    """Yield the cells of a table with labels: a label with its value beside it is one line."""
    position = 0
    while position < len(groups):
        group = groups[position]
        following = groups[position + 1] if position + 1 < len(groups) else ()
        position += 1
        if _is_label_cell(group) and len(following) == 1 and _is_cell_value(following[0]):
            yield make.block(BlockKind.REFERENCE, join([group[0], following[0]], "\t"))
            position += 1
        elif len(group) == 1 and _is_cell_value(group[0]):
            yield make.block(BlockKind.REFERENCE, group[0])
        else:
            yield from _chunk_blocks(group, last=False)


def _is_cell_value(line: RawParagraph) -> bool:
    words = wording()
    text = line.text
    labelled = words.is_label(text) or words.is_bare_label(text)
    return is_short(line) and not labelled and not has_postcode(text)


def _chunk_blocks(chunk: Sequence[RawParagraph], *, last: bool) -> Iterator[Block]:
    together: list[RawParagraph] = []
    position = 0
    while position < len(chunk):
        line = chunk[position]
        position += 1
        if _is_reference(line) or _is_row_of_values(line, chunk[: position - 1]):
            yield from _flushed(together)
            has_value = position < len(chunk) and _is_value(line, chunk[position])
            yield make.lines_block(BlockKind.REFERENCE, chunk[position - 1 : position + has_value])
            position += has_value
        elif is_running(line.text) and not line.heading:
            yield from _flushed(together)
            yield make.paragraph(line)
        elif line.item or marker(line.text):
            yield from _flushed(together)
            yield make.item(line)
        elif line.heading or _is_title(line, chunk, last=last):
            yield from _flushed(together)
            yield make.block(BlockKind.HEADING, line)
        else:
            together.append(line)
    yield from _flushed(together)


def _flushed(lines: list[RawParagraph]) -> Iterator[Block]:
    if lines:
        yield make.lines_block(BlockKind.ADDRESS, lines)
        lines.clear()


def _is_reference(line: RawParagraph) -> bool:
    words = wording()
    text = line.text
    return (
        words.is_label(text)
        or words.is_bare_label(text)
        or words.is_label_without_sign(text)
        or words.is_date(text)
        or (bool(_OTHER_LABEL.match(text)) and not words.opens_address(text))
    )


def _is_row_of_values(line: RawParagraph, above: Sequence[RawParagraph]) -> bool:
    # Labels side by side with their values in the row below, all of them tabbed.
    if "\t" not in line.text or not above:
        return False
    row = [cell.text for cell in make.cells(above[-1])]
    return len(row) > 1 and all(wording().is_bare_label(text) for text in row)


def _is_value(label: RawParagraph, line: RawParagraph) -> bool:
    return wording().is_bare_label(label.text) and not _is_reference(line) and is_short(line)


def _is_title(line: RawParagraph, chunk: Sequence[RawParagraph], *, last: bool) -> bool:
    text = line.text
    if len(chunk) > 1 or any(character.isdigit() for character in text):
        return False
    if wording().opens_address(text) or not any(character.isalpha() for character in text):
        return False
    return line.bold or last or text.isupper()
