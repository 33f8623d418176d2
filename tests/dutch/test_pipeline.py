"""The pipeline: a block is analysed alone, offsets stay, and a model that does not fit is refused."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brievenbus import dutch
from brievenbus.documents import read
from brievenbus.dutch import Analysis
from brievenbus.dutch.pipeline import EMBEDDED, LanguageModelError, Pipeline, load_pipeline
from brievenbus.letter import Placeholder, PlaceholderKind

MODEL = Path(dutch.__file__).parent / "data" / "model"
SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return load_pipeline()


@cache
def sample_blocks() -> tuple[str, ...]:
    letters = [read(path) for path in sorted(SAMPLES.glob("*.txt")) if path.stem != "README"]
    return tuple(sorted({block.text for letter in letters for block in letter.blocks}))


@cache
def alone(text: str) -> Analysis:
    return load_pipeline().analyse(text)


ODD_TEXTS = ("", " ", "\n", "?", "🙂", "A", "e\u0301e\u0301n", "1. ", "— — —", "x" * 400)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(sample_blocks() + ODD_TEXTS), max_size=12))
def test_a_block_gives_the_same_alone_as_in_any_batch(texts: list[str]) -> None:
    batch = load_pipeline().analyse_all([(text, ()) for text in texts])
    assert batch == [alone(text) for text in texts]


def test_the_same_from_four_threads(pipeline: Pipeline) -> None:
    texts = sample_blocks()[:12]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(pipeline.analyse, texts * 3))
    assert found == [alone(text) for text in texts] * 3


TEXTS_WITH_OFFSETS = [
    "Wij 🙂 sturen u 👨‍👩‍👧 een brief.",
    "Cafe\u0301 en één patiënt: financie\u0308le hulp.",
    "Uw\u00a0brief\u2009kost € 25,-.\tBel ons.",
    "Regel een\nregel twee\r\nregel drie",
    "“Geachte heer, ‘u’…” (zie nr. 5)",
    "Straße ﬁets Ĳsselmeer 𝔄 naïef",
    "\u200bWij\u00adbellen u.",
]


@pytest.mark.parametrize("text", TEXTS_WITH_OFFSETS)
def test_offsets_count_code_points(pipeline: Pipeline, text: str) -> None:
    analysis = pipeline.analyse(text)
    assert analysis.tokens
    for token in analysis.tokens:
        assert text[token.start : token.end] == token.text
    joined = "".join(token.text for token in analysis.tokens)
    assert joined == "".join(text.split())


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u00a0"])
def test_an_empty_block_has_no_words_and_no_sentences(pipeline: Pipeline, text: str) -> None:
    assert pipeline.analyse(text) == Analysis(text, (), ())


def field(text: str, name: str, kind: PlaceholderKind) -> tuple[Placeholder, ...]:
    start = text.index(name)
    return (Placeholder(start, start + len(name), kind),)


FIELDS: list[tuple[str, str, str, PlaceholderKind]] = [
    (
        "Wij sturen [naam aanvrager] een brief.",
        "[naam aanvrager]",
        "Jansensensensens",
        PlaceholderKind.NAME,
    ),
    ("U krijgt «bedrag» euro van ons.", "«bedrag»", "11111111", PlaceholderKind.NUMBER),
    ("Wij ontvingen uw brief van <<datum>> al.", "<<datum>>", "111111111", PlaceholderKind.DATE),
    ("🙂 Wij helpen {{Naam}} met de aanvraag.", "{{Naam}}", "Jansense", PlaceholderKind.NAME),
]


@pytest.mark.parametrize(("text", "name", "word", "kind"), FIELDS)
def test_a_merge_field_is_read_as_a_word_and_marked(
    pipeline: Pipeline, text: str, name: str, word: str, kind: PlaceholderKind
) -> None:
    with_field = pipeline.analyse(text, field(text, name, kind))
    with_word = pipeline.analyse(text.replace(name, word))
    marked = [token for token in with_field.tokens if token.placeholder]
    assert "".join(token.text for token in marked) == name
    assert not any(token.is_word for token in marked)
    rest = [
        (t.start, t.end, t.lemma, t.pos, t.dep, t.head)
        for t in with_field.tokens
        if not t.placeholder
    ]
    assert rest == [
        (t.start, t.end, t.lemma, t.pos, t.dep, t.head)
        for t in with_word.tokens
        if t.i not in {token.i for token in marked}
    ]
    assert with_field.sentences == with_word.sentences


@pytest.mark.parametrize(
    ("sentence", "word", "lemma"),
    [
        ("Het college stelt de hoogte van uw uitkering vast.", "stelt", "vaststellen"),
        ("Wij kennen u een uitkering toe.", "kennen", "toekennen"),
        ("Wij delen u mee dat u geld krijgt.", "delen", "meedelen"),
        ("U vraagt een uitkering aan.", "vraagt", "aanvragen"),
        ("De gemeente keert het bedrag uit.", "keert", "uitkeren"),
        ("Wij wijzen uw aanvraag af.", "wijzen", "afwijzen"),
        ("U dient het formulier in.", "dient", "indienen"),
        ("Wij vorderen het bedrag terug.", "vorderen", "terugvorderen"),
        ("U dient het formulier in te vullen.", "vullen", "invullen"),
        ("Wij zeggen u toe dat wij bellen.", "zeggen", "toezeggen"),
    ],
)
def test_a_separated_verb_gets_its_whole_lemma(
    pipeline: Pipeline, sentence: str, word: str, lemma: str
) -> None:
    analysis = pipeline.analyse(sentence)
    assert [token.lemma for token in analysis.tokens if token.text == word] == [lemma]


def test_only_names_keep_a_capital_in_their_lemma(pipeline: Pipeline) -> None:
    analyses = pipeline.analyse_all([(text, ()) for text in sample_blocks()])
    tokens = [token for analysis in analyses for token in analysis.tokens]
    assert {t.text for t in tokens if t.lemma != t.lemma.lower() and t.pos != "PROPN"} == set()


def test_knows_heads_and_children(pipeline: Pipeline) -> None:
    analysis = pipeline.analyse("De gemeente stuurt een brief aan de bewoners.")
    for token in analysis.tokens:
        assert 0 <= token.head < len(analysis.tokens)
        assert token.i in analysis.children[token.head] or token.head == token.i
    root = next(token for token in analysis.tokens if token.dep == "ROOT")
    assert sorted(token.i for token in analysis.subtree(root.i)) == list(
        range(len(analysis.tokens))
    )


def test_says_which_pipeline_it_is(pipeline: Pipeline) -> None:
    assert pipeline.name == EMBEDDED
    assert pipeline.identity == f"{EMBEDDED} {pipeline.version}"
    assert load_pipeline() is pipeline


def english(folder: Path) -> None:
    import spacy

    spacy.blank("en").to_disk(folder)


def without_components(folder: Path) -> None:
    import spacy

    spacy.blank("nl").to_disk(folder)


def without_parser(folder: Path) -> None:
    import spacy

    spacy.load(MODEL, exclude=["parser"]).to_disk(folder)


def with_other_labels(folder: Path) -> None:
    import spacy
    from spacy.tokens import Doc
    from spacy.training import Example

    nlp = spacy.blank("nl")
    for name in ("morphologizer", "parser", "trainable_lemmatizer"):
        nlp.add_pipe(name)
    doc = Doc(
        nlp.vocab,
        words=["Wij", "bellen", "u"],
        pos=["PRON", "VERB", "PRON"],
        lemmas=["wij", "bellen", "u"],
        heads=[1, 1, 1],
        deps=["su", "ROOT", "obj1"],
    )
    example = Example(nlp.make_doc("Wij bellen u"), doc)
    nlp.initialize(lambda: [example] * 20)
    nlp.to_disk(folder)


def broken(folder: Path) -> None:
    folder.mkdir()
    (folder / "config.cfg").write_text("[nlp\n", encoding="utf-8")


def without_language(folder: Path) -> None:
    folder.mkdir()
    (folder / "config.cfg").write_text("[nlp]\npipeline = []\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("make", "part"),
    [
        (english, "voor de taal 'en'"),
        (
            without_components,
            "zinsontleding (parser) en woordenboekvormen (lemmatizer) en woordsoorten",
        ),
        (without_parser, "mist zinsontleding (parser). Kies"),
        (with_other_labels, "mist de namen van Universal Dependencies (nsubj, obj)"),
        (broken, "niet te openen"),
        (without_language, "niet te openen"),
    ],
)
def test_refuses_a_pipeline_that_does_not_fit_and_says_why(
    tmp_path: Path, make: Callable[[Path], None], part: str
) -> None:
    folder = tmp_path / "model"
    make(folder)
    with pytest.raises(LanguageModelError, match="--model") as caught:
        load_pipeline(str(folder))
    assert part in str(caught.value)
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize(
    "name",
    [
        "nl_core_news_bestaat_niet",
        "",
        "/geen/map",
        "os",
        "json",
        "__main__",
        "spacy",
        "a b",
        "nul\0",
        "../..",
    ],
)
def test_says_which_pipeline_is_not_there(name: str) -> None:
    with pytest.raises(LanguageModelError, match="staat niet op deze computer") as caught:
        load_pipeline(name)
    assert f"'{name}'" in str(caught.value)


def test_loading_brings_no_http_client_and_leaves_spacy_whole(project: Path) -> None:
    code = (
        "import sys\n"
        "from brievenbus.dutch.pipeline import load_pipeline\n"
        "load_pipeline().analyse('Wij geven u een formulier.')\n"
        "print({'requests', 'httpx', 'urllib3', 'spacy.cli'} & set(sys.modules))\n"
        "import spacy.cli\n"
        "print(callable(spacy.cli.download), spacy.info(silent=True)['spacy_version'][:2])\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=project,
        env={**os.environ, "PYTHONPATH": "src"},
        capture_output=True,
        encoding="utf-8",
    )
    assert ran.stdout.splitlines() == ["set()", "True 3."], ran.stderr
