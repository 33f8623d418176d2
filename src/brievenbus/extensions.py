"""Extensions: objects that other packages register, and that add checks or commands to Brievenbus.

They stand in the entry point group ``brievenbus.extensions``. Brievenbus never imports an extension
itself: it loads what is registered, when it is first needed, and goes on without what is broken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    import typer

    from brievenbus.checks.registry import BlockCheck

GROUP = "brievenbus.extensions"


@runtime_checkable
class Extension(Protocol):
    """What is registered: an object (or a module) with a name.

    It may also have what `BringsChecks` and `BringsCommands` describe.
    """

    @property
    def name(self) -> str:
        """One lower-case word; its commands are found under it."""
        ...


@runtime_checkable
class BringsChecks(Extension, Protocol):
    """An extension with checks of its own."""

    def checks(self) -> Sequence[BlockCheck]:
        """Return the checks, to run after those of Brievenbus."""
        ...


@runtime_checkable
class BringsCommands(Extension, Protocol):
    """An extension with commands of its own."""

    def commands(self) -> typer.Typer:
        """Return the commands, to be found under the name of the extension."""
        ...


class ExtensionError(Exception):
    """An extension does not work; the message says in Dutch which one, and what to do."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            f"De uitbreiding '{name}' doet het niet ({reason}). Brievenbus werkt zonder verder. "
            "Installeer de uitbreiding opnieuw of verwijder deze."
        )
        self.name = name


@dataclass(frozen=True, slots=True)
class Loaded:
    """The extensions that work, in order of their names, and what is wrong with the others."""

    extensions: tuple[Extension, ...]
    errors: tuple[ExtensionError, ...]


@cache
def load_extensions() -> Loaded:
    """Load what is registered, once; an extension that fails is told in `Loaded.errors`."""
    from importlib.metadata import entry_points

    extensions: dict[str, Extension] = {}
    errors: list[ExtensionError] = []
    for point in sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value)):
        try:
            extension = _load(point)
            if extension.name in extensions:
                raise ExtensionError(extension.name, "deze naam bestaat al")
            extensions[extension.name] = extension
        except ExtensionError as error:
            errors.append(error)
    return Loaded(tuple(extensions.values()), tuple(errors))


def _load(point: EntryPoint) -> Extension:
    try:
        loaded = point.load()
        if isinstance(loaded, type):
            loaded = loaded()
    # Whatever the code of others raises must not stop Brievenbus; a SystemExit neither.
    except (Exception, SystemExit) as error:
        raise ExtensionError(point.name, type(error).__name__) from error
    if not isinstance(loaded, Extension) or not isinstance(loaded.name, str) or not loaded.name:
        raise ExtensionError(point.name, "de naam ontbreekt")
    return loaded
