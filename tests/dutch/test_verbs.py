"""Verbs get the forms that the Dutch spelling gives them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brievenbus.dutch.adjectives import with_e
from brievenbus.dutch.verbs import NON_FINITE, VerbForm, conjugate, split_particle

# Infinitive, ik, hij, past singular, past plural, participle. A finite form of a separable verb is
# written with the particle after it, as in a main clause.
FORMS = """
werken werk werkt werkte werkten gewerkt
horen hoor hoort hoorde hoorden gehoord
maken maak maakt maakte maakten gemaakt
delen deel deelt deelde deelden gedeeld
leven leef leeft leefde leefden geleefd
reizen reis reist reisde reisden gereisd
praten praat praat praatte praatten gepraat
zetten zet zet zette zetten gezet
melden meld meldt meldde meldden gemeld
stellen stel stelt stelde stelden gesteld
bellen bel belt belde belden gebeld
gelden geld geldt gold golden gegolden
bouwen bouw bouwt bouwde bouwden gebouwd
draaien draai draait draaide draaiden gedraaid
roeien roei roeit roeide roeiden geroeid
duwen duw duwt duwde duwden geduwd
sturen stuur stuurt stuurde stuurden gestuurd
noemen noem noemt noemde noemden genoemd
leren leer leert leerde leerden geleerd
lachen lach lacht lachte lachten gelachen
faxen fax faxt faxte faxten gefaxt
missen mis mist miste misten gemist
innen in int inde inden geïnd
eisen eis eist eiste eisten geëist
eindigen eindig eindigt eindigde eindigden geëindigd
informeren informeer informeert informeerde informeerden geïnformeerd
controleren controleer controleert controleerde controleerden gecontroleerd
verifiëren verifieer verifieert verifieerde verifieerden geverifieerd
creëren creëer creëert creëerde creëerden gecreëerd
implementeren implementeer implementeert implementeerde implementeerden geïmplementeerd
motiveren motiveer motiveert motiveerde motiveerden gemotiveerd
regelen regel regelt regelde regelden geregeld
rekenen reken rekent rekende rekenden gerekend
tekenen teken tekent tekende tekenden getekend
weigeren weiger weigert weigerde weigerden geweigerd
verbeteren verbeter verbetert verbeterde verbeterden verbeterd
wandelen wandel wandelt wandelde wandelden gewandeld
behandelen behandel behandelt behandelde behandelden behandeld
verstrekken verstrek verstrekt verstrekte verstrekten verstrekt
betalen betaal betaalt betaalde betaalden betaald
herhalen herhaal herhaalt herhaalde herhaalden herhaald
ontmoeten ontmoet ontmoet ontmoette ontmoetten ontmoet
gebruiken gebruik gebruikt gebruikte gebruikten gebruikt
erkennen erken erkent erkende erkenden erkend
verhuizen verhuis verhuist verhuisde verhuisden verhuisd
beoordelen beoordeel beoordeelt beoordeelde beoordeelden beoordeeld
verwachten verwacht verwacht verwachtte verwachtten verwacht
ondersteunen ondersteun ondersteunt ondersteunde ondersteunden ondersteund
ondertekenen onderteken ondertekent ondertekende ondertekenden ondertekend
overhandigen overhandig overhandigt overhandigde overhandigden overhandigd
aanvaarden aanvaard aanvaardt aanvaardde aanvaardden aanvaard
misbruiken misbruik misbruikt misbruikte misbruikten misbruikt
geven geef geeft gaf gaven gegeven
nemen neem neemt nam namen genomen
krijgen krijg krijgt kreeg kregen gekregen
schrijven schrijf schrijft schreef schreven geschreven
lezen lees leest las lazen gelezen
vragen vraag vraagt vroeg vroegen gevraagd
brengen breng brengt bracht brachten gebracht
houden houd houdt hield hielden gehouden
weten weet weet wist wisten geweten
zeggen zeg zegt zei zeiden gezegd
doen doe doet deed deden gedaan
gaan ga gaat ging gingen gegaan
staan sta staat stond stonden gestaan
zien zie ziet zag zagen gezien
zijn ben is was waren geweest
hebben heb heeft had hadden gehad
worden word wordt werd werden geworden
kunnen kan kan kon konden gekund
mogen mag mag mocht mochten gemogen
moeten moet moet moest moesten gemoeten
willen wil wil wilde wilden gewild
komen kom komt kwam kwamen gekomen
vergeven vergeef vergeeft vergaf vergaven vergeven
verzoeken verzoek verzoekt verzocht verzochten verzocht
besluiten besluit besluit besloot besloten besloten
ontvangen ontvang ontvangt ontving ontvingen ontvangen
bestaan besta bestaat bestond bestonden bestaan
verwijzen verwijs verwijst verwees verwezen verwezen
overlijden overlijd overlijdt overleed overleden overleden
ontbreken ontbreek ontbreekt ontbrak ontbraken ontbroken
bewegen beweeg beweegt bewoog bewogen bewogen
voldoen voldoe voldoet voldeed voldeden voldaan
beginnen begin begint begon begonnen begonnen
vergeten vergeet vergeet vergat vergaten vergeten
verliezen verlies verliest verloor verloren verloren
begrijpen begrijp begrijpt begreep begrepen begrepen
vaststellen stel|vast stelt|vast stelde|vast stelden|vast vastgesteld
meedelen deel|mee deelt|mee deelde|mee deelden|mee meegedeeld
mededelen deel|mede deelt|mede deelde|mede deelden|mede medegedeeld
toekennen ken|toe kent|toe kende|toe kenden|toe toegekend
afwijzen wijs|af wijst|af wees|af wezen|af afgewezen
aanvragen vraag|aan vraagt|aan vroeg|aan vroegen|aan aangevraagd
indienen dien|in dient|in diende|in dienden|in ingediend
inwilligen willig|in willigt|in willigde|in willigden|in ingewilligd
terugvorderen vorder|terug vordert|terug vorderde|terug vorderden|terug teruggevorderd
opschorten schort|op schort|op schortte|op schortten|op opgeschort
overleggen leg|over legt|over legde|over legden|over overgelegd
uitkeren keer|uit keert|uit keerde|uit keerden|uit uitgekeerd
invullen vul|in vult|in vulde|in vulden|in ingevuld
aanbieden bied|aan biedt|aan bood|aan boden|aan aangeboden
opgeven geef|op geeft|op gaf|op gaven|op opgegeven
plaatsvinden vind|plaats vindt|plaats vond|plaats vonden|plaats plaatsgevonden
aanbevelen beveel|aan beveelt|aan beval|aan bevalen|aan aanbevolen
voorbereiden bereid|voor bereidt|voor bereidde|voor bereidden|voor voorbereid
herzien herzie herziet herzag herzagen herzien
""".strip().splitlines()
COLUMNS = (
    VerbForm.FIRST,
    VerbForm.THIRD,
    VerbForm.PAST_SINGULAR,
    VerbForm.PAST_PLURAL,
    VerbForm.PARTICIPLE,
)


@pytest.mark.parametrize("row", FORMS, ids=lambda row: row.split()[0])
def test_conjugates(row: str) -> None:
    infinitive, *expected = row.split()
    verb = conjugate(infinitive)
    shown = [
        verb.forms[form]
        if form in NON_FINITE or not verb.particle
        else f"{verb.forms[form]}|{verb.particle}"
        for form in COLUMNS
    ]
    assert shown == expected


@pytest.mark.parametrize(
    ("infinitive", "form"),
    [
        ("zijn", "bent"),
        ("kunnen", "kunt"),
        ("zullen", "zult"),
        ("willen", "wilt"),
        ("mogen", "mag"),
        ("hebben", "heeft"),
        ("komen", "komt"),
        ("worden", "wordt"),
    ],
)
def test_u_has_its_own_form_in_a_few_verbs(infinitive: str, form: str) -> None:
    assert conjugate(infinitive).forms[VerbForm.SECOND] == form


@pytest.mark.parametrize(
    ("infinitive", "form", "whole"),
    [
        ("vaststellen", VerbForm.THIRD, "vaststelt"),
        ("meedelen", VerbForm.PAST_PLURAL, "meedeelden"),
        ("toekennen", VerbForm.PLURAL, "toekennen"),
        ("toekennen", VerbForm.PARTICIPLE, "toegekend"),
        ("indienen", VerbForm.INFINITIVE, "indienen"),
        ("indienen", VerbForm.PRESENT_PARTICIPLE, "indienend"),
        ("verstrekken", VerbForm.THIRD, "verstrekt"),
    ],
)
def test_a_subordinate_clause_keeps_the_verb_whole(
    infinitive: str, form: VerbForm, whole: str
) -> None:
    assert conjugate(infinitive).whole(form) == whole


@pytest.mark.parametrize(
    ("infinitive", "form"),
    [
        ("vaststellen", "vastgestelde"),
        ("verstrekken", "verstrekte"),
        ("geven", "gegeven"),
        ("zetten", "gezette"),
        ("betalen", "betaalde"),
        ("schrijven", "geschreven"),
    ],
)
def test_a_participle_before_its_noun_gets_an_e(infinitive: str, form: str) -> None:
    assert conjugate(infinitive).forms[VerbForm.PARTICIPLE_E] == form


@pytest.mark.parametrize(
    ("infinitive", "expected"),
    [
        ("vaststellen", ("vast", "stellen")),
        ("terugbetalen", ("terug", "betalen")),
        ("goedkeuren", ("goed", "keuren")),
        ("inwilligen", ("in", "willigen")),
        ("plaatsvinden", ("plaats", "vinden")),
        ("informeren", ("", "informeren")),
        ("innen", ("", "innen")),
        ("ondersteunen", ("", "ondersteunen")),
        ("omschrijven", ("", "omschrijven")),
        ("overlijden", ("", "overlijden")),
        ("opereren", ("", "opereren")),
        ("aanvaarden", ("", "aanvaarden")),
        ("betalen", ("", "betalen")),
        ("afspraak", ("", "afspraak")),
        ("uiten", ("", "uiten")),
        ("opzijleggen", ("opzij", "leggen")),
        ("apartzetten", ("apart", "zetten")),
        ("voldoen", ("", "voldoen")),
    ],
)
def test_knows_which_verbs_separate(infinitive: str, expected: tuple[str, str]) -> None:
    assert split_particle(infinitive) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("groot", "grote"),
        ("snel", "snelle"),
        ("lief", "lieve"),
        ("boos", "boze"),
        ("duidelijk", "duidelijke"),
        ("vals", "valse"),
        ("wit", "witte"),
        ("gezet", "gezette"),
        ("nieuw", "nieuwe"),
        ("mooi", "mooie"),
        ("nodig", "nodige"),
        ("essentieel", "essentiële"),
        ("officieel", "officiële"),
        ("zeker", "zekere"),
        ("open", "open"),
        ("digitaal", "digitale"),
        ("gehandicapt", "gehandicapte"),
        ("getrouwd", "getrouwde"),
        ("volledig", "volledige"),
        ("laat", "late"),
        ("goed", "goede"),
        ("oranje", "oranje"),
        ("actief", "actieve"),
    ],
)
def test_adds_the_ending_e(word: str, expected: str) -> None:
    assert with_e(word) == expected


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzéëïöü'-", min_size=1, max_size=25))
def test_conjugates_whatever_word_without_failing(word: str) -> None:
    verb = conjugate(word)
    assert set(verb.forms) == set(VerbForm)
    assert all(verb.forms.values()) and all(verb.whole(form) for form in VerbForm)
    assert verb.infinitive == word == verb.forms[VerbForm.INFINITIVE]


@given(
    st.sampled_from(["", "vast", "mee", "toe", "op", "be", "ver", "ont"]),
    st.text(alphabet="bdfgklmnprstvz", min_size=1, max_size=3),
    st.text(alphabet="aeiou", min_size=1, max_size=2),
    st.text(alphabet="bdfgklmnprstvz", min_size=1, max_size=2),
)
def test_the_parts_of_a_verb_make_its_infinitive(
    prefix: str, start: str, vowel: str, end: str
) -> None:
    infinitive = f"{prefix}{start}{vowel}{end}en"
    verb = conjugate(infinitive)
    assert verb.particle + verb.forms[VerbForm.PLURAL] == infinitive
    assert verb.forms[VerbForm.PRESENT_PARTICIPLE] == infinitive + "d"
