"""How often compounds are cut where they should be, and how often what is none is cut.

Run: ``python benchmarks/compounds.py [dev|test|train] [--shared FOLDER]``. Gold are the parts that
the treebank gives of nouns, adjectives and numerals (names left out), and the words in
``tests/material/samenstellingen.tsv``. Prints each word that is cut otherwise, then a table.

The treebank writes parts as lemmas (*parlement_verkiezing*): the border is where the next part begins
in the word. For the main border it counts as right where the last part begins. Words without parts are
no gold for the contrary, because the treebank leaves many a common compound whole (*hoofdstad*): of the
frequent ones that we cut, those of train and dev that are compounds after all stand in `COMPOUNDS`, judged by
hand after the fact; the column "wrongly" leaves them out. Test was not judged: there it is an upper bound.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from common import MATERIAL, arguments, read_tsv, share, table

from brievenbus.dutch.compounds import all_parts, main_parts, shown
from brievenbus.dutch.spelling import FREQUENT, frequency

WORDS = MATERIAL / "samenstellingen.tsv"

MIN_LETTERS = 6
"""Shorter words without parts are not counted."""

COMPOUNDS = frozenset(
    """
    achtergrond achterkant bedrijfsleven bladzijde bloeddruk boomgaard boswachter bovenkant brandstof
    buitenland doelpunt eersteklas grootvader halfbloed halfjaar halfrond handvat hartaanval
    heksenjacht herenhuis hoofdstad hoofdstuk hoogleraar huisdier jachthaven keizerrijk koninkrijk
    koopman kruistocht kunstmest landbouw levenswijze luchtvaart meningsuiting middelpunt middenveld
    middernacht mijnenveld mineraalwater natuurkunde noodzaak noordoosten noordwesten onderkant
    oostkant opdrachtgever persconferentie pijnstiller platteland raadsman regenwoud scheidsrechter
    schuilnaam staatsgreep staatssecretaris standpunt stuurboord tegengif timmerman toneelstuk
    tweedehands vakbond veerboot voetstuk volksgezondheid voorhoofd voorjaar voorkant warenhuis
    weekeinde westkant wijngaard winterslaap woordvoerder zelfmoord ziekenboeg ziekenhuis zijkant
    zonsondergang zuidwesten
    """.split()  # noqa: SIM905
)
"""Common words that the treebank gives no parts of, but whose border as we cut them is one."""


class Result(NamedTuple):
    """What came out for one set of words."""

    name: str
    compounds: int
    main: int
    every: int
    others: int
    cut: int
    wrong: int


def treebank(path: Path) -> dict[str, str]:
    """Return the lemmas of a file with their parts, empty where they have none."""
    found: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) != 10 or cells[3] not in {"NOUN", "ADJ", "NUM"}:
            continue
        misc = dict(pair.partition("=")[::2] for pair in cells[9].split("|"))
        lemma, parts = cells[2], misc.get("Parts", "")
        if lemma == lemma.lower() and parts == parts.lower():
            found[lemma] = parts or found.get(lemma, "")
    return found


def gold_borders(word: str, lemmas: Sequence[str]) -> tuple[int, ...] | None:
    """Return where the parts of a word begin, None where they are not found in it."""
    borders: list[int] = []
    end = 0
    for lemma, following in pairwise(lemmas):
        expected = end + len(lemma)
        starts = [
            start
            for start in range(end + 1, len(word))
            if word.startswith(following[:3], start) and abs(start - expected) <= 4
        ]
        if not starts:
            return None
        # The link makes the first part longer rather than shorter.
        end = min(starts, key=lambda start: abs(start - expected - 0.5))
        borders.append(end)
    return tuple(borders)


def borders_of(parts: Sequence[str]) -> tuple[int, ...]:
    """Return where the parts begin, save for the first."""
    return tuple(len("".join(parts[:number])) for number in range(1, len(parts)))


def on_treebank(path: Path) -> Result:
    """Compare with one file of the treebank."""
    words = treebank(path)
    gold = {word: gold_borders(word, parts.split("_")) for word, parts in words.items() if parts}
    compounds = {word: borders for word, borders in gold.items() if borders}
    main = every = 0
    for word, borders in compounds.items():
        right = borders_of(main_parts(word)) == borders[-1:]
        main += right
        every += borders_of(all_parts(word)) == borders
        if not right:
            print(f"{words[word]}: {shown(main_parts(word))}")
    others = [
        word
        for word, parts in words.items()
        if not parts and len(word) >= MIN_LETTERS and word.isalpha() and frequency(word) >= FREQUENT
    ]
    cut = [word for word in others if len(main_parts(word)) > 1]
    wrong = [word for word in cut if word not in COMPOUNDS]
    print("no compound:", *(shown(main_parts(word)) for word in wrong))
    return Result(path.stem, len(compounds), main, every, len(others), len(cut), len(wrong))


def on_words(path: Path) -> Result:
    """Compare with the words of letters."""
    rows = read_tsv(path)
    compounds = [row for row in rows if row["parts"] != row["word"]]
    others = [row for row in rows if row["parts"] == row["word"]]
    main = every = 0
    for row in compounds:
        right = "·".join(main_parts(row["word"])) == row["main"]
        main += right
        every += "·".join(all_parts(row["word"])) == row["parts"]
        if not right:
            print(f"{row['main']}: {shown(main_parts(row['word']))}")
    cut = [row["word"] for row in others if len(main_parts(row["word"])) > 1]
    return Result(path.stem, len(compounds), main, every, len(others), len(cut), len(cut))


def main(name: str, shared: Path) -> None:
    """Print what differs, then the table."""
    results = (on_treebank(shared / "treebank" / f"{name}.conllu"), on_words(WORDS))
    rows = [
        (
            result.name,
            result.compounds,
            f"{share(result.main, result.compounds):.1%}",
            f"{share(result.every, result.compounds):.1%}",
            result.others,
            f"{share(result.cut, result.others):.1%}",
            f"{share(result.wrong, result.others):.1%}",
        )
        for result in results
    ]
    print()
    header = ("words", "compounds", "main border", "all borders", "others", "cut", "wrongly")
    table(header, rows)


if __name__ == "__main__":
    parser = arguments(__doc__, shared=True)
    parser.add_argument("name", choices=("dev", "test", "train"), nargs="?", default="dev")
    chosen = parser.parse_args()
    main(chosen.name, chosen.shared)
