"""The JSON Schema of rule files: up to date, and of one mind with the program."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from brievenbus.rulebook import load_rulebook
from brievenbus.rulebook.schemafile import EDITOR_LINE, FILE_NAME, rule_schema, schema_text

from .test_load import GOOD, MISTAKES

BEYOND_A_SCHEMA = {"kan niet meer zijn dan 'gelezen'"}
"""Mistakes that show only where two values are laid side by side."""

REST = "uitleg: u, ernst: tip, fout: f, goed: g, herkomst: {bron: redactie, datum: 2026-11-21}"
VALID = {
    "one text or a list": f"- {{id: a, soort: woord, zoek: [b, c], kies: d, {REST}}}",
    "a date in quotation marks": GOOD.replace("2026-11-21", '"2026-11-21"'),
    "a proposal": GOOD
    + "  besluiten:\n    - {wat: voorgesteld, door: ik, datum: 2026-11-21, reden: r}\n",
    "a pattern": f"- {{id: a, soort: patroon, zoek: [{{lemma: b}}, {{vorm: .*ing, bij: 1, relatie: deel}}], {REST}}}",
    "one word throughout": f"- {{id: a, soort: consistentie, zoek: [[b, c], [d]], {REST}}}",
    "a limit": f"- {{id: a, soort: drempel, maat: woorden_per_zin, grens: 12.5, {REST}}}",
    "a named limit": f"- {{id: a, soort: drempel, maat: woorden_per_zin, grens: lange_zin, {REST}}}",
    "switched off for some": "- {id: verstrekken, uit: true, afdeling: [a], doelgroep: jongere, reden: r}",
    "left alone": "- {laat_staan: bijdrage, reden: r, eigenaar: e, datum: 2026-11-21}",
}
WRONG = {
    "no list": "id: a",
    "switched off by another word": "- {id: verstrekken, uit: ja}",
    "not switched off": "- {id: verstrekken, uit: false}",
    "left alone by nobody": "- {laat_staan: bijdrage, reden: r}",
    "a limit that is not there": f"- {{id: a, soort: drempel, maat: woorden_per_zin, {REST}}}",
    "a limit of another kind": GOOD + "  grens: 12\n",
    "a threshold that looks for words": f"- {{id: a, soort: drempel, zoek: b, maat: woorden_per_zin, grens: 1, {REST}}}",
    "one word for one thing": f"- {{id: a, soort: consistentie, zoek: [b], {REST}}}",
    "a relation to nothing": f"- {{id: a, soort: patroon, zoek: [{{lemma: b, relatie: deel}}], {REST}}}",
    "an empty word of a pattern": f"- {{id: a, soort: patroon, zoek: [{{bij: 1}}], {REST}}}",
    "a decision without a reason": GOOD
    + "  besluiten: [{wat: afgewezen, door: ik, datum: 2026-11-21}]\n",
}


@pytest.fixture(scope="module")
def schema() -> Draft7Validator:
    Draft7Validator.check_schema(rule_schema())
    return Draft7Validator(rule_schema())


def read(text: str) -> Any:
    """What an editor sees: a day is a text."""
    return json.loads(json.dumps(yaml.load(text, yaml.CSafeLoader), default=date.isoformat))


def test_the_file_is_up_to_date(project: Path) -> None:
    committed = (project / "rules" / FILE_NAME).read_text(encoding="utf-8")
    assert committed == schema_text(), "run: python -m brievenbus.rulebook.schemafile"


def test_every_shipped_file_names_it_and_fits(project: Path, schema: Draft7Validator) -> None:
    files = sorted((project / "rules").glob("*.yaml"))
    assert files
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert text.startswith(f"{EDITOR_LINE}\n"), file.name
        assert [error.message for error in schema.iter_errors(read(text))] == [], file.name


@pytest.mark.parametrize("name", VALID)
def test_what_the_program_takes_fits(tmp_path: Path, schema: Draft7Validator, name: str) -> None:
    file = tmp_path / "eigen.yaml"
    file.write_text(VALID[name], encoding="utf-8")
    assert load_rulebook(file).errors == ()
    assert [error.message for error in schema.iter_errors(read(VALID[name]))] == []


@pytest.mark.parametrize("name", WRONG)
def test_what_the_program_refuses_does_not_fit(
    tmp_path: Path, schema: Draft7Validator, name: str
) -> None:
    file = tmp_path / "eigen.yaml"
    file.write_text(WRONG[name], encoding="utf-8")
    assert load_rulebook(file).errors
    assert not schema.is_valid(read(WRONG[name]))


@pytest.mark.parametrize(("before", "after", "line", "said"), MISTAKES)
def test_a_mistake_does_not_fit(
    schema: Draft7Validator, before: str, after: str, line: int, said: str
) -> None:
    fits = schema.is_valid(read(GOOD.replace(before, after, 1)))
    assert fits == (said in BEYOND_A_SCHEMA)


def test_all_it_tells_an_editor_is_dutch() -> None:
    def descriptions(value: Any) -> list[str]:
        if isinstance(value, dict):
            own = [value["description"]] if isinstance(value.get("description"), str) else []
            return own + [each for part in value.values() for each in descriptions(part)]
        return (
            [each for part in value for each in descriptions(part)]
            if isinstance(value, list)
            else []
        )

    told = descriptions(rule_schema())
    assert len(told) > 30
    assert not any(" the " in f" {each.lower()} " for each in told)
