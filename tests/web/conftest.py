"""A server as it runs in a town hall: the program itself, in a process of its own."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

READY = re.compile(r"http://\S+?(?=/\.)")
CHECKS = '''
import os, signal, time

name = "proef"

def gedraag(analysis, profile):
    """Do what a document that goes wrong may do to a worker."""
    if "HANG" in analysis.text:
        while True:
            pass
    if "VAL" in analysis.text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "VRAAT" in analysis.text:
        held = bytearray(10**11)
    if "FOUT" in analysis.text:
        raise SystemExit(analysis.text)
    return []

def checks():
    return [gedraag]
'''


@dataclass
class Server:
    """A running server: where it is, its process, its log; `clients` are closed when it ends."""

    url: str
    process: subprocess.Popen[bytes]
    log: Path
    clients: ExitStack

    def said(self) -> str:
        """What the server has written so far."""
        return self.log.read_text("utf-8")

    def client(self, **options: Any) -> httpx.Client:
        """A client of this server."""
        made = httpx.Client(base_url=self.url, timeout=90, trust_env=False, **options)
        return self.clients.enter_context(made)


Start = Callable[..., Server]


@contextmanager
def running(folder: Path, *options: str, env: dict[str, str] | None = None) -> Iterator[Server]:
    """Run `brievenbus serve` at a free port, with a folder of its own."""
    log = folder / "server.log"
    command = [sys.executable, "-m", "brievenbus", "serve", "--port", "0", *options]
    with log.open("wb") as written:
        process = subprocess.Popen(
            command, stdout=written, stderr=written, cwd=folder, env={**os.environ, **(env or {})}
        )
    try:
        with ExitStack() as clients:
            yield Server(_address(process, log), process, log, clients)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)


def _address(process: subprocess.Popen[bytes], log: Path) -> str:
    """Wait until the server says where it is."""
    for _ in range(600):
        found = READY.search(log.read_text("utf-8", "replace"))
        if found:
            return found[0]
        if process.poll() is not None:
            break
        time.sleep(0.1)
    process.kill()
    raise AssertionError(f"De server begon niet: {log.read_text('utf-8', 'replace')}")


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all tests that ask nothing special of it, with two workers."""
    with running(tmp_path_factory.mktemp("server"), "--workers", "2") as found:
        yield found


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start servers with options of their own; all end with the test."""
    with ExitStack() as servers:

        def started(*options: str, env: dict[str, str] | None = None) -> Server:
            folder = tmp_path / f"server{len(list(tmp_path.iterdir()))}"
            folder.mkdir()
            return servers.enter_context(running(folder, *options, env=env))

        yield started


@pytest.fixture
def misbehaving(tmp_path: Path) -> dict[str, str]:
    """The environment of a server with a check that hangs, falls or eats memory on certain words.

    As an extension, found on the path as any installed package is.
    """
    place = tmp_path / "pakket"
    info = place / "proef-1.0.dist-info"
    info.mkdir(parents=True)
    (place / "proef.py").write_text(CHECKS, "utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: proef\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[brievenbus.extensions]\nproef = proef\n")
    places = [str(place), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {"PYTHONPATH": os.pathsep.join(places)}
