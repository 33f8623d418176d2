"""`brievenbus rules`: list, show, test."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from brievenbus.checks.letter import ITEMS
from brievenbus.checks.page import Check
from brievenbus.checks.registry import ALL_CHECKS
from brievenbus.cli.rules.listing import Status
from brievenbus.rulebook.model import Outcome

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


def test_list_tells_which_rules_wait(run: Run, own: Path) -> None:
    decision = "besluiten: [{wat: %s, door: x, datum: 2026-11-21, reden: y}]"
    text = RULE + f"  {decision % 'voorgesteld'}\n"
    text += RULE.replace("-eigen", "-weg") + f"  {decision % 'afgewezen'}\n"
    own.write_text(text, "utf-8")
    ran = run("rules", "list", "--rules", own)
    assert "verstrekken → geven (voorgesteld)" in ran.out
    assert "verstrekken → geven (afgewezen)" in ran.out
    assert ran.out.endswith("\n3 regels, waarvan 1 voorgesteld en 1 afgewezen\n")
    ran = run("rules", "list", "--rules", own, "--status", "voorgesteld")
    assert [line.split()[0] for line in ran.out.splitlines()[:-2]] == ["verstrekken-eigen"]
    ran = run("rules", "list", "--rules", own, "--status", "aangenomen")
    assert [line.split()[0] for line in ran.out.splitlines()[:-2]] == ["indien"]


def test_the_names_of_what_was_decided_are_those_of_the_rule_files() -> None:
    assert {each.value for each in Status} == {each.value for each in Outcome}


def test_show_has_all_of_a_rule(run: Run, own: Path) -> None:
    ran = run("rules", "show", "verstrekken-eigen", "--rules", own)
    assert ran.status == 0
    assert ran.out.splitlines() == [
        "verstrekken-eigen",
        "  Soort: woord (er is een eenvoudiger woord)",
        "  Zoekt: verstrekken (werkwoord)",
        "  Kies: geven",
        "  Waarom: Geven is korter, en iedereen kent het.",
        "  Ernst: let op",
        "  Fout: Wij »verstrekken« u een formulier.",
        "    Beter: Wij geven u een formulier.",
        "  Goed: Wij geven u een formulier.",
        "  Herkomst: Leesgroep s1, 21 november 2026. 7 van de 9 lezers begrepen dit niet. "
        "Besluit: ja.",
        f"  Staat in: {own}, regel 2",
    ]


SHOWN = {
    "what is held back": (
        "niet_bij: [a, b]\n  alleen_bij: c\n  doelgroep: jongere\n  afdeling: [zorg]\n  rubriek: stijl",
        [
            "  Niet bij: a, b",
            "  Alleen bij: c",
            "  Voor de lezers: jongere",
            "  Voor de afdeling: zorg",
            "  Rubriek: stijl",
        ],
    ),
    "what was decided": (
        "besluiten:\n"
        "    - {wat: voorgesteld, door: An, datum: 2026-11-21, reden: nieuw}\n"
        "    - {wat: afgewezen, door: Bo, datum: 2026-11-22, reden: te streng}",
        [
            "  Stand: afgewezen, vindt niets",
            "  Besluiten:",
            "    voorgesteld door An op 21 november 2026: nieuw",
            "    afgewezen door Bo op 22 november 2026: te streng",
        ],
    ),
}


@pytest.mark.parametrize("name", SHOWN)
def test_show_tells(run: Run, own: Path, name: str) -> None:
    more, lines = SHOWN[name]
    own.write_text(f"{RULE}  {more}\n", "utf-8")
    ran = run("rules", "show", "verstrekken-eigen", "--rules", own)
    assert [line for line in lines if line not in ran.out.splitlines()] == []


REST = "uitleg: u, ernst: tip, fout: f, goed: g, herkomst: {bron: redactie, datum: 2026-11-21}"
KINDS = {
    "soort: patroon, zoek: [{lemma: hebben}, {woordsoort: zelfstandig, vorm: .*ing, bij: 1, relatie: onderwerp}]": [
        "  Zoekt:",
        "    1. ‘hebben’ in alle vormen",
        "    2. soort: zelfstandig, letters zoals ‘.*ing’, hoort bij woord 1, als onderwerp",
    ],
    "soort: consistentie, zoek: [[burger, burgers], [inwoner]], kies: inwoner": [
        "  Zoekt: in één brief: burger, burgers naast inwoner",
        "  Kies: inwoner",
    ],
    "soort: drempel, maat: woorden_per_zin, grens: 12.5": [
        "  Zoekt: het aantal woorden van een zin, als dat meer is dan 12,5"
    ],
    "soort: drempel, maat: woorden_per_zin, grens: lange_zin": [
        "  Zoekt: het aantal woorden van een zin, als dat meer is dan de grens 'lange_zin' van de "
        "lezers (inwoner 20, laaggeletterd 12, jongere 15, ondernemer 22, professional 25, raad 25)"
    ],
    "soort: vakterm, zoek: bezwaar, leg_uit: u bent het niet eens, al_uitgelegd: dit is": [
        "  Leg uit: u bent het niet eens",
        "  Al uitgelegd: dit is",
    ],
}


@pytest.mark.parametrize("fields", KINDS)
def test_show_tells_what_each_kind_finds(run: Run, own: Path, fields: str) -> None:
    own.write_text(f"- {{id: a, {fields}, {REST}}}\n", "utf-8")
    ran = run("rules", "show", "a", "--rules", own)
    assert ran.status == 0
    assert [line for line in KINDS[fields] if line not in ran.out.splitlines()] == []


def test_show_tells_for_whom_a_rule_is_switched_off(run: Run, own: Path) -> None:
    own.write_text(
        "- {id: indien, uit: true, afdeling: [zorg]}\n"
        "- {id: indien, uit: true, doelgroep: raad, afdeling: griffie}\n"
        "- {id: indien, uit: true, doelgroep: [raad, jongere]}\n",
        "utf-8",
    )
    ran = run("rules", "show", "indien", "--rules", own)
    assert "  Staat uit:\n    voor de afdeling zorg\n" in ran.out
    assert "    voor de lezers raad van de afdeling griffie\n" in ran.out
    assert "    voor de lezers raad, jongere\n" in ran.out


def test_a_rule_that_is_off_for_all_is_told(run: Run, own: Path) -> None:
    own.write_text("- {id: indien, uit: true}\n", "utf-8")
    ran = run("rules", "show", "indien", "--rules", own)
    assert ran.status == 2
    assert "De regel 'indien' staat uit voor iedereen." in ran.err


@pytest.mark.parametrize("check", ALL_CHECKS, ids=lambda check: check.id)
def test_show_tells_of_every_check(run: Run, check: Check) -> None:
    ran = run("rules", "show", check.id)
    assert (ran.status, ran.err) == (0, "")
    assert f"  Zoekt: {check.page.name}" in ran.out.splitlines()
    assert "  Fout: " in ran.out and "»" in ran.out
    assert re.search(r"^    (fout|let op|tip): ", ran.out, re.MULTILINE)
    assert f"  Herkomst: {check.page.source}" in ran.out
    assert ran.out.count("  Grenzen: ") == len(check.page.thresholds)


def test_show_tells_the_limits_for_all_readers(run: Run, tmp_path: Path) -> None:
    (tmp_path / "brievenbus.toml").write_text("[doelgroep.wijk]\nlange_zin = 9\n")
    ran = run("rules", "show", "lange-zin")
    assert "  Grenzen: Een zin met meer woorden is lang (lange_zin)." in ran.out
    assert "inwoner 20, laaggeletterd 12" in ran.out and "wijk 9" in ran.out


@pytest.mark.parametrize("item", ITEMS)
def test_show_tells_of_every_question_on_a_letter(run: Run, item: str) -> None:
    ran = run("rules", "show", item)
    assert (ran.status, ran.err) == (0, "")
    assert "  Vraag: " in ran.out and "?" in ran.out
    assert "  Als het mist: " in ran.out and "{" not in ran.out


def test_a_name_near_a_check_is_told(run: Run) -> None:
    assert "Bedoelt u 'lange-zin'" in run("rules", "show", "lange-zinnen").err


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


def test_an_example_that_is_wrong_is_told_with_what_to_do(run: Run, own: Path) -> None:
    text = RULE.replace("Wij verstrekken u", "Wij sturen u")
    own.write_text(text.replace("Wij geven u een f", "Wij verstrekken f"), "utf-8")
    ran = run("rules", "test", "--rules", own)
    assert (ran.status, ran.err) == (1, "")
    assert ran.out.splitlines() == [
        str(own),
        "  regel 9: verstrekken-eigen, fout: Wij sturen u een formulier.",
        "    Verwacht: hier iets vinden",
        "    Gevonden: niets",
        "    Wat nu: ‘verstrekken’ staat niet in de zin. Kijk naar 'zoek' en naar 'fout'.",
        "  regel 10: verstrekken-eigen, goed: Wij »verstrekken« formulier.",
        "    Verwacht: hier niets vinden",
        "    Gevonden: ‘verstrekken’",
        "    Met het voorstel: Wij geven formulier.",
        "    Wat nu: Verander 'goed', of zet het bij 'niet_bij'.",
        "",
        "2 regels getest. Niet goed: 2 voorbeelden kloppen niet.",
    ]


def test_only_the_rules_that_are_named_are_tested(run: Run, own: Path) -> None:
    own.write_text(RULE.replace("Wij verstrekken u", "Wij sturen u"), "utf-8")
    ran = run("rules", "test", "indien", "--rules", own)
    assert (ran.status, ran.out) == (0, "1 regel getest. Alle voorbeelden kloppen.\n")
    ran = run("rules", "test", "verstrekken-eigen", "indien", "--rules", own)
    assert ran.status == 1
    assert "2 regels getest. Niet goed: 1 voorbeeld klopt niet." in ran.out
    assert run("rules", "test", "indein").err.endswith(
        "Bedoelt u 'indien'? Alle namen: brievenbus rules list\n"
    )


def test_all_examples_can_be_seen(run: Run, own: Path) -> None:
    ran = run("rules", "test", "verstrekken-eigen", "--rules", own, "--all")
    assert ran.out.splitlines()[1:5] == [
        "  regel 9: verstrekken-eigen, fout: Wij »verstrekken« u een formulier.",
        "    Met het voorstel: Wij geven u een formulier.",
        "    Zo staat het bij 'goed': Wij geven u een formulier.",
        "  regel 10: verstrekken-eigen, goed: Wij geven u een formulier.",
    ]


def test_a_proposal_is_tested_too(run: Run, own: Path) -> None:
    decision = "besluiten: [{wat: voorgesteld, door: x, datum: 2026-11-21, reden: y}]"
    text = RULE.replace("Wij verstrekken u", "Wij sturen u") + f"  {decision}\n"
    own.write_text(text, "utf-8")
    assert run("rules", "test", "--rules", own).status == 1


def test_a_file_that_is_not_valid_outranks_a_wrong_example(run: Run, own: Path) -> None:
    text = RULE.replace("Wij verstrekken u", "Wij sturen u")
    own.write_text(text + "- id: half\n  soort: woord\n", "utf-8")
    ran = run("rules", "test", "--rules", own)
    assert ran.status == 2
    assert "in de regel 'half': het veld 'ernst' ontbreekt" in ran.err
    assert "Niet goed: 1 voorbeeld klopt niet." in ran.out


def test_a_model_that_is_not_there_is_told(run: Run) -> None:
    ran = run("rules", "test", "--model", "bestaat_niet")
    assert ran.status == 2
    assert "Het taalmodel 'bestaat_niet' staat niet op deze computer." in ran.err
