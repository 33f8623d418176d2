"""Profiles: what is asked of a text for one kind of readers (a doelgroep).

The thresholds stand in `data/profielen.toml`, with their sources.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources

DEFAULT = "inwoner"


class ProfileError(Exception):
    """There is no such profile; the message is Dutch and names those that there are."""


@dataclass(frozen=True, slots=True)
class Profile:
    """Thresholds for one kind of readers; all numbers count words, save where said.

    `lange_zin`: a longer sentence is long. `tang`: more words between two words that belong together
    is a tangconstructie; `tang_onderwerp` the same for subject and finite verb. `opsomming_delen`: so
    many parts make an enumeration, in a sentence of `opsomming_woorden` or more. `korte_zin`: up to
    here a passive without a doer is a note. `naamwoorden`: so many abstract nouns in one sentence
    make noun style.
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


@cache
def _tables() -> dict[str, dict[str, int | str]]:
    source = resources.files("brievenbus.rulebook") / "data" / "profielen.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))


def profile_names() -> list[str]:
    """The names of all profiles."""
    return list(_tables())


@cache
def load_profile(name: str = DEFAULT) -> Profile:
    """Return a profile by name. Raises ProfileError where there is none."""
    tables = _tables()
    if name not in tables:
        known = ", ".join(profile_names())
        raise ProfileError(f"De doelgroep '{name}' is er niet. Kies uit: {known}.")
    values = tables[DEFAULT] | tables[name]
    known_fields = {field.name for field in fields(Profile)} - {"name"}
    return Profile(name=name, **{key: values[key] for key in known_fields})  # type: ignore[arg-type]
