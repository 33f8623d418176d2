"""Make a loaded pipeline faster without changing what it says.

Two things, measured in ``benchmarks/pipeline_speed.py``: numpy multiplies matrices two to three times
as fast as what spaCy takes by itself (AMD EPYC, one core), and a word's own vector, which depends on
the word alone, is worked out once and kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from thinc.api import Model

MAX_WORDS = 20_000
"""Vectors kept: 8 MB at a width of 96. When there are more, all are forgotten."""


def accelerate(nlp: Language) -> None:
    """Change the layers of a loaded pipeline in place; for reading only, not for training."""
    from thinc.api import Model, NumpyOps

    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        if isinstance(model, Model):
            for layer in model.walk():
                layer.ops = ops


def keep_word_vectors(nlp: Language) -> None:
    """Let the pipeline's ``tok2vec``, built of spaCy's own layers, keep the vectors of words.

    Raises ValueError where the layers are others.
    """
    tok2vec: Any = nlp.get_pipe("tok2vec")
    embed = tok2vec.model.layers[0]
    if not embed.layers or embed.layers[0].name != "extract_features":
        raise ValueError(f"not spaCy's own layers: {embed.name}")
    tok2vec.model.layers[0] = _kept(embed)


def _kept(embed: Model[Any, Any]) -> Model[Any, Any]:
    """A layer that gives what `embed` gives: for each document an array of a vector per word."""
    import numpy as np
    from thinc.api import Model, chain

    extract = embed.layers[0]
    vectors_of: Any = chain(*embed.layers[1:])
    width = embed.get_dim("nO")
    rows: dict[bytes, int] = {}
    table = np.zeros((MAX_WORDS, width), dtype="f")

    def forward(model: Any, docs: list[Doc], is_train: bool) -> tuple[list[Any], Any]:
        features = extract.predict(docs)
        keys = [[row.tobytes() for row in array] for array in features]
        new = {key for words in keys for key in words if key not in rows}
        if len(rows) + len(new) > MAX_WORDS:
            rows.clear()
            new = {key for words in keys for key in words}
        if len(new) > MAX_WORDS:
            return embed.predict(docs), _no_training
        _learn(sorted(new))
        return [table[[rows[key] for key in words]] for words in keys], _no_training

    def _learn(new: list[bytes]) -> None:
        if new:
            given = np.frombuffer(b"".join(new), dtype="uint64").reshape(len(new), -1)
            first = len(rows)
            table[first : first + len(new)] = vectors_of.predict([given])[0]
            rows.update((key, first + i) for i, key in enumerate(new))

    return Model("kept_word_vectors", forward, dims={"nO": width})


def _no_training(_: Any) -> Any:
    raise NotImplementedError("a pipeline that was made faster cannot be trained")
