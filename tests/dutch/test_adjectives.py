"""Adjectives get -e, their degrees, and lose -e again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brievenbus.dutch.adjectives import (
    FORMS,
    AdjectiveForm,
    Degree,
    adjective_form,
    all_forms,
    comparative,
    forms_like,
    is_invariable,
    superlative,
    with_e,
    without_e,
)

DEGREES = """
groot groter grootst
duur duurder duurst
zwaar zwaarder zwaarst
lief liever liefst
vies viezer viest
wit witter witst
nat natter natst
grof grover grofst
goed beter best
veel meer meest
weinig minder minst
graag liever liefst
ver verder verst
open opener openst
donker donkerder donkerst
juist juister meest|juist
praktisch praktischer meest|praktisch
essentieel essentiëler essentieelst
""".strip().splitlines()


@pytest.mark.parametrize("row", DEGREES, ids=lambda row: row.split()[0])
def test_makes_the_degrees(row: str) -> None:
    word, more, most = row.split()
    assert comparative(word) == more
    assert superlative(word) == most.replace("|", " ")


@pytest.mark.parametrize("word", ["houten", "gratis", "extra", "oranje"])
def test_some_adjectives_have_no_degrees_and_no_ending(word: str) -> None:
    assert comparative(word) is None and superlative(word) is None
    assert is_invariable(word) and with_e(word) == word


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("grote", "groot"),
        ("snelle", "snel"),
        ("lieve", "lief"),
        ("boze", "boos"),
        ("duidelijke", "duidelijk"),
        ("financiële", "financieel"),
        ("mislukte", "mislukt"),
        ("gezette", "gezet"),
        ("betere", "beter"),
        ("unitaire", "unitair"),
        ("mooie", "mooi"),
        ("nette", "net"),
        ("de", None),
    ],
)
def test_takes_the_ending_e_away(word: str, expected: str | None) -> None:
    assert without_e(word) == expected


@pytest.mark.parametrize(
    ("word", "form", "expected"),
    [
        ("mooi", AdjectiveForm(ending="s"), "moois"),
        ("fris", AdjectiveForm(ending="s"), "fris"),
        ("arm", AdjectiveForm(ending="en"), "armen"),
        ("hoog", AdjectiveForm(Degree.COMPARATIVE, "e"), "hogere"),
        ("hoog", AdjectiveForm(Degree.SUPERLATIVE, "e"), "hoogste"),
        ("vast", AdjectiveForm(Degree.SUPERLATIVE, "e"), "meest vaste"),
        ("houten", AdjectiveForm(Degree.COMPARATIVE, "e"), None),
    ],
)
def test_makes_one_form(word: str, form: AdjectiveForm, expected: str | None) -> None:
    assert adjective_form(word, form) == expected


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzéëï", min_size=1, max_size=20))
def test_takes_whatever_word(word: str) -> None:
    assert word in all_forms(word)
    assert set(forms_like(word, word)) <= set(FORMS)
    without_e(word)
