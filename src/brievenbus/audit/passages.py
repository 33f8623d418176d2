"""Passages: paragraphs that stand in many letters, told apart without keeping their text.

Two paragraphs are the same passage when they differ only in what is filled in, in numbers and in white
space. Paragraphs that share most of their words in the same order are nearly the same: each has a
sketch, the smallest of the keyed hashes of its rows of three words (bottom-k sketches; Broder, "On the
resemblance and containment of documents", 1997), and the share of hashes in common estimates how many
rows are.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from brievenbus.letter import Block, BlockKind, Letter, Story

_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})
_LEAST_WORDS = 6
"""Shorter paragraphs are greetings and the like, of which rewriting gains nothing."""

_ROW = 3
_SKETCH = 16
ALIKE = 0.6
"""From this share of rows in common two passages are nearly the same. Own judgement: one word of thirty
changed leaves some 0.8, a sentence of three left out some 0.65."""

_NUMBER = re.compile(r"\d+(?:[.,:/-]\d+)*")
_WORD = re.compile(r"\w+|□")


def passages_of(
    letter: Letter, weights: Mapping[int, int], foreign: Collection[int], secret: bytes
) -> list[dict[str, Any]]:
    """Return the passages in a letter, as they stand in its record.

    `weights` tells per block how much its findings weigh; `foreign` are the blocks in another language.
    """
    return [
        {
            "key": _digest(folded, secret, 16).hex(),
            "sketch": sketch(folded, secret),
            "start": letter.starts[index],
            "end": letter.starts[index] + len(block.text),
            "words": len(block.text.split()),
            "weight": weights.get(index, 0),
        }
        for index, block, folded in _folded_blocks(letter)
        if index not in foreign
    ]


def _folded_blocks(letter: Letter) -> Iterator[tuple[int, Block, str]]:
    for index, block in enumerate(letter.blocks):
        if block.kind in _KINDS and block.story in (Story.MAIN, Story.TEXT_BOX):
            folded = fold(block)
            if len(folded.split()) >= _LEAST_WORDS:
                yield index, block, folded


def fold(block: Block) -> str:
    """Return the text of a block with what differs per letter made alike."""
    pieces: list[str] = []
    position = 0
    for placeholder in block.placeholders:
        pieces += [block.text[position : placeholder.start], "□"]
        position = placeholder.end
    text = "".join([*pieces, block.text[position:]])
    return " ".join(_NUMBER.sub("0", text).lower().split())


def sketch(folded: str, secret: bytes) -> str:
    """Return the sketch of a folded text: its smallest hashes, 8 hexadecimal digits each."""
    words = _WORD.findall(folded)
    rows = {" ".join(words[i : i + _ROW]) for i in range(max(1, len(words) - _ROW + 1))}
    return b"".join(sorted(_digest(row, secret, 4) for row in rows)[:_SKETCH]).hex()


def _digest(text: str, secret: bytes, size: int) -> bytes:
    return hashlib.blake2b(
        text.encode(errors="replace"), digest_size=size, key=secret[:64]
    ).digest()


@dataclass(frozen=True, slots=True)
class Known:
    """A passage as the store has it: its key, its sketch and how often it stands.

    `place` is where it stands first: the number of the letter, and the offset in it.
    """

    key: str
    sketch: str
    count: int
    place: tuple[int, int] = (0, 0)


def families(passages: Iterable[Known]) -> list[list[str]]:
    """Put passages that are nearly the same together; each family begins with its most frequent one.

    Of passages that are as frequent the one that stands first goes first. Only passages that share one
    of their smallest hashes are compared, so that the work grows with the number of passages and not
    with its square.
    """
    ordered = sorted(passages, key=lambda one: (-one.count, one.place, one.key))
    hashes = {one.key: _hashes(one.sketch) for one in ordered}
    holders: dict[str, list[str]] = defaultdict(list)
    members: dict[str, list[str]] = {}
    for one in ordered:
        own = hashes[one.key]
        seen = Counter(head for each in sorted(own) for head in holders[each])
        head = next((other for other, _ in seen.most_common() if _alike(own, hashes[other])), None)
        if head is None:
            members[one.key] = [one.key]
            for each in own:
                holders[each].append(one.key)
        else:
            members[head].append(one.key)
    return list(members.values())


def _hashes(text: str) -> frozenset[str]:
    return frozenset(text[i : i + 8] for i in range(0, len(text), 8))


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the share of rows in common is large enough, estimated from the sketches."""
    smallest = sorted(one | other)[:_SKETCH]
    common = sum(each in one and each in other for each in smallest)
    return common >= ALIKE * len(smallest)
