"""The stories of a Word file in which a reader sees text: headers, the main text, notes, footers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from brievenbus.documents.limits import Deadline
from brievenbus.documents.word.names import attribute, both, child, is_on, link_of, name
from brievenbus.documents.word.package import Package
from brievenbus.documents.word.styles import Styles
from brievenbus.documents.word.textmap import MappedStory, Mapper
from brievenbus.letter.model import Story

_NOTE_PARTS = {Story.FOOTNOTE: "footnotes", Story.ENDNOTE: "endnotes"}
_NOTE_TAGS = {Story.FOOTNOTE: "w:footnote", Story.ENDNOTE: "w:endnote"}
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_EDGES = {Story.HEADER: "headerReference", Story.FOOTER: "footerReference"}


def map_stories(
    package: Package, styles: Styles, deadline: Deadline | None = None
) -> list[MappedStory]:
    """Return the stories of a file in reading order, each followed by its text boxes.

    First the headers, then the main text with its footnotes and endnotes in the order in which they
    are referred to, and the footers last. A header that no page shows is left out.
    """
    mapper = Mapper(package, styles, deadline)
    body = package.root(package.main)
    main = mapper.story(Story.MAIN, package.main, body)
    return [
        *_edges(package, mapper, Story.HEADER),
        *main,
        *_notes(package, mapper, main, Story.FOOTNOTE),
        *_notes(package, mapper, main, Story.ENDNOTE),
        *_edges(package, mapper, Story.FOOTER),
    ]


def _edges(package: Package, mapper: Mapper, kind: Story) -> Iterator[MappedStory]:
    """Yield the headers or footers that pages show, each part once."""
    sections = _sections(package)
    even = _has_even_pages(package)
    shown: dict[str, None] = {}
    inherited: dict[str, str] = {}
    for section in sections:
        inherited |= dict(_references(section, kind))
        wanted = ["first"] if is_on(child(section, "w:titlePg")) else []
        wanted += ["default", *(["even"] if even else [])]
        for sort in wanted:
            part = package.linked(package.main, inherited.get(sort))
            if part is not None:
                shown.setdefault(part)
    for part in shown:
        yield from mapper.story(kind, part, package.root(part))


def _sections(package: Package) -> list[Any]:
    """Return the properties of each section; those of before a tracked change are none."""
    found = package.root(package.main).iter(*both("sectPr"))
    return [each for each in found if name(each.getparent()) in ("w:body", "w:pPr")]


def _references(section: Any, kind: Story) -> Iterator[tuple[str, str]]:
    for element in section.iterchildren(*both(_EDGES[kind])):
        link = link_of(element)
        if link is not None:
            yield attribute(element, "type") or "default", link


def _has_even_pages(package: Package) -> bool:
    parts = package.related(package.main, "settings")
    return bool(parts) and is_on(child(package.root(parts[0]), "w:evenAndOddHeaders"))


def _notes(
    package: Package, mapper: Mapper, stories: Sequence[MappedStory], kind: Story
) -> Iterator[MappedStory]:
    referred = dict.fromkeys(
        number for one in stories for sort, number in one.notes if sort is kind
    )
    parts = package.related(package.main, _NOTE_PARTS[kind])
    if not referred or not parts:
        return
    notes = {
        attribute(element, "id"): element
        for element in package.root(parts[0])
        if name(element) == _NOTE_TAGS[kind] and attribute(element, "type") not in _SEPARATORS
    }
    for number in referred:
        if number in notes:
            yield from mapper.story(kind, parts[0], notes[number])
