"""Reading letters: plain text and Word files. Files are only ever read here.

`read` takes a file, `read_text` a text, `read_bytes` what came from standard input. All give a
`Letter` or raise `DocumentError`, whose message tells the user in Dutch what to do.
"""

from __future__ import annotations

from pathlib import Path

from brievenbus.documents.errors import DocumentError
from brievenbus.documents.layout import to_blocks
from brievenbus.documents.opening import Format, format_of, load
from brievenbus.documents.raw import RawParagraph
from brievenbus.documents.text import decode, read_paragraphs
from brievenbus.letter.model import Letter, LetterKind

__all__ = ["DocumentError", "read", "read_bytes", "read_text"]


def read(path: Path | str, *, kind: LetterKind = LetterKind.LETTER) -> Letter:
    """Read the letter in a file.

    `kind` says what the text will be checked as. Parts of a letter are recognised by what stands
    there, in a loose text as well.

    Raises:
        DocumentError: when the file cannot be read.
    """
    return read_bytes(load(Path(path)), str(path), kind=kind)


def read_bytes(data: bytes, name: str = "-", *, kind: LetterKind = LetterKind.LETTER) -> Letter:
    """Read the letter in `data`; its content tells the format, the suffix of `name` helps.

    Raises:
        DocumentError: when the content cannot be read.
    """
    if format_of(data, name) is Format.WORD:
        # Word's XML is only loaded for Word files.
        from brievenbus.documents.word.read import read_word

        paragraphs, warnings = read_word(data)
        return _letter(paragraphs, name, "docx", warnings)
    return read_text(decode(data), path=name, kind=kind)


def read_text(text: str, *, path: str = "-", kind: LetterKind = LetterKind.LETTER) -> Letter:
    """Read a letter from text, with hard wraps undone."""
    return _letter(read_paragraphs(text), path, "txt", ())


def _letter(
    paragraphs: list[RawParagraph], path: str, format_: str, warnings: tuple[str, ...]
) -> Letter:
    blocks = to_blocks(paragraphs)
    if not blocks:
        warnings = ("Er staat geen lopende tekst in dit bestand.", *warnings)
    return Letter(path, format_, blocks, warnings)
