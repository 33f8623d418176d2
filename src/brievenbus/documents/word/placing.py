"""Where in a paragraph a mark may stand: between two characters, or around what must stay whole."""

from __future__ import annotations

from typing import Any

from brievenbus.documents.word.names import attribute, both, child, name
from brievenbus.documents.word.splitting import run_from, run_until
from brievenbus.documents.word.textmap import MappedParagraph, Piece


def border(
    paragraph: MappedParagraph, piece: int, offset: int, *, begins: bool
) -> tuple[Any, bool]:
    """Return the element before which (`begins`) or behind which a mark may stand, and if it is exact.

    It is the run that begins with, or ends before, character `offset` of text element `piece`; runs
    are split for it. Where they may not be, it is the larger whole around it.
    """
    found = _piece(paragraph, piece)
    whole = whole_around(found)
    if name(whole) != "w:r":
        return whole, False
    field = field_around(paragraph, whole)
    if field is not None:
        return field[0] if begins else field[1], False
    if whole is not found.run or not _may_be_split(found):
        return whole, False
    split = run_from if begins else run_until
    return split(paragraph, piece, offset), True


def _may_be_split(piece: Piece) -> bool:
    return piece.element.getparent() is piece.run and len(piece.element) == 0


def _piece(paragraph: MappedParagraph, number: int) -> Piece:
    for piece in paragraph.pieces:
        if piece.number == number:
            return piece
    raise LookupError(f"no text element {number}")


def whole_around(piece: Piece) -> Any:
    """Return the run of a piece, or what around it must not be split.

    Word refills a field and a content control that is bound to data, and would lose a mark inside it.
    """
    run = piece.run
    whole = run
    for ancestor in run.iterancestors():
        kind = name(ancestor)
        if kind == "w:p":
            break
        if kind == "w:ruby":
            whole = ancestor.getparent()
        if kind == "w:fldSimple":
            whole = ancestor
        if kind == "w:sdt" and child(child(ancestor, "w:sdtPr"), "w:dataBinding") is not None:
            whole = ancestor
    return whole


def field_around(paragraph: MappedParagraph, run: Any) -> tuple[Any, Any] | None:
    """Return the first and last run of the outermost field in `paragraph` that holds `run`.

    A mark inside the result of a field becomes text of that field in LibreOffice, and is lost in Word
    when the field is filled. A field that begins or ends in another paragraph is left alone.
    """
    if not paragraph.has_fields:
        return None
    opened: list[Any] = []
    holds = False
    for each in paragraph.element.iter(*both("r")):
        for mark in each.iterchildren(*both("fldChar")):
            kind = attribute(mark, "fldCharType")
            if kind == "begin":
                opened.append(each)
            elif kind == "end" and opened:
                begin = opened.pop()
                if not opened:
                    if holds or each is run:
                        return begin, each
                    holds = False
        holds = bool(opened) and (holds or each is run)
    return None
