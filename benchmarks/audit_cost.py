"""What an audit costs beside the least it can cost: reading every file, parsing each text once.

Run: ``python benchmarks/audit_cost.py [--shared FOLDER] [--letters N]``. Letters (1,000) of 40
passages and 300 own paragraphs are audited by one process without the writing of reports. Beside it, in
the same process and turn about: python-docx opens every file and gives its paragraphs, and spaCy's pipe
parses the unique texts. Prints the processor time of both and the ratio: all is one process of one
thread, so that this is the time by the clock on a machine that does nothing else.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from pathlib import Path

from common import arguments, goal, table

MAX_RATIO = 1.8


def bare(files: list[Path]) -> tuple[float, float, int]:
    """Return the seconds to read all files and to parse the unique texts, and how many these are."""
    import docx

    from brievenbus.dutch.pipeline import load_pipeline

    nlp = load_pipeline()._nlp
    start = time.process_time()
    texts: dict[str, None] = {}
    for file in files:
        for paragraph in docx.Document(str(file)).paragraphs:
            texts.setdefault(paragraph.text)
    read = time.process_time() - start
    start = time.process_time()
    for _ in nlp.pipe(texts):
        pass
    return read, time.process_time() - start, len(texts)


def main(shared: Path, count: int) -> None:
    """Make the letters, measure, report."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    gc.set_threshold(100_000, 20, 50)
    from audit_letters import load, make_letters, paragraphs, workplace

    import brievenbus.audit.reports as reports
    from brievenbus import audit, load_rulebook

    reports.write_all = lambda *_: []
    texts = paragraphs(shared / "corpus" / "text")
    load_rulebook()
    with workplace() as place:
        make_letters(place / "brieven", count, texts[:40], texts[40:340])
        files = sorted((place / "brieven").rglob("*.docx"))
        read, parse, unique = bare(files)
        start = time.process_time()
        audit(place / "brieven", output=place / "uit", workers=1)
        seconds = time.process_time() - start
    ratio = seconds / (read + parse)
    rows = [
        (f"python-docx reads {count} files", read),
        (f"the pipeline parses {unique} texts", parse),
        ("the audit, all else in it", seconds),
    ]
    table(("what", "processor seconds"), rows)
    print(load())
    goal(f"at most {MAX_RATIO} times the bare work: {ratio:.2f}", met=ratio <= MAX_RATIO)


if __name__ == "__main__":
    parser = arguments(__doc__, shared=True)
    parser.add_argument("--letters", type=int, default=1000)
    chosen = parser.parse_args()
    sys.exit(main(chosen.shared, chosen.letters))
