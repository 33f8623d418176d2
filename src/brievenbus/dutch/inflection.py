"""From a word as found to another word in the same form.

Each function returns None where it is not sure: then the advice names the dictionary form.
"""

from __future__ import annotations

from collections.abc import Sequence

from brievenbus.dutch.adjectives import (
    AdjectiveForm,
    Degree,
    adjective_form,
    forms_like,
    is_invariable,
)
from brievenbus.dutch.agreement import attributive_e, is_attributive, stands_bare
from brievenbus.dutch.analysis import Analysis, Token
from brievenbus.dutch.clauses import clause_words
from brievenbus.dutch.nouns import NounForm, noun_form, noun_spellings
from brievenbus.dutch.verbs import Verb, VerbForm, conjugate
from brievenbus.dutch.word_order import closes_clause, follows_te, is_verb_final

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
    """Tell in which form of `infinitive` a token stands, by its spelling and then by its tag.

    None where that is not known, or where a participle could be a past tense and nothing decides.
    """
    if follows_te(analysis, token.i):
        return VerbForm.INFINITIVE
    verb = conjugate(infinitive)
    form = _spelled_form(analysis, token, verb)
    if form in _PAST and _may_be_participle(analysis, token, verb):
        return None
    return form


_PAST = (VerbForm.PAST_SINGULAR, VerbForm.PAST_PLURAL)


def _may_be_participle(analysis: Analysis, token: Token, verb: Verb) -> bool:
    """Whether a past tense may be a participle after its noun: *inkomsten verkregen uit verhuur*.

    The tag of a finite verb and a subject tell that it is none, or a pronoun that can only be a subject.
    """
    spellings = {
        *verb.spellings(VerbForm.PARTICIPLE),
        *verb.spellings(VerbForm.PARTICIPLE_E),
    }
    if token.lower not in spellings:
        return False
    subjects = _subjects(analysis, token)
    if any(subject.lower in _ONLY_SUBJECTS for subject in subjects):
        return False
    return not (token.tag.startswith("WW|pv") and subjects)


_ONLY_SUBJECTS = frozenset({"ik", "hij", "wij", "we", "zij", "ze"})


def _spelled_form(analysis: Analysis, token: Token, verb: Verb) -> VerbForm | None:
    """The form that the spelling allows and the tag and the sentence choose."""
    possible = [form for form in VerbForm if token.lower in verb.spellings(form)]
    tagged = _tagged_form(token)
    if not possible:
        return tagged
    if VerbForm.PARTICIPLE_E in possible and is_attributive(analysis, token):
        finite = next((form for form in _PAST if form in possible), None)
        if finite is not None and _must_be_finite(analysis, token):
            return finite  # *De muur vertoonde scheuren. Wij vergaten brieven.*
        return _attributive_participle(analysis, token, possible)
    if VerbForm.PARTICIPLE in possible:
        return _finite_or_participle(analysis, token, possible, tagged)
    if VerbForm.PLURAL in possible and VerbForm.INFINITIVE in possible:
        return _plural_or_infinitive(analysis, token, tagged)
    if VerbForm.FIRST in possible:
        return _first_or_third(analysis, token, possible)
    return _person(analysis, token, tagged if tagged in possible else possible[0])


def _must_be_finite(analysis: Analysis, token: Token) -> bool:
    """Whether a sentence has no other finite verb, and no noun phrase begins before this word."""
    sentence = analysis.sentence(token.sentence)
    alone = not any(other.is_finite for other in sentence if other.i != token.i)
    before = analysis.tokens[token.i - 1] if token.i > sentence[0].i else None
    if before is None or not before.lower.isalpha():  # *f.een onderbouwde keuze*
        return False
    if _is_enclosed(analysis, token):
        return False
    return alone and before.pos in ("NOUN", "PROPN", "PRON")


def _is_enclosed(analysis: Analysis, token: Token) -> bool:
    """Whether the noun after a word has its determiner before it: *de aan u verleende vergunning*."""
    if token.dep not in ("acl", "amod") or token.head != token.i + 1:
        return False
    return any(
        analysis.tokens[i].dep == "det" and i < token.i for i in analysis.children[token.head]
    )


def _attributive_participle(
    analysis: Analysis, token: Token, possible: list[VerbForm]
) -> VerbForm | None:
    """*gekozen* is the same with and without -e: then the noun decides what another verb gets."""
    if VerbForm.PARTICIPLE not in possible:
        return VerbForm.PARTICIPLE_E
    ending = attributive_e(analysis, token)
    if ending is None:
        return None
    return VerbForm.PARTICIPLE_E if ending else VerbForm.PARTICIPLE


def _finite_or_participle(
    analysis: Analysis, token: Token, possible: list[VerbForm], tagged: VerbForm | None
) -> VerbForm:
    """*verstrekt* and *besloten* are finite or participles: an auxiliary beside it or the tag decides."""
    finite = [f for f in possible if f not in (VerbForm.PARTICIPLE, VerbForm.PARTICIPLE_E)]
    if not finite or _has_auxiliary(analysis, token):
        return VerbForm.PARTICIPLE
    others = [t for t in analysis.sentence(token.sentence) if t.is_finite and t.i != token.i]
    alone = not others or _is_finite_at_end(analysis, token)
    if tagged is VerbForm.PARTICIPLE and not others and _is_only_passive(analysis, token):
        return VerbForm.PARTICIPLE  # *Aanvraag besloten op 3 mei*, above a letter
    if tagged is VerbForm.PARTICIPLE and not (alone and token.pos in ("VERB", "AUX")):
        return VerbForm.PARTICIPLE
    if VerbForm.PLURAL in finite and VerbForm.INFINITIVE in finite:
        return tagged if tagged in finite else _plural_or_infinitive(analysis, token, tagged)
    if VerbForm.FIRST in finite and tagged in (VerbForm.FIRST, VerbForm.THIRD):
        return _first_or_third(analysis, token, finite)
    if tagged in finite and tagged is not VerbForm.THIRD:
        return tagged
    return _person(analysis, token, VerbForm.THIRD if VerbForm.THIRD in finite else finite[0])


def _is_finite_at_end(analysis: Analysis, token: Token) -> bool:
    """Whether a verb closes a subordinate clause that has no other finite verb.

    A mark follows, or the finite verb of the main clause: *de gegevens die u verstrekt zullen wij …*.
    """
    if closes_clause(analysis, token.i):
        return is_verb_final(analysis, token)
    if token.dep != "acl:relcl" or token.i + 2 >= len(analysis.tokens):
        return False
    following, then = analysis.tokens[token.i + 1 : token.i + 3]
    passive = then.lemma in _AUXILIARIES or following.lemma in _AUXILIARIES
    return following.is_finite and not passive and is_verb_final(analysis, token)


def _is_only_passive(analysis: Analysis, token: Token) -> bool:
    """Whether the parser gave a verb the subject of a passive, and no other."""
    subjects = {subject.dep for subject in _subjects(analysis, token)}
    return subjects == {"nsubj:pass"}


def _first_or_third(analysis: Analysis, token: Token, possible: Sequence[VerbForm]) -> VerbForm:
    """*licht* is said of *ik* and of *zij*: a subject that is not *ik* decides; without one it commands."""
    subjects = [subject.lower for subject in _subjects(analysis, token)]
    first, end = analysis.sentences[token.sentence]
    following = analysis.tokens[token.i + 1].lower if token.i + 1 < end else ""
    if following in ("je", "jij") and (following in subjects or not subjects):
        return VerbForm.INVERTED
    asks = analysis.tokens[end - 1].text == "?"  # *Zit uw bedrijf in geldnood?* commands nothing
    commands = not subjects and token.i == first and not asks
    if VerbForm.THIRD not in possible or "ik" in subjects or commands:
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


def _plural_or_infinitive(analysis: Analysis, token: Token, tagged: VerbForm | None) -> VerbForm:
    """*verstrekken* is both: with another finite verb before it in its clause it is an infinitive."""
    following = analysis.tokens[token.i + 1].lower if token.i + 1 < len(analysis.tokens) else ""
    if following == "van" and {t.lower for t in _subjects(analysis, token)} <= {"het"}:
        return VerbForm.INFINITIVE  # *het leveren van een bijdrage*
    for before in reversed(analysis.sentence(token.sentence)[: _place(analysis, token)]):
        if before.pos == "SCONJ" and closes_clause(analysis, token.i):
            return VerbForm.PLURAL  # *omdat wij de hoogte vaststellen.*
        if (
            before.text in (",", ";", ":")
            or before.pos == "SCONJ"
            or before.lower in clause_words()
        ):
            break
        if before.is_finite and before.lemma != token.lemma:
            return VerbForm.INFINITIVE
    if tagged is VerbForm.PLURAL:
        return VerbForm.PLURAL
    others = any(t.is_finite for t in analysis.sentence(token.sentence) if t.i != token.i)
    return VerbForm.INFINITIVE if others else VerbForm.PLURAL


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


def inflect_adjective(analysis: Analysis, found: Token, lemma: str, alternative: str) -> str | None:
    """Give an adjective the degree and the ending of the word found; None where that is not sure."""
    forms = forms_like(lemma, found.lower) or _tagged_adjective(found)
    if not forms:
        return None
    form = forms[0]
    if form == AdjectiveForm() and not is_invariable(lemma) and stands_bare(analysis, found):
        return None
    if form == AdjectiveForm() and is_invariable(lemma) and _precedes_noun(analysis, found):
        ending = attributive_e(analysis, found)
        if ending is None:
            return None
        form = AdjectiveForm(Degree.POSITIVE, "e" if ending else "")
    return adjective_form(alternative, form)


def _precedes_noun(analysis: Analysis, found: Token) -> bool:
    """Whether an adjective describes a noun, or at least stands right before one."""
    _, end = analysis.sentences[found.sentence]
    beside = found.i + 1 < end and analysis.tokens[found.i + 1].pos == "NOUN"
    return beside or is_attributive(analysis, found)


_DEGREES = {"basis": Degree.POSITIVE, "comp": Degree.COMPARATIVE, "sup": Degree.SUPERLATIVE}


def _tagged_adjective(found: Token) -> list[AdjectiveForm]:
    """The form that the tag of an adjective names (``ADJ|prenom|comp|met-e|stan``)."""
    features = found.tag.split("|")
    if features[0] != "ADJ" or len(features) < 4:
        return []
    ending = "e" if features[3] == "met-e" and found.lower.endswith("e") else ""
    return [AdjectiveForm(_DEGREES.get(features[2], Degree.POSITIVE), ending)]


def inflect_noun(found: Token, lemma: str, alternative: str) -> tuple[str, NounForm] | None:
    """Give a noun the number of the word found, as a diminutive where that is one.

    Returns the text and its form; None where that is not known.
    """
    form = noun_spellings(lemma).get(found.lower) or _tagged_noun(found)
    text = None if form is None else noun_form(alternative, form)
    return None if form is None or text is None else (text, form)


def _tagged_noun(found: Token) -> NounForm | None:
    """The form that the tag of a noun names (``N|soort|mv|dim``), where the ending does not deny it."""
    small = found.lower.endswith(("je", "jes"))
    if "|mv|" in found.tag or found.lower.endswith(("en", "s", "a", "i")):
        return NounForm.DIMINUTIVE_PLURAL if small else NounForm.PLURAL
    return NounForm.DIMINUTIVE if small and "|dim|" in found.tag else None


def capitalise_like(found: str, text: str) -> str:
    """Give a text the capital of the words it replaces; a text all in capitals stays so."""
    letters = [c for c in found if c.isalpha()]
    if len(letters) > 3 and all(c.isupper() for c in letters):
        return text.upper()
    if found[:1].isupper():
        return text[:1].upper() + text[1:]
    return text
