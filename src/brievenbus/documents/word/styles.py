"""What the styles of a Word file say: heading, list, bold, hidden."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from brievenbus.documents.limits import Limits
from brievenbus.documents.word.names import attribute, child, is_on, name, value
from brievenbus.documents.word.package import Package, parse

_HEADING = re.compile(r"(?:heading|kop|titel|title|subtitle|ondertitel|tussenkop)\s*\d*", re.I)
_BODY_LEVEL = 9
"""The outline level that stands for running text; lower ones are headings."""


@dataclass(eq=False)
class Styles:
    """The styles of a file by their id."""

    _elements: dict[str, Any] = field(default_factory=dict)
    _default: str | None = None
    _answers: dict[tuple[str | None, str], bool] = field(default_factory=dict)

    def is_heading(self, style: str | None) -> bool:
        """Whether a paragraph style is one for headings: by its name or its outline level."""
        return self._any(style, "heading", _is_heading_style)

    def is_list(self, style: str | None) -> bool:
        """Whether a paragraph style numbers its paragraphs or gives them a bullet."""
        return self._any(style, "list", lambda element: has_numbering(child(element, "w:pPr")))

    def has(self, style: str | None, wanted: str) -> bool:
        """Whether a style has a run property: ``w:b``, ``w:vanish``; the nearest that says so counts."""
        key = (style, wanted)
        if key not in self._answers:
            said = (child(child(element, "w:rPr"), wanted) for element in self._line_of(style))
            self._answers[key] = is_on(next((one for one in said if one is not None), None))
        return self._answers[key]

    def numbering(self, style: str | None) -> tuple[str | None, str | None]:
        """Return the list (``w:numId``) and the level (``w:ilvl``) that a style gives.

        A style may say one of them and take the other from the style it is based on.
        """
        said = [child(child(element, "w:pPr"), "w:numPr") for element in self._line_of(style)]
        number = next(filter(None, (value(each, "w:numId") for each in said)), None)
        level = next(filter(None, (value(each, "w:ilvl") for each in said)), None)
        return number, level

    def of_paragraph(self, properties: Any) -> str | None:
        """Return the style of a paragraph: the one it names, or the default one."""
        return value(properties, "w:pStyle") or self._default

    def _any(self, style: str | None, question: str, holds: Callable[[Any], bool]) -> bool:
        """Whether something holds for a style or for one that it is based on."""
        key = (style, question)
        if key not in self._answers:
            self._answers[key] = any(holds(element) for element in self._line_of(style))
        return self._answers[key]

    def _line_of(self, style: str | None) -> Iterator[Any]:
        seen: set[str] = set()
        while style and style not in seen and style in self._elements:
            seen.add(style)
            element = self._elements[style]
            yield element
            based_on = child(element, "w:basedOn")
            style = None if based_on is None else attribute(based_on, "val")


def has_numbering(properties: Any) -> bool:
    """Whether paragraph properties put the paragraph in a list."""
    return value(child(properties, "w:numPr"), "w:numId") not in {None, "0"}


def is_outlined(properties: Any) -> bool:
    """Whether paragraph properties make the paragraph a heading."""
    level = value(properties, "w:outlineLvl") or ""
    return level.isdigit() and int(level) < _BODY_LEVEL


def _is_heading_style(element: Any) -> bool:
    named = value(element, "w:name") or ""
    return bool(_HEADING.fullmatch(named)) or is_outlined(child(element, "w:pPr"))


def load_styles(package: Package) -> Styles:
    """Return the styles of a file; without a styles part there are none."""
    parts = package.related(package.main, "styles")
    return _styles_in(package.read(parts[0]), package.limits) if parts else Styles()


@lru_cache(maxsize=8)
def _styles_in(data: bytes, limits: Limits) -> Styles:
    """Return the styles in a part; letters of one house have the same, which then are read once."""
    elements = {
        attribute(element, "styleId") or "": element
        for element in parse(data, limits)
        if name(element) == "w:style"
    }
    default = next((key for key, element in elements.items() if _is_default(element)), None)
    return Styles(elements, default)


def _is_default(element: Any) -> bool:
    is_default = attribute(element, "default") in {"1", "true", "on"}
    return is_default and attribute(element, "type") == "paragraph"
