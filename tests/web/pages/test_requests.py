"""The pages as requests: what is refused, what is carried, what is never kept."""

from __future__ import annotations

import base64
import html
import io
import json
import re
import zipfile
from pathlib import Path
from random import Random

import httpx
import pytest

from ..conftest import Server, Start
from .conftest import ORIGINAL, Visitor

EXPIRED = "Dit formulier is verlopen."
TEXT = "Wij verstrekken u informatie."


@pytest.mark.parametrize("path", ["/nakijken", "/overnemen", "/download", "/vergelijken/uitslag"])
def test_a_form_of_another_site_is_refused(visitor: Visitor, path: str) -> None:
    answer = visitor.send(path, formulier="0" * 64, tekst=TEXT)
    assert answer.status_code == 403
    assert EXPIRED in answer.text


def test_a_form_without_its_cookie_is_refused(server: Server, visitor: Visitor) -> None:
    other = server.client()
    answer = other.post("/nakijken", files={"formulier": (None, visitor.token)})
    assert answer.status_code == 403


def test_a_form_with_the_origin_of_another_site_is_refused(visitor: Visitor) -> None:
    visitor.client.headers["origin"] = "https://elders.example"
    assert visitor.send("/nakijken", tekst=TEXT).status_code == 403


def test_the_cookie_of_forms_is_out_of_reach_of_scripts_and_other_sites(server: Server) -> None:
    client = server.client()
    cookie = client.get("/").headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


def test_pages_may_hold_no_inline_script_or_style(visitor: Visitor) -> None:
    pages = [visitor.client.get(each).text for each in ("/", "/regels", "/uitleg", "/vergelijken")]
    pages.append(visitor.send("/nakijken", tekst=TEXT).text)
    for page in pages:
        assert not re.search(r"<script(?! src=\"/vast/)|<style|\sstyle=|\son\w+=|javascript:", page)


@pytest.mark.parametrize("path", ["/nakijken", "/overnemen", "/download"])
def test_a_result_has_no_address(server: Server, path: str) -> None:
    client = server.client()
    answer = client.get(path)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")


def test_a_text_is_carried_as_it_was(visitor: Visitor) -> None:
    text = "Wij  verstrekken\tu\u200b informatie.\r\n\r\nNieuwe \u202eregel\x0b."
    state = visitor.state(visitor.send("/nakijken", tekst=text).text)
    assert base64.b64decode(state["inhoud"]).decode() == text.replace("\r\n", "\n")


def test_a_word_file_is_carried_as_it_was(visitor: Visitor, samples: Path) -> None:
    data = (samples / ORIGINAL).read_bytes()
    page = visitor.send("/nakijken", files={"bestand": ("brief.docx", data)}).text
    assert base64.b64decode(visitor.state(page)["inhoud"]) == data


@pytest.mark.parametrize(
    "change",
    [
        {"inhoud": "geen base64!"},
        {"inhoud": base64.b64encode(b"\xff\xfe\xfa").decode()},
        {"vorm": "exe"},
        {"inhoud": ""},
        {"neem": "0:0:99999:x"},
        {"neem": "99:0:1:x"},
        {"neem": "0:-1:1:x"},
        {"neem": "x"},
        {"neem": ""},
        {"neem": "٣:0:1:x"},
    ],
    ids=str,
)
def test_a_form_that_was_changed_is_refused_in_dutch(
    visitor: Visitor, change: dict[str, str]
) -> None:
    state = visitor.state(visitor.send("/nakijken", tekst=TEXT).text)
    answer = visitor.send("/overnemen", **{**state, "neem": "0:4:15:geven", **change})
    assert answer.status_code == 422
    assert "<html" in answer.text


@pytest.mark.parametrize(
    "nonsense", ["", "[]", "{", '{"jargon": "x"}', '{"jargon": 1e999}', "[" * 9999]
)
def test_figures_that_make_no_sense_are_left_out(visitor: Visitor, nonsense: str) -> None:
    state = visitor.state(visitor.send("/nakijken", tekst=TEXT).text)
    fields = {**state, "nu": nonsense, "begin": nonsense, "genomen": nonsense}
    answer = visitor.send("/overnemen", neem="0:4:15:geven", **fields)
    assert answer.status_code == 200
    assert 'id="beweging"' not in answer.text
    assert "Overgenomen: ‘geven’ in plaats van ‘verstrekken’." in html.unescape(answer.text)


def test_both_a_file_and_a_text_is_one_too_many(visitor: Visitor) -> None:
    answer = visitor.send("/nakijken", files={"bestand": ("a.txt", b"Een.")}, tekst="Twee.")
    assert answer.status_code == 422
    assert "Haal een van de twee weg." in answer.text
    assert "Twee.</textarea>" in answer.text


def test_unknown_readers_are_told_at_their_field(visitor: Visitor) -> None:
    answer = visitor.send("/nakijken", tekst=TEXT, lezers="marsman")
    assert answer.status_code == 422
    assert 'href="#lezers"' in answer.text
    assert f"{TEXT}</textarea>" in answer.text


def with_picture(path: Path, size: int) -> bytes:
    """A Word file with so many bytes more that cannot be made smaller."""
    file = io.BytesIO(path.read_bytes())
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("word/media/beeld.png", Random(1).randbytes(size))
    return file.getvalue()


def test_a_file_that_is_too_large_to_go_on_is_read_and_says_so(start: Start, samples: Path) -> None:
    found = start("--megabytes", "1")
    client = found.client()
    token = re.search(r'name="formulier" value="(\w+)"', client.get("/").text)
    assert token
    visitor = Visitor(client, token[1])
    large = with_picture(samples / ORIGINAL, 760_000)
    answer = visitor.send("/nakijken", files={"bestand": ("brief.docx", large)})
    assert "te groot om hier in te veranderen" in answer.text
    assert 'name="neem"' not in answer.text
    assert "bb-kaart" in answer.text
    larger = with_picture(samples / ORIGINAL, 1_100_000)
    answer = visitor.send("/nakijken", files={"bestand": ("brief.docx", larger)})
    assert answer.status_code == 413
    assert "Het mag hoogstens 1 MB zijn." in answer.text


def test_downloads_keep_strange_names_harmless(visitor: Visitor) -> None:
    name = 'brief\r\nX-Kop: 1"; filename=é.exe.txt'
    state = visitor.state(visitor.send("/nakijken", tekst=TEXT).text)
    answer = visitor.send("/download", **{**state, "naam": name}, kopie="tekst")
    assert answer.status_code == 200
    assert "x-kop" not in answer.headers
    disposition = answer.headers["content-disposition"]
    assert re.fullmatch(r"attachment; filename\*=UTF-8''[\w.%-]+\.bijgewerkt\.txt", disposition)


def test_a_hanging_letter_is_told_on_the_form(start: Start, misbehaving: dict[str, str]) -> None:
    found = start("--seconds", "3", "--workers", "1", env=misbehaving)
    client = found.client()
    token = re.search(r'name="formulier" value="(\w+)"', client.get("/").text)
    assert token
    answer = Visitor(client, token[1]).send("/nakijken", tekst="Dit blijft HANGEN. HANG nu.")
    assert answer.status_code == 504
    assert "langer dan 3 seconden" in answer.text
    assert "Dit blijft HANGEN. HANG nu.</textarea>" in answer.text
    again = Visitor(client, token[1]).send("/nakijken", tekst=TEXT)
    assert again.status_code == 200
    assert "HANG" not in found.said()


def test_the_log_holds_no_text_and_no_name(server: Server, visitor: Visitor) -> None:
    files = {"bestand": ("geheimenaam.txt", b"Wij verstrekken geheimewoorden.")}
    page = visitor.send("/nakijken", files=files).text
    visitor.send("/overnemen", **visitor.state(page), neem="0:4:15:geheimekeuze")
    visitor.client.get("/regels?zoek=geheimezoekvraag")
    assert "geheime" not in server.said()


def test_progress_of_a_job_that_is_not_there_is_null(server: Server) -> None:
    client = server.client()
    answer = client.get(f"/voortgang/{'0' * 32}")
    assert json.loads(answer.text) == {"deel": None}


def test_a_guarded_server_leads_browsers_to_the_token_and_programs_not(
    start: Start, tmp_path: Path
) -> None:
    (tmp_path / "sleutel").write_text("s" * 24)
    found = start("--token-file", str(tmp_path / "sleutel"))
    client = found.client()
    page = client.get("/", headers={"accept": "text/html"})
    assert (page.status_code, page.headers["location"]) == (303, "/aanmelden")
    assert client.get("/", headers={"accept": "*/*"}).status_code == 401
    assert client.get("/api/v1/rules", headers={"accept": "text/html"}).status_code == 401
    assert client.post("/nakijken", headers={"accept": "text/html"}).status_code == 401
    token = re.search(r'name="formulier" value="(\w+)"', client.get("/aanmelden").text)
    assert token
    visitor = Visitor(client, token[1])
    assert visitor.send("/aanmelden", sleutel="é" * 24).status_code == 422
    opened = visitor.send("/aanmelden", sleutel="s" * 24)
    assert (opened.status_code, opened.headers["location"]) == (303, "/")
    cookie = opened.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert client.get("/").status_code == 200


def test_a_rule_page_shows_its_examples_as_they_turn_out(server: Server) -> None:
    client = server.client()
    page = client.get("/regels/verstrekken").text
    missing = client.get("/regels/bestaat-niet")
    assert "<mark" in page
    assert "Zo wel" in page
    assert missing.status_code == 404
    assert "Deze regel is er niet." in missing.text


def test_every_rule_and_check_that_is_listed_has_a_page(server: Server) -> None:
    client = server.client()
    links = re.findall(r'href="(/regels/[^"]+)"', client.get("/regels").text)
    codes = {each: client.get(html.unescape(each)).status_code for each in links}
    assert len(codes) > 100
    assert set(codes.values()) == {httpx.codes.OK}
