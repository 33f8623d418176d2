"""The text as a client sent it, with or without markup, and offsets in it.

Three texts lie beside each other. What was *sent*: text and markup put one behind the other; offsets in the
answer refer to it, in UTF-16 units. What is *read*: the text without markup, or with what the markup is
to be read as. And what the reader of letters made of that, in blocks (see `places`).
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from starlette import status

from brievenbus.web.languagetool.fields import Fields
from brievenbus.web.languagetool.texts import say
from brievenbus.web.refusals import RefusalError

_LONE_SURROGATES = re.compile("[\ud800-\udfff]")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_WIDEST_BMP = "\uffff"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of what was sent, and what is read for it; `own` where that is the writer's own text."""

    sent: str
    read: str
    own: bool


class Given:
    """A text as it was sent, part by part."""

    def __init__(self, parts: Iterable[Part]) -> None:
        self.parts = tuple(parts)
        self.sent = "".join(part.sent for part in self.parts)
        self.read = "".join(part.read for part in self.parts)
        self._sent_starts: list[int] = []
        self._read_starts: list[int] = []
        sent = read = 0
        for part in self.parts:
            self._sent_starts.append(sent)
            self._read_starts.append(read)
            sent += len(part.sent)
            read += len(part.read)

    def span(self, first: int, last: int) -> tuple[int, int] | None:
        """Return where the characters `first` to `last` of what is read stand in what was sent.

        Markup that is read as something counts as a whole. None where all of it is markup: there the
        writer has nothing to mend.
        """
        begin, end = self._part_at(first), self._part_at(last)
        if not any(part.own and part.read for part in self.parts[begin : end + 1]):
            return None
        start, stop = self._sent_starts[begin], self._sent_starts[end]
        if self.parts[begin].own:
            start += first - self._read_starts[begin]
        if self.parts[end].own:
            stop += last + 1 - self._read_starts[end]
        else:
            stop += len(self.parts[end].sent)
        return start, stop

    def has_markup(self, first: int, last: int) -> bool:
        """Whether markup stands between two characters of what is read, or one of them is markup."""
        begin, end = self._part_at(first), self._part_at(last)
        return any(not part.own and part.sent for part in self.parts[begin : end + 1])

    def utf16(self, offset: int) -> int:
        """Return an offset in what was sent in UTF-16 units, as LanguageTool counts."""
        return offset + bisect_left(self._astral, offset)

    def _part_at(self, offset: int) -> int:
        """Return which part gave this character of what is read; parts that are read as nothing gave none."""
        return bisect_right(self._read_starts, offset) - 1

    @cached_property
    def _astral(self) -> list[int]:
        """The offsets of characters that take two UTF-16 units."""
        if max(self.sent, default="") <= _WIDEST_BMP:
            return []
        return [match.start() for match in _ASTRAL.finditer(self.sent)]


def given(fields: Fields) -> Given:
    """Return the text that was sent.

    Raises:
        RefusalError: there is none, there are two, or `data` is not as it should be.
    """
    if "text" in fields and "data" in fields:
        raise _refused("fout.twee_teksten")
    if "text" in fields:
        return Given([_own(fields["text"])])
    if "data" in fields:
        return _annotated(fields["data"])
    raise _refused("fout.geen_tekst")


def _annotated(text: str) -> Given:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _refused("fout.geen_json") from error
    if not isinstance(data, dict) or ("text" in data) == ("annotation" in data):
        raise _refused("fout.data")
    if "text" in data:
        if not isinstance(data["text"], str):
            raise _refused("fout.data")
        return Given([_own(data["text"])])
    if not isinstance(data["annotation"], list):
        raise _refused("fout.data")
    return Given([_part(each) for each in data["annotation"]])


def _part(data: Any) -> Part:
    if not isinstance(data, dict) or ("text" in data) == ("markup" in data):
        raise _refused("fout.stuk")
    held = [data.get(name, "") for name in ("text", "markup", "interpretAs")]
    if not all(isinstance(each, str) for each in held) or (
        "text" in data and "interpretAs" in data
    ):
        raise _refused("fout.stuk")
    if "text" in data:
        return _own(data["text"])
    return Part(_whole(data["markup"]), _whole(data.get("interpretAs", "")), own=False)


def _own(text: str) -> Part:
    text = _whole(text)
    return Part(text, text, own=True)


def _whole(text: str) -> str:
    """Return a text without lone surrogates, which are no characters; one unit for one, as offsets count."""
    return _LONE_SURROGATES.sub("\ufffd", text)


def _refused(key: str) -> RefusalError:
    return RefusalError(status.HTTP_400_BAD_REQUEST, say(key))
