"""Make the list of noun genders from the treebank.

Run: ``python training/build_gender.py --treebank PATH``; writes `src/brievenbus/dutch/data/genus.tsv`.
A noun gets *de* or *het* where at least four of five of its singular forms in the treebank agree; the
last part of a compound counts for the part as well.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from pathlib import Path

from conllu import read_conllu

TARGET = Path(__file__).parents[1] / "src" / "brievenbus" / "dutch" / "data" / "genus.tsv"
HEADER = (
    "# Het lidwoord van zelfstandige naamwoorden, uit UD_Dutch-LassySmall en UD_Dutch-Alpino\n"
    "# (Bouma, Van Noord, Zeman, Žabokrtský; CC BY-SA 4.0). Gemaakt met training/build_gender.py.\n"
)


def main() -> None:
    """Count genders per lemma and write those that are clear."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--treebank", type=Path, required=True)
    treebank = parser.parse_args().treebank
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for name in ("train.conllu", "train_converted.conllu", "dev.conllu"):
        for sentence in read_conllu(treebank / name):
            for lemma, pos, morph in zip(
                sentence.lemmas, sentence.pos, sentence.morphs, strict=True
            ):
                if pos == "NOUN" and lemma.isalpha() and lemma.islower():
                    if "Gender=Com|Number=Sing" in morph:
                        counts[lemma]["de"] += 1
                    elif "Gender=Neut|Number=Sing" in morph:
                        counts[lemma]["het"] += 1
    lines = []
    for lemma in sorted(counts):
        (article, number), total = counts[lemma].most_common(1)[0], counts[lemma].total()
        if number / total >= 0.8:
            lines.append(f"{lemma}\t{article}\n")
    TARGET.write_text(HEADER + "".join(lines), encoding="utf-8")
    print(f"{len(lines)} nouns")


if __name__ == "__main__":
    main()
