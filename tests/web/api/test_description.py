"""The description of the API: OpenAPI 3.1, after the Dutch API Design Rules, of all there is."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from jsonschema import Draft202012Validator

from brievenbus.web.api.routes import OPERATIONS
from brievenbus.web.api.texts import texts
from web.conftest import Start

from .conftest import PROBLEM, client_of, refused

TOKEN = "een-sleutel-van-genoeg-tekens-1234"
KEBAB = re.compile(r"(?:/(?:[a-z]+(?:-[a-z]+)*|\{[a-z]+\}|openapi\.json))+")


@pytest.fixture
def described(client: httpx.Client) -> dict[str, Any]:
    answer = client.get("/openapi.json")
    assert answer.headers["content-type"] == "application/json"
    found: dict[str, Any] = answer.json()
    return found


def operations(described: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation


def references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield value["$ref"]
        for each in value.values():
            yield from references(each)
    elif isinstance(value, list):
        for each in value:
            yield from references(each)


def found(described: dict[str, Any], reference: str) -> Any:
    value: Any = described
    for part in reference.removeprefix("#/").split("/"):
        value = value[part]
    return value


def test_it_tells_version_licence_and_contact(described: dict[str, Any]) -> None:
    assert described["openapi"].startswith("3.1.")
    assert re.fullmatch(r"\d+\.\d+\.\d+", described["info"]["version"])
    assert described["info"]["license"]["identifier"] == "EUPL-1.2"
    assert described["info"]["contact"]["name"]
    assert described["servers"][0]["url"] == "/api/v1"


def test_paths_follow_the_design_rules(described: dict[str, Any]) -> None:
    for path in described["paths"]:
        assert KEBAB.fullmatch(path)
        assert not path.endswith("/")


def test_every_reference_leads_somewhere_and_every_schema_is_one(
    described: dict[str, Any],
) -> None:
    for reference in references(described):
        assert found(described, reference)
    for schema in described["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)


def test_every_route_is_described_with_every_refusal_as_a_problem(
    described: dict[str, Any],
) -> None:
    assert {(path, method.upper()) for path, method, _ in operations(described)} == {
        (operation.path, operation.method) for operation in OPERATIONS
    }
    for path, method, operation in operations(described):
        for code, answer in operation["responses"].items():
            whole = found(described, answer["$ref"]) if "$ref" in answer else answer
            assert "API-Version" in whole["headers"], (path, method, code)
            if code >= "400":
                assert list(whole["content"]) == [PROBLEM]
        assert {"413", "421"} <= operation["responses"].keys()
        if "requestBody" in operation or "parameters" in operation:
            assert "400" in operation["responses"]
        if "{" in path:
            assert "404" in operation["responses"]


def test_the_schema_of_a_report_is_that_of_the_contract(described: dict[str, Any]) -> None:
    from importlib.resources import files

    source = files("brievenbus.reports").joinpath("data", "report.schema.json")
    contract = json.loads(source.read_text("utf-8"))
    shown = described["components"]["schemas"]["Report"]
    assert shown["properties"]["schema"] == {"const": "brievenbus-report/1"}
    assert shown["required"] == contract["required"]
    document = described["components"]["schemas"]["ReportDocument"]
    assert document["required"] == contract["$defs"]["document"]["required"]
    content = described["paths"]["/checks"]["post"]["responses"]["200"]["content"]
    assert content == {"application/json": {"schema": {"$ref": "#/components/schemas/Report"}}}


def test_all_that_can_be_read_is_dutch_and_used(described: dict[str, Any]) -> None:
    for _, _, operation in operations(described):
        assert operation["summary"]
        assert operation["description"].endswith(".")
    assert {operation.name for operation in OPERATIONS} == set(texts()["handeling"])
    own = {name for name in described["components"]["schemas"] if not name.startswith("Report")}
    for name in own:
        for field, schema in described["components"]["schemas"][name].get("properties", {}).items():
            assert schema["description"], (name, field)


def test_every_page_may_read_it_but_nothing_else(client: httpx.Client) -> None:
    origin = {"Origin": "https://ergens.example"}
    allowed = client.get("/openapi.json", headers=origin).headers
    assert allowed["access-control-allow-origin"] == "*"
    assert "access-control-allow-origin" not in client.get("/rules", headers=origin).headers


def test_every_answer_bears_the_version(client: httpx.Client, described: dict[str, Any]) -> None:
    version = described["info"]["version"]
    for path, headers in (("/health", {}), ("/niets", {}), ("/rules", {"Host": "boos.example"})):
        assert client.get(path, headers=headers).headers["api-version"] == version


def test_a_server_with_a_token_says_so_and_asks_it(start: Start, tmp_path: Path) -> None:
    (tmp_path / "sleutel").write_text(TOKEN, "utf-8")
    server = start("--workers", "1", "--token-file", str(tmp_path / "sleutel"))
    with client_of(server) as client:
        assert client.get("/health").json() == {"status": "ok"}
        for method, path in (("GET", "/rules"), ("POST", "/checks"), ("GET", "/metrics")):
            answer = client.request(method, path)
            refused(answer, 401)
            assert answer.headers["www-authenticate"] == "Bearer"
        client.headers["Authorization"] = f"Bearer {TOKEN}"
        described = client.get("/openapi.json").json()
        for path, _, operation in operations(described):
            is_open = path in ("/health", "/openapi.json")
            assert operation["security"] == ([] if is_open else [{"bearer": []}])
        assert described["components"]["securitySchemes"]["bearer"]["scheme"] == "bearer"
        assert client.get("/metrics").headers["content-type"].startswith("text/plain")


def test_the_server_answers_as_described_whatever_it_is_asked(project: Path) -> None:
    script = project / "benchmarks" / "api_schemathesis.py"
    done = subprocess.run(
        [sys.executable, script, "--cases", "150"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("\nmet: ") == 3, done.stdout
    assert "NOT MET" not in done.stdout
