"""How much personal data is hidden in the marked letters, and how many other words change.

Run: ``python benchmarks/privacy.py [FOLDER] [--seen]``. The folder has letters in which personal data is
marked in place as ``[[kind:text]]``. The letters whose number is a multiple of four were looked at while the
code was written; the figures are of the others, unless ``--seen``. Prints totals per kind, no text. A marked
stretch is hidden when no letter or digit of it stands in the outcome at that place. Goals: 99% of BSN, IBAN,
e-mail, telephone and postcode, 95% of names and addresses, at most 2% of other words.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from common import MATERIAL, arguments, goal, share, table

from brievenbus.documents import read_text
from brievenbus.privacy import find
from brievenbus.privacy.hiding import text_edits

MARK = re.compile(r"\[\[([a-z]+):(.*?)\]\]", re.S)
WORD = re.compile(r"\w+")
GOALS = {
    "bsn": 0.99,
    "iban": 0.99,
    "email": 0.99,
    "telefoon": 0.99,
    "postcode": 0.99,
    "naam": 0.95,
    "adres": 0.95,
}
MOST_OTHER = 0.02
LOOKED_AT = 4
"""Letters with a number that this divides were seen by the makers."""


def unmarked(text: str) -> tuple[str, list[tuple[str, int, int]]]:
    """Return the bare letter, and each mark as kind, start and end in it."""
    bare, marks, position = "", [], 0
    for match in MARK.finditer(text):
        bare += text[position : match.start()]
        marks.append((match[1], len(bare), len(bare) + len(match[2])))
        bare += match[2]
        position = match.end()
    return bare + text[position:], marks


def replaced(text: str) -> list[bool]:
    """Return for each character whether it is gone from the outcome."""
    letter = read_text(text)
    gone = [False] * len(text)
    for edit in text_edits(text, letter, find(letter)):
        gone[edit.start : edit.end] = [True] * (edit.end - edit.start)
    return gone


def main(folder: Path, *, seen: bool) -> None:
    """Print a row per kind and whether each goal was met."""
    marked: Counter[str] = Counter()
    hidden: Counter[str] = Counter()
    others = changed = letters = 0
    for path in sorted(folder.glob("brief-*.txt")):
        if (int(path.stem[-3:]) % LOOKED_AT == 0) is not seen:
            continue
        letters += 1
        text, marks = unmarked(path.read_text(encoding="utf-8"))
        gone = replaced(text)
        inside = [False] * len(text)
        for kind, start, end in marks:
            inside[start:end] = [True] * (end - start)
            marked[kind] += 1
            hidden[kind] += all(gone[i] for i in range(start, end) if text[i].isalnum())
        for word in WORD.finditer(text):
            if not any(inside[word.start() : word.end()]):
                others += 1
                changed += any(gone[word.start() : word.end()])
    print(f"{letters} letters, {'seen' if seen else 'not seen'} by the makers of the code\n")
    rows = [(k, hidden[k], marked[k], f"{share(hidden[k], marked[k]):.1%}") for k in sorted(marked)]
    table(("kind", "hidden", "marked", "share"), rows)
    print(f"other words changed: {changed} of {others}, {share(changed, others):.2%}\n")
    for kind, least in GOALS.items():
        goal(f"{least:.0%} of {kind}", met=share(hidden[kind], marked[kind]) >= least)
    goal(f"at most {MOST_OTHER:.0%} of other words", met=share(changed, others) <= MOST_OTHER)


if __name__ == "__main__":
    parser = arguments(__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=MATERIAL / "persoonsgegevens")
    parser.add_argument("--seen", action="store_true", help="the letters that were looked at")
    options = parser.parse_args()
    main(options.folder, seen=options.seen)
