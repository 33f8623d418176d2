"""What a reader sees of a Word file is what is read."""

from __future__ import annotations

import pytest

from brievenbus.documents import read_bytes
from brievenbus.documents.word.numbering import in_format
from brievenbus.documents.word.package import open_package
from brievenbus.documents.word.styles import load_styles
from brievenbus.letter import Letter

from .building import paragraph, run, word_file

MERGE = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    "<w:r><w:instrText> MERGEFIELD Datum_besluit </w:instrText></w:r>"
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    "<w:r><w:t>vandaag</w:t></w:r>"
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def letter_of(*content: str, styles: str = "") -> Letter:
    """Return the letter with this XML as its body."""
    return read_bytes(word_file("".join(content), styles), "brief.docx")


def kinds(letter: Letter) -> list[tuple[str, str]]:
    """Return the blocks as kind and text."""
    return [(block.kind.value, block.text) for block in letter.blocks]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (run("Wij betalen") + f"<w:ins>{run(' u nu')}</w:ins>" + run("."), "Wij betalen u nu."),
        (
            run("Wij betalen")
            + "<w:del><w:r><w:delText> niet</w:delText></w:r></w:del>"
            + run("."),
            "Wij betalen.",
        ),
        (f"<w:moveFrom>{run('Oud ')}</w:moveFrom><w:moveTo>{run('Nieuw')}</w:moveTo>", "Nieuw"),
        (run("Op ") + MERGE + run(" besloten wij."), "Op vandaag besloten wij."),
        (f'<w:fldSimple w:instr=" DATE ">{run("12 maart")}</w:fldSimple>', "12 maart"),
        (run("Zie ") + f"<w:hyperlink>{run('www.a.nl')}</w:hyperlink>", "Zie www.a.nl"),
        (f"<w:sdt><w:sdtContent>{run('Keuze')}</w:sdtContent></w:sdt>", "Keuze"),
        (f"<w:smartTag>{run('Voorbeeldstad')}</w:smartTag>", "Voorbeeldstad"),
        (run("Wij") + run(" niet", "<w:vanish/>") + run(" betalen."), "Wij betalen."),
        (run("Wij") + run(" wel", '<w:vanish w:val="0"/>'), "Wij wel"),
        ("<w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>mail</w:t></w:r>", "e-mail"),
        ("<w:r><w:t>ge</w:t><w:softHyphen/><w:t>meente</w:t></w:r>", "gemeente"),
        (
            "<mc:AlternateContent><mc:Choice Requires='wps'>"
            + run("Een keer")
            + "</mc:Choice><mc:Fallback>"
            + run("Een keer")
            + "</mc:Fallback></mc:AlternateContent>",
            "Een keer",
        ),
        (
            run("De hoek ")
            + '<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>'
            + run(" is ")
            + '<w:r><w:sym w:font="Symbol" w:char="F0A3"/></w:r>'
            + run(" 90."),
            "De hoek α is ≤ 90.",
        ),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("Wij betalen u."),
            "Wij betalen u.",
        ),
    ],
)
def test_visible_text(content: str, text: str) -> None:
    assert letter_of(paragraph(content)).text == text


def test_text_hidden_by_its_style() -> None:
    style = (
        '<w:style w:type="character" w:styleId="Uitleg"><w:name w:val="Uitleg"/>'
        "<w:rPr><w:vanish/></w:rPr></w:style>"
    )
    hidden = run(" intern", '<w:rStyle w:val="Uitleg"/>')
    assert letter_of(paragraph(run("Wij betalen"), hidden), styles=style).text == "Wij betalen"


def test_a_deleted_paragraph_mark_joins_paragraphs() -> None:
    deleted = "<w:rPr><w:del/></w:rPr>"
    letter = letter_of(paragraph(run("Wij betalen "), properties=deleted), paragraph(run("u nu.")))
    assert letter.text == "Wij betalen u nu."


def test_merge_fields_are_placeholders_whatever_their_text() -> None:
    letter = letter_of(paragraph(run("Op "), MERGE, run(" besloten wij dit voor u.")))
    (block,) = letter.blocks
    (placeholder,) = block.placeholders
    assert block.text[placeholder.start : placeholder.end] == "vandaag"
    assert placeholder.kind == "date"


def test_the_prompt_of_a_content_control_is_a_placeholder() -> None:
    control = (
        '<w:sdt><w:sdtPr><w:alias w:val="Bedrag"/><w:showingPlcHdr/></w:sdtPr>'
        f"<w:sdtContent>{run('Klik hier')}</w:sdtContent></w:sdt>"
    )
    letter = letter_of(paragraph(run("U krijgt van ons "), control, run(".")))
    assert [placeholder.kind.value for placeholder in letter.blocks[0].placeholders] == ["number"]


def test_tables_are_read_row_by_row_and_nested() -> None:
    def cell(*content: str) -> str:
        return f"<w:tc>{''.join(content)}</w:tc>"

    nested = f"<w:tbl><w:tr>{cell(paragraph(run('b')))}</w:tr></w:tbl>{paragraph()}"
    rows = f"<w:tr>{cell(paragraph(run('a')), nested)}{cell(paragraph(run('c')))}</w:tr>"
    letter = letter_of(
        paragraph(run("Wij rekenden dit voor u uit.")),
        f"<w:tbl>{rows}<w:tr>{cell(paragraph(run('d')))}</w:tr></w:tbl>",
    )
    assert kinds(letter)[1:] == [("table_cell", text) for text in "abcd"]


def test_headings_and_items_by_style_and_settings() -> None:
    kop = (
        '<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="kop 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Eigen"><w:name w:val="Eigen"/>'
        '<w:basedOn w:val="Kop1"/></w:style>'
    )
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    letter = letter_of(
        paragraph(run("Beste lezer,")),
        paragraph(run("wat wij doen."), properties='<w:pStyle w:val="Eigen"/>'),
        paragraph(run("Wij betalen u het geld dat u vroeg.")),
        paragraph(run("Wat u doet", "<w:b/>")),
        paragraph(run("U stuurt ons dit op:")),
        paragraph(run("de bon"), properties=numbered),
        paragraph(run("en dan nog dit"), properties='<w:outlineLvl w:val="1"/>'),
        paragraph(run("U hoort daarna van ons of het goed is.")),
        styles=kop,
    )
    assert [kind for kind, _ in kinds(letter)] == [
        "salutation",
        "heading",
        "paragraph",
        "heading",
        "paragraph",
        "item",
        "heading",
        "paragraph",
    ]


def test_a_letterhead_in_a_table_and_line_breaks() -> None:
    def cell(text: str) -> str:
        return f"<w:tc>{paragraph(run(text))}</w:tc>"

    lines = "<w:r><w:t>Mevrouw A. Jansen</w:t><w:br/><w:t>Dorpsstraat 1</w:t></w:r>"
    table = (
        f"<w:tbl><w:tr>{cell('Datum')}{cell('12 maart 2026')}</w:tr>"
        f"<w:tr>{cell('Ons kenmerk')}{cell('Z-2026-1')}</w:tr></w:tbl>"
    )
    letter = letter_of(
        paragraph(lines),
        paragraph(run("1234 AB Voorbeeldstad")),
        table,
        paragraph(run("Beste lezer,")),
        paragraph(run("Wij betalen u het geld dat u vroeg.")),
    )
    assert kinds(letter)[:3] == [
        ("address", "Mevrouw A. Jansen\nDorpsstraat 1\n1234 AB Voorbeeldstad"),
        ("reference", "Datum\t12 maart 2026"),
        ("reference", "Ons kenmerk\tZ-2026-1"),
    ]


def test_a_text_box_is_read_behind_its_paragraph() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{paragraph(run('Let op'))}</w:txbxContent></w:pict></w:r>"
    letter = letter_of(paragraph(run("Wij betalen u."), box), paragraph(run("U krijgt bericht.")))
    assert [(block.story.value, block.text) for block in letter.blocks] == [
        ("main", "Wij betalen u."),
        ("text_box", "Let op"),
        ("main", "U krijgt bericht."),
    ]
    assert letter.warnings == ()


def test_every_character_knows_its_place() -> None:
    letter = letter_of(
        paragraph(run("Beste lezer,")),
        paragraph(run("Wij "), run("betalen"), "<w:r><w:tab/></w:r>", run("u het geld.")),
    )
    block = letter.blocks[1]
    places = [(one.paragraph, one.run, one.offset) for one in block.origins]
    assert places == [(1, 0, 0), (1, 1, 0), (1, 2, 0), (1, 3, 0)]
    assert {one.part for one in block.origins} == {"word/document.xml"}


LIST = (
    '<w:style w:type="paragraph" w:styleId="Lijst"><w:name w:val="Lijst"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
)


@pytest.mark.parametrize("before", ["<w:br/>", "<w:br/><w:br/>", "<w:tab/>", "<w:br/><w:tab/>"])
def test_a_label_stays_where_white_space_comes_before_the_text(before: str) -> None:
    first = f"<w:r>{before}<w:t>Wat u doet</w:t></w:r>"
    listed = '<w:pStyle w:val="Lijst"/>'
    letter = letter_of(
        paragraph(run("Wij betalen u het geld dat u vroeg.")),
        paragraph(first, properties=listed),
        paragraph(run("Wij betalen u daarna."), properties=listed),
        styles=LIST,
    )
    labels = [block.label for block in letter.blocks]
    assert labels[1] and labels[0] == ""
    assert len(labels) == 3


def test_a_style_takes_its_list_from_the_one_it_is_based_on() -> None:
    deeper = (
        '<w:style w:type="paragraph" w:styleId="Lijst2"><w:name w:val="Lijst 2"/>'
        '<w:basedOn w:val="Lijst"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    styles = load_styles(open_package(word_file(paragraph(), LIST + deeper)))
    assert styles.numbering("Lijst2") == ("1", "1")
    assert styles.numbering("Lijst") == ("1", None)


@pytest.mark.parametrize(("number", "text"), [(7, "007"), (1200, "1200")])
def test_numbers_with_zeros_before_them(number: int, text: str) -> None:
    assert in_format(number, "001") == text
