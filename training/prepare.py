"""Turn the CoNLL-U treebank into spaCy's binary training format.

Run: ``python training/prepare.py --treebank PATH --silver PATH --output FOLDER``

What is changed on the way, and why:

- A separated verb carries the whole lemma on its head in the treebank (``kwam … tegemoet``, lemma
  ``tegemoetkomen``). A lemmatizer sees one word at a time and cannot learn that, so the particle is
  taken off here; `brievenbus.dutch` puts it back from the parse.
- The converted file (`train_converted.conllu`) agrees with today's annotation for 73% of the heads of
  punctuation and 91% of those of ``cc``. Those arcs are masked (left without a label), so that the
  parser learns nothing from them.
- Silver material (`silver`) is read for the converted file and for text without trees.
- Our own sentences of letters (`letters/`) come twice as often: letters are what the model is for.
- Five sentences make one document, so that the parser sees sentence borders.
"""

from __future__ import annotations

import argparse
import random
from copy import deepcopy
from pathlib import Path

import spacy
from augment import imperative, polite, unpunctuated
from conllu import Sentence, read_conllu
from spacy.tokens import Doc, DocBin

MASKED_IN_CONVERTED = {"punct", "cc"}
SENTENCES_PER_DOC = 5
LETTERS = Path(__file__).parent / "letters"
TREE_COPIES, LETTER_COPIES = 3, 6
"""How often trees come for every time that text without trees does: half of all words has a tree then."""
SEED = 20261121


def strip_particles(sentence: Sentence) -> None:
    """Take the particle off the lemma of a separated verb: ``tegemoetkomen`` → ``komen``."""
    for index, dep in enumerate(sentence.deps):
        if dep != "compound:prt":
            continue
        head = sentence.heads[index]
        particle, lemma = sentence.words[index].lower(), sentence.lemmas[head]
        if lemma.startswith(particle) and len(lemma) > len(particle) + 2:
            sentence.lemmas[head] = lemma[len(particle) :]


def to_doc(nlp: spacy.Language, group: list[Sentence], masked: set[str]) -> Doc:
    """Join sentences into one annotated document; arcs with a label in `masked` get none."""
    fields: dict[str, list] = {
        name: [] for name in ("words", "spaces", "lemmas", "pos", "tags", "morphs", "deps")
    }
    heads: list[int] = []
    starts: list[bool] = []
    for sentence in group:
        offset = len(heads)
        # A word without a head gets itself: with an empty relation that counts as unknown.
        heads += [(i if head < 0 else head) + offset for i, head in enumerate(sentence.heads)]
        starts += [i == 0 for i in range(len(sentence.words))]
        for name in fields:
            fields[name] += getattr(sentence, name)
        fields["spaces"][-1] = True
    fields["deps"] = ["" if dep in masked else dep for dep in fields["deps"]]
    if not any(fields["deps"]):
        # No tree at all: the parser passes it by, the sentence borders still count.
        del fields["deps"]
        return Doc(nlp.vocab, sent_starts=starts, **fields)
    return Doc(nlp.vocab, heads=heads, **fields)


def to_docs(nlp: spacy.Language, sentences: list[Sentence], masked: set[str]) -> list[Doc]:
    """Make documents of five sentences."""
    for sentence in sentences:
        strip_particles(sentence)
    return [
        to_doc(nlp, sentences[i : i + SENTENCES_PER_DOC], masked)
        for i in range(0, len(sentences), SENTENCES_PER_DOC)
    ]


def _raw(silver: Path) -> Path:
    """The text without trees, or with those of the teacher where they are there (`trees`)."""
    taught = silver / "trees.conllu"
    return taught if taught.is_file() else silver / "raw.conllu"


def main() -> None:
    """Write train.spacy and dev.spacy."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--treebank", type=Path, required=True)
    parser.add_argument("--silver", type=Path, required=True)
    parser.add_argument("--trees-only", action="store_true", help="no text without trees")
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    nlp = spacy.blank("nl")
    gold = list(read_conllu(options.treebank / "train.conllu"))
    converted = list(read_conllu(options.silver / "converted.conllu"))
    raw = [] if options.trees_only else list(read_conllu(_raw(options.silver)))
    letters = [s for file in sorted(LETTERS.glob("*.conllu")) for s in read_conllu(file)]
    made = [*polite(gold), *imperative(gold), *unpunctuated(gold, every=4)]
    random.Random(SEED).shuffle(made)
    made_converted = list(polite(converted))
    trees = to_docs(nlp, gold, set()) + to_docs(nlp, made, set())
    trees += to_docs(nlp, converted + made_converted, MASKED_IN_CONVERTED)
    train = trees * TREE_COPIES + to_docs(nlp, raw, set())
    for seed in range(LETTER_COPIES):
        copy = deepcopy(letters)
        random.Random(SEED + seed).shuffle(copy)
        train += to_docs(nlp, copy, set())
    dev = to_docs(nlp, list(read_conllu(options.treebank / "dev.conllu")), set())
    for name, docs in (("train", train), ("dev", dev)):
        DocBin(docs=docs, store_user_data=False).to_disk(options.output / f"{name}.spacy")
        print(f"{name}: {len(docs)} documents, {sum(map(len, docs))} tokens")
    print(f"made from the treebank: {len(made) + len(made_converted)} sentences")


if __name__ == "__main__":
    main()
