"""`brievenbus rules accept` and `rules reject`: a decision is put with its rule, and shown."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from brievenbus.rulebook import load_rulebook
from brievenbus.rulebook.model import Outcome

from .conftest import ONE_RULE, Run
from .test_rules import RULE

pytestmark = pytest.mark.usefixtures("few_rules")

WHO = ("--door", "An", "--reden", 'Dit: "moet" # zo', "--datum", "2026-11-22")
PROPOSED = (
    "  besluiten:\n  - {wat: voorgesteld, door: Bo, datum: 2026-11-21, reden: nieuw}  # noot\n"
)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "eigen.yaml"
    path.write_text(RULE + PROPOSED, "utf-8")
    return path


def test_a_proposal_that_is_accepted_holds(run: Run, own: Path) -> None:
    before = own.read_text("utf-8")
    ran = run("rules", "accept", "verstrekken-eigen", "--rules", own, *WHO)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == f"De regel 'verstrekken-eigen' geldt nu. Het besluit staat in {own}.\n"
    made = '  - {wat: aangenomen, door: "An", datum: 2026-11-22, reden: "Dit: \\"moet\\" # zo"}\n'
    assert own.read_text("utf-8") == before + made
    (rule,) = load_rulebook(own, shipped=False).rules
    assert [each.outcome for each in rule.decisions] == [Outcome.VOORGESTELD, Outcome.AANGENOMEN]


def test_a_rule_that_is_rejected_does_not_hold(run: Run, own: Path) -> None:
    ran = run("rules", "reject", "verstrekken-eigen", "--rules", own, *WHO)
    assert ran.status == 0
    assert "geldt nu niet" in ran.out
    shown = run("rules", "show", "verstrekken-eigen", "--rules", own).out
    assert "    voorgesteld door Bo op 21 november 2026: nieuw\n" in shown
    assert '    afgewezen door An op 22 november 2026: Dit: "moet" # zo\n' in shown
    listed = run("rules", "list", "--status", "afgewezen", "--rules", own).out
    assert listed.startswith("verstrekken-eigen ")


def test_today_is_the_day_of_a_decision(run: Run, own: Path) -> None:
    ran = run("rules", "accept", "verstrekken-eigen", "--rules", own, *WHO[:4])
    assert ran.status == 0
    (rule,) = load_rulebook(own, shipped=False).rules
    assert rule.decisions[-1].day == date.today()


def test_settings_name_the_rules(run: Run, own: Path, tmp_path: Path) -> None:
    (tmp_path / "brievenbus.toml").write_text('[brievenbus]\nrules = "eigen.yaml"\n')
    assert run("rules", "accept", "verstrekken-eigen", *WHO).status == 0


def test_what_was_decided_so_is_told(run: Run, own: Path) -> None:
    for command, said in (
        ("accept", "De regel 'verstrekken-eigen' geldt al. U hoeft niets te doen."),
        ("reject", "De regel 'verstrekken-eigen' is al afgewezen. U hoeft niets te doen."),
    ):
        assert run("rules", command, "verstrekken-eigen", "--rules", own, *WHO).status == 0
        content = own.read_bytes()
        ran = run("rules", command, "verstrekken-eigen", "--rules", own, *WHO)
        assert (ran.status, ran.out) == (2, "")
        assert said in ran.err
        assert own.read_bytes() == content


def test_a_rule_without_decisions_holds(run: Run, own: Path) -> None:
    own.write_text(ONE_RULE.replace("id: indien", "id: eigen"), "utf-8")
    assert "geldt al" in run("rules", "accept", "eigen", "--rules", own, *WHO).err
    assert run("rules", "reject", "eigen", "--rules", own, *WHO).status == 0


WRONG = {
    "an unknown rule": (["verstreken-eigen", *WHO], "Bedoelt u 'verstrekken-eigen'?"),
    "no reason": (["verstrekken-eigen", "--door", "An"], "De optie '--reden' is verplicht."),
    "nobody": (["verstrekken-eigen", "--reden", "x"], "De optie '--door' is verplicht."),
    "an empty reason": (
        ["verstrekken-eigen", "--door", "An", "--reden", " "],
        "'' kan niet bij 'reden'.",
    ),
    "a day": (["verstrekken-eigen", *WHO[:4], "--datum", "nu"], "'nu' is geen datum."),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_mistake_is_told_and_nothing_changes(run: Run, own: Path, name: str) -> None:
    args, said = WRONG[name]
    content = own.read_bytes()
    ran = run("rules", "accept", *args, "--rules", own)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert own.read_bytes() == content


def test_a_file_with_a_mistake_is_left_alone(run: Run, own: Path) -> None:
    own.write_text(RULE + PROPOSED + "- id: half\n  soort: woord\n", "utf-8")
    ran = run("rules", "accept", "verstrekken-eigen", "--rules", own, *WHO)
    assert ran.status == 2
    assert "Fout: Verbeter eerst dit. " in ran.err
    assert own.read_text("utf-8").count("besluiten") == 1


def test_a_file_that_is_read_only_is_left_alone(run: Run, own: Path) -> None:
    own.chmod(0o444)
    ran = run("rules", "accept", "verstrekken-eigen", "--rules", own, *WHO)
    assert ran.status == 2
    assert "mag u niets veranderen" in ran.err
