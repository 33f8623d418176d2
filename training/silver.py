"""Silver material: text that a program has annotated, for the layers where that program is better.

Run: ``python training/silver.py --treebank PATH --corpus PATH [--help-texts PATH] --output FOLDER``

- ``converted.conllu``: train_converted.conllu with part of speech, features and CGN tags of its own
  words read anew. The converted ones are right for 93.5% of the words; the readings of Frog with the
  relations of the tree for 99% (`tagging`). Relations that it mixes up are set or masked (`relations`).
  Heads and lemmas stay.
- ``raw.conllu``: sentences without a tree from policy rules, decision letters, sentence pairs, the
  examples in our own rules and (`--help-texts`: the folder of Debian's libreoffice-help-nl) help pages,
  which are full of imperatives and *u*. Part of speech, features, CGN tags and the lemmas of common
  words.
"""

from __future__ import annotations

import argparse
import csv
import html
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

import yaml
from conllu import Sentence, read_conllu, write_conllu
from frog import Reading, read_with_frog
from relations import Relations
from tagging import Tagging

from brievenbus import read
from brievenbus.dutch.pipeline import (
    OBJECT_TAG,
    POSSESSIVE_TAG,
    SUBJECT_TAG,
    load_pipeline,
)

ROOT = Path(__file__).parents[1]
SEED = 20261121
MIN_WORDS, MAX_WORDS = 3, 60
MAX_HELP_WORDS = 150_000
"""Help pages are half of all raw text otherwise, and they are no letters."""

TAG = re.compile(r"<[^>]+>")
PARAGRAPH = re.compile(r"<(p|h\d|li|td)\b[^>]*>(.*?)</\1>", re.DOTALL)
ENGLISH = re.compile(r"\b(?:the|and|of|is a|to)\b")
CODE = re.compile(r"[/=<>_\\;(].|.{31}")
"""A word that is a path, a formula or a number of a file: no Dutch, and Frog is slow on it."""
PREPOSITIONS = frozenset(
    {"aan", "voor", "van", "met", "bij", "door", "op", "over", "naar", "tegen", "om", "tot"}
    | {"namens", "zonder", "dan"}
)
RELATIVES = frozenset({"die", "dat", "wat", "waarvoor", "daarvoor"})
OPENERS = frozenset(
    {"als", "dat", "die", "wat", "zodat", "omdat", "indien", "of", "en", "wanneer", "waar", "hoe"}
    | {"tenzij", "voordat", "nadat", "totdat", "zoals", "waarop", "waarin", "waarmee", "waarvoor"}
    | {"waarvan", "terwijl", "mits", "hoeveel", "welke", "waarom", ","}
)
OPEN_CLASSES = {"NOUN", "VERB", "ADJ"}


def policy_rules(corpus: Path) -> Iterator[str]:
    """Yield the blocks of the policy rules and decision letters."""
    for file in sorted([*(corpus / "text").glob("*.txt"), *(corpus / "letters").rglob("*.txt")]):
        yield from (block.text for block in read(file).blocks)


def tables(corpus: Path) -> Iterator[str]:
    """Yield the sentences of the tables of pairs and words, and the labelled paragraphs."""
    for file in sorted([*(corpus / "pairs").glob("*.tsv"), *(corpus / "words").glob("*.tsv")]):
        with file.open(encoding="utf-8", newline="") as stream:
            for row in csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
                yield from (cell for cell in row if len(cell.split()) >= MIN_WORDS)
    for file in sorted((corpus / "eval").glob("*.json")):
        yield from _texts(json.loads(file.read_text(encoding="utf-8"))["items"])


def _texts(rows: list[dict[str, str]]) -> Iterator[str]:
    yield from (row["text"] for row in rows)


def rule_examples() -> Iterator[str]:
    """Yield the example sentences of our own rules, and the sample letters."""
    for file in sorted((ROOT / "rules").glob("*.yaml")):
        for rule in yaml.safe_load(file.read_text(encoding="utf-8")):
            for field in ("fout", "goed"):
                examples = rule.get(field) or []
                yield from [examples] if isinstance(examples, str) else examples
    for file in sorted((ROOT / "samples").glob("*.txt")):
        yield from (block.text for block in read(file).blocks)


def help_pages(folder: Path) -> Iterator[str]:
    """Yield the Dutch paragraphs of help pages, in a fixed random order, each once."""
    seen: dict[str, None] = {}
    for file in sorted(folder.rglob("*.html")):
        body = file.read_text(encoding="utf-8").split('id="DisplayArea"')[-1]
        for match in PARAGRAPH.finditer(body):
            text = " ".join(html.unescape(TAG.sub("", match.group(2))).split())
            if len(text.split()) >= MIN_WORDS and not ENGLISH.search(text):
                seen[text] = None
    texts = list(seen)
    random.Random(SEED).shuffle(texts)
    words = 0
    for text in texts:
        words += len(text.split())
        if words > MAX_HELP_WORDS:
            return
        yield text


def cut(texts: Iterator[str], name: str) -> Iterator[Sentence]:
    """Yield the sentences of texts, cut as Brievenbus cuts them, without annotation."""
    pipeline = load_pipeline()
    seen: set[str] = set()
    for text in texts:
        if text in seen or "|" in text:
            continue
        seen.add(text)
        for span in pipeline.cut(text):
            words = [token.text for token in span if not token.is_space]
            if not MIN_WORDS <= len(words) <= MAX_WORDS or any(map(CODE.search, words)):
                continue
            spaces = [bool(token.whitespace_) for token in span if not token.is_space]
            number = len(words)
            yield Sentence(
                sent_id=f"{name}-{len(seen)}",
                words=words,
                spaces=spaces,
                lemmas=[""] * number,
                pos=[""] * number,
                tags=[""] * number,
                morphs=[""] * number,
                heads=[-1] * number,
                deps=[""] * number,
            )


def set_polite(sentence: Sentence) -> None:
    """Set the annotation of *u* and *uw*, which the treebank has too seldom to learn them from.

    Frog calls every *u* a subject. It is one here at the start, beside its verb and after a word that opens
    a clause, but not where the verb has a noun or pronoun before it, nor after a preposition.
    """
    for i, word in enumerate(sentence.words):
        if word in ("uw", "Uw"):
            values = (POSSESSIVE_TAG, "Person=2|Poss=Yes|PronType=Prs")
        elif word == "u" or (word == "U" and _starts_clause(sentence, i)):
            case, tag = ("Nom", SUBJECT_TAG) if _is_subject(sentence, i) else ("Acc", OBJECT_TAG)
            values = (tag, f"Case={case}|Person=2|PronType=Prs")
        else:
            continue
        sentence.lemmas[i], sentence.pos[i] = word.lower(), "PRON"
        sentence.tags[i], sentence.morphs[i] = values


def _starts_clause(sentence: Sentence, i: int) -> bool:
    """Whether a capital U is the pronoun: first, last, after a mark or beside a word in small letters."""
    before = sentence.words[i - 1] if i else "."
    return i + 1 == len(sentence.words) or before.islower() or before in ".?!:;,"


def _is_subject(sentence: Sentence, i: int) -> bool:
    finite = [j for j in (i - 1, i + 1) if 0 <= j < len(sentence.words)]
    finite = [j for j in finite if sentence.tags[j].startswith("WW|pv")]
    before = sentence.words[i - 1].lower() if i else ""
    if before in PREPOSITIONS:
        return False
    if i - 1 in finite and i > 1 and sentence.pos[i - 2] in ("PRON", "NOUN", "PROPN"):
        return sentence.words[i - 2].lower() in RELATIVES
    return i == 0 or bool(finite) or before in OPENERS


def set_lemmas(sentence: Sentence, reading: list[Reading]) -> None:
    """Take Frog's lemma for common words without a capital; the others stay unknown.

    The treebank writes names and adjectives of places otherwise than Frog does.

    """
    for i, word in enumerate(sentence.words):
        if sentence.pos[i] in OPEN_CLASSES and word.islower() and word.isalpha():
            sentence.lemmas[i] = reading[i].lemma.lower()


def main() -> None:
    """Write converted.conllu and raw.conllu."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--treebank", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--help-texts", type=Path)
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    gold = list(read_conllu(options.treebank / "train.conllu"))
    gold_readings = list(read_with_frog([s.words for s in gold]))

    converted = list(read_conllu(options.treebank / "train_converted.conllu"))
    tagging = Tagging(with_tree=True)
    tagging.learn(gold, gold_readings)
    tagging.annotate(converted, list(read_with_frog([s.words for s in converted])))
    relations = Relations()
    relations.learn(gold)
    print(f"relations changed or masked: {relations.annotate(converted)}")
    write_conllu(options.output / "converted.conllu", converted)

    raw = [*cut(policy_rules(options.corpus), "beleid"), *cut(tables(options.corpus), "paren")]
    raw += cut(rule_examples(), "regels")
    if options.help_texts:
        raw += cut(help_pages(options.help_texts), "hulp")
    tagging = Tagging(with_tree=False)
    tagging.learn(gold, gold_readings)
    readings = list(read_with_frog([s.words for s in raw]))
    tagging.annotate(raw, readings)
    for sentence, reading in zip(raw, readings, strict=True):
        set_lemmas(sentence, reading)
        set_polite(sentence)
    write_conllu(options.output / "raw.conllu", raw)
    for name, sentences in (("converted", converted), ("raw", raw)):
        print(f"{name}: {len(sentences)} sentences, {sum(len(s.words) for s in sentences)} words")


if __name__ == "__main__":
    main()
