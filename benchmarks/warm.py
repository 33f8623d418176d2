"""How long a check takes once everything is loaded, beside the parse that it rests on.

Run: ``python benchmarks/warm.py [--shared FOLDER] [--runs N]``. A text of about `WORDS` words is
checked as a letter, and its blocks are parsed by the same pipeline as spaCy loads it: in one
go (``nlp.pipe``), and as one text (``nlp``). Two rounds:

- one text, of the samples, over and over;
- `--runs` texts of `corpus/text`, each new: no cache knows its words yet, save that the two ways to
  parse share one. Which of the three comes first changes from text to text.

Prints medians, the median of the ratios, and the peak of memory. Run it on a machine that does nothing
else.
"""

from __future__ import annotations

import resource
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import spacy
from common import MODEL, SAMPLES, arguments, goal, table, versions

from brievenbus import BlockKind, check, read
from brievenbus.documents import read_text

WORDS = 300
MAX_RATIO = 1.5
MAX_MEMORY = 300
CHECK, PIPE, CALL = "check()", "nlp.pipe() over the blocks", "nlp() of the text"


@dataclass(frozen=True)
class Text:
    """A text of some paragraphs."""

    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        """The whole text."""
        return "\n\n".join(self.paragraphs)


def texts(paragraphs: Sequence[str]) -> Iterator[Text]:
    """Yield texts of about `WORDS` words, of paragraphs in their order."""
    chosen: list[str] = []
    for paragraph in paragraphs:
        chosen.append(paragraph)
        words = sum(len(part.split()) for part in chosen)
        if words >= WORDS:
            if words <= 1.2 * WORDS:
                yield Text(tuple(chosen))
            chosen = []


def sample_text() -> Text:
    """Return the running text of the original samples, as far as it goes."""
    blocks = [b for p in sorted(SAMPLES.glob("*-origineel.docx")) for b in read(p).blocks]
    running = [b.text for b in blocks if b.kind is BlockKind.PARAGRAPH and not b.placeholders]
    return next(texts(running))


def corpus_texts(folder: Path, number: int) -> list[Text]:
    """Return a text of each of so many files."""
    found: list[Text] = []
    for path in sorted(folder.glob("*.txt")):
        paragraphs = [" ".join(p.split()) for p in path.read_text("utf-8").split("\n\n")]
        one = next(texts([p for p in paragraphs if p.endswith(".")]), None)
        if one and len(found) < number:
            found.append(one)
    return found


def milliseconds(action: Callable[[], object]) -> tuple[float, float]:
    """Return how long an action takes: by the clock, and of the processor."""
    start = time.perf_counter(), time.process_time()
    action()
    return 1000 * (time.perf_counter() - start[0]), 1000 * (time.process_time() - start[1])


def measure(name: str, chosen: Sequence[Text], nlp: spacy.language.Language) -> dict[str, float]:
    """Print the medians for these texts; return the ratio to each way to parse, by the clock."""
    times: dict[str, list[tuple[float, float]]] = {CHECK: [], PIPE: [], CALL: []}
    for number, one in enumerate(chosen):
        blocks = [block.text for block in read_text(one.text).blocks]
        actions: list[tuple[str, Callable[[], object]]] = [
            (CHECK, partial(check, one.text)),
            (PIPE, lambda blocks=blocks: list(nlp.pipe(blocks))),  # type: ignore[misc]
            (CALL, partial(nlp, one.text)),
        ]
        for shift in range(len(actions)):
            what, action = actions[(number + shift) % len(actions)]
            times[what].append(milliseconds(action))
    words = statistics.median(len(one.text.split()) for one in chosen)
    print(f"{name}: {len(chosen)} runs, {words:.0f} words", end="\n\n")
    rows: list[tuple[object, ...]] = []
    by_clock: dict[str, float] = {}
    for what, each in times.items():
        medians = [statistics.median(pair[i] for pair in each) for i in (0, 1)]
        pairs = list(zip(times[CHECK], each, strict=True))
        ratios = [statistics.median(ours[i] / parse[i] for ours, parse in pairs) for i in (0, 1)]
        rows.append((what, *medians, *ratios))
        by_clock[what] = ratios[0]
    table(("what", "ms", "processor ms", "check() of it", "processor"), rows)
    del by_clock[CHECK]
    return by_clock


def main(shared: Path, runs: int) -> None:
    """Warm up, measure, report."""
    print(versions(), end="\n\n")
    nlp = spacy.load(MODEL)
    text = sample_text()
    for _ in range(3):
        check(text.text)
        nlp(text.text)
    ratios = {"one text": measure("one text", [text] * runs, nlp)}
    folder = shared / "corpus" / "text"
    if folder.is_dir():
        ratios["new texts"] = measure("new texts", corpus_texts(folder, runs), nlp)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory, with the pipeline loaded twice: {memory:.0f} MB")
    for name, each in ratios.items():
        for what, ratio in each.items():
            goal(f"{name}: under {MAX_RATIO} times {what}", met=ratio < MAX_RATIO)
    goal(f"under {MAX_MEMORY} MB", met=memory < MAX_MEMORY)


if __name__ == "__main__":
    parser = arguments(__doc__, shared=True)
    parser.add_argument("--runs", type=int, default=30)
    chosen = parser.parse_args()
    main(chosen.shared, chosen.runs)
