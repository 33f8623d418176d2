"""What comes in the place of personal data: plainly invented, the same for the same in one letter.

Stand-ins look like what they replace, so that a letter still reads as a letter, and so that what counts in it
(is there a telephone number?) stays. None of them can be real: no number is given out that begins so,
`.example` belongs to nobody (RFC 2606), nobody was born in 1900. The forms stand in `data/namaak.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from brievenbus.privacy.births import MONTHS
from brievenbus.privacy.model import Kind, Personal, Seen
from brievenbus.privacy.words import either, folded_list, table

_INITIALS = re.compile(r"(?:(?:Th|Ch|Chr|Ph|Joh|Jh|Tj|Fr|IJ|Kl|[A-ZÀ-Ž])\.-?\s?)+")
_WORDS = re.compile(r"(?:(?:Th|Ch|Chr|Ph|Joh|Jh|Tj|Fr|IJ|Kl|[A-ZÀ-Ž])\.-?)+|[^\s,]+")
_JUNIOR = re.compile(r",?\s+(?:jr|sr)\.?$", re.IGNORECASE)
_TURNED = re.compile(
    r"(?P<surname>.+?),\s*(?:(?P<small>[a-z' ]+),\s*)?(?P<initials>(?:[A-ZÀ-Ž]\.\s?)+)$"
)


class StandIns:
    """Hands out stand-ins in one letter; what stands in `text` already is not handed out."""

    def __init__(self, text: str) -> None:
        """Begin with nothing handed out."""
        self._text = text
        self._taken = text
        self._words = frozenset(re.findall(r"\w+(?:-\w+)*", text))
        self._given: dict[tuple[str, str], str] = {}
        self._counts: dict[str, int] = {}
        self._people: dict[tuple[str, str], str] = {}
        self._surnames: set[str] = set()
        self._firsts: set[str] = set()
        self._full: set[str] = set()

    @staticmethod
    def spans(text: str) -> Iterator[tuple[int, int]]:
        """Yield where words stand that came there because something was hidden before."""
        for kind in Kind:
            for pattern in _recognised(kind):
                for match in pattern.finditer(text):
                    yield match.span()

    def give(self, found: Iterable[Seen]) -> tuple[Personal, ...]:
        """Return each with its stand-in."""
        return self.give_at(self._text, found)

    def give_at(self, text: str, found: Iterable[Seen]) -> tuple[Personal, ...]:
        """Return each with its stand-in; offsets are in `text`."""
        self._text = text
        ordered = sorted(found, key=lambda each: each.start)
        self._learn([(self._text[s.start : s.end], s.why) for s in ordered if s.kind is Kind.NAME])
        why = table("uitleg")["waarom"]
        return tuple(
            Personal(each.start, each.end, each.kind, self._of(each), why[each.why], each.sure)
            for each in ordered
        )

    def _of(self, each: Seen) -> str:
        words = self._text[each.start : each.end]
        if each.kind is Kind.NAME:
            return self._name(words, each.why)
        key = _key(words, each.kind)
        known = self._given.get((each.kind, key))
        if known is None:
            known = self._next(each.kind, words)
            self._given[each.kind, key] = known
        if each.kind in (Kind.PLACE, Kind.ADDRESS) and words.isupper() and len(words) > 1:
            return known.upper()
        return known

    def _next(self, kind: Kind, words: str) -> str:
        while True:
            number = self._counts[kind] = self._counts.get(kind, 0) + 1
            made = _made(kind, number, words)
            if made not in self._taken:
                return made

    def _learn(self, names: Sequence[tuple[str, str]]) -> None:
        """Learn from the full names which word is a surname and which a first name."""
        for name, why in names:
            first, last = _parts(name)
            if not first and why in ("aanhef", "familie") and " " not in last:
                self._firsts.add(_fold(last))
            if first and why != "titel":
                self._full.add(_fold(name))
            if first and last:
                self._surnames.add(_fold(last))
                if not _INITIALS.fullmatch(first):
                    self._firsts.add(_fold(first.split()[0]))

    def _name(self, words: str, why: str) -> str:
        first, last = _parts(words)
        if not first and self._is_first_name(last, why):
            first, last = last, ""
        if first and any(full.endswith(f" {_fold(words)}") for full in self._full):
            # The last words of a longer name are a surname: mevrouw Ali Nuur, Ruqiya Ali Nuur.
            first = ""
        surname = self._word("achternamen", _surname_key(last)) if last else ""
        given = ""
        if first and _INITIALS.fullmatch(first):
            given = f"{self._given_of_initials(first, last)[0]}."
        elif first:
            given = self._word("voornamen", _fold(first.split()[0]))
            self._people[_surname_key(last), _fold(first)[0]] = given
        made = f"{given} {surname}".strip()
        return made.upper() if words.isupper() and len(words) > 2 else made

    def _given_of_initials(self, initials: str, last: str) -> str:
        person = (_surname_key(last), initials[0].lower())
        if person not in self._people:
            self._people[person] = self._word("voornamen", " ".join(person))
        return self._people[person]

    def _is_first_name(self, word: str, why: str) -> bool:
        folded = _fold(word)
        if folded in self._firsts and why != "titel":
            return True
        if folded in self._surnames or why in ("titel", "rol") or " " in folded:
            return False
        return folded in folded_list("voornamen") or why in ("aanhef", "familie")

    def _word(self, list_: str, key: str) -> str:
        known = self._given.get((list_, key))
        if known is None:
            while known is None or known in self._words:
                number = self._counts[list_] = self._counts.get(list_, 0) + 1
                known = _numbered(table("namaak")[list_], number)
            self._given[list_, key] = known
        return known


def _made(kind: Kind, number: int, words: str) -> str:
    data = table("namaak")
    if kind is Kind.PLACE:
        return _numbered(data["plaatsen"], number)
    form = data["vorm"]
    if kind is Kind.BIRTH:
        spoken = any(letter.isalpha() for letter in words)
        chosen = form["geboortedatum_in_woorden" if spoken else "geboortedatum"]
    elif kind is Kind.PHONE:
        digits = re.sub(r"\D", "", words)
        mobile = re.match(r"(?:06|(?:00)?310?6)", digits)
        chosen = form["mobiel" if mobile else "vast"]
    else:
        chosen = form[str(kind)]
    return str(chosen).format_map(_numbers(number, data))


def _numbers(number: int, data: dict[str, Any]) -> dict[str, object]:
    day, month = (number - 1) % 28 + 1, (number - 1) // 28 % 12 + 1
    return {
        "n": number,
        "nn": f"{number:02}",
        "nnnn": f"{number:04}",
        "d": day,
        "dd": f"{day:02}",
        "mm": f"{month:02}",
        "maand": MONTHS[month - 1],
        "straat": data["straten"][0],
    }


def _numbered(words: Sequence[str], number: int) -> str:
    turn, index = divmod(number - 1, len(words))
    return words[index] if turn == 0 else f"{words[index]}-{turn + 1}"


def _parts(name: str) -> tuple[str, str]:
    """Return first name or initials, and surname; one word alone is given as surname."""
    name = _JUNIOR.sub("", " ".join(name.split()))
    turned = _TURNED.fullmatch(name)
    if turned:
        return turned["initials"].strip(), f"{turned['small'] or ''} {turned['surname']}".strip()
    words = _WORDS.findall(name)
    leading = 0
    while leading < len(words) and _INITIALS.fullmatch(words[leading]):
        leading += 1
    if leading:
        return "".join(words[:leading]), " ".join(words[leading:])
    small = folded_list("tussenvoegsels")
    for number, word in enumerate(words[:-1]):
        if word.lower() in small:
            return " ".join(words[:number]), " ".join(words[number:])
    return " ".join(words[:-1]), words[-1] if words else ""


def _surname_key(surname: str) -> str:
    """Return what makes a surname the same: without the small words, and of a double name the first."""
    words = [w for w in _fold(surname).split() if w not in folded_list("tussenvoegsels")]
    return " ".join(words).split("-")[0] if words else _fold(surname)


def _fold(words: str) -> str:
    return " ".join(words.lower().replace("’", "'").split())


def _key(words: str, kind: Kind) -> str:
    if kind in (Kind.ADDRESS, Kind.PLACE, Kind.EMAIL):
        return _fold(words)
    plain = re.sub(r"\W", "", words.lower())
    if kind is Kind.PHONE:
        return plain[-9:]
    return plain.lstrip("0") if kind is Kind.BSN else plain


@cache
def _recognised(kind: Kind) -> tuple[re.Pattern[str], ...]:
    """The patterns of the stand-ins of one kind."""
    data = table("namaak")
    if kind is Kind.NAME:
        words = [*data["achternamen"], *data["voornamen"]]
        initials = "".join(sorted({each[0] for each in data["voornamen"]}))
        return tuple(
            _name_pattern(either(each), initials) for each in (words, map(str.upper, words))
        )
    if kind is Kind.PLACE:
        return (
            re.compile(rf"(?<!\w)(?:{either(data['plaatsen'])})(?:-\d+)?(?!\w)", re.IGNORECASE),
        )
    forms = [form for name, form in data["vorm"].items() if name.startswith(_forms_of(kind))]
    return tuple(re.compile(_pattern(form, data), re.IGNORECASE) for form in forms)


def _forms_of(kind: Kind) -> tuple[str, ...]:
    return ("mobiel", "vast") if kind is Kind.PHONE else (str(kind),)


def _name_pattern(words: str, initials: str) -> re.Pattern[str]:
    word = rf"(?:{words})(?:-\d+)?"
    return re.compile(rf"(?<!\w)(?:[{initials}]\. {word}|{word}(?: {word})?)(?=[sS]?(?![\w-]))")


def _pattern(form: str, data: dict[str, Any]) -> str:
    pattern = re.escape(form).replace(r"\{straat\}", data["straten"][0])
    pattern = pattern.replace(r"\{maand\}", rf"(?:{either(MONTHS)})")
    return r"(?<!\w)" + re.sub(r"\\\{\w+\\\}", r"\\d+", pattern) + r"(?!\w)"
