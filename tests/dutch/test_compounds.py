"""Compounds are cut where a reader would; what is no compound stays whole."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brievenbus.dutch.compounds import all_parts, main_parts, shown

MAIN = """
kinderopvang·toeslag belasting·aangifte verkeers·boete dossier·nummer gemeenteraads·lid gemeenteraads·leden
bijstands·uitkering loon·strookje toegankelijkheids·verklaring equivalentie·verklaring weg·werkzaamheden
wereldrecord·houder voor·tuin zonne·straal doel·punt parkeer·vergunning inkomens·afhankelijke acht·jarig
multi·cultureel e-mail·adres re-integratie·traject AOW-·uitkering woon-werk·verkeer kosten-baten·analyse
5-sterren·hotel ex-·gevangenisdirecteur covid-19-·vaccin
"""

ALL = """
kinder·opvang·toeslag gemeente·raads·lid woning·bouw·vereniging rechts·bijstands·verzekering
landbouw·beleid bank·rekening·nummer AOW-·uitkerings·specificatie arbeids·ongeschiktheids·verzekering
"""

WHOLE = """
uitkering aanvraag inkomen toeslag opvang bijdrage mogelijkheid verantwoordelijkheid beoordeling vergunning
gemeentelijk persoonlijke belangrijke maatschappij twintigtal meisje beetjes vrijdag handhaven goedkeuren
bekendmaken gelijkgestelde burgemeester prototype e-mail e-mails t-shirt
"""


@pytest.mark.parametrize("marked", MAIN.split())
def test_the_main_border_is_found(marked: str) -> None:
    assert main_parts(marked.replace("·", "")) == tuple(marked.split("·"))


@pytest.mark.parametrize("marked", ALL.split())
def test_all_borders_are_found(marked: str) -> None:
    assert all_parts(marked.replace("·", "")) == tuple(marked.split("·"))


@pytest.mark.parametrize("word", WHOLE.split())
def test_what_is_no_compound_stays_whole(word: str) -> None:
    assert main_parts(word) == (word,)
    assert all_parts(word) == (word,)


def test_capitals_stay() -> None:
    assert main_parts("Huurtoeslag") == ("Huur", "toeslag")
    assert all_parts("GEMEENTERAADSLID") == ("GEMEENTE", "RAADS", "LID")


def test_a_hyphen_needs_no_dot() -> None:
    assert shown(all_parts("AOW-uitkeringsspecificatie")) == "AOW-uitkerings·specificatie"
    assert shown(("uitkering",)) == "uitkering"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "--",
        "x" * 10_000,
        "kinder" * 2_000,
        "a-" * 5_000,
        "0612345678",
        "01-02-2026",
        "NL91ABNA0417164300",
        "huur\x00toeslag",
        "\ud800huurtoeslag",
        "🙂",
        "🙂🙂-🙂",
        "İİİİİİ",
        "·",
        " ",
    ],
    ids=ascii,
)
def test_what_is_no_word_stays_whole(text: str) -> None:
    started = time.perf_counter()
    assert main_parts(text) == all_parts(text) == (text,)
    assert time.perf_counter() - started < 1


@pytest.mark.parametrize("text", ["en" * 30, "kinder" * 10, "de" * 30, "s" * 60, "raads" * 12])
def test_long_strings_of_words_are_quick(text: str) -> None:
    started = time.perf_counter()
    all_parts(text)
    assert time.perf_counter() - started < 2


PIECES = "huur toeslag kinder raads s en - lid gemeente 's ë 1 é- Ex-"
WORDS_OF_PIECES = st.lists(st.sampled_from(PIECES.split()), max_size=9).map("".join)


@given(st.text(max_size=80) | WORDS_OF_PIECES)
def test_parts_joined_give_the_word_back(text: str) -> None:
    for parts in (main_parts(text), all_parts(text)):
        assert "".join(parts) == text
        assert all(parts) or parts == ("",)
    assert len(main_parts(text)) <= min(2, len(all_parts(text)))


@given(WORDS_OF_PIECES)
def test_the_main_border_is_one_of_all(text: str) -> None:
    if len(main_parts(text)) == 2:
        parts = all_parts(text)
        starts = {"".join(parts[:number]) for number in range(1, len(parts))}
        assert main_parts(text)[0] in starts
