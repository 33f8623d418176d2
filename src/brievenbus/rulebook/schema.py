"""The shape of a rule file, and errors that a person who does not program can mend."""

from __future__ import annotations

import re
from datetime import date
from difflib import get_close_matches
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    model_validator,
)

from brievenbus.rulebook.model import SEVERITIES, Provenance, Rule, RuleKind, WordClass, WordPattern

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=600)]
Identity = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]


MAX_SHOWN = 60
"""Characters of a wrong value that a message repeats."""


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Texts = Annotated[list[Text], BeforeValidator(_as_list)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class ProvenanceFile(_Strict):
    """`herkomst` of a rule."""

    bron: Text
    datum: date
    sessie: Text | None = None
    gelezen: Annotated[int, Field(ge=1)] | None = None
    struikelden: Annotated[int, Field(ge=0)] | None = None
    besluit: Text | None = None

    @model_validator(mode="after")
    def _panel_is_complete(self) -> ProvenanceFile:
        panel = (self.sessie, self.gelezen, self.struikelden, self.besluit)
        if self.bron == "panel" and None in panel:
            raise ValueError(
                "bij 'bron: panel' horen ook 'sessie', 'gelezen', 'struikelden' en 'besluit'"
            )
        if self.bron != "panel" and any(value is not None for value in panel):
            raise ValueError(
                "'sessie', 'gelezen', 'struikelden' en 'besluit' horen alleen bij 'bron: panel'"
            )
        if self.gelezen is not None and (self.struikelden or 0) > self.gelezen:
            raise ValueError("'struikelden' kan niet meer zijn dan 'gelezen'")
        return self


class WordPatternFile(_Strict):
    """One word of a pattern."""

    lemma: Text | None = None
    woord: Text | None = None
    woordsoort: WordClass | None = None

    @model_validator(mode="before")
    @classmethod
    def _class_by_name(cls, value: Any) -> Any:
        return _with_class(value)

    @model_validator(mode="after")
    def _not_empty(self) -> WordPatternFile:
        if self.lemma is None and self.woord is None and self.woordsoort is None:
            raise ValueError("geef 'lemma', 'woord' of 'woordsoort'")
        return self


def _with_class(value: Any) -> Any:
    """Turn the name of a word class into the value, so that strict mode takes it."""
    if isinstance(value, dict) and isinstance(value.get("woordsoort"), str):
        name = value["woordsoort"]
        if name in set(WordClass):
            return value | {"woordsoort": WordClass(name)}
    return value


class RuleFile(_Strict):
    """One rule, by the Dutch keys of the files."""

    id: Identity
    soort: Literal["woord", "zinsdeel", "patroon", "vakterm", "afkorting"]
    zoek: Texts | list[WordPatternFile]
    woordsoort: WordClass | None = None
    kies: Texts = []
    leg_uit: Text | None = None
    al_uitgelegd: Texts = []
    uitleg: Text
    niet_bij: Texts = []
    alleen_bij: Texts = []
    ernst: Literal["fout", "let op", "tip"]
    fout: Texts
    goed: Texts
    herkomst: ProvenanceFile
    doelgroep: Texts = []
    afdeling: Texts = []

    @model_validator(mode="before")
    @classmethod
    def _class_by_name(cls, value: Any) -> Any:
        return _with_class(value)

    @model_validator(mode="after")
    def _fields_belong(self) -> RuleFile:
        patterned = not isinstance(self.zoek[0], str) if self.zoek else False
        if not self.zoek:
            raise ValueError("'zoek' is leeg; zet er het woord achter dat u zoekt")
        if patterned != (self.soort == "patroon"):
            raise ValueError(
                "'zoek' van een patroon is een lijst van {lemma: …}; bij andere soorten zijn het woorden"
            )
        if self.soort == "woord" and not self.kies:
            raise ValueError("bij 'soort: woord' hoort 'kies': het eenvoudiger woord")
        if self.soort == "vakterm" and self.leg_uit is None:
            raise ValueError("bij 'soort: vakterm' hoort 'leg_uit': de uitleg voor in de brief")
        return self


def to_rule(data: Any, file: str, line: int) -> Rule:
    """Validate one rule. Raises pydantic's ValidationError; `describe` puts that into Dutch."""
    read = RuleFile.model_validate(data)
    texts: list[str] = []
    patterns: list[WordPattern] = []
    for part in read.zoek:
        if isinstance(part, str):
            texts.append(part)
        else:
            patterns.append(WordPattern(part.lemma, part.woord, part.woordsoort))
    source = read.herkomst
    return Rule(
        id=read.id,
        kind=RuleKind(read.soort),
        search=tuple(texts),
        pattern=tuple(patterns),
        word_class=read.woordsoort,
        choose=tuple(read.kies),
        explain=read.leg_uit,
        explained_by=tuple(read.al_uitgelegd),
        reason=read.uitleg,
        not_with=tuple(read.niet_bij),
        only_with=tuple(read.alleen_bij),
        severity=SEVERITIES[read.ernst],
        wrong=tuple(read.fout),
        right=tuple(read.goed),
        provenance=Provenance(
            source.bron,
            source.datum,
            source.sessie,
            source.gelezen,
            source.struikelden,
            source.besluit,
        ),
        audiences=tuple(read.doelgroep),
        departments=tuple(read.afdeling),
        file=file,
        line=line,
    )


def describe(error: ValidationError) -> list[tuple[str, str]]:
    """Say in Dutch what is wrong: pairs of the field and the problem with its mend."""
    problems: dict[str, str] = {}
    # A misspelt field comes before the field that is missing for that reason.
    for detail in sorted(error.errors(), key=lambda detail: detail["type"] != "extra_forbidden"):
        path = [part for part in detail["loc"] if isinstance(part, str) and not _is_branch(part)]
        field = path[0] if path else ""
        problems.setdefault(field, _problem(detail, ".".join(path)))
    return list(problems.items())


def _is_branch(part: str) -> bool:
    """Whether a step of pydantic's path names an alternative of a type, not a field."""
    return "[" in part or part in {"WordPatternFile", "str"}


def _shown(value: Any) -> str:
    """What stands in the file, cut off where it is long."""
    text = str(value)
    return text if len(text) <= MAX_SHOWN else text[:MAX_SHOWN] + "…"


def _problem(detail: Any, path: str) -> str:
    kind, given = detail["type"], _shown(detail.get("input"))
    if kind == "extra_forbidden":
        outer, _, inner = path.rpartition(".")
        fields = ProvenanceFile.model_fields if outer == "herkomst" else RuleFile.model_fields
        near = get_close_matches(inner, list(fields), n=1, cutoff=0.6)
        hint = (
            f" Bedoelt u '{near[0]}'?"
            if near
            else " Haal het weg, of kijk in de uitleg over regels."
        )
        return f"het veld '{path}' bestaat niet.{hint}"
    if kind == "missing":
        return f"het veld '{path}' ontbreekt. Voeg het toe."
    if kind == "literal_error":
        allowed = re.sub(r" or ", " of ", str(detail["ctx"]["expected"]))
        return f"'{given}' kan niet bij '{path}'. Kies uit {allowed}."
    if kind in ("is_instance_of", "enum"):
        return f"'{given}' kan niet bij '{path}'. Kies uit {', '.join(WordClass)}."
    if kind == "string_pattern_mismatch":
        return f"'{given}' kan niet als '{path}'. Gebruik kleine letters, cijfers en streepjes."
    if kind == "value_error":
        return f"{detail['ctx']['error']}."
    if kind.startswith("date"):
        return f"'{given}' is geen datum. Schrijf 'datum' als 2026-11-21."
    return f"'{given}' kan niet bij '{path}'. Zet er tekst neer, tussen aanhalingstekens."
