"""All rules and checks as web pages that need nothing else: one to search in, and one for each check.

The pages work from a folder, without a network. What is found in the examples is found anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from brievenbus import __version__
from brievenbus.checks.letter import ITEMS
from brievenbus.checks.page import Check, Page
from brievenbus.checks.registry import ALL_CHECKS
from brievenbus.checks.rules.examples import Example, all_examples
from brievenbus.dutch.pipeline import Pipeline
from brievenbus.findings import Finding, Severity
from brievenbus.reports.html import CLASSES
from brievenbus.reports.pages import digest, page_environment, part
from brievenbus.reports.ruleexamples import Shown, shown
from brievenbus.reports.ruletexts import Part, found_in_short, number, parts_of, rule_word, texts
from brievenbus.reports.wording import say
from brievenbus.rulebook import Rule, Rulebook
from brievenbus.rulebook.model import Outcome
from brievenbus.rulebook.profiles import Profile, Tables, load_profile, profile_names

if TYPE_CHECKING:
    from jinja2 import Environment

INDEX = "index.html"
GENERATOR = "Brievenbus: overzicht van regels"
"""Stands in every page, so that an overview made before can be told from other pages."""


@dataclass(frozen=True, slots=True)
class RuleView:
    """One rule as the overview shows it; `readers` are the names of those for whom it holds."""

    id: str
    kind: str
    severity: str
    status: str
    readers: tuple[str, ...]
    short: str
    parts: tuple[Part, ...]
    wrong: tuple[Shown, ...]
    right: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class CheckExample:
    """An example of a check with what the check finds in it."""

    shown: Shown
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class CheckView:
    """One check as its page shows it; `without` are the readers for whom it does not count."""

    id: str
    page: Page
    severities: tuple[str, ...]
    readers: tuple[str, ...]
    without: tuple[str, ...]
    wrong: tuple[CheckExample, ...]
    right: tuple[CheckExample, ...]


@dataclass(frozen=True, slots=True)
class ItemView:
    """One question on the whole letter."""

    id: str
    name: str
    question: str


def overview(
    rulebook: Rulebook, pipeline: Pipeline, own: Tables | None = None
) -> Iterator[tuple[str, str]]:
    """Yield the pages as name of the file and text, the one to search in first.

    `own` are the organisation's own readers.
    """
    readers = [load_profile(name, own) for name in profile_names(own)]
    checks = [_check(check, readers, pipeline) for check in ALL_CHECKS]
    shared = _shared(readers, rulebook)
    yield INDEX, _index(rulebook, checks, readers, all_rules(rulebook, pipeline, own), shared)
    for view in checks:
        yield (
            f"{view.id}.html",
            _environment().get_template("check.html.j2").render(check=view, **shared),
        )


def all_rules(rulebook: Rulebook, pipeline: Pipeline, own: Tables | None) -> list[Example]:
    """Run the examples of all rules, in force or not."""
    return all_examples((*rulebook.rules, *rulebook.waiting), pipeline, own)


def is_overview(page: str) -> bool:
    """Whether a page is one of an overview that was made before."""
    return f'<meta name="generator" content="{GENERATOR}">' in page


def _shared(readers: Sequence[Profile], rulebook: Rulebook) -> dict[str, Any]:
    """What all pages show."""
    from markupsafe import Markup

    style = part("report.css") + part("rules.css")
    return {
        "readers": readers,
        "rulebook_digest": rulebook.digest,
        # Ours, and the digest in the content policy is of these very characters.
        "style": Markup(style),
        "style_digest": digest(style),
    }


def _index(
    rulebook: Rulebook,
    checks: Sequence[CheckView],
    readers: Sequence[Profile],
    examples: Iterable[Example],
    shared: dict[str, Any],
) -> str:
    from markupsafe import Markup

    by_rule: dict[str, list[Example]] = {}
    for example in examples:
        by_rule.setdefault(example.rule.id, []).append(example)
    every = sorted((*rulebook.rules, *rulebook.waiting), key=lambda rule: rule.id)
    script = part("rules.js")
    return (
        _environment()
        .get_template("rules.html.j2")
        .render(
            rules=[_rule(rule, readers, by_rule.get(rule.id, ())) for rule in every],
            checks=checks,
            items=[_item(name) for name in ITEMS],
            choices=_choices(readers),
            script=Markup(script),
            script_digest=digest(script),
            **shared,
        )
    )


@cache
def _environment() -> Environment:
    environment = page_environment()
    environment.globals.update(
        say=say,
        word=rule_word,
        number=number,
        texts=texts(),
        classes=CLASSES,
        generator=GENERATOR,
        version=__version__,
    )
    return environment


def _choices(readers: Sequence[Profile]) -> list[tuple[str, list[tuple[str, str]]]]:
    """What can be chosen in the search form: the name of each list, with its values and words."""
    return [
        ("soort", list(texts()["overzicht"]["soorten"].items())),
        ("ernst", [(each.value, say(f"ernst.{each.value}")) for each in Severity]),
        ("lezers", [(each.name, each.naam) for each in readers]),
        ("stand", [(each.value, rule_word(f"stand.{each.value}")) for each in Outcome]),
    ]


def _rule(rule: Rule, readers: Sequence[Profile], examples: Iterable[Example]) -> RuleView:
    views = [(each.must_fire, shown(each.text, each.findings)) for each in examples]
    return RuleView(
        id=rule.id,
        kind=rule.kind.value,
        severity=rule.severity.value,
        status=rule.status.value,
        readers=tuple(each.name for each in readers if _counts_for(rule, each)),
        short=" → ".join(filter(None, (found_in_short(rule), ", ".join(rule.choose)))),
        parts=parts_of(rule, readers, with_folder=False),
        wrong=tuple(view for must_fire, view in views if must_fire),
        right=tuple(view for must_fire, view in views if not must_fire),
    )


def _counts_for(rule: Rule, readers: Profile) -> bool:
    """Whether a rule counts for these readers, in some department at least."""
    if rule.id in readers.zonder or rule.category.value in readers.zonder:
        return False
    audiences = rule.scope.audiences
    off = any(not each.departments and each.holds(readers.name, None) for each in rule.off)
    return not off and (not audiences or readers.name in audiences)


def _check(check: Check, readers: Sequence[Profile], pipeline: Pipeline) -> CheckView:
    page = check.page
    profile = load_profile()
    wrong, right = (
        tuple(_example(text, check(pipeline.analyse(text), profile)) for text in those)
        for those in (page.wrong, page.right)
    )
    found = [finding for example in wrong for finding in example.findings]
    categories = {finding.category.value for finding in found}
    without = [each.name for each in readers if {check.id, *categories} & each.zonder]
    return CheckView(
        id=check.id,
        page=page,
        severities=tuple(dict.fromkeys(finding.severity.value for finding in found)),
        readers=tuple(each.name for each in readers if each.name not in without),
        without=tuple(without),
        wrong=wrong,
        right=right,
    )


def _example(text: str, findings: Sequence[Finding]) -> CheckExample:
    return CheckExample(shown(text, findings), tuple(findings))


def _item(name: str) -> ItemView:
    return ItemView(name, rule_word(f"punt.{name}.naam"), rule_word(f"punt.{name}.vraag"))
