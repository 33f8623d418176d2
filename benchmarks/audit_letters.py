"""What the benchmarks of `brievenbus audit` share: letters to make, a run to measure, its load.

Letters are Word files of a few paragraphs of `corpus/text`, in seven folders: passages that stand in
many of them and paragraphs of their own, drawn with a fixed seed.
"""

from __future__ import annotations

import io
import json
import os
import random
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from common import PROJECT, SEED

MOMENT = "1774000000"
MEASURED = """
import gc, json, multiprocessing, os, resource, sys, time
gc.set_threshold(100_000, 20, 50)
def main():
    folder, output, options, reports = json.loads(sys.argv[1])
    from brievenbus import load_rulebook
    from brievenbus.dutch.pipeline import load_pipeline
    import brievenbus.audit.run as run
    from brievenbus.audit.face import audit
    import brievenbus.audit.reports as made
    spent = [0.0, 0.0]
    write = made.write_all
    def timed(*args):
        start = time.perf_counter()
        processor = time.process_time()
        written = write(*args) if reports else []
        spent[0] += time.perf_counter() - start
        spent[1] += time.process_time() - processor
        return written
    made.write_all = timed
    load_rulebook(), load_pipeline()
    fresh = [0]
    start = time.perf_counter()
    result = audit(folder, output=output, progress=lambda p: fresh.__setitem__(0, p.fresh), **options)
    seconds = time.perf_counter() - start
    for child in multiprocessing.active_children():
        child.join(30)
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    own, children = (each.ru_maxrss / 1024 for each in used)
    print("RESULT" + json.dumps({
        "seconds": seconds, "reports": spent[0], "letters": result.totals.letters,
        "failures": result.totals.failures, "unchanged": result.unchanged, "fresh": fresh[0],
        "processor": sum(each.ru_utime + each.ru_stime for each in used) - spent[1],
        "memory": own, "worker_memory": children}))
if __name__ == "__main__":
    main()
"""


def paragraphs(texts: Path) -> list[str]:
    """Return paragraphs of 20 to 60 words of the corpus, each once, shuffled."""
    found = [
        line.strip()
        for file in sorted(texts.glob("*.txt"))
        for line in file.read_text("utf-8", errors="ignore").split("\n")
    ]
    fitting = [one for one in found if 20 < len(one.split()) < 60 and one.endswith(".")]
    unique = list(dict.fromkeys(fitting))
    random.Random(SEED).shuffle(unique)
    return unique


def make_letters(
    folder: Path, count: int, passages: Sequence[str], own: Sequence[str], each: int = 5
) -> None:
    """Write so many letters, with `each` passages and one paragraph of `own`, in turn."""
    draw = random.Random(SEED)
    parts, around = _template(each + 1)
    for number in range(count):
        texts = [*draw.sample(list(passages), each), own[number % len(own)]]
        main = around
        for index, text in enumerate(texts):
            main = main.replace(f"@@{index}@@", escape(text))
        place = folder / f"map{number % 7}" / f"brief{number:05}.docx"
        place.parent.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as file:
            for name, data in parts.items():
                file.writestr(name, main if name == _MAIN else data)


_MAIN = "word/document.xml"


def _template(count: int) -> tuple[dict[str, bytes], str]:
    """Return the parts of a letter by python-docx, and its main part with places for texts."""
    import docx

    document = docx.Document()
    for text in ("Gemeente Voorbeeldstad", "Onderwerp: Uw aanvraag", "Geachte heer Jansen,"):
        document.add_paragraph(text)
    for index in range(count):
        document.add_paragraph(f"@@{index}@@")
    for text in ("Met vriendelijke groet,", "A. Janssen"):
        document.add_paragraph(text)
    file = io.BytesIO()
    document.save(file)
    with zipfile.ZipFile(file) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    return parts, parts[_MAIN].decode()


def own_paragraphs(texts: Sequence[str], count: int) -> list[str]:
    """Return so many different paragraphs; where the corpus has fewer, sentences are put together."""
    made = list(texts[:count])
    draw = random.Random(SEED)
    while len(made) < count:
        one, other = draw.sample(list(texts), 2)
        half = " ".join(one.split()[:15]).rstrip(",;:.") + ". "
        made.append(half + " ".join(other.split()[:25]).rstrip(",;:.") + ".")
    return made


def environment() -> dict[str, str]:
    """Return the environment of a process that is measured."""
    source = os.pathsep.join([str(PROJECT / "src"), os.environ.get("PYTHONPATH", "")])
    # As the program itself sets them.
    same = {"OPENBLAS_NUM_THREADS": "1", "ARROW_DEFAULT_MEMORY_POOL": "system"}
    threads = {"OMP_NUM_THREADS": "1"}
    return {**os.environ, **same, **threads, "PYTHONPATH": source, "SOURCE_DATE_EPOCH": MOMENT}


def measured(
    folder: Path | str, output: Path, *, reports: bool = False, **options: Any
) -> dict[str, Any]:
    """Audit in a process of its own; return times, memory and what came of it."""
    asked = json.dumps([str(folder), str(output), options, reports])
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, asked],
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    result: dict[str, Any] = json.loads(done.stdout.partition("RESULT")[2])
    return result


def load() -> str:
    """Return how busy the machine is."""
    return "load of the machine: " + ", ".join(f"{one:.1f}" for one in os.getloadavg())


@contextmanager
def workplace() -> Iterator[Path]:
    """Give a folder that is taken away again."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)
