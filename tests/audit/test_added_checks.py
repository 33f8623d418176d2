"""Checks of an extension run in an audit, in every worker."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

CHECK = """
from brievenbus.findings import Category, Finding, Severity

name = "voorbeeld"

def knipoog(analysis, profile):
    start = analysis.text.find("knipoog")
    if start < 0:
        return []
    return [Finding("knipoog", Category.STIJL, Severity.WARNING, "Laat de knipoog weg.",
                    start, start + 7, "knipoog", ((start, start + 7),), ())]

def checks():
    return [knipoog]
"""


@pytest.fixture
def extension(tmp_path: Path) -> Path:
    """A folder with a package as pip leaves it: a module and what it registers."""
    place = tmp_path / "pakket"
    info = place / "voorbeeld-1.0.dist-info"
    info.mkdir(parents=True)
    (place / "voorbeeld.py").write_text(CHECK, "utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: voorbeeld\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[brievenbus.extensions]\nvoorbeeld = voorbeeld\n")
    return place


def audited(letters: Path, output: Path, path: Path | None) -> list[list[str]]:
    """Return the rules found per letter."""
    places = [str(path)] if path else []
    places += filter(None, [os.environ.get("PYTHONPATH")])
    options = ["--output", str(output), "--workers", "2", "--fail-on", "never"]
    command = [sys.executable, "-m", "brievenbus", "audit", str(letters), *options]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(places)}
    subprocess.run(command, check=True, capture_output=True, env=environment)
    lines = (output / "brieven.jsonl").read_text("utf-8").splitlines()
    return [[found["rule"] for found in json.loads(line)["findings"]] for line in lines]


def test_checks_of_an_extension_run_in_an_audit(tmp_path: Path, extension: Path) -> None:
    letters, output = tmp_path / "brieven", tmp_path / "uit"
    letters.mkdir()
    for number in range(40):
        (letters / f"{number}.txt").write_text(f"Dit is een knipoog van {number} mensen.", "utf-8")
    without = audited(letters, output, None)
    assert not any("knipoog" in rules for rules in without)
    # What was kept of the run without the extension is not used.
    assert all("knipoog" in rules for rules in audited(letters, output, extension))
