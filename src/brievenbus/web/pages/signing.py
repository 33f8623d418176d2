"""The page where people show the token, on a server that asks for one."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette import status
from starlette.responses import RedirectResponse, Response

from brievenbus.web.access import SESSION
from brievenbus.web.guard import SIGN_IN
from brievenbus.web.pages.forms import read_form
from brievenbus.web.pages.rendering import answered, fill, form_token, set_cookie
from brievenbus.web.texts import say

router = APIRouter()


@router.get(SIGN_IN)
async def ask(request: Request) -> Response:
    """Ask for the token; where none is needed, go on."""
    services = request.app.state.services
    if services.config.token is None or services.access.allows(request):
        return RedirectResponse("/", status.HTTP_303_SEE_OTHER)
    return _form_page(request)


@router.post(SIGN_IN)
async def sign_in(request: Request) -> Response:
    """Let the browser in that shows the token."""
    access = request.app.state.services.access
    form = await read_form(request)
    shown = form.field("sleutel").strip()
    if not access.is_token(shown):
        message = say("aanmelden.fout" if shown else "aanmelden.leeg")
        return _form_page(request, message, status.HTTP_422_UNPROCESSABLE_CONTENT)
    answer = RedirectResponse("/", status.HTTP_303_SEE_OTHER)
    set_cookie(request, answer, SESSION, access.session())
    return answer


def _form_page(request: Request, message: str = "", code: int = status.HTTP_200_OK) -> Response:
    page = fill("aanmelden.html.j2", token=form_token(request), message=message)
    return answered(request, page, code)
