"""What the tests of checks share: the real pipeline, and rules written for a test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from brievenbus.checks.rules.words import WordRules
from brievenbus.dutch.pipeline import Pipeline, load_pipeline
from brievenbus.rulebook import load_rulebook

DEFAULTS = """\
  uitleg: "Dat is korter."
  ernst: let op
  fout: "x"
  goed: "y"
  herkomst: {bron: redactie, datum: 2026-11-21}
"""

RulesFrom = Callable[[str], WordRules]


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    return load_pipeline()


@pytest.fixture(scope="session")
def shipped() -> WordRules:
    """All rules that come with Brievenbus."""
    return WordRules(load_rulebook().rules)


@pytest.fixture
def rules_from(tmp_path: Path) -> RulesFrom:
    """Make rules of lines like ``{id: a, soort: woord, zoek: b, kies: c}``; the rest is filled in."""

    def make(text: str) -> WordRules:
        lines = []
        for line in text.strip().splitlines():
            fields = line.strip().removeprefix("{").removesuffix("}")
            lines.append(f"- {{{fields}, {_flow_defaults()}}}\n")
        file = tmp_path / "regels.yaml"
        file.write_text("".join(lines), encoding="utf-8")
        rulebook = load_rulebook(file, shipped=False)
        assert rulebook.errors == ()
        return WordRules(rulebook.rules)

    return make


def _flow_defaults() -> str:
    return ", ".join(line.strip() for line in DEFAULTS.splitlines())
