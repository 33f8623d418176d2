"""The report in the letter itself: a copy of the Word file with a comment at every finding."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from brievenbus.documents.limits import DEFAULT, Limits
from brievenbus.documents.remarks import AnnotationResult, Remark
from brievenbus.findings import Finding
from brievenbus.report import Report
from brievenbus.reports.summary import missing_items, provenance_sentence, summary_lines
from brievenbus.reports.wording import one_line, say, visible


def annotate_report(
    report: Report,
    source: Path,
    target: Path,
    *,
    suggest: bool = False,
    overwrite: bool = False,
    limits: Limits = DEFAULT,
) -> AnnotationResult:
    """Write a copy of `source` with the findings as comments and a summary at the top.

    With `suggest` the first suggestion of a finding stands in the text as a tracked change, the
    weightiest finding first. Findings where Word allows no comment stand in the summary. Raises
    DocumentError where the copy cannot be made; the source is only read.
    """
    from brievenbus.documents.word.annotate import annotate

    return annotate(
        source,
        target,
        report.letter,
        *_contents(report, suggest),
        overwrite=overwrite,
        limits=limits,
    )


def annotated_copy(
    report: Report, source: bytes, *, suggest: bool = False, limits: Limits = DEFAULT
) -> bytes:
    """Return what `annotate_report` writes, for a file in memory; raises as it does."""
    from brievenbus.documents.word.annotate import annotate_bytes

    return annotate_bytes(source, report.letter, *_contents(report, suggest), limits).data


def _contents(report: Report, suggest: bool) -> tuple[list[Remark], str]:
    """Return the remarks to place and the comment at the top."""
    from brievenbus.documents.word.annotate import takes_comment

    blocks = report.letter.blocks
    placed = [each for each in report.findings if takes_comment(blocks[each.block])]
    others = [each for each in report.findings if not takes_comment(blocks[each.block])]
    if suggest:
        placed.sort(key=lambda finding: (finding.severity.rank, finding.sort_key))
    remarks = [_remark(report, finding, suggest) for finding in placed]
    return remarks, summary_text(report, others)


def summary_text(report: Report, unplaced: Sequence[Finding] = ()) -> str:
    """The comment at the top of the letter: the figures, what is missing, how to go on.

    `unplaced` are the findings that have no comment of their own.
    """
    lines = [say("word.kop"), *summary_lines(report)]
    missing = [item.message for item in missing_items(report)]
    if missing:
        lines += ["", say("word.ontbreekt"), *(f"- {message}" for message in missing)]
    if unplaced:
        lines += ["", say("word.elders"), *(_line(report, finding) for finding in unplaced)]
    lines += ["", say("word.verder", aantal=len(report.findings) - len(unplaced))]
    return visible("\n".join(lines))


def _line(report: Report, finding: Finding) -> str:
    story = report.letter.blocks[finding.block].story
    told = " ".join(_text(finding).split("\n"))
    return f"- {say(f'deel.{story.value}')}: «{one_line(finding.text)}». {told}"


def _remark(report: Report, finding: Finding, suggest: bool) -> Remark:
    offset = report.letter.starts[finding.block]
    return Remark(
        block=finding.block,
        start=finding.start - offset,
        end=finding.end - offset,
        text=_text(finding),
        parts=tuple((start - offset, end - offset) for start, end in finding.parts),
        suggestion=finding.suggestions[0] if suggest and finding.suggestions else None,
    )


def _text(finding: Finding) -> str:
    lines = [finding.message]
    if finding.suggestions:
        lines.append(say("word.voorstel", voorstel=" / ".join(finding.suggestions)))
    provenance = provenance_sentence(finding)
    if provenance and provenance not in finding.message:
        lines.append(provenance)
    return visible("\n".join(lines))
