"""The subject line of a letter: the one reference line whose words a reader must understand."""

from __future__ import annotations

import re

from brievenbus.letter import Block, BlockKind

_LABEL = re.compile(r"\s*(?:betreft|onderwerp|inzake)\b\s*:?\s*", re.IGNORECASE)


def is_subject_line(block: Block) -> bool:
    """Whether a block is a reference line that says what the letter is about."""
    return block.kind is BlockKind.REFERENCE and _LABEL.match(block.text) is not None


def subject(block: Block) -> tuple[int, str]:
    """Return where the subject starts in the text of a subject line, and the subject itself."""
    match = _LABEL.match(block.text)
    start = match.end() if match else 0
    return start, block.text[start:]
