"""How well the parts of a letter are recognised, measured on labelled letters.

Run: ``python benchmarks/block_kinds.py [FOLDER]``. The folder holds ``NN.txt`` with ``NN.yaml``,
whose ``blocks`` say per block its kind and its text. A block counts as right when both are right.
"""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path

import yaml
from common import LETTERS, arguments, share, table

from brievenbus.documents import read

Pair = tuple[str, str]


def normalised(text: str) -> str:
    """Return the text with white space within lines made single."""
    return "\n".join(" ".join(line.split()) for line in text.strip().split("\n"))


def expected(path: Path) -> list[Pair]:
    """Return the labelled blocks of a letter."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [(block["kind"], normalised(str(block["text"]))) for block in data["blocks"]]


def found(path: Path) -> list[Pair]:
    """Return the blocks of a letter as they are read."""
    return [(block.kind.value, normalised(block.text)) for block in read(path).blocks]


def compare(wanted: list[Pair], got: list[Pair]) -> tuple[int, list[tuple[str, Pair]]]:
    """Return how many labelled blocks were found as they should, and what differs."""
    matcher = SequenceMatcher(None, wanted, got, autojunk=False)
    right = sum(match.size for match in matcher.get_matching_blocks())
    differences: list[tuple[str, Pair]] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag != "equal":
            differences += [("-", pair) for pair in wanted[i1:i2]]
            differences += [("+", pair) for pair in got[j1:j2]]
    return right, differences


def main(folder: Path) -> None:
    """Print the share of right blocks, per kind and in all, and what differs."""
    total: Counter[str] = Counter()
    right_kind: Counter[str] = Counter()
    right_all = 0
    for path in sorted(folder.glob("*.yaml")):
        wanted, got = expected(path), found(path.with_suffix(".txt"))
        right, differences = compare(wanted, got)
        right_all += right
        missed = Counter(kind for sign, (kind, _) in differences if sign == "-")
        for kind, _ in wanted:
            total[kind] += 1
        for kind, count in Counter(kind for kind, _ in wanted).items():
            right_kind[kind] += count - missed[kind]
        for sign, (kind, text) in differences:
            print(f"{path.stem} {sign} {kind:10} {text[:100]!r}")
    rows = [(kind, right_kind[kind], count) for kind, count in sorted(total.items())]
    rows.append(("all", right_all, total.total()))
    print()
    table(
        ("kind", "right", "of", "share"),
        [(*row, f"{share(row[1], row[2]):.1%}") for row in rows],
    )


if __name__ == "__main__":
    parser = arguments(__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=LETTERS)
    main(parser.parse_args().folder)
