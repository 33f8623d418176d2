"""Asking the server what LanguageTool's clients ask."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from ..conftest import Server

Ask = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def client(server: Server) -> httpx.Client:
    """A client of the server."""
    return server.client()


@pytest.fixture(scope="module")
def ask(client: httpx.Client) -> Ask:
    """Ask for a check with these fields; give the answer."""

    def asked(text: str | None = None, **fields: str) -> dict[str, Any]:
        sent = (
            {"language": "nl", **fields}
            if text is None
            else {"text": text, "language": "nl", **fields}
        )
        response = client.post("/v2/check", data=sent)
        assert response.status_code == 200, response.text
        found: dict[str, Any] = response.json()
        return found

    return asked
