"""Measure a pipeline on a file of the treebank, with gold tokens and gold sentence borders apart.

Run: ``python training/evaluate.py --model FOLDER --data test.conllu``. POS, morphology, lemma, UAS and
LAS are shares of all tokens; the particle of a separated verb counts in its lemma.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import spacy
from conllu import Sentence, read_conllu
from spacy.tokens import Doc

from brievenbus.dutch.lemmas import lemmas


def evaluate(model: Path, data: Path) -> dict[str, float]:
    """Return and print the share of tokens that the pipeline gets right, per layer."""
    nlp = spacy.load(model)
    sentences = list(read_conllu(data))
    docs = [Doc(nlp.vocab, words=s.words, spaces=s.spaces) for s in sentences]
    for doc in docs:
        for token in doc[1:]:
            token.is_sent_start = False
    right = dict.fromkeys(("pos", "morph", "lemma", "uas", "las"), 0)
    total = 0
    for doc, gold in zip(nlp.pipe(docs), sentences, strict=True):
        total += len(doc)
        for name, number in _compare(doc, gold).items():
            right[name] += number
    figures = {name: round(number / total, 4) for name, number in right.items()}
    print(f"{data.name}: {len(sentences)} sentences, {total} tokens", figures)
    return figures


def _compare(doc: Doc, gold: Sentence) -> dict[str, int]:
    found = lemmas(list(doc))
    counts = dict.fromkeys(("pos", "morph", "lemma", "uas", "las"), 0)
    for i, token in enumerate(doc):
        counts["pos"] += token.pos_ == gold.pos[i]
        counts["morph"] += str(token.morph) == gold.morphs[i]
        counts["lemma"] += found[i].lower() == gold.lemmas[i].lower()
        counts["uas"] += token.head.i == gold.heads[i]
        counts["las"] += token.head.i == gold.heads[i] and token.dep_ == gold.deps[i]
    return counts


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    options = parser.parse_args()
    evaluate(options.model, options.data)


if __name__ == "__main__":
    main()
