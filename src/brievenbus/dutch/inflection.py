"""From a word as found to another word in the same form.

Each function returns None where it is not sure: then the advice names the dictionary form.
"""

from __future__ import annotations

from brievenbus.dutch.analysis import Analysis, Token
from brievenbus.dutch.nouns import plural
from brievenbus.dutch.verbs import VerbForm, conjugate, with_e

_SECOND_PERSON = frozenset({"u", "jij", "je"})

_BY_TAG = (
    ("WW|pv|tgw|mv", VerbForm.PLURAL),
    ("WW|pv|tgw|met-t", VerbForm.THIRD),
    ("WW|pv|tgw", VerbForm.FIRST),
    ("WW|pv|verl|mv", VerbForm.PAST_PLURAL),
    ("WW|pv|verl", VerbForm.PAST_SINGULAR),
    ("WW|pv|conj", VerbForm.THIRD),
    ("WW|inf", VerbForm.INFINITIVE),
    ("WW|vd", VerbForm.PARTICIPLE),
    ("WW|od", VerbForm.PRESENT_PARTICIPLE),
)
"""CGN tags (Van Eynde 2004) and the form they stand for; the first that fits counts."""


def verb_form(analysis: Analysis, token: Token, infinitive: str) -> VerbForm | None:
    """Tell in which form of `infinitive` a token stands, by its spelling and then by its tag."""
    if _after_te(analysis, token):
        return VerbForm.INFINITIVE
    verb = conjugate(infinitive)
    possible = [form for form in VerbForm if token.lower in (verb.forms[form], verb.whole(form))]
    tagged = _tagged_form(token)
    if not possible:
        return tagged
    if len(possible) == 1:
        return _person(analysis, token, possible[0])
    if VerbForm.PARTICIPLE in possible and _has_auxiliary(analysis, token):
        return VerbForm.PARTICIPLE
    if VerbForm.PLURAL in possible and VerbForm.INFINITIVE in possible:
        return _plural_or_infinitive(analysis, token, tagged)
    if VerbForm.FIRST in possible and VerbForm.THIRD in possible:
        return _first_or_third(analysis, token)
    if tagged in possible:
        return _person(analysis, token, tagged)
    return _person(analysis, token, possible[0])


def _first_or_third(analysis: Analysis, token: Token) -> VerbForm:
    """*licht* is said of *ik* and of *zij*: a subject that is not *ik* decides; without one it commands."""
    subjects = [subject.lower for subject in _subjects(analysis, token)]
    first, _ = analysis.sentences[token.sentence]
    if "ik" in subjects or (not subjects and token.i == first):
        return VerbForm.FIRST
    return _person(analysis, token, VerbForm.THIRD)


_AUXILIARIES = frozenset({"hebben", "zijn", "worden"})


def _has_auxiliary(analysis: Analysis, token: Token) -> bool:
    """Whether an auxiliary of the perfect or the passive goes with a verb: *verzocht wordt*."""
    near = [*analysis.children[token.i], token.i - 1, token.i + 1]
    return any(
        0 <= i < len(analysis.tokens)
        and analysis.tokens[i].lemma in _AUXILIARIES
        and analysis.tokens[i].pos not in ("DET", "PRON")
        for i in near
    )


def _tagged_form(token: Token) -> VerbForm | None:
    if token.tag:
        found = next((form for prefix, form in _BY_TAG if token.tag.startswith(prefix)), None)
        if found is VerbForm.PARTICIPLE and token.lower.endswith(("de", "te", "ene")):
            return VerbForm.PARTICIPLE_E
        return found
    kind = token.morph.get("VerbForm")
    if kind == "Fin":
        plural_number = token.morph.get("Number") == "Plur"
        if token.morph.get("Tense") == "Past":
            return VerbForm.PAST_PLURAL if plural_number else VerbForm.PAST_SINGULAR
        return VerbForm.PLURAL if plural_number else VerbForm.THIRD
    return {"Inf": VerbForm.INFINITIVE, "Part": VerbForm.PARTICIPLE}.get(kind or "")


def _after_te(analysis: Analysis, token: Token) -> bool:
    return token.i > 0 and analysis.tokens[token.i - 1].lower == "te"


def _plural_or_infinitive(analysis: Analysis, token: Token, tagged: VerbForm | None) -> VerbForm:
    """*verstrekken* is both: with another finite verb before it in its clause it is an infinitive."""
    for before in reversed(analysis.sentence(token.sentence)[: _place(analysis, token)]):
        if before.pos == "SCONJ" and closes_clause(analysis, token.i):
            return VerbForm.PLURAL  # *omdat wij de hoogte vaststellen.*
        if before.text in (",", ";", ":") or before.pos == "SCONJ" or before.lower in _OPENERS:
            break
        if before.is_finite and before.lemma != token.lemma:
            return VerbForm.INFINITIVE
    if tagged is VerbForm.PLURAL:
        return VerbForm.PLURAL
    others = any(t.is_finite for t in analysis.sentence(token.sentence) if t.i != token.i)
    return VerbForm.INFINITIVE if others else VerbForm.PLURAL


_OPENERS = frozenset({"dat", "die", "als", "omdat", "want", "maar", "en", "of"})


def closes_clause(analysis: Analysis, number: int) -> bool:
    """Whether a word is the last of its clause: a mark or the end of the sentence follows."""
    if number + 1 >= len(analysis.tokens):
        return True
    following = analysis.tokens[number + 1]
    return following.sentence != analysis.tokens[number].sentence or following.is_punct


def _place(analysis: Analysis, token: Token) -> int:
    return token.i - analysis.sentences[token.sentence][0]


def _person(analysis: Analysis, token: Token, form: VerbForm) -> VerbForm:
    """*u* and *jij* have forms of their own in a few verbs (*u bent, u kunt*)."""
    if form is not VerbForm.THIRD and form is not VerbForm.SECOND:
        return form
    near = [analysis.tokens[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(analysis.tokens)]
    subjects = _subjects(analysis, token)[:1] or near
    second = any(t.lower in _SECOND_PERSON for t in subjects) and not _follows_noun(analysis, token)
    return VerbForm.SECOND if second else VerbForm.THIRD


def _follows_noun(analysis: Analysis, token: Token) -> bool:
    """Whether a noun without preposition stands before a verb: *het college verstrekt u een brief*.

    It is the subject then, though the parser likes to take *u* for it.
    """
    if not token.i:
        return False
    before = analysis.tokens[token.i - 1]
    prepositions = (analysis.tokens[child].dep == "case" for child in analysis.children[before.i])
    same = before.sentence == token.sentence
    return same and before.pos in ("NOUN", "PROPN") and not any(prepositions)


def _subjects(analysis: Analysis, token: Token) -> list[Token]:
    """The subjects of a verb, or of the verb that it helps."""
    heads = (token.i, token.head) if token.dep in ("aux", "aux:pass", "cop") else (token.i,)
    children = (analysis.tokens[child] for head in heads for child in analysis.children[head])
    return [child for child in children if child.dep.startswith("nsubj")]


INVARIABLE = frozenset(
    {"gratis", "extra", "prima", "voldoende", "genoeg", "alle", "beter", "anders"}
)


def inflect_adjective(found: Token, lemma: str, alternative: str) -> str:
    """Give an adjective or participle the ending -e where the word found has it."""
    lower = found.lower
    with_ending = lower != lemma and lower.endswith("e") and lower == with_e(lemma)
    tagged = "met-e" in found.tag and lower.endswith("e")
    if alternative in INVARIABLE:
        return alternative
    return with_e(alternative) if with_ending or tagged else alternative


def inflect_noun(found: Token, lemma: str, alternative: str) -> str | None:
    """Give a noun the number of the word found; None where the plural is not known."""
    if found.lower == lemma:
        return alternative
    is_plural = found.lower == plural(lemma) or found.lower.endswith(("n", "s", "a"))
    return plural(alternative) if is_plural else alternative


def capitalise_like(found: str, text: str) -> str:
    """Give a text the capital of the words it replaces; a text all in capitals stays so."""
    letters = [c for c in found if c.isalpha()]
    if len(letters) > 3 and all(c.isupper() for c in letters):
        return text.upper()
    if found[:1].isupper():
        return text[:1].upper() + text[1:]
    return text
