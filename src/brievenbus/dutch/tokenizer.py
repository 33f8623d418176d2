"""The tokenizer of the embedded pipeline: spaCy's, with our own short list of abbreviations.

spaCy's Dutch comes with some 4,000 exceptions that cost three quarters of the time to load. A letter
needs the abbreviations in `data/afkortingen.txt`, and a pattern for all others.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brievenbus.dutch.abbreviations import abbreviations

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer

TOKEN_MATCH = r"^(?:[^\W\d_]{1,2}\.){2,}$|^\d{1,3}(?:\.\d{3})+(?:,\d\d|,-)?$|^\d{1,2}[.:]\d{2}$"
"""What is one token whatever it holds: letters with points, amounts with points, times."""

CLITICS = ("'s", "'t", "'n", "'k", "’s", "’t", "’n", "’k", "'S", "'T", "’S", "’T", "p/a")


def build_tokenizer(nlp: Language) -> Tokenizer:
    """Return a tokenizer for `nlp` with the punctuation rules of spaCy's Dutch and our own words."""
    from spacy.tokenizer import Tokenizer
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

    defaults = nlp.Defaults
    words = [*abbreviations(), *CLITICS]
    rules = {form: [{65: form}] for word in words for form in _forms(word)}
    return Tokenizer(
        nlp.vocab,
        rules=rules,
        prefix_search=compile_prefix_regex(defaults.prefixes or []).search,
        suffix_search=compile_suffix_regex(defaults.suffixes or []).search,
        infix_finditer=compile_infix_regex(defaults.infixes or []).finditer,
        token_match=re.compile(TOKEN_MATCH).match,
        url_match=defaults.url_match,
    )


def _forms(word: str) -> set[str]:
    """The ways an abbreviation is written: as listed, and with a capital at the start of a sentence."""
    return {word, word[0].upper() + word[1:], word.upper()} if word[0].isalpha() else {word}
