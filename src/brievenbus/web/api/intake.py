"""Reading what a request asks: JSON, a form with files, or what stands behind the question mark.

What is not as it is described is refused with everything that is wrong with it (API Design Rules:
``/core/error-handling/invalid-input`` and ``all-errors``).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails
from starlette import status
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from brievenbus.documents.limits import MEGABYTE
from brievenbus.rulebook.profiles import profile_names
from brievenbus.web.api.jobs import Norms
from brievenbus.web.api.shapes import Asked
from brievenbus.web.api.shapes import Norms as AskedNorms
from brievenbus.web.api.texts import say, texts
from brievenbus.web.config import ServerConfig
from brievenbus.web.refusals import RefusalError

JSON = "application/json"
FORM = "multipart/form-data"

_MOST_FIELDS = 20
_MOST_FILES = 5_000
"""More than any request asks; what is asked of an audit is bound by `Limits.onderdelen`."""

_TOLD = 100
"""Characters of the name of an unknown field that are told back, and fields that are."""

_SWITCH = {"true": True, "false": False}

Shape = TypeVar("Shape", bound=Asked)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was sent: its name as the sender says, and its bytes."""

    name: str
    data: bytes


def media_type(request: Request) -> str:
    """Return what the body of a request says to be."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def refuse_type(*known: str) -> RefusalError:
    """Return the refusal of a body of another type."""
    message = say("fout.soort", soorten=" / ".join(known))
    return RefusalError(status.HTTP_415_UNSUPPORTED_MEDIA_TYPE, message)


async def read_json(request: Request, shape: type[Shape]) -> Shape:
    """Return what the JSON in the body says.

    Raises:
        RefusalError: when it is no JSON, or not as it must be.
    """
    body = await request.body()
    try:
        return _known(request, shape.model_validate_json(body))
    except ValidationError as error:
        raise _refused(error) from error


def read_query(request: Request, shape: type[Shape]) -> Shape:
    """Return what stands behind the question mark; else as `read_json`."""
    values: dict[str, Any] = dict(_once(request.query_params.multi_items()))
    for name in values.keys() & {"page", "size"}:
        # No more than digits: what else Python takes for a number, a description cannot say.
        if values[name].isascii() and values[name].isdigit() and len(values[name]) < _TOLD:
            values[name] = int(values[name])
    return _validated(request, shape, values)


async def read_form(request: Request, shape: type[Shape], files: str) -> tuple[Shape, list[Upload]]:
    """Return what a form says, and the files in it under the name `files`; else as `read_json`."""
    if media_type(request) != FORM:
        raise refuse_type(FORM)
    fields: list[tuple[str, str]] = []
    uploads: list[Upload] = []
    for name, value in await _parts(request):
        if isinstance(value, UploadFile) and name == files:
            uploads.append(Upload(_text(value.filename or ""), await value.read()))
        else:
            fields.append((_text(name), _text(value) if isinstance(value, str) else ""))
    values: dict[str, Any] = dict(_once(fields))
    for name, field in shape.model_fields.items():
        if field.annotation is bool and name in values:
            values[name] = _SWITCH.get(values[name], values[name])
    asked = _validated(request, shape, values)
    if not uploads:
        raise _bad({files: say("veld.bestand")})
    return asked, uploads


async def read_file(request: Request, shape: type[Shape]) -> tuple[Shape, Upload]:
    """Return what a form with one file says, and the file; else as `read_json`."""
    asked, uploads = await read_form(request, shape, "file")
    if len(uploads) > 1:
        raise _bad({"file": say("veld.dubbel")})
    return asked, uploads[0]


def norms_of(asked: AskedNorms) -> Norms:
    """Return the norms in a request as workers take them."""
    return Norms(kind=asked.kind, profile=asked.profile, department=asked.department)


async def _parts(request: Request) -> list[tuple[str, UploadFile | str]]:
    config: ServerConfig = request.app.state.services.config
    parser = MultiPartParser(
        request.headers,
        request.stream(),
        max_files=_MOST_FILES,
        max_fields=_MOST_FIELDS,
    )
    # Letters stay in memory: what is larger than this comes no further than the door.
    parser.spool_max_size = config.megabytes * MEGABYTE + 1
    try:
        return (await parser.parse()).multi_items()
    except (MultiPartException, ValueError) as error:
        raise RefusalError(status.HTTP_400_BAD_REQUEST, say("fout.formulier")) from error


def _text(value: str) -> str:
    """Return a text that can be written again: half characters are gone."""
    return value.encode("utf-8", "replace").decode()


def _once(items: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Refuse what is said twice."""
    given = list(items)
    counted = Counter(name for name, _ in given)
    twice = [name for name, count in counted.items() if count > 1]
    if twice:
        raise _bad({name: say("veld.dubbel") for name in twice})
    return given


def _validated(request: Request, shape: type[Shape], values: dict[str, Any]) -> Shape:
    try:
        # As JSON: there a name is the same as a choice, and nothing else is taken for another type.
        return _known(request, shape.model_validate_json(json.dumps(values)))
    except ValidationError as error:
        raise _refused(error) from error


def _known(request: Request, asked: Shape) -> Shape:
    """Refuse readers that there are not."""
    if isinstance(asked, AskedNorms) and asked.profile is not None:
        names = profile_names(request.app.state.services.config.norms.readers)
        if asked.profile not in names:
            raise _bad({"profile": say("veld.keuze", keuzes=", ".join(names))})
    return asked


def _refused(error: ValidationError) -> RefusalError:
    found = error.errors(include_url=False, include_input=False)
    if any(each["type"] == "json_invalid" for each in found):
        return RefusalError(status.HTTP_400_BAD_REQUEST, say("fout.json"))
    return _bad({_place(each): _said(each) for each in found})


def _bad(errors: dict[str, str]) -> RefusalError:
    shown = {name[:_TOLD]: text for name, text in list(errors.items())[:_TOLD]}
    message = say("fout.velden", velden=", ".join(shown))
    return RefusalError(status.HTTP_400_BAD_REQUEST, message, errors=shown)


def _place(error: ErrorDetails) -> str:
    # Behind the name of a field stands which of its alternatives did not fit.
    return str(error["loc"][0]) if error["loc"] else "body"


def _said(error: ErrorDetails) -> str:
    """Say in Dutch what pydantic found wrong."""
    kind, context = error["type"], dict(error.get("ctx", {}))
    if kind not in texts()["waarde"]:
        return say("waarde.anders")
    if "expected" in context:
        context["expected"] = str(context["expected"]).replace(" or ", " of ")
    return say(f"waarde.{kind}", **context)
