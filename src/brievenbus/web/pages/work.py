"""What workers do for the pages: check a version, take a suggestion over, make a copy to download."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePath

from brievenbus.documents.limits import Deadline
from brievenbus.letter import LetterKind
from brievenbus.report import Report
from brievenbus.reports.word import annotated_copy
from brievenbus.reports.wording import one_line
from brievenbus.rulebook.profiles import DEFAULT as PROFILE
from brievenbus.web.bench import Bench
from brievenbus.web.pages.figures import Figures, figures_of, moves
from brievenbus.web.pages.rendering import fill, readers
from brievenbus.web.pages.versions import Sent, Version, read, spoilt
from brievenbus.web.pages.view import read_choice, shown
from brievenbus.web.texts import say

_ROOM = 100_000
"""Bytes that a form needs besides the letter it carries: fields, and what parts it."""

_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_TEXT_TYPE = "text/plain; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a page asks: a version, for which readers, as what.

    `token` is what its forms must hold, `most` how many bytes one may be. `begin` are the figures when
    the work began, `before` those before the last step; `taken` counts what was taken over.
    """

    sent: Sent
    readers: str | None
    kind: LetterKind | None
    token: str
    most: int
    begin: Figures | None = None
    before: Figures | None = None
    taken: int = 0


@dataclass(frozen=True, slots=True)
class _Step:
    """What was done with the letter just now, and at which finding to go on."""

    message: str = ""
    done: bool = False
    place: int | None = None


def check(bench: Bench, asked: Asked) -> bytes:
    """Return the page on a version."""
    version = _read(bench, asked)
    return _page(bench, asked, version, _report(bench, asked, version), _Step())


def take(bench: Bench, asked: Asked, choice: str) -> bytes:
    """Return the page on the version in which a suggestion was taken over; `choice` says which."""
    version = _read(bench, asked)
    change = read_choice(choice, version.letter)
    if change is None:
        raise spoilt()
    place = version.letter.starts[change.block] + change.start
    old = version.letter.blocks[change.block].text[change.start : change.end]
    changed = version.changed(change, asked.kind or bench.kind, bench.limits)
    if changed is None:
        message = f"{say('uitslag.niet_overgenomen')} {say('uitslag.kan_niet')}"
        asked = replace(asked, before=None)
        report = _report(bench, asked, version)
        return _page(bench, asked, version, report, _Step(message, place=place))
    name = "uitslag.overgenomen" if change.new else "uitslag.overgenomen_leeg"
    message = say(name, oud=one_line(old), nieuw=one_line(change.new))
    asked = replace(asked, taken=asked.taken + 1)
    report = _report(bench, asked, changed)
    return _page(bench, asked, changed, report, _Step(message, done=True, place=place))


def copy(bench: Bench, asked: Asked, which: str) -> tuple[str, str, bytes]:
    """Return the name, type and content of a copy to download.

    `which` is *opmerkingen* (comments), *voorstellen* (comments and tracked changes) or anything else
    for the version as it is.
    """
    version = _read(bench, asked)
    name = PurePath(one_line(version.name))
    stem = name.name.removesuffix(name.suffix) or "tekst"
    if version.word is None:
        return f"{stem}.bijgewerkt.txt", _TEXT_TYPE, version.text.encode(errors="replace")
    if which not in ("opmerkingen", "voorstellen"):
        return f"{stem}.bijgewerkt.docx", _WORD_TYPE, version.word
    data = annotated_copy(
        _report(bench, asked, version),
        version.word,
        suggest=which == "voorstellen",
        limits=bench.limits,
    )
    made = "nagekeken" if which == "opmerkingen" else "voorstellen"
    return f"{stem}.{made}.docx", _WORD_TYPE, data


def _read(bench: Bench, asked: Asked) -> Version:
    return read(asked.sent, asked.kind or bench.kind, bench.limits, Deadline(bench.limits))


def _report(bench: Bench, asked: Asked, version: Version) -> Report:
    return bench.reviewer(asked.readers).report(
        version.letter, asked.kind or bench.kind, Deadline(bench.limits), bench.tell
    )


def _page(bench: Bench, asked: Asked, version: Version, report: Report, step: _Step) -> bytes:
    carried = version.carried
    figures = figures_of(report)
    own = readers(bench.norms.readers)
    chosen = asked.readers or bench.norms.profile or PROFILE
    next_one = [
        number
        for number, found in enumerate(report.findings, start=1)
        if step.place is not None and found.start >= step.place
    ]
    return fill(
        "uitslag.html.j2",
        token=asked.token,
        shown=shown(report, version, bench.rulebook, bench.limits),
        report=report,
        version=version,
        carried=carried if len(carried) + _ROOM < asked.most else None,
        figures=figures,
        begin=asked.begin or figures,
        taken=asked.taken,
        step=step,
        moves=moves(asked.before, figures),
        since=moves(asked.begin, figures) if asked.taken > 1 else (),
        next=next_one[0] if next_one else None,
        readers=own,
        chosen=chosen,
        chosen_name=dict(own).get(chosen, chosen),
        kind=(asked.kind or bench.kind).value,
    )
