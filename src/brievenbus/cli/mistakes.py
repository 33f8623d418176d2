"""What is wrong with what the user typed, in Dutch: one sentence that names the mend.

The sentences are made from what an error holds, not from its English text. Only where an error
holds nothing but text is that text recognised.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from difflib import get_close_matches

import typer
from typer._click import exceptions as click
from typer._click.core import Context, Parameter
from typer.core import TyperArgument, TyperGroup, TyperOption

from brievenbus.cli.params import argument_name, choices_of, param_name

WRONG_USE = 2


class WrongUse(typer.TyperException):
    """The user asked for something that cannot be; the message is Dutch and says what to do."""

    exit_code = WRONG_USE


def mistake_lines(error: typer.TyperException) -> list[str]:
    """Return what to show of a mistake: how the command is used, and what is wrong."""
    ctx: Context | None = getattr(error, "ctx", None)
    lines = [] if ctx is None else [ctx.get_usage(), f"Uitleg: {ctx.command_path} --help", ""]
    return [*lines, f"Fout: {sentence(error)}"]


def sentence(error: typer.TyperException) -> str:
    """Say in Dutch what is wrong and what to do."""
    for kind, say in _SENTENCES:
        if isinstance(error, kind):
            return say(error)
    return error.message


def _no_such_option(error: click.NoSuchOption) -> str:
    close = [f"'{option}'" for option in sorted(error.possibilities or ())]
    return f"De optie '{error.option_name}' bestaat niet.{_did_you_mean(close)}"


def _missing(error: click.MissingParameter) -> str:
    choices = choices_of(error.param)
    hint = f" Kies uit: {', '.join(choices)}." if choices else ""
    if isinstance(error.param, TyperArgument):
        return f"U hebt geen {argument_name(error.param).rstrip('…')} opgegeven.{hint}"
    return f"De optie {param_name(error.param)} is verplicht.{hint}"


def _bad_option(error: click.BadOptionUsage) -> str:
    option = _option(error.ctx, error.option_name)
    if option is not None and option.is_flag:
        return f"Bij de optie '{error.option_name}' hoort geen waarde. Laat het deel na '=' weg."
    if option is not None and option.nargs > 1:
        return f"Bij de optie '{error.option_name}' horen {option.nargs} waarden."
    return f"Bij de optie '{error.option_name}' hoort een waarde. Zet die erachter."


def _bad_argument(error: click.BadArgumentUsage) -> str:
    return "U hebt te weinig opgegeven. Kijk hierboven wat nodig is."


def _bad_parameter(error: click.BadParameter) -> str:
    """Say what would fit; a message from Brievenbus itself or an extension is Dutch already."""
    missing = re.fullmatch(r"\w+ ('.*') does not exist\.", error.message)
    if missing:
        return f"{missing[1]} bestaat niet. Kijk of de naam klopt."
    cause = error.__cause__
    if type(cause).__name__ != "ValidationError":
        return error.message
    given = _given(cause)
    return f"{given} past niet bij {param_name(error.param)}. {_what_fits(error.param)}"


def _given(cause: BaseException | None) -> str:
    """Return the value that did not fit, as pydantic kept it."""
    errors: list[dict[str, object]] = getattr(cause, "errors", list)()
    value = errors[0].get("input") if errors else None
    return f"'{value}'" if isinstance(value, str) else "Wat u opgaf"


def _what_fits(param: Parameter | None) -> str:
    choices = choices_of(param)
    if choices:
        return f"Kies uit: {', '.join(choices)}."
    if not isinstance(param, TyperArgument | TyperOption):
        return "Kies een andere waarde."
    annotation = param.type_descriptor.annotation
    if annotation not in (int, float):
        return "Kies een andere waarde."
    number = "een heel getal" if annotation is int else "een getal"
    least = f" van minstens {param.min}" if param.min is not None else ""
    most = f"{' en' if least else ' van'} hoogstens {param.max}" if param.max is not None else ""
    return f"Geef {number}{least}{most}."


def _file_error(error: click.FileError) -> str:
    return f"Het bestand '{error.ui_filename}' is niet te openen. Kijk of de naam klopt."


def _usage(error: click.UsageError) -> str:
    if error.message == "Missing command.":
        return "U hebt geen opdracht opgegeven. Kies er een uit de uitleg."
    unknown = re.match(r"No such command '(.*?)'\.", error.message)
    if unknown:
        return f"De opdracht '{unknown[1]}' bestaat niet.{_close_commands(error.ctx, unknown[1])}"
    extra = re.fullmatch(r"Got unexpected extra argument\(s\) \((.*)\)", error.message, re.DOTALL)
    if extra:
        return (
            f"Dit is te veel: {extra[1]}. Staan er spaties in een naam? "
            "Zet de naam dan tussen aanhalingstekens."
        )
    return error.message


def _close_commands(ctx: Context | None, name: str) -> str:
    if ctx is None or not isinstance(ctx.command, TyperGroup):
        return ""
    close = get_close_matches(name, ctx.command.list_commands(ctx))
    return _did_you_mean([f"'{command}'" for command in close])


def _did_you_mean(names: list[str]) -> str:
    return f" Bedoelt u {' of '.join(names)}?" if names else ""


def _option(ctx: Context | None, name: str) -> TyperOption | None:
    params = ctx.command.get_params(ctx) if ctx is not None else []
    named = (param for param in params if name in (*param.opts, *param.secondary_opts))
    return next((param for param in named if isinstance(param, TyperOption)), None)


# The most specific kind of error first.
_SENTENCES: tuple[tuple[type[typer.TyperException], Callable[..., str]], ...] = (
    (click.NoSuchOption, _no_such_option),
    (click.MissingParameter, _missing),
    (click.BadOptionUsage, _bad_option),
    (click.BadArgumentUsage, _bad_argument),
    (click.BadParameter, _bad_parameter),
    (click.FileError, _file_error),
    (click.UsageError, _usage),
)
