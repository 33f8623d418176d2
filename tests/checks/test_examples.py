"""Examples go the way of a letter, and a silent one is told with its likely cause."""

from __future__ import annotations

from pathlib import Path

import pytest

from brievenbus.checks.rules.examples import Example, all_examples, run_examples
from brievenbus.dutch.pipeline import Pipeline
from brievenbus.rulebook import load_rulebook

REST = "uitleg: u, ernst: tip, herkomst: {bron: redactie, datum: 2026-11-21}"
VERB = "soort: woord, zoek: verstrekken, woordsoort: werkwoord, kies: geven"


def run(folder: Path, pipeline: Pipeline, fields: str, wrong: str, right: str = "Ja.") -> Example:
    """The wrong example of one rule as it turns out."""
    file = folder / "eigen.yaml"
    text = f'- {{id: a, {fields}, {REST}, fout: "{wrong}", goed: "{right}"}}\n'
    file.write_text("# kop\n" + text, encoding="utf-8")
    rulebook = load_rulebook(file, shipped=False)
    assert rulebook.errors == ()
    return all_examples((*rulebook.rules, *rulebook.waiting), pipeline)[0]


# The fields of a rule, an example in which it is silent, and what must be said of it.
CAUSES = {
    "not there": (VERB, "Wij geven u geld.", "‘verstrekken’ staat niet in de zin."),
    "another word": (VERB, "De verstrekking duurt lang.", "geen vorm van ‘verstrekken’"),
    "excepted": (
        f"{VERB}, niet_bij: [verstrekkende gevolgen]",
        "Dit heeft verstrekkende gevolgen.",
        "staat achter 'niet_bij'",
    ),
    "without company": (
        f"{VERB}, alleen_bij: [fiets, auto]",
        "Wij verstrekken geld.",
        "geen woord bij van 'alleen_bij': ‘fiets’ of ‘auto’",
    ),
    "another class": (
        "soort: woord, zoek: arm, woordsoort: zelfstandig, kies: x",
        "De arme mensen krijgen geld.",
        "een bijvoeglijk naamwoord",
    ),
    "a name": (
        "soort: woord, zoek: dienst, kies: werk",
        "Bel de heer Dienst morgen.",
        "hoofdletter midden in de zin",
    ),
    "a quotation": (VERB, "Hij zei: “wij verstrekken geld” en ging.", "een naam, een adres"),
    "explained": (
        "soort: vakterm, zoek: bezwaar maken, leg_uit: u bent het niet eens, al_uitgelegd: dit is",
        "U kunt bezwaar maken. Dit is uw recht.",
        "legt ‘bezwaar maken’ zelf al uit",
    ),
    "a part of a phrase": (
        "soort: zinsdeel, zoek: zorg dragen … voor, kies: zorgen … voor",
        "Wij dragen een jas.",
        "staat dit niet in de zin: ‘zorg’ en ‘voor’",
    ),
    "another order": (
        "soort: zinsdeel, zoek: in kennis stellen, kies: laten weten",
        "De kennis in het stellen.",
        "de volgorde past niet",
    ),
    "too much between": (
        "soort: zinsdeel, zoek: zorg … voor",
        "De zorg, die wij samen met u en met alle andere mensen willen, is voor iedereen.",
        "Op de plek van … passen zes woorden",
    ),
    "a word of a pattern": (
        "soort: patroon, zoek: [{lemma: aanslag}, {woord: xyz}]",
        "De aanslag komt.",
        "Bij deel 2 van het patroon",
    ),
    "words apart": (
        "soort: patroon, zoek: [{lemma: aanslag}, {woord: morgen}]",
        "De aanslag komt morgen.",
        "niet naast elkaar",
    ),
    "words that do not hang together": (
        "soort: patroon, zoek: [{lemma: komen}, {lemma: brief, bij: 1, relatie: onderwerp}]",
        "Wij komen met een brief.",
        "horen in deze zin niet bij elkaar",
    ),
    "one way alone": (
        "soort: consistentie, zoek: [burger, inwoner]",
        "De burger belt. De burger schrijft.",
        "maar één van de woorden: ‘burger’",
    ),
    "under the limit": (
        "soort: drempel, maat: woorden_per_zin, grens: lange_zin",
        "Dit is kort.",
        "Geteld: 3. De grens is 20.",
    ),
    "other readers": (
        f"{VERB}, doelgroep: jongeren",
        "Wij verstrekken geld.",
        "De doelgroep 'jongeren' is er niet.",
    ),
    "readers who know it": (
        "soort: vakterm, zoek: bezwaar, leg_uit: u bent het niet eens, doelgroep: professional",
        "U kunt bezwaar maken.",
        "Voor de lezers ‘professional’ telt dit soort opmerking niet",
    ),
}


@pytest.mark.parametrize("name", CAUSES)
def test_a_silent_example_is_told_with_its_cause(
    tmp_path: Path, pipeline: Pipeline, name: str
) -> None:
    fields, wrong, said = CAUSES[name]
    example = run(tmp_path, pipeline, fields, wrong)
    assert not example.right
    assert said in example.cause
    assert str(example).endswith(example.cause)
    assert str(example).startswith(f"{tmp_path / 'eigen.yaml'}, regel 2: de regel 'a' vindt niets")


FIRING = {
    "the first readers": (
        "soort: drempel, maat: woorden_per_zin, grens: lange_zin, doelgroep: [laaggeletterd]",
        "Dit is een zin die net iets meer dan twaalf woorden telt, denk ik.",
    ),
    "a department": (f"{VERB}, afdeling: [zorg]", "Wij verstrekken geld."),
    "a proposal": (
        f"{VERB}, besluiten: [{{wat: voorgesteld, door: x, datum: 2026-11-21, reden: y}}]",
        "Wij verstrekken geld.",
    ),
    "two ways": ("soort: consistentie, zoek: [burger, inwoner]", "De burger en de inwoner."),
}


@pytest.mark.parametrize("name", FIRING)
def test_an_example_is_run_for_whom_its_rule_is(
    tmp_path: Path, pipeline: Pipeline, name: str
) -> None:
    example = run(tmp_path, pipeline, *FIRING[name])
    assert example.right, example.cause
    assert example.advice == ""


def test_an_organisations_own_readers_count(tmp_path: Path, pipeline: Pipeline) -> None:
    file = tmp_path / "eigen.yaml"
    limit = "soort: drempel, maat: woorden_per_zin, grens: lange_zin, doelgroep: [wijk]"
    file.write_text(f"- {{id: a, {limit}, {REST}, fout: Dit is te lang., goed: Kort.}}\n", "utf-8")
    rules = load_rulebook(file, shipped=False).rules
    wrong, right = all_examples(rules, pipeline, {"wijk": {"lange_zin": 3}})
    assert wrong.right and right.right


def test_a_rule_that_is_switched_off_for_some_is_still_run(
    tmp_path: Path, pipeline: Pipeline
) -> None:
    off = tmp_path / "uit.yaml"
    off.write_text("- {id: verstrekken, uit: true, doelgroep: inwoner}\n", "utf-8")
    rule = load_rulebook(off).rule("verstrekken")
    assert rule is not None and rule.off
    assert all(example.right for example in all_examples([rule], pipeline))


def test_a_right_example_that_fires_shows_what_was_found(
    tmp_path: Path, pipeline: Pipeline
) -> None:
    file = tmp_path / "eigen.yaml"
    file.write_text(
        f"- id: a\n  {VERB.replace(', ', chr(10) + '  ')}\n  uitleg: u\n  ernst: tip\n"
        "  fout: Wij verstrekken geld.\n  goed:\n    - Ja.\n    - U verstrekt geld.\n"
        "  herkomst: {bron: redactie, datum: 2026-11-21}\n",
        encoding="utf-8",
    )
    (failed,) = run_examples(load_rulebook(file, shipped=False), pipeline)
    assert [found.text for found in failed.findings] == ["verstrekt"]
    assert str(failed) == (
        f"{file}, regel 11: de regel 'a' vindt iets in 'U verstrekt geld.'. "
        "Verander 'goed', of zet het bij 'niet_bij'."
    )
