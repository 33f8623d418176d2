"""Where a verb stands, and where its particle goes."""

from __future__ import annotations

import pytest

from brievenbus.dutch.pipeline import Pipeline, load_pipeline
from brievenbus.dutch.word_order import closes_clause, is_verb_final, particle_place


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return load_pipeline()


@pytest.mark.parametrize(
    ("sentence", "verb", "last"),
    [
        ("Wij betalen.", "betalen", "betalen"),
        ("Wij betalen uw rekening.", "betalen", "rekening"),
        ("Wij betalen uw rekening, omdat u ziek bent.", "betalen", "rekening"),
        ("Wij betalen uw rekening omdat u ziek bent.", "betalen", "rekening"),
        ("Wij betalen de huur, het gas en het water.", "betalen", "water"),
        ("Wij betalen de rekening die u kreeg.", "betalen", "rekening"),
        ("Wij betalen uw rekening en wij bellen u.", "betalen", "rekening"),
        ("Wij betalen uw rekening (zie bijlage 2).", "betalen", "rekening"),
        ("Wij betalen uw rekening om u te helpen.", "betalen", "rekening"),
        ("Morgen betaalt de gemeente uw rekening: € 20.", "betaalt", "rekening"),
    ],
)
def test_the_particle_closes_the_verb_field(
    pipeline: Pipeline, sentence: str, verb: str, last: str
) -> None:
    analysis = pipeline.analyse(sentence)
    place = particle_place(analysis, next(t for t in analysis.tokens if t.text == verb))
    assert place is not None and analysis.tokens[place].text == last


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("Wij betalen, omdat u ziek bent.", "bent", True),
        ("De rekening die u kreeg, is betaald.", "kreeg", True),
        ("Als u belt, komen wij.", "belt", True),
        ("Als u belt, komen wij.", "komen", False),
        ("Als u ziek bent en niet werkt, bel dan.", "werkt", True),
        ("Wij komen morgen.", "komen", False),
        ("Zoals altijd betalen wij uw rekening.", "betalen", False),
    ],
)
def test_tells_a_subordinate_clause(
    pipeline: Pipeline, sentence: str, verb: str, *, expected: bool
) -> None:
    analysis = pipeline.analyse(sentence)
    token = next(t for t in analysis.tokens if t.text == verb)
    assert is_verb_final(analysis, token) is expected


def test_a_mark_or_the_end_closes_a_clause(pipeline: Pipeline) -> None:
    analysis = pipeline.analyse("Als u belt, komen wij")
    assert [t.text for t in analysis.tokens if closes_clause(analysis, t.i)] == ["belt", "wij"]
