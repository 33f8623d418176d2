"""Opening a Word file: a zip of parts. What is hostile or broken is stopped here."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from brievenbus.documents.errors import DocumentError
from brievenbus.documents.limits import DEFAULT, MEGABYTE, Limits, exceeded
from brievenbus.documents.opening import damaged
from brievenbus.documents.word.names import R_STRICT, R, name

_RATIO_FROM = 10_000_000
"""Text may shrink a hundredfold, but only a bomb has large parts that shrink more than the limit."""

TYPES_PART = "[Content_Types].xml"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_WORD_TYPE = re.compile(r"application/vnd\.(?:openxmlformats-officedocument\.word|ms-word)", re.I)
_XML_TYPE = re.compile(r"(?:application|text)/xml", re.I)
"""Some programs give the main part no other type than that of any XML; Word opens those too."""

_ESCAPED = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
"""Characters of a name as an address has them."""

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class Relationship:
    """A link from one part to another; `number` is its id, `target` the full name of that part."""

    number: str
    kind: str
    target: str


class Package:
    """The parts of a Word file, and the name of the one with the text in `main`.

    Names of parts do not tell capitals from small letters (ECMA-376 part 2, 6.2.2.3).
    """

    def __init__(self, data: bytes, limits: Limits = DEFAULT) -> None:
        """Look at the parts in `data`, a zip file; none is unpacked yet."""
        self.data = data
        self.limits = limits
        self.main = ""
        self._archive = zipfile.ZipFile(io.BytesIO(data))
        self.entries = tuple(self._archive.infolist())
        self.names = tuple(entry.filename for entry in self.entries)
        self._named = {_folded(part): part for part in self.names}
        self._trees: dict[str, Any] = {}
        self._links: dict[str, list[Relationship]] = {}

    def read(self, part: str) -> bytes:
        """Return the bytes of a part."""
        return self._archive.read(self._named[_folded(part)])

    def has(self, part: str) -> bool:
        """Whether there is a part of that name."""
        return _folded(part) in self._named

    def root(self, part: str) -> Any:
        """Return the root element of a part, parsed once."""
        key = _folded(part)
        if key not in self._trees:
            self._trees[key] = parse(self.read(part), self.limits)
        return self._trees[key]

    def entry_name(self, part: str) -> str:
        """Return the name of a part as it stands in the zip file."""
        return self._named.get(_folded(part), part)

    def related(self, part: str, kind: str) -> list[str]:
        """Return the parts that `part` links to as `kind` (``styles``, ``comments``)."""
        return [
            link.target
            for link in self.relationships(part)
            if link.kind == kind and self.has(link.target)
        ]

    def linked(self, part: str, number: str | None) -> str | None:
        """Return the part that `part` links to under the id `number`, where it is there."""
        for link in self.relationships(part):
            if link.number == number and self.has(link.target):
                return link.target
        return None

    def relationships(self, part: str) -> list[Relationship]:
        """Return the links of a part to other parts; ``""`` is the package itself."""
        source = relationships_part(part)
        if not self.has(source):
            return []
        if part not in self._links:
            self._links[part] = self._read_links(part, source)
        return self._links[part]

    def _read_links(self, part: str, source: str) -> list[Relationship]:
        base = posixpath.dirname(part)
        return [
            Relationship(
                element.get("Id", ""),
                element.get("Type", "").rpartition("/")[2],
                _target(base, element.get("Target", "")),
            )
            for element in self.root(source).iter(_RELATIONSHIP)
            if element.get("TargetMode") != "External"
        ]

    @property
    def strict(self) -> bool:
        """Whether the text is in the strict form of the standard."""
        return "purl.oclc.org" in self.root(self.main).tag


def _folded(part: str) -> str:
    return part.replace("\\", "/").lstrip("/").lower()


def _target(base: str, target: str) -> str:
    plain = _ESCAPED.sub(
        lambda found: bytes.fromhex(found[0].replace("%", "")).decode(errors="replace"), target
    )
    return posixpath.normpath(posixpath.join("/", base, plain)).lstrip("/")


def relationships_part(part: str) -> str:
    """Return the name of the part that holds the links of `part`."""
    folder, file = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def relationship_namespace(package: Package) -> str:
    """Return the namespace of the types of links in this package."""
    return R_STRICT if package.strict else R


def parse(data: bytes, limits: Limits = DEFAULT) -> Any:
    """Parse XML without entities, external files or a document type.

    Raises:
        DocumentError: when the XML has a document type, is too deep or is broken.
    """
    declared = b"<!DOCTYPE"
    if any(mark in data for mark in (declared, *_in_utf16(declared))):
        raise _unsafe()
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if "depth" in str(error).lower():
            raise exceeded("diepte", limits) from error
        raise damaged() from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _unsafe()
    return root


def _unsafe() -> DocumentError:
    return DocumentError(
        "Dit Word-bestand bevat onveilige onderdelen. Daarom leest Brievenbus het niet. Open het "
        "in Word en sla het opnieuw op."
    )


def _in_utf16(text: bytes) -> tuple[bytes, bytes]:
    return text.decode().encode("utf-16-le"), text.decode().encode("utf-16-be")


def open_package(data: bytes, limits: Limits = DEFAULT) -> Package:
    """Open a Word file.

    Raises:
        DocumentError: when it is damaged, has a password, is hostile, or holds no Word text.
    """
    try:
        package = Package(data, limits)
        _check_entries(package.entries, limits)
        package.main = _main_part(package)
        if not _is_word(package) or name(package.root(package.main)) != "w:document":
            raise damaged()
    except DocumentError:
        raise
    except Exception as error:  # zlib, zipfile and struct each have their own
        raise damaged() from error
    return package


def _check_entries(entries: Sequence[zipfile.ZipInfo], limits: Limits) -> None:
    if any(entry.flag_bits & 1 for entry in entries):
        raise DocumentError(
            "Dit bestand is beveiligd met een wachtwoord. Haal het wachtwoord eraf en sla de brief "
            "opnieuw op."
        )
    if len(entries) > limits.onderdelen:
        raise exceeded("onderdelen", limits)
    if sum(entry.file_size for entry in entries) > limits.megabytes_uitgepakt * MEGABYTE:
        raise exceeded("megabytes_uitgepakt", limits)
    for entry in entries:
        folds = entry.file_size / max(1, entry.compress_size)
        if entry.file_size > _RATIO_FROM and folds > limits.verhouding:
            raise exceeded("verhouding", limits)
        if ".." in entry.filename.replace("\\", "/").split("/"):
            raise _unsafe()
    files = [_folded(entry.filename) for entry in entries if not entry.is_dir()]
    if len(set(files)) < len(files):
        # Which of the two is meant cannot be told, and programs differ in which they show.
        raise damaged()


def _main_part(package: Package) -> str:
    mains = package.related("", "officeDocument")
    if not mains:
        raise damaged()
    return mains[0]


def _is_word(package: Package) -> bool:
    """Whether the list of types says that the main part is a text of Word."""
    wanted = _folded(package.main)
    suffix = wanted.rpartition(".")[2]
    by_suffix = ""
    for element in package.root(TYPES_PART):
        type_ = element.get("ContentType") or ""
        if element.tag == f"{_TYPES}Override" and _folded(element.get("PartName", "")) == wanted:
            return bool(_WORD_TYPE.match(type_) or _XML_TYPE.match(type_))
        if element.tag == f"{_TYPES}Default" and element.get("Extension", "").lower() == suffix:
            by_suffix = type_
    return bool(_WORD_TYPE.match(by_suffix) or _XML_TYPE.match(by_suffix))
