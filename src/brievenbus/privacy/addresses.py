"""Where someone lives: a street with a number, a postcode, and the place behind them.

A street without a number is a subject like any other, and stays; so do a postbus and the address of an
organisation that says that it is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from brievenbus.privacy.births import MONTHS
from brievenbus.privacy.model import Kind, Seen
from brievenbus.privacy.words import either, folded_list, word_list, words_of

_POSTCODE = re.compile(r"(?<!\w)(?<!\d[.,/-])(?:NL-)?[1-9]\d{3}(?:[ -]?|  )[A-Z]{2}(?!\w|[-/]\w)")
_ABROAD = re.compile(
    r"(?<![\w.,/])(?:[A-Z]{1,2}-\d{4,5}|\d{2}-\d{3}|\d{5})(?= [A-ZÀ-Ž][\w’'-]{2,})"
)
_SMALL = re.compile(r"(?<![\w./€-])(?<!€ )[1-9]\d{3} {0,2}[a-zA-Z]{2}(?=\s+[\w’']|\s*$|[,.;)]|\n)")
_PLACE_WORD = r"(?:['’]s-|['’]t )?[A-ZÀ-Ž][\w’'-]*"
_PLACE = re.compile(
    rf"{_PLACE_WORD}(?:(?: (?:aan|den|de|op|bij|onder|en|in|over|het|ter)){{0,3}} {_PLACE_WORD}){{0,3}}"
)
_HOUSE = (
    r"(?:(?:nr\.?|nummer|no\.?|huisnummer) ?)?\d{1,5}(?!\d|[.:,]\d| ?(?:%|km|meter|euro|uur|jaar))"
    r"(?:[ ]?[-–/+][ ]?(?:\d{1,4}(?:hoog)?|\d[eE]|[A-Za-z]{1,4}\d{0,3})(?![\w]))*"
    r"(?:[ ]?(?:(?i:bis|zwart|rood|wit|hs|huis|ter|boven|beneden|bg)|[Ii]{1,3}|IV|V|VI|"
    r"[A-Ta-tV-Zv-z]\d{0,3})(?![\w’'])"
    r"(?:[ ]?[-–/][ ]?\d{1,4}(?!\w))?"
    r"|,? ?(?:app\.?|appartement|unit|kamer|bus|toevoeging|toev\.|etage|verdieping) ?\w{1,3}(?!\w)"
    r"|,? \d(?:e|ste|de) (?:etage|verdieping)|[ ]?\((?:boven|beneden|achter|voor|bis|huis)\)){0,2}"
)
_WORD = r"[A-ZÀ-Ž'’][\w.’'-]*"
_STREET = (
    rf"(?P<street>(?:\d{{1,2}}e )?{_WORD}(?:[ ](?:{_WORD}|van|de|der|den|het|ten|ter|te|en|op|"
    rf"aan|in|naar|bij|tot|onder|achter|'t|’t|la|d'|\d{{4}}(?=[ ](?:\d|nr))))*)"
)
_ADDRESS = re.compile(rf"(?<![\w@./-]){_STREET}[ \n](?P<house>{_HOUSE})", re.MULTILINE)
_SMALL_STREET = (
    r"(?P<street>[a-zà-ÿ]{3,}(?:straat|weg|laan|plein|dijk|hof|kade|singel|gracht|"
    r"steeg|pad|dreef|wijk|park|erf|diep))"
)
_LOW_ADDRESS = re.compile(rf"(?<!\w){_SMALL_STREET} (?P<house>{_HOUSE})")
_ONLY_NUMBER = re.compile(
    r"(?:(?:woon\w*|buren|buur\w*|bewo\w+|overkant|ernaast|huis|perceel|woning|adres|pand)[^.!?\n]{0,30}?\s)"
    r"(?:op|van|naar|bij|naast) (?P<number>(?:huis)?(?:nummer|nr\.?) \d{1,4}(?: ?[A-Za-z]\b)?)|"
    r"(?i:huisnummer):? (?P<house>\d{1,4}(?: ?[A-Za-z]\b)?)|"
    r"(?:op|van|bij|naast|tegenover|nummers?|huisnummers|en|of|aan|uit|achter|met|naar|boven|"
    r"onder) (?P<other>(?:huis)?(?:nummer|nr\.?) \d{1,3}(?: ?[A-Za-z]\b)?)(?=[ ,.;)]|$)"
)
_BOAT = re.compile(
    r"(?im)^(?:woonboot|woonschip|woonark|woonwagen|ark)\b[^\n,]{0,40}\d{1,4}[a-z]?(?=\s*(?:\n|,|$))|"
    r"\b(?:woonboot|woonschip|woonark|woonwagen|ligplaats|standplaats)\b[^\n,.]{0,30}? "
    r"(?:(?:nr\.?|nummer|ligplaats|tegenover|t\.o\.)[^\n,.]{0,25}? )?\d{1,3}[a-z]?(?![\w.,]\d)"
)
_LABELLED = re.compile(
    r"(?im)(?<!\w)(?:woonadres|adres|adresgegevens|straat|straatnaam|briefadres|postadres|"
    r"huisadres|verblijfadres)\s*:\s*(?P<value>[^\n,;:\t(]*[^\n,;:\t( .])"
)
_LAWS = ("wet", "verordening", "regeling", "besluit", "plan", "nota", "code", "visie", "agenda")
"""What a year stands behind."""
_LONGEST_STREET = 3
"""Words with a capital in the name of a street: *Burgemeester Van Royenstraat West*."""
_RANGE = re.compile(r"\s*(?:t/m|tot en met|tot)\b")
_NO_STREET_BEFORE = re.compile(
    r"(?i)(?:gemeentehuis|stadhuis|raadhuis|bezoekadres|bibliotheek|kantoor|loket|rechtbank|gerechtshof|dorpshuis|"
    r"sporthal|ziekenhuis|buurthuis|werkplein|wijkcentrum)"
    r"[^.!?\n]{0,25}$"
)
_BETWEEN = re.compile(r"(?:,?\s+(?:te|in|bij)\s+|,\s*|\s*\n\s*|\t\s*|\s{1,4})")


def addresses(text: str) -> Iterator[Seen]:
    """Yield addresses, postcodes and places."""
    posts = list(_postcodes(text))
    for match in posts:
        if _is_postbus(text, match.start()):
            continue
        yield Seen(match.start(), match.end(), Kind.POSTCODE, "postcode")
        place = _place_at(text, match.end(), after_postcode=True)
        if place:
            yield Seen(*place, Kind.PLACE, "plaats")
    streets = list(_streets(text))
    for start, end, sure in streets:
        yield Seen(start, end, Kind.ADDRESS, "adres", sure)
        for other in _also(text, end):
            yield Seen(*other, Kind.ADDRESS, "huisnummer", False)
        yield from _places_beside(text, start, end)
    for match in re.finditer(r"(?i)(?<!\w)(?:postbus|antwoordnummer) \d{1,6}", text):
        if _is_private(text, match.start()):
            yield Seen(match.start(), match.end(), Kind.ADDRESS, "adres")
    for match in _LABELLED.finditer(text):
        if not re.match(r"(?i)postbus|antwoord|zie |bekend|onbekend|gemeente", match["value"]):
            yield Seen(*match.span("value"), Kind.ADDRESS, "adres")
            yield from _places_beside(text, *match.span("value"))
    yield from _only_numbers(text)
    for match in _BOAT.finditer(text):
        yield Seen(match.start(), match.end(), Kind.ADDRESS, "adres")


_ADDRESS_LINE = re.compile(
    r"(?m)^(?!(?:mevr|mw|dhr|de heer|familie|fam|aan\b(?! de| het)))(?!.*(?:@|www\.|:|\b(?:heer|"
    r"mevrouw|mevr|dhr)\b))"
    r"[^\d\n,]*[^\W\d_]{3,}[^\d\n,]* \d{1,4}[^\n,\d]{0,8}(?:-\d+)?$",
    re.IGNORECASE,
)


def address_lines(text: str, start: int, end: int) -> Iterator[Seen]:
    """Yield the lines with a street and number in a block that is an address of a letter."""
    other = rf"(?i)postbus|antwoordnummer|[1-9]\d{{3}} ?[a-z]{{2}}\b|{either(MONTHS)}"
    for match in _ADDRESS_LINE.finditer(text[start:end]):
        if not re.search(other, match[0]):
            yield Seen(start + match.start(), start + match.end(), Kind.ADDRESS, "adres", False)


def public(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a postcode and place stand that belong to a postbus."""
    for match in _postcodes(text):
        if _is_postbus(text, match.start()):
            place = _place_at(text, match.end(), after_postcode=True)
            yield match.start(), place[1] if place else match.end()


def _postcodes(text: str) -> Iterator[re.Match[str]]:
    for match in _POSTCODE.finditer(text):
        yield match
    for match in _SMALL.finditer(text):
        letters = match[0][-2:]
        if letters.isupper() or letters in _short_words():
            continue
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        placed = _place_at(text, match.end(), after_postcode=False)
        behind_number = re.search(r"\d\w{0,4}(?: ?[-/]? ?\w{1,5})?,?\s*$", line) or re.search(
            r"(?i)postcode\W*(?:is )?$", line
        )
        if (
            placed
            or behind_number
            or (not line.strip() and not re.match(r"(?:19|20)\d\d", match[0]))
        ):
            yield match
    for match in _ABROAD.finditer(text):
        before = text[max(0, match.start() - 40) : match.start()]
        if match[0][0].isalpha() and not re.match(r"[A-Z]{1,2}-", match[0]):
            continue
        if re.search(r"\w+ \d{1,4} ?[a-zA-Z]?\s*(?:,|\n)\s*$", before):
            yield match


def _place_at(text: str, position: int, *, after_postcode: bool) -> tuple[int, int] | None:
    """Return the place behind a postcode: a known one, or else what has a capital."""
    gap = re.compile(r"(?:\s*,)?[ \t\n]{1,3}(?:(?:te|in) )?").match(text, position)
    if gap is None:
        return None
    known = _known_place(text, gap.end())
    if known is not None:
        return gap.end(), known
    match = _PLACE.match(text, gap.end())
    if match is None or not after_postcode or "\n\n" in gap[0]:
        return None
    first = re.match(_PLACE_WORD, match[0])
    end_of_line = re.compile(r"[ ]*(?:[,.;)\t\n]|$)").match(text, match.end())
    return gap.end(), match.end() if end_of_line or first is None else gap.end() + first.end()


def _known_place(text: str, position: int) -> int | None:
    """Return where the longest known place that begins here ends."""
    places = folded_list("plaatsen")
    end = None
    for word in re.compile(r"[\w’'-]+(?:[ .]|$|(?=\W))").finditer(text, position, position + 40):
        begun = text[position : word.start()]
        if "\n" in begun or (word.start() > position and not begun.endswith((" ", "."))):
            break
        stop = word.start() + len(word[0].rstrip(" ."))
        if text[position:stop].lower().replace("’", "'") in places:
            end = stop
    return end


def _is_postbus(text: str, start: int) -> bool:
    """Whether a postcode belongs to a postbus that is not of a person."""
    return _of_postbus(text, start) and not _is_private(text, start)


def _is_private(text: str, position: int) -> bool:
    """Whether the lines above, up to a blank one, name a person and no organisation."""
    above = text[max(text.rfind("\n\n", 0, position), position - 200, 0) : position]
    sentence = text[max(0, position - 60) : position]
    if re.search(r"(?i)\b(?:haar|zijn|mijn|uw|privé)\b[^.!?\n]*$", sentence):
        return True
    named = re.search(
        r"(?i)(?:mevrouw|mevr\.|mw\.|dhr\.|heer|meneer|familie|fam\.)\s", above
    ) or re.search(r"(?m)^(?:Aan:? )?(?:[A-Z]\.)+ ?[A-Za-z]", above)
    return bool(named) and not re.search(
        r"(?i)gemeente|college|afdeling|team|dienst|b\.?v\.?\b|stichting|bureau", above
    )


def _of_postbus(text: str, start: int) -> bool:
    return bool(
        re.search(
            r"(?i)(?:postbus|antwoordnummer)\s+\d+\s*,?\s*$", text[max(0, start - 30) : start]
        )
    )


def _streets(text: str) -> Iterator[tuple[int, int, bool]]:
    for match in _ADDRESS.finditer(text):
        start = _street_start(text, match)
        if start is None or _RANGE.match(text, match.end()):
            continue
        if _NO_STREET_BEFORE.search(text[max(0, start - 60) : start]):
            continue
        street = text[start : match.start("house")].rstrip()
        if street.lower().endswith(_LAWS) and re.fullmatch(r"(?:19|20)\d\d", match["house"]):
            continue
        sure = _is_street(street)
        if sure or _is_address_place(text, start, match.end(), street):
            yield start, match.end(), sure
    for match in _LOW_ADDRESS.finditer(text):
        if not match["street"][0].isupper() and not _RANGE.match(text, match.end()):
            yield match.start(), match.end(), False


def _street_start(text: str, match: re.Match[str]) -> int | None:
    """Return where the street begins: words before it that are no part of it are left out."""
    start = match.start()
    words = list(re.finditer(r"\S+", match["street"]))
    capitals = [
        word
        for word in words
        if word[0][0].isupper() and word[0].lower() not in folded_list("tussenvoegsels")
    ]
    if len(capitals) > _LONGEST_STREET and capitals[-1] is words[-1] and _is_street(words[-1][0]):
        # A name on the line above was joined to the street.
        return match.start() + words[-1].start()
    for number, word in enumerate(words):
        plain = word[0].lower().rstrip(".,")
        if (
            plain in ("van", "de", "het", "den")
            and word[0][0].isupper()
            and number < len(words) - 1
        ):
            continue
        if plain in _not_in_streets() and number < len(words) - 1:
            start = match.start() + words[number + 1].start()
        elif plain in _not_in_streets():
            return None
    while text[start].islower():
        following = re.compile(r"\S+\s+").match(text, start)
        if following is None or following.end() >= match.start("house"):
            return None
        start = following.end()
    return start


def _is_street(street: str) -> bool:
    ends = tuple(word_list("straten"))
    words = street.lower().split()
    return any(word.rstrip(".").endswith(ends) and len(word) > 3 for word in words)


def _is_address_place(text: str, start: int, end: int, street: str) -> bool:
    """Whether what stands around a word with a number says that it is an address."""
    after = text[end : end + 14]
    before = text[max(0, start - 40) : start]
    if re.match(
        r"(?:,?\s+|\n)(?:[1-9]\d{3} ?[A-Za-z]{2}\b|[A-Z]{1,2}-\d{4,5}|\d{2}-\d{3}|\d{5} [A-Z])",
        after,
    ):
        return True
    if re.search(
        r"(?i)\b(?:adres(?: is)?:?|woon\w*(?: \w+){0,2} (?:aan|op|in)(?: de| het)?|wonende? (?:aan|"
        r"te|op)(?: de| het)?|verhuisd naar|perceel|pand|woning|huis)\s*$",
        before,
    ):
        return True
    place = _BETWEEN.match(text, end)
    if place and place[0].strip(" ") and _known_place(text, place.end()):
        return True
    if _opens(text, start):
        return False
    words = street.lower().split()
    others = folded_list("geen_namen") | folded_list("organisaties")
    return len(street) > 3 and not any(word.rstrip(".") in others for word in words)


def _also(text: str, end: int) -> Iterator[tuple[int, int]]:
    """Yield the numbers that stand behind an address as other numbers in the street: *Kerkweg 9 en 11 A*."""
    while more := re.compile(rf"(?:,| en| of| en op) (?P<house>{_HOUSE})(?![\w/]|[-.,]\d)").match(
        text, end
    ):
        if (
            re.match(rf"(?i) (?:{either(MONTHS)}|[a-z]{{2}}\b)", text[more.end() :])
            and "," in more[0]
        ):
            return
        if re.match(rf"(?i) (?:{either(MONTHS)})", text[more.end() :]):
            return
        yield more.span("house")
        end = more.end()


def _opens(text: str, start: int) -> bool:
    """Whether a word begins a sentence or a line, where a capital says nothing."""
    before = text[max(0, start - 3) : start]
    return start == 0 or "\n" in before or bool(re.search(r"[.!?•]\s+$", before))


def _places_beside(text: str, start: int, end: int) -> Iterator[Seen]:
    """Yield the place behind an address, or before it: *te Harkstede*, *in Haren, Kerkweg 1*."""
    gap = _BETWEEN.match(text, end)
    if gap:
        known = _known_place(text, gap.end())
        if known is not None:
            yield Seen(gap.end(), known, Kind.PLACE, "plaats")
        else:
            word = re.compile(_PLACE_WORD).match(text, gap.end())
            if word and re.search(r"\b(?:te|in)\s$", gap[0]):
                yield Seen(word.start(), word.end(), Kind.PLACE, "plaats", False)
    before = re.search(
        rf"(?:te|in|uit) ({_PLACE.pattern})(?:,| \(| aan (?:de|het)| op (?:de|het))\s*$",
        text[max(0, start - 50) : start],
    )
    if before:
        shift = max(0, start - 50)
        yield Seen(before.start(1) + shift, before.end(1) + shift, Kind.PLACE, "plaats")


def _only_numbers(text: str) -> Iterator[Seen]:
    for match in _ONLY_NUMBER.finditer(text):
        name = next(key for key in ("number", "house", "other") if match[key])
        yield Seen(*match.span(name), Kind.ADDRESS, "huisnummer", False)


@cache
def _short_words() -> frozenset[str]:
    return frozenset(
        [
            "en",
            "de",
            "in",
            "op",
            "of",
            "te",
            "is",
            "om",
            "u",
            "we",
            "er",
            "zo",
            "na",
            "bij",
            "km",
            "mm",
            "cm",
            "kg",
            "gr",
            "ml",
            "al",
            "ja",
            "je",
            "ik",
            "ze",
            "ha",
            "uw",
            "as",
            "ml",
        ]
    )


@cache
def _not_in_streets() -> frozenset[str]:
    return frozenset(
        folded_list("geen_straten") | set(MONTHS) | set(words_of("nummers", "geen", "woorden"))
    )
