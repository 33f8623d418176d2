"""What is left alone: quotations, names, addresses, titles of laws, web addresses; and what is not."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brievenbus.checks.protected import is_protected, protected
from brievenbus.checks.quotes import quotations
from brievenbus.checks.registry import ALL_CHECKS
from brievenbus.checks.rules.words import WordRules
from brievenbus.dutch.pipeline import Pipeline, load_pipeline
from brievenbus.findings import Category, Finding, Severity
from brievenbus.rulebook.profiles import load_profile

MATERIAL = Path(__file__).parents[1] / "material"


def left_alone(text: str) -> str:
    """The words of a text that are left alone, without punctuation."""
    analysis = load_pipeline().analyse(text)
    numbers = protected(analysis)
    return " ".join(t.text for t in analysis.tokens if t.i in numbers and not t.is_punct)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("U schreef “wij verzoeken u” en ging weg.", "wij verzoeken u"),
        ('U schreef "wij verzoeken u" en ging weg.', "wij verzoeken u"),
        ("U schreef ‘wij verzoeken u’ en ging weg.", "wij verzoeken u"),
        ("U schreef 'wij verzoeken u' en ging weg.", "wij verzoeken u"),
        ("U schreef „wij verzoeken u” en ging weg.", "wij verzoeken u"),
        ("U schreef „wij verzoeken u“ en ging weg.", "wij verzoeken u"),
        ("U schreef «wij verzoeken u» en ging weg.", "wij verzoeken u"),
        ("U schreef ”wij verzoeken u” en ging weg.", "wij verzoeken u"),
        ("Wat betekent ‘derhalve’ hier?", "derhalve"),
        ("Hij zei: 'Ik kom 's avonds derhalve niet.'", "Ik kom 's avonds derhalve niet"),
        ("De foto's van 's ochtends zijn derhalve weg.", ""),
        ("De foto’s van ’s ochtends zijn derhalve weg.", ""),
        ("Mijn ouders' huis is derhalve te koop.", ""),
        ("Hij zei “derhalve komt u niet.", ""),
        ("Hij zei 'derhalve komt u niet.", ""),
        ("Op het formulier kiest u 'n.v.t.'.", "n.v.t."),
    ],
)
def test_quotations(text: str, words: str) -> None:
    assert left_alone(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kijk op www.gemeente.nl/indienen.", "www.gemeente.nl/indienen"),
        ("Kijk op https://x.nl/a-b?c=d#e.", "https://x.nl/a-b?c=d#e"),
        ("Kijk op gemeente.nl/indienen of bel.", "gemeente.nl/indienen"),
        ("Mail naar besluit.bezwaar@gemeente.nl.", "besluit.bezwaar@gemeente.nl"),
        (
            "Maak het over naar NL12 RABO 0123 4567 89 van de gemeente.",
            "NL12 RABO 0123 4567 89",
        ),
    ],
)
def test_web_addresses_and_account_numbers(text: str, words: str) -> None:
    assert left_alone(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Dat staat in de Wet op de huurtoeslag.", "Wet op de huurtoeslag"),
        ("De Wet maatschappelijke ondersteuning helpt u.", "Wet maatschappelijke ondersteuning"),
        ("Wij volgen de Algemene wet bestuursrecht.", "Algemene wet bestuursrecht"),
        ("Het Besluit bijzondere bijstand 2015 geldt.", "Besluit bijzondere bijstand 2015"),
        ("Besluit bijzondere bijstand 2015", "Besluit bijzondere bijstand 2015"),
        ("De Verordening leges 2026 geldt.", "Verordening leges 2026"),
        ("De Regeling maatwerk multiproblematiek helpt.", "Regeling maatwerk multiproblematiek"),
        ("Uw recht staat in de Participatiewet.", "Participatiewet"),
        ("De Invorderingswet 1990 geldt ook.", "Invorderingswet 1990"),
        ("Wij lezen de Wet werk en bijstand.", "Wet werk en bijstand"),
        ("U valt onder de Wet verplichte geestelijke gezondheidszorg.", None),
        ("Wij volgen de Nadere regels jeugdhulp.", "Nadere regels jeugdhulp"),
        ("Dat moet van de Parkeerverordening Voorbeeldstad 2024.", None),
        ("De Algemene plaatselijke verordening geldt.", "Algemene plaatselijke verordening"),
        ("Dat staat in het Wetboek van Strafrecht.", "Wetboek van Strafrecht"),
        ("Het Besluit is verstuurd.", "Besluit"),
        (
            "De op grond van de Wet maatschappelijke ondersteuning verstrekte hulp stopt.",
            "Wet maatschappelijke ondersteuning",
        ),
        ("Volgens de wet, het besluit en de regeling mag dat.", ""),
        ("Besluit op uw aanvraag", ""),
        ("Regeling betaling in delen", ""),
        ("Wet en regelgeving", ""),
    ],
)
def test_titles_of_laws(text: str, words: str | None) -> None:
    wanted = text.removesuffix(".").split(" de ", 1)[1] if words is None else words
    assert left_alone(text) == wanted


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("De heer De Groot belt u.", "De Groot"),
        ("U spreekt met mevrouw Van Aanvang.", "Van Aanvang"),
        ("De heer BAKKER belt u.", "BAKKER"),
        ("Stichting Derhalve belt u.", "Derhalve"),
        ("Stichting Het Besluit & De Wet belt u.", "Het Besluit De Wet"),
        ("Wij eten in café De Beschikking.", "De Beschikking"),
        ("Taalschool Tevens begint weer.", "Tevens"),
        ("De boot Tevens vaart weer.", "Tevens"),
        ("De loodgieter Inzake komt.", "Inzake"),
        ("U woont in wijk De Vordering.", "De Vordering"),
        ("Wij bellen u met A. Nopens erbij.", "A. Nopens"),
        ("Wij gaan naar Tevens met de bus.", "Tevens"),
        ("Derhalve BV maakt uw dak.", "Derhalve"),
        ("Het adres is Laan van Derhalve 3.", "Laan van Derhalve 3"),
        ("Kom naar Indienlaan 12 in Hoogezand.", "Indienlaan 12 in Hoogezand"),
        ("Kom naar Kerkweg 12a, Derhalve.", "Kerkweg 12a Derhalve"),
        ("Schrijf naar Postbus 3, 9600 AB Hoogezand.", "Postbus 3 9600 AB Hoogezand"),
        ("In de Verstrekkingstraat werken wij.", "Verstrekkingstraat"),
    ],
)
def test_names_and_addresses(text: str, words: str) -> None:
    assert left_alone(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "Ingevolge artikel 3 bent u te laat.",
        "Verstrekken wij u hulp?",
        "Derhalve krijgt u niets.",
        "Let op: Derhalve krijgt u niets.",
        "1. Indien u wilt komen",
        "Ingevolge Het Besluit Verstrekken Wij U Een Voorziening",
        "Aanvraag Bijzondere Bijstand",
        "Wij hebben uw Aanvraag en het Verzoek gelezen.",
        "De klant MOET betalen.",
        "U krijgt hulp uit de Wmo of de IOAW.",
        "Geachte mevrouw, Indien u belt, helpen wij u.",
        "Het college van B en W beslist.",
        "Zo beslist het college van B en W. Derhalve krijgt u niets.",
        "",
        "?",
    ],
)
def test_ordinary_words_with_a_capital_are_not_left_alone(text: str) -> None:
    assert left_alone(text) == ""


def finding(text: str, category: Category, *parts: str) -> Finding:
    spans = tuple((text.index(part), text.index(part) + len(part)) for part in parts)
    start, end = spans[0][0], spans[-1][1]
    return Finding("x", category, Severity.NOTE, "", start, end, text[start:end], spans)


@pytest.mark.parametrize(
    ("category", "parts", "expected"),
    [
        (Category.WOORD, ["derhalve"], True),
        (Category.WOORD, ["schreef", "derhalve"], True),
        (Category.WOORD, ["schreef “derhalve”"], False),
        (Category.WOORD, ["schreef"], False),
        (Category.STIJL, ["schreef", "derhalve"], True),
        (Category.STIJL, ["U", "schreef", "derhalve"], False),
        (Category.ZIN, ["schreef", "derhalve"], False),
        (Category.ZIN, ["derhalve"], True),
        (Category.ZIN, ["U schreef “derhalve” aan ons."], False),
    ],
)
def test_a_finding_is_dropped_by_its_parts(
    pipeline: Pipeline, category: Category, parts: list[str], expected: bool
) -> None:
    text = "U schreef “derhalve” aan ons."
    analysis = pipeline.analyse(text)
    assert is_protected(analysis, finding(text, category, *parts)) is expected


def test_it_is_worked_out_once_per_block(pipeline: Pipeline) -> None:
    analysis = pipeline.analyse("Stichting Derhalve belt u.")
    assert protected(analysis) is protected(analysis)


PLAIN = st.text(alphabet=st.sampled_from("abc de.,"), min_size=1).filter(
    lambda text: text.strip() == text
)
MARKS = st.sampled_from(["“”", "‘’", '""', "''", "„”", "„“", "«»"])


@given(PLAIN, PLAIN, PLAIN, MARKS)
def test_a_quotation_is_found_whole(before: str, inside: str, after: str, marks: str) -> None:
    quoted = marks[0] + inside + marks[1]
    (span,) = quotations(f"{before} {quoted} {after}")
    assert span == (len(before) + 1, len(before) + 1 + len(quoted))


@given(st.text(alphabet="ab 's’‘\"“”„«»-.(", max_size=40))
def test_quotations_never_overlap(text: str) -> None:
    spans = quotations(text)
    assert list(spans) == sorted(spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert all(start + 1 < end - 1 <= len(text) for start, end in spans)


@given(PLAIN, st.sampled_from("“‘„«\"'"))
def test_an_open_mark_protects_nothing(text: str, mark: str) -> None:
    assert quotations(f"{text} {mark}{text}") == ()


@pytest.mark.parametrize("kind", ["naam", "adres", "wet", "url", "citaat"])
def test_nothing_is_found_in_the_sentences_of_the_material(kind: str, shipped: WordRules) -> None:
    with (MATERIAL / "stil.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        texts = [row["tekst"] for row in rows if row["soort"] == kind]
    assert len(texts) >= 30
    assert [pair for text in texts for pair in _found(text, shipped)] == []


def _found(text: str, rules: WordRules) -> Iterable[tuple[str, str]]:
    analysis = load_pipeline().analyse(text)
    words = rules.check(analysis)
    findings = [*words.findings, *(term.finding for term in words.terms)]
    for check in ALL_CHECKS:
        findings += check(analysis, load_profile())
    return [(each.rule, text) for each in findings if not is_protected(analysis, each)]
