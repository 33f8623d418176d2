"""Filling in the pages: what all templates have at hand, and the answer around a page."""

from __future__ import annotations

import secrets
from typing import Any

from starlette import status
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from brievenbus.findings import Severity
from brievenbus.reports.html import CLASSES, SYMBOLS
from brievenbus.reports.wording import say as told
from brievenbus.rulebook.profiles import Tables, load_profile, profile_names
from brievenbus.web.access import FORM
from brievenbus.web.templating import render

_COOKIE_BYTES = 16
_HTTPS = "https"


def fill(template: str, **values: Any) -> bytes:
    """Fill in a template of the pages; `told` are the sentences of the reports."""
    page = render(
        template, told=told, symbols=SYMBOLS, classes=CLASSES, severities=tuple(Severity), **values
    )
    return page.encode(errors="replace")


def form_token(request: Request) -> str:
    """Return what the forms of this browser must hold; `answered` sets the cookie that goes with it."""
    if not hasattr(request.state, "form_cookie"):
        request.state.form_cookie = request.cookies.get(FORM) or secrets.token_hex(_COOKIE_BYTES)
    token: str = request.app.state.services.access.form_token(request.state.form_cookie)
    return token


def answered(request: Request, page: bytes, code: int = status.HTTP_200_OK) -> Response:
    """Return a page as an answer, with the cookie of its forms where the browser has none."""
    answer = HTMLResponse(page, code)
    cookie = getattr(request.state, "form_cookie", None)
    if cookie and request.cookies.get(FORM) != cookie:
        set_cookie(request, answer, FORM, cookie)
    return answer


def set_cookie(request: Request, answer: Response, name: str, content: str) -> None:
    """Set a cookie that no script and no other site can use, gone when the browser closes."""
    answer.set_cookie(
        name, content, httponly=True, samesite="strict", secure=request.url.scheme == _HTTPS
    )


def readers(own: Tables | None) -> list[tuple[str, str]]:
    """Return the readers that can be chosen: by name, and as people call them."""
    return [(name, load_profile(name, own).naam) for name in profile_names(own)]
