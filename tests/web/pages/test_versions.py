"""Taking suggestions over in a text: the text around them stays as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brievenbus.documents.limits import DEFAULT
from brievenbus.documents.word.taking import Change
from brievenbus.letter import LetterKind
from brievenbus.web.pages.versions import Sent, Version, read

WRAPPED = (
    "Wij delen u mede dat wij uw aanvraag in behandeling hebben genomen en dat\n"
    "wij u binnen acht weken een besluit zullen toezenden, tenzij wij daarvoor\n"
    "nadere gegevens van u nodig hebben om op uw aanvraag te kunnen beslissen.\n"
)


def version(text: str) -> Version:
    return read(Sent("", text, "tekst"), LetterKind.TEXT, DEFAULT)


def change(of: Version, old: str, new: str) -> Change:
    for number, block in enumerate(of.letter.blocks):
        start = block.text.find(old)
        if start >= 0:
            return Change(number, start, start + len(old), new)
    raise AssertionError(old)


@pytest.mark.parametrize(
    ("text", "old", "new", "wanted"),
    [
        ("Wij verstrekken dit.", "verstrekken", "geven", "Wij geven dit."),
        (
            "Een.\r\n\r\n  Wij  verstrekken dit.",
            "verstrekken",
            "geven",
            "Een.\n\n  Wij  geven dit.",
        ),
        ("Dit is zo, echt.", "zo,", "zo", "Dit is zo echt."),
        ("Dit is echt.", "is", "is dus", "Dit is dus echt."),
        ("Is echt.", "Is", "Dus is", "Dus is echt."),
        ("Hij is derhalve hier.", "derhalve ", "", "Hij is hier."),
        ("1. Wij verstrekken.", "verstrekken", "geven", "1. Wij geven."),
        ("a\tverstrekken   b", "verstrekken", "geven", "a\tgeven   b"),
        ("Wij ver\u00adstrekken dit.", "verstrekken", "geven", "Wij geven dit."),
    ],
)
def test_a_change_leaves_the_rest_alone(text: str, old: str, new: str, wanted: str) -> None:
    before = version(text)
    after = before.changed(change(before, old, new), LetterKind.TEXT, DEFAULT)
    assert after is not None
    assert after.text == wanted


def test_line_ends_of_a_wrapped_text_stay_where_words_stay() -> None:
    before = version(WRAPPED)
    made = change(
        before, "in behandeling hebben genomen en dat wij u", "hebben gekregen en dat wij u"
    )
    after = before.changed(made, LetterKind.TEXT, DEFAULT)
    assert after is not None
    assert after.text == WRAPPED.replace("in behandeling hebben genomen", "hebben gekregen")


@given(st.text(alphabet="ab .,\n\t\u00ad\u00a0é1-", max_size=120), st.data())
def test_what_is_put_in_place_is_read_in_place(text: str, data: st.DataObject) -> None:
    before = version(text)
    words = [
        (number, start)
        for number, block in enumerate(before.letter.blocks)
        for start, letter in enumerate(block.text)
        if letter.isalpha()
    ]
    if not words:
        return
    number, start = data.draw(st.sampled_from(words))
    made = Change(number, start, start + 1, "X")
    after = before.changed(made, LetterKind.TEXT, DEFAULT)
    assert after is not None
    assert after.text.count("X") == 1
    assert len(after.text) <= len(before.text)
    assert after.text.replace("X", before.letter.blocks[number].text[start]) != after.text
