"""LiNT-II: every feature by hand, on sentences small enough to count."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brievenbus.dutch.analysis import Analysis, Token
from brievenbus.dutch.lexicon import Lexicon, NounType
from brievenbus.readability.lint import (
    UNKNOWN_ZIPF,
    LintCounts,
    dependency_lengths,
    lint_counts,
    lint_level,
    lint_score,
    noun_type_of,
    word_frequency,
)

FINITE = "WW|pv|tgw|ev"


def analyse(*sentences: str) -> Analysis:
    """Build an analysis from sentences of ``word/POS/dep/head[/tag[/lemma]]``.

    Heads are numbers within the sentence, from 1; 0 is the root. ``[x]`` is a merge field.
    """
    tokens: list[Token] = []
    borders: list[tuple[int, int]] = []
    position = 0
    for number, sentence in enumerate(sentences):
        first = len(tokens)
        for i, part in enumerate(sentence.split(), first):
            text, pos, dep, head, tag, lemma = [*part.split("/"), "", ""][:6]
            tokens.append(
                Token(
                    i=i,
                    text=text,
                    start=position,
                    end=position + len(text),
                    lemma=lemma or text.lower(),
                    pos=pos,
                    tag=tag or "X",
                    morph={},
                    dep=dep,
                    head=first + int(head) - 1 if int(head) else i,
                    sentence=number,
                    placeholder=text.startswith("["),
                )
            )
            position += len(text) + 1
        borders.append((first, len(tokens)))
    return Analysis(" ".join(t.text for t in tokens), tuple(tokens), tuple(borders))


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.load()


LETTER = (
    f"Wij/PRON/nsubj/2 sturen/VERB/ROOT/0/{FINITE}/sturen u/PRON/iobj/2 een/DET/det/6 "
    "grote/ADJ/amod/6 tafel/NOUN/obj/2 ./PUNCT/punct/2"
)


def test_counts_the_features_of_a_sentence(lexicon: Lexicon) -> None:
    counts = lint_counts(analyse(LETTER), lexicon)
    frequencies = [lexicon.zipf(word) for word in ("sturen", "grote", "tafel")]
    assert counts.frequency_words == 3
    assert counts.frequency_sum == pytest.approx(sum(f for f in frequencies if f))
    assert (counts.dependency_sum, counts.dependency_sentences) == (3, 1)  # u een grote
    assert (counts.density_sum, counts.density_sentences) == (3.0, 1)
    assert (counts.concrete_nouns, counts.abstract_nouns, counts.undefined_nouns) == (1, 0, 0)


def test_features_of_two_blocks_add_up_to_those_of_both(lexicon: Lexicon) -> None:
    other = f"Dat/PRON/nsubj/2 kan/VERB/ROOT/0/{FINITE}"
    apart = lint_counts(analyse(LETTER), lexicon) + lint_counts(analyse(other), lexicon)
    assert apart == lint_counts(analyse(LETTER, other), lexicon)


def test_the_score_is_the_formula_of_lint_ii() -> None:
    counts = LintCounts(52.0, 10, 15, 5, 22.5, 5, 6, 3, 1)
    # Worked out with 5.2, 3, 4.5 and 0.6 and the coefficients of the 3.8.0 row.
    expected = 100 - (
        -11.471733033015028
        + 18.67626378295312 * 5.2
        - 1.4069959945847472 * 3
        - 2.5835484942107323 * 4.5
        + 15.45972400345915 * 0.6
    )
    result = lint_score(counts)
    assert result is not None
    assert result.score == pytest.approx(expected, abs=1e-12)
    assert result.score == pytest.approx(20.9, abs=0.1)
    assert result.level == 1


@pytest.mark.parametrize("missing", ["frequency", "dependency", "density"])
def test_there_is_no_score_without_all_features(missing: str) -> None:
    counts = LintCounts(52.0, 10, 15, 5, 22.5, 5, 6, 3, 1)
    part = f"{missing}_{'words' if missing == 'frequency' else 'sentences'}"
    assert lint_score(replace(counts, **{part: 0})) is None


def test_there_is_no_score_without_known_nouns() -> None:
    assert lint_score(LintCounts(52.0, 10, 15, 5, 22.5, 5, 0, 0, 0)) is None


@pytest.mark.parametrize(
    ("score", "level"),
    [(0, 1), (33.99, 1), (34, 2), (45.99, 2), (46, 3), (57.99, 3), (58, 4), (100, 4)],
)
def test_a_limit_belongs_to_the_harder_level(score: float, level: int) -> None:
    assert lint_level(score) == level


@given(st.floats(0, 8), st.integers(0, 200), st.floats(0, 60), st.integers(0, 9), st.integers(1, 9))
def test_the_score_stays_between_0_and_100(
    zipf: float, dependency: int, density: float, concrete: int, abstract: int
) -> None:
    result = lint_score(LintCounts(zipf, 1, dependency, 1, density, 1, concrete, abstract, 0))
    assert result is not None
    assert 0 <= result.score <= 100


class TestFrequency:
    def frequency(self, part: str, lexicon: Lexicon, *others: str) -> float | None:
        analysis = analyse(" ".join((part, *others)))
        return word_frequency(analysis.tokens[0], analysis, lexicon)

    def test_a_compound_counts_as_its_head(self, lexicon: Lexicon) -> None:
        found = self.frequency("middagpauzeconcert/NOUN/ROOT/0", lexicon)
        assert found == lexicon.zipf("concert")

    def test_an_unknown_word_counts_as_never_seen(self, lexicon: Lexicon) -> None:
        assert self.frequency("xyzzig/ADJ/ROOT/0", lexicon) == UNKNOWN_ZIPF

    @pytest.mark.parametrize(
        "part",
        [
            "Jansen/PROPN/ROOT/0",
            "de/DET/ROOT/0",
            "is/VERB/cop/1",
            "derde/ADJ/ROOT/0/TW|rang",
            "[naam]/PROPN/ROOT/0",
            "laptop/NOUN/ROOT/0",  # on the skip list
            "laptops/NOUN/ROOT/0/N|soort/laptop",  # its lemma is
        ],
    )
    def test_some_words_have_none(self, part: str, lexicon: Lexicon) -> None:
        assert self.frequency(part, lexicon) is None

    def test_a_manner_adverb_counts(self, lexicon: Lexicon) -> None:
        assert self.frequency("tevergeefs/ADV/ROOT/0", lexicon) == lexicon.zipf("tevergeefs")
        assert self.frequency("volledigheidshalve/ADV/ROOT/0", lexicon) is not None
        assert self.frequency("gisteren/ADV/ROOT/0", lexicon) is None

    def test_a_separated_verb_counts_without_its_particle(self, lexicon: Lexicon) -> None:
        verb = f"biedt/VERB/ROOT/0/{FINITE}/aanbieden"
        assert lexicon.in_skiplist("aanbieden")
        found = self.frequency(verb, lexicon, "aan/ADP/compound:prt/1")
        assert found == lexicon.zipf("biedt")
        assert self.frequency("aangeboden/VERB/ROOT/0/WW|vd/aanbieden", lexicon) is None


class TestDependencies:
    def test_neighbours_are_at_distance_zero(self) -> None:
        assert dependency_lengths(analyse("De/DET/det/2 brief/NOUN/ROOT/0")) == [0, 0]

    def test_punctuation_is_not_counted(self) -> None:
        analysis = analyse('Een/DET/det/4 "/PUNCT/punct/4 nieuwe/ADJ/amod/4 brief/NOUN/ROOT/0')
        assert dependency_lengths(analysis) == [1, 0, 0, 0]

    def test_a_merge_field_is_not_counted(self) -> None:
        analysis = analyse("Op/ADP/case/3 [datum]/NUM/nummod/3 maandag/NOUN/ROOT/0")
        assert dependency_lengths(analysis) == [0, 0, 0]

    def test_a_conjunct_has_the_head_of_the_first(self) -> None:
        # "Stuur het formulier en bewijs": bewijs hangs on formulier, and counts from stuur.
        analysis = analyse(
            "Stuur/VERB/ROOT/0 het/DET/det/3 formulier/NOUN/obj/1 en/CCONJ/cc/5 bewijs/NOUN/conj/3"
        )
        assert dependency_lengths(analysis) == [0, 0, 1, 0, 3]

    def test_a_subject_belongs_to_all_joined_verbs(self) -> None:
        # The example of lint_ii: "Dat geluid klinkt in het mkb en moet worden gehoord."
        analysis = analyse(
            "Dat/DET/det/2 geluid/NOUN/nsubj/3 klinkt/VERB/ROOT/0 in/ADP/case/6 het/DET/det/6 "
            "mkb/NOUN/obl/3 en/CCONJ/cc/10 moet/AUX/aux/10 worden/AUX/aux:pass/10 "
            "gehoord/VERB/conj/3 ./PUNCT/punct/3"
        )
        assert dependency_lengths(analysis)[1] == 7

    def test_a_conjunct_to_the_left_makes_no_row(self) -> None:
        analysis = analyse(
            "komt/VERB/conj/4 er/ADV/advmod/4 wie/PRON/nsubj/4 belt/VERB/ROOT/0 of/CCONJ/cc/1"
        )
        assert dependency_lengths(analysis)[2] == 0

    def test_a_sentence_of_one_word_does_not_count(self, lexicon: Lexicon) -> None:
        counts = lint_counts(analyse("Nee/INTJ/ROOT/0 ./PUNCT/punct/1"), lexicon)
        assert counts.dependency_sentences == 0
        assert counts.mean_dependency is None

    @given(st.data())
    def test_no_dependency_is_longer_than_its_sentence(self, data: st.DataObject) -> None:
        size = data.draw(st.integers(1, 12))
        deps = st.sampled_from(["nsubj", "conj", "obj", "punct"])
        parts = [
            f"w/NOUN/{data.draw(deps)}/{data.draw(st.integers(0, number))}"
            for number in range(size)
        ]
        assert all(0 <= n <= max(0, size - 2) for n in dependency_lengths(analyse(" ".join(parts))))


class TestNouns:
    @pytest.mark.parametrize(
        ("part", "expected"),
        [
            ("tafel/NOUN/ROOT/0", NounType.CONCRETE),
            ("tafeltjex/NOUN/ROOT/0/N/tafel", NounType.CONCRETE),
            ("vrijheid/NOUN/ROOT/0", NounType.ABSTRACT),
            ("hart/NOUN/ROOT/0", NounType.UNDEFINED),
            ("xyzzy/NOUN/ROOT/0", None),
            ("tafel/VERB/ROOT/0", None),
            ("kwh/SYM/ROOT/0/SPEC|symb", NounType.CONCRETE),
            ("kwh/SYM/ROOT/0/LET", None),
            ("[naam]/PROPN/ROOT/0", None),
        ],
    )
    def test_the_form_decides_then_the_lemma(
        self, part: str, expected: NounType | None, lexicon: Lexicon
    ) -> None:
        assert noun_type_of(analyse(part).tokens[0], lexicon) == expected

    @pytest.mark.parametrize(
        ("entity", "expected"),
        [
            ("PERSON", NounType.CONCRETE),
            ("GPE", NounType.CONCRETE),
            ("ORG", NounType.ABSTRACT),
            ("DATE", None),
        ],
    )
    def test_an_unknown_name_is_judged_by_what_it_names(
        self, entity: str, expected: NounType | None, lexicon: Lexicon
    ) -> None:
        token = replace(analyse("Xyzzy/PROPN/ROOT/0").tokens[0], entity=entity)
        assert noun_type_of(token, lexicon) == expected

    def test_unknown_nouns_are_in_no_share(self, lexicon: Lexicon) -> None:
        block = "tafel/NOUN/ROOT/0 xyzzy/NOUN/nmod/1 vrijheid/NOUN/nmod/1"
        assert lint_counts(analyse(block), lexicon).concrete_share == 0.5


def test_content_words_are_counted_per_finite_verb(lexicon: Lexicon) -> None:
    two_verbs = (
        f"Weet/VERB/ROOT/0/{FINITE} Jan/PROPN/nsubj/1 waar/ADV/advmod/6 het/DET/det/5 "
        f"huis/NOUN/nsubj/6 staat/VERB/ccomp/1/{FINITE}"
    )
    no_verb = "Een/DET/det/2 huis/NOUN/ROOT/0"
    counts = lint_counts(analyse(two_verbs, no_verb), lexicon)
    assert (counts.density_sum, counts.density_sentences) == (2.0, 1)


def test_an_empty_block_counts_nothing(lexicon: Lexicon) -> None:
    assert lint_counts(Analysis("", (), ()), lexicon) == LintCounts()
