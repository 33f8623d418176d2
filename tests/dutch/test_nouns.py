"""Nouns: plurals, *de* and *het*, and determiners that agree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brievenbus.dutch.agreement import agreeing_determiner
from brievenbus.dutch.nouns import article, diminutive, noun_spellings, plural

PLURALS = """
aanvraag aanvragen
besluit besluiten
brief brieven
formulier formulieren
kaart kaarten
rekening rekeningen
vergunning vergunningen
gemeente gemeenten
huis huizen
prijs prijzen
straf straffen
bus bussen
les lessen
dag dagen
weg wegen
kind kinderen
ei eieren
tafel tafels
medewerker medewerkers
ambtenaar ambtenaren
foto foto's
auto auto's
opa opa's
taxi taxi's
baby baby's
bijdrage bijdragen
idee ideeën
knie knieën
mogelijkheid mogelijkheden
voorziening voorzieningen
organisatie organisaties
gemeenschap gemeenschappen
kosten kosten
regel regels
bezwaar bezwaren
termijn termijnen
zaak zaken
school scholen
boom bomen
muur muren
maand maanden
week weken
jaar jaren
uur uren
bedrag bedragen
bewijs bewijzen
reis reizen
schijf schijven
brug bruggen
bureau bureaus
café cafés
parkeerkaart parkeerkaarten
huurprijs huurprijzen
bouwvergunning bouwvergunningen
wet wetten
pot potten
stad steden
hoofdstad hoofdsteden
lied liederen
koe koeien
schip schepen
politicus politici
museum musea
datum data
grens grenzen
kans kansen
chef chefs
paragraaf paragrafen
categorie categorieën
subsidie subsidies
familie families
club clubs
monnik monniken
cursus cursussen
kleinkind kleinkinderen
meldpunt meldpunten
fietspad fietspaden
bon bonnen
""".strip().splitlines()


@pytest.mark.parametrize("row", PLURALS, ids=lambda row: row.split()[0])
def test_makes_the_plural(row: str) -> None:
    singular, expected = row.split()
    assert plural(singular) == expected


def test_does_not_guess_the_plural_of_an_unknown_word() -> None:
    assert plural("xqzt") is None


DIMINUTIVES = """
deel deeltje
plek plekje
auto autootje
opa opaatje
taxi taxietje
café cafeetje
baby baby'tje
boom boompje
raam raampje
man mannetje
ring ringetje
woning woninkje
wandeling wandelingetje
leerling leerlingetje
tafel tafeltje
kamer kamertje
vrouw vrouwtje
glas glaasje
schip scheepje
kind kindje
weg weggetje
brief briefje
programma programmaatje
""".strip().splitlines()


@pytest.mark.parametrize("row", DIMINUTIVES, ids=lambda row: row.split()[0])
def test_makes_the_diminutive(row: str) -> None:
    noun, expected = row.split()
    assert diminutive(noun) == expected


@pytest.mark.parametrize("noun", ["mogelijkheid", "meisje", "toerisme"])
def test_some_nouns_have_no_diminutive(noun: str) -> None:
    assert diminutive(noun) is None


@pytest.mark.parametrize(
    ("noun", "spelling"),
    [("ziekte", "ziekten"), ("ziekte", "ziektes"), ("volk", "volkeren"), ("bloem", "bloempjes")],
)
def test_finds_every_spelling_of_a_form(noun: str, spelling: str) -> None:
    assert spelling in noun_spellings(noun)


ARTICLES = """
de aanvraag brief straat gemeente rekening vergunning mogelijkheid organisatie beslissing afspraak kosten
  schoen sloot gracht kou deken tomaat bewoner regenjas poes gedachte buurvrouw telefoon
  commissie wethouder gemeenschap universiteit techniek begraafplaats uitkering woning kaart parkeerkaart
het besluit formulier bezwaar huis bedrag jaar loket kind geld recht verzoek bewijs inkomen college
  paspoort kantoor terras signaal toneel dialoogvenster voorzitterschap gebrom beeld dogma zwaard
  document onderzoek gesprek bezwaarschrift gemeentehuis huisje aanvraagformulier gebouw terrein
""".strip().splitlines()


def articles() -> list[tuple[str, str]]:
    pairs, current = [], ""
    for line in ARTICLES:
        words = line.split()
        if not line.startswith(" "):
            current = words.pop(0)
        pairs += [(word, current) for word in words]
    return pairs


@pytest.mark.parametrize(("noun", "expected"), articles())
def test_knows_the_article(noun: str, expected: str) -> None:
    assert article(noun) == expected


def test_does_not_guess_the_article_of_an_unknown_word() -> None:
    assert article("xqzt") is None


@pytest.mark.parametrize(
    ("determiner", "noun", "expected"),
    [
        ("de", "besluit", "het"),
        ("het", "brief", "de"),
        ("deze", "formulier", "dit"),
        ("dit", "aanvraag", "deze"),
        ("Die", "bedrag", "Dat"),
        ("onze", "kind", "ons"),
        ("ons", "brief", "onze"),
        ("elke", "jaar", "elk"),
        ("welk", "brief", "welke"),
        ("De", "brief", "De"),
        ("het", "besluit", "het"),
        ("een", "besluit", "een"),
        ("uw", "brief", "uw"),
    ],
)
def test_makes_a_determiner_agree(determiner: str, noun: str, expected: str) -> None:
    assert agreeing_determiner(determiner, noun) == expected


def test_leaves_a_determiner_alone_where_the_gender_is_not_known() -> None:
    assert agreeing_determiner("de", "xqzt") is None


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzéëï'-", min_size=1, max_size=20))
def test_takes_whatever_word(word: str) -> None:
    assert plural(word) != ""
    assert article(word) in ("de", "het", None)
