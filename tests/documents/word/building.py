"""Making Word files for tests, and looking at what came of them."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import docx
from lxml import etree  # type: ignore[import-untyped]

from brievenbus.documents.word.names import attribute, name
from brievenbus.documents.word.package import open_package
from brievenbus.documents.word.textmap import map_main

CORPUS = Path(__file__).parents[3].parent / "shared" / "corpus" / "docx"

_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def word_file(body: str, styles: str = "") -> bytes:
    """Return a Word file with this XML as its body, and these styles added."""
    output = io.BytesIO()
    docx.Document().save(output)
    document = f"<?xml version='1.0'?><w:document {_SPACES}><w:body>{body}</w:body></w:document>"
    changed = io.BytesIO()
    with zipfile.ZipFile(output) as old, zipfile.ZipFile(changed, "w") as new:
        for part in old.namelist():
            data = old.read(part)
            if part == "word/document.xml":
                data = document.encode()
            if part == "word/styles.xml" and styles:
                data = data.replace(b"</w:styles>", styles.encode() + b"</w:styles>")
            new.writestr(part, data)
    return changed.getvalue()


def run(text: str, properties: str = "") -> str:
    """Return a run with text, as XML."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*content: str, properties: str = "") -> str:
    """Return a paragraph, as XML."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(content)}</w:p>"


def parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {part: archive.read(part) for part in archive.namelist()}


def seen(text: str) -> str:
    """Return the text as a block has it: no invisible characters, no joints, plain spaces."""
    return re.sub("[\u00ad\u200b\u2060\ufeff\n]", "", re.sub("[\u00a0\u202f\u2007]", " ", text))


def anchored(data: bytes) -> dict[str, str]:
    """Return, per comment, the visible text between its marks."""
    package = open_package(data)
    mapped = map_main(package)
    text_of = {piece.element: piece.text for one in mapped for piece in one.pieces}
    texts: dict[str, list[str]] = {}
    opened: set[str] = set()
    for element in package.root(package.main).iter():
        number = attribute(element, "id") or ""
        if name(element) == "w:commentRangeStart":
            opened.add(number)
            texts[number] = []
        elif name(element) == "w:commentRangeEnd":
            opened.discard(number)
        elif element in text_of:
            for key in opened:
                texts[key].append(text_of[element])
    assert not opened, "every comment that is begun is ended"
    return {key: "".join(value) for key, value in texts.items()}


def looks(data: bytes) -> list[tuple[str, str]]:
    """Return every visible character with the properties of its run."""
    package = open_package(data)
    characters: list[tuple[str, str]] = []
    for one in map_main(package):
        for piece in one.pieces:
            own = next((part for part in piece.run if name(part) == "w:rPr"), None)
            properties = "" if own is None else etree.tostring(own, with_tail=False).decode()
            characters += [(character, properties) for character in piece.text]
    return characters


def codes(data: bytes) -> list[Any]:
    """Return the field marks and codes of a file in order."""
    package = open_package(data)
    kinds = {"w:fldChar", "w:instrText", "w:fldSimple", "w:hyperlink", "w:ins", "w:del", "w:sdt"}
    return [
        (name(element), element.text, dict(element.attrib))
        for element in package.root(package.main).iter()
        if name(element) in kinds
    ]
