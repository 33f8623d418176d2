"""From the checked data of a rule file to the values that the rest of the program uses."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from brievenbus.findings import Category
from brievenbus.rulebook.model import (
    SEVERITIES,
    Decision,
    LeaveAlone,
    Outcome,
    Part,
    Provenance,
    Rule,
    RuleKind,
    Scope,
    WordClass,
    WordPattern,
)
from brievenbus.rulebook.schema import Entry

Data = Mapping[str, Any]
"""An entry of a rule file as plain values: text, numbers, lists; without what it does not say."""


def plain(entry: Entry) -> dict[str, Any]:
    """Return a checked entry as plain values, which can be kept as JSON."""
    return entry.model_dump(mode="json", exclude_defaults=True)


def rule(data: Data, file: str, line: int) -> Rule:
    """Make a rule of the plain values of one."""
    kind = RuleKind(data["soort"])
    search, pattern, variants = _search(data.get("zoek", ()))
    if kind is RuleKind.CONSISTENTIE and not variants:
        variants = tuple((text,) for text in search)
    named = data.get("rubriek")
    return Rule(
        id=data["id"],
        kind=kind,
        search=search,
        pattern=pattern,
        word_class=_word_class(data),
        choose=_texts(data, "kies"),
        explain=data.get("leg_uit"),
        explained_by=_texts(data, "al_uitgelegd"),
        reason=data["uitleg"],
        not_with=_texts(data, "niet_bij"),
        only_with=_texts(data, "alleen_bij"),
        severity=SEVERITIES[data["ernst"]],
        wrong=_texts(data, "fout"),
        right=_texts(data, "goed"),
        provenance=_provenance(data["herkomst"]),
        scope=_scope(data),
        category=Category(named) if named else kind.category,
        file=file,
        line=line,
        variants=variants,
        measure=data.get("maat"),
        limit=data.get("grens"),
        in_compounds=Part(data["samenstelling"]) if "samenstelling" in data else None,
        rarer_because=data.get("zeldzamer"),
        decisions=tuple(_decision(each) for each in data.get("besluiten", ())),
    )


def left_alone(data: Data, file: str, line: int) -> LeaveAlone:
    """Make the value of words that are left alone."""
    words = _texts(data, "laat_staan")
    return LeaveAlone(words, data["reden"], data["eigenaar"], _scope(data), file, line)


def scope(data: Data) -> Scope:
    """Return for whom an entry holds."""
    return _scope(data)


def _search(
    parts: Any,
) -> tuple[tuple[str, ...], tuple[WordPattern, ...], tuple[tuple[str, ...], ...]]:
    """Divide `zoek` into texts, words of a pattern, and ways to say one thing."""
    texts: list[str] = []
    patterns: list[WordPattern] = []
    variants: list[tuple[str, ...]] = []
    for part in parts:
        if isinstance(part, str):
            texts.append(part)
        elif isinstance(part, list):
            texts += part
            variants.append(tuple(part))
        else:
            patterns.append(_pattern(part))
    return tuple(texts), tuple(patterns), tuple(variants)


def _pattern(part: Data) -> WordPattern:
    head = part.get("bij")
    return WordPattern(
        lemma=part.get("lemma"),
        word=part.get("woord"),
        word_class=_word_class(part),
        form=part.get("vorm"),
        head=None if head is None else head - 1,
        relation=part.get("relatie"),
    )


def _word_class(data: Data) -> WordClass | None:
    name = data.get("woordsoort")
    return None if name is None else WordClass(name)


def _texts(data: Data, key: str) -> tuple[str, ...]:
    return tuple(data.get(key, ()))


def _scope(data: Data) -> Scope:
    return Scope(_texts(data, "doelgroep"), _texts(data, "afdeling"))


def _provenance(data: Data) -> Provenance:
    return Provenance(
        data["bron"],
        date.fromisoformat(data["datum"]),
        data.get("sessie"),
        data.get("gelezen"),
        data.get("struikelden"),
        data.get("besluit"),
    )


def _decision(data: Data) -> Decision:
    day = date.fromisoformat(data["datum"])
    return Decision(Outcome(data["wat"]), data["door"], day, data["reden"])
