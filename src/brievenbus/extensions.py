"""Extensions: objects that other packages register, and that add checks, commands or pages to Brievenbus.

They stand in the entry point group ``brievenbus.extensions``. Brievenbus never imports an extension
itself: it loads what is registered, when it is first needed, and goes on without what is broken.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    import typer
    from fastapi import APIRouter

    from brievenbus.checks.registry import BlockCheck
    from brievenbus.dutch import Analysis
    from brievenbus.findings import Finding
    from brievenbus.rulebook.profiles import Profile

GROUP = "brievenbus.extensions"


@runtime_checkable
class Extension(Protocol):
    """What is registered: an object (or a module) with a name.

    It may also have what `BringsChecks`, `BringsCommands` and `BringsRoutes` describe.
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


@runtime_checkable
class BringsRoutes(Extension, Protocol):
    """An extension with pages or an API of its own."""

    def routes(self) -> APIRouter:
        """Return the routes, to be found under the name of the extension."""
        ...


class ExtensionError(Exception):
    """An extension does not work; the message says in Dutch which one, and what to do."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            f"De uitbreiding '{name}' doet het niet ({reason}). Brievenbus werkt zonder verder. "
            "Installeer de uitbreiding opnieuw of verwijder deze."
        )
        self.name = name


Tell = Callable[[ExtensionError], None]
"""What is done with the news that an extension does not work."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The extensions that work, in order of their names, and what is wrong with the others.

    `versions` are their names with the version of the package they come from.
    """

    extensions: tuple[Extension, ...]
    errors: tuple[ExtensionError, ...]
    versions: tuple[str, ...] = ()


@cache
def load_extensions() -> Loaded:
    """Load what is registered, once; an extension that fails is told in `Loaded.errors`."""
    from importlib.metadata import entry_points

    extensions: dict[str, Extension] = {}
    versions: list[str] = []
    errors: list[ExtensionError] = []
    for point in sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value)):
        try:
            extension = _load(point)
            if extension.name in extensions:
                raise ExtensionError(extension.name, "deze naam bestaat al")
            extensions[extension.name] = extension
            versions.append(f"{extension.name} {point.dist.version if point.dist else '?'}")
        except ExtensionError as error:
            errors.append(error)
    return Loaded(tuple(extensions.values()), tuple(errors), tuple(versions))


def extension_checks(tell: Tell) -> tuple[BlockCheck, ...]:
    """Return the checks of the extensions that work; one that fails later is told and left out."""
    checks: list[BlockCheck] = []
    for extension in load_extensions().extensions:
        if not isinstance(extension, BringsChecks):
            continue
        try:
            checks += [_guarded(check, extension.name, tell) for check in extension.checks()]
        except (Exception, SystemExit) as error:
            tell(ExtensionError(extension.name, type(error).__name__))
    return tuple(checks)


def _guarded(check: BlockCheck, name: str, tell: Tell) -> BlockCheck:
    """Return the check, which after a failure finds nothing more."""
    failed = False

    def guarded(analysis: Analysis, profile: Profile) -> list[Finding]:
        nonlocal failed
        if failed:
            return []
        try:
            return list(check(analysis, profile))
        except MemoryError:
            raise  # that tells of the letter, not of the extension
        except (Exception, SystemExit) as error:
            failed = True
            tell(ExtensionError(name, type(error).__name__))
            return []

    return guarded


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
