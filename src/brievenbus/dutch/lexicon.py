"""The word lists: how common a word is, and what a noun stands for.

The data was made by ``training/build_lexicon.py`` from the lists of LiNT-II (Kim & Pander Maat
2025, EUPL 1.2): word counts of SUBTLEX-NL (Keuleers, Brysbaert & New 2010), the semantic noun list,
and three short lists. The two large ones are memory-mapped, never read as a whole.
"""

from __future__ import annotations

import json
import math
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from threading import Lock

import marisa_trie  # type: ignore[import-not-found,import-untyped,unused-ignore]

DATA_FOLDER = Path(__file__).parent / "data"
WORDS_FILE = "words.marisa"
NOUNS_FILE = "nouns.marisa"
LISTS_FILE = "lexicon.json"

_TYPE_BITS = 0b011
_HUMAN_BIT = 0b100

LONGEST_WORD = 100
"""Characters: what is longer is no word, and is not taken apart (the longest in the lists has some 60).
Without an end the work on a row of letters would grow with its square."""


class LexiconError(Exception):
    """The word lists are missing or cannot be read; the message is Dutch and says what to do."""


class NounType(StrEnum):
    """What a noun stands for (the ``super_sem_type`` of LiNT-II).

    Concrete: people, animals, things, places, times, measures. Abstract: what cannot be touched.
    Undefined: the noun has a concrete and an abstract sense.
    """

    CONCRETE = "concrete"
    ABSTRACT = "abstract"
    UNDEFINED = "undefined"


_NOUN_TYPES = tuple(NounType)


class Lexicon:
    """The word lists of one folder. All lookups want the word in lower case.

    Use `Lexicon.load`, which opens each folder once. Lookups change nothing, so that one lexicon
    may be used from any number of threads.
    """

    def __init__(self, folder: Path = DATA_FOLDER) -> None:
        """Open the lists in `folder`.

        Raises LexiconError where one is missing or damaged.
        """
        try:
            lists = json.loads((folder / LISTS_FILE).read_text(encoding="utf-8"))
            self._words = marisa_trie.RecordTrie("<H").mmap(str(folder / WORDS_FILE))
            self._nouns = marisa_trie.BytesTrie().mmap(str(folder / NOUNS_FILE))
            self.version: str = lists["version"]
            self._total: int = lists["total"]
            self._counts: list[int] = lists["counts"]
            self._skiplist = frozenset(lists["skiplist"])
            self._manner_adverbs = frozenset(lists["manner_adverbs"])
            self._measurement_units = frozenset(lists["measurement_units"])
        except (OSError, ValueError, KeyError, RuntimeError) as error:
            raise LexiconError(
                "De woordenlijst van Brievenbus ontbreekt of is beschadigd. "
                "Installeer Brievenbus opnieuw."
            ) from error

    @classmethod
    def load(cls, folder: Path = DATA_FOLDER) -> Lexicon:
        """Return the lexicon in `folder`, opened at the first call and kept; safe in threads.

        Raises LexiconError where a file is missing or damaged.
        """
        with _LOADING:
            return _open(folder)

    def zipf(self, word: str) -> float | None:
        """Return the Zipf frequency of `word`: log10 of its count per billion words of SUBTLEX-NL.

        It runs from 1.66 (found once) to 7.6 (*ik*); None where SUBTLEX-NL has no such word. As in
        LiNT-II one is added to each count (Laplace); the sum of all counts is then 43,729,192.
        """
        found: list[tuple[int]] | None = (
            self._words.get(_plain(word)) if _searchable(word) else None
        )
        if found is None:
            return None
        return math.log10(self._counts[found[0][0]] / self._total * 1e9)

    def noun_type(self, word: str) -> NounType | None:
        """Return what the noun `word` stands for; None where it is not on the noun list."""
        record = self._noun(word)
        return None if record is None else _NOUN_TYPES[record[0] & _TYPE_BITS]

    def is_noun(self, word: str) -> bool:
        """Return whether `word` is on the noun list."""
        return self._noun(word) is not None

    def is_human(self, word: str) -> bool:
        """Return whether `word` is a noun for a person and nothing else (``sem_type`` *human*)."""
        record = self._noun(word)
        return record is not None and bool(record[0] & _HUMAN_BIT)

    def compound_head(self, word: str) -> str | None:
        """Return the head of a compound noun in the singular (*belastingaanslagen*: *aanslag*).

        None where `word` is not on the noun list or is no compound.
        """
        record = self._noun(word)
        if record is None or len(record) == 1:
            return None
        return word[-record[1] :] if record[1] else record[2:].decode("utf-8")

    def in_skiplist(self, word: str) -> bool:
        """Return whether LiNT-II leaves `word` out of the mean frequency.

        Subtitles are no guide to how well these words are known: *afwassen, laptop, moslima*.
        """
        return word in self._skiplist

    def is_manner_adverb(self, word: str) -> bool:
        """Return whether `word` is an adverb that LiNT-II counts as a content word."""
        return word in self._manner_adverbs

    def is_measurement_unit(self, word: str) -> bool:
        """Return whether `word` is the symbol of a unit (*km*, *kwh*)."""
        return word in self._measurement_units

    def _noun(self, word: str) -> bytes | None:
        """Return the record of a noun: a byte of flags, and the head where there is one.

        The head is one byte: the number of characters at the end of the word that make it; or a
        zero byte and the head itself.
        """
        found: list[bytes] | None = self._nouns.get(_plain(word)) if _searchable(word) else None
        return None if found is None else found[0]


def _searchable(word: str) -> bool:
    """Return whether the lists can be asked for `word`; a NUL or half a character breaks their keys."""
    if len(word) > LONGEST_WORD or "\x00" in word:
        return False
    return not any("\ud800" <= character <= "\udfff" for character in word)


def _plain(word: str) -> str:
    """Return `word` with the straight apostrophe of the lists (*foto’s*: *foto's*)."""
    return word.replace("’", "'")


_LOADING = Lock()


@lru_cache(maxsize=4)
def _open(folder: Path) -> Lexicon:
    return Lexicon(folder)
