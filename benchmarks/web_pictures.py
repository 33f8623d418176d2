"""Make the pictures of the pages for the documentation: ``python benchmarks/web_pictures.py ADDRESS``.

ADDRESS is that of a running server, as `brievenbus serve` tells it. Wants Chromium (``BRIEVENBUS_CHROMIUM``
may say where). The letters come from ``samples/``; the pictures go to ``docs/afbeeldingen/``.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).parents[1]
TARGET = PROJECT / "docs" / "afbeeldingen"
OLD = PROJECT / "samples" / "parkeervergunning-origineel.docx"
NEW = PROJECT / "samples" / "parkeervergunning-herschreven.docx"
WIDTHS = {"breed": (1280, 900), "telefoon": (360, 740)}
"""The windows: a desktop, and a small phone."""

TAKEN = "button[name=neem]"


def main(address: str, target: Path = TARGET) -> None:
    """Make all pictures in both windows."""
    from playwright.sync_api import sync_playwright

    program = os.environ.get("BRIEVENBUS_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for name, (width, height) in WIDTHS.items():
            context = browser.new_context(
                base_url=address,
                viewport={"width": width, "height": height},
                locale="nl-NL",
                reduced_motion="reduce",
            )
            page = context.new_page()
            for title, make in _pictures():
                make(page)
                page.wait_for_timeout(300)
                path = target / f"web-{title}-{name}.png"
                page.screenshot(path=path)
            context.close()
        browser.close()


def _pictures() -> Iterator[tuple[str, Callable[[Any], None]]]:
    yield "begin", lambda page: page.goto("/")
    yield "uitslag", _result
    yield "brief", _letter
    yield "opmerking", _finding
    yield "overgenomen", _taken
    yield "vergelijken", _compared
    yield "regel", lambda page: page.goto("/regels/lijdende-vorm")
    yield "regels", lambda page: page.goto("/regels")
    yield "uitleg", lambda page: page.goto("/uitleg")
    yield "fout", _mistake


def _result(page: Any) -> None:
    page.set_input_files("#bestand", OLD)
    page.click("button[type=submit]")
    page.wait_for_selector("#brief")


def _letter(page: Any) -> None:
    page.locator("#brief").scroll_into_view_if_needed()
    page.evaluate("document.getElementById('brief').scrollIntoView()")


def _finding(page: Any) -> None:
    number = page.locator(".bb-kaart").filter(has=page.locator(TAKEN)).nth(2)
    page.click(f"#t{number.get_attribute('data-kaart')}")


def _taken(page: Any) -> None:
    page.locator(f".is-gekozen {TAKEN}").first.click()
    page.wait_for_selector("#stap")
    page.wait_for_timeout(300)


def _compared(page: Any) -> None:
    page.goto("/vergelijken")
    page.set_input_files("#oud_bestand", OLD)
    page.set_input_files("#nieuw_bestand", NEW)
    page.click("button[type=submit]")
    page.wait_for_selector(".bb-namen")


def _mistake(page: Any) -> None:
    page.goto("/")
    page.click("button[type=submit]")
    page.wait_for_selector("#foutbericht")


if __name__ == "__main__":
    main(sys.argv[1], *map(Path, sys.argv[2:3]))
