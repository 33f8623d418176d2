"""Where a long sentence is best cut in two, and how the new sentence begins.

Chopped sentences without connectives hurt weak readers (Land 2009): so each cut says which word keeps the
two together. The words and what they become stand in `data/knippen.toml`. A cut is proposed only where a
main clause stands on its left, and where what stands on its right does not go back into that clause.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from brievenbus.checks.sentences.common import word_count
from brievenbus.checks.wording import quoted
from brievenbus.checks.wordlists import word_list
from brievenbus.dutch import Analysis, Token
from brievenbus.dutch.clauses import Clause, clause_words, clauses

SMALLEST_PART = 5
"""Words: a shorter part is no sentence of its own (own judgement)."""

SMALLEST_QUESTION = 3
"""Words of a question: *Verhuist u binnenkort? Dan …*."""

LEANERS = frozenset(
    {"ook", "alleen", "zelfs", "vooral", "pas", "juist", "behalve", "net", "meteen", "direct"}
    | {"kort", "niet", "en", "of", "dan"}
)
"""Words that lean on the clause after them: *ook als, pas nadat*; no cut comes between."""

NAMED = frozenset({"die", "dat", "welke"})
"""Words for the noun before the comma."""

SUBJECTS = frozenset({"u", "wij", "we", "ik", "hij", "zij", "ze", "je", "jij"})
"""Pronouns that are a subject right after a conjunction."""


@dataclass(frozen=True, slots=True)
class Joint:
    """What a word that joins two clauses becomes; the fields are those of `data/knippen.toml`."""

    begin: tuple[str, ...]
    volgorde: str = "vrij"
    houd: bool = False
    komma: bool = False
    noodknip: bool = False
    vraag: bool = False


@dataclass(frozen=True, slots=True)
class Cut:
    """One way to cut a sentence.

    `place` is the number of the token with which the second part begins, `name` that of its message and
    `values` what fills the gaps of it. A cut of a lower `rank` goes before it: 0 leaves the words in their
    place, 1 asks for another first part, 2 makes the second sentence stiff. `least` says how many words the
    first part must have.
    """

    place: int
    name: str
    values: dict[str, str]
    rank: int = 0
    least: int = SMALLEST_PART


@cache
def joints(table: str) -> dict[str, Joint]:
    """Return the words of a table of `data/knippen.toml`: ``midden`` or ``begin``."""
    source = resources.files("brievenbus.checks") / "data" / "knippen.toml"
    words = tomllib.loads(source.read_text(encoding="utf-8"))[table]
    return {
        word: Joint(**values | {"begin": tuple(values["begin"])}) for word, values in words.items()
    }


@cache
def _keepers() -> frozenset[str]:
    """Words that join two main clauses and may stay at the start of the second."""
    return frozenset(word for word, joint in joints("midden").items() if joint.houd)


def best_cut(analysis: Analysis, number: int) -> Cut | None:
    """Return the cut of a sentence that leaves the two parts most alike in length, None without one."""
    tokens = analysis.sentence(number)
    cuts = [cut for cut in _cuts(analysis, number) if _leaves_enough(tokens, cut)]
    middle = (tokens[0].i + tokens[-1].i) / 2
    return min(cuts, key=lambda cut: (cut.rank, abs(cut.place - middle)), default=None)


def _leaves_enough(tokens: tuple[Token, ...], cut: Cut) -> bool:
    left = word_count([t for t in tokens if t.i < cut.place])
    right = word_count([t for t in tokens if t.i >= cut.place])
    return left >= cut.least and right >= SMALLEST_PART


def _cuts(analysis: Analysis, number: int) -> Iterator[Cut]:
    """All places where a sentence may be cut."""
    main = clauses(analysis, number).main
    if not main:
        return
    tokens = analysis.sentence(number)
    later = [token for token in tokens if token.i > main[0].i]
    for token in later:
        if token.text == ";" and any(verb.i > token.i for verb in main):
            yield Cut(token.i, "puntkomma", {})
        elif token.lower == "en" or token.lower in _keepers():
            verb = _main_verb_after(analysis, number, token)
            if verb is not None:
                yield _coordinate(tokens, token, verb)
    for clause in clauses(analysis, number).subordinate:
        joint = joints("midden").get(clause.opener.lower)
        if clause.opener.i > main[0].i and joint and _stands_alone(analysis, clause, joint):
            yield _subordinate(tokens, clause, joint)
    fronted = _fronted(analysis, number)
    if fronted is not None:
        yield fronted


def _main_verb_after(analysis: Analysis, number: int, joining: Token) -> Token | None:
    """The verb of the main clause that *en, maar, want, dus* opens; None where it joins mere words."""
    found = clauses(analysis, number)
    before = analysis.tokens[joining.i - 1]
    if before.lower == "tot":  # *tot en met*
        return None
    after_comma = before.text == ","
    joint = joints("midden").get(joining.lower)
    if joint is not None and joint.komma and not after_comma:
        return None
    opens = any(clause.opener.i == joining.i + 1 for clause in found.subordinate)
    verbs = {verb.i for verb in found.main}
    for token in analysis.sentence(number):
        if token.i <= joining.i:
            continue
        if token.i in verbs:
            return None if _closes(analysis, token) and token.i > joining.i + 2 else token
        joins = token.lower in {"en", *_keepers()} and not after_comma
        if joins or (not opens and (token.is_finite or token.text in (",", "("))):
            return None
    return None


def _closes(analysis: Analysis, verb: Token) -> bool:
    """Whether only verbs follow: after more than a few words such a verb is not that of a main clause."""
    _, end = analysis.sentences[verb.sentence]
    rest = analysis.tokens[verb.i + 1 : end]
    return all(t.is_punct or t.pos in ("VERB", "AUX") or t.lower == "te" for t in rest)


def _coordinate(tokens: tuple[Token, ...], joining: Token, verb: Token) -> Cut:
    """The cut before *en, maar, want, dus*; *en* goes, the others stay."""
    words = _words_from(tokens, joining, 3)
    joint = joints("midden").get(joining.lower)
    following = tokens[joining.i + 1 - tokens[0].i]
    if joint is not None:
        name = "houd_zonder_doener" if following.i == verb.i else "houd"
        return Cut(joining.i, name, {"knip": words, "begin": joint.begin[0]})
    if following.i == verb.i:
        return Cut(joining.i, "en_zonder_doener", {"knip": words})
    return Cut(joining.i, "en", {"knip": words, "begin": _capital(following.text)})


def _stands_alone(analysis: Analysis, clause: Clause, joint: Joint) -> bool:
    """Whether a clause can be a sentence: after a comma where asked, and nothing goes on behind it."""
    opener = clause.opener
    before = analysis.tokens[opener.i - 1]
    if (joint.komma and before.text != ",") or before.lower in LEANERS | word_list("tijdwoorden"):
        return False
    others = clauses(analysis, opener.sentence).subordinate
    if opener.lower in NAMED and not _names(analysis, opener, others):
        return False
    if any(other.opener.i < opener.i < other.verb.i for other in others):
        return False
    return not _goes_on(analysis, clause)


def _names(analysis: Analysis, opener: Token, others: tuple[Clause, ...]) -> bool:
    """Whether *die, dat, welke* is about the noun before it.

    *dat* after a verb, or after another *dat*, is the next thing that someone says.
    """
    repeats = any(c.opener.i < opener.i and c.opener.lower == opener.lower for c in others)
    noun = analysis.tokens[opener.i - 2]
    return noun.pos in ("NOUN", "PROPN") and opener.tag.startswith("VNW") and not repeats


def _goes_on(analysis: Analysis, clause: Clause) -> bool:
    """Whether the clause around goes on after this one: *de brief, die u kreeg, niet gelezen*."""
    _, end = analysis.sentences[clause.opener.sentence]
    openers = clause_words("voegwoord", "soms", "betrekkelijk", "vraag", "hoofdzin")
    for number in range(clause.verb.i + 1, end - 1):
        if analysis.tokens[number].text == ",":
            return analysis.tokens[number + 1].lower not in openers
    return False


def _subordinate(tokens: tuple[Token, ...], clause: Clause, joint: Joint) -> Cut:
    opener = clause.opener
    alone = sum(t.lower == opener.lower for t in tokens) == 1
    values = {
        "knip": _words_from(tokens, opener, 1 if alone else 3),
        "begin": quoted(joint.begin),
    }
    name = "splits"
    if joint.volgorde == "vooraan" and clause.verb.i > opener.i + 1:
        name = "splits_vooraan"
        values["werkwoord"] = clause.verb.text
    return Cut(opener.i, name, values, rank=2 if joint.noodknip else 0)


def _fronted(analysis: Analysis, number: int) -> Cut | None:
    """The cut between a clause that opens the sentence and its main clause: *Omdat u …, krijgt u …*."""
    found, tokens = clauses(analysis, number), analysis.sentence(number)
    first = next((c for c in found.subordinate if c.opener.i == tokens[0].i), None)
    joint = joints("begin").get(first.opener.lower) if first else None
    if first is None or joint is None:
        return None
    place = found.main[0].i
    if analysis.tokens[place - 1].lower == "dan":
        place -= 1
    if analysis.tokens[place - 1].text != ",":
        return None
    values = {"woord": first.opener.text, "begin": joint.begin[0]}
    values["laatste"] = analysis.tokens[place - 2].text
    subject = analysis.tokens[first.opener.i + 1]
    if joint.vraag:
        return Cut(place, "begin_vraag", values, rank=1, least=SMALLEST_QUESTION)
    if subject.lower in SUBJECTS:
        values["eerste"] = f"{_capital(subject.text)} {first.verb.text}"
        return Cut(place, "begin_met", values, rank=1)
    return Cut(place, "begin", values, rank=1)


def _words_from(tokens: tuple[Token, ...], token: Token, count: int) -> str:
    """A word and those after it, up to `count` words or a mark."""
    words: list[str] = []
    for each in tokens[token.i - tokens[0].i :][:count]:
        if words and not each.is_word:
            break
        words.append(each.text)
    return " ".join(words)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
