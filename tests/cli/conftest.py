"""Running the program in this process, and reports that need no language model."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from brievenbus.cli import mounting
from brievenbus.cli.app import app
from brievenbus.cli.dutch import dutch_command
from brievenbus.documents.errors import DocumentError
from brievenbus.extensions import load_extensions
from brievenbus.findings import Category, Finding, Severity
from brievenbus.letter import Block, BlockKind, Letter
from brievenbus.readability import BlockFeatures, LintScore, Scores
from brievenbus.report import ChecklistItem, Report, Tool

SAMPLES = Path(__file__).parents[2] / "samples"
ONE_RULE = """
- id: indien
  soort: woord
  zoek: indien
  kies: [als]
  uitleg: "Als is gewoner."
  ernst: let op
  fout: "Indien u belt, helpen wij u."
  goed: "Als u belt, helpen wij u."
  herkomst: {bron: redactie, datum: 2026-11-21}
"""


@dataclass(frozen=True)
class Ran:
    """How a run of the program ended."""

    status: int
    out: str
    err: str

    @property
    def shown(self) -> str:
        return self.out + self.err


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run the program with arguments, in an empty folder; `stdin` is what it reads."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")

    def run(*args: str | Path, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        with pytest.raises(SystemExit) as ended:
            dutch_command(app).main([str(arg) for arg in args], prog_name="brievenbus")
        captured = capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return Ran(ended.value.code, captured.out, captured.err)

    return run


@pytest.fixture(autouse=True)
def fresh_extensions() -> Iterator[None]:
    """Let every test find the extensions anew."""
    caches = (
        load_extensions,
        mounting.extension_commands,
        mounting.checks_to_add,
        mounting.tell_broken_extensions,
    )
    for each in caches:
        each.cache_clear()
    yield
    for each in caches:
        each.cache_clear()


def a_finding(rule: str = "indien", severity: Severity = Severity.WARNING) -> Finding:
    message = f"'{rule}' kan eenvoudiger."
    return Finding(rule, Category.WOORD, severity, message, 0, 6, "Indien", ((0, 6),), ("Als",))


def a_report(
    *findings: Finding,
    path: str = "brief.txt",
    text: str = "Indien u belt, helpen wij u.",
    format: str = "txt",
    lint: LintScore | None = None,
    figure: float | None = None,
    checklist: tuple[ChecklistItem, ...] = (),
) -> Report:
    short = None if lint else "Te kort om te meten: 6 woorden in 1 zin lopende tekst."
    counts = BlockFeatures(words=6, sentences=1)
    letter = Letter(path, format, (Block(BlockKind.PARAGRAPH, text),))
    return Report(
        letter=letter,
        kind="letter",
        profile="inwoner",
        tool=Tool("0.1.0", "brievenbus-nl 1", "1", "abc"),
        words=6,
        sentences=1,
        scores=Scores(lint, figure, figure, figure, figure, figure, short, counts),
        findings=findings,
        checklist=checklist,
        block_sentences=(((0, len(text)),),),
    )


@dataclass
class Checks:
    """Stands in for the library call, and keeps how it was called."""

    calls: list[tuple[Any, dict[str, Any]]]
    reports: dict[str, Report | Exception]

    def __call__(self, source: Any, **options: Any) -> Report:
        self.calls.append((source, options))
        name = source.name if isinstance(source, Path) else "-"
        outcome = self.reports.get(name, DocumentError("Dit bestand bestaat niet."))
        if isinstance(outcome, Exception):
            raise outcome
        return outcome


@pytest.fixture
def few_rules(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Put one rule in the place of those that come with Brievenbus: quicker to read."""
    folder = tmp_path_factory.mktemp("regels")
    (folder / "regels.yaml").write_text(ONE_RULE, "utf-8")
    monkeypatch.setattr("brievenbus.rulebook.load.shipped_folder", lambda: folder)


@pytest.fixture
def checks(few_rules: None, monkeypatch: pytest.MonkeyPatch) -> Checks:
    """Replace the library call: reports (or errors) by the name of the file."""
    checks = Checks([], {})
    monkeypatch.setattr("brievenbus.review.check", checks)
    return checks
