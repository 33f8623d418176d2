"""Tags and lemmas of Frog, for sentences that are cut into words already.

Frog (Radboud University and Tilburg University) is a program of Debian: ``apt install frog``. It is
used for making training material only; nothing of it is in the wheel.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

COMMAND = ("frog", "--skip=tmcnpa", "-n")
"""One sentence per line, cut into words: no tokenizer, entities, chunks, parser or parts of words."""

BATCH = 500
"""Sentences per run: Frog takes longer per sentence, the more it has read."""


@dataclass(frozen=True)
class Reading:
    """One word as Frog reads it: its lemma and its CGN tag (``WW|pv|tgw|ev``)."""

    lemma: str
    tag: str


def read_with_frog(sentences: Sequence[Sequence[str]]) -> Iterator[list[Reading]]:
    """Yield a reading for every word of every sentence, in order.

    Raises `RuntimeError` where Frog cut a word in two or left one out.

    """
    for first in range(0, len(sentences), BATCH):
        yield from _batch(sentences[first : first + BATCH])


def _batch(sentences: Sequence[Sequence[str]]) -> Iterator[list[Reading]]:
    with tempfile.TemporaryDirectory() as folder:
        given, made = Path(folder, "in.txt"), Path(folder, "out.txt")
        lines = (" ".join(_plain(word) for word in words) for words in sentences)
        given.write_text("\n".join(lines) + "\n", encoding="utf-8")
        subprocess.run(
            [*COMMAND, "-t", str(given), "-o", str(made)],
            check=True,
            capture_output=True,
            cwd=folder,
        )
        rows = [line.split("\t") for line in made.read_text("utf-8").splitlines() if line.strip()]
    at = 0
    for words in sentences:
        part = rows[at : at + len(words)]
        at += len(words)
        if [row[1] for row in part] != [_plain(word) for word in words]:
            raise RuntimeError(f"Frog reads other words in: {' '.join(words)}")
        yield [Reading(row[2], _tag(row[4])) for row in part]


def _plain(word: str) -> str:
    """A word without white space: that separates words for Frog."""
    return "_".join(word.split()) or "_"


def _tag(tag: str) -> str:
    """``WW(pv,tgw,ev)`` → ``WW|pv|tgw|ev``, as the treebank writes it."""
    return tag.replace("(", "|").replace(")", "").replace(",", "|").rstrip("|")
