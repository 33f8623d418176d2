"""What the reports of an audit have in common, worked out once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from brievenbus.audit.record import WEIGHTS
from brievenbus.audit.view import AuditView, PassageRow, RuleRow, Totals
from brievenbus.findings import Severity

MOST_PASSAGES = 1_000
"""Passages in the workbook; the page shows the first of them."""


@dataclass(frozen=True, slots=True)
class RuleText:
    """How a rule or check is called, and why it is there."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Material:
    """An audit with what its reports share.

    `weight` is that of all findings in all letters, each as often as its letter is sent: what could be
    gained. `compared` says that findings were compared with a baseline.
    """

    view: AuditView
    totals: Totals
    passages: tuple[PassageRow, ...]
    rules: tuple[RuleRow, ...]
    rule_texts: Mapping[str, RuleText]
    weight: int
    compared: bool

    def text_of(self, rule: str) -> RuleText:
        """Return the words for a rule; its id where nothing is known of it."""
        return self.rule_texts.get(rule, RuleText(rule, ""))


def gather(view: AuditView) -> Material:
    """Ask the audit for what more than one report needs."""
    rules = tuple(view.rules())
    reasons, compared = _of_findings(view, {row.rule for row in rules})
    return Material(
        view=view,
        totals=view.totals(),
        passages=tuple(view.passages(MOST_PASSAGES)),
        rules=rules,
        rule_texts=_names() | reasons,
        weight=sum(_weight(row.errors, row.warnings) * row.print_run for row in view.letters()),
        compared=compared,
    )


def _weight(errors: int, warnings: int) -> int:
    return WEIGHTS[Severity.ERROR] * errors + WEIGHTS[Severity.WARNING] * warnings


def _names() -> dict[str, RuleText]:
    """Return the names of our own checks; of a rule its id is the name."""
    from brievenbus.checks.registry import ALL_CHECKS

    return {check.id: RuleText(check.page.name, check.page.reason) for check in ALL_CHECKS}


def _of_findings(view: AuditView, rules: set[str]) -> tuple[dict[str, RuleText], bool]:
    """Return the words of rules that are no checks, and whether findings tell that they are new.

    Rule files may differ per folder, so that only the findings know which reason holds. Reading stops
    when every rule has been met.
    """
    left = rules - set(_names())
    told: dict[str, RuleText] = {}
    compared = False
    for record in view.records():
        for found in record["findings"]:
            compared = compared or "new" in found
            if found["rule"] in left:
                left.discard(found["rule"])
                told[found["rule"]] = RuleText(found["rule"], found["message"])
        if not left and record["findings"]:
            break
    return told, compared
