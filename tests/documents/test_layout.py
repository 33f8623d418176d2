"""What each paragraph of a letter is."""

from __future__ import annotations

import pytest

from brievenbus.documents import read_text
from brievenbus.letter import LetterKind


def kinds(text: str, kind: LetterKind = LetterKind.LETTER) -> list[tuple[str, str]]:
    """Return the blocks of a text as kind and text."""
    return [(block.kind.value, block.text) for block in read_text(text, kind=kind).blocks]


BODY = "\n\nBeste lezer,\n\nU krijgt van ons geld voor een nieuwe fiets."


@pytest.mark.parametrize(
    "line",
    [
        "Datum: 12 maart 2026",
        "Datum\t12 maart 2026",
        "Voorbeeldstad, 12 maart 2026",
        "12 maart 2026",
        "12-03-2026",
        "Ons kenmerk    Z-2026-1",
        "Ons kenmerk Z-2026-1",
        "Betreft: uw aanvraag",
        "Behandeld door: mevrouw Jansen",
        "E-mail: info@voorbeeldstad.example",
        "Bijlage(n): 2",
        "[datum]",
    ],
)
def test_reference_lines(line: str) -> None:
    text = line if "    " not in line else "\t".join(line.split("    "))
    assert kinds(line + BODY)[0] == ("reference", text)


def test_a_label_takes_its_value_from_the_next_line() -> None:
    assert kinds("Ons kenmerk\nZ-2026-1\nDatum\n12 maart 2026" + BODY)[:2] == [
        ("reference", "Ons kenmerk\nZ-2026-1"),
        ("reference", "Datum"),
    ]


def test_sender_and_addressee_are_two_addresses() -> None:
    text = "Gemeente A\nPostbus 1\n1234 AB B\n\nDe heer C\nDorpsstraat 1\n1234 AC B"
    assert [kind for kind, _ in kinds(text + BODY)[:3]] == ["address", "address", "salutation"]


@pytest.mark.parametrize(
    "line",
    [
        "Geachte heer Jansen,",
        "Geachte heer, mevrouw,",
        "Beste lezer,",
        "Beste Jan",
        "L.S.,",
        "Hallo Fatima!",
        "Geachte {{naam}},",
        "Aan de bewoners van de Dorpsstraat,",
    ],
)
def test_salutations(line: str) -> None:
    assert kinds(line + "\n\nU krijgt van ons geld voor een fiets.")[0] == ("salutation", line)


@pytest.mark.parametrize(
    "line",
    ["Met vriendelijke groet,", "Hoogachtend,", "Vriendelijke groeten", "Met hartelijke groet,"],
)
def test_closing_and_signature(line: str) -> None:
    text = (
        f"{BODY}\n\n{line}\n\nnamens het college,\n\n\nA. Jansen\nteamleider\n\nBijlage: een folder"
    )
    assert kinds(text)[2:] == [
        ("closing", line),
        ("signature", "namens het college,\nA. Jansen\nteamleider"),
        ("reference", "Bijlage: een folder"),
    ]


def test_text_under_the_signature_is_text_again() -> None:
    text = BODY + (
        "\n\nHoogachtend,\n\nA. Jansen\n\nBezwaar maken\n\n"
        "Bent u het niet eens met dit besluit? Dan kunt u bezwaar maken."
    )
    assert [kind for kind, _ in kinds(text)[2:]] == [
        "closing",
        "signature",
        "heading",
        "paragraph",
    ]


@pytest.mark.parametrize("mark", ["-", "•", "*", "–", "o", "1.", "2)", "a.", "b)", "(3)", "(c)"])
def test_items_lose_their_mark(mark: str) -> None:
    text = f"Neem dit mee naar de afspraak:\n\n{mark} uw paspoort\n{mark} een bankafschrift"
    assert kinds(text)[1:] == [("item", "uw paspoort"), ("item", "een bankafschrift")]


def test_a_numbered_heading_keeps_its_number() -> None:
    text = (
        "1. Wat is er besloten?\n\nU krijgt van ons geld voor een fiets.\n\n"
        "2. Wat moet u doen?\n\nU hoeft verder niets te doen voor ons."
    )
    assert kinds(text)[0] == ("heading", "1. Wat is er besloten?")
    assert kinds(text)[2] == ("heading", "2. Wat moet u doen?")


def test_the_last_item_of_a_numbered_list_is_no_heading() -> None:
    text = "Neem dit mee naar ons:\n1. Paspoort\n2. Rijbewijs\n\nU krijgt alles van ons terug."
    assert [kind for kind, _ in kinds(text)] == ["paragraph", "item", "item", "paragraph"]


def test_a_heading_right_above_its_text() -> None:
    assert kinds(BODY + "\n\nUw betaling\nU betaalt het bedrag vóór 1 mei aan ons.")[2:] == [
        ("heading", "Uw betaling"),
        ("paragraph", "U betaalt het bedrag vóór 1 mei aan ons."),
    ]


@pytest.mark.parametrize("kind", list(LetterKind))
def test_an_address_in_the_text(kind: LetterKind) -> None:
    address = "Gemeente Voorbeeldstad\nPostbus 100\n1234 AB Voorbeeldstad"
    text = f"Stuur het formulier voor 1 mei naar:\n{address}"
    assert kinds(text, kind) == [
        ("paragraph", "Stuur het formulier voor 1 mei naar:"),
        ("address", address),
    ]


def test_a_loose_address() -> None:
    address = "Mevrouw A. Jansen\nDorpsstraat 1\n1234 AB Voorbeeldstad"
    assert kinds(address, LetterKind.TEXT) == [("address", address)]


def test_a_loose_sentence_is_running_text() -> None:
    assert kinds("De aanvraag is door ons ontvangen.", LetterKind.TEXT) == [
        ("paragraph", "De aanvraag is door ons ontvangen.")
    ]
