"""Splitting runs so that a mark can stand between two characters."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from brievenbus.documents.word.names import XML_SPACE, name
from brievenbus.documents.word.textmap import MappedParagraph, Piece

_NOT_SEEN = frozenset({"w:rPr", "w:lastRenderedPageBreak"})


def run_from(paragraph: MappedParagraph, number: int, offset: int) -> Any:
    """Return the run that begins with character `offset` of element `number`; split if needed."""
    index = _index(paragraph, number, offset)
    piece = paragraph.pieces[index]
    _split(paragraph, index, offset - piece.offset)
    return _at(paragraph, number, offset).run


def run_until(paragraph: MappedParagraph, number: int, offset: int) -> Any:
    """Return the run that ends before character `offset` of element `number`; split if needed."""
    index = _index(paragraph, number, offset - 1)
    piece = paragraph.pieces[index]
    _split(paragraph, index, offset - piece.offset)
    return _at(paragraph, number, offset - 1).run


def pieces_between(
    paragraph: MappedParagraph, first: tuple[int, int], last: tuple[int, int]
) -> list[Piece]:
    """Return the pieces with text from one character to another, both given as number and offset."""
    start, end = _index(paragraph, *first), _index(paragraph, *last)
    return [piece for piece in paragraph.pieces[start : end + 1] if piece.text]


def _at(paragraph: MappedParagraph, number: int, offset: int) -> Piece:
    return paragraph.pieces[_index(paragraph, number, offset)]


def _index(paragraph: MappedParagraph, number: int, offset: int) -> int:
    for index, piece in enumerate(paragraph.pieces):
        if piece.number == number and piece.offset <= offset < piece.offset + len(piece.text):
            return index
    raise LookupError(f"no character {offset} in text element {number}")


def _split(paragraph: MappedParagraph, index: int, at: int) -> None:
    """Make a run border before character `at` of a piece; at its length, after the piece."""
    piece = paragraph.pieces[index]
    run = piece.run
    if at == 0:
        first = piece.element
    elif at == len(piece.text):
        first = piece.element.getnext()
    else:
        first = _split_element(paragraph, index, at)
    if first is None or _is_first(run, first):
        return
    right = run.makeelement(run.tag, dict(run.attrib), nsmap=run.nsmap)
    if len(run) and name(run[0]) == "w:rPr":
        right.append(deepcopy(run[0]))
    moved = [first, *first.itersiblings()]
    for element in moved:
        right.append(element)
    run.addnext(right)
    for other in paragraph.pieces:
        if other.run is run and other.element.getparent() is right:
            other.run = right


def _is_first(run: Any, element: Any) -> bool:
    """Whether nothing that can be seen stands before `element` in its run."""
    return all(name(other) in _NOT_SEEN for other in element.itersiblings(preceding=True))


def _split_element(paragraph: MappedParagraph, index: int, at: int) -> Any:
    """Split a text element in two; return the second."""
    piece = paragraph.pieces[index]
    element = piece.element
    text: str = element.text or ""
    keeps_space = element.get(XML_SPACE) == "preserve"
    right = element.makeelement(element.tag, dict(element.attrib))
    element.text, right.text = text[:at], text[at:]
    right.tail, element.tail = element.tail, None
    element.addnext(right)
    if not keeps_space:
        _keep_space_at_cut(element, right)
    rest = Piece(
        right,
        piece.run,
        piece.text[at:],
        piece.number,
        piece.offset + at,
        piece.bold,
        piece.merge_field,
        piece.fixed,
    )
    piece.text = piece.text[:at]
    paragraph.pieces.insert(index + 1, rest)
    return right


def _keep_space_at_cut(left: Any, right: Any) -> None:
    # Without xml:space Word drops space at the edges; at the new edges it has to stay.
    if left.text[-1:].isspace():
        left.set(XML_SPACE, "preserve")
    if right.text[:1].isspace():
        right.set(XML_SPACE, "preserve")
