"""Whether a single word found is the kind of word that a rule means, though taggers err."""

from __future__ import annotations

from brievenbus.checks.rules.phrases import RARE, likely_class
from brievenbus.dutch import Analysis, Token
from brievenbus.dutch.lexicon import Lexicon
from brievenbus.dutch.verbs import VerbForm, conjugate
from brievenbus.rulebook import Rule, RuleKind, WordClass


def fits_class(analysis: Analysis, token: Token, rule: Rule) -> bool:
    """Whether a single word has the part of speech that the rule asks for, and is no name."""
    if rule.kind is RuleKind.WOORD and _is_name(analysis, token):
        return False
    if token.pos == "PROPN" and token.text[:1].isupper() and not token.text.isupper():
        return True
    wanted = rule.word_class
    if wanted is not WordClass.WERKWOORD and _is_infinitive(analysis, token, rule):
        return False
    if wanted is WordClass.WERKWOORD and _heads_title(analysis, token):
        return False
    if wanted is None or token.pos in wanted.universal:
        return True
    return _plausible(analysis, token, rule, wanted)


def _is_name(analysis: Analysis, token: Token) -> bool:
    """Whether a word has a capital that no sentence start and no text in capitals gave it."""
    if not token.text[:1].isupper() or token.text.isupper():
        return False
    first, _ = analysis.sentences[token.sentence]
    return token.i > first and analysis.tokens[token.i - 1].is_word


def _is_infinitive(analysis: Analysis, token: Token, rule: Rule) -> bool:
    """Whether a verb looks like the plural of a noun searched: *opnieuw te kunnen inbrengen*.

    The tag alone does not tell; *te* or another verb stands before it.
    """
    if not token.tag.startswith("WW|inf|vrij") or token.lower in _verbs(rule) or not token.i:
        return False
    before = analysis.tokens[token.i - 1]
    if before.lower != "te" and not before.tag.startswith("WW|inf|vrij"):
        return False
    return all(likely_class(word) is WordClass.ZELFSTANDIG for word in rule.search)


def _heads_title(analysis: Analysis, token: Token) -> bool:
    """Whether a noun that looks like a command opens a heading: *Verzoek om aanvulling*."""
    first, end = analysis.sentences[token.sentence]
    before = analysis.tokens[first : token.i]
    if any(t.is_word and not t.text[:1].isdigit() for t in before) and before[-1].text != ":":
        return False
    following = analysis.tokens[token.i + 1].lower if token.i + 1 < end else ""
    return following in _AFTER_NOUN and Lexicon.load().is_noun(token.lower)


_AFTER_NOUN = frozenset({"om", "tot", "van", "inzake"})
"""Prepositions that go with a noun at the head of a letter, seldom with a command."""


def _plausible(analysis: Analysis, token: Token, rule: Rule, wanted: WordClass) -> bool:
    """Whether a tagger may have missed: the form is no other kind of word in the word list."""
    lexicon = Lexicon.load()
    is_noun = lexicon.is_noun(token.lower)
    if wanted is WordClass.ZELFSTANDIG:
        is_noun = is_noun or any(lexicon.is_noun(word) for word in rule.search)
        if token.tag.startswith("WW|inf|nom") or _follows_determiner(analysis, token):
            return is_noun and _closes_phrase(analysis, token)
        unknown = token.pos == "VERB" and lexicon.zipf(token.lemma) is None
        missed = unknown or token.pos in ("PROPN", "X", "ADV", "SYM")
        describes = token.pos == "ADJ" and _closes_phrase(analysis, token)
        return is_noun and (missed or describes or _heads_title(analysis, token))
    if wanted is WordClass.WERKWOORD:
        if _follows_modal(analysis, token) or _is_beside_subject(analysis, token):
            return True
        if _describes(analysis, token, rule):
            return True
        if not is_noun and _is_past(token, rule):
            return True
        rare = (lexicon.zipf(token.lower) or 0) < RARE
        missed = token.pos in ("NOUN", "X", "PROPN") or rare
        return token.pos == "ADJ" or (missed and not is_noun)
    return token.pos != "NOUN" or not is_noun


_SUBJECTS = frozenset({"ik", "jij", "hij", "wij", "we"})
"""Pronouns that can only be a subject, and no other kind of word."""


def _is_beside_subject(analysis: Analysis, token: Token) -> bool:
    """Whether a word can only be the verb of a pronoun: *ik haal*, or *, haal ik* after a mark."""
    first, end = analysis.sentences[token.sentence]
    before = analysis.tokens[token.i - 1] if token.i > first else None
    after = analysis.tokens[token.i + 1] if token.i + 1 < end else None
    if after is not None and after.lower in _SUBJECTS:
        return before is None or before.is_punct
    return before is not None and before.lower in _SUBJECTS


def _is_past(token: Token, rule: Rule) -> bool:
    """Whether a word is the past tense of a verb searched: *miste* is no form of *mis*."""
    past = (VerbForm.PAST_SINGULAR, VerbForm.PAST_PLURAL)
    forms = {conjugate(word).forms[form] for word in _verbs(rule) for form in past}
    return token.lower in forms and token.pos in ("ADV", "NOUN", "PROPN", "X")


def _describes(analysis: Analysis, token: Token, rule: Rule) -> bool:
    """Whether a word is a present participle before its noun: *werkende ouders*."""
    following = token.i + 1
    if following == len(analysis.tokens) or analysis.tokens[following].pos != "NOUN":
        return False
    form = VerbForm.PRESENT_PARTICIPLE_E
    return any(token.lower == conjugate(word).forms[form] for word in _verbs(rule))


def _verbs(rule: Rule) -> list[str]:
    """The single words that a rule searches."""
    return [word.lower() for word in rule.search if word.isalpha()]


def _follows_determiner(analysis: Analysis, token: Token) -> bool:
    before = analysis.tokens[token.i - 1] if token.i else None
    return before is not None and (
        before.dep in ("det", "nmod:poss", "nummod")
        or before.pos in ("DET", "NUM")
        or "|prenom|" in before.tag
    )


MODALS = frozenset({"kunnen", "moeten", "mogen", "willen", "zullen", "laten", "gaan"})


def _follows_modal(analysis: Analysis, token: Token) -> bool:
    """Whether a word closes a clause with a modal verb: an infinitive (*wij willen … borgen*)."""
    sentence = analysis.sentence(token.sentence)
    following = token.i + 1
    closes = following >= len(analysis.tokens) or analysis.tokens[following].is_punct
    modal = any(t.lemma in MODALS and t.is_finite and t.i < token.i - 1 for t in sentence)
    return (
        closes and modal and token.lower.endswith("n") and not _follows_determiner(analysis, token)
    )


def _closes_phrase(analysis: Analysis, token: Token) -> bool:
    """Whether no noun follows that the word could describe (*uw verzoeken*, not *het vermogend gezin*)."""
    following = token.i + 1
    return following >= len(analysis.tokens) or analysis.tokens[following].pos not in (
        "NOUN",
        "ADJ",
    )
