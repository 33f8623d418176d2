"""Finding personal data in a letter: what each finder sees, put together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from brievenbus.dutch.analysis import Analysis
from brievenbus.dutch.pipeline import load_pipeline
from brievenbus.letter import BlockKind, Letter, Placeholder
from brievenbus.privacy import addresses, births, contact, names, numbers, references
from brievenbus.privacy.hiding import hide
from brievenbus.privacy.model import Kind, Personal, Seen
from brievenbus.privacy.standins import StandIns
from brievenbus.privacy.words import either

_BlockText = tuple[str, tuple[Placeholder, ...]]

_AGAIN = 5
"""Characters from which a number that is known is looked for in the rest of the letter."""
_ROUNDS = 5
"""How often the outcome is looked at again at most; two are nearly always enough."""


def find(letter: Letter) -> tuple[Personal, ...]:
    """Return the personal data in a letter, in order and without overlap; offsets are in `Letter.text`.

    It can miss some, and take some for personal data that is not: a person has to look at it. The same letter
    gives the same outcome. What stands there because it was hidden before is not found again; so that hiding
    twice is hiding once, what shows only when the rest is hidden is found as well.
    """
    read: dict[_BlockText, Analysis] = {}
    found = _seen(letter, read)
    for _ in range(_ROUNDS):
        given = StandIns(letter.text).give(found)
        more = [_back(each, given) for each in _seen(hide(letter, given), read)]
        if not more:
            return given
        found = sorted([*found, *more], key=lambda each: each.start)
    return StandIns(letter.text).give(found)


def add(
    letter: Letter, found: Sequence[Personal], start: int, end: int, kind: Kind
) -> tuple[Personal, ...]:
    """Return `found` with what a person chose by hand, wherever it stands in the letter as a whole word.

    What was found there before gives way. Stand-ins that were given stay.

    Raises:
        ValueError: when there are no characters at `start:end`.
    """
    words = letter.text[start:end] if start >= 0 else ""
    if not words.strip():
        raise ValueError("nothing is chosen")
    same = re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", letter.text)
    places = sorted({(start, end), *(match.span() for match in same)})
    left = [e for e in found if not any(e.start < last and first < e.end for first, last in places)]
    stand_ins = StandIns("\n".join([letter.text, *(each.stand_in for each in found)]))
    chosen = stand_ins.give_at(letter.text, [Seen(*place, kind, "hand") for place in places])
    return tuple(sorted([*left, *chosen]))


def patterns_only(text: str) -> tuple[Personal, ...]:
    """Return what is known by its form alone in a text that is no prose: a code, the address of a link."""
    board = _Board(text)
    for finder in (contact.emails, numbers.ibans, contact.phones, numbers.bsns):
        board.keep(each for each in finder(text) if each.sure)
    return StandIns(text).give(board.kept)


def _seen(letter: Letter, read: dict[_BlockText, Analysis]) -> list[Seen]:
    """Return what the finders see, without overlap; `read` keeps what was read of each block."""
    text = letter.text
    board = _Board(text)
    board.leave(_to_fill_in(letter))
    # What is surest takes its words first, and what is left goes to the next.
    for finder in (
        contact.emails,
        numbers.ibans,
        contact.phones,
        numbers.bsns,
        numbers.plates,
        births.births,
        references.references,
        lambda _: _address_lines(letter),
        addresses.addresses,
        references.shapes,
    ):
        board.keep(sorted(finder(text), key=lambda s: (not s.sure, s.start, -s.end)))
    board.keep(_same_again(text, board.kept))
    texts = [(block.text, block.placeholders) for block in letter.blocks]
    new = [text for text in dict.fromkeys(texts) if text not in read]
    read.update(zip(new, load_pipeline().analyse_all(new), strict=True))
    analyses = [read[text] for text in texts]
    found = names.names(letter, analyses, bytearray(board.taken))
    board.keep(sorted(found, key=lambda s: (s.start - s.end, s.start)))
    return sorted(board.kept, key=lambda each: each.start)


class _Board:
    """What was found so far, and which characters are taken by it or are public."""

    def __init__(self, text: str) -> None:
        self.kept: list[Seen] = []
        self.taken = bytearray(len(text))
        for finder in (StandIns.spans, contact.public, numbers.public, addresses.public):
            self.leave(finder(text))

    def leave(self, spans: Iterable[tuple[int, int]]) -> None:
        """Let these stretches be."""
        for start, end in spans:
            self.taken[start:end] = b"\1" * (end - start)

    def keep(self, found: Iterable[Seen]) -> None:
        """Keep what was found where nothing of it is taken."""
        for each in found:
            if each.start < each.end and not any(self.taken[each.start : each.end]):
                self.kept.append(each)
                self.leave([(each.start, each.end)])


def _back(each: Seen, given: Sequence[Personal]) -> Seen:
    """Return where something that was seen in the hidden letter stands in the letter itself."""
    start, end = each.start, each.end
    shift = 0
    for other in given:
        grown = len(other.stand_in) - (other.end - other.start)
        if other.start + shift >= each.end:
            break
        shift += grown
    return Seen(start - shift, end - shift, each.kind, each.why, each.sure)


def _address_lines(letter: Letter) -> Iterator[Seen]:
    """Yield the streets in the blocks that are addresses: whole lines, before a part of one is seen."""
    for block, begins in zip(letter.blocks, letter.starts, strict=True):
        if block.kind is BlockKind.ADDRESS:
            end = begins + len(block.text)
            yield from addresses.address_lines(letter.text, begins, end)


def _to_fill_in(letter: Letter) -> Iterator[tuple[int, int]]:
    """Yield where a letter has yet to be filled in."""
    for block, begins in zip(letter.blocks, letter.starts, strict=True):
        for field in block.placeholders:
            yield begins + field.start, begins + field.end


def _same_again(text: str, kept: Sequence[Seen]) -> Iterator[Seen]:
    """Yield numbers and addresses that stand elsewhere in the letter just the same."""
    known = {
        text[each.start : each.end]: each
        for each in kept
        if each.end - each.start >= _AGAIN and each.kind is not Kind.PLACE
    }
    words = [each for each in known if re.search(r"\d{3}|@|\w \d", each)]
    if not words:
        return
    for match in re.finditer(rf"(?<!\w)(?:{either(words)})(?!\w)", text):
        each = known[match[0]]
        yield Seen(match.start(), match.end(), each.kind, "eerder", each.sure)
