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
    CONSISTENTIE = "consistentie"
    DREMPEL = "drempel"

    @property
    def category(self) -> Category:
        """The category of findings that a rule of this kind gives, unless the rule names another."""
        return {
            RuleKind.VAKTERM: Category.VAKTERM,
            RuleKind.AFKORTING: Category.AFKORTING,
            RuleKind.CONSISTENTIE: Category.STIJL,
            RuleKind.DREMPEL: Category.ZIN,
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


class Part(StrEnum):
    """Which part of a compound a rule's word may be, by the words that stand in the files."""

    BEGIN = "begin"
    EIND = "eind"
    BEIDE = "beide"


class Outcome(StrEnum):
    """What an editor decided of a rule, by the words that stand in the files."""

    VOORGESTELD = "voorgesteld"
    AANGENOMEN = "aangenomen"
    AFGEWEZEN = "afgewezen"


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decided what of a rule, when and why."""

    outcome: Outcome
    by: str
    day: date
    reason: str


RELATIONS = {
    "onderwerp": frozenset({"nsubj", "nsubj:pass", "csubj"}),
    "lijdend voorwerp": frozenset({"obj", "ccomp", "xcomp"}),
    "meewerkend voorwerp": frozenset({"iobj", "obl:arg"}),
    "bepaling": frozenset(
        {"advmod", "advcl", "amod", "acl", "acl:relcl", "appos", "nmod", "nmod:poss", "nummod"}
        | {"obl", "obl:agent", "obl:arg"}
    ),
    "hulpwerkwoord": frozenset({"aux", "aux:pass", "cop"}),
    "lidwoord": frozenset({"det"}),
    "voorzetsel": frozenset({"case", "mark"}),
    "deel": frozenset({"compound:prt", "fixed", "flat"}),
}
"""Relations by the names of the rule files: Dutch school grammar over Universal Dependencies."""


@dataclass(frozen=True, slots=True)
class WordPattern:
    """One word of a `patroon`: what is given must hold.

    `form` is a regular expression for the whole word, in lower case. With `head` (the number of another
    word of the pattern, from 0) the word must hang on that one, in the `relation` where that is given;
    then the words need not stand side by side.
    """

    lemma: str | None = None
    word: str | None = None
    word_class: WordClass | None = None
    form: str | None = None
    head: int | None = None
    relation: str | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """For which readers and departments something holds; empty means all."""

    audiences: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()

    def holds(self, profile: str, department: str | None) -> bool:
        """Whether it holds for these readers and this department."""
        return (not self.audiences or profile in self.audiences) and (
            not self.departments or department in self.departments
        )


@dataclass(frozen=True)
class Rule:
    """One rule, as its file gives it; `file` and `line` say where it stands.

    `variants` are the ways to say one thing, of a `consistentie`. `measure` and `limit` are those of a
    `drempel`; a limit is a number or the name of a threshold of the profile. `off` says for whom an
    organisation switched the rule off. `in_compounds` says that
    its words are also found as a part of a compound. `rarer_because` is why an alternative
    that is rarer in the word list is plainer all the same. `decisions` are in the order in which
    they were taken.
    """

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
    scope: Scope
    category: Category
    file: str
    line: int
    variants: tuple[tuple[str, ...], ...] = ()
    measure: str | None = None
    limit: float | str | None = None
    in_compounds: Part | None = None
    rarer_because: str | None = None
    decisions: tuple[Decision, ...] = ()
    off: tuple[Scope, ...] = ()

    @property
    def status(self) -> Outcome:
        """What was decided last; a rule without decisions is in force."""
        return self.decisions[-1].outcome if self.decisions else Outcome.AANGENOMEN

    def applies(self, profile: str, department: str | None) -> bool:
        """Whether the rule holds for these readers and this department."""
        return self.scope.holds(profile, department) and not any(
            scope.holds(profile, department) for scope in self.off
        )


@dataclass(frozen=True, slots=True)
class LeaveAlone:
    """Words that an organisation leaves as they are (`laat_staan`), with the reason and the owner."""

    words: tuple[str, ...]
    reason: str
    owner: str
    scope: Scope
    file: str
    line: int


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

    `rules` are in force; `waiting` were proposed or rejected, and find nothing. `left_alone` are words
    that are never found. `digest` identifies the rules: twelve hexadecimal digits of a SHA-256 over all
    that was read.
    """

    rules: tuple[Rule, ...] = field(hash=False)  # the digest is hash enough, and one word
    digest: str
    errors: tuple[RuleFileError, ...] = field(default=(), compare=False)
    waiting: tuple[Rule, ...] = field(default=(), hash=False)
    left_alone: tuple[LeaveAlone, ...] = field(default=(), hash=False)

    def rule(self, identity: str) -> Rule | None:
        """Return the rule with this id, in force or not; None where there is none."""
        every = (*self.rules, *self.waiting)
        return next((rule for rule in every if rule.id == identity), None)
