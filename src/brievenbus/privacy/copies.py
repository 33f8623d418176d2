"""Anonymous copies of files: Word to Word with its layout, text to text with its lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from brievenbus.documents import read_bytes, read_text
from brievenbus.documents.edits import Edit
from brievenbus.documents.limits import DEFAULT, Limits
from brievenbus.documents.opening import Format, format_of, load
from brievenbus.documents.replacing import check_target, write
from brievenbus.documents.text import decode
from brievenbus.letter import Block, BlockKind, Letter
from brievenbus.privacy.finding import find, patterns_only
from brievenbus.privacy.hiding import hidden_text
from brievenbus.privacy.model import Kind, Personal
from brievenbus.privacy.words import table

MARK = ".anoniem"
"""What is put behind the name of a letter."""


@dataclass(frozen=True, slots=True)
class Anonymous:
    """An anonymous copy: its bytes, what was hidden, and Dutch sentences on what a person has to know."""

    data: bytes
    found: tuple[Personal, ...]
    notes: tuple[str, ...]

    @property
    def counts(self) -> Mapping[Kind, int]:
        """How many places of each kind were replaced."""
        return Counter(each.kind for each in self.found)


def anonymise(
    source: Path,
    target: Path,
    *,
    found: Iterable[Personal] | None = None,
    overwrite: bool = False,
    limits: Limits = DEFAULT,
) -> Anonymous:
    """Write a copy of a letter without personal data; the letter itself is not touched.

    `found` is what to hide, in offsets of the letter as it is read; without it everything that `find` finds.

    Raises:
        DocumentError: when `source` cannot be read or looked into, or `target` cannot be written.
    """
    check_target(source, target, overwrite=overwrite)
    made = anonymise_bytes(load(source, limits), source.name, found=found, limits=limits)
    write(target, made.data)
    return made


def anonymise_bytes(
    data: bytes,
    name: str,
    *,
    found: Iterable[Personal] | None = None,
    limits: Limits = DEFAULT,
) -> Anonymous:
    """Do what `anonymise` does, with a file in memory; nothing is written.

    Raises:
        DocumentError: as `anonymise`.
    """
    if format_of(data, name, limits) is Format.TEXT:
        text = decode(data)
        letter = read_text(text, path=name)
        chosen = find(letter) if found is None else tuple(found)
        made = hidden_text(text, letter, chosen)
        return Anonymous(made.encode("utf-8", errors="replace"), chosen, ())
    from brievenbus.documents.word.replaced import replaced

    letter = read_bytes(data, name, limits=limits)
    chosen = find(letter) if found is None else tuple(found)
    edits = [Edit(each.start, each.end, each.stand_in) for each in chosen]
    done = replaced(data, letter, edits, _Elsewhere(letter, chosen), limits)
    said = table("uitleg")["let_op"]
    notes = [
        *([said["opmerkingen"].format(aantal=done.comments)] if done.comments else ()),
        *([said["plaatjes"]] if done.pictures else ()),
        *([said["macros"]] if done.macros else ()),
        *letter.warnings,
    ]
    return Anonymous(done.data, chosen, tuple(notes))


class _Elsewhere:
    """Says what to hide in texts that no reader sees: what is known, and what is found there."""

    def __init__(self, letter: Letter, chosen: Sequence[Personal]) -> None:
        self._letter = letter
        self._chosen = chosen
        self._known = {letter.text[each.start : each.end]: each.stand_in for each in chosen}
        words = sorted(self._known, key=lambda w: (-len(w), w))
        joined = "|".join(re.escape(word) for word in words if len(word) > 2)
        self._literal = re.compile(rf"(?<!\w)(?:{joined})(?!\w)") if joined else None

    def __call__(self, texts: Sequence[str], prose: bool) -> list[list[Edit]]:
        """Return the edits for each text."""
        found: list[list[Edit]] = [[] for _ in texts]
        filled = [number for number, text in enumerate(texts) if text.strip()]
        if prose and filled:
            self._find(texts, filled, found)
        for number in filled:
            edits = found[number]
            if not prose:
                edits += [Edit(e.start, e.end, e.stand_in) for e in patterns_only(texts[number])]
            if self._literal is not None:
                for match in self._literal.finditer(texts[number]):
                    if not any(e.start < match.end() and match.start() < e.end for e in edits):
                        edits.append(Edit(match.start(), match.end(), self._known[match[0]]))
        return found

    def _find(self, texts: Sequence[str], filled: Sequence[int], found: list[list[Edit]]) -> None:
        """Find in prose, beside the letter itself, so that its names are known."""
        blocks = [Block(BlockKind.PARAGRAPH, texts[number]) for number in filled]
        whole = Letter(self._letter.path, self._letter.format, (*self._letter.blocks, *blocks))
        starts = whole.starts[len(self._letter.blocks) :]
        for each in find(whole):
            for number, begins in zip(filled, starts, strict=True):
                if begins <= each.start and each.end <= begins + len(texts[number]):
                    words = whole.text[each.start : each.end]
                    new = self._known.get(words, each.stand_in)
                    found[number].append(Edit(each.start - begins, each.end - begins, new))
