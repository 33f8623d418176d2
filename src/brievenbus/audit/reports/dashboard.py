"""The overview of an audit as one HTML page: which letters to rewrite first, and what that gains.

The page needs nothing else and no script; it is made to WCAG 2.1 AA, as the report on one letter is
(`brievenbus.reports.html`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from brievenbus import __version__
from brievenbus.audit.reports.charts import Bar, Chart, chart
from brievenbus.audit.reports.material import Material
from brievenbus.audit.reports.sections import Table, sections
from brievenbus.audit.reports.texts import beginning, figure, share, tell, whole
from brievenbus.audit.view import PassageRow
from brievenbus.readability.lint import LEVEL_LIMITS
from brievenbus.reports.pages import digest, page_environment, part
from brievenbus.reports.ruletexts import day
from brievenbus.reports.wording import decimal, one_line, say

if TYPE_CHECKING:
    from jinja2 import Template

PACKAGE = "brievenbus.audit.reports"
CARDS = 10
"""Passages that are shown in full: enough work to begin with."""

IN_TABLE = 50
QUOTED = 900
"""Characters of a passage that are shown."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One headline figure, and the rest of its sentence."""

    figure: str
    rest: str


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage as its card shows it; `quoted` is empty where no text may be told."""

    title: str
    quoted: str
    details: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PassageSection:
    """The repeated passages: the first ones in full, a chart of those, and more of them in a table."""

    cards: tuple[PassageView, ...]
    chart: Chart
    table: Table
    note: str


def to_dashboard(material: Material, moment: dt.datetime) -> str:
    """Write the overview as one HTML page."""
    from markupsafe import Markup

    style = part("report.css") + part("dashboard.css", PACKAGE)
    view = material.view
    return _template().render(
        about=tell(
            "pagina.over", map=one_line(view.folder), dag=day(moment.date()), versie=__version__
        ),
        facts=tuple(_facts(material)),
        advice=_advice(material),
        passages=_passages(material),
        sections=sections(material),
        counting=tuple(_counting()),
        totals=material.totals,
        without_text=view.without_text,
        # Ours, and the digest in the content policy is of these very characters.
        style=Markup(style),
        style_digest=digest(style),
    )


@cache
def _template() -> Template:
    environment = page_environment(PACKAGE)
    environment.globals.update(say=say, tell=tell)
    return environment.get_template("dashboard.html.j2")


def _facts(material: Material) -> Iterator[Fact]:
    totals = material.totals
    words = tell("feit.brieven", aantal=totals.letters, woorden=totals.words)
    yield Fact(whole(totals.letters), words)
    levels = material.view.levels()
    measured = sum(count for level, count in levels.items() if level is not None)
    if measured:
        yield Fact(share(levels[3] + levels[4], measured), tell("feit.moeilijk"))
    if totals.lint is not None:
        yield Fact(figure(totals.lint), tell("feit.lint"))
    if totals.jargon is not None:
        yield Fact(figure(totals.jargon), tell("feit.jargon"))
    yield Fact(whole(totals.errors), tell("feit.fouten", aantal=totals.errors))
    yield Fact(whole(totals.warnings), tell("feit.let_op"))
    yield Fact(whole(totals.notes), tell("feit.tips", aantal=totals.notes))
    if material.compared:
        yield Fact(whole(totals.new), tell("feit.nieuw", aantal=totals.new))
    if totals.failures:
        yield Fact(whole(totals.failures), tell("feit.niet_gelezen", aantal=totals.failures))


def _advice(material: Material) -> str:
    if not material.totals.letters:
        return tell("pagina.geen_brieven")
    shown = material.passages[:CARDS]
    if not shown:
        return tell("raad.los")
    gained = share(sum(row.gain for row in shown), material.weight)
    return tell("raad.begin", aantal=len(shown), deel=gained)


def _passages(material: Material) -> PassageSection | None:
    rows = material.passages
    if not rows:
        return None
    title = tell("alinea.grafiek")
    bars = [
        Bar(
            _name(number, row),
            row.gain,
            tell("alinea.grafiek_waarde", winst=row.gain, deel=share(row.gain, material.weight)),
        )
        for number, row in enumerate(rows[:CARDS], start=1)
    ]
    return PassageSection(
        cards=tuple(_card(row, material) for row in rows[:CARDS]),
        chart=chart("g-alineas", title, bars),
        table=_table(title, rows[:IN_TABLE], material),
        note=tell("pagina.meer", aantal=IN_TABLE) if len(rows) > IN_TABLE else "",
    )


def _name(number: int, row: PassageRow) -> str:
    if row.text is None:
        return tell("alinea.naam", nummer=number)
    return tell("alinea.label", nummer=number, begin=beginning(row.text, 66))


def _card(row: PassageRow, material: Material) -> PassageView:
    gain = tell("alinea.winst_waarde", winst=row.gain, deel=share(row.gain, material.weight))
    details = {
        "winst": gain,
        "versies": whole(row.variants),
        "woorden": whole(row.words),
        "gewicht": whole(row.weight),
        "plaats": one_line(row.path),
    }
    return PassageView(
        title=tell("alinea.kop", brieven=row.letters),
        quoted="" if row.text is None else beginning(row.text, QUOTED),
        details=tuple((tell(f"alinea.{name}"), value) for name, value in details.items()),
    )


def _table(title: str, rows: tuple[PassageRow, ...], material: Material) -> Table:
    cells = tuple(
        (
            _name(number, row),
            whole(row.gain),
            share(row.gain, material.weight),
            whole(row.letters),
            whole(row.variants),
            one_line(row.path),
        )
        for number, row in enumerate(rows, start=1)
    )
    names = ("kolom.alinea", "kolom.winst", "kolom.deel", "kolom.brieven", "kolom.versies")
    columns = (*map(tell, names), tell("alinea.plaats"))
    return Table(title, columns, cells, frozenset({1, 2, 3, 4}))


def _counting() -> Iterator[str]:
    for name in ("winst", "oplage", "alles", "versies"):
        yield tell(f"telling.{name}")
    yield tell("telling.lint", grenzen=[decimal(limit, 0) for limit in LEVEL_LIMITS])
    yield tell("telling.gemiddelde")
    yield tell("telling.gewicht_keuze")
