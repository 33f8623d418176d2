"""What a Word file tells of the people who worked on it: properties, comments, names, paths on their disk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from brievenbus.documents.errors import DocumentError
from brievenbus.documents.word.marks import serialized
from brievenbus.documents.word.names import name
from brievenbus.documents.word.package import TYPES_PART, Package, relationships_part

_CHANGES = frozenset(
    {"w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:cellIns", "w:cellDel", "w:cellMerge"}
)
_LOOKS = re.compile(r"w:(?:\w+PrChange|numberingChange|tblGridChange)$")
"""Changes of looks hold who made them and when, and no text."""
_OTHER_FILES = frozenset({"w:altChunk", "w:subDoc"})
_COMMENT_KINDS = ("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people")
_COMMENT_MARKS = frozenset({"w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"})
_CORE = frozenset(
    {
        "creator",
        "lastModifiedBy",
        "title",
        "subject",
        "keywords",
        "description",
        "category",
        "contentStatus",
        "identifier",
    }
)
_APP = frozenset({"Company", "Manager", "HyperlinkBase", "Template"})
_STRINGS = frozenset({"lpwstr", "lpstr", "bstr"})
_NOBODY = "Auteur"


def refuse_unfit(package: Package) -> None:
    """Refuse a file that holds text we cannot look into.

    Raises:
        DocumentError: with what the user has to do first.
    """
    for part in _word_parts(package):
        kinds = {name(element) for element in package.root(part).iter()}
        if kinds & _CHANGES:
            raise DocumentError(
                "In deze brief staan wijzigingen die nog open zijn. Neem ze in Word aan of weiger ze, bij "
                "Controleren. Sla de brief op en probeer het opnieuw."
            )
        if kinds & _OTHER_FILES:
            raise _other_file()
    if any("/embeddings/" in part.lower() or "/afchunk" in part.lower() for part in package.names):
        raise _other_file()


def _other_file() -> DocumentError:
    return DocumentError(
        "In deze brief zit een ander bestand, bijvoorbeeld een blad van Excel. Daar kan "
        "Brievenbus niet in kijken. "
        "Haal het eruit of maak er een plaatje van, en probeer het opnieuw."
    )


class Authorship:
    """Takes out of a file who worked on it; `comments` is how many comments went."""

    def __init__(self, package: Package) -> None:
        """Look at what a file holds."""
        self._package = package
        self.comments = sum(
            name(element) == "w:comment"
            for part in package.related(package.main, "comments")
            for element in package.root(part)
        )
        names = [part.lower() for part in package.names]
        self.pictures = any("/media/" in part for part in names)
        self.macros = any(part.endswith("vbaproject.bin") for part in names)

    def removed(self, touched: set[str]) -> dict[str, bytes | None]:
        """Return the parts that change; those in `touched` were changed before."""
        gone = self._parts_to_drop()
        changed: dict[str, bytes | None] = dict.fromkeys(gone)
        for part in _word_parts(self._package):
            root = self._package.root(part)
            if part not in gone and _strip(root):
                changed[part] = serialized(root)
        changed |= self._properties()
        if gone:
            changed |= self._unlisted(gone)
        changed |= self._paths(changed, gone)
        # What was touched before and is not here stands in the caller's own list.
        return {part: data for part, data in changed.items() if part in gone or data is not None}

    def _parts_to_drop(self) -> list[str]:
        package = self._package
        gone = [part for kind in _COMMENT_KINDS for part in package.related(package.main, kind)]
        gone += package.related("", "thumbnail")
        own = [relationships_part(part) for part in gone]
        return [*gone, *(part for part in own if package.has(part))]

    def _properties(self) -> dict[str, bytes | None]:
        package = self._package
        changed: dict[str, bytes | None] = {}
        for kind, wanted in (
            ("core-properties", _CORE),
            ("extended-properties", _APP),
            ("custom-properties", _STRINGS),
        ):
            for part in package.related("", kind):
                root = package.root(part)
                emptied = [
                    e
                    for e in root.iter()
                    if isinstance(e.tag, str) and _local(e) in wanted and e.text
                ]
                for element in emptied:
                    element.text = None
                if emptied:
                    changed[part] = serialized(root)
        return changed

    def _unlisted(self, gone: list[str]) -> dict[str, bytes | None]:
        """Take parts out of the lists of the package."""
        package = self._package
        folded = {part.lower() for part in gone}
        types = package.root(TYPES_PART)
        for element in list(types):
            if (element.get("PartName") or "").lstrip("/").lower() in folded:
                types.remove(element)
        changed: dict[str, bytes | None] = {TYPES_PART: serialized(types)}
        for source in ("", package.main):
            rels = relationships_part(source)
            if not package.has(rels):
                continue
            numbers = {
                link.number
                for link in package.relationships(source)
                if link.target.lower() in folded
            }
            root = package.root(rels)
            for element in [e for e in root if e.get("Id") in numbers]:
                root.remove(element)
            if numbers:
                changed[rels] = serialized(root)
        return changed

    def _paths(self, changed: dict[str, bytes | None], gone: list[str]) -> dict[str, bytes | None]:
        """Leave of a path on someone's disk only the name of the file."""
        found: dict[str, bytes | None] = {}
        for part in self._package.names:
            if not part.lower().endswith(".rels") or part in gone:
                continue
            root = self._package.root(part)
            paths = [
                e
                for e in root
                if e.get("TargetMode") == "External" and _is_path(e.get("Target", ""))
            ]
            for element in paths:
                element.set(
                    "Target", re.split(r"[/\\]|%5C", element.get("Target"))[-1] or "bestand"
                )
            if paths or part in changed:
                found[part] = serialized(root)
        return found


def _strip(root: Any) -> bool:
    """Take marks of comments, names and changes of looks out of a part; return whether there were any."""
    changed = False
    for element in list(root.iter()):
        kind = name(element)
        if kind in _COMMENT_MARKS or _LOOKS.match(kind) or kind == "w:mailMerge":
            _take_out(element)
            changed = True
            continue
        if not isinstance(element.tag, str):
            continue
        for key in [k for k in element.attrib if k.rpartition("}")[2] in ("author", "initials")]:
            if kind.startswith("w:") and element.get(key) != _NOBODY:
                element.set(key, _NOBODY)
                changed = True
    return changed


def _take_out(element: Any) -> None:
    run = element.getparent()
    if run is None:
        return
    run.remove(element)
    if (
        name(run) == "w:r"
        and all(name(part) == "w:rPr" for part in run)
        and run.getparent() is not None
    ):
        run.getparent().remove(run)


def _is_path(target: str) -> bool:
    return (
        target.lower().startswith("file:") or "\\" in target or bool(re.match(r"[A-Za-z]:", target))
    )


def _word_parts(package: Package) -> Iterator[str]:
    for part in package.names:
        low = part.lower()
        if low.endswith(".xml") and low != "[content_types].xml":
            root = package.root(part)
            if name(root).startswith("w:"):
                yield part


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
