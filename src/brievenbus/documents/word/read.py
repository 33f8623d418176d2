"""Reading the text of a Word file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from brievenbus.documents.errors import DocumentError
from brievenbus.documents.limits import DEFAULT, Deadline, Limits
from brievenbus.documents.opening import damaged
from brievenbus.documents.raw import Field, RawBuilder, RawParagraph, RawStory
from brievenbus.documents.word.names import child, name, value
from brievenbus.documents.word.numbering import Numbering
from brievenbus.documents.word.package import Package, open_package
from brievenbus.documents.word.stories import map_stories
from brievenbus.documents.word.styles import Styles, has_numbering, is_outlined, load_styles
from brievenbus.documents.word.textmap import MappedParagraph, MappedStory, MergeField


def read_word(
    data: bytes, limits: Limits = DEFAULT, deadline: Deadline | None = None
) -> tuple[list[RawStory], tuple[str, ...]]:
    """Return the stories of a Word file, and Dutch sentences about what was not read.

    Raises:
        DocumentError: when the file cannot be read, or goes over a limit.
    """
    try:
        package = open_package(data, limits)
        styles = load_styles(package)
        stories = map_stories(package, styles, deadline)
        return _raw_stories(package, styles, stories), tuple(_warnings(package))
    except DocumentError:
        raise
    except Exception as error:  # whatever a broken file makes lxml or zipfile do
        raise damaged() from error


def _raw_stories(
    package: Package, styles: Styles, stories: Sequence[MappedStory]
) -> list[RawStory]:
    raw: dict[MappedStory, RawStory] = {}
    for story in stories:
        # A list in a header or a text box counts by itself.
        reader = _StoryReader(story.part, styles, Numbering(package, styles))
        host = raw[story.host] if story.host else None
        paragraphs = list(reader.paragraphs(story.paragraphs))
        raw[story] = RawStory(story.kind, paragraphs, host, story.anchor)
    return list(raw.values())


class _StoryReader:
    """Makes raw paragraphs of the mapped ones of one story."""

    def __init__(self, part: str, styles: Styles, numbering: Numbering) -> None:
        self._part = part
        self._styles = styles
        self._numbering = numbering

    def paragraphs(self, mapped: Sequence[MappedParagraph]) -> Iterator[RawParagraph]:
        """Yield the paragraphs that have text; one whose end is deleted runs on in the next."""
        together: list[MappedParagraph] = []
        gap = True
        for paragraph in mapped:
            together.append(paragraph)
            if paragraph.mark_deleted and paragraph is not mapped[-1]:
                continue
            raw = self._raw(together)
            together = []
            if raw.text.strip():
                yield replace(raw, gap_before=gap)
                gap = False
            else:
                gap = True

    def _raw(self, paragraphs: Sequence[MappedParagraph]) -> RawParagraph:
        builder = RawBuilder()
        fields: dict[MergeField, Field] = {}
        for paragraph in paragraphs:
            for piece in paragraph.pieces:
                start = builder.length
                builder.add(piece.text, self._part, paragraph.number, piece.number, piece.offset)
                mark = piece.merge_field
                if mark is not None:
                    known = fields.get(mark)
                    first = known.start if known else start
                    fields[mark] = Field(first, builder.length, mark.name)
        heading, item = self._hints(paragraphs[-1])
        return replace(
            builder.build(),
            fields=tuple(fields.values()),
            heading=heading,
            item=item,
            bold=_is_bold(paragraphs),
            cell=paragraphs[0].cell,
            label=self._numbering.label(child(paragraphs[-1].element, "w:pPr")),
        )

    def _hints(self, paragraph: MappedParagraph) -> tuple[bool, bool]:
        """Return whether the paragraph is a heading, and whether it is an item of a list."""
        properties = child(paragraph.element, "w:pPr")
        style = value(properties, "w:pStyle")
        heading = is_outlined(properties) or self._styles.is_heading(style)
        own = child(properties, "w:numPr")
        numbered = has_numbering(properties) if own is not None else self._styles.is_list(style)
        return heading, numbered and not heading


def _is_bold(paragraphs: Sequence[MappedParagraph]) -> bool:
    words = [piece for one in paragraphs for piece in one.pieces if piece.text.strip()]
    return bool(words) and all(piece.bold for piece in words)


_NOT_READ = {
    "w:altChunk": "In dit bestand is een ander document ingevoegd. Dat deel is niet nagekeken.",
    "w:subDoc": "Een deel van dit document staat in een ander bestand. Dat is niet nagekeken.",
}
_NOT_READ_PARTS = {
    "diagramData": "De tekst in een schema (SmartArt) is niet nagekeken.",
    "chart": "De tekst in een grafiek is niet nagekeken.",
}


def _warnings(package: Package) -> Iterator[str]:
    kinds = {name(element) for element in package.root(package.main).iter()}
    yield from (sentence for kind, sentence in _NOT_READ.items() if kind in kinds)
    for kind, sentence in _NOT_READ_PARTS.items():
        if package.related(package.main, kind):
            yield sentence
