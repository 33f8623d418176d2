"""Where a finding stands in its file, for software that opens the file at that place.

Such software knows files by line and column. A Word file has no lines: there the number of the
paragraph stands for the line, and the name of the block tells people where to look.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path, PurePath

from brievenbus.findings import Finding
from brievenbus.letter import Block
from brievenbus.report import Report
from brievenbus.reports.jsonreport import source
from brievenbus.reports.summary import block_names
from brievenbus.reports.wording import say

NO_FILE = "-"
"""The name of what was not read from a file, as on the command line."""

_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")
"""What stands in a URI as it is (RFC 3986), and the sign between folders."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding stands, all numbers from 1; `end_column` is behind the last character.

    In a Word file `line` is the number of the paragraph in its part, and there are no columns. `block`
    names the block, as the other reports do.
    """

    line: int
    block: str
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None

    @property
    def name(self) -> str:
        """Where to look, in words: the line, or in a Word file the block."""
        if self.column is None:
            return self.block
        return say("terminal.plek_regel", regel=self.line)


def places_of(report: Report) -> tuple[Place, ...]:
    """Return where each finding stands in the file of its letter, in the order of the findings."""
    letter = report.letter
    names = block_names(letter)
    return tuple(
        _place(letter.blocks[each.block], letter.starts[each.block], names[each.block], each)
        for each in report.findings
    )


def _place(block: Block, offset: int, name: str, finding: Finding) -> Place:
    """Return where a finding stands; at the top of the file where nothing tells."""
    first = source(block, finding.start - offset) or {"line": 1, "column": 1}
    if "paragraph" in first:
        return Place(first["paragraph"] + 1, name)
    start = (first["line"], first["column"])
    end_line, end_column = max(start, _behind(block, finding.end - offset) or start)
    return Place(start[0], name, start[1], end_line, end_column)


def _behind(block: Block, end: int) -> tuple[int, int] | None:
    """Return line and column behind the last character before `end`."""
    last = source(block, max(0, end - 1))
    return None if last is None else (last["line"], last["column"] + 1)


def path_from(path: str, folder: Path) -> str:
    """Return a path with "/" between folders, from `folder` where it stands in it.

    A path that was given from elsewhere stays as it was given.
    """
    if path in ("", NO_FILE):
        return NO_FILE
    given = PurePath(os.path.normpath(path))
    if given.is_absolute() and given.is_relative_to(folder):
        given = given.relative_to(folder)
    return given.as_posix()


def uri_of(path: str) -> str:
    """Return a path of `path_from` as a URI: relative to the folder, or of a file of this machine."""
    quoted = "".join(
        chr(byte) if byte in _UNRESERVED else f"%{byte:02X}"
        for byte in path.encode("utf-8", "surrogatepass")
    )
    if not PurePath(path).is_absolute():
        return quoted
    return f"file://{'' if quoted.startswith('/') else '/'}{quoted}"
