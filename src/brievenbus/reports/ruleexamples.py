"""Examples of a rule or a check as people see them: the words found marked, the suggestion in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from brievenbus.findings import Finding
from brievenbus.reports.marking import Mark, Segment, segments

BEFORE, AFTER = "»", "«"
"""What marks the words found where there is text alone."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An example cut where something was found; `better` is the text with the suggestions, or empty."""

    text: str
    segments: tuple[Segment, ...]
    better: str

    @property
    def marked(self) -> str:
        """The text with the words found between marks."""
        return "".join(
            each.text if each.severity is None else f"{BEFORE}{each.text}{AFTER}"
            for each in self.segments
        )


def shown(text: str, findings: Sequence[Finding]) -> Shown:
    """Return an example with what was found in it, in offsets of the text."""
    marks = [
        Mark(number, found.severity, found.parts or ((found.start, found.end),))
        for number, found in enumerate(findings, start=1)
    ]
    return Shown(text, segments(text, marks), with_suggestions(text, findings))


def with_suggestions(text: str, findings: Sequence[Finding]) -> str:
    """Return the text with the first suggestion of each finding put in place; empty without any."""
    made, until = text, len(text)
    for found in sorted(findings, key=lambda each: each.start, reverse=True):
        if found.suggestions and found.end <= until:
            made = made[: found.start] + found.suggestions[0] + made[found.end :]
            until = found.start
    return "" if made == text else made
