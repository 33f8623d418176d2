"""How well passives are found, measured on labelled sentences.

Run: ``python benchmarks/passives.py [FILE]``. The file has a sentence per row and in `words` its
passives, ``auxiliary+participle``, with ``;`` between. A passive counts as found when both words are
right. `agent` says whether *door* names the doer of at least one.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from common import MATERIAL, arguments, f_score, read_tsv, share, table, versions

from brievenbus.checks.passive import find_passives
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


def main(path: Path) -> None:
    """Print what differs, then precision and recall."""
    print(versions(), end="\n\n")
    passives: Counter[str] = Counter()
    sentences: Counter[str] = Counter()
    doers: Counter[str] = Counter()
    for labelled in read_tsv(path):
        wanted = Counter(labelled["words"].split(";") if labelled["words"] else [])
        got, doer = found(labelled["sentence"])
        passives += Counter(right=(got & wanted).total(), given=got.total(), wanted=wanted.total())
        sentences += Counter(right=bool(got) and bool(wanted), given=bool(got), wanted=bool(wanted))
        wanted_doer = labelled["agent"] == "1"
        doers += Counter(right=doer and wanted_doer, given=doer, wanted=wanted_doer)
        if got != wanted or doer != wanted_doer:
            words = ";".join(sorted(got.elements())) or "-"
            print(f"wanted {labelled['words'] or '-'} (doer {wanted_doer:d}),", end=" ")
            print(f"got {words} (doer {doer:d}): {labelled['sentence']}")
    print()
    counts = {"passives": passives, "sentences with a passive": sentences, "with a doer": doers}
    rows = [row(name, c["right"], c["given"], c["wanted"]) for name, c in counts.items()]
    table(("", "right", "found", "labelled", "precision", "recall", "F"), rows)


if __name__ == "__main__":
    parser = arguments(__doc__)
    parser.add_argument("file", type=Path, nargs="?", default=MATERIAL / "passives.tsv")
    main(parser.parse_args().file)
