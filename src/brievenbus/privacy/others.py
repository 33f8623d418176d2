"""What a word with a capital may be instead of a person: an ordinary word, an organisation, a place."""

from __future__ import annotations

import re

from brievenbus.dutch.compounds import main_parts
from brievenbus.dutch.lexicon import Lexicon
from brievenbus.privacy.runs import Run, Word
from brievenbus.privacy.words import endings, folded_list, word_list

_PLACE_BEFORE = frozenset(
    ["in", "te", "naar", "uit", "vanuit", "nabij", "langs", "rondom", "richting"]
)
_NO_NAME_POS = frozenset(
    {"VERB", "AUX", "ADV", "ADP", "PRON", "DET", "SCONJ", "CCONJ", "INTJ", "NUM"}
)
_COMMON_THOUGH_KNOWN = 4.0
"""The same for a word that is a name elsewhere in the letter."""
_COMMON = 3.2
"""Zipf value from which a word at the start of a sentence is an ordinary word (own judgement)."""
_FIRST_POSSIBLE = 4.7
"""A word of the list of first names that is more common than this may be an ordinary word too."""
_RARE = 2.0
"""A word at the start of a sentence that is more common than this is hardly a name that no list has."""


def touches(text: str, word: Word, start: int) -> bool:
    """Whether nothing but a space or a sign stands between a word and this place."""
    return re.fullmatch(r"\.?[ ,(:\"“”‘’']{1,3}", text[word.end : start]) is not None


def is_first(word: Word) -> bool:
    """Whether a word is a first name, or first names joined."""
    if word.lower in folded_list("voornamen"):
        common = Lexicon.load().zipf(word.lower)
        return common is None or common < _FIRST_POSSIBLE
    parts = re.split(r"[-\u2011]", word.lower)
    return len(parts) > 1 and all(part in folded_list("voornamen") for part in parts)


def is_ordinary(word: Word) -> bool:
    """Whether a word is in the dictionary as well."""
    lower = word.lower
    lexicon = Lexicon.load()
    common = lexicon.zipf(lower)
    if common is not None and common >= _COMMON:
        return True
    if lexicon.is_noun(lower) and lower not in folded_list("voornamen"):
        return word.pos != "PROPN"
    known = common is not None
    return known and word.pos in _NO_NAME_POS | {"NOUN", "ADJ"}


def is_common(word: Word) -> bool:
    """Whether a word is used so often that a capital at the start of a sentence says nothing."""
    return common(word.lower)


def common(word: str) -> bool:
    """Whether a word is used so often, in lower case."""
    return (Lexicon.load().zipf(word) or 0) >= _COMMON_THOUGH_KNOWN


def is_rare(word: Word) -> bool:
    """Whether a word is neither in the dictionary nor made of words that are."""
    lexicon = Lexicon.load()
    rare = lexicon.zipf(word.lower) or 0
    if rare >= _RARE or lexicon.is_noun(word.lower):
        return False
    return word.pos == "PROPN" or (rare == 0 and len(main_parts(word.lower)) < 2)


def all_ordinary(run: Run) -> bool:
    """Whether all words with a capital are in the dictionary, and none is a first name."""
    return all(is_ordinary(word) and not is_first(word) for word in run.capitals)


def is_organisation(run: Run) -> bool:
    """Whether words name an organisation, or a street."""
    words = folded_list("organisaties")
    ends = endings("organisaties")
    streets = tuple(word_list("straten"))
    carrying = [w for w in run.words if not w.initials]
    if any(word.lower in words for word in carrying):
        return True
    # A surname may end so as well: Achterhuis, Rietkerk.
    if run.words[0].initials or (len(carrying) > 1 and is_first(carrying[0])):
        return False
    if any(word.lower.endswith(ends) and len(word.lower) > 6 for word in carrying):
        return True
    last = carrying[-1]
    return (
        len(last.lower) > 6
        and last.lower.endswith(streets)
        and last.lower.endswith(
            ("straat", "weg", "laan", "plein", "dijk", "kade", "singel", "gracht")
        )
    )


def org_before(run: Run) -> bool:
    """Whether what stands in front says that an organisation, or an illness, follows."""
    for word in run.before[-2:]:
        if any(
            word.lower == each or (len(each) > 3 and word.lower.endswith(each))
            for each in folded_list("voor_organisaties")
        ):
            return run.before[-1] is word or run.before[-1].lower in ("de", "van", "het", "'t")
    return (
        len(run.before) > 1
        and run.before[-1].lower == "van"
        and run.before[-2].lower in ("ziekte", "syndroom")
    )


def is_other(run: Run) -> bool:
    """Whether a word says that it is a brand, a country, a part of the gemeente."""
    others = folded_list("geen_namen")
    return any(word.lower in others for word in run.capitals[:1]) or all(
        word.lower in others
        or (
            word.lower in folded_list("plaatsen")
            and len(run.capitals) == 1
            and word.lower not in folded_list("voornamen")
        )
        for word in run.capitals
    )


def is_place(text: str, run: Run) -> bool:
    """Whether words name a place, or stand where a place stands."""
    written = text[run.start : run.end].lower()
    if written in folded_list("plaatsen"):
        return True
    last = run.before[-1].lower if run.before and touches(text, run.before[-1], run.start) else ""
    if (
        last == "naar"
        and len(run.before) > 1
        and run.before[-2].lower in ("vraag", "vragen", "vraagt")
    ):
        return False
    return last in _PLACE_BEFORE and not is_first(run.capitals[0])


def shouted_line(text: str, run: Run) -> bool:
    """Whether the whole line is in capitals."""
    start = text.rfind("\n", 0, run.start) + 1
    end = text.find("\n", run.end)
    line = text[start : end if end >= 0 else len(text)]
    return (
        line.isupper()
        and sum(map(str.isalpha, line)) > 8
        and all(len(w.text) > 3 for w in run.capitals)
    )
