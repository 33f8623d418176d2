"""The part of a Word file that holds the comments: making it, and adding to it."""

from __future__ import annotations

from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from brievenbus.documents.word import links
from brievenbus.documents.word.marks import (
    AUTHOR,
    INITIALS,
    Maker,
    number_of,
    serialized,
    writable,
)
from brievenbus.documents.word.names import XML_SPACE, name
from brievenbus.documents.word.package import Package

_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_MARKS = frozenset({"w:commentRangeStart", "w:commentRangeEnd", "w:commentReference", "w:comment"})


class Comments:
    """The comments of a file, those that were there and those that are added."""

    def __init__(self, package: Package) -> None:
        """Take the comments of `package`, or begin an empty part."""
        self._package = package
        self._maker = Maker(package)
        parts = package.related(package.main, "comments")
        self._existed = bool(parts)
        self.part = parts[0] if parts else links.free_name(package, "comments")
        self.root = package.root(self.part) if parts else self._empty()
        self._next = 1 + max(
            (
                number_of(element)
                for root in (package.root(package.main), self.root)
                for element in root.iter()
                if name(element) in _MARKS
            ),
            default=-1,
        )
        self._first = self._next

    def add(self, text: str) -> int:
        """Add a comment, a paragraph per line of `text`; return its id.

        It gets no date: the same letter gives the same file.
        """
        make = self._maker
        number = self._next
        self._next += 1
        comment = make.below(self.root, "comment", id=str(number), author=AUTHOR, initials=INITIALS)
        for position, line in enumerate(writable(text).split("\n")):
            paragraph = make.below(comment, "p")
            if position == 0:
                make.below(make.below(paragraph, "r"), "annotationRef")
            words = make.below(make.below(paragraph, "r"), "t")
            words.text = line
            words.set(XML_SPACE, "preserve")
        return number

    def start_mark(self, number: int) -> Any:
        """Return what stands in the text where comment `number` begins."""
        return self._maker.new("commentRangeStart", id=str(number))

    def end_mark(self, number: int) -> Any:
        """Return what stands in the text where comment `number` ends."""
        return self._maker.new("commentRangeEnd", id=str(number))

    def reference(self, number: int) -> Any:
        """Return the run that ties comment `number` to the text."""
        run = self._maker.new("r")
        self._maker.below(run, "commentReference", id=str(number))
        return run

    def changed_parts(self) -> dict[str, bytes]:
        """Return the parts that hold the comments and point to them; none where nothing was added."""
        if self._next == self._first:
            return {}
        changed = {self.part: serialized(self.root)}
        if not self._existed:
            changed |= links.added(self._package, self.part, "comments", _COMMENTS_TYPE)
        return changed

    def _empty(self) -> Any:
        namespace = self._maker.namespace
        return etree.Element(f"{{{namespace}}}comments", nsmap={"w": namespace})
