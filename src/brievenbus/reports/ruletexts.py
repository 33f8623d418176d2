"""A rule in Dutch words: what it finds, what it asks, where it comes from. Screen and overview show the same.

The words stand in ``data/regels.toml``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from brievenbus.checks.letter.words import data
from brievenbus.reports.wording import say, sentence
from brievenbus.rulebook import Rule, RuleKind
from brievenbus.rulebook.measures import MEASURES
from brievenbus.rulebook.model import Decision, Scope, WordPattern
from brievenbus.rulebook.profiles import Profile


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a rule: its name in the file of words, its label, and what there is to say, by the line."""

    name: str
    label: str
    lines: tuple[str, ...]


@cache
def texts() -> dict[str, Any]:
    """Return the file of words as it stands."""
    source = files("brievenbus.reports").joinpath("data", "regels.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


def rule_word(key: str, **values: object) -> str:
    """Return a sentence of the file with its gaps filled, as `wording.say` does."""
    return sentence(texts(), key, values)


def label(name: str) -> str:
    """Return what a part of a rule is called."""
    return rule_word(f"label.{name}")


def day(value: date) -> str:
    """Write a date in full: *21 november 2026*."""
    return f"{value.day} {texts()['maanden'][value.month - 1]} {value.year}"


def parts_of(
    rule: Rule, readers: Sequence[Profile], *, with_folder: bool = True
) -> tuple[Part, ...]:
    """Return all parts that a rule has, save its examples.

    `readers` are those that a limit is told of; `with_folder` names the folder of the file too.
    """
    file = rule.file if with_folder else Path(rule.file).name
    lists = {
        "soort": [rule_word(f"soort.{rule.kind}")],
        "zoekt": [*_searched(rule, readers)],
        "samenstelling": [in_compounds(rule)],
        "kies": [", ".join(rule.choose)],
        "zeldzamer": [rule.rarer_because or ""],
        "leg_uit": [rule.explain or ""],
        "al_uitgelegd": [", ".join(rule.explained_by)],
        "waarom": [rule.reason],
        "niet_bij": [", ".join(rule.not_with)],
        "alleen_bij": [", ".join(rule.only_with)],
        "doelgroep": [", ".join(rule.scope.audiences)],
        "afdeling": [", ".join(rule.scope.departments)],
        "uit": [switched_off(scope) for scope in rule.off],
        "ernst": [say(f"ernst.{rule.severity}")],
        "rubriek": [say(f"soort.{rule.category}") if rule.category != rule.kind.category else ""],
        "herkomst": [origin(rule)],
        "stand": [rule_word(f"stand.{rule.status}") if rule.decisions else ""],
        "besluiten": [decided(decision) for decision in rule.decisions],
        "staat_in": [rule_word("plaats.regel", bestand=file, regel=rule.line)],
    }
    made = ((name, tuple(filter(None, lines))) for name, lines in lists.items())
    return tuple(Part(name, label(name), lines) for name, lines in made if lines)


def in_compounds(rule: Rule) -> str:
    """Return where in longer words a rule looks; empty where it does not."""
    return rule_word(f"samenstelling.{rule.in_compounds}") if rule.in_compounds else ""


def found_in_short(rule: Rule) -> str:
    """Return what a rule looks for on one line, for lists."""
    if rule.kind is RuleKind.DREMPEL:
        return f"{MEASURES[str(rule.measure)]} > {number(rule.limit)}"
    if rule.pattern:
        return " ".join(each.word or each.lemma or f"({_in_short(each)})" for each in rule.pattern)
    return ", ".join(rule.search)


def origin(rule: Rule) -> str:
    """Return where a rule comes from; of a rule that came from readers how many did not understand."""
    source = rule.provenance
    if source.read is None or source.stumbled is None:
        return rule_word("herkomst.gewoon", bron=source.source, dag=day(source.day))
    readers = say("lezers", aantal=source.stumbled, gelezen=source.read)
    return rule_word(
        "herkomst.panel",
        sessie=source.session,
        dag=day(source.day),
        lezers=readers,
        besluit=source.decision,
    )


def decided(decision: Decision) -> str:
    """Return who decided what of a rule, when and why."""
    return rule_word(
        f"besluit.{decision.outcome}",
        door=decision.by,
        dag=day(decision.day),
        reden=decision.reason,
    )


def switched_off(scope: Scope) -> str:
    """Return for whom a rule is switched off."""
    readers, department = ", ".join(scope.audiences), ", ".join(scope.departments)
    name = "beide" if readers and department else "lezers" if readers else "afdeling"
    return rule_word(f"uit.{name}", lezers=readers, afdeling=department)


def limits_of(name: str, readers: Sequence[Profile]) -> str:
    """Return the values of one threshold, by the names of the readers."""
    return ", ".join(
        rule_word("zoekt.lezers", lezers=each.name, waarde=number(getattr(each, name)))
        for each in readers
    )


def missing_texts(item: str) -> list[str]:
    """Return what a writer reads where an item of the checklist is missing or falls short."""
    said = data()["tekst"][item]
    return [_GAP.sub("…", text) for name, text in said.items() if name.startswith(SHORT)]


_GAP = re.compile(r"\{[^{}]*\}")
SHORT = ("fout", "weinig", "vaag", "lang", "niemand")
"""How the sentences of the checklist begin that say what is not in order."""


def _searched(rule: Rule, readers: Sequence[Profile]) -> Iterator[str]:
    if rule.kind is RuleKind.DREMPEL:
        yield _counted(rule, readers)
    elif rule.pattern:
        yield from (_of_pattern(i, each) for i, each in enumerate(rule.pattern, start=1))
    elif rule.kind is RuleKind.CONSISTENTIE:
        ways = rule_word("zoekt.naast").join(", ".join(way) for way in rule.variants)
        yield rule_word("zoekt.verschillend", woorden=ways)
    elif rule.word_class:
        words = ", ".join(rule.search)
        yield rule_word("zoekt.met_soort", woorden=words, woordsoort=rule.word_class)
    else:
        yield ", ".join(rule.search)


def _counted(rule: Rule, readers: Sequence[Profile]) -> str:
    limit = number(rule.limit)
    if isinstance(rule.limit, str):
        limit = rule_word(
            "zoekt.grens_van", naam=rule.limit, waarden=limits_of(rule.limit, readers)
        )
    return rule_word("zoekt.drempel", maat=MEASURES[str(rule.measure)], grens=limit)


def _of_pattern(place: int, word: WordPattern) -> str:
    """Return what one word of a pattern must be."""
    said = [
        rule_word(f"patroon.{name}", **{name: value})
        for name, value in (
            ("lemma", word.lemma),
            ("woord", word.word),
            ("woordsoort", word.word_class),
            ("vorm", word.form),
        )
        if value is not None
    ]
    if word.head is not None:
        name = "relatie" if word.relation else "bij"
        said.append(rule_word(f"patroon.{name}", bij=word.head + 1, relatie=word.relation))
    return rule_word("patroon.genummerd", nummer=place, woord=", ".join(said))


def _in_short(word: WordPattern) -> str:
    return str(word.word_class or word.form or rule_word("patroon.leeg"))


def number(value: float | str | None) -> str:
    """Write a limit the Dutch way; the name of one stays as it is."""
    return value if isinstance(value, str) else f"{value:g}".replace(".", ",")
