"""Malformed and hostile requests: the first of those of the benchmark."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_no_malformed_request_makes_the_server_fall(project: Path) -> None:
    script = project / "benchmarks" / "languagetool_malformed.py"
    done = subprocess.run(
        [sys.executable, script, "--cases", "300"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("\nmet: ") == 3, done.stdout
    assert "NOT MET" not in done.stdout
