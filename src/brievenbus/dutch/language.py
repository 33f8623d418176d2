"""Whether a text is Dutch. A letter to a household may hold a part in English, Turkish or Ukrainian."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier  # type: ignore[import-untyped,unused-ignore]

MIN_WORDS = 8
"""Fewer words say too little: titles and names are the same in many languages."""

SURELY_DUTCH = 0.3
"""The share of common Dutch words above which a text is Dutch: running text in `tests/material` and
`samples` has more. Afrikaans has some .2, English, German and Turkish less. Frisian can have as much as
Dutch: short Frisian sentences are taken for Dutch."""

POSSIBLY_DUTCH = 0.05
"""How likely Dutch must be at least, by the language identifier, for a text to be read as Dutch."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ADDRESS = re.compile(r"\S*(?:@|www\.|https?:)\S*")


def is_dutch(text: str) -> bool:
    """Whether a text is Dutch, as far as one can tell; True where it has under `MIN_WORDS` words.

    The share of common words settles nearly all Dutch texts. Only for others the identifier of
    languages is loaded, which takes a second.
    """
    words = _WORD.findall(_ADDRESS.sub(" ", text).lower())
    if len(words) < MIN_WORDS:
        return True
    known = sum(word in common_words() for word in words) / len(words)
    return known >= SURELY_DUTCH or _likely_dutch(" ".join(words))


@cache
def common_words() -> frozenset[str]:
    """Return the commonest small words of Dutch, and common words of letters, in lower case."""
    source = resources.files("brievenbus.dutch") / "data" / "nederlands.txt"
    lines = source.read_text(encoding="utf-8").splitlines()
    return frozenset(" ".join(line for line in lines if not line.startswith("#")).split())


def _likely_dutch(text: str) -> bool:
    likelihood: dict[str, float] = dict(_identifier().rank(text))
    return likelihood.get("nl", 0.0) >= POSSIBLY_DUTCH


@cache
def _identifier() -> LanguageIdentifier:
    """The identifier of py3langid (BSD), with likelihoods that add up to 1."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
