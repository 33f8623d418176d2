"""What is taken for personal data, and what is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brievenbus.documents import read_text
from brievenbus.privacy import Kind, Personal, add, find, hide

LETTER = """Mevrouw A. Jansema
Kerkstraat 12 bis
9601 AB Hoogezand

Kenmerk: Z/26/104233

Geachte mevrouw Jansema,

Uw burgerservicenummer is 111222333. Wij betalen op NL91 ABNA 0417 1643 00. Uw zoon Piet Jansema
is geboren op 3 mei 2009. U kunt Klaas Wierenga bellen: 06-93253627 of k.wierenga@post.example.
Uw kenteken is XX-99-XX. De auto van JANSEMA stond aan de Hoofdstraat. Dat is Jansema's auto.

Met vriendelijke groet,

Klaas Wierenga
"""


def found(text: str) -> list[tuple[Kind, str]]:
    """What is found in a text: kind and words."""
    letter = read_text(text)
    return [(each.kind, letter.text[each.start : each.end]) for each in find(letter)]


@pytest.mark.parametrize(
    ("kind", "sentence", "words"),
    [
        (Kind.BSN, "Uw BSN is 111222333.", "111222333"),
        (Kind.BSN, "BSN: 1112.22.333", "1112.22.333"),
        (Kind.IBAN, "Wij betalen op nl91abna0417164300.", "nl91abna0417164300"),
        (Kind.IBAN, "Zijn rekening is DE89 3704 0044 0532 0130 00.", "DE89 3704 0044 0532 0130 00"),
        (Kind.PHONE, "Bel 06 - 93 25 36 27 na 10 uur.", "06 - 93 25 36 27"),
        (Kind.PHONE, "Bel +31 (0)598 01 23 45.", "+31 (0)598 01 23 45"),
        (Kind.PHONE, "Bel tel.0598-012345/06-93253627.", "0598-012345"),
        (Kind.EMAIL, "Mail naar p.jansema@gemeente.example.", "p.jansema@gemeente.example"),
        (Kind.POSTCODE, "Hij woont op Kerkweg 3, 9601ab Hoogezand.", "9601ab"),
        (Kind.ADDRESS, "Zij woont aan De Vosholen 12 in Sappemeer.", "De Vosholen 12"),
        (Kind.ADDRESS, "Zij woont op Kerkstraat 14 A-03 in Sappemeer.", "Kerkstraat 14 A-03"),
        (Kind.PLACE, "Zij woont aan De Vosholen 12 in Sappemeer.", "Sappemeer"),
        (Kind.BIRTH, "Hij is geboren op vier maart 1952.", "vier maart 1952"),
        (Kind.CASE, "Ons kenmerk is 2026-1420804.", "2026-1420804"),
        (Kind.CLIENT, "Uw cliëntnummer is K6668214.", "K6668214"),
        (Kind.PLATE, "De auto met kenteken WGM 4K82 staat er.", "WGM 4K82"),
        (Kind.NAME, "Wij spraken met de heer Van Zuylekom.", "Van Zuylekom"),
        (Kind.NAME, "Ook uw dochter Solange was er.", "Solange"),
    ],
)
def test_each_kind_is_found(kind: Kind, sentence: str, words: str) -> None:
    """Found as a whole, and as what it is."""
    assert (kind, words) in found(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "De meter heeft nummer 570271205.",
        "De stroomkast heeft nummer 236338716.",
        "Bel 14 0598 of de hulplijn 0800-8115.",
        "Mail naar info@midden-groningen.nl of parkeren@midden-groningen.nl.",
        "Ons adres is Postbus 75, 9600 AB Hoogezand.",
        "Onze rekening is NL10 BNGH 0285 1749 36.",
        "Dat staat in artikel 4:5 van de Algemene wet bestuursrecht.",
        "Op 12 maart 2026 komen wij langs. Het kost € 1.234,56.",
        "De rotonde bij de Hoofdstraat is klaar.",
        "Storm en sneeuw maken de weg glad. De koning eet niet mee.",
        "De Invorderingswet 1990 geldt.",
    ],
)
def test_what_tells_of_no_person_stays(sentence: str) -> None:
    """Nothing is found."""
    assert found(sentence) == []


def test_a_name_that_is_known_is_found_in_all_its_forms() -> None:
    """In capitals, with an s of possession, and alone."""
    words = [text for kind, text in found(LETTER) if kind is Kind.NAME]
    jansema = ["A. Jansema", "Jansema", "Piet Jansema", "JANSEMA", "Jansema"]
    assert words == [*jansema[:3], "Klaas Wierenga", *jansema[3:], "Klaas Wierenga"]


def test_the_same_person_has_the_same_name_everywhere() -> None:
    """Same for same, and capitals and the s of possession stay."""
    letter = read_text(LETTER)
    hidden = hide(letter, find(letter)).text
    assert "Mevrouw I. Voorbeeld" in hidden
    assert "Geachte mevrouw Voorbeeld," in hidden
    assert "VOORBEELD stond" in hidden
    assert "Voorbeeld's auto" in hidden


def test_different_people_get_different_names() -> None:
    """No two of three have the same."""
    letter = read_text("Mevrouw Jansema belt de heer Wierenga en mevrouw Zuylekom.")
    assert len({each.stand_in for each in find(letter)}) == 3


def test_hiding_twice_is_hiding_once() -> None:
    """What stands there because it was hidden is not found again."""
    letter = read_text(LETTER)
    hidden = hide(letter, find(letter))
    assert find(hidden) == ()
    assert find(read_text(hidden.text)) == ()


def test_a_name_that_a_person_adds_is_hidden_everywhere() -> None:
    """In each place where it stands, with one stand-in that was not given yet."""
    letter = read_text("De rotonde is klaar. De rotonde is rond.")
    start = letter.text.index("rotonde")
    chosen = add(letter, find(letter), start, start + len("rotonde"), Kind.NAME)
    assert len(chosen) == 2
    assert "rotonde" not in hide(letter, chosen).text


PIECES = st.sampled_from(
    [
        "Geachte mevrouw Jansema,", "De heer J.R. Schuitema belt.", "BSN 111222333", "06-93253627", "\n\n", "\n",
        "Kerkstraat 12, 9601 AB Hoogezand", "Wij betalen NL91ABNA0417164300.", "geboren 3-5-1961", "Kenmerk: Z/26/1",
        "Vries, de, J.", "Voorbeeld", "Voorbeeldstraat 1", "«Naam»", "É’s", "0", "(", "👩", "Piet", "uw zoon", "  ",
    ]
)  # fmt: skip


@given(st.lists(PIECES | st.text(max_size=12), max_size=12).map(" ".join))
def test_offsets_hold_and_nothing_is_found_again(text: str) -> None:
    """Each stretch lies in the text, none overlaps another, and the hidden letter holds no more."""
    letter = read_text(text)
    chosen = find(letter)
    position = 0
    for each in chosen:
        assert isinstance(each, Personal)
        assert position <= each.start < each.end <= len(letter.text)
        position = each.end
    assert chosen == find(letter)
    assert find(hide(letter, chosen)) == ()
