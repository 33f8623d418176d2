"""What cannot be read is refused with a sentence that says what to do."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import docx
import pytest

from brievenbus.documents import DocumentError, Limits, read, read_bytes

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def word_file(text: str = "Een brief.") -> bytes:
    """Return a small Word file."""
    document = docx.Document()
    document.add_paragraph(text)
    output = io.BytesIO()
    document.save(output)
    return output.getvalue()


def zipped(parts: dict[str, bytes]) -> bytes:
    """Return a zip with these parts."""
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return output.getvalue()


def with_part(name: str, data: bytes | None) -> bytes:
    """Return a Word file with one part replaced or, for None, left out."""
    with zipfile.ZipFile(io.BytesIO(word_file())) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    if data is None:
        del parts[name]
    else:
        parts[name] = data
    return zipped(parts)


DOCTYPE = (
    b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "b">]>'
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
)

CASES = {
    "empty": (b"", "brief.docx", "leeg"),
    "only white space": (b" \r\n\t\n", "brief.txt", "leeg"),
    "old Word called docx": (OLE2, "brief.docx", "oud soort Office-bestand"),
    "old Word": (OLE2, "brief.doc", "oud soort Office-bestand"),
    "password": (OLE2 + "EncryptedPackage".encode("utf-16-le"), "brief.docx", "wachtwoord"),
    "pdf": (b"%PDF-1.7\n...", "brief.pdf", "pdf"),
    "pdf called docx": (b"%PDF-1.7\n...", "brief.docx", "pdf"),
    "rtf called docx": (b"{\\rtf1 Brief}", "brief.docx", "RTF"),
    "web page called docx": (b"<html><body>Brief</body></html>", "brief.docx", "webpagina"),
    "plain zip": (zipped({"brief.txt": b"Brief"}), "brief.zip", "zip-bestand"),
    "zip called docx": (zipped({"brief.txt": b"Brief"}), "brief.docx", "zip-bestand"),
    "Excel called docx": (zipped({"xl/workbook.xml": b"<x/>"}), "brief.docx", "Excel"),
    "PowerPoint": (zipped({"ppt/presentation.xml": b"<x/>"}), "brief.docx", "PowerPoint"),
    "OpenDocument called docx": (
        zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}),
        "brief.docx",
        "LibreOffice",
    ),
    "text called docx": (b"Beste lezer,", "brief.docx", "er klopt iets niet"),
    "truncated": (word_file()[:2000], "brief.docx", "beschadigd"),
    "truncated, name unknown": (word_file()[:2000], "-", "beschadigd"),
    "bad XML": (with_part("word/document.xml", b"<w:document"), "brief.docx", "beschadigd"),
    "no text part": (with_part("word/document.xml", None), "brief.docx", "beschadigd"),
    "no links": (with_part("_rels/.rels", None), "brief.docx", "beschadigd"),
    "other XML": (with_part("word/document.xml", b"<x/>"), "brief.docx", "beschadigd"),
    "document type": (with_part("word/document.xml", DOCTYPE), "brief.docx", "onveilig"),
    "bomb": (with_part("word/big.bin", bytes(11_000_000)), "brief.docx", "keer zo groot"),
    "binary": (bytes(range(256)) * 8, "brief.txt", "geen leesbare tekst"),
    "binary without NUL": (b"\x01\x02\x03 abc" * 50, "brief.txt", "geen leesbare tekst"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(64), "brief.png", ".png"),
    "unknown suffix": (b"Beste lezer,", "brief.eml", ".eml"),
}


@pytest.mark.parametrize(("data", "name", "sentence"), CASES.values(), ids=CASES.keys())
def test_bad_content_is_refused_with_its_own_sentence(
    data: bytes, name: str, sentence: str
) -> None:
    with pytest.raises(DocumentError) as refusal:
        read_bytes(data, name)
    message = str(refusal.value)
    assert sentence in message
    assert message[0].isupper()
    assert message.endswith(".")
    assert message.count(".") >= 2, "the message says what is wrong and what to do"


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="bestaat niet"):
        read(tmp_path / "brief.docx")


def test_folder(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="map"):
        read(tmp_path)


def test_impossible_name() -> None:
    with pytest.raises(DocumentError):
        read("brief\0.docx")


def test_owner_file_of_word(tmp_path: Path) -> None:
    path = tmp_path / "~$brief.docx"
    path.write_bytes(b"\x05Jansen")
    with pytest.raises(DocumentError, match="hulpbestand"):
        read(path)


def test_locked_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "brief.docx"
    path.write_bytes(word_file())

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(DocumentError, match="Sluit het in Word"):
        read(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="dit systeem kent geen wachtrijbestanden")
def test_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "brief.txt"
    os.mkfifo(path)
    with pytest.raises(DocumentError, match="gewoon bestand"):
        read(path)


def test_too_large() -> None:
    with pytest.raises(DocumentError, match="groter dan 1 MB"):
        read_bytes(b"Beste lezer. " * 80_000, "brief.txt", limits=Limits(megabytes=1))


def test_text_that_begins_like_a_zip() -> None:
    assert read_bytes(b"PK en PKN zijn kerken.", "brief.txt").format == "txt"


def test_word_file_without_suffix_is_read() -> None:
    assert read_bytes(word_file("Wij betalen u."), "-").format == "docx"


def test_word_file_without_text_gives_a_warning() -> None:
    letter = read_bytes(word_file(""), "brief.docx")
    assert letter.blocks == ()
    assert "geen lopende tekst" in letter.warnings[0]
