"""The version of the API, which every answer bears."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from brievenbus.web.refusals import API

VERSION = "1.0.0"
"""Semantic: the major version stands in the path as well. It grows with the API, not with the program."""

PREFIX = "/api/v1"
HEADER = "API-Version"


class Versioned:
    """Puts the version in every answer of the API, refusals at the door among them: an ASGI layer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, and mark its answer."""
        if scope["type"] != "http" or not scope["path"].startswith(API):
            await self._app(scope, receive, send)
            return

        async def marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)[HEADER] = VERSION
            await send(message)

        await self._app(scope, receive, marked)
