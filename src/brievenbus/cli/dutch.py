"""Commands that speak Dutch: help, usage lines and the names in them.

Typer writes its own words in English, and only some of them can be translated from outside. So the
classes here lay out help themselves, from the parameters; `mistakes` does the same for errors.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import typer
from typer._click.core import Command, Context
from typer._click.exceptions import UsageError
from typer._click.formatting import HelpFormatter
from typer.core import MarkupMode, TyperArgument, TyperCommand, TyperGroup, TyperOption
from typer.main import get_command
from typer.models import DefaultPlaceholder

from brievenbus.cli.params import argument_name, option_values
from brievenbus.cli.running import run_safely

if TYPE_CHECKING:
    from typer.models import CommandInfo, TyperInfo

USAGE = "Gebruik: "
HELP = "Laat deze uitleg zien."
METAVARS = {"[OPTIONS]": "[OPTIES]", "COMMAND [ARGS]...": "OPDRACHT …"}


class DutchFormatter(HelpFormatter):
    """Writes help with Dutch words."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line that shows how a command is typed."""
        super().write_usage(prog, args, prefix or USAGE)


class DutchContext(Context):
    """The context of one command, with help in Dutch."""

    formatter_class = DutchFormatter


class _Dutch(Command):
    """What a command and a group have in common."""

    context_class = DutchContext

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Plain help: it reads well in every terminal and aloud, and does not load rich.
        self.rich_markup_mode: MarkupMode = None
        self.options_metavar = METAVARS.get(self.options_metavar or "", self.options_metavar)

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """Return the option that shows help, with its help in Dutch."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = HELP
            # A value that is there need not be converted, and converting loads pydantic.
            option.default = False
        return option

    def collect_usage_pieces(self, ctx: Context) -> list[str]:
        """Return what follows the name of the command: options, then arguments."""
        pieces = [self.options_metavar] if self.options_metavar else []
        return pieces + [
            argument_name(param) if param.required else f"[{argument_name(param)}]"
            for param in self.get_params(ctx)
            if isinstance(param, TyperArgument) and not param.hidden
        ]

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the arguments and options, each with its help."""
        params = [param for param in self.get_params(ctx) if not getattr(param, "hidden", False)]
        arguments = [_record(each, ctx) for each in params if isinstance(each, TyperArgument)]
        options = [_record(each, ctx) for each in params if isinstance(each, TyperOption)]
        for heading, records in (("Wat u opgeeft", arguments), ("Opties", options)):
            if records:
                with formatter.section(heading):
                    formatter.write_dl(records)

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Read what was typed; a mistake always knows to which command it belongs."""
        try:
            return super().parse_args(ctx, args)
        except UsageError as error:
            error.ctx = error.ctx or ctx
            raise

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run the command; as a program, show mistakes in Dutch and exit with the status."""

        def run() -> Any:
            return super(_Dutch, self).main(  # type: ignore[safe-super]
                args, prog_name, complete_var, False, windows_expand_args, **extra
            )

        if not standalone_mode:
            return run()
        sys.exit(run_safely(run))


class DutchCommand(_Dutch, TyperCommand):
    """One command."""


class DutchGroup(_Dutch, TyperGroup):
    """A command that holds other commands."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.subcommand_metavar = METAVARS.get(self.subcommand_metavar, self.subcommand_metavar)

    def collect_usage_pieces(self, ctx: Context) -> list[str]:
        """Return what follows the name of the group: options, arguments, a command."""
        return [*super().collect_usage_pieces(ctx), self.subcommand_metavar]

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the options, and then the commands in this group."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the commands, each with the first sentence of its help."""
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        rows = [
            (name, each.get_short_help_str(200))
            for name, each in commands
            if each is not None and not each.hidden
        ]
        if rows:
            with formatter.section("Opdrachten"):
                formatter.write_dl(rows)


def dutch_command(app: typer.Typer) -> Command:
    """Return the command that `app` describes, with everything in it in Dutch.

    Classes that `app` chose itself stay as they are.
    """
    _adopt(app)
    app._add_completion = False
    return get_command(app)


def _adopt(app: typer.Typer) -> None:
    group: TyperInfo
    command: CommandInfo
    for command in app.registered_commands:
        if command.cls in (None, TyperCommand):
            command.cls = DutchCommand
    for group in (app.info, *app.registered_groups):
        if isinstance(group.cls, DefaultPlaceholder) or group.cls is None:
            group.cls = DutchGroup
        if isinstance(group.typer_instance, typer.Typer) and group is not app.info:
            _adopt(group.typer_instance)


def _record(param: TyperArgument | TyperOption, ctx: Context) -> tuple[str, str]:
    """Return the left and right column of the help on one parameter."""
    if isinstance(param, TyperArgument):
        name = argument_name(param)
    else:
        names = ", ".join([*param.opts, *param.secondary_opts])
        name = f"{names} {option_values(param)}".rstrip()
    return name, " ".join([param.help or "", *_remarks(param, ctx)]).strip()


def _remarks(param: TyperArgument | TyperOption, ctx: Context) -> Iterator[str]:
    if param.required:
        yield "[verplicht]"
    default = param.get_default(ctx, call=False)
    if isinstance(param.show_default, str):
        yield f"[standaard: {param.show_default}]"
    elif param.show_default and default not in (None, False, True, (), []):
        values = default if isinstance(default, list | tuple) else [default]
        yield f"[standaard: {', '.join(str(getattr(each, 'value', each)) for each in values)}]"
