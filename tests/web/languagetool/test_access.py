"""Who may ask: with a key where the server wants one, and from an add-on, not from a web page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from ..conftest import Server, running

KEY = "Zeer2Geheim4Voor6Brieven8"
TEXT = {"text": "Wij verstrekken u een formulier.", "language": "nl"}
ADD_ON = "moz-extension://5c1c1b1e-0000-4000-8000-000000000000"


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that wants a key."""
    folder: Path = tmp_path_factory.mktemp("bewaakt")
    (folder / "sleutel").write_text(KEY, "utf-8")
    with running(folder, "--workers", "1", "--token-file", str(folder / "sleutel")) as server:
        yield server


@pytest.fixture(scope="module")
def stranger(guarded: Server) -> httpx.Client:
    """A client that has shown nothing."""
    return guarded.client()


def test_without_a_key_a_server_that_wants_one_refuses_and_says_where_it_goes(
    stranger: httpx.Client,
) -> None:
    response = stranger.post("/v2/check", data=TEXT)
    assert response.status_code == 401
    assert response.text.startswith("Error: ")
    assert "apiKey" in response.text


@pytest.mark.parametrize("key", ["fout", KEY + "x", KEY.lower(), "é", "\0"])
def test_a_wrong_key_is_refused(stranger: httpx.Client, key: str) -> None:
    response = stranger.post("/v2/check", data={**TEXT, "username": "x", "apiKey": key})
    assert response.status_code == 403


def test_the_key_in_the_form_opens_the_server(stranger: httpx.Client) -> None:
    shown = {**TEXT, "username": "wie dan ook", "apiKey": KEY}
    assert len(stranger.post("/v2/check", data=shown).json()["matches"]) == 1
    parts = {name: (None, value) for name, value in shown.items()}
    assert len(stranger.post("/v2/check", files=parts).json()["matches"]) == 1
    assert len(stranger.get("/v2/check", params=shown).json()["matches"]) == 1


def test_the_key_in_a_header_opens_the_server(stranger: httpx.Client) -> None:
    headers = {"Authorization": f"Bearer {KEY}"}
    assert stranger.post("/v2/check", data=TEXT, headers=headers).status_code == 200


def test_languages_are_told_without_a_key(stranger: httpx.Client) -> None:
    assert stranger.get("/v2/languages").status_code == 200


def test_a_key_stands_in_no_log(guarded: Server, stranger: httpx.Client) -> None:
    stranger.get("/v2/check", params={**TEXT, "apiKey": KEY})
    assert KEY not in guarded.said()


def test_an_add_on_of_a_browser_can_read_answers_and_errors(client: httpx.Client) -> None:
    headers = {"Origin": ADD_ON}
    for fields, status in ((TEXT, 200), ({}, 400)):
        response = client.post("/v2/check", data=fields, headers=headers)
        assert response.status_code == status
        assert response.headers["access-control-allow-origin"] == ADD_ON
    asked = {**headers, "Access-Control-Request-Method": "POST"}
    allowed = client.options("/v2/check", headers=asked)
    assert allowed.status_code == 204
    assert "POST" in allowed.headers["access-control-allow-methods"]


@pytest.mark.parametrize("origin", ["https://example.org", "http://localhost.example.org", "null"])
def test_a_web_page_cannot_read_answers(client: httpx.Client, origin: str) -> None:
    headers = {"Origin": origin}
    for response in (
        client.post("/v2/check", data=TEXT, headers=headers),
        client.get("/v2/check", params=TEXT, headers=headers),
        client.options("/v2/check", headers=headers),
    ):
        assert "access-control-allow-origin" not in response.headers
