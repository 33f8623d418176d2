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
U leest de verstrekte informatie. > U leest de gegeven informatie.
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
Welk duidelijk voorstel ziet u? > Welke duidelijke keuze ziet u?
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


FITTING_RULES = """
{id: weigeren, soort: woord, zoek: weigeren, woordsoort: werkwoord, kies: afwijzen}
{id: reserveren, soort: woord, zoek: reserveren, woordsoort: werkwoord, kies: opzijleggen}
{id: medewerking, soort: zinsdeel, zoek: medewerking verlenen … aan, kies: meewerken … aan}
{id: voucher, soort: woord, zoek: voucher, woordsoort: zelfstandig, kies: bon}
{id: assistentie, soort: woord, zoek: uitkering, woordsoort: zelfstandig, kies: hulp}
{id: transparantie, soort: woord, zoek: transparantie, woordsoort: zelfstandig, kies: openheid}
{id: voorgaande, soort: zinsdeel, zoek: het voorgaande, kies: dit}
{id: termijn, soort: zinsdeel, zoek: binnen de gestelde termijn, kies: op tijd}
{id: ingeval, soort: woord, zoek: ingeval, kies: als}
{id: mbt, soort: zinsdeel, zoek: met betrekking tot, kies: [over, voor]}
{id: grond, soort: zinsdeel, zoek: op grond van, kies: [volgens, vanwege]}
{id: basis, soort: zinsdeel, zoek: op basis van, kies: [volgens, met]}
{id: slechts, soort: woord, zoek: slechts, kies: [maar, alleen]}
{id: verhuizen, soort: woord, zoek: verwijderen, woordsoort: werkwoord, kies: vertrekken}
{id: wegtrekken, soort: woord, zoek: vertrekken, woordsoort: werkwoord, kies: verlaten}
{id: deelnemen, soort: woord, zoek: deelnemen, woordsoort: werkwoord, kies: meedoen}
{id: nader, soort: zinsdeel, zoek: nader toegelicht, woordsoort: bijwoord, kies: beter uitleggen}
{id: problematiek, soort: woord, zoek: problematiek, woordsoort: zelfstandig, kies: probleem}
{id: oa, soort: afkorting, zoek: o.a., kies: onder andere}
{id: ca, soort: afkorting, zoek: ca., kies: ongeveer}
{id: svp, soort: afkorting, zoek: s.v.p., kies: alstublieft}
{id: bijdragen, soort: zinsdeel, zoek: een bijdrage leveren … aan, kies: helpen … bij}
{id: voornemen, soort: zinsdeel, zoek: het voornemen hebben, kies: van plan zijn}
{id: gelegen, soort: zinsdeel, zoek: gelegen zijn, kies: liggen}
{id: opgenomen, soort: zinsdeel, zoek: opgenomen zijn … in, kies: staan … in}
{id: exclusief, soort: woord, zoek: exclusief, kies: zonder}
{id: gezamenlijk, soort: woord, zoek: gezamenlijk, kies: samen}
{id: circa, soort: woord, zoek: circa, kies: ongeveer}
{id: afwijkend, soort: woord, zoek: afwijkend, woordsoort: bijvoeglijk, kies: ander}
{id: fase, soort: woord, zoek: fase, woordsoort: zelfstandig, kies: stap}
{id: nota, soort: woord, zoek: nota, woordsoort: zelfstandig, kies: rekening}
{id: termijn-op, soort: zinsdeel, zoek: op lange termijn, kies: later}
{id: beogen, soort: zinsdeel, zoek: "beogen … te {ww}", kies: "willen … {ww}"}
{id: toebedelen, soort: woord, zoek: toebedelen, woordsoort: werkwoord, kies: geven}
{id: indienen, soort: woord, zoek: indienen, woordsoort: werkwoord, kies: sturen}
{id: bijstellen, soort: woord, zoek: bijstellen, woordsoort: werkwoord, kies: aanpassen}
{id: verzoek, soort: woord, zoek: verzoek, woordsoort: zelfstandig, kies: vraag, niet_bij: [op verzoek]}
{id: art, soort: afkorting, zoek: art., kies: artikel}
{id: ingevolge, soort: woord, zoek: ingevolge, kies: volgens}
{id: hetzij, soort: zinsdeel, zoek: hetzij … hetzij, kies: of … of}
"""

FITTING = """
Weigert u het plan niet, dan bellen wij. > Wijst u het plan niet af, dan bellen wij.
Weigert u het plan niet binnen een week? > Wijst u het plan niet binnen een week af?
Wij reserveren geld. > Wij leggen geld opzij.
Wij proberen geld te reserveren. > Wij proberen geld opzij te leggen.
Wij verlenen medewerking aan het plan. > Wij werken mee aan het plan.
U krijgt vouchers. > U krijgt bonnen.
U krijgt een uitkering. > U krijgt een hulp.
Er is transparantie en rust. > Er is openheid en rust.
Het voorgaande is klaar. > Dit is klaar.
Betaal binnen de gestelde termijn. > Betaal op tijd.
Ingeval u ziek bent, belt u. > Als u ziek bent, belt u.
Wij hebben informatie met betrekking tot uw plan. > Wij hebben informatie over uw plan. > Wij hebben informatie voor uw plan.
Wij nemen maatregelen met betrekking tot uw straat. > Wij nemen maatregelen voor uw straat.
Met betrekking tot uw plan bellen wij. > Over uw plan bellen wij. > Voor uw plan bellen wij.
Dit doen wij op grond van de Participatiewet. > Dit doen wij volgens de Participatiewet.
U krijgt geld op grond van uw ziekte. > U krijgt geld vanwege uw ziekte.
Wij beslissen op basis van de verordening. > Wij beslissen volgens de verordening.
Wij rekenen op basis van uw gegevens. > Wij rekenen met uw gegevens.
Het duurt slechts twee dagen. > Het duurt maar twee dagen. > Het duurt alleen twee dagen.
Dit geldt slechts voor u. > Dit geldt alleen voor u.
Dit is de genoemde problematiek. > Dit is het genoemde probleem.
Het gaat over o.a. > Het gaat over onder andere
S.v.p. op tijd komen. > Alstublieft op tijd komen.
Hij heeft het voornemen om te bellen. > Hij is van plan om te bellen.
De winkel is gelegen in de straat. > De winkel ligt in de straat.
Lees art. 118 van de regels. > Lees artikel 118 van de regels.
De ingevolge de wet gekozen raad komt. > De volgens de wet gekozen raad komt.
Brieven kunnen hetzij opnieuw worden verwerkt hetzij weg. > Brieven kunnen of opnieuw worden verwerkt of weg.
Dit is opgenomen in de brief. > Dit staat in de brief.
Wij doen dit gezamenlijk. > Wij doen dit samen.
Dit zijn circa 17 molens. > Dit zijn ongeveer 17 molens.
Wij kiezen een afwijkende weg. > Wij kiezen een andere weg.
De eerste fase is klaar. > De eerste stap is klaar.
Wij beogen meer ruimte te bieden. > Wij willen meer ruimte bieden.
Indien u uw aanvraag indient, bellen wij. > Indien u uw aanvraag stuurt, bellen wij.
De gegevens die deze straat weigert zullen wij bewaren. > De gegevens die deze straat afwijst zullen wij bewaren.
""".strip().splitlines()


@pytest.mark.parametrize("case", FITTING)
def test_a_suggestion_fits_beside_its_neighbours(
    pipeline: Pipeline, rules_from: RulesFrom, case: str
) -> None:
    text, *expected = case.split(" > ")
    assert replaced(pipeline, rules_from(FITTING_RULES), text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Wij verlenen alle medewerking aan het plan.",  # *alle* would be left over
        "Als zij hun medewerking verlenen aan het plan, bellen wij.",
        "U krijgt verschillende uitkeringen.",  # *hulp* has no plural
        "Er is openheid en transparantie.",  # the word would stand twice
        "Met het voorgaande zijn wij klaar.",  # *met dit* should be *hiermee*
        "Betaal binnen de gestelde termijn van twee weken.",  # *van twee weken* hangs on the noun
        "Ingeval van ziekte belt u.",
        "Wij werken op basis van vertrouwen.",
        "Wij hebben de auto verwijderd.",  # *vertrekken* makes its perfect with *zijn*
        "Zij zijn gisteren vertrokken.",  # and *verlaten* with *hebben*
        "De deelnemende scholen krijgen een brief.",  # nobody writes *meedoende*
        "Dit wordt nader toegelicht.",  # an infinitive for a participle
        "de onder b. genoemde problematiek",  # the article is out of sight
        "De weg is opgenomen wordt gelezen in de brief.",  # the gap is another clause
        "Zij zijn op weg naar een in Nederland gelegen haven.",
        "Dit is een exclusief recht.",
        "De weg is afwijkend.",  # *ander* only stands before a noun
        "Dit is fase 2 van het plan.",  # a name
        "Zie het Europees Centrum op Lange Termijn in Reading.",
        "Dit zijn regels, waarmee de raad beoogt meer ruimte te bieden.",
        "Zij krijgen een rol toebedeeld.",
    ],
)
def test_a_suggestion_that_does_not_fit_is_only_advice(
    pipeline: Pipeline, rules_from: RulesFrom, text: str
) -> None:
    (finding,) = rules_from(FITTING_RULES).check(pipeline.analyse(text)).findings
    assert finding.suggestions == ()


SENTENCE_RULES = """
{id: indien, soort: woord, zoek: [indien, voor zover], kies: als}
{id: alvorens, soort: woord, zoek: alvorens, kies: voordat}
{id: derhalve, soort: woord, zoek: derhalve, kies: daarom}
{id: wetgeving, soort: zinsdeel, zoek: wet- en regelgeving, woordsoort: zelfstandig, kies: wetten en regels}
{id: inlichtingen, soort: woord, zoek: inlichtingen, woordsoort: zelfstandig, kies: informatie}
{id: selecteren, soort: woord, zoek: selecteren, woordsoort: werkwoord, kies: kiezen}
{id: inwerking, soort: woord, zoek: inwerkingtreding, kies: ingangsdatum}
{id: oog, soort: zinsdeel, zoek: met het oog op, kies: voor}
{id: raad, soort: woord, zoek: aanbeveling, woordsoort: zelfstandig, kies: tip}
{id: gelegenheid, soort: woord, zoek: gelegenheid, woordsoort: zelfstandig, kies: kans}
{id: achten, soort: woord, zoek: achten, woordsoort: werkwoord, kies: vinden}
{id: verkrijgen, soort: woord, zoek: verkrijgen, woordsoort: werkwoord, kies: krijgen}
{id: verlenen, soort: woord, zoek: verlenen, woordsoort: werkwoord, kies: geven}
{id: voortvloeien, soort: woord, zoek: voortvloeien, woordsoort: werkwoord, kies: volgen}
{id: noodzakelijk, soort: woord, zoek: noodzakelijk, woordsoort: bijvoeglijk, kies: nodig}
{id: kostbaar, soort: woord, zoek: zorgvuldig, woordsoort: bijvoeglijk, kies: goed}
{id: inclusief, soort: woord, zoek: inclusief, kies: met}
{id: behoudens, soort: woord, zoek: behoudens, kies: behalve}
{id: strijd, soort: zinsdeel, zoek: in strijd met, kies: tegen}
{id: kader, soort: zinsdeel, zoek: in het kader van, kies: voor}
{id: basis, soort: zinsdeel, zoek: op basis van, kies: met}
{id: geleidelijk, soort: woord, zoek: geleidelijk, woordsoort: bijvoeglijk, kies: stap voor stap}
"""

WHOLE = """
Indien u verhuist, belt u. > Als u verhuist, belt u.
Wij bellen indien nodig. >
Wij lezen uw brief alvorens wij beslissen. > Wij lezen uw brief voordat wij beslissen.
Alvorens te beslissen lezen wij uw brief. >
Wij betalen, indien aanwezig, de rekening. >
Wij betalen alles (voor zover bepaald in de wet). >
Derhalve krijgt u geld. > Daarom krijgt u geld.
Derhalve, gezien in dit licht, krijgt u geld. >
Dit staat in de wet- en regelgeving. > Dit staat in de wetten en regels.
De wet- en regelgeving is veranderd. >
Dit staat in de wet- en regelgeving die nu geldt. >
Wij vragen inlichtingen. > Wij vragen informatie.
De inlichtingen zijn onjuist. >
Wij selecteren drie mensen. > Wij kiezen drie mensen.
U moet de keuze selecteren. >
De inwerkingtreding is op 1 mei. > De ingangsdatum is op 1 mei.
Dit geldt met ingang van de inwerkingtreding. >
Wij leggen het plan voor aan u met het oog op uw toestemming. >
Lees de tips en aanbevelingen. >
U krijgt de gelegenheid om te reageren. > U krijgt de kans om te reageren.
De baas moet gelegenheid geven om te sporten. >
Wij achten dit nodig. > Wij vinden dit nodig.
De representatief te achten groep beslist. >
Zij verkregen geld. > Zij kregen geld.
Belasting van inkomsten verkregen uit deelname aan een spel. > Belasting van inkomsten gekregen uit deelname aan een spel.
Fiscale behandeling van inkomsten verkregen uit deelname >
De verlenging van de aan u verleende vergunning. > De verlenging van de aan u gegeven vergunning.
De kosten voortvloeiend uit de wet betaalt u. >
Een gesprek is noodzakelijk. > Een gesprek is nodig.
Wij betalen de noodzakelijke kosten. >
Wij betalen voor het zorgvuldig gebruik van de auto. >
De huur is € 600 inclusief gas. > De huur is € 600 met gas.
Vertel hoe inclusief de gemeente is. >
Wij zijn elke dag open, behoudens op zondag. > Wij zijn elke dag open, behalve op zondag.
Dit geldt altijd, behoudens bijzondere omstandigheden. >
De schutting is in strijd met de regels. > De schutting is tegen de regels.
Hij reed in strijd met verordening 1073. >
In het kader van uw uitkering bellen wij. > Voor uw uitkering bellen wij.
Dit werk mag niet in het kader van onderhoud gebeuren. >
Wij rekenen op basis van uw gegevens. > Wij rekenen met uw gegevens.
Wij lezen feiten op basis van dossiers. >
De huur stijgt geleidelijk. > De huur stijgt stap voor stap.
U merkt een geleidelijke stijging. >
""".strip().splitlines()


@pytest.mark.parametrize("case", WHOLE)
def test_a_suggestion_leaves_the_sentence_whole(
    pipeline: Pipeline, rules_from: RulesFrom, case: str
) -> None:
    text, _, expected = case.partition(" >")
    analysis = pipeline.analyse(text)
    findings = rules_from(SENTENCE_RULES).check(analysis).findings
    assert findings
    assert replaced(pipeline, rules_from(SENTENCE_RULES), text) == (
        [expected.strip()] if expected else []
    )


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (
            "{id: a, soort: woord, zoek: inbreng, kies: mening}",
            "Wij doen dit om alles opnieuw te kunnen inbrengen.",
        ),
        (
            "{id: a, soort: woord, zoek: [jeugdige], woordsoort: zelfstandig, kies: jongere}",
            "Dit zijn de bedragen voor jeugdige ambtenaren.",
        ),
        (
            "{id: a, soort: woord, zoek: verzoeken, woordsoort: werkwoord, kies: vragen}",
            "Betreft: Verzoek om aanvulling",
        ),
    ],
)
def test_another_kind_of_word_is_not_found(
    pipeline: Pipeline, rules_from: RulesFrom, rule: str, text: str
) -> None:
    assert rules_from(rule).check(pipeline.analyse(text)).findings == ()


@pytest.mark.parametrize(
    "text",
    [
        "De raad indien wordt besloten op een brief",  # *indien* is no form of *indienen*
        "De zaak c.en sprake is van ziekte.",  # the lemma of *c.en* is no abbreviation found
        "Hij heeft tijd om iets te zeggen over het voorgenomen plan.",
        "Af: deel (stel 30%) | 9.000 | Bij: deel (stel 20%)",  # cells of a table
        "2.Op verzoek van de raad bellen wij.",  # the number clings to the word
    ],
)
def test_what_only_looks_like_the_words_of_a_rule_is_not_found(
    pipeline: Pipeline, rules_from: RulesFrom, text: str
) -> None:
    assert rules_from(FITTING_RULES).check(pipeline.analyse(text)).findings == ()


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
