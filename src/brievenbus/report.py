"""The result of a check: a letter with its scores, findings and checklist.

A report knows nothing of how it is shown; the room `reports` does that.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brievenbus.findings import Finding
from brievenbus.letter import Letter

if TYPE_CHECKING:
    from brievenbus.readability import Scores


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One thing a letter needs.

    `met` is True when it was found, False when it is missing, None when it does not apply or cannot be
    told. `start` and `end` are code points in `Letter.text` where it was found.
    """

    item: str
    met: bool | None
    message: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Tool:
    """Which program, language model, word list and rules made a report: the contract's ``tool``."""

    version: str
    language_model: str
    lexicon: str
    rulebook: str


@dataclass(frozen=True)
class Report:
    """What there is to say of one letter.

    `words` and `sentences` count running text only. `block_sentences` gives, for each block of the
    letter, the sentences as pairs of code points in `Letter.text`. `known` are findings that were
    accepted before: they count in the jargon score, and are not shown.
    """

    letter: Letter
    kind: str
    profile: str
    tool: Tool
    words: int
    sentences: int
    scores: Scores
    findings: tuple[Finding, ...]
    checklist: tuple[ChecklistItem, ...]
    block_sentences: tuple[tuple[tuple[int, int], ...], ...]
    known: tuple[Finding, ...] = ()

    @property
    def text(self) -> str:
        """The letter's text, to which all offsets refer."""
        return self.letter.text


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read, with one Dutch sentence that says why and what to do."""

    path: str
    message: str
