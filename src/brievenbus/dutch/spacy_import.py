"""Importing spaCy without its command line.

`import spacy` also imports `spacy.cli`, and with it HTTP clients (requests, httpx) and a project manager: a
third of the time, and code that could reach a network in a program that never should. A stand-in takes
its place while spaCy is imported and is gone after that, so that `import spacy.cli` finds the real one.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

_COMMAND_LINE = ("spacy.cli", "spacy.cli.info")


def import_spacy() -> ModuleType:
    """Import spaCy, at the first call without its command line, and return it."""
    with _without_command_line():
        import spacy

    return spacy


@contextmanager
def _without_command_line() -> Iterator[None]:
    if "spacy" in sys.modules:
        yield
        return
    stand_ins = {name: ModuleType(name) for name in _COMMAND_LINE}
    stand_ins["spacy.cli.info"].info = _info  # type: ignore[attr-defined]
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name, module in stand_ins.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]


def _info(*arguments: Any, **options: Any) -> Any:
    """What `spacy.info` is until someone calls it."""
    from spacy.cli.info import info

    return info(*arguments, **options)
