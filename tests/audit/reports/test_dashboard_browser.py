"""The overview in a real browser: axe finds nothing, it fits 320 pixels, and it prints.

Needs Chromium, and the packages ``playwright`` and ``axe-playwright-python``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from brievenbus.audit.reports.dashboard import to_dashboard
from brievenbus.audit.reports.material import gather
from brievenbus.audit.sources import Missed

from .conftest import HOSTILE, MOMENT, Audited, Build, finding, record

axe = pytest.importorskip(
    "axe_playwright_python.sync_playwright",
    reason="Axe ontbreekt: installeer de extra 'test'.",
)

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}
OPEN_ALL = "document.querySelectorAll('details').forEach(each => { each.open = true; })"

pytestmark = pytest.mark.systeem


@pytest.fixture(params=["echt", "vijandig"])
def path(request: pytest.FixtureRequest, audited: Audited, build: Build, tmp_path: Path) -> Path:
    """The overview of real letters, and of letters with long and hostile names and texts."""
    view = audited.view
    if request.param == "vijandig":
        name, moment = "x" * 300, MOMENT.isoformat()
        rows = [
            record(
                f"{name}{i}/{HOSTILE}.docx",
                HOSTILE * 20,
                findings=[finding(rule=name, message=name)],
            )
            for i in range(3)
        ]
        history = [(moment, 3, 75, score, 4.0, 0, 3) for score in (60.0, 52.0)]
        view = build(rows, [Missed(name, HOSTILE)], history)
    place = tmp_path / "index.html"
    place.write_text(to_dashboard(gather(view), MOMENT), encoding="utf-8")
    return place


@pytest.mark.parametrize("width", [320, 1100])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    browser: Any, path: Path, width: int
) -> None:
    context = browser.new_context(bypass_csp=True, viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(path.as_uri())
    page.evaluate(OPEN_ALL)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    results = axe.Axe().run(page, options=RULES)
    assert results.violations_count == 0, results.generate_report()
    context.close()


def test_labels_and_figures_of_charts_do_not_touch_at_320_pixels(browser: Any, path: Path) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.goto(path.as_uri())
    touching = page.evaluate(
        """[...document.querySelectorAll('svg .waarde')].map(value => {
            const top = value.getAttribute('y');
            const beside = [...value.parentNode.querySelectorAll(`text[y="${top}"]:not(.waarde)`)]
                .map(each => each.getBoundingClientRect().right);
            return Math.max(...beside) - value.getBoundingClientRect().left;
        }).filter(gap => gap > 0)"""
    )
    assert touching == []
    page.close()


def test_it_works_without_a_script_and_within_its_policy(browser: Any, path: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("request", lambda request: complaints.append(request.url))
    page.goto(path.as_uri())
    assert page.is_visible("svg .staaf >> nth=0")
    page.click("summary >> nth=0")
    assert page.is_visible("details table >> nth=0")
    assert complaints == [path.as_uri()]
    context.close()


def test_the_style_counts(browser: Any, path: Path) -> None:
    page = browser.new_page()
    page.goto(path.as_uri())
    assert page.evaluate("getComputedStyle(document.body).maxWidth") == "960px"
    page.close()


def test_it_prints_with_its_folded_tables(browser: Any, path: Path) -> None:
    page = browser.new_page()
    page.goto(path.as_uri())
    assert page.pdf(format="A4").startswith(b"%PDF")
    page.emulate_media(media="print")
    assert (
        page.evaluate("document.querySelector('details table').getBoundingClientRect().height") > 0
    )
    page.close()


def test_the_skip_link_is_the_first_stop_and_can_be_seen(browser: Any, path: Path) -> None:
    page = browser.new_page()
    page.goto(path.as_uri())
    page.keyboard.press("Tab")
    link = page.locator(":focus")
    assert link.inner_text() == "Ga naar het overzicht"
    assert link.bounding_box()["x"] >= 0
    page.close()
