"""The forms of Dutch verbs: spelling rules, a list of irregular verbs, and the word list as judge.

Where spelling allows two forms (*controler* or *controleer*), the one that occurs in the word list
wins. Sources: the rules of the Dutch spelling (Woordenlijst Nederlandse Taal, Technische Handleiding);
irregular forms in `data/werkwoorden.tsv`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

from brievenbus.dutch.adjectives import with_e
from brievenbus.dutch.remembering import remembered
from brievenbus.dutch.spelling import DIGRAPHS, VOWELS, data_lines, syllables
from brievenbus.dutch.spelling import frequency as frequency

VOICELESS = ("t", "k", "f", "s", "ch", "sh", "p", "x", "c", "q")
"""*'t kofschip x*: after these sounds the past has -te, after others -de."""


class VerbForm(StrEnum):
    """A place in the conjugation; the first person singular is also the imperative."""

    FIRST = "ik"
    SECOND = "u"
    INVERTED = "jij erachter"
    THIRD = "hij"
    PLURAL = "wij"
    PAST_SINGULAR = "verleden enkelvoud"
    PAST_PLURAL = "verleden meervoud"
    INFINITIVE = "hele werkwoord"
    PARTICIPLE = "voltooid deelwoord"
    PARTICIPLE_E = "voltooid deelwoord met -e"
    PRESENT_PARTICIPLE = "tegenwoordig deelwoord"
    PRESENT_PARTICIPLE_E = "tegenwoordig deelwoord met -e"


NON_FINITE = frozenset(
    {
        VerbForm.INFINITIVE,
        VerbForm.PARTICIPLE,
        VerbForm.PARTICIPLE_E,
        VerbForm.PRESENT_PARTICIPLE,
        VerbForm.PRESENT_PARTICIPLE_E,
    }
)


@dataclass(frozen=True)
class Verb:
    """A conjugated verb.

    `particle` is the separable part, empty where there is none; the finite forms in `forms` are
    without it, the others hold it. `variants` are other forms that are found but never suggested
    (*zegde* beside *zei*).
    """

    infinitive: str
    particle: str
    forms: dict[VerbForm, str]
    variants: dict[VerbForm, tuple[str, ...]] = field(default_factory=dict)

    def spellings(self, form: VerbForm) -> tuple[str, ...]:
        """Every way to write a form as one token: apart from its particle, and as one word."""
        ways = (self.forms[form], *self.variants.get(form, ()))
        if form in NON_FINITE or not self.particle:
            return ways
        return (*ways, *(self.particle + way for way in ways))

    def whole(self, form: VerbForm) -> str:
        """The form as one word, as in a subordinate clause (*vaststelt*)."""
        if form in NON_FINITE:
            return self.forms[form]
        return self.particle + self.forms[form]


@dataclass(frozen=True)
class _Prefixes:
    """The lists of `data/voorvoegsels.txt`, by what they say of the first part of a verb."""

    separable: tuple[str, ...]
    inseparable: tuple[str, ...]
    fixed: frozenset[str]
    none: frozenset[str]
    both: frozenset[str]


@cache
def _prefixes() -> _Prefixes:
    lists: dict[str, list[str]] = {}
    for line in data_lines("voorvoegsels.txt"):
        name, words = line.split(":")
        lists[name] = words.split()
    return _Prefixes(
        tuple(sorted(lists["scheidbaar"], key=len, reverse=True)),
        tuple(lists["onscheidbaar"]),
        frozenset(lists["vast"]),
        frozenset(lists["heel"]),
        frozenset(lists["beide"]),
    )


@cache
def _irregular() -> dict[str, list[str]]:
    rows = (line.split("\t") for line in data_lines("werkwoorden.tsv"))
    return {row[0]: row[1:] for row in rows}


def separable_particles() -> tuple[str, ...]:
    """Return the particles that make separable verbs, the longest first."""
    return _prefixes().separable


@cache
def irregular_infinitives() -> dict[str, str]:
    """Return the infinitive of every listed form of an irregular verb (*gekeken* → kijken)."""
    found: dict[str, str] = {}
    for infinitive in _irregular():
        if "|" not in infinitive:
            forms = conjugate(infinitive).forms
            for form in (VerbForm.PAST_SINGULAR, VerbForm.PAST_PLURAL, VerbForm.PARTICIPLE):
                found.setdefault(forms[form], infinitive)
            found[infinitive] = infinitive
    return found


@cache
def _with_own_row() -> dict[str, str]:
    """The separable verbs that do not follow the shorter verb: ``opzeggen`` → its particle ``op``."""
    pairs = (name.split("|") for name in _irregular() if "|" in name)
    return {particle + rest: particle for particle, rest in pairs}


@remembered
def split_particle(infinitive: str, *, apart: bool = False) -> tuple[str, str]:
    """Cut a verb into its separable particle (or "") and the rest: ``vaststellen`` → vast, stellen.

    `apart` asks for the separable reading of a verb that has two (`has_two_readings`).
    """
    prefixes = _prefixes()
    if apart:
        particle = next(p for p in prefixes.separable if infinitive.startswith(p))
        return particle, infinitive.removeprefix(particle)
    if infinitive in _with_own_row():
        particle = _with_own_row()[infinitive]
        return particle, infinitive.removeprefix(particle)
    if infinitive in prefixes.fixed | prefixes.none or infinitive in _irregular():
        return "", infinitive
    for particle in prefixes.separable:
        rest = infinitive[len(particle) :]
        if not infinitive.startswith(particle):
            continue
        if (_is_verb(rest) or _separates(particle, rest)) and not _stays_whole(infinitive):
            return particle, rest
    return "", infinitive


def _stays_whole(infinitive: str) -> bool:
    """Whether the participle starts with *ge* (*geïnformeerd*), so that the verb is one piece."""
    participle = _regular_forms(infinitive)[VerbForm.PARTICIPLE]
    return participle.startswith("ge") and frequency(participle) > 0


def _separates(particle: str, rest: str) -> bool:
    """Whether the participle has *ge* in the middle (*ingewilligd*), though the rest is no verb alone."""
    if len(rest) < 4 or not rest.endswith("en"):
        return False
    participle = _regular_forms(rest)[VerbForm.PARTICIPLE]
    return participle.startswith("ge") and frequency(particle + participle) > 0


def _is_verb(word: str) -> bool:
    """Whether the rest after a particle can be a verb of its own."""
    if word in _irregular():
        return True
    if word.startswith(_prefixes().inseparable) and len(word) > 5:
        return word.endswith("en")
    if len(word) < 4 or not word.endswith("en") or not set(word[:-2]) & set(VOWELS):
        return False
    return frequency(word) > 0


def has_two_readings(infinitive: str) -> bool:
    """Whether a verb is whole with an object and separable without: *voorkomt dit*, *komt vaak voor*."""
    return infinitive in _prefixes().both


@remembered
def conjugate(infinitive: str, *, apart: bool = False) -> Verb:
    """Conjugate a verb given as its infinitive in lower case; never fails, at worst by the rules.

    `apart` asks for the separable reading of a verb that has two.
    """
    particle, base = split_particle(infinitive, apart=apart)
    prefix, core = _strip_prefix(base)
    row = _irregular().get(f"{particle}|{base}") or _irregular().get(core)
    if row is not None:
        ways = _irregular_ways(prefix, core, row)
    else:
        ways = {form: (text,) for form, text in _regular_forms(base).items()}
    ways[VerbForm.PARTICIPLE] = tuple(particle + way for way in ways[VerbForm.PARTICIPLE])
    ways[VerbForm.INFINITIVE] = (infinitive,)
    ways[VerbForm.PARTICIPLE_E] = tuple(map(_participle_with_e, ways[VerbForm.PARTICIPLE]))
    ways[VerbForm.PRESENT_PARTICIPLE] = (infinitive + "d",)
    ways[VerbForm.PRESENT_PARTICIPLE_E] = (infinitive + "de",)
    forms = {form: ways[form][0] for form in VerbForm}
    return Verb(infinitive, particle, forms, {f: w[1:] for f, w in ways.items() if len(w) > 1})


def _strip_prefix(base: str) -> tuple[str, str]:
    """Cut off an inseparable prefix where an irregular verb is left: ``vergeven`` → ver, geven."""
    if base in _irregular():
        return "", base
    fixed = (
        *_prefixes().inseparable,
        "aan",
        "achter",
        "door",
        "mis",
        "om",
        "onder",
        "over",
        "vol",
        "voor",
        "weer",
    )
    for prefix in sorted(fixed, key=len, reverse=True):
        if base.startswith(prefix) and base[len(prefix) :] in _irregular():
            return prefix, base[len(prefix) :]
    return "", base


_INVERTED = {"kunnen": "kun", "zullen": "zul"}


def _irregular_ways(prefix: str, core: str, row: list[str]) -> dict[VerbForm, tuple[str, ...]]:
    """The forms of a row, each with its other spellings; the prefix takes the place of *ge-*."""
    stem = _stem(core)
    first, second, third = row[3:6] if len(row) >= 6 else (stem, _with_t(stem), _with_t(stem))
    texts = {
        VerbForm.FIRST: first,
        VerbForm.SECOND: second,
        VerbForm.INVERTED: _INVERTED.get(core, first),
        VerbForm.THIRD: third,
        VerbForm.PLURAL: core,
        VerbForm.PAST_SINGULAR: row[0],
        VerbForm.PAST_PLURAL: row[1],
    }
    ways = {form: tuple(prefix + way for way in text.split("/")) for form, text in texts.items()}
    participles = row[2].split("/")
    if prefix:
        participles = [prefix + way.removeprefix("ge") for way in participles]
    return ways | {VerbForm.PARTICIPLE: tuple(participles)}


def _regular_forms(base: str) -> dict[VerbForm, str]:
    stem = _stem(base)
    ending = "te" if _raw_stem(base).endswith(VOICELESS) else "de"
    has_prefix = base.startswith(_prefixes().inseparable) and _unstressed_prefix(base)
    participle = stem if stem.endswith(ending[0]) else stem + ending[0]
    if not has_prefix and base not in _prefixes().fixed:
        participle = _with_ge(participle)
    return {
        VerbForm.FIRST: stem,
        VerbForm.SECOND: _with_t(stem),
        VerbForm.INVERTED: stem,
        VerbForm.THIRD: _with_t(stem),
        VerbForm.PLURAL: base,
        VerbForm.PAST_SINGULAR: stem + ending,
        VerbForm.PAST_PLURAL: stem + ending + "n",
        VerbForm.PARTICIPLE: participle,
    }


def _with_ge(participle: str) -> str:
    """Put *ge-* before a participle, with the dots that keep two vowels apart (*geëist, geïnd*)."""
    if participle[0] == "e" or (participle[0] == "i" and not participle.startswith("ij")):
        return "ge" + {"e": "ë", "i": "ï"}[participle[0]] + participle[1:]
    return "ge" + participle


def _unstressed_prefix(base: str) -> bool:
    """Whether *be-, ver-, ge-* and so on is a prefix, not the start of a stem (*bellen, gelden*)."""
    if base in _prefixes().none:
        return False
    for prefix in _prefixes().inseparable:
        rest = base[len(prefix) :]
        if base.startswith(prefix) and len(rest) > 3 and set(rest[:-2]) & set(VOWELS):
            participle = _with_t(_stem(base))
            return frequency("ge" + participle.removesuffix("t") + "d") + frequency(
                "ge" + participle
            ) <= frequency(participle.removesuffix("t") + "d")
    return False


def _raw_stem(infinitive: str) -> str:
    raw = infinitive[:-2] if infinitive.endswith("en") else infinitive.removesuffix("n")
    return raw or infinitive


@remembered
def _stem(infinitive: str) -> str:
    """The first person singular: ``maken`` → maak, ``stellen`` → stel, ``geven`` → geef."""
    raw = _raw_stem(infinitive)
    if not infinitive.endswith("en"):
        return raw
    if len(raw) > 2 and raw[-1] == raw[-2] and raw[-1] not in VOWELS:
        return raw[:-1]
    if raw[-1:] in "iuy" and len(raw) > 1 and raw[-2] in VOWELS:  # *draaien, bouwen* need no change
        return raw
    if raw.endswith(("iër", "eër")):  # *verifiëren, creëren*: verifieer, creëer
        return raw[:-2] + ("eer" if raw.endswith("iër") else "ëer")
    short = _devoice(raw)
    if _open_syllable(raw):
        long = _devoice(raw[:-1] + raw[-2] + raw[-1])
        return _better(long, short, raw) if _may_lack_stress(raw) else long
    return short


def _may_lack_stress(raw: str) -> bool:
    """Whether the last syllable of a stem may have no stress: *regel-en, verbeter-en, monitor-en*."""
    weak = raw.endswith(("el", "em", "en", "er", "or"))
    return weak and syllables(raw) > 1


def _open_syllable(raw: str) -> bool:
    """Whether the stem ends in one vowel and one consonant: *mak-en*, *controler-en*."""
    return (
        len(raw) > 1
        and raw[-1] not in VOWELS + "wjhx"
        and raw[-2] in "aeou"
        and (len(raw) < 3 or raw[-3:-1] not in DIGRAPHS)
    )


def _better(long: str, short: str, raw: str) -> str:
    """Choose between *controleer* and *controler*, *verbeter* and *verbeteer*, by the word list."""
    scores = [
        frequency(form) + frequency(_with_t(form)) + frequency(form + "de") + frequency(form + "te")
        for form in (long, short)
    ]
    if scores[0] == scores[1]:
        # Unknown verbs in -eren are loans with the stress at the end (*implementeren*).
        unstressed = raw.endswith(("el", "en", "em")) and sum(c in VOWELS for c in raw) > 1
        return short if unstressed else long
    return long if scores[0] > scores[1] else short


def _devoice(stem: str) -> str:
    if stem.endswith("v"):
        return stem[:-1] + "f"
    if stem.endswith("z"):
        return stem[:-1] + "s"
    return stem


def _with_t(stem: str) -> str:
    return stem if stem.endswith("t") else stem + "t"


def _participle_with_e(participle: str) -> str:
    if participle.endswith("en"):
        return participle
    return with_e(participle)
