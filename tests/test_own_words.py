"""What Brievenbus says itself passes its own checks, for residents.

Left out is what stands between quotation marks: words that are talked about. What a writer reads about
a rule is checked as well: a rule may not need another rule.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import brievenbus
from brievenbus import Finding, Report, Severity, check
from brievenbus.checks.registry import SENTENCE_CHECKS
from brievenbus.letter import Block, BlockKind, Letter
from brievenbus.rulebook import load_rulebook

PACKAGE = Path(brievenbus.__file__).parent
QUOTED = re.compile(r"‘[^’]*’|“[^”]*”|\"[^\"]*\"|(?<!\w)'[^']*'(?!\w)")
GAP = re.compile(r"\{[^{}]*\}")
NUMBERS = ("aantal", "woorden", "zinnen", "lettergrepen", "zelfstandige", "deel", "niveau")

# Where a text cannot do without the word: the text and the rule, and the reason.
EXCEPTIONS = {
    (
        "checks/data/checklist.toml.tekst.bezwaar.fout",
        "bezwaar-maken",
    ): "the item is about this word, and a writer of decisions knows it",
}


def strings(data: Any, place: str) -> Iterator[tuple[str, str]]:
    """Every text of a file of texts, by its place."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from strings(value, f"{place}.{key}")
    elif isinstance(data, str):
        yield place, data


def plain(text: str) -> str:
    """A text with a plain word for each gap and each quotation."""
    text = GAP.sub(lambda gap: "12" if gap.group()[1:-1].startswith(NUMBERS) else "dit", text)
    return QUOTED.sub("dit", text).strip()


@cache
def own_texts() -> dict[str, str]:
    """All that Brievenbus says, by where it stands."""
    texts: dict[str, str] = {}
    for name in (
        "checks/data/meldingen.toml",
        *(f"checks/data/controles/{each.id}.toml" for each in SENTENCE_CHECKS),
        "reports/data/teksten.toml",
        "checks/data/checklist.toml",
    ):
        data = tomllib.loads((PACKAGE / name).read_text(encoding="utf-8"))
        if name.endswith("checklist.toml"):  # the rest of it are words to look for
            data = {"tekst": data["tekst"]}
        if "controles" in name:  # the examples are wrong on purpose
            data = {key: data[key] for key in ("naam", "waarom", "melding")}
        texts |= dict(strings(data, name))
    for rule in load_rulebook().rules:
        texts[f"uitleg van {rule.id}"] = rule.reason
        if rule.explain is not None:
            texts[f"leg_uit van {rule.id}"] = rule.explain
    return {place: plain(text) for place, text in texts.items() if plain(text)}


@cache
def report() -> Report:
    """One report on all texts, each a block of its own."""
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in own_texts().values())
    return check(Letter("", "txt", blocks), kind="text", profile="inwoner")


def heavy() -> list[tuple[str, Finding]]:
    places = list(own_texts())
    return [
        (places[found.block], found)
        for found in report().findings
        if found.severity is not Severity.NOTE
    ]


def test_there_is_much_to_check() -> None:
    assert len(own_texts()) > 700


def test_own_words_are_plain() -> None:
    found = [
        f"{place}: {each.rule}: {each.text}"
        for place, each in heavy()
        if (place, each.rule) not in EXCEPTIONS
    ]
    assert found == []


def test_every_exception_is_still_needed() -> None:
    assert set(EXCEPTIONS) <= {(place, found.rule) for place, found in heavy()}
