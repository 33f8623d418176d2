"""What a rule is once it has been read and found valid."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from brievenbus.findings import Category, Severity


class RuleKind(StrEnum):
    """The kinds of rule, by the names that stand in the files."""

    WOORD = "woord"
    ZINSDEEL = "zinsdeel"
    PATROON = "patroon"
    VAKTERM = "vakterm"
    AFKORTING = "afkorting"

    @property
    def category(self) -> Category:
        """The category of findings that a rule of this kind gives."""
        return {
            RuleKind.VAKTERM: Category.VAKTERM,
            RuleKind.AFKORTING: Category.AFKORTING,
        }.get(self, Category.WOORD)


class WordClass(StrEnum):
    """Parts of speech by the names that stand in the files."""

    WERKWOORD = "werkwoord"
    ZELFSTANDIG = "zelfstandig"
    BIJVOEGLIJK = "bijvoeglijk"
    BIJWOORD = "bijwoord"
    VOORZETSEL = "voorzetsel"
    VOEGWOORD = "voegwoord"
    VOORNAAMWOORD = "voornaamwoord"

    @property
    def universal(self) -> frozenset[str]:
        """The Universal Dependencies tags that belong to it, taggers' usual confusions included."""
        return _UNIVERSAL[self]


_UNIVERSAL = {
    WordClass.WERKWOORD: frozenset({"VERB", "AUX"}),
    WordClass.ZELFSTANDIG: frozenset({"NOUN"}),
    WordClass.BIJVOEGLIJK: frozenset({"ADJ", "ADV", "VERB"}),
    WordClass.BIJWOORD: frozenset({"ADV", "ADJ", "SCONJ", "CCONJ", "ADP", "X"}),
    WordClass.VOORZETSEL: frozenset({"ADP", "SCONJ", "ADV", "VERB", "ADJ"}),
    WordClass.VOEGWOORD: frozenset({"CCONJ", "SCONJ", "ADV", "ADP"}),
    WordClass.VOORNAAMWOORD: frozenset({"PRON", "DET", "ADJ", "ADV"}),
}

SEVERITIES = {"fout": Severity.ERROR, "let op": Severity.WARNING, "tip": Severity.NOTE}


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a rule comes from. Only a rule that came from readers has a session and counts."""

    source: str
    day: date
    session: str | None = None
    read: int | None = None
    stumbled: int | None = None
    decision: str | None = None

    def as_dict(self) -> dict[str, Any]:
        """The provenance as the JSON report gives it, by the names of the rule files."""
        values: dict[str, Any] = {"bron": self.source, "datum": self.day.isoformat()}
        extra = {
            "sessie": self.session,
            "gelezen": self.read,
            "struikelden": self.stumbled,
            "besluit": self.decision,
        }
        return values | {key: value for key, value in extra.items() if value is not None}


@dataclass(frozen=True, slots=True)
class WordPattern:
    """One word of a `patroon`: what is given must hold."""

    lemma: str | None = None
    word: str | None = None
    word_class: WordClass | None = None


@dataclass(frozen=True)
class Rule:
    """One rule, as its file gives it; `file` and `line` say where it stands."""

    id: str
    kind: RuleKind
    search: tuple[str, ...]
    pattern: tuple[WordPattern, ...]
    word_class: WordClass | None
    choose: tuple[str, ...]
    explain: str | None
    explained_by: tuple[str, ...]
    reason: str
    not_with: tuple[str, ...]
    only_with: tuple[str, ...]
    severity: Severity
    wrong: tuple[str, ...]
    right: tuple[str, ...]
    provenance: Provenance
    audiences: tuple[str, ...]
    departments: tuple[str, ...]
    file: str
    line: int

    @property
    def category(self) -> Category:
        """The category of the findings it gives."""
        return self.kind.category

    def applies(self, profile: str, department: str | None) -> bool:
        """Whether the rule holds for these readers and this department."""
        return (not self.audiences or profile in self.audiences) and (
            not self.departments or department in self.departments
        )


@dataclass(frozen=True, slots=True)
class RuleFileError:
    """What is wrong in a rule file: `str()` is a Dutch sentence with file, line and mend."""

    file: str
    line: int | None
    problem: str

    def __str__(self) -> str:
        """One sentence for the screen."""
        place = self.file if self.line is None else f"{self.file}, regel {self.line}"
        return f"{place}: {self.problem}"


@dataclass(frozen=True)
class Rulebook:
    """The valid rules of some files, and what was wrong in the others.

    `digest` identifies the rules: twelve hexadecimal digits of a SHA-256 over all that was read.
    """

    rules: tuple[Rule, ...] = field(hash=False)  # the digest is hash enough, and one word
    digest: str
    errors: tuple[RuleFileError, ...] = field(default=(), compare=False)

    def rule(self, identity: str) -> Rule | None:
        """Return the rule with this id, None where there is none."""
        return next((rule for rule in self.rules if rule.id == identity), None)
