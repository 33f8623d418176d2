"""What the commands on rules share: the rules that count here, the language model, unknown names."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from brievenbus.cli.mistakes import WrongUse
from brievenbus.cli.session import MODEL, STDIN, Session
from brievenbus.reports.wording import visible
from brievenbus.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brievenbus.dutch.pipeline import Pipeline
    from brievenbus.rulebook import Rule, Rulebook
    from brievenbus.rulebook.profiles import Profile, Tables


class Desk:
    """The rules that count here, with the settings of this folder."""

    def __init__(self, rules: list[Path] | None, model: str | None = None) -> None:
        self.session = Session(Settings(rules=tuple(rules or ()), model=model))
        self._settings = self.session.settings(STDIN)
        self.paths: tuple[Path, ...] = self._settings.rules
        self.rulebook: Rulebook = self.session.rulebook(self.paths)

    @property
    def own_readers(self) -> Tables:
        """The organisation's own thresholds, by readers."""
        return self._settings.readers

    @property
    def every_rule(self) -> tuple[Rule, ...]:
        """The rules in force and those that wait or were rejected."""
        return (*self.rulebook.rules, *self.rulebook.waiting)

    def readers(self) -> list[Profile]:
        """Return all kinds of readers."""
        from brievenbus.rulebook.profiles import load_profile, profile_names

        return [load_profile(name, self.own_readers) for name in profile_names(self.own_readers)]

    def pipeline(self) -> Pipeline:
        """Load the language model."""
        from brievenbus.dutch.pipeline import LanguageModelError, load_pipeline

        try:
            return load_pipeline(self._settings.model or MODEL)
        except LanguageModelError as error:
            raise WrongUse(str(error)) from error

    def rule(self, name: str, others: Iterable[str] = ()) -> Rule:
        """Return a rule by its name; `others` are names of other things that were perhaps meant."""
        rule = self.rulebook.rule(name)
        if rule is None:
            raise self.unknown(name, others)
        return rule

    def unknown(self, name: str, others: Iterable[str] = ()) -> WrongUse:
        """Return the mistake to raise where there is no rule of that name."""
        if self._was_there(name):
            return WrongUse(
                f"De regel '{name}' staat uit voor iedereen. Haal de regel met 'uit: true' weg uit "
                "uw eigen bestand. Dan geldt de regel weer."
            )
        close = get_close_matches(name, [*(each.id for each in self.every_rule), *others])
        hint = f" Bedoelt u {_either([repr(each) for each in close])}?" if close else ""
        return WrongUse(f"De regel '{name}' bestaat niet.{hint} Alle namen: brievenbus rules list")

    def _was_there(self, name: str) -> bool:
        """Whether there is a rule of that name until one of the own files switches it off."""
        return any(
            self.session.rulebook(self.paths[:number]).rule(name) is not None
            for number in range(len(self.paths))
        )


def _either(names: list[str]) -> str:
    """Write names with *of* before the last."""
    *first, last = names
    return f"{', '.join(first)} of {last}" if first else last


def counted(number: int) -> str:
    """Write how many rules there are."""
    return "1 regel" if number == 1 else f"{number} regels"


def tell(lines: Iterable[str]) -> None:
    """Write lines on standard output, safe to show."""
    typer.echo(visible("\n".join(lines)))
