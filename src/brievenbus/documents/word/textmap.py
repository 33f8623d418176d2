"""The one map between the text of a Word file and its runs, for reading and for writing.

Counted are the characters a reader sees: inserted text but not deleted text, the results of fields
but not their codes, no hidden text. Of content that the file holds in two forms, the one Word shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from brievenbus.documents.limits import Deadline, exceeded
from brievenbus.documents.word.names import (
    TEXT_PATH,
    attribute,
    both,
    child,
    is_on,
    name,
    shown_form,
    value,
)
from brievenbus.documents.word.package import Package
from brievenbus.documents.word.styles import Styles, load_styles
from brievenbus.documents.word.symbols import symbol
from brievenbus.letter.model import Story

_FIXED_TEXT = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:br": "\n",
    "w:cr": "\n",
    "w:noBreakHyphen": "-",
    "w:softHyphen": "",
}
_CHOSEN = frozenset({"w:dataBinding", "w:dropDownList", "w:comboBox", "w:date", "w14:checkbox"})
"""Content controls whose text is chosen or comes from elsewhere."""
_LOCKED = frozenset({"contentLocked", "sdtContentLocked"})
_PICTURES = frozenset({"w:drawing", "w:pict", "w:object"})
_NOTES = {"w:footnoteReference": Story.FOOTNOTE, "w:endnoteReference": Story.ENDNOTE}
_NO_TEXT = frozenset(
    {
        "w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr", "w:tblPr", "w:tblGrid", "w:trPr", "w:tcPr",
        "w:tblPrEx", "w:sectPr", "w:delText", "w:delInstrText", "w:altChunk", "w:rt", "w:rubyPr",
        "w:txbxContent",
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
    the element as it was read; both stay what they were when an element is split. `fixed` says that
    the text is not the writer's to change here: it is the result of a field, the prompt of a content
    control or one that is filled from elsewhere, or part of someone's tracked change.
    """

    element: Any
    run: Any
    text: str
    number: int
    offset: int = 0
    bold: bool = False
    merge_field: MergeField | None = None
    fixed: bool = False


@dataclass(eq=False, slots=True)
class MappedParagraph:
    """A paragraph with its text in pieces. `number` counts all paragraphs of the part.

    `has_fields` says that a field begins or ends in it.
    """

    element: Any
    number: int
    cell: int | None
    pieces: list[Piece] = field(default_factory=list)
    has_fields: bool = False

    @property
    def text(self) -> str:
        """What a reader sees of the paragraph."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def mark_deleted(self) -> bool:
        """Whether the end of the paragraph is deleted: the next one continues it."""
        mark = child(child(self.element, "w:pPr"), "w:rPr")
        return child(mark, "w:del") is not None or child(mark, "w:moveFrom") is not None


@dataclass(eq=False, slots=True)
class MappedStory:
    """The paragraphs of one story, those without text too.

    A text box hangs in a paragraph of its `host`: the one with number `anchor`. `notes` are the ids of
    the notes that are referred to, in order.
    """

    kind: Story
    part: str
    root: Any
    paragraphs: list[MappedParagraph] = field(default_factory=list)
    host: MappedStory | None = None
    anchor: int = 0
    notes: list[tuple[Story, str]] = field(default_factory=list)


class Mapper:
    """Maps the stories of one file; what they share is worked out once."""

    def __init__(self, package: Package, styles: Styles, deadline: Deadline | None = None) -> None:
        """Prepare for a file; `deadline` is when it must be done."""
        self._package = package
        self._styles = styles
        self._deadline = deadline or Deadline(package.limits)
        self._numbers: dict[str, dict[Any, int]] = {}

    def story(self, kind: Story, part: str, root: Any) -> list[MappedStory]:
        """Return the story that stands in `root`, an element of `part`, and its text boxes."""
        if part not in self._numbers:
            paragraphs = self._package.root(part).iter(*both("p"))
            self._numbers[part] = {element: number for number, element in enumerate(paragraphs)}
        stories: list[MappedStory] = []
        waiting = [MappedStory(kind, part, root)]
        while waiting:
            story = waiting.pop(0)
            stories.append(story)
            if story.root.tag == TEXT_PATH:
                story.paragraphs.append(_drawn(story))
                continue
            walker = _Walker(story, self._styles, self._numbers[part], self._watch)
            walker.visit(story.root)
            waiting += walker.boxes
        return stories

    def _watch(self, depth: int) -> None:
        self._deadline.check()
        if depth > self._package.limits.diepte:
            raise exceeded("diepte", self._package.limits)


def _drawn(story: MappedStory) -> MappedParagraph:
    """Return the text of a drawing as a paragraph; its place is that of the paragraph it hangs in."""
    piece = Piece(story.root, story.root, story.root.get("string") or "", 0, fixed=True)
    return MappedParagraph(story.root, story.anchor, None, [piece])


def map_main(package: Package) -> list[MappedParagraph]:
    """Return the paragraphs of the main text in reading order, those without text too."""
    mapper = Mapper(package, load_styles(package))
    return mapper.story(Story.MAIN, package.main, package.root(package.main))[0].paragraphs


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
    """Goes through one story, keeping track of where it is."""

    def __init__(
        self, story: MappedStory, styles: Styles, numbers: dict[Any, int], watch: Any
    ) -> None:
        self.story = story
        self.boxes: list[MappedStory] = []
        self._styles = styles
        self._numbers = numbers
        self._watch = watch
        self._closed = _matched_fields(story.root)
        self._fields: list[_OpenField] = []
        self._prompts: list[MergeField] = []
        self._cells: list[int] = []
        self._cell_count = 0
        self._deleted = 0
        self._guarded = 0
        self._depth = 0
        self._inside: list[MappedParagraph] = []
        self._by_kind = {
            "w:r": self._run,
            "w:p": self._paragraph,
            "w:tr": self._row,
            "w:tc": self._cell,
            "w:del": self._without_showing,
            "w:moveFrom": self._without_showing,
            "w:ins": self._guard,
            "w:moveTo": self._guard,
            "w:ruby": self._guard,
            "w:fldSimple": self._simple_field,
            "w:sdt": self._content_control,
            "mc:AlternateContent": self._alternate,
        }

    def visit(self, element: Any) -> None:
        """Take in the children of `element`."""
        self._depth += 1
        for part in element:
            kind = name(part)
            handle = self._by_kind.get(kind)
            if handle is not None:
                handle(part)
            elif kind.startswith("w:") and kind not in _NO_TEXT and kind not in _PICTURES:
                self.visit(part)
        self._depth -= 1

    def _paragraph(self, element: Any) -> None:
        self._watch(self._depth)
        cell = self._cells[-1] if self._cells else None
        paragraph = MappedParagraph(element, self._numbers[element], cell)
        self.story.paragraphs.append(paragraph)
        self._inside.append(paragraph)
        self.visit(element)
        self._inside.pop()

    def _row(self, element: Any) -> None:
        if child(child(element, "w:trPr"), "w:del") is None:
            self.visit(element)
        else:
            self._without_showing(element)

    def _cell(self, element: Any) -> None:
        properties = child(element, "w:tcPr")
        merged = child(properties, "w:vMerge")
        covered = merged is not None and attribute(merged, "val") != "restart"
        self._cell_count += 1
        self._cells.append(self._cell_count)
        if covered or child(properties, "w:cellDel") is not None:
            self._without_showing(element)
        else:
            self.visit(element)
        self._cells.pop()

    def _without_showing(self, element: Any) -> None:
        self._deleted += 1
        self.visit(element)
        self._deleted -= 1

    def _guard(self, element: Any) -> None:
        self._guarded += 1
        self.visit(element)
        self._guarded -= 1

    def _simple_field(self, element: Any) -> None:
        opened = _OpenField([attribute(element, "instr") or ""])
        opened.show_result()
        self._fields.append(opened)
        self.visit(element)
        self._fields.pop()

    def _content_control(self, element: Any) -> None:
        properties = child(element, "w:sdtPr")
        prompt = "".join(part.text or "" for part in element.iter(*both("t")))
        shows_prompt = is_on(child(properties, "w:showingPlcHdr"))
        guarded = shows_prompt or _is_not_typed(properties)
        if shows_prompt and len(prompt.split()) <= _PROMPT_WORDS:
            self._prompts.append(MergeField(value(properties, "w:alias") or ""))
            self._guard(element)
            self._prompts.pop()
        elif guarded:
            self._guard(element)
        else:
            self.visit(element)

    def _alternate(self, element: Any) -> None:
        form = shown_form(element)
        if form is not None:
            self.visit(form)

    def _run(self, run: Any) -> None:
        self._run_content(run, run, self._has(child(run, "w:rPr"), "w:vanish"))

    def _run_content(self, content: Any, run: Any, hidden: bool) -> None:
        bold: bool | None = None
        for part in content:
            kind = name(part)
            if kind == "w:fldChar":
                self._field_mark(part)
            elif kind == "w:instrText":
                if self._fields and not self._fields[-1].in_result:
                    self._fields[-1].code.append(part.text or "")
            elif not self._visible(hidden):
                continue
            elif kind in ("w:t", "w:sym") or kind in _FIXED_TEXT:
                bold = self._has(child(run, "w:rPr"), "w:b") if bold is None else bold
                self._add(part, run, kind, bold)
            elif kind in _NOTES:
                self.story.notes.append((_NOTES[kind], attribute(part, "id") or ""))
            elif kind in _PICTURES:
                self._boxes_in(part)
            elif kind == "mc:AlternateContent":
                form = shown_form(part)
                if form is not None:
                    self._run_content(form, run, hidden)
            elif kind == "w:ruby":
                self._guard(part)

    def _visible(self, hidden: bool) -> bool:
        shown = not hidden and not self._deleted and bool(self._inside)
        return shown and all(opened.in_result for opened in self._fields)

    def _boxes_in(self, element: Any) -> None:
        """Take the text boxes in a drawing as stories of their own."""
        for content in _box_contents(element):
            self._watch(self._depth)
            here = self._inside[-1].number
            self.boxes.append(
                MappedStory(Story.TEXT_BOX, self.story.part, content, host=self.story, anchor=here)
            )

    def _add(self, element: Any, run: Any, kind: str, bold: bool) -> None:
        text = _FIXED_TEXT.get(kind)
        if kind == "w:sym":
            text = symbol(attribute(element, "font"), attribute(element, "char"))
        elif text is None:
            text = _WHITE.sub(" ", _written(element))
        pieces = self._inside[-1].pieces
        number = pieces[-1].number + 1 if pieces else 0
        fixed = bool(self._fields) or self._guarded > 0 or len(element) > 0
        pieces.append(Piece(element, run, text, number, 0, bold, self._merge_field(), fixed))

    def _merge_field(self) -> MergeField | None:
        for opened in self._fields:
            if opened.merge_field:
                return opened.merge_field
        return self._prompts[-1] if self._prompts else None

    def _field_mark(self, element: Any) -> None:
        if self._inside:
            self._inside[-1].has_fields = True
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
        """Whether a run has a property that toggles; two styles that have it undo each other.

        Source: ECMA-376 part 1, 17.7.3.
        """
        own = child(properties, wanted)
        if own is not None:
            return is_on(own)
        styled = self._styles.has(value(properties, "w:rStyle"), wanted)
        if not self._inside:
            return styled
        paragraph = child(self._inside[-1].element, "w:pPr")
        return styled != self._styles.has(self._styles.of_paragraph(paragraph), wanted)


def _written(element: Any) -> str:
    """Return the text of an element; an XML comment in it does not end it."""
    if len(element) == 0:
        return element.text or ""
    return (element.text or "") + "".join(part.tail or "" for part in element)


def _is_not_typed(properties: Any) -> bool:
    """Whether the text of a content control may not be typed in, or would be filled again."""
    kinds = {name(part) for part in properties} if properties is not None else set()
    return bool(kinds & _CHOSEN) or value(properties, "w:lock") in _LOCKED


def _box_contents(element: Any) -> Iterator[Any]:
    """Yield the contents of the text boxes in a drawing, of each the form that Word shows.

    Text drawn as a picture (``v:textpath``) is one too; it holds no paragraphs.
    """
    kind = name(element)
    if kind == "w:txbxContent" or element.tag == TEXT_PATH:
        yield element
    elif kind == "mc:AlternateContent":
        form = shown_form(element)
        if form is not None:
            yield from _box_contents(form)
    else:
        for part in element:
            yield from _box_contents(part)


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
            form = shown_form(part)
            if form is not None:
                yield from _field_marks(form)
        elif kind.startswith("w:") and kind not in _PICTURES and kind != "w:txbxContent":
            yield from _field_marks(part)
