"""Clauses: the words that open them, and which finite verb belongs to which.

The parse alone will not do: it loses the structure of a sentence just where many clauses stand in it.
Dutch order helps. A word that opens a subordinate clause waits for its finite verb, and the word that
came last gets its verb first, as brackets close; a finite verb for which no word waits is that of a main
clause (Algemene Nederlandse Spraakkunst, 20.4 and 21.2).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from brievenbus.dutch.analysis import Analysis, Token
from brievenbus.dutch.spelling import data_lines
from brievenbus.dutch.verbs import has_two_readings, split_particle

_RESETS = frozenset({";", ":"})
"""Marks after which nothing waits for its verb any more."""

_NEAR = 4
"""Words before an infinitive among which a finite verb is its auxiliary (own judgement)."""


@cache
def clause_words(*groups: str) -> frozenset[str]:
    """Return the words of the groups of `data/bijzinwoorden.txt` with these names, or of all groups.

    Raises KeyError for a group that is not there.
    """
    pairs = dict(line.split(": ", 1) for line in data_lines("bijzinwoorden.txt"))
    return frozenset(word for name in groups or pairs for word in pairs[name].split())


@dataclass(frozen=True, slots=True)
class Clause:
    """A subordinate clause by two of its words: the one that opens it and its finite verb.

    Of two verbs after one opener (*als u verhuist en trouwt*) it is the first.
    """

    opener: Token
    verb: Token


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clauses of one sentence: the subordinate ones by their openers, the main ones by their verbs."""

    subordinate: tuple[Clause, ...]
    main: tuple[Token, ...]


def clauses(analysis: Analysis, number: int) -> Clauses:
    """Return the clauses of one sentence."""
    known: Clauses | None = analysis.notes.get(("clauses", number))
    if known is None:
        known = analysis.notes["clauses", number] = _Reader(analysis, number).read()
    return known


@dataclass
class _Reader:
    """Reads a sentence from left to right; `waiting` are the openers that have no verb yet.

    `last` is the verb of the clause that closed last, as long as no main clause came after it.
    """

    analysis: Analysis
    number: int
    waiting: list[Token] = field(default_factory=list)
    found: list[Clause] = field(default_factory=list)
    main: list[Token] = field(default_factory=list)
    last: Token | None = None

    def read(self) -> Clauses:
        """Return the clauses of the sentence."""
        for token in self.analysis.sentence(self.number):
            if token.text in _RESETS or token.lower == "want":
                self.waiting.clear()
            elif _is_finite(self.analysis, token) or (
                self.waiting and _is_hidden_plural(self.analysis, token)
            ):
                self._verb(token)
            elif _opens(self.analysis, token) or self._repeats(token):
                self.waiting.append(token)
            elif not (self.main or self.waiting) and _is_hidden_main(self.analysis, token):
                self._verb(token)
        self.found.sort(key=lambda clause: clause.opener.i)
        return Clauses(tuple(self.found), tuple(self.main))

    def _repeats(self, token: Token) -> bool:
        """Whether *en dat* opens a clause like the one before it, whatever its tag says."""
        before, following = self.analysis.tokens[token.i - 1], _next(self.analysis, token)
        return (
            bool(self.found)
            and token.lower == self.found[-1].opener.lower
            and before.lower in ("en", "of")
            and following is not None
            and not (following.is_finite or following.is_punct)
        )

    def _verb(self, token: Token) -> None:
        if self.waiting:
            self.found.append(Clause(self.waiting.pop(), token))
            self.last = token
        elif self.last is not None and self._joins(self.last, token):
            self.last = token
        elif not (self.main and _is_whole(token)):
            self.main.append(token)
            self.last = None

    def _joins(self, last: Token, token: Token) -> bool:
        """Whether a verb closes the same clause as the one before it: *als u belt en mailt, …*.

        As long as the sentence has no main clause, *en* cannot join two of those.
        """
        between = self.analysis.tokens[last.i + 1 : token.i]
        joined = next((t.i for t in between if t.lower in _JOINING), None)
        if joined is None:
            return _is_listed(self.analysis, last, token)
        if any(t.text == "," for t in self.analysis.tokens[last.i + 1 : joined - 1]):
            return False
        if self.main:
            return joined + 1 < token.i and _closes(self.analysis, token)
        _, end = self.analysis.sentences[token.sentence]
        return any(t.is_finite for t in self.analysis.tokens[token.i + 1 : end])


def _is_whole(token: Token) -> bool:
    """Whether a verb and its particle are one word, as only at the end of a clause: *en optreedt als*."""
    particle, _ = split_particle(token.lemma)
    return bool(particle) and token.lower.startswith(particle) and not has_two_readings(token.lemma)


_JOINING = frozenset({"en", "of", "maar"})


def _is_listed(analysis: Analysis, last: Token, token: Token) -> bool:
    """Whether a verb is the next of a row of verbs: *als u verhuist, trouwt of scheidt*."""
    following = _next(analysis, token)
    listed = following is not None and (following.text == "," or following.lower == "of")
    return listed and token.i == last.i + 2 and analysis.tokens[last.i + 1].text == ","


def _closes(analysis: Analysis, token: Token) -> bool:
    """Whether a verb stands at the end of a clause, with at most other verbs after it."""
    _, end = analysis.sentences[token.sentence]
    for after in analysis.tokens[token.i + 1 : end]:
        if after.is_punct or after.is_finite:
            return True
        if after.pos not in ("VERB", "AUX") and after.lower != "te":
            return False
    return True


def _is_finite(analysis: Analysis, token: Token) -> bool:
    """Whether a token is a finite verb, and no participle before its noun: *de vertegenwoordigde raad*."""
    if not token.is_finite or token.placeholder or token.lower in _SUBJECTS:
        return False
    return not _is_attribute(analysis, token)


def _is_attribute(analysis: Analysis, token: Token) -> bool:
    """Whether a past participle stands before its noun: *de aan u verleende vergunning*."""
    following = _next(analysis, token)
    if following is None or following.pos not in ("NOUN", "ADJ") or not token.lower.endswith("e"):
        return False
    first, _ = analysis.sentences[token.sentence]
    before = analysis.tokens[max(first, token.i - 3) : token.i]
    articles = [t.tag.startswith("LID") for t in before]
    inner = len(before) == 3 and before[1].pos == "ADP"
    return bool(articles) and (articles[-1] or (inner and articles[0]))


def _is_hidden_plural(analysis: Analysis, token: Token) -> bool:
    """Whether an infinitive by its tag is the finite verb of its clause: *dat wij die toekennen*."""
    if token.placeholder or not (_is_infinitive(token) or _is_relative_verb(analysis, token)):
        return False
    first, end = analysis.sentences[token.sentence]
    before = analysis.tokens[max(first, token.i - _NEAR) : token.i]
    if any(t.is_finite or t.lower in ("te", "om") for t in before):
        return False
    for after in analysis.tokens[token.i + 1 : end]:
        if after.is_finite:
            return False  # *als lezen moeilijk is*: the clause has a verb to come
        if after.is_punct or after.pos == "SCONJ":
            break
    return True


def _is_hidden_main(analysis: Analysis, token: Token) -> bool:
    """Whether an infinitive by its tag carries the sentence: *De leden bepalen of er …*."""
    below = [analysis.tokens[child] for child in analysis.children[token.i]]
    return (
        token.dep == "ROOT"
        and _is_infinitive(token)
        and any(t.dep == "nsubj" and t.i < token.i for t in below)
        and not any(t.lower == "te" or t.dep in ("aux", "aux:pass", "cop") for t in below)
    )


def _is_infinitive(token: Token) -> bool:
    return token.tag.startswith("WW|inf|vrij")


def _is_relative_verb(analysis: Analysis, token: Token) -> bool:
    """Whether the parser took a word for the verb of a relative clause, though the tagger did not."""
    below = (analysis.tokens[child] for child in analysis.children[token.i])
    return (
        token.dep == "acl:relcl"
        and token.lower.endswith("en")
        and not any(t.is_finite and t.dep in ("aux", "aux:pass", "cop") for t in below)
    )


def _next(analysis: Analysis, token: Token, step: int = 1) -> Token | None:
    """The token `step` places after this one in its sentence."""
    _, end = analysis.sentences[token.sentence]
    return analysis.tokens[token.i + step] if token.i + step < end else None


def _opens(analysis: Analysis, token: Token) -> bool:
    """Whether a word opens a subordinate clause with a finite verb."""
    word = token.lower
    if word in clause_words("voegwoord"):
        return not (_asks(analysis, token) or _is_elliptic(analysis, token))
    if word in clause_words("soms", "inhoud") and not token.tag.startswith("VNW"):
        return _opens_after_all(analysis, token)
    if word in clause_words("betrekkelijk"):
        return _is_relative(analysis, token) and not _asks(analysis, token)
    return word in clause_words("vraag") and not _asks(analysis, token)


def _is_elliptic(analysis: Analysis, token: Token) -> bool:
    """Whether a conjunction has no clause of its own: *indien nodig bellen wij u*."""
    word, following = _next(analysis, token), _next(analysis, token, 2)
    if word is None or word.is_punct or (token.lower, word.lower) == ("als", "volgt"):
        return True
    return word.pos in ("ADJ", "ADV") and (
        following is None or following.is_punct or following.is_finite
    )


_SUBJECTS = frozenset({"u", "wij", "we", "ik", "hij", "zij", "ze", "je", "jij", "er", "het", "men"})


def _opens_after_all(analysis: Analysis, token: Token) -> bool:
    """Whether *als, dan, of, tot* opens a clause, and does not just compare or join."""
    following, after = _next(analysis, token), _next(analysis, token, 2)
    if following is None or token.tag.startswith("VG|neven") or _is_elliptic(analysis, token):
        return False
    if token.i and {following.lower, analysis.tokens[token.i - 1].lower} <= _SUBJECTS:
        return False  # *hij of zij*
    if token.lower in clause_words("inhoud") and token.tag.startswith("VG|onder"):
        return not (token.lower == "of" and _joins_main(analysis, token))
    if token.lower in ("dan", "nu") and not token.tag.startswith("VG"):
        return token.lower == "nu" and _is_fronted(analysis, token)
    if _is_subject(following) and after is not None:
        return not (after.is_punct or after.pos == "SCONJ")
    marks = token.dep == "mark" and _has_finite(analysis, analysis.tokens[token.head], token)
    return marks or _is_fronted(analysis, token)


def _joins_main(analysis: Analysis, token: Token) -> bool:
    """Whether *of* joins main clauses, the verb in second place: *u belt, of u komt naar de balie*."""
    subject, verb, after = (_next(analysis, token, step) for step in (1, 2, 3))
    if subject is None or verb is None or after is None:
        return False
    final = after.is_punct or after.pos in ("VERB", "AUX")
    return _is_subject(subject) and verb.is_finite and not final


def _is_subject(token: Token) -> bool:
    """Whether a pronoun is the subject of a clause: not *het* in *tot het einde*."""
    return token.lower in _SUBJECTS and not token.tag.startswith("LID")


def _is_fronted(analysis: Analysis, token: Token) -> bool:
    """Whether a clause from this word on is closed by a comma and a second verb: *Als dit zo is, mag …*."""
    first, end = analysis.sentences[token.sentence]
    if token.i != first:
        return False
    verbs = False
    for number in range(first + 1, end - 1):
        verbs = verbs or analysis.tokens[number].is_finite
        if verbs and analysis.tokens[number].text == ",":
            after = analysis.tokens[number + 1 : number + 3]
            if after[0].is_finite or (after[0].lower == "dan" and after[-1].is_finite):
                return True
    return False


def _has_finite(analysis: Analysis, head: Token, opener: Token) -> bool:
    """Whether the word that an opener hangs on is, or has, a finite verb after that opener."""
    below = (analysis.tokens[child] for child in analysis.children[head.i])
    verbs = (head, *(t for t in below if t.dep in ("aux", "aux:pass", "cop")))
    return any(t.is_finite and t.i > opener.i for t in verbs)


def _is_relative(analysis: Analysis, token: Token) -> bool:
    """Whether *die, dat, wat* goes with a clause: by its tag; the words in *waar-* can do nothing else."""
    if token.lower == "waaronder":
        return _has_verb_before_mark(analysis, token)
    return token.lower.startswith("waar") or token.tag.startswith(("VNW|betr", "VNW|vb"))


def _has_verb_before_mark(analysis: Analysis, token: Token) -> bool:
    """Whether a finite verb comes before the next mark: not in *de bewoners, waaronder u, …*."""
    _, end = analysis.sentences[token.sentence]
    for after in analysis.tokens[token.i + 1 : end]:
        if after.is_finite or after.is_punct:
            return after.is_finite
    return False


def _asks(analysis: Analysis, token: Token) -> bool:
    """Whether a word opens a question of its own: *Wat moet u doen?*, *Welke brief krijgt u?*."""
    sentence = analysis.sentence(token.sentence)
    place = token.i - sentence[0].i
    for before in reversed(sentence[:place]):
        if before.text in _RESETS:
            break
        if not before.is_punct and before.lower not in clause_words("hoofdzin"):
            return False
    near = sentence[place + 1 : place + (5 if token.lower.startswith(("welk", "hoe")) else 2)]
    verbs = [t for t in sentence if t.is_finite]
    return any(t.is_finite for t in near) and (sentence[-1].text == "?" or len(verbs) == 1)
