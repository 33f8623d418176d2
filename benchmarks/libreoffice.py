"""What LibreOffice shows of a Word file, taken from its own format (flat ODF)."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from lxml import etree

_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_DRAW = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
_BREAKS = {f"{{{_TEXT}}}{name}" for name in ("p", "h", "line-break", "tab")}
_NOT_SHOWN = {
    f"{{{_TEXT}}}tracked-changes",
    f"{{{_OFFICE}}}annotation",
    f"{{{_OFFICE}}}annotation-end",
    f"{{{_TEXT}}}note-citation",
    f"{{{_TEXT}}}number",
    f"{{{_TEXT}}}table-of-content-source",
    f"{{{_TEXT}}}bibliography-source",
    f"{{{_TEXT}}}alphabetical-index-source",
    f"{{{_TEXT}}}illustration-index-source",
    f"{{{_TEXT}}}user-index-source",
    f"{{{_TEXT}}}table-index-source",
    f"{{{_TEXT}}}ruby-text",
    f"{{{_OFFICE}}}forms",
    f"{{{_TEXT}}}variable-decls",
    f"{{{_TEXT}}}sequence-decls",
    f"{{{_TEXT}}}user-field-decls",
    f"{{{_OFFICE}}}binary-data",
    f"{{{_OFFICE}}}event-listeners",
    "{http://www.w3.org/2000/svg}desc",
    "{http://www.w3.org/2000/svg}title",
    "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}desc",
    "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}title",
    f"{{{_DRAW}}}object",
}
_COMPUTED = {
    f"{{{_TEXT}}}{name}"
    for name in (
        "page-number", "page-count", "date", "time", "file-name", "author-name", "author-initials",
        "chapter", "bookmark-ref", "sequence-ref", "reference-ref", "title", "subject", "keywords",
        "creation-date", "creation-time", "modification-date", "modification-time", "print-date",
        "print-time", "printed-by", "creator", "initial-creator", "word-count", "character-count",
        "paragraph-count", "editing-cycles", "editing-duration", "description", "template-name",
        "page-continuation", "note-ref", "user-defined", "sequence", "expression", "sender-company",
    )
}  # fmt: skip
"""Fields that LibreOffice works out anew, so that they differ from what Word left in the file."""

_ASIDE = {
    f"{{{_TEXT}}}note",
    *(f"{{{_DRAW}}}{name}" for name in ("frame", "custom-shape", "rect", "g", "text-box")),
}

STORIES = ("edges", "main")


def convert(files: Iterable[Path], target: str, folder: Path, seconds: int = 120) -> None:
    """Have LibreOffice write each file as `target` (``fodt``, ``txt:Text``) in `folder`."""
    soffice = shutil.which("soffice")
    if soffice is None:
        raise SystemExit("LibreOffice (soffice) is needed")
    with tempfile.TemporaryDirectory() as profile:
        for file in files:
            command = [
                soffice, f"-env:UserInstallation={Path(profile).as_uri()}", "--headless",
                "--convert-to", target, "--outdir", str(folder), str(file),
            ]  # fmt: skip
            try:
                subprocess.run(command, capture_output=True, timeout=seconds, check=False)
            except subprocess.TimeoutExpired:
                continue


def stories(path: Path) -> dict[str, str]:
    """Return the text of a flat ODF file: of headers and footers, and of all that is between.

    Tracked deletions and the results of fields that LibreOffice works out anew are left out.
    """
    root = etree.parse(str(path), etree.XMLParser(huge_tree=True)).getroot()
    reader = _Reader(root)
    body = root.find(f".//{{{_OFFICE}}}text")
    found = {"main": "", "edges": ""}
    if body is not None:
        found["main"] = reader.text(body)
    edges = (f"{{{_STYLE}}}{name}{sort}" for name in ("header", "footer") for sort in _SORTS)
    for element in root.iter(*edges):
        if element.get(f"{{{_STYLE}}}display") != "false":
            found["edges"] += reader.text(element)
    return found


_SORTS = ("", "-left", "-first")


def _hidden_styles(root: Any) -> set[str]:
    parents: dict[str, str | None] = {}
    shown: dict[str, bool] = {}
    for style in root.iter(f"{{{_STYLE}}}style"):
        name = style.get(f"{{{_STYLE}}}name")
        parents[name] = style.get(f"{{{_STYLE}}}parent-style-name")
        properties = style.find(f"{{{_STYLE}}}text-properties")
        display = None if properties is None else properties.get(f"{{{_TEXT}}}display")
        if display is not None:
            shown[name] = display != "none"
    hidden = set()
    for name in parents:
        at: str | None = name
        for _ in range(20):
            if at is None or at in shown:
                break
            at = parents.get(at)
        if at is not None and not shown.get(at, True):
            hidden.add(name)
    return hidden


class _Reader:
    """Goes through the text of one file."""

    def __init__(self, root: Any) -> None:
        self._hidden = _hidden_styles(root)
        self._deletions = {
            region.get(f"{{{_TEXT}}}id")
            for region in root.iter(f"{{{_TEXT}}}changed-region")
            if region.find(f"{{{_TEXT}}}deletion") is not None
        }
        self._in_deletion: set[str | None] = set()
        self._texts: list[str] = []
        self._aside: list[str] = []

    def text(self, element: Any) -> str:
        """Return what is shown of an element and what is in it."""
        self._texts, self._aside = [], []
        self._visit(element, dark=False)
        return "".join([*self._texts, "\n", *self._aside])

    def _say(self, text: str | None, dark: bool) -> None:
        if text and not dark and not self._in_deletion:
            self._texts.append(text)

    def _visit(self, element: Any, dark: bool) -> None:
        if element.tag in _ASIDE:
            # A note or box that hangs in a word does not break it.
            around, self._texts = self._texts, []
            self._inside(element, dark)
            self._aside += [*self._texts, "\n"]
            self._texts = around
        else:
            self._inside(element, dark)

    def _inside(self, element: Any, dark: bool) -> None:
        tag = element.tag
        style = element.get(f"{{{_TEXT}}}style-name")
        if style is not None:
            dark = style in self._hidden
        if tag == f"{{{_TEXT}}}change-start":
            self._in_deletion |= {element.get(f"{{{_TEXT}}}change-id")} & self._deletions
        elif tag == f"{{{_TEXT}}}change-end":
            self._in_deletion.discard(element.get(f"{{{_TEXT}}}change-id"))
        elif tag == f"{{{_TEXT}}}s":
            self._say(" " * int(element.get(f"{{{_TEXT}}}c") or 1), dark)
        self._say(element.text, dark)
        for part in element:
            if isinstance(part.tag, str) and part.tag not in _NOT_SHOWN | _COMPUTED:
                self._visit(part, dark)
            self._say(part.tail, dark)
        if tag in _BREAKS:
            self._say("\n", dark)
