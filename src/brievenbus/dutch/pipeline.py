"""The language pipeline: from the text of one block to its words and sentences.

The embedded pipeline is the default. spaCy's own Dutch pipelines (`nl_core_news_sm`, `md`, `lg`) or a
folder with a pipeline are used when named. All go the same way: our sentence borders, their analysis.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources, util
from pathlib import Path
from threading import Lock
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from brievenbus.dutch.acceleration import accelerate, keep_word_vectors
from brievenbus.dutch.analysis import Analysis, Token
from brievenbus.dutch.lemmas import lemmas
from brievenbus.dutch.sentences import sentence_starts
from brievenbus.dutch.spacy_import import import_spacy
from brievenbus.dutch.unmarked import set_unmarked_starts
from brievenbus.letter import Placeholder, PlaceholderKind

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

EMBEDDED = "brievenbus-nl"
"""The name of the pipeline in the wheel."""

OURS = ("sentencizer", "senter")
"""Components whose work is done before the pipeline starts: sentence borders are ours."""

BATCH = 64
"""Blocks per batch; more gives nothing on letters."""


class LanguageModelError(Exception):
    """A pipeline cannot be used; the message is a Dutch sentence that says why and what to do."""


class Pipeline:
    """A loaded pipeline. `name` and `version` identify it in reports; safe to use from threads."""

    def __init__(self, nlp: Language, name: str) -> None:
        self._nlp = nlp
        self._lock = Lock()
        self.name = name
        self.version = str(nlp.meta.get("version", "0"))

    @property
    def identity(self) -> str:
        """Name and version, as reports print it."""
        return f"{self.name} {self.version}"

    def analyse(self, text: str, placeholders: Sequence[Placeholder] = ()) -> Analysis:
        """Analyse the text of one block, alone."""
        return self.analyse_all([(text, placeholders)])[0]

    def analyse_all(self, blocks: Sequence[tuple[str, Sequence[Placeholder]]]) -> list[Analysis]:
        """Analyse blocks, each given as its text and its merge fields.

        The result for a block depends on nothing outside it: the layers of the network work on each
        word's own window, so that going through in one batch only saves time (a test holds this).
        Merge fields are read as a name, date or number of the same length, so that the sentence
        around them parses and every offset stays.
        """
        filled = [i for i, (text, _) in enumerate(blocks) if text.strip()]
        analyses = [Analysis(text, (), ()) for text, _ in blocks]
        with self._lock, self._nlp.memory_zone():
            docs = [self._make_doc(_stand_in(*blocks[i])) for i in filled]
            for i, doc in zip(filled, self._read(docs), strict=True):
                analyses[i] = _to_analysis(blocks[i][0], doc, blocks[i][1])
        return analyses

    def _read(self, docs: list[Doc]) -> Iterator[Doc]:
        """Run the pipeline on documents that are cut into sentences at their full stops.

        The embedded pipeline first tells where a sentence starts without a full stop before it.
        """
        if self.name != EMBEDDED:
            return self._nlp.pipe(docs, batch_size=BATCH, disable=OURS)
        vectors: Any = self._nlp.get_pipe("tok2vec")
        docs = list(vectors.pipe(docs, batch_size=BATCH))
        if docs:
            set_unmarked_starts(docs, self._nlp.get_pipe("senter"))
        return self._nlp.pipe(docs, batch_size=BATCH, disable=(*OURS, "tok2vec"))

    def cut(self, text: str) -> list[list[SpacyToken]]:
        """Cut the text of one block into sentences of tokens, without reading them."""
        sentences: list[list[SpacyToken]] = []
        for token in self._make_doc(text):
            if token.is_sent_start or not sentences:
                sentences.append([])
            sentences[-1].append(token)
        return sentences

    def _make_doc(self, text: str) -> Doc:
        """Cut a text into tokens and set where its sentences start."""
        doc = self._nlp.make_doc(text)
        starts = sentence_starts([token.text for token in doc], _gaps(doc))
        for token, start in zip(doc, starts, strict=True):
            token.is_sent_start = start
        return doc


def load_pipeline(name: str = EMBEDDED) -> Pipeline:
    """Load a pipeline once: the embedded one, an installed package, or a folder.

    Raises `LanguageModelError` where there is none, where it is not Dutch or lacks a component.
    """
    with _LOADING:
        return _loaded(name)


_LOADING = Lock()


@cache
def _loaded(name: str) -> Pipeline:
    path = _find(name)
    try:
        nlp = _load(path)
    except LanguageModelError:
        raise
    except Exception as error:
        raise LanguageModelError(
            f"Het taalmodel '{name}' is niet te openen. Installeer het opnieuw, "
            "of laat --model weg."
        ) from error
    _refuse_unfit(nlp, name)
    if name == EMBEDDED:
        keep_word_vectors(nlp)
    return Pipeline(nlp, EMBEDDED if name == EMBEDDED else str(nlp.meta.get("name") or name))


def _find(name: str) -> Path:
    """Return the folder of a pipeline: it holds `config.cfg`."""
    if name == EMBEDDED:
        return Path(str(resources.files("brievenbus.dutch"))) / "data" / "model"
    folder = Path(name)
    if not (folder / "config.cfg").is_file():
        folder = _package_folder(name)
    return folder


def _package_folder(name: str) -> Path:
    """Return the folder of an installed pipeline: it stands in a package of that name."""
    try:
        spec = util.find_spec(name) if name.isidentifier() else None
    except (ImportError, ValueError):
        spec = None
    for place in (spec and spec.submodule_search_locations) or ():
        for config in sorted(Path(place).glob("*/config.cfg")):
            return config.parent
    raise LanguageModelError(
        f"Het taalmodel '{name}' staat niet op deze computer. Installeer het, of laat --model weg: "
        "dan gebruikt Brievenbus zijn eigen taalmodel."
    )


def _load(path: Path) -> Language:
    """Load a pipeline without spaCy's list of Dutch exceptions.

    Making a `Dutch` object registers some 4,000 exceptions, which the pipeline's own tokenizer then
    replaces: three quarters of the time to load, for nothing.
    """
    import_spacy()
    from spacy.util import load_config, load_meta

    config = load_config(path / "config.cfg")
    language = config["nlp"]["lang"]
    if language != "nl":
        raise LanguageModelError(
            f"Het taalmodel in '{path.name}' is voor de taal '{language}'. Kies een taalmodel voor "
            "het Nederlands, of laat --model weg."
        )
    nlp = _light_dutch().from_config(config, meta=load_meta(path / "meta.json"))
    loaded: Language = nlp.from_disk(path)
    accelerate(loaded)
    return loaded


@cache
def _light_dutch() -> Any:
    from spacy.lang.nl import Dutch

    defaults = type("LightDutchDefaults", (Dutch.Defaults,), {"tokenizer_exceptions": {}})
    return type("LightDutch", (Dutch,), {"lang": "nl", "Defaults": defaults})


def _refuse_unfit(nlp: Language, name: str) -> None:
    """Refuse a pipeline that lacks what the checks rest on, naming what is missing."""
    factories = {nlp.get_pipe_meta(pipe).factory for pipe in nlp.pipe_names}
    missing = []
    if "parser" not in factories:
        missing.append("zinsontleding (parser)")
    if not factories & {"lemmatizer", "trainable_lemmatizer"}:
        missing.append("woordenboekvormen (lemmatizer)")
    if not factories & {"morphologizer", "tagger"}:
        missing.append("woordsoorten (morphologizer)")
    if not missing:
        labels = set(nlp.get_pipe("parser").labels)  # type: ignore[attr-defined]
        if not {"nsubj", "obj"} <= labels:
            missing.append("de namen van Universal Dependencies (nsubj, obj)")
    if missing:
        raise LanguageModelError(
            f"Het taalmodel '{name}' mist {' en '.join(missing)}. Kies een ander taalmodel, of laat "
            "--model weg."
        )


def _gaps(doc: Doc) -> list[str]:
    """The white space after each token; line breaks are tokens of their own in spaCy."""
    gaps = [token.whitespace_ for token in doc]
    for index in range(len(doc) - 1):
        if doc[index + 1].is_space:
            gaps[index] += doc[index + 1].text
    return gaps


def _stand_in(text: str, placeholders: Sequence[Placeholder]) -> str:
    """Put a word of the same length in the place of each merge field."""
    for placeholder in placeholders:
        length = placeholder.end - placeholder.start
        if placeholder.kind is PlaceholderKind.NAME:
            word = ("Jansen" + "sen" * length)[:length]
        else:
            word = "1" * length
        text = text[: placeholder.start] + word + text[placeholder.end :]
    return text


def _to_analysis(text: str, doc: Doc, placeholders: Sequence[Placeholder]) -> Analysis:
    """Turn spaCy's document into plain values; tokens of white space are left out."""
    kept = [token for token in doc if not token.is_space]
    number = {token.i: i for i, token in enumerate(kept)}
    filled = {position for p in placeholders for position in range(p.start, p.end)}
    tokens: list[Token] = []
    firsts: list[int] = []
    for i, (token, lemma) in enumerate(zip(kept, lemmas(kept), strict=True)):
        if token.is_sent_start or i == 0:
            firsts.append(i)
        start = token.idx
        end = start + len(token)
        pos, tag, morph = _reading(token)
        tokens.append(
            Token(
                i=i,
                text=text[start:end],
                start=start,
                end=end,
                lemma=lemma,
                pos=pos,
                tag=tag,
                morph=_features(morph),
                dep=token.dep_,
                head=number.get(token.head.i, i),
                sentence=len(firsts) - 1,
                placeholder=start in filled,
                entity=token.ent_type_,
            )
        )
    ends = [*firsts[1:], len(tokens)]
    return Analysis(text, tuple(tokens), tuple(zip(firsts, ends, strict=True)))


def _reading(token: SpacyToken) -> tuple[str, str, str]:
    """Part of speech, tag and features; *u* and *uw* are pronouns, whatever the pipeline says.

    Newspapers have few of them, so that pipelines err. After a number *u* is short for *uur*.
    """
    polite = token.lower_ in ("u", "uw") and token.pos_ not in ("PRON", "DET")
    if not polite or (token.i > 0 and token.nbor(-1).like_num):
        return token.pos_, token.tag_, str(token.morph)
    if token.lower_ == "uw":
        return "PRON", POSSESSIVE_TAG, "Person=2|Poss=Yes|PronType=Prs"
    if token.dep_.startswith("nsubj"):
        return "PRON", SUBJECT_TAG, "Case=Nom|Person=2|PronType=Prs"
    return "PRON", OBJECT_TAG, "Case=Acc|Person=2|PronType=Prs"


SUBJECT_TAG = "VNW|pers|pron|nomin|vol|2b|getal"
OBJECT_TAG = "VNW|pers|pron|obl|vol|2b|getal"
POSSESSIVE_TAG = "VNW|bez|det|stan|vol|2b|getal|prenom|zonder|agr"
"""The tags of *u* and *uw* that the embedded pipeline has learned (CGN, Van Eynde 2004)."""


@lru_cache(maxsize=1000)
def _features(morph: str) -> Mapping[str, str]:
    """The features of a word (``Number=Sing|Tense=Past``), the same value for the same text."""
    pairs = (part.split("=", 1) for part in morph.split("|") if "=" in part)
    return MappingProxyType(dict(pairs))
