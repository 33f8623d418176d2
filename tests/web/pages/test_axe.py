"""Axe finds nothing, on every page and in every state, wide and narrow."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ..conftest import Server, Start
from .conftest import ORIGINAL, check_file, check_text

axe = pytest.importorskip(
    "axe_playwright_python.sync_playwright", reason="Axe ontbreekt: installeer de extra 'test'."
)
pytestmark = pytest.mark.systeem

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}


def result(page: Any, samples: Path) -> None:
    check_file(page, samples / ORIGINAL)


def result_with_tables(page: Any, samples: Path) -> None:
    check_file(page, samples / "bijzondere-bijstand-origineel.docx")
    for each in page.locator("summary").all():
        each.click()


def finding(page: Any, samples: Path) -> None:
    result(page, samples)
    page.locator(".bb-brief .bb-nummer").nth(3).click()


def taken(page: Any, samples: Path) -> None:
    result(page, samples)
    page.locator("button[name=neem]").first.click()
    page.wait_for_selector("#stap")


def text(page: Any, samples: Path) -> None:
    check_text(page, "Wij verstrekken u informatie.")


def nothing_found(page: Any, samples: Path) -> None:
    check_text(page, "De zon schijnt.")


def complaint(page: Any, samples: Path) -> None:
    text(page, samples)
    page.evaluate("document.querySelector('#staat [name=formulier]').value = 'x'")
    page.locator("button[name=neem]").first.click()
    page.wait_for_selector("#klacht")


def compared(page: Any, samples: Path) -> None:
    page.goto("/vergelijken")
    page.set_input_files("#oud_bestand", samples / ORIGINAL)
    page.set_input_files("#nieuw_bestand", samples / "parkeervergunning-herschreven.docx")
    page.click("main button[type=submit]")
    page.wait_for_selector(".bb-namen")


def mistaken(place: str) -> Callable[[Any, Path], None]:
    def make(page: Any, samples: Path) -> None:
        page.goto(place)
        page.click("main button[type=submit]")
        page.wait_for_selector("#foutbericht")

    return make


def at(place: str) -> Callable[[Any, Path], None]:
    return lambda page, samples: page.goto(place)


STATES = {
    "form": at("/"),
    "empty form": mistaken("/"),
    "result": result,
    "result with all unfolded": result_with_tables,
    "finding": finding,
    "taken over": taken,
    "text": text,
    "nothing found": nothing_found,
    "complaint": complaint,
    "compare": at("/vergelijken"),
    "empty comparison": mistaken("/vergelijken"),
    "compared": compared,
    "rules": at("/regels"),
    "no rules": at("/regels?zoek=qqqq"),
    "check": at("/regels/lijdende-vorm"),
    "rule": at("/regels/verstrekken"),
    "explained": at("/uitleg"),
    "not there": at("/bestaat-niet"),
}


@pytest.fixture(scope="module")
def open_page(browser: Any, server: Server) -> Iterator[Any]:
    """A page that lets axe past the content policy."""
    context = browser.new_context(base_url=server.url, bypass_csp=True, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def assert_accessible(page: Any) -> None:
    results = axe.Axe().run(page, options=RULES)
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(open_page: Any, samples: Path, state: str, width: int) -> None:
    open_page.set_viewport_size({"width": width, "height": 900})
    STATES[state](open_page, samples)
    assert_accessible(open_page)


def test_axe_finds_nothing_where_the_token_is_asked(
    browser: Any, start: Start, tmp_path: Path
) -> None:
    (tmp_path / "sleutel").write_text("s" * 24)
    found = start("--token-file", str(tmp_path / "sleutel"))
    context = browser.new_context(base_url=found.url, bypass_csp=True)
    page = context.new_page()
    page.goto("/")
    assert page.url.endswith("/aanmelden")
    assert_accessible(page)
    page.fill("#sleutel", "mis")
    page.click("main button[type=submit]")
    assert page.title() == "Fout: Geef de sleutel - Brievenbus"
    assert_accessible(page)
    page.fill("#sleutel", "s" * 24)
    page.click("main button[type=submit]")
    assert page.title() == "Kijk een brief na - Brievenbus"
    context.close()
