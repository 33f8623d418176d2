"""A pipeline that was made faster says what it said, and cannot be trained any more."""

from __future__ import annotations

from pathlib import Path

import pytest

from brievenbus import dutch, read
from brievenbus.dutch.acceleration import accelerate, keep_word_vectors

MODEL = Path(dutch.__file__).parent / "data" / "model"
SAMPLES = Path(__file__).parents[2] / "samples"


def test_says_the_same_as_before() -> None:
    import spacy

    plain, fast = spacy.load(MODEL), spacy.load(MODEL)
    accelerate(fast)
    keep_word_vectors(fast)
    texts = [block.text for block in read(SAMPLES / "terugvordering-origineel.docx").blocks]
    for before, after in zip(plain.pipe(texts), fast.pipe(texts), strict=True):
        assert [(t.pos, t.tag, t.dep, t.head.i, t.lemma) for t in before] == [
            (t.pos, t.tag, t.dep, t.head.i, t.lemma) for t in after
        ]


def test_other_layers_are_refused() -> None:
    import spacy

    nlp = spacy.load(MODEL)
    keep_word_vectors(nlp)
    with pytest.raises(ValueError, match="not spaCy's own layers"):
        keep_word_vectors(nlp)
