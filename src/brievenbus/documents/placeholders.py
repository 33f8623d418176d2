"""Finding merge fields and places to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterable

from brievenbus.documents.raw import Field
from brievenbus.letter.model import Placeholder, PlaceholderKind

_WORDS_AT_MOST = 5
"""Longer text between square brackets is a writer's aside."""

_PATTERN = re.compile(
    r"«(?P<a>[^«»\n]{1,80})»"
    r"|<<(?P<b>[^<>\n]{1,80})>>"
    r"|\$?\{\{(?P<c>[^{}\n]{1,80})\}\}"
    r"|\$\{(?P<d>[^{}\n]{1,80})\}"
    r"|\{(?P<e>[A-Za-z_][^{}\n]{0,79})\}"
    r"|\[(?P<f>[^\[\]\n]{1,120})\]"
    r"|<(?P<g>[A-Za-z][\w .:+-]{0,60})>"
    r"|(?<![\w*])\*(?P<h>[A-Z][\w+]{2,60})\*(?![\w*])"
    r"|(?P<i>\b(?:[xX]{2}[-/ .]){2}[xX]{2,4}\b|\bdd-mm-(?:jj|yy)(?:jj|yy)?\b)"
    r"|(?P<j>\b(?:X{3,}|x{3,})\b|\.{4,}|…{2,}|(?:\. ){4,}\.?|_{3,})"
)

_HTML = frozenset(
    {
        "a", "abbr", "b", "big", "blockquote", "body", "br", "code", "dd", "div", "dl", "dt", "em",
        "font", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "hr", "html", "i", "img",
        "input", "label", "li", "link", "meta", "ol", "p", "pre", "s", "script", "small", "span",
        "strike", "strong", "style", "sub", "sup", "table", "tbody", "td", "textarea", "th",
        "thead", "title", "tr", "tt", "u", "ul",
    }
)  # fmt: skip
_DATE = re.compile(r"datum|date|(?:^|[^a-z])(?:dag|maand|jaar|dd|jjjj)(?:$|[^a-z])", re.IGNORECASE)
_NUMBER = re.compile(
    r"bedrag|nummer|(?:^|[^a-z])nr(?:$|[^a-z])|aantal|bsn|kenmerk|euro|referentie|percentage|kosten|"
    r"telefoon|iban|saldo|bedr|termijn|€",
    re.IGNORECASE,
)
_DATE_BEFORE = re.compile(
    r"\b(?:op|vóór|voor|uiterlijk|sinds|vanaf|per|datum|van)[: ]+$", re.IGNORECASE
)


def kind_of(name: str, before: str = "") -> PlaceholderKind:
    """Guess what a placeholder stands for, by its name and the text before it."""
    if _DATE.search(name):
        return PlaceholderKind.DATE
    if _NUMBER.search(name) or before.rstrip().endswith("€"):
        return PlaceholderKind.NUMBER
    nameless = not any(character.isalpha() for character in name.replace("X", "").replace("x", ""))
    if nameless and _DATE_BEFORE.search(before):
        return PlaceholderKind.DATE
    return PlaceholderKind.NAME


def find(text: str, fields: Iterable[Field] = ()) -> tuple[Placeholder, ...]:
    """Return the placeholders in `text`, in order and not overlapping.

    `fields` are those the format itself marks; they go before what the text looks like.
    """
    found = [
        Placeholder(field.start, field.end, kind_of(field.name, text[: field.start]))
        for field in fields
        if field.end > field.start
    ]
    for match in _PATTERN.finditer(text):
        name = match[match.lastgroup or 0]
        if not _is_placeholder(match.lastgroup or "", name):
            continue
        if any(match.start() < other.end and other.start < match.end() for other in found):
            continue
        kind = PlaceholderKind.DATE if match["i"] else kind_of(name, text[: match.start()])
        found.append(Placeholder(match.start(), match.end(), kind))
    return tuple(sorted(found, key=lambda placeholder: placeholder.start))


def _is_placeholder(form: str, name: str) -> bool:
    if form in "ij":
        return True
    if form == "g":
        return name.split()[0].rstrip("/").lower() not in _HTML
    if form in "ef":
        letters = sum(character.isalpha() for character in name)
        return letters >= 2 and len(name.split()) <= _WORDS_AT_MOST
    return True
