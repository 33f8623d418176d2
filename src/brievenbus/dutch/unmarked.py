"""Sentences that start without a full stop before them, as after a heading that the text runs on from.

*Klimaat en grondsoort Er zijn drie systemen.* In a letter such a line is mostly a block of its own. The
pipeline tells how likely a sentence starts at a word (its component ``senter``). It is believed only at
a small word that has a capital for no other reason: at names it errs too often for a letter.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from brievenbus.dutch.language import common_words
from brievenbus.dutch.lexicon import Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc

POLITE = frozenset({"u", "uw"})
"""Written with a capital by some, anywhere."""

COMMON = 4.5
"""Zipf value of a common word: over thirty times per million."""

LIKELY, SURE = 0.4, 0.8
"""How likely a start must be: at a small word, and at another common one. Chosen on the treebank's
converted training file; on the labelled letters of ``tests/material`` it cuts nothing wrong. The
figures on the treebank's test file were seen as well.
"""


def set_unmarked_starts(docs: list[Doc], senter: Any) -> None:
    """Mark more sentence starts in documents that have the vectors of their words."""
    for doc, scores in zip(docs, senter.model.predict(docs), strict=True):
        for i in range(1, len(doc)):
            if not _can_start(doc, i):
                continue
            small = doc[i].lower_ in common_words()
            if _likelihood(scores[i]) > (LIKELY if small else SURE):
                doc[i].is_sent_start = True


def _likelihood(scores: Any) -> float:
    """How likely a start is, from the component's scores of no start and start."""
    return 1 / (1 + math.exp(min(50.0, float(scores[0] - scores[1]))))


def _can_start(doc: Doc, i: int) -> bool:
    """Whether a small word with a capital runs on: *grondsoort Er zijn*, not *hotel De Kroon*."""
    before, word = doc[i - 1], doc[i]
    if not before.whitespace_ or not (before.text[-1:].isalnum() or before.text == ")"):
        return False
    runs_on = i + 1 < len(doc) and doc[i + 1].text.islower()
    return runs_on and word.text.istitle() and _is_no_name(word.lower_)


def _is_no_name(word: str) -> bool:
    """Whether a word is common, and neither a noun nor the *U* that some write with a capital."""
    if word in POLITE:
        return False
    lexicon = Lexicon.load()
    common = (lexicon.zipf(word) or 0.0) > COMMON and not lexicon.is_noun(word)
    return word in common_words() or common
