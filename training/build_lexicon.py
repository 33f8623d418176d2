"""Make the word lists of `brievenbus.dutch.lexicon` from those of LiNT-II.

Run: ``python training/build_lexicon.py --lint-ii FOLDER --output src/brievenbus/dutch/data``

`FOLDER` is the package folder ``lint_ii`` of an unpacked or installed wheel (``pip download
--no-deps lint_ii``). Needs pyarrow besides the dependencies of Brievenbus itself. The same wheel
gives the same files, byte for byte.

What is changed on the way, and why:

- A frequency is stored as the count behind it. The list gives log10(count / total * 1e9); the total
  follows from the value that LiNT-II gives an unknown word (a count of one), and every count comes
  out whole. It is checked that the frequency comes back within 1e-12.
- Spaces around words are taken off: 8 of 69 manner adverbs, 357 nouns and 2 heads end in one and
  are never found by LiNT-II. Where the noun is also there without the space, that entry counts.
- The two rows without a word are left out (a reader took "null" and "nan" for a missing value).
- Of the noun list only the type, whether it is a person, and the head of a compound are kept.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import marisa_trie  # type: ignore[import-not-found,import-untyped,unused-ignore]
import pyarrow.parquet as parquet  # type: ignore[import-not-found,import-untyped,unused-ignore]

from brievenbus.dutch.lexicon import LISTS_FILE, NOUNS_FILE, WORDS_FILE, NounType

ZERO_COUNT_FREQUENCY = 1.359228547196266
"""What LiNT-II 0.1.3 gives a word that is not on its list (core/word_features.py)."""
NOUN_LIST = "nouns_sem_types_20260420"
ADVERB_LIST = "manner_adverbs_20251017"
TYPES = tuple(NounType)
HUMAN_BIT = 0b100


def read(folder: Path, name: str) -> list[dict[str, Any]]:
    """Return the rows of one of the lists."""
    rows: list[dict[str, Any]] = parquet.read_table(folder / f"{name}.parquet").to_pylist()
    return rows


def column(folder: Path, name: str, key: str) -> list[str]:
    """Return one column of a short list: sorted, without duplicates and outer spaces."""
    return sorted({row[key].strip() for row in read(folder, name)})


def word_counts(rows: list[dict[str, Any]]) -> tuple[int, dict[str, int]]:
    """Return the total and the count of each word; ValueError where a frequency does not fit."""
    total = round(1e9 / 10**ZERO_COUNT_FREQUENCY)
    counts: dict[str, int] = {}
    for row in rows:
        if row["word"] is None:
            continue
        frequency: float = row["word_count"]
        count = round(10**frequency * total / 1e9)
        if abs(math.log10(count / total * 1e9) - frequency) > 1e-12:
            raise ValueError(f"{row['word']}: no whole count gives {frequency}")
        counts[row["word"]] = count
    return total, counts


def noun_records(rows: list[dict[str, Any]]) -> Iterator[tuple[str, bytes]]:
    """Yield each noun with its record (described at `Lexicon._noun`)."""
    exact = {row["word"] for row in rows}
    for row in rows:
        word: str = row["word"].strip()
        if word != row["word"] and word in exact:
            continue
        flags = TYPES.index(NounType(row["super_sem_type"]))
        if row["sem_type"] == "human":
            flags |= HUMAN_BIT
        yield word, bytes([flags]) + head_bytes(word, (row["head"] or "").strip())


def head_bytes(word: str, head: str) -> bytes:
    """Return how the head is written: its length where `word` ends in it, or spelled out."""
    if not head:
        return b""
    if word.endswith(head):
        return bytes([len(head)])
    return b"\0" + head.encode("utf-8")


def build(folder: Path, output: Path) -> None:
    """Write the three files into `output`."""
    data = folder / "linguistic_data" / "data"
    total, counts = word_counts(read(data, "subtlex_wordfreq"))
    distinct = sorted(set(counts.values()))
    rank = {count: number for number, count in enumerate(distinct)}
    records = ((word, (rank[count],)) for word, count in sorted(counts.items()))
    marisa_trie.RecordTrie("<H", records).save(str(output / WORDS_FILE))
    marisa_trie.BytesTrie(sorted(noun_records(read(data, NOUN_LIST)))).save(
        str(output / NOUNS_FILE)
    )
    lists = {
        "total": total,
        "counts": distinct,
        "skiplist": column(data, "subtlex_wordfreq_skiplist", "word"),
        "manner_adverbs": column(data, ADVERB_LIST, "adverb"),
        "measurement_units": column(data, "measurement_units", "symbol"),
    }
    write_lists(lists, folder, output)


def write_lists(lists: dict[str, Any], folder: Path, output: Path) -> None:
    """Write the short lists, with a version that names the sources and a digest of all data."""
    digest = hashlib.sha256(json.dumps(lists, sort_keys=True).encode("utf-8"))
    for name in (WORDS_FILE, NOUNS_FILE):
        digest.update((output / name).read_bytes())
    sources = f"{package_version(folder)}, SUBTLEX-NL, {NOUN_LIST}"
    content = {"version": f"{sources}, {digest.hexdigest()[:8]}", **lists}
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    (output / LISTS_FILE).write_text(text + "\n", encoding="utf-8")


def package_version(folder: Path) -> str:
    """Return name and version of the wheel, from the dist-info folder beside the package."""
    found = sorted(folder.parent.glob("lint_ii-*.dist-info"))
    if not found:
        return "lint-ii"
    return "lint-ii " + found[0].name.removesuffix(".dist-info").split("-")[1]


def main() -> None:
    """Read the arguments, build, and print the sizes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--lint-ii", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--output", type=Path, required=True, metavar="FOLDER")
    arguments = parser.parse_args()
    build(arguments.lint_ii, arguments.output)
    for name in (WORDS_FILE, NOUNS_FILE, LISTS_FILE):
        print(f"{name}: {(arguments.output / name).stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
