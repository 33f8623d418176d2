"""A report as its page shows it: the letter as it looks, and a card for each finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from brievenbus.checks.registry import ALL_CHECKS
from brievenbus.documents.limits import Limits
from brievenbus.documents.word.taking import Change
from brievenbus.findings import Finding, Severity
from brievenbus.letter import Block, BlockKind, Letter, Story
from brievenbus.readability.lint import LEVEL_LIMITS
from brievenbus.report import Report
from brievenbus.reports.html import BlockView, DocumentView, Remark, document_view
from brievenbus.reports.wording import say
from brievenbus.rulebook import Rulebook
from brievenbus.web.pages.versions import Version

_WIDE = 60
"""Characters, our choice: over half a line of the letter; a longer mark is on a sentence, not on words."""

_TOGETHER = frozenset({BlockKind.ADDRESS, BlockKind.REFERENCE, BlockKind.SIGNATURE})
"""Blocks that a reader sees as one part of the letter where they follow each other."""


@dataclass(frozen=True, slots=True)
class Part:
    """One block of the letter; `where` names its kind, or the part of the document where it stands."""

    view: BlockView
    kind: str
    where: str
    foreign: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """Blocks that belong together: a table (`rows` of cells of parts), or what `kind` says (`parts`)."""

    kind: str
    parts: tuple[Part, ...] = ()
    rows: tuple[tuple[tuple[Part, ...], ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """A suggestion; `value` is what a form sends to take it over."""

    text: str
    value: str


@dataclass(frozen=True, slots=True)
class Card:
    """A finding with what can be chosen; `changeable` says whether the file allows it there.

    `page` says whether there is a page about its rule.
    """

    remark: Remark
    place: str
    choices: tuple[Choice, ...]
    changeable: bool
    page: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """All that a page shows of a report.

    `first` are the numbers of what helps most, in their order; `wide` those of findings on whole
    stretches, of which the mark must not drown those on words.
    """

    document: DocumentView
    pieces: tuple[Piece, ...]
    cards: tuple[Card, ...]
    first: tuple[int, ...]
    wide: frozenset[int]
    counts: Mapping[Severity, int]
    scale: tuple[float, ...]


def shown(report: Report, version: Version, rulebook: Rulebook, limits: Limits) -> Shown:
    """Return what the page shows of a report on this version."""
    document = document_view(report)
    numbers = {id(found): number for number, found in enumerate(report.findings, start=1)}
    return Shown(
        document=document,
        pieces=tuple(_pieces(report.letter, document.blocks, version.cells(limits))),
        cards=tuple(_cards(report, document, version, rulebook, limits)),
        first=tuple(numbers[id(thing.top.first)] for thing in document.things),
        wide=frozenset(
            number
            for number, found in enumerate(report.findings, start=1)
            if sum(b - a for a, b in found.parts or ((found.start, found.end),)) > _WIDE
        ),
        counts=Counter(found.severity for found in report.findings),
        scale=(0.0, *LEVEL_LIMITS, 100.0),
    )


_TABLE = "tabel "


def _pieces(
    letter: Letter, views: Sequence[BlockView], cells: Mapping[int, tuple[int, int, int]]
) -> Iterator[Piece]:
    parts = [_part(block, view) for block, view in zip(letter.blocks, views, strict=True)]
    numbered = list(zip(parts, letter.blocks, range(len(parts)), strict=True))
    for kind, group in groupby(numbered, key=lambda each: _grouped(each[1], cells)):
        if kind is None:
            yield from (Piece("blok", (part,)) for part, _, _ in group)
        elif not kind.startswith(_TABLE):
            yield Piece(kind, tuple(part for part, _, _ in group))
        else:
            placed = [(_cell(block, number, cells), part) for part, block, number in group]
            rows = groupby(placed, key=lambda each: each[0][1])
            yield Piece("tabel", rows=tuple(_row(list(row)) for _, row in rows))


def _part(block: Block, view: BlockView) -> Part:
    name = f"blok.{block.kind.value}" if block.story is Story.MAIN else f"deel.{block.story.value}"
    return Part(view, block.kind.value, say(name), block.foreign)


def _grouped(block: Block, cells: Mapping[int, tuple[int, int, int]]) -> str | None:
    """Return by what name a block goes together with its neighbours; None where it stands alone."""
    if block.story is not Story.MAIN:
        return f"elders {block.story.value}"
    if block.kind is BlockKind.ITEM:
        return "lijst"
    if block.kind is BlockKind.TABLE_CELL:
        return f"{_TABLE}{_cell(block, 0, cells)[0]}"
    return block.kind.value if block.kind in _TOGETHER else None


def _cell(
    block: Block, number: int, cells: Mapping[int, tuple[int, int, int]]
) -> tuple[int, int, int]:
    """Return table, row and cell of a block; in a text a line is a row, and each block a cell."""
    paragraph = block.origins[0].paragraph if block.origins else number
    return cells.get(paragraph, (-1, paragraph, number))


def _row(row: Sequence[tuple[tuple[int, int, int], Part]]) -> tuple[tuple[Part, ...], ...]:
    cells = groupby(row, key=lambda each: each[0][2])
    return tuple(tuple(part for _, part in cell) for _, cell in cells)


def _cards(
    report: Report, document: DocumentView, version: Version, rulebook: Rulebook, limits: Limits
) -> Iterator[Card]:
    known = {check.id for check in ALL_CHECKS} | {rule.id for rule in rulebook.rules}
    changes = {
        remark.number: _changes(report, report.findings[remark.number - 1])
        for block in document.blocks
        for remark in block.remarks
    }
    tried = {number: those[0] for number, those in changes.items() if those}
    allowed = dict(zip(tried, version.allowed([*tried.values()], limits), strict=True))
    for block in document.blocks:
        for remark in block.remarks:
            yield Card(
                remark=remark,
                place=block.name,
                choices=tuple(_choice(each) for each in changes[remark.number]),
                changeable=allowed.get(remark.number, False),
                page=remark.finding.rule in known,
            )


def _changes(report: Report, finding: Finding) -> tuple[Change, ...]:
    offset = report.letter.starts[finding.block]
    return tuple(
        Change(finding.block, finding.start - offset, finding.end - offset, new)
        for new in finding.suggestions
    )


def _choice(change: Change) -> Choice:
    return Choice(change.new, f"{change.block}:{change.start}:{change.end}:{change.new}")


def read_choice(value: str, letter: Letter) -> Change | None:
    """Return the change that a form asks for; None where it is not one of this letter."""
    block, start, end, new = (value.split(":", 3) + [""] * 3)[:4]
    if not all(
        each.isascii() and each.isdecimal() and len(each) < 10 for each in (block, start, end)
    ):
        return None
    change = Change(int(block), int(start), int(end), new)
    if change.block >= len(letter.blocks):
        return None
    fits = change.start < change.end <= len(letter.blocks[change.block].text)
    return change if fits else None
