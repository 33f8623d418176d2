"""The text of a letter: headings, running text, lists, tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from brievenbus.documents.layout import make
from brievenbus.documents.layout.lines import chunks, is_short
from brievenbus.documents.placeholders import find
from brievenbus.documents.raw import RawParagraph
from brievenbus.documents.wording import (
    ends_sentence,
    has_heading_number,
    has_postcode,
    is_running,
    marker,
    wording,
)
from brievenbus.letter.model import Block, BlockKind

_HEADING_WORDS = 14
_HEADING_LENGTH = 100
_LABEL_FORM = re.compile(r"[A-Z][\w/-]*(?: [\w/-]+){0,2} ?: ?(?!//)(?=\S)")
_LEAD_WORDS = 2
"""A colon ends a heading only when it is this short: "Openingstijden:"."""
_ADDRESS_LINES = 7
_CELL_LENGTH = 80


def body_blocks(lines: Sequence[RawParagraph]) -> Iterator[Block]:
    """Yield the blocks of the letter's own text."""
    position = 0
    for chunk in chunks(lines):
        address = _address_start(chunk)
        listed = _bare_list(chunk)
        labelled = sum(_has_label_form(line) for line in chunk) > 1
        for number in range(len(chunk) if address is None else address):
            if labelled and _has_label_form(chunk[number]):
                yield make.block(BlockKind.REFERENCE, chunk[number])
            else:
                yield from _line_blocks(lines, position + number, number in listed)
        if address is not None:
            yield make.lines_block(BlockKind.ADDRESS, chunk[address:])
        position += len(chunk)


def _address_start(chunk: Sequence[RawParagraph]) -> int | None:
    """Return where in the chunk an address begins, which then runs to its end."""
    if chunk[0].cell is not None or not any(has_postcode(line.text) for line in chunk):
        return None
    start = len(chunk)
    while start and _is_address_line(chunk[start - 1]):
        start -= 1
    lines = chunk[start:]
    if 2 <= len(lines) <= _ADDRESS_LINES and any(has_postcode(line.text) for line in lines):
        return start
    return None


def _is_address_line(line: RawParagraph) -> bool:
    return is_short(line) and not line.text.endswith((":", ".", "?")) and not _is_item(line)


def _bare_list(chunk: Sequence[RawParagraph]) -> range:
    """Return which lines of the chunk are a list without marks: short lines under each other."""
    led = chunk[0].text.endswith(":")
    members = chunk[1:] if led else chunk
    plain = chunk[0].cell is None and all(
        is_short(member)
        and not (ends_sentence(member.text) or member.heading)
        and not (_is_item(member) or _has_label_form(member))
        for member in members
    )
    enough = len(members) >= (2 if led else 3)
    return range(int(led), len(chunk)) if plain and enough else range(0)


def _line_blocks(lines: Sequence[RawParagraph], position: int, in_list: bool) -> Iterator[Block]:
    line = lines[position]
    previous = lines[position - 1] if position else None
    following = lines[position + 1] if position + 1 < len(lines) else None
    if line.cell is not None:
        yield make.block(BlockKind.TABLE_CELL, line)
    elif _is_item(line) and not _is_numbered_heading(line, previous, following):
        yield make.item(line)
    elif _is_reference(line):
        yield make.block(BlockKind.REFERENCE, line)
    elif _is_row(line):
        for cell in make.cells(line):
            yield make.block(BlockKind.TABLE_CELL, cell)
    elif in_list:
        yield make.item(line)
    elif is_heading(line, previous, following):
        yield make.block(BlockKind.HEADING, line)
    else:
        yield make.paragraph(line)


def _is_item(line: RawParagraph) -> bool:
    return not line.heading and (line.item or marker(line.text) is not None)


def _has_label_form(line: RawParagraph) -> bool:
    # Under each other such lines are particulars (Waar: Dorpshuis), known as labels or not.
    form = line.cell is None and not line.heading and _LABEL_FORM.match(line.text)
    return bool(form) and is_short(line) and not _is_item(line)


def _is_reference(line: RawParagraph) -> bool:
    words = wording()
    labelled = words.is_label(line.text) and not _is_row(line)
    if line.heading or not (labelled or words.is_after_letter(line.text)):
        return False
    return len(line.text) <= _HEADING_LENGTH and not is_running(line.text)


def _is_row(line: RawParagraph) -> bool:
    parts = make.cells(line)
    if ends_sentence(line.text) and is_running(line.text):
        return False
    return len(parts) > 1 and all(
        len(part.text) <= _CELL_LENGTH and not is_running(part.text) for part in parts
    )


def _is_numbered_heading(
    line: RawParagraph, previous: RawParagraph | None, following: RawParagraph | None
) -> bool:
    """Whether a numbered line is a heading: alone with its number, and text below it."""
    mark = marker(line.text)
    if (line.item and not line.bold) or mark is None or mark.sort == "bullet" or following is None:
        return False
    if any(_is_sibling(mark.sort, other) for other in (previous, following)):
        return False
    return _looks_like_heading(line) and is_running(following.text)


def _is_sibling(sort: str, line: RawParagraph | None) -> bool:
    other = marker(line.text) if line else None
    return other is not None and other.sort == sort


def is_heading(
    line: RawParagraph, previous: RawParagraph | None, following: RawParagraph | None
) -> bool:
    """Whether a line is a heading, by its style, or by its looks and what stands around it."""
    if line.heading:
        return len(line.text.split()) <= 2 * _HEADING_WORDS
    if line.bold and len(line.text.split()) <= _HEADING_WORDS:
        return not line.text.endswith((".", ",", ";")) and following is not None
    if not _looks_like_heading(line):
        return False
    if following is None:
        return previous is None
    starts = previous is None or line.gap_before or ends_sentence(previous.text)
    leads = following.gap_before or line.text.endswith(":")
    leads = leads or is_running(following.text) or ends_sentence(following.text)
    leads = leads or _is_item(following) or _has_label_form(following)
    return starts and leads


def _looks_like_heading(line: RawParagraph) -> bool:
    text = line.text
    if len(text.split()) > _HEADING_WORDS or len(text) > _HEADING_LENGTH:
        return False
    short_lead = text.endswith(":") and len(text.split()) <= _LEAD_WORDS
    if text.endswith((".", ",", ";", ":", "…")) and not short_lead:
        return False
    if not any(map(str.isalpha, text)):
        return False
    if any(field.end - field.start >= len(text) - 1 for field in find(text, line.fields)):
        return False
    return text[0].isupper() or has_heading_number(text) or not text[0].isalpha() or bool(line.bold)
