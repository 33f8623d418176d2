"""The report as one HTML page that needs nothing else: no script, no network, fit to print.

The page is made to WCAG 2.1 AA. All foreign text is escaped by the template, with control and bidi
characters taken out; the content policy forbids everything but the page's own style.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from brievenbus.findings import Finding, Severity
from brievenbus.letter import BlockKind
from brievenbus.report import ChecklistItem, Failure, Report
from brievenbus.reports import summary
from brievenbus.reports.marking import Mark, Segment, segments
from brievenbus.reports.pages import digest, page_environment, part
from brievenbus.reports.withhold import finding_without_text
from brievenbus.reports.wording import say, visible

if TYPE_CHECKING:
    from jinja2 import Template

QUOTE_WIDTH = 160
SYMBOLS = {Severity.ERROR: "■", Severity.WARNING: "▲", Severity.NOTE: "●"}
CLASSES = {Severity.ERROR: "fout", Severity.WARNING: "let-op", Severity.NOTE: "tip"}


@dataclass(frozen=True, slots=True)
class Thing:
    """One of the things that help most, with its quotation."""

    top: summary.TopFinding
    quoted: summary.Fragment | None


@dataclass(frozen=True, slots=True)
class Remark:
    """One finding as listed; `marked` says whether its words can be seen in the text."""

    number: int
    finding: Finding
    readers: str
    marked: bool


@dataclass(frozen=True, slots=True)
class BlockView:
    """One block of the letter with the marks in it, and its remarks."""

    name: str
    kind: BlockKind
    scored: bool
    label: str
    segments: tuple[Segment, ...]
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class DocumentView:
    """What the template shows of one report; `id` sets its anchors apart from other documents'."""

    id: str
    name: str
    report: Report
    figures: tuple[summary.Figure, ...]
    caveats: tuple[str, ...]
    made_with: str
    things: tuple[Thing, ...]
    checklist: tuple[ChecklistItem, ...]
    blocks: tuple[BlockView, ...]


def to_html(
    reports: Sequence[Report], failures: Sequence[Failure] = (), *, without_text: bool = False
) -> str:
    """Write reports and failures as one HTML page.

    With `without_text` the page quotes nothing of the letters: see `brievenbus.reports.withhold`.
    """
    from markupsafe import Markup

    style = part("report.css")
    numbered = enumerate(reports, start=1)
    return _template().render(
        documents=[document_view(report, number, without_text) for number, report in numbered],
        failures=failures,
        without_text=without_text,
        # Ours, and the digest in the content policy is of these very characters.
        style=Markup(style),
        style_digest=digest(style),
    )


@cache
def _template() -> Template:
    environment = page_environment()
    environment.globals.update(say=say, symbols=SYMBOLS, classes=CLASSES, severities=Severity)
    return environment.get_template("report.html.j2")


def document_view(report: Report, number: int = 1, without_text: bool = False) -> DocumentView:
    """Return what there is to show of one report, the marks in its text among it."""
    things = summary.top_findings(report, without_text=without_text)
    return DocumentView(
        id=f"d{number}",
        name=summary.name_of(report),
        report=report,
        figures=summary.figures(report),
        caveats=summary.caveats(report),
        made_with=summary.made_with(report),
        things=tuple(Thing(thing, _quoted(report, thing)) for thing in things),
        checklist=summary.checklist(report, without_text=without_text),
        blocks=_blocks(report, without_text),
    )


def _quoted(report: Report, thing: summary.TopFinding) -> summary.Fragment | None:
    return summary.fragment(report, thing.first, QUOTE_WIDTH) if thing.fragment else None


def _blocks(report: Report, without_text: bool) -> tuple[BlockView, ...]:
    numbered = list(enumerate(report.findings, start=1))
    by_block = {
        block: list(group) for block, group in groupby(numbered, key=lambda pair: pair[1].block)
    }
    return tuple(
        _block(report, index, by_block.get(index, []), without_text)
        for index in range(len(report.letter.blocks))
    )


def _block(
    report: Report, index: int, numbered: list[tuple[int, Finding]], without_text: bool
) -> BlockView:
    block, offset = report.letter.blocks[index], report.letter.starts[index]
    marks = [_mark(number, finding, offset) for number, finding in numbered]
    cut = () if without_text else segments(block.text, marks)
    seen = {number for segment in cut for number in segment.numbers}
    return BlockView(
        name=summary.block_name(report.letter, index),
        kind=block.kind,
        scored=block.scored,
        label="" if without_text else visible(block.label),
        segments=cut,
        remarks=tuple(
            Remark(
                number=number,
                finding=finding_without_text(finding) if without_text else finding,
                readers=summary.provenance_sentence(finding),
                marked=number in seen,
            )
            for number, finding in numbered
        ),
    )


def _mark(number: int, finding: Finding, offset: int) -> Mark:
    spans = finding.parts or ((finding.start, finding.end),)
    return Mark(
        number, finding.severity, tuple((start - offset, end - offset) for start, end in spans)
    )
