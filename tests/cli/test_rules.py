"""`brievenbus rules`: list, show, test."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Run

pytestmark = pytest.mark.usefixtures("few_rules")

RULE = """
- id: verstrekken-eigen
  soort: woord
  zoek: verstrekken
  woordsoort: werkwoord
  kies: [geven]
  uitleg: "Geven is korter, en iedereen kent het."
  ernst: let op
  fout: "Wij verstrekken u een formulier."
  goed: "Wij geven u een formulier."
  herkomst: {bron: panel, sessie: s1, gelezen: 9, struikelden: 7, besluit: ja, datum: 2026-11-21}
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "eigen.yaml"
    path.write_text(RULE, "utf-8")
    return path


def test_list_has_one_line_for_each_rule(run: Run, own: Path) -> None:
    ran = run("rules", "list", "--rules", own)
    assert (ran.status, ran.err) == (0, "")
    (line,) = [each for each in ran.out.splitlines() if each.startswith("verstrekken-eigen ")]
    assert line.split() == ["verstrekken-eigen", "woord", "verstrekken", "→", "geven"]
    *rules, empty, count = ran.out.splitlines()
    assert empty == ""
    assert count == f"{len(rules)} regels"


def test_show_has_all_of_a_rule(run: Run, own: Path) -> None:
    ran = run("rules", "show", "verstrekken-eigen", "--rules", own)
    assert ran.status == 0
    assert ran.out.splitlines() == [
        "verstrekken-eigen",
        "  Soort: woord",
        "  Zoekt: verstrekken (werkwoord)",
        "  Kies: geven",
        "  Uitleg: Geven is korter, en iedereen kent het.",
        "  Ernst: let op",
        "  Fout: Wij verstrekken u een formulier.",
        "  Goed: Wij geven u een formulier.",
        "  Herkomst: panel, 21-11-2026. 7 van de 9 lezers begrepen dit niet.",
        f"  Staat in: {own}, regel 2",
    ]


def test_an_unknown_name_is_told_with_a_close_one(run: Run, own: Path) -> None:
    ran = run("rules", "show", "verstreken-eigen", "--rules", own)
    assert ran.status == 2
    assert "De regel 'verstreken-eigen' bestaat niet. Bedoelt u 'verstrekken-eigen'" in ran.err


def test_settings_name_the_rules(run: Run, own: Path, tmp_path: Path) -> None:
    (tmp_path / "brievenbus.toml").write_text('[brievenbus]\nrules = "eigen.yaml"\n')
    assert run("rules", "show", "verstrekken-eigen").status == 0


def test_a_rule_file_that_is_not_valid_is_told(run: Run, own: Path) -> None:
    own.write_text(RULE + "- id: half\n  soort: woord\n", "utf-8")
    ran = run("rules", "list", "--rules", own)
    assert ran.status == 2
    assert "verstrekken-eigen" in ran.out
    assert f"{own}, regel 12" in ran.err


def test_all_examples_are_tested(run: Run, own: Path) -> None:
    ran = run("rules", "test", "--rules", own)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.endswith("getest. Alle voorbeelden kloppen.\n")


def test_an_example_that_is_wrong_is_told(run: Run, own: Path) -> None:
    own.write_text(RULE.replace("Wij verstrekken u", "Wij sturen u"), "utf-8")
    ran = run("rules", "test", "--rules", own)
    assert ran.status == 1
    assert "verstrekken-eigen" in ran.out
    assert "Niet goed: 1." in ran.out


def test_a_model_that_is_not_there_is_told(run: Run) -> None:
    ran = run("rules", "test", "--model", "bestaat_niet")
    assert ran.status == 2
    assert "Het taalmodel 'bestaat_niet' staat niet op deze computer." in ran.err
