"""Run the examples that every rule carries: the wrong one must raise it, the right one must not.

An example goes the way of a letter, for the readers and the department of its rule. A rule that is
proposed or rejected is run as if it were in force.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from brievenbus.checks.counting import Counting
from brievenbus.checks.rules.diagnosis import said, why_silent
from brievenbus.checks.rules.whole_letter import of_letter
from brievenbus.checks.rules.words import WordRules
from brievenbus.dutch import Analysis
from brievenbus.dutch.pipeline import Pipeline
from brievenbus.findings import Finding
from brievenbus.rulebook import Rule, Rulebook
from brievenbus.rulebook.places import line_of
from brievenbus.rulebook.profiles import DEFAULT, Profile, ProfileError, Tables, load_profile


@dataclass(frozen=True)
class Example:
    """An example and what came of it; `str()` is a Dutch sentence on one that does not do what it should.

    `cause` says why a wrong example is silent, and what to do; it is empty for any other.
    """

    rule: Rule
    text: str
    must_fire: bool
    findings: tuple[Finding, ...]
    cause: str = ""

    @property
    def right(self) -> bool:
        """Whether the example does what it should."""
        return bool(self.findings) == self.must_fire

    @property
    def field(self) -> str:
        """The field of the rule in which it stands."""
        return "fout" if self.must_fire else "goed"

    @cached_property
    def line(self) -> int:
        """The line of its file on which it stands."""
        return line_of(self.rule, self.field, self.text)

    @property
    def advice(self) -> str:
        """What to do about an example that does not do what it should; empty where it does."""
        if self.right:
            return ""
        return self.cause if self.must_fire else said("vals_alarm")

    def __str__(self) -> str:
        """One sentence for the screen."""
        found = "niets" if self.must_fire else "iets"
        place = f"{self.rule.file}, regel {self.line}: de regel '{self.rule.id}'"
        return f"{place} vindt {found} in '{self.text}'. {self.advice}"


def run_examples(rulebook: Rulebook, pipeline: Pipeline) -> list[Example]:
    """Check all examples of all rules, each rule by itself; return those that do not do what they should."""
    every = all_examples((*rulebook.rules, *rulebook.waiting), pipeline)
    return [example for example in every if not example.right]


def all_examples(
    rules: Iterable[Rule], pipeline: Pipeline, own: Tables | None = None
) -> list[Example]:
    """Run all examples of some rules, in their order. `own` are the organisation's own readers."""
    examples = [(rule, *each) for rule in rules for each in _examples(rule)]
    analyses = pipeline.analyse_all([(text, ()) for _, text, _ in examples])
    trials: dict[str, _Trial] = {}
    made = []
    for (rule, text, must_fire), analysis in zip(examples, analyses, strict=True):
        trial = trials.setdefault(rule.id, _Trial(rule, own))
        findings = trial.findings(analysis)
        cause = trial.cause(analysis) if must_fire and not findings else ""
        made.append(Example(rule, text, must_fire, findings, cause))
    return made


class _Trial:
    """One rule by itself, for the first of its readers and departments."""

    def __init__(self, rule: Rule, own: Tables | None) -> None:
        self._rule = replace(rule, off=())
        self._name = next(iter(rule.scope.audiences), DEFAULT)
        self._own = own

    @cached_property
    def _readers(self) -> Profile | ProfileError:
        try:
            return load_profile(self._name, self._own)
        except ProfileError as error:
            return error

    @cached_property
    def _words(self) -> WordRules | None:
        department = next(iter(self._rule.scope.departments), None)
        readers = self._readers
        if isinstance(readers, ProfileError):
            return None
        return WordRules([self._rule], readers, department)

    def findings(self, analysis: Analysis) -> tuple[Finding, ...]:
        if self._words is None or isinstance(self._readers, ProfileError):
            return ()
        counting = Counting(analysis, self._readers, frozenset())
        found = counting.of_rules(self._words.check(analysis))
        return (*found.findings, *of_letter([found])[0])

    def cause(self, analysis: Analysis) -> str:
        """Why the rule finds nothing."""
        if isinstance(self._readers, ProfileError):
            return str(self._readers)
        return why_silent(analysis, self._rule, self._readers)


def _examples(rule: Rule) -> Iterator[tuple[str, bool]]:
    yield from ((text, True) for text in rule.wrong)
    yield from ((text, False) for text in rule.right)
