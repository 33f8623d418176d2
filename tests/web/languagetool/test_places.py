"""Where a stretch of a letter stands in the text as it was sent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from brievenbus.documents import read_text
from brievenbus.letter import Letter, LetterKind
from brievenbus.web.languagetool.given import Given, Part
from brievenbus.web.languagetool.given import given as given_text
from brievenbus.web.languagetool.places import Places, readable

from .texts import annotation, read_within, seen, sent_text, units, written


def places_of(given: Given) -> tuple[Letter, Places]:
    """Read a text as the server does."""
    read = readable(given.read)
    letter = read_text(read, kind=LetterKind.TEXT)
    return letter, Places(letter, given, read)


def own(text: str) -> Given:
    """A text without markup."""
    return Given([Part(text, text, own=True)])


def marked(parts: list[dict[str, Any]]) -> Given:
    """A text with markup."""
    return Given(
        Part(each["text"], each["text"], own=True)
        if "text" in each
        else Part(each["markup"], each.get("interpretAs", ""), own=False)
        for each in parts
    )


def stretches(letter: Letter) -> Iterator[tuple[int, int, int, str]]:
    """Every word of a letter, and every pair of words side by side: block, start, end, text."""
    for number, block in enumerate(letter.blocks):
        start = letter.starts[number]
        words = [match.span() for match in re.finditer(r"\S+", block.text)]
        pairs = [(a, d) for (a, _), (_, d) in pairwise(words)]
        for first, last in words + pairs:
            yield number, start + first, start + last, block.text[first:last]


@given(written)
@example("U ver\u00adstrekt\r\n\ufeffdit.\tEn dat 😀 ook.\x85Ja")
def test_each_word_is_led_back_to_the_very_stretch_that_was_sent(text: str) -> None:
    letter, places = places_of(own(text))
    for number, start, end, words in stretches(letter):
        place = places.place(number, start, end)
        assert place is not None
        assert seen(text[place.start : place.end]) == seen(words)
        assert not text[place.start].isspace()
        assert not text[place.end - 1].isspace()
        assert place.own


@given(annotation)
def test_each_word_is_led_back_through_markup(parts: list[dict[str, Any]]) -> None:
    given = marked(parts)
    letter, places = places_of(given)
    sent = sent_text(parts)
    assert given.sent == sent
    for number, start, end, words in stretches(letter):
        place = places.place(number, start, end)
        if place is None:
            # Only what stands in the place of markup was not written.
            fakes = "".join(part.get("interpretAs", "") for part in parts)
            assert seen(words) in seen(fakes)
        else:
            assert seen(read_within(parts, place.start, place.end)) == seen(words)
            assert place.own == (sent[place.start : place.end] == given.read[slice(*place.read)])


@given(written)
def test_a_stretch_that_ends_in_a_space_is_led_back_as_well(text: str) -> None:
    letter, places = places_of(own(text))
    for number, start, end, words in stretches(letter):
        block_end = letter.starts[number] + len(letter.blocks[number].text)
        place = places.place(number, start, min(end + 1, block_end))
        assert place is not None
        assert seen(text[place.start : place.end]) == seen(words)


@given(st.text(), st.data())
def test_an_offset_counts_utf_16_units(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    assert own(text).utf16(offset) == len(text[:offset].encode("utf-16-le")) // 2


@given(written)
def test_only_a_line_feed_ends_a_line_and_each_character_keeps_its_place(text: str) -> None:
    read = readable(text)
    assert len(read) == len(text)
    assert not set("\r\x85\u2028\u2029") & set(read)
    assert [a == b or a.isspace() or a == "\ufeff" for a, b in zip(text, read, strict=True)] == [
        True
    ] * len(text)


def test_a_word_with_markup_in_the_middle_runs_from_its_first_to_its_last_letter() -> None:
    parts = [{"text": "Wij ver"}, {"markup": "<b>"}, {"text": "strekken"}, {"markup": "</b>"}]
    letter, places = places_of(marked(parts))
    start = letter.text.index("verstrekken")
    place = places.place(0, start, start + len("verstrekken"))
    assert place is not None
    assert sent_text(parts)[place.start : place.end] == "ver<b>strekken"
    assert not place.own


def test_what_stands_for_markup_has_no_place() -> None:
    parts = [{"text": "Zie "}, {"markup": "$x$", "interpretAs": "Dummy0"}, {"text": " hier."}]
    letter, places = places_of(marked(parts))
    start = letter.text.index("Dummy0")
    assert places.place(0, start, start + len("Dummy0")) is None
    whole = places.place(0, 0, len(letter.text))
    assert whole is not None
    assert sent_text(parts)[whole.start : whole.end] == "Zie $x$ hier."


def test_half_a_character_counts_as_one_unit() -> None:
    sent = given_text({"text": "a\ud83db\ude00c"}).sent
    assert units(sent, 2, 1) == "b"
    assert units(sent, 4, 1) == "c"
    sent.encode()
