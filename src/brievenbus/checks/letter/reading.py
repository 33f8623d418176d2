"""A letter as the checklist reads it: its own text by sentence, each with what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from brievenbus.checks.letter import words
from brievenbus.checks.letter.sentence import Sentence, Spot, Topic
from brievenbus.checks.letter.topics import conditions, topics
from brievenbus.checks.letter.verbs import split_words
from brievenbus.checks.letter.words import fold, place_name
from brievenbus.dutch.analysis import Analysis, Token
from brievenbus.letter import Block, BlockKind, Letter, Placeholder, PlaceholderKind

BODY = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING, BlockKind.TABLE_CELL})
"""The kinds that a letter's own text is made of."""

_QUOTED_WORDS = 9
_SENTENCE = re.compile(r"[^.?!]*(?:[.?!](?!\s+[A-Z«\[€‘“\d]|\s*$)[^.?!]*)*[.?!]*")
_SALUTATION = re.compile(r"(?:Geachte?|Beste|Hallo|Hoi|Dag)(?: [^\s.]+){1,5},$")
"""A salutation that the layout did not know: *Geacht bestuur,*."""
_AMOUNT_FIELD = re.compile(r"bedrag|euro|kosten|€|saldo|boete|bedr\b|subsidie")
_PHONE_FIELD = re.compile(r"telefoon|\btel\b|doorkies|mobiel")
_TIME_FIELD = re.compile(r"termijn|aantal.?(?:dagen|weken)")


@dataclass(frozen=True)
class Reading:
    """A letter prepared for the checklist; `analyses` are parallel to its blocks."""

    letter: Letter
    analyses: Sequence[Analysis | None]

    @cached_property
    def notes(self) -> dict[object, Any]:
        """What was worked out of the letter or its sentences, so that it is not done again."""
        return {}

    @cached_property
    def body(self) -> range:
        """The blocks from the salutation to the closing."""
        kinds = [block.kind for block in self.letter.blocks]
        start = next((i + 1 for i, kind in enumerate(kinds) if kind is BlockKind.SALUTATION), None)
        if start is None:
            start = next((i for i, kind in enumerate(kinds) if kind in BODY), len(kinds))
            if start < len(kinds) and _SALUTATION.match(self.letter.blocks[start].text):
                start += 1
        ends = (BlockKind.CLOSING, BlockKind.SIGNATURE)
        end = next((i for i in range(start, len(kinds)) if kinds[i] in ends), len(kinds))
        return range(start, end)

    @cached_property
    def behind(self) -> tuple[int, ...]:
        """The blocks of text after the closing: notes, a form, a table."""
        blocks = self.letter.blocks
        return tuple(i for i in range(self.body.stop, len(blocks)) if blocks[i].kind in BODY)

    @cached_property
    def headings(self) -> tuple[int, ...]:
        """The headings of the body with something below them."""
        blocks = self.letter.blocks
        found = (i for i in self.body if blocks[i].kind is BlockKind.HEADING)
        return tuple(i for i in found if i + 1 < self.body.stop)

    @cached_property
    def masked_blocks(self) -> tuple[str, ...]:
        """The text of each block with its merge fields masked: see `words.DATE` and others."""
        return tuple(_masked(block) for block in self.letter.blocks)

    @cached_property
    def lowered_blocks(self) -> tuple[str, ...]:
        """The masked text of each block, folded; dates and lengths of time as they stand there."""
        return tuple(map(fold, self.masked_blocks))

    @cached_property
    def folded_blocks(self) -> tuple[str, ...]:
        """The masked text of each block, folded, with its dates and lengths of time masked too.

        So the phrases that hold one need no pattern for it, which would be many times as long.
        """
        return tuple(map(words.mask_times, self.lowered_blocks))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the body, in order, with their topics."""
        found = [s for i in self.body for s in self._sentences_of(i)]
        each = zip(found, topics(found), conditions(found), strict=True)
        return tuple(
            replace(sentence, number=number, topic=topic, conditional=conditional)
            for number, (sentence, topic, conditional) in enumerate(each)
        )

    @cached_property
    def running(self) -> tuple[Sentence, ...]:
        """The sentences of the body that stand in paragraphs and lists."""
        kinds = (BlockKind.PARAGRAPH, BlockKind.ITEM)
        return tuple(sentence for sentence in self.sentences if sentence.kind in kinds)

    @cached_property
    def main(self) -> tuple[Sentence, ...]:
        """All but headings, and but what is about objecting or asking questions."""
        return tuple(
            sentence
            for sentence in self.sentences
            if sentence.topic is Topic.MAIN and sentence.kind is not BlockKind.HEADING
        )

    def count_words(self, blocks: Sequence[int], kinds: frozenset[BlockKind]) -> int:
        """Count the words in those blocks that are of these kinds; a merge field is a word."""
        texts = (b.text for b in map(self.letter.blocks.__getitem__, blocks) if b.kind in kinds)
        return sum(any(map(str.isalnum, word)) for text in texts for word in text.split())

    def next_of(self, sentence: Sentence) -> Sentence | None:
        """Return the sentence after this one."""
        following = self.sentences[sentence.number + 1 :][:1]
        return following[0] if following else None

    def quote(self, spot: Spot, most: int = _QUOTED_WORDS) -> str:
        """Return the text of a spot, on one line, cut where it gets longer than `most` words."""
        found = self.letter.text[spot.start : spot.end].split()
        cut = " …" if len(found) > most else ""
        return " ".join(found[:most]).rstrip(".,;:") + cut

    def place(self, offset: int) -> str:
        """Say where in the letter an offset of its text is."""
        index = self.letter.block_at(offset)
        if index not in self.body:
            return place_name("boven" if index < self.body.start else "onder", 0)
        kinds = [self.letter.blocks[i].kind for i in range(self.body.start, index + 1)]
        number = kinds.count(BlockKind.PARAGRAPH)
        names = {
            BlockKind.ITEM: "lijst",
            BlockKind.TABLE_CELL: "tabel",
            BlockKind.HEADING: "kop",
        }
        return place_name(names.get(kinds[-1], "alinea"), max(1, number))

    def _sentences_of(self, index: int) -> Iterator[Sentence]:
        block = self.letter.blocks[index]
        folded = self.folded_blocks[index]
        for start, end, tokens in _spans(block.text, self.analyses[index]):
            yield Sentence(
                index,
                block.kind,
                self.letter.starts[index] + start,
                block.text[start:end],
                folded[start:end],
                split_words(folded[start:end]),
                tokens,
                start,
            )


def _spans(text: str, analysis: Analysis | None) -> Iterator[tuple[int, int, tuple[Token, ...]]]:
    if analysis is not None:
        for number in range(len(analysis.sentences)):
            yield *analysis.sentence_span(number), analysis.sentence(number)
        return
    for match in _SENTENCE.finditer(text):
        if match[0].strip():
            lead = len(match[0]) - len(match[0].lstrip())
            yield match.start() + lead, match.end(), ()


def _masked(block: Block) -> str:
    text = block.text
    for field in block.placeholders:
        name = fold(text[field.start : field.end])
        mask = _mask(field, name) * (field.end - field.start)
        text = text[: field.start] + mask + text[field.end :]
    return text


def _mask(field: Placeholder, name: str) -> str:
    if field.kind is PlaceholderKind.DATE:
        return words.DATE
    for pattern, mask in (
        (_AMOUNT_FIELD, words.AMOUNT),
        (_PHONE_FIELD, words.PHONE),
        (_TIME_FIELD, words.TIME),
    ):
        if pattern.search(name):
            return mask
    return words.NUMBER if field.kind is PlaceholderKind.NUMBER else words.NAME
