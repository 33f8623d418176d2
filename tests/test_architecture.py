"""The rooms import downward only, and what is heavy loads when it is needed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"docx", "jinja2", "lxml", "marisa_trie", "numpy", "pydantic", "rich", "spacy", "textstat"}


def run(code: str, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run code in a fresh Python, in the folder of the project."""
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": "src"},
        capture_output=True,
        encoding="utf-8",
    )


def loaded_after(code: str, folder: Path) -> set[str]:
    """Return the names of all modules that a fresh Python has loaded after `code`."""
    ran = run(f"{code}\nimport sys\nprint('LOADED', *sys.modules)", folder=folder)
    assert ran.returncode == 0, ran.stderr
    return set(ran.stdout.rpartition("LOADED")[2].split())


def test_import_contracts_hold(project: Path) -> None:
    code = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    ran = run(code, "--no-cache", folder=project)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize(
    "code",
    ["import brievenbus", "import brievenbus.letter, brievenbus.findings, brievenbus.report"],
)
def test_a_plain_import_loads_nothing_heavy(code: str, project: Path) -> None:
    assert loaded_after(code, project) & HEAVY == set()


def test_help_loads_no_language_model(project: Path) -> None:
    code = (
        "import contextlib, io, sys\n"
        "from brievenbus.cli.app import main\n"
        "sys.argv = ['brievenbus', 'check', '--help']\n"
        "with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()):\n"
        "    main()"
    )
    assert loaded_after(code, project) & (HEAVY - {"rich"}) == set()


def test_every_public_name_can_be_had() -> None:
    import brievenbus

    for name in brievenbus.__all__:
        assert getattr(brievenbus, name) is not None
