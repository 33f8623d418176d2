"""The treebank: CoNLL-U into plain lists and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Sentence:
    """One sentence of the treebank; `heads` are indices within the sentence.

    What is not known is empty; a head that is not known is -1.
    """

    sent_id: str = ""
    words: list[str] = field(default_factory=list)
    spaces: list[bool] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    morphs: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)


def read_conllu(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file; multiword and empty tokens are left out."""
    sentence = Sentence()
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip():
            if sentence.words:
                yield sentence
            sentence = Sentence()
        elif line.startswith("# sent_id"):
            sentence.sent_id = line.split("=", 1)[1].strip()
        elif not line.startswith("#"):
            columns = line.split("\t")
            if columns[0].isdigit():
                _add_token(sentence, columns)
    if sentence.words:
        yield sentence


def _add_token(sentence: Sentence, columns: list[str]) -> None:
    number, word, lemma, upos, xpos, feats, head, dep, _, misc = columns
    sentence.words.append(word)
    sentence.spaces.append("SpaceAfter=No" not in misc)
    sentence.lemmas.append("" if lemma == "_" and word != "_" else lemma)
    sentence.pos.append("" if upos == "_" else upos)
    sentence.tags.append("" if xpos == "_" else xpos)
    sentence.morphs.append("" if feats == "_" else feats)
    if head == "_":
        sentence.heads.append(-1)
    else:
        sentence.heads.append(int(head) - 1 if head != "0" else int(number) - 1)
    sentence.deps.append({"root": "ROOT", "_": ""}.get(dep, dep))


def write_conllu(path: Path, sentences: Iterable[Sentence]) -> None:
    """Write sentences to a CoNLL-U file; a head or relation that is not known becomes ``_``."""
    with path.open("w", encoding="utf-8") as stream:
        for sentence in sentences:
            stream.write(f"# sent_id = {sentence.sent_id}\n")
            for i in range(len(sentence.words)):
                stream.write("\t".join(_columns(sentence, i)) + "\n")
            stream.write("\n")


def _columns(sentence: Sentence, i: int) -> list[str]:
    head, dep = sentence.heads[i], sentence.deps[i]
    number = "_" if head < 0 else str(0 if head == i else head + 1)
    values = (sentence.lemmas[i], sentence.pos[i], sentence.tags[i], sentence.morphs[i])
    lemma, pos, tag, morph = (value or "_" for value in values)
    space = "_" if sentence.spaces[i] else "SpaceAfter=No"
    relation = "root" if dep == "ROOT" else dep or "_"
    return [str(i + 1), sentence.words[i], lemma, pos, tag, morph, number, relation, "_", space]
