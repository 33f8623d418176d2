"""What decides the outcome of a letter, as digests: by them a cache and a worker know they are up to date."""

from __future__ import annotations

import hashlib
import json
import platform
from dataclasses import asdict
from functools import cache
from importlib.metadata import version as version_of
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from brievenbus import __version__
from brievenbus.dutch.pipeline import EMBEDDED

if TYPE_CHECKING:
    from brievenbus.audit.units import Task

_RESULTS = (
    "audit", "baseline.py", "checks", "documents", "dutch", "findings.py", "letter", "readability",
    "report.py", "reports", "review.py", "rulebook",
)  # fmt: skip
"""Code and data that decide what comes of a letter; the pipeline is known by its own version."""

_REPORTS = ("audit/reports", "reports")
_APART = frozenset({"audit/reports", "dutch/data/model"})
_SUFFIXES = frozenset({".j2", ".css", ".js", ".json", ".py", ".toml", ".tsv", ".txt"})


def digest(task: Task) -> str:
    """Return what stands for all that decides the result of a letter: versions, rules, readers."""
    from brievenbus.audit.units import rulebook_of

    parts = {
        "installed": installed(task.model),
        "rules": rulebook_of(task.rules).digest,
        "profile": asdict(task.profile),
        "department": task.department,
        "kind": task.kind.value,
        "limits": asdict(task.limits),
    }
    text = json.dumps(parts, sort_keys=True, default=sorted)
    return hashlib.sha256(text.encode()).hexdigest()


def installed(model: str = EMBEDDED) -> tuple[str, ...]:
    """Return what is installed in this process and decides the results, save for the rules.

    Raises:
        LanguageModelError: when the pipeline cannot be used.
    """
    from brievenbus.dutch.lexicon import Lexicon
    from brievenbus.dutch.pipeline import load_pipeline
    from brievenbus.extensions import load_extensions

    return (
        f"brievenbus {__version__}",
        f"code {code_digest()[:12]}",
        load_pipeline(model).identity,
        f"lexicon {Lexicon.load().version}",
        f"spaCy {version_of('spacy')}",
        f"Python {'.'.join(platform.python_version_tuple()[:2])}",
        *load_extensions().versions,
    )


@cache
def code_digest() -> str:
    """Return a digest of our code, so that a newer program works its results out anew."""
    return _digest_of(_RESULTS, _APART)


@cache
def reports_digest() -> str:
    """Return a digest of what makes the reports of an audit."""
    return _digest_of(_REPORTS, frozenset())


def _digest_of(names: tuple[str, ...], without: frozenset[str]) -> str:
    root = Path(str(files("brievenbus")))
    found = hashlib.sha256()
    for name in names:
        place = root / name
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            own = path.relative_to(root).as_posix()
            if path.suffix in _SUFFIXES and not any(own.startswith(f"{one}/") for one in without):
                found.update(own.encode() + b"\0" + path.read_bytes())
    return found.hexdigest()
