"""A rule that is not saved yet: what is wrong with it, how it will stand in its file, and saving it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from brievenbus.cli.mistakes import WrongUse
from brievenbus.cli.rules.common import Desk, tell
from brievenbus.cli.rules.questions import FILE
from brievenbus.cli.rules.testing import lines_of
from brievenbus.cli.texts import say

if TYPE_CHECKING:
    from brievenbus.dutch.pipeline import Pipeline

OWN_FILE = "eigen-regels.yaml"
SUFFIXES = (".yaml", ".yml")


class Draft:
    """One rule in the making.

    `answers` are by field, as the user gave them; `file` is where the rule comes. With `proposal` the
    rule is saved as one that waits for a decision.
    """

    def __init__(
        self, desk: Desk, answers: dict[str, Any], file: Path | None, *, proposal: bool
    ) -> None:
        self.desk = desk
        self.answers = answers
        self.file = file
        self.proposal = proposal
        self._pipeline: Pipeline | None = None

    def needed(self) -> tuple[str, ...]:
        """Return the fields that the rule cannot do without, by its kind."""
        from brievenbus.rulebook.drafting import needed

        return needed(self.answers, proposal=self.proposal)

    def usual_name(self) -> str:
        """Return the name that fits what the rule looks for; empty where it is taken or cannot be made."""
        from brievenbus.rulebook.drafting import identity_for

        name = identity_for(self.answers)
        return "" if self.taken(name) else name

    def usual_file(self) -> Path:
        """Return the file where rules come unless the user names another: that of the settings."""
        for path in self.desk.paths:
            if path.is_dir():
                return path / OWN_FILE
            if path.suffix in SUFFIXES:
                return path
        return Path(OWN_FILE)

    def problem(self, field: str, value: Any) -> str | None:
        """Say what is wrong with one answer, None where nothing is."""
        from brievenbus.rulebook.drafting import problem_with

        if field == "doelgroep":
            known = [each.name for each in self.desk.readers()]
            wrong = [name for name in value if name not in known]
            if wrong:
                return f"De doelgroep '{wrong[0]}' is er niet. Kies uit: {', '.join(known)}."
        if field == "id" and self.taken(value):
            return self.taken(value)
        return problem_with(field, {**self.answers, field: value})

    def taken(self, name: str) -> str | None:
        """Say where a rule of this name stands, None where the name is free."""
        from brievenbus.rulebook.editing import ids_in

        rule = self.desk.rulebook.rule(name)
        place = (rule.file, rule.line) if rule is not None else None
        if self.file is not None and not problem_with_file(str(self.file)):
            line = ids_in(self.file).get(name)
            place = (str(self.file), line) if line is not None else place
        if place is None:
            return None
        return say(FILE, "bezet", id=name, bestand=place[0], regel=place[1])

    def problems(self) -> Iterator[str]:
        """Say all that is wrong with the rule: with its fields, or else with its examples."""
        from brievenbus.rulebook.drafting import problems_of

        wrong = problems_of(self.entry())
        yield from wrong
        taken = self.taken(self.answers["id"])
        if taken:
            yield taken
        elif not wrong:
            yield from self._wrong_examples()

    def entry(self) -> dict[str, Any]:
        """Return the rule as it comes to stand in the file."""
        from brievenbus.rulebook.drafting import entry_of

        return entry_of(self.answers, proposal=self.proposal)

    def save(self) -> None:
        """Put the rule at the end of its file, and say how to use it."""
        from brievenbus.rulebook.editing import EditError, add_rule, ids_in

        file, name = Path(str(self.file)), self.answers["id"]
        try:
            add_rule(file, self.entry())
            line = ids_in(file)[name]
        except EditError as error:
            raise WrongUse(str(error)) from error
        lines = [say(FILE, "gemaakt", id=name, bestand=file, regel=line)]
        if self.proposal:
            lines.append(say(FILE, "voorgesteld", id=name))
        if not self._counts_here(file):
            lines.append(say(FILE, "gebruiken", bestand=file))
        tell(lines)

    def _wrong_examples(self) -> Iterator[str]:
        """Try the examples, and say which do not do what they should."""
        from brievenbus.checks.rules.examples import all_examples
        from brievenbus.rulebook.drafting import rule_of

        if self._pipeline is None:
            self._pipeline = self.desk.pipeline()
        rule = rule_of(self.entry(), str(self.file))
        for example in all_examples([rule], self._pipeline, self.desk.own_readers):
            if not example.right:
                yield from lines_of(example, example.field)

    def _counts_here(self, file: Path) -> bool:
        """Whether the rules of a file count here without more."""
        real = file.resolve()
        return any(real.is_relative_to(path.resolve()) for path in self.desk.paths)


def problem_with_file(name: str) -> str | None:
    """Say why a rule cannot come in a file, None where it can."""
    from brievenbus.rulebook.safefile import EditError, content_of, is_packaged

    file = Path(name).expanduser()
    if file.suffix not in SUFFIXES:
        return say(FILE, "geen_yaml", bestand=file)
    if is_packaged(file) or file.exists():
        try:
            content_of(file)
        except EditError as error:
            return str(error)
    elif not file.absolute().parent.is_dir():
        return say(FILE, "geen_map", map=file.parent)
    return None


def option(field: str) -> str:
    """Return the option that gives a field."""
    return f"--{field.replace('_', '-')}"


def given_in(params: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answers among the options of a command."""
    from brievenbus.rulebook.drafting import clean

    given: dict[str, Any] = {}
    for field, value in params.items():
        if field in ("file", "rules", "model") or value is None:
            continue
        many = isinstance(value, list | tuple)
        given[field] = list(filter(None, map(clean, value))) if many else clean(str(value))
    return {field: value for field, value in given.items() if value}
