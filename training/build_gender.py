"""Make the list of noun genders from the treebank, and from text that a program tagged.

Run: ``python training/build_gender.py --treebank PATH [--silver FOLDER]``; writes
`src/brievenbus/dutch/data/genus.tsv`. In the treebank each singular form counts for the gender that it
has there. In silver text (`silver.py`; the files of FOLDER that end in ``.conllu``) a program guessed the
gender, so that only a determiner that tells *de* from *het* counts, with at most adjectives between it and
the noun. A noun is listed where at least four of five of its forms agree; one that is only in silver text
must be there twice.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from pathlib import Path

from conllu import Sentence, read_conllu

TARGET = Path(__file__).parents[1] / "src" / "brievenbus" / "dutch" / "data" / "genus.tsv"
HEADER = (
    "# Het lidwoord van zelfstandige naamwoorden, uit UD_Dutch-LassySmall en UD_Dutch-Alpino\n"
    "# (Bouma, Van Noord, Zeman, Žabokrtský; CC BY-SA 4.0) en uit de lidwoorden in teksten van overheden.\n"
    "# Gemaakt met training/build_gender.py.\n"
)
CLEAR = 0.8
SILVER_LEAST = 2
TELLING = {
    "de": "de",
    "deze": "de",
    "die": "de",
    "onze": "de",
    "elke": "de",
    "iedere": "de",
    "welke": "de",
    "het": "het",
    "dit": "het",
    "dat": "het",
    "ons": "het",
    "elk": "het",
    "ieder": "het",
    "welk": "het",
}
"""Determiners that a singular noun of one gender only can have."""


def count_treebank(treebank: Path, counts: dict[str, Counter[str]]) -> None:
    """Count the genders of singular nouns by their features."""
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


def count_silver(folder: Path, counts: dict[str, Counter[str]]) -> None:
    """Count the determiners before singular nouns."""
    for path in sorted(folder.glob("*.conllu")):
        for sentence in read_conllu(path):
            for i, (lemma, tag) in enumerate(zip(sentence.lemmas, sentence.tags, strict=True)):
                if tag.startswith("N|soort|ev|basis") and lemma.isalpha() and lemma.islower():
                    gender = _by_determiner(sentence, i)
                    if gender and sentence.words[i].lower() == lemma:
                        counts[lemma][gender] += 1


def _by_determiner(sentence: Sentence, noun: int) -> str | None:
    """The gender that the determiner of a noun tells."""
    i = noun - 1
    while i >= 0 and sentence.tags[i].startswith("ADJ|prenom"):
        i -= 1
    if i < 0 or not sentence.tags[i].startswith(
        ("LID", "VNW|aanw|det", "VNW|bez|det", "VNW|onbep")
    ):
        return None
    return TELLING.get(sentence.words[i].lower())


def clear(counter: Counter[str], least: int) -> str | None:
    """Return the gender that nearly all of at least `least` forms have."""
    (gender, number), total = counter.most_common(1)[0], counter.total()
    return gender if total >= least and number / total >= CLEAR else None


def main() -> None:
    """Count genders per lemma and write those that are clear; the treebank goes before silver text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--treebank", type=Path, required=True)
    parser.add_argument("--silver", type=Path)
    chosen = parser.parse_args()
    gold: dict[str, Counter[str]] = defaultdict(Counter)
    silver: dict[str, Counter[str]] = defaultdict(Counter)
    count_treebank(chosen.treebank, gold)
    if chosen.silver:
        count_silver(chosen.silver, silver)
    genders = {
        lemma: (lemma in silver and clear(silver[lemma], SILVER_LEAST))
        or (lemma in gold and clear(gold[lemma], 1))
        for lemma in gold.keys() | silver.keys()
    }
    lines = [f"{lemma}\t{gender}\n" for lemma, gender in sorted(genders.items()) if gender]
    TARGET.write_text(HEADER + "".join(lines), encoding="utf-8")
    print(f"{len(lines)} nouns")


if __name__ == "__main__":
    main()
