"""Overlapping findings are cut into segments that together are the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from brievenbus.findings import Severity
from brievenbus.reports.marking import Mark, Segment, segments

OFFSETS = st.integers(min_value=-2, max_value=30)
SPANS = st.lists(st.tuples(OFFSETS, OFFSETS), max_size=3).map(tuple)


@st.composite
def marks(draw: st.DrawFn) -> list[Mark]:
    drawn = draw(st.lists(st.tuples(st.sampled_from(Severity), SPANS), max_size=6))
    return [Mark(number, severity, spans) for number, (severity, spans) in enumerate(drawn, 1)]


@given(st.text(max_size=25), marks())
def test_segments_together_are_the_text(text: str, drawn: list[Mark]) -> None:
    cut = segments(text, drawn)
    assert "".join(segment.text for segment in cut) == text
    assert all(segment.text for segment in cut)


@given(st.text(max_size=25), marks())
def test_each_visible_mark_begins_and_ends_once(text: str, drawn: list[Mark]) -> None:
    cut = segments(text, drawn)
    seen = sorted({number for segment in cut for number in segment.numbers})
    assert sorted(number for segment in cut for number in segment.begins) == seen
    assert sorted(number for segment in cut for number in segment.ends) == seen


def test_a_word_inside_a_long_sentence_gives_three_segments() -> None:
    sentence = Mark(1, Severity.WARNING, ((0, 11),))
    word = Mark(2, Severity.ERROR, ((4, 7),))
    assert segments("Wij x y zo.", [sentence, word]) == (
        Segment("Wij ", Severity.WARNING, (1,), (1,), ()),
        Segment("x y", Severity.ERROR, (2, 1), (2,), (2,)),
        Segment(" zo.", Severity.WARNING, (1,), (), (1,)),
    )


def test_the_parts_of_a_verb_are_marked_and_what_stands_between_is_not() -> None:
    cut = segments("stelt het vast", [Mark(1, Severity.NOTE, ((0, 5), (10, 14)))])
    assert [segment.numbers for segment in cut] == [(1,), (), (1,)]
