"""Run the benchmarks and put their figures in `RESULTS.md`, each between its own marks.

Run: ``python benchmarks/results.py --reference-python PYTHON [--shared FOLDER] [NAME …]``. Without names
all are run. What stands between ``<!-- NAME -->`` and ``<!-- end -->`` is replaced by what the script
prints, under a line with the date, the machine and the versions; the rest of the file stays.
"""

from __future__ import annotations

import datetime
import os
import platform
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from common import MATERIAL, MODEL, PROJECT, arguments

RESULTS = Path(__file__).parent / "RESULTS.md"
STAMP = "from common import versions; print(versions())"


def commands(reference: str, shared: Path) -> dict[str, list[object]]:
    """Return the command of each benchmark, by its name."""
    folder = Path(__file__).parent
    theirs = ["--reference-python", reference]
    corpus = ["--shared", shared]
    texts = ["--texts", shared / "corpus" / "text"]
    test = ["--model", MODEL, "--data", shared / "treebank" / "test.conllu"]
    scripts: dict[str, list[object]] = {
        "samples": [*corpus],
        "pairs": [*corpus, *theirs],
        "paragraphs": [*corpus],
        "annotated": [*corpus],
        "word_files": [*corpus],
        "borders": [],
        "passives": [],
        "syllables": [],
        "treebank_borders": [*corpus],
        "inflection": [*corpus],
        "compounds": [*corpus],
        "pipeline_speed": [*corpus],
        "block_kinds": [],
        "checklist": [*corpus],
        "style_checks": [],
        "rvo": [*corpus],
        "suggestions": [],
        "hard_words": [],
        "plain_texts": [],
        "rules_speed": [*corpus],
        "rules_cost": [],
        "lint_agreement": [*theirs, *texts],
        "process": [*theirs],
        "warm": [*corpus],
        "audit_cost": [*corpus],
        "audit_scale": [*corpus],
        "audit_resume": [*corpus],
        "audit_cluster": [*corpus],
        "api_schemathesis": [],
        "languagetool_malformed": [],
        "web_load": [*corpus],
        "privacy": [],
    }
    made = {name: [folder / f"{name}.py", *rest] for name, rest in scripts.items()}
    letters = MATERIAL / "zinnen-300.tsv"
    made["letter_borders"] = [folder / "borders.py", letters]
    made["letter_passives"] = [folder / "passives.py", letters]
    made["checklist_b"] = [folder / "checklist.py", MATERIAL / "brieven-20b"]
    made["checklist_c"] = [folder / "checklist.py", MATERIAL / "brieven-20c"]
    made["syllables_500"] = [folder / "syllables.py", MATERIAL / "lettergrepen-500.tsv"]
    return {**made, "pipeline": [PROJECT / "training" / "evaluate.py", *test]}


def output(command: Sequence[object]) -> str:
    """Return what a Python command prints; the status is the script's own affair."""
    paths = [str(Path(__file__).parent), *filter(None, [os.environ.get("PYTHONPATH")])]
    done = subprocess.run(
        [sys.executable, *map(str, command)],
        cwd=PROJECT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if "Traceback" in done.stderr:
        raise SystemExit(done.stderr)
    return done.stdout


def machine() -> str:
    """Return cores, processor, memory and Python of this machine."""
    processor, memory = platform.machine(), ""
    if Path("/proc/cpuinfo").exists():
        found = re.search(r"model name\s*: (.+)", Path("/proc/cpuinfo").read_text())
        total = re.search(r"MemTotal:\s*(\d+) kB", Path("/proc/meminfo").read_text())
        processor = found[1] if found else processor
        memory = f", {int(total[1]) / 2**20:.0f} GiB" if total else ""
    return f"{os.cpu_count()} cores {processor}{memory}, Python {platform.python_version()}"


def markdown(text: str) -> str:
    """Return the output of a script with loose lines as items of a list."""
    lines = [line for line in text.splitlines() if not line.startswith("brievenbus ")]
    listed = [line if line.startswith("|") or not line else f"- {line.strip()}" for line in lines]
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"(?m)^(- .*)\n(?=\|)", r"\1\n\n", "\n".join(listed)))


def put(name: str, section: str) -> None:
    """Replace what stands between the marks of one benchmark."""
    whole = RESULTS.read_text(encoding="utf-8")
    start = f"<!-- {name} -->\n"
    if start not in whole:
        raise SystemExit(f"RESULTS.md has no place for {name}.")
    before, _, rest = whole.partition(start)
    _, _, after = rest.partition("<!-- end -->")
    RESULTS.write_text(f"{before}{start}{section}\n<!-- end -->{after}", encoding="utf-8")


def main(names: Sequence[str], reference: str, shared: Path) -> None:
    """Run and write, one benchmark after the other."""
    known = commands(reference, shared)
    for name in names or known:
        stamp = output(["-c", STAMP]).strip()
        text = markdown(output(known[name])).strip()
        if output(["-c", STAMP]).strip() != stamp:
            raise SystemExit(f"The rules or the pipeline changed during {name}.")
        date = datetime.datetime.now(datetime.UTC).date()
        put(name, f"*{date}, {machine()}; {stamp}*\n\n{text}")
        print(name, flush=True)


if __name__ == "__main__":
    parser = arguments(__doc__, shared=True)
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--reference-python", required=True)
    chosen = parser.parse_args()
    main(chosen.names, chosen.reference_python, chosen.shared)
