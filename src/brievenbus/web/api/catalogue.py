"""The rules and the readers, told by a worker: it has them at hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from brievenbus.checks.registry import ALL_CHECKS, Check
from brievenbus.rulebook import Rule
from brievenbus.rulebook.profiles import DEFAULT, load_profile, profile_names, threshold_names
from brievenbus.web.api.shapes import Profile, Profiles, RulePage
from brievenbus.web.api.shapes import Rule as RuleShape
from brievenbus.web.bench import Bench

_Filter = Mapping[str, str | None]


def rules(bench: Bench, chosen: _Filter, page: int, size: int, path: str) -> bytes:
    """Return a page of the rules in force that are as `chosen`, by id; `path` is where pages are."""
    found = sorted(_chosen(bench, chosen), key=lambda rule: rule.id)
    first = (page - 1) * size

    def link(number: int) -> str:
        wanted = [*chosen.items(), ("page", number), ("size", size)]
        return f"{path}?" + "&".join(f"{name}={value}" for name, value in wanted if value)

    return _bytes(
        RulePage(
            total=len(found),
            page=page,
            size=size,
            next=link(page + 1) if first + size < len(found) else None,
            previous=link(page - 1) if page > 1 else None,
            rules=found[first : first + size],
        )
    )


def rule(bench: Bench, identity: str) -> bytes | None:
    """Return the rule or check with this id; None where there is none in force."""
    found = next((each for each in _every(bench) if each.id == identity), None)
    return None if found is None else _bytes(found)


def profiles(bench: Bench) -> bytes:
    """Return what is asked of a text, for each kind of readers."""
    own = bench.norms.readers
    told = []
    for name in profile_names(own):
        readers = load_profile(name, own)
        told.append(
            Profile(
                name=name,
                title=readers.naam,
                thresholds={each: getattr(readers, each) for each in threshold_names()},
                without=sorted(readers.zonder),
                source=readers.bron,
            )
        )
    return _bytes(Profiles(default=bench.norms.profile or DEFAULT, profiles=told))


def _bytes(value: RuleShape | RulePage | Profiles) -> bytes:
    return value.model_dump_json(indent=2).encode() + b"\n"


def _chosen(bench: Bench, chosen: _Filter) -> Iterator[RuleShape]:
    for each in _every(bench):
        if all(value is None or getattr(each, name) == value for name, value in chosen.items()):
            yield each


def _every(bench: Bench) -> Iterator[RuleShape]:
    yield from map(_of_rule, bench.rulebook.rules)
    yield from map(_of_check, ALL_CHECKS)


def _of_rule(rule: Rule) -> RuleShape:
    """Leave out what is not for everyone: where a rule stands, and who decided on it."""
    from brievenbus.reports.ruletexts import found_in_short

    return RuleShape(
        id=rule.id,
        kind=rule.kind.value,
        category=rule.category,
        severity=rule.severity,
        looks_for=found_in_short(rule),
        search=list(rule.search),
        choose=list(rule.choose),
        explain=rule.explain,
        explanation=rule.reason,
        not_with=list(rule.not_with),
        only_with=list(rule.only_with),
        profiles=list(rule.scope.audiences),
        departments=list(rule.scope.departments),
        wrong=list(rule.wrong),
        right=list(rule.right),
        provenance=rule.provenance.as_dict(),
    )


def _of_check(check: Check) -> RuleShape:
    """A check may give findings of several categories and weights, so that it has none of its own."""
    page: Any = check.page
    return RuleShape(
        id=check.id,
        kind="controle",
        category=None,
        severity=None,
        looks_for=page.name,
        search=[],
        choose=[],
        explain=None,
        explanation=page.reason,
        not_with=[],
        only_with=[],
        profiles=[],
        departments=[],
        wrong=list(page.wrong),
        right=list(page.right),
        provenance={"bron": page.source},
    )
