"""Suggestions of some 300 rules in sentences that others wrote, to be read aloud.

Run: ``python benchmarks/suggestions.py --output FILE [--sample 1|2|3|4|5] [--shared FOLDER]`` to draw a
sample: for 300 rules, drawn with a fixed seed among those that find something, one sentence of the treebank,
the sentence pairs, the decision letters or the policy texts, with the suggestion put in place. The second
sample has another seed and other policy texts, and leaves out every sentence of the first. The third, of 150
rules, leaves out every sentence of both; many of its rules were mended after the second. The fourth, of 300
rules and all policy texts, leaves out every sentence of those three. The fifth, again of all policy texts,
leaves out every sentence of those four; fewer than 300 rules found something, so some have two sentences.

Then ``python benchmarks/suggestions.py`` counts the verdicts in `suggestions.tsv`, `suggestions-2.tsv`,
`suggestions-3.tsv`, `suggestions-4.tsv` and `suggestions-5.tsv`. Those name each sentence by its place, and
hold the words found, the suggestion and the verdict; the sentences stay where they are. The verdicts are of
the program as it was when a sample was drawn: drawn again with mended rules, a sample has other suggestions.
"""

from __future__ import annotations

import csv
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from common import SEED, arguments, share, table, versions

from brievenbus import Finding, load_rulebook
from brievenbus.checks.protected import is_protected
from brievenbus.checks.rules.words import WordRules
from brievenbus.dutch.pipeline import load_pipeline

FOLDER = Path(__file__).parent
LONGEST = 300


@dataclass(frozen=True)
class Sample:
    """A draw: where its verdicts stand, its seed, its policy texts and how many rules are drawn."""

    verdicts: Path
    seed: int
    texts: slice
    rules: int = 300


SAMPLES = {
    1: Sample(FOLDER / "suggestions.tsv", SEED, slice(0, 40)),
    2: Sample(FOLDER / "suggestions-2.tsv", SEED + 1, slice(40, 100)),
    3: Sample(FOLDER / "suggestions-3.tsv", SEED + 2, slice(0, 100), rules=150),
    4: Sample(FOLDER / "suggestions-4.tsv", SEED + 3, slice(None)),
    5: Sample(FOLDER / "suggestions-5.tsv", SEED + 4, slice(None)),
}


def read_before(number: int) -> set[str]:
    """The places of the sentences of earlier samples, which were read when rules were mended."""
    earlier = [sample.verdicts for n, sample in SAMPLES.items() if n < number]
    return {row["place"] for file in earlier for row in verdicts(file)}


def sentences(shared: Path, policies: slice) -> Iterator[tuple[str, str]]:
    """Yield sentences and short paragraphs with the place where they stand."""
    for name in ("train", "dev"):
        lines = (shared / "treebank" / f"{name}.conllu").read_text(encoding="utf-8").splitlines()
        texts = [line[9:] for line in lines if line.startswith("# text = ")]
        yield from ((f"{name} {number}", text) for number, text in enumerate(texts))
    with (shared / "corpus" / "pairs" / "amsterdam_municipal_dev.tsv").open(
        encoding="utf-8"
    ) as pairs:
        for number, row in enumerate(csv.DictReader(pairs, delimiter="\t")):
            yield f"pairs {number}", row["complex"]
    for file in sorted((shared / "corpus" / "letters" / "decisions").glob("*.txt")):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines()):
            yield f"{file.stem[:3]} {number}", line.strip()
    for file in sorted((shared / "corpus" / "text").glob("*.txt"))[policies]:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines()):
            yield f"{file.stem} {number}", line.strip()


def find(given: list[tuple[str, str]]) -> dict[str, list[tuple[str, str, Finding]]]:
    """Return what each rule has a suggestion for: the place, the sentence and the finding."""
    rules = WordRules(load_rulebook().rules)
    found: dict[str, list[tuple[str, str, Finding]]] = defaultdict(list)
    analyses = load_pipeline().analyse_all([(text, ()) for _, text in given])
    for (place, text), analysis in zip(given, analyses, strict=True):
        for finding in rules.check(analysis).findings:
            if finding.suggestions and not is_protected(analysis, finding):
                found[finding.rule].append((place, text, finding))
    return found


def draw(number: int, shared: Path, output: Path) -> None:
    """Write a sample with the sentences, for somebody to read."""
    sample, read = SAMPLES[number], read_before(number)
    given = [
        (place, text)
        for place, text in sentences(shared, sample.texts)
        if 20 < len(text) < LONGEST and place not in read
    ]
    random.Random(sample.seed).shuffle(given)
    found = find(given)
    chosen = random.Random(sample.seed).sample(sorted(found), min(sample.rules, len(found)))
    several = [rule for rule in chosen if len(found[rule]) > 1]
    twice = set(several[: sample.rules - len(chosen)])
    with output.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(("rule", "place", "found", "suggestion", "verdict", "sentence", "becomes"))
        for rule in chosen:
            hits = random.Random(sample.seed).sample(found[rule], 2 if rule in twice else 1)
            for place, text, finding in hits:
                becomes = text[: finding.start] + finding.suggestions[0] + text[finding.end :]
                row = (rule, place, finding.text, finding.suggestions[0], "", text, becomes)
                writer.writerow(row)
    print(
        f"{len(found)} rules with a suggestion found something; {len(chosen)} drawn, {len(twice)} twice"
    )


def verdicts(file: Path) -> list[dict[str, str]]:
    """The rows of a file with verdicts."""
    with file.open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows, delimiter="\t"))


def count() -> None:
    """Print how many of the suggestions that were read are right, for each sample."""
    lines = []
    for number, sample in SAMPLES.items():
        counted = Counter(row["verdict"] for row in verdicts(sample.verdicts))
        lines += [
            (number, name, n, f"{share(n, counted.total()):.1%}")
            for name, n in counted.most_common()
        ]
    table(("sample", "verdict", "suggestions", "share"), lines)


if __name__ == "__main__":
    parser = arguments(__doc__, shared=True)
    parser.add_argument("--output", type=Path)
    parser.add_argument("--sample", type=int, choices=sorted(SAMPLES), default=2)
    options = parser.parse_args()
    print(versions(), end="\n\n")
    if options.output:
        draw(options.sample, options.shared, options.output)
    else:
        count()
