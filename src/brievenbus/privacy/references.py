"""Numbers by which an organisation knows a case or a person: by their label, or by their shape."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from brievenbus.privacy.births import MONTHS
from brievenbus.privacy.model import Kind, Seen
from brievenbus.privacy.words import either, words_of

_PREFIX = r"(?:[A-Z][A-Z-]{0,6}[ ])?"
_TOKEN = r"[A-Za-z0-9]+(?:[./_-]+[A-Za-z0-9]+)*"
_TAIL = r"(?:[ ](?:\d{2,}|[A-Z]{1,3}\d*|[A-Z]?\d{2,}[\w./_-]*)(?![\w]|\.\d))*"
_VALUE = re.compile(rf"(?=[^\n]{{0,24}}?\d){_PREFIX}{_TOKEN}{_TAIL}")
_WEAK = frozenset({"nummer", "nr.", "onder", "als"})
"""Labels that stand before other numbers as well."""
_LEAST_DIGITS = 3
_WITHIN = (
    r"(?:[ \t]*[:#][ \t]*|[ \t\n]+(?:(?:is|was|luidt|werd|wordt|van|bij|de|het|uw|ons|onze|onder|met|op|"
    r"voor|hebben|heeft|wij|deze|dit|die|dat|mij|u|blijft|nu|nummer|ook|nr\.?|[\w’'-]+)[ \t\n]+)"
    r"{0,4}?(?:[:(][ \t]*)?)"
)
"""What may stand between a label and its number: a colon, or a few words."""
_CLOSE = r"(?:[ \t]*[:#.]?[ \t\n]*(?:nr\.?|nummer|is|met|onder|:)?[ \t\n]*[(]?)"
_SHAPE = re.compile(
    r"(?<![\w./@:,+-])(?:[A-Z][A-Z-]{1,6}[ ](?=\d))?"
    r"(?=[A-Za-z0-9./_-]{5,})(?=[A-Za-z./_-]*\d)"
    r"(?:[A-Z0-9]|[a-z]{1,4}[/.-]?\d)[A-Za-z0-9]*(?:[./_-]+[A-Za-z0-9]+)*(?:[ ][A-Z]{2}(?![\w]))?(?![\w@])"
)
_SHAPE_DIGITS = 4
_NO_SHAPE = re.compile(
    r"\d{1,2}[-./](?:0?\d|1[0-2])[-./](?:\d\d|\d{4})|0[89]00-\d{4,}|(?:18|19|20)\d\d[-/.]\d\d[-/.]\d\d|\d+(?:\.\d{3})+|"
    r"\d+[.:]\d+|\d+|(?:19|20)\d\d[-/](?:19|20)\d\d|[A-Za-z]+-?\d{1,3}|\d+(?:e|ste|de|m|mm|cm|km|kg|kWh|m2)|"
    r"\d{4}[A-Za-z]{2}|[A-Z]{2}\.[A-Z]+\..*|NEN.*|ISO.*|\d+-[a-z]+|[Cc][Oo][Vv].*|[a-z]+-?\d+|BW[BR]\w+|ECLI.*",
)
_ARTICLE = re.compile(r"(?i)\b(?:artikel(?:en)?|art\.|lid|€|eur|nen|iso|norm)\s*$")


def references(text: str) -> Iterator[Seen]:
    """Yield numbers of cases and of clients that have a word before them that says so."""
    for match in _labels().finditer(text):
        stem = (match["stem"] or match["bare"]).lower()
        if stem in words_of("nummers", "geen", "woorden"):
            continue
        if not match["end"] and stem in _WEAK and _other_near(text, match.start()):
            continue
        kind = Kind.CLIENT if _is_client(stem, match["end"]) else Kind.CASE
        value = _value_behind(text, match.end(), loose=bool(match["end"]))
        while value is not None:
            yield Seen(*value, kind, "label")
            joint = re.compile(r"\s*(?:,|en|of|tot en met|t/m)\s+").match(text, value[1])
            value = _value_at(text, joint.end()) if joint else None
            if value and not re.search(r"\d{3}", text[slice(*value)]):
                break


def shapes(text: str) -> Iterator[Seen]:
    """Yield numbers that have no label, but the shape that numbers of cases have."""
    yield from _by_shape(text)


def _by_shape(text: str) -> Iterator[Seen]:
    for match in _SHAPE.finditer(text):
        written = match[0]
        core = written.split()[-1] if " " in written and written.split()[0].isupper() else written
        digits = sum(c.isdigit() for c in written)
        if digits < _SHAPE_DIGITS or _NO_SHAPE.fullmatch(core.split()[0]):
            continue
        if _ARTICLE.search(text[max(0, match.start() - 12) : match.start()]) or _other_near(
            text, match.start()
        ):
            continue
        end = match.end() - (len(written) - len(written.rstrip("./-")))
        yield Seen(match.start(), end, Kind.CASE, "vorm", False)
    for line in re.finditer(r"(?m)^(?:[^\n\d]{0,40}[/:] )?(\d{5,10})(?:[ /]|$)", text):
        rest = text[
            line.end() : text.find("\n", line.end()) if "\n" in text[line.end() :] else None
        ]
        if len(rest) < 30 and not _other_near(text, line.start(1)):
            yield Seen(*line.span(1), Kind.CASE, "alleen", False)


def _value_behind(text: str, position: int, *, loose: bool) -> tuple[int, int] | None:
    between = re.compile(_WITHIN if loose else _CLOSE).match(text, position)
    close = re.compile(_CLOSE).match(text, position)
    for gap in (close, between):
        if gap is None:
            continue
        found = _value_at(text, gap.end())
        if found:
            return found
    if not loose:
        return None
    # The words between are many ways to say the same: step over them one by one.
    for words in range(1, 6):
        step = re.compile(rf"(?:[ \t]+(?![€\d])[^\s.;:!?]+){{{words}}}[ \t]+[(]?").match(
            text, position
        )
        if step is None:
            return None
        found = _value_at(text, step.end())
        if found:
            return found
    return None


def _value_at(text: str, position: int) -> tuple[int, int] | None:
    match = _VALUE.match(text, position)
    if match is None:
        return None
    end = match.end()
    written = match[0]
    digits = sum(c.isdigit() for c in written)
    first = written.split()[0]
    if digits < _LEAST_DIGITS or _is_date(text, position):
        return None
    if not any(c.isdigit() for c in first) and not first.isupper():
        return None
    if re.fullmatch(r"(?:19|20)\d\d|\d{1,2}[.:]\d\d", written):
        return None
    return position, end


def _is_date(text: str, position: int) -> bool:
    months = either(MONTHS)
    return bool(
        re.compile(
            rf"\d{{1,2}}\s+(?:{months})|\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:19|20)?\d\d(?!\d)",
            re.IGNORECASE,
        ).match(text, position)
    )


def _is_client(stem: str, ending: str | None) -> bool:
    return bool(ending) and stem in words_of("nummers", "klant", "woorden")


def _other_near(text: str, start: int) -> bool:
    """Whether a word for a number of no person stands right before."""
    before = text[max(0, start - 30) : start].lower()
    words = either(words_of("nummers", "bsn", "niet"))
    return bool(re.search(rf"(?:{words})(?:nummers?|nr\.?|code)?(?!\w)[^.!?;\d]{{0,20}}$", before))


@cache
def _labels() -> re.Pattern[str]:
    """A word for a number: any word with *nummer* behind it, and those for a case as they are."""
    case = either(words_of("nummers", "zaak", "woorden") - {"nummer", "ref"})
    client = either(words_of("nummers", "klant", "woorden"))
    return re.compile(
        rf"(?<!\w)(?:(?P<stem>(?:{case}|{client})(?=s?[ -]?n)|[a-zà-ÿ]+?(?=s?-?n))s?(?:(?<!heeft)"
        rf"(?<!met)(?<!onder)(?<!het)(?<!een)(?<!dit)(?<!dat)[ ]|-)?(?P<end>nummers?|nrs?\.?|num\.)(?!\w)"
        rf"|(?P<bare>(?:[a-zà-ÿ]+(?=kenmerk|dossier))?(?:{case})|ref\.?|nummer|nr\.|onder|als)(?!\w))",
        re.IGNORECASE,
    )
