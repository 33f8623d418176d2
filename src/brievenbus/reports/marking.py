"""Marking findings in a text where they may overlap: cut it into segments that nest no more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from brievenbus.findings import Severity


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding to mark: its number in the report, its weight, and the stretches it names."""

    number: int
    severity: Severity
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text under the same marks throughout.

    `numbers` are the marks that cover it, the narrowest first; `begins` those that first appear
    here, `ends` those last seen here. `severity` is that of the weightiest, or None without any.
    """

    text: str
    severity: Severity | None = None
    numbers: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


def segments(text: str, marks: Sequence[Mark]) -> tuple[Segment, ...]:
    """Cut `text` where a mark begins or ends; the segments together are the text.

    Spans count code points of `text`; what falls outside it, and empty spans, are left out.
    """
    clipped = [_clip(mark, len(text)) for mark in marks]
    cuts = {0, len(text)} | {cut for mark in clipped for span in mark.spans for cut in span}
    borders = sorted(cuts)
    return tuple(_segment(text, start, end, clipped) for start, end in pairwise(borders))


def _clip(mark: Mark, length: int) -> Mark:
    clipped = ((max(0, start), min(length, end)) for start, end in mark.spans)
    return Mark(mark.number, mark.severity, tuple(span for span in clipped if span[0] < span[1]))


def _segment(text: str, start: int, end: int, marks: Sequence[Mark]) -> Segment:
    covering = [mark for mark in marks if any(s <= start and end <= e for s, e in mark.spans)]
    covering.sort(key=lambda mark: (sum(e - s for s, e in mark.spans), mark.number))
    weightiest = min((mark.severity for mark in covering), key=lambda s: s.rank, default=None)
    return Segment(
        text=text[start:end],
        severity=weightiest,
        numbers=tuple(mark.number for mark in covering),
        begins=tuple(m.number for m in covering if min(s for s, _ in m.spans) == start),
        ends=tuple(m.number for m in covering if max(e for _, e in m.spans) == end),
    )
