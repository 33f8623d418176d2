"""The addresses of the protocol, and who may ask."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from starlette import status
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect
from starlette.responses import Response

from brievenbus.documents import DocumentError
from brievenbus.web.languagetool.checking import check as check_job
from brievenbus.web.languagetool.fields import fields_of
from brievenbus.web.languagetool.matches import SOFTWARE, encoded
from brievenbus.web.languagetool.texts import say
from brievenbus.web.pool import JobError
from brievenbus.web.refusals import RefusalError, answer, refusal_of

router = APIRouter(prefix="/v2", include_in_schema=False)

_JSON = "application/json; charset=utf-8"
_ADD_ONS = ("moz-extension://", "chrome-extension://", "safari-web-extension://")
"""From where add-ons of browsers ask. A web page cannot say that it comes from there."""

LANGUAGES = ("nl", "nl-NL", "nl-BE")
"""LibreOffice looks for the very code of a text's language, language_tool_python for either code."""


@router.api_route("/check", methods=["GET", "POST"])
async def check(request: Request) -> Response:
    """Check a text."""
    try:
        made = Response(await _checked(request), media_type=_JSON)
    except (RefusalError, JobError, DocumentError) as error:
        config = request.app.state.services.config
        # Here and not at the door: without the headers below an add-on cannot read what is wrong.
        made = answer(request.url.path, refusal_of(error, config))
    return _readable_by_add_on(request, made)


@router.get("/languages")
async def languages(request: Request) -> Response:
    """List the languages. Open to all, as is `info`: clients ask it before they show a key."""
    known = [{"name": say(f"taal.{code}"), "code": "nl", "longCode": code} for code in LANGUAGES]
    return _constant(request, known)


@router.get("/info")
async def info(request: Request) -> Response:
    """Say which program this is."""
    return _constant(request, {"software": SOFTWARE})


@router.options("/check")
@router.options("/languages")
@router.options("/info")
async def preflight(request: Request) -> Response:
    """Tell a browser that an add-on may ask."""
    allowed = {
        "Access-Control-Allow-Methods": "GET, POST",
        "Access-Control-Allow-Headers": "Accept, Authorization, Content-Type",
        "Access-Control-Allow-Private-Network": "true",
    }
    made = Response(status_code=status.HTTP_204_NO_CONTENT)
    if _from_add_on(request):
        made.headers.update(allowed)
    return _readable_by_add_on(request, made)


async def _checked(request: Request) -> bytes:
    services = request.app.state.services
    query: bytes = request.scope["query_string"]
    content_type = request.headers.get("content-type", "")
    try:
        body = await request.body()
    except ClientDisconnect as error:
        raise RefusalError(status.HTTP_400_BAD_REQUEST, say("fout.afgebroken")) from error
    if not services.access.allows(request):
        fields = await run_in_threadpool(fields_of, query, content_type, body)
        key = fields.get("apiKey", "")
        if not key:
            raise RefusalError(status.HTTP_401_UNAUTHORIZED, say("fout.sleutel"))
        if not services.access.is_token(key):
            raise RefusalError(status.HTTP_403_FORBIDDEN, say("fout.sleutel_fout"))
    found: bytes = await services.pool.run(check_job, query, content_type, body)
    return found


def _constant(request: Request, value: Any) -> Response:
    return _readable_by_add_on(request, Response(encoded(value), media_type=_JSON))


def _from_add_on(request: Request) -> bool:
    return request.headers.get("origin", "").startswith(_ADD_ONS)


def _readable_by_add_on(request: Request, made: Response) -> Response:
    """Let an add-on of a browser read the answer: Firefox asks for that, Chrome for some."""
    if _from_add_on(request):
        made.headers["Access-Control-Allow-Origin"] = request.headers["origin"]
        made.headers["Vary"] = "Origin"
    return made
