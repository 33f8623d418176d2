"""What Brievenbus says itself passes its own checks, for residents.

Left out is what stands between quotation marks: words that are talked about. What a writer reads about
a rule is checked as well: a rule may not need another rule.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import brievenbus
from brievenbus import Finding, Report, Severity, check
from brievenbus.checks.registry import ALL_CHECKS
from brievenbus.letter import Block, BlockKind, Letter
from brievenbus.rulebook import load_rulebook

PACKAGE = Path(brievenbus.__file__).parent
QUOTED = re.compile(r"‘[^’]*’|“[^”]*”|\"[^\"]*\"|(?<!\w)'[^']*'(?!\w)")
TYPED = re.compile(r"--[a-z]+(?:-[a-z]+)*(?: (?:[A-Z]{2,}|html|word))?|\b\d{4}-\d\d-\d\d\b")
GAP = re.compile(r"\{[^{}]*\}")
SENTENCE = re.compile(r"(?:\w+\.\w|[^.?!]|(?<=\()\.)+(?:[.?!](?=\s|$))")
"""A sentence, up to the mark that closes it; a dot in a word closes nothing."""

NO_PROSE = re.compile(
    r"\\|\||\(\?|\b(?:SELECT|INSERT|REPLACE|DELETE|UPDATE|WHERE|TABLE|PRAGMA|ORDER BY)\b|^\W*(?:\w+\W+){0,2}\w*\W*$|\bdoes not exist\b|\bNo such\b"
)
"""What is in the code and not for people to read: patterns, SQL, single words, what a library says."""

NUMBERS = ("aantal", "woorden", "zinnen", "lettergrepen", "zelfstandige", "deel", "niveau")

# Where a text cannot do without the word: the text and the rule, and the reason.
EXCEPTIONS = {
    (
        "checks/data/checklist.toml.tekst.bezwaar.fout",
        "bezwaar-maken",
    ): "the item is about this word, and a writer of decisions knows it",
    (
        "cli/options.py: Voor welke lezers de brief is: inwoner, laaggeletterd, jongere, "
        "ondernemer, professional of raad.",
        "onpersoonlijk",
    ): "the names that can be typed",
    (
        "cli/options.py: Voor welke lezers de brief is: inwoner, laaggeletterd, jongere, "
        "ondernemer, professional of raad.",
        "laaggeletterd",
    ): "the names that can be typed",
    (
        "documents/opening.py: Dit is een RTF-bestand.",
        "afkorting-zonder-uitleg",
    ): "the user's own program calls it that",
}


def strings(data: Any, place: str) -> Iterator[tuple[str, str]]:
    """Every text of a file of texts, by its place."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from strings(value, f"{place}.{key}")
    elif isinstance(data, str):
        yield place, data


def plain(text: str) -> str:
    """A text with a plain word for each gap, each quotation, and what is typed in a command or a file."""
    text = TYPED.sub("dit", text)
    text = GAP.sub(lambda gap: "12" if gap.group()[1:-1].startswith(NUMBERS) else "dit", text)
    return QUOTED.sub("dit", text).strip()


def explanations(file: Path) -> Iterator[tuple[str, str]]:
    """The sentences of a file for users to begin with: comments, or plain text; no examples."""
    name = file.relative_to(PACKAGE).as_posix()
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        text = line.removeprefix("# ").strip()
        if text.endswith((".", "?")) and (line.startswith("# ") or file.suffix == ".txt"):
            yield f"{name}:{number}", text


def messages(file: Path) -> Iterator[tuple[str, str]]:
    """The sentences in the code of a module, help of commands among them; docstrings are English."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    skipped = {id(part) for node in ast.walk(tree) for part in _no_message(node)}
    for node in ast.walk(tree):
        if id(node) not in skipped:
            for sentence in SENTENCE.findall(_text(node)):
                if NO_PROSE.search(sentence) is None:
                    yield f"{file.relative_to(PACKAGE).as_posix()}: {sentence}", sentence


def _no_message(node: ast.AST) -> Iterator[ast.AST]:
    """What looks like a text and is part of something else: a docstring, or a piece of an f-string."""
    if isinstance(node, ast.JoinedStr):
        yield from node.values
    elif isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
        yield from (each.value for each in node.body if isinstance(each, ast.Expr))


def _text(node: ast.AST) -> str:
    """The text of a node with {} for what is filled in; empty where it is no text."""
    if isinstance(node, ast.JoinedStr):
        parts = (each.value if isinstance(each, ast.Constant) else "{}" for each in node.values)
        return " ".join("".join(map(str, parts)).split())
    is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return " ".join(str(node.value).split()) if is_text else ""


@cache
def own_texts() -> dict[str, str]:
    """All that Brievenbus says, by where it stands."""
    texts: dict[str, str] = {}
    for name in (
        "checks/data/meldingen.toml",
        *(f"checks/data/controles/{each.id}.toml" for each in ALL_CHECKS),
        "checks/data/voorbeelden.toml",
        "reports/data/teksten.toml",
        "reports/data/regels.toml",
        "audit/data/teksten.toml",
        "checks/data/checklist.toml",
        "cli/data/vragen.toml",
        "web/data/api.toml",
        "web/data/teksten.toml",
        "web/data/paginas.toml",
        "web/data/languagetool.toml",
    ):
        data = tomllib.loads((PACKAGE / name).read_text(encoding="utf-8"))
        if name.endswith("checklist.toml"):  # the rest of it are words to look for
            data = {"tekst": data["tekst"]}
        if "controles" in name:  # the examples are wrong on purpose
            data = {key: data[key] for key in ("naam", "waarom", "melding")}
        texts |= dict(strings(data, name))
    for file in sorted((PACKAGE / "cli" / "data" / "begin").iterdir()):
        texts |= dict(explanations(file))
    for file in sorted(PACKAGE.rglob("*.py")):
        texts |= dict(messages(file))
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
    assert len(own_texts()) > 2500


def test_own_words_are_plain() -> None:
    found = [
        f"{place}: {each.rule}: {each.text}"
        for place, each in heavy()
        if (place, each.rule) not in EXCEPTIONS
    ]
    assert found == []


def test_every_exception_is_still_needed() -> None:
    assert set(EXCEPTIONS) <= {(place, found.rule) for place, found in heavy()}
