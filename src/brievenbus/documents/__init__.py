"""Reading letters: plain text and Word files. Files are only ever read here.

`read` takes a file, `read_text` a text, `read_bytes` what came from standard input. All give a
`Letter` or raise `DocumentError`, whose message tells the user in Dutch what to do.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from brievenbus.documents.errors import DocumentError
from brievenbus.documents.layout import arrange
from brievenbus.documents.limits import DEFAULT, Deadline, Limits, exceeded
from brievenbus.documents.opening import Format, format_of, load
from brievenbus.documents.raw import RawStory
from brievenbus.documents.text import decode, read_paragraphs
from brievenbus.letter.model import Letter, LetterKind, Story

__all__ = ["DocumentError", "Limits", "read", "read_bytes", "read_text"]


def read(
    path: Path | str,
    *,
    kind: LetterKind = LetterKind.LETTER,
    limits: Limits = DEFAULT,
    deadline: Deadline | None = None,
) -> Letter:
    """Read the letter in a file.

    `kind` says what the text will be checked as. Parts of a letter are recognised by what stands
    there, in a loose text as well. `limits` say how large a file may be; `deadline` is when reading
    must be done, after the limit on seconds unless given.

    Raises:
        DocumentError: when the file cannot be read, or goes over a limit.
    """
    data = load(Path(path), limits)
    return read_bytes(data, str(path), kind=kind, limits=limits, deadline=deadline)


def read_bytes(
    data: bytes,
    name: str = "-",
    *,
    kind: LetterKind = LetterKind.LETTER,
    limits: Limits = DEFAULT,
    deadline: Deadline | None = None,
) -> Letter:
    """Read the letter in `data`; its content tells the format, the suffix of `name` helps.

    Raises:
        DocumentError: when the content cannot be read, or goes over a limit.
    """
    if format_of(data, name, limits) is Format.WORD:
        # Word's XML is only loaded for Word files.
        from brievenbus.documents.word.read import read_word

        stories, warnings = read_word(data, limits, deadline)
        return _letter(stories, name, "docx", warnings, limits)
    return read_text(decode(data), path=name, kind=kind, limits=limits)


def read_text(
    text: str,
    *,
    path: str = "-",
    kind: LetterKind = LetterKind.LETTER,
    limits: Limits = DEFAULT,
) -> Letter:
    """Read a letter from text, with hard wraps undone.

    Raises:
        DocumentError: when it is no text that people read: a row of characters without a space.
    """
    return _letter([RawStory(Story.MAIN, read_paragraphs(text))], path, "txt", (), limits)


def _letter(
    stories: Sequence[RawStory],
    path: str,
    format_: str,
    warnings: tuple[str, ...],
    limits: Limits,
) -> Letter:
    paragraphs = (paragraph for story in stories for paragraph in story.paragraphs)
    if any(len(row) > limits.zonder_spatie for each in paragraphs for row in each.text.split()):
        raise exceeded("zonder_spatie", limits)
    blocks = arrange(stories)
    if not blocks:
        warnings = ("Er staat geen lopende tekst in dit bestand.", *warnings)
    return Letter(path, format_, blocks, warnings)
