"""What a check is, and its page: what it finds, what is better, why, and whence.

Each check has a file `data/controles/<id>.toml` with its page, its examples and its messages. The
page that people read is made from it, and the tests run its examples.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from brievenbus.dutch import Analysis
from brievenbus.findings import Finding
from brievenbus.rulebook.profiles import Profile

BlockCheck = Callable[[Analysis, Profile], list[Finding]]
"""A check of one block: from its analysis and the profile to findings, in offsets of the block."""


@dataclass(frozen=True, slots=True)
class Page:
    """What people read of a check.

    `wrong` are texts in which the check finds something (the anti-pattern), `right` texts in which it
    finds nothing (the best practice). `thresholds` name the fields of a profile that it looks at.
    """

    id: str
    name: str
    reason: str
    wrong: tuple[str, ...]
    right: tuple[str, ...]
    source: str
    thresholds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Check:
    """A check of one block, by the id of its findings."""

    id: str
    run: BlockCheck

    def __call__(self, analysis: Analysis, profile: Profile) -> list[Finding]:
        """Find what there is in one block."""
        return self.run(analysis, profile)

    @property
    def page(self) -> Page:
        """The page of this check. Raises FileNotFoundError where it has none."""
        return page(self.id)


@cache
def check_data(name: str) -> dict[str, Any]:
    """Return `data/controles/<name>.toml` as it stands."""
    source = resources.files("brievenbus.checks") / "data" / "controles" / f"{name}.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))


def page(name: str) -> Page:
    """Return the page of the check with this id. Raises FileNotFoundError for an unknown one."""
    data = check_data(name)
    return Page(
        id=name,
        name=data["naam"],
        reason=data["waarom"],
        wrong=tuple(data["fout"]),
        right=tuple(data["goed"]),
        source=data["bron"],
        thresholds=tuple(data.get("grenzen", ())),
    )
