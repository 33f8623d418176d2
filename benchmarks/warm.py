"""How long a check takes once everything is loaded, beside the parse that it rests on.

Run: ``python benchmarks/warm.py [--shared FOLDER] [--runs N]``. A text of about `WORDS` words is
checked as a letter, and its blocks are parsed by the same pipeline as spaCy loads it: in one
go (``nlp.pipe``), and as one text (``nlp``). Two rounds:

- one text, of the samples, over and over;
- `--runs` texts of `corpus/text`, each new: no cache knows its words yet, save that the two ways to
  parse share one. Which of the three comes first changes from text to text.

Prints medians, the median of the ratios, and the peak of memory.
"""

from __future__ import annotations

import resource
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
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


def milliseconds(action: Callable[[], object]) -> float:
    """Return how long an action takes."""
    start = time.perf_counter()
    action()
    return 1000 * (time.perf_counter() - start)


def measure(name: str, chosen: Sequence[Text], nlp: spacy.language.Language) -> float:
    """Print the medians for these texts; return the larger of the two ratios."""
    times: dict[str, list[float]] = {CHECK: [], PIPE: [], CALL: []}
    for number, one in enumerate(chosen):
        blocks = [block.text for block in read_text(one.text).blocks]
        actions: list[tuple[str, Callable[[], object]]] = [
            (CHECK, lambda one=one: check(one.text)),  # type: ignore[misc]
            (PIPE, lambda blocks=blocks: list(nlp.pipe(blocks))),  # type: ignore[misc]
            (CALL, lambda one=one: nlp(one.text)),  # type: ignore[misc]
        ]
        for shift in range(len(actions)):
            what, action = actions[(number + shift) % len(actions)]
            times[what].append(milliseconds(action))
    words = statistics.median(len(one.text.split()) for one in chosen)
    print(f"{name}: {len(chosen)} runs, {words:.0f} words", end="\n\n")
    ratios = {
        what: statistics.median(a / b for a, b in zip(times[CHECK], each, strict=True))
        for what, each in times.items()
    }
    table(
        ("what", "ms", "check() of it"),
        [(what, statistics.median(each), ratios[what]) for what, each in times.items()],
    )
    return max(ratios[PIPE], ratios[CALL])


def main(shared: Path, runs: int) -> None:
    """Warm up, measure, report."""
    print(versions(), end="\n\n")
    nlp = spacy.load(MODEL)
    text = sample_text()
    for _ in range(3):
        check(text.text)
        nlp(text.text)
    ratios = [measure("one text", [text] * runs, nlp)]
    folder = shared / "corpus" / "text"
    if folder.is_dir():
        ratios.append(measure("new texts", corpus_texts(folder, runs), nlp))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory, with the pipeline loaded twice: {memory:.0f} MB")
    goal(f"under {MAX_RATIO} times the parse", met=max(ratios) < MAX_RATIO)
    goal(f"under {MAX_MEMORY} MB", met=memory < MAX_MEMORY)


if __name__ == "__main__":
    parser = arguments(__doc__, shared=True)
    parser.add_argument("--runs", type=int, default=30)
    chosen = parser.parse_args()
    main(chosen.shared, chosen.runs)
