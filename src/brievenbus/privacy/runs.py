"""Words with a capital that stand together, with initials and the small words of a surname."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from brievenbus.dutch.analysis import Analysis
from brievenbus.privacy.words import folded_list

_TOKEN = re.compile(
    r"(?:(?:Th|Ch|Chr|Ph|Joh|Jh|Tj|Fr|IJ|Kl|[A-ZÀ-Ž])\.-?)+(?=[ ]?[A-ZÀ-Žvdt'’(]|\s*$|[ ]?[,)])|"
    r"[dDlLO]['’][A-ZÀ-Ž][^\W\d_]+(?:-[^\W\d_]+)*|['’][tsn](?=[ ])|"
    r"[^\W\d_]+(?:[-\u2011][^\W\d_]+|['’][^\W\d_]{2,})*\.?"
)
_INITIALS = re.compile(r"(?:(?:Th|Ch|Chr|Ph|Joh|Jh|Tj|Fr|IJ|Kl|[A-ZÀ-Ž])\.-?)+")
_TITLES_WITH_POINT = frozenset(
    {"dr.", "ds.", "mr.", "ir.", "drs.", "ing.", "mw.", "hr.", "tel.", "nr.", "art.", "st."}
)
_SMALL = frozenset(
    [
        "van",
        "de",
        "der",
        "den",
        "het",
        "ten",
        "ter",
        "te",
        "el",
        "al",
        "von",
        "zu",
        "la",
        "le",
        "du",
        "da",
        "dos",
        "di",
        "del",
        "bin",
        "ben",
        "ibn",
    ]
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a block, at `start:end` of the whole text.

    `opens` says that it begins a sentence, a line or a quotation, where a capital says nothing. `pos` is the
    part of speech that the pipeline gives.
    """

    text: str
    start: int
    end: int
    opens: bool
    pos: str

    @property
    def lower(self) -> str:
        """The word in small letters, without a point."""
        return self.text.lower().rstrip(".")

    @property
    def initials(self) -> bool:
        """Whether it is one or more initials."""
        return (
            _INITIALS.fullmatch(self.text) is not None
            and self.text.lower() not in _TITLES_WITH_POINT
        )

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital, behind a small *d'*."""
        text = self.text
        return text[0].isupper() or (len(text) > 2 and text[1] in "'’" and text[2].isupper())

    @property
    def shouted(self) -> bool:
        """Whether all of it is in capitals."""
        return len(self.text) > 1 and self.text.isupper() and not self.initials

    @property
    def particle(self) -> bool:
        """Whether it is a small word of surnames, with or without a capital."""
        return self.lower in folded_list("tussenvoegsels")


@dataclass(slots=True)
class Run:
    """Words beside each other that may be a name; `before` are the words in front of it on its line."""

    words: list[Word]
    before: list[Word] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where it ends, without the point that closes a sentence."""
        last = self.words[-1]
        return last.end if last.initials else last.start + len(last.text.rstrip("."))

    @property
    def capitals(self) -> list[Word]:
        """The words that carry the name."""
        return [
            word
            for word in self.words
            if word.capital and len(word.text) > 1 and not word.initials and not word.particle
        ]


def words_in(analysis: Analysis, offset: int) -> list[Word]:
    """Return the words of a block that begins at `offset` of the text."""
    text = analysis.text
    starts = {token.start: token for token in analysis.tokens}
    opening = {analysis.tokens[first].start for first, _ in analysis.sentences}
    words = []
    for match in _TOKEN.finditer(text):
        token = starts.get(match.start())
        before = text[: match.start()].rstrip(" \t")
        marked = before.rstrip("\"'“”‘’„«([-–—•*·")
        opens = (
            match.start() in opening
            or not marked
            or (marked[-1:] in "\n\t:.?!…" and not (before[-1:] == "." and _ends_short(before)))
            or before[-1:] in "\n\t•*·"
        )
        pos = token.pos if token else ""
        end = match.end()
        if match[0].endswith(".") and not _keeps_point(match[0]):
            end -= 1
        words.append(
            Word(text[match.start() : end], offset + match.start(), offset + end, opens, pos)
        )
    return words


def runs(text: str, words: Sequence[Word]) -> list[Run]:
    """Return the runs of words that may be a name, each as long as can be."""
    found: list[Run] = []
    position = 0
    while position < len(words):
        end = _run_end(text, words, position)
        if end == position:
            position += 1
            continue
        found.append(Run(list(words[position:end]), _before(text, words, position)))
        position = end
    return found


def _run_end(text: str, words: Sequence[Word], start: int) -> int:
    """Return where the run that begins at a word ends; `start` where none begins."""
    if not (
        words[start].capital or words[start].lower in _SMALL or words[start].text in ("'t", "’t")
    ):
        return start
    end = start
    last = start
    while end < len(words):
        word = words[end]
        if end > start and not _beside(text, words[end - 1], word):
            break
        if word.capital or word.initials:
            last = end + 1
        elif not word.particle and word.lower not in ("jr", "sr"):
            break
        elif word.lower in ("jr", "sr"):
            last = end + 1
        end += 1
    return last


def _beside(text: str, word: Word, following: Word) -> bool:
    gap = text[word.end : following.start]
    if word.initials and word.text[-1] == ".":
        return gap in ("", " ", "  ")
    return gap in (" ", "  ") and not word.text.endswith(".")


def _before(text: str, words: Sequence[Word], position: int) -> list[Word]:
    line = text.rfind("\n", 0, words[position].start) + 1
    found: list[Word] = []
    following = words[position]
    for word in reversed(words[max(0, position - 6) : position]):
        gap = text[word.end : following.start]
        if word.start < line or (re.search(r"[.!?;:]\s", gap) and not _keeps_point(word.text)):
            break
        found.insert(0, word)
        following = word
    return found


def _keeps_point(written: str) -> bool:
    if _INITIALS.fullmatch(written):
        return True
    return (
        written.lower() in folded_list("titels")
        or written.lower() in _TITLES_WITH_POINT
        or written.lower() in ("jr.", "sr.")
    )


def _ends_short(before: str) -> bool:
    """Whether the point belongs to an abbreviation or an initial, so that no sentence begins behind it."""
    last = before.split()[-1].lstrip("(\"'") if before.split() else ""
    return _keeps_point(last)
