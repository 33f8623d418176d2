"""Putting remarks in a copy of a Word file: as comments on exactly the words, and as changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from brievenbus.documents.errors import DocumentError
from brievenbus.documents.limits import DEFAULT, Limits
from brievenbus.documents.opening import damaged, load
from brievenbus.documents.remarks import AnnotationResult, Remark
from brievenbus.documents.replacing import check_target, write
from brievenbus.documents.word.comments import Comments
from brievenbus.documents.word.marks import is_ours, serialized
from brievenbus.documents.word.package import Package, open_package
from brievenbus.documents.word.placing import border, field_around, whole_around
from brievenbus.documents.word.revisions import Revisions
from brievenbus.documents.word.rewriting import rewritten
from brievenbus.documents.word.textmap import map_main
from brievenbus.letter.model import Block, Letter, Story


def takes_comment(block: Block) -> bool:
    """Whether Word allows a comment on a block: only on the main text, not in a box or a header."""
    return block.story is Story.MAIN


def annotate(
    source: Path,
    target: Path,
    letter: Letter,
    remarks: Sequence[Remark],
    summary: str,
    *,
    overwrite: bool = False,
    limits: Limits = DEFAULT,
) -> AnnotationResult:
    """Write a copy of the Word file `source` with the remarks as comments.

    `letter` is `source` as it was read; remarks are on blocks that `takes_comment`. `summary` becomes a
    comment at the top, unless empty. A remark with a suggestion becomes a tracked change as well, where
    the text may be changed and no earlier remark changes it. All parts that do not concern remarks stay
    as they are, and so does the text once the changes are rejected.

    Raises:
        DocumentError: when `source` cannot be read or was changed, or `target` cannot be written.
    """
    check_target(source, target, overwrite=overwrite)
    made = annotate_bytes(load(source, limits), letter, remarks, summary, limits)
    write(target, made.data)
    return AnnotationResult(
        target, len(remarks), made.approximate, made.suggested, made.marked_before
    )


@dataclass(frozen=True, slots=True)
class Annotated:
    """A Word file with remarks in it, and what became of them; see `AnnotationResult`."""

    data: bytes
    approximate: int
    suggested: tuple[Remark, ...]
    marked_before: bool


def annotate_bytes(
    source: bytes,
    letter: Letter,
    remarks: Sequence[Remark],
    summary: str,
    limits: Limits = DEFAULT,
) -> Annotated:
    """Do what `annotate` does, with a file in memory; nothing is written.

    Raises:
        DocumentError: when `source` cannot be read, or is not the file that `letter` was read from.
    """
    package = open_package(source, limits)
    try:
        annotated = _Annotated(package)
        annotated.summarise(summary)
        for remark in remarks:
            annotated.remark(letter.blocks[remark.block], remark)
        # Only now, because a mark inside deleted text would go when the change is accepted.
        suggested = annotated.suggest_all(letter, remarks)
        data = rewritten(package, annotated.changed_parts())
    except DocumentError:
        raise
    except LookupError as error:
        raise DocumentError(
            "De brief is veranderd nadat hij is nagekeken. Kijk hem opnieuw na."
        ) from error
    except Exception as error:  # whatever a broken file makes lxml or zipfile do
        raise damaged() from error
    return Annotated(data, annotated.approximate, suggested, annotated.marked_before)


class _Annotated:
    """The main text of a file while marks are put in it."""

    def __init__(self, package: Package) -> None:
        self.approximate = 0
        self._package = package
        self._paragraphs = {paragraph.number: paragraph for paragraph in map_main(package)}
        self._comments = Comments(package)
        self.marked_before = any(is_ours(comment) for comment in self._comments.root)

    def summarise(self, text: str) -> None:
        """Put a comment on the first run with text, or in the first paragraph."""
        if not text or not self._paragraphs:
            return
        number = self._comments.add(text)
        for paragraph in self._paragraphs.values():
            for piece in paragraph.pieces:
                if piece.text.strip():
                    whole = whole_around(piece)
                    field = field_around(paragraph, whole)
                    first, last = field if field is not None else (whole, whole)
                    self._mark(first, last, number)
                    return
        start = next(iter(self._paragraphs.values())).element
        for element in (
            self._comments.start_mark(number),
            self._comments.end_mark(number),
            self._comments.reference(number),
        ):
            start.append(element)

    def remark(self, block: Block, remark: Remark) -> None:
        """Put a comment on the characters the remark is about."""
        if not takes_comment(block):
            raise LookupError("a block on which Word allows no comment")
        touched = [
            origin
            for origin in block.origins
            if origin.start < max(remark.end, remark.start + 1) and origin.end > remark.start
        ] or list(block.origins[:1])
        if not touched:
            raise LookupError("a block without origin")
        first, last = touched[0], touched[-1]
        start = first.offset + max(0, remark.start - first.start)
        end = last.offset + max(1, min(remark.end, last.end) - last.start)
        opening, exact = border(self._paragraphs[first.paragraph], first.run, start, begins=True)
        closing, also = border(self._paragraphs[last.paragraph], last.run, end, begins=False)
        self._mark(opening, closing, self._comments.add(remark.text))
        self.approximate += not (exact and also)

    def suggest_all(self, letter: Letter, remarks: Sequence[Remark]) -> tuple[Remark, ...]:
        """Make the suggestions changes, where no earlier one changes the text; return which."""
        wanted = [remark for remark in remarks if remark.suggestion is not None]
        if not wanted:
            return ()
        revisions = Revisions(self._package, self._paragraphs)
        changed: dict[int, list[Remark]] = {}
        for remark in wanted:
            others = changed.setdefault(remark.block, [])
            block, new = letter.blocks[remark.block], remark.suggestion or ""
            if any(_overlap(remark, other) for other in others):
                continue
            if revisions.suggest(block, remark.start, remark.end, new):
                others.append(remark)
        return tuple(remark for each in changed.values() for remark in each)

    def changed_parts(self) -> dict[str, bytes]:
        """Return the parts that differ from the source."""
        main = serialized(self._package.root(self._package.main))
        return {self._package.main: main, **self._comments.changed_parts()}

    def _mark(self, first: Any, last: Any, number: int) -> None:
        first.addprevious(self._comments.start_mark(number))
        end, reference = self._comments.end_mark(number), self._comments.reference(number)
        end.tail, last.tail = last.tail, None
        last.addnext(end)
        end.addnext(reference)


def _overlap(remark: Remark, other: Remark) -> bool:
    return remark.start < other.end and other.start < remark.end
