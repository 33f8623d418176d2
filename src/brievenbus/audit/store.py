"""What an audit keeps in its output folder: results without text, and how far the run is.

An SQLite file that only its owner may read. Results stand under a hash with a secret key; nothing in it
is text of a letter, save the names of files. Everything of a few letters is written at once or not at
all, so that a run can be stopped at any moment.
"""

from __future__ import annotations

import json
import os
import secrets
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from brievenbus.audit.passages import Known
from brievenbus.audit.record import Core
from brievenbus.audit.sources import Found, Missed
from brievenbus.audit.units import Outcome

FOLDER = ".brievenbus"
_FILE = "audit.sqlite"
_KEY_FILE = "sleutel"
_VERSION = 1

_TABLES = """
CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS results (key BLOB PRIMARY KEY, core BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS stamps (
    path TEXT PRIMARY KEY, stamp TEXT NOT NULL, key BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS files (
    number INTEGER PRIMARY KEY, path TEXT NOT NULL, place TEXT NOT NULL, stamp TEXT NOT NULL,
    message TEXT);
CREATE TABLE IF NOT EXISTS letters (
    number INTEGER PRIMARY KEY, path TEXT NOT NULL, folder TEXT NOT NULL, words INTEGER NOT NULL,
    lint REAL, level INTEGER, jargon REAL, errors INTEGER NOT NULL, warnings INTEGER NOT NULL,
    notes INTEGER NOT NULL, missing INTEGER NOT NULL, print_run INTEGER NOT NULL,
    new INTEGER NOT NULL, position INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS fired (
    number INTEGER NOT NULL, rule TEXT NOT NULL, category TEXT NOT NULL, severity TEXT NOT NULL,
    count INTEGER NOT NULL, PRIMARY KEY (number, rule, severity)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS checklist (
    number INTEGER NOT NULL, item TEXT NOT NULL, met INTEGER,
    PRIMARY KEY (number, item)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS passages (
    key TEXT PRIMARY KEY, sketch TEXT NOT NULL, words INTEGER NOT NULL, weight INTEGER NOT NULL,
    first INTEGER NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS holds (
    key TEXT NOT NULL, number INTEGER NOT NULL, count INTEGER NOT NULL,
    PRIMARY KEY (key, number)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS history (
    run INTEGER PRIMARY KEY, moment TEXT NOT NULL, letters INTEGER NOT NULL, words INTEGER NOT NULL,
    lint REAL, jargon REAL, errors INTEGER NOT NULL, warnings INTEGER NOT NULL);
"""
_OF_A_RUN = ("files", "letters", "fired", "checklist", "passages", "holds")


class Store:
    """The results in one output folder; to be closed."""

    def __init__(self, output: Path) -> None:
        """Open the store below `output`, made where it is not there yet.

        Raises OSError or sqlite3.Error where that cannot be.
        """
        folder = output / FOLDER
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.path = folder / _FILE
        self._make_private()
        self.secret = _secret(folder / _KEY_FILE)
        self._database = sqlite3.connect(self.path, isolation_level=None)
        self._database.execute("PRAGMA journal_mode=WAL")
        self._database.execute("PRAGMA synchronous=NORMAL")
        self._database.executescript(_TABLES)

    def _make_private(self) -> None:
        if not self.path.exists():
            os.close(os.open(self.path, os.O_CREAT | os.O_WRONLY, 0o600))

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def about(self, name: str) -> str | None:
        """Return what is noted of the run under a name."""
        row = self._database.execute("SELECT value FROM about WHERE name=?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def note(self, **values: str | None) -> None:
        """Note things of the run; None takes one out."""
        with self._all_or_nothing():
            self._note(values)

    def _note(self, values: Mapping[str, str | None]) -> None:
        for name, value in values.items():
            if value is None:
                self._database.execute("DELETE FROM about WHERE name=?", (name,))
            else:
                self._database.execute("REPLACE INTO about VALUES (?, ?)", (name, value))

    def begin(self, found: Iterable[Found | Missed], **about: str | None) -> None:
        """Begin a run with these files; what an earlier run left, save its results, goes."""
        with self._all_or_nothing():
            for table in _OF_A_RUN:
                self._database.execute(f"DELETE FROM {table}")
            self._database.executemany(
                "INSERT INTO files VALUES (?, ?, ?, ?, ?)",
                (
                    (number, one.path, "", "", one.message)
                    if isinstance(one, Missed)
                    else (number, one.path, one.place, one.stamp, None)
                    for number, one in enumerate(found)
                ),
            )
            self._note({"done": "0", "position": "0", "state": "begonnen", **about})

    def files(self, start: int) -> Iterator[tuple[int, str, str, str]]:
        """Yield number, name, place and stamp of the files from number `start` that can be read."""
        yield from self._database.cursor().execute(
            "SELECT number, path, place, stamp FROM files WHERE number>=? AND place<>'' "
            "ORDER BY number",
            (start,),
        )

    def count(self, table: str) -> int:
        """Return how many rows a table has."""
        return int(self._database.execute(f"SELECT count(*) FROM {table}").fetchone()[0])

    def known(self, path: str, stamp: str) -> tuple[bytes, Core] | None:
        """Return the key and result of a file that seems not to have changed since."""
        row = self._database.execute(
            "SELECT key, core FROM stamps JOIN results USING (key) WHERE path=? AND stamp=?",
            (path, stamp),
        ).fetchone()
        return None if row is None else (row[0], json.loads(zlib.decompress(row[1])))

    def add(
        self,
        outcomes: Sequence[Outcome],
        stamps: Mapping[int, str],
        rows: Sequence[Mapping[str, Any]],
        position: int,
    ) -> None:
        """Write what came of some files.

        `rows` are those of table letters, `position` is where the file of records ends with them.
        """
        with self._all_or_nothing():
            for outcome in outcomes:
                if outcome.record is None:
                    self._database.execute(
                        "UPDATE files SET message=? WHERE number=?",
                        (outcome.message, outcome.number),
                    )
                else:
                    self._add_result(outcome, stamps[outcome.number])
                    self._add_counts(outcome.number, outcome.record)
            self._database.executemany(_INSERT_LETTER, rows)
            last = str(outcomes[-1].number + 1)
            self._note({"done": last, "position": str(position)})

    def _add_result(self, outcome: Outcome, stamp: str) -> None:
        if outcome.fresh:
            packed = zlib.compress(json.dumps(outcome.core).encode(), 1)
            self._database.execute("REPLACE INTO results VALUES (?, ?)", (outcome.key, packed))
        self._database.execute(
            "REPLACE INTO stamps VALUES (?, ?, ?)", (outcome.path, stamp, outcome.key)
        )

    def _add_counts(self, number: int, record: Mapping[str, Any]) -> None:
        execute = self._database.execute
        for found in record["findings"]:
            execute(
                "INSERT INTO fired VALUES (?, ?, ?, ?, 1) "
                "ON CONFLICT DO UPDATE SET count = count + 1",
                (number, found["rule"], found["category"], found["severity"]),
            )
        for item in record["checklist"]:
            execute("REPLACE INTO checklist VALUES (?, ?, ?)", (number, item["item"], item["met"]))
        for one in record["passages"]:
            execute(
                "INSERT OR IGNORE INTO passages VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    one["key"], one["sketch"], one["words"], one["weight"], number, one["start"],
                    one["end"],
                ),
            )  # fmt: skip
            execute(
                "INSERT INTO holds VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET count = count + 1",
                (one["key"], number),
            )

    def forget_old_results(self) -> None:
        """Let results go that no file of this run has."""
        with self._all_or_nothing():
            self._database.execute(
                "DELETE FROM stamps WHERE path NOT IN (SELECT path FROM letters)"
            )
            self._database.execute("DELETE FROM results WHERE key NOT IN (SELECT key FROM stamps)")

    def query(self, statement: str, *values: object) -> Iterator[sqlite3.Row]:
        """Yield the rows of a question; each can be asked by the names of its columns."""
        cursor = self._database.cursor()
        cursor.row_factory = sqlite3.Row
        yield from cursor.execute(statement, values)

    def known_passages(self, most: int) -> Iterator[Known]:
        """Yield the passages that stand in most letters."""
        for row in self.query(
            "SELECT key, sketch, sum(count) AS count FROM passages JOIN holds USING (key) "
            "GROUP BY key ORDER BY count DESC, key LIMIT ?",
            most,
        ):
            yield Known(row["key"], row["sketch"], row["count"])

    def write_history(self, row: Sequence[object]) -> None:
        """Add a finished run to the history."""
        with self._all_or_nothing():
            self._database.execute(
                "INSERT INTO history (moment, letters, words, lint, jargon, errors, warnings) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                row,
            )

    def _all_or_nothing(self) -> _Transaction:
        return _Transaction(self._database)


_INSERT_LETTER = (
    "INSERT INTO letters VALUES (:number, :path, :folder, :words, :lint, :level, :jargon, :errors, "
    ":warnings, :notes, :missing, :print_run, :new, :position)"
)


class _Transaction:
    """Everything in it is written, or nothing."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def __enter__(self) -> None:
        self._database.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._database.execute("COMMIT" if kind is None else "ROLLBACK")


def _secret(path: Path) -> bytes:
    """Return the key of the hashes in this folder; a new one where there is none."""
    try:
        found = path.read_bytes()
        if len(found) == 32:
            return found
    except FileNotFoundError:
        pass
    made = secrets.token_bytes(32)
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    descriptor = os.open(temporary, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(made)
    temporary.replace(path)
    return made
