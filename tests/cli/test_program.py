"""The program as it is started: in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import brievenbus

SOURCE = Path(brievenbus.__file__).parents[1]
HEAVY = ("spacy", "docx", "lxml", "pydantic", "jinja2", "yaml", "rich", "numpy", "regex")


def start(*args: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    path = os.pathsep.join([str(SOURCE), os.environ.get("PYTHONPATH", "")])
    env = {**os.environ, "PYTHONPATH": path, **environment}
    return subprocess.run([sys.executable, *args], env=env, capture_output=True, check=False)


HELPS = ("--help", "check --help", "--version", "rules", "rules new --help", "rules list --help")


@pytest.mark.parametrize("args", [each.split() for each in (*HELPS, "init --help")])
def test_help_loads_nothing_heavy(args: list[str]) -> None:
    program = (
        "import sys\n"
        "from brievenbus.cli.app import main\n"
        f"sys.argv = ['brievenbus', *{args!r}]\n"
        "try:\n"
        "    main()\n"
        "finally:\n"
        f"    loaded = [name for name in {HEAVY!r} if name in sys.modules]\n"
        "    print('loaded:', *loaded, file=sys.stderr)\n"
    )
    assert start("-c", program).stderr.decode().splitlines()[-1] == "loaded:"


def test_it_runs_as_a_module() -> None:
    ran = start("-m", "brievenbus", "--version")
    assert ran.returncode == 0
    assert ran.stdout.decode().split() == ["brievenbus", brievenbus.__version__]


def test_a_terminal_that_is_not_utf8_shows_what_it_can() -> None:
    ran = start("-m", "brievenbus", "check", "--help", PYTHONIOENCODING="latin-1")
    assert ran.returncode == 0
    assert b"BESTAND?" in ran.stdout
    assert ran.stderr == b""


@pytest.mark.skipif(sys.platform == "win32", reason="a closed pipe is told in another way")
@pytest.mark.parametrize("args", [["--help"], ["rules", "list"]])
def test_a_reader_that_stops_reading_is_no_fault(args: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as nobody_reads:
        ran = subprocess.run(
            [sys.executable, "-m", "brievenbus", *args],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
            stdout=nobody_reads,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert ran.returncode != 0
    assert b"Traceback" not in ran.stderr
    assert b"BrokenPipe" not in ran.stderr


def test_there_is_no_colour_where_there_is_no_terminal() -> None:
    ran = start("-m", "brievenbus", "compare", "weg.txt", "weg.txt", FORCE_COLOR="1")
    assert b"\x1b" not in ran.stdout + ran.stderr
