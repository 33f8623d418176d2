"""Suggestions of a random 300 rules in sentences that others wrote, to be read aloud.

Run: ``python benchmarks/suggestions.py --output FILE [--shared FOLDER]`` to draw the sample: for 300 rules,
drawn with a fixed seed among those that find something, one sentence of the treebank, the sentence pairs,
the decision letters or the policy texts, with the suggestion put in place. Then ``python
benchmarks/suggestions.py`` counts the verdicts in `suggestions.tsv`. That file names each sentence by its
place, and holds the words found, the suggestion and the verdict; the sentences stay where they are.
"""

from __future__ import annotations

import csv
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from common import SEED, arguments, share, table, versions

from brievenbus import Finding, load_rulebook
from brievenbus.checks.protected import is_protected
from brievenbus.checks.rules.words import WordRules
from brievenbus.dutch.pipeline import load_pipeline

VERDICTS = Path(__file__).parent / "suggestions.tsv"
RULES = 300
LONGEST = 300


def sentences(shared: Path) -> Iterator[tuple[str, str]]:
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
    for file in sorted((shared / "corpus" / "text").glob("*.txt"))[:40]:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines()):
            yield f"{file.stem} {number}", line.strip()


def draw(shared: Path, output: Path) -> None:
    """Write the sample with the sentences, for somebody to read."""
    rules = WordRules(load_rulebook().rules)
    given = [(place, text) for place, text in sentences(shared) if 20 < len(text) < LONGEST]
    random.Random(SEED).shuffle(given)
    found: dict[str, list[tuple[str, str, Finding]]] = defaultdict(list)
    analyses = load_pipeline().analyse_all([(text, ()) for _, text in given])
    for (place, text), analysis in zip(given, analyses, strict=True):
        for finding in rules.check(analysis).findings:
            if finding.suggestions and not is_protected(analysis, finding):
                found[finding.rule].append((place, text, finding))
    chosen = random.Random(SEED).sample(sorted(found), min(RULES, len(found)))
    with output.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t")
        writer.writerow(("rule", "place", "found", "suggestion", "verdict", "sentence", "becomes"))
        for rule in chosen:
            place, text, finding = random.Random(SEED).choice(found[rule])
            becomes = text[: finding.start] + finding.suggestions[0] + text[finding.end :]
            row = (rule, place, finding.text, finding.suggestions[0], "", text, becomes)
            writer.writerow(row)
    print(f"{len(found)} rules with a suggestion found something; {len(chosen)} drawn")


def count() -> None:
    """Print how many of the suggestions that were read are right."""
    with VERDICTS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    verdicts = Counter(row["verdict"] for row in rows)
    table(
        ("verdict", "suggestions", "share"),
        [(name, n, f"{share(n, len(rows)):.1%}") for name, n in verdicts.most_common()],
    )


if __name__ == "__main__":
    parser = arguments(__doc__, shared=True)
    parser.add_argument("--output", type=Path)
    options = parser.parse_args()
    print(versions(), end="\n\n")
    if options.output:
        draw(options.shared, options.output)
    else:
        count()
