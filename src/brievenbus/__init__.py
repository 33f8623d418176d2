"""Brievenbus checks whether a letter from a Dutch gemeente can be understood.

The face of the library is small: ``check`` gives a `Report` of one letter or text, ``audit`` checks a
folder of letters and writes reports, ``load_rulebook`` reads rule files, ``read`` turns a file into a
`Letter`. Nothing is printed, nothing leaves the machine, save to a cluster or storage that you name.
Heavy parts load on first use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from brievenbus.audit.face import audit
    from brievenbus.audit.run import AuditResult
    from brievenbus.documents import DocumentError, read
    from brievenbus.findings import Category, Finding, Severity
    from brievenbus.letter import Block, BlockKind, Letter, LetterKind
    from brievenbus.report import ChecklistItem, Report
    from brievenbus.review import check
    from brievenbus.rulebook import Rulebook, RulebookError, load_rulebook

__version__ = "0.1.0"

_HOMES = {
    "audit": "audit.face",
    "AuditResult": "audit.run",
    "check": "review",
    "read": "documents",
    "DocumentError": "documents",
    "Category": "findings",
    "Finding": "findings",
    "Severity": "findings",
    "Block": "letter",
    "BlockKind": "letter",
    "Letter": "letter",
    "LetterKind": "letter",
    "ChecklistItem": "report",
    "Report": "report",
    "Rulebook": "rulebook",
    "RulebookError": "rulebook",
    "load_rulebook": "rulebook",
}

__all__ = [
    "AuditResult",
    "Block",
    "BlockKind",
    "Category",
    "ChecklistItem",
    "DocumentError",
    "Finding",
    "Letter",
    "LetterKind",
    "Report",
    "Rulebook",
    "RulebookError",
    "Severity",
    "__version__",
    "audit",
    "check",
    "load_rulebook",
    "read",
]


def __getattr__(name: str) -> Any:
    """Load a public name on first use, so that importing the package costs nothing."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'brievenbus' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"brievenbus.{home}"), name)
