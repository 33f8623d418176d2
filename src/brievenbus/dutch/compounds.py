"""Where long compounds can be cut, so that a reader sees what they are made of.

*Kinderopvangtoeslag* is *kinderopvang·toeslag*. The linking -s-, -e- or -en- stays with the part
before it. What is only derived is no compound here: *uitkering, aanvraag, mogelijkheid* stay whole.

The noun list of `Lexicon` tells for most nouns whether they are compounds, and where their head
begins. Other words are cut where both sides are words; of the cuts with the lowest cost that one is
taken whose parts are commonest. ``data/samenstellingen.txt`` has what the word lists cannot tell.
Thresholds were set on the train and dev parts of the treebank (`benchmarks/compounds.py`).
Names are not known as such: do not ask for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from math import inf
from typing import NamedTuple

from brievenbus.dutch.lexicon import Lexicon
from brievenbus.dutch.remembering import remembered
from brievenbus.dutch.spelling import VOWELS, data_lines, frequency, stems

MARK = "·"
"""Stands between parts where they are shown."""

MAX_LENGTH = 60
"""Longer strings are no words: the longest of the noun list has 38 letters."""

EVERYDAY_LETTERS = 8
EVERYDAY = 4.0
EVERYDAY_INSIDE = 3.0
"""Zipf values from which a short compound is read at once (*website*); inside a longer one, where
there is a more telling border, sooner (*landbouw·beleid*)."""

MIN_FREQUENCY = {2: 4.0, 3: 3.0, 4: 2.0}
"""Zipf value that a part of so many letters must have: short strings are often words by chance."""

VERB = 2.5
"""Zipf value of an infinitive from which its stem may open a compound (*parkeer·vergunning*)."""

OTHER = 3.0
"""Zipf value from which a word that is no noun may open a compound (*zwart·boek*)."""

LINKS = {"": 0.0, "s": 0.3, "e": 0.6, "n": 0.6, "en": 0.6}
"""What may link two parts, and its cost."""

# Costs are on the scale of Zipf values: a part costs WHOLE less its frequency.
WHOLE = 10.0
RARE = 1.0
"""The frequency of nouns that are not among the counted words."""
KNOWN = 4.0
"""The least frequency of the words in the data file."""
NO_NOUN = 1.5
STEM = 0.7
NESTED = 1.0
SHORT = 1.5
DOUBTFUL_S = 2.0
"""Added for another first part than a noun, a verb stem, a part that must itself be cut, a part of
three letters, and an -s- that may belong to the next part (*borst·spier*)."""
LEFT = 2.0
"""Taken off where the first part is a known compound: *gemeenteraads·lid*, not *gemeente·raadslid*."""
BY_LIST = 9.0
"""The cost of a border that only the noun list vouches for."""
MARGIN = 6.0
"""How much more two parts may cost than the whole as a word of its own."""

_OPEN_HEADS = ("punt", "punten", "genoot", "genoten")
"""Nouns that end in these are no compounds on the noun list, though most of them are."""
_NOUN_ENDINGS = ("ing", "heid", "teit", "tie")
LONG = 7
"""From so many letters on, a word with such an ending is taken for a noun as a first part."""
_PREPOSITIONS = ("voor", "onder", "over", "bij", "tegen")
_ADJECTIVE_ENDINGS = ("eel", "aal", "lijk", "isch", "ief")
_BEFORE_HYPHEN = ("e", "re", "co", "x", "t", "s")
"""Not words by themselves, so that they go with what follows: *e-mail·adres, re-integratie·traject*."""
_TITLES = ("ex", "oud", "vice", "anti", "non", "niet", "semi", "pseudo", "super")
"""These go with the whole of what follows: *anti-discriminatiebureau*, not *woon-werk·verkeer*."""

_NO_CUT = (inf, 0)


class _Segment(NamedTuple):
    """What stands between hyphens, in lower case; a prefix such as *e-* is before the core."""

    start: int
    core_start: int
    core: str


def main_parts(word: str) -> tuple[str, ...]:
    """Return `word` cut at its main border: two parts, or itself where it is no compound.

    The parts are as they stand in the word, capitals and hyphens included; joined they give it back.
    """
    border = _main_border(word)
    return (word[:border], word[border:]) if border else (word,)


def all_parts(word: str) -> tuple[str, ...]:
    """Return `word` cut at every border (*gemeente·raads·lid*), or itself where it is no compound.

    Short everyday compounds are not cut inside longer ones (*landbouw·beleid*).
    """
    borders = _all_borders(word)
    ends = (*borders, len(word))
    return tuple(word[start:end] for start, end in zip((0, *borders), ends, strict=True))


def shown(parts: Sequence[str]) -> str:
    """Return parts as a reader sees them: with a dot between, but not where a hyphen stands."""
    return MARK.join(parts).replace("-" + MARK, "-")


@remembered
def _main_border(word: str) -> int:
    """Return where the last main part of a word starts; 0 where it is not cut."""
    segments = _segments(word)
    if not segments:
        return 0
    last = segments[-1]
    inner = 0 if _is_everyday(last.core, EVERYDAY) else _cut(last.core)[1]
    if inner and (len(segments) == 1 or _coordinates(segments[-2].core, last.core)):
        return last.core_start + inner
    return last.start


@remembered
def _all_borders(word: str) -> tuple[int, ...]:
    """Return where the parts of a word start, save for the first."""
    if not _main_border(word):
        return ()
    found: list[int] = []
    for segment in _segments(word):
        found.append(segment.start)
        limit = EVERYDAY if segment.core == word.lower() else EVERYDAY_INSIDE
        found += (segment.core_start + border for border in _inner_borders(segment.core, limit))
    return tuple(found[1:])


def _segments(word: str) -> list[_Segment]:
    """Take a word apart at its hyphens; nothing for what is too long to be a word."""
    text = word.lower() if len(word) <= MAX_LENGTH else ""
    found: list[_Segment] = []
    start = 0
    for piece in text.split("-") if len(text) == len(word) else ():
        if not found:
            found.append(_Segment(start, start, piece))
        elif not piece.isalpha() or (len(piece) < 3 and not _is_noun(piece)):  # covid-19
            found[-1] = found[-1]._replace(core=f"{found[-1].core}-{piece}")
        elif found[-1].core in _BEFORE_HYPHEN:
            found[-1] = _Segment(found[-1].start, start, piece)
        elif any(map(str.isalnum, found[-1].core)):
            found.append(_Segment(start, start, piece))
        start += len(piece) + 1
    return found


def _coordinates(before: str, last: str) -> bool:
    """Whether what stands before a hyphen belongs with the first part after it (*woon-werk·verkeer*)."""
    if before.isdigit():  # 5-sterren·hotel
        return True
    clash = before[-1] in VOWELS and last[0] in VOWELS  # zee-egelsoort
    return len(before) > 2 and not clash and before not in _TITLES and frequency(before) > OTHER


def _inner_borders(word: str, everyday: float) -> Iterator[int]:
    """Yield every border of a word without hyphens."""
    border = 0 if _is_everyday(word, everyday) else _cut(word)[1]
    if border:
        base = border - _first(word[:border])[1]
        yield from _inner_borders(word[:base], EVERYDAY_INSIDE)
        yield border
        yield from (border + later for later in _inner_borders(word[border:], EVERYDAY_INSIDE))


def _is_everyday(word: str, limit: float) -> bool:
    """Whether a word is short and so common that its parts say nothing."""
    return len(word) <= EVERYDAY_LETTERS and frequency(word) >= limit


@remembered
def _cut(word: str) -> tuple[float, int]:
    """Return the best border of a word without hyphens and its cost; 0 where it is not cut."""
    if len(word) < 5 or not word.replace("'", "").replace("’", "").isalpha():
        return _NO_CUT
    head = Lexicon.load().compound_head(word)
    if _is_whole(word, listed=head is not None):
        return _NO_CUT
    start = 2 if head is None else _head_start(word, head)
    borders = range(max(start, 2), len(word) - 2)
    cost, best = min(((_cost(word, border), border) for border in borders), default=_NO_CUT)
    if cost == inf and head is not None and _is_sound(word, start):
        return BY_LIST, start
    too_much = WHOLE - frequency(word) + MARGIN if head is None and frequency(word) else inf
    return _NO_CUT if cost >= too_much else (cost, best)


def _is_whole(word: str, *, listed: bool) -> bool:
    """Whether a word is not to be cut, for what the lists say of it as a whole."""
    if {word, word.removesuffix("e")} & _listed("heel") or word in _listed("vooraan"):
        return True
    if listed:
        return False
    if _is_noun(word):
        diminutive = len(word) > EVERYDAY_LETTERS and word.endswith(("je", "jes"))
        return not diminutive and not word.endswith(_OPEN_HEADS)
    return word.endswith("en") and frequency(word) >= VERB  # handhaven: plurals would be listed


def _head_start(word: str, head: str) -> int:
    """Return where the head starts; of a plural, the singular's first letters are looked for."""
    found = (word.rfind(head[:length]) for length in range(len(head), 1, -1))
    return next((start for start in found if start > 0), len(word))


def _is_sound(word: str, border: int) -> bool:
    """Whether to take a border from the noun list, though the words beside it are not known."""
    before, after = word[:border], word[border:]
    if before in _PREPOSITIONS:
        return not after.endswith(("ing", "ingen"))
    sound = len(before) > 2 and len(after) > 2 and after != "tal"  # twintigtal
    return sound and before not in _listed("niet_vooraan")


def _cost(word: str, border: int) -> float:
    """Return what a border costs; endless where one side cannot be a part."""
    before, after = word[:border], word[border:]
    if before in _listed("bij_werkwoord") and after.endswith("en"):
        return inf
    last = _last(after)
    if last == inf and before in _listed("vooraan") and _may_be_adjective(after):
        last = WHOLE - frequency(after)
    # One side may have to be cut itself before it is known, not both: that would take long.
    first = _first(before, nested=last < inf)[0]
    if last == inf and first < inf and len(after) > LONG:
        last = _cut(after)[0] + NESTED
    doubt = DOUBTFUL_S if before[-1] == "s" and _is_noun("s" + after) else 0.0
    return first + doubt + last


@remembered
def _last(word: str) -> float:
    """Return what a word costs as the last part."""
    if len(word) < 3 or word in _listed("niet_achteraan"):
        return inf
    cost = _as_noun(word)
    return min(cost, WHOLE - max(frequency(word), KNOWN)) if _is_adjective(word) else cost


@remembered
def _first(word: str, *, nested: bool = True) -> tuple[float, int]:
    """Return what the first part costs, and how many of its letters only link.

    With `nested`, it may have to be cut itself before it is known.
    """
    best = _NO_CUT
    for link, cost in LINKS.items():
        base = word.removesuffix(link)
        if not word.endswith(link) or (link == "s" and base.endswith(("en", "s", "e"))):
            continue
        if link == "n" and not base.endswith("e"):
            continue
        best = min(best, (cost + _base(base, linked=bool(link), nested=nested), len(link)))
    return best


def _base(word: str, *, linked: bool, nested: bool) -> float:
    """Return what a word costs as a first part, without its link."""
    if word in _listed("vooraan"):
        return inf if linked else WHOLE - max(frequency(word), KNOWN)
    if len(word) < 2 or word in _listed("niet_vooraan"):
        return inf
    cost = _as_noun(word)
    if not linked and len(word) > 2 and word.isalpha():
        verb = max(frequency(stem + "en") for stem in stems(word))
        if verb >= VERB:
            cost = min(cost, WHOLE - verb + STEM + (SHORT if len(word) == 3 else 0.0))
        if cost == inf and frequency(word) >= OTHER:
            cost = WHOLE - frequency(word) + NO_NOUN
    if cost == inf and nested:
        cost = _cut(word)[0] + NESTED
    if cost == inf and len(word) >= LONG and word.endswith(_NOUN_ENDINGS):
        cost = WHOLE - RARE + NO_NOUN
    return cost - LEFT if Lexicon.load().compound_head(word) else cost


@remembered
def _as_noun(word: str) -> float:
    """Return what a noun or its diminutive costs; endless for others and for doubtful short ones."""
    often = frequency(word)
    if often < MIN_FREQUENCY.get(len(word), 0.0) or not (_is_noun(word) or _is_diminutive(word)):
        return inf
    return WHOLE - max(often, RARE) + (SHORT if len(word) == 3 else 0.0)


@remembered
def _is_noun(word: str) -> bool:
    return Lexicon.load().is_noun(word)


def _is_diminutive(word: str) -> bool:
    """Whether a word is a noun with -je, -tje or -pje that is in use (*strookje*)."""
    if not word.endswith(("je", "jes")) or not frequency(word):
        return False
    stem = word.removesuffix("s").removesuffix("je")
    return any(map(_is_noun, (stem, stem.removesuffix("t"), stem.removesuffix("p"))))


def _may_be_adjective(word: str) -> bool:
    """Whether a word is common and ends as adjectives do (*multi·cultureel*)."""
    ending = word.removesuffix("e").endswith(_ADJECTIVE_ENDINGS)
    return ending and len(word) > 5 and frequency(word) > OTHER


def _is_adjective(word: str) -> bool:
    """Whether a word is one of the adjectives that may come last, with or without -e."""
    known = _listed("bijvoeglijk")
    if word in known or not word.endswith("e"):
        return word in known
    stem = word[:-1]
    long = stem[:-1] + stem[-2:]  # rode: rood
    return any(form in known for form in (stem, stem[:-1], long))


@cache
def _listed(name: str) -> frozenset[str]:
    """Return the words under a name in the data file."""
    rows = (line.partition(":") for line in data_lines("samenstellingen.txt"))
    return frozenset(word for key, _, words in rows if key == name for word in words.split())
