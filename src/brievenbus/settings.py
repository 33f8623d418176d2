"""The settings of an organisation, a department or a folder: `brievenbus.toml`.

The file is looked for upward from the checked file. Its table ``[brievenbus]`` has the names of the
options as keys; tables ``[doelgroep.NAME]`` hold an organisation's own thresholds for readers, and
``[grenzen]`` how large a file may be. A setting that is not valid is left out and told, and the others
count.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from brievenbus.documents.limits import HIGHEST, Limits
from brievenbus.documents.limits import NAMES as LIMIT_NAMES
from brievenbus.findings import Severity
from brievenbus.letter import LetterKind

Tables = Mapping[str, Mapping[str, object]]
"""The tables of readers, by name."""

FILE_NAME = "brievenbus.toml"
TABLE = "brievenbus"
READERS = "doelgroep"
LIMITS = "grenzen"

Choice = TypeVar("Choice", bound=StrEnum)


class FailOn(StrEnum):
    """From which severity on a finding makes the exit status 1."""

    ERROR = "error"
    WARNING = "warning"
    NEVER = "never"

    @property
    def severities(self) -> frozenset[Severity]:
        """The severities that make the exit status 1."""
        match self:
            case FailOn.ERROR:
                return frozenset({Severity.ERROR})
            case FailOn.WARNING:
                return frozenset({Severity.ERROR, Severity.WARNING})
            case FailOn.NEVER:
                return frozenset()


class SettingsError(Exception):
    """Something in a settings file is not valid; the Dutch message names file, line and mend."""

    def __init__(self, path: Path, line: int | None, message: str) -> None:
        where = f"{path}, regel {line}" if line else f"{path}"
        super().__init__(f"{where}: {message}")
        self.path = path
        self.line = line


@dataclass(frozen=True, slots=True)
class Settings:
    """What a settings file says; None (or no rules) where it says nothing.

    `rules` and a `model` that is a folder are paths relative to the settings file. `readers` are the
    values of the tables ``[doelgroep.NAME]``, by name, as `rulebook.profiles.load_profile` takes them.
    """

    profile: str | None = None
    department: str | None = None
    kind: LetterKind | None = None
    rules: tuple[Path, ...] = ()
    model: str | None = None
    fail_on: FailOn | None = None
    readers: Tables = field(default_factory=dict)
    limits: Limits | None = None

    def over(self, nearest: Settings) -> Settings:
        """Return these with what `nearest` says where they say nothing: what was typed goes first."""
        given = {each.name: getattr(self, each.name) for each in fields(self)}
        return replace(nearest, **{name: value for name, value in given.items() if value})


def find_settings(start: Path) -> Path | None:
    """Return the settings file nearest to `start` (a file or a folder), looking upward."""
    place = start.absolute()
    for folder in (place, *place.parents):
        candidate = folder / FILE_NAME
        if candidate.is_file():
            return candidate
    return None


def load_settings(path: Path) -> tuple[Settings, tuple[SettingsError, ...]]:
    """Read a settings file: the valid settings, and what is wrong with the others."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Settings(), (_not_toml(path, text, error),)
    except UnicodeDecodeError:
        return Settings(), (SettingsError(path, None, "bewaar dit bestand als UTF-8."),)
    except OSError:
        message = "dit bestand is niet te lezen. Kijk of u het mag openen."
        return Settings(), (SettingsError(path, None, message),)
    return _settings(path, text, content)


def _settings(
    path: Path, text: str, content: dict[str, Any]
) -> tuple[Settings, tuple[SettingsError, ...]]:
    errors = [
        SettingsError(path, _line_of(text, name), f"zet '{name}' onder de kop [{TABLE}].")
        for name in content
        if name not in (TABLE, READERS, LIMITS)
    ]
    readers = _readers(path, text, content.get(READERS, {}), errors)
    limits = _limits(path, text, content[LIMITS], errors) if LIMITS in content else None
    table = content.get(TABLE, {})
    if not isinstance(table, dict):
        message = f"'{TABLE}' is de naam van de kop. Schrijf [{TABLE}]."
        return Settings(), (*errors, SettingsError(path, _line_of(text, TABLE), message))
    values: dict[str, Any] = {}
    for key, value in table.items():
        try:
            own = readers if key == "profile" else None
            values[key.replace("-", "_")] = _value(key, value, path.parent, own)
        except ValueError as error:
            errors.append(SettingsError(path, _line_of(text, key, within=TABLE), str(error)))
    return Settings(**values, readers=readers, limits=limits), tuple(errors)


def _readers(
    path: Path, text: str, tables: Any, errors: list[SettingsError]
) -> dict[str, dict[str, Any]]:
    """Return the valid values of the tables of readers, and add what is wrong to `errors`."""
    if not isinstance(tables, dict) or not all(isinstance(t, dict) for t in tables.values()):
        message = f"schrijf de naam van de doelgroep in de kop, zoals [{READERS}.inwoner]."
        errors.append(SettingsError(path, _line_of(text, READERS), message))
        return {}
    from brievenbus.rulebook.profiles import ProfileValueError, checked_value

    found: dict[str, dict[str, Any]] = {}
    for name, table in tables.items():
        found[name] = {}
        for key, value in table.items():
            try:
                found[name][key] = checked_value(key, value)
            except ProfileValueError as error:
                line = _line_of(text, key, within=f"{READERS}.{name}")
                errors.append(SettingsError(path, line, str(error)))
    return found


def _limits(path: Path, text: str, table: Any, errors: list[SettingsError]) -> Limits:
    """Return the limits in the table, the usual ones where it says nothing valid."""
    if not isinstance(table, dict):
        message = f"'{LIMITS}' is de naam van een kop. Schrijf [{LIMITS}]."
        errors.append(SettingsError(path, _line_of(text, LIMITS), message))
        return Limits()
    values: dict[str, int] = {}
    for key, value in table.items():
        try:
            values[key] = _limit(key, value)
        except ValueError as error:
            line = _line_of(text, key, within=LIMITS)
            errors.append(SettingsError(path, line, str(error)))
    return Limits(**values)


def _limit(key: str, value: object) -> int:
    highest = getattr(HIGHEST, key, None)
    if highest is None:
        known = ", ".join(LIMIT_NAMES)
        raise ValueError(f"de grens '{key}' bestaat niet. U kunt kiezen uit: {known}.")
    if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= highest:
        return value
    raise ValueError(f"bij '{key}' hoort een heel getal van 1 tot en met {highest}.")


def _value(key: str, value: object, folder: Path, own: Tables | None = None) -> object:
    """Return the value as `Settings` holds it, or raise a `ValueError` that says the mend.

    `own` are the organisation's own profiles, among which a `profile` may be.
    """
    if key == "profile":
        return _profile(key, value, folder, own)
    reader = _READERS.get(key)
    if reader is not None:
        return reader(key, value, folder)
    names = ["profile", *_READERS]
    close = get_close_matches(key, names, n=1)
    hint = f" Bedoelt u '{close[0]}'?" if close else ""
    known = ", ".join(names)
    raise ValueError(f"de instelling '{key}' bestaat niet.{hint} U kunt kiezen uit: {known}.")


def _name(key: str, value: object, folder: Path) -> str:
    if isinstance(value, str) and value.strip():
        return value
    raise ValueError(f"bij '{key}' hoort een naam tussen aanhalingstekens.")


def _profile(key: str, value: object, folder: Path, own: Tables | None) -> str:
    from brievenbus.rulebook.profiles import ProfileError, load_profile

    try:
        return load_profile(_name(key, value, folder), own).name
    except ProfileError as error:
        raise ValueError(f"bij '{key}' hoort een andere naam. {error}") from error


def _kind(key: str, value: object, folder: Path) -> LetterKind:
    return _choice(key, value, LetterKind)


def _fail_on(key: str, value: object, folder: Path) -> FailOn:
    return _choice(key, value, FailOn)


def _choice(key: str, value: object, choices: type[Choice]) -> Choice:
    if isinstance(value, str) and value in list(choices):
        return choices(value)
    known = " of ".join(f'"{choice}"' for choice in choices)
    raise ValueError(f"bij '{key}' hoort {known}.")


def _paths(key: str, value: object, folder: Path) -> tuple[Path, ...]:
    given: list[object] = value if isinstance(value, list) else [value]
    paths = [folder / path for path in given if isinstance(path, str) and path]
    if len(paths) == len(given):
        return tuple(paths)
    raise ValueError(f"bij '{key}' hoort een bestand of map tussen aanhalingstekens.")


def _model(key: str, value: object, folder: Path) -> str:
    name = _name(key, value, folder)
    return str(folder / name) if (folder / name / "config.cfg").is_file() else name


_READERS: dict[str, Callable[[str, object, Path], object]] = {
    "department": _name,
    "kind": _kind,
    "rules": _paths,
    "model": _model,
    "fail-on": _fail_on,
}


def _not_toml(path: Path, text: str, error: tomllib.TOMLDecodeError) -> SettingsError:
    """Say where the file cannot be read; the reason Python gives is English, so it is left out."""
    found = re.search(r"line (\d+)", str(error))
    line = int(found[1]) if found else max(1, len(text.splitlines()))
    message = (
        "deze regel klopt niet. Schrijf een naam, een is-teken en een waarde tussen "
        'aanhalingstekens, bijvoorbeeld: profile = "inwoner". Elke naam mag één keer voorkomen.'
    )
    return SettingsError(path, line, message)


def _line_of(text: str, key: str, *, within: str | None = None) -> int | None:
    """Return the number of the line where a key or table is set, from 1."""
    name = re.escape(key)
    pattern = re.compile(rf"\s*(?:\[+\s*)?[\"']?{name}[\"']?\s*(?:[=.\]]|$)")
    first = (_line_of(text, within) or 0) if within else 0
    for number, line in enumerate(text.splitlines(), start=1):
        if number > first and pattern.match(line):
            return number
    return None
