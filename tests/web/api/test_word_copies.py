"""Copies of Word files: with our comments and changes, and without them again."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import httpx
import pytest

from brievenbus.documents import read_bytes
from web.conftest import Start

from .conftest import client_of, refused

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture
def letter(project: Path) -> Path:
    """A letter with much to say about it."""
    return project / "samples" / "kwijtschelding-origineel.docx"


def copied(client: httpx.Client, data: bytes, **fields: str) -> httpx.Response:
    return client.post("/word-copies", files={"file": ("brief.docx", data)}, data=fields)


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode() if name in package.namelist() else ""


def test_a_copy_has_a_comment_for_each_finding_and_one_at_the_top(
    client: httpx.Client, letter: Path
) -> None:
    data = letter.read_bytes()
    (document,) = client.post("/checks", files={"file": (letter.name, data)}).json()["documents"]
    answer = copied(client, data)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == WORD
    assert answer.headers["content-disposition"] == 'attachment; filename="brief.nagekeken.docx"'
    comments = part(answer.content, "word/comments.xml").count("<w:comment ")
    assert comments == len(document["findings"]) + 1
    assert "<w:ins " not in part(answer.content, "word/document.xml")


def test_suggestions_become_changes(client: httpx.Client, letter: Path) -> None:
    answer = copied(client, letter.read_bytes(), suggest="true")
    assert "<w:ins " in part(answer.content, "word/document.xml")


def test_a_copy_can_be_cleaned_again(client: httpx.Client, letter: Path) -> None:
    marked = copied(client, letter.read_bytes(), suggest="true").content
    answer = copied(client, marked, clean="true")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"] == 'attachment; filename="brief.schoon.docx"'
    assert not part(answer.content, "word/comments.xml")
    assert "<w:ins " not in part(answer.content, "word/document.xml")
    assert read_bytes(answer.content).text == read_bytes(letter.read_bytes()).text


def test_only_word_files_are_copied(client: httpx.Client) -> None:
    for clean in ("false", "true"):
        answer = client.post(
            "/word-copies", files={"file": ("a.txt", b"U krijgt geld.")}, data={"clean": clean}
        )
        assert "Word" in refused(answer, 422)["detail"]


def test_suggestions_and_cleaning_do_not_go_together(client: httpx.Client, letter: Path) -> None:
    refused(copied(client, letter.read_bytes(), suggest="true", clean="true"), 400)


def test_json_is_refused(client: httpx.Client) -> None:
    refused(client.post("/word-copies", json={"file": "x"}), 415)


def test_nothing_of_a_letter_stays_on_the_disk(
    start: Start, misbehaving: dict[str, str], letter: Path, tmp_path: Path
) -> None:
    place = tmp_path / "tijdelijk"
    place.mkdir()
    env = {**misbehaving, "TMPDIR": str(place)}
    server = start("--workers", "1", "--seconds", "3", env=env)
    with client_of(server) as client:
        assert copied(client, letter.read_bytes()).status_code == 200
        assert copied(client, letter.read_bytes(), clean="true").status_code == 200
        assert copied(client, b"geen Word", clean="true").status_code == 422
        assert copied(client, hanging(letter)).status_code == 504
    assert list(place.glob("brievenbus-*")) == []


def hanging(letter: Path) -> bytes:
    """The letter with a word on which the check of `misbehaving` hangs."""
    made = io.BytesIO()
    with zipfile.ZipFile(letter) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                data = data.replace(b"Geachte", b"HANG Geachte", 1)
                data = data.replace(b"verzoek", b"verzoek HANG")
            target.writestr(name, data)
    return made.getvalue()
