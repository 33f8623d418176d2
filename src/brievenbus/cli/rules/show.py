"""`brievenbus rules show`: all there is to know of one rule, one check, or one question on a letter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from brievenbus.cli import options
from brievenbus.cli.rules.common import Desk, tell

if TYPE_CHECKING:
    from brievenbus.checks.page import Check
    from brievenbus.rulebook import Rule

HELP = """
Laat één regel zien: wat hij vindt, waarom, en waar hij vandaan komt.

Dit kan ook met een controle van Brievenbus zelf, en met een vraag over de hele brief.
"""

Name = Annotated[str, typer.Argument(metavar="NAAM", help="De naam van de regel of de controle.")]

Row = tuple[str, str]
"""A label and what there is to say; an empty label goes on with the one before."""


def show_rule(name: Name, *, rules: options.Rules = None) -> None:
    """Show a rule by its name; a rule goes before a check of that name."""
    from brievenbus.checks.letter import ITEMS
    from brievenbus.checks.registry import ALL_CHECKS

    desk = Desk(rules)
    checks = {check.id: check for check in ALL_CHECKS}
    found = desk.rulebook.rule(name)
    if found is None and name in checks:
        rows = _of_check(checks[name], desk)
    elif found is None and name in ITEMS:
        rows = _of_item(name)
    else:
        rows = _of_rule(desk.rule(name, (*checks, *ITEMS)), desk)
    tell([name, *_laid_out(rows)])
    raise typer.Exit(desk.session.status)


def _laid_out(rows: Iterator[Row]) -> Iterator[str]:
    for label, text in rows:
        yield f"  {label}: {text}".rstrip() if label else f"    {text}"


def _of_rule(rule: Rule, desk: Desk) -> Iterator[Row]:
    from brievenbus.reports.ruletexts import parts_of

    for part in parts_of(rule, desk.readers()):
        if part.name == "herkomst":
            yield from _examples_of_rule(rule, desk)
        if len(part.lines) == 1:
            yield part.label, part.lines[0]
        else:
            yield part.label, ""
            yield from (("", line) for line in part.lines)


def _examples_of_rule(rule: Rule, desk: Desk) -> Iterator[Row]:
    """Yield the examples as they turn out, with the words found marked."""
    from brievenbus.checks.rules.examples import all_examples
    from brievenbus.reports.ruleexamples import shown
    from brievenbus.reports.ruletexts import label

    for example in all_examples([rule], desk.pipeline(), desk.own_readers):
        view = shown(example.text, example.findings)
        yield label(example.field), view.marked
        if not example.right:
            yield "", example.advice
        elif view.better:
            yield "", f"{label('beter')}: {view.better}"


def _of_check(check: Check, desk: Desk) -> Iterator[Row]:
    """Yield what the page of a check says, with its examples as they turn out."""
    from brievenbus.reports.ruleexamples import shown
    from brievenbus.reports.ruletexts import label, limits_of, rule_word
    from brievenbus.reports.wording import say
    from brievenbus.rulebook.profiles import load_profile

    page, readers, pipeline = check.page, desk.readers(), desk.pipeline()
    yield label("soort"), rule_word("soort.controle")
    yield label("zoekt"), page.name
    yield label("waarom"), page.reason
    for name, texts in (("fout", page.wrong), ("goed", page.right)):
        for text in texts:
            findings = check(pipeline.analyse(text), load_profile())
            yield label(name), shown(text, findings).marked
            yield from (
                ("", f"{say(f'ernst.{each.severity}')}: {each.message}") for each in findings
            )
    yield label("herkomst"), page.source
    for name in page.thresholds:
        yield label("grenzen"), f"{rule_word(f'grens.{name}')} ({name})."
        yield "", limits_of(name, readers)
    without = [each.name for each in readers if check.id in each.zonder]
    if without:
        yield label("geldt_niet"), ", ".join(without)


def _of_item(name: str) -> Iterator[Row]:
    """Yield what an item of the checklist asks, and what a writer reads where it is not there."""
    from brievenbus.reports.ruletexts import label, missing_texts, rule_word

    yield label("soort"), rule_word("soort.brief")
    yield label("vraag"), rule_word(f"punt.{name}.vraag")
    for text in missing_texts(name):
        yield label("mist"), text
