"""The classic formulas, and when there are no figures at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brievenbus.dutch.analysis import Analysis, Token
from brievenbus.dutch.lexicon import Lexicon
from brievenbus.readability import BlockFeatures, LintCounts, block_features, score
from brievenbus.readability.classic import (
    flesch_douma,
    is_long_word,
    leesindex_a,
    lix,
    words_per_sentence,
)

COUNTS = st.integers(1, 2000)


def analyse(*sentences: str) -> Analysis:
    """Build an analysis in which only words and sentences matter; ``[x]`` is a merge field."""
    tokens: list[Token] = []
    borders: list[tuple[int, int]] = []
    for number, sentence in enumerate(sentences):
        first = len(tokens)
        for i, text in enumerate(sentence.split(), first):
            field = text.startswith("[")
            tokens.append(
                Token(i, text, 0, 0, text, "X", "X", {}, "ROOT", i, number, placeholder=field)
            )
        borders.append((first, len(tokens)))
    return Analysis("", tuple(tokens), tuple(borders))


def test_flesch_douma() -> None:
    # 150 syllables per 100 words, 10 words per sentence: 206.84 - 115.5 - 9.3
    assert flesch_douma(100, 10, 150) == pytest.approx(82.04)


def test_leesindex_a() -> None:
    # 195 - 100 - 20
    assert leesindex_a(100, 10, 150) == pytest.approx(75.0)


def test_lix() -> None:
    # 10 words per sentence and 25 percent long words
    assert lix(100, 10, 25) == pytest.approx(35.0)


def test_no_words_no_figures() -> None:
    assert flesch_douma(0, 0, 0) is None
    assert leesindex_a(0, 0, 0) is None
    assert lix(0, 0, 0) is None
    assert words_per_sentence(0, 0) is None


@pytest.mark.parametrize(
    ("word", "long"),
    [
        ("gemeente", True),
        ("zeventien", True),
        ("auto's", False),
        ("foto-pas", True),
        ("straat", False),
    ],
)
def test_a_long_word_has_over_six_letters(word: str, long: bool) -> None:
    assert is_long_word(word) is long


def test_digits_are_not_letters() -> None:
    assert not is_long_word("0612345678")


@given(COUNTS, COUNTS, COUNTS)
def test_more_syllables_never_make_a_text_easier(words: int, sentences: int, more: int) -> None:
    easy, hard = flesch_douma(words, sentences, words), flesch_douma(words, sentences, words + more)
    assert easy is not None and hard is not None and hard < easy


@pytest.fixture(scope="module")
def textstat_dutch() -> dict[str, float]:
    constants = pytest.importorskip("textstat.backend.utils.constants")
    dutch: dict[str, float] = constants.LANG_CONFIGS["nl"]
    return dutch


@given(words=COUNTS, syllables=COUNTS)
def test_agrees_with_textstat(textstat_dutch: dict[str, float], words: int, syllables: int) -> None:
    """textstat has Douma's formula with 206.835; fed our counts the outcome is the same."""
    nl = textstat_dutch
    theirs = (
        nl["fre_base"]
        - nl["fre_sentence_length"] * (words / 5)
        - nl["fre_syll_per_word"] * (syllables / words)
    )
    assert flesch_douma(words, 5, syllables) == pytest.approx(theirs, abs=0.006)


def test_counts_words_and_not_marks_or_merge_fields() -> None:
    features = block_features(
        analyse("Beste [naam] , de gemeente belt u .", "- 3 ."), Lexicon.load(), passive_sentences=1
    )
    assert features.words == 6
    assert features.sentences == 2
    assert features.syllables == 2 + 1 + 3 + 1 + 1 + 1
    assert features.long_words == 1
    assert features.passive_sentences == 1


def test_a_sentence_without_words_does_not_count() -> None:
    assert block_features(analyse("…", "[naam] ."), Lexicon.load()).sentences == 0


def block(words: int, sentences: int, passive: int = 0) -> BlockFeatures:
    lint = LintCounts(
        4.0 * words, words, 3 * sentences, sentences, 4.0 * sentences, sentences, 5, 5
    )
    return BlockFeatures(words, sentences, 2 * words, words // 4, passive, lint)


def test_scores_of_a_text_are_those_of_its_blocks_together() -> None:
    apart, together = score([block(60, 4, 1), block(40, 6, 1)]), score([block(100, 10, 2)])
    assert apart.flesch_douma == together.flesch_douma == pytest.approx(206.84 - 154 - 9.3)
    assert apart.lix == together.lix == 35.0
    assert apart.words_per_sentence == 10.0
    assert apart.passive_sentences == 0.2
    # 100 - (-11.4717 + 18.6763 * 4 - 1.4070 * 3 - 2.5835 * 4 + 15.4597 * 0.5)
    assert apart.lint is not None and apart.lint.score == pytest.approx(43.592, abs=1e-3)
    assert apart.lint.level == 2
    assert apart.not_scored is None
    assert (apart.words, apart.sentences) == (100, 10)


@pytest.mark.parametrize(
    ("blocks", "reason"),
    [
        ([], "Te kort om te meten: er is geen lopende tekst."),
        ([block(99, 10)], "Te kort om te meten: 99 woorden in 10 zinnen lopende tekst."),
        ([block(100, 4)], "Te kort om te meten: 100 woorden in 4 zinnen lopende tekst."),
        ([block(1, 1)], "Te kort om te meten: 1 woord in 1 zin lopende tekst."),
    ],
)
def test_a_short_text_is_not_scored(blocks: list[BlockFeatures], reason: str) -> None:
    scores = score(blocks)
    assert scores.not_scored is not None and scores.not_scored.startswith(reason)
    figures = (scores.lint, scores.flesch_douma, scores.leesindex_a, scores.lix)
    assert figures == (None, None, None, None)
    assert scores.words_per_sentence is None and scores.passive_sentences is None


def test_exactly_enough_is_scored() -> None:
    assert score([block(100, 5)]).not_scored is None


def test_a_text_without_nouns_has_no_lint_but_other_figures() -> None:
    scores = score([BlockFeatures(100, 10, 150, 25)])
    assert scores.lint is None and scores.not_scored is None
    assert scores.leesindex_a == pytest.approx(75.0)
