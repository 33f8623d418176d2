"""What a letter is: blocks of text with a kind, and where each stretch of text came from."""

from brievenbus.letter.model import (
    BLOCK_SEPARATOR,
    Block,
    BlockKind,
    Letter,
    LetterKind,
    Origin,
    Placeholder,
    PlaceholderKind,
    Story,
)

__all__ = [
    "BLOCK_SEPARATOR",
    "Block",
    "BlockKind",
    "Letter",
    "LetterKind",
    "Origin",
    "Placeholder",
    "PlaceholderKind",
    "Story",
]
