"""The page stands alone, cannot be broken by a letter, and tells all it should."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import html as lxml_html

from brievenbus.letter import BlockKind
from brievenbus.report import ChecklistItem, Failure, Report
from brievenbus.reports.html import to_html

from .conftest import ERROR, FAILURE, WORD, build_letter, build_report, find


def tree(page: str) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(page)


def words(element: lxml_html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.fixture
def page(hard: Report, short: Report) -> lxml_html.HtmlElement:
    return tree(to_html([hard, short], [FAILURE]))


def test_the_page_needs_nothing_else(hard: Report) -> None:
    output = to_html([hard])
    page = tree(output)
    assert not page.xpath(
        "//script | //link | //img | //iframe | //@style | //@*[starts-with(name(), 'on')]"
    )
    assert all(link.startswith("#") for link in page.xpath("//@href"))
    assert "url(" not in output
    assert "http:" not in output.replace("http-equiv", "")
    assert "https:" not in output


def test_the_content_policy_allows_only_the_pages_own_style(hard: Report) -> None:
    output = to_html([hard])
    style = re.search(r"<style>(.*?)</style>", output, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style.group(1).encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'" in output


def test_the_page_is_laid_out_for_all(page: lxml_html.HtmlElement) -> None:
    assert page.xpath("/html/@lang") == ["nl"]
    assert len(page.xpath("//main")) == len(page.xpath("//header")) == len(page.xpath("//h1")) == 1
    assert page.xpath("//body/a[1]/@href") == ["#verslag"]
    levels = [int(heading.tag[1]) for heading in page.xpath("//h1|//h2|//h3|//h4")]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert page.xpath("//th[not(@scope)]") == []


def test_ids_are_unique_and_every_link_and_reference_arrives(page: lxml_html.HtmlElement) -> None:
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = [link[1:] for link in page.xpath("//@href")]
    targets += page.xpath("//@aria-details")
    targets += page.xpath("//@aria-labelledby")
    assert set(targets) <= set(ids)


def test_the_text_of_the_letter_is_whole(page: lxml_html.HtmlElement, hard: Report) -> None:
    for link in page.xpath("//*[contains(@class, 'blok')]//a"):
        link.drop_tree()
    shown = [
        block.text_content()
        for block in page.xpath("(//article)[1]//*[@class='brief']/p[contains(@class, 'blok')]")
    ]
    assert shown == [block.text for block in hard.letter.blocks]


def test_every_finding_is_marked_numbered_and_listed(
    page: lxml_html.HtmlElement, hard: Report
) -> None:
    for number, finding in enumerate(hard.findings, start=1):
        assert page.xpath(f"//mark//span[@id='d1-t{number}']")
        assert len(page.xpath(f"//*[@class='brief']//a[@href='#d1-o{number}']")) == 1
        (entry,) = page.xpath(f"//li[@id='d1-o{number}']")
        assert entry.get("value") == str(number)
        for part in (finding.text, finding.message, f"Regel: {finding.rule}"):
            assert part in words(entry)
    entry = page.xpath("//li[@id='d1-o5']")[0]
    assert "7 van de 9 lezers begrepen dit niet." in words(entry)
    assert "Beter: geven" in words(entry)


def test_severity_is_a_word_and_a_symbol(page: lxml_html.HtmlElement) -> None:
    assert "■ fout: beschikking" in words(page.xpath("//li[@id='d1-o13']")[0])
    (link,) = page.xpath("//a[@href='#d1-o13']")
    assert link.text == "■13"
    assert link.get("aria-label") == "Opmerking 13, fout"


def test_the_page_shows_figures_with_source_and_counts(page: lxml_html.HtmlElement) -> None:
    shown = words(page.xpath("//table")[0])
    assert "Jargon 14,5 per 100 woorden" in shown
    assert "heeft naar schatting 53% van alle volwassenen moeite met lezen." in shown
    assert "Geteld: 141 lettergrepen, 76 woorden, 7 zinnen. Bron: Douma 1960." in shown
    assert "Niet getest met lezers." in words(page)
    assert "Regels: 4f1c2a9be07d." in words(page)
    assert "B1" not in words(page)


def test_the_checklist_says_found_missing_or_unknown(page: lxml_html.HtmlElement) -> None:
    shown = words(page.xpath("//table")[1])
    assert "Ja Het onderwerp staat boven de brief." in shown
    assert "Nee Er staat geen telefoonnummer in de brief." in shown
    assert "Niet te bepalen Of er een bedrag nodig is" in shown


def test_several_documents_have_a_contents_list(page: lxml_html.HtmlElement) -> None:
    (nav,) = page.xpath("//nav")
    assert "brief.docx: 17 opmerkingen kort bericht.txt: 0 opmerkingen Niet gelezen" in words(nav)


def test_one_document_has_no_contents_list_and_names_the_page(hard: Report) -> None:
    page = tree(to_html([hard]))
    assert page.xpath("//nav") == []
    assert page.xpath("//title/text()") == ["Nagekeken door Brievenbus: brief.docx"]


def test_files_that_failed_are_listed() -> None:
    page = tree(to_html([], [FAILURE]))
    assert "oud.doc Dit is een oud Word-bestand." in words(page.xpath("//table")[0])


HOSTILE = (
    "</p><script>alert(1)</script> <img src=x onerror=alert(2)> \x00 \u202etxet\u202c "
    "{{ 7*7 }} {% raw %} \" ' & &lt;b&gt; </style> verstrekken"
)


def test_a_hostile_letter_stays_text() -> None:
    letter = build_letter(f"{HOSTILE}.docx", [(kind, HOSTILE) for kind in BlockKind])
    values = {"category": WORD, "severity": ERROR, "message": HOSTILE, "suggestions": (HOSTILE,)}
    findings = find(letter, "<script>.*?</script>|verstrekken", rule=HOSTILE, **values)
    report = build_report(
        replace(letter, warnings=(HOSTILE,)),
        findings,
        checklist=(ChecklistItem("x", False, HOSTILE),),
    )
    output = to_html([report], [Failure(HOSTILE, HOSTILE)])
    page = tree(output)
    assert not page.xpath("//script | //img | //b | //article//style | //@onerror")
    assert not set("\x00\u202e\u202c") & set(output)
    assert "{{ 7*7 }}" in words(page)
    shown = page.xpath("//*[@class='blok paragraph']")[0].text_content()
    assert "</p>" in shown
    assert "&lt;b&gt;" in shown


def test_a_finding_without_words_is_listed_without_a_way_back(hard: Report) -> None:
    empty = replace(hard.findings[0], end=hard.findings[0].start, text="")
    page = tree(to_html([replace(hard, findings=(empty,))]))
    assert page.xpath("//li[@id='d1-o1']")
    assert page.xpath("//li[@id='d1-o1']//a") == []


def test_without_text_no_word_of_the_letter_is_left(hard: Report) -> None:
    output = to_html([hard], without_text=True)
    page = tree(output)
    assert "De tekst van de brief staat niet in dit verslag." in words(page)
    assert not page.xpath("//mark | //*[@class='brief'] | //q")
    assert "Regel: verstrekken" in words(page)
    for word in ("Voorbeeld", "aanleiding van", "IB-aangifte", "bijstand", "formulier"):
        assert word not in output
