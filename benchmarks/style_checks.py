"""What the style checks find in sentences labelled by hand, and what they say where nothing is wrong.

Run: ``python benchmarks/style_checks.py``. A row of `zinscontroles.tsv` is judged for its own check: it
must say something, or nothing. *beeldspraak*, *engels* and *latijn* are rule files: every rule of the file
counts. A check on single words gives way to a rule that knows more of the word: where something must be
found, a rule on the labelled words counts as well ("by a rule"). Then the lines of `stil.tsv`, in which
names, addresses, law titles, addresses on the web and quotations must be left alone.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from pathlib import Path

from common import MATERIAL, arguments, share, table, versions

from brievenbus import Finding, check, load_rulebook


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a table."""
    with (MATERIAL / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def found(text: str, rules: frozenset[str]) -> list[Finding]:
    """Return what some rules or checks find in a text."""
    return [each for each in check(text, kind="text").findings if each.rule in rules]


def by_rule(row: dict[str, str], rules: frozenset[str]) -> bool:
    """Whether a rule on words lies on the words of the label."""
    start = row["tekst"].find(row["woorden"])
    end = start + len(row["woorden"])
    return any(
        start <= first < end for each in found(row["tekst"], rules) for first, _ in each.parts
    )


def main() -> None:
    """Print both tables, with what went wrong."""
    print(versions(), end="\n\n")
    files: dict[str, set[str]] = defaultdict(set)
    for rule in load_rulebook().rules:
        files[Path(rule.file).stem].add(rule.id)
    every = frozenset(name for names in files.values() for name in names)
    right: Counter[tuple[str, str]] = Counter()
    taken_over: Counter[str] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    better: Counter[str] = Counter()
    for row in rows("zinscontroles.tsv"):
        name = row["controle"]
        findings = found(row["tekst"], frozenset(files.get(name, {name})))
        total[name, row["verwacht"]] += 1
        good = bool(findings) == (row["verwacht"] == "1")
        right[name, row["verwacht"]] += good
        if not good and row["verwacht"] == "1" and by_rule(row, every):
            taken_over[name] += 1
            continue
        if not good:
            print(f"{name} {row['verwacht']}: {row['tekst']}", [each.text for each in findings])
        if (row.get("beter") or "-") != "-":
            better[name] += any(row["beter"] in each.suggestions for each in findings)
    print()
    names = list(dict.fromkeys(name for name, _ in total))
    table(
        ("check", "found", "by a rule", "of", "left alone", "of", "suggestion as labelled"),
        [
            (
                name,
                right[name, "1"],
                taken_over[name],
                total[name, "1"],
                right[name, "0"],
                total[name, "0"],
                better.get(name, ""),
            )
            for name in names
        ],
    )
    kinds: Counter[str] = Counter()
    silent: Counter[str] = Counter()
    for row in rows("stil.tsv"):
        kinds[row["soort"]] += 1
        findings = list(check(row["tekst"], kind="text").findings)
        silent[row["soort"]] += not findings
        for each in findings:
            print(f"{row['soort']}: {each.rule} on {each.text!r} in {row['tekst']}")
    table(
        ("lines with", "silent", "of", "share"),
        [(k, silent[k], n, f"{share(silent[k], n):.1%}") for k, n in kinds.items()],
    )


if __name__ == "__main__":
    arguments(__doc__).parse_args()
    main()
