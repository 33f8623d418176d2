"""Figures and foreign text as they are written, and the file of sentences."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brievenbus.findings import Category, Severity
from brievenbus.letter import BlockKind
from brievenbus.reports.wording import decimal, one_line, percentage, say, visible


@pytest.mark.parametrize(
    ("value", "written"), [(6.24, "6,2"), (0.0, "0,0"), (-0.01, "0,0"), (1000.0, "1000,0")]
)
def test_decimals_have_a_comma(value: float, written: str) -> None:
    assert decimal(value) == written


def test_a_share_is_a_whole_percentage() -> None:
    assert percentage(0.2857) == "29%"


def test_one_and_more_have_their_own_sentence() -> None:
    assert say("jargon.vakterm", aantal=1) == "1 vakterm"
    assert say("jargon.vakterm", aantal=2) == "2 vaktermen"


@pytest.mark.parametrize("hidden", ["\x00", "\x1b", "\x9b", "\x7f", "\r", "\u202e", "\u2066"])
def test_what_could_steer_a_screen_is_replaced(hidden: str) -> None:
    assert visible(f"a{hidden}b\n\tc") == "a\ufffdb\n\tc"


@given(st.text(st.characters(exclude_categories=())))
def test_visible_text_keeps_its_length_and_can_be_written(text: str) -> None:
    assert len(visible(text)) == len(text)
    visible(text).encode("utf-8")
    assert "\n" not in one_line(text)


def test_every_value_has_a_word() -> None:
    for severity in Severity:
        assert say(f"ernst.{severity.value}")
    for category in Category:
        assert say(f"soort.{category.value}")
        assert say(f"zonder_tekst.{category.value}").endswith(".")
    for kind in BlockKind:
        assert say(f"blok.{kind.value}")


def sentences(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for part in value.values() for text in sentences(part)]
    return [str(value)]


def test_sentences_are_short_and_polite() -> None:
    path = files("brievenbus.reports").joinpath("data", "teksten.toml")
    for text in sentences(tomllib.loads(path.read_text(encoding="utf-8"))):
        for sentence in text.split(". "):
            assert len(sentence.split()) <= 16, sentence
        assert not {"jij", "je", "jouw", "men"} & set(text.lower().split())
        assert "B1" not in text
