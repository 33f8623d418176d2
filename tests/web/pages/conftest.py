"""A browser on a running server, which notes what it must not see: complaints, and other hosts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from ..conftest import Server

ORIGINAL = "parkeervergunning-origineel.docx"


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder with sample letters."""
    return Path(__file__).parents[3] / "samples"


@pytest.fixture
def page(browser: Any, server: Server) -> Iterator[Any]:
    """A page in a fresh browser; afterwards: no complaint of the browser, no request elsewhere."""
    context = browser.new_context(base_url=server.url, locale="nl-NL", reduced_motion="reduce")
    complaints: list[str] = []
    asked: list[str] = []
    context.on("console", lambda message: complaints.append(message.text))
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    context.on("request", lambda request: asked.append(request.url))
    opened = context.new_page()
    yield opened
    context.close()
    expected = re.compile(r"Failed to load resource: the server responded with a status of 4")
    assert [each for each in complaints if not expected.match(each)] == []
    elsewhere = [url for url in asked if not url.startswith((server.url, "blob:", "data:"))]
    assert elsewhere == []


@dataclass
class Visitor:
    """Someone who sends our forms without a browser."""

    client: httpx.Client
    token: str

    def send(self, path: str, files: Any = None, **fields: str) -> httpx.Response:
        """Send a form as a page of ours does."""
        parts = {name: (None, value) for name, value in fields.items()}
        parts.setdefault("formulier", (None, self.token))
        return self.client.post(path, files={**parts, **(files or {})})

    @staticmethod
    def state(page: str) -> dict[str, str]:
        """What the page carries: the hidden fields of its form."""
        form = page[page.index('<form id="staat"') :]
        found = re.findall(
            r'type="hidden" name="(\w+)" value="([^"]*)"', form[: form.index("</form>")]
        )
        return {name: value.replace("&#34;", '"') for name, value in found}


@pytest.fixture
def visitor(server: Server) -> Visitor:
    """A visitor that has seen the form."""
    client = server.client()
    found = re.search(r'name="formulier" value="(\w+)"', client.get("/").text)
    assert found
    return Visitor(client, found[1])


def check_file(page: Any, path: Path) -> None:
    """Choose a file on the first page and have it checked."""
    page.goto("/")
    page.set_input_files("#bestand", path)
    page.click("main button[type=submit]")
    page.wait_for_selector("#brief")


def check_text(page: Any, text: str) -> None:
    """Paste a text on the first page and have it checked."""
    page.goto("/")
    page.fill("#tekst", text)
    page.click("main button[type=submit]")
    page.wait_for_selector("#brief")
