"""What tests of the API share: a client, and the description to hold answers against."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from jsonschema import Draft202012Validator

from web.conftest import Server

API = "/api/v1"
PROBLEM = "application/problem+json"
Holds = Callable[[str, Any], None]


def client_of(server: Server, **options: Any) -> httpx.Client:
    """Return a client of the API of a server; whoever asks closes it."""
    return httpx.Client(base_url=server.url + API, timeout=90, trust_env=False, **options)


@pytest.fixture
def client(server: Server) -> Iterator[httpx.Client]:
    """A client of the API of the shared server."""
    with client_of(server) as made:
        yield made


@pytest.fixture
def holds(client: httpx.Client) -> Holds:
    """Hold a value against a schema of the description."""
    components = client.get("/openapi.json").json()["components"]

    def held(name: str, value: Any) -> None:
        schema = {"$ref": f"#/components/schemas/{name}", "components": components}
        Draft202012Validator(schema).validate(value)

    return held


def ended(client: httpx.Client, place: str) -> dict[str, Any]:
    """Wait until an audit is done or failed; return what is told of it."""
    for _ in range(1200):
        told: dict[str, Any] = client.get(place).json()
        if told["status"] in ("done", "failed"):
            return told
        time.sleep(0.05)
    raise AssertionError("De audit eindigt niet.")


def refused(answer: httpx.Response, status: int) -> dict[str, Any]:
    """Hold that an answer is a refusal of this status, as the API tells it; return what it says."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == PROBLEM
    assert answer.headers["api-version"]
    told: dict[str, Any] = answer.json()
    assert told["status"] == status
    assert told["title"]
    assert told["detail"].endswith((".", "?"))
    return told
