"""The overview of rules stands alone, shows all of each rule, and cannot be broken by one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html as lxml_html

from brievenbus.checks.letter import ITEMS
from brievenbus.checks.registry import ALL_CHECKS
from brievenbus.dutch.pipeline import load_pipeline
from brievenbus.reports.pages import digest
from brievenbus.reports.rulepages import INDEX, is_overview, overview
from brievenbus.reports.ruletexts import rule_word, texts
from brievenbus.rulebook import RuleKind, load_rulebook
from brievenbus.rulebook.profiles import threshold_names

DAY = "2026-11-21"
HOSTILE = "</script><img src=x onerror=alert(1)> \u202e & {{ 7 * 7 }}"
REST = f"ernst: tip, herkomst: {{bron: redactie, datum: {DAY}}}"
RULES = f"""
- id: verstrekken
  soort: woord
  zoek: verstrekken
  woordsoort: werkwoord
  kies: [geven]
  uitleg: "Geven is korter."
  niet_bij: [verstrekkende gevolgen]
  ernst: let op
  fout: "Wij verstrekken u een brief."
  goed: "Wij geven u een brief."
  herkomst: {{bron: panel, sessie: s1, gelezen: 9, struikelden: 7, besluit: b1, datum: {DAY}}}
- {{id: vijandig, soort: woord, zoek: xyz, kies: x, uitleg: "{HOSTILE}", fout: "De xyz <b>.", goed: "y", {REST}}}
- {{id: wacht, soort: woord, zoek: abc, kies: x, uitleg: u, fout: "De abc.", goed: "y", {REST}, doelgroep: raad,
   besluiten: [{{wat: voorgesteld, door: An, datum: {DAY}, reden: nieuw}}]}}
- {{id: lang, soort: drempel, maat: woorden_per_zin, grens: lange_zin, uitleg: u, fout: x, goed: "y", {REST}}}
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("regels")
    (folder / "a.yaml").write_text(RULES, "utf-8")
    (folder / "b.yaml").write_text("- {id: lang, uit: true, doelgroep: raad}\n", "utf-8")
    rulebook = load_rulebook(folder / "a.yaml", folder / "b.yaml", shipped=False)
    assert rulebook.errors == ()
    return dict(overview(rulebook, load_pipeline(), {"wijk": {"lange_zin": 9}}))


@pytest.fixture(scope="module")
def index(pages: dict[str, str]) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(pages[INDEX])


def words(element: lxml_html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_there_is_a_page_for_each_check(pages: dict[str, str]) -> None:
    assert list(pages) == [INDEX, *(f"{check.id}.html" for check in ALL_CHECKS)]
    assert all(is_overview(page) for page in pages.values())


def test_the_pages_need_nothing_else(pages: dict[str, str]) -> None:
    for name, text in pages.items():
        page = lxml_html.document_fromstring(text)
        assert not page.xpath(
            "//link | //img | //iframe | //@style | //@*[starts-with(name(), 'on')]"
        )
        links = {link for link in page.xpath("//@href") if not link.startswith("#")}
        assert links <= set(pages)
        assert not page.xpath("//@src | //@action")
        assert "http:" not in text.replace("http-equiv", "") and "https:" not in text
        assert len(page.xpath("//script")) == (1 if name == INDEX else 0)


def test_the_content_policy_allows_only_the_pages_own_parts(pages: dict[str, str]) -> None:
    for name, text in pages.items():
        page = lxml_html.document_fromstring(text)
        (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        style = re.search("<style>(.*?)</style>", text, re.DOTALL)
        assert style
        parts = ["default-src 'none'", f"style-src 'sha256-{digest(style[1])}'"]
        script = re.search("<script>(.*?)</script>", text, re.DOTALL)
        assert (script is not None) == (name == INDEX)
        if script:
            parts.append(f"script-src 'sha256-{digest(script[1])}'")
        assert policy == "; ".join([*parts, "base-uri 'none'", "form-action 'none'"])


def test_what_a_rule_says_is_only_text(pages: dict[str, str], index: lxml_html.HtmlElement) -> None:
    rule = index.get_element_by_id("regel-vijandig")
    shown = HOSTILE.replace("\u202e", "\ufffd")
    assert shown in words(rule)
    assert not rule.xpath(".//img | .//script | .//b")
    assert "\u202e" not in pages[INDEX]
    assert words(rule.xpath(".//mark")[0]) == "xyz"


def test_a_rule_is_shown_with_all_that_belongs_to_it(index: lxml_html.HtmlElement) -> None:
    rule = index.get_element_by_id("regel-verstrekken")
    assert words(rule.xpath("./summary")[0]) == "verstrekken verstrekken → geven"
    text = words(rule)
    for said in (
        "verstrekken (werkwoord)",
        "Geven is korter.",
        "verstrekkende gevolgen",
        "Wij verstrekken u een brief. Met het voorstel: Wij geven u een brief.",
        "7 van de 9 lezers begrepen dit niet.",
        "21 november 2026",
        "a.yaml, regel 2",
    ):
        assert said in text
    assert [words(mark) for mark in rule.xpath(".//mark")] == ["verstrekken"]
    assert rule.xpath(".//mark/@class") == ["let-op"]


def test_rules_can_be_chosen_by_what_they_are(index: lxml_html.HtmlElement) -> None:
    wait, long = (index.get_element_by_id(f"regel-{name}").attrib for name in ("wacht", "lang"))
    assert (wait["data-soort"], wait["data-ernst"], wait["data-stand"]) == (
        "woord",
        "note",
        "voorgesteld",
    )
    assert wait["data-lezers"] == "raad"
    assert long["data-lezers"] == "inwoner|laaggeletterd|jongere|ondernemer|professional|wijk"
    for name in ("soort", "ernst", "lezers", "stand"):
        choices = set(index.xpath(f"//select[@name='{name}']/option/@value"))
        used = {each for value in index.xpath(f"//@data-{name}") for each in value.split("|")}
        assert used <= choices
    assert {each.value for each in RuleKind} <= set(index.xpath("//select[@name='soort']//@value"))


def test_the_file_names_no_folder(pages: dict[str, str], tmp_path: Path) -> None:
    assert str(tmp_path.parent) not in pages[INDEX]


def test_every_check_and_question_is_listed(index: lxml_html.HtmlElement) -> None:
    links = index.xpath("//li[@data-soort='controle']/a/@href")
    assert links == [f"{check.id}.html" for check in ALL_CHECKS]
    items = index.xpath("//li[@data-soort='brief']/@id")
    assert items == [f"brief-{item}" for item in ITEMS]


def test_the_page_of_a_check_has_its_anti_pattern_marked(pages: dict[str, str]) -> None:
    for check in ALL_CHECKS:
        page = lxml_html.document_fromstring(pages[f"{check.id}.html"])
        text = words(page)
        for said in (check.page.reason, check.page.source, *check.page.wrong, *check.page.right):
            assert " ".join(said.split()) in text
        assert len(page.xpath("//h1")) == 1
        wrong = page.xpath("//h2[.='Zo niet']/following-sibling::*")
        assert page.xpath("//mark"), check.id
        assert any("ernst" in (each.get("class") or "") for part in wrong for each in part)
        headings = page.xpath("//table//th[@scope='col']")
        assert len(headings) == (len(check.page.thresholds) + 1 if check.page.thresholds else 0)


def test_the_page_of_a_check_has_the_limits_of_all_readers(pages: dict[str, str]) -> None:
    page = lxml_html.document_fromstring(pages["lange-zin.html"])
    rows = {words(row[0]): words(row[1]) for row in page.xpath("//tbody/tr")}
    assert rows["Inwoners van de gemeente"] == "20"
    assert rows["wijk"] == "9"


def test_there_are_words_for_everything() -> None:
    assert set(texts()["punt"]) == set(ITEMS)
    assert set(texts()["grens"]) == set(threshold_names())
    kinds = {each.value for each in RuleKind} | {"controle", "brief"}
    assert set(texts()["soort"]) == set(texts()["overzicht"]["soorten"]) == kinds
    assert rule_word("overzicht.gevonden", aantal=1) == "1 gevonden"
