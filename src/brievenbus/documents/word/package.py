"""Opening a Word file: a zip of parts. What is hostile or broken is stopped here."""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass, field
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from brievenbus.documents.errors import DocumentError
from brievenbus.documents.opening import damaged
from brievenbus.documents.word.names import R_STRICT, R, name

_MAX_UNZIPPED = 500_000_000
"""Most bytes a file may unfold to; the largest real files with pictures stay well under this."""
_MAX_RATIO = 200
_RATIO_FROM = 10_000_000
"""Text may shrink a hundredfold, but only a bomb has large parts that shrink more than this."""

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class Relationship:
    """A link from one part to another; `target` is the full name of that part."""

    kind: str
    target: str


@dataclass
class Package:
    """The parts of a Word file, and the name of the one with the text."""

    data: bytes
    names: tuple[str, ...]
    main: str = ""
    _trees: dict[str, Any] = field(default_factory=dict)

    def read(self, part: str) -> bytes:
        """Return the bytes of a part."""
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            return archive.read(part)

    def has(self, part: str) -> bool:
        """Whether there is a part of that name."""
        return part in self.names

    def root(self, part: str) -> Any:
        """Return the root element of a part, parsed once."""
        if part not in self._trees:
            self._trees[part] = parse(self.read(part))
        return self._trees[part]

    def related(self, part: str, kind: str) -> list[str]:
        """Return the parts that `part` links to as `kind` (``styles``, ``comments``)."""
        return [
            link.target
            for link in self.relationships(part)
            if link.kind == kind and self.has(link.target)
        ]

    def relationships(self, part: str) -> list[Relationship]:
        """Return the links of a part to other parts; ``""`` is the package itself."""
        source = relationships_part(part)
        if not self.has(source):
            return []
        base = posixpath.dirname(part)
        return [
            Relationship(
                element.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", base, element.get("Target", ""))).lstrip(
                    "/"
                ),
            )
            for element in self.root(source).iter(_RELATIONSHIP)
            if element.get("TargetMode") != "External"
        ]

    @property
    def strict(self) -> bool:
        """Whether the text is in the strict form of the standard."""
        return "purl.oclc.org" in self.root(self.main).tag


def relationships_part(part: str) -> str:
    """Return the name of the part that holds the links of `part`."""
    folder, file = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def relationship_namespace(package: Package) -> str:
    """Return the namespace of the types of links in this package."""
    return R_STRICT if package.strict else R


def parse(data: bytes) -> Any:
    """Parse XML without entities, external files or a document type.

    Raises:
        DocumentError: when the XML has a document type or is broken.
    """
    declared = b"<!DOCTYPE"
    if any(mark in data for mark in (declared, *_in_utf16(declared))):
        raise DocumentError(
            "Dit Word-bestand bevat onveilige onderdelen. Daarom leest Brievenbus het niet. Open "
            "het in Word en sla het opnieuw op."
        )
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged() from error


def _in_utf16(text: bytes) -> tuple[bytes, bytes]:
    return text.decode().encode("utf-16-le"), text.decode().encode("utf-16-be")


def open_package(data: bytes) -> Package:
    """Open a Word file.

    Raises:
        DocumentError: when it is damaged, has a password, is hostile, or holds no Word text.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_sizes(entries)
            package = Package(data, tuple(dict.fromkeys(entry.filename for entry in entries)))
        package.main = _main_part(package)
        if name(package.root(package.main)) != "w:document":
            raise damaged()
    except DocumentError:
        raise
    except Exception as error:  # zlib, zipfile and struct each have their own
        raise damaged() from error
    return package


def _check_sizes(entries: list[zipfile.ZipInfo]) -> None:
    if any(entry.flag_bits & 1 for entry in entries):
        raise DocumentError(
            "Dit bestand is beveiligd met een wachtwoord. Haal het wachtwoord eraf en sla de brief "
            "opnieuw op."
        )
    bombs = [
        entry
        for entry in entries
        if entry.file_size > _RATIO_FROM
        and entry.file_size > _MAX_RATIO * max(1, entry.compress_size)
    ]
    if bombs or sum(entry.file_size for entry in entries) > _MAX_UNZIPPED:
        raise DocumentError(
            "Dit Word-bestand is te groot om te lezen. Haal grote onderdelen eruit en sla het "
            "opnieuw op."
        )


def _main_part(package: Package) -> str:
    mains = package.related("", "officeDocument")
    if not mains:
        raise damaged()
    return mains[0]
