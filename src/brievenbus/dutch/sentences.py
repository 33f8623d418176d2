"""Where one sentence ends and the next begins, in the text of a letter.

A letter is full of full stops that end nothing (*d.d. 3 mei jl.*, *mr. A.B. de Vries*, *€ 1.250,00*).
A parser that learned from an encyclopedia splits there; these rules do not. They are given to the
parser, so that every sentence is parsed as one. In Dutch only names and sentence starts have capitals,
which is what makes plain rules work.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from brievenbus.dutch.abbreviations import INITIAL, abbreviations, is_abbreviation

FINAL = frozenset({".", "?", "!", "…", "...", "?!", "!!", "??", "..", "....", "!?"})
CLOSING = frozenset("\"'”’»)]}") | {"''"}
OPENING = frozenset("\"'“‘„«([{") | {"``"}
_APOSTROPHE_WORD = re.compile(r"['’‘`](?:s|t|n|k)$|^['’‘`](?:s|t|n|k)\b", re.IGNORECASE)
_COMPANY = re.compile(r"(?:B\.V|N\.V|V\.O\.F|C\.V|U\.A|B\.A)\.$", re.IGNORECASE)
_LIST_NUMBER = re.compile(r"(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,4})$")
_BEFORE_LETTER = frozenset(
    {"bijlage", "punt", "optie", "blok", "deel", "groep", "categorie", "lid"}
)
_BEFORE_NAME = frozenset({"heer", "mevrouw", "familie"})


def sentence_starts(words: Sequence[str], gaps: Sequence[str]) -> list[bool]:
    """Tell for each token whether a sentence starts there.

    `words` are the tokens of one block; `gaps` the white space after each. The first token always
    starts a sentence; a token of white space never does.
    """
    starts = [False] * len(words)
    if words:
        starts[0] = True
    for index in range(len(words) - 1):
        if _ends_sentence(words, gaps, index):
            following = _after_closing(words, gaps, index + 1)
            if following < len(words) and _can_start(words, gaps, following, index):
                starts[following] = True
        elif "\n" in gaps[index] and not words[index].isspace():
            following = _after_space(words, index + 1)
            if following < len(words) and _starts_line(words[following]):
                starts[following] = True
    return starts


def _ends_sentence(words: Sequence[str], gaps: Sequence[str], index: int) -> bool:
    word = words[index]
    if word in FINAL:
        cut_off = word == "." and index > 0 and not gaps[index - 1]
        listed = abbreviations().get(words[index - 1].lower() + ".") if cut_off else None
        return not _is_list_number(words, index) and listed is not False
    return is_abbreviation(word) and _abbreviation_can_end(words, index)


def _is_list_number(words: Sequence[str], index: int) -> bool:
    """Whether the full stop belongs to a number that opens the block, a sentence or an item in one.

    *1. Vul het in. 2. Stuur het op.* and *U betaalt: 1. € 45 voor riool; 2. € 120 voor afval.*
    """
    if words[index] != "." or index == 0 or not _LIST_NUMBER.match(words[index - 1]):
        return False
    return index == 1 or words[index - 2] in FINAL | {":", ";"}


def _abbreviation_can_end(words: Sequence[str], index: int) -> bool:
    word = words[index]
    listed = abbreviations().get(word.lower())
    if listed is not None and not (word.isupper() and _COMPANY.match(word)):
        return listed
    if _COMPANY.match(word):
        return True
    if INITIAL.match(word):
        before = words[index - 1] if index else ""
        polite = word == "U." and before.islower() and before not in _BEFORE_NAME
        return polite or before.lower() in _BEFORE_LETTER
    # Initials (A.B.) are followed by a name; an unknown abbreviation in lower case may end a sentence.
    return word[0].islower()


def _after_closing(words: Sequence[str], gaps: Sequence[str], index: int) -> int:
    """Skip quotation marks and brackets that close the sentence before."""
    while index < len(words) and _closes(words, gaps, index):
        index += 1
    return _after_space(words, index)


def _closes(words: Sequence[str], gaps: Sequence[str], index: int) -> bool:
    """Whether the mark at `index` closes: it stands against the word before, or loose, as a pair's second."""
    mark = words[index]
    if mark not in CLOSING or not gaps[index - 1]:
        return mark in CLOSING
    if index + 1 == len(words):
        return True
    if not gaps[index]:
        return mark == words[index + 1] == "'"
    return mark not in OPENING or words[:index].count(mark) % 2 == 1


def _can_start(words: Sequence[str], gaps: Sequence[str], index: int, end: int) -> bool:
    """Whether a sentence can start at `index`, the first word after the mark at `end`."""
    if not any(gaps[i] or words[i].isspace() for i in range(end, index)):
        return False
    position = index
    while position < len(words) - 1 and words[position] in OPENING:
        position += 1
    word = words[position]
    if _APOSTROPHE_WORD.search(word) or word in OPENING:
        return True
    if word[0].isdigit():
        return words[end] in FINAL
    if word[0] in "€-–—•*":
        return words[end] in FINAL and word[0] != "-"
    if word[0].isupper():
        return True
    return any(character.isupper() for character in word[1:3]) or _is_address(word)


def _is_address(word: str) -> bool:
    return word.startswith(("www.", "http"))


def _after_space(words: Sequence[str], index: int) -> int:
    """Skip tokens of white space."""
    while index < len(words) and words[index].isspace():
        index += 1
    return index


def _starts_line(word: str) -> bool:
    """Whether the first word of a new line within a block starts a sentence of its own."""
    return word[0].isupper() or word[0] in "-–•*€" or word[0].isdigit()
