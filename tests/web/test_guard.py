"""The door of the server: names, sites, sizes, and who may come in."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from web.conftest import Server, Start, running

TOKEN = "een-sleutel-van-genoeg-tekens-1234"
ANSWERS = "/api/v1/health"
CLOSED = "/api/v1/metrics"


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with a token, in a file as an administrator makes it."""
    folder = tmp_path_factory.mktemp("server")
    (folder / "sleutel.txt").write_text(TOKEN + "\n", "utf-8")
    with running(folder, "--token-file", "sleutel.txt", "--workers", "1") as found:
        yield found


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that takes no more than a megabyte."""
    with running(tmp_path_factory.mktemp("server"), "--megabytes", "1", "--workers", "1") as found:
        yield found


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "localhost:8081", "LOCALHOST"])
def test_names_of_this_machine_are_answered(server: Server, host: str) -> None:
    assert server.client().get(ANSWERS, headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["boos.example", "localhost.boos.example", "", "[::2]", "127.0.0.2"]
)
def test_other_names_are_refused(server: Server, host: str) -> None:
    answer = server.client().get(ANSWERS, headers={"Host": host})
    assert answer.status_code == 421
    assert answer.headers["content-type"] == "application/problem+json"
    assert "adres" in answer.json()["detail"]


def test_a_page_of_another_site_cannot_send_anything(server: Server) -> None:
    for headers in (
        {"Origin": "https://boos.example"},
        {"Origin": "http://localhost.boos.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Origin": "null"},
    ):
        for path in ("/v2/check", "/api/v1/checks", "/nakijken"):
            assert server.client().post(path, headers=headers).status_code == 403


def test_a_page_of_our_own_and_an_addon_can(server: Server) -> None:
    for origin in (server.url, "moz-extension://1234", "chrome-extension://abcd"):
        answer = server.client().post("/v2/check", headers={"Origin": origin})
        assert answer.status_code != 403


def test_every_answer_forbids_what_comes_from_elsewhere(server: Server) -> None:
    for path in ("/", ANSWERS, "/v2/languages", "/bestaat-niet", "/vast/bestaat-niet"):
        headers = server.client().get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"
        assert "server" not in headers


def test_too_large_is_refused_before_it_is_read(small: Server) -> None:
    answer = small.client().post("/v2/check", content=b"text=" + b"a" * 1_000_001)
    assert answer.status_code == 413
    assert "1 MB" in answer.text


def test_too_large_without_a_length_is_refused_too(small: Server) -> None:
    parts = (b"a" * 100_000 for _ in range(11))
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    assert small.client().post("/v2/check", content=parts, headers=form).status_code == 413


class TestToken:
    def test_nothing_but_health_without_it(self, guarded: Server) -> None:
        client = guarded.client()
        assert client.get(ANSWERS).status_code == 200
        assert client.get(CLOSED).status_code == 401
        assert client.post("/api/v1/checks", json={"text": "Dag."}).status_code == 401
        check = client.post("/v2/check", data={"text": "Dag.", "language": "nl"})
        assert check.status_code in (401, 403)

    def test_everything_with_it(self, guarded: Server) -> None:
        client = guarded.client(headers={"Authorization": f"Bearer {TOKEN}"})
        assert client.get(CLOSED).status_code == 200
        assert client.post("/v2/check", data={"text": "Dag.", "language": "nl"}).status_code == 200

    @pytest.mark.parametrize("shown", ["", "Bearer", "Bearer fout", f"Basic {TOKEN}", "Bearer é"])
    def test_not_with_another(self, guarded: Server, shown: str) -> None:
        headers = httpx.Headers({"Authorization": shown.encode("utf-8")})  # type: ignore[dict-item]
        assert guarded.client().get(CLOSED, headers=headers).status_code == 401

    def test_a_cookie_of_ones_own_making_opens_nothing(self, guarded: Server) -> None:
        client = guarded.client(cookies={"brievenbus-sleutel": TOKEN})
        assert client.get(CLOSED).status_code == 401


class TestProxy:
    def test_a_user_named_by_the_known_proxy_comes_in(self, start: Start) -> None:
        options = ("--user-header", "X-Gebruiker", "--proxy", "127.0.0.1", "--workers", "1")
        client = start(*options).client()
        assert client.get(CLOSED, headers={"X-Gebruiker": "jan"}).status_code == 200
        assert client.get(CLOSED).status_code == 401
        assert client.get(CLOSED, headers={"X-Gebruiker": ""}).status_code == 401

    def test_the_header_alone_is_not_enough(self, start: Start) -> None:
        options = ("--user-header", "X-Gebruiker", "--proxy", "192.0.2.1", "--workers", "1")
        client = start(*options).client()
        assert client.get(CLOSED, headers={"X-Gebruiker": "jan"}).status_code == 401
