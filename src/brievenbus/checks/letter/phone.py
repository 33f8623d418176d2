"""A telephone number, anywhere in the letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brievenbus.checks.letter.outcome import found, without_spot
from brievenbus.checks.letter.reading import Reading
from brievenbus.checks.letter.sentence import Spot
from brievenbus.checks.letter.words import PHONE, phrases
from brievenbus.report import ChecklistItem

_SEPARATOR = r"[ \t\xa0./–-]{0,3}"
_NUMBER = re.compile(
    r"[A-Z]{2}\d\d ?[A-Z]{4}[\d ]+"  # an IBAN, to be passed over
    rf"|(?<![\w€])(?<!\d[.,/ -])(?P<phone>"
    rf"14[ \xa0-]?0\d{{2,3}}(?! ?[A-Z]{{2}}\b)"
    rf"|0[89]00{_SEPARATOR}\d{{2,4}}(?:{_SEPARATOR}\d{{2,4}})?"
    rf"|(?:\(?0\d{{1,3}}\)?|(?:\+|00)31{_SEPARATOR}(?:\(0\){_SEPARATOR})?\d{{1,3}})"
    rf"(?:{_SEPARATOR}[\dxX]){{6,8}}"
    rf"|{PHONE}+)(?!\w|[-.,/]?\d| \d)"
)
_NEARBY = 30


def telephone(reading: Reading) -> ChecklistItem:
    """Look for a number to call."""
    spot = next(numbers_to_call(reading), None)
    if spot is None:
        return without_spot("telefoon", False, "fout")
    return found(reading, "telefoon", spot)


def numbers_to_call(reading: Reading) -> Iterator[Spot]:
    """Yield where telephone numbers stand; account, case and fax numbers are passed over."""
    for index, text in enumerate(reading.masked_blocks):
        for match in _NUMBER.finditer(text):
            if match["phone"] and _is_phone(reading.folded_blocks[index], match):
                start = reading.letter.starts[index]
                yield Spot(start + match.start(), start + match.end())


def _is_phone(folded: str, match: re.Match[str]) -> bool:
    """Whether the digits count up, and the nearest label before them is of no other number."""
    digits = re.sub(r"[^\dxX]", "", match[0].replace("(0)", ""))
    national = re.sub(r"^(?:0031|31)", "0", digits) if match[0][0] in "+0" else digits
    if len(national) != 10 and not re.match(r"14|0[89]00", national) and PHONE not in match[0]:
        return False
    before = folded[max(0, match.start() - _NEARBY) : match.start()]
    other = _last(phrases("telefoon", "ander_nummer"), before)
    return other < 0 or _last(phrases("telefoon", "telefoon_woord"), before) > other


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in pattern.finditer(text)), default=-1)
