"""The page that puts two versions of a letter beside each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette import status
from starlette.responses import RedirectResponse, Response

from brievenbus.comparison import (
    ChecklistChange,
    Comparison,
    Direction,
    FigureChange,
    compare,
    fewer_is_better,
)
from brievenbus.documents.limits import Deadline
from brievenbus.letter import LetterKind
from brievenbus.report import Report
from brievenbus.reports.summary import name_of
from brievenbus.reports.wording import decimal, item_name, percentage
from brievenbus.reports.wording import say as told
from brievenbus.rulebook.profiles import DEFAULT as PROFILE
from brievenbus.rulebook.profiles import ProfileError
from brievenbus.web.bench import Bench
from brievenbus.web.pages.checking import FAILURES, Mistake, chosen
from brievenbus.web.pages.forms import Form, read_form
from brievenbus.web.pages.rendering import answered, fill, form_token, readers
from brievenbus.web.pages.versions import Sent, read
from brievenbus.web.refusals import refusal_of
from brievenbus.web.texts import say

router = APIRouter()

_NAMES = {
    "jargon": "jargon",
    "lint": "lint",
    "words_per_sentence": "zinslengte",
    "passive_sentences": "lijdend",
    "flesch_douma": "flesch_douma",
    "leesindex_a": "leesindex_a",
    "lix": "lix",
}
"""Under which name a figure stands in the texts of the reports."""

_VERDICTS = {
    Direction.BETTER: ("beter", "uitslag.beter"),
    Direction.SAME: ("gelijk", "uitslag.gelijk"),
    Direction.WORSE: ("slechter", "uitslag.slechter"),
    None: ("gelijk", "vergelijken.niet_te_vergelijken"),
}
_FOUND = {
    True: "vergelijken.in_orde",
    False: "vergelijken.niet_in_orde",
    None: "vergelijken.onbekend",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table: what, in both versions, and which way it went."""

    name: str
    old: str
    new: str
    way: str
    verdict: str


@router.get("/vergelijken")
async def start(request: Request) -> Response:
    """Show the form for two versions."""
    return _form_page(request, Form({}, {}), ())


@router.get("/vergelijken/met")
@router.get("/vergelijken/uitslag")
async def begin_anew(request: Request) -> Response:
    """Lead to the form: a result has no address, because nothing of it is kept."""
    return RedirectResponse("/vergelijken", status.HTTP_303_SEE_OTHER)


@router.post("/vergelijken/met")
async def with_carried(request: Request) -> Response:
    """Show the form with the letter that was just checked as the new version."""
    return _form_page(request, await read_form(request), ())


@router.post("/vergelijken/uitslag")
async def result(request: Request) -> Response:
    """Compare two versions."""
    form = await read_form(request)
    old, new, mistakes = _versions(form)
    if old is None or new is None:
        return _form_page(request, form, mistakes, status.HTTP_422_UNPROCESSABLE_CONTENT)
    services = request.app.state.services
    try:
        page = await services.pool.run(
            compared,
            (old, new),
            form.field("lezers") or None,
            form.kind,
            form_token(request),
            ticket=form.ticket,
        )
    except FAILURES as error:
        refused = refusal_of(error, services.config)
        field = "lezers" if isinstance(error, ProfileError) else "oud_bestand"
        mistakes = (Mistake(field, refused.message),)
        return _form_page(request, form, mistakes, refused.status)
    return answered(request, page)


def compared(
    bench: Bench,
    sent: tuple[Sent, Sent],
    readers_: str | None,
    kind: LetterKind | None,
    token: str,
) -> bytes:
    """Return the page on two versions: a job."""
    reviewer = bench.reviewer(readers_)
    deadline = Deadline(bench.limits)
    reports = []
    for number, each in enumerate(sent):
        version = read(each, kind or bench.kind, bench.limits, deadline)
        reports.append(
            reviewer.report(version.letter, kind or bench.kind, deadline, _half(bench.tell, number))
        )
    old, new = reports
    changes = compare(old, new)
    return fill(
        "vergelijking.html.j2",
        token=token,
        names=(name_of(old), name_of(new)),
        figures=_figures(changes),
        reasons=_reasons(old, new),
        more=_rules(changes, Direction.WORSE),
        fewer=_rules(changes, Direction.BETTER),
        checklist=[
            _item(each) for each in changes.checklist if each.direction is not Direction.SAME
        ],
        missing=[
            each.message for each in changes.checklist if each.old is False and each.new is False
        ],
    )


def _half(tell: Callable[[float], None], number: int) -> Callable[[float], None]:
    """Return how the work on one of two versions tells how far the whole is."""
    return lambda share: tell((number + share) / 2)


def _figures(changes: Comparison) -> list[Line]:
    lines = [
        _figure(each) for each in changes.figures if not (each.old is None and each.new is None)
    ]
    before, after = changes.words
    lines.append(Line(say("vergelijken.woorden"), str(before), str(after), "", ""))
    before, after = changes.findings
    lines.append(
        _line(say("uitslag.aantal"), str(before), str(after), fewer_is_better(before, after))
    )
    return lines


def _figure(figure: FigureChange) -> Line:
    write = percentage if figure.key == "passive_sentences" else decimal
    old, new = (
        say("vergelijken.te_kort") if value is None else write(value)
        for value in (figure.old, figure.new)
    )
    names = {"jargon": say("uitslag.jargon"), "lint": say("uitslag.lint")}
    name = names.get(figure.key) or told(f"{_NAMES[figure.key]}.naam")
    return _line(name, old, new, figure.direction)


def _reasons(old: Report, new: Report) -> list[str]:
    """Return why a version has no figures."""
    return [
        say(f"vergelijken.te_kort_{which}", reden=report.scores.not_scored)
        for which, report in (("oud", old), ("nieuw", new))
        if report.scores.not_scored
    ]


def _rules(changes: Comparison, way: Direction) -> list[Line]:
    return [
        _line(each.rule, str(each.old), str(each.new), each.direction)
        for each in changes.rules
        if each.direction is way
    ]


def _item(change: ChecklistChange) -> Line:
    old, new = say(_FOUND[change.old]), say(_FOUND[change.new])
    return _line(item_name(change.item), old, new, change.direction)


def _line(name: str, old: str, new: str, direction: Direction | None) -> Line:
    way, verdict = _VERDICTS[direction]
    return Line(name, old, new, way, say(verdict))


def _versions(form: Form) -> tuple[Sent | None, Sent | None, tuple[Mistake, ...]]:
    """Return both versions, or what is wrong with the form."""
    bare = Form({**form.fields, "vorm": ""}, form.files)
    old, no_old = chosen(
        bare, "oud_bestand", "oud_tekst", "vergelijken.leeg_oud", "vergelijken.allebei_oud"
    )
    new, no_new = chosen(
        form, "nieuw_bestand", "nieuw_tekst", "vergelijken.leeg_nieuw", "vergelijken.allebei_nieuw"
    )
    if new is None and not no_new.field:
        new = form.carried()
    return old, new, tuple(each for each in (no_old, no_new) if each.field)


def _form_page(
    request: Request,
    form: Form,
    mistakes: tuple[Mistake, ...],
    code: int = status.HTTP_200_OK,
) -> Response:
    config = request.app.state.services.config
    norms = config.norms
    carried = form.carried()
    page = fill(
        "vergelijken.html.j2",
        token=form_token(request),
        mistakes=mistakes,
        lost=bool(form.file("oud_bestand") or form.file("nieuw_bestand")),
        texts={name: form.field(name) for name in ("oud_tekst", "nieuw_tekst")},
        carried=carried,
        readers=readers(norms.readers),
        chosen=form.field("lezers") or norms.profile or PROFILE,
        kind=(form.kind or norms.kind or LetterKind.LETTER).value,
        megabytes=config.megabytes,
    )
    return answered(request, page, code)
