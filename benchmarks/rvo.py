"""What the rules find of a public list of difficult words, and whether plain versions have fewer findings.

Run: ``python benchmarks/rvo.py [--shared FOLDER]``. `ouderwets`: each outdated word or phrase in a sentence
of our own (`tests/material/ouderwets.tsv`) must raise a rule, and one of the listed alternatives should be
offered, in any form. `begrip`: each example must raise a finding; the plain version should have fewer.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

from common import MATERIAL, arguments, goal, share, table, versions

from brievenbus import Finding, check, load_rulebook
from brievenbus.checks.rules.phrases import forms_of

WITHOUT_FINDING = Path(__file__).with_name("rvo-zonder-opmerking.tsv")
"""Why there is no finding in an example."""

GOALS = {"rule": 0.95, "alternative": 0.85, "example": 0.85, "fewer": 0.40}


def rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def offers(finding: Finding, alternatives: str, sentence: str) -> bool:
    """Whether a suggestion or the message of a finding holds a listed alternative, in any form.

    What stands in the sentence already (*medio oktober*, *half oktober*) need not be said again.
    """
    said = " ".join((*finding.suggestions, finding.message)).lower()
    present = set(re.findall(r"\w+", said))
    there = set(re.findall(r"\w+", sentence.lower()))
    for choice in re.split(r"[,;:/()]| of ", alternatives.lower()):
        words = re.findall(r"\w+", choice)
        new = [word for word in words if word not in there]
        if new and all(present & (forms_of(word, None) | {word}) for word in new):
            return True
        if words and not new and "laat dit weg" in said:
            return True
    return False


def outdated(listed: list[dict[str, str]], rules: frozenset[str]) -> tuple[int, int, int]:
    """Count the words that raise a rule and those that get a listed alternative."""
    sentences = {row["woord"]: row["zin"] for row in rows(MATERIAL / "ouderwets.tsv")}
    raised = offered = 0
    for row in listed:
        findings = [
            each
            for each in check(sentences[row["word"]], kind="text").findings
            if each.rule in rules
        ]
        raised += bool(findings)
        good = any(
            offers(each, row["plain_alternative"], sentences[row["word"]]) for each in findings
        )
        offered += good
        if not good:
            print(f"{row['word']} → {row['plain_alternative']}:", [f.rule for f in findings])
    return raised, offered, len(listed)


def concepts(listed: list[dict[str, str]]) -> tuple[int, int, int, int]:
    """Count examples with a finding, and the findings in them and in their plain versions."""
    reasons = {row["voorbeeld"]: row["reden"] for row in rows(WITHOUT_FINDING)}
    with_finding = before = after = 0
    for row in listed:
        hard = check(row["example_with_word"], kind="text").findings
        plain = check(row["plain_alternative"], kind="text").findings
        with_finding += bool(hard)
        before, after = before + len(hard), after + len(plain)
        if not hard:
            example = row["example_with_word"]
            print(f"nothing in: {example} ({reasons.get(example.strip(), 'no reason given')})")
    return with_finding, len(listed), before, after


def main(shared: Path) -> None:
    """Print the figures."""
    print(versions(), end="\n\n")
    listed = rows(shared / "corpus" / "words" / "rvo.tsv")
    rules = frozenset(rule.id for rule in load_rulebook().rules)
    raised, offered, words = outdated([r for r in listed if r["list"] == "ouderwets"], rules)
    examples = [r for r in listed if r["list"] == "begrip" and r["example_with_word"].strip()]
    found, count, before, after = concepts(examples)
    print()
    fewer = 1 - after / before
    table(
        ("of the list", "right", "of", "share"),
        [
            ("outdated words that raise a rule", raised, words, f"{share(raised, words):.1%}"),
            ("with a listed alternative", offered, words, f"{share(offered, words):.1%}"),
            ("examples with a finding", found, count, f"{share(found, count):.1%}"),
            ("findings in examples, and in plain versions", before, after, f"{fewer:.1%} fewer"),
        ],
    )
    goal("95% raise a rule", met=raised / words >= GOALS["rule"])
    goal("85% a listed alternative", met=offered / words >= GOALS["alternative"])
    goal("85% of the examples a finding", met=found / count >= GOALS["example"])
    goal("40% fewer findings in the plain versions", met=fewer >= GOALS["fewer"])


if __name__ == "__main__":
    main(arguments(__doc__, shared=True).parse_args().shared)
