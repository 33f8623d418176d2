"""Programs that people write in, and libraries, asking the server as they are."""

from __future__ import annotations

import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import httpx
import language_tool_python
import pytest

from ..conftest import Server
from .texts import units

LETTER = "Wij verstrekken u hierbij een formulier. Indien u vragen heeft, kunt u ons bellen."
MATERIAL = Path(__file__).parent / "libreoffice"


@pytest.fixture(scope="module")
def tool(server: Server) -> Iterator[language_tool_python.LanguageTool]:
    """language_tool_python, that asks our server; it downloads nothing and starts no Java."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_PROXY", "*")
        with language_tool_python.LanguageTool("nl-NL", remote_server=server.url) as made:
            yield made


def test_language_tool_python_finds_what_we_find(tool: Any) -> None:
    first, second = tool.check(f"😀 {LETTER}")
    assert (first.rule_id, first.replacements, first.category) == (
        "verstrekken",
        ["geven"],
        "WOORD",
    )
    assert first.message.startswith("Moeilijk woord ‘verstrekken’. Kies liever ‘geven’.")
    # It counts characters itself, from the UTF-16 units that it gets.
    assert (first.offset, first.error_length) == (6, 11)
    assert second.rule_issue_type == "register"


def test_language_tool_python_puts_suggestions_in_place(tool: Any) -> None:
    better = "Wij geven u hierbij een formulier. Als u vragen heeft, kunt u ons bellen."
    assert tool.correct(LETTER) == better


def test_language_tool_python_leaves_out_rules_and_asks_for_tips(tool: Any) -> None:
    text = "Indien u wilt, doet u dit schriftelijk."
    try:
        tool.disabled_rules = {"indien"}
        tool.picky = True
        assert [match.rule_id for match in tool.check(text)] == ["schriftelijk"]
    finally:
        tool.disabled_rules = set()
        tool.picky = False


# As LTeX+ makes it: parts of a Markdown file, eight spaces in front, encoded by Java's URLEncoder.
LTEX_FORM = (
    b"data=%7B%22annotation%22%3A%5B%7B%22text%22%3A%22++++++++%22%7D%2C%7B%22markup%22%3A%22%23+%22%7D"
    b"%2C%7B%22text%22%3A%22Uw+aanvraag%22%7D%2C%7B%22markup%22%3A%22%5Cn%5Cn%22%2C%22interpretAs%22%3A"
    b"%22%5Cn%5Cn%22%7D%2C%7B%22text%22%3A%22Wij+%22%7D%2C%7B%22markup%22%3A%22**%22%7D%2C%7B%22text%22"
    b"%3A%22verstrekken%22%7D%2C%7B%22markup%22%3A%22**%22%7D%2C%7B%22text%22%3A%22+u+%F0%9F%98%80+een"
    b"+formulier.%22%7D%5D%7D&level=picky&language=nl&username=brief%40voorbeeldstad.nl&apiKey=x"
)
LTEX_SENT = "        # Uw aanvraag\n\nWij **verstrekken** u 😀 een formulier."


def raw(server: Server, request: bytes) -> httpx.Response:
    """Send these bytes, and give the answer."""
    address = httpx.URL(server.url)
    with socket.create_connection((address.host, address.port or 80), timeout=60) as connection:
        connection.sendall(request)
        connection.settimeout(60)
        head, _, body = received(connection).partition(b"\r\n\r\n")
    status, *lines = head.decode("latin-1").split("\r\n")
    headers = [(name, value.strip()) for name, _, value in (line.partition(":") for line in lines)]
    return httpx.Response(int(status.split()[1]), headers=headers, content=body)


def received(connection: socket.socket) -> bytes:
    """Everything until the server closes."""
    parts = []
    while part := connection.recv(65_536):
        parts.append(part)
    return b"".join(parts)


@pytest.mark.parametrize("kind", ["application/json", "application/x-www-form-urlencoded"])
@pytest.mark.parametrize("upgrade", [True, False])
def test_ltex_is_answered_to_its_bytes(server: Server, kind: str, upgrade: bool) -> None:
    asks = ["Connection: Upgrade, HTTP2-Settings, close"] if upgrade else ["Connection: close"]
    host = server.url.removeprefix("http://")
    lines = [
        "POST /v2/check HTTP/1.1",
        *asks,
        f"Content-Length: {len(LTEX_FORM)}",
        f"Host: {host}",
        # Java's client asks for HTTP/2 with its first request.
        *(
            ["HTTP2-Settings: AAEAAEAAAAIAAAABAAMAAABkAAQBAAAAAAUAAEAA", "Upgrade: h2c"]
            if upgrade
            else []
        ),
        "User-Agent: Java-http-client/21.0.2",
        "Accept: application/json",
        f"Content-Type: {kind}",
    ]
    response = raw(server, "\r\n".join(lines).encode() + b"\r\n\r\n" + LTEX_FORM)
    assert response.status_code == 200, response.text
    (match,) = response.json()["matches"]
    assert match["offset"] == LTEX_SENT.index("verstrekken")
    assert match["length"] == len("verstrekken")
    # What LTeX+ takes from a match.
    assert {"message", "offset", "length", "sentence", "rule", "replacements"} <= set(match)
    assert match["rule"]["id"] == "verstrekken"


def profile_of(folder: Path, address: str) -> Path:
    """A user profile of LibreOffice with our server in Extra, Opties, Taalinstellingen, LanguageTool."""
    basic = folder / "user" / "basic"
    (basic / "Standard").mkdir(parents=True)
    macro = escape((MATERIAL / "Nakijken.bas").read_text("utf-8"))
    settings = {
        "/org.openoffice.Setup/Office": {"ooSetupInstCompleted": "true"},
        "/org.openoffice.Office.Linguistic/GrammarChecking/LanguageTool": {
            "IsEnabled": "true",
            "BaseURL": address,
        },
    }
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, values in settings.items()
        for name, value in values.items()
    )
    files = {
        folder / "user" / "registrymodifications.xcu": (
            '<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
            f'xmlns:xs="http://www.w3.org/2001/XMLSchema">{items}</oor:items>'
        ),
        basic / "script.xlc": (
            '<library:libraries xmlns:library="http://openoffice.org/2000/library" '
            'xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard" '
            'xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" '
            'library:link="false"/></library:libraries>'
        ),
        basic / "Standard" / "script.xlb": (
            '<library:library xmlns:library="http://openoffice.org/2000/library" '
            'library:name="Standard" library:readonly="false" library:passwordprotected="false">'
            '<library:element library:name="Nakijken"/></library:library>'
        ),
        basic / "Standard" / "Nakijken.xba": (
            '<script:module xmlns:script="http://openoffice.org/2000/script" '
            f'script:name="Nakijken" script:language="StarBasic">{macro}</script:module>'
        ),
    }
    for path, text in files.items():
        path.write_text(f'<?xml version="1.0" encoding="UTF-8"?>\n{text}', "utf-8")
    return folder


@pytest.mark.systeem
def test_libreoffice_proofreads_a_dutch_document_with_us(
    server: Server, soffice: str, tmp_path: Path
) -> None:
    profile = profile_of(tmp_path / "profiel", f"{server.url}/v2")
    written = tmp_path / "gevonden.txt"
    macro = f'macro:///Standard.Nakijken.Nakijken("{MATERIAL / "brief.fodt"}","{written}")'
    before = server.said().count("POST /v2/check 200")
    subprocess.run(
        [soffice, "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}", macro],
        check=True,
        capture_output=True,
        timeout=120,
    )
    paragraphs, found = told_by_libreoffice(written)
    assert len(paragraphs) == 4
    # LibreOffice itself chose us for Dutch.
    assert {(language, checker) for language, checker, _ in paragraphs} == {
        ("nl", "org.openoffice.lingu.LanguageToolGrammarChecker")
    }
    assert found == [
        [
            "verstrekken",
            "Moeilijk woord ‘verstrekken’. Kies liever ‘geven’. Geven is korter, en iedereen kent het.",
            "Moeilijk woord",
            "geven",
        ],
        [
            "Indien",
            "Moeilijk woord ‘Indien’. Kies liever ‘als’. Als is korter, en iedereen kent het.",
            "Moeilijk woord",
            "Als",
        ],
        [
            "wordt door ons behandeld",
            "Lijdende vorm. Zeg eerst wie het doet: ons. Dan is de zin makkelijker te lezen.",
            "Lijdende vorm",
            "",
        ],
    ]
    assert server.said().count("POST /v2/check 200") - before == len(paragraphs)


def told_by_libreoffice(written: Path) -> tuple[list[list[str]], list[list[str]]]:
    """The paragraphs (language, checker, text), and of each error the stretch, comments and suggestions."""
    paragraphs: list[list[str]] = []
    found = []
    for line in written.read_text("utf-8").splitlines():
        kind, *cells = line.split("\t")
        assert kind in "AE", line
        if kind == "A":
            paragraphs.append(cells)
        else:
            start, length, *told = cells
            found.append([units(paragraphs[-1][2], int(start), int(length)), *told])
    return paragraphs, found
