"""The lists of parts and links of a Word file: adding a part to them, and taking it out again."""

from __future__ import annotations

import posixpath
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from brievenbus.documents.word.marks import LINK_PREFIX, serialized
from brievenbus.documents.word.package import (
    TYPES_PART,
    Package,
    parse,
    relationship_namespace,
    relationships_part,
)

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"


def free_name(package: Package, stem: str) -> str:
    """Return a name for a new XML part beside the main one: ``stem.xml``, or with a number."""
    folder = posixpath.dirname(package.main)
    number = 0
    while True:
        candidate = posixpath.join(folder, f"{stem}{number or ''}.xml")
        if not package.has(candidate):
            return candidate
        number += 1


def added(package: Package, part: str, kind: str, content_type: str) -> dict[str, bytes]:
    """Return the parts that change when `part` is added: linked from the main part as `kind`."""
    types = parse(package.read(TYPES_PART))
    etree.SubElement(types, f"{{{_TYPES}}}Override", PartName=f"/{part}", ContentType=content_type)
    source = relationships_part(package.main)
    if package.has(source):
        links = parse(package.read(source))
    else:
        links = etree.Element(f"{{{_LINKS}}}Relationships", nsmap={None: _LINKS})
    taken = {element.get("Id") for element in links}
    number = next(n for n in range(1, len(taken) + 2) if f"{LINK_PREFIX}{n}" not in taken)
    etree.SubElement(
        links,
        f"{{{_LINKS}}}Relationship",
        Id=f"{LINK_PREFIX}{number}",
        Type=f"{relationship_namespace(package)}/{kind}",
        Target=f"/{part}",
    )
    return {TYPES_PART: serialized(types), source: serialized(links)}


def added_by_us(package: Package, part: str) -> bool:
    """Whether Brievenbus linked `part` to the main part."""
    return any(
        link.target == part and link.number.startswith(LINK_PREFIX)
        for link in package.relationships(package.main)
    )


def without(package: Package, part: str) -> dict[str, bytes | None]:
    """Return the parts that change when `part` is taken out; None for one that goes."""
    types = parse(package.read(TYPES_PART))
    for element in list(types):
        if (element.get("PartName") or "").lstrip("/") == part:
            _take_out(element)
    source = relationships_part(package.main)
    links = parse(package.read(source))
    numbers = {link.number for link in package.relationships(package.main) if link.target == part}
    for element in list(links):
        if element.get("Id") in numbers:
            _take_out(element)
    return {
        part: None,
        TYPES_PART: serialized(types),
        source: serialized(links) if len(links) else None,
    }


def _take_out(element: Any) -> None:
    """Take an element out; white space behind it goes with it."""
    element.getparent().remove(element)
