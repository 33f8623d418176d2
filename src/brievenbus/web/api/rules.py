"""The rules, the checks and the readers that there are."""

from __future__ import annotations

from starlette import status
from starlette.requests import Request
from starlette.responses import Response

from brievenbus.web.api import catalogue
from brievenbus.web.api.intake import JSON, read_query
from brievenbus.web.api.operations import DOOR, JOB, Answer, Operation
from brievenbus.web.api.shapes import Nothing, Profiles, Rule, RuleFilter, RulePage
from brievenbus.web.api.texts import say
from brievenbus.web.api.version import PREFIX
from brievenbus.web.refusals import RefusalError

PATH = "/rules"


async def list_rules(request: Request) -> Response:
    """List the rules in force."""
    asked = read_query(request, RuleFilter)
    chosen = {
        name: None if value is None else str(value)
        for name, value in (
            ("category", asked.category),
            ("severity", asked.severity),
            ("kind", asked.kind),
        )
    }
    pool = request.app.state.services.pool
    page = await pool.run(catalogue.rules, chosen, asked.page, asked.size, PREFIX + PATH)
    return Response(page, media_type=JSON)


async def show_rule(request: Request) -> Response:
    """Tell of one rule."""
    read_query(request, Nothing)
    pool = request.app.state.services.pool
    found = await pool.run(catalogue.rule, request.path_params["id"])
    if found is None:
        raise RefusalError(status.HTTP_404_NOT_FOUND, say("fout.regel"))
    return Response(found, media_type=JSON)


async def list_profiles(request: Request) -> Response:
    """List the readers."""
    read_query(request, Nothing)
    found = await request.app.state.services.pool.run(catalogue.profiles)
    return Response(found, media_type=JSON)


OPERATIONS = (
    Operation(
        name="listRules",
        method="GET",
        path=PATH,
        handler=list_rules,
        answers={status.HTTP_200_OK: Answer((JSON,), RulePage)},
        refusals=DOOR | JOB,
        query=RuleFilter,
    ),
    Operation(
        name="getRule",
        method="GET",
        path=PATH + "/{id}",
        handler=show_rule,
        answers={status.HTTP_200_OK: Answer((JSON,), Rule)},
        refusals=DOOR | JOB | {status.HTTP_404_NOT_FOUND},
        places={"id": r"^[^/]{1,200}$"},
    ),
    Operation(
        name="listProfiles",
        method="GET",
        path="/profiles",
        handler=list_profiles,
        answers={status.HTTP_200_OK: Answer((JSON,), Profiles)},
        refusals=DOOR | JOB,
    ),
)
