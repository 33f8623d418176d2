"""The few figures that move when a suggestion is taken over, and how the page carries them."""

from __future__ import annotations

import json
import math
from dataclasses import asdict, dataclass

from brievenbus.comparison import Direction, fewer_is_better
from brievenbus.report import Report
from brievenbus.reports.jargon import jargon
from brievenbus.reports.wording import decimal
from brievenbus.web.texts import say

_VERDICTS = {
    Direction.BETTER: "uitslag.beter",
    Direction.SAME: "uitslag.gelijk",
    Direction.WORSE: "uitslag.slechter",
}
_CLASSES = {Direction.BETTER: "beter", Direction.SAME: "gelijk", Direction.WORSE: "slechter"}


@dataclass(frozen=True, slots=True)
class Figures:
    """Jargon per 100 words and the score of LiNT-II, None of a short text; jargon counted; findings."""

    jargon: float | None
    lint: float | None
    times: int
    findings: int

    def carried(self) -> str:
        """Return the figures as a page carries them."""
        return json.dumps(asdict(self))


@dataclass(frozen=True, slots=True)
class Move:
    """How one figure moved: as a sentence, as figures, and which way (``beter``, ``slechter``)."""

    name: str
    old: str
    new: str
    verdict: str
    way: str

    @property
    def sentence(self) -> str:
        """The whole as one line."""
        values = {"naam": self.name, "oud": self.old, "nieuw": self.new, "oordeel": self.verdict}
        return say("uitslag.beweging", **values)


def figures_of(report: Report) -> Figures:
    """Return the figures of a report."""
    words, measured = jargon(report), not report.scores.not_scored
    lint = report.scores.lint
    return Figures(
        jargon=words.per_100_words if measured else None,
        lint=lint.score if lint else None,
        times=words.total,
        findings=len(report.findings),
    )


def read_figures(carried: str) -> Figures | None:
    """Return the figures that a page carried; None where they are not there or make no sense."""
    try:
        data = json.loads(carried)
        made = Figures(
            _number(data["jargon"]), _number(data["lint"]), data["times"], data["findings"]
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    counts = (made.times, made.findings)
    return made if all(type(each) is int and 0 <= each < 10**9 for each in counts) else None


def moves(old: Figures | None, new: Figures) -> tuple[Move, ...]:
    """Return how the figures moved; what is equal as it is shown, is the same."""
    if old is None:
        return ()
    made = []
    if old.jargon is None or new.jargon is None:
        made.append(_move("uitslag.jargon_keer", old.times, new.times, digits=0))
    else:
        made.append(_move("uitslag.jargon", old.jargon, new.jargon))
    if old.lint is not None and new.lint is not None:
        made.append(_move("uitslag.lint", old.lint, new.lint))
    made.append(_move("uitslag.aantal", old.findings, new.findings, digits=0))
    return tuple(made)


def _move(name: str, old: float, new: float, digits: int = 1) -> Move:
    way = fewer_is_better(round(old, digits), round(new, digits))
    shown = decimal(old, digits), decimal(new, digits)
    return Move(say(name), *shown, say(_VERDICTS[way]), _CLASSES[way])


def _number(value: object) -> float | None:
    if value is None:
        return None
    if isinstance(value, int | float) and math.isfinite(value) and 0 <= value < 10**6:
        return float(value)
    raise ValueError(value)
