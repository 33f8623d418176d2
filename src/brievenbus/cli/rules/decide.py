"""`brievenbus rules accept` and `rules reject`: decide on a rule; every decision stays in its file."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from brievenbus.cli import options
from brievenbus.cli.mistakes import WrongUse
from brievenbus.cli.rules import fields
from brievenbus.cli.rules.common import Desk, tell

ACCEPT_HELP = """
Neem een regel aan. Vanaf dan geldt de regel.

Uw besluit komt bij de regel in het bestand. Wat er eerder is besloten, blijft staan.
"""
REJECT_HELP = """
Wijs een regel af. Vanaf dan geldt de regel niet.

Uw besluit komt bij de regel in het bestand. Wat er eerder is besloten, blijft staan.
"""

Name = Annotated[str, typer.Argument(metavar="NAAM", help="De naam van de regel.")]


def accept_rule(
    name: Name,
    *,
    door: fields.By,
    reden: fields.Why,
    datum: fields.Day = None,
    rules: options.Rules = None,
) -> None:
    """Accept a rule."""
    _decide("aangenomen", name, {"door": door, "reden": reden, "datum": datum}, Desk(rules))


def reject_rule(
    name: Name,
    *,
    door: fields.By,
    reden: fields.Why,
    datum: fields.Day = None,
    rules: options.Rules = None,
) -> None:
    """Reject a rule."""
    _decide("afgewezen", name, {"door": door, "reden": reden, "datum": datum}, Desk(rules))


def _decide(outcome: str, name: str, given: dict[str, str | None], desk: Desk) -> None:
    """Put a decision on a rule, and say so."""
    from brievenbus.rulebook.drafting import clean, problem_with
    from brievenbus.rulebook.editing import EditError, add_decision
    from brievenbus.rulebook.model import Decision, Outcome

    rule = desk.rule(name)
    answers = {key: clean(value or "") for key, value in given.items()}
    answers["datum"] = answers["datum"] or date.today().isoformat()
    problems = (problem_with(field, answers) for field in ("datum", "door", "reden"))
    wrong = next(filter(None, problems), None)
    if wrong:
        raise WrongUse(wrong)
    day = date.fromisoformat(answers["datum"])
    try:
        add_decision(rule, Decision(Outcome(outcome), answers["door"], day, answers["reden"]))
    except EditError as error:
        raise WrongUse(str(error)) from error
    now = "geldt nu" if outcome == "aangenomen" else "geldt nu niet"
    tell([f"De regel '{name}' {now}. Het besluit staat in {Path(rule.file)}."])
    raise typer.Exit(desk.session.status)
