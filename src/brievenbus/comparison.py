"""What became better and what became worse between two versions of a letter: plain values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from brievenbus.findings import Severity
from brievenbus.report import Report
from brievenbus.reports.jargon import jargon


class Direction(IntEnum):
    """Which way something changed, for the reader of the letter."""

    WORSE = -1
    SAME = 0
    BETTER = 1


def fewer_is_better(old: float, new: float) -> Direction:
    """Return the direction where less is better."""
    return Direction((old > new) - (old < new))


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure in both versions; None where a version is too short to measure.

    `key` is a name of the contract's ``scores``. `direction` is None where a version has no figure.
    """

    key: str
    old: float | None
    new: float | None
    direction: Direction | None


@dataclass(frozen=True, slots=True)
class RuleChange:
    """How many findings a rule gave in both versions, with the severest of them."""

    rule: str
    severity: Severity
    old: int
    new: int

    @property
    def direction(self) -> Direction:
        """Fewer findings is better."""
        return fewer_is_better(self.old, self.new)


@dataclass(frozen=True, slots=True)
class ChecklistChange:
    """One thing a letter needs: whether it was found in both versions, and the newest message."""

    item: str
    old: bool | None
    new: bool | None
    message: str

    @property
    def direction(self) -> Direction:
        """Found is better than missing; what does not apply is neither."""
        if self.old is None or self.new is None:
            return Direction.SAME
        return Direction(self.new - self.old)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed: the figures, the findings per rule, and the checklist.

    `rules` holds the rules whose count changed, the greatest change first.
    """

    figures: tuple[FigureChange, ...]
    rules: tuple[RuleChange, ...]
    checklist: tuple[ChecklistChange, ...]
    findings: tuple[int, int]
    words: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Figure:
    """How to compare a figure. What is equal to `digits` decimals, as it is shown, is the same."""

    key: str
    value: Callable[[Report], float | None]
    lower_is_easier: bool = True
    digits: int = 1


def compare(old: Report, new: Report) -> Comparison:
    """Compare two versions of a letter, checked with the same rules and for the same readers."""
    return Comparison(
        figures=tuple(_change(figure, figure.value(old), figure.value(new)) for figure in _FIGURES),
        rules=_rules(old, new),
        checklist=_checklist(old, new),
        findings=(len(old.findings), len(new.findings)),
        words=(old.words, new.words),
    )


def _jargon(report: Report) -> float | None:
    """Jargon per 100 words; like every figure, not of a text that is too short to measure."""
    return None if report.scores.not_scored else jargon(report).per_100_words


def _lint(report: Report) -> float | None:
    return report.scores.lint.score if report.scores.lint else None


_FIGURES = (
    _Figure("jargon", _jargon),
    _Figure("lint", _lint),
    _Figure("words_per_sentence", lambda report: report.scores.words_per_sentence),
    _Figure("passive_sentences", lambda report: report.scores.passive_sentences, digits=2),
    _Figure("flesch_douma", lambda report: report.scores.flesch_douma, lower_is_easier=False),
    _Figure("leesindex_a", lambda report: report.scores.leesindex_a, lower_is_easier=False),
    _Figure("lix", lambda report: report.scores.lix),
)


def _change(figure: _Figure, old: float | None, new: float | None) -> FigureChange:
    if old is None or new is None:
        return FigureChange(figure.key, old, new, None)
    shown = round(old, figure.digits), round(new, figure.digits)
    direction = fewer_is_better(*shown)
    if not figure.lower_is_easier:
        direction = Direction(-direction)
    return FigureChange(figure.key, old, new, direction)


def _rules(old: Report, new: Report) -> tuple[RuleChange, ...]:
    before = Counter(finding.rule for finding in old.findings)
    after = Counter(finding.rule for finding in new.findings)
    severities: dict[str, Severity] = {}
    for finding in (*old.findings, *new.findings):
        known = severities.get(finding.rule, finding.severity)
        severities[finding.rule] = min(known, finding.severity, key=lambda each: each.rank)
    changes = [
        RuleChange(rule, severity, before[rule], after[rule])
        for rule, severity in severities.items()
        if before[rule] != after[rule]
    ]
    changes.sort(key=lambda each: (-abs(each.old - each.new), each.severity.rank, each.rule))
    return tuple(changes)


def _checklist(old: Report, new: Report) -> tuple[ChecklistChange, ...]:
    before = {item.item: item.met for item in old.checklist}
    return tuple(
        ChecklistChange(item.item, before.get(item.item), item.met, item.message)
        for item in new.checklist
    )
