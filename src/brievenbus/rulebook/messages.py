"""What is wrong in a rule, in Dutch, for a person who does not program."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError

from brievenbus.findings import Category
from brievenbus.rulebook.model import Outcome, Part, WordClass
from brievenbus.rulebook.schema import (
    DecisionFile,
    Entry,
    ProvenanceFile,
    WordPatternFile,
)

MAX_SHOWN = 60
"""Characters of a wrong value that a message repeats."""

_NESTED: dict[str, type[BaseModel]] = {
    "herkomst": ProvenanceFile,
    "besluiten": DecisionFile,
    "zoek": WordPatternFile,
}
_TELLING = {"extra_forbidden": 0, "value_error": 1, "literal_error": 1, "list_type": 3}
"""Of what is wrong with one field, what says most comes first: a misspelt field is why another is
missing, and of the shapes that `zoek` may have the one that was meant gets furthest."""

_CHOICES = {"woordsoort": WordClass, "rubriek": Category, "wat": Outcome, "samenstelling": Part}


def describe(error: ValidationError, shape: type[Entry]) -> list[tuple[str, str]]:
    """Say in Dutch what is wrong: pairs of the field and the problem with its mend."""
    problems: dict[str, str] = {}
    for detail in sorted(error.errors(), key=lambda detail: _TELLING.get(detail["type"], 2)):
        path = [part for part in detail["loc"] if isinstance(part, str) and not _is_branch(part)]
        field = path[0] if path else ""
        problems.setdefault(field, _problem(detail, ".".join(path), shape))
    return list(problems.items())


def _is_branch(part: str) -> bool:
    """Whether a step of pydantic's path names an alternative of a type, not a field."""
    return "[" in part or part in {"WordPatternFile", "str", "float", "int"}


def _shown(value: Any) -> str:
    """What stands in the file, cut off where it is long."""
    text = str(value)
    return text if len(text) <= MAX_SHOWN else text[:MAX_SHOWN] + "…"


def _problem(detail: Any, path: str, shape: type[Entry]) -> str:
    kind, given = detail["type"], _shown(detail.get("input"))
    if kind == "extra_forbidden":
        return _unknown(path, shape)
    if kind == "missing":
        return f"het veld '{path}' ontbreekt. Voeg het toe."
    if kind == "literal_error":
        allowed = re.sub(r" or ", " of ", str(detail["ctx"]["expected"]))
        return f"'{given}' kan niet bij '{path}'. Kies uit {allowed}."
    choices = _CHOICES.get(path.rpartition(".")[2])
    if choices is not None and kind in ("is_instance_of", "enum"):
        return f"'{given}' kan niet bij '{path}'. Kies uit {', '.join(choices)}."
    if kind == "string_pattern_mismatch":
        return f"'{given}' kan niet als '{path}'. Gebruik kleine letters, cijfers en streepjes."
    if kind == "value_error":
        return f"{detail['ctx']['error']}."
    if kind.startswith("date"):
        return f"'{given}' is geen datum. Schrijf 'datum' als 2026-11-21."
    if kind.startswith("int"):
        return (
            f"'{given}' kan niet bij '{path}'. Zet er een heel getal neer, zonder aanhalingstekens."
        )
    if kind == "greater_than_equal":
        return f"'{given}' kan niet bij '{path}'. Zet er minstens {detail['ctx']['ge']} neer."
    if kind == "string_too_long":
        return f"de tekst bij '{path}' is te lang. Gebruik hoogstens {detail['ctx']['max_length']} tekens."
    if kind.startswith("bool"):
        return f"bij '{path}' kan alleen 'true' staan."
    return f"'{given}' kan niet bij '{path}'. Zet er tekst neer, tussen aanhalingstekens."


def _unknown(path: str, shape: type[Entry]) -> str:
    """Say that a field does not exist, with the field that was meant where one is near."""
    outer, _, inner = path.rpartition(".")
    fields = _NESTED.get(outer, shape).model_fields
    near = get_close_matches(inner, list(fields), n=1, cutoff=0.6)
    hint = (
        f" Bedoelt u '{near[0]}'?" if near else " Haal het weg, of kijk in de uitleg over regels."
    )
    return f"het veld '{path}' bestaat niet.{hint}"
