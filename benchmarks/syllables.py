"""How often syllables are counted right, beside textstat's counter for Dutch.

Run: ``python benchmarks/syllables.py [FILE]``. The file has a word per row and its syllables.
"""

from __future__ import annotations

from pathlib import Path

import textstat
from common import MATERIAL, arguments, read_tsv, share, table

from brievenbus.dutch.syllables import count_syllables


def main(path: Path) -> None:
    """Print each word that is counted wrong, then the share that is right."""
    labelled = [(row["word"], int(row["syllables"])) for row in read_tsv(path)]
    ours = [count_syllables(word) for word, _ in labelled]
    textstat.set_lang("nl")
    theirs = [textstat.syllable_count(word) for word, _ in labelled]
    for (word, wanted), got in zip(labelled, ours, strict=True):
        if got != wanted:
            print(f"{word}: wanted {wanted}, got {got}")
    print()
    rows = []
    for name, counted in (("brievenbus", ours), ("textstat", theirs)):
        right = sum(got == wanted for got, (_, wanted) in zip(counted, labelled, strict=True))
        rows.append((name, right, len(labelled), f"{share(right, len(labelled)):.1%}"))
    table(("counter", "right", "words", "share"), rows)


if __name__ == "__main__":
    parser = arguments(__doc__)
    parser.add_argument("file", type=Path, nargs="?", default=MATERIAL / "syllables.tsv")
    main(parser.parse_args().file)
