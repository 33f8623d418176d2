"""What a check finds: plain values, free of how they are shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    """How much a finding matters; the order is error, warning, note."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for a note: lower is more serious."""
        return list(Severity).index(self)


class Category(StrEnum):
    """What a finding is about; the names are those of the JSON contract."""

    WOORD = "woord"
    VAKTERM = "vakterm"
    ZELDZAAM = "zeldzaam"
    AFKORTING = "afkorting"
    ZIN = "zin"
    STIJL = "stijl"
    BRIEF = "brief"


JARGON = (Category.WOORD, Category.VAKTERM, Category.AFKORTING)
"""The categories that make up the jargon score (the contract's ``scores.jargon``)."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark on a stretch of text.

    `start` and `end` are code points: in the block's text as a check gives them, in `Letter.text` once
    they stand in a `Report` (`block` says which block). `parts` are the words found, where other words
    stand between them. Every suggestion can replace ``text[start:end]`` as it is.
    """

    rule: str
    category: Category
    severity: Severity
    message: str
    start: int
    end: int
    text: str
    parts: tuple[tuple[int, int], ...] = ()
    suggestions: tuple[str, ...] = ()
    provenance: dict[str, Any] | None = field(default=None, hash=False)
    block: int = 0

    @property
    def sort_key(self) -> tuple[int, int, int, str]:
        """Order in a report: by place, then by weight, then by name."""
        return (self.start, self.end, self.severity.rank, self.rule)
