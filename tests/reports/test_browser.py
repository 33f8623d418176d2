"""The page in a real browser: axe finds nothing, it fits 320 pixels, and it prints.

Needs Chromium (``BRIEVENBUS_CHROMIUM`` may say where), and the packages ``playwright`` and
``axe-playwright-python``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from brievenbus.report import Report
from brievenbus.reports.html import to_html

from .conftest import FAILURE

playwright = pytest.importorskip(
    "playwright.sync_api", reason="Playwright ontbreekt: installeer de extra 'test'."
)
axe = pytest.importorskip(
    "axe_playwright_python.sync_playwright",
    reason="Axe ontbreekt: installeer de extra 'test'.",
)

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}

pytestmark = pytest.mark.systeem


@pytest.fixture
def page(browser: Any, hard: Report, short: Report, tmp_path: Path) -> Iterator[Any]:
    """The report, opened from a file; axe has to be let past the page's own content policy."""
    path = tmp_path / "verslag.html"
    path.write_text(to_html([hard, short], [FAILURE]), encoding="utf-8")
    context = browser.new_context(bypass_csp=True)
    opened = context.new_page()
    opened.goto(path.as_uri())
    yield opened
    context.close()


@pytest.mark.parametrize("width", [320, 1100])
def test_axe_finds_nothing(page: Any, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    results = axe.Axe().run(page, options=RULES)
    assert results.violations_count == 0, results.generate_report()


def test_the_page_does_not_scroll_sideways_at_320_pixels(page: Any) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_content_policy_lets_the_style_through(
    browser: Any, hard: Report, tmp_path: Path
) -> None:
    path = tmp_path / "verslag.html"
    path.write_text(to_html([hard]), encoding="utf-8")
    opened = browser.new_page()
    complaints: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text))
    opened.goto(path.as_uri())
    assert opened.evaluate("getComputedStyle(document.body).maxWidth") != "none"
    assert complaints == []
    opened.close()


def test_the_page_prints(page: Any) -> None:
    assert page.pdf().startswith(b"%PDF")


def test_the_skip_link_is_the_first_stop_and_can_be_seen(page: Any) -> None:
    page.keyboard.press("Tab")
    link = page.locator(":focus")
    assert link.inner_text() == "Ga naar het verslag"
    assert link.bounding_box()["x"] >= 0
