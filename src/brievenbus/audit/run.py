"""An audit from folder to reports: finding, dividing the work, writing down, and going on after a stop."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from brievenbus.audit.norms import Norms
from brievenbus.audit.printruns import PrintRuns
from brievenbus.audit.sources import Found, Missed, find, is_url, shown
from brievenbus.audit.store import Store
from brievenbus.audit.units import Item, Outcome, Task
from brievenbus.audit.versions import reports_digest
from brievenbus.audit.view import AuditView, FailureRow, LetterRow, PassageRow, RuleRow, Totals
from brievenbus.audit.workers import Unit, Workers, cores, local
from brievenbus.baseline import Baseline, name_beside
from brievenbus.documents.errors import DocumentError
from brievenbus.findings import Severity
from brievenbus.moment import EPOCH, moment
from brievenbus.settings import Settings

RECORDS = "brieven.jsonl"
_PART = ".deel"
_BEGUN, _WRITTEN, _READY = "begonnen", "geschreven", "klaar"
"""The states of a run: at work, reports written, all in its place."""

UNIT = 16
"""Letters in a unit: enough to read their new paragraphs together, few enough to lose little."""

SHOWN = 5
"""So many of each ranking are told at once; the reports have all."""


@dataclass(frozen=True)
class Options:
    """What the user asked for; `settings` go before what settings files say.

    `workers` is None for as many as there are cores. `baseline` names a file with accepted findings,
    made where it is not there yet.
    """

    settings: Settings = field(default_factory=Settings)
    workers: int | None = None
    scheduler: str | None = None
    resume: bool = False
    cache: bool = True
    baseline: Path | None = None
    print_runs: PrintRuns = field(default_factory=PrintRuns)
    without_text: bool = False


@dataclass(frozen=True)
class Progress:
    """How far an audit is: files done of all, and how many were read anew."""

    done: int
    total: int
    fresh: int


@dataclass(frozen=True)
class AuditResult:
    """What an audit came to, and where its reports are.

    `fails` says that a letter has a finding at or above its own limit; `unchanged` that nothing had
    changed since the last audit, so that its reports still hold. `hardest`, `jargon`, `rules` and
    `passages` are the first `SHOWN` of each ranking. `accepted` counts the findings of a
    baseline that was made.
    """

    output: Path
    totals: Totals
    hardest: tuple[LetterRow, ...]
    jargon: tuple[LetterRow, ...]
    rules: tuple[RuleRow, ...]
    passages: tuple[PassageRow, ...]
    failures: tuple[FailureRow, ...]
    fails: bool
    unchanged: bool
    accepted: int | None = None
    problems: tuple[str, ...] = ()


Tell = Callable[[Progress], None]


def run(folder: str, output: Path, options: Options, tell: Tell = lambda _: None) -> AuditResult:
    """Check every letter below a folder, and write the reports to `output`.

    Raises:
        DocumentError: when the folder cannot be read or the output cannot be written; the message
            says how to go on. What was done is kept.
    """
    try:
        output.mkdir(parents=True, exist_ok=True)
        with closing(Store(output)) as store:
            return _Run(folder, output, options, store, tell).result()
    except (OSError, sqlite3.Error) as error:
        raise cannot_write(output, error) from error


def cannot_write(output: Path, error: Exception) -> DocumentError:
    """Return the error for an output folder that cannot be written."""
    told_by_database = getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL
    if told_by_database or getattr(error, "errno", None) in _FULL:
        return DocumentError(
            "De schijf is vol. Maak ruimte vrij, en ga dan verder met --resume. Wat klaar is, blijft."
        )
    return DocumentError(
        f"In de map {output} kan Brievenbus niet schrijven. Kies een andere map met --output, of ga "
        "verder met --resume."
    )


_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class _Run:
    def __init__(
        self, folder: str, output: Path, options: Options, store: Store, tell: Tell
    ) -> None:
        self._folder = folder
        self._output = output
        self._options = options
        self._store = store
        self._tell = tell
        self._problems: list[str] = []
        self._fresh = 0
        self._records = output / (RECORDS + _PART)
        self._final = output / RECORDS
        self._baseline, self._makes_baseline = self._get_baseline()
        self._norms = Norms(
            options.settings,
            secret=store.secret,
            salt=None if self._baseline is None else self._baseline.salt,
            without_text=options.without_text,
            complain=self._complain,
        )

    def result(self) -> AuditResult:
        """Do what is left to do."""
        found = find(self._folder, self._output)
        manifest = self._manifest(found)
        if self._is_unchanged(manifest):
            return self._told(unchanged=True)
        if not self._goes_on(manifest):
            self._begin(found, manifest)
        del found
        accepted = None
        if self._store.about("state") == _BEGUN:
            self._work()
            accepted = self._accept_all()
            self._write_reports()
        elif self._makes_baseline:
            accepted = self._view(self._written()).totals().new
        self._finish(manifest)
        return self._told(unchanged=False, accepted=accepted)

    def _begin(self, found: list[Found | Missed], manifest: str) -> None:
        makes = self._makes_baseline and self._baseline is not None
        self._store.begin(
            found,
            manifest=manifest,
            state=_BEGUN,
            makes=self._baseline_place() if makes else None,
            salt=self._baseline.salt.hex() if makes and self._baseline is not None else None,
        )

    def _get_baseline(self) -> tuple[Baseline | None, bool]:
        """Return the baseline, and whether it is this run that makes it.

        A run that goes on makes the one that it was making, with the same key.
        """
        path = self._options.baseline
        if path is None:
            return None, False
        salt = self._store.about("salt")
        unfinished = self._options.resume and self._store.about("state") in (_BEGUN, _WRITTEN)
        if unfinished and salt and self._store.about("makes") == self._baseline_place():
            return Baseline(bytes.fromhex(salt)), True
        return (Baseline.load(path), False) if path.exists() else (Baseline.new(), True)

    def _baseline_place(self) -> str:
        return ascii(str(self._options.baseline and self._options.baseline.absolute()))

    def _complain(self, message: str) -> None:
        if message not in self._problems:
            self._problems.append(message)

    def _manifest(self, found: list[Found | Missed]) -> str:
        """Return what stands for everything that the reports follow from."""
        digest = hashlib.sha256()
        options = self._options
        asked = (
            self._folder,
            options.without_text,
            options.print_runs.key,
            self._accepted_key(),
            reports_digest(),
            os.environ.get(EPOCH),
        )
        digest.update(self._store.secret + repr(asked).encode(errors="replace"))
        for one in found:
            if isinstance(one, Found):
                task = self._norms.task(one.place)
                line = f"{one.path}\0{one.stamp}\0{task.digest}\n"
            else:
                line = f"{one.path}\0{one.message}\n"
            digest.update(line.encode(errors="replace"))
        return digest.hexdigest()

    def _accepted_key(self) -> str:
        if self._options.baseline is None:
            return ""
        if self._makes_baseline:
            return "nieuw"
        try:
            return hashlib.sha256(self._options.baseline.read_bytes()).hexdigest()
        except OSError:
            return "nieuw"

    def _is_unchanged(self, manifest: str) -> bool:
        """Whether the reports of the last run still hold."""
        store = self._store
        return (
            self._options.cache
            and store.about("state") == _READY
            and store.about("manifest") == manifest
            and self._reports_are_whole()
        )

    def _reports_are_whole(self) -> bool:
        """Whether the reports are there as they were written."""
        noted = json.loads(self._store.about("reports") or "[]")
        return bool(noted) and noted == self._states([name for name, *_ in noted])

    def _states(self, names: Iterable[str]) -> list[list[Any]]:
        """Return names, sizes and times of reports, by which a change in them is seen."""
        states: list[list[Any]] = []
        for name in names:
            try:
                state = (self._output / name).stat()
            except OSError:
                continue
            states.append([name, state.st_size, state.st_mtime_ns])
        return states

    def _goes_on(self, manifest: str) -> bool:
        """Whether this run goes on where an earlier one was stopped.

        It begins anew where letters, rules or options are others by now; results that still hold are
        in the cache then.
        """
        store = self._store
        if not self._options.resume or store.about("manifest") != manifest:
            return False
        if store.about("state") == _WRITTEN:
            return self._records.exists() or self._final.exists()
        if store.about("state") != _BEGUN:
            return False
        position = int(store.about("position") or 0)
        try:
            if self._records.stat().st_size < position:
                return False
            os.truncate(self._records, position)
        except OSError:
            return position == 0
        return True

    def _work(self) -> None:
        """Do the files that are left, writing down what is done."""
        done = int(self._store.about("done") or 0)
        total = self._store.count("files")
        self._tell(Progress(done, total, 0))
        if done >= total:
            if not done:
                self._records.write_bytes(b"")
            return
        mode = "ab" if done else "wb"
        workers = self._workers()
        try:
            with self._records.open(mode) as file:
                self._records.chmod(0o600)
                stamps: dict[int, str] = {}
                for outcomes in workers.outcomes(self._units(done, stamps)):
                    self._write(outcomes, stamps, file)
                    for outcome in outcomes:
                        stamps.pop(outcome.number, None)
                    self._tell(Progress(outcomes[-1].number + 1, total, self._fresh))
        finally:
            workers.close()

    def _workers(self) -> Workers:
        if self._options.scheduler is not None:
            from brievenbus.audit.cluster import Cluster

            return Cluster(self._options.scheduler)
        return local(self._options.workers or cores())

    def _units(self, done: int, stamps: dict[int, str]) -> Iterator[Unit]:
        """Yield the files in groups that are checked by the same norms."""
        group: list[Item] = []
        current: Task | None = None
        for number, path, place, stamp in self._store.files(done):
            task = self._norms.task(place)
            if group and (task != current or len(group) == UNIT) and current is not None:
                yield current, group
                group = []
            current = task
            stamps[number] = stamp
            known = self._store.known(path, stamp) if self._options.cache else None
            group.append(Item(number, path, place, known))
        if group and current is not None:
            yield current, group

    def _write(self, outcomes: list[Outcome], stamps: Mapping[int, str], file: Any) -> None:
        rows = []
        for outcome in outcomes:
            if outcome.record is not None:
                record = self._judged(outcome.path, dict(outcome.record))
                rows.append(self._row(outcome.number, record, file.tell()))
                file.write(_line(record))
                self._fresh += outcome.fresh
        file.flush()
        self._store.add(outcomes, stamps, rows, file.tell())

    def _judged(self, path: str, record: dict[str, Any]) -> dict[str, Any]:
        """Mark the findings that the baseline does not know."""
        if self._baseline is None or self._makes_baseline:
            return record
        findings = record["findings"]
        new = set(
            self._baseline.new_or_worse(
                self._name(path),
                [found["fingerprint"] for found in findings],
                [Severity(found["severity"]) for found in findings],
            )
        )
        marked = [{**found, "new": index in new} for index, found in enumerate(findings)]
        return {**record, "findings": marked}

    def _name(self, path: str) -> str:
        """Return the name of a letter in the baseline, which is beside its own place."""
        if self._options.baseline is None or is_url(self._folder):
            return path
        return name_beside(self._options.baseline, Path(self._folder) / path)

    def _row(self, number: int, record: Mapping[str, Any], position: int) -> dict[str, Any]:
        lint = record["scores"]["lint"]
        counts = record["counts"]
        new = Counter(found["severity"] for found in record["findings"] if found.get("new", True))
        return {
            "number": number,
            "path": record["path"],
            "folder": record["folder"],
            "words": record["words"],
            "lint": None if lint is None else lint["score"],
            "level": None if lint is None else lint["level"],
            "jargon": record["scores"]["jargon"]["per_100_words"] if record["words"] else None,
            "errors": counts[Severity.ERROR.value],
            "warnings": counts[Severity.WARNING.value],
            "notes": counts[Severity.NOTE.value],
            "missing": sum(item["met"] is False for item in record["checklist"]),
            "print_run": self._options.print_runs.of(record["path"]),
            "new": sum(new.values()),
            "new_errors": new[Severity.ERROR.value],
            "new_warnings": new[Severity.WARNING.value],
            "position": position,
        }

    def _accept_all(self) -> int | None:
        """Make the baseline that was asked for; return how many findings it accepts."""
        if self._baseline is None or not self._makes_baseline or self._options.baseline is None:
            return None
        count = 0
        for record in self._view(self._records).records():
            findings = record["findings"]
            self._baseline.accept(
                self._name(record["path"]),
                [found["fingerprint"] for found in findings],
                [Severity(found["severity"]) for found in findings],
            )
            count += len(findings)
        self._baseline.save(self._options.baseline)
        return count

    def _view(self, records: Path) -> AuditView:
        return AuditView(
            self._store, records, shown(self._folder), without_text=self._options.without_text
        )

    def _write_reports(self) -> None:
        from brievenbus.audit.reports import write_all

        view = self._view(self._records)
        self._write_history(view)
        written = write_all(view, self._output, moment())
        self._store.note(
            state=_WRITTEN, reports=json.dumps(self._states(path.name for path in written))
        )

    def _write_history(self, view: AuditView) -> None:
        """Note this run in the history; once, also where writing the reports has to be done again."""
        if self._store.about("noted") == self._store.about("manifest"):
            return
        totals = view.totals()
        row = (
            moment().isoformat(timespec="seconds"),
            totals.letters,
            totals.words,
            totals.lint,
            totals.jargon,
            totals.errors,
            totals.warnings,
        )
        self._store.write_history(row, noted=self._store.about("manifest"))

    def _written(self) -> Path:
        return self._records if self._records.exists() else self._final

    def _finish(self, manifest: str) -> None:
        """Put the records in their place; this can be done again after a stop."""
        if self._records.exists():
            self._records.replace(self._final)
        self._store.forget_old_results()
        reports = json.loads(self._store.about("reports") or "[]")
        # With a baseline that was just made, the next run starts from that one.
        self._store.note(
            state=_READY,
            manifest=manifest if not self._makes_baseline else "",
            reports=json.dumps([*reports, *self._states([RECORDS])]),
            noted=None,
            makes=None,
            salt=None,
        )

    def _told(self, *, unchanged: bool, accepted: int | None = None) -> AuditResult:
        view = self._view(self._final)
        fails = accepted is None and self._fails()
        return AuditResult(
            output=self._output,
            totals=view.totals(),
            hardest=tuple(view.letters("hardest", SHOWN)),
            jargon=tuple(view.letters("jargon", SHOWN)),
            rules=tuple(view.rules(SHOWN)),
            passages=tuple(view.passages(SHOWN)),
            failures=tuple(view.failures()),
            fails=fails,
            unchanged=unchanged,
            accepted=accepted,
            problems=tuple(self._problems),
        )

    def _fails(self) -> bool:
        """Whether a letter has a finding that counts, at or above the limit for its folder."""
        for place, errors, warnings in self._store.failing():
            failing = self._norms.fail_on(place).severities
            found = {Severity.ERROR: errors, Severity.WARNING: warnings}
            if any(found.get(severity) for severity in failing):
                return True
        return False


def _line(record: Mapping[str, Any]) -> bytes:
    text = json.dumps(record, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.encode("utf-8", "replace") + b"\n"
