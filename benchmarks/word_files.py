"""Every Word file of the corpus: read as LibreOffice reads it, annotated, and given back.

Run: ``python benchmarks/word_files.py [--shared FOLDER]``; LibreOffice is needed. Prints for all files of
`corpus/docx`:

- how many are read or refused, with the message, the time of the slowest and the peak of memory;
- how many have the same text in LibreOffice: line by line, all signs but white space. Each line must be
  there as often; where a text box or a note stands among the others is not compared, and of headers not how
  often. The results of fields that LibreOffice works out anew are taken out for both. A file that differs
  for a reason found in its XML stands in `word-uitzonderingen.tsv`; any other counts against us;
- how many numbers and bullets of lists are the same in LibreOffice's plain text;
- what holds of a copy with 20 remarks that have a suggestion (`word_copies.py`);
- time and memory for documents of 200 and 1,000 pages, made of `corpus/text`.
"""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from common import SEED, arguments, goal, read_tsv, table, versions
from libreoffice import convert, stories, without_results
from word_copies import CHECKS, copy_of, holds, without_comments

EXCEPTIONS = Path(__file__).with_name("word-uitzonderingen.tsv")

READ = """
import json, resource, sys, time
from pathlib import Path
from brievenbus.documents import DocumentError, read
for name in json.load(sys.stdin):
    start, message = time.perf_counter(), ""
    try:
        read(Path(name))
    except DocumentError as error:
        message = str(error)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps([name, message, time.perf_counter() - start, peak]))
"""

LARGE = """
import json, resource, sys, time
from pathlib import Path
from brievenbus import DocumentError, check
from brievenbus.reports.word import annotate_report
source, target = map(Path, sys.argv[1:])
start = time.perf_counter()
told = {}
try:
    report = check(source)
    told |= {"check": time.perf_counter() - start, "words": report.words}
    start = time.perf_counter()
    done = annotate_report(report, source, target, suggest=True)
    told |= {"annotate": time.perf_counter() - start, "remarks": done.placed,
             "changes": len(done.suggested)}
except DocumentError as error:
    told |= {"refused": time.perf_counter() - start, "message": str(error)}
told["peak"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps(told))
"""

PAGE = 400
"""Words on a page of a made document."""

WINDOW = 60
"""Lines of LibreOffice's text among which that of a paragraph is looked for."""

LONGEST = 16
"""Characters of a label."""

Lines = dict[str, Counter[str]]


@dataclass
class File:
    """A file that is read: its source, and its name in the folders with copies."""

    source: Path
    name: str
    faults: list[str] = field(default_factory=list)


def in_python(code: str, *extra: object, given: object = None) -> list[Any]:
    """Run code in a process of its own, so that its memory can be told; return what it prints."""
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, extra)],
        input=json.dumps(given),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    return [json.loads(line) for line in done.stdout.splitlines()]


def reading(paths: Sequence[Path]) -> list[Path]:
    """Print what is read and refused; return what is read."""
    told = in_python(READ, given=[str(path) for path in paths])
    refused = Counter(message for _, message, _, _ in told if message)
    slowest = max(told, key=lambda each: each[2])
    read = [Path(name) for name, message, _, _ in told if not message]
    print(f"{len(read)} of {len(paths)} files are read, {sum(refused.values())} refused:")
    print("\n".join(f"refused, {count}: {message}" for message, count in refused.most_common()))
    print(f"slowest: {slowest[2]:.2f} s ({Path(slowest[0]).name}); peak {told[-1][3]:.0f} MB")
    print()
    return read


def squeezed(text: str) -> str:
    """Return a text without white space and what cannot be seen, every hyphen a plain one."""
    return re.sub("[\\s\u00ad\u200b-\u200f\u2060\ufeff]", "", text).replace("\u2011", "-")


def lines(text: str) -> Counter[str]:
    """Return how often each line stands in a text."""
    return Counter(filter(None, map(squeezed, re.split("[\n\t]", text))))


def our_lines(data: bytes) -> Lines:
    """Return the lines that we read, without labels: of headers and footers, and the others."""
    from brievenbus.documents.word.read import read_word

    texts: dict[str, list[str]] = {"main": [], "edges": []}
    for story in read_word(data)[0]:
        for paragraph in story.paragraphs:
            part = paragraph.origins[0].part if paragraph.origins else ""
            edge = story.story.value in ("header", "footer") or re.search("header|footer", part)
            texts["edges" if edge else "main"].append(paragraph.text)
    return _countable({where: "\n".join(each) for where, each in texts.items()})


def their_lines(path: Path) -> Lines:
    """Return the lines of a file that LibreOffice wrote."""
    return _countable(stories(path))


def _countable(texts: Mapping[str, str]) -> Lines:
    # LibreOffice repeats a header in each style of pages that has it.
    edges = Counter(dict.fromkeys(lines(texts["edges"]), 1))
    return {"main": lines(texts["main"]), "edges": edges}


def differences(ours: Lines, theirs: Lines) -> tuple[Counter[str], Counter[str]]:
    """Return the lines that only we have, and those that only they have."""
    where = ours.keys()
    more = sum((ours[each] - theirs[each] for each in where), Counter())
    return more, sum((theirs[each] - ours[each] for each in where), Counter())


class Conversions:
    """What LibreOffice makes of the files, in folders of one form each."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def place(self, form: str, file: File, data: bytes) -> None:
        """Put a copy of a file with the others of that form, without results of fields."""
        (self._folder / form).mkdir(exist_ok=True)
        (self._folder / form / file.name).write_bytes(without_results(data))

    def run(self, form: str, target: str) -> None:
        """Have all copies of a form converted."""
        files = sorted((self._folder / form).glob("*.do[ct][xm]"))
        convert(files, target, self._folder / form)

    def made(self, form: str, file: File, suffix: str) -> Path | None:
        """Return what was made of a file, or None."""
        path = (self._folder / form / file.name).with_suffix(suffix)
        return path if path.exists() else None

    def data(self, form: str, file: File) -> bytes:
        """Return the copy itself."""
        return (self._folder / form / file.name).read_bytes()


def texts(files: Sequence[File], made: Conversions) -> None:
    """Print how many files have the same text in LibreOffice."""
    known = {row["bestand"]: row for row in read_tsv(EXCEPTIONS)}
    counts: Counter[str] = Counter()
    told = []
    for file in files:
        name = file.source.name
        theirs = made.made("input", file, ".fodt")
        if theirs is None:
            counts["not converted"] += 1
            told.append(f"not converted: {name}")
            continue
        ours, other = differences(our_lines(made.data("input", file)), their_lines(theirs))
        if not ours and not other:
            counts["equal"] += 1
            told += [f"equal, but in the table: {name}"] if name in known else []
        else:
            counts["explained" if name in known else "unexplained"] += 1
            kept = name in known
            told += [] if kept else [f"unexplained: {name}: {[*ours][:3]} / {[*other][:3]}"]
    compared = len(files) - counts["not converted"]
    print(f"of {compared} files, the text is equal to LibreOffice's in {counts['equal']},")
    print(f"explained in {counts['explained']}, unexplained in {counts['unexplained']}")
    print("\n".join(told))
    reasons = Counter((row["wie"], row["soort"]) for row in known.values())
    table(
        ("difference", "who shows what Word shows", "files"),
        [(kind, who, count) for (who, kind), count in reasons.most_common()],
    )
    goal("every difference in text is explained", met=not counts["unexplained"])


def labelled(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield label and text of each paragraph of the main text, all without white space."""
    from brievenbus.documents.word.read import read_word

    for story in read_word(data)[0]:
        if story.story.value == "main":
            for paragraph in story.paragraphs:
                text = next(filter(None, map(squeezed, paragraph.text.split("\n"))), "")
                if text:
                    yield squeezed(paragraph.label), text


def beside(ours: Sequence[tuple[str, str]], theirs: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield for each paragraph found in LibreOffice's text our label and theirs.

    What stands before the text is a label if it is ours, or one word.
    """
    lines = [(squeezed(line), squeezed(line.split()[0])) for line in theirs if line.strip()]
    at = 0
    for label, text in ours:
        near = []
        for number, (line, word) in enumerate(lines[at : at + WINDOW]):
            starts = {"": 0, label: 0, word: 1}
            near += [
                (rank, number, start)
                for start, rank in starts.items()
                if line.startswith(start + text[:80]) and len(start) <= LONGEST
            ]
        if near:
            exact = [each for each in near if each[2] == label]
            _, number, found = min(exact or near, key=lambda each: (each[1], each[0]))
            yield label, found
            at += number + 1


def labels(files: Sequence[File], made: Conversions) -> None:
    """Print how many labels are the same in LibreOffice's plain text."""
    counts: Counter[str] = Counter()
    told: dict[str, list[str]] = defaultdict(list)
    for file in files:
        text = made.made("input", file, ".txt")
        if text is None:
            continue
        theirs = text.read_text("utf-8-sig").splitlines()
        for ours, other in beside([*labelled(made.data("input", file))], theirs):
            if not ours and not other:
                continue
            sort = "numbers" if re.search(r"\w", ours + other) else "bullets"
            same = ours == other or (sort == "bullets" and bool(ours) and bool(other))
            counts += Counter({sort: 1, f"{sort} same": int(same)})
            if not same:
                told[file.source.name].append(f"{ours!r} / {other!r}")
    table(
        ("labels of lists", "compared", "the same"),
        [(sort, counts[sort], counts[f"{sort} same"]) for sort in ("numbers", "bullets")],
    )
    for name, each in told.items():
        print(f"labels, {len(each)} differ: {name}: {', '.join(each[:3])}")
    print()


def annotate_all(files: Sequence[File], made: Conversions, folder: Path) -> Counter[str]:
    """Put remarks in a copy of each file; return what holds of the copies, and how often."""
    counts: Counter[str] = Counter()
    for file in files:
        copy = copy_of(file.source, folder)
        counts += Counter(remarks=len(copy.remarks), changes=len(copy.result.suggested))
        for name, good in holds(copy, folder).items():
            _count(counts, file, name, good)
        made.place("marked", file, copy.marked)
        for form, data in (
            ("changed", copy.marked),
            ("rejected", copy.rejected),
            ("accepted", copy.accepted),
        ):
            made.place(form, file, without_comments(data, copy.main))
    return counts


def _count(counts: Counter[str], file: File, name: str, good: bool | None) -> None:
    if good is not None:
        counts += Counter({name: 1, f"{name} holds": int(good)})
    if good is False:
        file.faults.append(name)


IN_LIBREOFFICE = (
    "LibreOffice opens the copy",
    "rejected: LibreOffice's text of the input",
    "accepted: LibreOffice reads what we read",
    "LibreOffice accepts itself: what we read",
    "the same, with the comments in",
)
OF_LIBREOFFICE = 2
"""How many of these, the last, ask after LibreOffice's own way with changes and comments, not after ours."""


def in_libreoffice(files: Sequence[File], made: Conversions, counts: Counter[str]) -> None:
    """Count what holds of the copies in LibreOffice, of which the comments have been taken out.

    Its text is compared with ours where that of the input is the same.
    """
    for file in files:
        names = ("input", "marked", "changed", "rejected", "accepted")
        paths = {form: made.made(form, file, ".fodt") for form in names}
        if paths["input"] is None:
            continue
        theirs = {form: their_lines(path) for form, path in paths.items() if path is not None}
        same = our_lines(made.data("input", file)) == theirs["input"]
        wanted = our_lines(made.data("accepted", file))

        as_read = {
            form: theirs.get(form) == wanted if same else None
            for form in ("accepted", "changed", "marked")
        }
        good = (
            "marked" in theirs,
            theirs.get("rejected") == theirs["input"],
            *as_read.values(),
        )
        for name, each in zip(IN_LIBREOFFICE, good, strict=True):
            _count(counts, file, name, each)


def copies(files: Sequence[File], counts: Counter[str]) -> None:
    """Print what holds of the annotated copies."""
    print(f"{counts['remarks']} remarks in {len(files)} files, {counts['changes']} of them changes")
    names = (*CHECKS, *IN_LIBREOFFICE)
    table(
        ("annotated copies", "asked", "holds"),
        [(n, counts[n], counts[f"{n} holds"]) for n in names],
    )
    for file in files:
        faults = [each for each in file.faults if each not in names[-OF_LIBREOFFICE:]]
        if faults:
            print(f"{file.source.name}: {'; '.join(faults)}")
    met = all(counts[f"{name} holds"] == counts[name] for name in names[:-OF_LIBREOFFICE])
    goal(f"all but the last {OF_LIBREOFFICE} hold of every copy", met=met)
    print()


def document(pages: int, texts: Path, target: Path) -> None:
    """Make a Word file of so many pages, from paragraphs of the corpus in a fixed order."""
    import docx

    found = [
        line.split()
        for path in sorted(texts.glob("*.txt"))[:40]
        for line in path.read_text(encoding="utf-8", errors="ignore").splitlines()
        if len(line.split()) > 12
    ]
    random.Random(SEED).shuffle(found)
    made, words = docx.Document(), 0
    while words < pages * PAGE:
        for line in found:
            paragraph, half = made.add_paragraph(), len(line) // 2
            paragraph.add_run(" ".join(line[:half]) + " ")
            paragraph.add_run(" ".join(line[half:])).italic = True
            words += len(line)
            if words >= pages * PAGE:
                break
    made.save(str(target))


def large(shared: Path, folder: Path) -> None:
    """Print time and memory of large documents."""
    rows, told = [], {}
    for pages in (200, 1000):
        source = folder / f"{pages}.docx"
        document(pages, shared / "corpus" / "text", source)
        (told[pages],) = in_python(LARGE, source, folder / f"{pages}.nagekeken.docx")
        keys = ("words", "check", "remarks", "changes", "annotate", "refused", "peak")
        rows.append((pages, *(told[pages].get(key) for key in keys)))
    header = (
        "words",
        "check (s)",
        "remarks",
        "changes",
        "annotate (s)",
        "refused after (s)",
        "peak (MB)",
    )
    table(("pages", *header), rows)
    goal("200 pages: annotated within 10 s", met=told[200].get("annotate", 99) < 10)
    ends = told[1000].get("check", told[1000].get("refused", 99))
    goal("1,000 pages: checked, or refused, within some 60 s", met=ends < 65)
    goal("1,000 pages: under 1 GB", met=told[1000]["peak"] < 1000)


def main(shared: Path) -> None:
    """Read, convert, annotate, compare, report."""
    print(versions(), end="\n\n")
    read = reading(sorted((shared / "corpus" / "docx").glob("*.do[ct][xm]")))
    files = [File(path, f"{n:03}{path.suffix}") for n, path in enumerate(read)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = Conversions(folder)
        for file in files:
            made.place("input", file, file.source.read_bytes())
        made.run("input", "fodt")
        texts(files, made)
        print()
        made.run("input", "txt:Text")
        labels(files, made)
        counts = annotate_all(files, made, folder)
        for form in ("marked", "changed", "rejected", "accepted"):
            made.run(form, "fodt")
        in_libreoffice(files, made, counts)
        copies(files, counts)
        large(shared, folder)


if __name__ == "__main__":
    main(arguments(__doc__, shared=True).parse_args().shared)
