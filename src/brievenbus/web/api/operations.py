"""What an operation of the API is: how it is reached, what it takes and every answer it can give.

Routes and description are both made of these values, so that they cannot differ.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from pydantic import BaseModel
from starlette import status
from starlette.requests import Request
from starlette.responses import Response

from brievenbus.web.api.shapes import Asked, Nothing

Handler = Callable[[Request], Awaitable[Response]]

REPORT = "Report"
"""The name in the description of the contract's JSON (``brievenbus-report/1``)."""

DOOR = frozenset(
    {
        status.HTTP_400_BAD_REQUEST,
        status.HTTP_401_UNAUTHORIZED,
        status.HTTP_413_CONTENT_TOO_LARGE,
        status.HTTP_421_MISDIRECTED_REQUEST,
    }
)
"""How the door refuses any request, and what is refused of the words behind a question mark."""

OTHER_SITE = status.HTTP_403_FORBIDDEN
"""How the door refuses a web page of another site that wants to change something."""

JOB = frozenset(
    {
        status.HTTP_422_UNPROCESSABLE_CONTENT,
        status.HTTP_502_BAD_GATEWAY,
        status.HTTP_503_SERVICE_UNAVAILABLE,
        status.HTTP_504_GATEWAY_TIMEOUT,
    }
)
"""How work that a worker does can end."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A good answer: its kinds of content, the shape of JSON, and headers beside the version."""

    types: tuple[str, ...] = ()
    shape: type[BaseModel] | str | None = None
    headers: tuple[str, ...] = ()
    links: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Body:
    """What may be sent: JSON of this shape, or a form of that one with files under the name `files`."""

    json: type[Asked] | None = None
    form: type[Asked] | None = None
    files: str = "file"
    several: bool = False


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation; its texts stand under ``handeling.NAME`` in ``web/data/api.toml``.

    `places` are the parts of the path that vary, each with the pattern of its values.
    """

    name: str
    method: str
    path: str
    handler: Handler
    answers: Mapping[int, Answer]
    refusals: frozenset[int] = DOOR
    query: type[Asked] = Nothing
    places: Mapping[str, str] = field(default_factory=dict)
    body: Body | None = None
    open: bool = False
