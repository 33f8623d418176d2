"""The word lists give back what LiNT-II has, and open fast."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brievenbus.dutch.lexicon import DATA_FOLDER, Lexicon, LexiconError, NounType


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.load()


# From subtlex_wordfreq.parquet in lint_ii 0.1.3.
@pytest.mark.parametrize(
    ("word", "frequency"),
    [("ik", 7.600790715899573), ("het", 7.3879612070722995), ("waaiervorm", 1.660258542860247)],
)
def test_gives_the_frequency_of_subtlex(lexicon: Lexicon, word: str, frequency: float) -> None:
    assert lexicon.zipf(word) == pytest.approx(frequency, abs=1e-12)


def test_does_not_know_a_word_outside_subtlex(lexicon: Lexicon) -> None:
    assert lexicon.zipf("woningbouwopgavenkaart") is None
    assert lexicon.zipf("") is None


def test_reads_both_apostrophes(lexicon: Lexicon) -> None:
    assert lexicon.zipf("foto’s") == lexicon.zipf("foto's") is not None


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("tafel", NounType.CONCRETE),
        ("vrijheid", NounType.ABSTRACT),
        ("hart", NounType.UNDEFINED),
        ("gisteren", None),
    ],
)
def test_tells_what_a_noun_stands_for(
    lexicon: Lexicon, word: str, expected: NounType | None
) -> None:
    assert lexicon.noun_type(word) == expected


def test_tells_people_from_things(lexicon: Lexicon) -> None:
    assert lexicon.is_human("burgemeester")
    assert not lexicon.is_human("tafel")
    assert not lexicon.is_human("xyz")


@pytest.mark.parametrize(
    ("word", "head"),
    [
        ("middagpauzeconcert", "concert"),  # the head is the end of the word
        ("middagmalen", "maal"),  # it is not
        ("hpv-vaccinatie", "vaccinatie"),  # written with a space in the source
        ("tafel", None),
        ("xyz", None),
    ],
)
def test_gives_the_head_of_a_compound(lexicon: Lexicon, word: str, head: str | None) -> None:
    assert lexicon.compound_head(word) == head


def test_words_with_a_space_in_the_source_are_found(lexicon: Lexicon) -> None:
    assert lexicon.is_manner_adverb("volledigheidshalve")
    assert lexicon.noun_type("contactberoep") == NounType.ABSTRACT


def test_knows_the_short_lists(lexicon: Lexicon) -> None:
    assert lexicon.in_skiplist("aanbellen")
    assert not lexicon.in_skiplist("bellen en aanbellen")
    assert lexicon.is_manner_adverb("tevergeefs")
    assert not lexicon.is_manner_adverb("gisteren")
    assert lexicon.is_measurement_unit("km")
    assert not lexicon.is_measurement_unit("kilometer")


@given(st.text(max_size=30))
def test_any_text_can_be_looked_up(word: str) -> None:
    lexicon = Lexicon.load()
    frequency, head = lexicon.zipf(word), lexicon.compound_head(word)
    assert frequency is None or 1.6 < frequency < 7.7
    assert head is None or head


def test_is_opened_once_from_many_threads() -> None:
    with ThreadPoolExecutor(8) as pool:
        opened = list(pool.map(lambda _: Lexicon.load(), range(32)))
    assert len({id(lexicon) for lexicon in opened}) == 1


def test_version_names_its_sources(lexicon: Lexicon) -> None:
    assert "SUBTLEX-NL" in lexicon.version
    assert "20260420" in lexicon.version


def test_is_small() -> None:
    files = ("words.marisa", "nouns.marisa", "lexicon.json")
    assert sum((DATA_FOLDER / name).stat().st_size for name in files) < 8_000_000


def test_missing_lists_are_reported_in_dutch(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="Installeer Brievenbus opnieuw"):
        Lexicon.load(tmp_path)


def test_incomplete_lists_are_reported_in_dutch(tmp_path: Path) -> None:
    for name in ("words.marisa", "nouns.marisa"):
        (tmp_path / name).write_bytes((DATA_FOLDER / name).read_bytes())
    (tmp_path / "lexicon.json").write_text("{}", encoding="utf-8")
    with pytest.raises(LexiconError, match="beschadigd"):
        Lexicon.load(tmp_path)


def test_damaged_lists_are_reported_in_dutch(tmp_path: Path) -> None:
    (tmp_path / "lexicon.json").write_text("{}", encoding="utf-8")
    (tmp_path / "words.marisa").write_bytes(b"no trie")
    (tmp_path / "nouns.marisa").write_bytes(b"no trie")
    with pytest.raises(LexiconError, match="beschadigd"):
        Lexicon.load(tmp_path)
