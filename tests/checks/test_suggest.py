"""What is suggested can be put in place as it is."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.checks.conftest import RulesFrom

from brievenbus.checks.rules.words import WordRules
from brievenbus.documents import read
from brievenbus.dutch.pipeline import Pipeline, load_pipeline
from brievenbus.letter import Placeholder, PlaceholderKind
from brievenbus.rulebook import load_rulebook

SAMPLES = Path(__file__).parents[2] / "samples"

RULES = """
{id: verstrekken, soort: woord, zoek: verstrekken, woordsoort: werkwoord, kies: geven}
{id: vaststellen, soort: woord, zoek: vaststellen, woordsoort: werkwoord, kies: bepalen}
{id: toekennen, soort: woord, zoek: toekennen, woordsoort: werkwoord, kies: geven}
{id: wensen, soort: woord, zoek: wensen, woordsoort: werkwoord, kies: willen}
{id: mededelen, soort: woord, zoek: mededelen, woordsoort: werkwoord, kies: [laten weten, melden]}
{id: verzenden, soort: woord, zoek: verzenden, woordsoort: werkwoord, kies: opsturen}
{id: kans, soort: zinsdeel, zoek: in de gelegenheid stellen, kies: de kans geven}
{id: zorg, soort: zinsdeel, zoek: zorg dragen … voor, kies: zorgen … voor}
{id: dienen, soort: zinsdeel, zoek: "dienen … te {ww}", kies: "moeten … {ww}"}
{id: beschikking, soort: woord, zoek: beschikking, woordsoort: zelfstandig, kies: besluit}
{id: locatie, soort: woord, zoek: locatie, woordsoort: zelfstandig, kies: plek}
{id: adequaat, soort: woord, zoek: adequaat, woordsoort: bijvoeglijk, kies: goed}
{id: kosteloos, soort: woord, zoek: kosteloos, woordsoort: bijvoeglijk, kies: gratis}
{id: tevens, soort: woord, zoek: tevens, kies: [ook, daarnaast]}
{id: mbt, soort: zinsdeel, zoek: met betrekking tot, kies: over}
{id: hetzij, soort: zinsdeel, zoek: hetzij … hetzij, kies: of … of}
{id: bsn, soort: afkorting, zoek: BSN, kies: burgerservicenummer}
{id: keuze, soort: woord, zoek: voorstel, woordsoort: zelfstandig, kies: keuze}
{id: xqzt, soort: woord, zoek: verordening, woordsoort: zelfstandig, kies: xqzt}
{id: benutten, soort: woord, zoek: gebruiken, woordsoort: werkwoord, kies: aanwenden}
{id: weigeren, soort: woord, zoek: weigeren, woordsoort: werkwoord, kies: afwijzen}
{id: invullen, soort: woord, zoek: invullen, woordsoort: werkwoord, kies: opschrijven}
{id: bestaan, soort: woord, zoek: bestaan, woordsoort: werkwoord, kies: voorkomen}
{id: ruim, soort: woord, zoek: ruim, woordsoort: bijvoeglijk, kies: goed}
{id: cjib, soort: afkorting, zoek: CJIB, kies: Centraal Justitieel Incassobureau}
"""


def replaced(pipeline: Pipeline, rules: WordRules, text: str) -> list[str]:
    """The text with each suggestion put in place, for its first finding."""
    finding = rules.check(pipeline.analyse(text)).findings[0]
    assert finding.text == text[finding.start : finding.end]
    return [text[: finding.start] + s + text[finding.end :] for s in finding.suggestions]


CASES = """
Wij verstrekken u een formulier. > Wij geven u een formulier.
De gemeente verstrekt u geld. > De gemeente geeft u geld.
De gemeente verstrekte u geld. > De gemeente gaf u geld.
Wij verstrekten u geld. > Wij gaven u geld.
Wij hebben u geld verstrekt. > Wij hebben u geld gegeven.
U leest de verstrekte gegevens. > U leest de gegeven gegevens.
Wij kunnen u geld verstrekken. > Wij kunnen u geld geven.
Wij beloven u geld te verstrekken. > Wij beloven u geld te geven.
Verstrekken wij u geld? > Geven wij u geld?
VERSTREK ONS UW GEGEVENS. > GEEF ONS UW GEGEVENS.
Het college stelt de hoogte van uw geld vast. > Het college bepaalt de hoogte van uw geld.
Wij hebben de hoogte vastgesteld. > Wij hebben de hoogte bepaald.
Wij vragen u de hoogte vast te stellen. > Wij vragen u de hoogte te bepalen.
Als wij de hoogte vaststellen, bellen wij. > Als wij de hoogte bepalen, bellen wij.
Wij kennen u geld toe. > Wij geven u geld.
U wenst een brief. > U wilt een brief.
De aanvrager wenst een brief. > De aanvrager wil een brief.
Wenst u een brief? > Wilt u een brief?
Wij delen u mede dat u geld krijgt. > Wij laten u weten dat u geld krijgt. > Wij melden u dat u geld krijgt.
Wij hebben de brief verzonden. > Wij hebben de brief opgestuurd.
Als u de brief verzendt, bellen wij. > Als u de brief opstuurt, bellen wij.
Wij stellen u in de gelegenheid om te reageren. > Wij geven u de kans om te reageren.
Wij willen u in de gelegenheid stellen om te reageren. > Wij willen u de kans geven om te reageren.
Wij dragen zorg voor schone straten. > Wij zorgen voor schone straten.
Wij dragen elke dag zorg voor schone straten. > Wij zorgen elke dag voor schone straten.
U dient het formulier in te vullen. > U moet het formulier invullen.
U dient te betalen. > U moet betalen.
Morgen dient u het geld te betalen. > Morgen moet u het geld betalen.
De aanvragers dienen dit te bewijzen. > De aanvragers moeten dit bewijzen.
De beschikking is van 3 mei. > Het besluit is van 3 mei.
Deze beschikking is van 3 mei. > Dit besluit is van 3 mei.
Onze beschikking is van 3 mei. > Ons besluit is van 3 mei.
Uw beschikking is van 3 mei. > Uw besluit is van 3 mei.
Een beschikking is een brief. > Een besluit is een brief.
De beschikkingen zijn van 3 mei. > De besluiten zijn van 3 mei.
Deze locatie is open. > Deze plek is open.
Alle locaties zijn open. > Alle plekken zijn open.
Dit is een adequate oplossing. > Dit is een goede oplossing.
De oplossing is adequaat. > De oplossing is goed.
Dit is een kosteloze brief. > Dit is een gratis brief.
U krijgt tevens een brief. > U krijgt ook een brief. > U krijgt daarnaast een brief.
Tevens krijgt u een brief. > Ook krijgt u een brief. > Daarnaast krijgt u een brief.
Met betrekking tot uw brief bellen wij. > Over uw brief bellen wij.
Betaal hetzij nu hetzij later. > Betaal of nu of later.
Stuur uw BSN. > Stuur uw burgerservicenummer.
BSN nodig? Bel ons. > Burgerservicenummer nodig? Bel ons.
Dit is een duidelijke beschikking. > Dit is een duidelijk besluit.
Wij lezen de nieuwe beschikking. > Wij lezen het nieuwe besluit.
Elke nieuwe, duidelijke beschikking staat hier. > Elk nieuw, duidelijk besluit staat hier.
Wij nemen een erg belangrijke beschikking. > Wij nemen een erg belangrijk besluit.
Dit is een snel voorstel. > Dit is een snelle keuze.
Het eerste voorstel is goed. > De eerste keuze is goed.
Dit is de beschikking die u kreeg. > Dit is het besluit dat u kreeg.
Ons voorstel is klaar. > Onze keuze is klaar.
Welk duidelijk voorstel kiest u? > Welke duidelijke keuze kiest u?
De voorstellen zijn klaar. > De keuzes zijn klaar.
Wij vragen u de brief te verzenden. > Wij vragen u de brief op te sturen.
De gemeente weigert uw plan. > De gemeente wijst uw plan af.
De gemeente weigerde uw plan, omdat het te laat was. > De gemeente wees uw plan af, omdat het te laat was.
Wij weigeren uw plan om geld te sparen. > Wij wijzen uw plan af om geld te sparen.
Wij weigeren plannen, brieven en ideeën. > Wij wijzen plannen, brieven en ideeën af.
Wij weigeren uw plan (zie onze brief). > Wij wijzen uw plan af (zie onze brief).
Wij weigeren uw plan en u krijgt een brief. > Wij wijzen uw plan af en u krijgt een brief.
Als de gemeente uw plan weigert, bellen wij. > Als de gemeente uw plan afwijst, bellen wij.
Het plan is geweigerd. > Het plan is afgewezen.
De geweigerde plannen liggen hier. > De afgewezen plannen liggen hier.
U moet uw naam invullen. > U moet uw naam opschrijven.
Vul uw naam in. > Schrijf uw naam op.
Vergeet niet uw naam in te vullen. > Vergeet niet uw naam op te schrijven.
Zulke plannen bestaan in veel steden. > Zulke plannen komen in veel steden voor.
Dit is een ruimere woning. > Dit is een betere woning.
Dit is het ruimste huis. > Dit is het beste huis.
Betaal het CJIB. > Betaal het Centraal Justitieel Incassobureau.
""".strip().splitlines()


@pytest.mark.parametrize("case", CASES)
def test_a_suggestion_is_inflected_and_keeps_what_stands_between(
    pipeline: Pipeline, rules_from: RulesFrom, case: str
) -> None:
    text, *expected = case.split(" > ")
    assert replaced(pipeline, rules_from(RULES), text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Dit is een duidelijke verordening.",  # the gender of the other word is not known
        "De bezorger der verordening belt.",  # an old case
    ],
)
def test_where_other_words_would_change_there_is_advice_and_no_suggestion(
    pipeline: Pipeline, rules_from: RulesFrom, text: str
) -> None:
    (finding,) = rules_from(RULES).check(pipeline.analyse(text)).findings
    assert finding.suggestions == ()
    assert finding.message.startswith("Kies liever ‘")
    assert "Zet zelf de woorden in de goede volgorde." in finding.message


def test_a_merge_field_stays_in_the_suggestion_and_is_never_found(
    pipeline: Pipeline, rules_from: RulesFrom
) -> None:
    text = "Het college stelt [beschikking] vast."
    start = text.index("[")
    fields = (Placeholder(start, text.index("]") + 1, PlaceholderKind.NAME),)
    (finding,) = rules_from(RULES).check(pipeline.analyse(text, fields)).findings
    assert finding.rule == "vaststellen"
    assert finding.suggestions == ("bepaalt [beschikking]",)


@cache
def rules() -> WordRules:
    return WordRules(load_rulebook().rules)


@cache
def sentences() -> tuple[str, ...]:
    """The sentences of the sample letters, and the wrong examples of the rules."""
    pipeline = load_pipeline()
    blocks = [b.text for path in sorted(SAMPLES.glob("*-origineel.txt")) for b in read(path).blocks]
    cut = []
    for analysis in pipeline.analyse_all([(text, ()) for text in blocks]):
        spans = map(analysis.sentence_span, range(len(analysis.sentences)))
        cut += [analysis.text[start:end] for start, end in spans]
    return tuple(dict.fromkeys([*cut, *(e for r in load_rulebook().rules for e in r.wrong)]))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(sentences()), min_size=1, max_size=3).map(" ".join))
def test_a_suggestion_put_in_place_is_not_found_again(text: str) -> None:
    pipeline = load_pipeline()
    for finding in rules().check(pipeline.analyse(text)).findings:
        assert finding.text == text[finding.start : finding.end]
        assert all(finding.start <= start < end <= finding.end for start, end in finding.parts)
        for suggestion in finding.suggestions:
            assert suggestion.strip() == suggestion != finding.text
            changed = text[: finding.start] + suggestion + text[finding.end :]
            end = finding.start + len(suggestion)
            again = rules().check(pipeline.analyse(changed)).findings
            places = [(f.start, f.end) for f in again if f.rule == finding.rule]
            assert not [p for p in places if p[0] < end and p[1] > finding.start]
