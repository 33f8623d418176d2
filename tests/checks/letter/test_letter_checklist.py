"""The checklist: each item on letters that have it, lack it, or do not need it."""

from __future__ import annotations

import tomllib
from importlib import resources
from pathlib import Path

import pytest

from brievenbus.checks.letter import ITEMS, checklist
from brievenbus.documents import read
from brievenbus.letter import Letter

from .conftest import items, items_of

LETTERS = Path(__file__).parent / "letters"
SAMPLES = Path(__file__).parents[3] / "samples"

YES, NO, NA = True, False, None
# In the order of ITEMS: message to phone; reachable, subject, headings; paragraphs to dates; the rest.
EXPECTED = {
    "aanmaning-moeilijk": (
        *(NO, YES, YES, YES, YES, NO),
        *(NA, NO, NA, NA),
        *(YES, YES, YES),
        *(YES, NA, NA, YES),
    ),
    "afwijzing-moeilijk": (
        *(NO, NO, NO, NA, NA, NO),
        *(NA, NO, NA, NA),
        *(YES, YES, YES),
        *(NO, NO, NA, YES),
    ),
    "gegevens-makkelijk": (
        *(YES, YES, YES, NA, YES, YES),
        *(YES, YES, NA, NA),
        *(YES, YES, YES),
        *(YES, NA, NA, YES),
    ),
    "uitnodiging-sjabloon": (
        *(YES, YES, YES, YES, YES, YES),
        *(NO, YES, NA, NA),
        *(YES, YES, NA),
        *(YES, NA, NA, YES),
    ),
    "werk-aan-de-weg": (
        *(YES, YES, YES, NA, NA, YES),
        *(NO, YES, NA, NA),
        *(YES, YES, YES),
        *(YES, NA, NA, YES),
    ),
}


@pytest.mark.parametrize("name", EXPECTED)
def test_whole_letters(name: str) -> None:
    found = items_of(read(LETTERS / f"{name}.txt"))
    assert {key: item.met for key, item in found.items()} == dict(
        zip(ITEMS, EXPECTED[name], strict=True)
    )


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*-herschreven.txt")), ids=lambda p: p.stem)
def test_a_rewritten_sample_meets_every_item(path: Path) -> None:
    assert [item.item for item in items_of(read(path)).values() if item.met is not True] == []


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda p: p.stem)
def test_without_analyses_the_text_is_enough(path: Path) -> None:
    letter = read(path)
    plain = checklist(letter, [None] * len(letter.blocks))
    assert [item.met for item in plain] == [item.met for item in items_of(letter).values()]


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda p: p.stem)
def test_offsets_lie_in_the_text(path: Path) -> None:
    letter = read(path)
    for item in items_of(letter).values():
        assert (item.start is None) == (item.end is None)
        if item.start is not None and item.end is not None:
            assert 0 <= item.start < item.end <= len(letter.text)
            assert letter.text[item.start : item.end].strip()


def test_an_empty_letter_has_every_item() -> None:
    letter = Letter("-", "txt", ())
    assert tuple(item.item for item in checklist(letter, [])) == ITEMS


def test_the_message_says_what_was_found_and_where() -> None:
    item = items("Wij gaan verhuizen.\n\nLever uw sleutel in binnen 6 weken.")["termijn"]
    assert item.message == "Termijn: binnen 6 weken, alinea 2."


@pytest.mark.parametrize(
    ("body", "met"),
    [
        ("U krijgt geen bijstand. Wij leggen uit waarom.", True),
        ("Op 3 mei 2026 vroeg u om hulp. Wij hebben besloten dat u die hulp krijgt.", True),
        ("Wilt u ons uw loonstrook sturen? Wij wachten op dat papier.", True),
        ("Vanaf 4 mei 2026 is de Kerkstraat afgesloten. Dan begint het werk aan de weg.", True),
        ("Goed nieuws! Uw kind mag met de schooltaxi.", True),
        ("Hierbij delen wij u mede dat uw hulp stopt op 1 mei 2026.", True),
        ("Uw aanvraag is nog niet compleet. Er is meer nodig.", True),
        ("Hierbij ontvangt u de beschikking op uw aanvraag. Uw aanvraag is gelezen.", False),
        ("Naar aanleiding van uw brief delen wij u het volgende mee. Uw brief is gelezen.", False),
        (
            "U krijgt deze brief omdat u een hond hebt. In deze brief leest u wat u moet doen.",
            False,
        ),
        (
            "Op 3 mei 2026 vroeg u om hulp. Wij hebben uw brief ontvangen.\n\nWij wijzen die af.",
            False,
        ),
        ("Hebt u kinderen? Dan kent u de school. Die bestaat al jaren. Er zijn er drie.", False),
    ],
)
def test_core_message(body: str, met: bool) -> None:
    assert items(body)["kern"].met is met


@pytest.mark.parametrize(
    ("body", "met"),
    [
        ("Vul het formulier in.", True),
        ("U dient het bedrag te voldoen.", True),
        ("U kunt zich aanmelden voor de avond.", True),
        ("U hoeft niets te doen.", True),
        ("Het formulier dient te worden ingevuld.", True),
        ("Vergeet niet uw paspoort mee te nemen.", True),
        ("U bent € 40,00 verschuldigd, te voldoen binnen twee weken.", True),
        ("Wij manen u aan het bedrag te betalen.", True),
        ("Het CAK stuurt u elke maand een rekening.", False),
        ("De termijn waarbinnen een besluit dient te worden genomen, is langer.", False),
        ("Wij hebben uw brief gelezen. Hebt u vragen? Bel ons op 14 0598.", False),
        ("In de folder staat wat u moet doen.", False),
        ("Dit is ons besluit. U kunt bezwaar maken.", False),
    ],
)
def test_action(body: str, met: bool) -> None:
    assert items(body)["actie"].met is met


@pytest.mark.parametrize(
    ("body", "met"),
    [
        ("Betaal uiterlijk 12 maart 2026.", True),
        ("Betaal vóór 12-03-2026.", True),
        ("Betaal het bedrag. Doe dat binnen veertien dagen.", True),
        ("Betaal vóór «datum».", True),
        ("Kom op maandag 9 maart 2026 naar ons kantoor.", True),
        ("U hoeft niets te doen. Wij bellen u binnen 2 weken.", True),
        ("U hoeft niets te doen. Het werk duurt van 4 mei tot en met 8 mei 2026.", True),
        ("Wij nodigen u uit. Het gesprek is op dinsdag 3 maart 2026 om 10.00 uur.", True),
        ("Betaal het bedrag.\n\nDeel\tBedrag\tBetaal uiterlijk\n1\t€ 40\t30 april 2026", True),
        ("Betaal het bedrag. Uw brief van 12 maart 2026 hebben wij gelezen.", False),
        ("Betaal het bedrag. U kunt binnen 6 weken bezwaar maken.", False),
        ("Stuur ons uw afschriften van 1 januari 2026 tot en met 31 maart 2026.", False),
        ("Betaal het bedrag. Wij sturen u binnen 2 weken een rekening.", False),
    ],
)
def test_deadline(body: str, met: bool) -> None:
    assert items(body)["termijn"].met is met


@pytest.mark.parametrize(
    ("body", "met"),
    [
        ("U betaalt € 12,50 voor een pas.", True),
        ("U betaalt 1.250 euro.", True),
        ("U krijgt [bedrag] terug.", True),
        ("De hoogte van de subsidie is 24.010.", True),
        ("De subsidie is er voor 24.010 inwoners. Wij geven subsidie.", False),
        ("Wij wijzen uw aanvraag om subsidie af. U krijgt dus geen subsidie.", None),
        (
            "Wij wijzen uw aanvraag af. U moet het bedrag betalen. De rekening krijgt u later.",
            False,
        ),
        ("U moet de kosten betalen. Het bedrag staat op de rekening.", False),
        ("Breng uw afval naar de straat. Dat is gratis.", None),
    ],
)
def test_amount(body: str, met: bool | None) -> None:
    assert items(body)["bedrag"].met is met


@pytest.mark.parametrize(
    ("body", "met"),
    [
        ("Betaal op tijd. Betaalt u niet? Dan komen er kosten bij.", True),
        ("Stuur uw papieren. Als wij niets van u horen, stoppen wij uw aanvraag.", True),
        ("Stuur uw papieren. Anders krijgt u geen hulp.", True),
        ("Betaal op tijd. Betaalt u te laat, dan komt er € 9 bij.", True),
        ("Stuur uw papieren. Reageert u niet, dan denken wij dat u het eens bent.", True),
        ("Haal uw auto weg. Staat er dan nog een auto? Dan slepen wij hem weg.", True),
        ("Meld u aan. Wie zich niet meldt, verliest zijn plek.", True),
        ("Stuur uw papieren. Uw hulp stopt niet als u verhuist.", False),
        ("Betaal vandaag. Kunt u niet betalen? Bel ons dan.", False),
        ("Betaal vandaag. Bent u het niet eens met ons? Dan kunt u bezwaar maken.", False),
        ("U hoeft niets te doen.", None),
    ],
)
def test_consequence(body: str, met: bool | None) -> None:
    assert items(body)["gevolg"].met is met


@pytest.mark.parametrize(
    "number",
    [
        "14 0598",
        "0598 37 37 37",
        "0598-373737",
        "(0598) 37 37 37",
        "088-123 45 67",
        "06-12345678",
        "06 12 34 56 78",
        "+31 598 37 37 37",
        "0800-1234",
        "«telefoonnummer»",
    ],
)
def test_a_telephone_number(number: str) -> None:
    assert items(f"U bereikt ons op {number}.")["telefoon"].met is True


@pytest.mark.parametrize(
    "text",
    [
        "Maak het geld over naar NL00 VBLD 0598 3737 37.",
        "Uw BSN is 059837373.",
        "Noem zaaknummer 0598373737.",
        "Zet erbij: 0000 0598 3737.",
        "Kom langs op 03-04-2026 tussen 9.00 en 12.00 uur.",
        "Fax: 0598 37 37 37.",
        "Woont u op nummer 14?\n\nPostbus 14\n0000 AA Voorbeeldstad",
    ],
)
def test_no_telephone_number(text: str) -> None:
    assert items(text)["telefoon"].met is False


@pytest.mark.parametrize(
    ("subject", "met"),
    [
        ("Onderwerp: U krijgt een parkeervergunning", True),
        ("Betreft: Aanvraag bijzondere bijstand", True),
        ("Onderwerp: Uw aanvraag", False),
        ("Onderwerp: Parkeervergunning sector B", False),
        ("Onderwerp: Besluit op uw aanvraag van 3 mei 2026", False),
        ("Datum: 3 mei 2026", False),
    ],
)
def test_subject(subject: str, met: bool) -> None:
    assert items("Dit is de brief.", subject)["onderwerp"].met is met


def test_headings_are_needed_in_a_long_letter_only() -> None:
    sentence = "Wij schrijven u over het afval in uw straat en in uw buurt. "
    assert items(sentence * 5)["koppen"].met is None
    assert items(sentence * 20)["koppen"].met is False
    parted = f"{sentence * 8}\n\nWat verandert er\n\n{sentence * 8}"
    assert items(parted)["koppen"].met is True


@pytest.mark.parametrize(
    ("body", "met"),
    [
        ("U krijgt uw pas thuis. Kom om 14.00 u.", True),
        ("Je krijgt jouw pas thuis.", True),
        ("U krijgt een pas. Neem je oude pas mee.", False),
        ("Op uw kaart staat “Weet je het nog?”.", True),
        ("U krijgt een pas.", True),
        ("Belanghebbende ontvangt een pas.", False),
    ],
)
def test_form_of_address(body: str, met: bool) -> None:
    assert items(body)["aanspreking"].met is met


@pytest.mark.parametrize(
    ("body", "met"),
    [
        ("Wij hebben besloten uw aanvraag af te wijzen.", False),
        ("Uw aanvraag is afgewezen. U kunt bezwaar maken.", True),
        ("Tegen dit besluit kan een bezwaarschrift worden ingediend.", True),
        ("U moet € 300 terugbetalen. Dat hebben wij besloten.", False),
        ("Wij moeten uw aanvraag helaas afwijzen.", False),
        ("U kunt een boete krijgen. Ook kan een boete worden opgelegd.", None),
        ("Wij nemen binnen 8 weken een besluit.", None),
        ("In ons besluit van 3 mei 2026 leest u daar meer over.", None),
        ("Dit is een herinnering. U kunt hiertegen geen bezwaar maken.", None),
        ("Wij maken de straat schoon.", None),
    ],
)
def test_objection(body: str, met: bool | None) -> None:
    assert items(body)["bezwaar"].met is met


def test_a_form_behind_the_letter_must_address_the_reader_in_the_same_way() -> None:
    form = "Antwoordformulier\n\nKruis aan wat voor jou geldt en stuur dit terug."
    assert items("U krijgt een pas.", after=form)["aanspreking"].met is False


def test_length() -> None:
    assert items("Dit is een zin van zes woorden. " * 50)["lengte"].met is True
    assert items("Dit is een zin van zes woorden. " * 70)["lengte"].met is False


def test_what_writers_read_is_plain() -> None:
    source = resources.files("brievenbus.checks") / "data" / "checklist.toml"
    texts = tomllib.loads(source.read_text(encoding="utf-8"))["tekst"]
    for item in ITEMS:
        for text in texts[item].values():
            assert all(len(part.split()) <= 15 for part in text.replace("?", ".").split(". "))
