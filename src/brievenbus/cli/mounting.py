"""What extensions bring: commands, each under the name of its extension, and checks."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from typer._click.core import Command, Context

from brievenbus.cli.dutch import DutchGroup, dutch_command
from brievenbus.cli.output import note
from brievenbus.extensions import (
    BringsCommands,
    ExtensionError,
    extension_checks,
    load_extensions,
)

if TYPE_CHECKING:
    from brievenbus.checks.registry import BlockCheck


class HostGroup(DutchGroup):
    """The commands of Brievenbus, and after them those of extensions.

    Extensions are loaded when help lists them, or when a command is not one of Brievenbus itself.
    """

    def list_commands(self, ctx: Context) -> list[str]:
        """Return the names of all commands."""
        own = super().list_commands(ctx)
        return own + [name for name in extension_commands() if name not in own]

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        """Return a command of Brievenbus, or else of an extension."""
        return super().get_command(ctx, cmd_name) or extension_commands().get(cmd_name)


@cache
def extension_commands() -> dict[str, Command]:
    """Return the commands of the extensions that work, by name."""
    tell_broken_extensions()
    commands: dict[str, Command] = {}
    for extension in load_extensions().extensions:
        if not isinstance(extension, BringsCommands):
            continue
        try:
            commands[extension.name] = dutch_command(extension.commands())
        # Whatever the code of others raises must not stop Brievenbus; a SystemExit neither.
        except (Exception, SystemExit) as error:
            note(str(ExtensionError(extension.name, type(error).__name__)))
    return commands


@cache
def checks_to_add() -> tuple[BlockCheck, ...]:
    """Return the checks of the extensions, made once; one that fails is told on standard error."""
    return extension_checks(lambda error: note(str(error)))


@cache
def tell_broken_extensions() -> None:
    """Say once on standard error which extensions do not work."""
    for error in load_extensions().errors:
        note(str(error))
