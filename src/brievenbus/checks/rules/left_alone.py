"""Words that an organisation leaves as they are (`laat_staan`): nothing is said of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from brievenbus.checks.rules.phrases import forms_of
from brievenbus.dutch import Analysis, Token
from brievenbus.rulebook.model import LeaveAlone


class LeftAlone:
    """The words that are left alone for one kind of readers and one department."""

    def __init__(self, entries: Iterable[LeaveAlone]) -> None:
        self._by_first: dict[str, list[tuple[frozenset[str], ...]]] = defaultdict(list)
        for entry in entries:
            for text in entry.words:
                forms = tuple(forms_of(word, None) for word in text.split())
                for form in forms[0]:
                    self._by_first[form].append(forms)

    def tokens(self, analysis: Analysis) -> frozenset[int]:
        """The numbers of the words in a block that are left alone."""
        if not self._by_first:
            return frozenset()
        found: set[int] = set()
        for token in analysis.tokens:
            for key in {token.lower, token.lemma.lower()}:
                for words in self._by_first.get(key, ()):
                    window = analysis.tokens[token.i : token.i + len(words)]
                    if len(window) == len(words) and all(map(_is_one_of, window, words)):
                        found.update(each.i for each in window)
        return frozenset(found)


def _is_one_of(token: Token, forms: frozenset[str]) -> bool:
    return token.lower in forms or token.lemma.lower() in forms
