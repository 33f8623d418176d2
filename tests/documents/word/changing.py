"""What becomes of a Word file when a writer accepts or rejects changes; and its runs joined."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_OURS = "Brievenbus"


def with_root(data: bytes, change: Any, part: str = "word/document.xml") -> bytes:
    """Return the file after `change` did something to the root of a part."""
    output = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(output, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == part:
                root = etree.fromstring(content)
                change(root)
                content = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
            new.writestr(name, content)
    return output.getvalue()


def accepted(data: bytes, author: str = _OURS, part: str = "word/document.xml") -> bytes:
    """Return the file with all changes of `author` accepted, as Word does."""

    def change(root: Any) -> None:
        for element in _of(root, "del", author):
            _remove(element)
        for element in _of(root, "ins", author):
            _unwrap(element)

    return with_root(data, change, part)


def rejected(data: bytes, author: str = _OURS, part: str = "word/document.xml") -> bytes:
    """Return the file with all changes of `author` rejected."""

    def change(root: Any) -> None:
        for element in _of(root, "ins", author):
            _remove(element)
        for element in _of(root, "del", author):
            for text in element.iter(f"{W}delText", f"{_STRICT}delText"):
                text.tag = text.tag.replace("delText", "t")
            _unwrap(element)

    return with_root(data, change, part)


def joined(data: bytes, part: str = "word/document.xml") -> bytes:
    """Return a part in canonical form, with adjacent runs of equal properties joined."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read(part))
    _without_layout(root)
    for run in list(root.iter(f"{W}r", f"{_STRICT}r")):
        previous = run.getprevious()
        if previous is not None and previous.tag == run.tag and _looks(previous) == _looks(run):
            for element in list(run):
                if not element.tag.endswith("}rPr"):
                    previous.append(element)
            run.getparent().remove(run)
    for text in list(root.iter(f"{W}t", f"{_STRICT}t")):
        text.attrib.pop(_SPACE, None)
        previous = text.getprevious()
        if previous is not None and previous.tag == text.tag:
            previous.text = (previous.text or "") + (text.text or "")
            text.getparent().remove(text)
    return bytes(etree.tostring(root, method="c14n"))


def _without_layout(root: Any) -> None:
    """Drop the line breaks between elements, which mean nothing."""
    for element in root.iter():
        if not (element.tail or "").strip():
            element.tail = None
        if len(element) and not (element.text or "").strip():
            element.text = None


def _of(root: Any, kind: str, author: str) -> list[Any]:
    return [
        each
        for space in (W, _STRICT)
        for each in root.iter(f"{space}{kind}")
        if each.get(f"{space}author") == author
    ]


def _looks(run: Any) -> tuple[bytes, dict[str, str]]:
    own = next((part for part in run if str(part.tag).endswith("}rPr")), None)
    properties = b"" if own is None else etree.tostring(own, method="c14n", with_tail=False)
    return properties, dict(run.attrib)


def _remove(element: Any) -> None:
    element.getparent().remove(element)


def _unwrap(element: Any) -> None:
    for part in list(element):
        element.addprevious(part)
    _remove(element)
