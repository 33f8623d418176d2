"""`lange-zin`: a sentence with more words than the profile allows.

Anti-pattern: one sentence that holds the reason, the decision and what to do. Best practice: two
sentences, with the word that joins them kept (Land 2009: chopped sentences without connectives hurt
weak readers). The message names where to cut.
"""

from __future__ import annotations

from brievenbus.checks.page import Check
from brievenbus.checks.sentences.common import finding, say, sentences, word_count
from brievenbus.checks.wordlists import word_list
from brievenbus.dutch import Analysis, Token
from brievenbus.findings import Finding
from brievenbus.rulebook.profiles import Profile

RULE = "lange-zin"
SMALLEST_PART = 5
"""Words: a shorter part is no sentence of its own (own judgement)."""

RELATIVES = frozenset({"die", "dat", "welke"})
"""After a comma these start a clause that can be a sentence of its own."""


def check(analysis: Analysis, profile: Profile) -> list[Finding]:
    """Find the sentences that are too long, each with a proposal where to cut."""
    found = []
    for tokens in sentences(analysis):
        words = word_count(tokens)
        if words <= profile.lange_zin:
            continue
        cut = _cut(tokens)
        if cut is None:
            text = say(RULE, "lang", woorden=words)
        else:
            keep = "splits_houd" if cut[0].lower in word_list("verbindingswoorden") else "splits"
            text = say(RULE, keep, woorden=words, knip=" ".join(token.text for token in cut))
        found.append(finding(analysis, RULE, tokens, text=text, whole=True))
    return found


def _cut(tokens: tuple[Token, ...]) -> list[Token] | None:
    """The words before which the sentence is best cut: the joint nearest its middle."""
    joints = [i for i in range(len(tokens)) if _is_joint(tokens, i)]
    if not joints:
        return None
    middle = len(tokens) / 2
    best = min(joints, key=lambda i: abs(i - middle))
    end = best + 1
    while end < min(best + 3, len(tokens)) and tokens[end].is_word:
        end += 1
    return list(tokens[best:end])


def _is_joint(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a clause with a finite verb starts at `index`, with enough words on either side."""
    if index == 0:
        return False
    word, before = tokens[index].lower, tokens[index - 1].text
    opens = (
        word == "en"
        or word in word_list("verbindingswoorden")
        or before == ";"
        or (before == "," and (word in RELATIVES or word.startswith("waar")))
    )
    if not opens or not _has_finite(tokens, index):
        return False
    first, second = tokens[:index], tokens[index:]
    return any(t.is_finite for t in first) and all(
        word_count(part) >= SMALLEST_PART for part in (first, second)
    )


def _has_finite(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a finite verb follows before the next comma; *en* between two nouns is no joint."""
    for token in tokens[index + 1 :]:
        if token.is_finite:
            return True
        if token.text in (",", ";"):
            return False
    return False


CHECK = Check(RULE, check)
