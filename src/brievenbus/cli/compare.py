"""`brievenbus compare`: what became better and what became worse between two versions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from brievenbus.cli import options
from brievenbus.cli.output import console
from brievenbus.cli.session import Session
from brievenbus.comparison import Comparison, Direction, FigureChange, fewer_is_better
from brievenbus.comparison import compare as compare_reports
from brievenbus.report import Report
from brievenbus.reports.wording import decimal, item_name, percentage, say, visible
from brievenbus.settings import Settings

if TYPE_CHECKING:
    from rich.text import Text

HELP = """
Vergelijk twee versies van een brief.

U ziet wat er beter is geworden en wat minder goed.
"""

NAMES = {
    "jargon": "jargon",
    "lint": "lint",
    "words_per_sentence": "zinslengte",
    "passive_sentences": "lijdend",
    "flesch_douma": "flesch_douma",
    "leesindex_a": "leesindex_a",
    "lix": "lix",
}
"""Under which name a figure stands in the texts of the reports."""

VERDICTS = {
    Direction.BETTER: ("beter", "green"),
    Direction.SAME: ("gelijk", ""),
    Direction.WORSE: ("minder goed", "red"),
    None: ("niet te vergelijken", ""),
}
FOUND = {True: "in orde", False: "niet in orde", None: "niet te bepalen"}

Old = Annotated[Path, typer.Argument(metavar="OUD", help="De brief zoals die was.")]
New = Annotated[Path, typer.Argument(metavar="NIEUW", help="De nieuwe versie.")]


def compare(
    old: Old,
    new: New,
    *,
    profile: options.Profile = None,
    department: options.Department = None,
    kind: options.Kind = None,
    rules: options.Rules = None,
    model: options.Model = None,
) -> None:
    """Check both versions and show what changed; the exit status is 0 whatever changed."""
    session = Session(Settings(profile, department, kind, tuple(rules or ()), model))
    before, after = session.check(old), session.check(new)
    if isinstance(before, Report) and isinstance(after, Report):
        _show(before, after)
    raise typer.Exit(session.status)


def _show(old: Report, new: Report) -> None:
    screen = console()
    for line in _lines(old, new, compare_reports(old, new)):
        screen.print(line)


def _lines(old: Report, new: Report, changes: Comparison) -> Iterator[Text]:
    yield _line(("Oud: ", "bold"), old.letter.path)
    yield _line(("Nieuw: ", "bold"), new.letter.path)
    yield _line()
    for figure in changes.figures:
        if figure.old is not None or figure.new is not None:
            yield _figure(figure)
    for which, report in (("oud", old), ("nieuw", new)):
        if report.scores.not_scored:
            yield _line(f"Versie {which}: {report.scores.not_scored}")
    yield _line(f"Woorden in lopende tekst: {changes.words[0]} → {changes.words[1]}")
    before, after = changes.findings
    yield _change("Opmerkingen", str(before), str(after), fewer_is_better(before, after))
    yield _line(say("niet_getest"))
    yield from _rules(changes)
    yield from _checklist(changes)


def _figure(figure: FigureChange) -> Text:
    name = NAMES[figure.key]
    write = percentage if figure.key == "passive_sentences" else decimal
    old, new = ("te kort" if value is None else write(value) for value in (figure.old, figure.new))
    unit = {"jargon": " per 100 woorden", "lint": " score"}.get(figure.key, "")
    return _change(f"{say(f'{name}.naam')}{unit}", old, new, figure.direction)


def _rules(changes: Comparison) -> Iterator[Text]:
    """Show the rules by which way they changed: what became worse first, as that needs work."""
    for direction, heading in (
        (Direction.WORSE, "Hier zijn meer opmerkingen"),
        (Direction.BETTER, "Hier zijn minder opmerkingen"),
    ):
        rules = [each for each in changes.rules if each.direction is direction]
        if rules:
            yield from (_line(), _line((heading, "bold")))
        for rule in rules:
            yield _line(f"- {rule.rule} ({say(f'ernst.{rule.severity}')}): {rule.old} → {rule.new}")


def _checklist(changes: Comparison) -> Iterator[Text]:
    changed = [each for each in changes.checklist if each.direction is not Direction.SAME]
    missing = [each for each in changes.checklist if each.old is False and each.new is False]
    if changed or missing:
        yield from (_line(), _line(("Wat er in een brief moet staan", "bold")))
    for item in changed:
        yield _change(f"- {item_name(item.item)}", FOUND[item.old], FOUND[item.new], item.direction)
    for item in missing:
        yield _line(f"- {item.message}")


def _change(name: str, old: str, new: str, direction: Direction | None) -> Text:
    return _line(f"{name}: {old} → {new} (", VERDICTS[direction], ")")


def _line(*parts: str | tuple[str, str]) -> Text:
    """Join parts to one line of plain text; a part with a style is a pair."""
    from rich.text import Text

    return Text.assemble(
        *(visible(each) if isinstance(each, str) else (visible(each[0]), each[1]) for each in parts)
    )
