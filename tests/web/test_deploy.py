"""The files for whoever installs the server name options that exist, and a unit that systemd accepts."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

FILES = ("deploy/brievenbus.service", "deploy/Containerfile", "docs/voor-beheerders.md")


@pytest.mark.parametrize("name", FILES)
def test_options_that_are_named_exist(project: Path, name: str) -> None:
    command = [sys.executable, "-m", "brievenbus", "serve", "--help"]
    help_ = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    text = (project / name).read_text("utf-8")
    lines = [
        line for line in re.split(r"\n(?! +&)", text) if "brievenbus" in line and "serve" in line
    ]
    named = {option for line in lines for option in re.findall(r"--[a-z][a-z-]+", line)}
    assert named
    assert not [option for option in named if option not in help_]


@pytest.mark.systeem
def test_systemd_accepts_the_unit(project: Path, tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("Het programma systemd-analyze staat hier niet.")
    unit = tmp_path / "brievenbus.service"
    text = (project / "deploy" / unit.name).read_text("utf-8")
    unit.write_text(text.replace("/opt/brievenbus/bin/brievenbus", sys.executable), "utf-8")
    command = ["systemd-analyze", "verify", "--man=no", str(unit)]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert not done.stderr.strip(), done.stderr.decode()
