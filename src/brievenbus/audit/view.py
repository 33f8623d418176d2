"""An audit as its reports see it: totals, rankings and passages, and the records one by one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from brievenbus.audit.passages import families
from brievenbus.audit.store import Store

PASSAGES_COMPARED = 5_000
"""Passages that are compared to find near duplicates: those that stand in most letters."""


@dataclass(frozen=True, slots=True)
class Totals:
    """What the whole audit comes to. Means are of letters that have the figure, None without any."""

    letters: int
    failures: int
    words: int
    lint: float | None
    jargon: float | None
    errors: int
    warnings: int
    notes: int
    new: int


@dataclass(frozen=True, slots=True)
class LetterRow:
    """One letter in a ranking; `jargon` counts per 100 words, `missing` items of the checklist."""

    number: int
    path: str
    folder: str
    words: int
    lint: float | None
    level: int | None
    jargon: float | None
    errors: int
    warnings: int
    notes: int
    missing: int
    print_run: int
    new: int


@dataclass(frozen=True, slots=True)
class RuleRow:
    """How often a rule or check fires, and in how many letters."""

    rule: str
    category: str
    severity: str
    count: int
    letters: int


@dataclass(frozen=True, slots=True)
class FolderRow:
    """What the letters in one folder come to."""

    folder: str
    letters: int
    words: int
    lint: float | None
    jargon: float | None
    errors: int
    warnings: int


@dataclass(frozen=True, slots=True)
class ItemRow:
    """How often an item of the checklist is in order, is not, or does not apply."""

    item: str
    met: int
    missing: int
    not_applicable: int


@dataclass(frozen=True, slots=True)
class PassageRow:
    """A passage with what is nearly the same, and what rewriting it gains.

    `letters` hold it, `times` in all; `variants` texts differ a little. `weight` is that of the findings
    in its most frequent text; `gain` sums weight × print run over all places. `text` is None where the
    audit tells no text.
    """

    key: str
    text: str | None
    path: str
    letters: int
    times: int
    variants: int
    words: int
    weight: int
    gain: int


@dataclass(frozen=True, slots=True)
class FailureRow:
    """A file or folder that was not done, and why."""

    path: str
    message: str


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """An audit of this folder, this one or an earlier one; `moment` is in ISO 8601."""

    moment: str
    letters: int
    words: int
    lint: float | None
    jargon: float | None
    errors: int
    warnings: int


class AuditView:
    """Answers what reports ask of a finished audit."""

    def __init__(self, store: Store, records: Path, folder: str, *, without_text: bool) -> None:
        """Look at the run in `store`; `records` is the file with a record per line.

        `folder` is what was audited, as the user named it.
        """
        self.folder = folder
        self.without_text = without_text
        self._store = store
        self._records = records

    def totals(self) -> Totals:
        """Return what the whole audit comes to."""
        row = next(
            self._store.query(
                "SELECT count(*) AS letters, total(words) AS words, avg(lint) AS lint, "
                "avg(jargon) AS jargon, total(errors) AS errors, total(warnings) AS warnings, "
                "total(notes) AS notes, total(new) AS new FROM letters"
            )
        )
        failures = next(
            self._store.query("SELECT count(*) AS n FROM files WHERE message IS NOT NULL")
        )
        return Totals(
            letters=row["letters"],
            failures=failures["n"],
            words=int(row["words"]),
            lint=row["lint"],
            jargon=row["jargon"],
            errors=int(row["errors"]),
            warnings=int(row["warnings"]),
            notes=int(row["notes"]),
            new=int(row["new"]),
        )

    def letters(self, order: str = "path", most: int = -1) -> Iterator[LetterRow]:
        """Yield the letters by ``path``, ``hardest``, ``jargon`` or ``findings``, the most first.

        Letters without the figure come last.
        """
        columns = ", ".join(LetterRow.__slots__)
        by = {
            "path": "number",
            "hardest": "lint IS NULL, lint DESC, number",
            "jargon": "jargon IS NULL, jargon DESC, number",
            "findings": "3 * errors + 2 * warnings DESC, number",
        }[order]
        for row in self._store.query(f"SELECT {columns} FROM letters ORDER BY {by} LIMIT ?", most):
            yield LetterRow(*row)

    def rules(self, most: int = -1) -> Iterator[RuleRow]:
        """Yield the rules and checks by how often they fire, the most first."""
        for row in self._store.query(
            "SELECT rule, category, severity, sum(count), count(DISTINCT number) FROM fired "
            "GROUP BY rule, severity ORDER BY 4 DESC, rule, severity LIMIT ?",
            most,
        ):
            yield RuleRow(*row)

    def folders(self) -> Iterator[FolderRow]:
        """Yield the folders by name."""
        for row in self._store.query(
            "SELECT folder, count(*), sum(words), avg(lint), avg(jargon), sum(errors), "
            "sum(warnings) FROM letters GROUP BY folder ORDER BY folder"
        ):
            yield FolderRow(*row)

    def levels(self) -> dict[int | None, int]:
        """Return how many letters are of each level of LiNT-II, 1 to 4; None for those without."""
        found = {
            row[0]: row[1]
            for row in self._store.query("SELECT level, count(*) FROM letters GROUP BY level")
        }
        return {level: found.get(level, 0) for level in (1, 2, 3, 4, None)}

    def checklist(self) -> Iterator[ItemRow]:
        """Yield the items of the checklist, those missing most first."""
        for row in self._store.query(
            "SELECT item, total(met IS 1), total(met IS 0), total(met IS NULL) FROM checklist "
            "GROUP BY item ORDER BY 3 DESC, item"
        ):
            yield ItemRow(row[0], int(row[1]), int(row[2]), int(row[3]))

    def passages(self, most: int = 50) -> list[PassageRow]:
        """Return the passages that stand in more than one letter, by what rewriting them gains."""
        known = list(self._store.known_passages(PASSAGES_COMPARED))
        numbers = {one.key: one for one in known}
        rows = [self._passage(family) for family in families(numbers.values())]
        repeated = [row for row in rows if row.letters > 1 and row.gain > 0]
        # Where two gain as much, the one that a reader meets first; a key differs per output folder.
        ordered = sorted(repeated, key=lambda row: (-row.gain, -row.letters))
        return [self._with_text(row) for row in ordered[:most]]

    def failures(self) -> Iterator[FailureRow]:
        """Yield what was not done, by name."""
        for row in self._store.query(
            "SELECT path, message FROM files WHERE message IS NOT NULL ORDER BY number"
        ):
            yield FailureRow(*row)

    def history(self) -> list[HistoryRow]:
        """Return the audits of this folder, the last one last."""
        columns = ", ".join(HistoryRow.__slots__)
        return [
            HistoryRow(*row)
            for row in self._store.query(f"SELECT {columns} FROM history ORDER BY run")
        ]

    def records(self) -> Iterator[dict[str, Any]]:
        """Yield the records of all letters in order."""
        with self._records.open(encoding="utf-8") as file:
            for line in file:
                yield json.loads(line)

    def _passage(self, family: list[str]) -> PassageRow:
        marks = ", ".join("?" * len(family))
        row = next(
            self._store.query(
                "SELECT count(DISTINCT number), sum(count), sum(weight * count * print_run) "
                "FROM holds JOIN passages USING (key) JOIN letters USING (number) "
                f"WHERE key IN ({marks})",
                *family,
            )
        )
        head = next(
            self._store.query(
                "SELECT path, passages.words, weight FROM passages "
                "JOIN letters ON number = first WHERE key = ?",
                family[0],
            )
        )
        return PassageRow(
            key=family[0],
            text=None,
            path=head[0],
            letters=row[0],
            times=row[1],
            variants=len(family),
            words=head[1],
            weight=head[2],
            gain=row[2],
        )

    def _with_text(self, row: PassageRow) -> PassageRow:
        from dataclasses import replace

        if self.without_text:
            return row
        place = next(
            self._store.query(
                "SELECT position, start, stop FROM passages JOIN letters ON number = first "
                "WHERE key = ?",
                row.key,
            )
        )
        with self._records.open("rb") as file:
            file.seek(place[0])
            text: str = json.loads(file.readline())["text"]
        return replace(row, text=text[place[1] : place[2]])
