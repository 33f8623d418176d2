"""Sentences as letters have them, made from sentences of the treebank.

The treebank is encyclopedia and newspaper: four sentences with *u*, no imperatives. Two kinds of copies
are made, with the tree kept: third person becomes *u* (*hij heeft zijn aanvraag* → *u heeft uw
aanvraag*), and a main clause that starts with its subject becomes an imperative (*Hij stuurt de brief*
→ *Stuur de brief*). The sentences need not make sense; the trees are right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy

from conllu import Sentence

from brievenbus.dutch.pipeline import OBJECT_TAG, POSSESSIVE_TAG, SUBJECT_TAG

SUBJECTS = {"hij", "zij", "ze", "men", "je", "jij"}
OBJECTS = {"hem", "hen", "hun", "jou"}
POSSESSIVES = {"zijn", "haar", "hun", "jouw", "je"}
TO_BE = {"is": "bent", "was": "was"}


def polite(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """Yield a copy with *u* and *uw* of every sentence with a third person singular subject."""
    for sentence in sentences:
        changed = deepcopy(sentence)
        subjects = [i for i in range(len(changed.words)) if _to_polite(changed, i)]
        if subjects:
            for index in subjects:
                _agree(changed, index)
            yield changed


def _to_polite(sentence: Sentence, index: int) -> bool:
    """Turn one pronoun into *u* or *uw*; tell whether it was a subject."""
    word, dep, pos = sentence.words[index].lower(), sentence.deps[index], sentence.pos[index]
    tagged = bool(sentence.tags[index])
    if word in SUBJECTS and dep in ("nsubj", "nsubj:pass") and _singular_verb(sentence, index):
        _replace(
            sentence, index, "u", SUBJECT_TAG if tagged else "", "Case=Nom|Person=2|PronType=Prs"
        )
        return True
    if word in OBJECTS and pos == "PRON" and dep in ("obj", "iobj", "obl", "obl:arg"):
        _replace(
            sentence, index, "u", OBJECT_TAG if tagged else "", "Case=Acc|Person=2|PronType=Prs"
        )
    elif word in POSSESSIVES and dep == "nmod:poss":
        _replace(
            sentence,
            index,
            "uw",
            POSSESSIVE_TAG if tagged else "",
            "Person=2|Poss=Yes|PronType=Prs",
        )
    return False


def _singular_verb(sentence: Sentence, subject: int) -> bool:
    """Whether the finite verb of the subject's clause is singular."""
    head = sentence.heads[subject]
    verbs = [head] + [i for i, h in enumerate(sentence.heads) if h == head]
    return not any(
        "Number=Plur" in sentence.morphs[i] and "Fin" in sentence.morphs[i] for i in verbs
    )


def _replace(sentence: Sentence, index: int, word: str, tag: str, morph: str) -> None:
    capital = sentence.words[index][0].isupper()
    sentence.words[index] = word.capitalize() if capital else word
    sentence.lemmas[index] = word
    sentence.tags[index] = tag
    sentence.morphs[index] = morph


def _agree(sentence: Sentence, subject: int) -> None:
    """*u is* → *u bent*."""
    head = sentence.heads[subject]
    for index, word in enumerate(sentence.words):
        if sentence.heads[index] == head or index == head:
            bent = TO_BE.get(word.lower())
            if bent is not None and sentence.lemmas[index] == "zijn":
                sentence.words[index] = bent.capitalize() if word[0].isupper() else bent


def imperative(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """Yield *Stuur de brief* for *Hij stuurt de brief*: subject first, verb second, in the present."""
    for sentence in sentences:
        if len(sentence.words) < 4 or sentence.deps[0] != "nsubj" or sentence.pos[0] == "PROPN":
            continue
        verb = sentence.words[1]
        if (
            sentence.heads[0] != 1
            or sentence.tags[1] != "WW|pv|tgw|met-t"
            or not verb.endswith("t")
        ):
            continue
        if any(head == 0 for head in sentence.heads) or sentence.lemmas[1] in ("hebben", "zijn"):
            continue
        yield _without_subject(sentence, verb[:-1])


def _without_subject(sentence: Sentence, stem: str) -> Sentence:
    changed = deepcopy(sentence)
    _drop(changed, 0)
    changed.heads = [max(0, head - 1) for head in changed.heads]
    changed.words[0] = stem.capitalize()
    changed.tags[0] = "WW|pv|tgw|ev"
    return changed


def _drop(sentence: Sentence, index: int) -> None:
    """Take one word out of a sentence; the heads of the others stay as they were."""
    for values in (
        sentence.words,
        sentence.spaces,
        sentence.lemmas,
        sentence.pos,
        sentence.tags,
        sentence.morphs,
        sentence.heads,
        sentence.deps,
    ):
        del values[index]


def unpunctuated(sentences: Iterable[Sentence], every: int) -> Iterator[Sentence]:
    """Yield every n-th short sentence without its full stop, as a heading or an item stands."""
    short = [s for s in sentences if 2 < len(s.words) < 12 and s.words[-1] == "."]
    for sentence in short[::every]:
        changed = deepcopy(sentence)
        if any(head == len(changed.words) - 1 for head in changed.heads[:-1]):
            continue
        _drop(changed, -1)
        yield changed
