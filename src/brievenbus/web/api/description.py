"""The description of the API as OpenAPI 3.1, made of the operations themselves.

Its words are Dutch and stand in ``web/data/api.toml``; the schema of a report is that of the contract.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from pydantic import BaseModel
from starlette import status
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from brievenbus.rulebook.profiles import profile_names
from brievenbus.web.api.intake import FORM, JSON, read_query
from brievenbus.web.api.operations import DOOR, REPORT, Answer, Operation
from brievenbus.web.api.shapes import Nothing, Problem
from brievenbus.web.api.texts import say, texts
from brievenbus.web.api.version import HEADER, PREFIX, VERSION
from brievenbus.web.config import ServerConfig

PATH = "/openapi.json"
PROBLEM = "application/problem+json"
_BEARER = "bearer"
_COMPONENTS = "#/components/schemas/"
_JSON = dict[str, Any]

_CORS = {"Access-Control-Allow-Origin": "*"}
"""Any page may read the description (API Design Rules: ``/core/publish-openapi``); nothing else."""


def published(operations: Sequence[Operation]) -> Operation:
    """Return the operation that gives the description of these and of itself."""

    async def publish(request: Request) -> Response:
        read_query(request, Nothing)
        config: ServerConfig = request.app.state.services.config
        names = tuple(profile_names(config.norms.readers))
        return Response(made(config.guarded, names), headers=_CORS, media_type=JSON)

    @cache
    def made(guarded: bool, profiles: tuple[str, ...]) -> str:
        described = describe((*operations, own), guarded=guarded, profiles=profiles)
        return json.dumps(described, ensure_ascii=False, indent=2) + "\n"

    own = Operation(
        name="getDescription",
        method="GET",
        path=PATH,
        handler=publish,
        answers={status.HTTP_200_OK: Answer((JSON,), headers=("Access-Control-Allow-Origin",))},
        refusals=DOOR - {status.HTTP_401_UNAUTHORIZED},
        open=True,
    )
    return own


def describe(operations: Iterable[Operation], *, guarded: bool, profiles: Sequence[str]) -> _JSON:
    """Return the description of the operations of a server.

    `guarded` says that whoever comes in must show something; `profiles` are the names of all readers.
    """
    making = _Making(guarded, profiles)
    paths: dict[str, _JSON] = {}
    for operation in operations:
        paths.setdefault(operation.path, {})[operation.method.lower()] = making.operation(operation)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Brievenbus",
            "version": VERSION,
            "description": say("beschrijving.geheel"),
            "contact": {"name": say("beschrijving.contact")},
            "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
        },
        "servers": [{"url": PREFIX, "description": say("beschrijving.server")}],
        "tags": [
            {"name": name, "description": text} for name, text in texts()["onderwerp"].items()
        ],
        "paths": paths,
        "components": {
            "schemas": {**making.schemas, **_report_schemas()},
            "headers": _headers(),
            "responses": making.responses,
            "securitySchemes": {
                _BEARER: {
                    "type": "http",
                    "scheme": "bearer",
                    "description": say("beschrijving.sleutel"),
                }
            },
        },
    }


class _Making:
    """A description in the making; `schemas` and `responses` are what operations share."""

    def __init__(self, guarded: bool, profiles: Sequence[str]) -> None:
        self._guarded = guarded
        self._profiles = list(profiles)
        self.schemas: dict[str, _JSON] = {}
        self.responses: dict[str, _JSON] = {}
        self._shape(Problem)

    def operation(self, operation: Operation) -> _JSON:
        """Return the description of one operation."""
        words = texts()["handeling"][operation.name]
        made: _JSON = {
            "operationId": operation.name,
            "tags": [words["onderwerp"]],
            "summary": words["kort"],
            "description": words["lang"],
            "security": [{_BEARER: []}] if self._guarded and not operation.open else [],
        }
        parameters = [*self._places(operation), *self._query(operation)]
        if parameters:
            made["parameters"] = parameters
        if operation.body is not None:
            made["requestBody"] = {"required": True, "content": self._body(operation)}
        made["responses"] = {
            **{str(code): self._answer(code, each) for code, each in operation.answers.items()},
            **{str(code): self._refusal(code) for code in sorted(operation.refusals)},
        }
        return made

    def _places(self, operation: Operation) -> Iterable[_JSON]:
        for name, pattern in operation.places.items():
            yield {
                "name": name,
                "in": "path",
                "required": True,
                "description": texts()["handeling"][operation.name][name],
                "schema": {"type": "string", "pattern": pattern},
            }

    def _query(self, operation: Operation) -> Iterable[_JSON]:
        shape = self._asked(operation.query)
        for name, schema in shape["properties"].items():
            described = schema.pop("description")
            yield {"name": name, "in": "query", "description": described, "schema": schema}

    def _body(self, operation: Operation) -> _JSON:
        body, content = operation.body, dict[str, Any]()
        assert body is not None
        if body.json is not None:
            content[JSON] = {"schema": self._asked(body.json, may_be_null=True)}
        if body.form is not None:
            schema = self._asked(body.form)
            file: _JSON = {"type": "string", "contentMediaType": "application/octet-stream"}
            schema["properties"][body.files] = {
                **({"type": "array", "items": file, "minItems": 1} if body.several else file),
                "description": texts()["handeling"][operation.name]["bestand"],
            }
            schema["required"] = [*schema.get("required", ()), body.files]
            content[FORM] = {"schema": schema}
        return content

    def _answer(self, code: int, answer: Answer) -> _JSON:
        made: _JSON = {
            "description": texts()["antwoord"][str(code)],
            "headers": {
                name: {"$ref": f"#/components/headers/{name}"} for name in (HEADER, *answer.headers)
            },
        }
        if answer.types:
            made["content"] = {each: self._content(answer) for each in answer.types}
        if answer.links:
            made["links"] = {
                name: {"operationId": name, "parameters": {"id": value}}
                for name, value in answer.links.items()
            }
        return made

    def _content(self, answer: Answer) -> _JSON:
        if isinstance(answer.shape, str):
            return {"schema": {"$ref": _COMPONENTS + answer.shape}}
        if answer.shape is not None:
            return {"schema": self._shape(answer.shape)}
        return {"schema": {"type": "object"}} if answer.types == (JSON,) else {}

    def _refusal(self, code: int) -> _JSON:
        name = texts()["weigering"][str(code)]["naam"]
        headers = [HEADER]
        if code == status.HTTP_401_UNAUTHORIZED:
            headers.append("WWW-Authenticate")
        if code == status.HTTP_503_SERVICE_UNAVAILABLE:
            headers.append("Retry-After")
        self.responses[name] = {
            "description": texts()["weigering"][str(code)]["tekst"],
            "headers": {each: {"$ref": f"#/components/headers/{each}"} for each in headers},
            "content": {
                PROBLEM: {
                    "schema": {"$ref": f"{_COMPONENTS}Problem"},
                    "example": {
                        "type": "about:blank",
                        "title": HTTPException(code).detail,
                        "status": code,
                        "detail": texts()["weigering"][str(code)]["tekst"],
                    },
                }
            },
        }
        return {"$ref": f"#/components/responses/{name}"}

    def _shape(self, shape: type[BaseModel]) -> _JSON:
        """Describe what is answered; shapes within it are shared as well."""
        schema = shape.model_json_schema(mode="serialization", ref_template=_COMPONENTS + "{model}")
        for name, each in {**schema.pop("$defs", {}), shape.__name__: schema}.items():
            self.schemas[name] = _in_dutch(name, each)
        return {"$ref": _COMPONENTS + shape.__name__}

    def _asked(self, shape: type[BaseModel], *, may_be_null: bool = False) -> _JSON:
        """Describe what may be asked; outside JSON nothing can be null."""
        schema = shape.model_json_schema(ref_template="{model}")
        choices = schema.pop("$defs", {})
        for name, each in schema["properties"].items():
            kinds = each.pop("anyOf", [])
            if not may_be_null:
                each.pop("default", None) if kinds else None
                kinds = [kind for kind in kinds if kind != {"type": "null"}]
            kinds = [dict(choices.get(kind.get("$ref"), kind)) for kind in kinds]
            if name == "profile":
                kinds[0] = {"type": "string", "enum": self._profiles}
            for kind in kinds:
                kind.pop("title", None)
                kind.pop("description", None)
            each.update(kinds[0] if len(kinds) == 1 else {"anyOf": kinds} if kinds else {})
        made = _in_dutch(shape.__name__, schema)
        made.pop("description", None)
        return made


def _in_dutch(name: str, schema: _JSON) -> _JSON:
    """Put our words with a shape and its fields, in place of those of the code."""
    words = texts()["schema"]
    schema.pop("title", None)
    schema.pop("description", None)
    if "enum" in schema:
        return {**schema, "description": words[name]["_"]}
    for field, each in schema["properties"].items():
        each.pop("title", None)
        each["description"] = words.get(name, {}).get(field) or words["veld"][field]
    if name in words and "_" in words[name]:
        schema["description"] = words[name]["_"]
    return schema


def _headers() -> dict[str, _JSON]:
    """Describe the headers that answers bear."""
    schemas: dict[str, _JSON] = {
        HEADER: {"type": "string", "const": VERSION},
        "Retry-After": {"type": "integer", "minimum": 1},
    }
    return {
        name: {
            "description": text,
            "required": True,
            "schema": schemas.get(name, {"type": "string"}),
        }
        for name, text in texts()["kop"].items()
    }


@cache
def _report_schemas() -> dict[str, _JSON]:
    """Return the schema of the contract in parts, each under a name of its own in the description."""
    source = files("brievenbus.reports").joinpath("data", "report.schema.json")
    whole: _JSON = json.loads(source.read_text(encoding="utf-8"))
    names = {name: REPORT + name.title() for name in whole["$defs"]}

    def moved(value: Any) -> Any:
        if isinstance(value, list):
            return [moved(each) for each in value]
        if not isinstance(value, dict):
            return value
        if "$ref" in value:
            name = value["$ref"].removeprefix("#/$defs/")
            return {**value, "$ref": _COMPONENTS + names[name]}
        return {key: moved(each) for key, each in value.items()}

    parts = {names[name]: moved(part) for name, part in whole.pop("$defs").items()}
    own = {key: each for key, each in whole.items() if not key.startswith("$")}
    return {REPORT: moved(own), **parts}
