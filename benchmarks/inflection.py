"""How often a replacement stands in the right form, by a table made by hand.

Run: ``python benchmarks/inflection.py [--shared FOLDER] [FILE]``. Each row of the table names a word of
a sentence of the treebank (which is no part of this project), another dictionary form of the same
class, and what the sentence becomes. A rule is made of the two words and looked for in the sentence;
its suggestion is put in place. A row is right when the sentence that comes out is the one of the table,
or one that the table allows; it is advice where the word is found without a suggestion, and missed
where it is not found. Words between columns: see `tests/material`.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from common import MATERIAL, PROJECT, arguments, goal, read_tsv, share, table, versions

sys.path.insert(0, str(PROJECT / "training"))

from conllu import Sentence, read_conllu

from brievenbus.checks.rules.words import WordRules
from brievenbus.dutch.pipeline import load_pipeline
from brievenbus.findings import Severity
from brievenbus.rulebook import Rule, RuleKind, WordClass
from brievenbus.rulebook.model import Provenance

LEAST = 0.97
CLASSES = {
    "werkwoord": WordClass.WERKWOORD,
    "naamwoord": WordClass.ZELFSTANDIG,
    "bijvoeglijk": WordClass.BIJVOEGLIJK,
}


def rule(row: dict[str, str]) -> Rule:
    """Return the rule that replaces one word of a row by the other."""
    return Rule(
        id="tabel",
        kind=RuleKind.WOORD,
        search=(row["zoek"],),
        pattern=(),
        word_class=CLASSES[row["soort"]],
        choose=(row["vervang"],),
        explain=None,
        explained_by=(),
        reason="",
        not_with=(),
        only_with=(),
        severity=Severity.NOTE,
        wrong=(),
        right=(),
        provenance=Provenance("redactie", date(2026, 11, 21)),
        audiences=(),
        departments=(),
        file="",
        line=0,
    )


def join(words: list[str], spaces: list[bool]) -> str:
    """Return the text of words."""
    return "".join(w + " " * s for w, s in zip(words, spaces, strict=True)).strip()


def expected(sentence: Sentence, changes: str) -> str:
    """Return the sentence with the changes of the table: ``3=bepalen;9=;+4=uit``."""
    words, after = list(sentence.words), [""] * len(sentence.words)
    for change in changes.split(";"):
        place, _, text = change.partition("=")
        if place.startswith("+"):
            after[int(place) - 1] += f" {text}"
        else:
            words[int(place) - 1] = text
    parts = []
    for word, added, space in zip(words, after, sentence.spaces, strict=True):
        parts.append(word + added + (" " if space else ""))
    return plain("".join(parts))


def plain(text: str) -> str:
    """Return a text with single spaces, none before a comma or a full stop."""
    return re.sub(r"\s+([,.;:?!])", r"\1", " ".join(text.split()))


def replaced(sentence: Sentence, row: dict[str, str]) -> str | None:
    """Return the sentence with our suggestion; "" where there is none, None where nothing is found."""
    text = join(sentence.words, sentence.spaces)
    first = int(row["woord"].split()[0]) - 1
    place = len(
        "".join(
            w + " " * s
            for w, s in zip(sentence.words[:first], sentence.spaces[:first], strict=True)
        )
    )
    for finding in WordRules([rule(row)]).check(load_pipeline().analyse(text)).findings:
        spans = finding.parts or ((finding.start, finding.end),)
        if not any(start <= place < end for start, end in spans):
            continue
        if not finding.suggestions:
            return ""
        return plain(text[: finding.start] + finding.suggestions[0] + text[finding.end :])
    return None


def outcomes(rows: list[dict[str, str]], treebank: Path) -> Iterator[tuple[dict[str, str], str]]:
    """Yield each row with its outcome, and print what differs."""
    names = sorted({row["bestand"] for row in rows})
    sentences = {(n, s.sent_id): s for n in names for s in read_conllu(treebank / f"{n}.conllu")}
    for row in rows:
        sentence = sentences[row["bestand"], row["sent_id"]]
        wanted = [
            expected(sentence, c) for c in (row["wordt"], *row["meer"].split(" | ")) if c != "-"
        ]
        got = replaced(sentence, row)
        if got in wanted:
            yield row, "right"
            continue
        outcome = {None: "missed", "": "advice"}.get(got, "wrong")
        print(f"{outcome}: {row['kenmerk']}, {row['zoek']} → {row['vervang']}: {row['wordt']}")
        if got:
            print(f"  got: {_around(got, wanted[0])}")
        yield row, outcome


def _around(got: str, wanted: str) -> str:
    """What differs in a text from the text wanted, with a few words around it."""
    ours, theirs = got.split(), wanted.split()
    start = next((i for i, (a, b) in enumerate(zip(ours, theirs)) if a != b), 0)  # noqa: B905
    return " ".join(ours[max(0, start - 2) : start + 8])


def main() -> int:
    """Print what differs, then the shares."""
    parser = arguments(__doc__, shared=True)
    parser.add_argument("file", type=Path, nargs="?", default=MATERIAL / "vervoegingen.tsv")
    chosen = parser.parse_args()
    treebank = chosen.shared / "treebank"
    if not treebank.is_dir():
        print(f"No treebank in {treebank}.")
        return 2
    print(versions(), end="\n\n")
    counts: dict[str, Counter[str]] = {}
    for row, outcome in outcomes(read_tsv(chosen.file), treebank):
        for name in (row["soort"], "all"):
            counts.setdefault(name, Counter())[outcome] += 1
    print()
    names = ("right", "wrong", "advice", "missed")
    ordered = sorted(counts.items(), key=lambda pair: pair[0] == "all")
    table(
        ("class", *names, "rows", "share right"),
        [
            (k, *(c[n] for n in names), c.total(), f"{share(c['right'], c.total()):.3f}")
            for k, c in ordered
        ],
    )
    reached = share(counts["all"]["right"], counts["all"].total())
    goal(f"right form in {LEAST:.0%} of the rows", met=reached >= LEAST)
    return 0


if __name__ == "__main__":
    sys.exit(main())
