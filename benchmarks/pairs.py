"""That documents rewritten by experts come out easier, with fewer difficult words.

Run: ``python benchmarks/pairs.py [--shared FOLDER] [--reference-python PYTHON]``. The sentence pairs
of `corpus/pairs` are put together per document: each cell of a column is a paragraph, the column a
text, checked as such (``kind="text"``).

For documents with `--least` pairs or more: LiNT-II of both versions, the difference of the pooled
texts with a 95% interval (percentiles of `RESAMPLES` bootstrap samples of documents), and how many
documents come out easier. With `--reference-python` the reference LiNT-II judges the same texts with
the same pipeline. For all documents: findings `woord` in both versions.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from common import (
    MODEL,
    SEED,
    arguments,
    goal,
    read_tsv,
    reference_results,
    share,
    table,
    versions,
)

from brievenbus import Category, Report, check
from brievenbus.readability.lint import LintCounts, lint_score

RESAMPLES = 2_000
MIN_FALL = 0.45


@dataclass(frozen=True)
class Document:
    """Both versions of one document, as texts and as checked."""

    name: str
    pairs: int
    texts: tuple[str, str]
    reports: tuple[Report, Report]

    @property
    def counts(self) -> tuple[LintCounts, LintCounts]:
        """What LiNT-II counts in the complex and in the rewritten version."""
        old, new = (report.scores.counts.lint for report in self.reports)
        return old, new

    @property
    def scores(self) -> tuple[float, float]:
        """LiNT-II of the complex and of the rewritten version."""
        old, new = (_score([counts]) for counts in self.counts)
        return old, new

    @property
    def words(self) -> tuple[int, int]:
        """Findings `woord` in both versions."""
        old, new = (sum(f.category is Category.WOORD for f in r.findings) for r in self.reports)
        return old, new


def documents(path: Path) -> list[Document]:
    """Read and check the documents, in the order of their numbers."""
    rows: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in read_tsv(path):
        rows[row["document"]].append(row)
    made = []
    for name in sorted(rows, key=int):
        old, new = (
            "\n\n".join(row[column] for row in rows[name]) for column in ("complex", "simple")
        )
        reports = check(old, kind="text"), check(new, kind="text")
        made.append(Document(name, len(rows[name]), (old, new), reports))
    return made


def _score(counts: Sequence[LintCounts]) -> float:
    found = lint_score(sum(counts, LintCounts()))
    if found is None:
        raise SystemExit("A text is too short for LiNT-II.")
    return found.score


def fall(chosen: Sequence[Document]) -> float:
    """Return LiNT-II of all rewritten texts together, less that of all complex ones."""
    old, new = zip(*(document.counts for document in chosen), strict=True)
    return _score(new) - _score(old)


def interval(chosen: Sequence[Document]) -> tuple[float, float]:
    """Return the bounds between which 95% of the bootstrap samples of documents lie."""
    draw = random.Random(SEED)
    falls = sorted(fall(draw.choices(chosen, k=len(chosen))) for _ in range(RESAMPLES))
    return falls[int(0.025 * RESAMPLES)], falls[int(0.975 * RESAMPLES) - 1]


def reference_scores(python: str, chosen: Sequence[Document]) -> list[tuple[float, float]]:
    """Return what the reference says of both versions, with the pipeline in the wheel."""
    texts = [text for document in chosen for text in document.texts]
    scores = [float(result["score"]) for result in reference_results(python, MODEL, texts)]
    return list(zip(scores[::2], scores[1::2], strict=True))


def report_lint(chosen: Sequence[Document], python: str | None) -> None:
    """Print LiNT-II per document and of all together."""
    theirs: list[tuple[float, float]] | list[tuple[None, None]] = [(None, None)] * len(chosen)
    if python:
        theirs = reference_scores(python, chosen)
    header = ("document", "pairs", "LiNT complex", "rewritten", "difference")
    rows = [
        (d.name, d.pairs, *d.scores, f"{d.scores[1] - d.scores[0]:+.2f}", *reference)
        for d, reference in zip(chosen, theirs, strict=True)
    ]
    table((*header, "reference complex", "reference rewritten"), rows)
    low, high = interval(chosen)
    print(f"pooled: {fall(chosen):+.2f}, 95% interval {low:+.2f} to {high:+.2f}")
    ours = sum(new < old for old, new in (d.scores for d in chosen))
    print(f"easier: {ours} of {len(chosen)}")
    goal("pooled LiNT falls, the whole interval below 0", met=high < 0)
    if python:
        easier = sum(new < old for old, new in theirs if old is not None and new is not None)
        print(f"easier by the reference: {easier} of {len(chosen)}")
        goal("at least as many easier as with the reference", met=ours >= easier)


def report_words(chosen: Sequence[Document]) -> None:
    """Print the findings `woord` of all documents together."""
    found = [sum(document.words[column] for document in chosen) for column in (0, 1)]
    words = [sum(document.reports[column].words for document in chosen) for column in (0, 1)]
    rates = [100 * share(*pair) for pair in zip(found, words, strict=True)]
    names = ("complex", "rewritten")
    print()
    table(
        ("version", "words", "findings woord", "per 100 words"),
        list(zip(names, words, found, rates, strict=True)),
    )
    change = 1 - share(found[1], found[0])
    print(f"fall: {change:.1%}; per 100 words {1 - share(rates[1], rates[0]):.1%}")
    goal(f"findings woord fall by {MIN_FALL:.0%}", met=change >= MIN_FALL)


def main() -> None:
    """Read the arguments, check, report."""
    parser = arguments(__doc__, shared=True)
    parser.add_argument("--reference-python")
    parser.add_argument("--least", type=int, default=10, help="pairs in a document")
    chosen = parser.parse_args()
    print(versions(), end="\n\n")
    found = documents(chosen.shared / "corpus" / "pairs" / "amsterdam_municipal_dev.tsv")
    report_lint([d for d in found if d.pairs >= chosen.least], chosen.reference_python)
    report_words(found)


if __name__ == "__main__":
    main()
