"""How long a whole process takes for a letter of one page, beside the reference LiNT-II and spaCy.

Run: ``python benchmarks/process.py --reference-python PYTHON [--runs N] [--letter FILE]``. Three
programs, each a process of its own from start to end, in turn (A B C A B C …), after one run each that
does not count:

- A: ``python -m brievenbus check LETTER``;
- B: the reference LiNT-II on the same text, with the pipeline in the wheel;
- C: ``spacy.load`` of the stock Dutch configuration, which is the pipeline in the wheel with the
  tokenizer of spaCy's Dutch, and one parse of the same text.

Wall time, processor time (all cores) and peak memory are medians; a ratio is the median of the ratios
of the runs of one turn. Run it on a machine that does nothing else: the load is printed.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from common import MODEL, PROJECT, SAMPLES, arguments, goal, package, table

LETTER = SAMPLES / "parkeervergunning-herschreven.docx"
MAX_OF_REFERENCE = 0.65
MAX_OF_STOCK = 1.0
MAX_MEMORY = 300

PREPARE = """
import sys
import spacy
from pathlib import Path
from brievenbus import read
nlp = spacy.load(sys.argv[1])
nlp.tokenizer = spacy.blank("nl").tokenizer
nlp.to_disk(sys.argv[2])
text = read(sys.argv[3]).text
Path(sys.argv[4]).write_text(text, encoding="utf-8")
print(spacy.__version__, len(text.split()))
"""
REFERENCE = """
import sys
from pathlib import Path
from lint_ii import ReadabilityAnalysis
text = Path(sys.argv[1]).read_text(encoding="utf-8")
print(ReadabilityAnalysis.from_text(text).lint.score)
"""
STOCK = """
import sys
from pathlib import Path
import spacy
nlp = spacy.load(sys.argv[1])
print(len(nlp(Path(sys.argv[2]).read_text(encoding="utf-8"))))
"""


@dataclass(frozen=True)
class Program:
    """A command to measure, and the exit statuses that are right."""

    name: str
    command: Sequence[object]
    environment: dict[str, str]
    statuses: tuple[int, ...] = (0,)


@dataclass(frozen=True)
class Run:
    """What one process took: seconds by the clock and of processor, and MB at its peak."""

    wall: float
    processor: float
    memory: float


def run(program: Program) -> Run:
    """Run a program once and measure it."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [str(part) for part in program.command],
        env=program.environment,
        cwd=PROJECT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in program.statuses:
        raise SystemExit(f"{program.name} ended with status {process.returncode}.")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def prepare(letter: Path, folder: Path, environment: dict[str, str]) -> tuple[Path, Path]:
    """Write the stock pipeline and the text of the letter, in a process of its own.

    What this process holds in memory would count as the peak of every process that it starts.
    """
    stock, text = folder / "stock", folder / "letter.txt"
    done = subprocess.run(
        [sys.executable, "-c", PREPARE, MODEL, stock, letter, text],
        env=environment,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    version, words = done.stdout.split()
    print(f"letter: {letter.name}, {words} words; spaCy {version}")
    return stock, text


def report(programs: Sequence[Program], turns: Sequence[Sequence[Run]]) -> None:
    """Print medians and ratios."""
    rows: list[tuple[object, ...]] = []
    ratios: list[tuple[float, float]] = []
    for number, program in enumerate(programs):
        runs = [turn[number] for turn in turns]
        wall = statistics.median(turn[0].wall / turn[number].wall for turn in turns)
        processor = statistics.median(turn[0].processor / turn[number].processor for turn in turns)
        ratios.append((wall, processor))
        rows.append(
            (
                program.name,
                statistics.median(one.wall for one in runs),
                min(one.wall for one in runs),
                max(one.wall for one in runs),
                statistics.median(one.processor for one in runs),
                round(max(one.memory for one in runs)),
                wall,
                processor,
            )
        )
    table(
        (
            "process",
            "wall s",
            "least",
            "most",
            "processor s",
            "peak MB",
            "A of it, wall",
            "A of it, processor",
        ),
        rows,
    )
    memory = max(turn[0].memory for turn in turns)
    goal(f"at most {MAX_OF_REFERENCE:.0%} of the reference", met=ratios[1][0] <= MAX_OF_REFERENCE)
    goal("no slower than the stock configuration", met=ratios[2][0] <= MAX_OF_STOCK)
    goal(f"under {MAX_MEMORY} MB", met=memory < MAX_MEMORY)


def main(reference: str, letter: Path, runs: int) -> None:
    """Prepare, run in turn, report."""
    source = str(PROJECT / "src")
    paths = [source, *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
    with tempfile.TemporaryDirectory() as name, package(MODEL) as reference_environment:
        stock, text = prepare(letter, Path(name), environment)
        check = [sys.executable, "-m", "brievenbus", "check", letter]
        lint = [reference, "-W", "ignore", "-c", REFERENCE, text]
        spacy = [sys.executable, "-c", STOCK, stock, text]
        programs = [
            Program("A brievenbus check", check, environment, (0, 1)),
            Program("B reference LiNT-II", lint, reference_environment),
            Program("C stock spacy.load and one parse", spacy, environment),
        ]
        for program in programs:
            run(program)
        before = os.getloadavg()[0]
        turns = [[run(program) for program in programs] for _ in range(runs)]
    print(f"turns: {runs}; load before and after: {before:.2f}, {os.getloadavg()[0]:.2f}")
    print()
    report(programs, turns)


if __name__ == "__main__":
    parser = arguments(__doc__)
    parser.add_argument("--reference-python", required=True)
    parser.add_argument("--letter", type=Path, default=LETTER)
    parser.add_argument("--runs", type=int, default=25)
    chosen = parser.parse_args()
    main(chosen.reference_python, chosen.letter.resolve(), chosen.runs)
