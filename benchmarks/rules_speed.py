"""What many rules cost: to load them the first time and after that, and to look for them in a text.

Run: ``python benchmarks/rules_speed.py [--shared FOLDER] [--runs N]``. The rules are the shipped ones and
made-up ones beside them, words and phrases of two and three words, up to 2,000 and to 10,000. The texts
are paragraphs of `corpus/text`, parsed and then looked through in turn, on one core. What is kept on disk
goes to a folder of its own. "After the first time" is a new process each time, as an editor has it.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

from common import arguments, goal, table, versions
from pipeline_speed import texts

FEW, MANY = 2_000, 10_000
MAX_SHARE, MAX_SECONDS = 0.2, 1.0
PHRASES = ("met {} aan de hand", "{} van de week", "een {} doen", "{} en zo", "op de {} af")

LOADING = """
import sys, time
from brievenbus.rulebook import load_rulebook
from brievenbus.checks.rules.words import CompiledRules, WordRules
load_rulebook.__name__
start = time.perf_counter()
rulebook = load_rulebook(*sys.argv[1:])
loaded = time.perf_counter()
WordRules(CompiledRules(rulebook.rules))
print(len(rulebook.rules), loaded - start, time.perf_counter() - loaded)
"""

RULE = """\
- id: {name}
  soort: {kind}
  zoek: "{search}"
  kies: [ding]
  uitleg: "Dat is korter, en iedereen kent het."
  ernst: let op
  fout: "Wij geven u {search}."
  goed: "Wij geven u een formulier."
  herkomst: {{bron: redactie, datum: 2026-11-22}}
"""


def made_up(count: int) -> list[str]:
    """Return rules on words that the program has lists of, and then on phrases with those words."""
    from brievenbus.dutch.spelling import frequency

    data = Path(__file__).parents[1] / "src" / "brievenbus" / "dutch" / "data"
    words: list[str] = []
    for name in ("naamwoorden.tsv", "werkwoorden.tsv"):
        lines = (data / name).read_text(encoding="utf-8").splitlines()
        words += [line.split("\t")[0] for line in lines if not line.startswith("#")]
    words = sorted({word for word in words if word.isalpha() and frequency(word) < 4.5})
    searches = [("woord", word) for word in words]
    searches += [("zinsdeel", phrase.format(word)) for phrase in PHRASES for word in words]
    return [
        RULE.format(name=f"proef-{number}", kind=kind, search=search)
        for number, (kind, search) in enumerate(searches[:count])
    ]


def write(folder: Path, count: int) -> Path:
    """Write so many rules, five hundred to a file."""
    folder.mkdir()
    rules = made_up(count)
    for first in range(0, len(rules), 500):
        text = "\n".join(rules[first : first + 500])
        (folder / f"proef-{first:05}.yaml").write_text(text, encoding="utf-8")
    return folder


def load(folder: Path, kept: Path) -> tuple[int, float, float]:
    """Load in a new process: how many rules, the seconds to load and those to lay them out."""
    environment = {**os.environ, "BRIEVENBUS_CACHE": str(kept)}
    done = subprocess.run(
        [sys.executable, "-c", LOADING, str(folder)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    count, loading, laying = done.stdout.split()
    return int(count), float(loading), float(laying)


def matching(folder: Path, given: Sequence[str], runs: int) -> tuple[int, float, float]:
    """Return how many rules, and the median seconds of the parse and of looking for the rules."""
    from brievenbus.checks.rules.words import CompiledRules, WordRules
    from brievenbus.dutch.pipeline import load_pipeline
    from brievenbus.rulebook import load_rulebook

    pipeline = load_pipeline()
    rulebook = load_rulebook(folder)
    rules = WordRules(CompiledRules(rulebook.rules))
    parts = [(text, ()) for text in given]
    parses: list[float] = []
    finds: list[float] = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        analyses = pipeline.analyse_all(parts)
        parsed = time.perf_counter()
        for analysis in analyses:
            rules.check(analysis)
        parses.append(parsed - start)
        finds.append(time.perf_counter() - parsed)
    return len(rulebook.rules), statistics.median(parses[1:]), statistics.median(finds[1:])


def main() -> int:
    """Print both tables."""
    parser = arguments(__doc__, shared=True)
    parser.add_argument("--runs", type=int, default=5)
    chosen = parser.parse_args()
    print(versions(), end="\n\n")
    given = texts(chosen.shared / "corpus" / "text")
    with tempfile.TemporaryDirectory() as name:
        few = write(Path(name) / "weinig", FEW)
        many = write(Path(name) / "veel", MANY)
        os.environ["BRIEVENBUS_CACHE"] = str(Path(name) / "bewaard")
        kept = Path(name) / "apart"
        rows = [("first time", *load(many, kept))]
        rows += [("after that", *load(many, kept)) for _ in range(3)]
        table(
            ("loading", "rules", "load, s", "lay out, s"),
            [(when, count, f"{a:.2f}", f"{b:.2f}") for when, count, a, b in rows],
        )
        slowest = max(a + b for _, _, a, b in rows[1:])
        goal(f"loaded and laid out in {MAX_SECONDS:g} s after the first time", met=slowest < 1)
        shares = []
        found = []
        for folder in (few, many):
            count, parse, find = matching(folder, given, chosen.runs)
            shares.append(find / parse)
            found.append((count, f"{parse:.2f}", f"{find:.2f}", f"{find / parse:.1%}"))
        table(("rules", "parse, s", "rules, s", "share"), found)
        goal(f"under {MAX_SHARE:.0%} of the parse with {FEW} rules", met=shares[0] < MAX_SHARE)
    return 0


if __name__ == "__main__":
    sys.exit(main())
