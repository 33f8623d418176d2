"""What is counted in one block of text: a text is the sum of its blocks."""

from __future__ import annotations

from dataclasses import dataclass

from brievenbus.dutch.analysis import Analysis
from brievenbus.dutch.lexicon import Lexicon
from brievenbus.dutch.syllables import count_syllables
from brievenbus.readability.classic import is_long_word
from brievenbus.readability.lint import LintCounts, lint_counts


@dataclass(frozen=True, slots=True)
class BlockFeatures:
    """The counts of one block, or of several added up.

    Punctuation and merge fields are no words; a sentence without words does not count. `long_words`
    have over six letters. `passive_sentences` are counted by whoever finds passives. `lint` holds
    what LiNT-II needs.
    """

    words: int = 0
    sentences: int = 0
    syllables: int = 0
    long_words: int = 0
    passive_sentences: int = 0
    lint: LintCounts = LintCounts()

    def __add__(self, other: BlockFeatures) -> BlockFeatures:
        """Return the counts of two blocks together."""
        return BlockFeatures(
            words=self.words + other.words,
            sentences=self.sentences + other.sentences,
            syllables=self.syllables + other.syllables,
            long_words=self.long_words + other.long_words,
            passive_sentences=self.passive_sentences + other.passive_sentences,
            lint=self.lint + other.lint,
        )


def block_features(
    analysis: Analysis, lexicon: Lexicon, passive_sentences: int = 0
) -> BlockFeatures:
    """Count one block. The result depends on its analysis and the word lists alone."""
    words = [token for token in analysis.tokens if token.is_word]
    return BlockFeatures(
        words=len(words),
        sentences=len({token.sentence for token in words}),
        syllables=sum(count_syllables(token.text) for token in words),
        long_words=sum(is_long_word(token.text) for token in words),
        passive_sentences=passive_sentences,
        lint=lint_counts(analysis, lexicon),
    )
