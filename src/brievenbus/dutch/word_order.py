"""Where a verb stands in its clause, and where its separable part goes.

In a main clause the finite verb stands first or second and its particle closes the verb field: *wij keuren
uw plan goed*. What comes after that field stays behind it: another clause, an infinitive with *te*, what
stands between brackets (Algemene Nederlandse Spraakkunst, 21.2).
"""

from __future__ import annotations

from collections.abc import Iterator

from brievenbus.dutch.agreement import joins_attributive
from brievenbus.dutch.analysis import Analysis, Token
from brievenbus.dutch.spelling import word_groups

_ENDS = frozenset({".", "?", "!", ";", ":", "…", "...", "–", "—", "--"})
_QUOTES = frozenset("\"'“”‘’„«»") | {"''", "``", ",,"}
_OPENING = frozenset({"(", "["})
_CLOSING = frozenset({")", "]"})


def follows_te(analysis: Analysis, number: int) -> bool:
    """Whether *te* stands right before a word."""
    return number > 0 and analysis.tokens[number - 1].lower == "te"


def closes_clause(analysis: Analysis, number: int) -> bool:
    """Whether a word is the last of its clause: a mark or the end of the sentence follows."""
    if number + 1 >= len(analysis.tokens):
        return True
    following = analysis.tokens[number + 1]
    return following.sentence != analysis.tokens[number].sentence or following.is_punct


def is_verb_final(analysis: Analysis, token: Token) -> bool:
    """Whether a finite verb stands at the end of a subordinate clause: *omdat wij de hoogte bepalen*.

    Going back from the verb, a word that opens such a clause comes before any other finite verb.
    """
    first, _ = analysis.sentences[token.sentence]
    if token.i > first and analysis.tokens[token.i - 1].lower in word_groups()["nevenschikkend"]:
        return _is_joined_to_final(analysis, token)
    taken = 0
    for before in _back(analysis, token):
        if before.is_finite:
            taken += 1
        elif _opens_subordinate(before):
            if not taken and (
                before.lower not in word_groups()["vergelijkend"]
                or _opens_clause_of(before, analysis, token)
            ):
                return True
            taken = max(0, taken - 1)
    return _is_joined_to_final(analysis, token)


def _opens_clause_of(opener: Token, analysis: Analysis, verb: Token) -> bool:
    """Whether *als, zoals, of* opens the clause of a verb, and does not just compare."""
    return closes_clause(analysis, verb.i) or opener.head in (verb.i, verb.head)


def _back(analysis: Analysis, token: Token) -> Iterator[Token]:
    """Yield the words before a verb, the nearest first, up to a mark that ends a clause."""
    first, _ = analysis.sentences[token.sentence]
    for number in range(token.i - 1, first - 1, -1):
        before = analysis.tokens[number]
        if before.text in _ENDS or (before.text == "," and _ends_at_comma(analysis, number, token)):
            return
        yield before


def _ends_at_comma(analysis: Analysis, comma: int, token: Token) -> bool:
    """Whether a comma before a verb ends another clause, and is no comma within a list of words."""
    following = analysis.tokens[comma + 1]
    if following.i == token.i:  # *als de zone, die daar begint, eindigt.*
        return not closes_clause(analysis, token.i)
    return not (_continues_list(analysis, comma) or _opens_subordinate(following))


def _opens_subordinate(token: Token) -> bool:
    if token.pos == "SCONJ" and token.lower not in ("om", "te", "door", "zonder", "na"):
        return True
    relative = token.tag.startswith(("VNW|betr", "VNW|vb")) or token.morph.get("PronType") == "Rel"
    return relative or token.lower in word_groups()["bijzin"]


def _is_joined_to_final(analysis: Analysis, token: Token) -> bool:
    """*dat hij de brief leest en de hoogte bepaalt*: the second verb is final like the first."""
    if token.dep != "conj" or token.head >= token.i or not closes_clause(analysis, token.i):
        return False
    head = analysis.tokens[token.head]
    helpers = (analysis.tokens[i] for i in analysis.children[head.i] if i < token.i)
    finite = head if head.is_finite else next((t for t in helpers if t.is_finite), None)
    return finite is not None and is_verb_final(analysis, finite)


def particle_place(analysis: Analysis, verb: Token) -> int | None:
    """Return the token after which the particle of a verb in a main clause comes; None where not sure."""
    _, end = analysis.sentences[verb.sentence]
    infinitive = _infinitive_clause(analysis, verb, end)
    number = verb.i + 1
    while number < end:
        token = analysis.tokens[number]
        if token.text in _OPENING:
            after = _after_brackets(analysis, number, end)
            if after >= end or _is_boundary(analysis, after, verb, end):
                break
            number = after
            continue
        if number == infinitive or _is_boundary(analysis, number, verb, end):
            break
        if _is_other_verb(analysis, token, verb):
            return None
        number += 1
    if infinitive == -1:
        return None
    return _before_quote(analysis, number - 1, verb)


def _before_quote(analysis: Analysis, number: int, verb: Token) -> int:
    """Leave out an opening quotation mark at the end of the field."""
    while number > verb.i and analysis.tokens[number].text in ("“", "‘", "„", "«", ",,"):
        number -= 1
    return number


def _after_brackets(analysis: Analysis, opening: int, end: int) -> int:
    for number in range(opening + 1, end):
        if analysis.tokens[number].text in _CLOSING:
            return number + 1
    return end


def _is_boundary(analysis: Analysis, number: int, verb: Token, end: int) -> bool:
    """Whether the verb field of a main clause ends before a token."""
    token = analysis.tokens[number]
    if token.text in _ENDS or token.text in _CLOSING:
        return True
    if token.text in _QUOTES:
        return _closes_quote(analysis, number, verb)
    if token.text == ",":
        return not _continues_list(analysis, number)
    if token.lower == "dan" and token.pos in ("SCONJ", "CCONJ", "ADP"):
        return True
    if token.lower in word_groups()["nevenschikkend"] and token.pos in ("CCONJ", "SCONJ"):
        return _starts_main_clause(analysis, number, end)
    if token.lower == "om" and token.pos == "SCONJ":
        return True
    if _opens_subordinate(token):
        return token.lower not in word_groups()["vergelijkend"] or _has_finite(
            analysis, number, end
        )
    return False


def _closes_quote(analysis: Analysis, number: int, verb: Token) -> bool:
    """Whether a quotation mark closes words that began before the verb."""
    marks = [t for t in analysis.tokens[verb.i + 1 : number] if t.text in _QUOTES]
    following = number + 1
    last = following >= len(analysis.tokens) or analysis.tokens[following].is_punct
    return last and len(marks) % 2 == 0


def _continues_list(analysis: Analysis, comma: int) -> bool:
    """Whether a comma stands between words that belong together: *jassen, broeken en truien*."""
    tokens = analysis.tokens
    first, end = analysis.sentences[tokens[comma].sentence]
    if comma == first or comma + 1 >= end:
        return False
    before, after = tokens[comma - 1], tokens[comma + 1]
    if before.pos == after.pos == "ADJ" and after.head > comma:
        return True
    for number in range(comma + 1, min(end, comma + 6)):
        token = tokens[number]
        if token.is_finite or (number > comma + 1 and token.text == ","):
            return False
        if (
            token.dep == "conj"
            and token.head < comma
            and token.pos in ("NOUN", "PROPN", "NUM", "PRON", "ADJ")
        ):
            return not tokens[token.head].is_finite
    return _lists_nouns(analysis, comma, end)


_NOMINAL = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN", "X"})


def _lists_nouns(analysis: Analysis, comma: int, end: int) -> bool:
    """Whether nouns follow a comma up to *en* or *of*, and no verb after that: *huur, gas en water*."""
    number = comma + 1
    while number < end and (
        analysis.tokens[number].pos in _NOMINAL or analysis.tokens[number].text == ","
    ):
        if analysis.tokens[number].dep == "appos" and analysis.tokens[number].pos != "PROPN":
            return False
        number += 1
    joined = number < end and analysis.tokens[number].lower in ("en", "of")
    return joined and number > comma + 1 and not _has_finite(analysis, number, end)


def _starts_main_clause(analysis: Analysis, joining: int, end: int) -> bool:
    """Whether another main clause follows a joining word: a finite verb comes before any opening word."""
    for number in range(joining + 1, end):
        token = analysis.tokens[number]
        if token.text in _ENDS or _opens_subordinate(token):
            return False
        if token.is_finite:
            return True
    return False


def _has_finite(analysis: Analysis, number: int, end: int) -> bool:
    for token in analysis.tokens[number + 1 : end]:
        if token.text in _ENDS or token.text == ",":
            return False
        if token.is_finite:
            return True
    return False


def _infinitive_clause(analysis: Analysis, verb: Token, end: int) -> int:
    """Where the first infinitive with *te* after a verb begins; `end` without one, -1 if unsure."""
    tokens = analysis.tokens
    opener = -1
    for number in range(verb.i + 1, end - 1):
        if tokens[number].text in _ENDS:
            return end
        if tokens[number].lower in word_groups()["te_zin"]:
            opener = number
        if tokens[number].lower == "te" and tokens[number + 1].pos in ("VERB", "AUX"):
            if opener > 0:
                return opener
            below = [token.i for token in analysis.subtree(number + 1)]
            return -1 if verb.i in below else min(i for i in below if i > verb.i)
    return end


def _is_other_verb(analysis: Analysis, token: Token, verb: Token) -> bool:
    """Whether a verb stands in the field that is no noun and describes none: it may be one predicate."""
    if token.pos not in ("VERB", "AUX") or (token.tag and not token.tag.startswith("WW")):
        return False
    if token.dep in ("amod", "acl") or "prenom" in token.tag or "|nom" in token.tag:
        return False
    if token.is_finite or token.tag.startswith("WW|inf"):
        return True
    return token.head == verb.i and not joins_attributive(analysis, token)
