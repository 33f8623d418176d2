"""What LibreOffice shows of a Word file, taken from its own format (flat ODF) or as plain text."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
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
    *(
        f"{{{_DRAW}}}{name}"
        for name in (
            "frame", "custom-shape", "rect", "g", "text-box", "line", "polyline", "polygon",
            "regular-polygon", "path", "connector", "ellipse", "circle", "caption", "measure", "control",
        )
    ),
}  # fmt: skip

STORIES = ("edges", "main")


def convert(files: Sequence[Path], target: str, folder: Path, seconds: int = 60) -> None:
    """Have LibreOffice write each file as `target` (``fodt``, ``txt:Text``) in `folder`.

    A process takes many files, because starting it takes longer than most files do. What is missing then
    is tried one by one: a file that ends the process takes the others of its batch along. `seconds` is for
    one file, and `folder` lacks what cannot be converted.
    """
    soffice = shutil.which("soffice")
    if soffice is None:
        raise SystemExit("LibreOffice (soffice) is needed")
    with tempfile.TemporaryDirectory() as profile:
        command = [
            soffice, f"-env:UserInstallation={Path(profile).as_uri()}", "--headless",
            "--convert-to", target, "--outdir", str(folder),
        ]  # fmt: skip
        for batch in _batches(files, folder, target):
            try:
                subprocess.run(
                    [*command, *map(str, batch)],
                    capture_output=True,
                    timeout=seconds * (1 + len(batch) // 10),
                    check=False,
                )
            except subprocess.TimeoutExpired:
                continue


def _batches(files: Sequence[Path], folder: Path, target: str) -> Iterator[Sequence[Path]]:
    suffix = "." + target.partition(":")[0]
    for start in range(0, len(files), BATCH):
        yield files[start : start + BATCH]
    for file in files:
        if not (folder / file.name).with_suffix(suffix).exists():
            yield [file]


BATCH = 20
"""Files for one process of LibreOffice."""


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


def _shown_styles(root: Any) -> dict[str, bool]:
    """Return the styles that say whether their text is shown, themselves or by a parent."""
    parents: dict[str, str | None] = {}
    shown: dict[str, bool] = {}
    for style in root.iter(f"{{{_STYLE}}}style"):
        name = style.get(f"{{{_STYLE}}}name")
        parents[name] = style.get(f"{{{_STYLE}}}parent-style-name")
        properties = style.find(f"{{{_STYLE}}}text-properties")
        display = None if properties is None else properties.get(f"{{{_TEXT}}}display")
        if display is not None:
            shown[name] = display != "none"
    said = {}
    for name in parents:
        at: str | None = name
        for _ in range(20):
            if at is None or at in shown:
                break
            at = parents.get(at)
        if at is not None and at in shown:
            said[name] = shown[at]
    return said


class _Reader:
    """Goes through the text of one file."""

    def __init__(self, root: Any) -> None:
        self._shown = _shown_styles(root)
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
        if style in self._shown:
            dark = not self._shown[style]
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


_ANEW = re.compile(
    r"\s*(PAGE|NUMPAGES|SECTIONPAGES|DATE|TIME|SAVEDATE|PRINTDATE|CREATEDATE|FILENAME|AUTHOR|TITLE|SUBJECT"
    r"|KEYWORDS|COMMENTS|REF|PAGEREF|NOTEREF|STYLEREF|SEQ|NUMWORDS|LASTSAVEDBY|USERNAME|DOCPROPERTY|TEMPLATE"
    r"|REVNUM|EDITTIME|NUMCHARS|INFO|SECTION|=)\b",
    re.IGNORECASE,
)
"""Codes of fields that LibreOffice works out anew when it opens a file."""

_WORD = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)


def without_results(data: bytes) -> bytes:
    """Return a Word file without the results of fields that LibreOffice works out anew.

    Word's result stands in the file and is what we read; LibreOffice's own may differ, and neither is
    wrong. Parts that are no XML stay as they are, and so does a file that is no zip.
    """
    output = io.BytesIO()
    try:
        with (
            zipfile.ZipFile(io.BytesIO(data)) as old,
            zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as new,
        ):
            for name in old.namelist():
                content = old.read(name)
                if re.search(r"(?:document|header|footer|notes)[^/]*\.xml$", name):
                    content = _emptied(content)
                new.writestr(name, content)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError):
        return data
    return output.getvalue()


def _emptied(content: bytes) -> bytes:
    try:
        root = etree.fromstring(content, etree.XMLParser(huge_tree=True))
    except etree.XMLSyntaxError:
        return content
    for space in _WORD:
        for simple in root.iter(f"{space}fldSimple"):
            if _ANEW.match(simple.get(f"{space}instr") or ""):
                for text in simple.iter(f"{space}t"):
                    text.text = ""
        _empty_complex(root, space)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _empty_complex(root: Any, space: str) -> None:
    """Empty the results between the marks of fields; a field may stand in another."""
    codes: list[str] = []
    shown: list[bool] = []
    for element in root.iter(f"{space}fldChar", f"{space}instrText", f"{space}t"):
        kind = element.get(f"{space}fldCharType")
        if kind == "begin":
            codes.append("")
            shown.append(False)
        elif kind == "separate" and shown:
            shown[-1] = True
        elif kind == "end" and shown:
            codes.pop()
            shown.pop()
        elif element.tag == f"{space}instrText" and shown and not shown[-1]:
            codes[-1] += element.text or ""
        elif element.tag == f"{space}t" and any(
            here and _ANEW.match(code) for code, here in zip(codes, shown, strict=True)
        ):
            element.text = ""
