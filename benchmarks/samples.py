"""That all letters go through, and that rewritten samples come out easier.

Run: ``python benchmarks/samples.py [--shared FOLDER]``. Checks every file of `samples`, the decision
letters and the council documents of the shared folder. Of each pair in `samples` (Word files) it
prints LiNT and the findings per 100 words of running text, for the original and the rewritten letter,
and the ratio of these. Findings are those of all severities; beside them the ones above a note.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from common import SAMPLES, arguments, goal, share, table, versions

from brievenbus import DocumentError, LetterKind, Report, Severity, check

MAX_RATIO = 1 / 3


def go_through(paths: Sequence[Path], kind: LetterKind) -> list[Report]:
    """Check each file; tell which cannot be read."""
    reports = []
    for path in paths:
        try:
            reports.append(check(path, kind=kind))
        except DocumentError as error:
            print(f"{path.name}: {error}")
    return reports


def per_100(report: Report, *, notes: bool = True) -> float:
    """Return the findings per 100 words of running text."""
    found = [f for f in report.findings if notes or f.severity is not Severity.NOTE]
    return 100 * share(len(found), report.words)


def lint(report: Report) -> float | None:
    """Return the LiNT-II score, if there is one."""
    return report.scores.lint.score if report.scores.lint else None


def summary(name: str, paths: Sequence[Path], kind: LetterKind) -> tuple[object, ...]:
    """Return a row on a group of files."""
    reports = go_through(paths, kind)
    words = sum(report.words for report in reports)
    found = sum(len(report.findings) for report in reports)
    scored = sum(report.scores.lint is not None for report in reports)
    return (name, len(paths), len(reports), scored, words, found, 100 * share(found, words))


def pair(original: Path) -> tuple[object, ...]:
    """Return a row on an original and its rewritten letter."""
    name = original.stem.removesuffix("-origineel")
    old = check(original)
    new = check(original.with_name(f"{name}-herschreven{original.suffix}"))
    before, after = per_100(old), per_100(new)
    serious = share(per_100(new, notes=False), per_100(old, notes=False))
    return (name, lint(old), lint(new), before, after, share(after, before), serious)


def main(shared: Path) -> None:
    """Print what goes through, then the pairs."""
    print(versions(), end="\n\n")
    samples = sorted(p for p in SAMPLES.iterdir() if p.suffix in (".docx", ".txt"))
    groups = [summary("samples", samples, LetterKind.LETTER)]
    decisions = sorted((shared / "corpus" / "letters" / "decisions").glob("*.txt"))
    groups.append(summary("decision letters", decisions, LetterKind.LETTER))
    council = sorted((shared / "vision").glob("*.txt"))
    groups.append(summary("council documents", council, LetterKind.TEXT))
    table(
        ("files", "number", "went through", "with LiNT", "words", "findings", "per 100 words"),
        groups,
    )
    goal("every file goes through", met=all(row[1] == row[2] for row in groups))
    rows = [pair(path) for path in sorted(SAMPLES.glob("*-origineel.docx"))]
    print()
    table(
        (
            "sample",
            "LiNT original",
            "LiNT rewritten",
            "findings per 100 words, original",
            "rewritten",
            "ratio",
            "ratio without notes",
        ),
        rows,
    )
    goal("each rewritten letter is easier on LiNT", met=all(_easier(row) for row in rows))
    goal(
        "each has at most a third of the findings per 100 words",
        met=all(isinstance(row[5], float) and row[5] <= MAX_RATIO for row in rows),
    )


def _easier(row: Sequence[object]) -> bool:
    old, new = row[1], row[2]
    return isinstance(old, float) and isinstance(new, float) and new < old


if __name__ == "__main__":
    main(arguments(__doc__, shared=True).parse_args().shared)
