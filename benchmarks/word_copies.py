"""Putting remarks with suggestions in any Word file, and what must hold of the copy."""

from __future__ import annotations

import io
import random
import re
import sys
import zipfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
from common import PROJECT, SEED
from lxml import etree

from brievenbus.documents import Letter, read_bytes
from brievenbus.documents.remarks import AnnotationResult, Remark
from brievenbus.documents.word.annotate import annotate, takes_comment
from brievenbus.documents.word.cleaning import clean
from brievenbus.documents.word.marks import AUTHOR
from brievenbus.documents.word.package import open_package
from brievenbus.documents.word.read import read_word

# What becomes of a file when changes are accepted or rejected is what the tests say it is.
sys.path.append(str(PROJECT / "tests" / "documents" / "word"))
from changing import accepted, joined, rejected, with_root

MOST = 20
"""Remarks in a file."""

_LISTS = re.compile(r"comments|\.rels$|\[Content_Types\]\.xml")
"""Parts that gain something from a comment: the comments themselves, and the lists of parts."""

CHECKS = (
    "every remark is placed",
    "python-docx opens the copy",
    "parts without remarks are byte for byte the same",
    "properties stand first, those of runs unchanged",
    "rejected: read as the input",
    "accepted: read as suggested",
    "cleaned: the input, runs joined",
)


@dataclass(frozen=True)
class Copy:
    """A file with remarks in it: what was asked, and the bytes that came of it."""

    data: bytes
    marked: bytes
    main: str
    letter: Letter
    remarks: Sequence[Remark]
    result: AnnotationResult

    @property
    def rejected(self) -> bytes:
        """The copy with our changes rejected."""
        return rejected(self.marked, part=self.main)

    @property
    def accepted(self) -> bytes:
        """The copy with our changes accepted."""
        return accepted(self.marked, part=self.main)


def remarks_on(letter: Letter) -> list[Remark]:
    """Return remarks spread over the letter: of words replaced, deleted, lengthened, and of two words."""
    chance = random.Random(SEED)
    words = [
        (number, found)
        for number, block in enumerate(letter.blocks)
        if takes_comment(block)
        for found in re.finditer(r"\w+(?:\W\w+)?", block.text)
    ]
    remarks = []
    for place in sorted(chance.sample(range(len(words)), min(MOST, len(words)))):
        number, found = words[place]
        old = found[0] if len(remarks) % 2 else found[0].split()[0]
        new = ("anders", "", f"{old} erbij", "heel anders")[len(remarks) % 4]
        span = (found.start(), found.start() + len(old))
        remarks.append(Remark(number, *span, "Een opmerking.", suggestion=new))
    return remarks


def copy_of(source: Path, folder: Path) -> Copy:
    """Put the remarks in a copy of a file; one without text gets the summary only."""
    data = source.read_bytes()
    letter = read_bytes(data, source.name)
    remarks = remarks_on(letter)
    target = folder / "copy.docx"
    result = annotate(source, target, letter, remarks, "Samenvatting", overwrite=True)
    return Copy(data, target.read_bytes(), open_package(data).main, letter, remarks, result)


def holds(copy: Copy, folder: Path) -> dict[str, bool | None]:
    """Return for each of `CHECKS` whether it holds; None where it cannot be asked."""
    return dict(
        zip(
            CHECKS,
            (
                copy.result.placed == len(copy.remarks),
                _opens(copy),
                _untouched(parts(copy.data), parts(copy.marked), copy.main),
                _in_order(copy),
                written(copy.rejected) == written(copy.data),
                _signs(copy.accepted) == _as_suggested(copy),
                _cleans(copy, folder),
            ),
            strict=True,
        )
    )


def parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _opens(copy: Copy) -> bool | None:
    try:
        docx.Document(io.BytesIO(copy.data))
    except Exception:  # python-docx opens no strict files, templates or files with macros
        return None
    docx.Document(io.BytesIO(copy.marked))
    return True


def _untouched(before: dict[str, bytes], after: dict[str, bytes], main: str) -> bool:
    return all(
        after.get(name) == part or name == main or bool(_LISTS.search(name))
        for name, part in before.items()
    )


def _in_order(copy: Copy) -> bool:
    """Whether properties are still the first child, and those of runs as they were.

    The run of a comment's mark has properties of its own.
    """
    known = {_written(own) for own in _properties(copy.data, copy.main)}
    root = open_package(copy.marked).root(copy.main)
    for element in root.iter("{*}r", "{*}p"):
        kinds = [etree.QName(part).localname for part in element if isinstance(part.tag, str)]
        if {"rPr", "pPr"} & set(kinds[1:]):
            return False
    ours = [
        own
        for own in _properties(copy.marked, copy.main)
        if own.getparent().find("{*}commentReference") is None
    ]
    return all(_written(own) in known for own in ours)


def _properties(data: bytes, main: str) -> list[Any]:
    root = open_package(data).root(main)
    return [own for run in root.iter("{*}r") for own in run.iterchildren("{*}rPr")]


def _written(element: Any) -> bytes:
    return bytes(etree.tostring(element, method="c14n", exclusive=True, with_tail=False))


def written(data: bytes) -> list[tuple[str, str]]:
    """Return label and text of every paragraph of a file, in all its stories."""
    return [
        (paragraph.label, paragraph.text)
        for story in read_word(data)[0]
        for paragraph in story.paragraphs
    ]


def _signs(data: bytes) -> Counter[str]:
    return Counter("".join("".join(text.split()) for _, text in written(data)))


def without_comments(data: bytes, main: str) -> bytes:
    """Return a copy without the marks of our comments, its changes as they were.

    LibreOffice loses text where a comment stands in a content control or beside a note; a comment that
    another program puts there does the same.
    """
    package = open_package(data)
    ours = {
        each.get(name)
        for part in package.related(main, "comments")
        for each in package.root(part)
        if any(each.get(n) == AUTHOR for n in each.attrib)
        for name in each.attrib
        if name.endswith("}id")
    }

    def change(root: Any) -> None:
        for mark in list(
            root.iter("{*}commentRangeStart", "{*}commentRangeEnd", "{*}commentReference")
        ):
            if any(name.endswith("}id") and mark.get(name) in ours for name in mark.attrib):
                reference = etree.QName(mark).localname == "commentReference"
                taken = mark.getparent() if reference else mark
                taken.getparent().remove(taken)

    return with_root(data, change, main)


def _as_suggested(copy: Copy) -> Counter[str]:
    """Return the characters of the letter with the suggestions that were placed.

    Characters, not blocks: other words may make another kind of block of a line.
    """
    characters = _signs(copy.data)
    for each in copy.result.suggested:
        old = copy.letter.blocks[each.block].text[each.start : each.end]
        characters -= Counter("".join(old.split()))
        characters += Counter("".join((each.suggestion or "").split()))
    return characters


def _cleans(copy: Copy, folder: Path) -> bool:
    marked, target = folder / "marked.docx", folder / "cleaned.docx"
    marked.write_bytes(copy.marked)
    clean(marked, target, overwrite=True)
    data = target.read_bytes()
    before, after = parts(copy.data), parts(data)
    same = all(
        after[name] == part or _LISTS.search(name)
        for name, part in before.items()
        if name != copy.main
    )
    return (
        same
        and set(after) == set(before)
        and joined(data, copy.main) == joined(copy.data, copy.main)
    )
