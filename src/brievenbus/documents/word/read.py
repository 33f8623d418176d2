"""Reading the text of a Word file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from brievenbus.documents.errors import DocumentError
from brievenbus.documents.opening import damaged
from brievenbus.documents.raw import Field, RawBuilder, RawParagraph
from brievenbus.documents.word.names import attribute, name
from brievenbus.documents.word.package import Package, open_package
from brievenbus.documents.word.styles import (
    Styles,
    child,
    has_numbering,
    is_outlined,
    load_styles,
)
from brievenbus.documents.word.textmap import MappedParagraph, MergeField, map_text


def read_word(data: bytes) -> tuple[list[RawParagraph], tuple[str, ...]]:
    """Return the paragraphs of a Word file, and Dutch sentences about what was not read.

    Raises:
        DocumentError: when the file cannot be read.
    """
    try:
        package = open_package(data)
        styles = load_styles(package)
        paragraphs = list(_raw_paragraphs(map_text(package), package.main, styles))
        return paragraphs, tuple(_warnings(package))
    except DocumentError:
        raise
    except Exception as error:  # whatever a broken file makes lxml or zipfile do
        raise damaged() from error


def _raw_paragraphs(
    paragraphs: Sequence[MappedParagraph], part: str, styles: Styles
) -> Iterator[RawParagraph]:
    together: list[MappedParagraph] = []
    gap = True
    for paragraph in paragraphs:
        together.append(paragraph)
        if paragraph.mark_deleted and paragraph is not paragraphs[-1]:
            continue
        raw = _raw(together, part, styles)
        together = []
        if raw.text.strip():
            yield replace(raw, gap_before=gap)
            gap = False
        else:
            gap = True


def _raw(paragraphs: Sequence[MappedParagraph], part: str, styles: Styles) -> RawParagraph:
    builder = RawBuilder()
    fields: dict[MergeField, Field] = {}
    for paragraph in paragraphs:
        for piece in paragraph.pieces:
            start = builder.length
            builder.add(piece.text, part, paragraph.number, piece.number, piece.offset)
            mark = piece.merge_field
            if mark is not None:
                known = fields.get(mark)
                fields[mark] = Field(known.start if known else start, builder.length, mark.name)
    heading, item = _hints(paragraphs[-1], styles)
    return replace(
        builder.build(),
        fields=tuple(fields.values()),
        heading=heading,
        item=item,
        bold=_is_bold(paragraphs),
        cell=paragraphs[0].cell,
    )


def _is_bold(paragraphs: Sequence[MappedParagraph]) -> bool:
    words = [piece for one in paragraphs for piece in one.pieces if piece.text.strip()]
    return bool(words) and all(piece.bold for piece in words)


def _hints(paragraph: MappedParagraph, styles: Styles) -> tuple[bool, bool]:
    """Return whether the paragraph is a heading, and whether it is an item of a list."""
    properties = child(paragraph.element, "w:pPr")
    named = child(properties, "w:pStyle")
    style = None if named is None else attribute(named, "val")
    heading = is_outlined(properties) or styles.is_heading(style)
    own = child(properties, "w:numPr")
    numbered = has_numbering(properties) if own is not None else styles.is_list(style)
    return heading, numbered and not heading


_NOT_READ = {
    "w:txbxContent": "De tekst in tekstvakken is niet nagekeken.",
    "w:altChunk": "In dit bestand is een ander document ingevoegd. Dat deel is niet nagekeken.",
}
_NOTES = {
    "footnotes": "De voetnoten zijn niet nagekeken.",
    "endnotes": "De eindnoten zijn niet nagekeken.",
}


def _warnings(package: Package) -> Iterator[str]:
    found = set()
    for element in package.root(package.main).iter():
        kind = name(element)
        if kind in _NOT_READ and (kind == "w:altChunk" or _has_text(element)):
            found.add(kind)
    yield from (_NOT_READ[kind] for kind in _NOT_READ if kind in found)
    for kind, sentence in _NOTES.items():
        for part in package.related(package.main, kind):
            if _has_text(package.root(part)):
                yield sentence


def _has_text(element: object) -> bool:
    parts = element.iter()  # type: ignore[attr-defined]
    return any(name(part) == "w:t" and (part.text or "").strip() for part in parts)
