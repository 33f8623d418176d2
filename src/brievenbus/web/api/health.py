"""Whether the server lives, and its counts."""

from __future__ import annotations

from starlette import status
from starlette.requests import Request
from starlette.responses import Response

from brievenbus.web.api.intake import JSON, read_query
from brievenbus.web.api.operations import Answer, Operation
from brievenbus.web.api.shapes import Health, Nothing


async def health(request: Request) -> Response:
    """Say that the server lives; also to who asks in a way of its own, such as a load balancer."""
    return Response(Health(status="ok").model_dump_json(), media_type=JSON)


async def metrics(request: Request) -> Response:
    """Return the counts in the form of Prometheus."""
    read_query(request, Nothing)
    text = request.app.state.services.metrics.text()
    return Response(text, media_type=_PROMETHEUS)


_PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8"

OPERATIONS = (
    Operation(
        name="getHealth",
        method="GET",
        path="/health",
        handler=health,
        answers={status.HTTP_200_OK: Answer((JSON,), Health)},
        refusals=frozenset(
            {status.HTTP_413_CONTENT_TOO_LARGE, status.HTTP_421_MISDIRECTED_REQUEST}
        ),
        open=True,
    ),
    Operation(
        name="getMetrics",
        method="GET",
        path="/metrics",
        handler=metrics,
        answers={status.HTTP_200_OK: Answer(("text/plain",))},
    ),
)
