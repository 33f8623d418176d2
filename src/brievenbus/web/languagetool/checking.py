"""The job of a worker: from the bytes of a request to the bytes of the answer."""

from __future__ import annotations

from brievenbus.documents import read_text
from brievenbus.documents.limits import Deadline
from brievenbus.letter import LetterKind
from brievenbus.web.bench import Bench
from brievenbus.web.languagetool.fields import fields_of
from brievenbus.web.languagetool.given import given
from brievenbus.web.languagetool.matches import Answer, encoded
from brievenbus.web.languagetool.places import Places, readable
from brievenbus.web.languagetool.question import question_of


def check(bench: Bench, query: bytes, content_type: str, body: bytes) -> bytes:
    """Return the answer to a request to check a text.

    A text is checked as a loose one: clients send a paragraph at a time, and that needs no date.

    Raises:
        RefusalError: the request is not as it should be.
        DocumentError: the text takes too long.
    """
    fields = fields_of(query, content_type, body)
    question, text = question_of(fields), given(fields)
    read = readable(text.read)
    letter = read_text(read, kind=LetterKind.TEXT)
    report = bench.reviewer().report(letter, LetterKind.TEXT, Deadline(bench.limits))
    places = Places(report.letter, text, read)
    return encoded(Answer(question, text, report, places).as_json())
