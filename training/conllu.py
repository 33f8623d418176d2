"""Read the treebank: CoNLL-U into plain lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Sentence:
    """One sentence of the treebank; `heads` are indices within the sentence."""

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
    sentence.lemmas.append(lemma)
    sentence.pos.append(upos)
    sentence.tags.append("" if xpos == "_" else xpos)
    sentence.morphs.append("" if feats == "_" else feats)
    sentence.heads.append(int(head) - 1 if head != "0" else int(number) - 1)
    sentence.deps.append("ROOT" if dep == "root" else dep)
