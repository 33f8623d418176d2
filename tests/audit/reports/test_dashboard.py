"""The overview stands alone, cannot be broken by a letter, and says first what helps most."""

from __future__ import annotations

import base64
import hashlib
import re
from itertools import pairwise

import pytest
from lxml import html as lxml_html

from brievenbus.audit.reports.dashboard import to_dashboard
from brievenbus.audit.reports.material import Material, gather
from brievenbus.audit.sources import Missed
from brievenbus.audit.view import AuditView

from .conftest import HOSTILE, MOMENT, Audited, Build, finding, record, rows_of


def tree(page: str) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(page)


def words(element: lxml_html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def dashboard(view: AuditView) -> str:
    return to_dashboard(gather(view), MOMENT)


@pytest.fixture
def output(material: Material) -> str:
    return to_dashboard(material, MOMENT)


@pytest.fixture
def page(output: str) -> lxml_html.HtmlElement:
    return tree(output)


def section(page: lxml_html.HtmlElement, name: str) -> lxml_html.HtmlElement:
    [found] = page.xpath(f"//section[@aria-labelledby='{name}']")
    return found


def test_the_page_needs_nothing_else(output: str) -> None:
    page = tree(output)
    assert not page.xpath(
        "//script | //link | //img | //iframe | //@style | //@*[starts-with(name(), 'on')]"
    )
    assert all(link.startswith("#") for link in page.xpath("//@href"))
    assert "url(" not in output
    assert "http:" not in output.replace("http-equiv", "")
    assert "https:" not in output


def test_the_content_policy_allows_only_the_pages_own_style(output: str) -> None:
    style = re.search(r"<style>(.*?)</style>", output, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style.group(1).encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'" in output


def test_the_page_is_laid_out_for_all(page: lxml_html.HtmlElement) -> None:
    assert page.xpath("/html/@lang") == ["nl"]
    assert len(page.xpath("//main")) == len(page.xpath("//header")) == len(page.xpath("//h1")) == 1
    assert page.xpath("//body/a[1]/@href") == ["#overzicht"]
    levels = [int(heading.tag[1]) for heading in page.xpath("//h1|//h2|//h3|//h4")]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert page.xpath("//th[not(@scope)]") == []


def test_ids_are_unique_and_every_link_and_reference_arrives(page: lxml_html.HtmlElement) -> None:
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = [link[1:] for link in page.xpath("//@href")]
    targets += " ".join(page.xpath("//@aria-labelledby")).split()
    assert set(targets) <= set(ids)


def test_it_begins_with_where_to_begin(page: lxml_html.HtmlElement) -> None:
    first = words(section(page, "kort"))
    assert re.search(r"Begin met de \d+ alinea’s hieronder\. Daar zit \d+% van alles", first)
    assert "9 brieven zijn nagekeken, met samen" in first
    assert "1 bestand kon Brievenbus niet nakijken. Onderaan leest u waarom." in first
    assert "niveau 3 of 4 van LiNT-II" in first
    assert "Hoger is moeilijker." in first


def test_repeated_passages_come_first(page: lxml_html.HtmlElement, material: Material) -> None:
    titles = [words(heading) for heading in page.xpath("//main//h2")]
    assert titles[:3] == ["In het kort", "Op deze pagina", "Herschrijf deze alinea’s eerst"]
    shown = section(page, "alineas")
    best = material.passages[0]
    cards = shown.xpath(".//ol/li")
    assert len(cards) == min(10, len(material.passages))
    assert f"Herschrijf deze ene alinea, en {best.letters} brieven worden beter." in words(cards[0])
    assert best.text
    assert " ".join(best.text.split())[:100] in words(cards[0])


def test_near_duplicates_are_one_passage(material: Material) -> None:
    assert any(row.variants == 2 and row.letters == 3 for row in material.passages)


def test_every_chart_has_a_name_words_and_a_table_with_the_same_figures(
    page: lxml_html.HtmlElement,
) -> None:
    figures = page.xpath("//figure")
    assert len(figures) >= 4
    for figure in figures:
        [svg] = figure.xpath("svg[@role='img']")
        named = [
            words(svg.xpath(f".//*[@id='{each}']")[0])
            for each in svg.get("aria-labelledby").split()
        ]
        assert all(named)
        table = words(figure.getparent().xpath(".//table")[0])
        for value in svg.xpath("text[@class='waarde']/text()"):
            numbers = re.findall(r"[\d.,]+%?", value)
            assert numbers
            assert all(number in table for number in numbers)
            assert value in named[1]


def test_longest_bar_fills_the_width(page: lxml_html.HtmlElement) -> None:
    widths = page.xpath("//*[@id='g-alineas-naam']/../rect[contains(@class, 'staaf')]/@width")
    assert widths[0] == "100.00%"
    assert widths == sorted(widths, key=lambda each: -float(each[:-1]))


def test_letters_rules_checklist_and_folders_are_there(page: lxml_html.HtmlElement) -> None:
    assert "brief kwijtschelding.docx" in words(section(page, "moeilijk"))
    assert "brief kwijtschelding.docx" in words(section(page, "jargon"))
    rules = words(section(page, "regels"))
    assert "Lange zin" in rules
    assert "▲ let op" in rules
    assert "Niet in orde" in words(section(page, "controlelijst"))
    folders = words(section(page, "mappen"))
    assert "Werk & inkomen" in folders
    assert "(de map zelf)" in folders
    assert "oud.docx" in words(section(page, "niet-gelezen"))


def test_it_says_how_it_was_counted_and_that_no_reader_tested_it(
    page: lxml_html.HtmlElement,
) -> None:
    counted = words(section(page, "telling"))
    assert "een fout weegt 3, een let op weegt 2 en een tip weegt 0" in counted
    assert "De niveaus beginnen bij 34, 46 en 58." in counted
    assert words(page.xpath("//footer")[0]) == "Niet getest met lezers."
    assert "B1" not in words(page)


def test_the_first_audit_has_nothing_to_compare_with(page: lxml_html.HtmlElement) -> None:
    assert "Dit is de eerste keer." in words(section(page, "vooruitgang"))


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (
            60.0,
            "De gemiddelde score ging van 60,0 naar 52,0. De brieven zijn makkelijker dan op 3 mei 2026.",
        ),
        (50.0, "De brieven zijn moeilijker dan op 3 mei 2026."),
        (52.01, "De gemiddelde score is 52,0. Dat is gelijk aan die van 3 mei 2026."),
    ],
)
def test_progress_since_the_last_audit(build: Build, before: float, said: str) -> None:
    history = [
        ("2026-05-03T10:00:00+00:00", 2, 50, before, 5.0, 1, 9),
        ("2026-11-22T09:30:00+00:00", 1, 25, 52.0, 4.0, 0, 1),
    ]
    page = tree(dashboard(build([record("a.docx")], history=history)))
    shown = words(section(page, "vooruitgang"))
    assert said in shown
    assert "Per brief was er gemiddeld 5,0 keer fout of let op. Nu is dat 1,0 keer." in shown
    assert "22 november 2026" in shown


def test_an_empty_folder_gives_a_page(build: Build) -> None:
    page = tree(dashboard(build([], [Missed("x", "Deze map mag niet worden gelezen.")])))
    assert "Er zijn geen brieven gevonden in deze map." in words(page)
    assert "Deze map mag niet worden gelezen." in words(section(page, "niet-gelezen"))


def test_without_repeated_passages_the_hardest_letters_come_first(build: Build) -> None:
    page = tree(dashboard(build([record("a.docx", "Een zin."), record("b.docx", "Nog een zin.")])))
    assert "Begin dan met de moeilijkste brieven." in words(section(page, "kort"))
    assert not page.xpath("//h2[@id='alineas']")


def test_unmeasured_letters_are_named_as_such(build: Build) -> None:
    scores = {**record("")["scores"], "lint": None}
    view = build([record("a.docx"), record("b.docx", scores=scores, not_scored="Te kort.")])
    shown = words(section(tree(dashboard(view)), "niveaus"))
    assert "Niet gemeten 1 50% –" in shown


def test_new_findings_are_told_only_where_there_is_a_baseline(build: Build) -> None:
    assert "--baseline" not in dashboard(build([record("a.docx")]))
    compared = [record("a.docx", findings=[finding(new=False), finding(new=True)])]
    assert "1 opmerking is nieuw of erger dan in het bestand van --baseline." in words(
        tree(dashboard(build(compared)))
    )


def test_large_numbers_are_read_the_dutch_way(build: Build) -> None:
    view = build([record("a.docx"), record("b.docx")], print_run=1_400)
    assert "5.600 (100% van alles)" in words(tree(dashboard(view)))


def test_hostile_letters_stay_text(build: Build) -> None:
    hostile = [
        record(
            f"{HOSTILE}{number}/{HOSTILE}.docx",
            HOSTILE,
            findings=[finding(HOSTILE, rule=HOSTILE, message=HOSTILE)],
        )
        for number in range(2)
    ]
    output = dashboard(build(hostile, [Missed(HOSTILE, HOSTILE)], folder=HOSTILE))
    page = tree(output)
    assert not page.xpath("//script | //img | //b | //@onerror | //body//style")
    assert not set("\x00\u202e\u202c") & set(output)
    assert "{{ 7*7 }}" in words(page)
    assert "</p><script>" in page.xpath("//blockquote")[0].text_content()


def test_without_text_no_word_of_the_letters_is_left(untold: Audited, audited: Audited) -> None:
    output = dashboard(untold.view)
    assert "De tekst van de brieven staat niet in dit overzicht." in words(tree(output))
    assert not tree(output).xpath("//blockquote")
    assert "Alinea 1" in output
    assert [row for row in rows_of(audited.view) if row in output] == []


def test_with_text_there_are(output: str, audited: Audited) -> None:
    assert [row for row in rows_of(audited.view) if row in output]
