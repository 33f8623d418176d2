"""That Word files keep their text when remarks are put in them.

Run: ``python benchmarks/annotated.py [--shared FOLDER] [--sample N]``. Takes the Word files of
`samples` and those of `corpus/docx` that can be read. Each is annotated with all its findings, and
once more with a remark on every tenth word besides, since most of the corpus is not Dutch and gives
few findings. Then:

- read by us: the same blocks, with the same text;
- opened by python-docx, where the source can be: the same paragraphs, and a comment per remark and
  one with the summary more than there were;
- turned into plain text by LibreOffice: the same as the source gives. Of the corpus a sample. Where
  the same words stand in another order, that is told: a comment put in a file with tracked moves and
  text frames does that, one put in by python-docx too.

A file without any paragraph of its own gets no summary.
"""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import docx
from common import SAMPLES, SEED, arguments, goal, table, versions

from brievenbus import DocumentError, Letter, Report, check, read
from brievenbus.documents.remarks import Remark
from brievenbus.documents.word.annotate import annotate
from brievenbus.reports.word import annotate_report

EVERY = 10
"""A remark on one of so many words, in the second round."""

TIMEOUT = 600
"""Seconds for one round of LibreOffice."""


def blocks(letter: Letter) -> list[tuple[str, str]]:
    """Return what is read of a letter: the kind and text of each block."""
    return [(block.kind.value, block.text) for block in letter.blocks]


def with_findings(report: Report, source: Path, target: Path) -> int:
    """Annotate with all findings; return how many remarks there are."""
    annotate_report(report, source, target)
    return len(report.findings)


def with_words(report: Report, source: Path, target: Path) -> int:
    """Annotate with all findings and every tenth word; return how many remarks there are."""
    starts = report.letter.starts
    remarks = [
        Remark(f.block, f.start - starts[f.block], f.end - starts[f.block], f.message)
        for f in report.findings
    ]
    words = [
        (number, word.start(), word.end())
        for number, block in enumerate(report.letter.blocks)
        for word in re.finditer(r"\w+", block.text)
    ]
    remarks += [Remark(*word, text="Een opmerking.") for word in words[::EVERY]]
    annotate(source, target, report.letter, remarks, "Samenvatting")
    return len(remarks)


def python_docx(source: Path, target: Path, remarks: int) -> bool | None:
    """Whether python-docx shows the same text, the remarks and a summary, if there is any text.

    None where it cannot open the source.
    """
    try:
        before = docx.Document(str(source))
        texts, comments = [p.text for p in before.paragraphs], len(list(before.comments))
    except Exception:  # python-docx raises what its XML happens to raise
        return None
    after = docx.Document(str(target))
    same = [p.text for p in after.paragraphs] == texts
    new = len(list(after.comments)) - comments
    return same and (new == remarks + 1 or (new == 0 and not remarks))


def libreoffice(paths: Sequence[Path], folder: Path) -> dict[str, bytes]:
    """Return the text of each file as LibreOffice writes it, by the stem of its name."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "txt:Text", "--outdir"]
    output = folder / "text"
    subprocess.run([*command, output, *paths], check=True, capture_output=True, timeout=TIMEOUT)
    return {path.stem: path.read_bytes() for path in output.glob("*.txt")}


class Round:
    """The Word files of one folder, annotated in one way."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name = name
        self.counts: Counter[str] = Counter()
        self.differences: list[str] = []
        self.copies: list[tuple[Path, Path]] = []
        self._folder = folder
        self._sources: dict[Path, Path] = {}

    def add(self, report: Report, source: Path, *, words: bool) -> None:
        """Annotate a copy of one file, and look at it in Python."""
        number = len(self.copies)
        copy, target = (self._folder / f"{number:03}-{what}.docx" for what in ("old", "new"))
        shutil.copyfile(source, copy)
        remarks = (with_words if words else with_findings)(report, copy, target)
        self.copies.append((copy, target))
        self._sources[copy] = source
        self.counts += Counter(files=1, remarks=remarks)
        self._count("read", source, same=blocks(read(target)) == blocks(report.letter))
        opened = python_docx(copy, target, remarks)
        if opened is not None:
            self._count("opened", source, same=opened)

    def convert(self, sample: int) -> None:
        """Look at the copies in LibreOffice, or at a sample of them."""
        chosen = sorted(random.Random(SEED).sample(self.copies, min(sample, len(self.copies))))
        texts = libreoffice([path for pair in chosen for path in pair], self._folder)
        for copy, target in chosen:
            if copy.stem in texts:
                old, new = texts[copy.stem], texts.get(target.stem, b"")
                moved = sorted(new.split()) == sorted(old.split())
                what = "other order" if moved else "other text"
                self._count("converted", self._sources[copy], same=new == old, what=what)

    def row(self) -> tuple[object, ...]:
        """Return a row with what was the same, of how many."""
        same = (
            f"{self.counts[f'{what} same']} of {self.counts[what]}"
            for what in ("read", "opened", "converted")
        )
        return (self.name, self.counts["files"], self.counts["remarks"], *same)

    def _count(self, how: str, path: Path, *, same: bool, what: str = "differs") -> None:
        self.counts += Counter({how: 1, f"{how} same": int(same)})
        if not same:
            self.differences.append(f"{self.name}: {how}: {what}: {path.name}")


def readable(paths: Sequence[Path]) -> list[tuple[Path, Report]]:
    """Return the files that can be read, checked."""
    reports = []
    for path in paths:
        try:
            reports.append((path, check(path)))
        except DocumentError:
            continue
    return reports


def main(shared: Path, sample: int) -> None:
    """Annotate, look, report."""
    print(versions(), end="\n\n")
    samples = readable(sorted(SAMPLES.glob("*.docx")))
    paths = sorted((shared / "corpus" / "docx").glob("*.do[ct][xm]"))
    corpus = readable(paths)
    print(f"corpus: {len(corpus)} of {len(paths)} files can be read", end="\n\n")
    rounds = []
    for name, reports in (("samples", samples), ("corpus", corpus)):
        for words in (False, True):
            with tempfile.TemporaryDirectory() as folder:
                made = Round(f"{name}, {'and words' if words else 'findings'}", Path(folder))
                for path, report in reports:
                    made.add(report, path, words=words)
                if shutil.which("soffice"):
                    made.convert(len(reports) if name == "samples" else sample)
            rounds.append(made)
    if not shutil.which("soffice"):
        print("LibreOffice (soffice) is not here; left out.", end="\n\n")
    table(
        ("files", "number", "remarks", "same to us", "same to python-docx", "same to LibreOffice"),
        [made.row() for made in rounds],
    )
    differences = [line for made in rounds for line in made.differences]
    print("\n".join(differences))
    goal("the text is unchanged", met=not differences)


if __name__ == "__main__":
    parser = arguments(__doc__, shared=True)
    parser.add_argument("--sample", type=int, default=20, help="files of the corpus in LibreOffice")
    chosen = parser.parse_args()
    main(chosen.shared, chosen.sample)
