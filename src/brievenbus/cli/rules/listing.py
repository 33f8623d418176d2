"""`brievenbus rules list`: every rule on a line."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from brievenbus.cli import options
from brievenbus.cli.rules.common import Desk, counted, tell

if TYPE_CHECKING:
    from brievenbus.rulebook import Rule

HELP = "Laat alle regels zien, elk op één regel."


class Status(StrEnum):
    """What was decided of a rule; the names of `rulebook.model.Outcome`, which loads more than help may."""

    AANGENOMEN = "aangenomen"
    VOORGESTELD = "voorgesteld"
    AFGEWEZEN = "afgewezen"


Wanted = Annotated[
    Status | None,
    typer.Option(
        "--status",
        help="Alleen de regels die gelden: aangenomen. Die wachten op een besluit: voorgesteld. Die "
        "niet gelden: afgewezen.",
    ),
]


def list_rules(*, status: Wanted = None, rules: options.Rules = None) -> None:
    """List the rules: name, kind, what it finds, and what to choose instead."""
    desk = Desk(rules)
    chosen = [rule for rule in desk.every_rule if status is None or rule.status.value == status]
    tell([*map(_line, chosen), "", _count(chosen)])
    raise typer.Exit(desk.session.status)


def _line(rule: Rule) -> str:
    from brievenbus.reports.ruletexts import found_in_short

    choice = f" → {', '.join(rule.choose)}" if rule.choose else ""
    status = rule.status.value
    mark = "" if status == Status.AANGENOMEN else f" ({status})"
    return f"{rule.id:<30} {rule.kind:<10} {found_in_short(rule)}{choice}{mark}"


def _count(rules: list[Rule]) -> str:
    waiting = sum(rule.status.value == Status.VOORGESTELD for rule in rules)
    rejected = sum(rule.status.value == Status.AFGEWEZEN for rule in rules)
    parts = [f"{waiting} voorgesteld"] * bool(waiting) + [f"{rejected} afgewezen"] * bool(rejected)
    return f"{counted(len(rules))}{', waarvan ' if parts else ''}{' en '.join(parts)}"
