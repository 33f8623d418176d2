"""`onpersoonlijk`: a word that stands for the reader or the writer, where *u* or *wij* would do.

Anti-pattern: *Belanghebbende dient men hiervan op de hoogte te stellen.* Best practice: *U moet ons dit
laten weten.* A reader does not see that *de aanvrager* is he himself. Words for a third person, for many
people at once, or for a part someone plays (*als aanvrager*) are left alone.
"""

from __future__ import annotations

from brievenbus.checks.page import Check
from brievenbus.checks.sentences.common import finding, say, sentences
from brievenbus.checks.wordlists import word_list
from brievenbus.dutch import Analysis, Token
from brievenbus.findings import Category, Finding
from brievenbus.rulebook.profiles import Profile

RULE = "onpersoonlijk"

SPOKEN_TO = frozenset({"u", "uw", "uzelf", "je", "jij", "jou", "jouw", "jullie"})
"""With these in the sentence the reader has a name already, and the other word is someone else."""

ARTICLES = frozenset({"de", "genoemde", "voornoemde", "bovengenoemde", "betreffende"})
"""What may stand before a word for the reader; *een, elke, de vorige* make it someone else."""

PARTS = frozenset({"als", "per", "zonder", "elk", "tot"})
"""After these a bare noun is a part that someone plays (*als cliënt*), or any of them (*per klant*)."""

ADJECTIVAL = ("ende", "kende")
"""Words in these endings may describe the noun after them: *ondergetekende stukken*."""

QUOTES = frozenset("‘’“”„\"'")


def check(analysis: Analysis, profile: Profile) -> list[Finding]:
    """Find *men*, and words that keep the reader or the writer at a distance."""
    found = []
    for tokens in sentences(analysis):
        for index in range(len(tokens)):
            name = _message(tokens, index)
            if name is not None:
                word = tokens[index]
                text = say(RULE, name, woord=word.lower)
                found.append(finding(analysis, RULE, [word], text=text, category=Category.STIJL))
    return found


def _message(tokens: tuple[Token, ...], index: int) -> str | None:
    """The name of the message for a word; None where there is nothing to say."""
    kind = None if tokens[index].placeholder else _kind_of(tokens, index)
    # Looked at last: it goes through the whole sentence.
    return None if kind is None or _is_quoted(tokens, index) else kind


def _kind_of(tokens: tuple[Token, ...], index: int) -> str | None:
    """The name of the message for a word that is the writer's own."""
    word = tokens[index]
    if word.lower == "men":
        return "men" if _is_pronoun(tokens, index) else None
    if _describes(tokens, index):
        return None
    if word.lower in word_list("onpersoonlijk_schrijver"):
        return "schrijver"
    return "lezer" if _is_reader(tokens, index) else None


def _is_pronoun(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether *men* is no name: *mevrouw Men*."""
    word = tokens[index]
    pronoun = word.pos == "PRON" or word.tag.startswith("VNW")
    return pronoun and (word.text.islower() or not any(t.is_word for t in tokens[:index]))


def _is_reader(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a noun stands for the reader: *de aanvrager, belanghebbende*; bare also *cliënt*."""
    word = tokens[index]
    named = word.lower in word_list("onpersoonlijk_lezer")
    bare = word.pos == "NOUN" and word.lower in word_list("onpersoonlijk_zonder_lidwoord")
    if not (named or bare):
        return False
    if not any(t.is_finite for t in tokens) or any(t.lower in SPOKEN_TO for t in tokens):
        return False
    if _is_label(tokens, index) or _is_named(tokens, index):
        return False
    if _is_bare(tokens, index):
        return named or not (_is_joined(tokens, index) or _is_explained(tokens, index))
    return named and tokens[index - 1].lower in ARTICLES


def _is_quoted(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a word stands between quotation marks: it is someone else's, or talked about."""
    before = sum(t.text in QUOTES for t in tokens[:index])
    return before % 2 == 1 and any(t.text in QUOTES for t in tokens[index + 1 :])


def _describes(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a word in -ende describes the noun after it: *de ondergetekende verklaring*.

    Without an article only a plural can follow such a word: *dat belanghebbende recht heeft*.
    """
    if index + 1 >= len(tokens) or not tokens[index].lower.endswith(ADJECTIVAL):
        return False
    noun = tokens[index + 1]
    if noun.pos != "NOUN":
        return False
    return "|mv|" in noun.tag or not _is_bare(tokens, index)


def _is_bare(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether no article, number or adjective stands before a noun."""
    if index == 0:
        return True
    before = tokens[index - 1]
    if before.lower in PARTS:
        return False
    possessive = before.tag.startswith("VNW|bez")
    attribute = "prenom" in before.tag or before.pos in ("DET", "ADJ", "NUM", "PROPN")
    return not (possessive or attribute)


def _is_label(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a colon follows: a field of a form, or a word that is explained."""
    return index + 1 < len(tokens) and tokens[index + 1].text == ":"


def _is_named(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a name follows: *de aanvrager, de heer Jansen*, *verzoeker Jansen*."""
    after = [t for t in tokens[index + 1 : index + 5] if t.text != ","]
    if after and after[0].pos == "PROPN":
        return True
    return any(t.lower in ("heer", "mevrouw", "meneer", "familie") for t in after[:2])


def _is_explained(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a sentence says what a word means: *Huurder is het gewone woord*."""
    after = [t.lower for t in tokens[index + 1 : index + 3]]
    return len(after) > 1 and after[0] in ("is", "betekent") and after[1] in ("een", "het", "de")


def _is_joined(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether *en* or *of* joins a noun to another: *huurder en verhuurder* are two parties."""
    around = [*tokens[max(0, index - 1) : index], *tokens[index + 1 : index + 2]]
    return any(t.lower in ("en", "of") for t in around)


CHECK = Check(RULE, check)
