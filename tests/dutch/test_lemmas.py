"""Lemmas that are no words are mended; those of the pipeline that are good stay."""

from __future__ import annotations

import pytest

from brievenbus.dutch.lemmas import mended
from brievenbus.dutch.pipeline import load_pipeline


@pytest.mark.parametrize(
    ("word", "lemma", "pos", "inflected", "expected"),
    [
        ("gegokt", "goken", "VERB", True, "gokken"),
        ("opgeschreven", "opgeschreven", "VERB", True, "opschrijven"),
        ("vernietigden", "vernietigden", "VERB", True, "vernietigen"),
        ("vergeten", "vergeten", "VERB", True, "vergeten"),
        ("teruggevorderd", "teruggevorderd", "VERB", True, "terugvorderen"),
        ("slakken", "slakken", "NOUN", True, "slak"),
        ("nederlagen", "nederlag", "NOUN", True, "nederlaag"),
        ("medewerkers", "medewerkers", "NOUN", True, "medewerker"),
        ("hersenen", "hersenen", "NOUN", True, "hersenen"),
        ("betalen", "betalen", "VERB", False, "betalen"),
        ("xqzten", "xqzt", "NOUN", True, "xqzt"),
        ("a" * 500, "a" * 500, "VERB", True, "a" * 500),
    ],
)
def test_mends_what_is_no_word(
    word: str, lemma: str, pos: str, inflected: bool, expected: str
) -> None:
    assert mended(word, lemma, pos, inflected) == expected


def test_a_noun_beside_a_verb_makes_no_verb_with_it() -> None:
    analysis = load_pipeline().analyse("Deze regels hebben betrekking op uw woning.")
    assert [t.lemma for t in analysis.tokens if t.lower == "hebben"] == ["hebben"]


@pytest.mark.parametrize(
    "text", ["Wenst u een gesprek?", "Wij sturen u uw brief.", "Verzoekt u om uitstel?"]
)
def test_u_and_uw_are_pronouns(text: str) -> None:
    tokens = load_pipeline().analyse(text).tokens
    assert {t.pos for t in tokens if t.lower in ("u", "uw")} == {"PRON"}
