"""Sentence borders: a letter is full of full stops that end nothing."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brievenbus.dutch.abbreviations import abbreviations
from brievenbus.dutch.pipeline import Pipeline, load_pipeline
from brievenbus.dutch.sentences import sentence_starts

MATERIAL = Path(__file__).parents[1] / "material" / "sentences.tsv"
MINIMUM_F = 0.99


def material() -> list[tuple[str, list[str]]]:
    with MATERIAL.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(row["text"], row["sentences"].split(" || ")) for row in rows]


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return load_pipeline()


def cut(pipeline: Pipeline, text: str) -> list[str]:
    analysis = pipeline.analyse(text)
    spans = map(analysis.sentence_span, range(len(analysis.sentences)))
    return [text[start:end] for start, end in spans]


def test_finds_nearly_all_borders_of_the_material(pipeline: Pipeline) -> None:
    rows = material()
    analyses = pipeline.analyse_all([(text, ()) for text, _ in rows])
    right = found = wanted = 0
    for (text, sentences), analysis in zip(rows, analyses, strict=True):
        spans = {analysis.sentence_span(i) for i in range(len(analysis.sentences))}
        expected, position = set(), 0
        for sentence in sentences:
            start = text.index(sentence, position)
            position = start + len(sentence)
            expected.add((start, position))
        right += len(spans & expected)
        found, wanted = found + len(spans), wanted + len(expected)
    assert len(rows) == 120
    assert 2 * right / (found + wanted) >= MINIMUM_F


CASES = """
Dat weet u al. || Wij bellen u nog.
Het kost 25 min. || Neem iets mee.
Wij betalen max. 100 euro. || Meer niet.
Zie pag. 4 en par. 3 van dit besluit. || Daar staat het.
Geachte dhr. Jansen, u woont bij fam. De Boer.
De heer A.B. de Vries en mevr. C. Jansen wonen hier. || Zij huren.
Zie bijlage A. || Daarin staat meer. || Kies optie B. || Dan bent u klaar.
1. Vul het formulier in. || 2. Stuur het op. || 3. Wacht op ons bericht.
U betaalt: 1. € 45 voor het riool; 2. € 120 voor het afval.
U betaalt € 1.250,00. || Dat is veel. || U betaalt € 25,-. || Dat is minder.
Wij zijn open tot 17.00 uur. || Dat kan tot 16.30. || Kom langs.
Kijk op www.voorbeeld.nl. || Mail naar info@voorbeeld.nl. || Wij helpen u.
‘Komt u?’ vroeg hij. || “Ja.” || Zij kwam.
Wij helpen u. || (Dat kost niets.) || Bel ons.
De wet (art. 4:5 lid 1 Awb) geldt nog. || Zie ook nr. 5.
's Avonds zijn wij open. || 's Ochtends niet. || 't Is niet anders.
U woont in Nederland. || 12 mensen kwamen.
Wat moet u doen? || Bel ons! || Doe het snel.
De aannemer is Jansen B.V. || Die begint in mei.
Jansen B.V. begint in mei.
Neem papieren mee, zoals een paspoort, loonstroken e.d. || Kom op tijd.
Wij ontvingen uw brief d.d. 3 mei jl. || Wij lezen die.
Wij schreven: " U krijgt het geld. " || Dat klopt nog.
Zij zei: “ Ik kom. ” || Toen ging zij. || " Kom mee. " || Wij gingen.
""".strip().splitlines()


@pytest.mark.parametrize("case", CASES)
def test_cuts_where_a_sentence_ends(pipeline: Pipeline, case: str) -> None:
    expected = case.split(" || ")
    assert cut(pipeline, " ".join(expected)) == expected


def test_a_new_line_in_a_block_starts_a_sentence_where_it_has_a_capital(pipeline: Pipeline) -> None:
    assert cut(pipeline, "Uw kenmerk: Z-12\nOns kenmerk: 14") == [
        "Uw kenmerk: Z-12",
        "Ons kenmerk: 14",
    ]
    assert cut(pipeline, "Wij sturen u\nhet formulier.") == ["Wij sturen u\nhet formulier."]


def test_text_that_runs_on_from_a_heading_starts_a_sentence(pipeline: Pipeline) -> None:
    heading, text = "Klimaat en grondsoort", "Er zijn globaal drie systemen voor bosbouw."
    assert cut(pipeline, f"{heading} {text}") == [heading, text]


@pytest.mark.parametrize(
    "text",
    [
        "Wij slapen in hotel De Postwagen en eten daar.",
        "Wij verzoeken U om een kopie te sturen.",
        "De taal van uw zoon Sem is nog wat achtergebleven.",
    ],
)
def test_a_capital_in_a_sentence_starts_none(pipeline: Pipeline, text: str) -> None:
    assert cut(pipeline, text) == [text]


def test_an_abbreviation_that_the_tokenizer_cut_ends_nothing_either() -> None:
    words = ["Zie", "pag", ".", "Vier", "."]
    assert sentence_starts(words, [" ", "", " ", "", ""]) == [True, False, False, False, False]


def test_every_listed_abbreviation_is_one_token(pipeline: Pipeline) -> None:
    words = list(abbreviations())
    blocks = [(f"Wij gaan {word} ook mee", ()) for word in words]
    texts = [[token.text for token in found.tokens] for found in pipeline.analyse_all(blocks)]
    assert [word for word, tokens in zip(words, texts, strict=True) if word not in tokens] == []


PIECES = st.sampled_from(
    [
        "Wij",
        "u",
        "d.d.",
        "3",
        "mei",
        "jl.",
        ".",
        "?",
        "…",
        " ",
        "  ",
        "\n",
        "€ 25,-",
        "(",
        ")",
        "“",
        "”",
        "A.",
        "nr.",
        "'s",
        "B.V.",
        ":",
        ";",
        "1.",
        "www.x.nl",
        "é",
        "e\u0301",
        "🙂",
        "[naam]",
        "-",
        "\u00a0",
        "\u200b",
        "!",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_sentences_cover_all_tokens_in_order_and_point_at_the_text(text: str) -> None:
    analysis = load_pipeline().analyse(text)
    position = 0
    for number, (first, last) in enumerate(analysis.sentences):
        assert first == position < last
        position = last
        assert {token.sentence for token in analysis.tokens[first:last]} == {number}
        assert analysis.sentence_span(number) == (
            analysis.tokens[first].start,
            analysis.tokens[last - 1].end,
        )
    assert position == len(analysis.tokens)
    previous = 0
    for token in analysis.tokens:
        assert previous <= token.start < token.end
        assert text[token.start : token.end] == token.text
        assert text[previous : token.start].strip() == ""
        previous = token.end


@given(st.lists(PIECES.filter(str.strip), max_size=20), st.data())
def test_the_first_word_starts_a_sentence_and_white_space_never_does(
    words: list[str], data: st.DataObject
) -> None:
    gaps = [data.draw(st.sampled_from(["", " ", "\n"])) for _ in words]
    starts = sentence_starts(words, gaps)
    assert len(starts) == len(words)
    assert starts[:1] == [True][: len(words)]
