"""`lange-zin`: where to cut, and how the new sentence begins."""

from __future__ import annotations

import pytest

from brievenbus.checks.sentences import cutting, long_sentence
from brievenbus.dutch.pipeline import load_pipeline
from brievenbus.rulebook.profiles import load_profile


def advice(text: str) -> str:
    """What the check says of a long sentence, without its number of words."""
    (finding,) = long_sentence.check(load_pipeline().analyse(text), load_profile())
    assert (finding.start, finding.end) == (0, len(text))
    return finding.message.split(" woorden. ", 1)[1]


NO_CUT = "Probeer er twee van te maken."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Wij hebben in april te veel geld naar uw rekening overgemaakt, waardoor u in de maand mei minder geld van ons krijgt.",
            "Zet een punt voor ‘waardoor’ en begin de nieuwe zin met ‘Daardoor’. Meteen daarna komt ‘krijgt’.",
        ),
        (
            "Wij kunnen uw aanvraag voor een bijdrage in de kosten nog niet beoordelen, omdat wij uw bankafschriften van mei nog niet hebben.",
            "Zet een punt voor ‘omdat’ en begin de nieuwe zin met ‘Dat komt doordat’.",
        ),
        (
            "U hebt ons niet verteld dat u vanaf 1 mei weer werk had, terwijl u dat volgens de wet wel moet doen.",
            "Zet een punt voor ‘terwijl’ en begin de nieuwe zin met ‘Maar’ of ‘Ondertussen’.",
        ),
        (
            "Wij hebben op 3 mei een brief aan u gestuurd over uw uitkering, die u volgens ons nog niet hebt beantwoord.",
            "Zet een punt voor ‘die’ en begin de nieuwe zin met ‘Die’. Meteen daarna komt ‘hebt’.",
        ),
        (
            "U krijgt van ons elke maand een bedrag voor de huur van uw woning, tenzij u zelf meer geld gaat verdienen.",
            "Zet een punt voor ‘tenzij’ en begin de nieuwe zin met ‘Dat geldt niet als’.",
        ),
        (
            "Wij hebben uw aanvraag op 3 mei gekregen en wij laten u binnen acht weken weten of u het geld krijgt.",
            "Zet een punt voor ‘en wij laten’ en begin de nieuwe zin met ‘Wij’.",
        ),
        (
            "Wij bekijken uw aanvraag voor hulp in huis in de maand mei en sturen u daarna zo snel mogelijk een brief.",
            "Zet een punt voor ‘en sturen u’. Begin de nieuwe zin met wie het doet.",
        ),
        (
            "Het bezwaar dat u bij ons hebt gemaakt, verandert nog niets; u moet de rekening van 3 mei dus gewoon op tijd betalen.",
            "Zet een punt in plaats van de puntkomma.",
        ),
        (
            "Omdat u geen kopie van uw paspoort en ook geen loonstroken hebt gestuurd, kunnen wij nog niet beslissen over het geld.",
            "Begin met ‘U hebt’ en zet een punt na ‘gestuurd’. Begin de nieuwe zin met ‘Daarom’.",
        ),
        (
            "Hoewel de gemeente al drie jaar lang werkt aan een nieuwe school in uw wijk, is het gebouw nog steeds niet klaar.",
            "Laat ‘Hoewel’ weg en zet een punt na ‘wijk’. Begin de nieuwe zin met ‘Toch’.",
        ),
        (
            "Als u het niet eens bent met dit besluit, kunt u ons binnen zes weken na vandaag een brief met uw redenen sturen.",
            "Maak van het stuk met ‘Als’ een vraag. Begin de nieuwe zin met ‘Dan’.",
        ),
    ],
)
def test_says_where_to_cut_and_how_to_begin(text: str, expected: str) -> None:
    assert advice(text) == expected


def test_keeps_a_word_that_joins_two_sentences() -> None:
    text = "U kunt binnen zes weken een brief sturen als u dat wilt, maar u moet het bedrag in elk geval wel eerst betalen."
    assert advice(text).endswith(
        "Dat kan voor ‘maar u moet’. Laat ‘maar u moet’ staan: begin de nieuwe zin met ‘Maar’."
    )


@pytest.mark.parametrize(
    "text",
    [
        # What stands right of the word goes back into the clause on its left.
        "Wij hebben de brief, die u op 3 mei samen met uw vrouw aan ons hebt gestuurd, met veel aandacht gelezen en beantwoord.",
        # *en* joins words, no clauses.
        "De nieuwe regels gelden voor alle winkels en alle bedrijven in het centrum en in de straten rond het station van Hoogezand.",
        "U kunt de kaart ophalen van maandag 1 juni tot en met vrijdag 12 juni op werkdagen bij de balie van het gemeentehuis.",
        # *dat* after a verb opens what someone says.
        "Wij hebben aan het begin van het gesprek in het gemeentehuis tegen u gezegd, dat u voor 1 juni moet betalen aan ons.",
        # The clause leans on the word before it.
        "U moet ons binnen zes weken nadat u deze brief van ons hebt gekregen laten weten of u naar het gesprek kunt komen.",
        # Before the first main verb there is no sentence yet.
        "De brief die wij u op 3 mei hebben gestuurd en die u niet hebt beantwoord, ging over de kosten van uw hulp.",
    ],
)
def test_proposes_no_cut_where_a_part_cannot_stand_alone(text: str) -> None:
    assert advice(text) == NO_CUT


def test_a_verb_that_follows_at_once_is_not_named() -> None:
    text = "Wij sturen u bij deze brief over uw huur een lijst met regels van de gemeente, die geldt voor alle huizen hier."
    assert advice(text) == "Zet een punt voor ‘die’ en begin de nieuwe zin met ‘Die’."


def test_cuts_near_the_middle() -> None:
    text = "U krijgt geld van ons, maar u moet ons wel alles vertellen over uw werk, want de wet zegt dat dat zo moet."
    assert "‘maar u moet’" not in advice(text) or "‘want de wet’" not in advice(text)
    cut = cutting.best_cut(load_pipeline().analyse(text), 0)
    assert cut is not None and cut.values["begin"] == "Want"


def test_every_word_of_the_table_can_be_used() -> None:
    for joint in [*cutting.joints("midden").values(), *cutting.joints("begin").values()]:
        assert joint.begin
        assert joint.volgorde in ("zelfde", "vooraan", "vrij")
