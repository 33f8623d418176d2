"""Turn what a rule says to choose into text that can be put in place.

A suggestion is inflected like the words found and keeps the words that stand in the gap. Where the
order of words would have to change, there is no suggestion: the message then gives the advice.
"""

from __future__ import annotations

from brievenbus.checks.rules.fitting import (
    crosses_clause,
    fits,
    has_no_plural,
    is_in_name,
    is_named,
    is_usual,
    keeps_auxiliary,
    loses_noun,
    may_describe,
    may_end_sentence,
    wants_verb,
)
from brievenbus.checks.rules.matching import Match
from brievenbus.checks.rules.phrases import VERB_SLOT, Order, Phrase, is_verb, likely_class, parse
from brievenbus.checks.rules.sentence_fit import (
    is_opinion_before_noun,
    keeps_number,
    keeps_sentence,
)
from brievenbus.dutch import Analysis, Token
from brievenbus.dutch.adjectives import forms_like
from brievenbus.dutch.agreement import (
    VARYING_DETERMINERS,
    agreeing,
    find_determiner,
    is_attributive,
)
from brievenbus.dutch.inflection import (
    capitalise_like,
    inflect_adjective,
    inflect_noun,
    verb_form,
)
from brievenbus.dutch.nouns import NounForm
from brievenbus.dutch.spelling import word_groups
from brievenbus.dutch.verbs import NON_FINITE, Verb, VerbForm, conjugate, has_two_readings
from brievenbus.dutch.word_order import closes_clause, follows_te, is_verb_final, particle_place
from brievenbus.rulebook import RuleKind, WordClass

Replacement = tuple[int, int, str]
"""First token, last token (included) and the text that takes their place."""

PREPOSITIONS = frozenset(
    {"aan", "bij", "door", "in", "met", "naar", "om", "op", "over", "tegen", "uit", "van", "voor"}
)


def suggest(analysis: Analysis, match: Match, choice: str) -> Replacement | None:
    """Return the text for one alternative, None where it cannot be put in place as it is."""
    if is_in_name(analysis, match) or crosses_clause(analysis, match):
        return None
    if match.verb >= 0:
        made = _verb_phrase(analysis, match, choice)
    elif match.phrase.gap:
        made = _fixed_phrase(analysis, match, choice)
    else:
        made = _word(analysis, match, choice)
    if made is None or VERB_SLOT in made[2]:
        return None
    first, last, text = made
    if not fits(analysis, first, last, text) or not keeps_sentence(analysis, first, last, text):
        return None
    if match.verb < 0 and not keeps_number(analysis, first, last, text):
        return None
    if match.rule.kind is not RuleKind.AFKORTING and is_named(analysis, first, last):
        return None
    if match.rule.kind is RuleKind.AFKORTING:
        return first, last, _start_capital(analysis, first, text)
    found = analysis.text[analysis.tokens[first].start : analysis.tokens[last].end]
    return first, last, capitalise_like(found, text)


def _start_capital(analysis: Analysis, number: int, text: str) -> str:
    """Give a text a capital where it starts a sentence; the capitals of *BSN* say nothing."""
    sentence = analysis.sentence(analysis.tokens[number].sentence)
    found = analysis.tokens[number].text
    capital = found[:1].isupper() and found[1:].islower()  # *S.v.p.*, not *BSN*
    opens = capital or next((t.i for t in sentence if t.is_word), number) == number
    return text[:1].upper() + text[1:] if opens else text


def _span_text(analysis: Analysis, first: int, end: int) -> str:
    """The text of tokens `first` up to `end` (excluded)."""
    if end <= first:
        return ""
    return analysis.text[analysis.tokens[first].start : analysis.tokens[end - 1].end]


def _join(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _fixed_phrase(analysis: Analysis, match: Match, choice: str) -> Replacement | None:
    """A phrase without a verb that has a gap: *hetzij … hetzij* becomes *of … of*."""
    wanted = parse(choice, verbal=False)
    if not wanted.gap or match.slot:
        return None
    text = _join(" ".join(wanted.before), _span_text(analysis, *match.gap), " ".join(wanted.after))
    return match.words[0], match.words[-1], text


def _word(analysis: Analysis, match: Match, choice: str) -> Replacement | None:
    """A word or fixed words without a verb."""
    first, last = match.words[0], match.words[-1]
    token = analysis.tokens[first]
    if "…" in choice or "{" in choice:
        return None
    if match.rule.kind is RuleKind.AFKORTING:
        return first, last, choice + _full_stop(analysis, analysis.tokens[last], choice)
    if wants_verb(analysis, match, choice):
        return None
    if first != last:
        return first, last, choice
    searched = match.phrase.before[0].lower() if match.phrase.before else token.lemma
    word_class = match.rule.word_class or likely_class(searched)
    if word_class is WordClass.ZELFSTANDIG:
        return _noun(analysis, token, searched, choice)
    inflects = word_class is WordClass.BIJVOEGLIJK or forms_like(searched, token.lower)
    if not may_describe(analysis, token, choice):
        return None
    fixed = " " in choice or choice in word_groups()["bijwoord"]
    if fixed or not inflects or token.lower == choice:
        return first, last, choice
    form = inflect_adjective(analysis, token, searched, choice)
    return None if form is None else (first, last, form)


def _full_stop(analysis: Analysis, found: Token, choice: str) -> str:
    """The full stop of an abbreviation that ends a sentence closes that sentence as well."""
    _, end = analysis.sentences[found.sentence]
    closes = found.i == end - 1 and found.text.endswith(".") and not choice.endswith(".")
    whole = any(token.is_finite for token in analysis.sentence(found.sentence))  # no heading
    return "." if closes and whole and may_end_sentence(choice) else ""


def _noun(analysis: Analysis, token: Token, searched: str, choice: str) -> Replacement | None:
    """A noun in the form found, with what stands before it in agreement."""
    if " " in choice:
        return _noun_phrase(analysis, token, searched, choice)
    made = inflect_noun(token, searched, choice)
    if made is None:
        return None
    text, form = made
    if form is NounForm.PLURAL and has_no_plural(choice):
        return None
    if form is NounForm.SINGULAR and _is_bare_object(analysis, token) and not has_no_plural(choice):
        return None
    changes = {} if form is not NounForm.SINGULAR else agreeing(analysis, token, searched, choice)
    if changes is None:
        return None
    changes[token.i] = capitalise_like(token.text, text)
    return min(changes), max(changes), _changed_text(analysis, changes)


_LIGHT = frozenset({"geven", "hebben", "krijgen", "bieden", "nemen"})


def _is_bare_object(analysis: Analysis, token: Token) -> bool:
    """Whether a noun is one with its verb, without an article: *gelegenheid geven*, no *kans geven*."""
    _, end = analysis.sentences[token.sentence]
    following = analysis.tokens[token.i + 1 : min(end, token.i + 3)]
    after = [other for other in following if other.lower != "te"][:1]
    described = any(analysis.tokens[i].dep == "amod" for i in analysis.children[token.i])
    light = bool(after) and after[0].pos == "VERB" and after[0].lemma in _LIGHT
    return light and not described and find_determiner(analysis, token) is None


def _changed_text(analysis: Analysis, changes: dict[int, str]) -> str:
    """The text from the first to the last token that changes; the others stay as they are."""
    first, last = min(changes), max(changes)
    parts = []
    for token in analysis.tokens[first : last + 1]:
        following = analysis.tokens[token.i + 1].start if token.i < last else token.end
        parts.append(changes.get(token.i, token.text) + analysis.text[token.end : following])
    return "".join(parts)


def _noun_phrase(
    analysis: Analysis, token: Token, searched: str, choice: str
) -> Replacement | None:
    """More than one word for a noun fits as it is, in the singular and after no *de* or *het*."""
    before = analysis.tokens[token.i - 1] if token.i else None
    if token.lower != searched:
        return None
    if before is not None and (before.pos == "ADJ" or before.lower in VARYING_DETERMINERS):
        return None
    return token.i, token.i, choice


def _verb_phrase(analysis: Analysis, match: Match, choice: str) -> Replacement | None:
    """A verb, alone or with the fixed words of its phrase."""
    surely = match.rule.word_class is WordClass.WERKWOORD and choice.endswith("en")
    wanted = parse(choice, verbal=True, verb_first=True, surely=surely)
    if not wanted.verb:
        return _without_verb(analysis, match, choice)
    if wanted.slot != bool(match.slot) or (wanted.gap and not match.phrase.gap):
        return None
    token = analysis.tokens[match.verb]
    form = verb_form(analysis, token, match.phrase.verb)
    if form is None or not _may_replace(analysis, match, form, wanted):
        return None
    verb = conjugate(wanted.verb, apart=_is_apart(analysis, token, wanted.verb))
    if _is_single(match.phrase) and _is_single(wanted):
        return _single_verb(analysis, match, verb, form)
    rest = " ".join(wanted.before)
    if match.order is Order.VERB_FIRST:
        return _verb_first(
            analysis, match, verb, form, rest, _filled(analysis, match, wanted.after)
        )
    return _verb_last(analysis, match, verb, form, wanted)


def _may_replace(analysis: Analysis, match: Match, form: VerbForm, wanted: Phrase) -> bool:
    """Whether another verb can take the place of the one found, and nothing beside it is left over."""
    if loses_noun(analysis, match, wanted):
        return False
    if form is VerbForm.PARTICIPLE:
        token = analysis.tokens[match.verb]
        return keeps_auxiliary(analysis, token, match.phrase.verb, wanted.verb)
    if is_opinion_before_noun(analysis, analysis.tokens[match.verb]):
        return False
    if form is VerbForm.PRESENT_PARTICIPLE and not is_attributive(
        analysis, analysis.tokens[match.verb]
    ):
        return False  # *voortvloeiend uit de wet*: *volgend uit* is no Dutch
    return is_usual(form, conjugate(wanted.verb).forms[form])


def _filled(analysis: Analysis, match: Match, words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of an alternative with the free infinitive in its place."""
    infinitive = "".join(analysis.tokens[i].text for i in match.slot)
    return tuple(infinitive if word == VERB_SLOT else word for word in words)


def _without_verb(analysis: Analysis, match: Match, choice: str) -> Replacement | None:
    """A participle used as an adjective may become an adjective (*gehuwde* → *getrouwde*)."""
    words = match.words
    if len(words) > 1 or is_verb(choice) or " " in choice:
        return None
    token = analysis.tokens[words[0]]
    if token.pos not in ("ADJ", "ADV"):
        return None
    participle = conjugate(match.phrase.verb).forms[VerbForm.PARTICIPLE]
    form = inflect_adjective(analysis, token, participle, choice)
    return None if form is None else (words[0], words[0], form)


_OBJECTS = frozenset({"obj", "iobj", "ccomp", "nsubj:pass"})


def _is_apart(analysis: Analysis, token: Token, infinitive: str) -> bool:
    """Whether the separable reading of a verb that has two is meant: there is no object."""
    deps = {analysis.tokens[i].dep for i in analysis.children[token.i]}
    return has_two_readings(infinitive) and not deps & _OBJECTS


def _is_single(phrase: Phrase) -> bool:
    """Whether a phrase is a verb and nothing else."""
    return not (phrase.before or phrase.after or phrase.gap or phrase.slot)


def _single_verb(
    analysis: Analysis, match: Match, verb: Verb, form: VerbForm
) -> Replacement | None:
    """A verb for a verb, each whole or in two parts."""
    number, particle = match.verb, match.particle
    base = verb.infinitive.removeprefix(verb.particle)
    if particle > number:
        return _separated_single(analysis, match, verb, form)
    if form is VerbForm.INFINITIVE and follows_te(analysis, match.verb):
        text = _join(verb.particle, "te", base)
        if particle >= 0:  # *in te vullen*
            return particle, number, text
        return (number - 1, number, text) if verb.particle else (number, number, base)
    if particle >= 0:
        return None
    if form in NON_FINITE or not verb.particle:
        return number, number, verb.forms[form]
    if _is_final(analysis, number, match.phrase.verb):
        return number, number, verb.whole(form)
    place = particle_place(analysis, analysis.tokens[number])
    if place is None:
        return None
    after = analysis.text[analysis.tokens[number].end : analysis.tokens[place].end]
    return number, place, f"{verb.forms[form]}{after} {verb.particle}"


def _separated_single(
    analysis: Analysis, match: Match, verb: Verb, form: VerbForm
) -> Replacement | None:
    """*stellen de hoogte vast* → *bepalen de hoogte* or *leggen de hoogte vast*."""
    if form in NON_FINITE:
        if form is not VerbForm.INFINITIVE:
            return None
        form = VerbForm.PLURAL
    start, end = analysis.tokens[match.verb].end, analysis.tokens[match.particle].start
    text = f"{verb.forms[form]}{analysis.text[start:end]}{verb.particle}"
    return match.verb, match.particle, text.rstrip()


def _verb_first(
    analysis: Analysis,
    match: Match,
    verb: Verb,
    form: VerbForm,
    rest: str,
    after: tuple[str, ...],
) -> Replacement | None:
    """*Wij stellen u in kennis van* → *Wij laten u weten*: the gap stays between verb and rest."""
    if form in NON_FINITE:
        return None
    fixed = [i for i in match.words if i != match.verb and i != match.particle]
    between = _span_text(analysis, match.verb + 1, fixed[0])
    tail = _tail(analysis, match, fixed, after)
    if tail is None:
        return None
    text = _join(verb.forms[form], between, rest, verb.particle, tail)
    return match.verb, max(match.words), text


def _tail(analysis: Analysis, match: Match, fixed: list[int], after: tuple[str, ...]) -> str | None:
    """The gap after the fixed words and what closes the phrase."""
    if not match.phrase.gap:
        return " ".join(after)
    first, end = match.gap
    if match.particle >= 0 and first <= match.particle < end:
        return None
    return _join(_span_text(analysis, first, end), " ".join(after))


def _verb_last(
    analysis: Analysis,
    match: Match,
    verb: Verb,
    form: VerbForm,
    wanted: Phrase,
) -> Replacement | None:
    """The phrase as written, its verb last or alone: *in kennis te stellen*, *verstrekt*."""
    first, last = match.words[0], match.words[-1]
    rest, after = " ".join(wanted.before), wanted.after
    if match.slot:
        return _with_slot(analysis, match, verb, form)
    if match.particle > match.verb:
        return _separated(analysis, match, verb, form, rest, after)
    if match.order is Order.AFTER_FIRST:
        return None
    middle = (
        [analysis.tokens[i].text for i in range(first, match.verb) if i not in match.words]
        if not match.phrase.gap or match.gap[0] > match.verb
        else []
    )
    te = middle.pop() if middle and middle[-1].lower() == "te" else ""
    if (
        rest
        and not te
        and first == match.verb
        and analysis.tokens[first - 1].lower == "te"
        and first
    ):
        first, te = first - 1, "te"  # *te verduidelijken* → *duidelijker te maken*
    lead = ""
    if wanted.verb_leads or not rest:
        body = _body(analysis, match, verb, form, rest, te)
    elif _is_second(analysis, match, form):
        after_verb = _join(verb.forms[form], rest, verb.particle)
        body = after_verb if closes_clause(analysis, match.verb) else None
    else:
        lead, body = rest, _closing(analysis, match, verb, form, te)
    if body is None:
        return None
    tail = ""
    if match.phrase.gap:
        tail = _join(_span_text(analysis, *match.gap), " ".join(after))
    elif after:
        return None
    return first, last, _join(lead, *middle, body, tail)


def _is_second(analysis: Analysis, match: Match, form: VerbForm) -> bool:
    """Whether a verb found alone is the finite verb of a main clause: *De klachten verergeren.*."""
    return (
        len(match.words) == 1
        and form not in NON_FINITE
        and not _is_final(analysis, match.verb, match.phrase.verb)
    )


def _body(
    analysis: Analysis, match: Match, verb: Verb, form: VerbForm, rest: str, te: str
) -> str | None:
    """The verb itself, with *te* and its particle or rest at the right place."""
    if rest in PREPOSITIONS:
        # What the preposition goes with must follow: *zorgde voor een betere sfeer*.
        follows = (
            form not in NON_FINITE and not verb.particle and not closes_clause(analysis, match.verb)
        )
        return _join(verb.forms[form], rest) if follows else None
    if form is VerbForm.INFINITIVE:
        if verb.particle and (te or follows_te(analysis, match.verb)):
            if not te:
                return None
            return _join(verb.particle, te, verb.infinitive[len(verb.particle) :], rest)
        return _join(te, verb.forms[form], rest)
    if form in NON_FINITE:
        if rest:
            return None
        return verb.forms[form]
    if not verb.particle and not rest:
        return verb.forms[form]
    if _is_final(analysis, match.verb, match.phrase.verb):
        return _join(verb.whole(form), rest)
    if closes_clause(analysis, match.verb):
        return _join(verb.forms[form], rest, verb.particle)
    return None


def _closing(analysis: Analysis, match: Match, verb: Verb, form: VerbForm, te: str) -> str | None:
    """The verb at the end of its clause, where the words that go with it come first."""
    if form not in NON_FINITE and not closes_clause(analysis, match.verb):
        return None
    if te and verb.particle:
        return _join(verb.particle, te, verb.infinitive[len(verb.particle) :])
    return _join(te, verb.whole(form))


def _separated(
    analysis: Analysis,
    match: Match,
    verb: Verb,
    form: VerbForm,
    rest: str,
    after: tuple[str, ...],
) -> Replacement | None:
    """*stellen de hoogte vast* → *bepalen de hoogte*; *delen u mee* → *laten u weten*."""
    if form in NON_FINITE:
        return None
    end = max(match.words)
    if match.phrase.gap:
        if not match.gap[0] <= match.particle < match.gap[1]:
            return None
        inside = _join(
            _span_text(analysis, match.gap[0], match.particle),
            rest,
            verb.particle,
            _span_text(analysis, match.particle + 1, match.gap[1]),
        )
        return match.verb, end, _join(verb.forms[form], inside, " ".join(after))
    between = _span_text(analysis, match.verb + 1, match.particle)
    return match.verb, end, _join(verb.forms[form], between, rest, verb.particle)


def _with_slot(analysis: Analysis, match: Match, verb: Verb, form: VerbForm) -> Replacement | None:
    """*dient het formulier in te vullen* → *moet het formulier invullen*."""
    if form in NON_FINITE or verb.particle:
        return None
    infinitive = "".join(analysis.tokens[i].text for i in match.slot)
    first, end = match.gap
    te = max(i for i in match.words if i not in match.slot and i != match.verb)
    gap = _span_text(analysis, first, min(end, min(te, *match.slot)))
    if gap and is_verb_final(analysis, analysis.tokens[match.verb]):
        return None  # *die beoogt meer ruimte te bieden*: *die meer ruimte wil bieden*
    text = _join(verb.forms[form], gap, infinitive)
    return match.verb, max(match.words), text


def _is_final(analysis: Analysis, number: int, infinitive: str) -> bool:
    """Whether a finite verb stands at the end of a subordinate clause, where it stays whole.

    A separable verb that was found in one piece (*omdat wij het terugvorderen*) tells it for sure.
    """
    token = analysis.tokens[number]
    found = conjugate(infinitive)
    if found.particle and token.lower.startswith(found.particle):
        return True
    return is_verb_final(analysis, token)
