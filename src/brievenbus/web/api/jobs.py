"""What workers do for the API: checking, and telling of rules and readers. All give finished bytes."""

from __future__ import annotations

from typing import TypedDict

from brievenbus.documents import read_bytes, read_text
from brievenbus.documents.limits import Deadline
from brievenbus.letter import Letter, LetterKind
from brievenbus.web.bench import Bench


class Norms(TypedDict):
    """By what norms a request wants it, as plain values; None is as the server is set up."""

    kind: str | None
    profile: str | None
    department: str | None


def kind_of(bench: Bench, norms: Norms) -> LetterKind:
    """Return what a text is checked as."""
    return LetterKind(norms["kind"]) if norms["kind"] else bench.kind


def check_text(bench: Bench, text: str, norms: Norms, without_text: bool) -> bytes:
    """Check a text; return the report as the contract writes it."""
    deadline = Deadline(bench.limits)
    letter = read_text(text, kind=kind_of(bench, norms))
    return _report(bench, letter, norms, without_text, deadline)


def check_file(bench: Bench, data: bytes, name: str, norms: Norms, without_text: bool) -> bytes:
    """Check a file of this name; return the report as the contract writes it.

    Raises:
        DocumentError: when it cannot be read.
    """
    deadline = Deadline(bench.limits)
    kind = kind_of(bench, norms)
    letter = read_bytes(data, name, kind=kind, limits=bench.limits, deadline=deadline)
    return _report(bench, letter, norms, without_text, deadline)


def _report(
    bench: Bench, letter: Letter, norms: Norms, without_text: bool, deadline: Deadline
) -> bytes:
    from brievenbus.reports.jsonreport import to_json

    reviewer = bench.reviewer(norms["profile"], norms["department"])
    report = reviewer.report(letter, kind_of(bench, norms), deadline)
    return to_json([report], without_text=without_text).encode()
