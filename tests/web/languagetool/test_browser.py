"""An add-on in a real browser that asks the server."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import sync_playwright

from ..conftest import Server

QUIET = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")

ASK = """
async address => {
  const body = new URLSearchParams({text: "😀 Wij verstrekken u dit formulier.", language: "auto"});
  try {
    const answer = await fetch(`${address}/v2/check`, {method: "POST", body});
    return await answer.json();
  } catch (error) {
    return String(error);
  }
}
"""

ADD_ON = {
    "manifest_version": 3,
    "name": "Proef",
    "version": "1",
    "background": {"service_worker": "achter.js"},
}
"""An add-on that may reach no server in particular: it can read what the server lets it read."""


@pytest.fixture(scope="module")
def context(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A Chromium with that add-on."""
    folder: Path = tmp_path_factory.mktemp("add-on")
    (folder / "manifest.json").write_text(json.dumps(ADD_ON), "utf-8")
    (folder / "achter.js").write_text("", "utf-8")
    options = [*QUIET, "--headless=new", f"--load-extension={folder}"]
    with sync_playwright() as playwright:
        made = playwright.chromium.launch_persistent_context(
            tmp_path_factory.mktemp("profiel"),
            executable_path=chromium,
            headless=False,
            args=options,
            ignore_default_args=["--disable-extensions"],
        )
        yield made
        made.close()


@pytest.mark.systeem
def test_an_add_on_reads_what_the_server_finds(context: Any, server: Server) -> None:
    workers = context.service_workers
    worker = workers[0] if workers else context.wait_for_event("serviceworker")
    assert worker.url.startswith("chrome-extension://")
    (match,) = worker.evaluate(ASK, server.url)["matches"]
    assert (match["offset"], match["length"]) == (7, 11)
    assert match["replacements"] == [{"value": "geven"}]
