"""Profiles: what is asked of a text for one kind of readers (a doelgroep).

The thresholds stand in `data/profielen.toml`, with their sources.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

DEFAULT = "inwoner"


class ProfileError(Exception):
    """There is no such profile; the message is Dutch and names those that there are."""


class ProfileValueError(ValueError):
    """A value of an own profile is not valid; the message says what to do, `key` where."""

    def __init__(self, key: str, message: str) -> None:
        super().__init__(message)
        self.key = key


@dataclass(frozen=True, slots=True)
class Profile:
    """Thresholds for one kind of readers; all numbers count words, save where said.

    `lange_zin`: a longer sentence is long. `tang`: more words between two words that belong together
    is a tangconstructie; `tang_onderwerp` the same for subject and finite verb. `opsomming_delen`: so
    many parts make an enumeration, in a sentence of `opsomming_woorden` or more. `korte_zin`: up to
    here a passive without a doer is a note. `naamwoorden`: so many abstract nouns in one sentence
    make noun style. `aanloop`: more words before the finite verb of the main clause make a long run-up.
    `bijzinnen`: more subordinate clauses in one sentence are too many. `voorzetsels`: so many phrases
    with a preposition in a row are a chain. `alinea`: a longer paragraph is long. `samenstelling`: a
    compound of so many parts is hard. `zeldzaam`: under this Zipf value (log10 of the occurrences per
    thousand million words) a word is rare. `zonder`: ids of rules and checks, and names of categories,
    that do not apply to these readers. `bron`: where the choices come from.
    """

    name: str
    naam: str
    lange_zin: int
    tang: int
    tang_onderwerp: int
    opsomming_delen: int
    opsomming_woorden: int
    korte_zin: int
    naamwoorden: int
    aanloop: int
    bijzinnen: int
    voorzetsels: int
    alinea: int
    samenstelling: int
    zeldzaam: float
    bron: str
    zonder: frozenset[str]


Tables = Mapping[str, Mapping[str, object]]
"""What a file says of profiles: per name the values that differ."""


@cache
def _shipped() -> dict[str, dict[str, Any]]:
    source = resources.files("brievenbus.rulebook") / "data" / "profielen.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))


def profile_names(own: Tables | None = None) -> list[str]:
    """The names of all profiles, those of an organisation's own included."""
    return list(_shipped() | dict(own or {}))


def load_profile(name: str = DEFAULT, own: Tables | None = None) -> Profile:
    """Return a profile by name.

    `own` are the tables of an organisation (`[doelgroep.…]` in its settings, of values that
    `checked_value` passed): they change a shipped profile, or make a new one out of that under `zoals`.
    Raises ProfileError where there is no such profile.
    """
    return _made(name, own) if own else _plain(name)


@cache
def _plain(name: str) -> Profile:
    return _made(name, {})


def _made(name: str, own: Tables) -> Profile:
    shipped = _shipped()
    if name not in shipped and name not in own:
        known = ", ".join(profile_names(own))
        raise ProfileError(f"De doelgroep '{name}' is er niet. Kies uit: {known}.")
    changed = dict(own.get(name, {}))
    base = str(changed.pop(BASE, name if name in shipped else DEFAULT))
    own_name = {} if name in shipped else {"naam": name}
    values = shipped[DEFAULT] | shipped[base] | own_name | changed
    values["zonder"] = frozenset(values["zonder"])
    return Profile(name=name, **values)


BASE = "zoals"
"""The key of an own profile that names the shipped profile it starts from."""


def checked_value(key: str, value: object) -> object:
    """Return a value of an own profile. Raises ProfileValueError, with the mend, where it is not valid."""
    shipped = _shipped()[DEFAULT]
    if key == BASE:
        if value in _shipped():
            return value
        raise ProfileValueError(key, f"bij '{key}' hoort een van: {', '.join(_shipped())}.")
    if key not in shipped:
        known = ", ".join((*shipped, BASE))
        raise ProfileValueError(key, f"'{key}' bestaat niet. U kunt kiezen uit: {known}.")
    wanted = shipped[key]
    if isinstance(wanted, list):
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            return value
        raise ProfileValueError(key, f"bij '{key}' hoort een lijst, bijvoorbeeld [\"vakterm\"].")
    if isinstance(wanted, str):
        if isinstance(value, str) and value.strip():
            return value
        raise ProfileValueError(key, f"bij '{key}' hoort tekst tussen aanhalingstekens.")
    number = isinstance(value, int | float) and not isinstance(value, bool) and value > 0
    if number and (isinstance(wanted, float) or isinstance(value, int)):
        return value
    raise ProfileValueError(key, f"bij '{key}' hoort een getal boven nul, zonder aanhalingstekens.")


def threshold_names() -> list[str]:
    """The names of the thresholds of a profile: those of its values that are numbers."""
    return [key for key, value in _shipped()[DEFAULT].items() if isinstance(value, int | float)]
