"""What is put in the margin of a letter."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark on the characters `start:end` of block number `block` of a letter.

    `text` is what the writer reads, a line per paragraph. `parts` names the words meant where
    others stand between; in the margin the whole stretch is marked. `suggestion`, where there is
    one, can take the place of the whole stretch.
    """

    block: int
    start: int
    end: int
    text: str
    parts: tuple[tuple[int, int], ...] = ()
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class AnnotationResult:
    """What became of the remarks: where the copy is, and how many were placed.

    `approximate` counts those placed on a larger whole, because the text itself may not be split;
    `suggested` those of which the suggestion stands in the text as a change to accept or reject.
    `marked_before` says that the source held comments of Brievenbus already.
    """

    target: Path
    placed: int
    approximate: int = 0
    suggested: tuple[Remark, ...] = ()
    marked_before: bool = False
