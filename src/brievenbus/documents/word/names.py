"""The names used in Word's XML, alike for the two namespaces that Word writes."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_PREFIXES = {W: "w", W_STRICT: "w", _MC: "mc"}

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
R_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"


@lru_cache(maxsize=4096)
def _short(tag: str) -> str:
    namespace, _, local = tag[1:].partition("}")
    prefix = _PREFIXES.get(namespace)
    return f"{prefix}:{local}" if prefix else ""


def name(element: Any) -> str:
    """Return ``w:p`` and the like, or an empty string for what is not Word's own."""
    tag = element.tag  # of a comment or an instruction it is no string
    return _short(tag) if isinstance(tag, str) else ""


def both(local: str) -> tuple[str, str]:
    """Return the tag ``w:local`` in each of the two namespaces."""
    return f"{{{W}}}{local}", f"{{{W_STRICT}}}{local}"


def attribute(element: Any, local: str) -> str | None:
    """Return the value of the attribute ``w:local``."""
    value = element.get(f"{{{W}}}{local}")
    if value is None:
        value = element.get(f"{{{W_STRICT}}}{local}")
    return None if value is None else str(value)


def is_on(element: Any) -> bool:
    """Whether an on/off property is there and not switched off; None is not there."""
    if element is None:
        return False
    return attribute(element, "val") not in {"0", "false", "off", "none"}
