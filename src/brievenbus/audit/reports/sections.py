"""The parts of the overview of an audit: what each says, as values that the template only lays out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from brievenbus.audit.reports.charts import Bar, Chart, chart
from brievenbus.audit.reports.material import Material
from brievenbus.audit.reports.texts import capital, figure, share, tell, whole
from brievenbus.audit.view import FolderRow, HistoryRow, LetterRow, RuleRow
from brievenbus.findings import Severity
from brievenbus.readability import STRUGGLING_PERCENT
from brievenbus.reports.html import SYMBOLS
from brievenbus.reports.ruletexts import day
from brievenbus.reports.wording import decimal, item_name, one_line, say

BARS = 10
LETTERS = 15
RULES = 20
FOLDERS = 100
FAILURES = 200
AUDITS = 12

_LEVEL_KINDS = {1: "licht", 2: "gewoon", 3: "let-op", 4: "fout", None: "stil"}


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns by name, and cells as they are read. `figures` are the columns of numbers."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: frozenset[int]


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the page. A `folded` table only repeats the chart, and opens when asked."""

    id: str
    title: str
    lines: tuple[str, ...]
    chart: Chart | None = None
    table: Table | None = None
    folded: bool = False
    note: str = ""


def sections(material: Material) -> tuple[Section, ...]:
    """Return the parts that follow the repeated passages, those that say something."""
    made = (
        *_letters(material),
        _levels(material),
        _rules(material),
        _checklist(material),
        _folders(material),
        _progress(material),
        _failures(material),
    )
    return tuple(section for section in made if section is not None)


def _table(
    name: str, columns: Sequence[str], rows: Sequence[tuple[str, ...]], *words: int
) -> Table:
    """Make a table; the first column names the row, and `words` are other columns without numbers."""
    figures = frozenset(range(1, len(columns))) - set(words)
    return Table(name, tuple(columns), tuple(rows), figures)


def _more(all_of_them: int, shown: int) -> str:
    return tell("pagina.meer", aantal=shown) if all_of_them > shown else ""


def _letters(material: Material) -> Iterator[Section]:
    for order, name in (("hardest", "lint"), ("jargon", "jargon")):
        rows = [
            row
            for row in material.view.letters(order, LETTERS)
            if (row.lint if order == "hardest" else row.jargon)
        ]
        if rows:
            title = tell("kop.moeilijk" if order == "hardest" else "kop.jargon")
            yield Section(
                id="moeilijk" if order == "hardest" else "jargon",
                title=title,
                lines=(tell(f"brief.inleiding_{name}"),),
                table=_letter_table(title, rows, order),
                note=_more(material.totals.letters, len(rows)),
            )


def _letter_table(title: str, rows: Sequence[LetterRow], order: str) -> Table:
    names = ["score", "niveau", "jargon"] if order == "hardest" else ["jargon", "score", "niveau"]
    columns = ["naam", *names, "fout", "let_op", "ontbreekt"]
    cells = [
        {
            "naam": one_line(row.path),
            "score": figure(row.lint),
            "niveau": tell("pagina.geen_cijfer") if row.level is None else str(row.level),
            "jargon": figure(row.jargon),
            "fout": whole(row.errors),
            "let_op": whole(row.warnings),
            "ontbreekt": whole(row.missing),
        }
        for row in rows
    ]
    return _table(
        title,
        [tell(f"brief.{name}") for name in columns],
        [tuple(each[name] for name in columns) for each in cells],
    )


def _levels(material: Material) -> Section | None:
    levels = material.view.levels()
    every = material.totals.letters
    if not every:
        return None
    shown = [(level, count) for level, count in levels.items() if level is not None or count]
    bars = [
        Bar(
            _level_name(level),
            count,
            tell("niveau.waarde", aantal=count, deel=share(count, every)),
            _LEVEL_KINDS[level],
        )
        for level, count in shown
    ]
    rows = [
        (_level_name(level), whole(count), share(count, every), _struggling(level))
        for level, count in shown
    ]
    title = tell("niveau.grafiek")
    columns = [tell(f"niveau.{name}") for name in ("kolom", "brieven", "deel", "moeite")]
    return Section(
        id="niveaus",
        title=tell("kop.niveaus"),
        lines=(tell("niveau.inleiding"),),
        chart=chart("g-niveaus", title, bars, top=every),
        table=_table(title, columns, rows),
    )


def _level_name(level: int | None) -> str:
    return tell("niveau.geen") if level is None else tell("niveau.naam", niveau=level)


def _struggling(level: int | None) -> str:
    if level is None:
        return tell("pagina.geen_cijfer")
    return tell("niveau.schatting", deel=STRUGGLING_PERCENT[level])


def severity_name(severity: str) -> str:
    """Return how heavy a finding is as a sign and a word."""
    name = f"{SYMBOLS[Severity(severity)]} {say(f'ernst.{severity}')}"
    return name.replace(" ", "\N{NO-BREAK SPACE}")


def _rules(material: Material) -> Section | None:
    if not material.rules:
        return None
    top = material.rules[:RULES]
    title = tell("regel.grafiek")
    bars = [
        Bar(_rule_name(material, row), row.count, tell("regel.waarde", aantal=row.count))
        for row in top[:BARS]
    ]
    rows = [
        (
            material.text_of(row.rule).name,
            severity_name(row.severity),
            whole(row.count),
            whole(row.letters),
            material.text_of(row.rule).reason,
        )
        for row in top
    ]
    columns = [tell(f"regel.{name}") for name in ("naam", "ernst", "keer", "brieven", "uitleg")]
    return Section(
        id="regels",
        title=tell("kop.regels"),
        lines=(tell("regel.inleiding"),),
        chart=chart("g-regels", title, bars),
        table=_table(title, columns, rows, 1, 4),
        note=_more(len(material.rules), len(rows)),
    )


def _rule_name(material: Material, row: RuleRow) -> str:
    """Name a rule for a bar; with how heavy it is where it fires with more than one weight."""
    name = material.text_of(row.rule).name
    both = sum(other.rule == row.rule for other in material.rules) > 1
    return f"{name} ({say(f'ernst.{row.severity}')})" if both else name


def _checklist(material: Material) -> Section | None:
    items = list(material.view.checklist())
    if not items:
        return None
    # A share counts letters in which the item is judged; where it does not apply nothing is missing.
    missing = sorted(
        (row for row in items if row.missing),
        key=lambda row: (-row.missing / (row.met + row.missing), row.item),
    )
    bars = [
        Bar(
            capital(item_name(row.item)),
            row.missing / (row.met + row.missing),
            share(row.missing, row.met + row.missing),
        )
        for row in missing[:BARS]
    ]
    ordered = [*missing, *(row for row in items if not row.missing)]
    rows = [
        (
            capital(item_name(row.item)),
            whole(row.missing),
            whole(row.met),
            whole(row.not_applicable),
            share(row.missing, row.met + row.missing),
        )
        for row in ordered
    ]
    title = tell("punt.grafiek")
    names = ("naam", "ontbreekt", "in_orde", "onbekend", "deel")
    return Section(
        id="controlelijst",
        title=tell("kop.controlelijst"),
        lines=(tell("punt.inleiding" if missing else "punt.goed"),),
        chart=chart("g-controlelijst", title, bars, top=1) if bars else None,
        table=_table(title, [tell(f"punt.{name}") for name in names], rows),
        folded=True,
    )


def _folders(material: Material) -> Section | None:
    every = sorted(
        material.view.folders(),
        key=lambda row: (row.lint is None, -(row.lint or 0), row.folder),
    )
    if len(every) < 2:
        return None
    measured = [row for row in every if row.lint is not None]
    bars = [
        Bar(_folder_name(row), row.lint or 0, figure(row.lint), path=True)
        for row in measured[:BARS]
    ]
    title = tell("map.grafiek")
    names = ("naam", "brieven", "score", "jargon", "fout", "let_op")
    rows = [_folder_cells(row) for row in every[:FOLDERS]]
    return Section(
        id="mappen",
        title=tell("kop.mappen"),
        lines=(tell("map.inleiding"),),
        chart=chart("g-mappen", title, bars) if bars else None,
        table=_table(title, [tell(f"map.{name}") for name in names], rows),
        folded=len(rows) > BARS,
        note=_more(len(every), len(rows)),
    )


def _folder_name(row: FolderRow) -> str:
    return one_line(row.folder) or tell("pagina.hoofdmap")


def _folder_cells(row: FolderRow) -> tuple[str, ...]:
    return (
        _folder_name(row),
        whole(row.letters),
        figure(row.lint),
        figure(row.jargon),
        whole(row.errors),
        whole(row.warnings),
    )


def _progress(material: Material) -> Section | None:
    audits = material.view.history()
    if not audits:
        return None
    title = tell("kop.vooruitgang")
    if len(audits) == 1:
        return Section("vooruitgang", title, (tell("vooruitgang.eerste"),))
    shown = audits[-AUDITS:]
    bars = [Bar(day_of(row), row.lint, figure(row.lint)) for row in shown if row.lint is not None]
    name = tell("vooruitgang.grafiek")
    names = ("dag", "brieven", "score", "jargon", "fout", "let_op")
    rows = [
        (
            day_of(row),
            whole(row.letters),
            figure(row.lint),
            figure(row.jargon),
            whole(row.errors),
            whole(row.warnings),
        )
        for row in shown
    ]
    return Section(
        id="vooruitgang",
        title=title,
        lines=tuple(_compared(audits[-2], audits[-1])),
        chart=chart("g-vooruitgang", name, bars) if bars else None,
        table=_table(name, [tell(f"vooruitgang.{each}") for each in names], rows),
        folded=True,
    )


def day_of(row: HistoryRow) -> str:
    """Return the day of an audit in full."""
    return day(dt.datetime.fromisoformat(row.moment).date())


def _compared(before: HistoryRow, now: HistoryRow) -> Iterator[str]:
    """Say what changed between two audits; figures that look the same are called the same."""
    if before.lint is not None and now.lint is not None:
        old, new = decimal(before.lint), decimal(now.lint)
        lower = now.lint < before.lint
        key = "gelijk" if old == new else "makkelijker" if lower else "moeilijker"
        yield tell(f"vooruitgang.{key}", van=old, naar=new, dag=day_of(before))
    if before.letters and now.letters:
        old, new = (decimal((row.errors + row.warnings) / row.letters) for row in (before, now))
        yield tell("vooruitgang.fouten", van=old, naar=new)


def _failures(material: Material) -> Section | None:
    if not material.totals.failures:
        return None
    title = tell("kop.niet_gelezen")
    rows = [(one_line(row.path), row.message) for row in material.view.failures()]
    columns = [tell("mislukt.bestand"), tell("mislukt.melding")]
    return Section(
        id="niet-gelezen",
        title=title,
        lines=(),
        table=_table(title, columns, rows[:FAILURES], 1),
        note=_more(len(rows), FAILURES),
    )
