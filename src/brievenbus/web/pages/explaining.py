"""The page on what is measured and what not."""

from __future__ import annotations

from functools import cache

from fastapi import APIRouter
from starlette.responses import HTMLResponse, Response

from brievenbus.readability import STRUGGLING_PERCENT
from brievenbus.web.pages.rendering import fill
from brievenbus.web.texts import entry

router = APIRouter()


@router.get("/uitleg")
async def explain() -> Response:
    """Show what is measured and what not."""
    return HTMLResponse(_page())


@cache
def _page() -> bytes:
    parts = [
        {
            "kop": part["kop"],
            "alineas": part.get("alineas", []),
            "punten": [text.format(moeite=STRUGGLING_PERCENT) for text in part.get("punten", [])],
        }
        for part in entry("uitlegpagina")["delen"]
    ]
    return fill("uitleg.html.j2", parts=parts)
