"""Taking Brievenbus's own comments and changes out of a Word file again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from brievenbus.documents.errors import DocumentError
from brievenbus.documents.limits import DEFAULT, Limits
from brievenbus.documents.opening import Format, damaged, format_of, load
from brievenbus.documents.replacing import check_target, write
from brievenbus.documents.word import links
from brievenbus.documents.word.marks import is_ours, serialized
from brievenbus.documents.word.names import attribute, name
from brievenbus.documents.word.package import Package, open_package
from brievenbus.documents.word.rewriting import rewritten

_RANGE_MARKS = frozenset({"w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"})
_THREADS = ("commentsExtended", "commentsIds", "commentsExtensible")
"""Parts in which Word keeps threads of comments, by the type of the link to them."""


@dataclass(frozen=True, slots=True)
class CleaningResult:
    """What became of a file: where the copy is, and how many comments and changes were taken out."""

    target: Path
    comments: int
    changes: int


def clean(
    source: Path, target: Path, *, overwrite: bool = False, limits: Limits = DEFAULT
) -> CleaningResult:
    """Write a copy of the Word file `source` without our comments and open changes.

    Changes that were accepted are text of the writer by now, and stay. What others wrote stays too.

    Raises:
        DocumentError: when `source` cannot be read or is no Word file, or `target` cannot be written.
    """
    check_target(source, target, overwrite=overwrite)
    data = load(source, limits)
    if format_of(data, source.name, limits) is not Format.WORD:
        raise DocumentError(
            "Alleen uit een Word-bestand (.docx) kan Brievenbus opmerkingen halen. Kies de brief met "
            "de opmerkingen."
        )
    package = open_package(data, limits)
    try:
        comments, changed = _without_comments(package)
        changes = _reject(package.root(package.main))
        if comments or changes:
            changed[package.main] = serialized(package.root(package.main))
        cleaned = rewritten(package, changed)
    except DocumentError:
        raise
    except Exception as error:  # whatever a broken file makes lxml or zipfile do
        raise damaged() from error
    write(target, cleaned)
    return CleaningResult(target, comments, changes)


def _without_comments(package: Package) -> tuple[int, dict[str, bytes | None]]:
    """Take our comments out; return how many there were, and the parts that changed."""
    changed: dict[str, bytes | None] = {}
    count = 0
    for part in package.related(package.main, "comments"):
        root = package.root(part)
        ours = [e for e in root if name(e) == "w:comment" and is_ours(e)]
        if not ours:
            continue
        count += len(ours)
        numbers = {attribute(element, "id") for element in ours}
        threads = {thread for element in ours for thread in _thread_ids(element)}
        for element in ours:
            _take_out(element)
        _take_out_marks(package.root(package.main), numbers)
        changed |= _without_threads(package, threads)
        if len(root) == 0 and links.added_by_us(package, part):
            changed |= links.without(package, part)
        else:
            changed[part] = serialized(root)
    return count, changed


def _thread_ids(comment: Any) -> Iterator[str]:
    for element in comment.iter():
        for key, value in element.attrib.items():
            if key.endswith("}paraId"):
                yield value


def _take_out_marks(root: Any, numbers: set[str | None]) -> None:
    marks = [
        element
        for element in root.iter()
        if name(element) in _RANGE_MARKS and attribute(element, "id") in numbers
    ]
    for mark in marks:
        run = mark.getparent()
        _take_out(mark)
        if name(run) == "w:r" and all(name(part) == "w:rPr" for part in run):
            _take_out(run)


def _without_threads(package: Package, threads: set[str]) -> dict[str, bytes | None]:
    changed: dict[str, bytes | None] = {}
    for kind in _THREADS if threads else ():
        for part in package.related(package.main, kind):
            root = package.root(part)
            for element in list(root):
                own = [k for k, v in element.attrib.items() if v in threads]
                if any(key.endswith("}paraId") for key in own):
                    _take_out(element)
                    changed[part] = b""
                for key in own:
                    if key.endswith("}paraIdParent"):
                        # A reply to what is gone stands by itself.
                        del element.attrib[key]
                        changed[part] = b""
            if part in changed:
                changed[part] = serialized(root)
    return changed


def _reject(root: Any) -> int:
    """Undo our tracked changes that nobody has accepted; return how many there were."""
    ours = [e for e in root.iter() if name(e) in ("w:ins", "w:del") and is_ours(e)]
    for change in ours:
        if name(change) == "w:del":
            _restore(change)
        else:
            _take_out(change)
    return len(ours)


def _restore(deleted: Any) -> None:
    """Put deleted text back where it stands."""
    for element in deleted.iter():
        if name(element) == "w:delText":
            element.tag = element.tag.replace("}delText", "}t")
    for part in list(deleted):
        deleted.addprevious(part)
    _take_out(deleted)


def _take_out(element: Any) -> None:
    """Take an element out, and leave what follows it where it is."""
    if element.tail:
        previous = element.getprevious()
        if previous is not None:
            previous.tail = (previous.tail or "") + element.tail
        else:
            parent = element.getparent()
            parent.text = (parent.text or "") + element.tail
    element.getparent().remove(element)
