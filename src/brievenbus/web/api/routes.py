"""All routes of the API."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from brievenbus.web.api import auditroutes, checks, health, rules
from brievenbus.web.api.description import published
from brievenbus.web.api.operations import Handler, Operation
from brievenbus.web.api.version import PREFIX

_ALL = (*checks.OPERATIONS, *rules.OPERATIONS, *auditroutes.OPERATIONS, *health.OPERATIONS)

OPERATIONS: tuple[Operation, ...] = (*_ALL, published(_ALL))
"""Every operation of the API, the one that gives its description last."""


def _by_method(handlers: Mapping[str, Handler]) -> Handler:
    """Return one handler for a path, so that a refusal of other methods names all that there are."""

    async def handle(request: Request) -> Response:
        return await handlers[request.method](request)

    return handle


def _made() -> APIRouter:
    made = APIRouter(lifespan=auditroutes.lifespan)
    paths: dict[str, dict[str, Handler]] = {}
    for operation in OPERATIONS:
        paths.setdefault(operation.path, {})[operation.method] = operation.handler
    for path, handlers in paths.items():
        made.add_api_route(
            PREFIX + path,
            _by_method(handlers),
            methods=sorted(handlers),
            response_model=None,
            include_in_schema=False,
        )
    return made


router = _made()
