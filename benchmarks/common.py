"""What the benchmarks share: where the material is, tables, and the reference LiNT-II.

Nothing heavy is loaded here before it is used: what a script holds in memory counts in the memory of
the processes that it starts.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).parents[1]
SHARED = PROJECT.parent / "shared"
"""The folder with letters and corpora, beside the project; no part of it."""

SAMPLES = PROJECT / "samples"
MATERIAL = PROJECT / "tests" / "material"
LETTERS = MATERIAL / "letters"
MODEL = PROJECT / "src" / "brievenbus" / "dutch" / "data" / "model"
"""The pipeline in the wheel."""

SEED = 20260101
"""Of every draw, so that a second run gives the same figures."""

MEASURE = """
import json, sys
from lint_ii import ReadabilityAnalysis
from lint_ii.linguistic_data import wordlists
lists = (wordlists.NOUN_DATA, wordlists.MANNER_ADVERBS)
spaced = {w.strip() for words in lists for w in words if w != w.strip()}
spaced -= {w for words in lists for w in words}
for line in sys.stdin:
    analysis = ReadabilityAnalysis.from_text(json.loads(line))
    words = [f.token for f in analysis.word_features]
    print("RESULT" + json.dumps({
        "text": words[0].doc.text if words else "",
        "sentences": len(analysis.sentences),
        "score": analysis.lint.score,
        "features": [analysis.mean_log_word_frequency, analysis.mean_max_sdl,
                     analysis.mean_content_words_per_clause,
                     analysis.proportion_of_concrete_nouns],
        "spaced": sorted({t.lower_ for t in words} & spaced),
    }), flush=True)
"""
"""What runs in the environment of the reference: a text per line in, a result per line out."""


def arguments(doc: str | None, *, shared: bool = False) -> argparse.ArgumentParser:
    """Return a parser of arguments for a script with this docstring."""
    description = (doc or "").partition("\n")[0]
    parser = argparse.ArgumentParser(description=description)
    if shared:
        parser.add_argument("--shared", type=Path, default=SHARED, help="the folder with material")
    return parser


def versions() -> str:
    """Return which program, pipeline, word lists and rules the figures come from, as a line."""
    from importlib.metadata import version

    from brievenbus import __version__, load_rulebook
    from brievenbus.dutch.lexicon import Lexicon
    from brievenbus.dutch.pipeline import load_pipeline

    rulebook = load_rulebook()
    return (
        f"brievenbus {__version__}, {load_pipeline().identity}, spaCy {version('spacy')}, "
        f"lexicon {Lexicon.load().version}, {len(rulebook.rules)} rules, digest {rulebook.digest}"
    )


def table(header: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print a Markdown table; columns of numbers stand to the right, a float has two decimals."""
    cells = [list(header), *([_cell(value) for value in row] for row in rows)]
    widths = [max(len(row[i]) for row in cells) for i in range(len(header))]
    right = [all(_is_figure(row[i]) for row in cells[1:]) for i in range(len(header))]
    rules = ["-" * (w - 1) + ":" if r else "-" * w for w, r in zip(widths, right, strict=True)]
    for row in [cells[0], rules, *cells[1:]]:
        padded = (
            cell.rjust(width) if to_right else cell.ljust(width)
            for cell, width, to_right in zip(row, widths, right, strict=True)
        )
        print(f"| {' | '.join(padded)} |")
    print()


def _is_figure(cell: str) -> bool:
    return bool(re.fullmatch(r"-|[-+]?\d+(?:\.\d+)?%?", cell))


def _cell(value: object) -> str:
    if value is None:
        return "-"
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def goal(text: str, *, met: bool) -> None:
    """Print whether a goal was met."""
    print(f"{'met' if met else 'NOT MET'}: {text}")


def share(part: float, whole: float) -> float:
    """Return `part` of `whole`; 0 where there is nothing."""
    return part / whole if whole else 0.0


def f_score(precision: float, recall: float) -> float:
    """Return the harmonic mean of precision and recall."""
    return share(2 * precision * recall, precision + recall)


def read_tsv(path: Path) -> list[dict[str, str]]:
    """Read a file with tabs between the columns; quotation marks are plain characters."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@contextmanager
def package(model: Path) -> Iterator[dict[str, str]]:
    """Offer a pipeline folder as the package nl_core_news_lg 3.8.0; give the environment to run in.

    The reference accepts nothing but a package of that name, 3.7.0 or 3.8.0.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        target = folder / "nl_core_news_lg"
        shutil.copytree(model, target)
        meta = json.loads((target / "meta.json").read_text(encoding="utf-8"))
        meta |= {"lang": "nl", "name": "core_news_lg", "version": "3.8.0"}
        (target / "meta.json").write_text(json.dumps(meta), encoding="utf-8")
        (target / "__init__.py").write_text(
            "from pathlib import Path\n"
            "from spacy.util import load_model_from_path\n\n\n"
            "def load(**overrides):\n"
            "    return load_model_from_path(Path(__file__).parent, **overrides)\n",
            encoding="utf-8",
        )
        info = folder / "nl_core_news_lg-3.8.0.dist-info"
        info.mkdir()
        metadata = "Metadata-Version: 2.1\nName: nl_core_news_lg\nVersion: 3.8.0\n"
        (info / "METADATA").write_text(metadata)
        yield {**os.environ, "PYTHONPATH": name}


def reference_results(python: str, model: Path, texts: Sequence[str]) -> list[dict[str, Any]]:
    """Return what the reference LiNT-II says of each text, with this pipeline."""
    with package(model) as environment:
        done = subprocess.run(
            [python, "-W", "ignore", "-c", MEASURE],
            input="".join(json.dumps(text) + "\n" for text in texts),
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    if done.returncode:
        raise SystemExit(f"The reference failed:\n{done.stderr}")
    lines = (line.partition("RESULT") for line in done.stdout.splitlines())
    return [json.loads(result) for _, mark, result in lines if mark]
