"""The report as JUnit XML, for build servers that show tests: a finding is a test that failed.

There is no official schema. This is what Jenkins, GitLab and Azure read: a suite per file, and a
case per finding, or one case that passed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from brievenbus.findings import Finding
from brievenbus.report import Failure, Report
from brievenbus.reports.places import Place, path_from, places_of
from brievenbus.reports.summary import provenance_sentence
from brievenbus.reports.withhold import finding_without_text
from brievenbus.reports.wording import one_line, say

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_NO_XML = str.maketrans("\ufffe\uffff", "\ufffd\ufffd")
"""What is no character to XML and yet no control: U+FFFE and U+FFFF."""


def to_junit(
    reports: Sequence[Report],
    failures: Sequence[Failure] = (),
    *,
    without_text: bool = False,
    folder: Path | None = None,
) -> str:
    """Write reports and failures as one JUnit file that ends in a newline.

    Paths are relative to `folder`, which is the current one unless given. With `without_text` nothing
    quotes the letter. It says nothing of time: same reports in, same bytes out.
    """
    from xml.etree.ElementTree import Element, indent, tostring

    here = folder or Path.cwd()
    root = Element("testsuites", {"name": "Brievenbus"})
    root.extend(_suite(report, here, without_text) for report in reports)
    root.extend(_unread(failure, here) for failure in failures)
    _count(root)
    indent(root)
    text = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _suite(report: Report, folder: Path, without_text: bool) -> Element:
    """Return the suite of one letter."""
    suite = _empty_suite(report.letter.path, folder)
    names: Counter[str] = Counter()
    for finding, place in zip(report.findings, places_of(report), strict=True):
        shown = finding_without_text(finding) if without_text else finding
        name = f"{finding.rule} ({place.name})"
        names[name] += 1
        case = _case(suite, f"{name} {names[name]}" if names[name] > 1 else name)
        case.attrib.update(file=suite.attrib["file"], line=str(place.line))
        _add_failure(case, shown, place)
    if not report.findings:
        none = "geen_nieuwe" if report.known else "geen_opmerkingen"
        _case(suite, say(f"junit.{none}")).set("file", suite.attrib["file"])
    _count(suite)
    return suite


def _unread(failure: Failure, folder: Path) -> Element:
    """Return the suite of a file that could not be read."""
    from xml.etree.ElementTree import SubElement

    suite = _empty_suite(failure.path, folder)
    case = _case(suite, say("junit.niet_gelezen"))
    case.set("file", suite.attrib["file"])
    message = _safe(failure.message)
    error = SubElement(case, "error", {"type": say("junit.niet_gelezen"), "message": message})
    error.text = message
    _count(suite)
    return suite


def _empty_suite(path: str, folder: Path) -> Element:
    from xml.etree.ElementTree import Element

    shown = _safe(path_from(path, folder))
    return Element("testsuite", {"name": shown, "file": shown})


def _case(suite: Element, name: str) -> Element:
    from xml.etree.ElementTree import SubElement

    return SubElement(suite, "testcase", {"name": _safe(name), "classname": suite.attrib["name"]})


def _add_failure(case: Element, finding: Finding, place: Place) -> None:
    """Say what is the matter in one line, and in full in the text of the failure."""
    from xml.etree.ElementTree import SubElement

    file, line = case.attrib["file"], case.attrib["line"]
    message = _safe(finding.message)
    kind = {"type": finding.severity.value, "message": message, "file": file, "line": line}
    found = f"«{_safe(finding.text)}» " if finding.text else ""
    severity = say(f"ernst.{finding.severity.value}")
    instead = say("terminal.of").join(finding.suggestions)
    lines = (
        f"{file}, {place.name}",
        f"{severity}: {found}{message}",
        say("terminal.beter", voorstel=instead) if instead else "",
        provenance_sentence(finding),
    )
    failure = SubElement(case, "failure", kind)
    failure.text = "\n".join(_safe(each) for each in lines if each)


def _count(element: Element) -> None:
    """Put the counts on a suite, or on the root, of all cases in it."""
    counts = {"tests": "testcase", "failures": "failure", "errors": "error"}
    for name, tag in counts.items():
        element.set(name, str(sum(1 for _ in element.iter(tag))))


def _safe(text: str) -> str:
    """Make foreign text fit for XML, on one line."""
    return one_line(text).translate(_NO_XML)
