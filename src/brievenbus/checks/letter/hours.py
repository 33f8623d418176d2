"""When the reader can call: days or hours that are about the telephone, anywhere in the letter.

Opening hours of a building or the time of an appointment are not that. What a time is about is told by
the word nearest before it (*De balie is open*, *Bel ons*), or else after it; where there is none, by
the sentence or heading it belongs to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from brievenbus.checks.letter.outcome import without_spot
from brievenbus.checks.letter.phone import numbers_to_call
from brievenbus.checks.letter.reading import Reading
from brievenbus.checks.letter.sentence import Spot
from brievenbus.checks.letter.words import DATE, date, duration, one_of, phrases, sentence
from brievenbus.letter import BlockKind
from brievenbus.report import ChecklistItem

_LISTED = frozenset({BlockKind.ITEM, BlockKind.TABLE_CELL})
_QUOTED_WORDS = 14
_OTHER_WORDS = 2
"""A sentence with no more than this many words besides the times belongs to what stands before it."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A sentence, or a whole line above or below the letter.

    `marks` says, by place, where a word stands that tells what a time is about: calling, or not.
    """

    block: int
    kind: BlockKind
    start: int
    text: str
    marks: tuple[tuple[int, bool], ...]


def reachable(reading: Reading) -> ChecklistItem:
    """Look for the days or hours at which the reader can call, where there is a number to call."""
    numbers = tuple(numbers_to_call(reading))
    if not numbers:
        return without_spot("bereikbaar", None, "geen")
    spot = next(_hours_to_call(list(_stretches(reading, numbers))), None)
    if spot is None:
        return without_spot("bereikbaar", False, "fout")
    message = sentence(
        "bereikbaar",
        "goed",
        gevonden=reading.quote(spot, _QUOTED_WORDS),
        plaats=reading.place(spot.start),
    )
    return ChecklistItem("bereikbaar", True, message, spot.start, spot.end)


def _hours_to_call(stretches: Sequence[_Stretch]) -> Iterator[Spot]:
    for number, stretch in enumerate(stretches):
        for match in _times().finditer(stretch.text):
            said_next = _says_next(stretch.text, match.end())
            about_calling = said_next or _by_nearest(stretch.marks, match.start())
            if about_calling is None:
                about_calling = _by_context(stretches, number)
            if about_calling:
                yield Spot(stretch.start + match.start(), stretch.start + match.end())


def _stretches(reading: Reading, numbers: Sequence[Spot]) -> Iterator[_Stretch]:
    for index, lowered in enumerate(reading.lowered_blocks):
        text = _without_dates(lowered)
        first = reading.letter.starts[index]
        spots = [Spot(first, first + len(text))]
        if index in reading.body:
            spots = [
                Spot(said.start, said.start + len(said.text))
                for said in reading.sentences
                if said.block == index
            ]
        for spot in spots:
            part = text[spot.start - first : spot.end - first]
            called = [n.start - spot.start for n in numbers if spot.start <= n.start < spot.end]
            kind = reading.letter.blocks[index].kind
            yield _Stretch(index, kind, spot.start, part, _marks(part, called))


def _without_dates(lowered: str) -> str:
    """Mask dates and numbers of days: *maandag 18 mei*, *5 werkdagen* are no times to call."""
    undated = date().sub(lambda match: DATE * len(match[0]), lowered)
    return duration().sub(_masked_days, undated)


def _masked_days(match: re.Match[str]) -> str:
    """Mask a number of days, but not *op een werkdag*."""
    one_day = match[0].startswith("een ") and match.string.endswith("op ", 0, match.start())
    return match[0] if one_day or match[0].endswith("uur") else DATE * len(match[0])


def _marks(text: str, numbers: Sequence[int]) -> tuple[tuple[int, bool], ...]:
    spans = [(number, number, True) for number in numbers]
    for name, calls in (("bellen", True), ("iets_anders", False)):
        found = phrases("bereikbaar", name).finditer(text)
        spans += [(match.start(), match.end(), calls) for match in found]
    # "Wij bellen u" is about something else, though "bellen" is in it.
    return tuple(
        sorted(
            (start, calls)
            for start, end, calls in spans
            if not any(
                first <= start and end <= last and (first, last) != (start, end)
                for first, last, other in spans
                if other is not calls
            )
        )
    )


def _says_next(text: str, place: int) -> bool:
    """Whether *telefonisch bereikbaar* or the like follows at once, whatever stood before."""
    return bool(phrases("bereikbaar", "erachter").match(text, place + 1))


def _by_nearest(marks: Sequence[tuple[int, bool]], place: int) -> bool | None:
    before = [calls for start, calls in marks if start < place]
    if before:
        return before[-1]
    return marks[0][1] if marks else None


def _by_context(stretches: Sequence[_Stretch], number: int) -> bool:
    """Whether a sentence without a word about calling belongs to one with such a word."""
    stretch = stretches[number]
    if stretch.kind in _LISTED or _is_little_but_times(stretch.text):
        if _by_lead(stretches[:number]):
            return True
        if stretch.kind in _LISTED:
            return False
    return _goes_on(stretch) and _by_neighbours(stretches, number)


def _by_neighbours(stretches: Sequence[_Stretch], number: int) -> bool:
    """Whether the sentences before it, or else the one after it, in the block are about calling."""
    block = stretches[number].block
    for previous in reversed(stretches[:number]):
        if previous.block != block or not (previous.marks or _goes_on(previous)):
            break
        if previous.marks:
            return previous.marks[-1][1]
    following = stretches[number + 1 : number + 2]
    return any(s.block == block and bool(s.marks) and s.marks[0][1] for s in following)


def _goes_on(stretch: _Stretch) -> bool:
    """Whether a sentence can go on about calling; with a date it is about something that is then."""
    return DATE not in stretch.text and bool(phrases("bereikbaar", "vervolg").search(stretch.text))


def _is_little_but_times(text: str) -> bool:
    return len(re.findall(r"\w+", _times().sub(" ", text))) <= _OTHER_WORDS


def _by_lead(before: Sequence[_Stretch]) -> bool:
    """Whether what a list, a table or a bare time belongs to is about calling."""
    for stretch in reversed(before):
        if stretch.marks:
            return stretch.marks[-1][1]
        if stretch.kind not in _LISTED and not _is_little_but_times(stretch.text):
            return False
    return False


@cache
def _times() -> re.Pattern[str]:
    """Return the pattern of days, hours, or both together: *op werkdagen van 9.00 tot 12.00 uur*.

    A limit is no time to call (*vóór 12.00 uur*, *uiterlijk maandag*), nor is one moment (*om 10.00
    uur*).
    """
    numbers = one_of("getallen")
    hour = r"\d{1,2}(?:[.:]\d\d)?"
    spelled = rf"(?:half |kwart (?:voor|over) )?(?:{numbers}|elf)"
    until = r" ?(?:tot|en|t/m|tot en met|-|–) ?"
    hours = (
        rf"(?:(?:van|tussen) )?(?:{hour}(?: uur| u)?{until}{hour} ?(?:uur|u\b)"
        rf"|\d{{1,2}}[.:]\d\d{until}\d{{1,2}}[.:]\d\d|{spelled} (?:tot|en) {spelled} uur)"
        rf"|(?:vanaf|tot) {hour} ?uur|van {hour} tot {hour}|tussen {hour} en {hour}"
        rf"|van {spelled} tot {spelled}|tussen {spelled} en {spelled}"
    )
    day = rf"(?:(?:{one_of('dagen')})(?:ochtend|middag|avond|morgen)?|(?:werk|week)dag)(?:en|s)?"
    short = r"(?:maa?|din?|woe?|don?|vr(?:ij)?|zat?|zon?)\b\.?"
    to_day = r"(?:,| en|,? t/m| tot| tot en met| -| –|-|–)"
    days = (
        rf"(?:(?:op|van|elke|iedere|alle|een|de andere) ){{0,2}}{day}(?:{to_day} ?{day})*"
        rf"|(?:van )?{short}(?: ?(?:,|en|t/m|tot en met|tot|-|–|/) ?{short})+"
    )
    other = phrases("bereikbaar", "tijden").pattern
    one = rf"(?:{hours}|{days}|{other})(?!\w)"
    limits = "".join(rf"(?<!{word} )" for word in ("voor", "uiterlijk", "binnen", "uiterlijk op"))
    return re.compile(rf"{limits}(?<![\w€.,:/-])(?:{one})(?:(?:,| en| ?\(| ?:)? ?(?:{one}))*")
