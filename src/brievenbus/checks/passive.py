"""`lijdende-vorm`: a sentence that does not say, or says late, who does it.

Anti-pattern: *Uw aanvraag wordt door ons beoordeeld.* Best practice: *Wij beoordelen uw aanvraag.* The
parser's `aux:pass` alone misses one in four: *worden* or *zijn* with a participle counts as well, by
morphology and place, save where *zijn* makes the perfect (*u bent verhuisd*) or a state (*u bent
verplicht*): the lists in `data/`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from brievenbus.checks.sentence import finding, say, sentences, word_count
from brievenbus.checks.wordlists import word_list
from brievenbus.dutch import Analysis, Token
from brievenbus.dutch.lexicon import Lexicon
from brievenbus.dutch.verbs import VerbForm, conjugate, split_particle
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
    """Find the passives; one without a doer in a short sentence is a note."""
    found = []
    for number, tokens in enumerate(sentences(analysis)):
        for passive in find_passives(analysis, number):
            short = word_count(tokens) <= profile.korte_zin
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
    if token.tag.startswith("WW|vd") and "met-e" not in token.tag:
        return True
    if token.tag.startswith(("WW|inf", "WW|pv")) and token.lower.endswith("en"):
        # *vervangen* is spelled like its own participle.
        return conjugate(token.lower).forms[VerbForm.PARTICIPLE] == token.lower
    if not _looks_like_participle(token.lower):
        return False
    if token.tag:
        known_noun = Lexicon.load().noun_type(token.lower) is not None
        return token.pos in ("VERB", "ADJ", "ADV") or (token.pos == "NOUN" and not known_noun)
    return token.morph.get("VerbForm") == "Part"


def _is_noun(analysis: Analysis, token: Token) -> bool:
    """Whether a word that could be a participle is a noun here: *is het bericht zwaar*."""
    before = analysis.tokens[token.i - 1] if token.i else token
    article = before.pos == "DET" or before.lower in ("het", "een")
    return article and Lexicon.load().noun_type(token.lower) is not None


def _looks_like_participle(word: str) -> bool:
    if len(word) < 5 or not word.endswith(("d", "t", "en")):
        return False
    if word.startswith(("ge", "be", "ver", "ont", "her", "er")):
        return word.endswith(("d", "t")) or word.startswith("ge")
    return any(word.startswith(p + "ge") for p in _PARTICLES) or any(
        word.startswith(p) and word[len(p) :].startswith(("be", "ver", "ont")) for p in _PARTICLES
    )


_PARTICLES = (
    "aan",
    "af",
    "bij",
    "binnen",
    "door",
    "in",
    "mee",
    "mede",
    "na",
    "neer",
    "om",
    "onder",
    "op",
    "over",
    "plaats",
    "samen",
    "tegen",
    "terecht",
    "terug",
    "toe",
    "uit",
    "vast",
    "vol",
    "vrij",
    "voor",
    "voort",
    "vooruit",
    "weg",
    "weer",
)


def _auxiliary(analysis: Analysis, tokens: tuple[Token, ...], participle: Token) -> Token | None:
    """The form of *worden* or *zijn* that makes a passive with a participle, if there is one."""
    for token in _auxiliaries(analysis, tokens, participle):
        if token.lower in WORDEN:
            return token
        if (
            token.lower in ZIJN
            and not participle.is_finite
            and _is_passive_perfect(analysis, tokens, participle, token)
        ):
            return token
    return None


def _auxiliaries(analysis: Analysis, tokens: tuple[Token, ...], participle: Token) -> list[Token]:
    """Candidates, the best first: the parser's, then those in the same clause, the nearest first."""
    parsed = [
        analysis.tokens[child]
        for child in analysis.children[participle.i]
        if analysis.tokens[child].dep in ("aux:pass", "aux", "cop")
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
        and _is_verb_here(tokens, t)
        and _same_clause(analysis, tokens, t, participle)
    ]
    near.sort(key=lambda t: abs(t.i - participle.i))
    return parsed + [token for token in near if token not in parsed]


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
        return all(t.pos in ("AUX", "VERB", "ADP", "PART") or t.lower == "te" for t in between)
    if any(t.text in CLAUSE_STOPS or _opens_clause(t) for t in between):
        return False
    if any(t.is_finite and t.lower not in WORDEN | ZIJN for t in between):
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
    return token.pos == "SCONJ" or token.lower in CLAUSE_OPENERS or token.lower.startswith("waar")


CLAUSE_OPENERS = frozenset(
    {"dat", "die", "omdat", "als", "om", "wie", "want", "maar", "indien", "zodat", "tenzij"}
)


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
    if _agent(analysis, tokens, participle):
        return True
    if participle.lower in word_list("toestanden") or _makes_active_perfect(participle):
        return False
    if participle.pos == "ADJ" and not participle.tag.startswith("WW"):
        return False
    return not (_is_reflexive(analysis, participle) or auxiliary.lower == "wees")


def _makes_active_perfect(participle: Token) -> bool:
    """Whether the verb takes *zijn* in the perfect: by its lemma, or by the spelling of the participle."""
    verbs = word_list("zijn_werkwoorden")
    lemma = participle.lemma.lower()
    if lemma in verbs or split_particle(lemma)[1] in verbs:
        return True
    return any(
        participle.lower == form
        or (form.startswith("ge") and participle.lower.removesuffix(form) in _PARTICLES)
        for form in _active_participles()
    )


@cache
def _active_participles() -> frozenset[str]:
    return frozenset(
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
