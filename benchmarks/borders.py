"""How well sentences are told apart, measured on labelled paragraphs.

Run: ``python benchmarks/borders.py [FILE]``. The file has a paragraph per row, and in `sentences` its
sentences with `` || `` between. A border is where a sentence starts, the first of a paragraph left
out: it has no choice.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from common import MATERIAL, arguments, f_score, read_tsv, share, table, versions

from brievenbus.dutch.pipeline import load_pipeline

BETWEEN = " || "


def expected(text: str, sentences: str) -> set[int]:
    """Return the offsets where the labelled sentences start."""
    starts, position = [], 0
    for sentence in sentences.split(BETWEEN):
        position = text.index(sentence, position)
        starts.append(position)
        position += len(sentence)
    return set(starts[1:])


def found(text: str) -> set[int]:
    """Return the offsets where the sentences start that are found."""
    analysis = load_pipeline().analyse(text)
    return {analysis.sentence_span(i)[0] for i in range(1, len(analysis.sentences))}


def main(path: Path) -> None:
    """Print each paragraph that differs, then precision, recall and F."""
    print(versions(), end="\n\n")
    counts: Counter[str] = Counter()
    for labelled in read_tsv(path):
        text = labelled["text"]
        wanted, got = expected(text, labelled["sentences"]), found(text)
        counts += Counter(right=len(wanted & got), given=len(got), wanted=len(wanted))
        counts += Counter(rows=1, same=wanted == got)
        for sign, offsets in (("missed", wanted - got), ("too many", got - wanted)):
            for offset in sorted(offsets):
                print(f"{sign}: {text[:offset]}|{text[offset:]}")
    precision = share(counts["right"], counts["given"])
    recall = share(counts["right"], counts["wanted"])
    print()
    table(
        ("borders", "found", "right", "precision", "recall", "F", "paragraphs right"),
        [
            (
                counts["wanted"],
                counts["given"],
                counts["right"],
                f"{precision:.3f}",
                f"{recall:.3f}",
                f"{f_score(precision, recall):.3f}",
                f"{counts['same']} of {counts['rows']}",
            )
        ],
    )


if __name__ == "__main__":
    parser = arguments(__doc__)
    parser.add_argument("file", type=Path, nargs="?", default=MATERIAL / "sentences.tsv")
    main(parser.parse_args().file)
