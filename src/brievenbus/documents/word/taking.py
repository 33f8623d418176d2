"""Taking a suggestion over: a new version of a Word file in which it stands as a tracked change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from brievenbus.documents.errors import DocumentError
from brievenbus.documents.limits import DEFAULT, Limits
from brievenbus.documents.opening import damaged
from brievenbus.documents.word.annotate import takes_comment
from brievenbus.documents.word.marks import serialized
from brievenbus.documents.word.names import name
from brievenbus.documents.word.package import Package, open_package
from brievenbus.documents.word.revisions import Revisions
from brievenbus.documents.word.rewriting import rewritten
from brievenbus.documents.word.textmap import map_main
from brievenbus.letter.model import Letter


@dataclass(frozen=True, slots=True)
class Change:
    """Put `new` in the place of the characters `start:end` of block number `block` of a letter."""

    block: int
    start: int
    end: int
    new: str


def take_over(
    source: bytes, letter: Letter, change: Change, limits: Limits = DEFAULT
) -> bytes | None:
    """Return the file with the change as a tracked one, or None where Word allows none there.

    `letter` is `source` as it was read. Read again, the file gives the letter with the change made;
    once rejected in Word, the letter as it was. All other parts stay as they are.

    Raises:
        DocumentError: when `source` cannot be read.
    """
    package = open_package(source, limits)
    try:
        block = letter.blocks[change.block]
        if not takes_comment(block):
            return None
        if not _revisions(package).suggest(block, change.start, change.end, change.new):
            return None
        return rewritten(package, {package.main: serialized(package.root(package.main))})
    except DocumentError:
        raise
    except Exception as error:  # whatever a broken file makes lxml or zipfile do
        raise damaged() from error


def can_take_over(
    source: bytes, letter: Letter, changes: Sequence[Change], limits: Limits = DEFAULT
) -> tuple[bool, ...]:
    """Say of each change by itself whether `take_over` can make it.

    Raises:
        DocumentError: when `source` cannot be read.
    """
    if not changes:
        return ()
    try:
        revisions = _revisions(open_package(source, limits))
        return tuple(
            takes_comment(letter.blocks[each.block])
            and revisions.allows(letter.blocks[each.block], each.start, each.end, each.new)
            for each in changes
        )
    except DocumentError:
        raise
    except Exception as error:  # as above
        raise damaged() from error


def cells_of(source: bytes, limits: Limits = DEFAULT) -> dict[int, tuple[int, int, int]]:
    """Return for each paragraph in a table of the main text its table, row and cell, each counted from 0.

    A table within a cell belongs to that cell. Numbers of paragraphs are those of `Origin.paragraph`.

    Raises:
        DocumentError: when `source` cannot be read.
    """
    try:
        places: dict[int, tuple[int, int, int]] = {}
        numbers: dict[str, dict[object, int]] = {"w:tbl": {}, "w:tr": {}, "w:tc": {}}
        for paragraph in map_main(open_package(source, limits)):
            around: dict[str, object] = {}
            for ancestor in paragraph.element.iterancestors():
                kind = name(ancestor)
                if kind in numbers:
                    around[kind] = ancestor  # the outermost is met last
            if len(around) == len(numbers):
                table, row, cell = (
                    known.setdefault(around[kind], len(known)) for kind, known in numbers.items()
                )
                places[paragraph.number] = (table, row, cell)
        return places
    except DocumentError:
        raise
    except Exception as error:  # as above
        raise damaged() from error


def _revisions(package: Package) -> Revisions:
    return Revisions(package, {each.number: each for each in map_main(package)})
