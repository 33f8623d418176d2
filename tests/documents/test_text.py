"""Plain text: encodings, hard wraps, and where each word stood."""

from __future__ import annotations

import textwrap
import time
from contextlib import suppress
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from brievenbus.documents import DocumentError, Limits, read, read_bytes, read_text
from brievenbus.letter import BlockKind, Letter

LETTER = "Beste mevrouw Voorbeeld,\r\n\r\nWij betalen u € 50 voor één café.\r\n"


def shown(letter: Letter) -> list[tuple[str, str]]:
    """Return the blocks of a letter as kind and text."""
    return [(block.kind.value, block.text) for block in letter.blocks]


@pytest.mark.parametrize(
    "data",
    [
        LETTER.encode("utf-8"),
        LETTER.encode("utf-8-sig"),
        LETTER.encode("utf-16"),
        b"\xfe\xff" + LETTER.encode("utf-16-be"),
        LETTER.encode("utf-16-le"),
        LETTER.encode("utf-16-be"),
        LETTER.encode("cp1252"),
        LETTER.replace("\r\n", "\r").encode("utf-8"),
        LETTER.replace("\r\n", "\n").encode("utf-8"),
    ],
)
def test_every_common_encoding_gives_the_same_letter(data: bytes) -> None:
    assert shown(read_bytes(data, "brief.txt")) == [
        ("salutation", "Beste mevrouw Voorbeeld,"),
        ("paragraph", "Wij betalen u € 50 voor één café."),
    ]


_WORDS = st.sampled_from(
    [
        "wij", "betalen", "u", "het bedrag", "uiterlijk", "op woensdag", "gemeente", "omdat",
        "voorwaarden", "persoonsgegevens", "e-mailadres", "Voorbeeldstad", "aan- en afmelden",
        "sociaal-economisch", "huishoudelijke ondersteuning,", "een", "dit", "12 maart 2026",
        "vergoeding (bijstand)", "na", "€ 50,00", "artikel 3", "Telefoon", "in punt 4 en 5",
    ]
)  # fmt: skip
_PARAGRAPH = st.lists(_WORDS, min_size=25, max_size=90).map(
    lambda words: "Wij " + " ".join(words) + "."
)
_TEXT = st.lists(_PARAGRAPH, min_size=1, max_size=4)


@settings(max_examples=120, deadline=None)
@given(paragraphs=_TEXT, width=st.integers(50, 100), at_hyphens=st.booleans())
def test_wrapping_changes_nothing(paragraphs: list[str], width: int, at_hyphens: bool) -> None:
    wrapped = "\n\n".join(
        "\n".join(textwrap.wrap(paragraph, width, break_on_hyphens=at_hyphens))
        for paragraph in paragraphs
    )
    assert shown(read_text(wrapped)) == shown(read_text("\n\n".join(paragraphs)))


SAMPLE = """Gemeente Voorbeeldstad
Postbus 100
1234 AB Voorbeeldstad

Datum: 12 maart 2026
Onderwerp: Uw aanvraag voor bijzondere bijstand voor de kosten van een wasmachine in 2026

Beste mevrouw Voorbeeld,

U vroeg ons om geld voor een wasmachine. Wij betalen u dat. U krijgt het vóór 25 maart 2026.

Wat moet u doen?

U stuurt ons de bon. Doe dat zo:

- Maak een foto van de bon waarop de datum, de winkel en het bedrag goed te lezen zijn voor ons.
- Stuur de foto naar ons, met uw naam en het nummer dat boven aan deze brief staat vermeld.

Met vriendelijke groet,

A. Voorbeeld
medewerker Inkomen
"""


@given(width=st.integers(50, 100), indent=st.sampled_from(["", "  "]))
@settings(deadline=None)
def test_a_wrapped_letter_has_the_same_blocks(width: int, indent: str) -> None:
    lines = [
        textwrap.fill(line, width, subsequent_indent=indent if line.startswith("- ") else "")
        for line in SAMPLE.split("\n")
    ]
    assert shown(read_text("\n".join(lines))) == shown(read_text(SAMPLE))


def test_sentences_on_lines_of_their_own_are_not_wrapped_text() -> None:
    text = (
        "Wij hebben uw brief van 12 maart gekregen en daar goed naar gekeken.\nU krijgt het geld."
    )
    assert len(read_text(text).blocks) == 2


def test_short_lines_stay_lines() -> None:
    letter = read_text(SAMPLE)
    assert letter.blocks[0].text == "Gemeente Voorbeeldstad\nPostbus 100\n1234 AB Voorbeeldstad"
    assert letter.blocks[-1].text == "A. Voorbeeld\nmedewerker Inkomen"


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ("U kunt zich bij het loket van de gemeente aan-\nen afmelden.", "aan- en afmelden"),
        ("U kunt ons altijd en overal bereiken via uw e-\nmail of telefoon.", "uw e-mail of"),
        ("U hebt recht op een vergoeding voor de ge\u00ad\nmeente in dit jaar.", "de gemeente in"),
    ],
)
def test_hyphens_at_the_end_of_a_line(lines: str, joined: str) -> None:
    assert joined in read_text(lines).text


def test_soft_hyphens_and_zero_width_spaces_are_gone() -> None:
    assert read_text("De ge\u00admeen\u200bte betaalt u het geld.").text == (
        "De gemeente betaalt u het geld."
    )


@given(paragraphs=_TEXT, width=st.integers(50, 100))
@settings(max_examples=60, deadline=None)
def test_every_character_knows_its_line_and_column(paragraphs: list[str], width: int) -> None:
    source = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in paragraphs)
    lines = source.split("\n")
    for block in read_text(source).blocks:
        for origin in block.origins:
            line = lines[origin.paragraph]
            stretch = block.text[origin.start : origin.end]
            assert line[origin.offset :].startswith(stretch)
            assert (origin.part, origin.run) == ("", 0)


def test_tabs_make_rows_of_cells() -> None:
    letter = read_text("Wij rekenden dit voor u uit:\n\nHuur\t€ 500\nZorg\t€ 120\n")
    assert shown(letter)[1:] == [
        ("table_cell", "Huur"),
        ("table_cell", "€ 500"),
        ("table_cell", "Zorg"),
        ("table_cell", "€ 120"),
    ]


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read(text: str) -> None:
    letter = read_text(text)
    assert all(block.text.strip() and block.kind in BlockKind for block in letter.blocks)


@given(st.binary(max_size=300), st.sampled_from(["-", "a.txt", "a.docx"]))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    with suppress(DocumentError):
        read_bytes(data, name)


@pytest.mark.parametrize(
    "text",
    ["*" + "A" * 50_000, "[" * 20_000, "a\t" * 5_000, ". " * 20_000, "regel\n" * 4_000],
    ids=["star", "brackets", "tabs", "dots", "lines"],
)
def test_odd_texts_do_not_take_long(text: str) -> None:
    begun = time.process_time()
    read_text(text, limits=Limits(zonder_spatie=100_000))
    assert time.process_time() - begun < 5


def test_a_row_without_a_space_is_refused() -> None:
    for text in ("a" * 2_001, "Dag. " + "1.000," * 400, "x" * 3_000 + " en meer"):
        with pytest.raises(DocumentError, match="zonder spatie"):
            read_text(text)
    assert read_text("a" * 2_000).text == "a" * 2_000


def test_a_row_without_a_space_is_refused_in_a_word_file(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("Dag.")
    document.add_paragraph("z" * 2_001)
    document.save(str(tmp_path / "rij.docx"))
    with pytest.raises(DocumentError, match="zonder spatie"):
        read(tmp_path / "rij.docx")
