"""The report as SARIF 2.1.0, for editors and code hosts that show remarks beside a file.

The format is an OASIS standard. A Word file has no lines: see `brievenbus.reports.places`. Same reports
in, same bytes out; nothing tells when or on which machine it was made.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from brievenbus import __version__
from brievenbus.checks.registry import ALL_CHECKS
from brievenbus.findings import Finding, Severity
from brievenbus.report import Failure, Report
from brievenbus.reports.jsonreport import plain
from brievenbus.reports.places import Place, path_from, places_of, uri_of
from brievenbus.reports.ruletexts import found_in_short
from brievenbus.reports.summary import provenance_sentence, sentence_around
from brievenbus.reports.withhold import finding_without_text
from brievenbus.reports.wording import one_line, say
from brievenbus.rulebook import Rule, Rulebook

VERSION = "2.1.0"
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "brievenbusFinding/v1"
"""Under which name viewers find what tells a finding of one run from those of another."""

Json = dict[str, Any]


def to_sarif(
    reports: Sequence[Report],
    failures: Sequence[Failure] = (),
    *,
    without_text: bool = False,
    rulebooks: Sequence[Rulebook] = (),
    folder: Path | None = None,
) -> str:
    """Write reports and failures as one SARIF log that ends in a newline.

    `rulebooks` tell what the rules are about; where none knows a rule, its category is told. Paths are
    relative to `folder`, which is the current one unless given. With `without_text` nothing quotes the
    letter, and no fingerprint is made of its words.
    """
    writing = _Writing(folder or Path.cwd(), without_text, tuple(rulebooks))
    results = [result for report in reports for result in _results(report, writing)]
    run = {
        "tool": {"driver": _driver(reports, writing)},
        "language": "nl-NL",
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(reports, failures, writing)],
        "artifacts": _artifacts(reports, writing),
        "results": results,
    }
    log = {"$schema": SCHEMA, "version": VERSION, "runs": [run]}
    return json.dumps(plain(log), ensure_ascii=False, allow_nan=False, indent=2) + "\n"


@dataclass
class _Writing:
    """What holds for the whole log, and the rules met so far: by id, their number and a finding."""

    folder: Path
    without_text: bool
    rulebooks: tuple[Rulebook, ...]
    rules: dict[str, tuple[int, Finding]] = field(default_factory=dict)

    def location(self, path: str) -> Json:
        """Return the ``artifactLocation`` of a file."""
        return {"uri": uri_of(path_from(path, self.folder))}

    def index(self, finding: Finding) -> int:
        """Return the place of the rule of a finding among the rules of the log."""
        return self.rules.setdefault(finding.rule, (len(self.rules), finding))[0]


def _results(report: Report, writing: _Writing) -> list[Json]:
    met: Counter[str] = Counter()
    results = []
    for finding, place in zip(report.findings, places_of(report), strict=True):
        key = _fingerprint(report, finding, writing.without_text)
        met[key] += 1
        results.append(_result(report, finding, place, f"{key}:{met[key]}", writing))
    return results


def _result(
    report: Report, finding: Finding, place: Place, fingerprint: str, writing: _Writing
) -> Json:
    shown = finding_without_text(finding) if writing.without_text else finding
    return {
        "ruleId": finding.rule,
        "ruleIndex": writing.index(finding),
        "level": finding.severity.value,
        "message": {"text": _message(_told(shown, place))},
        "locations": [_location(report, shown, place, writing)],
        "partialFingerprints": {FINGERPRINT: fingerprint},
        "properties": {"category": finding.category.value},
    }


def _told(finding: Finding, place: Place) -> str:
    """Say what is the matter, what could stand there instead, and in a Word file where."""
    instead = say("terminal.of").join(finding.suggestions)
    parts = (
        finding.message,
        say("terminal.beter", voorstel=instead) + "." if instead else "",
        provenance_sentence(finding),
    )
    told = " ".join(filter(None, parts))
    return told if place.column is not None else f"{place.block}: {told}"


def _message(text: str) -> str:
    """Write text so that no viewer reads a gap or a link in it, which the letter may hold."""
    safe = one_line(text).replace("{", "{{").replace("}", "}}")
    return safe.replace("](", "] (")


def _location(report: Report, finding: Finding, place: Place, writing: _Writing) -> Json:
    physical = {
        "artifactLocation": writing.location(report.letter.path),
        "region": _region(finding, place),
    }
    return {"physicalLocation": physical, "logicalLocations": [{"name": place.block}]}


def _region(finding: Finding, place: Place) -> Json:
    """Return lines and columns, or of a Word file the paragraph and the words."""
    if place.column is not None:
        return {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        }
    region: Json = {"startLine": place.line}
    return region | ({"snippet": {"text": finding.text}} if finding.text else {})


def _fingerprint(report: Report, finding: Finding, without_text: bool) -> str:
    """Return what a finding is known by wherever it stands; without the text it is the rule alone.

    A digest of a sentence would let anyone who guesses the sentence see that it was there.
    """
    parts = [finding.rule]
    if not without_text:
        start, end = sentence_around(report, finding)
        stretches = (report.text[finding.start : finding.end], report.text[start:end])
        parts += [one_line(stretch).casefold() for stretch in stretches]
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:16]


def _driver(reports: Sequence[Report], writing: _Writing) -> Json:
    tools = [report.tool for report in reports]
    made_with = {
        name: ", ".join(sorted({getattr(tool, name) for tool in tools}))
        for name in ("language_model", "lexicon", "rulebook")
    }
    version = ", ".join(sorted({tool.version for tool in tools})) or __version__
    descriptors = [_descriptor(finding, writing) for _, finding in writing.rules.values()]
    return {
        "name": "Brievenbus",
        "version": version,
        "language": "nl-NL",
        "rules": descriptors,
        "properties": made_with,
    }


def _descriptor(finding: Finding, writing: _Writing) -> Json:
    """Tell what a rule is about, for people who meet it for the first time."""
    short, reason, severity = _about(finding, writing.rulebooks)
    return {
        "id": finding.rule,
        "shortDescription": {"text": _message(short)},
        "fullDescription": {"text": _message(reason)},
        "help": {"text": _message(reason)},
        "defaultConfiguration": {"level": severity.value},
        "properties": {"tags": [finding.category.value]},
    }


def _about(finding: Finding, rulebooks: Sequence[Rulebook]) -> tuple[str, str, Severity]:
    """Return a short description of the rule, why it is there, and how heavy it is by itself."""
    rule = next(filter(None, (book.rule(finding.rule) for book in rulebooks)), None)
    if rule is not None:
        return _in_short(rule), rule.reason, rule.severity
    check = next((check for check in ALL_CHECKS if check.id == finding.rule), None)
    if check is not None:
        return check.page.name, check.page.reason, finding.severity
    sentence = say(f"zonder_tekst.{finding.category.value}")
    return sentence, sentence, finding.severity


def _in_short(rule: Rule) -> str:
    chosen = ", ".join(rule.choose)
    return " → ".join(filter(None, (found_in_short(rule), chosen))) or rule.id


def _invocation(reports: Sequence[Report], failures: Sequence[Failure], writing: _Writing) -> Json:
    """Tell how the run went: which files could not be read, and what was not read of the others."""
    told = [
        _notification(report.letter.path, warning, Severity.WARNING, writing)
        for report in reports
        for warning in report.letter.warnings
    ]
    told += [
        _notification(failure.path, failure.message, Severity.ERROR, writing)
        for failure in failures
    ]
    return {"executionSuccessful": not failures, "toolExecutionNotifications": told}


def _notification(path: str, message: str, severity: Severity, writing: _Writing) -> Json:
    return {
        "level": severity.value,
        "message": {"text": _message(message)},
        "locations": [{"physicalLocation": {"artifactLocation": writing.location(path)}}],
    }


def _artifacts(reports: Sequence[Report], writing: _Writing) -> list[Json]:
    """List every letter that was checked, once: one without findings is seen to be checked too."""
    paths = dict.fromkeys(path_from(report.letter.path, writing.folder) for report in reports)
    return [{"location": {"uri": uri_of(path)}, "roles": ["analysisTarget"]} for path in paths]
