"""The jargon score: how often running text uses words that readers may not know."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from brievenbus.findings import JARGON, Category
from brievenbus.report import Report


@dataclass(frozen=True, slots=True)
class Jargon:
    """Findings of the jargon categories in running text.

    `woord`, `vakterm` and `afkorting` are counts; `per_100_words` is their sum per 100 words of
    running text, and 0.0 where there is no running text.
    """

    per_100_words: float
    woord: int
    vakterm: int
    afkorting: int

    @property
    def total(self) -> int:
        """All jargon findings in running text."""
        return self.woord + self.vakterm + self.afkorting


def jargon(report: Report) -> Jargon:
    """Compute the jargon score of a report from its findings in scored blocks.

    The measure is Brievenbus' own: findings of the categories in `JARGON`, per 100 words. What was
    accepted before counts too: it is no easier to read for that.
    """
    blocks = report.letter.blocks
    counts = Counter(
        finding.category
        for finding in (*report.findings, *report.known)
        if finding.category in JARGON and blocks[finding.block].scored
    )
    per_100_words = 100 * counts.total() / report.words if report.words else 0.0
    return Jargon(
        per_100_words=per_100_words,
        woord=counts[Category.WOORD],
        vakterm=counts[Category.VAKTERM],
        afkorting=counts[Category.AFKORTING],
    )
