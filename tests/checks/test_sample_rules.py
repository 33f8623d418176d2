"""The sample rulebooks of a department and of a profile show who owns what, and work."""

from __future__ import annotations

from pathlib import Path

import pytest

from brievenbus import check
from brievenbus.checks.rules.examples import run_examples
from brievenbus.dutch.pipeline import load_pipeline
from brievenbus.rulebook import Rulebook, load_rulebook


@pytest.fixture(scope="module")
def samples(project: Path) -> Rulebook:
    return load_rulebook(project / "samples" / "regels")


def rules_found(rulebook: Rulebook, text: str, profile: str, department: str | None) -> set[str]:
    report = check(text, kind="text", rulebook=rulebook, profile=profile, department=department)
    return {finding.rule for finding in report.findings}


def test_they_are_valid_and_their_examples_hold(samples: Rulebook, project: Path) -> None:
    assert samples.errors == ()
    own = [rule for rule in samples.rules if "samples" in Path(rule.file).parts]
    assert len(own) == 3
    assert run_examples(Rulebook(tuple(own), "x"), load_pipeline()) == []


def test_a_department_adds_rules_and_leaves_words_alone(samples: Rulebook) -> None:
    text = "Uw auto stond in een gereguleerd gebied. U krijgt een naheffingsaanslag."
    others = rules_found(samples, text, "inwoner", None)
    parking = rules_found(samples, text, "inwoner", "parkeren")
    assert "gereguleerd-gebied" in parking - others
    assert "naheffingsaanslag" in others - parking


def test_a_profile_switches_rules_off_and_adds_its_own(samples: Rulebook) -> None:
    text = "Wij organiseren een event voor alle jongvolwassenen."
    assert "event" in rules_found(samples, text, "inwoner", None)
    young = rules_found(samples, text, "jongere", None)
    assert "event" not in young and "jongvolwassene" in young
