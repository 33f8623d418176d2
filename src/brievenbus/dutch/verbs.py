"""The forms of Dutch verbs: spelling rules, a list of irregular verbs, and the word list as judge.

Where spelling allows two forms (*controler* or *controleer*), the one that occurs in the word list
wins. Sources: the rules of the Dutch spelling (Woordenlijst Nederlandse Taal, Technische Handleiding);
irregular forms in `data/werkwoorden.tsv`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources

from brievenbus.dutch.lexicon import Lexicon

VOWELS = "aeiouáéíóúäëïöü"
DIGRAPHS = frozenset({"aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ei", "au", "ou", "ae"})
VOICELESS = ("t", "k", "f", "s", "ch", "p", "x", "c", "q")
"""*'t kofschip x*: after these sounds the past has -te, after others -de."""


class VerbForm(StrEnum):
    """A place in the conjugation; the first person singular is also the imperative."""

    FIRST = "ik"
    SECOND = "u"
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
    without it, the others hold it.
    """

    infinitive: str
    particle: str
    forms: dict[VerbForm, str]

    def whole(self, form: VerbForm) -> str:
        """The form as one word, as in a subordinate clause (*vaststelt*)."""
        if form in NON_FINITE:
            return self.forms[form]
        return self.particle + self.forms[form]


@dataclass(frozen=True)
class _Prefixes:
    separable: tuple[str, ...]
    inseparable: tuple[str, ...]
    exceptions: frozenset[str]
    without_ge: frozenset[str]


@cache
def _prefixes() -> _Prefixes:
    lists: dict[str, list[str]] = {}
    for line in _data("voorvoegsels.txt"):
        name, words = line.split(":")
        lists[name] = words.split()
    return _Prefixes(
        tuple(sorted(lists["scheidbaar"], key=len, reverse=True)),
        tuple(lists["onscheidbaar"]),
        frozenset(lists["uitzonderingen"]),
        frozenset(lists["zonder_ge"]),
    )


@cache
def _irregular() -> dict[str, list[str]]:
    rows = (line.split("\t") for line in _data("werkwoorden.tsv"))
    return {row[0]: row[1:] for row in rows}


def _data(name: str) -> list[str]:
    text = (resources.files("brievenbus.dutch") / "data" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def frequency(word: str) -> float:
    """How common a form is: its Zipf value, 0 where the word list does not have it."""
    return Lexicon.load().zipf(word) or 0.0


@cache
def split_particle(infinitive: str) -> tuple[str, str]:
    """Cut a verb into its separable particle (or "") and the rest: ``vaststellen`` → vast, stellen."""
    prefixes = _prefixes()
    if infinitive in prefixes.exceptions or infinitive in _irregular():
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


@cache
def conjugate(infinitive: str) -> Verb:
    """Conjugate a verb given as its infinitive in lower case; never fails, at worst by the rules."""
    particle, base = split_particle(infinitive)
    prefix, core = _strip_prefix(base)
    row = _irregular().get(core)
    forms = _irregular_forms(prefix, core, row) if row is not None else _regular_forms(base)
    participle = forms[VerbForm.PARTICIPLE]
    if particle:
        forms[VerbForm.INFINITIVE] = particle + base
        forms[VerbForm.PARTICIPLE] = participle = particle + participle
    forms[VerbForm.PARTICIPLE_E] = _participle_with_e(participle)
    present = particle + base + "d"
    forms[VerbForm.PRESENT_PARTICIPLE] = present
    forms[VerbForm.PRESENT_PARTICIPLE_E] = present + "e"
    return Verb(infinitive, particle, forms)


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


def _irregular_forms(prefix: str, core: str, row: list[str]) -> dict[VerbForm, str]:
    past, past_plural, participle = row[:3]
    stem = _stem(core)
    first, second, third = row[3:6] if len(row) >= 6 else (stem, _with_t(stem), _with_t(stem))
    if prefix:
        participle = participle.removeprefix("ge") if participle.startswith("ge") else participle
        if not prefix + participle:
            participle = core
    return {
        VerbForm.FIRST: prefix + first,
        VerbForm.SECOND: prefix + second,
        VerbForm.THIRD: prefix + third,
        VerbForm.PLURAL: prefix + core,
        VerbForm.PAST_SINGULAR: prefix + past,
        VerbForm.PAST_PLURAL: prefix + past_plural,
        VerbForm.INFINITIVE: prefix + core,
        VerbForm.PARTICIPLE: prefix + participle,
    }


def _regular_forms(base: str) -> dict[VerbForm, str]:
    stem = _stem(base)
    ending = "te" if _raw_stem(base).endswith(VOICELESS) else "de"
    has_prefix = base.startswith(_prefixes().inseparable) and _unstressed_prefix(base)
    participle = stem if stem.endswith(ending[0]) else stem + ending[0]
    if not has_prefix and base not in _prefixes().without_ge:
        participle = _with_ge(participle)
    return {
        VerbForm.FIRST: stem,
        VerbForm.SECOND: _with_t(stem),
        VerbForm.THIRD: _with_t(stem),
        VerbForm.PLURAL: base,
        VerbForm.PAST_SINGULAR: stem + ending,
        VerbForm.PAST_PLURAL: stem + ending + "n",
        VerbForm.INFINITIVE: base,
        VerbForm.PARTICIPLE: participle,
    }


def _with_ge(participle: str) -> str:
    """Put *ge-* before a participle, with the dots that keep two vowels apart (*geëist, geïnd*)."""
    if participle[0] == "e" or (participle[0] == "i" and not participle.startswith("ij")):
        return "ge" + {"e": "ë", "i": "ï"}[participle[0]] + participle[1:]
    return "ge" + participle


def _unstressed_prefix(base: str) -> bool:
    """Whether *be-, ver-, ge-* and so on is a prefix, not the start of a stem (*bellen, gelden*)."""
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


@cache
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
        return _better(long, short, raw)
    return short


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


@cache
def with_e(word: str) -> str:
    """Add the ending -e: ``groot`` → grote, ``snel`` → snelle, ``lief`` → lieve; *open* has none."""
    if word.endswith("e") or (word.endswith("en") and word[-3:-2] not in VOWELS):
        return word
    if not word or word[-1] in VOWELS:
        return word + "e"
    if word.endswith("ieel"):  # *essentieel*, *officieel*
        return word[:-3] + "ële"
    candidates = [word + "e"]
    if word[-1] in "fs":
        candidates.append(word[:-1] + {"f": "v", "s": "z"}[word[-1]] + "e")
    if len(word) > 2 and word[-2] in "aeou" and word[-3] == word[-2]:
        short = word[:-2] + word[-1]
        candidates += [short + "e"]
        if word[-1] in "fs":
            candidates.append(short[:-1] + {"f": "v", "s": "z"}[word[-1]] + "e")
        candidates.remove(word + "e")
    elif word[-2] in "aeiou" and (len(word) < 3 or word[-3] not in VOWELS):
        candidates.append(word + word[-1] + "e")
    best = max(candidates, key=frequency)
    return best if frequency(best) > 0 else _by_rule(word, candidates)


def _by_rule(word: str, candidates: list[str]) -> str:
    """Without help of the word list: double after a stressed short vowel in one syllable."""
    if len(candidates) == 1:
        return candidates[0]
    syllables = sum(
        c in VOWELS and (i == 0 or word[i - 1] not in VOWELS) for i, c in enumerate(word)
    )
    doubled = word + word[-1] + "e"
    if doubled in candidates and (syllables == 1 or word.endswith(("et", "ot", "at"))):
        return doubled
    return candidates[0]
