"""Routes of extensions, through the door: under the name of each, and those that fail are left out."""

from __future__ import annotations

import os
from pathlib import Path

import httpx
import pytest

from web.conftest import Server, Start

PANEL = """
from fastapi import APIRouter
from fastapi.responses import PlainTextResponse

from brievenbus.web.bench import Bench

name = "panel"

def words(bench: Bench, text: str) -> int:
    return len(text.split())

def routes():
    router = APIRouter()

    @router.get("/groet")
    async def greet():
        return PlainTextResponse("Dag!")

    @router.get("/stuk")
    async def broken():
        raise RuntimeError("een geheim uit een brief")

    return router
"""
FAILS = """
name = "kapot"

def routes():
    raise SystemExit("weg")
"""
NO_ROUTES = """
name = "zonder"

def routes():
    return "geen routes"
"""
PACKAGES = {"panel": PANEL, "kapot": FAILS, "zonder": NO_ROUTES}


@pytest.fixture
def server(start: Start, tmp_path: Path) -> Server:
    """A server beside which these packages are installed."""
    place = tmp_path / "pakketten"
    for name, code in PACKAGES.items():
        info = place / f"{name}-1.0.dist-info"
        info.mkdir(parents=True)
        (place / f"uitbreiding_{name}.py").write_text(code, "utf-8")
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        entry = f"[brievenbus.extensions]\n{name} = uitbreiding_{name}\n"
        (info / "entry_points.txt").write_text(entry)
    places = [str(place), *filter(None, [os.environ.get("PYTHONPATH")])]
    return start("--workers", "1", env={"PYTHONPATH": os.pathsep.join(places)})


def test_an_extension_brings_routes_and_a_broken_one_is_told_and_left_out(server: Server) -> None:
    with httpx.Client(base_url=server.url, timeout=60, trust_env=False) as client:
        answer = client.get("/panel/groet")
        assert answer.text == "Dag!"
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert client.get("/panel/groet", headers={"Host": "boos.example"}).status_code == 421
        assert client.get("/kapot/").status_code == 404
        assert client.get("/zonder/").status_code == 404
        assert client.get("/api/v1/health").status_code == 200
        broken = client.get("/panel/stuk")
    assert broken.status_code == 500
    assert "geheim" not in broken.text + server.said()
    for name in ("kapot", "zonder"):
        assert f"De uitbreiding '{name}' doet het niet" in server.said()
