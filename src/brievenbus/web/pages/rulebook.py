"""The pages on the rules: a list to search in, and one page for each rule or check."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette import status
from starlette.responses import HTMLResponse, Response

from brievenbus.checks.registry import ALL_CHECKS
from brievenbus.checks.rules.examples import all_examples
from brievenbus.dutch.pipeline import EMBEDDED, Pipeline, load_pipeline
from brievenbus.reports.ruleexamples import Shown
from brievenbus.reports.ruleexamples import shown as example
from brievenbus.reports.ruletexts import found_in_short, parts_of
from brievenbus.rulebook.profiles import load_profile, profile_names
from brievenbus.web.bench import Bench
from brievenbus.web.pages.rendering import fill
from brievenbus.web.refusals import RefusalError
from brievenbus.web.texts import say

router = APIRouter()

_MOST = 100
"""Rules on one page: more is not read, and makes the page slow."""

_LONGEST = 100
"""Characters of what is looked for."""

_HIDDEN = frozenset({"staat_in", "waarom"})
"""Parts of a rule that its page does not list: where the file stands, and what it shows elsewhere."""


@router.get("/regels")
async def search(request: Request) -> Response:
    """Show the rules in which some letters occur."""
    wanted = request.query_params.get("zoek", "")[:_LONGEST]
    return HTMLResponse(await request.app.state.services.pool.run(found, wanted))


@router.get("/regels/{name}")
async def one(request: Request, name: str) -> Response:
    """Show one rule or check with its examples."""
    return HTMLResponse(await request.app.state.services.pool.run(explained, name))


def found(bench: Bench, wanted: str) -> bytes:
    """Return the page with the rules in which `wanted` occurs: a job."""
    letters = wanted.casefold().strip()
    checks = [
        (check.id, check.page.name)
        for check in ALL_CHECKS
        if letters in f"{check.id} {check.page.name} {check.page.reason}".casefold()
    ]
    rules = []
    for rule in sorted(bench.rulebook.rules, key=lambda each: each.id):
        short = " → ".join(filter(None, (found_in_short(rule), ", ".join(rule.choose))))
        if letters in f"{rule.id} {short}".casefold():
            rules.append((rule.id, short))
    return fill(
        "regels.html.j2",
        wanted=wanted,
        checks=checks,
        rules=rules[:_MOST],
        total=len(checks) + len(rules),
        more=len(rules) > _MOST,
        most=_MOST + len(checks),
    )


def explained(bench: Bench, name: str) -> bytes:
    """Return the page on one rule or check: a job.

    Raises:
        RefusalError: there is none by this name.
    """
    for check in ALL_CHECKS:
        if check.id == name:
            return _check_page(bench, name)
    for rule in bench.rulebook.rules:
        if rule.id == name:
            return _rule_page(bench, name)
    raise RefusalError(status.HTTP_404_NOT_FOUND, say("regels.geen"))


def _rule_page(bench: Bench, name: str) -> bytes:
    rule = next(each for each in bench.rulebook.rules if each.id == name)
    own = bench.norms.readers
    profiles = [load_profile(each, own) for each in profile_names(own)]
    tried = [
        (each.must_fire, example(each.text, each.findings))
        for each in all_examples([rule], _pipeline(bench), own)
    ]
    return fill(
        "regel.html.j2",
        name=name,
        reason=rule.reason,
        parts=[
            each for each in parts_of(rule, profiles, with_folder=False) if each.name not in _HIDDEN
        ],
        wrong=[view for must_fire, view in tried if must_fire],
        right=[view for must_fire, view in tried if not must_fire],
        source="",
    )


def _check_page(bench: Bench, name: str) -> bytes:
    check = next(each for each in ALL_CHECKS if each.id == name)
    pipeline, profile = _pipeline(bench), load_profile()

    def tried(text: str) -> Shown:
        return example(text, check(pipeline.analyse(text), profile))

    return fill(
        "regel.html.j2",
        name=check.page.name,
        reason=check.page.reason,
        parts=[],
        wrong=[tried(text) for text in check.page.wrong],
        right=[tried(text) for text in check.page.right],
        source=check.page.source,
    )


def _pipeline(bench: Bench) -> Pipeline:
    return load_pipeline(bench.norms.model or EMBEDDED)
