"""Places to be filled in are found, and what they stand for is guessed."""

from __future__ import annotations

import pytest

from brievenbus.documents.placeholders import find
from brievenbus.documents.raw import Field
from brievenbus.letter import PlaceholderKind

NAME, DATE, NUMBER = PlaceholderKind.NAME, PlaceholderKind.DATE, PlaceholderKind.NUMBER


@pytest.mark.parametrize(
    ("text", "found", "kind"),
    [
        ("Geachte «Naam»,", "«Naam»", NAME),
        ("Geachte {{naam}},", "{{naam}}", NAME),
        ("Geachte {naam},", "{naam}", NAME),
        ("Geachte <<naam>>,", "<<naam>>", NAME),
        ("Geachte ${naam},", "${naam}", NAME),
        ("Geachte <naam>,", "<naam>", NAME),
        ("Geachte XXXX,", "XXXX", NAME),
        ("Op [datum] besloten wij.", "[datum]", DATE),
        ("Vóór *DatumBesluit+14* dagen.", "*DatumBesluit+14*", DATE),
        ("Op xx-xx-xxxx belden wij.", "xx-xx-xxxx", DATE),
        ("Op .......... belden wij.", "..........", DATE),
        ("U krijgt €[gegeven].", "[gegeven]", NUMBER),
        ("Uw kenmerk is «Zaaknummer».", "«Zaaknummer»", NUMBER),
        ("Uw bsn: {{bsn}}", "{{bsn}}", NUMBER),
        ("U krijgt € ____ terug.", "____", NUMBER),
    ],
)
def test_a_placeholder_is_found(text: str, found: str, kind: PlaceholderKind) -> None:
    (placeholder,) = find(text)
    assert text[placeholder.start : placeholder.end] == found
    assert placeholder.kind is kind


@pytest.mark.parametrize(
    "text",
    [
        "Wij keken [dat deden wij samen met uw huisarts en de wijkverpleegkundige] naar uw zorg.",
        "Dat is <b>echt</b> waar.",
        "Dat is **echt** waar, en *heel belangrijk* ook.",
        "Tja... dat weten wij niet.",
        "Zie noot [1] en punt {2}.",
        "Mail naar <info@voorbeeldstad.example>.",
        "Kenteken XX-00-XX en maat XL.",
    ],
)
def test_other_text_is_no_placeholder(text: str) -> None:
    assert find(text) == ()


def test_a_field_of_the_format_goes_first() -> None:
    text = "Geachte «Naam», u woont in Voorbeeldstad."
    found = find(text, [Field(8, 14, "Naam"), Field(27, 40, "Datum_plaats")])
    assert [(placeholder.start, placeholder.end) for placeholder in found] == [(8, 14), (27, 40)]
    assert found[1].kind is DATE
