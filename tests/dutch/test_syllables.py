"""Syllables are counted as Dutch is read aloud."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brievenbus.dutch.syllables import count_syllables

GROUPS = {
    "single vowels": "over 2, avond 2, idee 2, gemeente 3, naar 1, oog 1, ambtenaar 3",
    "digraphs": "mooie 2, bloeien 2, nieuw 1, eeuw 1, buien 2, eieren 3, moeilijk 2, vrouwen 2",
    "hiatus": "radio 3, januari 4, situatie 4, evaluatie 5, theater 3, podium 3, zoals 2, zoiets 2",
    "diaeresis": "geïnd 2, zeeën 2, ideeën 3, creëren 3, reële 3, beëindigen 4, naïef 2, reünie 3",
    "accents": "één 1, vóór 1, café 2, enquête 3, scène 2",
    "prefixes": "beoordelen 4, geuit 2, geautomatiseerd 6, geijkt 2, beantwoorden 4, geacht 2",
    "latin endings": "museum 3, museumkaart 4, serieuze 4, interieur 4, materieel 4",
    "melting i": "station 2, nationaal 3, pensioen 2, officieel 3, sociale 3, patiënt 2",
    "no melting i": "bastion 3, kampioen 3, financiën 4, materiaal 4, variant 3, bestiaal 3",
    "y": "yoga 2, royaal 2, hyena 3, systeem 2, hobby 2, display 2",
    "qu": "quotum 2, boutique 2, quarantaine 4",
    "english": "website 2, gemeentewebsite 5, online 2, teamleider 3, coachende 3, e-mailadres 4",
    "no english in it": "universiteit 5, gemeenteambtenaar 6, ideale 4, visite 3, creatief 3",
    "compounds": "bijstandsuitkering 5, omgevingsvergunning 6, belastingaanslag 5, re-integratie 5",
    "apostrophes": "auto's 2, foto’s 2, z'n 1, 's 1, 't 1, 's-Hertogenbosch 4",
    "spelled": "bsn 3, BSN 3, AOW 3, tv 2, AOW-uitkering 6, pgb 3",
    "abbreviations": "t/m 3, d.d. 4, bijv. 4, dhr. 2, m.b.t. 5",
    "numbers": "0 1, 7 2, 12 1, 21 4, 100 2, 2026 7, 1.200 3, 12,50 4, 14.000 4, 3e 2",
    "not read aloud": "0612345678 1, NL91ABNA0417164300 1, Z2026 1",
    "marks": "… 1, € 1, - 1",
}
CASES = [
    (case.rsplit(" ", 1)[0], int(case.rsplit(" ", 1)[1]))
    for cases in GROUPS.values()
    for case in cases.replace("12,50", "12\0 50").split(", ")
    for case in [case.replace("\0 ", ",")]
]


@pytest.mark.parametrize(("word", "count"), CASES)
def test_counts_what_is_heard(word: str, count: int) -> None:
    assert count_syllables(word) == count


@given(st.text(max_size=40))
def test_any_text_has_at_least_one_syllable(word: str) -> None:
    assert count_syllables(word) >= 1


@given(st.text(alphabet=string.ascii_letters, min_size=1, max_size=25))
def test_capitals_make_no_difference(word: str) -> None:
    assert count_syllables(word) == count_syllables(word.upper())


@given(st.lists(st.sampled_from(["brief", "plan", "zorg", "hulp", "fonds"]), min_size=1))
def test_a_compound_has_the_syllables_of_its_parts(parts: list[str]) -> None:
    assert count_syllables("".join(parts)) == len(parts)


def test_composed_and_decomposed_letters_count_the_same() -> None:
    assert count_syllables("ge\u0069\u0308nd") == count_syllables("geïnd") == 2
