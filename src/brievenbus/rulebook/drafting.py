"""A new rule in the making: which fields its kind needs, what is wrong with an answer, its name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Any

import yaml
from pydantic import BaseModel, ValidationError

from brievenbus.rulebook import building
from brievenbus.rulebook.messages import describe
from brievenbus.rulebook.model import Rule
from brievenbus.rulebook.schema import DecisionFile, ProvenanceFile, RuleFile

MAX_ID = 60
"""Characters of a name that is made of a word (own judgement)."""

PANEL = ("sessie", "gelezen", "struikelden", "besluit")
DECISION = ("door", "reden")
LISTS = frozenset(
    {"zoek", "kies", "al_uitgelegd", "niet_bij", "alleen_bij", "fout", "goed", "doelgroep"}
    | {"afdeling"}
)
"""Fields with room for more than one text."""

_OF_KIND: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "woord": (("zoek", "kies"), ("woordsoort",)),
    "zinsdeel": (("zoek",), ("kies",)),
    "patroon": (("zoek",), ("kies",)),
    "vakterm": (("zoek", "leg_uit"), ()),
    "afkorting": (("zoek",), ("kies", "leg_uit")),
    "consistentie": (("zoek",), ("kies",)),
    "drempel": (("maat", "grens"), ()),
}
"""For each kind the fields it needs beside those of all rules, and those worth asking for."""

Answers = Mapping[str, Any]
"""Answers by field, as people give them: texts, or lists of texts."""


def needed(answers: Answers, *, proposal: bool) -> tuple[str, ...]:
    """The fields that a rule of this kind must have and that cannot be guessed, in the order to ask."""
    of_kind, _ = _OF_KIND.get(str(answers.get("soort")), (("zoek",), ()))
    panel = PANEL if answers.get("bron") == "panel" else ()
    decision = DECISION if proposal else ()
    return ("soort", *of_kind, "uitleg", "fout", "goed", *panel, *decision)


def worth_asking(answers: Answers) -> tuple[str, ...]:
    """The fields that a rule of this kind may have, and that most editors will want to think about."""
    _, extra = _OF_KIND.get(str(answers.get("soort")), ((), ()))
    return (*extra, "ernst", "doelgroep", "afdeling", "bron")


def clean(text: str) -> str:
    """Return an answer without needless white space; what cannot be saved as UTF-8 becomes ?."""
    return " ".join(text.split()).encode(errors="replace").decode()


def identity_for(answers: Answers) -> str:
    """Make a name for a rule of what it looks for; empty where there is no letter or digit in it."""
    found = answers.get("zoek") or [answers.get("maat", "")]
    first = found[0] if isinstance(found, list) else found
    pattern = _pattern(str(first)) if answers.get("soort") == "patroon" else None
    if isinstance(pattern, dict):
        first = pattern.get("lemma") or pattern.get("woord") or pattern.get("vorm") or ""
    text = unicodedata.normalize("NFKD", str(first).replace("{ww}", " ")).lower()
    plain = "".join(char for char in text if not unicodedata.combining(char))
    words = re.findall(r"[a-z0-9]+", plain)
    return "-".join(words)[:MAX_ID].strip("-")


def entry_of(answers: Answers, *, proposal: bool = False) -> dict[str, Any]:
    """Return the answers as they come to stand in the file; `datum` is that of the rule and its decision."""
    entry = {
        key: value
        for key, value in answers.items()
        if key in RuleFile.model_fields and value not in (None, "", [])
    }
    if entry.get("zoek"):
        entry["zoek"] = _searched(str(answers.get("soort")), _as_list(entry["zoek"]))
    if entry.get("grens"):
        entry["grens"] = _number(entry["grens"])
    day = _day(answers.get("datum"))
    panel = {
        key: _whole(answers[key]) if key in ("gelezen", "struikelden") else answers[key]
        for key in PANEL
        if answers.get(key) not in (None, "")
    }
    entry["herkomst"] = {"bron": answers.get("bron"), **panel, "datum": day}
    if proposal:
        who, why = answers.get("door"), answers.get("reden")
        entry["besluiten"] = [{"wat": "voorgesteld", "door": who, "datum": day, "reden": why}]
    return entry


def problem_with(field: str, answers: Answers) -> str | None:
    """Say in Dutch what is wrong with the answer for one field; None where nothing is."""
    entry = entry_of(answers, proposal=field in DECISION)
    if field in DECISION:
        return _problem(DecisionFile, entry["besluiten"][0], field)
    if field in (*PANEL, "bron", "datum"):
        return _problem(ProvenanceFile, entry["herkomst"], field)
    return _problem(RuleFile, entry, field)


def problems_of(entry: Mapping[str, Any]) -> list[str]:
    """Say in Dutch all that is wrong with a rule as it comes to stand in the file."""
    try:
        RuleFile.model_validate(dict(entry))
    except ValidationError as error:
        return [problem for _, problem in describe(error, RuleFile)]
    return []


def rule_of(entry: Mapping[str, Any], file: str) -> Rule:
    """Return the rule that an entry makes; it was checked before."""
    return building.rule(building.plain(RuleFile.model_validate(dict(entry))), file, 1)


def _problem(shape: type[BaseModel], data: Mapping[str, Any], field: str) -> str | None:
    try:
        shape.model_validate(dict(data))
    except ValidationError as error:
        if any(detail["loc"][:1] == (field,) for detail in error.errors()):
            return dict(describe(error, shape)).get(field)  # type: ignore[arg-type]
    return None


def _as_list(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value]


def _searched(kind: str, texts: list[str]) -> list[Any]:
    """The parts of `zoek` as they come to stand in the file."""
    if kind == "patroon":
        return [_pattern(text) for text in texts]
    if kind == "consistentie" and any("," in text for text in texts):
        return [[each.strip() for each in text.split(",") if each.strip()] for text in texts]
    return texts


def _pattern(text: str) -> Any:
    """A word of a pattern, as people type it: *lemma: aanslag, woordsoort: zelfstandig*."""
    try:
        value = yaml.safe_load("{" + text.strip().removeprefix("{").removesuffix("}") + "}")
    except yaml.YAMLError:
        return text
    return value if isinstance(value, dict) else text


def _number(text: Any) -> Any:
    if not re.fullmatch(r"\d{1,9}([.,]\d{1,3})?", str(text)):
        return text
    number = float(str(text).replace(",", "."))
    return int(number) if number.is_integer() else number


def _whole(text: Any) -> Any:
    return int(text) if str(text).isdecimal() else text


def _day(value: Any) -> Any:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        return value
