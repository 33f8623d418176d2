"""The rules, the checks and the readers that there are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import pytest

from brievenbus.checks.registry import ALL_CHECKS
from brievenbus.rulebook import RuleKind, load_rulebook
from brievenbus.rulebook.profiles import profile_names
from brievenbus.web.api.shapes import Kind
from web.conftest import Start

from .conftest import API, Holds, client_of, refused


def every(client: httpx.Client, **wanted: str) -> list[dict[str, Any]]:
    """All rules, page by page."""
    found: list[dict[str, Any]] = []
    page = client.get("/rules", params={**wanted, "size": 1000}).json()
    while True:
        found += page["rules"]
        if page["next"] is None:
            assert len(found) == page["total"]
            return found
        page = client.get(page["next"].removeprefix(API)).json()


def test_all_rules_and_checks_are_listed_once_by_name(client: httpx.Client) -> None:
    names = [rule["id"] for rule in every(client)]
    expected = {rule.id for rule in load_rulebook().rules} | {check.id for check in ALL_CHECKS}
    assert names == sorted(names)
    assert set(names) == expected
    assert len(names) == len(expected)


def test_a_page_leads_to_the_next_and_the_one_before(client: httpx.Client, holds: Holds) -> None:
    first = client.get("/rules", params={"size": 10, "category": "vakterm"}).json()
    holds("RulePage", first)
    assert first["previous"] is None
    second = client.get(first["next"].removeprefix(API)).json()
    assert second["page"] == 2
    assert second["previous"] == f"{API}/rules?category=vakterm&page=1&size=10"
    assert {rule["category"] for rule in first["rules"] + second["rules"]} == {"vakterm"}
    assert not {r["id"] for r in first["rules"]} & {r["id"] for r in second["rules"]}
    far = client.get("/rules", params={"page": 1_000_000}).json()
    assert far["rules"] == []
    assert far["next"] is None


def test_filters_narrow_the_list(client: httpx.Client) -> None:
    whole = len(every(client))
    for name, value in (("category", "afkorting"), ("severity", "note"), ("kind", "controle")):
        some = every(client, **{name: value})
        assert 0 < len(some) < whole
        assert {rule[name] for rule in some} == {value}
    both = every(client, category="woord", severity="error")
    assert all((r["category"], r["severity"]) == ("woord", "error") for r in both)


@pytest.mark.parametrize(
    "wanted",
    [
        {"category": "alles"},
        {"severity": "fout"},
        {"kind": "woorden"},
        {"page": "0"},
        {"page": "-1"},
        {"page": "1.0"},
        {"page": "1_0"},
        {"page": " 1"},
        {"page": "١"},
        {"page": "9" * 5000},
        {"size": "1001"},
        {"size": ""},
        {"ernst": "error"},
        {"size": ["1", "2"]},
    ],
)
def test_a_wrong_filter_is_refused_by_its_name(client: httpx.Client, wanted: Any) -> None:
    told = refused(client.get("/rules", params=wanted), 400)
    assert [error["field"] for error in told["errors"]] == list(wanted)


def test_every_finding_leads_to_its_rule(client: httpx.Client, project: Path, holds: Holds) -> None:
    letter = project / "samples" / "kwijtschelding-origineel.docx"
    report = client.post("/checks", files={"file": (letter.name, letter.read_bytes())}).json()
    names = {finding["rule"] for finding in report["documents"][0]["findings"]}
    assert len(names) > 20
    for name in sorted(names):
        rule = client.get(f"/rules/{name}").json()
        assert rule["id"] == name
        assert rule["explanation"]
        holds("Rule", rule)


def test_a_rule_tells_what_is_public_and_no_more(client: httpx.Client, project: Path) -> None:
    rule = client.get("/rules/verstrekken").json()
    assert rule["choose"]
    assert rule["wrong"]
    assert rule["provenance"]["bron"]
    assert str(project) not in str(every(client))
    assert not {"file", "line", "decisions"} & rule.keys()


@pytest.mark.parametrize("name", ["bestaat-niet", "%00", "a%20b", "🙈", "%ff", "x" * 5000])
def test_an_unknown_rule_is_refused(client: httpx.Client, name: str) -> None:
    refused(client.get(f"/rules/{name}"), 404)


def test_kinds_are_those_of_rule_files_and_one_more() -> None:
    assert set(Kind.__args__) == {*map(str, RuleKind), "controle"}


def test_readers_are_listed_with_their_limits(client: httpx.Client, holds: Holds) -> None:
    told = client.get("/profiles").json()
    holds("Profiles", told)
    assert told["default"] == "inwoner"
    assert [each["name"] for each in told["profiles"]] == profile_names()
    young = next(each for each in told["profiles"] if each["name"] == "jongere")
    assert young["thresholds"]["lange_zin"] == 15


def test_rules_and_readers_of_the_organisation_count(start: Start, tmp_path: Path) -> None:
    rules = tmp_path / "eigen.yaml"
    rules.write_text(
        "- id: brievenbusgeel\n"
        "  soort: woord\n"
        "  zoek: brievenbusgeel\n"
        "  kies: [geel]\n"
        "  uitleg: Geel is korter.\n"
        "  ernst: tip\n"
        "  fout: De deur is brievenbusgeel.\n"
        "  goed: De deur is geel.\n"
        "  herkomst: {bron: redactie, datum: 2026-11-21}\n",
        "utf-8",
    )
    server = start("--workers", "1", "--profile", "jongere", "--rules", str(rules))
    with client_of(server) as client:
        assert client.get("/rules/brievenbusgeel").json()["choose"] == ["geel"]
        assert client.get("/profiles").json()["default"] == "jongere"
        (document,) = client.post("/checks", json={"text": "De deur is brievenbusgeel."}).json()[
            "documents"
        ]
        assert document["profile"] == "jongere"
        assert "brievenbusgeel" in {each["rule"] for each in document["findings"]}
