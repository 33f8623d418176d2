"""Checking a text or a file, and copies of Word files."""

from __future__ import annotations

import tempfile
from pathlib import PurePath

from starlette import status
from starlette.requests import Request
from starlette.responses import Response

from brievenbus.web.api.copying import annotated, cleaned
from brievenbus.web.api.intake import (
    FORM,
    JSON,
    Upload,
    media_type,
    norms_of,
    read_file,
    read_json,
    read_query,
    refuse_type,
)
from brievenbus.web.api.jobs import check_file, check_text
from brievenbus.web.api.operations import DOOR, JOB, OTHER_SITE, REPORT, Answer, Body, Operation
from brievenbus.web.api.shapes import FileCheck, Nothing, TextCheck, WordCopy
from brievenbus.web.api.texts import say
from brievenbus.web.pool import Pool
from brievenbus.web.refusals import RefusalError

WORD_TYPES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".docm": "application/vnd.ms-word.document.macroEnabled.12",
    ".dotx": "application/vnd.openxmlformats-officedocument.wordprocessingml.template",
    ".dotm": "application/vnd.ms-word.template.macroEnabled.12",
}
"""The kinds of Word file, as registered with IANA."""


async def check(request: Request) -> Response:
    """Check a text or a file."""
    read_query(request, Nothing)
    match media_type(request):
        case "application/json":
            asked = await read_json(request, TextCheck)
            report = await _pool(request).run(
                check_text, asked.text, norms_of(asked), asked.without_text
            )
        case "multipart/form-data":
            wanted, file = await read_file(request, FileCheck)
            report = await _pool(request).run(
                check_file, file.data, _last(file), norms_of(wanted), wanted.without_text
            )
        case _:
            raise refuse_type(JSON, FORM)
    return Response(report, media_type=JSON)


async def copy_word(request: Request) -> Response:
    """Make a copy of a Word file, with our comments or without them."""
    read_query(request, Nothing)
    asked, file = await read_file(request, WordCopy)
    if asked.suggest and asked.clean:
        raise RefusalError(
            status.HTTP_400_BAD_REQUEST,
            say("veld.samen"),
            errors={"clean": say("veld.samen")},
        )
    if asked.clean:
        data = await _cleaned(request, file)
    else:
        data = await _pool(request).run(
            annotated, file.data, _last(file), norms_of(asked), asked.suggest
        )
    suffix = PurePath(file.name).suffix.lower()
    suffix = suffix if suffix in WORD_TYPES else ".docx"
    mark = "schoon" if asked.clean else "nagekeken"
    name = {"Content-Disposition": f'attachment; filename="brief.{mark}{suffix}"'}
    return Response(data, headers=name, media_type=WORD_TYPES[suffix])


async def _cleaned(request: Request, file: Upload) -> bytes:
    # The folder is made and taken away here: it is gone also where the worker is ended in the middle.
    with tempfile.TemporaryDirectory(prefix="brievenbus-", ignore_cleanup_errors=True) as folder:
        return await _pool(request).run(cleaned, folder, file.data)


def _pool(request: Request) -> Pool:
    pool: Pool = request.app.state.services.pool
    return pool


def _last(file: Upload) -> str:
    """Return the name of a file without the folders that some programs send with it."""
    return file.name.replace("\\", "/").rpartition("/")[2]


_CHANGES = DOOR | {OTHER_SITE, status.HTTP_415_UNSUPPORTED_MEDIA_TYPE}

OPERATIONS = (
    Operation(
        name="check",
        method="POST",
        path="/checks",
        handler=check,
        answers={status.HTTP_200_OK: Answer((JSON,), REPORT)},
        refusals=_CHANGES | JOB,
        body=Body(json=TextCheck, form=FileCheck),
    ),
    Operation(
        name="copyWord",
        method="POST",
        path="/word-copies",
        handler=copy_word,
        answers={
            status.HTTP_200_OK: Answer(tuple(WORD_TYPES.values()), headers=("Content-Disposition",))
        },
        refusals=_CHANGES | JOB,
        body=Body(form=WordCopy),
    ),
)
