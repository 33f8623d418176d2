"""Checking a text or a file: the JSON of the contract, and what is refused."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from importlib.resources import files
from pathlib import Path
from typing import Any

import httpx
import pytest
from jsonschema import Draft202012Validator

from web.conftest import Server

from .conftest import Holds, refused

LETTERS = ("kwijtschelding-origineel.docx", "parkeervergunning-origineel.txt")
SENTENCE = "Wij verstrekken u hierbij een formulier."


def by_command(letter: Path, *options: str) -> dict[str, Any]:
    """What the command line says of a letter."""
    command = [sys.executable, "-m", "brievenbus", "check", "--format", "json", *options]
    done = subprocess.run([*command, letter], capture_output=True, check=False, env=os.environ)
    assert done.returncode in (0, 1), done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def without_path(report: dict[str, Any]) -> dict[str, Any]:
    for document in report["documents"]:
        document.pop("path")
    return report


def sent(client: httpx.Client, letter: Path, **fields: str) -> httpx.Response:
    return client.post("/checks", files={"file": (letter.name, letter.read_bytes())}, data=fields)


@pytest.mark.parametrize("name", LETTERS)
def test_a_file_gives_what_the_command_line_gives(
    client: httpx.Client, project: Path, name: str
) -> None:
    letter = project / "samples" / name
    answer = sent(client, letter)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    report = answer.json()
    assert report["documents"][0]["path"] == name
    assert without_path(report) == without_path(by_command(letter))


def test_options_count_as_on_the_command_line(client: httpx.Client, project: Path) -> None:
    letter = project / "samples" / "kwijtschelding-origineel.docx"
    fields = {"profile": "professional", "kind": "text", "without_text": "true"}
    options = ("--profile", "professional", "--kind", "text", "--without-text")
    assert without_path(sent(client, letter, **fields).json()) == without_path(
        by_command(letter, *options)
    )
    given = {"text": letter.with_suffix(".txt").read_text("cp1252"), "without_text": True}
    hidden = client.post("/checks", json=given).json()["documents"][0]
    assert hidden["text"] is None
    assert all(finding["text"] is None for finding in hidden["findings"])


def test_a_text_gives_findings_in_code_points_of_it(client: httpx.Client) -> None:
    text = f"😀 {SENTENCE}"
    answer = client.post("/checks", json={"text": text, "kind": "text"})
    (document,) = answer.json()["documents"]
    assert document["text"] == text
    found = next(each for each in document["findings"] if each["rule"] == "verstrekken")
    assert text[found["start"] : found["end"]] == found["text"] == "verstrekken"


def test_the_answer_fits_the_schema_of_the_contract_and_of_the_description(
    client: httpx.Client, project: Path, holds: Holds
) -> None:
    report = sent(client, project / "samples" / "terugvordering-origineel.docx").json()
    source = files("brievenbus.reports").joinpath("data", "report.schema.json")
    Draft202012Validator(json.loads(source.read_text("utf-8"))).validate(report)
    holds("Report", report)


def test_the_same_input_gives_the_same_bytes(client: httpx.Client, project: Path) -> None:
    letter = project / "samples" / "kwijtschelding-origineel.docx"
    assert len({sent(client, letter).content for _ in range(4)}) == 1
    asked = {"text": letter.with_suffix(".txt").read_text("cp1252")}
    assert len({client.post("/checks", json=asked).content for _ in range(4)}) == 1


@pytest.mark.parametrize("text", ["", " \n\t", "\x00", "a\x00b", "\ufeff", "\r\n" * 50, "😀"])
def test_an_odd_text_gives_a_report(client: httpx.Client, holds: Holds, text: str) -> None:
    answer = client.post("/checks", json={"text": text})
    assert answer.status_code == 200
    holds("Report", answer.json())


def test_an_empty_text_is_not_measured(client: httpx.Client) -> None:
    (document,) = client.post("/checks", json={"text": ""}).json()["documents"]
    assert document["words"] == 0
    assert document["not_scored"]
    assert document["scores"]["lint"] is None


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b'{"text": "\\ud800"}',
        b'{"text": "a" "b"}',
        b"[" * 100_000,
        b'{"text": "\x01"}',
    ],
)
def test_what_is_no_json_is_refused(client: httpx.Client, body: bytes) -> None:
    answer = client.post("/checks", content=body, headers={"Content-Type": "application/json"})
    assert "JSON" in refused(answer, 400)["detail"]


@pytest.mark.parametrize(
    ("asked", "fields"),
    [
        ({}, ["text"]),
        ({"text": 1}, ["text"]),
        ({"text": None}, ["text"]),
        ({"text": "a", "tekst": "b"}, ["tekst"]),
        ({"text": "a", "kind": "brief"}, ["kind"]),
        ({"text": "a", "profile": "koning"}, ["profile"]),
        ({"text": "a", "profile": ""}, ["profile"]),
        ({"text": "a", "department": "x" * 101}, ["department"]),
        ({"text": "a", "without_text": "true"}, ["without_text"]),
        ({"text": "a", "without_text": 1}, ["without_text"]),
        ({"kind": 3, "ander": 1}, ["ander", "kind", "text"]),
        ([], ["body"]),
        ("text", ["body"]),
    ],
)
def test_everything_that_is_wrong_is_told_by_field(
    client: httpx.Client, asked: Any, fields: list[str], holds: Holds
) -> None:
    told = refused(client.post("/checks", json=asked), 400)
    assert sorted(error["field"] for error in told["errors"]) == fields
    holds("Problem", told)


def test_what_can_be_chosen_is_told(client: httpx.Client) -> None:
    told = refused(client.post("/checks", json={"text": "a", "profile": "koning"}), 400)
    assert "inwoner" in told["errors"][0]["detail"]
    told = refused(client.post("/checks", json={"text": "a", "kind": "brief"}), 400)
    assert told["errors"][0]["detail"] == "Kies uit: 'letter' of 'text'."


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "application/xml", "json", ""]
)
def test_another_kind_of_content_is_refused(client: httpx.Client, kind: str) -> None:
    answer = client.post("/checks", content=b"text=a", headers={"Content-Type": kind})
    assert "application/json" in refused(answer, 415)["detail"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("brief.docx", b"geen Word"),
        ("brief.docx", b"PK\x03\x04 half"),
        ("brief.pdf", b"%PDF-1.4"),
        ("brief.txt", b""),
        ("brief.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("brief.jpg", b"\xff\xd8\xff"),
        ("brief\ud800.xyz".encode("utf-8", "surrogatepass").decode("latin-1"), b"abc"),
    ],
)
def test_a_file_that_is_no_letter_is_told_so(client: httpx.Client, name: str, data: bytes) -> None:
    refused(client.post("/checks", files={"file": (name, data)}), 422)


@pytest.mark.parametrize(
    ("fields", "files_"),
    [
        ({}, [("bestand", ("a.txt", b"Tekst."))]),
        ({"file": "Tekst."}, [("ander", ("a.txt", b"Tekst."))]),
        ({}, [("file", ("a.txt", b"Een.")), ("file", ("b.txt", b"Twee."))]),
        ({"kind": ["text", "letter"]}, [("file", ("a.txt", b"Een."))]),
        ({"without_text": "ja"}, [("file", ("a.txt", b"Een."))]),
        ({"suggest": "true"}, [("file", ("a.txt", b"Een."))]),
        ({f"veld{i}": "x" for i in range(50)}, [("file", ("a.txt", b"Een."))]),
    ],
)
def test_a_form_that_is_wrong_is_refused(client: httpx.Client, fields: Any, files_: Any) -> None:
    refused(client.post("/checks", data=fields, files=files_), 400)


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("multipart/form-data", b"--a\r\n"),
        ("multipart/form-data; boundary=a", b"--b\r\nrommel"),
        (
            "multipart/form-data; boundary=a",
            b"--a\r\nContent-Disposition: form-data\r\n\r\nx\r\n--a--",
        ),
        (
            "multipart/form-data; boundary=a; charset=undefined",
            b'--a\r\nContent-Disposition: form-data; name="x"\r\n\r\nx\r\n--a--\r\n',
        ),
        (
            "multipart/form-data; boundary=a; charset=utf-7",
            b'--a\r\nContent-Disposition: form-data; name="+2AA-"\r\n\r\nx\r\n--a--\r\n',
        ),
    ],
)
def test_a_form_that_cannot_be_read_is_refused(
    client: httpx.Client, kind: str, body: bytes
) -> None:
    refused(client.post("/checks", content=body, headers={"Content-Type": kind}), 400)


def test_words_behind_a_question_mark_are_refused(client: httpx.Client) -> None:
    told = refused(client.post("/checks?profile=raad", json={"text": "a"}), 400)
    assert told["errors"][0]["field"] == "profile"


def test_other_methods_are_refused_with_those_that_there_are(client: httpx.Client) -> None:
    answer = client.get("/checks")
    refused(answer, 405)
    assert answer.headers["allow"] == "POST"
    answer = client.put("/audits/abc")
    refused(answer, 405)
    assert set(answer.headers["allow"].split(", ")) == {"GET", "DELETE"}


@pytest.mark.parametrize("path", ["/", "/checks/", "/Checks", "/rules/", "/audits/a/b", ""])
def test_other_paths_are_refused(client: httpx.Client, path: str) -> None:
    refused(client.get(path), 404)


def test_a_letter_is_not_named_in_the_log(client: httpx.Client, server: Server) -> None:
    client.post("/checks", json={"text": "Mevrouw Zonderlog woont hier."})
    client.post("/checks", files={"file": ("zonderlog.txt", b"Zonderlog.")})
    client.get("/rules/zonderlog")
    assert "zonderlog" not in server.said().lower()
    assert "POST /api/v1/checks 200" in server.said()


FIELD = 'Content-Disposition: form-data; name="file"; filename="a.txt"'
FORM = ("multipart/form-data; boundary=a", f"--a\r\n{FIELD}\r\n\r\n".encode())


@pytest.mark.parametrize(
    ("path", "kind", "begin"),
    [
        ("/checks", "application/json", b'{"text": "'),
        ("/checks", *FORM),
        ("/word-copies", *FORM),
        ("/audits", *FORM),
    ],
)
@pytest.mark.parametrize("told", [True, False])
def test_what_is_too_large_is_refused(
    server: Server, path: str, kind: str, begin: bytes, told: bool
) -> None:
    """Whether its length is told or not; the answer is read before all is sent, as a client may."""
    host, port = server.url.removeprefix("http://").split(":")
    length = "Content-Length: 21000000" if told else "Transfer-Encoding: chunked"
    head = (
        f"POST /api/v1{path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: {kind}\r\n{length}\r\n\r\n"
    )
    with socket.create_connection((host, int(port)), timeout=60) as connection:
        connection.sendall(head.encode())
        if not told:
            for piece in (begin, *[b"a" * 1_000_000] * 20):
                connection.sendall(b"%x\r\n%s\r\n" % (len(piece), piece))
        answer = connection.makefile("rb").readline()
    assert answer.startswith(b"HTTP/1.1 413 ")


def test_who_goes_away_in_the_middle_is_no_fault(client: httpx.Client, server: Server) -> None:
    host, port = server.url.removeprefix("http://").split(":")
    head = f"POST /api/v1/checks HTTP/1.1\r\nHost: {host}\r\nContent-Length: 1000\r\n"
    for kind in ("application/json", "multipart/form-data; boundary=a"):
        with socket.create_connection((host, int(port))) as connection:
            connection.sendall(f"{head}Content-Type: {kind}\r\n\r\n--a\r\n".encode())
    assert client.get("/health").status_code == 200
    for _ in range(100):
        if server.said().count("POST /api/v1/checks 400") >= 2:
            break
        time.sleep(0.05)
    assert "ClientDisconnect" not in server.said()
