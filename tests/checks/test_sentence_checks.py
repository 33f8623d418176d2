"""The sentence checks: what each finds, and what it leaves alone."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from brievenbus.checks.registry import ALL_CHECKS
from brievenbus.checks.sentences import (
    embrace,
    enumeration,
    noun_style,
    passive,
)
from brievenbus.dutch.pipeline import Pipeline, load_pipeline
from brievenbus.findings import Category, Finding, Severity
from brievenbus.rulebook.profiles import load_profile

MATERIAL = Path(__file__).parents[1] / "material" / "passives.tsv"
RESIDENT = load_profile()
CHECKS = {check.id: check for check in ALL_CHECKS}


def run(rule: str, text: str, profile: str = "inwoner") -> list[Finding]:
    return CHECKS[rule](load_pipeline().analyse(text), load_profile(profile))


ANTI_PATTERNS = {
    "lange-zin": """
Wij hebben uw aanvraag op 3 mei gekregen en wij laten u binnen acht weken weten of u het geld van ons krijgt of niet.
Omdat u geen kopie van uw paspoort en ook geen loonstroken heeft gestuurd, kunnen wij nog niet beslissen of u in juni geld krijgt.
U kunt de nieuwe kaart vanaf 1 juni op werkdagen tussen negen en vijf uur ophalen bij de balie van het gemeentehuis in Hoogezand.
Als u het niet eens bent met deze beslissing, kunt u binnen zes weken een brief sturen, maar u moet het bedrag wel eerst betalen.
Wij werken vanaf maandag aan de weg en daarom kunt u met de auto niet in uw straat komen, terwijl fietsers er wel langs mogen.
In de bijlage bij deze brief vindt u een overzicht van alle bedragen die u in de afgelopen drie jaar van ons heeft gekregen.
""",
    "tangconstructie": """
De bewoners, die al maanden klagen over het lawaai van het bedrijf aan de haven, hebben een brief gestuurd.
Het college stelt de hoogte van de bijdrage voor mensen met een laag inkomen en weinig spaargeld vast.
Wij hebben uw aanvraag voor een kaart om in de straten rond het station te parkeren bekeken.
De regeling, waarin staat hoeveel geld mensen met een laag inkomen per maand krijgen, verandert in juli.
U moet het formulier bij deze brief voor 1 juni met een kopie van uw paspoort opsturen.
De medewerker die vorige week dinsdag met u over de schade aan uw auto heeft gesproken belt u morgen.
""",
    "lijdende-vorm": """
Uw aanvraag wordt door ons beoordeeld.
Het bedrag is op uw rekening gestort.
De straat werd vorige week afgesloten.
Er is besloten om het zwembad te sluiten.
Wij laten u weten wanneer het geld wordt betaald.
Uw brief zal binnen twee weken worden beantwoord.
U wordt verzocht om te bellen.
""",
    "naamwoordstijl": """
Het verstrekken van informatie gebeurt door ons.
Het tijdig indienen van het formulier is belangrijk.
De invoering van de wet leidt tot een toename van de aanmeldingen en een verhoging van de bijdragen.
De beoordeling van uw aanvraag en de vaststelling van de hoogte kosten tijd.
Voor het aanvragen van geld is het invullen van een formulier nodig.
Wij werken aan de verbetering van de dienstverlening door een versnelling van de behandeling van vragen.
""",
    "opsomming-in-zin": """
Stuur ons een kopie van uw paspoort, uw huurcontract, uw loonstroken van drie maanden en een bewijs van uw verzekering.
Wij kijken bij uw aanvraag naar uw inkomen, uw spaargeld, uw woning, uw auto en de mensen in uw huis.
In het gemeentehuis kunt u terecht voor een paspoort, een rijbewijs, een uittreksel, een verklaring of een vergunning.
Neem naar het gesprek een geldig paspoort, een recente foto, uw oude kaart en het formulier bij deze brief mee.
U krijgt geld voor de bus, de trein, schoolboeken, sportkleding of een fiets voor uw kind.
De nieuwe regels gelden voor winkels, restaurants, hotels, sportscholen en bedrijven in het centrum van de stad.
""",
    "dubbele-ontkenning": """
U krijgt geen geld, tenzij u niet te laat bent.
Het is niet onmogelijk dat u geld krijgt.
Wij kunnen niet zonder uw gegevens.
U mag niet weigeren om te komen.
Dat is niet ongebruikelijk in onze stad.
Wij betalen niets, behalve als u geen inkomen heeft.
""",
}

BEST_PRACTICES = {
    "lange-zin": """
Wij hebben uw aanvraag op 3 mei gekregen.
Binnen acht weken laten wij u weten of u het geld krijgt.
U stuurde geen kopie van uw paspoort. Daarom kunnen wij nog niet beslissen.
U kunt de kaart ophalen bij de balie van het gemeentehuis in Hoogezand.
Bent u het niet eens met deze beslissing? Stuur dan binnen zes weken een brief.
U moet het bedrag wel eerst betalen.
""",
    "tangconstructie": """
De bewoners klagen al maanden over het lawaai.
Zij hebben een brief gestuurd naar het bedrijf aan de haven.
Het college bepaalt hoeveel mensen met een laag inkomen zelf betalen.
Wij hebben uw aanvraag bekeken.
De regeling verandert in juli. Daarin staat hoeveel geld mensen krijgen.
U moet het formulier opsturen. Dat zit bij deze brief.
Morgen belt de medewerker die u sprak u terug.
""",
    "lijdende-vorm": """
Wij beoordelen uw aanvraag.
U bent vorig jaar verhuisd naar Hoogezand.
Het loket is op maandag gesloten.
U bent verplicht om te komen.
De huur is dit jaar gestegen.
Het wordt morgen warmer.
U leest de door u gestuurde papieren terug.
Het formulier is te vinden op onze website.
U krijgt het geld in juni uitbetaald.
""",
    "naamwoordstijl": """
Wij geven u informatie.
Dien het formulier op tijd in.
Uw uitkering en uw woning blijven hetzelfde.
De vergadering van de gemeenteraad is in het gemeentehuis.
Voor vragen over uw rekening belt u de afdeling belastingen.
De opening van het zwembad is op 3 mei.
""",
    "opsomming-in-zin": """
Neem uw paspoort en uw kaart mee.
U kunt bellen, mailen of langskomen.
Als u belt, helpen wij u, maar niet op zondag.
Stuur ons uw paspoort, uw huurcontract en uw loonstroken.
Wij bellen u op maandag 3 mei, en u krijgt daarna van ons een brief met de uitslag.
Omdat u verhuist, verandert uw bijdrage, en daarom krijgt u in mei een nieuwe brief van ons.
""",
    "dubbele-ontkenning": """
U krijgt geld als u op tijd bent.
U krijgt geen geld.
U hoeft niets te doen en u hoeft niet te bellen.
U krijgt geen brief en geen kaart.
Bel niet, maar mail ons.
De deur is niet open. Er is niemand.
Dat is onbekend bij ons.
""",
}


def cases(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(rule, text) for rule, block in table.items() for text in block.strip().splitlines()]


@pytest.mark.parametrize(("rule", "text"), cases(ANTI_PATTERNS))
def test_finds_the_anti_pattern(rule: str, text: str) -> None:
    found = run(rule, text)
    assert {finding.rule for finding in found} == {rule}
    for finding in found:
        assert finding.text == text[finding.start : finding.end]
        assert all(finding.start <= start < end <= finding.end for start, end in finding.parts)
        assert finding.suggestions == ()
        assert finding.message.endswith((".", "’"))


@pytest.mark.parametrize(("rule", "text"), cases(BEST_PRACTICES))
def test_leaves_the_best_practice_alone(rule: str, text: str) -> None:
    assert run(rule, text) == []


@pytest.mark.parametrize(
    ("rule", "category"),
    [
        ("lange-zin", Category.ZIN),
        ("tangconstructie", Category.ZIN),
        ("lijdende-vorm", Category.ZIN),
        ("naamwoordstijl", Category.STIJL),
        ("opsomming-in-zin", Category.STIJL),
        ("dubbele-ontkenning", Category.STIJL),
    ],
)
def test_each_check_has_its_category(rule: str, category: Category) -> None:
    text = ANTI_PATTERNS[rule].strip().splitlines()[0]
    assert {finding.category for finding in run(rule, text)} == {category}


def words(count: int) -> str:
    return " ".join(["Wij", "bellen", "u", *["nog"] * (count - 3)]) + "."


@pytest.mark.parametrize("profile", ["laaggeletterd", "jongere", "inwoner", "ondernemer", "raad"])
def test_a_sentence_is_long_from_the_profile_on(profile: str) -> None:
    limit = load_profile(profile).lange_zin
    assert run("lange-zin", words(limit), profile) == []
    (finding,) = run("lange-zin", words(limit + 1), profile)
    assert f"telt {limit + 1} woorden" in finding.message


def test_punctuation_is_no_word_of_a_long_sentence() -> None:
    assert run("lange-zin", words(20).replace("nog nog", "nog, “nog” –", 2)) == []


def test_a_long_sentence_says_where_to_cut_and_what_to_keep() -> None:
    text = ANTI_PATTERNS["lange-zin"].strip().splitlines()[3]
    (finding,) = run("lange-zin", text)
    assert "Dat kan voor ‘maar u moet’." in finding.message
    assert "Laat ‘maar u moet’ staan" in finding.message
    assert (finding.start, finding.end) == (0, len(text))


def test_an_embrace_names_its_two_words_and_their_distance(pipeline: Pipeline) -> None:
    text = ANTI_PATTERNS["tangconstructie"].strip().splitlines()[0]
    (finding,) = run("tangconstructie", text)
    assert [text[start:end] for start, end in finding.parts] == ["bewoners", "hebben"]
    assert finding.message.startswith("Tussen ‘bewoners’ en ‘hebben’ staan 13 woorden.")
    wide = replace(RESIDENT, tang=13, tang_onderwerp=13)
    assert embrace.check(pipeline.analyse(text), wide) == []


@pytest.mark.parametrize(
    ("text", "severity", "part"),
    [
        ("De brief wordt morgen verstuurd.", Severity.NOTE, "Hier staat niet wie het doet. Is dat"),
        ("De brief wordt door ons verstuurd.", Severity.WARNING, "Zeg eerst wie het doet: ons."),
        (
            "De brief wordt morgen in de loop van de middag met een kopie van uw paspoort aan de bank verstuurd.",
            Severity.WARNING,
            "Begin met de doener",
        ),
    ],
)
def test_a_short_passive_without_a_doer_is_a_tip(text: str, severity: Severity, part: str) -> None:
    (finding,) = run("lijdende-vorm", text)
    assert finding.severity is severity
    assert part in finding.message


def test_the_length_of_a_short_passive_follows_the_profile(pipeline: Pipeline) -> None:
    analysis = pipeline.analyse("De brief wordt morgen verstuurd.")
    (finding,) = passive.check(analysis, replace(RESIDENT, korte_zin=4))
    assert finding.severity is Severity.WARNING


def test_noun_style_follows_the_profile(pipeline: Pipeline) -> None:
    text = "De invoering door een verhoging met behulp van een versnelling."
    analysis = pipeline.analyse(text)
    assert noun_style.check(analysis, replace(RESIDENT, naamwoorden=9)) == []


def test_a_row_is_a_list_from_the_profile_on(pipeline: Pipeline) -> None:
    text = ANTI_PATTERNS["opsomming-in-zin"].strip().splitlines()[0]
    (finding,) = run("opsomming-in-zin", text)
    assert "een rij van 4 dingen" in finding.message
    analysis = pipeline.analyse(text)
    assert enumeration.check(analysis, replace(RESIDENT, opsomming_delen=5)) == []
    assert enumeration.check(analysis, replace(RESIDENT, opsomming_woorden=99)) == []


def test_two_negations_are_named() -> None:
    (finding,) = run("dubbele-ontkenning", "Het is niet onmogelijk.")
    assert finding.message.startswith("‘niet’ en ‘onmogelijk’ samen zijn lastig te lezen.")


@pytest.mark.parametrize("rule", CHECKS)
@pytest.mark.parametrize("text", ["", "?", "Ja.", "…", "🙂", "Adres", "1. 2. 3."])
def test_a_text_without_a_sentence_has_no_findings(rule: str, text: str) -> None:
    assert run(rule, text) == []


def test_finds_nearly_all_passives_of_the_material_and_little_else(pipeline: Pipeline) -> None:
    with MATERIAL.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    analyses = pipeline.analyse_all([(row["sentence"], ()) for row in rows])
    right = found = wanted = 0
    for row, analysis in zip(rows, analyses, strict=True):
        passives = [
            each
            for number in range(len(analysis.sentences))
            for each in passive.find_passives(analysis, number)
        ]
        got = Counter(f"{each.auxiliary.lower}+{each.participle.lower}" for each in passives)
        gold = Counter(row["words"].split(";")) if row["words"] else Counter()
        right += (got & gold).total()
        found, wanted = found + got.total(), wanted + gold.total()
    assert len(rows) == 160
    assert right / found >= 0.95
    assert right / wanted >= 0.93
