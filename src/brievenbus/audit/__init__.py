"""Many letters: finding them, checking each text once, and what the whole comes to.

The room bears the name of its one public function, which both are contract: ``from brievenbus import
audit`` gives this module as soon as a part of it was imported, by the rules of Python. So the module
can be called, and then does what `face.audit` does.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from brievenbus.audit.run import AuditResult


class _Room(ModuleType):
    """A module that is its own main function."""

    def __call__(self, *args: Any, **options: Any) -> AuditResult:
        """Do what `brievenbus.audit.face.audit` does."""
        from brievenbus.audit.face import audit

        return audit(*args, **options)


sys.modules[__name__].__class__ = _Room
