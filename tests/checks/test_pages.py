"""Every check has a page, and does on its own examples what the page says."""

from __future__ import annotations

import pytest

from brievenbus.checks.page import Check
from brievenbus.checks.registry import ALL_CHECKS
from brievenbus.dutch.pipeline import load_pipeline
from brievenbus.findings import Finding
from brievenbus.rulebook.profiles import load_profile

EXAMPLES = [
    pytest.param(check, text, kind == "wrong", id=f"{check.id}-{kind}-{number}")
    for check in ALL_CHECKS
    for kind in ("wrong", "right")
    for number, text in enumerate(getattr(check.page, kind))
]


def found(check: Check, text: str) -> list[Finding]:
    return check(load_pipeline().analyse(text), load_profile())


@pytest.mark.parametrize(("check", "text", "fires"), EXAMPLES)
def test_the_examples_do_what_the_page_says(check: Check, text: str, fires: bool) -> None:
    assert [each.rule for each in found(check, text)][:1] == ([check.id] if fires else [])


@pytest.mark.parametrize("check", ALL_CHECKS, ids=lambda check: check.id)
def test_a_page_is_complete(check: Check) -> None:
    page = check.page
    assert page.wrong and page.right and page.source and page.reason and page.name
    assert all(getattr(load_profile(), name) for name in page.thresholds)


def test_no_two_checks_have_one_name() -> None:
    assert len({check.id for check in ALL_CHECKS}) == len(ALL_CHECKS)
