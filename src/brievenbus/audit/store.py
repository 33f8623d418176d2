"""What an audit keeps in its output folder: results without text, and how far the run is.

An SQLite file that only its owner may read. Results stand under a hash with a secret key; nothing in it
is text of a letter, save the names of files. Everything of a few letters is written at once or not at
all, so that a run can be stopped at any moment. One process at a time has it open.
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
from brievenbus.documents.errors import DocumentError

FOLDER = ".brievenbus"
_FILE = "audit.sqlite"
_KEY_FILE = "sleutel"
_VERSION = 2
"""Of the tables; a file of another version is made anew."""

_TABLES = """
CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS results (key BLOB PRIMARY KEY, core BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS stamps (
    path TEXT PRIMARY KEY, stamp TEXT NOT NULL, key BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS files (
    number INTEGER PRIMARY KEY, path TEXT NOT NULL, place BLOB NOT NULL, stamp TEXT NOT NULL,
    message TEXT);
CREATE TABLE IF NOT EXISTS letters (
    number INTEGER PRIMARY KEY, path TEXT NOT NULL, folder TEXT NOT NULL, words INTEGER NOT NULL,
    lint REAL, level INTEGER, jargon REAL, errors INTEGER NOT NULL, warnings INTEGER NOT NULL,
    notes INTEGER NOT NULL, missing INTEGER NOT NULL, print_run INTEGER NOT NULL,
    new INTEGER NOT NULL, new_errors INTEGER NOT NULL, new_warnings INTEGER NOT NULL,
    position INTEGER NOT NULL);
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
_PAGE = 500
_OF_A_RUN = ("files", "letters", "fired", "checklist", "passages", "holds")


class Store:
    """The results in one output folder; to be closed."""

    def __init__(self, output: Path) -> None:
        """Open the store below `output`, made where it is not there yet.

        Raises OSError or sqlite3.Error where that cannot be, DocumentError where another process has it.
        """
        folder = output / FOLDER
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
        self.path = folder / _FILE
        self.secret = _secret(folder / _KEY_FILE)
        try:
            self._database = _opened(self.path)
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", None) not in _UNFIT:
                raise
            # A cache can be made anew; what does not fit is of no use to anyone.
            for path in (self.path, Path(f"{self.path}-wal"), Path(f"{self.path}-journal")):
                path.unlink(missing_ok=True)
            self._database = _opened(self.path)

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
                    (number, one.path, b"", "", one.message)
                    if isinstance(one, Missed)
                    else (number, one.path, os.fsencode(one.place), one.stamp, None)
                    for number, one in enumerate(found)
                ),
            )
            self._note({"done": "0", "position": "0", **about})

    def files(self, start: int) -> Iterator[tuple[int, str, str, str]]:
        """Yield number, name, place and stamp of the files from number `start` that can be read.

        They are asked for in pages: a question left open would keep the log of the database growing,
        and the file locked after `close`.
        """
        while True:
            page = self._database.execute(
                "SELECT number, path, place, stamp FROM files WHERE number>=? AND length(place) "
                "ORDER BY number LIMIT ?",
                (start, _PAGE),
            ).fetchall()
            for number, path, place, stamp in page:
                yield number, path, os.fsdecode(place), stamp
            if len(page) < _PAGE:
                return
            start = page[-1][0] + 1

    def failing(self) -> Iterator[tuple[str, int, int]]:
        """Yield where each letter is that has new errors or warnings, and how many."""
        for place, errors, warnings in self._database.cursor().execute(
            "SELECT place, new_errors, new_warnings FROM letters JOIN files USING (number) "
            "WHERE new_errors OR new_warnings"
        ):
            yield os.fsdecode(place), errors, warnings

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
            "SELECT key, sketch, sum(count) AS count, first, start "
            "FROM passages JOIN holds USING (key) "
            "GROUP BY key ORDER BY count DESC, first, start LIMIT ?",
            most,
        ):
            place = row["first"], row["start"]
            yield Known(row["key"], row["sketch"], row["count"], place)

    def write_history(self, row: Sequence[object], **about: str | None) -> None:
        """Add a finished run to the history, and note that it stands there."""
        with self._all_or_nothing():
            self._note(about)
            self._database.execute(
                "INSERT INTO history (moment, letters, words, lint, jargon, errors, warnings) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                row,
            )

    def _all_or_nothing(self) -> _Transaction:
        return _Transaction(self._database)


_INSERT_LETTER = (
    "INSERT INTO letters VALUES (:number, :path, :folder, :words, :lint, :level, :jargon, :errors, "
    ":warnings, :notes, :missing, :print_run, :new, :new_errors, :new_warnings, :position)"
)


class _Transaction:
    """Everything in it is written, or nothing."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def __enter__(self) -> None:
        self._database.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                self._database.execute("COMMIT")
        finally:
            # A full disk ends a transaction by itself.
            if self._database.in_transaction:
                self._database.execute("ROLLBACK")


_UNFIT = frozenset({sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_MISMATCH})


def _opened(path: Path) -> sqlite3.Connection:
    """Open the file for this process alone: two audits in one folder would undo each other's work.

    The lock is SQLite's own, which goes with the process. With it SQLite needs no shared memory, so that
    the folder may be on a network drive.
    """
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
    path.chmod(0o600)
    database = sqlite3.connect(path, isolation_level=None, timeout=2)
    try:
        database.execute("PRAGMA locking_mode=EXCLUSIVE")
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("PRAGMA synchronous=NORMAL")
        _refuse_other_version(database)
        database.executescript(_TABLES)
        database.execute(f"PRAGMA user_version={_VERSION}")
    except sqlite3.OperationalError as error:
        database.close()
        if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
            raise DocumentError(
                f"Een andere opdracht is al bezig in {path.parent.parent}. Wacht tot die klaar is, of "
                "kies een andere map met --output."
            ) from error
        raise
    except BaseException:
        database.close()
        raise
    return database


def _refuse_other_version(database: sqlite3.Connection) -> None:
    """Raise where the tables are those of another version; the file is then made anew."""
    (found,) = database.execute("PRAGMA user_version").fetchone()
    tables = database.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
    if tables and found != _VERSION:
        error = sqlite3.DatabaseError("other version")
        error.sqlite_errorcode = sqlite3.SQLITE_MISMATCH
        raise error


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
