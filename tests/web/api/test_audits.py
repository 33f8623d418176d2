"""An audit as a job: begun, followed, read, taken away; and what is hostile in a zip."""

from __future__ import annotations

import asyncio
import io
import json
import os
import signal
import stat
import zipfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import openpyxl
import pyarrow.parquet as pq
import pytest

from brievenbus.web.api import audits
from brievenbus.web.api.jobs import Norms
from brievenbus.web.api.unpacking import LETTERS
from brievenbus.web.config import ServerConfig
from brievenbus.web.refusals import RefusalError
from web.conftest import Server, Start

from .conftest import API, Holds, client_of, ended, refused

NAMES = ("kwijtschelding-origineel.docx", "parkeervergunning-origineel.txt")


@pytest.fixture
def letters(project: Path) -> list[tuple[str, bytes]]:
    """Two letters."""
    return [(name, (project / "samples" / name).read_bytes()) for name in NAMES]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where a server may keep what it needs for a while."""
    made = tmp_path / "tijdelijk"
    made.mkdir()
    return made


def begun(client: httpx.Client, files: Any, **fields: str) -> httpx.Response:
    return client.post("/audits", files=[("files", each) for each in files], data=fields)


def path_of(answer: httpx.Response) -> str:
    assert answer.status_code == 202, answer.text
    return answer.headers["location"].removeprefix(API)


def packed(files: Any, **options: Any) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return made.getvalue()


def folders(place: Path) -> list[Path]:
    return list(place.glob("brievenbus-*"))


def test_an_audit_is_begun_followed_and_read(
    client: httpx.Client, letters: list[tuple[str, bytes]], holds: Holds
) -> None:
    answer = begun(client, letters)
    path = path_of(answer)
    holds("Audit", answer.json())
    assert answer.json()["letters"] == 2
    told = ended(client, path)
    holds("Audit", told)
    assert told["status"] == "done"
    assert told["progress"] == 1
    assert told["expires"] > told["created"]
    assert told["summary"]["letters"] == 2
    assert told["summary"]["unread"] == []
    assert told["summary"]["hardest"][0]["path"] in NAMES
    lines = client.get(f"{path}/results").text.splitlines()
    assert [json.loads(line)["path"] for line in lines] == sorted(NAMES)
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"{path}/workbook").content))
    assert book.sheetnames
    table = pq.read_table(io.BytesIO(client.get(f"{path}/tables/letters").content))
    assert table.num_rows == 2
    counts = told["summary"]
    table = pq.read_table(io.BytesIO(client.get(f"{path}/tables/findings").content))
    assert table.num_rows == counts["errors"] + counts["warnings"] + counts["notes"]
    assert client.delete(path).status_code == 204
    refused(client.get(path), 404)
    refused(client.get(f"{path}/results"), 404)
    refused(client.delete(path), 404)


def test_a_letter_is_found_the_same_as_in_a_check(
    client: httpx.Client, letters: list[tuple[str, bytes]]
) -> None:
    options = {"profile": "raad", "kind": "text"}
    path = path_of(begun(client, letters[:1], **options))
    ended(client, path)
    (line,) = client.get(f"{path}/results").text.splitlines()
    client.delete(path)
    checked = client.post("/checks", files={"file": letters[0]}, data=options).json()
    (document,) = checked["documents"]
    record = json.loads(line)
    assert record["profile"] == "raad"
    assert record["words"] == document["words"]
    spots = [(each["rule"], each["start"], each["end"]) for each in record["findings"]]
    assert spots == [(each["rule"], each["start"], each["end"]) for each in document["findings"]]


def test_without_text_nothing_of_a_letter_is_in_the_reports(client: httpx.Client) -> None:
    letter = ("brief.txt", b"Geachte mevrouw Zeldzaamstra,\n\nWij verstrekken u een formulier.\n")
    path = path_of(begun(client, [letter], without_text="true"))
    ended(client, path)
    for report in ("results", "dashboard"):
        assert "Zeldzaamstra" not in client.get(f"{path}/{report}").text
    client.delete(path)


def test_a_zip_keeps_its_folders_and_other_files_are_passed_over(
    client: httpx.Client, letters: list[tuple[str, bytes]]
) -> None:
    data = packed(
        [
            ("zorg/brief.docx", letters[0][1]),
            ("belasting/brief.TXT", letters[1][1]),
            ("foto.jpg", b"\xff\xd8"),
            ("zorg/~$brief.docx", b"x"),
            ("__MACOSX/zorg/._brief.docx", b"x"),
            ("brievenbus.toml", b'[brievenbus]\nprofile = "jongere"\n'),
            ("zorg/brief.nagekeken.docx", b"x"),
        ]
    )
    path = path_of(begun(client, [("Brieven.ZIP", data)]))
    told = ended(client, path)
    assert (told["letters"], told["skipped"]) == (2, 5)
    records = [json.loads(line) for line in client.get(f"{path}/results").text.splitlines()]
    assert [each["path"] for each in records] == ["belasting/brief.TXT", "zorg/brief.docx"]
    assert {each["profile"] for each in records} == {"inwoner"}
    client.delete(path)


def test_a_letter_that_cannot_be_read_does_not_stop_the_others(
    client: httpx.Client, letters: list[tuple[str, bytes]]
) -> None:
    path = path_of(begun(client, [letters[0], ("stuk.docx", b"geen Word")]))
    told = ended(client, path)
    assert told["status"] == "done"
    assert told["summary"]["letters"] == 1
    assert [each["path"] for each in told["summary"]["unread"]] == ["stuk.docx"]
    client.delete(path)


def linked(name: str, target: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        entry = zipfile.ZipInfo(name)
        entry.create_system = 3
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(entry, target)
    return made.getvalue()


def with_password() -> bytes:
    data = bytearray(packed([("brief.txt", b"Tekst.")]))
    # The flag that says so, in the header of the file and in the list at the end.
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


GOOD = ("brief.txt", b"U krijgt een brief.")
HOSTILE = {
    "climbs": packed([GOOD, ("../../boos.txt", b"x")]),
    "climbs in Windows": packed([GOOD, ("..\\boos.txt", b"x")]),
    "from the root": packed([GOOD, ("/etc/boos.txt", b"x")]),
    "on a disk": packed([GOOD, ("C:\\boos.txt", b"x")]),
    "a link": linked("brief.txt", "/etc/passwd"),
    "a link passed over": linked("foto", "/etc/passwd"),
    "twice": packed([GOOD, ("BRIEF.txt", b"x")]),
    "a folder by the name of a file": packed([GOOD, ("brief.txt/brief.txt", b"x")]),
    "a bomb": packed([("brief.txt", b"0" * 30_000_000)]),
    "many": packed([(f"{i}.txt", b"x") for i in range(5_001)]),
    "deep": packed([("a/" * 30 + "brief.txt", b"x")]),
    "long": packed([("a" * 300 + ".txt", b"x")]),
    "a line in a name": packed([("a\nb.txt", b"x")]),
    "a password": with_password(),
    "no letters": packed([("foto.jpg", b"x")]),
    "nothing": packed([]),
    "a zip in a zip": packed([("brieven.zip", packed([GOOD]))]),
    "no zip": b"PK\x03\x04 en dan niets",
    "cut off": packed([GOOD])[:-30],
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_zip_is_refused(client: httpx.Client, data: bytes) -> None:
    refused(begun(client, [("brieven.zip", data)]), 422)


@pytest.mark.parametrize(
    "files",
    [
        [("foto.jpg", b"x")],
        [("a.txt", b"Een."), ("A.TXT", b"Twee.")],
        [("a.txt", b"Een."), ("b.zip", packed([GOOD]))],
        [("../a.txt", b"Een.")],
        [("/etc/cron.d/a.txt", b"Een.")],
        [("a:b.txt", b"Een.")],
        [("wat?.txt", b"Een.")],
    ],
)
def test_files_that_cannot_be_are_refused(client: httpx.Client, files: Any) -> None:
    refused(begun(client, files), 422)


def test_what_is_no_audit_is_refused(client: httpx.Client) -> None:
    refused(client.post("/audits", data={"kind": "text"}), 415)
    refused(client.post("/audits", json={}), 415)
    told = refused(client.post("/audits", files={"file": GOOD}), 400)
    assert {error["field"] for error in told["errors"]} == {"file"}
    told = refused(begun(client, [GOOD], profile="koning"), 400)
    assert told["errors"][0]["field"] == "profile"


def test_audits_cannot_be_listed_or_guessed(client: httpx.Client) -> None:
    path = path_of(begun(client, [GOOD]))
    assert len(path.rpartition("/")[2]) == 32
    refused(client.get("/audits"), 405)
    for other in ("a" * 32, "..", "%2e%2e", path.rpartition("/")[2][:-1], "é", "%00"):
        assert client.get(f"/audits/{other}").status_code in (404, 405)
    client.delete(path)


@pytest.fixture
def watched(start: Start, misbehaving: dict[str, str], place: Path) -> Server:
    """A server with a check that goes wrong on some words; a letter may take two seconds."""
    options = ("--workers", "1", "--seconds", "2", "--memory", "1500")
    return start(*options, env={**misbehaving, "TMPDIR": str(place)})


@pytest.fixture
def watching(watched: Server) -> Iterator[httpx.Client]:
    """A client of that server."""
    with client_of(watched) as made:
        yield made


HANGS = ("hang.txt", b"Dit is een HANG in een brief.")


def test_letters_lie_in_a_private_folder_until_the_audit_is_deleted(
    watching: httpx.Client, place: Path
) -> None:
    path = path_of(begun(watching, [GOOD]))
    ended(watching, path)
    (folder,) = folders(place)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert folder.name not in watching.get(path).text + watching.get(f"{path}/dashboard").text
    watching.delete(path)
    assert folders(place) == []
    refused(begun(watching, [("a.jpg", b"x")]), 422)
    assert folders(place) == []


def test_settings_above_the_private_folder_do_not_count(
    watching: httpx.Client, place: Path
) -> None:
    (place / "brievenbus.toml").write_text('[brievenbus]\nprofile = "jongere"\n', "utf-8")
    path = path_of(begun(watching, [GOOD]))
    ended(watching, path)
    assert json.loads(watching.get(f"{path}/results").text)["profile"] == "inwoner"


def test_an_audit_that_hangs_ends_in_time_and_does_not_hold_up_checks(
    watching: httpx.Client,
) -> None:
    path = path_of(begun(watching, [HANGS]))
    for _ in range(5):
        assert watching.post("/checks", json={"text": "U krijgt geld."}).status_code == 200
    refused(watching.get(f"{path}/results"), 409)
    assert watching.get(path).json()["status"] == "running"
    told = ended(watching, path)
    assert told["status"] == "failed"
    assert "te lang" in told["message"]
    refused(watching.get(f"{path}/dashboard"), 409)


def test_an_audit_that_falls_over_is_told_and_the_next_goes_well(watching: httpx.Client) -> None:
    path = path_of(begun(watching, [("val.txt", b"Dit is een VAL in een brief.")]))
    assert ended(watching, path)["status"] == "failed"
    path = path_of(begun(watching, [GOOD]))
    assert ended(watching, path)["status"] == "done"


def test_one_that_runs_can_be_stopped(watching: httpx.Client, place: Path) -> None:
    paths = [path_of(begun(watching, [HANGS])) for _ in range(4)]
    busy = begun(watching, [HANGS])
    refused(busy, 503)
    assert int(busy.headers["retry-after"]) > 0
    for path in paths:
        assert watching.delete(path).status_code == 204
    assert folders(place) == []
    path = path_of(begun(watching, [GOOD]))
    assert ended(watching, path)["status"] == "done"


def test_no_more_than_some_are_kept(watching: httpx.Client, place: Path) -> None:
    for _ in range(10):
        ended(watching, path_of(begun(watching, [GOOD])))
    refused(begun(watching, [GOOD]), 503)
    assert len(folders(place)) == 10


def test_nothing_stays_when_the_server_stops(
    watching: httpx.Client, watched: Server, place: Path
) -> None:
    ended(watching, path_of(begun(watching, [GOOD])))
    path_of(begun(watching, [HANGS]))
    assert len(folders(place)) == 2
    os.kill(watched.process.pid, signal.SIGTERM)
    watched.process.wait(timeout=30)
    assert folders(place) == []


def test_what_is_done_is_taken_away_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audits, "KEPT", timedelta(0))

    async def laid(folder: str) -> tuple[int, int]:
        Path(folder, LETTERS).mkdir()
        Path(folder, LETTERS, GOOD[0]).write_bytes(GOOD[1])
        return 1, 0

    async def lived() -> None:
        desk = audits.Audits(ServerConfig())
        try:
            kept = await desk.begin(
                laid, Norms(kind=None, profile=None, department=None), without_text=False
            )
            assert kept.folder.exists()
            for _ in range(1200):
                if not kept.folder.exists():
                    break
                await asyncio.sleep(0.05)
            assert not kept.folder.exists()
            assert kept.summary
            with pytest.raises(RefusalError):
                desk.get(kept.id)
        finally:
            await desk.close()

    asyncio.run(lived())
