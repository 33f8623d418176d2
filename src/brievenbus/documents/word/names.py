"""The names used in Word's XML, alike for the two namespaces that Word writes."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_PREFIXES = {W: "w", W_STRICT: "w", _MC: "mc", _W14: "w14"}

TEXT_PATH = "{urn:schemas-microsoft-com:vml}textpath"
"""Text that Word draws as a picture."""

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
R_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"


_MICROSOFT = "http://schemas.microsoft.com/office/"
_UNDERSTOOD = frozenset(
    {
        f"{_MICROSOFT}word/2010/wordprocessingShape",
        f"{_MICROSOFT}word/2010/wordprocessingGroup",
        f"{_MICROSOFT}word/2010/wordprocessingCanvas",
        f"{_MICROSOFT}word/2010/wordprocessingDrawing",
        f"{_MICROSOFT}word/2010/wordprocessingInk",
        f"{_MICROSOFT}drawing/2010/main",
        f"{_MICROSOFT}word/2010/wordml",
        f"{_MICROSOFT}word/2012/wordml",
        f"{_MICROSOFT}word/2016/wordml/cid",
        f"{_MICROSOFT}word/2018/wordml",
        f"{_MICROSOFT}word/2018/wordml/cex",
        f"{_MICROSOFT}drawing/2014/chartex",
        f"{_MICROSOFT}drawing/2016/ink",
    }
)
"""Namespaces of which Word shows the newer form of a content; source: [MS-DOCX] 2.5 and 2.7."""


@lru_cache(maxsize=4096)
def _short(tag: str) -> str:
    namespace, _, local = tag[1:].partition("}")
    prefix = _PREFIXES.get(namespace)
    return f"{prefix}:{local}" if prefix else ""


def name(element: Any) -> str:
    """Return ``w:p`` and the like, or an empty string for what is not Word's own."""
    tag = element.tag  # of a comment or an instruction it is no string
    return _short(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=64)
def both(local: str) -> tuple[str, str]:
    """Return the tag ``w:local`` in each of the two namespaces."""
    return f"{{{W}}}{local}", f"{{{W_STRICT}}}{local}"


def attribute(element: Any, local: str) -> str | None:
    """Return the value of the attribute ``w:local``."""
    value = element.get(f"{{{W}}}{local}")
    if value is None:
        value = element.get(f"{{{W_STRICT}}}{local}")
    return None if value is None else str(value)


def link_of(element: Any) -> str | None:
    """Return the id of the link (``r:id``) that an element has."""
    found = element.get(f"{{{R}}}id")
    if found is None:
        found = element.get(f"{{{R_STRICT}}}id")
    return None if found is None else str(found)


def child(element: Any, wanted: str) -> Any:
    """Return the first child of that name, or None; None has no children."""
    if element is None:
        return None
    for part in element:
        if name(part) == wanted:
            return part
    return None


def value(element: Any, wanted: str) -> str | None:
    """Return ``w:val`` of the first child of that name."""
    found = child(element, wanted)
    return None if found is None else attribute(found, "val")


def shown_form(element: Any) -> Any:
    """Return the one form of an ``mc:AlternateContent`` that Word shows, or None.

    That is the first choice of which every namespace required is understood, else the fallback
    (ECMA-376 part 3, 7.6).
    """
    for part in element:
        if name(part) == "mc:Choice":
            needed = (part.get("Requires") or "").split()
            if needed and all(part.nsmap.get(prefix) in _UNDERSTOOD for prefix in needed):
                return part
        elif name(part) == "mc:Fallback":
            return part
    return None


def is_on(element: Any) -> bool:
    """Whether an on/off property is there and not switched off; None is not there."""
    if element is None:
        return False
    return attribute(element, "val") not in {"0", "false", "off", "none"}
