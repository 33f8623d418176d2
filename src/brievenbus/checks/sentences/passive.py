"""`lijdende-vorm`: a sentence that does not say, or says late, who does it.

Anti-pattern: *Uw aanvraag wordt door ons beoordeeld.* Best practice: *Wij beoordelen uw aanvraag.* The
parser's `aux:pass` alone misses one in four: *worden* or *zijn* with a participle counts as well, by
morphology and place, save where *zijn* makes the perfect (*u bent verhuisd*) or a state (*u bent
verplicht*): the lists in `data/`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from brievenbus.checks.page import Check
from brievenbus.checks.sentences.common import finding, say, sentences, word_count
from brievenbus.checks.wordlists import word_list
from brievenbus.dutch import Analysis, Token
from brievenbus.dutch.clauses import clause_words
from brievenbus.dutch.lexicon import Lexicon
from brievenbus.dutch.remembering import remembered
from brievenbus.dutch.verbs import (
    VerbForm,
    conjugate,
    irregular_infinitives,
    separable_particles,
    split_particle,
)
from brievenbus.dutch.word_order import follows_te
from brievenbus.findings import Finding, Severity
from brievenbus.rulebook.profiles import Profile

RULE = "lijdende-vorm"

WORDEN = frozenset({"worden", "word", "wordt", "werd", "werden", "geworden"})
ZIJN = frozenset({"ben", "bent", "is", "zijn", "was", "waren", "geweest", "weest", "wees"})
HEBBEN = frozenset({"heb", "hebt", "heeft", "hebben", "had", "hadden"})
CLAUSE_STOPS = frozenset({";", ":", ".", "?", "!"})
MAX_DISTANCE = 25
"""Words between *worden* and its participle beyond which they are no longer taken together."""


@dataclass(frozen=True)
class Passive:
    """One passive: its auxiliary, its participle, and the words after *door*, if there are any."""

    auxiliary: Token
    participle: Token
    agent: tuple[Token, ...]


def check(analysis: Analysis, profile: Profile) -> list[Finding]:
    """Find the passives; the only one, without a doer, in a sentence that is not long is a note."""
    found = []
    for number, tokens in enumerate(sentences(analysis)):
        passives = find_passives(analysis, number)
        for passive in passives:
            short = len(passives) == 1 and word_count(tokens) <= profile.korte_zin
            found.append(_finding(analysis, passive, short))
    return found


def _finding(analysis: Analysis, passive: Passive, short: bool) -> Finding:
    severity = Severity.WARNING
    if passive.agent:
        agent = analysis.text[passive.agent[0].start : passive.agent[-1].end]
        text = say(RULE, "met_doener", doener=agent)
    elif short:
        text, severity = say(RULE, "kort"), Severity.NOTE
    else:
        text = say(RULE, "zonder_doener")
    return finding(
        analysis, RULE, [passive.auxiliary, passive.participle], text=text, severity=severity
    )


def find_passives(analysis: Analysis, number: int) -> list[Passive]:
    """Return the passives of one sentence, in order; an auxiliary may serve several participles."""
    known: list[Passive] | None = analysis.notes.get((RULE, number))
    if known is None:
        known = analysis.notes[RULE, number] = _find(analysis, number)
    return known


def _find(analysis: Analysis, number: int) -> list[Passive]:
    tokens = analysis.sentence(number)
    found: dict[int, Passive] = {}
    for token in tokens:
        if not _is_participle(analysis, token):
            continue
        auxiliary = _auxiliary(analysis, tokens, token)
        if auxiliary is not None:
            found[token.i] = Passive(auxiliary, token, _agent(analysis, tokens, token))
    return [found[i] for i in sorted(found)]


def verb_pairs(analysis: Analysis, number: int) -> list[tuple[Token, Token]]:
    """Return the finite auxiliaries of a sentence with the participle that closes their clause.

    Passives, and perfects with *hebben*; the parser loses the pair just where it is far apart.
    """
    tokens = analysis.sentence(number)
    pairs = [
        (passive.auxiliary, passive.participle)
        for passive in find_passives(analysis, number)
        if passive.auxiliary.is_finite
    ]
    taken = {participle.i for _, participle in pairs}
    for token in tokens:
        if token.lower in HEBBEN and token.is_finite:
            later = (t for t in tokens if t.i > token.i and t.i not in taken)
            closing = next(
                (
                    t
                    for t in later
                    if _is_participle(analysis, t) and _same_clause(analysis, tokens, token, t)
                ),
                None,
            )
            if closing is not None and closing.tag.startswith("WW|vd"):
                pairs.append((token, closing))
    return pairs


def _is_participle(analysis: Analysis, token: Token) -> bool:
    """Whether a token is an uninflected past participle, by tag or by spelling."""
    if token.placeholder or not token.text[:1].isalpha() or token.lower in WORDEN | ZIJN:
        return False
    if token.dep == "amod" or _is_noun(analysis, token):
        return False
    if _goes_with_next(analysis, token):
        return False
    if _is_fronted(analysis, token):
        return True
    if token.tag.startswith("WW|vd") and "met-e" not in token.tag:
        return _can_be_participle(token)
    if token.tag.startswith(("WW|inf", "WW|pv")) and token.lower.endswith("en"):
        # *vervangen* is spelled like its own participle; *opgeschreven* is nothing else.
        return conjugate(token.lower).forms[
            VerbForm.PARTICIPLE
        ] == token.lower or _is_irregular_participle(token.lower)
    if not _looks_like_participle(token.lower):
        return False
    if token.tag:
        known_noun = Lexicon.load().noun_type(token.lower) is not None
        return token.pos in ("VERB", "ADJ", "ADV") or (token.pos == "NOUN" and not known_noun)
    return token.morph.get("VerbForm") == "Part"


def _is_fronted(analysis: Analysis, token: Token) -> bool:
    """Whether a participle opens the sentence, its verb right after it: *Afgesproken was dat …*."""
    first, end = analysis.sentences[token.sentence]
    if token.i != first or token.i + 1 >= end or not _looks_like_participle(token.lower):
        return False
    following = analysis.tokens[token.i + 1]
    return following.lower in WORDEN | ZIJN or following.lemma in _MODALS


_MODALS = frozenset({"moeten", "kunnen", "mogen", "zullen", "dienen"})


def _goes_with_next(analysis: Analysis, token: Token) -> bool:
    """Whether a participle says how the next one is done: *aangetekend verzonden*.

    Their auxiliary may stand between: *als vermist is opgegeven*.
    """
    following = [
        t for t in analysis.tokens[token.i + 1 : token.i + 3] if t.sentence == token.sentence
    ]
    if len(following) > 1 and following[0].lower in WORDEN | ZIJN:
        del following[0]
    return bool(following) and _is_bare_participle(following[0])


def _is_bare_participle(token: Token) -> bool:
    return token.tag.startswith("WW|vd|vrij") and token.lower not in WORDEN | ZIJN


def _can_be_participle(token: Token) -> bool:
    """Whether a word that is tagged as a participle can be one by its spelling: not *griffierecht*."""
    if _looks_like_participle(token.lower) or token.lower.endswith("en"):
        return True
    return Lexicon.load().noun_type(token.lower) is None


def _is_noun(analysis: Analysis, token: Token) -> bool:
    """Whether a word that could be a participle is a noun here: *is het bericht zwaar*."""
    before = analysis.tokens[token.i - 1] if token.i else token
    article = before.pos == "DET" or before.lower in ("het", "een")
    return article and Lexicon.load().noun_type(token.lower) is not None


@remembered
def _looks_like_participle(word: str) -> bool:
    if len(word) < 5 or not word.endswith(("d", "t", "en")):
        return False
    if word.startswith(("ge", "be", "ver", "ont", "her", "er")):
        return word.endswith(("d", "t")) or word.startswith("ge")
    return any(
        word.startswith(p) and word[len(p) :].startswith(("ge", "be", "ver", "ont"))
        for p in separable_particles()
    )


@remembered
def _is_irregular_participle(word: str) -> bool:
    """Whether a word in -en is the participle of an irregular verb: *opgeschreven*, not *opgeven*."""
    listed = irregular_infinitives()
    rests = (word[len(p) :] for p in ("", *separable_particles()) if word.startswith(p))
    return any(rest.startswith("ge") and listed.get(rest, rest) != rest for rest in rests)


def _auxiliary(analysis: Analysis, tokens: tuple[Token, ...], participle: Token) -> Token | None:
    """The form of *worden* or *zijn* that makes a passive with a participle, if there is one."""
    if _beside_hebben(analysis, participle):
        return None
    for token in _auxiliaries(analysis, tokens, participle):
        if token.lower in WORDEN:
            return None if participle.lower in _never_passive() else token
        if token.lower not in ZIJN or participle.is_finite:
            continue
        if _is_passive_perfect(analysis, tokens, participle, token):
            return token
        if _makes_active_perfect(participle) and abs(token.i - participle.i) < NEAR:
            return None  # the perfect of its own clause (*en toen is er niets gekomen*)
    return None


NEAR = 8
"""Words between *zijn* and a participle up to which they are surely of one clause."""


@cache
def _never_passive() -> frozenset[str]:
    """Participles of verbs that not even *er wordt* goes with."""
    verbs = ("komen", "blijven", "vallen", "sterven", "worden", "zijn", "blijken", "gebeuren")
    return frozenset(conjugate(verb).forms[VerbForm.PARTICIPLE] for verb in verbs)


def _beside_hebben(analysis: Analysis, participle: Token) -> bool:
    """Whether a form of *hebben* stands against a participle: its perfect is active."""
    sentence = analysis.sentence(participle.sentence)
    place = participle.i - sentence[0].i
    beside = [*sentence[max(0, place - 1) : place], *sentence[place + 1 : place + 2]]
    return any(t.lower in HEBBEN for t in beside)


def _auxiliaries(analysis: Analysis, tokens: tuple[Token, ...], participle: Token) -> list[Token]:
    """Candidates, the best first: the parser's, then those in the same clause, the nearest first."""
    parsed = [
        analysis.tokens[child]
        for child in analysis.children[participle.i]
        if analysis.tokens[child].dep in ("aux:pass", "aux", "cop")
        and not _hebben_between(analysis, analysis.tokens[child], participle)
    ]
    head = analysis.tokens[participle.head]
    if participle.dep == "conj" and _is_participle(analysis, head):
        parsed += [
            analysis.tokens[c]
            for c in analysis.children[head.i]
            if analysis.tokens[c].dep in ("aux:pass", "aux")
        ]
    near = [
        t
        for t in tokens
        if t.lower in WORDEN | ZIJN
        and (_is_verb_here(tokens, t) or follows_te(analysis, t.i))
        and _same_clause(analysis, tokens, t, participle)
    ]
    near.sort(key=lambda t: abs(t.i - participle.i))
    beside = [t for t in near if _stands_beside(analysis, t, participle)]
    return list(dict.fromkeys([*beside, *parsed, *near]))


def _hebben_between(analysis: Analysis, auxiliary: Token, participle: Token) -> bool:
    """Whether a finite form of *hebben* follows an auxiliary that stands before the participle."""
    between = analysis.tokens[auxiliary.i + 1 : participle.i]
    return any(t.lower in HEBBEN and t.is_finite for t in between)


def _stands_beside(analysis: Analysis, auxiliary: Token, participle: Token) -> bool:
    """Whether an infinitive stands against its participle: *kan worden gemaakt, gemaakt te zijn*."""
    if auxiliary.lower not in ("worden", "zijn"):
        return False
    first, last = sorted((auxiliary.i, participle.i))
    between = analysis.tokens[first + 1 : last]
    if any(t.lower != "te" for t in between):
        return False
    if auxiliary.i > participle.i and any(
        _is_bare_participle(t) for t in analysis.tokens[auxiliary.i + 1 : auxiliary.i + 2]
    ):
        return False  # *geacht te zijn ingetrokken*
    return auxiliary.lower == "worden" or follows_te(analysis, auxiliary.i)


def _is_verb_here(tokens: tuple[Token, ...], token: Token) -> bool:
    """Whether *zijn* is the verb, not *his*: by its tag, or as the only verb a question starts with."""
    if token.pos in ("AUX", "VERB"):
        return True
    return token.i == tokens[0].i and not any(t.is_finite for t in tokens)


def _same_clause(
    analysis: Analysis, tokens: tuple[Token, ...], auxiliary: Token, participle: Token
) -> bool:
    """Whether two words stand in one clause, by what is between them.

    In a main clause the participle closes the clause; in a subordinate clause the auxiliary stands
    against it. A comma with a conjunction, or another finite verb, ends a clause.
    """
    first, last = sorted((auxiliary.i, participle.i))
    offset = tokens[0].i
    between = tokens[first - offset + 1 : last - offset]
    if len(between) > MAX_DISTANCE:
        return False
    if auxiliary.i > participle.i:
        if _is_fronted(analysis, participle):
            return all(t.lemma in _MODALS or t.lower == "te" for t in between)
        return all(t.pos in ("AUX", "VERB", "ADP", "PART") or t.lower == "te" for t in between)
    if any(t.text in CLAUSE_STOPS or _opens_clause(t) for t in between):
        return False
    if any(t.is_finite and t.lower not in WORDEN | ZIJN for t in between):
        return False
    if auxiliary.lower == "geworden" and between:
        return False
    commas = [t.i for t in between if t.text == ","]
    if commas and any(t.is_finite and t.i > commas[0] for t in between):
        return False
    if any(
        _is_participle(analysis, t) and not _attributive(tokens, t) and t.pos != "ADJ"
        for t in between
    ):
        # *is gebleken … besteld*: the first participle has the first auxiliary, unless joined.
        return any(t.lower in ("en", "of", ",") for t in between)
    return True


def _opens_clause(token: Token) -> bool:
    """Whether a word starts a subordinate clause, beyond which an auxiliary does not reach."""
    return token.pos == "SCONJ" or token.lower in _clause_openers()


@cache
def _clause_openers() -> frozenset[str]:
    """Words that open a clause, save those that also join two participles (*gemaakt of gekocht*)."""
    openers = clause_words("voegwoord", "betrekkelijk", "vraag", "hoofdzin") | {"als", "om"}
    return openers - {"en", "of", "dus", "doch"}


def _attributive(tokens: tuple[Token, ...], token: Token) -> bool:
    """Whether a participle stands before its noun (*de door u gevraagde papieren*)."""
    index = token.i - tokens[0].i + 1
    return (
        index < len(tokens) and tokens[index].pos in ("NOUN", "ADJ") and token.lower.endswith("e")
    )


def _is_passive_perfect(
    analysis: Analysis, tokens: tuple[Token, ...], participle: Token, auxiliary: Token
) -> bool:
    """Whether *zijn* with this participle is a passive perfect, no active perfect and no state."""
    if _makes_active_perfect(participle) and not (
        participle.lemma.lower() in word_list("zijn_of_hebben")
        and _agent(analysis, tokens, participle)
    ):
        return False
    if _agent(analysis, tokens, participle):
        return True
    if participle.lower in word_list("toestanden"):
        return False
    if participle.pos == "ADJ" and not participle.tag.startswith("WW"):
        return False
    return not (_is_reflexive(analysis, participle) or auxiliary.lower == "wees")


def _makes_active_perfect(participle: Token) -> bool:
    """Whether the verb takes *zijn* in the perfect: by its lemma, or by the spelling of the participle."""
    lemma = participle.lemma.lower()
    if f"-{lemma}" in word_list("zijn_grondwerkwoorden"):
        return False
    if lemma in word_list("zijn_werkwoorden"):
        return True
    if {lemma, split_particle(lemma)[1]} & word_list("zijn_grondwerkwoorden"):
        return True
    return participle.lower in _active_participles() or _extends_active_base(participle.lower)


def _extends_active_base(word: str) -> bool:
    """Whether a participle is that of a short verb with a word before it: *vooruitgegaan, doodgegaan*."""
    return word not in _excepted_participles() and any(
        word.endswith(form)
        for form in _base_participles()
        if form.startswith("ge") and len(form) > 5
    )


@cache
def _excepted_participles() -> frozenset[str]:
    verbs = (verb[1:] for verb in word_list("zijn_grondwerkwoorden") if verb.startswith("-"))
    return frozenset(conjugate(verb).forms[VerbForm.PARTICIPLE] for verb in verbs)


@cache
def _base_participles() -> frozenset[str]:
    verbs = (verb for verb in word_list("zijn_grondwerkwoorden") if not verb.startswith("-"))
    return frozenset(conjugate(verb).forms[VerbForm.PARTICIPLE] for verb in verbs)


@cache
def _active_participles() -> frozenset[str]:
    return _base_participles() | frozenset(
        conjugate(verb).forms[VerbForm.PARTICIPLE] for verb in word_list("zijn_werkwoorden")
    )


def _is_reflexive(analysis: Analysis, participle: Token) -> bool:
    return any(analysis.tokens[child].lower == "zich" for child in analysis.children[participle.i])


def _agent(analysis: Analysis, tokens: tuple[Token, ...], participle: Token) -> tuple[Token, ...]:
    """The words after *door* that name who does it: a person, an organisation, a pronoun."""
    for token in tokens:
        if token.lower != "door" or token.dep == "compound:prt" or token.i > participle.i + 8:
            continue
        head = analysis.tokens[token.head]
        if head.i <= token.i or head.sentence != token.sentence:
            continue
        phrase = tuple(t for t in analysis.tokens[token.i + 1 : head.i + 1])
        if head.dep == "obl:agent" or _can_act(head):
            return phrase
    return ()


def _can_act(token: Token) -> bool:
    """Whether a word can name a doer."""
    if token.pos in ("PROPN", "PRON"):
        return True
    lexicon = Lexicon.load()
    return lexicon.is_human(token.lemma) or token.lemma.endswith(tuple(word_list("doeners")))


CHECK = Check(RULE, check)
