"""What Brievenbus puts in a Word file: whose it is, and elements in the file's own namespace."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from brievenbus.documents.word.names import W_STRICT, W, attribute
from brievenbus.documents.word.package import Package

AUTHOR = "Brievenbus"
"""The name at our comments and changes, by which they are told from those of people."""

INITIALS = "Bb"
LINK_PREFIX = "rIdBb"
"""How the ids of our links begin, by which a part that we added is known."""

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Maker:
    """Makes elements for a file."""

    def __init__(self, package: Package) -> None:
        """Take the namespace of `package`."""
        self.namespace = W_STRICT if package.strict else W

    def new(self, tag: str, **attributes: str) -> Any:
        """Return an element ``w:tag`` with attributes ``w:…``."""
        element = etree.Element(f"{{{self.namespace}}}{tag}", nsmap={"w": self.namespace})
        for key, content in attributes.items():
            element.set(f"{{{self.namespace}}}{key}", content)
        return element

    def below(self, parent: Any, tag: str, **attributes: str) -> Any:
        """Return a new element, put at the end of `parent`."""
        element = self.new(tag, **attributes)
        parent.append(element)
        return element


def writable(text: str) -> str:
    """Return the text without the characters that XML cannot hold."""
    return _NOT_IN_XML.sub("", text)


def number_of(element: Any) -> int:
    """Return the number of a comment, mark or change; -1 where it has none."""
    found = attribute(element, "id") or ""
    return int(found) if found.isdecimal() else -1


def is_ours(element: Any) -> bool:
    """Whether a comment or change was put there by Brievenbus."""
    return attribute(element, "author") == AUTHOR


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
