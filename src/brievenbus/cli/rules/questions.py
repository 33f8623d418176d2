"""Ask for the fields of a rule in a terminal, one short question at a time; a wrong answer is asked again.

The questions stand in `cli/data/vragen.toml`.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Mapping
from typing import Any

import typer

from brievenbus.cli.texts import say, texts
from brievenbus.reports.wording import visible

FILE = "vragen"

Problem = Callable[[Any], str | None]
"""Says what is wrong with an answer, None where nothing is."""

Choices = Mapping[str, str]
"""What can be chosen, each with what it means."""


def can_ask() -> bool:
    """Whether there is a person to answer."""
    return sys.stdin is not None and sys.stdin.isatty()


def ask(
    field: str,
    kind: str,
    problem: Problem,
    *,
    choices: Choices | None = None,
    default: str = "",
    needed: bool = True,
    many: bool = False,
) -> Any:
    """Ask for one field until the answer is right; return a text, or a list of them for `many`.

    `kind` is the kind of rule, for which a question may have words of its own. Where nothing is
    `needed` an empty answer gives the default, or nothing.
    """
    _tell("", _word(field, kind, "vraag"), _word(field, kind, "uitleg"))
    for number, (name, meaning) in enumerate((choices or {}).items(), start=1):
        _tell(f"  {number:>2}  {name:<14} {meaning}".rstrip())
    if default:
        _tell(say(FILE, "standaard", waarde=default))
    elif not needed:
        _tell(say(FILE, "overslaan"))
    answers: list[str] = []
    while True:
        answer = _chosen(_read(), choices) or ("" if answers else default)
        if not answer and (answers or not needed):
            return answers if many else answer
        wrong = _wrong([*answers, answer] if many else answer, answer, choices, problem)
        if wrong is not None:
            _tell(wrong)
            continue
        answers.append(answer)
        if not many:
            return answer
        _tell(say(FILE, "meer"))


def pick(question: str, names: list[str]) -> str:
    """Ask for one of some names until one of them is given."""
    _tell("", question)
    while True:
        answer = _read().casefold().replace("-", "_")
        if answer in names:
            return answer
        _tell(say(FILE, "niet_in_lijst", antwoord=answer))


def _wrong(value: Any, answer: str, choices: Choices | None, problem: Problem) -> str | None:
    """Say what is wrong with an answer, None where nothing is."""
    if not answer:
        return say(FILE, "verplicht")
    if choices and answer not in choices:
        return say(FILE, "niet_in_lijst", antwoord=answer)
    return problem(value)


def _chosen(answer: str, choices: Choices | None) -> str:
    """Return what an answer stands for: the number of a choice gives its name."""
    if not choices:
        return answer
    names = list(choices)
    if answer.isdecimal() and 1 <= int(answer) <= len(names):
        return names[int(answer) - 1]
    return next((name for name in names if name.casefold() == answer.casefold()), answer)


def _read() -> str:
    """Read one answer; at the end of the input the user stops."""
    with contextlib.suppress(ImportError):
        import readline  # noqa: F401  # arrow keys then work in the answer
    from brievenbus.rulebook.drafting import clean

    try:
        return clean(input("> "))
    except EOFError as error:
        raise typer.Abort from error


def _word(field: str, kind: str, name: str) -> str:
    """Return the question or the explanation of a field, that of the kind of rule where it has one."""
    words = texts(FILE)["vraag"][field]
    own: Mapping[str, Any] = words.get(kind, {})
    return str(own.get(name, words[name]))


def _tell(*lines: str) -> None:
    typer.echo(visible("\n".join(lines)))
