"""The weights of two pipelines, averaged: one that was trained, and the same after a second round.

Run: ``python training/average.py --first FOLDER --second FOLDER --share 0.3 --output FOLDER``. Of all
components save the lemmatizer, which is taken from the first: the second round started with a fresh
one. `--share` is the weight of the second. It was chosen on dev.conllu, and by how often *u* is a
pronoun in letters: the second round has what the first lacks there, the first has the better trees.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import spacy

SHARED = ("tok2vec", "senter", "tagger", "morphologizer", "parser")


def main() -> None:
    """Write the averaged pipeline."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("--first", "--second", "--output"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--share", type=float, default=0.3)
    options = parser.parse_args()
    first, second = spacy.load(options.first), spacy.load(options.second)
    for name in SHARED:
        layers = first.get_pipe(name).model.walk()
        others = second.get_pipe(name).model.walk()
        for layer, other in zip(layers, others, strict=True):
            for param in layer.param_names:
                if layer.has_param(param):
                    mixed = (1 - options.share) * layer.get_param(param)
                    mixed = mixed + options.share * other.get_param(param)
                    layer.set_param(param, mixed.astype("f"))
    first.to_disk(options.output)


if __name__ == "__main__":
    main()
