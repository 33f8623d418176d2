"""How much is said of plain texts by professionals: findings above a note per 100 words.

Run: ``python benchmarks/plain_texts.py``. The texts are those of `gewone-teksten`, checked as loose texts.
"""

from __future__ import annotations

from collections import Counter

from common import MATERIAL, arguments, goal, table, versions

from brievenbus import Severity, check


def main() -> None:
    """Print the findings per rule and per 100 words."""
    print(versions(), end="\n\n")
    found: Counter[str] = Counter()
    words = 0
    for path in sorted((MATERIAL / "gewone-teksten").glob("*.txt")):
        words += len(path.read_text(encoding="utf-8").split())
        findings = check(path, kind="text").findings
        found.update(each.rule for each in findings if each.severity is not Severity.NOTE)
    table(("rule", "findings"), found.most_common())
    each_hundred = 100 * found.total() / words
    print(f"{found.total()} in {words} words: {each_hundred:.2f} per 100 words")
    goal("at most 1 per 100 words", met=each_hundred <= 1)


if __name__ == "__main__":
    arguments(__doc__).parse_args()
    main()
