"""The figures of a whole text, with the counts they rest on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from brievenbus.readability import classic
from brievenbus.readability.features import BlockFeatures
from brievenbus.readability.lint import LintScore, lint_score

MINIMUM_WORDS = 100
MINIMUM_SENTENCES = 5
"""Under this much running text no figure is given: one long word or sentence would decide it."""


@dataclass(frozen=True, slots=True)
class Scores:
    """The figures of a text; each is None where it cannot be given.

    `lint`: LiNT-II, 0 easy to 100 hard. `flesch_douma` and `leesindex_a`: about 0 hard to 100 easy.
    `lix`: higher is harder. `words_per_sentence`: a mean. `passive_sentences`: share of the
    sentences, 0 to 1. `not_scored` is a Dutch sentence that says why there are no figures, or None.
    `counts` is what they rest on.
    """

    lint: LintScore | None
    flesch_douma: float | None
    leesindex_a: float | None
    lix: float | None
    words_per_sentence: float | None
    passive_sentences: float | None
    not_scored: str | None
    counts: BlockFeatures

    @property
    def words(self) -> int:
        """Words of running text."""
        return self.counts.words

    @property
    def sentences(self) -> int:
        """Sentences of running text."""
        return self.counts.sentences


def score(blocks: Iterable[BlockFeatures], *, foreign: bool = False) -> Scores:
    """Return the figures of a text from the counts of its blocks of running text.

    `foreign` says that blocks in another language were left out.
    """
    counts = sum(blocks, BlockFeatures())
    reason = _too_short(counts, foreign)
    if reason is not None:
        return Scores(None, None, None, None, None, None, reason, counts)
    words, sentences, syllables = counts.words, counts.sentences, counts.syllables
    return Scores(
        lint=lint_score(counts.lint),
        flesch_douma=classic.flesch_douma(words, sentences, syllables),
        leesindex_a=classic.leesindex_a(words, sentences, syllables),
        lix=classic.lix(words, sentences, counts.long_words),
        words_per_sentence=classic.words_per_sentence(words, sentences),
        passive_sentences=counts.passive_sentences / sentences,
        not_scored=None,
        counts=counts,
    )


def _too_short(counts: BlockFeatures, foreign: bool) -> str | None:
    """Return the Dutch reason why a text is too short to measure, or None."""
    if counts.words >= MINIMUM_WORDS and counts.sentences >= MINIMUM_SENTENCES:
        return None
    if not counts.words and foreign:
        return "De tekst is niet in het Nederlands. Daarom is hij niet gemeten."
    if not counts.words:
        return "Te kort om te meten: er is geen lopende tekst."
    words = "1 woord" if counts.words == 1 else f"{counts.words} woorden"
    sentences = "1 zin" if counts.sentences == 1 else f"{counts.sentences} zinnen"
    return (
        f"Te kort om te meten: {words} in {sentences} lopende tekst. "
        f"Nodig zijn minstens {MINIMUM_WORDS} woorden en {MINIMUM_SENTENCES} zinnen."
    )
