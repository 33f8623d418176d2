"""`lange-zin`: a sentence with more words than the profile allows.

Anti-pattern: one sentence that holds the reason, the decision and what to do. Best practice: two
sentences, with the word that joins them kept (Land 2009: chopped sentences without connectives hurt
weak readers). The message names where to cut, and how the new sentence begins.
"""

from __future__ import annotations

from brievenbus.checks.page import Check
from brievenbus.checks.sentences.common import finding, over, say, sentences, word_count
from brievenbus.checks.sentences.cutting import best_cut
from brievenbus.dutch import Analysis
from brievenbus.findings import Finding
from brievenbus.rulebook.profiles import Profile

RULE = "lange-zin"


def check(analysis: Analysis, profile: Profile) -> list[Finding]:
    """Find the sentences that are too long, each with a proposal where to cut."""
    found = []
    for number, tokens in enumerate(sentences(analysis)):
        words = word_count(tokens)
        if words <= profile.lange_zin:
            continue
        cut = best_cut(analysis, number)
        if cut is None:
            text = say(RULE, "lang", woorden=words)
        else:
            text = say(RULE, cut.name, woorden=words, **cut.values)
        weight = over(words, profile.lange_zin)
        found.append(finding(analysis, RULE, tokens, text=text, severity=weight, whole=True))
    return found


CHECK = Check(RULE, check)
