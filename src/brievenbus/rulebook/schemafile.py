"""The JSON Schema of a rule file, made from the models that read it, for editors that help while one types.

It says of each field what may stand there, and which fields belong to which kind of rule. What only
shows across words (a regular expression that could take long) is for the program to tell. Make the
file `rules/regels.schema.json` anew with ``python -m brievenbus.rulebook.schemafile``.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from brievenbus.rulebook.load import shipped_folder
from brievenbus.rulebook.schema import Entry

FILE_NAME = "regels.schema.json"
EDITOR_LINE = f"# yaml-language-server: $schema={FILE_NAME}"
"""The first line of a rule file: it tells an editor where the schema is."""

TITLE = "Regels van Brievenbus"
DESCRIPTION = (
    "Een regelbestand is een lijst. Elk deel is een regel, zet een regel uit, of noemt woorden die "
    "mogen blijven staan."
)
DIALECT = "http://json-schema.org/draft-07/schema#"
"""The dialect that editors know best; nothing is fetched from that address."""

DAY = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
PANEL = ("sessie", "gelezen", "struikelden", "besluit")

Schema = dict[str, Any]


def rule_schema() -> Schema:
    """Return the JSON Schema of a rule file."""
    made = TypeAdapter(list[Entry]).json_schema()
    definitions = {name: _definition(each) for name, each in made.pop("$defs").items()}
    definitions["RuleFile"]["allOf"] = _rules_by_kind()
    definitions["ProvenanceFile"]["allOf"] = _panel()
    definitions["WordPatternFile"] |= _word_of_pattern()
    definitions["SwitchOffFile"]["properties"]["uit"] = {
        "const": True,
        "description": definitions["SwitchOffFile"]["properties"]["uit"]["description"],
    }
    head = {"$schema": DIALECT, "title": TITLE, "description": DESCRIPTION}
    return {**head, **_tidy(made), "$defs": definitions}


def schema_text() -> str:
    """Return the schema as it stands in its file."""
    return json.dumps(rule_schema(), ensure_ascii=False, indent=2) + "\n"


def _tidy(schema: Any) -> Any:
    """Take out what says nothing to a writer of rules: titles, defaults, the words of a docstring.

    A day gets a pattern, as few readers of a schema look at `format`.
    """
    if isinstance(schema, list):
        return [_tidy(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    tidy = {key: _tidy(each) for key, each in schema.items() if key not in ("title", "default")}
    return tidy | DAY if schema.get("format") == "date" else tidy


def _definition(schema: Schema) -> Schema:
    """Return one of the definitions; of an enumeration the values alone, as its docstring is English."""
    tidy: Schema = _tidy(schema)
    return {key: each for key, each in tidy.items() if key != "description" or "enum" not in tidy}


def _rules_by_kind() -> list[Schema]:
    """What belongs to one kind of rule."""
    text = {"type": "string"}
    words = {"anyOf": [text, _list_of(text, 1)]}
    ways = {"anyOf": [_list_of(text, 2), _list_of({"type": "array"}, 2)]}
    limit = {"type": ["number", "string"]}
    nothing = {"type": "null"}
    return [
        _when("woord", kies={"minItems": 1}),
        _when("vakterm", leg_uit=text),
        _when("woord", "zinsdeel", "vakterm", "afkorting", zoek=words),
        _when("patroon", zoek=_list_of({"type": "object"}, 1)),
        _when("consistentie", zoek=ways),
        _when("drempel", maat=text, grens=limit)
        | {"else": {"properties": {"maat": nothing, "grens": nothing}}},
        {
            "if": _is("drempel"),
            "then": {"properties": {"zoek": {"type": "array", "maxItems": 0}}},
        },
    ]


def _panel() -> list[Schema]:
    """What belongs to a rule that came from readers, and to no other."""
    is_panel = {"properties": {"bron": {"const": "panel"}}, "required": ["bron"]}
    given = {name: {"not": {"type": "null"}} for name in PANEL}
    absent = {name: {"type": "null"} for name in PANEL}
    return [
        {
            "if": is_panel,
            "then": {"required": list(PANEL), "properties": given},
            "else": {"properties": absent},
        }
    ]


def _word_of_pattern() -> Schema:
    """A word of a pattern says something of the word; a relation is to another word."""
    telling = ("lemma", "woord", "woordsoort", "vorm")
    text = {"type": "string"}
    return {
        "anyOf": [{"required": [name], "properties": {name: text}} for name in telling],
        "if": {"properties": {"relatie": text}, "required": ["relatie"]},
        "then": {"required": ["bij"], "properties": {"bij": {"type": "integer"}}},
    }


def _is(*kinds: str) -> Schema:
    return {"properties": {"soort": {"enum": list(kinds)}}, "required": ["soort"]}


def _when(*kinds: str, **needed: Schema) -> Schema:
    """Say what rules of these kinds must have, and what must stand there."""
    return {"if": _is(*kinds), "then": {"required": list(needed), "properties": needed}}


def _list_of(items: Schema, least: int) -> Schema:
    return {"type": "array", "items": items, "minItems": least}


if __name__ == "__main__":
    Path(shipped_folder(), FILE_NAME).write_text(schema_text(), encoding="utf-8")
