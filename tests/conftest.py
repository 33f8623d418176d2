"""What tests share: programs that pip cannot install, and material beside the project."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

settings.register_profile("vast", derandomize=True, deadline=None)
"""The same examples in each run: a change that breaks nothing never finds the tests red."""
settings.register_profile("zoek", deadline=None, max_examples=1000)
"""Other examples each time and more of them: to look for mistakes, `--hypothesis-profile=zoek`."""
settings.load_profile("vast")

PROJECT = Path(__file__).parents[1]


@pytest.fixture(scope="session", autouse=True)
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the tests, and the programs that they start, keep what was worked out of rule files."""
    folder = tmp_path_factory.mktemp("bewaard")
    os.environ["BRIEVENBUS_CACHE"] = str(folder)
    return folder


@pytest.fixture(scope="session")
def project() -> Path:
    """The folder of the project."""
    return PROJECT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with letters and corpora that stands beside the project on some machines."""
    folder = PROJECT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("De map 'shared' met oefenmateriaal staat niet naast het project.")
    return folder


@pytest.fixture(scope="session")
def soffice() -> str:
    """LibreOffice; for tests marked `systeem`."""
    return _program("soffice", "LibreOffice")


@pytest.fixture(scope="session")
def chromium() -> str:
    """Chromium, or what ``BRIEVENBUS_CHROMIUM`` names; for tests marked `systeem`."""
    return os.environ.get("BRIEVENBUS_CHROMIUM") or _program("chromium", "Chromium")


QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
"""A browser that does nothing but what the test asks."""


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Any]:
    """A running Chromium; for tests marked `systeem`."""
    if not Path(chromium).exists():
        pytest.skip("Chromium ontbreekt: installeer het, of noem het in BRIEVENBUS_CHROMIUM.")
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="Playwright ontbreekt: installeer de extra 'test'."
    )
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=chromium, args=QUIET)
        yield opened
        opened.close()


def _program(command: str, name: str) -> str:
    path = shutil.which(command)
    if path is None:
        pytest.skip(f"{name} staat niet op deze computer. Met .ci/run draaien alle tests.")
    return path
