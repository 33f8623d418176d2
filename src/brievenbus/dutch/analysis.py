"""The analysed block: words and sentences as plain values, free of the library that made them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any


@dataclass(slots=True, unsafe_hash=True)
class Token:
    """One word or punctuation mark; never changed once made.

    Not frozen, as that would double the time to make one, and a letter has hundreds.
    `i` is its number in the block; `start` and `end` are code points in the block's text; `lemma` is
    the dictionary form in lower case (names keep their capital), with the particle of a separated verb
    put back (*stelt … vast*: ``vaststellen`` on *stelt*); `lower` is the text in lower case;
    `is_punct` says that it is punctuation or a loose symbol: no letter and no digit in it;
    `pos` is the Universal Dependencies tag, `tag` the CGN tag where the pipeline gives one
    (``WW|pv|tgw|met-t``); `morph` the features;
    `dep` the relation (``root`` is written ``ROOT``) and `head` the number of the head, its own for a
    root; `sentence` the number of its sentence in the block; `placeholder` marks a merge field.
    """

    i: int
    text: str
    start: int
    end: int
    lemma: str
    pos: str
    tag: str
    morph: Mapping[str, str] = field(hash=False)
    dep: str
    head: int
    sentence: int
    placeholder: bool = False
    entity: str = ""
    lower: str = field(init=False)
    is_punct: bool = field(init=False)

    def __post_init__(self) -> None:
        """Work out once what every check asks for."""
        self.lower = self.text.lower()
        self.is_punct = not any(map(str.isalnum, self.text))

    @property
    def is_word(self) -> bool:
        """Whether the token counts as a word: no punctuation, no merge field."""
        return not self.placeholder and not self.is_punct

    @property
    def is_finite(self) -> bool:
        """Whether the token is a finite verb."""
        if self.tag:
            return "WW|pv" in self.tag
        return self.morph.get("VerbForm") == "Fin"


@dataclass(frozen=True)
class Analysis:
    """The tokens and sentences of one block; `sentences` are pairs of token numbers, end excluded."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]

    @cached_property
    def notes(self) -> dict[object, Any]:
        """What checks have worked out of this block, so that no check does it again."""
        return {}

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token the numbers of the tokens whose head it is, in order."""
        lists: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                lists[token.head].append(token.i)
        return tuple(tuple(numbers) for numbers in lists)

    def sentence(self, number: int) -> tuple[Token, ...]:
        """Return the tokens of one sentence."""
        first, last = self.sentences[number]
        return self.tokens[first:last]

    def sentence_span(self, number: int) -> tuple[int, int]:
        """Return the code points, in the block's text, that one sentence covers."""
        tokens = self.sentence(number)
        return tokens[0].start, tokens[-1].end

    def subtree(self, number: int) -> Iterator[Token]:
        """Yield a token and all that depends on it, in no particular order."""
        stack, seen = [number], {number}
        while stack:
            current = stack.pop()
            yield self.tokens[current]
            for child in self.children[current]:
                if child not in seen:
                    seen.add(child)
                    stack.append(child)
