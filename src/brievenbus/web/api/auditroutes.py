"""An audit as a job: asked, followed, read and taken away."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import IO, Any

from starlette import status
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from brievenbus.audit.reports import DASHBOARD, FINDINGS, LETTERS, WORKBOOK
from brievenbus.audit.run import RECORDS
from brievenbus.web.api.auditing import OUTPUT
from brievenbus.web.api.audits import Audits, Kept
from brievenbus.web.api.intake import JSON, norms_of, read_form, read_query
from brievenbus.web.api.operations import DOOR, JOB, OTHER_SITE, Answer, Body, Operation
from brievenbus.web.api.shapes import Audit, AuditLinks, FileCheck, Nothing, Summary
from brievenbus.web.api.texts import say
from brievenbus.web.api.unpacking import lay_out
from brievenbus.web.api.version import PREFIX
from brievenbus.web.refusals import RefusalError

PATH = "/audits"
_PIECE = 65_536

REPORTS = {
    "results": (RECORDS, "application/jsonl"),
    "dashboard": (DASHBOARD, "text/html"),
    "workbook": (WORKBOOK, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "tables/letters": (LETTERS, "application/vnd.apache.parquet"),
    "tables/findings": (FINDINGS, "application/vnd.apache.parquet"),
}
"""The reports of an audit by the end of their path: the file and its kind of content."""


@asynccontextmanager
async def lifespan(app: Any) -> AsyncIterator[None]:
    """Keep the audits of a server, and take them away when it stops."""
    app.state.audits = Audits(app.state.services.config)
    try:
        yield
    finally:
        await app.state.audits.close()


def _audits(request: Request) -> Audits:
    audits: Audits = request.app.state.audits
    return audits


async def begin(request: Request) -> Response:
    """Begin an audit of the letters in a request."""
    read_query(request, Nothing)
    asked, uploads = await read_form(request, FileCheck, "files")
    files = [(upload.name, upload.data) for upload in uploads]
    pool = request.app.state.services.pool

    async def laid(folder: str) -> tuple[int, int]:
        counts: tuple[int, int] = await pool.run(lay_out, folder, files)
        return counts

    audits = _audits(request)
    kept = await audits.begin(laid, norms_of(asked), without_text=asked.without_text)
    response = _told(audits, kept, status.HTTP_202_ACCEPTED)
    response.headers["Location"] = _place(kept)
    return response


async def show(request: Request) -> Response:
    """Tell how far an audit is."""
    read_query(request, Nothing)
    audits = _audits(request)
    return _told(audits, audits.get(request.path_params["id"]), status.HTTP_200_OK)


async def delete(request: Request) -> Response:
    """Take an audit away."""
    read_query(request, Nothing)
    await _audits(request).delete(request.path_params["id"])
    return Response(status_code=status.HTTP_204_NO_CONTENT)


def _report(name: str, content: str) -> Callable[[Request], Awaitable[Response]]:
    """Return what sends one of the reports."""

    async def send(request: Request) -> Response:
        read_query(request, Nothing)
        kept = _audits(request).get(request.path_params["id"])
        if kept.status != "done":
            key = "fout.mislukt" if kept.status == "failed" else "fout.niet_klaar"
            raise RefusalError(status.HTTP_409_CONFLICT, say(key))
        return await _file(kept.folder / OUTPUT / name, content)

    return send


async def _file(path: Path, content: str) -> Response:
    """Return a file piece by piece; as one to keep, since in a browser it may show no script of ours."""
    try:
        file = await asyncio.to_thread(path.open, "rb")
    except FileNotFoundError as error:  # taken away at this very moment
        raise RefusalError(status.HTTP_404_NOT_FOUND, say("fout.audit")) from error
    size = path.stat().st_size
    headers = {
        "Content-Length": str(size),
        "Content-Disposition": f'attachment; filename="{path.name}"',
    }
    return StreamingResponse(_pieces(file), headers=headers, media_type=content)


async def _pieces(file: IO[bytes]) -> AsyncIterator[bytes]:
    with file:
        while piece := await asyncio.to_thread(file.read, _PIECE):
            yield piece


def _place(kept: Kept) -> str:
    return f"{PREFIX}{PATH}/{kept.id}"


def _told(audits: Audits, kept: Kept, code: int) -> Response:
    done = kept.status == "done"
    places = {name.rpartition("/")[2]: f"{_place(kept)}/{name}" for name in REPORTS}
    told = Audit(
        id=kept.id,
        status=kept.status,  # type: ignore[arg-type]  # one of the names that the shape knows
        progress=audits.progress(kept),
        letters=kept.letters,
        skipped=kept.skipped,
        created=kept.created.isoformat(timespec="seconds"),
        expires=None if kept.expires is None else kept.expires.isoformat(timespec="seconds"),
        message=kept.message,
        summary=None if kept.summary is None else Summary(**kept.summary),
        links=AuditLinks(self=_place(kept), **(places if done else {})),
    )
    return Response(told.model_dump_json(indent=2) + "\n", code, media_type=JSON)


_ID = {"id": r"^[A-Za-z0-9_-]{32}$"}
_OWN_ID = "$response.body#/id"
"""Where an answer holds the id, in the words of OpenAPI."""

_NAMES = {place: "getAudit" + place.rpartition("/")[2].title() for place in REPORTS}
_ONE = DOOR | {status.HTTP_404_NOT_FOUND}

OPERATIONS = (
    Operation(
        name="beginAudit",
        method="POST",
        path=PATH,
        handler=begin,
        answers={
            status.HTTP_202_ACCEPTED: Answer(
                (JSON,),
                Audit,
                headers=("Location",),
                links=dict.fromkeys(("getAudit", "deleteAudit", *_NAMES.values()), _OWN_ID),
            )
        },
        refusals=DOOR | JOB | {OTHER_SITE, status.HTTP_415_UNSUPPORTED_MEDIA_TYPE},
        body=Body(form=FileCheck, files="files", several=True),
    ),
    Operation(
        name="getAudit",
        method="GET",
        path=PATH + "/{id}",
        handler=show,
        answers={status.HTTP_200_OK: Answer((JSON,), Audit)},
        refusals=_ONE,
        places=_ID,
    ),
    Operation(
        name="deleteAudit",
        method="DELETE",
        path=PATH + "/{id}",
        handler=delete,
        answers={status.HTTP_204_NO_CONTENT: Answer()},
        refusals=_ONE | {OTHER_SITE},
        places=_ID,
    ),
    *(
        Operation(
            name=_NAMES[place],
            method="GET",
            path=f"{PATH}/{{id}}/{place}",
            handler=_report(name, content),
            answers={status.HTTP_200_OK: Answer((content,), headers=("Content-Disposition",))},
            refusals=_ONE | {status.HTTP_409_CONFLICT},
            places=_ID,
        )
        for place, (name, content) in REPORTS.items()
    ),
)
