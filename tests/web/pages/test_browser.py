"""The pages in a real browser, against a real server."""

from __future__ import annotations

import base64
import re
from pathlib import Path
from typing import Any

import docx
import pytest

from brievenbus.documents import read

from .conftest import ORIGINAL, check_file, check_text

playwright = pytest.importorskip(
    "playwright.sync_api", reason="Playwright ontbreekt: installeer de extra 'test'."
)
pytestmark = pytest.mark.systeem

NARROW = {"width": 320, "height": 640}
LETTER = "Wij verstrekken u informatie. Dit is derhalve alles.\n\nU dient te betalen."

DROP = """([name, content]) => {
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  const carried = new DataTransfer();
  carried.items.add(new File([bytes], name));
  for (const kind of ["dragenter", "dragover", "drop"]) {
    document.querySelector("main").dispatchEvent(
      new DragEvent(kind, { dataTransfer: carried, bubbles: true, cancelable: true }));
  }
}"""

FINDINGS = "Opmerkingen"


def moved(page: Any, name: str) -> tuple[float, float]:
    """From what to what a figure moved, as the page says."""
    line = page.locator("#beweging li").filter(has_text=name).inner_text()
    old, new = re.findall(r"\d+(?:,\d+)?", line.removeprefix(name).split("woorden")[-1])[-2:]
    return float(old.replace(",", ".")), float(new.replace(",", "."))


def take(page: Any, which: int = 0) -> str:
    """Take the first suggestion of a card over; return what it was."""
    button = page.locator("button[name=neem]").nth(which)
    word: str = button.inner_text()
    button.click()
    page.wait_for_selector("#stap")
    return word


def text_of(path: Path) -> str:
    return read(path).text


def test_a_dropped_letter_is_checked_and_shown_as_it_looks(page: Any, samples: Path) -> None:
    content = base64.b64encode((samples / ORIGINAL).read_bytes()).decode()
    page.goto("/")
    page.evaluate(DROP, [ORIGINAL, content])
    assert f"Gekozen: {ORIGINAL}" in page.locator("[data-val]").inner_text()
    page.click("main button[type=submit]")
    page.wait_for_selector("#brief")
    assert page.title() == f"Uitslag van {ORIGINAL} - Brievenbus"
    assert "Kwikstaartlaantje 27" in page.locator(".bb-blok--address").inner_text()
    assert "PV-2026-0456" in page.locator(".bb-blok--reference").inner_text()
    assert page.locator(".bb-brief mark").count() > 20
    assert page.locator(".bb-maat--lint").inner_text().split("\n\n")[:2] == [
        "LiNT-II",
        "niveau 4 van 4",
    ]


def test_a_number_in_the_letter_shows_why_and_what_to_choose(page: Any) -> None:
    check_text(page, LETTER)
    page.locator(".bb-brief .bb-nummer").first.click()
    card = page.locator(":focus")
    assert card.get_attribute("data-kaart") == "1"
    assert "geven" in card.inner_text()
    page.keyboard.press("Escape")
    assert page.locator(":focus").get_attribute("id") == "t1"


def test_a_click_on_the_words_shows_their_finding(page: Any) -> None:
    check_text(page, LETTER)
    page.locator(".bb-brief mark", has_text="derhalve").click()
    assert "derhalve" in page.locator(":focus").inner_text()


def test_a_suggestion_taken_over_moves_the_score_and_stands_in_the_letter(
    page: Any, samples: Path
) -> None:
    check_file(page, samples / ORIGINAL)
    before = page.locator(".bb-brief").inner_text()
    word = take(page)
    old, new = moved(page, FINDINGS)
    assert new < old
    assert moved(page, "Jargon")[1] < moved(page, "Jargon")[0]
    assert page.locator(".bb-brief").inner_text() != before
    assert word in page.locator("#stap").inner_text()
    assert page.locator(".bb-kaart").count() == new
    playwright.expect(page.locator("#stem")).to_contain_text("Overgenomen")


def test_what_was_taken_over_is_a_tracked_change_in_every_download(
    page: Any, samples: Path, tmp_path: Path
) -> None:
    check_file(page, samples / ORIGINAL)
    word = take(page)
    found = {}
    for which in ("opmerkingen", "voorstellen", "overgenomen"):
        with page.expect_download() as download:
            page.click(f"button[value={which}]")
        path = tmp_path / download.value.suggested_filename
        download.value.save_as(path)
        opened = docx.Document(str(path))
        xml = opened.element.xml
        found[which] = (len(list(opened.comments)), xml.count("<w:ins "))
        assert word in text_of(path)
        assert xml.count("<w:del ") > 0
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "parkeervergunning-origineel.bijgewerkt.docx",
        "parkeervergunning-origineel.nagekeken.docx",
        "parkeervergunning-origineel.voorstellen.docx",
    ]
    assert found["opmerkingen"][0] > 20
    assert found["overgenomen"][0] == 0
    assert found["opmerkingen"][1] == found["overgenomen"][1]
    assert found["voorstellen"][1] > found["overgenomen"][1]
    playwright.expect(page.locator("#stem")).to_contain_text("Uw bestand staat klaar")


def test_pasted_text_can_be_mended_and_downloaded(page: Any, tmp_path: Path) -> None:
    check_text(page, LETTER)
    assert take(page) == "geven"
    with page.expect_download() as download:
        page.click("button[value=tekst]")
    download.value.save_as(tmp_path / "brief.txt")
    assert (tmp_path / "brief.txt").read_text("utf-8") == LETTER.replace("verstrekken", "geven")


def test_several_steps_tell_how_far_it_came_since_the_beginning(page: Any) -> None:
    check_text(page, LETTER)
    take(page)
    page.evaluate("document.getElementById('stap').remove()")
    take(page)
    assert "U nam 2 voorstellen over." in page.locator("#stap").inner_text()


def test_back_puts_the_former_letter_back(page: Any) -> None:
    check_text(page, LETTER)
    take(page)
    assert "verstrekken" not in page.locator(".bb-brief").inner_text()
    page.go_back()
    assert "verstrekken" in page.locator(".bb-brief").inner_text()
    assert page.locator("#stap").count() == 0
    page.go_back()
    assert page.locator("#tekst").input_value() == LETTER
    page.go_forward()
    page.go_forward()
    assert "verstrekken" not in page.locator(".bb-brief").inner_text()
    page.click("[data-ongedaan]")
    playwright.expect(page.locator("#stap")).to_have_count(0)
    assert "verstrekken" in page.locator(".bb-brief").inner_text()


def test_two_tabs_do_not_know_each_other(page: Any) -> None:
    other = page.context.new_page()
    check_text(page, LETTER)
    check_text(other, "Wij berichten u inzake de vergunning.")
    take(page)
    assert "vergunning" in other.locator(".bb-brief").inner_text()
    assert "vergunning" not in page.locator(".bb-brief").inner_text()
    take(other)
    assert "geven" in page.locator(".bb-brief").inner_text()


def test_two_versions_are_put_beside_each_other(page: Any, samples: Path) -> None:
    page.goto("/vergelijken")
    page.set_input_files("#oud_bestand", samples / ORIGINAL)
    page.set_input_files("#nieuw_bestand", samples / "parkeervergunning-herschreven.docx")
    page.click("main button[type=submit]")
    page.wait_for_selector(".bb-namen")
    row = page.locator("tr").filter(has=page.locator("th", has_text="LiNT")).inner_text()
    old, new = (float(each.replace(",", ".")) for each in re.findall(r"\d+,\d", row))
    assert new < old
    assert row.strip().endswith("beter")


def test_the_letter_at_hand_can_be_compared_with_its_former_version(
    page: Any, samples: Path
) -> None:
    check_file(page, samples / "parkeervergunning-herschreven.docx")
    page.click("text=Vergelijk met een andere versie")
    page.wait_for_selector("#oud_bestand", state="attached")
    page.set_input_files("#oud_bestand", samples / ORIGINAL)
    page.click("main button[type=submit]")
    page.wait_for_selector(".bb-namen")
    assert page.locator(".bb-namen dd").all_inner_texts() == [
        ORIGINAL,
        "parkeervergunning-herschreven.docx",
    ]


def test_other_readers_can_be_chosen_for_the_same_letter(page: Any, samples: Path) -> None:
    check_file(page, samples / ORIGINAL)
    page.click("summary:has-text('Kijk opnieuw na')")
    page.select_option("#andere_lezers", "professional")
    page.check("#andere_soort-text")
    page.click("button[name=opnieuw]")
    page.wait_for_selector("text=Mensen die dit voor hun werk lezen. Als losse tekst.")
    assert page.locator("#staat-erin").count() == 0


def test_everything_can_be_done_with_the_keyboard(page: Any) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Ga naar de inhoud"
    page.keyboard.press("Enter")
    until(page, "tekst")
    page.keyboard.type(LETTER)
    until(page, "", "Kijk na")
    page.keyboard.press("Enter")
    page.wait_for_selector("#brief")
    assert page.locator(":focus").get_attribute("id") == "titel"
    until(page, "t1")
    page.keyboard.press("Enter")
    assert page.locator(":focus").get_attribute("id") == "o1"
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "geven"
    page.keyboard.press("Enter")
    page.wait_for_selector("#stap")
    assert page.locator(":focus").get_attribute("class").startswith("bb-kaart")
    until(page, "", "De tekst")
    with page.expect_download():
        page.keyboard.press("Enter")


def until(page: Any, id_: str, words: str = "") -> None:
    """Go on with Tab until the focus is where it should be; each stop can be seen."""
    for _ in range(120):
        page.keyboard.press("Tab")
        focus = page.locator(":focus")
        if focus.count() == 0:
            continue
        box = focus.evaluate("e => getComputedStyle(e).outlineStyle")
        assert box != "none" or focus.get_attribute("type") in ("file", None)
        if (id_ and focus.get_attribute("id") == id_) or (words and focus.inner_text() == words):
            return
    raise AssertionError(f"Met Tab niet te bereiken: {id_ or words}")


def test_on_a_narrow_screen_a_finding_opens_in_a_window_that_escape_closes(page: Any) -> None:
    page.set_viewport_size(NARROW)
    check_text(page, LETTER)
    page.locator(".bb-brief .bb-nummer").first.click()
    window = page.locator("dialog[open]")
    assert "verstrekken" in window.inner_text()
    for _ in range(8):
        page.keyboard.press("Tab")
        inside = page.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        )
        assert inside
    page.keyboard.press("Escape")
    assert page.locator("dialog[open]").count() == 0
    assert page.locator(":focus").get_attribute("id") == "t1"
    assert page.locator(".bb-kaarten #o1").count() == 1
    page.locator(".bb-brief .bb-nummer").first.click()
    page.locator("dialog[open] button[name=neem]").first.click()
    page.wait_for_selector("#stap")
    assert page.locator(":focus").get_attribute("id") == "stap"


PLACES = ["/", "/vergelijken", "/regels", "/regels/lange-zin", "/uitleg", "/bestaat-niet"]


@pytest.mark.parametrize("place", PLACES)
def test_pages_do_not_scroll_sideways_at_320_pixels(page: Any, place: str) -> None:
    page.set_viewport_size(NARROW)
    page.goto(place)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_result_does_not_scroll_sideways_at_320_pixels(page: Any, samples: Path) -> None:
    page.set_viewport_size(NARROW)
    check_file(page, samples / "bijzondere-bijstand-origineel.docx")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    take_narrow = page.locator("button[name=neem]").first
    take_narrow.click()
    page.wait_for_selector("#stap")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_at_400_percent_nothing_is_lost(browser: Any, server: Any, samples: Path) -> None:
    """A window of 1280 by 1024 at 400 percent is one of 320 by 256 with four device pixels for one."""
    context = browser.new_context(
        base_url=server.url, viewport={"width": 320, "height": 256}, device_scale_factor=4
    )
    page = context.new_page()
    check_file(page, samples / ORIGINAL)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.locator(".bb-brief .bb-nummer").first.click()
    window = page.locator("dialog[open]").bounding_box()
    assert window["y"] >= 0
    assert window["y"] + window["height"] <= 256
    context.close()


def test_without_script_the_road_is_the_same(browser: Any, server: Any, samples: Path) -> None:
    context = browser.new_context(base_url=server.url, java_script_enabled=False)
    page = context.new_page()
    check_file(page, samples / ORIGINAL)
    findings = page.locator(".bb-kaart").count()
    page.locator(".bb-brief .bb-nummer").first.click()
    assert page.url.endswith("#o1")
    take(page, 1)
    assert page.locator(".bb-kaart").count() == findings - 1
    assert page.locator("#beweging li").count() == 3
    with page.expect_download() as download:
        page.click("button[value=voorstellen]")
    assert download.value.suggested_filename == "parkeervergunning-origineel.voorstellen.docx"
    page.click("text=Vergelijk met een andere versie")
    assert f"die u net nakeek: {ORIGINAL}" in page.locator("main").inner_text()
    page.fill("#oud_tekst", LETTER)
    page.click("main button[type=submit]")
    assert page.locator(".bb-namen").count() == 1
    context.close()


def test_an_empty_form_says_what_to_do_and_leads_to_the_field(page: Any) -> None:
    page.goto("/")
    page.click("main button[type=submit]")
    page.wait_for_selector("#foutbericht")
    assert page.title() == "Fout: Kijk een brief na - Brievenbus"
    assert page.locator(":focus").get_attribute("class").startswith("utrecht-alert")
    page.click("#foutbericht")
    assert page.locator(":focus").get_attribute("id") == "bestand"
    assert page.locator("#bestand").get_attribute("aria-invalid") == "true"
    described = page.locator("#bestand").get_attribute("aria-describedby").split()
    assert page.locator(f"#{described[-1]}").inner_text() == "Kies een bestand of plak een tekst."


def test_a_letter_that_cannot_be_read_is_told_on_the_form(page: Any, tmp_path: Path) -> None:
    (tmp_path / "brief.pdf").write_bytes(b"%PDF-1.7 niets")
    page.goto("/")
    page.select_option("#lezers", "jongere")
    page.set_input_files("#bestand", tmp_path / "brief.pdf")
    page.click("main button[type=submit]")
    page.wait_for_selector("#foutbericht")
    assert "Dit is een pdf." in page.locator("#foutbericht").inner_text()
    assert "Kies het bestand daarna opnieuw." in page.locator(".bb-fouten").inner_text()
    assert page.locator("#lezers").input_value() == "jongere"


def test_a_file_that_is_too_large_is_told_before_it_is_sent(page: Any, tmp_path: Path) -> None:
    (tmp_path / "groot.txt").write_bytes(b"a" * 20_100_000)
    page.goto("/")
    page.set_input_files("#bestand", tmp_path / "groot.txt")
    assert "groter dan 20 MB" in page.locator("[data-bericht]").first.inner_text()


def test_a_step_that_fails_leaves_the_letter_on_the_screen(page: Any) -> None:
    check_text(page, LETTER)
    page.evaluate("document.querySelector('#staat [name=formulier]').value = 'vervallen'")
    page.locator("button[name=neem]").first.click()
    page.wait_for_selector("#klacht")
    assert "Dit formulier is verlopen." in page.locator("#klacht").inner_text()
    assert page.locator(":focus").get_attribute("id") == "klacht"
    assert "verstrekken" in page.locator(".bb-brief").inner_text()


EVIL = "<script>document.title='mis'</script><img src=x onerror=\"document.title='mis'\">"


def without_numbers(page: Any) -> str:
    """The letter on the page as it was written."""
    page.evaluate("document.querySelectorAll('.bb-brief .bb-nummer').forEach(e => e.remove())")
    text: str = page.locator(".bb-brief").inner_text()
    return text


def test_markup_in_a_text_or_a_name_is_shown_as_text(page: Any, tmp_path: Path) -> None:
    check_text(page, f"Wij verstrekken {EVIL} u informatie {{{{ 7*7 }}}} </textarea> \"'>.")
    assert EVIL in without_numbers(page)
    take(page)
    assert EVIL in without_numbers(page)
    assert page.locator(".bb-brief img, .bb-brief script").count() == 0
    name = "<img src=x onerror=alert(1)>'&.txt"
    (tmp_path / name).write_text(LETTER, "utf-8")
    check_file(page, tmp_path / name)
    assert name in page.locator("h1").inner_text()
    assert page.title() == f"Uitslag van {name} - Brievenbus"
    page.goto(f"/regels?zoek={EVIL}")
    assert page.locator("#zoek").input_value() == EVIL


def test_the_letter_and_its_findings_print(page: Any) -> None:
    check_text(page, LETTER)
    page.emulate_media(media="print")
    assert page.locator(".utrecht-page-header").is_hidden()
    assert page.locator("#doen").is_hidden()
    assert page.locator(".bb-kaart").first.is_visible()
    colours = page.evaluate(
        "[...document.querySelectorAll('.bb-brief, .bb-kaart')].map(e => getComputedStyle(e).color)"
    )
    assert set(colours) == {"rgb(0, 0, 0)"}
    assert page.pdf().startswith(b"%PDF")


def test_weights_can_be_hidden(page: Any, samples: Path) -> None:
    check_file(page, samples / ORIGINAL)
    page.uncheck("#toon-let-op")
    assert page.locator(".bb-kaart--let-op:visible").count() == 0
    assert page.locator(".bb-kaart--tip:visible").count() > 0


def test_lists_tables_and_headings_are_what_they_are(page: Any, tmp_path: Path) -> None:
    made = docx.Document()
    made.add_paragraph("Geachte heer Voorbeeld,")
    made.add_heading("Wat krijgt u?", 1)
    made.add_paragraph("U krijgt geld van ons, en dit zijn de bedragen voor het komende jaar.")
    table = made.add_table(2, 2)
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells),
        ("Maand", "Bedrag", "Januari", "€ 10"),
        strict=True,
    ):
        cell.text = text
    made.add_paragraph("een kopie van uw paspoort", style="List Bullet")
    made.add_paragraph("een pasfoto", style="List Bullet")
    made.save(str(tmp_path / "brief.docx"))
    check_file(page, tmp_path / "brief.docx")
    assert page.locator(".bb-brief h3").inner_text() == "Wat krijgt u?"
    rows = page.locator(".bb-brief tr").all_inner_texts()
    assert [row.split() for row in rows] == [["Maand", "Bedrag"], ["Januari", "€", "10"]]
    assert page.locator(".bb-brief li").count() == 2


def test_a_place_that_word_keeps_for_itself_is_told(page: Any, tmp_path: Path) -> None:
    made = docx.Document()
    made.add_paragraph("Geachte heer,")
    made.add_paragraph("Wij sturen u dit vandaag. Wij ")._p.append(field("verstrekken"))
    made.save(str(tmp_path / "veld.docx"))
    check_file(page, tmp_path / "veld.docx")
    card = page.locator(".bb-kaart", has_text="verstrekken").inner_text()
    assert "Op deze plek kan Brievenbus niets veranderen." in card
    assert page.locator(".bb-kaart", has_text="verstrekken").locator("button").count() == 0


def field(text: str) -> Any:
    """A field of Word with a result that it fills itself."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    return parse_xml(
        f'<w:fldSimple {nsdecls("w")} w:instr=" DOCPROPERTY woord "><w:r><w:t>{text}</w:t></w:r>'
        "</w:fldSimple>"
    )


def test_a_long_document_tells_how_far_it_is(page: Any) -> None:
    sentences = [f"Op dag {n} verstrekken wij u een brief met alle informatie." for n in range(900)]
    page.goto("/")
    page.fill("#tekst", "\n\n".join(sentences))
    page.click("main button[type=submit]")
    page.wait_for_selector("#bezig-balk[value]", timeout=30_000)
    assert re.fullmatch(r"Brievenbus kijkt uw brief na: \d+%\.", page.inner_text("#bezig-tekst"))
    page.wait_for_selector("#brief", timeout=60_000)
    assert page.locator("#bezig").is_hidden()
