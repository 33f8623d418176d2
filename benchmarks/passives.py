"""How well passives are found, measured on labelled sentences.

Run: ``python benchmarks/passives.py [FILE]``. The file has a sentence per row and in `words` its
passives, ``auxiliary+participle``, with ``;`` between. A passive counts as found when both words are
right. `agent` says whether *door* names the doer of at least one. A file with paragraphs
(``zinnen-300.tsv``) has sentences, passives and agents with `` || `` between; each sentence is read alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from borders import BETWEEN
from common import MATERIAL, arguments, f_score, read_tsv, share, table, versions

from brievenbus.checks.sentences.passive import find_passives
from brievenbus.dutch.pipeline import load_pipeline


def found(text: str) -> tuple[Counter[str], bool]:
    """Return the passives of a text, as they are written in the file, and whether one has a doer."""
    analysis = load_pipeline().analyse(text)
    passives = [
        passive
        for number in range(len(analysis.sentences))
        for passive in find_passives(analysis, number)
    ]
    pairs = Counter(f"{p.auxiliary.lower}+{p.participle.lower}" for p in passives)
    return pairs, any(passive.agent for passive in passives)


def row(name: str, right: int, given: int, wanted: int) -> tuple[object, ...]:
    """Return a row with precision, recall and F."""
    precision, recall = share(right, given), share(right, wanted)
    figures = (precision, recall, f_score(precision, recall))
    return (name, right, given, wanted, *(f"{figure:.3f}" for figure in figures))


def labelled(path: Path) -> Iterator[tuple[str, Counter[str], bool]]:
    """Yield each sentence with its passives, and whether one has a doer."""
    for row in read_tsv(path):
        if "sentence" in row:
            pairs = row["words"].split(";") if row["words"] else []
            yield row["sentence"], Counter(pairs), row["agent"] == "1"
            continue
        columns = (row[name].split(BETWEEN) for name in ("sentences", "passives", "agents"))
        for sentence, words, agent in zip(*columns, strict=True):
            pairs = [pair.strip() for pair in words.split(",")] if words != "-" else []
            yield sentence, Counter(pairs), agent == "1"


def main(path: Path) -> None:
    """Print what differs, then precision and recall."""
    print(versions(), end="\n\n")
    passives: Counter[str] = Counter()
    sentences: Counter[str] = Counter()
    doers: Counter[str] = Counter()
    for sentence, wanted, wanted_doer in labelled(path):
        got, doer = found(sentence)
        passives += Counter(right=(got & wanted).total(), given=got.total(), wanted=wanted.total())
        sentences += Counter(right=bool(got) and bool(wanted), given=bool(got), wanted=bool(wanted))
        doers += Counter(right=doer and wanted_doer, given=doer, wanted=wanted_doer)
        if got != wanted or doer != wanted_doer:
            words, asked = (";".join(sorted(c.elements())) or "-" for c in (got, wanted))
            print(f"wanted {asked} (doer {wanted_doer:d}), got {words} (doer {doer:d}): {sentence}")
    print()
    counts = {"passives": passives, "sentences with a passive": sentences, "with a doer": doers}
    rows = [row(name, c["right"], c["given"], c["wanted"]) for name, c in counts.items()]
    table(("", "right", "found", "labelled", "precision", "recall", "F"), rows)


if __name__ == "__main__":
    parser = arguments(__doc__)
    parser.add_argument("file", type=Path, nargs="?", default=MATERIAL / "passives.tsv")
    main(parser.parse_args().file)
