"""The one map between the text of a Word file and its runs, for reading and for writing.

Counted are the characters a reader sees: inserted text but not deleted text, the results of fields
but not their codes, no hidden text, no text boxes or notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from brievenbus.documents.word.names import attribute, both, is_on, name
from brievenbus.documents.word.package import Package
from brievenbus.documents.word.styles import Styles, child, load_styles

_FIXED_TEXT = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:br": "\n",
    "w:cr": "\n",
    "w:noBreakHyphen": "-",
    "w:softHyphen": "",
}
_DELETED = frozenset({"w:del", "w:moveFrom"})
_OTHER_STORIES = frozenset({"w:txbxContent", "w:drawing", "w:pict", "w:object"})
_NO_TEXT = frozenset(
    {
        "w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr", "w:tblPr", "w:tblGrid", "w:trPr", "w:tcPr",
        "w:tblPrEx", "w:sectPr", "w:delText", "w:delInstrText", "w:altChunk", "w:ruby",
    }
)  # fmt: skip
_PROMPT_WORDS = 12
"""The prompt of a content control that is longer is example text, to be read as such."""
_MERGE_FIELD = re.compile(r"\s*MERGEFIELD\s+(?:\"([^\"]+)\"|([^\s\\]+))", re.IGNORECASE)
_WHITE = re.compile("[\t\n\r]")


@dataclass(eq=False, slots=True)
class MergeField:
    """A place to be filled in, as the file marks it; its name may be empty."""

    name: str


@dataclass(eq=False, slots=True)
class Piece:
    """A text-bearing element of a run, or after splitting a part of one.

    `number` counts the text-bearing elements of the paragraph, `offset` is where `text` begins in
    the element as it was read; both stay what they were when an element is split.
    """

    element: Any
    run: Any
    text: str
    number: int
    offset: int = 0
    bold: bool = False
    merge_field: MergeField | None = None


@dataclass(eq=False, slots=True)
class MappedParagraph:
    """A paragraph with its text in pieces. `number` counts all paragraphs of the part."""

    element: Any
    number: int
    cell: int | None
    pieces: list[Piece] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What a reader sees of the paragraph."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def mark_deleted(self) -> bool:
        """Whether the end of the paragraph is deleted: the next one continues it."""
        mark = child(child(self.element, "w:pPr"), "w:rPr")
        return child(mark, "w:del") is not None or child(mark, "w:moveFrom") is not None


def map_text(package: Package) -> list[MappedParagraph]:
    """Return the paragraphs of the main text in reading order, those without text too."""
    walker = _Walker(package.root(package.main), load_styles(package))
    walker.visit(walker.root)
    return walker.paragraphs


@dataclass(slots=True)
class _OpenField:
    code: list[str] = field(default_factory=list)
    in_result: bool = False
    merge_field: MergeField | None = None

    def show_result(self) -> None:
        self.in_result = True
        match = _MERGE_FIELD.match("".join(self.code))
        self.merge_field = MergeField(match[1] or match[2]) if match else None


class _Walker:
    """Goes through the text once, keeping track of where it is."""

    def __init__(self, root: Any, styles: Styles) -> None:
        self.root = root
        self.paragraphs: list[MappedParagraph] = []
        self._styles = styles
        self._numbers = {p: i for i, p in enumerate(root.iter(*both("p")))}
        self._closed = _matched_fields(root)
        self._fields: list[_OpenField] = []
        self._prompts: list[MergeField] = []
        self._cells: list[int] = []
        self._cell_count = 0
        self._deleted = 0
        self._inside: list[MappedParagraph] = []

    def visit(self, element: Any) -> None:
        """Take in the children of `element`."""
        for part in element:
            kind = name(part)
            if kind == "w:r":
                self._run(part)
            elif kind == "w:p":
                self._paragraph(part)
            elif kind == "w:tc":
                self._cell(part)
            elif kind in _DELETED:
                self._deleted += 1
                self.visit(part)
                self._deleted -= 1
            elif kind == "w:fldSimple":
                self._simple_field(part)
            elif kind == "w:sdt":
                self._content_control(part)
            elif kind == "mc:AlternateContent":
                self._alternate(part)
            elif kind.startswith("w:") and kind not in _NO_TEXT | _OTHER_STORIES:
                self.visit(part)

    def _paragraph(self, element: Any) -> None:
        cell = self._cells[-1] if self._cells else None
        paragraph = MappedParagraph(element, self._numbers[element], cell)
        self.paragraphs.append(paragraph)
        self._inside.append(paragraph)
        self.visit(element)
        self._inside.pop()

    def _cell(self, element: Any) -> None:
        self._cell_count += 1
        self._cells.append(self._cell_count)
        self.visit(element)
        self._cells.pop()

    def _simple_field(self, element: Any) -> None:
        opened = _OpenField([attribute(element, "instr") or ""])
        opened.show_result()
        self._fields.append(opened)
        self.visit(element)
        self._fields.pop()

    def _content_control(self, element: Any) -> None:
        properties = child(element, "w:sdtPr")
        prompt = "".join(part.text or "" for part in element.iter() if name(part) == "w:t")
        shows_prompt = is_on(child(properties, "w:showingPlcHdr"))
        if shows_prompt and len(prompt.split()) <= _PROMPT_WORDS:
            named = child(properties, "w:alias")
            title = "" if named is None else attribute(named, "val") or ""
            self._prompts.append(MergeField(title))
            self.visit(element)
            self._prompts.pop()
        else:
            self.visit(element)

    def _alternate(self, element: Any) -> None:
        # The same content in several forms: the first is what Word shows.
        form = child(element, "mc:Choice")
        if form is None:
            form = child(element, "mc:Fallback")
        if form is not None:
            self.visit(form)

    def _run(self, run: Any) -> None:
        properties = child(run, "w:rPr")
        hidden = self._has(properties, "w:vanish")
        bold: bool | None = None
        for part in run:
            kind = name(part)
            if kind == "w:fldChar":
                self._field_mark(part)
            elif kind == "w:instrText":
                if self._fields and not self._fields[-1].in_result:
                    self._fields[-1].code.append(part.text or "")
            elif (kind == "w:t" or kind in _FIXED_TEXT) and self._visible(hidden):
                bold = self._has(properties, "w:b") if bold is None else bold
                self._add(part, run, kind, bold)

    def _visible(self, hidden: bool) -> bool:
        shown = not hidden and not self._deleted and bool(self._inside)
        return shown and all(opened.in_result for opened in self._fields)

    def _add(self, element: Any, run: Any, kind: str, bold: bool) -> None:
        text = _FIXED_TEXT.get(kind)
        if text is None:
            text = _WHITE.sub(" ", element.text or "")
        pieces = self._inside[-1].pieces
        number = pieces[-1].number + 1 if pieces else 0
        pieces.append(Piece(element, run, text, number, 0, bold, self._merge_field()))

    def _merge_field(self) -> MergeField | None:
        for opened in self._fields:
            if opened.merge_field:
                return opened.merge_field
        return self._prompts[-1] if self._prompts else None

    def _field_mark(self, element: Any) -> None:
        if element not in self._closed:
            return
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            self._fields.append(_OpenField())
        elif kind == "separate" and self._fields:
            self._fields[-1].show_result()
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _has(self, properties: Any, wanted: str) -> bool:
        own = child(properties, wanted)
        if own is not None:
            return is_on(own)
        style = child(properties, "w:rStyle")
        if style is not None and self._styles.has(attribute(style, "val"), wanted):
            return True
        if not self._inside:
            return False
        style = child(child(self._inside[-1].element, "w:pPr"), "w:pStyle")
        return style is not None and self._styles.has(attribute(style, "val"), wanted)


def _matched_fields(root: Any) -> set[Any]:
    """Return the marks of fields that are begun as well as ended; others would swallow the text."""
    matched: set[Any] = set()
    if next(root.iter(*both("fldChar")), None) is None:
        return matched
    opened: list[list[Any]] = []
    for element in _field_marks(root):
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            opened.append([element])
        elif opened:
            opened[-1].append(element)
            if kind == "end":
                matched.update(opened.pop())
    return matched


def _field_marks(element: Any) -> Iterator[Any]:
    # Text boxes and notes are stories of their own, with fields of their own.
    for part in element:
        kind = name(part)
        if kind == "w:fldChar":
            yield part
        elif kind == "mc:AlternateContent":
            form = child(part, "mc:Choice")
            yield from _field_marks(part if form is None else form)
        elif kind.startswith(("w:", "mc:")) and kind not in _OTHER_STORIES:
            yield from _field_marks(part)
