"""Whether a marked difficult word in a sentence of a gemeente is found, and how much is flagged in all.

Run: ``python benchmarks/hard_words.py``. The sentences are those of `moeilijke-woorden.tsv`, whose misses
have led to rules, and of `moeilijke-woorden-2.tsv`, whose misses have not. A word is found
when a finding on words lies on it; "by a rule" leaves out the notes on rare words and compounds. Flagged
are all words of the sentences that such findings mark.
"""

from __future__ import annotations

import csv
import re

from common import MATERIAL, arguments, goal, share, table, versions

from brievenbus import Finding, check, load_rulebook

WORD = re.compile(r"\w[\w’'-]*")


def marked(row: dict[str, str]) -> list[tuple[int, int]]:
    """Return where the parts of the marked word stand."""
    spans: list[tuple[int, int]] = []
    position = 0
    for part in row["woord"].split(" … "):
        start = row["zin"].index(part, position)
        position = start + len(part)
        spans.append((start, position))
    return spans


def touches(finding: Finding, spans: list[tuple[int, int]]) -> bool:
    """Whether a finding marks a part of the word."""
    return any(a < end and start < b for a, b in finding.parts for start, end in spans)


def measure(name: str, rules: frozenset[str]) -> None:
    """Print the figures of one set."""
    with (MATERIAL / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    any_finding = by_rule = flagged = words = 0
    for row in rows:
        findings = [
            each
            for each in check(row["zin"], kind="text").findings
            if each.rule in rules or each.category in ("zeldzaam", "afkorting")
        ]
        spans = marked(row)
        any_finding += any(touches(each, spans) for each in findings)
        by_rule += any(touches(each, spans) for each in findings if each.rule in rules)
        for word in WORD.finditer(row["zin"]):
            words += 1
            flagged += any(touches(each, [word.span()]) for each in findings)
    table(
        (name, "found", "of", "share"),
        [
            ("by any finding", any_finding, len(rows), f"{share(any_finding, len(rows)):.1%}"),
            ("by a rule", by_rule, len(rows), f"{share(by_rule, len(rows)):.1%}"),
            ("all words flagged", flagged, words, f"{share(flagged, words):.1%}"),
        ],
    )
    goal(f"{name}: 85% by any finding", met=any_finding / len(rows) >= 0.85)
    goal(f"{name}: 70% by a rule", met=by_rule / len(rows) >= 0.70)
    goal(f"{name}: at most 12% of all words flagged", met=flagged / words <= 0.12)


def main() -> None:
    """Print the figures of both sets."""
    print(versions(), end="\n\n")
    rules = frozenset(rule.id for rule in load_rulebook().rules)
    for name in ("moeilijke-woorden.tsv", "moeilijke-woorden-2.tsv"):
        measure(name, rules)


if __name__ == "__main__":
    arguments(__doc__).parse_args()
    main()
