"""`brievenbus rules`: list the rules, show one, and test all of them on their own examples."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from brievenbus.cli import options
from brievenbus.cli.mistakes import WrongUse
from brievenbus.cli.running import FINDINGS
from brievenbus.cli.session import MODEL, STDIN, Session
from brievenbus.reports.wording import say, visible
from brievenbus.settings import Settings

if TYPE_CHECKING:
    from brievenbus.rulebook import Rule, Rulebook

app = typer.Typer(help="Bekijk de regels en test ze.", no_args_is_help=True)


@app.command("list", help="Laat alle regels zien, elk op één regel.")
def list_rules(rules: options.Rules = None) -> None:
    """List the rules: name, kind, what it finds, and what to choose instead."""
    session, rulebook = _open(rules)
    lines = [f"{rule.id:<30} {rule.kind:<10} {_in_short(rule)}" for rule in rulebook.rules]
    _tell([*lines, "", _count(len(rulebook.rules))])
    raise typer.Exit(session.status)


@app.command("show", help="Laat één regel zien, met de voorbeelden en de herkomst.")
def show_rule(
    name: Annotated[str, typer.Argument(metavar="NAAM", help="De naam van de regel.")],
    rules: options.Rules = None,
) -> None:
    """Show all there is to know of one rule."""
    session, rulebook = _open(rules)
    rule = rulebook.rule(name)
    if rule is None:
        close = get_close_matches(name, [each.id for each in rulebook.rules])
        hint = f" Bedoelt u {' of '.join(repr(each) for each in close)}?" if close else ""
        raise WrongUse(f"De regel '{name}' bestaat niet.{hint} Alle namen: brievenbus rules list")
    _tell([rule.id, *(f"  {label}: {text}" for label, text in _parts(rule))])
    raise typer.Exit(session.status)


@app.command("test", help="Test elke regel op de eigen voorbeelden (fout en goed).")
def test_rules(*, rules: options.Rules = None, model: options.Model = None) -> None:
    """Run all examples: what is wrong must raise its rule, what is right must not."""
    from brievenbus.checks.rules.examples import run_examples
    from brievenbus.dutch.pipeline import LanguageModelError, load_pipeline

    session, rulebook = _open(rules, model)
    try:
        pipeline = load_pipeline(session.settings(STDIN).model or MODEL)
    except LanguageModelError as error:
        raise WrongUse(str(error)) from error
    failures = run_examples(rulebook, pipeline)
    if failures:
        session.fail(FINDINGS)
    verdict = "Alle voorbeelden kloppen."
    if failures:
        verdict = f"Niet goed: {len(failures)}. Pas de regel of het voorbeeld aan."
    tested = f"{_count(len(rulebook.rules))} getest."
    _tell([*map(str, failures), f"{tested} {verdict}"])
    raise typer.Exit(session.status)


def _open(rules: list[Path] | None, model: str | None = None) -> tuple[Session, Rulebook]:
    session = Session(Settings(rules=tuple(rules or ()), model=model))
    return session, session.rulebook(session.settings(STDIN).rules)


def _in_short(rule: Rule) -> str:
    found = ", ".join(_found(rule))
    return f"{found} → {', '.join(rule.choose)}" if rule.choose else found


def _found(rule: Rule) -> tuple[str, ...]:
    """Return what the rule looks for; a pattern as its words in a row."""
    if not rule.pattern:
        return rule.search
    words = (each.word or each.lemma or f"({each.word_class})" for each in rule.pattern)
    return (" ".join(words),)


def _parts(rule: Rule) -> Iterator[tuple[str, str]]:
    """Yield the parts of a rule that it has, each with its Dutch name."""
    word_class = f" ({rule.word_class})" if rule.word_class else ""
    origin = f"{rule.provenance.source}, {rule.provenance.day:%d-%m-%Y}"
    if rule.provenance.read is not None and rule.provenance.stumbled is not None:
        read, stumbled = rule.provenance.read, rule.provenance.stumbled
        origin += f". {say('lezers', aantal=stumbled, gelezen=read)}"
    parts = (
        ("Soort", rule.kind),
        ("Zoekt", ", ".join(_found(rule)) + word_class),
        ("Kies", ", ".join(rule.choose)),
        ("Leg uit", rule.explain),
        ("Uitleg", rule.reason),
        ("Niet bij", ", ".join(rule.not_with)),
        ("Alleen bij", ", ".join(rule.only_with)),
        ("Doelgroep", ", ".join(rule.scope.audiences)),
        ("Afdeling", ", ".join(rule.scope.departments)),
        ("Ernst", say(f"ernst.{rule.severity}")),
        ("Fout", " / ".join(rule.wrong)),
        ("Goed", " / ".join(rule.right)),
        ("Herkomst", origin),
        ("Staat in", f"{rule.file}, regel {rule.line}"),
    )
    return ((label, text) for label, text in parts if text)


def _count(number: int) -> str:
    return "1 regel" if number == 1 else f"{number} regels"


def _tell(lines: list[str]) -> None:
    typer.echo(visible("\n".join(lines)))
