"""Trees for text without trees, from pipelines that have learned from the treebank.

Run: ``python training/trees.py --silver FOLDER --teacher PIPELINE --second PIPELINE``

The teacher is a larger pipeline, too slow for the wheel (``teacher.cfg``);
the second is a small one. Both read the sentences of ``raw.conllu``. The teacher's heads are written to
``trees.conllu``, its relation only where both agree on head and relation: the others are masked, so
that a parser that learns from the file learns nothing there.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import spacy
from conllu import Sentence, read_conllu, write_conllu
from spacy.tokens import Doc
from thinc.api import NumpyOps, set_current_ops


def parse(pipeline: Path, sentences: list[Sentence]) -> list[list[tuple[int, str]]]:
    """Return head and relation of every word of the sentences, by one pipeline."""
    nlp = spacy.load(pipeline, exclude=["senter", "trainable_lemmatizer"])
    docs = []
    for sentence in sentences:
        doc = Doc(nlp.vocab, words=sentence.words, spaces=sentence.spaces)
        for token in doc[1:]:
            token.is_sent_start = False
        docs.append(doc)
    return [[(token.head.i, token.dep_) for token in doc] for doc in nlp.pipe(docs, batch_size=128)]


def main() -> None:
    """Write trees.conllu and print how often the two agree."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--silver", type=Path, required=True)
    parser.add_argument("--teacher", type=Path, required=True)
    parser.add_argument("--second", type=Path, required=True)
    options = parser.parse_args()
    set_current_ops(NumpyOps(use_blis=False))
    sentences = list(read_conllu(options.silver / "raw.conllu"))
    first, second = (parse(p, sentences) for p in (options.teacher, options.second))
    agreed = words = 0
    for sentence, ours, theirs in zip(sentences, first, second, strict=True):
        for i, (arc, other) in enumerate(zip(ours, theirs, strict=True)):
            sentence.heads[i] = arc[0]
            sentence.deps[i] = arc[1] if arc == other else ""
            agreed += arc == other
            words += 1
    write_conllu(options.silver / "trees.conllu", sentences)
    print(f"{len(sentences)} sentences, {words} words, agreed on {agreed / words:.3f}")


if __name__ == "__main__":
    main()
