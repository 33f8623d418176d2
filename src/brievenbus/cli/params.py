"""How arguments and options are named in help and in mistakes."""

from __future__ import annotations

from typer._click.core import Parameter
from typer.core import TyperArgument, TyperOption


def argument_name(param: Parameter) -> str:
    """Return how an argument is shown: in capitals, with "…" where more may follow."""
    name = (param.metavar or param.name).upper()
    return f"{name}…" if param.nargs != 1 and not name.endswith("…") else name


def param_name(param: Parameter | None) -> str:
    """Return the name of an argument or option, as the user types it."""
    if param is None:
        return "deze waarde"
    if isinstance(param, TyperArgument):
        return argument_name(param).rstrip("…")
    return f"'{max(param.opts, key=len)}'"


def option_values(param: TyperOption) -> str:
    """Return what follows an option: the word for its value, its choices, or nothing."""
    if param.is_flag or param.count:
        return ""
    return param.metavar or "|".join(choices_of(param)) or "WAARDE"


def choices_of(param: Parameter | None) -> list[str]:
    """Return what can be chosen, or nothing where every value goes."""
    if not isinstance(param, TyperArgument | TyperOption):
        return []
    return [str(getattr(each, "value", each)) for each in param.type_descriptor.choices or ()]
