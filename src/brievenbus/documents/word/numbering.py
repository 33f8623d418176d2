"""The numbers and bullets that Word puts in front of paragraphs: ECMA-376 part 1, 17.9."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from brievenbus.documents.limits import Limits
from brievenbus.documents.word.names import attribute, child, name, shown_form, value
from brievenbus.documents.word.package import Package, parse
from brievenbus.documents.word.styles import Styles

_LEVELS = 9
_BULLET = "•"
_PLACE = re.compile(r"%([1-9])")
_ZEROS = re.compile("0+1")
"""The first number of a format that Word writes out, as ``001, 002, 003, ...``."""

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST = 30_000
"""Word numbers no further; a file that starts higher gets plain digits."""


@dataclass(slots=True)
class _Level:
    """How one level of a list is numbered; `restart` is the level after which it begins anew."""

    start: int
    format: str
    text: str
    legal: bool
    restart: int
    spaced: bool


@dataclass(slots=True)
class _List:
    """A list as paragraphs refer to it: its levels, and which counters it shares with others."""

    counters: str
    levels: dict[int, _Level]
    starts: dict[int, int]


class Numbering:
    """The lists of a file, counting on from one paragraph to the next."""

    def __init__(self, package: Package, styles: Styles) -> None:
        """Read the lists; a file without a numbering part has none."""
        self._styles = styles
        self._lists: dict[str, _List] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()
        for part in package.related(package.main, "numbering")[:1]:
            self._lists = _lists_in(package.read(part), package.limits, styles)

    def label(self, properties: Any) -> str:
        """Return what stands in front of a paragraph, with a space, and count it; else ``""``.

        `properties` are the ``w:pPr`` of the paragraph, or None.
        """
        style = self._styles.of_paragraph(properties)
        own, inherited = child(properties, "w:numPr"), self._styles.numbering(style)
        number = value(own, "w:numId") or inherited[0] or ""
        named = self._lists.get(number)
        if named is None:
            return ""
        level = value(own, "w:ilvl") or inherited[1] or "0"
        depth = min(int(level), _LEVELS - 1) if level.isdecimal() else 0
        shape = named.levels.get(depth)
        if shape is None:
            return ""
        counts = self._count(number, named, depth)
        label = _written(shape, named, counts)
        return f"{label} " if label and shape.spaced else label

    def _count(self, number: str, named: _List, depth: int) -> list[int | None]:
        counts = self._counters.setdefault(named.counters, [None] * _LEVELS)
        if depth in named.starts and (number, depth) not in self._started:
            self._started.add((number, depth))
            counts[depth] = None
        start = named.starts.get(depth, named.levels[depth].start)
        before = counts[depth]
        counts[depth] = start if before is None else before + 1
        for higher in range(depth):
            if counts[higher] is None and higher in named.levels:
                counts[higher] = named.levels[higher].start
        for deeper in range(depth + 1, _LEVELS):
            level = named.levels.get(deeper)
            if level is None or depth < level.restart:
                counts[deeper] = None
        return counts


@lru_cache(maxsize=8)
def _lists_in(data: bytes, limits: Limits, styles: Styles) -> dict[str, _List]:
    """Return the lists in a part; letters of one house have the same, which then are read once."""
    return dict(_lists(parse(data, limits), styles))


def _lists(root: Any, styles: Styles) -> Iterator[tuple[str, _List]]:
    abstracts = {
        attribute(element, "abstractNumId"): element
        for element in root
        if name(element) == "w:abstractNum"
    }
    numbers = {
        attribute(element, "numId") or "": element for element in root if name(element) == "w:num"
    }
    for key, element in numbers.items():
        found = _abstract(element, abstracts, numbers, styles)
        if found is None:
            continue
        counters, abstract = found
        levels = dict(_levels(abstract))
        starts: dict[int, int] = {}
        for override in element:
            if name(override) == "w:lvlOverride":
                depth = _number(attribute(override, "ilvl"), 0)
                levels.update(_levels(override))
                start = value(override, "w:startOverride")
                if start is not None:
                    starts[depth] = _number(start, 1)
        yield key, _List(counters, levels, starts)


def _abstract(
    element: Any, abstracts: dict[str | None, Any], numbers: dict[str, Any], styles: Styles
) -> tuple[str, Any] | None:
    """Return the definition of a list; it may stand behind a style for lists."""
    for _ in range(_LEVELS):
        wanted = value(element, "w:abstractNumId")
        abstract = abstracts.get(wanted)
        if abstract is None:
            return None
        linked = value(abstract, "w:numStyleLink")
        if linked is None:
            return wanted or "", abstract
        element = numbers.get(styles.numbering(linked)[0] or "")
    return None


def _levels(definition: Any) -> Iterator[tuple[int, _Level]]:
    for element in definition:
        if name(element) != "w:lvl":
            continue
        depth = _number(attribute(element, "ilvl"), 0)
        yield (
            depth,
            _Level(
                start=_number(value(element, "w:start"), 0),
                format=_format(element),
                text=value(element, "w:lvlText") or "",
                legal=child(element, "w:isLgl") is not None,
                restart=_number(value(element, "w:lvlRestart"), depth),
                spaced=value(element, "w:suff") != "nothing",
            ),
        )


def _format(level: Any) -> str:
    """Return the format of a level; one of Word's own (``0001``) stands beside a plain one."""
    for part in level:
        form = shown_form(part) if name(part) == "mc:AlternateContent" else None
        found = child(form, "w:numFmt")
        if found is not None:
            first = (attribute(found, "format") or "").partition(",")[0].strip()
            return first if _ZEROS.fullmatch(first) else attribute(found, "val") or "decimal"
    return value(level, "w:numFmt") or "decimal"


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and text.isdecimal() else otherwise


def _written(level: _Level, named: _List, counts: list[int | None]) -> str:
    if level.format == "bullet":
        # A bullet is a character of a font with symbols; what it stands for is the same.
        shown = level.text.strip()
        plain = shown and not shown[0].isalnum() and shown.isprintable()
        return shown if plain else _BULLET if level.text else ""
    if level.format == "none":
        return _PLACE.sub("", level.text)

    def counted(match: re.Match[str]) -> str:
        depth = int(match[1]) - 1
        of = named.levels.get(depth)
        number = counts[depth]
        if number is None:
            return ""
        return in_format(number, "decimal" if level.legal or of is None else of.format)

    return _PLACE.sub(counted, level.text)


def in_format(number: int, format_: str) -> str:
    """Return a number as Word writes it in a format of ST_NumberFormat (ECMA-376 part 1, 17.18.59).

    Formats that Dutch letters do not know are written in digits.
    """
    if format_ in {"bullet", "none"}:
        return ""
    if not 0 < number <= _MOST:
        return str(number)
    match format_:
        case "lowerLetter" | "upperLetter":
            letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
            return letter.upper() if format_ == "upperLetter" else letter
        case "lowerRoman" | "upperRoman":
            roman = _roman(number)
            return roman.upper() if format_ == "upperRoman" else roman
        case "decimalZero":
            return f"{number:02}"
        case _ if _ZEROS.fullmatch(format_):
            return str(number).zfill(len(format_))
        case "ordinal":
            return f"{number}e"
        case _:
            return str(number)


def _roman(number: int) -> str:
    signs = []
    for size, sign in _ROMAN:
        count, number = divmod(number, size)
        signs.append(sign * count)
    return "".join(signs)
