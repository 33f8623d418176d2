"""How well sentences are told apart in the treebank's test set, one text per paragraph.

Run: ``python benchmarks/treebank_borders.py [--shared FOLDER] [--file NAME]``. A paragraph is what has
the same `sent_id` up to ``.s.``; its sentences are joined by a space, headings and list items among
them. A sentence counts when its span is exactly right. The second row has those that end in a
punctuation mark. The third and fourth are the pipeline in the wheel as spaCy alone runs it, without our
rules.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

import spacy
from common import MODEL, PROJECT, arguments, f_score, goal, share, table, versions

sys.path.insert(0, str(PROJECT / "training"))

from conllu import Sentence, read_conllu

from brievenbus.dutch.pipeline import load_pipeline

Span = tuple[int, int]
LEAST_ALL, LEAST_MARKED = 0.88, 0.97
CLOSING = "\"”’')»"
FINAL = ".?!…:;"


def paragraphs(path: Path) -> Iterator[tuple[str, set[Span]]]:
    """Yield each paragraph with the spans of its sentences."""
    sentences = read_conllu(path)
    for _, group in groupby(sentences, key=lambda s: s.sent_id.rsplit(".s.", 1)[0]):
        text, spans = "", set()
        for sentence in group:
            text += " " if text else ""
            part = _text(sentence)
            spans.add((len(text), len(text) + len(part)))
            text += part
        yield text, spans


def _text(sentence: Sentence) -> str:
    pairs = zip(sentence.words, sentence.spaces, strict=True)
    return "".join(word + " " * space for word, space in pairs).strip()


def marked(text: str, spans: set[Span]) -> set[Span]:
    """Return the spans that end in a punctuation mark, closing quotation marks aside."""
    return {(a, b) for a, b in spans if text[a:b].rstrip(CLOSING + " ")[-1:] in tuple(FINAL)}


def with_rules(text: str) -> set[Span]:
    """Return the sentences as Brievenbus cuts a text."""
    analysis = load_pipeline().analyse(text)
    return {analysis.sentence_span(i) for i in range(len(analysis.sentences))}


def main() -> int:
    """Print precision, recall and F."""
    parser = arguments(__doc__, shared=True)
    parser.add_argument("--file", default="test.conllu")
    chosen = parser.parse_args()
    path = chosen.shared / "treebank" / chosen.file
    if not path.is_file():
        print(f"No treebank in {path.parent}.")
        return 2
    print(versions(), end="\n\n")
    nlp = spacy.load(MODEL)
    ways: dict[str, Callable[[str], set[Span]]] = {
        "brievenbus": with_rules,
        "spaCy alone": lambda text: {(s.start_char, s.end_char) for s in nlp(text).sents},
    }
    counts: dict[str, Counter[str]] = {}
    for text, wanted in paragraphs(path):
        for way, find in ways.items():
            got = find(text)
            for name, a, b in (
                (f"{way}, all", wanted, got),
                (f"{way}, those with a mark", marked(text, wanted), marked(text, got)),
            ):
                counts.setdefault(name, Counter()).update(
                    right=len(a & b), given=len(b), wanted=len(a)
                )
    rows, scores = [], {}
    for name, c in counts.items():
        precision, recall = share(c["right"], c["given"]), share(c["right"], c["wanted"])
        scores[name] = f_score(precision, recall)
        figures = (f"{value:.3f}" for value in (precision, recall, scores[name]))
        rows.append((name, c["wanted"], c["given"], c["right"], *figures))
    table(("sentences", "labelled", "found", "right", "precision", "recall", "F"), rows)
    goal(f"F of all at least {LEAST_ALL}", met=scores["brievenbus, all"] >= LEAST_ALL)
    goal(
        f"F of those with a mark at least {LEAST_MARKED}",
        met=scores["brievenbus, those with a mark"] >= LEAST_MARKED,
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
