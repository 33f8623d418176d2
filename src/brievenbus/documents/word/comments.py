"""The part of a Word file that holds the comments: making it, and adding to it."""

from __future__ import annotations

import posixpath
import re
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from brievenbus.documents.word.names import W_STRICT, XML_SPACE, W, attribute, name
from brievenbus.documents.word.package import (
    Package,
    parse,
    relationship_namespace,
    relationships_part,
)

AUTHOR = "Brievenbus"
INITIALS = "Bb"

_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_MARKS = frozenset({"w:commentRangeStart", "w:commentRangeEnd", "w:commentReference", "w:comment"})
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Comments:
    """The comments of a file, those that were there and those that are added."""

    def __init__(self, package: Package) -> None:
        """Take the comments of `package`, or begin an empty part."""
        self._package = package
        self._namespace = W_STRICT if package.strict else W
        parts = package.related(package.main, "comments")
        self._existed = bool(parts)
        self.part = parts[0] if parts else _free_name(package)
        self.root = package.root(self.part) if parts else self._empty()
        self._next = 1 + max(
            (
                _id(element)
                for root in (package.root(package.main), self.root)
                for element in root.iter()
            ),
            default=-1,
        )

    def add(self, text: str) -> int:
        """Add a comment, a paragraph per line of `text`; return its id.

        It gets no date: the same letter gives the same file.
        """
        number = self._next
        self._next += 1
        comment = self._element(
            self.root, "comment", id=str(number), author=AUTHOR, initials=INITIALS
        )
        for position, line in enumerate(_NOT_IN_XML.sub("", text).split("\n")):
            paragraph = self._element(comment, "p")
            if position == 0:
                self._element(self._element(paragraph, "r"), "annotationRef")
            words = self._element(self._element(paragraph, "r"), "t")
            words.text = line
            words.set(XML_SPACE, "preserve")
        return number

    def start_mark(self, number: int) -> Any:
        """Return what stands in the text where comment `number` begins."""
        return self._new("commentRangeStart", id=str(number))

    def end_mark(self, number: int) -> Any:
        """Return what stands in the text where comment `number` ends."""
        return self._new("commentRangeEnd", id=str(number))

    def reference(self, number: int) -> Any:
        """Return the run that ties comment `number` to the text."""
        run = self._new("r")
        self._element(run, "commentReference", id=str(number))
        return run

    def changed_parts(self) -> dict[str, bytes]:
        """Return the parts that hold the comments and point to them."""
        changed = {self.part: serialized(self.root)}
        if not self._existed:
            changed["[Content_Types].xml"] = self._content_types()
            changed[relationships_part(self._package.main)] = self._links()
        return changed

    def _content_types(self) -> bytes:
        root = parse(self._package.read("[Content_Types].xml"))
        etree.SubElement(
            root, f"{{{_TYPES}}}Override", PartName=f"/{self.part}", ContentType=_COMMENTS_TYPE
        )
        return serialized(root)

    def _links(self) -> bytes:
        part = relationships_part(self._package.main)
        if self._package.has(part):
            root = parse(self._package.read(part))
        else:
            root = etree.Element(f"{{{_LINKS}}}Relationships", nsmap={None: _LINKS})
        taken = {element.get("Id") for element in root}
        number = next(n for n in range(1, len(taken) + 2) if f"rIdBb{n}" not in taken)
        etree.SubElement(
            root,
            f"{{{_LINKS}}}Relationship",
            Id=f"rIdBb{number}",
            Type=f"{relationship_namespace(self._package)}/comments",
            Target=f"/{self.part}",
        )
        return serialized(root)

    def _empty(self) -> Any:
        return etree.Element(f"{{{self._namespace}}}comments", nsmap={"w": self._namespace})

    def _new(self, tag: str, **attributes: str) -> Any:
        element = etree.Element(f"{{{self._namespace}}}{tag}", nsmap={"w": self._namespace})
        for key, value in attributes.items():
            element.set(f"{{{self._namespace}}}{key}", value)
        return element

    def _element(self, parent: Any, tag: str, **attributes: str) -> Any:
        element = self._new(tag, **attributes)
        parent.append(element)
        return element


def serialized(root: Any) -> bytes:
    """Return an XML part as bytes, declared as it was."""
    tree = root.getroottree()
    standalone = tree.docinfo.standalone
    return bytes(
        etree.tostring(
            tree,
            xml_declaration=True,
            encoding="UTF-8",
            standalone=True if standalone is None else standalone,
        )
    )


def _id(element: Any) -> int:
    if name(element) not in _MARKS:
        return -1
    value = attribute(element, "id") or ""
    return int(value) if value.isdecimal() else -1


def _free_name(package: Package) -> str:
    folder = posixpath.dirname(package.main)
    taken = {part.lower() for part in package.names}
    number = 0
    while True:
        candidate = posixpath.join(folder, f"comments{number or ''}.xml")
        if candidate.lower() not in taken:
            return candidate
        number += 1
