"""Extensions are hosted; one that is broken is told, and Brievenbus works on."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Callable
from importlib.metadata import EntryPoint
from types import SimpleNamespace
from typing import Any

import pytest
import typer

from brievenbus.dutch import Analysis
from brievenbus.extensions import GROUP, BringsChecks, load_extensions
from brievenbus.findings import Category, Finding, Severity
from brievenbus.rulebook.profiles import Profile

from .conftest import Run

Register = Callable[..., None]


class Point(EntryPoint):
    """An entry point that stands in no package: loading it gives `value` itself, or raises it."""

    def load(self) -> Any:
        if isinstance(self.value, BaseException):
            raise self.value
        return self.value


@pytest.fixture
def register(monkeypatch: pytest.MonkeyPatch) -> Register:
    """Register objects as extensions, by the name of their entry point."""

    def register(**objects: Any) -> None:
        points = [Point(name, value, GROUP) for name, value in objects.items()]
        others = importlib.metadata.entry_points

        # spaCy finds its own parts in the same way.
        def found(**wanted: Any) -> Any:
            return points if wanted.get("group") == GROUP else others(**wanted)

        monkeypatch.setattr("importlib.metadata.entry_points", found)

    return register


def commands() -> typer.Typer:
    app = typer.Typer(help="Tel de brieven.", no_args_is_help=True)

    @app.callback()
    def root() -> None: ...

    @app.command("tel", help="Tel.")
    def tel() -> None:
        typer.echo("drie")

    return app


def fail() -> typer.Typer:
    raise ValueError("secret")


def test_its_commands_stand_under_its_name(run: Run, register: Register) -> None:
    register(telling=SimpleNamespace(name="telling", commands=commands))
    assert "telling Tel de brieven." in " ".join(run("--help").out.split())
    assert run("telling", "tel").out == "drie\n"
    assert "Bedoelt u 'telling'?" in run("teling").err


def test_its_checks_can_be_asked_for(register: Register) -> None:
    register(a=SimpleNamespace(name="a", checks=lambda: ["x"]), b=SimpleNamespace(name="b"))
    a, b = load_extensions().extensions
    assert isinstance(a, BringsChecks)
    assert a.checks() == ["x"]
    assert not isinstance(b, BringsChecks)


def test_its_checks_run_and_one_that_fails_is_told_once(
    run: Run, register: Register, few_rules: None
) -> None:
    def one(analysis: Analysis, profile: Profile) -> list[Finding]:
        return [Finding("een", Category.STIJL, Severity.ERROR, "Een.", 0, 1, analysis.text[:1])]

    def broken(analysis: Analysis, profile: Profile) -> list[Finding]:
        raise ValueError("secret")

    register(a=SimpleNamespace(name="telling", checks=lambda: [broken, one]))
    text = b"Wij helpen u graag met uw vraag.\n\nU kunt ons elke dag bellen of schrijven."
    ran = run("check", "-", "--kind", "text", "--format", "json", stdin=text)
    assert ran.status == 1
    assert ran.out.count('"rule": "een"') == 2
    assert ran.err.startswith("De uitbreiding 'telling' doet het niet (ValueError).")
    assert ran.err.count("\n") == 1


def test_a_class_is_made_into_an_object(register: Register) -> None:
    class Counter:
        name = "telling"

    register(telling=Counter)
    assert [extension.name for extension in load_extensions().extensions] == ["telling"]


@pytest.mark.parametrize(
    "broken",
    [
        ImportError("secret"),
        SystemExit(3),
        SimpleNamespace(),
        SimpleNamespace(name=""),
        SimpleNamespace(name="kapot", commands=fail),
        SimpleNamespace(name="kapot", commands=lambda: 3),
    ],
    ids=repr,
)
def test_a_broken_one_is_told_and_the_rest_works(
    run: Run, register: Register, broken: object
) -> None:
    register(kapot=broken, telling=SimpleNamespace(name="telling", commands=commands))
    ran = run("--help")
    assert ran.status == 0
    assert "telling" in ran.out
    assert ran.err.startswith("De uitbreiding 'kapot' doet het niet (")
    assert ran.err.count("\n") == 1
    assert "secret" not in ran.err


def test_a_name_counts_once(register: Register) -> None:
    register(a=SimpleNamespace(name="x"), b=SimpleNamespace(name="x"))
    loaded = load_extensions()
    assert len(loaded.extensions) == 1
    assert "deze naam bestaat al" in str(loaded.errors[0])


def test_it_cannot_take_the_place_of_a_command(run: Run, register: Register) -> None:
    register(check=SimpleNamespace(name="check", commands=commands))
    ran = run("check", "--help")
    assert "BESTAND…" in ran.out
    assert run("--help").out.count("\n  check ") == 1


def test_version_loads_no_extension(run: Run, register: Register) -> None:
    register(kapot=ImportError())
    assert run("--version").err == ""
