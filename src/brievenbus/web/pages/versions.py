"""One version of a letter as a page carries it, and reading and changing it in a worker."""

from __future__ import annotations

import base64
import re
from collections.abc import Sequence
from dataclasses import dataclass

from starlette import status

from brievenbus.documents import read_bytes, read_text
from brievenbus.documents.edits import smallest
from brievenbus.documents.limits import Deadline, Limits
from brievenbus.documents.text import decode
from brievenbus.documents.word.taking import Change, can_take_over, cells_of, take_over
from brievenbus.letter import Block, Letter, LetterKind
from brievenbus.web.refusals import RefusalError
from brievenbus.web.texts import say

WORD = "docx"
TEXT = "txt"

_LINE_END = re.compile("\r\n|[\r\x85\u2028\u2029]")
"""What the reader of texts takes for the end of a line, beside the common one."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A version as it comes in: a file as it is, a text, or what a page carried (base64).

    `form` is empty for a file, of which only the content tells what it is.
    """

    name: str
    content: bytes | str
    form: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """A version that was read. `word` is the file where it is one, else `text` is the text."""

    name: str
    letter: Letter
    word: bytes | None
    text: str

    @property
    def form(self) -> str:
        """By which name the page carries this kind of content."""
        return TEXT if self.word is None else WORD

    @property
    def carried(self) -> str:
        """The content as the page carries it, with every character as it was."""
        data = self.text.encode(errors="replace") if self.word is None else self.word
        return base64.b64encode(data).decode()

    def cells(self, limits: Limits) -> dict[int, tuple[int, int, int]]:
        """Return for each paragraph in a table of a Word file its table, row and cell."""
        return {} if self.word is None else cells_of(self.word, limits)

    def allowed(self, changes: Sequence[Change], limits: Limits) -> tuple[bool, ...]:
        """Say of each change by itself whether it can be made."""
        if self.word is None:
            return tuple(_places(self.letter.blocks[each.block], each) != [] for each in changes)
        return can_take_over(self.word, self.letter, changes, limits)

    def changed(self, change: Change, kind: LetterKind, limits: Limits) -> Version | None:
        """Return the version with the change made, or None where it cannot be."""
        if self.word is not None:
            word = take_over(self.word, self.letter, change, limits)
            return None if word is None else read(Sent(self.name, word), kind, limits)
        places = _places(self.letter.blocks[change.block], change)
        if not places:
            return None
        lines = self.text.split("\n")
        starts = [0]
        for line in lines:
            starts.append(starts[-1] + len(line) + 1)
        text = self.text
        for first, last, new in reversed(places):
            text = text[: starts[first[0]] + first[1]] + new + text[starts[last[0]] + last[1] :]
        return read(Sent(self.name, text, "tekst"), kind, limits)


def read(sent: Sent, kind: LetterKind, limits: Limits, deadline: Deadline | None = None) -> Version:
    """Read what came in.

    Raises:
        DocumentError: when it cannot be read.
        RefusalError: when it is not what a page of ours carries.
    """
    content = sent.content
    if sent.form in (WORD, TEXT):
        try:
            content = base64.b64decode(content, validate=True)
            if sent.form == TEXT:
                content = content.decode()
        except ValueError as error:  # binascii.Error is one, and so is UnicodeDecodeError
            raise spoilt() from error
    if isinstance(content, str):
        return _of_text(content, sent.name, kind)
    letter = read_bytes(content, sent.name or "-", kind=kind, limits=limits, deadline=deadline)
    if letter.format == WORD:
        return Version(sent.name, letter, content, "")
    return _of_text(decode(content), sent.name, kind)


def spoilt() -> RefusalError:
    """Return the refusal of a form that was changed on its way."""
    return RefusalError(status.HTTP_422_UNPROCESSABLE_CONTENT, say("fout.formulier"))


def _of_text(text: str, name: str, kind: LetterKind) -> Version:
    text = _LINE_END.sub("\n", text)
    return Version(name, read_text(text, path=name or "-", kind=kind), None, text)


_Place = tuple[int, int]
"""A line of a text and a column in it."""


def _places(block: Block, change: Change) -> list[tuple[_Place, _Place, str]]:
    """Return which stretches of the source a change puts what in; none where it has no source."""
    places = []
    for edit in smallest(block.text[change.start : change.end], change.new):
        first, last = change.start + edit.start, change.start + edit.end
        if first == last and first > 0:
            # An insertion stands behind the character before it.
            before = after = _behind(_source(block, first - 1))
        elif first == last:
            before = after = _source(block, 0)
        else:
            before, after = _source(block, first), _behind(_source(block, last - 1))
        if before is None or after is None:
            return []
        places.append((before, after, edit.new))
    return places


def _behind(place: _Place | None) -> _Place | None:
    return None if place is None else (place[0], place[1] + 1)


def _source(block: Block, offset: int) -> _Place | None:
    origin = block.origin_at(offset)
    if origin is None or not origin.start <= offset < origin.end:
        return None
    return origin.paragraph, origin.offset + offset - origin.start
