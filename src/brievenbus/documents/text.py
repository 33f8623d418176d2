"""Reading plain text: its encoding, its lines, and the paragraphs the lines were wrapped from."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from brievenbus.documents.errors import DocumentError
from brievenbus.documents.raw import RawBuilder, RawParagraph
from brievenbus.documents.wording import ends_sentence, marker, wording

_NO_TEXT = (
    "Dit bestand bevat geen leesbare tekst. Sla de brief op als Word-bestand (.docx) of als tekst "
    "(.txt) en probeer het opnieuw."
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_COLUMNS = re.compile(r"\t[\t ]*| +\t[\t ]*| {3,}")
_SPACES = re.compile(r"[ \u00a0]{2,}")

_WIDEST_WRAP = 110
"""Lines longer than this were not wrapped by hand or by a mail program (usually at 72 to 100)."""
_NARROWEST_WRAP = 40
"""Lines in narrower texts are lines of their own: addresses, signatures."""
_FULL_SHARE = 0.5
"""At least this share of the longer lines must be filled up before a text counts as wrapped."""
_OPEN_END = re.compile(r"\w-$")
_SHARED_PART = re.compile(r"(?:en|of|en/of|als|noch|tot|dan wel)\b")
"""What follows on the open part of two compounds: aan- en afmelden."""


def decode(data: bytes) -> str:
    """Return the text in `data`: UTF-8, UTF-16 or UTF-32, else Windows-1252.

    Raises:
        DocumentError: when the bytes are no text.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _checked(_decoded(data[len(bom) :], encoding))
    if b"\0" in data:
        return _checked(_decoded(data, _utf16_order(data)))
    try:
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _checked(data.decode("cp1252", errors="replace"))


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise DocumentError(_NO_TEXT) from error


def _utf16_order(data: bytes) -> str:
    # Dutch in UTF-16 has a NUL in nearly every second byte; which one tells the byte order.
    sample = data[:4096]
    high_first, low_first = sample[::2].count(0), sample[1::2].count(0)
    if max(high_first, low_first) < len(sample) * 0.2 or min(high_first, low_first) > 8:
        raise DocumentError(_NO_TEXT)
    return "utf-16-be" if high_first > low_first else "utf-16-le"


def _checked(text: str) -> str:
    controls = len(_CONTROL.findall(text)) + text.count("\ufffd")
    if controls > len(text) * 0.01 + 1 or "\0" in text:
        raise DocumentError(_NO_TEXT)
    return text


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    text: str
    gap_before: bool

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip())

    @property
    def content(self) -> str:
        return self.text.strip()


def read_paragraphs(text: str) -> list[RawParagraph]:
    """Return the paragraphs of `text` with hard wraps undone.

    The origin of a stretch is its line (as `paragraph`) and column (as `offset`), both from 0.
    """
    chunks = list(_chunks(text))
    width = _wrap_width(chunks)
    paragraphs: list[RawParagraph] = []
    signing = False
    for chunk in chunks:
        for group in _groups(chunk, width, signing):
            first = group[0].content
            signing = wording().is_closing(first) or (
                signing and not (len(group) > 2 or wording().is_after_letter(first))
            )
            paragraphs.append(_unwrapped(group, text))
    return paragraphs


def _chunks(text: str) -> Iterator[list[_Line]]:
    chunk: list[_Line] = []
    for number, line in enumerate(_LINE_END.split(text)):
        line = line.rstrip(" \t\u00a0\x1a\f\v")
        new_page = line.startswith("\f")
        if chunk and (not line or new_page):
            yield chunk
            chunk = []
        if line:
            chunk.append(_Line(number, line.replace("\f", " ").replace("\v", " "), not chunk))
    if chunk:
        yield chunk


def _wrap_width(chunks: Sequence[Sequence[_Line]]) -> int:
    """Return the width at which the text was wrapped, or 0 when it was not.

    Every line of a wrapped paragraph but the last was broken where the next word did not fit, so
    the longest line is a lower bound of the width, and all these lines fill it up.
    """
    broken = [
        (line, following)
        for chunk in chunks
        for line, following in pairwise(chunk)
        if len(line.text) <= _WIDEST_WRAP
        and len(following.text) <= _WIDEST_WRAP
        and not _COLUMNS.search(line.content)
        and not _COLUMNS.search(following.content)
    ]
    lines = [line for pair in broken for line in pair if " " in line.content]
    width = max((len(line.text) for line in lines), default=0)
    longer = [pair for pair in broken if len(pair[0].text) >= max(_NARROWEST_WRAP, width // 2)]
    full = [pair for pair in longer if _is_full(*pair, width)]
    if width < _NARROWEST_WRAP or len(full) < len(longer) * _FULL_SHARE:
        return 0
    return width if any(_is_inside_sentence(*pair) for pair in full) else 0


def _is_inside_sentence(line: _Line, following: _Line) -> bool:
    # The longest line is full by definition; a break inside a sentence shows that it was wrapped.
    return not ends_sentence(line.content) or following.content[0].islower()


def _is_full(line: _Line, following: _Line, width: int) -> bool:
    space = 0 if _OPEN_END.search(line.text) else 1
    return len(line.text) + space + len(following.content.split()[0]) > width


def _groups(chunk: Sequence[_Line], width: int, signing: bool) -> Iterator[list[_Line]]:
    group = [chunk[0]]
    for line in chunk[1:]:
        signing = signing or wording().is_closing(group[0].content)
        if _continues(group, line, width, signing):
            group.append(line)
        else:
            yield group
            group = [line]
    yield group


def _continues(group: Sequence[_Line], line: _Line, width: int, signing: bool) -> bool:
    """Whether `line` belongs to the paragraph of which `group` holds the lines so far."""
    words = wording()
    last, first, content = group[-1], group[0], line.content
    if _COLUMNS.search(content) or words.is_greeting(first.content):
        return False
    if _is_column_line(first.content) and not words.is_label(first.content):
        return False
    opening, mark = marker(first.content), marker(content)
    if mark and (ends_sentence(last.content) or last.content.endswith(":")):
        return False
    if mark and opening and mark.sort == opening.sort:
        return False
    labelled = words.is_label(first.content)
    if words.is_label(content) and labelled:
        return False
    if (opening or labelled) and not mark and line.indent >= first.indent + 2:
        return True
    if signing and (
        last.content.endswith(",") or (len(group) == 1 and len(last.text) < width * 0.8)
    ):
        return False
    if len(last.text) > _WIDEST_WRAP or len(line.text) > max(width, _WIDEST_WRAP):
        return False
    if width and _is_full(last, line, width):
        return True
    return _breaks_off(last.content) and not mark and content[0].islower() and not signing


def _is_column_line(content: str) -> bool:
    mark = marker(content)
    return bool(_COLUMNS.search(content[mark.length if mark else 0 :]))


def _breaks_off(content: str) -> bool:
    # A line that stops in the middle of a sentence, in a text that is otherwise not wrapped evenly.
    return len(content) >= _NARROWEST_WRAP and not content.endswith((".", ",", ";", ":", "?", "!"))


def _unwrapped(group: Sequence[_Line], whole: str) -> RawParagraph:
    builder = RawBuilder()
    previous = ""
    for line in group:
        content = line.content
        if previous:
            builder.joint(_joint(previous, content))
        _add(builder, line, keep_columns=len(group) == 1 or not previous)
        previous = content
    return replace(builder.build(), gap_before=group[0].gap_before)


def _joint(previous: str, content: str) -> str:
    if previous.endswith("\u00ad"):
        return ""
    if _OPEN_END.search(previous) and content[0].isalpha() and not _SHARED_PART.match(content):
        return ""
    return " "


def _add(builder: RawBuilder, line: _Line, *, keep_columns: bool) -> None:
    start, end = line.indent, len(line.text)
    position = start
    pattern = _COLUMNS if keep_columns and len(line.text) <= 2 * _WIDEST_WRAP else _SPACES
    for match in pattern.finditer(line.text, start, end):
        _add_stretch(builder, line, position, match.start())
        builder.joint("\t" if pattern is _COLUMNS else " ")
        position = match.end()
    _add_stretch(builder, line, position, end)


def _add_stretch(builder: RawBuilder, line: _Line, start: int, end: int) -> None:
    position = start
    for match in _SPACES.finditer(line.text, start, end):
        builder.add(line.text[position : match.start() + 1], "", line.number, 0, position)
        position = match.end()
    builder.add(line.text[position:end], "", line.number, 0, position)
