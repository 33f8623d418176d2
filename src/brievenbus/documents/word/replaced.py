"""Writing a Word file with pieces of its text replaced, and without what tells who worked on it.

Layout stays: the new text stands in the run where the old text began. Parts in which nothing changes are
carried over byte for byte. Text that no reader sees (a header that no page shows, the older form of a text
box, a field code, a description of a picture) is given to the caller, who says what to replace there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from brievenbus.documents.edits import Edit
from brievenbus.documents.errors import DocumentError
from brievenbus.documents.limits import DEFAULT, Limits
from brievenbus.documents.opening import damaged
from brievenbus.documents.word.authorship import Authorship, refuse_unfit
from brievenbus.documents.word.marks import serialized, writable
from brievenbus.documents.word.names import TEXT_PATH, XML_SPACE, both, child, name
from brievenbus.documents.word.package import Package, open_package
from brievenbus.documents.word.rewriting import rewritten
from brievenbus.documents.word.stories import map_stories
from brievenbus.documents.word.styles import load_styles
from brievenbus.documents.word.textmap import Piece
from brievenbus.letter.model import Letter, Origin

Elsewhere = Callable[[Sequence[str], bool], Sequence[Sequence[Edit]]]
"""Says what to replace in texts that are no part of the letter; the second argument says that they are prose,
not codes and addresses."""

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_TEXTS = frozenset({*both("t"), *both("delText"), f"{_A}t"})
_PARAGRAPHS = frozenset({*both("p"), f"{_A}p"})
_DESCRIBING = frozenset({"descr", "title", "alt", "string", "tooltip", "instr", "name", "Target"})
"""Attributes, without their namespace, in which a writer's words may stand."""
_VALUED = frozenset({"alias", "tag", "docVar", "listItem", "docPart"})
"""Elements whose value a writer chose."""
_VALUES = frozenset({"val", "displayText", "value"})
_NO_WORDS = (
    "styles.xml",
    "fonttable.xml",
    "theme1.xml",
    "numbering.xml",
    "websettings.xml",
    "styleswitheffects.xml",
)
"""Parts that say how things look: names of styles and fonts, no words of a writer."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """A Word file with text replaced: how many comments went, and whether it holds pictures or macros."""

    data: bytes
    comments: int
    pictures: bool
    macros: bool


def replaced(
    source: bytes,
    letter: Letter,
    edits: Sequence[Edit],
    elsewhere: Elsewhere,
    limits: Limits = DEFAULT,
) -> Replaced:
    """Return the Word file `source` with `edits` made, whose offsets are in the text of `letter`.

    Comments go, and so do the names of who wrote, changed and commented. `letter` is `source` as it was read.

    Raises:
        DocumentError: when `source` cannot be read, is not the file that `letter` was read from, holds
            changes that are not accepted yet, or another file.
    """
    package = open_package(source, limits)
    try:
        refuse_unfit(package)
        copy = _Copy(package)
        copy.replace(letter, edits)
        copy.replace_elsewhere(elsewhere)
        authorship = Authorship(package)
        changed = {**copy.changed_parts(), **authorship.removed(copy.touched)}
        data = rewritten(package, changed)
    except DocumentError:
        raise
    except LookupError as error:
        raise DocumentError(
            "De brief is veranderd nadat hij is gelezen. Probeer het opnieuw."
        ) from error
    except Exception as error:  # whatever a broken file makes lxml or zipfile do
        raise damaged() from error
    return Replaced(data, authorship.comments, authorship.pictures, authorship.macros)


class _Copy:
    """The parts of a file while text in them is replaced."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self.touched: set[str] = set()
        self._pieces: dict[tuple[str, int, int], list[Piece]] = {}
        self._seen: set[Any] = set()
        self._owners: dict[Any, tuple[int, tuple[str, int, int]]] = {}
        for story in map_stories(package, load_styles(package)):
            for paragraph in story.paragraphs:
                for piece in paragraph.pieces:
                    key = (story.part, paragraph.number, piece.number)
                    self._pieces.setdefault(key, []).append(piece)
                    self._seen.add(piece.element)

    def replace(self, letter: Letter, edits: Sequence[Edit]) -> None:
        """Make the edits in what readers see."""
        cuts: dict[Any, list[tuple[int, int, str]]] = {}
        for edit in edits:
            new = edit.new
            for block, origin, start, end, text in _slices(letter, edit):
                piece = self._piece(block, origin, start, text)
                cuts.setdefault(piece.element, []).append((start, end, new))
                self.touched.add(origin.part)
                new = ""
        for element, changes in cuts.items():
            _cut(element, changes)

    def replace_elsewhere(self, elsewhere: Elsewhere) -> None:
        """Make the edits that the caller asks for in all other texts."""
        unseen = [unit for part in self._worded_parts() for unit in self._units(part)]
        for prose in (True, False):
            units = [unit for unit in unseen if unit.prose is prose]
            asked = elsewhere([unit.text for unit in units], prose)
            for unit, edits in zip(units, asked, strict=True):
                if edits:
                    unit.change(edits)
                    self.touched.add(unit.part)

    def changed_parts(self) -> dict[str, bytes | None]:
        """Return the parts in which text was replaced."""
        return {part: serialized(self._package.root(part)) for part in sorted(self.touched)}

    def _piece(self, block: int, origin: Origin, start: int, text: str) -> Piece:
        """Return the piece that a stretch came from; drawn texts of one paragraph share their numbers."""
        key = (origin.part, origin.paragraph, origin.run)
        for piece in self._pieces[key]:
            owner = self._owners.get(piece.element, (block, key))
            if owner == (block, key) and _alike(piece.text[start : start + len(text)], text):
                self._owners[piece.element] = owner
                return piece
        raise LookupError("text that does not stand where it should")

    def _worded_parts(self) -> Iterator[str]:
        for part in self._package.names:
            low = part.lower()
            if (
                low.endswith((".xml", ".rels"))
                and not low.endswith(_NO_WORDS)
                and low != "[content_types].xml"
            ):
                yield part

    def _units(self, part: str) -> Iterator[_Unit]:
        root = self._package.root(part)
        paragraphs: dict[Any, list[Any]] = {}
        for element in root.iter():
            if not isinstance(element.tag, str):
                continue
            yield from _attributes(part, element)
            if element in self._seen:
                continue
            if element.tag in _TEXTS:
                paragraphs.setdefault(_paragraph(element), []).append(element)
            elif name(element) == "w:instrText" or _is_loose_text(element):
                yield _Unit(part, [element], None, prose=False)
        for elements in paragraphs.values():
            yield _Unit(part, elements, None, prose=True)


@dataclass(slots=True)
class _Unit:
    """A text of its own in a part: that of some elements, or of one attribute."""

    part: str
    elements: list[Any]
    attribute: str | None
    prose: bool

    @property
    def text(self) -> str:
        """What stands there."""
        if self.attribute is not None:
            return str(self.elements[0].get(self.attribute))
        return "".join(element.text or "" for element in self.elements)

    def change(self, edits: Sequence[Edit]) -> None:
        """Make edits in it."""
        if self.attribute is not None:
            text = self.text
            for edit in sorted(edits, key=lambda each: -each.start):
                text = text[: edit.start] + writable(edit.new) + text[edit.end :]
            self.elements[0].set(self.attribute, text)
            return
        borders = [0]
        for element in self.elements:
            borders.append(borders[-1] + len(element.text or ""))
        cuts: dict[Any, list[tuple[int, int, str]]] = {}
        for edit in edits:
            new = edit.new
            for number, element in enumerate(self.elements):
                start, end = max(edit.start, borders[number]), min(edit.end, borders[number + 1])
                if start < end:
                    cuts.setdefault(element, []).append(
                        (start - borders[number], end - borders[number], new)
                    )
                    new = ""
        for element, changes in cuts.items():
            _cut(element, changes)


def _slices(letter: Letter, edit: Edit) -> Iterator[tuple[int, Origin, int, int, str]]:
    """Yield where the characters of an edit came from: block, origin, start and end in its element."""
    first = letter.block_at(edit.start)
    for number in range(first, len(letter.blocks)):
        block, begins = letter.blocks[number], letter.starts[number]
        if begins >= edit.end:
            break
        for origin in block.origins:
            start = max(edit.start - begins, origin.start)
            end = min(edit.end - begins, origin.end)
            if start < end:
                shift = origin.offset - origin.start
                yield number, origin, start + shift, end + shift, block.text[start:end]


def _cut(element: Any, changes: Sequence[tuple[int, int, str]]) -> None:
    """Put new text in place of stretches of one element; tabs and line ends stay."""
    in_attribute = element.tag == TEXT_PATH
    if not in_attribute and element.tag not in _TEXTS and (name(element) or "w:x") in _FIXED:
        _cut_character(element, changes)
        return
    text = (element.get("string") or "") if in_attribute else _whole(element)
    for start, end, new in sorted(changes, reverse=True):
        text = text[:start] + writable(new) + text[end:]
    _free(element)
    if in_attribute:
        element.set("string", text)
        return
    for part in list(element):
        element.remove(part)
    element.text = text
    if text != text.strip():
        element.set(XML_SPACE, "preserve")


_FIXED = frozenset({"w:noBreakHyphen", "w:sym", "w:tab", "w:ptab", "w:br", "w:cr", "w:softHyphen"})
_WHITE = frozenset({"w:tab", "w:ptab", "w:br", "w:cr"})


def _cut_character(element: Any, changes: Sequence[tuple[int, int, str]]) -> None:
    """Take out an element that stands for one character, or put text in its place."""
    new = "".join(text for _, _, text in changes)
    if name(element) in _WHITE and not new:
        return
    if new:
        words = element.makeelement(element.tag.rpartition("}")[0] + "}t")
        words.text = writable(new)
        element.addprevious(words)
    if name(element) not in _WHITE:
        element.getparent().remove(element)


def _free(element: Any) -> None:
    """Let a content control no longer fill in what was replaced: from elsewhere, or as a date."""
    for ancestor in element.iterancestors():
        if name(ancestor) == "w:sdt":
            properties = child(ancestor, "w:sdtPr")
            for part in list(properties) if properties is not None else ():
                if name(part) == "w:dataBinding" or part.tag.endswith("}dataBinding"):
                    properties.remove(part)
                elif name(part) == "w:date":
                    for key in [k for k in part.attrib if k.endswith("fullDate")]:
                        del part.attrib[key]


def _whole(element: Any) -> str:
    return (element.text or "") + "".join(part.tail or "" for part in element)


def _alike(written: str, text: str) -> bool:
    """Whether a text is what was read of it: spaces of all kinds are one."""
    return len(written) == len(text) and all(
        one == other or (one.isspace() and other.isspace())
        for one, other in zip(written, text, strict=True)
    )


def _paragraph(element: Any) -> Any:
    for ancestor in element.iterancestors():
        if ancestor.tag in _PARAGRAPHS:
            return ancestor
    return element.getparent()


def _is_loose_text(element: Any) -> bool:
    """Whether an element that is not Word's holds nothing but text: in properties, charts, data of forms."""
    return (
        len(element) == 0
        and bool((element.text or "").strip())
        and not name(element).startswith("w:")
    )


def _attributes(part: str, element: Any) -> Iterator[_Unit]:
    local = element.tag.rpartition("}")[2]
    for key in element.attrib:
        bare = key.rpartition("}")[2]
        if bare in _DESCRIBING and (
            bare != "name" or local in ("docPr", "cNvPr", "bookmarkStart", "docVar")
        ):
            prose = bare in ("descr", "title", "alt", "string") and element.tag != TEXT_PATH
            yield _Unit(part, [element], key, prose)
        elif local in _VALUED and bare in _VALUES:
            yield _Unit(part, [element], key, prose=False)
