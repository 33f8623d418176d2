"""The classic formulas, with the constants of their authors.

They count lengths only: a low score does not say why, and chopping sentences raises it.
Flesch-Douma and Leesindex A run from about 0 (hard) to 100 (easy); in LIX higher is harder. LIX has
Swedish norms; Dutch compounds inflate it.

The functions take counts, so that words, sentences and syllables are those of the whole program.
All return None without words or sentences.
"""

from __future__ import annotations

LONG_WORD_LETTERS = 6
"""LIX: a word of more letters than this is long (Björnsson 1968)."""


def words_per_sentence(words: int, sentences: int) -> float | None:
    """Return the mean length of a sentence, in words."""
    return words / sentences if sentences else None


def flesch_douma(words: int, sentences: int, syllables: int) -> float | None:
    """Return 206.84 − 0.77·S − 0.93·W (Douma 1960).

    S is the number of syllables per 100 words, W the number of words per sentence.
    """
    if not words or not sentences:
        return None
    return 206.84 - 0.77 * (100 * syllables / words) - 0.93 * (words / sentences)


def leesindex_a(words: int, sentences: int, syllables: int) -> float | None:
    """Return 195 − ⅔·S − 2·W (Brouwer 1963).

    S is the number of syllables per 100 words, W the number of words per sentence.
    """
    if not words or not sentences:
        return None
    return 195 - 2 / 3 * (100 * syllables / words) - 2 * (words / sentences)


def lix(words: int, sentences: int, long_words: int) -> float | None:
    """Return words per sentence plus the percentage of long words (Björnsson 1968)."""
    if not words or not sentences:
        return None
    return words / sentences + 100 * long_words / words


def is_long_word(word: str) -> bool:
    """Return whether `word` has over six letters; digits and marks are no letters."""
    return len(word) > LONG_WORD_LETTERS and sum(map(str.isalpha, word)) > LONG_WORD_LETTERS
