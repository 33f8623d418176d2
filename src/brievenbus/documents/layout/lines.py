"""The lines that layout works on: paragraphs split where a line break separates parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from brievenbus.documents.raw import RawParagraph, join
from brievenbus.documents.wording import ends_sentence, is_running, marker, wording

SHORT = 70
"""Longer lines are not part of an address or a signature, nor a heading."""


def to_lines(paragraphs: Sequence[RawParagraph]) -> list[RawParagraph]:
    """Return the paragraphs without their line breaks: split, or joined where a sentence runs on.

    Empty ones are left out; what follows them has `gap_before`.
    """
    lines: list[RawParagraph] = []
    gap = False
    for paragraph in paragraphs:
        gap = gap or paragraph.gap_before
        for line in _rejoined(list(_split(paragraph))):
            if not line.text:
                gap = True
                continue
            lines.append(replace(line, gap_before=gap))
            gap = False
    return lines


def _split(paragraph: RawParagraph) -> Iterator[RawParagraph]:
    start, label = 0, paragraph.label
    for text in paragraph.text.split("\n"):
        line = paragraph.slice(start, start + len(text)).trimmed()
        # The label belongs to the first text: writers put line breaks before a numbered heading.
        yield replace(line, gap_before=False, label=label if line.text else "")
        label = "" if line.text else label
        start += len(text) + 1


def _rejoined(lines: Sequence[RawParagraph]) -> list[RawParagraph]:
    joined: list[RawParagraph] = []
    for line in lines:
        if joined and line.text and joined[-1].text and _runs_on(joined[-1].text, line.text):
            joined[-1] = join([joined[-1], line], " ")
        else:
            joined.append(line)
    return joined


def _runs_on(text: str, following: str) -> bool:
    if marker(following) or wording().is_greeting(text) or wording().is_closing(text):
        return False
    if ends_sentence(text):
        return is_running(text) and is_running(following)
    return len(text) > 40 and following[0].islower() and not text.endswith((",", ":", ";"))


def chunks(lines: Sequence[RawParagraph]) -> Iterator[list[RawParagraph]]:
    """Yield the lines in groups that stand together: no white space between, same table cell."""
    chunk: list[RawParagraph] = []
    for line in lines:
        if chunk and (line.gap_before or line.cell != chunk[-1].cell):
            yield chunk
            chunk = []
        chunk.append(line)
    if chunk:
        yield chunk


def is_short(line: RawParagraph) -> bool:
    """Whether the line can be part of an address or a signature."""
    return len(line.text) <= SHORT and not is_running(line.text)
