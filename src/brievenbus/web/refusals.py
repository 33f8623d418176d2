"""What is answered when a request cannot be granted, in the form that the asker reads.

Programs get ``application/problem+json`` (RFC 9457), clients of LanguageTool a line of text, people a page.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from starlette import status
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.responses import Response

from brievenbus.documents.errors import DocumentError
from brievenbus.rulebook.profiles import ProfileError
from brievenbus.web import pool
from brievenbus.web.config import ServerConfig
from brievenbus.web.templating import render
from brievenbus.web.texts import say

API = "/api/"
LANGUAGETOOL = "/v2/"
_HEADERS = {
    status.HTTP_401_UNAUTHORIZED: {"WWW-Authenticate": "Bearer"},
    status.HTTP_503_SERVICE_UNAVAILABLE: {"Retry-After": "2"},
}
"""What RFC 9110 wants in answers of these statuses."""


class RefusalError(Exception):
    """A request that is not granted: the HTTP status, and what to say in Dutch.

    `errors` tell by the name of a field what is wrong with it; `headers` stand in the answer besides.
    """

    def __init__(
        self,
        status: int,
        message: str,
        *,
        errors: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.errors = dict(errors or {})
        self._headers = dict(headers or {})

    def __reduce__(self) -> tuple[Any, ...]:
        """Say how it is made anew: a worker may raise it, and it comes through a pipe."""
        return type(self), (self.status, self.message), self.__dict__

    def headers(self) -> Mapping[str, str]:
        """Return what must stand in the answer besides."""
        return {**_HEADERS.get(self.status, {}), **self._headers}


def refusal_of(error: Exception, config: ServerConfig) -> RefusalError:
    """Return what to say of an error, whichever it is."""
    match error:
        case RefusalError():
            return error
        case DocumentError() | ProfileError():
            return RefusalError(status.HTTP_422_UNPROCESSABLE_CONTENT, str(error))
        case ClientDisconnect():
            # Nobody reads this; it is no fault of ours either.
            return RefusalError(status.HTTP_400_BAD_REQUEST, say("fout.invoer", waar="body"))
        case pool.TooLateError():
            return RefusalError(
                status.HTTP_504_GATEWAY_TIMEOUT, say("fout.te_lang", seconden=config.seconds)
            )
        case pool.TooBusyError():
            return RefusalError(status.HTTP_503_SERVICE_UNAVAILABLE, say("fout.te_druk"))
        case pool.TooHeavyError():
            return RefusalError(status.HTTP_422_UNPROCESSABLE_CONTENT, say("fout.te_zwaar"))
        case pool.WorkerDiedError():
            return RefusalError(status.HTTP_502_BAD_GATEWAY, say("fout.omgevallen"))
    message = say("fout.binnenin", naam=type(error).__name__)
    return RefusalError(status.HTTP_500_INTERNAL_SERVER_ERROR, message)


def answer(path: str, refusal: RefusalError) -> Response:
    """Return the refusal as an answer to a request for `path`."""
    code, headers = refusal.status, dict(refusal.headers())
    if path.startswith(API):
        return problem(refusal)
    if path.startswith(LANGUAGETOOL):
        text = f"Error: {refusal.message}"
        return Response(text, code, headers, media_type="text/plain; charset=utf-8")
    unknown = code == status.HTTP_401_UNAUTHORIZED
    page = render("fout.html.j2", bericht=refusal.message, sleutel=unknown)
    return Response(page, code, headers, media_type="text/html; charset=utf-8")


def problem(refusal: RefusalError) -> Response:
    """Return the refusal for a program, after RFC 9457."""
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": HTTPException(refusal.status).detail,
        "status": refusal.status,
        "detail": refusal.message,
    }
    if refusal.errors:
        body["errors"] = [
            {"field": field, "detail": detail} for field, detail in refusal.errors.items()
        ]
    return Response(
        # A message may quote what was sent, and that need not be valid text.
        json.dumps(body, ensure_ascii=False).encode("utf-8", "replace"),
        refusal.status,
        dict(refusal.headers()),
        media_type="application/problem+json",
    )
