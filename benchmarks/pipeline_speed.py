"""Words per second of our pipeline, on one core, beside spaCy's small configuration in the same run.

Run: ``python benchmarks/pipeline_speed.py [--shared FOLDER] [--runs N]``. spaCy's small configuration
is the pipeline in the wheel as spaCy itself loads and runs it, with the components that ``spacy init
config`` gives for efficiency: tok2vec (width 96, depth 4), morphologizer, parser, trainable lemmatizer;
no tagger and no sentence borders. Ours has those two besides, with our sentence borders and plain
tokens at the end. Both get the same paragraphs of `corpus/text`, in turn; each has seen the first tenth
of them before. Prints the median of the runs.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

import spacy
from common import MODEL, arguments, goal, table, versions
from lint_agreement import paragraphs

from brievenbus.dutch.pipeline import load_pipeline

WORDS = 20_000
AT_LEAST, AIM = 1.0, 1.5


def texts(folder: Path) -> list[str]:
    """Return paragraphs of some `WORDS` words."""
    chosen, words = [], 0
    for text in paragraphs(folder, 2):
        chosen.append(text)
        words += len(text.split())
        if words > WORDS:
            break
    return chosen


def seconds(run: object, given: list[str]) -> float:
    """Return how long a run over texts takes."""
    start = time.perf_counter()
    run(given)  # type: ignore[operator]
    return time.perf_counter() - start


def main() -> int:
    """Print words per second of both, and how they compare."""
    parser = arguments(__doc__, shared=True)
    parser.add_argument("--runs", type=int, default=7)
    chosen = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    print(versions(), end="\n\n")
    given = texts(chosen.shared / "corpus" / "text")
    ours = load_pipeline()
    theirs = spacy.load(MODEL, exclude=["senter", "sentencizer", "tagger"])
    runs = {
        "brievenbus": lambda part: ours.analyse_all([(text, ()) for text in part]),
        "spaCy, small configuration": lambda part: list(theirs.pipe(part, batch_size=64)),
    }
    words = sum(len(a.tokens) for a in ours.analyse_all([(text, ()) for text in given]))
    took: dict[str, list[float]] = {name: [] for name in runs}
    for run in runs.values():
        run(given[: len(given) // 10])
    for turn in range(chosen.runs):
        order = list(runs) if turn % 2 else list(reversed(runs))
        for name in order:
            took[name].append(seconds(runs[name], given))
    rates = {name: words / statistics.median(times) for name, times in took.items()}
    table(
        ("pipeline", "tokens", "tokens per second"),
        [(name, words, f"{rate:.0f}") for name, rate in rates.items()],
    )
    ours_, theirs_ = took.values()
    ratio = statistics.median(b / a for a, b in zip(ours_, theirs_, strict=True))
    print(f"ratio, median of the turns: {ratio:.2f}")
    goal(f"as fast (aim: {AIM} times)", met=ratio >= AT_LEAST)
    return 0


if __name__ == "__main__":
    sys.exit(main())
