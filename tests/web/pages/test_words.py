"""What the pages say passes our own checks, for residents."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import brievenbus
from brievenbus import Severity, check
from brievenbus.letter import Block, BlockKind, Letter

FOLDER = Path(brievenbus.__file__).parent / "web"
PROJECT = Path(__file__).parents[3]
GAP = re.compile(r"\{[^{}]*\}")
QUOTED = re.compile(r"‘[^’]*’")


def strings(data: Any) -> Iterator[str]:
    match data:
        case dict():
            for value in data.values():
                yield from strings(value)
        case list():
            for value in data:
                yield from strings(value)
        case str():
            yield QUOTED.sub("dit", GAP.sub("12", data))


def heavy(texts: list[str]) -> list[str]:
    letter = Letter("", "txt", tuple(Block(BlockKind.PARAGRAPH, text) for text in texts))
    report = check(letter, kind="text", profile="inwoner")
    return [
        f"{each.rule}: {each.text}"
        for each in report.findings
        if each.severity is not Severity.NOTE
    ]


def test_the_words_of_the_pages_are_plain() -> None:
    data = tomllib.loads((FOLDER / "data" / "paginas.toml").read_text("utf-8"))
    texts = list(strings(data))
    assert len(texts) > 150
    assert heavy(texts) == []


def test_templates_hold_no_words_of_their_own() -> None:
    for path in sorted((FOLDER / "templates").iterdir()):
        bare = re.sub(
            r"\{[{%#].*?[}%#]\}|<[^>]*>|bb-[a-z]+|[a-z-]+=\"[^\"]*\"",
            "",
            path.read_text("utf-8"),
            flags=re.DOTALL,
        )
        assert re.findall(r"[A-Za-z]{3,}", bare) == [], path.name
