"""Which labelled difficulties are found, and what is found where there is nothing to say.

Run: ``python benchmarks/paragraphs.py [--shared FOLDER]``. Each paragraph of
`corpus/eval/paragraphs_dev.json` is checked as a text. Its labels are not exhaustive, so they count
per label: a hit is a warning or an error of the rule that belongs to the label. Then the paragraphs
that must stay silent and get a finding above a note.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from common import arguments, goal, table, versions

from brievenbus import Category, Finding, Severity, check

GOALS = {
    "passive": ("lijdende-vorm", 14),
    "sentence_length": ("lange-zin", 7),
    "max_sdl": ("tangconstructie", 7),
    "enumeration": ("opsomming-in-zin", 7),
    "abstract_nouns": ("naamwoordstijl", 6),
}
"""Per label: the rule, and how many of its paragraphs it must find."""

WORDS = frozenset({Category.WOORD, Category.VAKTERM, Category.ZELDZAAM, Category.AFKORTING})
MAX_NOISY = 2


@dataclass(frozen=True)
class Paragraph:
    """A labelled paragraph, and what was found in it above a note."""

    name: str
    labels: tuple[str, ...]
    silent: bool
    text: str
    findings: tuple[Finding, ...]

    def has(self, rule: str) -> bool:
        """Whether a rule, or any rule on words, found something."""
        if rule == "words":
            return any(finding.category in WORDS for finding in self.findings)
        return any(finding.rule == rule for finding in self.findings)


def paragraphs(path: Path) -> list[Paragraph]:
    """Read and check the paragraphs."""
    return [
        Paragraph(
            name=item["id"],
            labels=tuple(item["phenomena"]),
            silent=not item["should_suggest"],
            text=item["text"],
            findings=tuple(
                finding
                for finding in check(item["text"], kind="text").findings
                if finding.severity is not Severity.NOTE
            ),
        )
        for item in json.loads(path.read_text(encoding="utf-8"))["items"]
    ]


def report_labels(found: list[Paragraph]) -> None:
    """Print hits and misses per label."""
    rules = {label: rule for label, (rule, _) in GOALS.items()}
    rules |= {"word_frequency": "words"}
    rows: list[tuple[object, ...]] = []
    misses: list[tuple[str, Paragraph]] = []
    enough = True
    for label, rule in rules.items():
        labelled = [paragraph for paragraph in found if label in paragraph.labels]
        missed = [paragraph for paragraph in labelled if not paragraph.has(rule)]
        needed = GOALS[label][1] if label in GOALS else None
        hits = len(labelled) - len(missed)
        rows.append((label, rule, hits, len(labelled), needed))
        if needed is not None:
            enough = enough and hits >= needed
            misses += [(label, paragraph) for paragraph in missed]
    table(("label", "rule", "hits", "of", "goal"), rows)
    for label, paragraph in misses:
        print(f"missed {label}: {paragraph.name}: {paragraph.text}")
    goal("enough hits per label", met=enough)


def report_noise(found: list[Paragraph]) -> None:
    """Print what must stay silent and does not."""
    silent = [paragraph for paragraph in found if paragraph.silent]
    noisy = [paragraph for paragraph in silent if paragraph.findings]
    print(f"\nsilent paragraphs with a finding above a note: {len(noisy)} of {len(silent)}")
    for paragraph in noisy:
        found_here = ", ".join(f"{f.rule} on {f.text!r}" for f in paragraph.findings)
        print(f"{paragraph.name}: {found_here}")
    goal(f"at most {MAX_NOISY}", met=len(noisy) <= MAX_NOISY)


def main(shared: Path) -> None:
    """Check and report."""
    print(versions(), end="\n\n")
    found = paragraphs(shared / "corpus" / "eval" / "paragraphs_dev.json")
    report_labels(found)
    report_noise(found)


if __name__ == "__main__":
    main(arguments(__doc__, shared=True).parse_args().shared)
