"""Texts as clients send them, for property tests: letters in all sorts of lines, with and without markup."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import strategies as st

INVISIBLE = "\u00ad\u200b\u2060\ufeff"
_UNSEEN = re.compile(rf"[\s{INVISIBLE}\x1a]")

PIECES = (
    "Wij verstrekken u hierbij een formulier.",
    "Indien u vragen heeft, kunt u ons bellen.",
    "Wij dragen zorg voor een spoedige afhandeling van uw aanvraag.",
    "verstrekken",
    "ver\u00adstrekken",
    "ver-\nstrekken",
    "U dient het formulier te retourneren\nen daarna te ondertekenen, omdat wij anders\nuw aanvraag niet in behandeling kunnen nemen.",
    "U dient het formulier te retourneren\r\nen daarna te ondertekenen, omdat wij anders\r\nuw aanvraag niet in behandeling kunnen nemen.",
    "Geachte heer De Vries,",
    "Met vriendelijke groet,",
    "Postbus 12\n1234 AB Voorbeeldstad",
    "Kenmerk: 2026-123",
    "- ten behoeve van uw aanvraag",
    "1. teneinde dit te regelen",
    "Naam\tBedrag\tDatum",
    "😀",
    "👩‍👩‍👧",
    "é",
    "e\u0301",
    "𝔸",
    " ",
    "  ",
    "\t",
    "\u00a0",
    "\n",
    "\n\n",
    "\r\n",
    "\r\n\r\n",
    "\r",
    "\f",
    "\v",
    "\x85",
    "\u2028",
    "\u2029",
    "\u200b",
    "\ufeff",
    "\x00",
    ". ",
    ", ",
)
"""What can stand in a text, and what can stand around it."""

written = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=12).map("".join)
"""A text of which the lines and spaces are in every which way."""

_own = st.builds(lambda text: {"text": text}, written)
_markup = st.builds(
    lambda markup, read: (
        {"markup": markup} if read is None else {"markup": markup, "interpretAs": read}
    ),
    st.sampled_from(("<b>", "</b>", "<br>", "\\emph{", "}", "*", "😀")),
    st.sampled_from((None, "", " ", "\n\n", "Dummy0", "indien")),
)
annotation = st.lists(_own | _markup, max_size=8)
"""A text with markup, as the list `annotation` of LanguageTool."""


def seen(text: str) -> str:
    """Return what is left of a text without all white space and all that cannot be seen."""
    return _UNSEEN.sub("", text)


def units(text: str, offset: int, length: int) -> str:
    """Return a stretch of a text, in UTF-16 units."""
    return text.encode("utf-16-le")[2 * offset : 2 * (offset + length)].decode("utf-16-le")


def sent_text(parts: list[dict[str, Any]]) -> str:
    """Return text and markup put one behind the other."""
    return "".join(part.get("text", part.get("markup")) for part in parts)


def read_within(parts: list[dict[str, Any]], start: int, end: int) -> str:
    """Return what is read for a stretch of what was sent."""
    found, position = "", 0
    for part in parts:
        sent = part.get("text", part.get("markup"))
        first, last = max(start, position), min(end, position + len(sent))
        if first < last:
            own = sent[first - position : last - position]
            found += own if "text" in part else part.get("interpretAs", "")
        position += len(sent)
    return found
