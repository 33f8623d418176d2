"""The door of the server: its name, where a request comes from, how large it is, who asks.

It also says what a browser must keep to with every answer.
"""

from __future__ import annotations

import logging
import traceback

from starlette import status
from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect, HTTPConnection
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from brievenbus.documents.limits import MEGABYTE
from brievenbus.web.access import Access
from brievenbus.web.config import ServerConfig
from brievenbus.web.refusals import API, LANGUAGETOOL, RefusalError, answer, refusal_of
from brievenbus.web.texts import say

_LOG = logging.getLogger("brievenbus.web")

HEALTH = "/api/v1/health"
SIGN_IN = "/aanmelden"
ASSETS = "/vast/"
DESCRIPTION = "/api/v1/openapi.json"
_OPEN = frozenset({HEALTH, DESCRIPTION, SIGN_IN})
"""What anyone may ask, as the assets of pages: whether the server lives, how it is asked, and the page on
which the token is shown."""

_LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
_WILD = frozenset({"0.0.0.0", "::"})
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Not no-referrer: with that a browser hides from us that a form comes from our own page.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}
"""Nothing from elsewhere, no inline script or style, in no frame, and nothing kept by browser or proxy."""


class Guard:
    """The door: an ASGI layer around the whole server."""

    def __init__(self, app: ASGIApp, config: ServerConfig, access: Access) -> None:
        self._app = app
        self._config = config
        self._access = access
        names = {name.lower() for name in config.hosts}
        if config.local:
            names |= _LOOPBACK
        if config.host not in _WILD:
            names.add(f"[{config.host}]" if ":" in config.host else config.host.lower())
        self._names = names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        counted = _Counted(receive, self._config.megabytes * MEGABYTE)
        outgoing = _Outgoing(send)
        try:
            self._refuse(HTTPConnection(scope))
            await self._app(scope, counted, outgoing)
        except ClientDisconnect:
            return  # nobody is there any more to answer
        except Exception as error:
            if outgoing.begun:
                # Half an answer stands already: the connection breaks off, and the asker sees that.
                raise _HalfAnswerError from None
            refusal = self._refusal(error)
            response = self._to_sign_in(scope, refusal) or answer(scope["path"], refusal)
            await response(scope, receive, outgoing)

    def _to_sign_in(self, scope: Scope, refusal: RefusalError) -> Response | None:
        """Lead a browser that asks for a page without the token to where it can be shown."""
        page = "text/html" in HTTPConnection(scope).headers.get("accept", "")
        asked = scope["method"] in _SAFE and not scope["path"].startswith((API, LANGUAGETOOL))
        if refusal.status == status.HTTP_401_UNAUTHORIZED and self._config.token and page and asked:
            return RedirectResponse(SIGN_IN, status.HTTP_303_SEE_OTHER)
        return None

    def _refusal(self, error: Exception) -> RefusalError:
        refusal = refusal_of(error, self._config)
        if refusal.status == status.HTTP_500_INTERNAL_SERVER_ERROR:
            # What an error says may hold text of a letter; where it came from does not.
            _LOG.error("%s\n%s", type(error).__name__, _where(error))
        return refusal

    def _refuse(self, connection: HTTPConnection) -> None:
        if self._name(connection.headers.get("host", "")) not in self._names:
            raise RefusalError(status.HTTP_421_MISDIRECTED_REQUEST, say("fout.adres"))
        path, method = connection.scope["path"], connection.scope["method"]
        if method not in _SAFE and self._elsewhere(connection):
            raise RefusalError(status.HTTP_403_FORBIDDEN, say("fout.herkomst"))
        length = connection.headers.get("content-length", "")
        if length.isdecimal() and int(length) > self._config.megabytes * MEGABYTE:
            raise too_large(self._config)
        # A client of LanguageTool shows its token in the body, so that is looked at later.
        if (
            path in _OPEN
            or path.startswith((ASSETS, LANGUAGETOOL))
            or self._access.allows(connection)
        ):
            return
        raise RefusalError(status.HTTP_401_UNAUTHORIZED, say("fout.sleutel"))

    def _elsewhere(self, connection: HTTPConnection) -> bool:
        """Whether a web page of another site made this request; add-ons and programs are no pages."""
        scheme, _, host = connection.headers.get("origin", "").lower().partition("://")
        if scheme in ("http", "https"):
            return self._name(host) not in self._names
        # A page in a frame without rights of its own sends "null".
        foreign = scheme == "null" or connection.headers.get("sec-fetch-site") == "cross-site"
        return not host and foreign

    @staticmethod
    def _name(host: str) -> str:
        """Return a name without its port."""
        name = host.strip().lower()
        if name.startswith("["):
            return name.partition("]")[0] + "]"
        return name.partition(":")[0]


def too_large(config: ServerConfig) -> RefusalError:
    """Return the refusal of a request that is larger than it may be."""
    message = say("fout.te_groot", megabytes=config.megabytes)
    return RefusalError(status.HTTP_413_CONTENT_TOO_LARGE, message)


class _Counted:
    """Reads a request and stops where it grows over the limit, whatever its headers said."""

    def __init__(self, receive: Receive, most: int) -> None:
        self._receive = receive
        self._most = most
        self._read = 0

    async def __call__(self) -> Message:
        message = await self._receive()
        self._read += len(message.get("body", b""))
        if self._read > self._most:
            text = say("fout.te_groot", megabytes=self._most // MEGABYTE)
            raise RefusalError(status.HTTP_413_CONTENT_TOO_LARGE, text)
        return message


class _Outgoing:
    """Sends the answer, with the headers that every answer bears."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.begun = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.begun = True
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await self._send(message)


class _HalfAnswerError(Exception):
    """An answer that had begun could not be finished."""


def _where(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return "\n".join(f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames)
