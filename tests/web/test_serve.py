"""The program `brievenbus serve`: what it refuses, what it tells, and how it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from web.conftest import Server, Start


def refused(folder: Path, *options: str) -> str:
    """Run a server that cannot begin, and return what it says."""
    command = [sys.executable, "-m", "brievenbus", "serve", "--port", "0", *options]
    done = subprocess.run(command, cwd=folder, capture_output=True, timeout=120, check=False)
    said = done.stderr.decode()
    assert done.returncode == 2, said
    assert "Traceback" not in said
    return said


def test_another_address_asks_for_a_token(tmp_path: Path) -> None:
    said = refused(tmp_path, "--host", "0.0.0.0")
    assert "--token-file" in said
    assert "--user-header" in said


def test_a_user_header_asks_for_its_proxy(tmp_path: Path) -> None:
    assert "--proxy" in refused(tmp_path, "--host", "0.0.0.0", "--user-header", "X-Gebruiker")


@pytest.mark.parametrize("token", ["kort", "met een spatie erin, dus niet goed", "é" * 30])
def test_a_weak_token_is_refused(tmp_path: Path, token: str) -> None:
    (tmp_path / "sleutel").write_text(token, "utf-8")
    assert "minstens 20 tekens" in refused(tmp_path, "--token-file", "sleutel")


def test_a_token_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert "'weg'" in refused(tmp_path, "--token-file", "weg")


def test_a_port_in_use_is_told(server: Server, tmp_path: Path) -> None:
    port = server.url.rpartition(":")[2]
    assert f"Poort {port}" in refused(tmp_path, "--port", port)


def test_an_unknown_profile_is_told(tmp_path: Path) -> None:
    assert "'niemand'" in refused(tmp_path, "--profile", "niemand")


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_no_process_is_left_behind(start: Start, ending: signal.Signals) -> None:
    server = start("--workers", "2")
    family = psutil.Process(server.process.pid).children(recursive=True)
    assert len(family) >= 3
    os.kill(server.process.pid, ending)
    server.process.wait(timeout=30)
    _, alive = psutil.wait_procs(family, timeout=20)
    assert not alive


def test_the_log_counts_and_holds_no_text(start: Start) -> None:
    server = start("--workers", "1")
    client = server.client()
    secret = "Geheimenstein"
    client.get("/v2/check", params={"text": f"Mevrouw {secret} woont hier.", "language": "nl"})
    client.post("/v2/check", data={"text": f"Mevrouw {secret} woont hier.", "language": "nl"})
    client.post("/api/v1/checks", json={"text": f"Mevrouw {secret}.", "kind": "text"})
    client.post("/api/v1/checks", content=f'{{"text": "{secret}')
    client.get(f"/regels/{secret}")
    client.get(f"/{secret}")
    metrics = client.get("/api/v1/metrics").text
    said = server.said()
    assert secret not in said
    assert secret not in metrics
    assert "POST /v2/check 200" in said
    assert 'route="/v2/check"' in metrics
