"""Word files made by hand, with what a reader sees in them labelled by hand as well."""

from __future__ import annotations

import importlib.util
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from brievenbus.documents import DocumentError, read
from brievenbus.letter import Letter, Story

FOLDER = Path(__file__).parents[2] / "material" / "word"
EXPECTED: dict[str, dict[str, Any]] = yaml.safe_load(
    (FOLDER / "verwacht.yaml").read_text(encoding="utf-8")
)
STORIES = {
    "headers": Story.HEADER,
    "footers": Story.FOOTER,
    "footnotes": Story.FOOTNOTE,
    "endnotes": Story.ENDNOTE,
    "textboxes": Story.TEXT_BOX,
}


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    spec = importlib.util.spec_from_file_location("maken", FOLDER / "maken.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    made = tmp_path_factory.mktemp("word")
    module.build_all(made)
    return made


def plain(text: str) -> str:
    """Return the text without what the labels do not tell apart."""
    text = unicodedata.normalize("NFC", text)
    text = text.replace("\u00ad", "").replace("\u200b", "").replace("\u2011", "-")
    return " ".join(re.sub(r"\s", " ", text).split())


@cache
def pattern(text: str) -> re.Pattern[str]:
    parts = (re.escape(plain(part)) for part in text.split("<?>"))
    return re.compile(r"\s?.?\s?".join(parts))


def said(letter: Letter, *stories: Story) -> str:
    """Return what stands in these stories; numbers in front are told apart from labels elsewhere."""
    chosen = (block for block in letter.blocks if block.story in stories)
    return plain(" ".join(block.label + block.text for block in chosen))


def unlabelled(letter: Letter, *stories: Story) -> str:
    chosen = (block for block in letter.blocks if block.story in stories)
    return plain(" ".join(block.text for block in chosen))


def main_texts(expected: dict[str, Any]) -> Iterator[list[str]]:
    if "text_pattern" in expected:
        shape = expected["text_pattern"]
        yield [
            shape["pattern"].replace("{i}", str(number))
            for number in range(shape["from"], shape["to"] + 1)
        ]
        return
    yield expected["text"]
    yield from expected.get("text_or", ())


def is_same(letter: Letter, story: Story, wanted: list[str]) -> bool:
    whole = pattern(" ".join(wanted))
    return any(whole.fullmatch(show(letter, story)) for show in (said, unlabelled))


@pytest.mark.parametrize("name", EXPECTED)
def test_what_a_reader_sees_is_read(name: str, folder: Path) -> None:
    expected = EXPECTED[name]
    outcome = read_or_refuse(folder / name)
    if isinstance(outcome, str):
        assert expected.get("refused") or expected.get("either"), outcome
        assert outcome[0].isupper()
        assert outcome.endswith(".")
        return
    assert not expected.get("refused")
    _check_text(outcome, expected)
    _check_labels(outcome, expected)
    everything = plain(outcome.text)
    for hidden in expected.get("hidden", ()):
        assert plain(hidden) not in everything
    if expected.get("warns"):
        assert outcome.warnings


def read_or_refuse(path: Path) -> Letter | str:
    """Return the letter, or the sentence with which it is refused."""
    try:
        return read(path)
    except DocumentError as error:
        return str(error)


def _check_text(letter: Letter, expected: dict[str, Any]) -> None:
    wanted = list(main_texts(expected))
    assert any(is_same(letter, Story.MAIN, text) for text in wanted), unlabelled(letter, Story.MAIN)
    optional = [plain(text) for text in expected.get("optional", ())]
    for key, story in STORIES.items():
        lines = [plain(line) for line in expected.get(key, ())]
        shown = [_without(show(letter, story), optional, lines) for show in (said, unlabelled)]
        if key in ("headers", "footers"):
            assert sorted(" ".join(lines).split()) in [sorted(text.split()) for text in shown], key
        else:
            assert " ".join(lines) in shown, key


def _without(text: str, optional: list[str], wanted: list[str]) -> str:
    for each in optional:
        if each not in wanted:
            text = plain(text.replace(each, ""))
    return text


def _check_labels(letter: Letter, expected: dict[str, Any]) -> None:
    labels = {plain(block.text): plain(block.label) for block in letter.blocks}
    for text, label in expected.get("labels", {}).items():
        assert labels[plain(text)] == (label or ""), text
