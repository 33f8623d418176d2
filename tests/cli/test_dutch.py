"""All that the program says is Dutch: help, usage lines and mistakes, typer's own included."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import pytest
import typer
from typer._click.core import Command
from typer.core import TyperGroup

from brievenbus.cli.app import app
from brievenbus.cli.dutch import dutch_command
from brievenbus.rulebook.profiles import profile_names

from .conftest import Run

ENGLISH = re.compile(
    r"\b(usage|options?|arguments?|commands?|show|this|message|exit|default|required|missing|such|"
    r"invalid|value|error|errors|try|for|help|aborted|possible|did|you|mean|got|unexpected|extra|"
    r"choose|from|requires|takes|takes|not|the|and|are|were|valid|integer|number|input|should|"
    r"could|open|file|directory|exist|does|unknown|install|completion|env|var|range|path|str|int|"
    r"bool|list|text|deprecated|dynamic|warning|traceback)\b",
    re.IGNORECASE,
)
"""Words that no Dutch sentence of the program has, except inside names the user types."""

NAMES = re.compile(
    r"'[^']*'|--[\w-]+|^ {2}[a-z]+ {2,}|Kies uit: .*|\b[a-z-]+(?:\|[a-z-]+)+|\[standaard:[^\]]*\]|"
    r"\((?:letter|text|error|warning|never|terminal|html|word|json)\)|"
    r"brievenbus(?: (?:check|compare|rules|list|show|test))*",
    re.MULTILINE,
)
"""Names the user types, which are what they are."""


def english_in(shown: str) -> list[str]:
    return ENGLISH.findall(NAMES.sub("", re.sub(r"\s*\n\s{20,}", " ", shown)))


def commands(command: Command, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    yield path
    if isinstance(command, TyperGroup):
        for name, each in command.commands.items():
            yield from commands(each, (*path, name))


COMMANDS = sorted(commands(dutch_command(app)))


@pytest.mark.parametrize(
    "english",
    [
        "Usage: brievenbus [OPTIONS] COMMAND [ARGS]...",
        "  --help  Show this message and exit.",
        "Error: Missing argument 'BESTAND'.",
        "  --x TEXT  Een woord. [default: 3]",
        "Try 'brievenbus --help' for help.",
        "Aborted!",
    ],
)
def test_english_is_noticed(english: str) -> None:
    assert english_in(english)


def test_every_command_is_known_here() -> None:
    assert {("check",), ("compare",), ("rules", "list"), ("rules", "show")} <= set(COMMANDS)


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_help_is_dutch(run: Run, path: tuple[str, ...]) -> None:
    ran = run(*path, "--help")
    assert ran.status == 0
    assert ran.err == ""
    assert ran.out.startswith(f"Gebruik: {' '.join(('brievenbus', *path))} [OPTIES]")
    assert "Laat deze uitleg zien." in ran.out
    assert english_in(ran.out) == []


MISUSE = {
    (): "Opdrachten:",
    ("chek",): "Fout: De opdracht 'chek' bestaat niet. Bedoelt u 'check'?",
    ("zzz",): "Fout: De opdracht 'zzz' bestaat niet.",
    ("--versie",): "Fout: De optie '--versie' bestaat niet. Bedoelt u '--version'?",
    ("check",): "Fout: U hebt geen BESTAND opgegeven.",
    ("check", "a", "--formaat", "x"): "De optie '--formaat' bestaat niet. Bedoelt u '--format'?",
    ("check", "a", "-q"): "Fout: De optie '-q' bestaat niet.",
    ("check", "a", "--format", "pdf"): (
        "Fout: 'pdf' past niet bij '--format'. Kies uit: terminal, json, html, word, sarif, junit."
    ),
    ("check", "a", "--kind", "x"): "Fout: 'x' past niet bij '--kind'. Kies uit: letter, text.",
    ("check", "a", "--fail-on", "x"): "Kies uit: error, warning, never.",
    ("check", "a", "--output"): "Fout: Bij de optie '--output' hoort een waarde. Zet die erachter.",
    ("check", "a", "--all=ja"): "Fout: Bij de optie '--all' hoort geen waarde.",
    ("compare", "a"): "Fout: U hebt geen NIEUW opgegeven.",
    ("compare", "a", "b", "c d"): "Fout: Dit is te veel: c d. Staan er spaties in een naam?",
    ("rules",): "Opdrachten:",
    ("rules", "shwo"): "Fout: De opdracht 'shwo' bestaat niet. Bedoelt u 'show'?",
    ("rules", "show"): "Fout: U hebt geen NAAM opgegeven.",
}


@pytest.mark.parametrize(("args", "told"), MISUSE.items(), ids=str)
def test_misuse_is_told_in_dutch(run: Run, args: tuple[str, ...], told: str) -> None:
    ran = run(*args)
    assert ran.status == 2
    assert ran.out == ""
    assert told in ran.err
    assert ran.err.startswith("Gebruik: brievenbus")
    assert english_in(ran.err) == []


def test_a_mistake_says_where_help_is(run: Run) -> None:
    assert "Uitleg: brievenbus check --help" in run("check").err
    assert "Uitleg: brievenbus check --help" in run("check", "a", "--output").err


def test_what_the_user_typed_cannot_steer_the_terminal(run: Run) -> None:
    assert "\x1b" not in run("\x1b[31mchek").err


class Colour(StrEnum):
    ROOD = "rood"
    BLAUW = "blauw"


def _foreign() -> typer.Typer:
    """Commands as another package may write them, with every kind of parameter."""
    foreign = typer.Typer(help="Kleuren.")
    group = typer.Typer(help="Meer kleuren.")

    @foreign.command(help="Verf een muur.")
    def verf(
        kleur: Annotated[Colour, typer.Argument(help="De kleur.")],
        aantal: Annotated[int, typer.Option(min=1, max=9, help="Hoe vaak.")] = 1,
        maat: Annotated[float, typer.Option(help="Hoe groot.")] = 1.5,
        plek: Annotated[Path | None, typer.Option(exists=True, help="Waar.")] = None,
        paar: Annotated[tuple[int, int], typer.Option(help="Twee getallen.")] = (1, 2),
        naam: Annotated[str, typer.Option(help="Een naam.")] = ...,  # type: ignore[assignment]
        nat: Annotated[bool, typer.Option(help="Nog nat.")] = False,
    ) -> None:
        if aantal == 7:
            raise typer.Abort
        if aantal == 8:
            raise KeyboardInterrupt
        if aantal == 9:
            raise RuntimeError("secret")

    @group.command("klaar", help="Klaar.")
    def klaar() -> None: ...

    foreign.add_typer(group, name="meer")
    return foreign


FOREIGN_MISUSE = {
    ("verf",): "U hebt geen KLEUR opgegeven. Kies uit: rood, blauw.",
    ("verf", "geel", "--naam", "a"): "'geel' past niet bij KLEUR. Kies uit: rood, blauw.",
    ("verf", "rood"): "De optie '--naam' is verplicht.",
    ("verf", "rood", "--naam", "a", "--aantal", "x"): (
        "'x' past niet bij '--aantal'. Geef een heel getal van minstens 1 en hoogstens 9."
    ),
    ("verf", "rood", "--naam", "a", "--aantal", "12"): "Geef een heel getal van minstens 1",
    ("verf", "rood", "--naam", "a", "--maat", "x"): "'x' past niet bij '--maat'. Geef een getal.",
    ("verf", "rood", "--naam", "a", "--plek", "weg"): "'weg' bestaat niet.",
    ("verf", "rood", "--naam", "a", "--paar", "1"): "Bij de optie '--paar' horen 2 waarden.",
    ("meer", "klar"): "De opdracht 'klar' bestaat niet. Bedoelt u 'klaar'?",
    ("meer",): "U hebt geen opdracht opgegeven.",
}


@pytest.mark.parametrize(("args", "told"), FOREIGN_MISUSE.items(), ids=str)
def test_commands_of_others_speak_dutch_too(
    args: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        dutch_command(_foreign()).main(list(args), prog_name="brievenbus")
    shown = capsys.readouterr().err
    assert ended.value.code == 2
    assert told in shown
    assert english_in(shown) == []


@pytest.mark.parametrize("path", [(), ("verf",), ("meer",)], ids=" ".join)
def test_help_of_others_is_dutch_too(
    path: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        dutch_command(_foreign()).main([*path, "--help"], prog_name="brievenbus")
    assert ended.value.code == 0
    assert english_in(capsys.readouterr().out) == []


@pytest.mark.parametrize(
    ("number", "status", "told"),
    [(7, 130, "Gestopt."), (8, 130, "Gestopt."), (9, 70, "Er ging iets mis binnen Brievenbus")],
)
def test_stopping_and_faults_are_told_in_dutch(
    number: int, status: int, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    args = ["verf", "rood", "--naam", "a", "--aantal", str(number)]
    with pytest.raises(SystemExit) as ended:
        dutch_command(_foreign()).main(args, prog_name="brievenbus")
    shown = capsys.readouterr().err
    assert ended.value.code == status
    assert told in shown
    assert "Traceback" not in shown
    assert "secret" not in shown


def test_a_developer_can_ask_for_the_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEVENBUS_DEBUG", "1")
    with pytest.raises(RuntimeError, match="secret"):
        dutch_command(_foreign()).main(
            ["verf", "rood", "--naam", "a", "--aantal", "9"], prog_name="brievenbus"
        )


def test_help_names_every_profile(run: Run) -> None:
    shown = " ".join(run("check", "--help").out.split())
    *others, last = profile_names()
    assert f"de brief is: {', '.join(others)} of {last}." in shown
