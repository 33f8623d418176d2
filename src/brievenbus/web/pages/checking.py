"""The pages on one letter: the form, the result, taking over, downloading, and how far the work is."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette import status
from starlette.responses import JSONResponse, RedirectResponse, Response

from brievenbus.documents.errors import DocumentError
from brievenbus.documents.limits import MEGABYTE
from brievenbus.letter import LetterKind
from brievenbus.rulebook.profiles import DEFAULT as PROFILE
from brievenbus.rulebook.profiles import ProfileError
from brievenbus.web.pages import work
from brievenbus.web.pages.figures import read_figures
from brievenbus.web.pages.forms import Form, read_form
from brievenbus.web.pages.rendering import answered, fill, form_token, readers
from brievenbus.web.pages.versions import Sent, spoilt
from brievenbus.web.pool import JobError, Pool
from brievenbus.web.refusals import RefusalError, refusal_of
from brievenbus.web.texts import say

router = APIRouter()

FAILURES = (DocumentError, ProfileError, JobError, RefusalError)
"""What can go wrong with a letter, to be told on the page where it was sent from."""

_MOST_TAKEN = 10**6


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with a form: at which field, in a Dutch sentence."""

    field: str
    message: str


@router.get("/")
async def start(request: Request) -> Response:
    """Show the form."""
    return _form_page(request, Form({}, {}))


@router.get("/nakijken")
@router.get("/overnemen")
@router.get("/download")
async def begin_anew(request: Request) -> Response:
    """Lead to the form: a result has no address, because nothing of it is kept."""
    return RedirectResponse("/", status.HTTP_303_SEE_OTHER)


@router.post("/nakijken")
async def check(request: Request) -> Response:
    """Check a file, a text, or the version that the page carries."""
    form = await read_form(request)
    sent, mistake = chosen(form, "bestand", "tekst", "formulier.leeg", "formulier.allebei")
    sent = sent or form.carried()
    if sent is None or mistake.field:
        return _form_page(request, form, mistake, status.HTTP_422_UNPROCESSABLE_CONTENT)
    try:
        page = await _pool(request).run(work.check, _asked(request, form, sent), ticket=form.ticket)
    except FAILURES as error:
        refused = refusal_of(error, request.app.state.services.config)
        field = "lezers" if isinstance(error, ProfileError) else _field(form)
        return _form_page(request, form, Mistake(field, refused.message), refused.status)
    return answered(request, page)


@router.post("/overnemen")
async def take(request: Request) -> Response:
    """Take a suggestion over in the version that the page carries."""
    form = await read_form(request)
    asked = _asked(request, form, _carried(form))
    choice = form.field("neem")
    return answered(request, await _pool(request).run(work.take, asked, choice, ticket=form.ticket))


@router.post("/download")
async def download(request: Request) -> Response:
    """Give a copy of the version that the page carries."""
    form = await read_form(request)
    asked = _asked(request, form, _carried(form))
    which = form.field("kopie")
    name, kind, data = await _pool(request).run(work.copy, asked, which, ticket=form.ticket)
    disposition = f"attachment; filename*=UTF-8''{_quoted(name)}"
    return Response(data, media_type=kind, headers={"Content-Disposition": disposition})


@router.get("/voortgang/{ticket}")
async def progress(request: Request, ticket: str) -> Response:
    """Say how far a job is, from 0 to 1; null where there is no such job."""
    return JSONResponse({"deel": _pool(request).progress(ticket)})


def chosen(form: Form, file: str, text: str, empty: str, both: str) -> tuple[Sent | None, Mistake]:
    """Return the file or the text that was sent, or what is wrong with the choice.

    `empty` and `both` name the sentences for neither and for both. Where nothing was sent the mistake
    holds only if the page carries no version either.
    """
    sent, pasted = form.file(file), form.text(text)
    if sent and pasted:
        return None, Mistake(file, say(both))
    if sent is None and pasted is None and form.carried() is None:
        return None, Mistake(file, say(empty))
    return sent or pasted, Mistake("", "")


def _pool(request: Request) -> Pool:
    pool: Pool = request.app.state.services.pool
    return pool


def _asked(request: Request, form: Form, sent: Sent) -> work.Asked:
    taken = form.field("genomen")
    fits = taken.isascii() and taken.isdecimal() and len(taken) < len(str(_MOST_TAKEN))
    return work.Asked(
        sent=sent,
        readers=form.field("lezers") or None,
        kind=form.kind,
        token=form_token(request),
        most=request.app.state.services.config.megabytes * MEGABYTE,
        begin=read_figures(form.field("begin")),
        before=read_figures(form.field("nu")),
        taken=int(taken) if fits else 0,
    )


def _carried(form: Form) -> Sent:
    carried = form.carried()
    if carried is None:
        raise spoilt()
    return carried


def _field(form: Form) -> str:
    return "bestand" if form.file("bestand") or form.carried() else "tekst"


def _form_page(
    request: Request,
    form: Form,
    mistake: Mistake | None = None,
    code: int = status.HTTP_200_OK,
) -> Response:
    config = request.app.state.services.config
    norms = config.norms
    page = fill(
        "formulier.html.j2",
        token=form_token(request),
        mistakes=(mistake,) if mistake else (),
        lost=form.file("bestand") is not None,
        text=form.field("tekst"),
        readers=readers(norms.readers),
        chosen=form.field("lezers") or norms.profile or PROFILE,
        kind=(form.kind or norms.kind or LetterKind.LETTER).value,
        megabytes=config.megabytes,
    )
    return answered(request, page, code)


def _quoted(name: str) -> str:
    """Write a name as RFC 8187 asks of a header: all but letters, digits and a few marks as bytes."""
    return "".join(
        chr(byte)
        if chr(byte).isascii() and (chr(byte).isalnum() or chr(byte) in "-._")
        else f"%{byte:02X}"
        for byte in name.encode(errors="replace")
    )
