"""Names of people: by what stands around them, by lists of names, and by being known in the letter already.

A capital inside a sentence is taken for a name unless something says that it is not: to miss one is worse
than to hide a word too much. At the start of a sentence it is the other way round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from brievenbus.dutch.analysis import Analysis
from brievenbus.dutch.lexicon import Lexicon
from brievenbus.letter import BlockKind, Letter
from brievenbus.privacy.model import Kind, Seen
from brievenbus.privacy.others import (
    all_ordinary,
    common,
    is_common,
    is_first,
    is_ordinary,
    is_organisation,
    is_other,
    is_place,
    is_rare,
    org_before,
    shouted_line,
    touches,
)
from brievenbus.privacy.runs import Run, Word, runs, words_in
from brievenbus.privacy.words import folded_list

_GREETING = re.compile(
    r"(?i)^(?:beste|lieve|hallo|dag|hoi|hai|geachte|goedemorgen|goedemiddag|goedenavond|aan|"
    r"t\.a\.v\.|tav|van|namens deze)$"
)
_LOOSE = frozenset(["in", "op", "aan", "bij", "uit", "over", "onder", "tot"])
"""Small words that are part of a surname only with another behind them: *in 't Veld*."""
_ARTICLES = frozenset(
    [
        "de",
        "het",
        "een",
        "uw",
        "ons",
        "onze",
        "deze",
        "dit",
        "die",
        "dat",
        "elke",
        "ieder",
        "iedere",
        "geen",
        "alle",
        "hun",
        "zijn",
        "haar",
        "mijn",
        "jouw",
        "je",
        "jullie",
    ]
)
_FIELD = re.compile(
    r"(?i)(?:voornaam|voornamen|achternaam|roepnaam|naam|geboren als|meisjesnaam|ouders?|"
    r"partner|contactpersoon|behandeld door|behandelaar|aan|van|cc|aanwezig|afwezig|ons contact|"
    r"inlichtingen|uw contactpersoon|opgemaakt door|verslag|betreft|schuldenaar|ondertekend "
    r"door|bijlage van)\s*:\s*$"
)
_BEHIND = re.compile(r"\s*[,(]\s*(?:geb\.|geboren|\(?\d{1,3}(?: jaar)?\)|wonende|bsn)")
_TURNED = re.compile(
    r"(?m)(?:^|(?<=[\t\n ]))(?:(?:El|Al|De|Van|Ben)\s)?[A-ZÀ-Ž][^\W\d_]+(?:-[A-ZÀ-Ž][^\W\d_]+)"
    r"*,\s(?:(?:van|de|der|den|ten|ter|van de[rn]?)(?:,\s|\s))?(?:[A-ZÀ-Ž]\.)+(?=\s|$|[,;)])"
)
"""A list of names has the surname in front: *Vries, de, J.*"""
_HUMAN = 4
"""Letters of a word for a role that may stand at the end of a longer one."""


_PLAIN = re.compile(r"(?<![\w@.-])[^\W\d_]+(?:[-\u2011][^\W\d_]+)*(?![\w@])")
_SHORTEST_AGAIN = 3


@dataclass(slots=True)
class Known:
    """The words of names that are sure in this letter, and in which place of a name each stood."""

    surnames: set[str] = field(default_factory=set)
    given: set[str] = field(default_factory=set)

    def __contains__(self, word: str) -> bool:
        """Whether a word is part of a name that is sure."""
        return _fold(word) in self.surnames or _fold(word) in self.given

    def add(self, run: Sequence[Word], *, given_only: bool, surname_only: bool) -> None:
        """Take in the words of a name."""
        carrying = [w for w in run if w.capital and not w.initials and not w.particle]
        for number, word in enumerate(carrying):
            last = number == len(carrying) - 1
            target = self.surnames if surname_only or (last and not given_only) else self.given
            target.add(_fold(word.text))
            for part in re.split(r"[-\u2011]", word.text):
                if len(part) > 2 and part[0].isupper() and target is self.surnames:
                    target.add(_fold(part))


def names(letter: Letter, analyses: Sequence[Analysis], taken: bytearray) -> Iterator[Seen]:
    """Yield the names in a letter; what is `taken` for something else is no part of one.

    `taken` has a one for each such character of the text.
    """
    candidates: list[tuple[Run, BlockKind]] = []
    for block, analysis, offset in zip(letter.blocks, analyses, letter.starts, strict=True):
        words = [w for w in words_in(analysis, offset) if not _inside(w, taken)]
        candidates += [(run, block.kind) for run in _cut(runs(letter.text, words), words)]
    known = Known()
    judged = [(run, kind, _sure(letter.text, run, kind)) for run, kind in candidates]
    for run, _, why in judged:
        if why:
            given = (
                why in ("familie", "aanhef")
                and len(run.capitals) == 1
                and not run.words[0].particle
            )
            known.add(
                run.words,
                given_only=given and why != "titel",
                surname_only=why == "titel" and len(run.capitals) == 1,
            )
    for _ in range(2):
        # What is probably a name tells of the same name where a capital says nothing.
        for run, kind, why in judged:
            if not why and not all_ordinary(run) and _likely(letter.text, run, kind, known):
                known.add(run.words, given_only=False, surname_only=False)
    for run, kind, why in judged:
        reason = why or _likely(letter.text, run, kind, known)
        if reason:
            yield Seen(run.start, run.end, Kind.NAME, reason, bool(why) or reason == "eerder")
    for match in _TURNED.finditer(letter.text):
        if not any(taken[match.start() : match.end()]):
            yield Seen(match.start(), match.end(), Kind.NAME, "voorletters")
    yield from _again(letter, known)


def _cut(found: Sequence[Run], words: Sequence[Word]) -> Iterator[Run]:
    """Cut runs at words that cannot be in a name, and leave out what stands before it."""
    for run in found:
        current: list[Word] = []
        passed: list[Word] = list(run.before)
        for number, word in enumerate(run.words):
            if _stops(word, run, number, not current) or (current and _leaves(run, number)):
                yield from _trimmed(current, passed)
                passed = [*passed, *current, word]
                current = []
            else:
                current.append(word)
        yield from _trimmed(current, passed)


def _trimmed(words: list[Word], before: list[Word]) -> Iterator[Run]:
    """Yield the run without the small words at its end, and without an article at its start."""
    capitals = [word for word in words if word.capital and not word.initials and not word.particle]
    if len(capitals) > 1 and capitals[0] is words[0] and _calls(*capitals[:2]):
        before, words = [*before, words[0]], words[1:]
    while words and not (
        words[-1].capital or words[-1].initials or words[-1].lower in ("jr", "sr")
    ):
        words = words[:-1]
    while words and words[-1].particle and not words[-1].shouted:
        words = words[:-1]
    passed = list(before)
    while words and words[0].particle and not words[0].capital and not _after_title(passed):
        passed = [*passed, words[0]]
        words = words[1:]
    if words and Run(words).capitals:
        yield Run(words, passed)


def _calls(word: Word, following: Word) -> bool:
    """Whether a word at the start of a sentence says what to do with a name: *App Noa, Bel Tjeerd*."""
    lexicon = Lexicon.load()
    ordinary = lexicon.zipf(word.lower) is not None or lexicon.is_noun(word.lower)
    return word.opens and ordinary and not is_first(word) and is_first(following)


def _leaves(run: Run, number: int) -> bool:
    """Whether a small word leads from the name to something else: *Feringa van de GGD, Halina in Assen*."""
    word = run.words[number]
    if not word.particle or word.capital or run.words[number - 1].particle:
        return False
    rest = run.words[number:]
    following = next((each for each in rest if not each.particle), None)
    if following is None:
        return True
    if word.lower in _LOOSE and (not rest[1].particle or is_organisation(Run(list(rest)))):
        return True
    shouted = following.shouted and not any(w.shouted for w in run.words[:number])
    return (
        shouted
        or following.lower in folded_list("geen_namen")
        or following.lower in folded_list("organisaties")
    )


def _stops(word: Word, run: Run, number: int, first: bool) -> bool:
    """Whether a word ends the name before it and is no part of the one behind it."""
    if word.initials or (word.particle and number > 0):
        return False
    lower = word.text.lower()
    tail = re.search(r"[-\u2011]([a-zà-ÿ][^\W\d_]*)$", word.text)
    if tail and tail[1] not in folded_list("tussenvoegsels"):
        return True
    if lower == "van" and not word.opens:
        return False
    if (
        lower in folded_list("titels")
        or word.lower in folded_list("titels")
        or _GREETING.match(word.lower)
    ):
        # The surname is the word itself where a title stands before it: mevrouw Heer.
        return not (number and run.words[number - 1].lower in folded_list("titels"))
    if word.lower in folded_list("verwanten") or (
        word.opens and is_role(word.lower) and not is_first(word)
    ):
        return first
    nothing_before = first and word.opens
    return nothing_before and not word.shouted and is_ordinary(word) and not is_first(word)


def _sure(text: str, run: Run, kind: BlockKind) -> str | None:
    """Return by what a run is surely a name."""
    before = run.before[-1] if run.before and touches(text, run.before[-1], run.start) else None
    first = run.words[0]
    if first.initials or (len(run.words) > 1 and run.words[0].particle and run.words[1].initials):
        return "voorletters" if not is_organisation(run) else None
    title = _title_before(text, run)
    if title and not all(w.lower in folded_list("plaatsen") and w.shouted for w in run.capitals):
        return title
    if re.match(
        r",\s+(?:(?:van|de|der|den|ten|ter|el|al)(?: de[rn]?)?,\s+)?(?:[A-ZÀ-Ž]\.)+",
        text[run.end :],
    ):
        return "voorletters"
    if kind is BlockKind.SALUTATION and not is_organisation(run) and not is_ordinary(run.words[-1]):
        return "aanhef"
    if before is not None and before.lower in folded_list("verwanten") and not is_organisation(run):
        return "familie" if not is_other(run) else None
    line = text[text.rfind("\n", 0, run.start) + 1 : run.start]
    if re.search(r"(?i)(?:voornaam|voornamen|achternaam|roepnaam|meisjesnaam)\s*:\s*$", line):
        return "veld"
    if (
        _FIELD.search(line)
        and not is_organisation(run)
        and not is_other(run)
        and not all_ordinary(run)
    ):
        return "veld"
    if _BEHIND.match(text[run.end : run.end + 30]) and not is_organisation(run):
        return "veld"
    if (
        before is not None
        and is_role(before.lower)
        and before.pos != "PROPN"
        and not is_other(run)
        and not is_organisation(run)
    ):
        return "rol"
    if (
        len(run.capitals) > 1
        and is_first(run.capitals[0])
        and not is_organisation(run)
        and not is_other(run)
        and not org_before(run)
    ):
        return "voornaam"
    return None


def _likely(text: str, run: Run, kind: BlockKind, known: Known) -> str | None:
    """Return by what a run is probably a name, for all that is not sure."""
    words = run.capitals
    if (
        any(word.text in known for word in words)
        and not is_organisation(run)
        and not org_before(run)
    ):
        only = len(words) == 1 and words[0].opens and is_common(words[0])
        listed = words[0].lower in folded_list("voornamen") and _fold(words[0].text) in known.given
        return None if only and not listed and words[0].pos != "PROPN" else "eerder"
    if is_organisation(run) or org_before(run) or is_other(run):
        return None
    if all(word.shouted for word in words) and not (
        kind is BlockKind.ADDRESS and shouted_line(text, run)
    ):
        return None
    if is_place(text, run):
        return None
    first = words[0]
    last_before = (
        run.before[-1].lower if run.before and touches(text, run.before[-1], run.start) else ""
    )
    if last_before in _ARTICLES and not is_first(first) and len(words) == 1:
        return None
    signs = kind in (BlockKind.SIGNATURE, BlockKind.ADDRESS, BlockKind.CLOSING)
    if signs and (is_first(first) or not all_ordinary(run)):
        return "ondertekening" if kind is not BlockKind.ADDRESS else "adresblok"
    if first.opens:
        if len(words) > 1 and not is_ordinary(first):
            return "hoofdletters"
        if is_first(first) and (not is_ordinary(first) or first.pos == "PROPN"):
            return "voornaam"
        if is_rare(first) and kind is not BlockKind.HEADING:
            return "hoofdletters"
        return None
    if (
        len(words) == 1
        and first.pos in ("ADJ", "VERB", "ADV")
        and is_ordinary(first)
        and not is_first(first)
    ):
        return None
    if (
        len(words) == 1
        and kind in (BlockKind.REFERENCE, BlockKind.HEADING)
        and is_ordinary(first)
        and not is_first(first)
    ):
        return None
    if is_first(first) or any(w.lower in folded_list("achternamen") for w in words):
        return "lijst"
    return "hoofdletters"


def _again(letter: Letter, known: Known) -> Iterator[Seen]:
    """Yield names that are known already, as they stand with an *s* of possession or all in capitals."""
    words = known.surnames | known.given
    for match in _PLAIN.finditer(letter.text):
        written = match[0]
        folded = _fold(written)
        possessive = folded not in words and folded.endswith("s")
        folded = folded[:-1] if possessive else folded
        if folded not in words or len(folded) < _SHORTEST_AGAIN:
            continue
        shouted = written.isupper()
        named = written[0].isupper() and folded in known.given and not common(folded)
        if (possessive and written[0].isupper()) or shouted or named:
            yield Seen(match.start(), match.end() - possessive, Kind.NAME, "eerder")


def is_role(word: str) -> bool:
    """Whether a word says who someone is by work or role: *monteur, jeugdconsulent*."""
    roles = folded_list("rollen")
    if word in roles or word in folded_list("verwanten") or Lexicon.load().is_human(word):
        return True
    if any(len(role) > _HUMAN and word.endswith(role) for role in roles):
        return True
    head = Lexicon.load().compound_head(word)
    return head is not None and Lexicon.load().is_human(head)


def _title_before(text: str, run: Run) -> str | None:
    for word in reversed(run.before):
        between = text[word.end : run.start]
        if word.lower in folded_list("titels") or word.text.lower() in folded_list("titels"):
            return (
                "titel"
                if re.fullmatch(r"[\s.]*(?:[A-ZÀ-Ž][\w'’-]+(?: en |, ))*", between)
                else None
            )
        if word.lower not in ("en", "of") and not word.capital and not word.particle:
            return None
    return None


def _after_title(before: Sequence[Word]) -> bool:
    last = before[-1] if before else None
    if last is None:
        return False
    return last.lower in folded_list("titels") or last.text.lower() in folded_list("titels")


def _inside(word: Word, taken: bytearray) -> bool:
    return any(taken[word.start : word.end])


def _fold(word: str) -> str:
    return word.lower().replace("’", "'").rstrip(".")
