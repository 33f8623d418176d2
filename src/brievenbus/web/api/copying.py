"""Copies of Word files, made in a worker: with our comments and changes in them, or taken out."""

from __future__ import annotations

from pathlib import Path

from brievenbus.documents import DocumentError, read_bytes
from brievenbus.documents.limits import Deadline
from brievenbus.web.api.jobs import Norms, kind_of
from brievenbus.web.api.texts import say
from brievenbus.web.bench import Bench

WORD = "docx"


def annotated(bench: Bench, data: bytes, name: str, norms: Norms, suggest: bool) -> bytes:
    """Return a copy of a Word file with the findings as comments, with `suggest` as changes too.

    Raises:
        DocumentError: when it cannot be read, or is no Word file.
    """
    from brievenbus.reports.word import annotated_copy

    deadline = Deadline(bench.limits)
    kind = kind_of(bench, norms)
    letter = read_bytes(data, name, kind=kind, limits=bench.limits, deadline=deadline)
    if letter.format != WORD:
        raise DocumentError(say("word.geen_word"))
    reviewer = bench.reviewer(norms["profile"], norms["department"])
    report = reviewer.report(letter, kind, deadline)
    return annotated_copy(report, data, suggest=suggest, limits=bench.limits)


def cleaned(bench: Bench, folder: str, data: bytes) -> bytes:
    """Return a copy of a Word file without our comments and changes; else as `annotated`.

    `folder` is one for this job alone, which whoever made it takes away again.
    """
    from brievenbus.documents.word.cleaning import clean

    source, target = Path(folder, f"brief.{WORD}"), Path(folder, f"schoon.{WORD}")
    source.write_bytes(data)
    clean(source, target, limits=bench.limits)
    return target.read_bytes()
