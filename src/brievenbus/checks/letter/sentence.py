"""One sentence of a letter, and what it is about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from brievenbus.checks.letter.verbs import Word
from brievenbus.dutch.analysis import Token
from brievenbus.letter import BlockKind

_WORD = re.compile(r"\w+")


class Topic(Enum):
    """What a stretch of the letter is about, where that matters for the checklist."""

    MAIN = auto()
    OBJECTION = auto()
    CONTACT = auto()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the letter's own text.

    `start` is its place in `Letter.text`, `number` its place among the body's sentences; `folded`
    is as long as the sentence, see `words.fold`.
    `words` are those of `folded`. `tokens` are what the parse made of the sentence, none where there is
    no parse; they count from the start of the block, in which the sentence begins at `offset`.
    `conditional` says that it holds in some cases only: *Als …*, or what follows a question.
    """

    block: int
    kind: BlockKind
    start: int
    text: str
    folded: str
    words: tuple[Word, ...] = ()
    tokens: tuple[Token, ...] = ()
    offset: int = 0
    number: int = 0
    topic: Topic = Topic.MAIN
    conditional: bool = False

    @property
    def is_question(self) -> bool:
        """Whether it ends in a question mark."""
        return self.text.rstrip("\"'”’) ").endswith("?")

    @property
    def first_word(self) -> str:
        """The first word, folded."""
        match = _WORD.search(self.folded)
        return match[0] if match else ""

    def token_at(self, place: int) -> Token | None:
        """Return the token that begins at a place of the sentence."""
        at = place + self.offset
        return next((token for token in self.tokens if token.start == at), None)


@dataclass(frozen=True)
class Spot:
    """A stretch of `Letter.text`."""

    start: int
    end: int
