"""Short passages of many kinds of letters, on either side of each line that the checklist draws."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import items

WANTED = {"ja": True, "nee": False, "nvt": None}


def passages() -> list[tuple[str, bool | None, str]]:
    lines = (Path(__file__).parent / "passages.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return [
        (item, WANTED[wanted], text.replace(" | ", "\n\n").replace(" / ", "\n"))
        for item, wanted, text in rows
    ]


@pytest.mark.parametrize(("item", "wanted", "body"), passages())
def test_passage(item: str, wanted: bool | None, body: str) -> None:
    assert items(body)[item].met is wanted
