"""Getting the bytes of a document, and telling by them what it is."""

from __future__ import annotations

import io
import zipfile
from enum import Enum
from pathlib import Path

from brievenbus.documents.errors import DocumentError
from brievenbus.documents.limits import DEFAULT, MEGABYTE, Limits, exceeded

_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_TEXT_SUFFIXES = frozenset({"", ".txt", ".text", ".md", ".asc"})
_WORD_SUFFIXES = frozenset({".docx", ".docm", ".dotx", ".dotm"})
_SAVE_AS = "Open het in Word, kies Opslaan als en kies Word-document (.docx)."

_BY_SUFFIX = {
    ".odt": "Dit is een bestand van LibreOffice (.odt). " + _SAVE_AS,
    ".rtf": "Dit is een RTF-bestand. " + _SAVE_AS,
    ".html": "Dit is een webpagina. " + _SAVE_AS,
    ".htm": "Dit is een webpagina. " + _SAVE_AS,
}


class Format(Enum):
    """The formats that can be read."""

    WORD = "docx"
    TEXT = "txt"


def load(path: Path, limits: Limits = DEFAULT) -> bytes:
    """Return the bytes of the file at `path`, or one more than may be read of it.

    Raises:
        DocumentError: when there is no such file, or it may not or cannot be read.
    """
    if path.name.startswith("~$"):
        raise DocumentError(
            "Dit is een hulpbestand van Word, niet de brief. Kies het bestand zonder ~$ ervoor."
        )
    try:
        if path.is_dir():
            raise DocumentError("Dit is een map, geen bestand. Kies een brief in de map.")
        if path.exists() and not path.is_file():
            raise DocumentError("Dit is geen gewoon bestand. Kies een Word- of tekstbestand.")
        with path.open("rb") as file:
            data = file.read(limits.megabytes * MEGABYTE + 1)
    except FileNotFoundError as error:
        raise DocumentError(
            "Dit bestand bestaat niet. Kijk of de naam en de map kloppen."
        ) from error
    except PermissionError as error:
        raise DocumentError(
            "Dit bestand mag niet worden gelezen. Sluit het in Word als het daar nog open is, of "
            "vraag uw beheerder om toegang."
        ) from error
    except (OSError, ValueError) as error:
        raise DocumentError(
            "Dit bestand kan niet worden geopend. Kijk of de naam goed is en of u bij de schijf "
            "kunt."
        ) from error
    return data


def format_of(data: bytes, name: str, limits: Limits = DEFAULT) -> Format:
    """Return the format of `data`; its content decides, the suffix of `name` only breaks ties.

    Raises:
        DocumentError: when it cannot be read, saying what it is instead.
    """
    suffix = Path(name).suffix.lower()
    if len(data) > limits.megabytes * MEGABYTE:
        raise exceeded("megabytes", limits)
    if not data.strip(b"\0 \t\r\n"):
        raise DocumentError("Dit bestand is leeg. Kijk of u het goede bestand hebt gekozen.")
    if data.startswith(_ZIP):
        return _zip_format(data, suffix)
    _refuse_by_signature(data, suffix)
    if suffix in _WORD_SUFFIXES:
        raise DocumentError(
            "Dit bestand heet een Word-bestand, maar er klopt iets niet. Open de brief in Word en "
            "sla hem opnieuw op als Word-document (.docx)."
        )
    if suffix in _BY_SUFFIX:
        raise DocumentError(_BY_SUFFIX[suffix])
    if suffix not in _TEXT_SUFFIXES:
        raise DocumentError(
            f"Brievenbus leest geen bestanden die eindigen op {suffix}. Sla de brief op als "
            "Word-document (.docx) of als tekst (.txt)."
        )
    return Format.TEXT


def _refuse_by_signature(data: bytes, suffix: str) -> None:
    if data.startswith(_OLE2):
        if _ENCRYPTED in data:
            raise DocumentError(
                "Dit bestand is beveiligd met een wachtwoord. Haal in Word het wachtwoord eraf en "
                "sla de brief opnieuw op."
            )
        raise DocumentError("Dit is een oud soort Office-bestand (.doc). " + _SAVE_AS)
    if data.startswith(b"%PDF-") or suffix == ".pdf":
        raise DocumentError("Dit is een pdf. Gebruik het Word-bestand van deze brief.")
    if data.startswith(b"{\\rtf"):
        raise DocumentError(_BY_SUFFIX[".rtf"])
    if data[:200].lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith((b"<!doctype html", b"<html")):
        raise DocumentError(_BY_SUFFIX[".html"])


def _zip_format(data: bytes, suffix: str) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = {name.replace("\\", "/").lstrip("/").lower() for name in package.namelist()}
    except Exception as error:  # a damaged zip fails in more ways than BadZipFile
        if suffix in _WORD_SUFFIXES:
            raise damaged() from error
        raise DocumentError(
            "Dit zip-bestand is beschadigd. Kies de brief zelf: een Word- of tekstbestand."
        ) from error
    if {"mimetype", "content.xml"} <= names:
        raise DocumentError(_BY_SUFFIX[".odt"])
    if any(name.startswith("xl/") for name in names):
        raise DocumentError("Dit is een Excel-bestand. Kies een Word- of tekstbestand.")
    if any(name.startswith("ppt/") for name in names):
        raise DocumentError("Dit is een PowerPoint-bestand. Kies een Word- of tekstbestand.")
    if "[content_types].xml" in names or any(name.startswith("word/") for name in names):
        return Format.WORD
    raise DocumentError(
        "Dit is een zip-bestand, geen Word-bestand. Pak het uit en kies de brief die erin zit."
    )


def damaged() -> DocumentError:
    """Return the error for a Word file that is broken."""
    return DocumentError(
        "Dit Word-bestand is beschadigd. Open het in Word, laat Word het herstellen en sla het "
        "opnieuw op."
    )
