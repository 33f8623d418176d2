"""The report in the letter itself: a copy of the Word file with a comment at every finding."""

from __future__ import annotations

from pathlib import Path

from brievenbus.documents.remarks import AnnotationResult, Remark
from brievenbus.findings import Finding
from brievenbus.report import Report
from brievenbus.reports.summary import missing_items, provenance_sentence, summary_lines
from brievenbus.reports.wording import say, visible


def annotate_report(
    report: Report, source: Path, target: Path, *, overwrite: bool = False
) -> AnnotationResult:
    """Write a copy of `source` with the findings as comments and a summary at the top.

    Raises DocumentError where the copy cannot be made; the source is only read.
    """
    from brievenbus.documents.word.annotate import annotate

    remarks = [_remark(report, finding) for finding in report.findings]
    return annotate(
        source, target, report.letter, remarks, summary_text(report), overwrite=overwrite
    )


def summary_text(report: Report) -> str:
    """The comment at the top of the letter: the figures, what is missing, how to go on."""
    lines = [say("word.kop"), *summary_lines(report)]
    missing = [item.message for item in missing_items(report)]
    if missing:
        lines += ["", say("word.ontbreekt"), *(f"- {message}" for message in missing)]
    lines += ["", say("word.verder", aantal=len(report.findings))]
    return visible("\n".join(lines))


def _remark(report: Report, finding: Finding) -> Remark:
    offset = report.letter.starts[finding.block]
    return Remark(
        block=finding.block,
        start=finding.start - offset,
        end=finding.end - offset,
        text=_text(finding),
        parts=tuple((start - offset, end - offset) for start, end in finding.parts),
    )


def _text(finding: Finding) -> str:
    lines = [finding.message]
    if finding.suggestions:
        lines.append(say("word.voorstel", voorstel=" / ".join(finding.suggestions)))
    provenance = provenance_sentence(finding)
    if provenance and provenance not in finding.message:
        lines.append(provenance)
    return visible("\n".join(lines))
