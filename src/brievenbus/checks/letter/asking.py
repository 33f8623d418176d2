"""How a sentence asks something of the reader: the grammar, which the phrases of `duty` stand beside.

Dutch has few ways to ask: the imperative (*Stuur ons …*), a question that begins with the verb (*Levert u de
papieren in?*), a statement about the reader (*U haalt de pas zelf op*), an infinitive (*Graag invullen*), and
a verb of obligation with a participle or infinitive (*De gegevens moeten worden aangeleverd*). Which verbs
that can be is said in `data/checklist.toml` (`werkwoorden`).
"""

from __future__ import annotations

import re
from functools import cache

from brievenbus.checks.letter import verbs
from brievenbus.checks.letter.clauses import is_subordinate
from brievenbus.checks.letter.sentence import Sentence
from brievenbus.checks.letter.verbs import Word, first_verb, is_stem, verb_at
from brievenbus.checks.letter.words import DATE, NAME, data, fold, phrases, words
from brievenbus.dutch.analysis import Token
from brievenbus.dutch.lexicon import Lexicon
from brievenbus.dutch.verbs import VerbForm
from brievenbus.letter import BlockKind

READER = frozenset({"u", "je", "jij", "jullie"})
_SENDER = frozenset({"wij", "we", "ik"})
_NOT_AFTER_IMPERATIVE = READER | _SENDER | {"van"}
"""*Belt u*, *Vraag van uw buren*: no imperatives."""
_UP_TO_DAN = re.compile(r".*?, ?dan\b")
_VERB_FIRST = re.compile(
    r"(?!(?:u|je|wij|we|ik|de|het|een|uw|dit|dat|deze|die)\b)"
    r"\w+ (?:u|je|wij|we|er|de|het|uw|ons|dit|dat)\b"
)
"""How *Betaalt u niet op tijd, dan …* begins, where there is no parse to tell."""
_POSSESSIVES = frozenset({"uw", "je", "jouw", "jullie"})
_OPEN = frozenset({"NOUN", "PROPN", "ADJ", "X", "INTJ"})
_NOMINAL = frozenset({"DET", "NOUN", "PROPN", "PRON"})
_MUST = frozenset({"moet", "moeten", "dient", "dienen", "behoort", "behoren"})


def imperative(sentence: Sentence) -> int | None:
    """Return where a sentence begins to tell the reader to do something (*Stuur ons …*)."""
    if sentence.is_question:
        return None
    places = {word.start: number for number, word in enumerate(sentence.words)}
    for match in _openings().finditer(sentence.folded):
        number = places.get(match.end())
        if number is not None and _is_imperative(sentence, number):
            return match.end()
    return None


@cache
def _openings() -> re.Pattern[str]:
    """Return the pattern of what an imperative may stand after: nothing, *Dan*, a colon."""
    before = "|".join(re.escape(fold(word)) for word in data()["actie"]["voor_gebiedend"])
    start = rf"^[^\w{DATE}-{NAME}]*"
    return re.compile(rf"{start}(?:{before})[ :,]+(?=\w)|{start}(?=\w)|[:;–] (?=\w)")


def _is_imperative(sentence: Sentence, number: int) -> bool:
    word = sentence.words[number]
    following = sentence.words[number + 1].text if number + 1 < len(sentence.words) else ""
    if _is_label(sentence.folded, word):
        return False
    if following in _NOT_AFTER_IMPERATIVE:
        return following == "u" and _is_stem_only(sentence.words, number)
    if word.text in words("actie", "gebiedend"):
        return True
    token = sentence.token_at(word.start)
    if verb_at(sentence.words, number, verbs.IMPERATIVE, "gevraagd") is not None:
        may_be_noun = Lexicon.load().is_noun(word.text)
        return not may_be_noun or _is_finite_verb(token) or following in words("woorden", "na_stam")
    if token is None:
        return False
    return _is_bare_stem(sentence, token) or _is_stem_with_object(sentence, token, following)


def _is_stem_only(said: tuple[Word, ...], number: int) -> bool:
    """Whether *u* after a verb is its object: *Meld u*, while *Meldt u* has it as its subject."""
    is_stem = verb_at(said, number, verbs.IMPERATIVE, "gevraagd") is not None
    return is_stem and verb_at(said, number, frozenset({VerbForm.SECOND}), "gevraagd") is None


def _is_label(folded: str, word: Word) -> bool:
    """Whether a colon follows, as in *Let op:* and *Bel:*."""
    return bool(re.match(r"(?: op)? ?[:!]|-", folded[word.start + len(word.text) :]))


def _is_finite_verb(token: Token | None) -> bool:
    return token is not None and token.pos == "VERB" and token.is_finite


def _is_bare_stem(sentence: Sentence, token: Token) -> bool:
    """Whether a word that is on no list is a verb without a subject, as the parse has it."""
    if not (_is_finite_verb(token) and token.morph.get("Number") == "Sing"):
        return False
    if "met-t" in token.tag or token.morph.get("Tense") != "Pres":
        return False
    if token.lemma in words("actie", "geen_gebod"):
        return False
    return not any(t.head == token.i and t.dep.startswith("nsubj") for t in sentence.tokens)


def up_to_dan(sentence: Sentence) -> str | None:
    """Return the condition of *Betaalt u niet op tijd, dan …*, which begins with its verb."""
    match = _UP_TO_DAN.match(sentence.folded)
    if match is None or not sentence.words:
        return None
    if imperative(sentence) is not None:
        return None
    first = sentence.token_at(sentence.words[0].start)
    begins_with_verb = first is not None and first.is_finite
    if begins_with_verb or _VERB_FIRST.match(sentence.folded):
        return match[0]
    return None


def _is_stem_with_object(sentence: Sentence, token: Token, following: str) -> bool:
    """Whether a word that the parse takes for a noun is an imperative: *Krab niet*, *Raak ze niet aan*.

    A noun without an article is not followed by an article, a pronoun or *niet*; only a name is.
    """
    if token.pos not in _OPEN or following not in words("woorden", "na_stam"):
        return False
    after = [t for t in sentence.tokens if t.i > token.i + 1][:1]
    if any(t.text[:1].isupper() for t in after):
        return False
    return is_stem(token.lower)


def is_request(question: Sentence, following: Sentence | None) -> bool:
    """Whether a question asks the reader to do something, rather than set a condition.

    *Levert u de papieren in?* and *Wilt u ons bellen?* do; *Betaalt u niet op tijd?* and *Wilt u een pas?
    Vraag die dan aan* do not.
    """
    said = question.words
    if len(said) < 3 or phrases("gevolg", "nalaten").search(question.folded):
        return False
    if phrases("actie", "verzoek_zo").match(question.folded):
        return True
    asks = (
        said[0].text in words("actie", "verzoek_als_vraag")
        or verb_at(said, 0, verbs.OF_READER, "als_vraag") is not None
    )
    if not asks or said[1].text not in READER:
        return False
    if phrases("actie", "verzoek_zeker").search(question.folded):
        return True
    return following is None or not _goes_on(following)


def _goes_on(following: Sentence) -> bool:
    """Whether a sentence says what holds where the question before it is answered with yes."""
    return imperative(following) is not None or " dan " in f" {following.folded} "


def reader_does(sentence: Sentence) -> int | None:
    """Return where a sentence says that the reader does what a letter asks for: *U levert … in*."""
    if sentence.is_question or sentence.first_word in words("woorden", "vraagwoorden"):
        return None
    for number in range(1, len(sentence.words)):
        if verb_at(sentence.words, number, verbs.OF_READER, "zelf") is None:
            continue
        place = _place_of_subject(sentence, number)
        if place is not None and not is_subordinate(sentence.folded, place):
            return place
    return None


def _place_of_subject(sentence: Sentence, number: int) -> int | None:
    """Return where the words *u levert* or *levert u* begin, where *u* is the one who does it."""
    said = sentence.words
    if said[number - 1].text in READER:
        return said[number - 1].start
    if number + 1 == len(said) or said[number + 1].text not in READER:
        return None
    token = sentence.token_at(said[number + 1].start)
    if token is None or not token.dep.startswith("nsubj"):
        return None
    gives = verb_at(said, number, verbs.OF_READER, "aan_u") is not None
    return None if gives and _begins_with_noun(sentence) else said[number].start


def _begins_with_noun(sentence: Sentence) -> bool:
    """Whether a sentence begins as its subject does: the parse may take *u* for it all the same."""
    first = sentence.tokens[0]
    return first.pos in _NOMINAL and first.lower not in ("dat", "dit", "die")


def bare_infinitive(sentence: Sentence) -> int | None:
    """Return where a sentence without a finite verb asks for something: *Graag … terugsturen.*."""
    if not phrases("actie", "graag").search(sentence.folded):
        return None
    if not sentence.tokens or any(token.is_finite for token in sentence.tokens):
        return None
    found = first_verb(sentence.words, verbs.INFINITIVE, "gevraagd")
    return found.start if found else None


def must_be_done(sentence: Sentence) -> int | None:
    """Return where a sentence says that something must be done, and the reader is who can do it."""
    for number in range(len(sentence.words)):
        word = sentence.words[number]
        if word.text in _MUST and not is_subordinate(sentence.folded, word.start):
            if _is_by_sender(sentence.words, number):
                continue
            if _asks_for_deed(sentence, number):
                return word.start
    return None


def _is_by_sender(said: tuple[Word, ...], number: int) -> bool:
    beside = {word.text for word in said[max(0, number - 1) : number + 2]}
    return bool(beside & _SENDER)


def _asks_for_deed(sentence: Sentence, number: int) -> bool:
    """Whether what follows *moet* is a deed of the reader, and no judgement (*worden beschouwd*)."""
    rest = sentence.words[number + 1 :]
    texts = {word.text for word in rest}
    if not texts & {"worden", "zijn"}:
        if _is_of_reader(sentence.words, number):
            return True
        if phrases("actie", "weg").search(sentence.folded):
            return bool(phrases("termijn", "grens").search(sentence.folded))
        reader = phrases("actie", "lezer_als").search(sentence.folded)
        return bool(reader) and first_verb(rest, verbs.INFINITIVE, "gevraagd") is not None
    if phrases("actie", "niet_door_lezer").search(sentence.folded):
        return False
    said = (*sentence.words[:number], *rest)
    if first_verb(said, verbs.PARTICIPLE, "oordeel"):
        return False
    if phrases("actie", "aanwezig_zijn").search(sentence.folded):
        return True
    certain = sentence.kind is BlockKind.ITEM or bool(
        phrases("termijn", "grens").search(sentence.folded)
    )
    if first_verb(said, verbs.PARTICIPLE, "werk"):
        return certain or bool(texts & READER)
    return certain or first_verb(said, verbs.PARTICIPLE, "gevraagd") is not None


def _is_of_reader(said: tuple[Word, ...], number: int) -> bool:
    """Whether something of the reader is what must: *Uw hond moet aan de lijn.*."""
    before = {word.text for word in said[max(0, number - 2) : number]}
    after = {word.text for word in said[number + 1 : number + 2]}
    return bool((before | after) & _POSSESSIVES)


def may_do(sentence: Sentence, place: int) -> bool:
    """Whether *u kunt* at a place goes with something a letter offers: *u kunt zich aanmelden*."""
    rest = [word for word in sentence.words if word.start >= place]
    if first_verb(rest, verbs.INFINITIVE, "zelf", "als_vraag", "mogelijk") is not None:
        return True
    return bool(phrases("actie", "mogelijk_zo").search(sentence.folded, place))
