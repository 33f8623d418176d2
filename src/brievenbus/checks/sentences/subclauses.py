"""`veel-bijzinnen`: more clauses within a sentence than the profile allows.

Anti-pattern: *Wij laten u weten dat u het geld dat u kreeg moet terugbetalen omdat u werk had.* Best
practice: one clause in a sentence, the next in a new one. Each clause has a word that opens it and a
finite verb of its own; *om te* with an infinitive is none.

A short sentence bears two clauses well (*Zeg wat er gebeurt als u te laat bent*). So it counts only from
a share of the length on from which the profile calls a sentence long; from a smaller one where a
conjunction opens the sentence, and the main clause waits. Clauses in a row that open with the same word
(*kosten die nodig zijn en die u niet kunt betalen*) are read as one.
"""

from __future__ import annotations

from brievenbus.checks.page import Check
from brievenbus.checks.sentences.common import finding, say, sentences, word_count
from brievenbus.checks.wording import quoted
from brievenbus.dutch import Analysis, Token
from brievenbus.dutch.clauses import clause_words, clauses
from brievenbus.findings import Finding
from brievenbus.rulebook.profiles import Profile

RULE = "veel-bijzinnen"
SHARE = 0.75
SHARE_FRONTED = 0.6
"""Of `lange_zin`: 15 words for residents, and 12 where a clause comes first (own judgement: our own
texts and rewritten letters have two clauses in sentences of up to 14 words, with the main clause first).
"""


def check(analysis: Analysis, profile: Profile) -> list[Finding]:
    """Find the sentences with too many clauses; marked are the words that open them."""
    found = []
    for number, tokens in enumerate(sentences(analysis)):
        openers = max(_openers(analysis, number), key=len)
        if len(openers) <= profile.bijzinnen:
            continue
        share = SHARE_FRONTED if _is_fronted(tokens, openers) else SHARE
        if word_count(tokens) >= share * profile.lange_zin:
            words = quoted(list(dict.fromkeys(t.lower for t in openers)), "en")
            text = say(RULE, "veel", aantal=len(openers), woorden=words)
            found.append(finding(analysis, RULE, openers, text=text))
    return found


def _openers(analysis: Analysis, number: int) -> list[list[Token]]:
    """The words that open the clauses of one sentence, one for clauses in a row; a colon starts anew."""
    parts: list[list[Token]] = [[]]
    marks = [t.i for t in analysis.sentence(number) if t.text in (":", ";")]
    for clause in clauses(analysis, number).subordinate:
        word = clause.opener
        while marks and marks[0] < word.i:
            parts.append([])
            marks.pop(0)
        joined = word.i > 0 and analysis.tokens[word.i - 1].lower in ("en", "of")
        if not (joined and parts[-1] and parts[-1][-1].lower == word.lower):
            parts[-1].append(word)
    return parts


def _is_fronted(tokens: tuple[Token, ...], openers: list[Token]) -> bool:
    """Whether a conjunction opens the sentence: *Omdat u …*; not *Wie betaalt, …*, a mere subject."""
    return openers[0] is tokens[0] and openers[0].lower in clause_words("voegwoord", "soms")


CHECK = Check(RULE, check)
