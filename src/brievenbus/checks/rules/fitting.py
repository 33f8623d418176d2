"""Whether a text can stand in the place where it would be put.

A suggestion that does not fit its neighbours is worse than none, so each of these says no where it is not
sure: the message then gives the advice.
"""

from __future__ import annotations

from collections.abc import Iterator

from brievenbus.checks.rules.matching import Match
from brievenbus.checks.rules.phrases import Order, Phrase, is_verb
from brievenbus.checks.wordlists import word_list
from brievenbus.dutch import Analysis, Token
from brievenbus.dutch.agreement import is_attributive
from brievenbus.dutch.lexicon import Lexicon
from brievenbus.dutch.spelling import frequency, word_groups
from brievenbus.dutch.verbs import VerbForm, split_particle

NEAR = 3
"""How many words beside a replacement may not hold the same word again."""

LONG = 5
"""Letters: shorter words may stand twice in a sentence (*die, voor, over*)."""

USUAL = 3.0
"""Zipf value from which a present participle is a usual adjective: once per million (*werkende*)."""

_BARE_PRONOUNS = frozenset({"dit", "dat", "het"})
_WANT_NO_VAN = frozenset(
    {"als", "dat", "omdat", "voordat", "nadat", "terwijl", "zodat"}
    | {"bij", "door", "met", "na", "over", "tijdens", "vanaf", "vanwege", "volgens", "voor"}
)
"""Words before *van* or *tot* only by mistake: *ingeval van* is not *als van* or *bij van*."""

_PREPOSITIONS = frozenset({"met", "zonder", "over", "voor", "volgens", "behalve"})
_AFTER_NOUN = frozenset({"van", "die", "dat", "waarin", "waarbinnen"})


def fits(analysis: Analysis, first: int, last: int, text: str) -> bool:
    """Whether a text can take the place of tokens `first` to `last` (included)."""
    words = text.lower().split()
    if not words:
        return False
    before, after = _beside(analysis, first, -1), _beside(analysis, last, +1)
    return not (
        _repeats(analysis, first, last, words)
        or (before is not None and text.lower() in _PREPOSITIONS and _opens_noun(analysis, first))
        or (before is not None and text.lower() in _BARE_PRONOUNS and _governs(analysis, before))
        or (after is not None and words[-1] in _WANT_NO_VAN and after.lower in ("van", "tot"))
        or (after is not None and _leaves_hanging(analysis, first, last, words, after))
        or (text.lower() == "over" and not _takes_over(analysis, first))
        or not _goes_with_next(analysis, first, last, text.lower())
    )


def _beside(analysis: Analysis, number: int, step: int) -> Token | None:
    """The token next to another one in its sentence."""
    place = number + step
    if not 0 <= place < len(analysis.tokens):
        return None
    token = analysis.tokens[place]
    return token if token.sentence == analysis.tokens[number].sentence else None


_DEGREES = frozenset({"hoe", "zo", "te", "heel", "erg", "zeer", "meer", "minder"})


def _opens_noun(analysis: Analysis, number: int) -> bool:
    """Whether a word can be no preposition: *een exclusief recht*, *hoe inclusief de gemeente is*."""
    token, before = analysis.tokens[number], _beside(analysis, number, -1)
    if token.pos == "ADP" or before is None:
        return False
    return before.tag.startswith("LID") or before.lower in _DEGREES


def is_named(analysis: Analysis, first: int, last: int) -> bool:
    """Whether words are part of a name or of a cut word: *fase 2*, *categorie B*, *nota's*."""
    token, after = analysis.tokens[last], _beside(analysis, last, +1)
    if after is None or token.pos != "NOUN":
        return False
    if after.start == token.end and after.text[:1] in ("'", "’"):
        return True
    number = after.text.rstrip(".").isdigit() and len(after.text) < len("2026")
    letter = len(after.text) <= len("Ea") and after.text[:1].isupper() and not after.is_finite
    whole = first == last or analysis.tokens[first].pos == "DET"
    return whole and (number or letter)


def _governs(analysis: Analysis, token: Token) -> bool:
    """Whether a word is a preposition: *met dit* should be *hiermee*, which is another order of words."""
    return token.pos == "ADP" and token.dep != "compound:prt"


def _repeats(analysis: Analysis, first: int, last: int, words: list[str]) -> bool:
    """Whether a word would stand twice: *openheid en openheid*, *van van*."""
    before, after = _beside(analysis, first, -1), _beside(analysis, last, +1)
    if before is not None and before.lower == words[0]:
        return True
    if after is not None and after.lower == words[-1]:
        return True
    if _joined(analysis, first, -1) == words[0] or _joined(analysis, last, +1) == words[-1]:
        return True
    found = {token.lower for token in analysis.tokens[first : last + 1]}
    near = {token.lower for token in _around(analysis, first, last)}
    return any(len(word) > LONG and word in near and word not in found for word in words)


def _joined(analysis: Analysis, number: int, step: int) -> str:
    """The word that *en* or *of* joins to a stretch: *tips en aanbevelingen*."""
    joining, other = _beside(analysis, number, step), _beside(analysis, number, 2 * step)
    joins = joining is not None and joining.lower in ("en", "of")
    return other.lower if joins and other is not None else ""


def _around(analysis: Analysis, first: int, last: int) -> Iterator[Token]:
    """Yield the nearest words before and after a stretch, in its sentence."""
    start, end = analysis.sentences[analysis.tokens[first].sentence]
    yield from analysis.tokens[max(start, first - NEAR) : first]
    yield from analysis.tokens[last + 1 : min(end, last + 1 + NEAR)]


def _leaves_hanging(
    analysis: Analysis, first: int, last: int, words: list[str], after: Token
) -> bool:
    """Whether what follows belongs to a noun that goes: *binnen de gestelde termijn van 2 weken*."""
    if first == last or analysis.tokens[last].pos != "NOUN" or after.lower not in _AFTER_NOUN:
        return False
    determined = any(token.pos == "DET" for token in analysis.tokens[first:last])
    return determined and not {"de", "het", "een"} & set(words) and words[-1] != after.lower


def _takes_over(analysis: Analysis, first: int) -> bool:
    """Whether *over* goes with what stands before it: *informatie over*, no *verrichtingen over*.

    At the start of a sentence it goes with what follows: *Over uw plan bellen wij*.
    """
    before = _beside(analysis, first, -1)
    if before is None or (before.is_punct and before.text != ","):
        sentence = analysis.sentence(analysis.tokens[first].sentence)
        heading = not any(token.is_finite for token in sentence)
        return heading or any(
            _is_listed(t.lower, "bij_over") for t in sentence if t.pos in ("NOUN", "VERB")
        )
    nearby = [before, *(t for t in _around(analysis, first, first) if t.i < first)]
    return any(
        _is_listed(token.lower, "bij_over")
        for token in nearby
        if token.pos in ("NOUN", "VERB") or token.i == before.i
    )


_LISTED = {
    ("op grond van", "volgens"): "na_volgens",
    ("op basis van", "volgens"): "na_volgens",
    ("op basis van", "met"): "na_met",
    ("op grond van", "vanwege"): "na_vanwege",
    ("met het oog op", "vanwege"): "na_vanwege",
    ("in strijd met", "tegen"): "na_tegen",
}
"""Words found and an alternative, with the list of nouns before which it says the same."""


def _goes_with_next(analysis: Analysis, first: int, last: int, text: str) -> bool:
    """Whether a small word goes with what follows, where that hangs on its meaning.

    *Op grond van* is *volgens* a law, but *vanwege* an illness. *Maar* for *slechts* stands before a
    number, *behalve* for *behoudens* before a preposition (*behalve bij slecht weer*). *In het kader van*
    is only sure to be *voor* where it opens a sentence, as *medezeggenschap voor zorg* is something else;
    *op basis van* is no *met* after a noun, as *gegevens met dossiers* do not come from them.
    """
    found = " ".join(token.lower for token in analysis.tokens[first : last + 1])
    after = _beside(analysis, last, +1)
    if found == "slechts" and text == "maar":
        return after is not None and (after.pos == "NUM" or after.lower in ("een", "één"))
    if found == "behoudens":
        return after is not None and after.pos == "ADP"
    before = _beside(analysis, first, -1)
    if found == "in het kader van":
        return before is None
    if (found, text) == ("op basis van", "met") and before is not None and before.pos == "NOUN":
        return False
    listed = _LISTED.get((found, text))
    return listed is None or _is_listed(_noun_after(analysis, last), listed)


def _noun_after(analysis: Analysis, last: int) -> str:
    """The first noun after a word, "" where a mark comes first."""
    _, end = analysis.sentences[analysis.tokens[last].sentence]
    for token in analysis.tokens[last + 1 : end]:
        if token.pos in ("NOUN", "PROPN") or token.lower in ("art", "art."):
            return token.lower.rstrip(".")
        if token.is_punct and token.text not in "()":
            break
    return ""


def _is_listed(word: str, name: str) -> bool:
    """Whether a word, or a long enough last part of it, is on a list."""
    known = word_list(name)
    return word in known or any(len(w) >= SUFFIX and word.endswith(w) for w in known)


SUFFIX = 3
"""Letters: a shorter word on a list is not looked for at the end of a longer one."""


def loses_noun(analysis: Analysis, match: Match, wanted: Phrase) -> bool:
    """Whether a noun of the phrase goes while words of its own stay: *alle medewerking verlenen*."""
    kept = {word.lower() for word in (*wanted.before, *wanted.after)}
    for number in match.words:
        token, before = analysis.tokens[number], _beside(analysis, number, -1)
        if token.pos != "NOUN" or token.lower in kept or before is None:
            continue
        if before.i not in match.words and (
            before.pos in ("DET", "ADJ", "NUM") or before.dep in ("det", "nmod:poss", "amod")
        ):
            return True
    return False


def keeps_auxiliary(analysis: Analysis, found: Token, searched: str, wanted: str) -> bool:
    """Whether the auxiliary of the perfect stays right: *heeft geduurd*, but *is gestopt*."""
    if any(
        0 <= i < len(analysis.tokens) and analysis.tokens[i].lemma == "krijgen"
        for i in (found.i - 1, found.i + 1, found.head)
    ):
        return False  # *een rol krijgen toebedeeld*
    auxiliary = _auxiliary(analysis, found)
    if auxiliary == "hebben":
        return not takes_zijn(wanted) or wanted in word_list("zijn_of_hebben")
    if auxiliary == "zijn" and takes_zijn(searched):
        return takes_zijn(wanted)
    return True


def _auxiliary(analysis: Analysis, participle: Token) -> str:
    """The auxiliary of the perfect that goes with a participle, "" where there is none."""
    helpers = [analysis.tokens[i] for i in analysis.children[participle.i]]
    start, _ = analysis.sentences[participle.sentence]
    helpers += reversed(analysis.tokens[start : participle.i])
    near = (t for t in helpers if t.pos in ("AUX", "VERB") and t.is_finite)
    return next((t.lemma for t in near if t.lemma in ("hebben", "zijn")), "")


def takes_zijn(infinitive: str) -> bool:
    """Whether a verb makes its perfect with *zijn*: *gestopt, begonnen, aangekomen*."""
    bases = word_list("zijn_grondwerkwoorden")
    if f"-{infinitive}" in bases:
        return False
    return infinitive in word_list("zijn_werkwoorden") or bool(
        {infinitive, split_particle(infinitive)[1]} & bases
    )


def is_usual(form: VerbForm, text: str) -> bool:
    """Whether a participle is in use before a noun: *werkende ouders*, no *meedoende scholen*."""
    if form in (VerbForm.PRESENT_PARTICIPLE, VerbForm.PRESENT_PARTICIPLE_E):
        return frequency(text) >= USUAL
    return form is not VerbForm.PARTICIPLE_E or frequency(text) > 0


def wants_verb(analysis: Analysis, match: Match, choice: str) -> bool:
    """Whether an alternative is an infinitive while no infinitive was found: *nader toegelicht*."""
    *others, word = choice.lower().split()
    if not is_verb(word) or {"te", "die", "dat", "als"} & set(others):
        return False
    last = analysis.tokens[match.words[-1]]
    if last.pos in ("VERB", "AUX"):
        return not last.lower.endswith("n") or last.is_finite
    return not Lexicon.load().is_noun(word)


def is_in_name(analysis: Analysis, match: Match) -> bool:
    """Whether a phrase that starts small has a capital inside: *op Middellange Termijn*."""
    first, *others = (analysis.tokens[i].text for i in match.words)
    return first[:1].islower() and any(text[:1].isupper() for text in others)


def crosses_clause(analysis: Analysis, match: Match) -> bool:
    """Whether the gap of a phrase, or its first word, belongs to another clause or phrase.

    *De regeling waarin dit is opgenomen wordt gepubliceerd in de krant*; *dit is van toepassing op
    voornemens*; *zij zijn op weg naar een in Nederland gelegen haven*.
    """
    gap = analysis.tokens[match.gap[0] : match.gap[1]]
    verbs = [token for token in gap if token.pos in ("VERB", "AUX") and token.i not in match.slot]
    if match.verb >= 0 and len(verbs) > 1 and any(token.is_finite for token in verbs):
        return True
    if match.order is not Order.VERB_FIRST:
        return False
    fixed = [i for i in match.words if i > match.verb and i != match.particle]
    if not fixed or fixed[0] in match.slot:
        return False
    token, before = analysis.tokens[fixed[0]], _beside(analysis, fixed[0], -1)
    governed = before is not None and before.i > match.verb and before.pos == "ADP"
    return (governed and token.pos != "ADP") or token.tag.startswith("WW|vd|prenom")


def may_describe(analysis: Analysis, found: Token, choice: str) -> bool:
    """Whether an alternative can stand where an adjective was found.

    An adverb cannot describe a noun (*samen inkomen*), and some adjectives can do nothing else (*ander*).
    *Nodige* before a noun says something else: *de nodige kosten* are many.
    """
    adverb = choice in word_groups()["bijwoord"] or " " in choice
    if choice in word_groups()["niet_voor_naamwoord"] and is_attributive(analysis, found):
        return False
    if adverb and found.tag.startswith("ADJ|prenom"):
        return False
    if adverb and found.tag.startswith("ADJ"):
        after = _beside(analysis, found.i, +1)
        bracket = _beside(analysis, found.i, +2) if after and after.text == ")" else None
        return not (bracket is not None and bracket.pos == "NOUN")
    return choice not in word_groups()["alleen_voor_naamwoord"] or is_attributive(analysis, found)


def has_no_plural(noun: str) -> bool:
    """Whether a noun is not used in the plural: *hulp, informatie*."""
    return noun.lower() in word_groups()["geen_meervoud"]


def may_end_sentence(choice: str) -> bool:
    """Whether a sentence can end with the words of an abbreviation: *enzovoort*, not *onder andere*."""
    return choice.lower() not in word_groups()["leidt_in"] and not choice.endswith(
        ("andere", "zeggen")
    )
