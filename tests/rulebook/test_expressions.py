"""Regular expressions of rule files: what cannot be used is refused, and nothing takes long."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brievenbus.rulebook.expressions import MAX_WORD, ExpressionError, compiled, fits

EXPLODING = [
    "(a+)+b",
    "(a|a)*b",
    "(a|aa)+$",
    ".*.*.*.*x",
    "(.*a){20}",
    "a?" * 30 + "a" * 30,
    "((a*)*)*",
    "(x+x+)+y",
]


@pytest.mark.parametrize("expression", EXPLODING)
def test_an_expression_that_explodes_is_refused(expression: str) -> None:
    with pytest.raises(ExpressionError, match=r"op te veel manieren.*Haal een \*"):
        compiled(expression)


@pytest.mark.parametrize("expression", ["(", "[a", "*a", "a" * 201, r"(a)\1", "(?=a)b", "(?<x>a)"])
def test_an_expression_that_cannot_be_used_says_so(expression: str) -> None:
    with pytest.raises(ExpressionError, match=r"^'vorm' "):
        compiled(expression)


def test_the_whole_word_must_fit_and_capitals_do_not_matter() -> None:
    assert fits(".*heid", "Bereikbaarheid")
    assert not fits(".*heid", "bereikbaarheden")
    assert not fits("heid", "bereikbaarheid")
    assert not fits(".*", "a" * (MAX_WORD + 1))


ALPHABET = st.text("ab.*+?|()[]{}0123,\\w", max_size=25)


@settings(max_examples=300, deadline=None)
@given(ALPHABET, st.text("ab0w", max_size=MAX_WORD))
def test_no_expression_that_is_taken_keeps_the_program_busy(expression: str, word: str) -> None:
    try:
        compiled(expression)
    except ExpressionError:
        return
    start = time.process_time()
    fits(expression, word)
    fits(expression, "a" * (MAX_WORD - 1) + "!")
    assert time.process_time() - start < 1
