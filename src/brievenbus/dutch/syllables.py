"""How many syllables a Dutch word has when it is read aloud.

Every syllable has one vowel sound, so that vowel sounds are counted: spelling tells which letters
make one together (*oei*, *eeuw*) and which do not (*ra-di-o*, *mu-se-um*, *ge-uit*). The rules
follow standard pronunciation where that and hyphenation differ: c, s and t melt with an i before
some endings (*sta-tion*, *pen-sioen*, *of-fi-cieel*). Words that the rules cannot tell (*online*,
*team*, *t/m*) stand in ``data/syllables.txt``.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

from brievenbus.dutch.remembering import remembered

_EXCEPTIONS = Path(__file__).parent / "data" / "syllables.txt"

_VOWELS = "aeiouyàèìòùæœø"
_BORDER = "|"

_REWRITES = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        # One syllable where c or t melts with i: officieel, sociale, patiënt, ambitieus.
        ("(?<![s|])([ct])i(?=al|aal|eel|eu[sz])", r"\1"),
        ("(?<![s|])([ct])ië(?=l|nt)", r"\1e"),
        # Diaereses start a syllable: zeeën, beïnvloeden, naïef.
        ("[äëïöüÿ]", lambda found: _BORDER + "aeiouy"["äëïöüÿ".index(found[0])]),
        # An acute only stresses, a circumflex changes nothing: één, vóór, café, enquête.
        ("[áéíóúýâêîôû]", lambda found: "aeiouyaeiou"["áéíóúýâêîôû".index(found[0])]),
        ("ques?$", "k"),
        ("qu", "kw"),
        # y is a consonant before a vowel: yoga, royaal; after a consonant it is a vowel: hyena.
        (f"(?<![^{_VOWELS}|])y(?=[{_VOWELS}])", "j"),
        ("y(?=[aeou])", "y|"),
        # The prefixes ge- and be- keep to themselves: geautomatiseerd, geijkt, geuit.
        ("(?<=ge)au(?=[tdk])", "|au"),
        ("(?<=^ge)ij(?=[kv])|(?<=^be)ij(?=[kv])", "|ij"),
        ("e(?=ui(?!l))", "e|"),
        # Latin and French endings: museum, serieus, interieur, officieel, stationair.
        ("eum", "e|um"),
        ("ieu(?=[rsz])", "i|eu"),
        ("(?<=i)ee", "|ee"),
        ("(?<=[aeiou])a(?=el$)", "a|"),
        ("ael$", "a|el"),
        # One syllable where t or s melts with i: station, pensioen (but not bastion).
        ("(?<=[^s]t)io(?=n)|(?<=s)io(?=n)", "o"),
        ("(?<=[ts])ioe(?=n)", "oe"),
    )
)

_MAY_REWRITE = re.compile("[^a-pr-xz]|[ct]ia|ael|eau|[bg]eij|eui|eum|ie[eu]|io")
"""Found in every word that one of the rewrites changes; other words are spared them all."""

_NUCLEUS = re.compile(
    "aai|ooi|oei|eeu|ieu|eau|oeu|eui|uij|eij|aij|oij|"
    "aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|au|ou|ai|oi|ae|ey|ay|oy|uy|œu|"
    f"[{_VOWELS}]"
)

_PART = re.compile(r"[^\W\d_]+(?:['’`][^\W\d_]+)*|\d+(?:[.]\d{3})*(?:,\d+)?")
_SPELLED = re.compile(r"[b-df-hj-np-tv-xz]{2,6}")
_NUMBER = re.compile(r"(\d+(?:\.\d{3})*)(?:,(\d+))?")
_ORDINAL = re.compile(r"(\d{1,4})(?:e|de|ste)")
_MAX_SPOKEN_DIGITS = 6


@remembered
def count_syllables(word: str) -> int:
    """Return the number of syllables of `word`, at least 1.

    Numbers up to six digits count as they are spoken (*21*: *eenentwintig*, 4; *1.200*:
    *twaalfhonderd*, 3); longer ones, and mixtures of letters and digits such as an IBAN,
    are looked at rather than read aloud, and count as 1. Letters without a vowel are spelled
    (*bsn*: 3). Common abbreviations count in full (*t/m*: *tot en met*, 3). Marks count as 1.
    """
    text = unicodedata.normalize("NFC", word).lower().replace("ĳ", "ij").replace("’", "'")
    whole = _whole_words().get(text)
    if whole is not None:
        return whole
    if any(map(str.isdigit, text)):
        return max(1, _count_with_digits(text))
    return max(1, sum(_count_letters(part) for part in _PART.findall(text)))


def _count_with_digits(text: str) -> int:
    """Count a word with digits in it: parts with a hyphen between them are read apart."""
    total = 0
    for part in re.split(r"[-–/]", text):
        number, ordinal = _NUMBER.fullmatch(part), _ORDINAL.fullmatch(part)
        if number:
            total += _spoken(number[1].replace(".", ""))
            total += 1 + _spoken(number[2]) if number[2] else 0
        elif ordinal:
            total += _spoken(ordinal[1]) + 1
        elif part and not any(map(str.isdigit, part)):
            total += count_syllables(part)
        else:
            total += 1 if part else 0
    return total


def _spoken(digits: str) -> int:
    """Return the syllables of a number; 1 for one that is not read aloud as a number."""
    if len(digits) > _MAX_SPOKEN_DIGITS or (digits[0] == "0" and len(digits) > 2):
        return 1
    return _number_syllables(int(digits))


_SMALL = (1, 1, 1, 1, 1, 1, 1, 2, 1, 2, 1, 1, 1, 2, 2, 2, 2, 3, 2, 3)
"""Syllables of nul, een, twee … negentien."""
_TENS = (0, 0, 2, 2, 2, 2, 2, 3, 2, 3)
"""Syllables of twintig, dertig … negentig, by the first digit."""


def _number_syllables(number: int) -> int:
    """Return the syllables of a number under a million, as Dutch says it (*eenentwintig*: 4)."""
    if number < 20:
        return _SMALL[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS[tens] + (_SMALL[ones] + 1 if ones else 0)
    # honderd and duizend have two syllables; 1985 is nineteen hundred, 2026 two thousand.
    by_hundreds = number < 1000 or 1100 <= number < 2000
    count, rest = divmod(number, 100 if by_hundreds else 1000)
    before = _number_syllables(count) if count > 1 else 0
    return before + 2 + (_number_syllables(rest) if rest else 0)


def _count_letters(part: str) -> int:
    """Count a run of letters, perhaps with apostrophes: first the listed parts, then the rules."""
    whole = _whole_words().get(part)
    if whole is not None:
        return whole
    if _SPELLED.fullmatch(part):
        return len(part)
    may_hold, listed = _listed_parts()
    if not may_hold.search(part):
        return _by_rule(part)
    total, position = 0, 0
    for found in listed.finditer(part):
        name = found.lastgroup
        if name is not None:
            total += _by_rule(part[position : found.start()]) + int(name.rsplit("_", 1)[1])
            position = found.end()
    return total + _by_rule(part[position:])


def _by_rule(letters: str) -> int:
    """Count the vowel sounds in `letters`."""
    if _MAY_REWRITE.search(letters):
        for pattern, replacement in _REWRITES:
            letters = pattern.sub(replacement, letters)
    return len(_NUCLEUS.findall(letters))


@cache
def _entries() -> tuple[tuple[str, int], ...]:
    """Read the data file: a word or part and its count per line; ``#`` starts a remark."""
    entries = []
    for line in _EXCEPTIONS.read_text(encoding="utf-8").splitlines():
        content = line.split("#", 1)[0].split()
        if content:
            entries.append((content[0], int(content[1])))
    return tuple(entries)


@cache
def _whole_words() -> dict[str, int]:
    """Return the entries for whole words."""
    return {entry: count for entry, count in _entries() if "*" not in entry}


@cache
def _listed_parts() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return two patterns for the entries with a ``*``.

    A quick one tells whether a word may hold one; the other finds them, longest first, in a group
    whose name ends in the count.
    """
    parts = sorted((entry for entry in _entries() if "*" in entry[0]), key=lambda e: -len(e[0]))
    quick = "|".join(re.escape(entry.strip("*")) for entry, _ in parts)
    exact = "|".join(
        f"(?P<part{number}_{count}>{_as_pattern(entry)})"
        for number, (entry, count) in enumerate(parts)
    )
    return re.compile(quick), re.compile(exact)


def _as_pattern(entry: str) -> str:
    """Turn ``team*``, ``*website*`` into a pattern; a side without ``*`` is the end of the word."""
    start = "" if entry.startswith("*") else r"(?<![^\W\d_])"
    end = "" if entry.endswith("*") else r"(?![^\W\d_])"
    return start + re.escape(entry.strip("*")) + end
