"""Rules find their words in every form and order, and not where they should not."""

from __future__ import annotations

import pytest
from tests.checks.conftest import RulesFrom

from brievenbus.checks.rules.whole_letter import first_uses
from brievenbus.checks.rules.words import WordRules
from brievenbus.dutch.pipeline import Pipeline
from brievenbus.findings import Finding


def found(pipeline: Pipeline, rules: WordRules, text: str) -> list[tuple[str, str]]:
    result = rules.check(pipeline.analyse(text))
    terms = [term.finding for term in result.terms if not term.explained]
    return [(finding.rule, finding.text) for finding in (*result.findings, *terms)]


def only(pipeline: Pipeline, rules: WordRules, text: str) -> Finding:
    (finding,) = rules.check(pipeline.analyse(text)).findings
    return finding


VERBS = """
{id: verstrekken, soort: woord, zoek: verstrekken, woordsoort: werkwoord, kies: geven, niet_bij: [verstrekkende gevolgen]}
{id: toekennen, soort: woord, zoek: toekennen, woordsoort: werkwoord, kies: geven}
{id: vaststellen, soort: woord, zoek: vaststellen, woordsoort: werkwoord, kies: bepalen}
{id: in-kennis, soort: zinsdeel, zoek: in kennis stellen, kies: [laten weten]}
{id: zorg-dragen, soort: zinsdeel, zoek: zorg dragen … voor, kies: [zorgen … voor]}
{id: dienen-te, soort: zinsdeel, zoek: "dienen … te {ww}", kies: ["moeten … {ww}"]}
"""


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ("Wij verstrekken u een formulier.", "verstrekken", "verstrekken"),
        ("De gemeente verstrekt u een formulier.", "verstrekken", "verstrekt"),
        ("De gemeente verstrekte u een formulier.", "verstrekken", "verstrekte"),
        ("Wij hebben u een formulier verstrekt.", "verstrekken", "verstrekt"),
        ("U leest de verstrekte gegevens.", "verstrekken", "verstrekte"),
        ("Wij vragen u om gegevens te verstrekken.", "verstrekken", "verstrekken"),
        ("Verstrekt u ons de gegevens?", "verstrekken", "Verstrekt"),
        ("Wij kennen u een uitkering toe.", "toekennen", "kennen u een uitkering toe"),
        ("De gemeente kende u een uitkering toe.", "toekennen", "kende u een uitkering toe"),
        ("Wij hebben u een uitkering toegekend.", "toekennen", "toegekend"),
        ("Als wij u een uitkering toekennen, bellen wij.", "toekennen", "toekennen"),
        ("Wij besloten u een uitkering toe te kennen.", "toekennen", "toe te kennen"),
        (
            "Het college stelt de hoogte van uw uitkering vast.",
            "vaststellen",
            "stelt de hoogte van uw uitkering vast",
        ),
        ("Wij stellen u morgen in kennis.", "in-kennis", "stellen u morgen in kennis"),
        ("Wij hebben u in kennis gesteld.", "in-kennis", "in kennis gesteld"),
        ("Wij vragen u ons in kennis te stellen.", "in-kennis", "in kennis te stellen"),
        ("Wij dragen zorg voor schone straten.", "zorg-dragen", "dragen zorg voor"),
        ("Wij moeten zorg dragen voor schone straten.", "zorg-dragen", "zorg dragen voor"),
        ("U dient te betalen.", "dienen-te", "dient te betalen"),
        ("U dient het formulier in te vullen.", "dienen-te", "dient het formulier in te vullen"),
        ("Het formulier dient te worden ondertekend.", "dienen-te", "dient te worden"),
        ("Voor 1 mei dient u het bedrag te betalen.", "dienen-te", "dient u het bedrag te betalen"),
    ],
)
def test_finds_a_verb_in_every_form_and_order(
    pipeline: Pipeline, rules_from: RulesFrom, text: str, rule: str, words: str
) -> None:
    assert found(pipeline, rules_from(VERBS), text) == [(rule, words)]


@pytest.mark.parametrize(
    "text",
    [
        "Wij geven u een formulier.",
        "Dit heeft verstrekkende gevolgen voor u.",
        "Mevrouw Verstrekken belt u morgen.",
        "Kijk op www.verstrekken.nl of mail naar verstrekken@voorbeeld.nl.",
        "U kent de weg naar Hoogezand; wij komen naar u toe.",
        "Wij dragen zorg.",
        "Wij stellen vragen. Dat staat vast.",
        "De regels dienen u en niet ons.",
    ],
)
def test_does_not_find_what_only_looks_like_it(
    pipeline: Pipeline, rules_from: RulesFrom, text: str
) -> None:
    assert found(pipeline, rules_from(VERBS), text) == []


def test_names_the_words_found_where_others_stand_between(
    pipeline: Pipeline, rules_from: RulesFrom
) -> None:
    text = "Het college stelt de hoogte vast."
    finding = only(pipeline, rules_from(VERBS), text)
    assert [text[start:end] for start, end in finding.parts] == ["stelt", "vast"]
    assert (finding.start, finding.end) == (12, 32)


@pytest.mark.parametrize(
    ("words", "fires"),
    [
        ("", True),
        ("een twee drie vier vijf zes", True),
        ("een twee drie vier vijf zes zeven", False),
    ],
)
def test_a_gap_holds_six_words_at_most(
    pipeline: Pipeline, rules_from: RulesFrom, words: str, fires: bool
) -> None:
    rules = rules_from("{id: hetzij, soort: zinsdeel, zoek: hetzij … hetzij, kies: of … of}")
    text = f"Betaal hetzij {words} hetzij niet.".replace("  ", " ")
    assert bool(found(pipeline, rules, text)) is fires


@pytest.mark.parametrize(
    "text",
    [
        "Betaal hetzij nu, hetzij later.",
        "Betaal hetzij nu. Of hetzij later.",
        "Kies: hetzij nu; dan hetzij later.",
    ],
)
def test_a_gap_stays_within_its_clause(
    pipeline: Pipeline, rules_from: RulesFrom, text: str
) -> None:
    rules = rules_from("{id: hetzij, soort: zinsdeel, zoek: hetzij … hetzij, kies: of … of}")
    assert found(pipeline, rules, text) == []


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("U krijgt een aanslag van de gemeente.", True),
        ("Er was een aanslag op de bank.", False),
        ("Na de aanslag op de bank kreeg u een aanslag van ons.", True),
        ("U krijgt twee aanslagen.", True),
    ],
)
def test_niet_bij_silences_the_place_and_not_the_sentence(
    pipeline: Pipeline, rules_from: RulesFrom, text: str, fires: bool
) -> None:
    rules = rules_from(
        "{id: aanslag, soort: woord, zoek: aanslag, woordsoort: zelfstandig, kies: rekening, niet_bij: aanslag op}"
    )
    assert bool(found(pipeline, rules, text)) is fires


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("U moet het bedrag voldoen.", True),
        ("De voldoening van de rekeningen moet u voldoen.", True),
        ("U moet aan de eisen voldoen.", False),
        ("U moet voldoen. Het bedrag is hoog.", False),
    ],
)
def test_alleen_bij_asks_for_company_in_the_same_sentence(
    pipeline: Pipeline, rules_from: RulesFrom, text: str, fires: bool
) -> None:
    rules = rules_from(
        "{id: voldoen, soort: woord, zoek: voldoen, woordsoort: werkwoord, kies: betalen, alleen_bij: [bedrag, rekening]}"
    )
    assert bool(found(pipeline, rules, text)) is fires


def test_the_longest_match_wins(pipeline: Pipeline, rules_from: RulesFrom) -> None:
    rules = rules_from(
        """
        {id: kort, soort: woord, zoek: betrekking, woordsoort: zelfstandig, kies: baan}
        {id: lang, soort: zinsdeel, zoek: met betrekking tot, kies: over}
        {id: midden, soort: zinsdeel, zoek: betrekking tot, kies: over}
        """
    )
    assert found(pipeline, rules, "Met betrekking tot uw vraag bellen wij.") == [
        ("lang", "Met betrekking tot")
    ]
    assert found(pipeline, rules, "U zoekt een betrekking.") == [("kort", "betrekking")]


def test_a_word_as_written_goes_before_a_form_of_another(
    pipeline: Pipeline, rules_from: RulesFrom
) -> None:
    rules = rules_from(
        """
        {id: indienen, soort: woord, zoek: indienen, woordsoort: werkwoord, kies: sturen}
        {id: indien, soort: woord, zoek: indien, woordsoort: voegwoord, kies: als}
        """
    )
    for text in ("Indien u belt, helpen wij u.", "INDIEN U BELT, HELPEN WIJ U."):
        assert [rule for rule, _ in found(pipeline, rules, text)] == ["indien"]


def test_a_pattern_asks_for_each_word(pipeline: Pipeline, rules_from: RulesFrom) -> None:
    rules = rules_from(
        "{id: p, soort: patroon, zoek: [{lemma: hoog, woordsoort: bijvoeglijk}, {lemma: bedrag}]}"
    )
    assert found(pipeline, rules, "Dit zijn hoge bedragen.") == [("p", "hoge bedragen")]
    assert found(pipeline, rules, "Het bedrag is hoog.") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Stuur uw BSN mee.", "BSN"),
        ("Zie d.d. 3 mei.", "d.d."),
        ("Bel i.v.m. uw vraag.", "i.v.m."),
    ],
)
def test_finds_abbreviations(
    pipeline: Pipeline, rules_from: RulesFrom, text: str, words: str
) -> None:
    rules = rules_from(
        """
        {id: bsn, soort: afkorting, zoek: BSN, kies: burgerservicenummer}
        {id: dd, soort: afkorting, zoek: d.d., kies: van}
        {id: ivm, soort: afkorting, zoek: i.v.m., kies: vanwege}
        """
    )
    assert [text for _, text in found(pipeline, rules, text)] == [words]


TERM = '{id: dwangsom, soort: vakterm, zoek: dwangsom, leg_uit: "geld dat u moet betalen als u niet doet wat moet", al_uitgelegd: [dat is, bedrag aan boete]}'


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("U krijgt een dwangsom van ons.", True),
        ("U krijgt een dwangsom. Dat is geld dat u extra moet betalen.", False),
        ("U krijgt een dwangsom: geld dat u moet betalen als u niet doet wat moet.", False),
        ("Er is een bedrag aan boete. Daar gaat het over. U krijgt een dwangsom.", False),
        ("Dat is jammer. Wij bellen u. Er komt een dwangsom.", True),
    ],
)
def test_a_term_is_found_unless_it_is_explained(
    pipeline: Pipeline, rules_from: RulesFrom, text: str, fires: bool
) -> None:
    assert bool(found(pipeline, rules_from(TERM), text)) is fires


def test_a_term_is_told_at_its_first_use_in_the_letter_only(
    pipeline: Pipeline, rules_from: RulesFrom
) -> None:
    rules = rules_from(TERM)
    texts = ["U belt ons.", "U krijgt een dwangsom en nog een dwangsom.", "De dwangsom is hoog."]
    blocks = [rules.check(analysis) for analysis in pipeline.analyse_all([(t, ()) for t in texts])]
    assert [[f.start for f in here] for here in first_uses(blocks)] == [[], [13], []]


def test_a_term_that_was_explained_at_its_first_use_is_silent_from_then_on(
    pipeline: Pipeline, rules_from: RulesFrom
) -> None:
    rules = rules_from(TERM)
    texts = ["U krijgt een dwangsom. Dat is geld.", "De dwangsom is hoog."]
    blocks = [rules.check(analysis) for analysis in pipeline.analyse_all([(t, ()) for t in texts])]
    assert first_uses(blocks) == [[], []]


def test_says_what_to_choose_and_why(pipeline: Pipeline, rules_from: RulesFrom) -> None:
    rules = rules_from("{id: a, soort: woord, zoek: tevens, kies: [ook, daarnaast]}\n" + TERM)
    assert only(pipeline, rules, "U krijgt tevens een brief.").message == (
        "Kies liever ‘ook’ of ‘daarnaast’. Dat is korter."
    )
    (use,) = rules.check(pipeline.analyse("U krijgt een dwangsom.")).terms
    term = use.finding
    assert term.message == (
        "Leg ‘dwangsom’ één keer uit, bijvoorbeeld zo: ‘geld dat u moet betalen als u niet doet "
        "wat moet’. Dat is korter."
    )


def test_carries_the_provenance_of_its_rule(pipeline: Pipeline, rules_from: RulesFrom) -> None:
    finding = only(pipeline, rules_from(VERBS), "Wij verstrekken u iets.")
    assert finding.provenance == {"bron": "redactie", "datum": "2026-11-21"}


@pytest.mark.parametrize("text", ["", "?", "— …", "🙂", "\n"])
def test_a_text_without_words_has_no_findings(
    pipeline: Pipeline, shipped: WordRules, text: str
) -> None:
    assert found(pipeline, shipped, text) == []
