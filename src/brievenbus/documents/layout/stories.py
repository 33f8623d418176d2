"""Putting the stories of a document in the order in which they are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from brievenbus.documents.layout.sequence import to_blocks
from brievenbus.documents.raw import RawStory
from brievenbus.documents.wording import is_running
from brievenbus.letter.model import Block, BlockKind, Story

_EDGES = frozenset({Story.HEADER, Story.FOOTER})
_NOTES = frozenset({Story.FOOTNOTE, Story.ENDNOTE})
_AT_THE_EDGE = frozenset({BlockKind.ADDRESS, BlockKind.TABLE_CELL, BlockKind.REFERENCE})


def arrange(stories: Sequence[RawStory]) -> tuple[Block, ...]:
    """Return the blocks of all stories; a text box follows the paragraph it hangs in."""
    placed: dict[RawStory, list[Block]] = {
        story: [_block(story.story, block) for block in to_blocks(story.paragraphs)]
        for story in stories
    }
    # The innermost boxes first: what they hang in moves with its boxes.
    for story in reversed(stories):
        if story.host is not None:
            host = placed[story.host]
            at = _behind(host, story.anchor)
            host[at:at] = placed.pop(story)
    return tuple(block for story in stories for block in placed.get(story, ()))


def _behind(blocks: Sequence[Block], paragraph: int) -> int:
    """Return where the first block stands that begins behind a paragraph."""
    for index, block in enumerate(blocks):
        if block.origins and block.origins[0].paragraph > paragraph:
            return index
    return len(blocks)


def _block(story: Story, block: Block) -> Block:
    """Return the block as one of its story: what stands at the edge of a page is no running text."""
    is_running_text = story not in _EDGES
    if story in _NOTES:
        is_running_text = is_running(block.text)
    kind = block.kind
    if not is_running_text and kind not in _AT_THE_EDGE:
        kind = BlockKind.REFERENCE
    return replace(block, kind=kind, story=story)
