"""`brievenbus rules test`: every rule on its own examples, and what to mend where one does not hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from brievenbus.cli import options
from brievenbus.cli.rules.common import Desk, counted, tell
from brievenbus.cli.running import FINDINGS

if TYPE_CHECKING:
    from brievenbus.checks.rules.examples import Example

HELP = """
Test elke regel op de eigen voorbeelden (fout en goed).

Klopt een voorbeeld niet? Dan ziet u wat er gebeurt en wat u kunt doen.
"""

Names = Annotated[
    list[str] | None,
    typer.Argument(metavar="NAAM", help="Alleen deze regels. Zonder naam: alle regels."),
]
Everything = Annotated[
    bool, typer.Option("--all", help="Laat elk voorbeeld zien, ook als het klopt.")
]


def test_rules(
    names: Names = None,
    *,
    rules: options.Rules = None,
    model: options.Model = None,
    everything: Everything = False,
) -> None:
    """Run all examples: what is wrong must raise its rule, what is right must not."""
    from brievenbus.checks.rules.examples import all_examples

    desk = Desk(rules, model)
    chosen = [desk.rule(name) for name in dict.fromkeys(names or ())] or desk.every_rule
    examples = all_examples(chosen, desk.pipeline(), desk.own_readers)
    failed = [example for example in examples if not example.right]
    if failed:
        desk.session.fail(FINDINGS)
    tell([*_by_file(examples if everything else failed), *_verdict(len(chosen), len(failed))])
    raise typer.Exit(desk.session.status)


def _verdict(tested: int, failed: int) -> Iterator[str]:
    if failed:
        number = "1 voorbeeld klopt" if failed == 1 else f"{failed} voorbeelden kloppen"
        yield f"{counted(tested)} getest. Niet goed: {number} niet."
    else:
        yield f"{counted(tested)} getest. Alle voorbeelden kloppen."


def _by_file(examples: Sequence[Example]) -> Iterator[str]:
    """Yield the examples below the name of their file."""
    for file, those in groupby(examples, key=lambda example: example.rule.file):
        yield file
        for example in those:
            place = f"regel {example.line}: {example.rule.id}, {example.field}"
            yield from (f"  {line}" for line in lines_of(example, place))
        yield ""


def lines_of(example: Example, place: str) -> Iterator[str]:
    """Yield what happened with an example: what was expected, what was found, and what to do."""
    from brievenbus.reports.ruleexamples import shown

    view = shown(example.text, example.findings)
    yield f"{place}: {view.marked}"
    if not example.right:
        yield f"  Verwacht: {'hier iets vinden' if example.must_fire else 'hier niets vinden'}"
        yield f"  Gevonden: {', '.join(f'‘{each.text}’' for each in example.findings) or 'niets'}"
    if view.better:
        yield f"  Met het voorstel: {view.better}"
        if example.must_fire:
            yield f"  Zo staat het bij 'goed': {example.rule.right[0] if example.rule.right else '-'}"
    if not example.right:
        yield f"  Wat nu: {example.advice}"
