"""The overview of rules in a real browser: axe finds nothing, and searching works without a network.

Needs what `test_browser` needs.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from brievenbus.dutch.pipeline import load_pipeline
from brievenbus.reports.rulepages import INDEX, overview
from brievenbus.rulebook import load_rulebook

from .test_browser import RULES, axe, playwright
from .test_rulepages import RULES as SOME

pytestmark = pytest.mark.systeem


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("overzicht")
    (folder / "regels.yaml").write_text(SOME, "utf-8")
    rulebook = load_rulebook(folder / "regels.yaml", shipped=False)
    for name, text in overview(rulebook, load_pipeline()):
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture
def page(browser: Any, folder: Path) -> Iterator[Any]:
    """The overview as a user opens it, under its own content policy; a complaint fails the test."""
    opened = browser.new_page()
    complaints: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.goto((folder / INDEX).as_uri())
    yield opened
    assert complaints == []
    opened.close()


def seen(page: Any) -> list[str]:
    """The ids of the rules that can be seen."""
    found: list[str] = page.eval_on_selector_all(
        "details", "all => all.filter(each => !each.hidden).map(each => each.id)"
    )
    return found


@pytest.mark.parametrize("name", [INDEX, "lange-zin.html", "tangconstructie.html"])
@pytest.mark.parametrize("width", [320, 1100])
def test_axe_finds_nothing(browser: Any, folder: Path, name: str, width: int) -> None:
    context = browser.new_context(bypass_csp=True, viewport={"width": width, "height": 800})
    opened = context.new_page()
    opened.goto((folder / name).as_uri())
    opened.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    results = axe.Axe().run(opened, options=RULES)
    assert results.violations_count == 0, results.generate_report()
    assert opened.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_what_is_typed_chooses_at_once(page: Any) -> None:
    assert page.inner_text("#aantal").endswith(" gevonden")
    page.fill("#zoekwoord", "géven VERSTR")
    assert seen(page) == ["regel-verstrekken"]
    assert page.inner_text("#aantal") == "1 gevonden"
    assert not page.is_visible("#kop-vragen")
    page.keyboard.press("Enter")
    assert page.inner_text("#aantal") == "1 gevonden"


@pytest.mark.parametrize(
    ("name", "value", "ids"),
    [
        ("stand", "voorgesteld", ["regel-wacht"]),
        ("soort", "drempel", ["regel-lang"]),
        ("ernst", "warning", ["regel-verstrekken"]),
        ("lezers", "jongere", ["regel-lang", "regel-verstrekken", "regel-vijandig"]),
    ],
)
def test_a_choice_chooses(page: Any, name: str, value: str, ids: list[str]) -> None:
    page.select_option(f"#kies-{name}", value)
    assert seen(page) == ids
    page.click("button[type=reset]")
    # Not wait_for_function: the page allows no script but its own, and no evaluation of text.
    playwright.expect(page.locator("details:not([hidden])")).to_have_count(4)


def test_it_can_be_used_with_the_keyboard_alone(page: Any) -> None:
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Ga naar de regels"
    page.keyboard.press("Tab")
    page.keyboard.type("abc")
    for _ in range(6):  # four lists, the button, the first rule that is left
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.getElementById('regel-wacht').open")


def test_a_link_opens_its_rule(page: Any, folder: Path) -> None:
    page.goto((folder / INDEX).as_uri() + "#regel-wacht")
    assert page.evaluate("document.getElementById('regel-wacht').open")


def test_a_check_leads_to_its_page_and_back(page: Any) -> None:
    page.click("text=Lange zin")
    assert page.inner_text("h1") == "Lange zin"
    page.click("text=Naar alle regels")
    assert page.inner_text("h1") == "Regels van Brievenbus"


def test_without_a_script_everything_can_be_seen(browser: Any, folder: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto((folder / INDEX).as_uri())
    assert not opened.is_visible("#zoekwoord")
    assert opened.is_visible("#regel-wacht summary")
    context.close()
