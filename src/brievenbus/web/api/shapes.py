"""What goes into the API and what comes out of it, as values that are checked and described.

The descriptions of all of it are Dutch and stand in ``web/data/api.toml``, under ``schema``. A check is
answered with the JSON of the contract instead, whose schema is `brievenbus.reports.jsonreport`'s.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from brievenbus.findings import Category, Severity

LONGEST_NAME = 100
"""Characters of the name of readers or of a department."""

PAGE, LARGEST_PAGE, LAST_PAGE = 100, 1_000, 1_000_000
"""Rules on a page unless asked for, the most there can be, and the highest number of a page."""

Kind = Literal[
    "woord", "zinsdeel", "patroon", "vakterm", "afkorting", "consistentie", "drempel", "controle"
]
"""The kinds of rule (`RuleKind`), and that of a check, which stands in no file."""

Name = Annotated[str, Field(min_length=1, max_length=LONGEST_NAME)]


class Asked(BaseModel):
    """What a request asks; what it does not know it refuses."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Norms(Asked):
    """By what norms; what is left open is as the server is set up."""

    kind: Literal["letter", "text"] | None = None
    profile: Name | None = None
    department: Name | None = None


class TextCheck(Norms):
    """A text to check."""

    text: str
    without_text: bool = False


class FileCheck(Norms):
    """How to check a file."""

    without_text: bool = False


class WordCopy(Norms):
    """What copy of a Word file to make."""

    suggest: bool = False
    clean: bool = False


class RuleFilter(Asked):
    """Which rules."""

    category: Category | None = None
    severity: Severity | None = None
    kind: Kind | None = None
    page: Annotated[int, Field(ge=1, le=LAST_PAGE)] = 1
    size: Annotated[int, Field(ge=1, le=LARGEST_PAGE)] = PAGE


class Nothing(Asked):
    """A request that can ask nothing."""


class FieldProblem(BaseModel):
    """What is wrong with one field of a request."""

    field: str
    detail: str


class Problem(BaseModel):
    """Why a request is not granted (RFC 9457)."""

    type: str
    title: str
    status: Annotated[int, Field(ge=400, le=599)]
    detail: str
    errors: list[FieldProblem] = []


class Health(BaseModel):
    """That the server lives."""

    status: Literal["ok"]


class Rule(BaseModel):
    """A rule or a check, as far as it is public."""

    id: str
    kind: Kind
    category: Category | None
    severity: Severity | None
    looks_for: str
    search: list[str]
    choose: list[str]
    explain: str | None
    explanation: str
    not_with: list[str]
    only_with: list[str]
    profiles: list[str]
    departments: list[str]
    wrong: list[str]
    right: list[str]
    provenance: dict[str, Any]


class RulePage(BaseModel):
    """Some rules of all that were asked for."""

    total: int
    page: int
    size: int
    next: str | None
    previous: str | None
    rules: list[Rule]


class Profile(BaseModel):
    """What is asked of a text for one kind of readers."""

    name: str
    title: str
    thresholds: dict[str, int | float]
    without: list[str]
    source: str


class Profiles(BaseModel):
    """All kinds of readers."""

    default: str
    profiles: list[Profile]


class HardLetter(BaseModel):
    """A letter that is hard to read."""

    path: str
    lint: float | None
    level: int | None
    jargon: float | None


class FiredRule(BaseModel):
    """How often a rule fires."""

    rule: str
    category: Category
    severity: Severity
    count: int
    letters: int


class Unread(BaseModel):
    """A file that could not be read."""

    path: str
    message: str


class Summary(BaseModel):
    """What an audit comes to."""

    letters: int
    words: int
    lint: float | None
    jargon: float | None
    errors: int
    warnings: int
    notes: int
    hardest: list[HardLetter]
    rules: list[FiredRule]
    unread: list[Unread]


class AuditLinks(BaseModel):
    """Where everything of an audit is; the reports once it is done."""

    self: str
    results: str | None = None
    dashboard: str | None = None
    workbook: str | None = None
    letters: str | None = None
    findings: str | None = None


class Audit(BaseModel):
    """How far an audit is, and what it comes to."""

    id: str
    status: Literal["waiting", "running", "done", "failed"]
    progress: Annotated[float, Field(ge=0, le=1)]
    letters: int
    skipped: int
    created: str
    expires: str | None
    message: str | None
    summary: Summary | None
    links: AuditLinks
