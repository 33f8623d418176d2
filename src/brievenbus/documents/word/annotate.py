"""Putting remarks in a copy of a Word file, as comments on exactly the words they are about."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from brievenbus.documents.errors import DocumentError
from brievenbus.documents.opening import damaged, load
from brievenbus.documents.remarks import AnnotationResult, Remark
from brievenbus.documents.replacing import check_target, write
from brievenbus.documents.word.comments import Comments, serialized
from brievenbus.documents.word.names import attribute, both, name
from brievenbus.documents.word.package import Package, open_package
from brievenbus.documents.word.splitting import run_from, run_until
from brievenbus.documents.word.styles import child
from brievenbus.documents.word.textmap import MappedParagraph, map_text
from brievenbus.letter.model import Block, Letter

_CHANGED = DocumentError("De brief is veranderd nadat hij is nagekeken. Kijk hem opnieuw na.")


def annotate(
    source: Path,
    target: Path,
    letter: Letter,
    remarks: Sequence[Remark],
    summary: str,
    *,
    overwrite: bool = False,
) -> AnnotationResult:
    """Write a copy of the Word file `source` with the remarks as comments.

    `letter` is `source` as it was read. `summary` becomes a comment at the top, unless empty. The
    visible text, the formatting and all parts that do not concern comments stay as they are.

    Raises:
        DocumentError: when `source` cannot be read or was changed, or `target` cannot be written.
    """
    check_target(source, target, overwrite=overwrite)
    package = open_package(load(source))
    try:
        commented = _Commented(package)
        commented.summarise(summary)
        for remark in remarks:
            commented.remark(letter.blocks[remark.block], remark)
        data = _rewritten(package, commented.changed_parts())
    except DocumentError:
        raise
    except LookupError as error:
        raise _CHANGED from error
    except Exception as error:  # whatever a broken file makes lxml or zipfile do
        raise damaged() from error
    write(target, data)
    return AnnotationResult(target, len(remarks), commented.approximate)


class _Commented:
    """The text of a file while comments are put in it."""

    def __init__(self, package: Package) -> None:
        self.approximate = 0
        self._package = package
        self._paragraphs = {paragraph.number: paragraph for paragraph in map_text(package)}
        self._comments = Comments(package)

    def summarise(self, text: str) -> None:
        """Put a comment on the first run with text, or in the first paragraph."""
        if not text or not self._paragraphs:
            return
        number = self._comments.add(text)
        for paragraph in self._paragraphs.values():
            for piece in paragraph.pieces:
                if piece.text.strip():
                    whole = _whole(piece.run)
                    field = _field_around(paragraph.element, piece.run)
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
        opening = self._border(first.paragraph, first.run, start, begins=True)
        closing = self._border(last.paragraph, last.run, end, begins=False)
        self._mark(opening, closing, self._comments.add(remark.text))
        if not (_holds_text(opening) and _holds_text(closing)):
            self.approximate += 1

    def changed_parts(self) -> dict[str, bytes]:
        """Return the parts that differ from the source."""
        main = serialized(self._package.root(self._package.main))
        return {self._package.main: main, **self._comments.changed_parts()}

    def _border(self, paragraph: int, piece: int, offset: int, *, begins: bool) -> Any:
        mapped = self._paragraphs[paragraph]
        run = _run_of(mapped, piece)
        whole = _whole(run)
        if name(whole) != "w:r":
            return whole
        field = _field_around(mapped.element, run)
        if field is not None:
            return field[0] if begins else field[1]
        split = run_from if begins else run_until
        return split(mapped, piece, offset)

    def _mark(self, first: Any, last: Any, number: int) -> None:
        first.addprevious(self._comments.start_mark(number))
        end, reference = self._comments.end_mark(number), self._comments.reference(number)
        end.tail, last.tail = last.tail, None
        last.addnext(end)
        end.addnext(reference)


def _run_of(paragraph: MappedParagraph, number: int) -> Any:
    for piece in paragraph.pieces:
        if piece.number == number:
            return piece.run
    raise LookupError(f"no text element {number}")


def _whole(run: Any) -> Any:
    """Return the run, or what around it must not be split.

    Word refills a field and a content control that is bound to data, and would lose a mark inside it.
    """
    for ancestor in run.iterancestors():
        kind = name(ancestor)
        if kind == "w:p":
            break
        if kind == "w:fldSimple":
            return ancestor
        if kind == "w:sdt" and child(child(ancestor, "w:sdtPr"), "w:dataBinding") is not None:
            return ancestor
    return run


def _field_around(paragraph: Any, run: Any) -> tuple[Any, Any] | None:
    """Return the first and last run of the outermost field in `paragraph` that holds `run`.

    A mark inside the result of a field becomes text of that field in LibreOffice, and is lost in Word
    when the field is filled. A field that begins or ends in another paragraph is left alone.
    """
    opened: list[Any] = []
    holds = False
    for each in paragraph.iter(*both("r")):
        for mark in each.iterchildren(*both("fldChar")):
            kind = attribute(mark, "fldCharType")
            if kind == "begin":
                opened.append(each)
            elif kind == "end" and opened:
                begin = opened.pop()
                if not opened:
                    if holds or each is run:
                        return begin, each
                    holds = False
        holds = bool(opened) and (holds or each is run)
    return None


def _holds_text(element: Any) -> bool:
    """Whether a border is a run with text: it is not when a field or control was taken whole."""
    return name(element) == "w:r" and child(element, "w:fldChar") is None


def _rewritten(package: Package, changed: dict[str, bytes]) -> bytes:
    """Return the file with some parts changed or added, and the others byte for byte."""
    output = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package.data)) as old,
        zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in package.names:
            entry = old.getinfo(part)
            data = changed.get(part)
            new.writestr(entry, old.read(part) if data is None else data, entry.compress_type)
        for part in changed.keys() - set(package.names):
            fresh = zipfile.ZipInfo(part)
            new.writestr(fresh, changed[part], zipfile.ZIP_DEFLATED)
    return output.getvalue()
