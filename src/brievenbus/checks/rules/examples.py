"""Run the examples that every rule carries: the wrong one must raise it, the right one must not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from brievenbus.checks.rules.whole_letter import of_letter
from brievenbus.checks.rules.words import WordRules
from brievenbus.dutch.pipeline import Pipeline
from brievenbus.rulebook import Rule, Rulebook


@dataclass(frozen=True, slots=True)
class ExampleFailure:
    """An example that does not do what it should; `str()` is a Dutch sentence with what to do."""

    rule: str
    file: str
    line: int
    example: str
    must_fire: bool

    def __str__(self) -> str:
        """One sentence for the screen."""
        place = f"{self.file}, regel {self.line}: de regel '{self.rule}'"
        if self.must_fire:
            return f"{place} vindt niets in '{self.example}'. Kijk naar 'zoek' en naar 'fout'."
        return (
            f"{place} vindt iets in '{self.example}'. Verander 'goed', of zet het bij 'niet_bij'."
        )


def run_examples(rulebook: Rulebook, pipeline: Pipeline) -> list[ExampleFailure]:
    """Check all examples of all rules, each rule by itself; the failures in the order of the rules."""
    examples = list(_examples(rulebook))
    analyses = pipeline.analyse_all([(text, ()) for _, text, _ in examples])
    alone = {rule.id: WordRules([rule]) for rule in rulebook.rules}
    failures = []
    for (rule, text, must_fire), analysis in zip(examples, analyses, strict=True):
        found = alone[rule.id].check(analysis)
        fired = bool(found.findings or of_letter([found])[0])
        if fired != must_fire:
            failures.append(ExampleFailure(rule.id, rule.file, rule.line, text, must_fire))
    return failures


def _examples(rulebook: Rulebook) -> Iterator[tuple[Rule, str, bool]]:
    for rule in rulebook.rules:
        yield from ((rule, text, True) for text in rule.wrong)
        yield from ((rule, text, False) for text in rule.right)
