"""Times to call, headings, paragraphs, articles of law, dates, and the words of the objection clause."""

from __future__ import annotations

import pytest

from .conftest import found_text, items

CALL = "Bel ons op 0598 37 37 37."


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Bel 14 0598, op werkdagen van 9.00 tot 17.00 uur.", "op werkdagen van 9.00 tot 17.00 uur"),
        (f"{CALL} Dat kan elke werkdag van 9 tot 12 uur.", "elke werkdag van 9 tot 12 uur"),
        ("Bel mevrouw Voorbeeld: 0598 37 37 37. Zij werkt op maandag en dinsdag.", "op maandag en dinsdag"),
        ("U kunt ons 24 uur per dag bellen op 0598 37 37 37.", "24 uur per dag"),
        ("Ons nummer is 14 0598. Wij zijn er van ma t/m vr 8.30-17.00 uur.", "van ma t/m vr 8.30-17.00 uur"),
        ("U bereikt ons tussen 9.00 en 12.30 uur op 14 0598.", "tussen 9.00 en 12.30 uur"),
        ("Van 9.00 tot 12.00 uur zijn wij bereikbaar op 14 0598.", "Van 9.00 tot 12.00 uur"),
        (f"{CALL}\n\nU kunt ons bellen op:\n\n- maandag van 9.00 tot 12.00 uur\n- vrijdag", "maandag van 9.00 tot 12.00 uur"),
        ("Bel voor een afspraak 14 0598, op werkdagen vanaf 8.30 uur.", "op werkdagen vanaf 8.30 uur"),
        ("Wanneer kunt u bellen?\n\nOp dinsdagochtend van 9.00 tot 11.30 uur. Ons nummer is 14 0598.", "Op dinsdagochtend van 9.00 tot 11.30 uur"),
        ("U kunt mij op donderdag de hele dag bellen: 06-12 34 56 78.", "op donderdag de hele dag"),
        ("Ons loket is op werkdagen van 9.00 tot 12.00 uur bereikbaar op 14 0598.", "op werkdagen van 9.00 tot 12.00 uur"),
        ("Bel of app 06-12 34 56 78 tijdens kantooruren.", "tijdens kantooruren"),
    ],
)  # fmt: skip
def test_times_to_call(body: str, found: str) -> None:
    assert items(body)["bereikbaar"].met is True
    assert found_text(body, "bereikbaar") == found


@pytest.mark.parametrize(
    "body",
    [
        CALL,
        f"{CALL} De balie is open van 9.00 tot 12.00 uur.",
        f"{CALL}\n\nHet zwembad is op werkdagen open van 7.00 tot 22.00 uur.",
        f"Kunt u niet komen op dinsdag 14 april 2026 om 10.00 uur? {CALL}",
        "Bel ons uiterlijk 24 uur van tevoren: 14 0598.",
        "Bel ons vóór maandag 18 mei 2026, 12.00 uur, op 14 0598.",
        f"{CALL} Wij bellen u dan terug tussen 9.00 en 12.00 uur.",
        f"{CALL} De straat is dicht van 7.00 tot 16.00 uur.",
        f"Het gesprek duurt van 10.00 tot 11.00 uur. {CALL}",
        f"{CALL} U krijgt na vijf werkdagen bericht.",
        f"Op werkdagen halen wij het afval op. {CALL}",
        f"{CALL} Tijdens de bouw blijft uw huis van 7.00 tot 19.00 uur bereikbaar.",
    ],
)
def test_other_times_are_not_for_calling(body: str) -> None:
    assert items(body)["bereikbaar"].met is False


def test_times_above_and_below_the_letter_count() -> None:
    above = (
        "Telefoon: 14 0598 (ma t/m vr van 9.00 tot 17.00 uur)\nOnderwerp: Nieuwe regels voor afval"
    )
    assert items("U krijgt een nieuwe bak.", above)["bereikbaar"].met is True
    below = "Bereikbaar op 14 0598, op werkdagen van 9.00 tot 17.00 uur."
    assert items("U krijgt een nieuwe bak.", after=below)["bereikbaar"].met is True


def test_without_a_number_there_are_no_times_to_miss() -> None:
    item = items("De balie is open van 9.00 tot 12.00 uur.")["bereikbaar"]
    assert item.met is None


def test_the_message_gives_the_times_and_the_place() -> None:
    item = items("U krijgt een bak.\n\nBel 14 0598, van 9.00 tot 17.00 uur.")["bereikbaar"]
    assert item.message == "Bereikbaar: ‘van 9.00 tot 17.00 uur’, alinea 2."


TEXT = "Wij hebben uw brief gelezen en wij denken er nog over na."


def letter_with_headings(*headings: str) -> str:
    return "\n\n".join(f"{heading}\n\n{TEXT}" for heading in headings)


@pytest.mark.parametrize(
    ("headings", "met"),
    [
        (["U krijgt een nieuwe bak", "Wat moet u doen?", "Contact"], True),
        (["Bent u het niet eens met ons besluit?", "Hebt u vragen?"], True),
        (["Zo komt u bij uw huis"], True),
        (["Besluit", "Hebt u vragen?"], False),
        (["Inleiding", "Overwegingen", "Besluit"], False),
        (["1. Aanleiding", "2. Ons besluit", "3. Wat betekent dit voor u?"], False),
        (["BESLUIT", "Wet- en regelgeving", "Wanneer krijgt u het geld?"], False),
        (["Motivering bij het besluit", "Verdere procedure"], False),
        (["Vragen?"], True),
    ],
)
def test_headings_say_something(headings: list[str], met: bool) -> None:
    assert items(letter_with_headings(*headings))["kopteksten"].met is met


def test_a_letter_without_headings_has_no_headings_to_judge() -> None:
    assert items(TEXT)["kopteksten"].met is None


def test_the_last_line_above_the_closing_is_no_heading() -> None:
    assert items(f"{TEXT}\n\nTot ziens!")["kopteksten"].met is None


def test_the_message_quotes_the_headings_that_say_nothing() -> None:
    one = items(letter_with_headings("Besluit"))["kopteksten"]
    assert one.message == "Deze kop zegt weinig: ‘Besluit’. Zet in de kop wat eronder staat."
    body = letter_with_headings("Inleiding", "Wat moet u doen?", "Ons besluit:")
    several = items(body)["kopteksten"]
    assert several.message.startswith("Deze koppen zeggen weinig: ‘Inleiding’ en ‘Ons besluit’.")
    assert found_text(body, "kopteksten") == "Inleiding"


SENTENCE = "Wij schrijven u over het afval in uw straat. "  # nine words


def test_paragraphs_have_eighty_words_at_most() -> None:
    assert items(SENTENCE * 8)["alineas"].met is True
    item = items(f"{TEXT}\n\n{SENTENCE * 9}")["alineas"]
    assert item.met is False
    assert item.message.startswith("Er is een lange alinea: alinea 2, met 81 woorden.")


def test_a_long_item_is_a_long_paragraph() -> None:
    assert items(f"{TEXT}\n\n- {SENTENCE * 10}\n- kort")["alineas"].met is False


def test_several_long_paragraphs_are_counted() -> None:
    message = items(f"{SENTENCE * 9}\n\n{SENTENCE * 10}")["alineas"].message
    assert message.startswith("Er zijn 2 lange alinea’s. De eerste is alinea 1, met 81 woorden.")


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Op grond van artikel 4:5 van de Awb stoppen wij.", "artikel 4:5 van de Awb"),
        ("Dit staat in art. 18 Participatiewet.", "art. 18"),
        ("Volgens artikel 58, eerste lid, van de Participatiewet moet dat.", "artikel 58, eerste lid, van de Participatiewet"),
        ("Wij letten op de artikelen 3 en 4 van de regeling.", "artikelen 3 en 4 van de regeling"),
        ("Dit staat in artikel «nummer» van de wet.", "artikel «nummer» van de wet"),
        ("U voldoet niet aan:\n\n- de regels van artikel 5.1;\n- de andere regels.", "artikel 5.1"),
    ],
)  # fmt: skip
def test_articles_of_law_in_the_text(body: str, found: str) -> None:
    assert items(f"{body}\n\n{TEXT}")["wetsartikelen"].met is False
    assert found_text(f"{body}\n\n{TEXT}", "wetsartikelen") == found


@pytest.mark.parametrize(
    "body",
    [
        TEXT,
        "Zo staat het in de Participatiewet.",
        "Lees het artikel in de krant van 3 mei 2026.",
        f"{TEXT}\n\nDit besluit is gebaseerd op artikel 35 van de Participatiewet.",
        f"{TEXT}\n\nDit besluit is gebaseerd op artikel 4:5 van de Awb.\n\nWij vertrouwen erop u voldoende te hebben geïnformeerd.",
        f"{TEXT}\n\nWettelijke basis\n\nArtikel 35 van de Participatiewet.",
        f"{TEXT}\n\nDit besluit is gebaseerd op:\n\n- artikel 35 van de Participatiewet;\n- artikel 4:5 van de Awb.",
        f"{TEXT}\n\nOns besluit steunt op artikel 4:5 van de Awb.\n\nHebt u vragen? {CALL}",
    ],
)
def test_no_articles_of_law_or_only_at_the_end(body: str) -> None:
    assert items(body)["wetsartikelen"].met is True


@pytest.mark.parametrize(
    "last",
    [
        "Op grond van artikel 35 van de Participatiewet wijzen wij uw aanvraag af.",
        "Dit besluit is gebaseerd op artikel 35 van de Participatiewet. Stuur ons uw papieren.",
    ],
)
def test_the_end_may_only_name_the_law(last: str) -> None:
    assert items(f"{TEXT}\n\n{last}")["wetsartikelen"].met is False


def test_a_note_below_the_signature_may_name_the_law() -> None:
    after = "Dit besluit is gebaseerd op artikel 35 van de Participatiewet en op onze regels."
    assert items(TEXT, after=after)["wetsartikelen"].met is True


@pytest.mark.parametrize(
    ("date", "better"),
    [
        ("12-03-2026", "12 maart 2026"),
        ("1-4-2026", "1 april 2026"),
        ("12/03/26", "12 maart 2026"),
        ("12.03.2026", "12 maart 2026"),
        ("2026-03-12", "12 maart 2026"),
        ("12/3", "12 maart"),
        ("12 mrt.", "12 maart"),
        ("12 mrt 2026", "12 maart 2026"),
        ("5 Okt. 2026", "5 oktober 2026"),
        ("30 sept.", "30 september"),
        ("12-mrt-2026", "12 maart 2026"),
    ],
)
def test_dates_that_are_not_in_full(date: str, better: str) -> None:
    body = f"Wij komen op {date} bij u langs."
    item = items(body)["datums"]
    assert item.met is False
    assert item.message == f"Datum niet voluit: ‘{date.rstrip('.')}’, alinea 1. Schrijf: {better}."
    assert found_text(body, "datums") == date


@pytest.mark.parametrize(
    ("body", "met"),
    [
        ("Wij komen op 12 maart 2026.", True),
        ("Wij komen op maandag 12 maart, van 9.00-12.00 uur.", True),
        ("Wij komen op 1 en 2 juni.\n\n- 3 juni\n- op 04-06-2026", False),
        ("Deel\t1\t12-03-2026\nDeel\t2\t12-04-2026", False),
        ("Wij komen in mei 2026.", None),
        ("Wij komen op «datum» bij u.", None),
        ("Bel 06-12-34-56-78 of 0598-37-37-37.", None),
        ("Uw nummer is 12-03-2026-88 en u betaalt € 12.03.", None),
        ("Dat kan 24/7, op de Dorpsstraat 12/3 en 1/2 uur lang.", None),
        ("Het kost 1-2 dagen, van 9-12 uur.", None),
        ("U woont op nummer 12-3. Dat klopt.", None),
        ("Schooljaar 2026/2027 begint.", None),
    ],
)
def test_dates(body: str, met: bool | None) -> None:
    assert items(body)["datums"].met is met


def test_dates_above_the_letter_are_left_alone() -> None:
    subject = "Datum: 12-03-2026\nOnderwerp: Nieuwe regels voor afval"
    assert items("Dit is de brief.", subject)["datums"].met is None


@pytest.mark.parametrize(
    ("body", "met"),
    [
        ("U kunt bezwaar maken. Stuur ons binnen zes weken een brief.", True),
        ("Bent u het niet eens met dit besluit? Dan kunt u bezwaar maken. Schrijf waarom.", True),
        ("U kunt bezwaar maken. Kunt u niet wachten? Vraag de rechter dan om een voorlopige voorziening. Dat is een besluit voor zolang het duurt.", True),
        ("Indien u het niet eens bent met dit besluit, kunt u bezwaar maken.", True),
        ("U kunt hiertegen bezwaar maken. Dat dient u schriftelijk te doen.", False),
        ("U kunt een gemotiveerd bezwaarschrift sturen.", False),
        ("U kunt bezwaar maken. Doe dat binnen zes weken na dagtekening.", False),
        ("U kunt bezwaar maken. Uw bezwaar heeft geen schorsende werking.", False),
        ("Indien u zich met dit besluit niet kunt verenigen, kunt u bezwaar maken.", False),
        ("U kunt een bezwaarschrift indienen bij het college.", False),
        ("U kunt bezwaar maken. Ook kunt u de rechter vragen een voorlopige voorziening te treffen.", False),
        ("U kunt bezwaar maken door binnen zes weken na vandaag een brief te sturen waarin staat wie u bent en waar u woont en waarom u het niet eens bent met wat wij nu doen.", False),
        ("U hoeft niets te doen.", None),
        ("U kunt hiertegen geen bezwaar maken.", None),
        ("Heeft uw buurman bezwaar tegen het feest? Praat dan met hem.", None),
    ],
)  # fmt: skip
def test_words_of_the_objection_clause(body: str, met: bool | None) -> None:
    assert items(body)["bezwaartekst"].met is met


def test_the_hard_phrase_is_shown() -> None:
    body = "Wij stoppen uw hulp.\n\nU kunt bezwaar maken met een gemotiveerd bezwaarschrift."
    assert found_text(body, "bezwaartekst") == "gemotiveerd"
    message = items(body)["bezwaartekst"].message
    assert message.startswith("De uitleg over bezwaar is moeilijk: ‘gemotiveerd’, alinea 2.")


def test_how_to_object_may_be_told_without_the_word() -> None:
    body = (
        "Wij hebben besloten te stoppen met uw hulp.\n\n"
        "Bent u het niet eens met ons besluit?\n\nStuur ons dan binnen zes weken een brief."
    )
    assert items(body)["bezwaar"].met is True
    assert items(body)["bezwaartekst"].met is True
