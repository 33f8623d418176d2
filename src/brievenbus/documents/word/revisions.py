"""Suggestions as tracked changes (``w:ins``, ``w:del``) that a writer accepts or rejects in Word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Any

from brievenbus.documents.edits import Edit, smallest
from brievenbus.documents.word.marks import AUTHOR, Maker, number_of, writable
from brievenbus.documents.word.names import XML_SPACE, child, name
from brievenbus.documents.word.package import Package
from brievenbus.documents.word.splitting import pieces_between, run_from, run_until
from brievenbus.documents.word.textmap import MappedParagraph, Piece
from brievenbus.letter.model import Block
from brievenbus.moment import moment

_NUMBERED = frozenset(
    {
        "w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:rPrChange", "w:pPrChange", "w:bookmarkStart",
        "w:bookmarkEnd", "w:moveFromRangeStart", "w:moveToRangeStart", "w:sectPrChange",
        "w:tblPrChange", "w:trPrChange", "w:tcPrChange", "w:commentRangeStart", "w:commentReference",
        "w:cellIns", "w:cellDel", "w:cellMerge", "w:numberingChange", "w:tblGridChange",
    }
)  # fmt: skip
_TEXT = frozenset(
    {"w:t", "w:tab", "w:br", "w:cr", "w:noBreakHyphen", "w:softHyphen", "w:sym", "w:rPr"}
    | {"w:lastRenderedPageBreak"}
)
_PLAIN_HOLDERS = frozenset({"w:p", "w:hyperlink", "w:smartTag", "w:sdtContent", "w:sdt"})


class Revisions:
    """Makes tracked changes in the main text of one file."""

    def __init__(self, package: Package, paragraphs: dict[int, MappedParagraph]) -> None:
        """Take the file and its paragraphs by number."""
        self._make = Maker(package)
        self._paragraphs = paragraphs
        self._date = moment().strftime("%Y-%m-%dT%H:%M:%SZ")
        self._next = 1 + max(
            (
                number_of(element)
                for element in package.root(package.main).iter()
                if name(element) in _NUMBERED
            ),
            default=0,
        )

    def suggest(self, block: Block, start: int, end: int, new: str) -> bool:
        """Change the characters `start:end` of a block into `new`, and say whether that could be.

        Nothing is changed where a part of it is not the writer's to change, or holds more than text.
        """
        placed = self._placed(block, start, end, new)
        # From behind, so that what stands in front keeps its place.
        for edit, place in reversed(placed):
            place.change(self, edit.new)
        return bool(placed)

    def allows(self, block: Block, start: int, end: int, new: str) -> bool:
        """Say whether `suggest` could make this change; nothing is changed."""
        return bool(self._placed(block, start, end, new))

    def wrapped(self, tag: str) -> Any:
        """Return a new ``w:ins`` or ``w:del``."""
        number = self._next
        self._next += 1
        return self._make.new(tag, id=str(number), author=AUTHOR, date=self._date)

    def run_like(self, run: Any, text: str) -> Any:
        """Return a run with `text` that looks like `run`."""
        made = self._make.new("r")
        properties = child(run, "w:rPr")
        if properties is not None:
            looks = deepcopy(properties)
            for change in [part for part in looks if name(part) == "w:rPrChange"]:
                looks.remove(change)
            made.append(looks)
        for number, line in enumerate(text.split("\t")):
            if number:
                self._make.below(made, "tab")
            if line:
                words = self._make.below(made, "t")
                words.text = line
                words.set(XML_SPACE, "preserve")
        return made

    def deleted(self, run: Any) -> None:
        """Make the text of a run deleted text."""
        for element in run:
            if name(element) == "w:t":
                element.tag = element.tag.replace("}t", "}delText")
                element.set(XML_SPACE, "preserve")

    def _placed(self, block: Block, start: int, end: int, new: str) -> list[tuple[Edit, _Place]]:
        """Return the edits with where they go; none at all where one may not be made."""
        placed = []
        for edit in smallest(block.text[start:end], new):
            moved = Edit(start + edit.start, start + edit.end, writable(edit.new))
            place = self._place(block, moved)
            if place is None:
                return []
            placed.append((moved, place))
        return placed

    def _place(self, block: Block, edit: Edit) -> _Place | None:
        """Return where an edit goes, or None where it may not be made."""
        insertion = edit.start == edit.end
        # An insertion stands behind the character before it, or before the first one of all.
        before = insertion and edit.start > 0
        first = _source(block, edit.start - 1 if before else edit.start)
        last = first if insertion else _source(block, edit.end - 1)
        if first is None or last is None or first[0] != last[0]:
            return None
        paragraph = self._paragraphs.get(first[0])
        if paragraph is None:
            return None
        pieces = pieces_between(paragraph, first[1:], last[1:])
        if not all(_may_change(piece, paragraph) for piece in pieces):
            return None
        if not insertion and not _only_text(pieces):
            return None
        return _Place(paragraph, first[1:], last[1:], insertion, before)


class _Place:
    """The characters of one paragraph that an edit takes out, or beside which it puts something."""

    def __init__(
        self,
        paragraph: MappedParagraph,
        first: tuple[int, int],
        last: tuple[int, int],
        insertion: bool,
        before: bool,
    ) -> None:
        self._paragraph = paragraph
        self._first = first
        self._last = last
        self._insertion = insertion
        self._before = before

    def change(self, revisions: Revisions, new: str) -> None:
        """Make the edit."""
        paragraph, first, last = self._paragraph, self._first, self._last
        if self._insertion and self._before:
            run = run_until(paragraph, first[0], first[1] + 1)
            _put_behind(run, revisions, run, new)
        elif self._insertion:
            run = run_from(paragraph, *first)
            inserted = revisions.wrapped("ins")
            inserted.append(revisions.run_like(run, new))
            run.addprevious(inserted)
        else:
            run_from(paragraph, *first)
            run_until(paragraph, last[0], last[1] + 1)
            runs = [piece.run for piece in pieces_between(paragraph, first, last)]
            looks = runs[0]
            deleted: Any = None
            for group in _beside(list(dict.fromkeys(runs))):
                deleted = revisions.wrapped("del")
                group[0].addprevious(deleted)
                for run in group:
                    deleted.append(run)
                    if name(run) == "w:r":
                        revisions.deleted(run)
            if new:
                _put_behind(deleted, revisions, looks, new)


def _put_behind(element: Any, revisions: Revisions, looks: Any, new: str) -> None:
    inserted = revisions.wrapped("ins")
    inserted.append(revisions.run_like(looks, new))
    inserted.tail, element.tail = element.tail, None
    element.addnext(inserted)


def _beside(runs: Sequence[Any]) -> Iterator[list[Any]]:
    """Yield the runs in groups that stand side by side; spelling marks between them come along."""
    group: list[Any] = []
    for run in runs:
        between: list[Any] = []
        if group:
            following = group[-1].getnext()
            while following is not None and name(following) == "w:proofErr":
                between.append(following)
                following = following.getnext()
            if following is not run:
                yield group
                group, between = [], []
        group += [*between, run]
    if group:
        yield group


def _source(block: Block, offset: int) -> tuple[int, int, int] | None:
    """Return paragraph, text element and character of an offset in a block, if it has a source."""
    origin = block.origin_at(offset)
    if origin is None or not origin.start <= offset < origin.end:
        return None
    return origin.paragraph, origin.run, origin.offset + offset - origin.start


def _may_change(piece: Piece, paragraph: MappedParagraph) -> bool:
    """Whether the text of a piece is the writer's, and its run stands where a change may be."""
    if piece.fixed or piece.element.getparent() is not piece.run:
        return False
    for ancestor in piece.run.iterancestors():
        if ancestor is paragraph.element:
            return True
        if name(ancestor) not in _PLAIN_HOLDERS:
            return False
    return False


def _only_text(pieces: Sequence[Piece]) -> bool:
    """Whether nothing but text stands between the first and the last of the pieces in their runs."""
    for run in dict.fromkeys(piece.run for piece in pieces):
        inside = [piece.element for piece in pieces if piece.run is run]
        children = list(run)
        between = children[children.index(inside[0]) : children.index(inside[-1]) + 1]
        if any(name(element) not in _TEXT for element in between):
            return False
    return True
