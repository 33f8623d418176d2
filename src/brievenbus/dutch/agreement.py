"""What stands before a noun and agrees with it: article, demonstrative, possessive, adjectives.

The ending -e of an adjective hangs on gender, number and determiner (Algemene Nederlandse Spraakkunst,
6.4.1): *een duidelijk besluit*, but *het duidelijke besluit, een duidelijke keuze, duidelijke besluiten*.
"""

from __future__ import annotations

from collections.abc import Iterator

from brievenbus.dutch.adjectives import is_invariable, with_e, without_e
from brievenbus.dutch.analysis import Analysis, Token
from brievenbus.dutch.lexicon import Lexicon
from brievenbus.dutch.nouns import article
from brievenbus.dutch.spelling import frequency, word_groups

DETERMINERS = {
    "de": "het",
    "deze": "dit",
    "die": "dat",
    "onze": "ons",
    "elke": "elk",
    "iedere": "ieder",
    "welke": "welk",
    "dezelfde": "hetzelfde",
    "diezelfde": "datzelfde",
    "menige": "menig",
    "zulke": "zulk",
}
"""Determiners before a *de*-word and what they are before a *het*-word, in the singular."""

_NEUTER = {neuter: common for common, neuter in DETERMINERS.items()}
VARYING_DETERMINERS = frozenset(DETERMINERS) | frozenset(_NEUTER)

_MAX_BEFORE = 12
"""How many words before its noun a determiner is looked for."""


def agreeing_determiner(word: str, noun: str) -> str | None:
    """Return a determiner in the form that the singular `noun` wants; None where that is not known."""
    wanted = article(noun)
    return None if wanted is None else determiner_for(word, wanted)


def determiner_for(word: str, gender: str) -> str:
    """Return a determiner in the form that a singular noun of a gender wants; others stay as they are."""
    lower = word.lower()
    table = DETERMINERS if gender == "het" else _NEUTER
    changed = table.get(lower, lower)
    return like(word, changed) if changed != lower else word


def like(found: str, text: str) -> str:
    """Give a text the capitals of the word whose form it is: *Nederlandse, West-Europese*."""
    size = next(
        (i for i, (a, b) in enumerate(zip(found, text, strict=False)) if a.lower() != b),
        min(len(found), len(text)),
    )
    return found[:size] + text[size:]


def changes_before(analysis: Analysis, noun: Token, gender: str) -> dict[int, str] | None:
    """What changes before a singular noun when one of the other gender takes its place.

    Returns the new text for each token that changes, None where that is not sure.
    """
    determiner = find_determiner(analysis, noun)
    if determiner is not None and determiner.lower in word_groups()["naamval"]:
        return None
    changes: dict[int, str] = {}
    if determiner is not None:
        changes[determiner.i] = determiner_for(determiner.text, gender)
    if gender == "de" or not _is_definite(determiner):
        for token in adjectives_before(analysis, noun, determiner):
            form = _adjective_for(token, gender)
            if form is None:
                return None
            changes[token.i] = form
    changes = {i: text for i, text in changes.items() if text != analysis.tokens[i].text}
    if changes and determiner is None and _may_be_determined(analysis, noun, min(changes)):
        return None
    return changes


def _may_be_determined(analysis: Analysis, noun: Token, number: int) -> bool:
    """Whether a determiner may stand out of sight: *de onder b. genoemde problematiek*."""
    first, _ = analysis.sentences[noun.sentence]
    if number == first:
        return False
    before = analysis.tokens[number - 1]
    return before.text == "." or before.pos in ("SYM", "X", "NUM")


def find_determiner(analysis: Analysis, noun: Token) -> Token | None:
    """The determiner of a noun: the word that the parser gives it, else the nearest before it."""
    tokens = analysis.tokens
    for i in analysis.children[noun.i]:
        if i < noun.i and tokens[i].dep in ("det", "nmod:poss") and _is_determiner(tokens[i]):
            return tokens[i]
    first, _ = analysis.sentences[noun.sentence]
    for i in range(noun.i - 1, max(first, noun.i - _MAX_BEFORE) - 1, -1):
        token = tokens[i]
        if _is_determiner(token):
            return token if i == noun.i - 1 or not _is_pronoun(token) else None
        if token.is_finite or not _may_stand_between(analysis, token):
            return None
    return None


def _is_pronoun(token: Token) -> bool:
    """Whether a word that could be a determiner stands alone: *die nieuw beleid willen*."""
    return "|pron|" in token.tag or token.tag.startswith("VG")


def _may_stand_between(analysis: Analysis, token: Token) -> bool:
    """Whether a word may stand between a determiner and its noun, though the tagger may have erred."""
    if token.pos in ("ADJ", "ADV", "NUM", "VERB", "CCONJ") or token.text == ",":
        return True
    return _missed_adjective(analysis, token)


def _missed_adjective(analysis: Analysis, token: Token) -> bool:
    """Whether a word that is on no list of nouns stands before an adjective: *een linkser plan*."""
    if token.pos not in ("NOUN", "X") or Lexicon.load().is_noun(token.lower):
        return False
    inflects = frequency(with_e(token.lower)) > 0 or frequency(token.lower.removesuffix("er")) > 0
    if not token.text.islower() or not inflects:
        return False
    following = analysis.tokens[token.i + 1] if token.i + 1 < len(analysis.tokens) else token
    return following.tag.startswith("ADJ|prenom")


def _is_determiner(token: Token) -> bool:
    groups = word_groups()
    kinds = (VARYING_DETERMINERS, groups["bepaald"], groups["onbepaald"], groups["naamval"])
    return any(token.lower in kind for kind in kinds)


def _is_definite(determiner: Token | None) -> bool:
    """Whether an adjective after a determiner has -e before any noun: *het nieuwe huis*."""
    return determiner is not None and determiner.lower in word_groups()["bepaald"]


def adjectives_before(analysis: Analysis, noun: Token, determiner: Token | None) -> Iterator[Token]:
    """Yield the adjectives of a noun, the nearest first: *een groot, duidelijk besluit*."""
    first, _ = analysis.sentences[noun.sentence]
    start = determiner.i + 1 if determiner else max(first, noun.i - _MAX_BEFORE)
    nearest = True
    for i in range(noun.i - 1, start - 1, -1):
        token = analysis.tokens[i]
        if token.text == "," or token.lower in _JOINING:
            if determiner is None and not _is_attributive(analysis, i - 1, noun):
                return
            continue
        close = nearest and determiner is not None and token.pos in ("ADJ", "VERB")
        if close or _is_attributive(analysis, i, noun):
            yield token
        elif determiner is None and token.pos not in ("ADV", "ADJ"):
            return
        nearest = False
    yield from _before_second_determiner(analysis, determiner)


_JOINING = frozenset({"en", "of", "maar"})


def _before_second_determiner(analysis: Analysis, determiner: Token | None) -> Iterator[Token]:
    """Yield the first adjective of *een nieuwe en een oude keuze*."""
    if determiner is None or determiner.i < 3:
        return
    first, adjective, joining = analysis.tokens[determiner.i - 3 : determiner.i]
    same_sentence = first.sentence == determiner.sentence
    if same_sentence and first.lower == determiner.lower and joining.lower in _JOINING:
        yield adjective


def _is_attributive(analysis: Analysis, number: int, noun: Token) -> bool:
    """Whether a word is an adjective or participle that describes a noun, and no adverb before one."""
    if number < 0:
        return False
    token = analysis.tokens[number]
    if token.sentence != noun.sentence:
        return False
    if _missed_adjective(analysis, token):
        return True
    if "prenom" in token.tag and token.tag.startswith(("ADJ", "WW")):
        return not (token.dep == "advmod" and not token.lower.endswith("e"))
    return token.pos in ("ADJ", "VERB") and token.head == noun.i and token.dep == "amod"


def _adjective_for(token: Token, gender: str) -> str | None:
    """An adjective in the form that a gender wants; before a *het*-word, after an indefinite determiner."""
    if is_invariable(token.lower) or token.lower in ("meer", "minder", "veel", "weinig"):
        return token.text
    if gender == "de":
        return like(token.text, with_e(token.lower))
    bare = without_e(token.lower) if token.lower.endswith("e") else token.lower
    if bare is None:
        bare = token.lemma.lower() if with_e(token.lemma.lower()) == token.lower else None
    return None if bare is None else like(token.text, bare)


def attributive_e(analysis: Analysis, token: Token) -> bool | None:
    """Whether an adjective in the place of a token has -e; None where it describes no noun, or is not sure.

    Asked where the word found does not tell, as it never has -e: *houten*, *open*, *gratis*.
    """
    noun = _described(analysis, token)
    if noun is None:
        return None
    if "|mv|" in noun.tag or noun.morph.get("Number") == "Plur":
        return True
    determiner = find_determiner(analysis, noun)
    if _is_definite(determiner):
        return True
    gender = noun_gender(noun)
    if gender == "het" and determiner is None and _closes_participle(analysis, token):
        return None
    return None if gender is None else gender == "de"


def _closes_participle(analysis: Analysis, token: Token) -> bool:
    """Whether a noun stands right before a participle, so that a determiner may be out of sight.

    *Het bij de gemeente gevraagde oordeel*: the determiner stands before words that go with the participle.
    """
    if not token.tag.startswith("WW"):
        return False
    first, _ = analysis.sentences[token.sentence]
    return token.i > first and analysis.tokens[token.i - 1].pos in ("NOUN", "PROPN")


def stands_bare(analysis: Analysis, token: Token) -> bool:
    """Whether an adjective has no -e though a definite determiner asks for it: *het noodzakelijk gebruik*.

    That is formal style for some adjectives only, so another one may not stand so.
    """
    if not token.tag.startswith("ADJ|prenom") or token.lower.endswith("e"):
        return False
    noun = _described(analysis, token)
    return noun is not None and _is_definite(find_determiner(analysis, noun))


def noun_gender(noun: Token) -> str | None:
    """The gender of a noun in a text: by the lists, else by its tag."""
    if noun.lower.endswith(("tje", "pje", "kje")) or "|dim|" in noun.tag:
        return "het"
    tagged = "het" if "|onz|" in noun.tag else "de" if "|zijd|" in noun.tag else None
    return article(noun.lower) or article(noun.lemma.lower()) or tagged


def _described(analysis: Analysis, token: Token) -> Token | None:
    """The noun that a word before it describes."""
    _, end = analysis.sentences[token.sentence]
    for i in range(token.i + 1, min(end, token.i + 6)):
        following = analysis.tokens[i]
        if following.pos in ("NOUN", "PROPN"):
            return following
        joins = following.text == "," or following.lower in _JOINING
        if not joins and following.pos not in ("ADJ", "ADV", "VERB", "NUM"):
            return None
        if following.is_finite:
            return None
    return None


def agreeing(
    analysis: Analysis, noun: Token, lemma: str, alternative: str
) -> dict[int, str] | None:
    """What changes around a singular noun `lemma` when `alternative` takes its place.

    Where the gender of either is not known nothing may hang on it; None where something does.
    """
    old, new = (
        _gender_here(analysis, noun) or article(lemma) or noun_gender(noun),
        article(alternative),
    )
    if old == new and old is not None:
        return {}
    if new is None:
        changes = [changes_before(analysis, noun, gender) for gender in ("de", "het")]
        return changes[0] if changes[0] == changes[1] else None
    changed = changes_before(analysis, noun, new)
    if changed is None or old is None:
        return changed
    return changed | relative_after(analysis, noun, new, alternative)


def relative_after(
    analysis: Analysis, noun: Token, gender: str, alternative: str
) -> dict[int, str]:
    """The pronoun that opens a relative clause right after a noun: *het besluit dat*, *de keuze die*.

    Nouns of time have *dat* whatever their gender: *de dag dat u belde*.
    """
    _, end = analysis.sentences[noun.sentence]
    for number in range(noun.i + 1, min(noun.i + 3, end)):
        token = analysis.tokens[number]
        if token.lower in ("die", "dat") and token.tag.startswith("VNW|betr"):
            right = "dat" if gender == "het" else "die"
            timed = token.lower == "dat" and {alternative, noun.lower} & word_groups()["tijd"]
            return {} if token.lower == right or timed else {number: right}
        if token.text != ",":
            break
    return {}


def _gender_here(analysis: Analysis, noun: Token) -> str | None:
    """The gender that the determiner of a singular noun tells."""
    determiner = find_determiner(analysis, noun)
    if determiner is None:
        return None
    return (
        "de" if determiner.lower in DETERMINERS else "het" if determiner.lower in _NEUTER else None
    )


def joins_attributive(analysis: Analysis, token: Token) -> bool:
    """Whether a word is joined to an adjective before a noun: *simpele, maar mooie brieven*."""
    _, end = analysis.sentences[token.sentence]
    number = token.i + 1
    while number < end and (
        analysis.tokens[number].text == "," or analysis.tokens[number].lower in _JOINING
    ):
        number += 1
    return token.i + 1 < number < end and "prenom" in analysis.tokens[number].tag


def is_attributive(analysis: Analysis, token: Token) -> bool:
    """Whether an adjective or participle describes the noun after it: *de verstrekte gegevens*."""
    if "prenom" in token.tag and token.tag.startswith(("ADJ", "WW")):
        return True
    if token.dep == "amod":
        return token.head > token.i
    if token.dep == "acl" and token.head == token.i + 1:
        return True  # *de aan u verleende vergunning*, though tagged as a past tense
    _, end = analysis.sentences[token.sentence]
    if token.i + 1 >= end or not token.i or token.is_finite:
        return False
    if joins_attributive(analysis, token):
        return True
    before, after = analysis.tokens[token.i - 1], analysis.tokens[token.i + 1]
    return before.pos == "DET" and after.pos in ("NOUN", "ADJ")
