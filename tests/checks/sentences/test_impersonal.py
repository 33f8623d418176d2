"""`onpersoonlijk`: words that stand for the reader or the writer, and look-alikes."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from brievenbus.checks.sentences import impersonal
from brievenbus.dutch.pipeline import load_pipeline
from brievenbus.findings import Category, Finding, Severity
from brievenbus.rulebook.profiles import load_profile

MATERIAL = Path(__file__).parents[2] / "material" / "zinscontroles.tsv"


def found(text: str) -> list[Finding]:
    return impersonal.check(load_pipeline().analyse(text), load_profile())


@pytest.mark.parametrize(
    ("text", "word", "advice"),
    [
        ("Men kan hier niet parkeren.", "Men", "Schrijf ‘u’ voor uw lezer, en ‘wij’"),
        ("Als men niet betaalt, stopt de hulp.", "men", "Wie is ‘men’?"),
        ("Ondergetekende verklaart dat dit klopt.", "Ondergetekende", "Schrijf ‘ik’ of ‘wij’"),
        (
            "U kunt bellen met de ondergetekende.",
            "ondergetekende",
            "in plaats van ‘ondergetekende’",
        ),
        ("De betrokkene meldt zich bij het loket.", "betrokkene", "Schrijf dan ‘u’"),
        ("Wij geven aanvrager een vergunning.", "aanvrager", "Gaat ‘aanvrager’ over uw lezer?"),
        ("Het bezwaar van reclamant is te laat.", "reclamant", "Schrijf dan ‘u’"),
        ("Wij weten dat belanghebbende recht heeft op geld.", "belanghebbende", "Schrijf dan ‘u’"),
        ("De genoemde aanvrager krijgt een brief.", "aanvrager", "Schrijf dan ‘u’"),
        ("Cliënt heeft geen hulp meer nodig.", "Cliënt", "Schrijf dan ‘u’"),
        ("Huurder laat het huis schoon achter.", "Huurder", "Schrijf dan ‘u’"),
    ],
)
def test_finds_a_word_that_stands_for_reader_or_writer(text: str, word: str, advice: str) -> None:
    (finding,) = found(text)
    assert finding.text == word
    assert advice in finding.message
    assert finding.category is Category.STIJL
    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    [
        "Belanghebbenden kunnen bezwaar maken tegen het plan.",
        "Een aanvrager moet ouder zijn dan 18 jaar.",
        "Elke vergunninghouder krijgt een brief.",
        "De vorige aanvrager heeft het geld al gekregen.",
        "Bent u zelf de aanvrager?",
        "Uw buurman is de aanvrager.",
        "Wij sturen u een kopie van de brief aan de aanvrager.",
        "Als klant betaalt Jan minder.",
        "Per deelnemer vragen wij 5 euro.",
        "Naam aanvrager",
        "Aanvrager: vul hier een naam in.",
        "De aanvrager, mevrouw Jansen, krijgt een brief.",
        "Huurder en verhuurder spreken samen de prijs af.",
        "De huurder van nummer 12 krijgt een brief.",
        "Huurder is het gewone woord.",
        "Wij sturen de ondergetekende brief terug.",
        "Er zijn belanghebbende partijen gehoord.",
        "Wij gaan met mevrouw Men naar de huisarts.",
        "„Dat moet men weten”, schreef de man.",
        "Met ‘belanghebbende’ bedoelt de wet iemand anders.",
        "Wij menen dat het plan goed is.",
        "Haar broer is ouder dan Piet.",
        "",
    ],
)
def test_leaves_others_alone(text: str) -> None:
    assert found(text) == []


def test_finds_every_one_in_a_block() -> None:
    text = "Verzoeker vraagt om geld. Men kan dat niet geven aan verzoeker."
    assert [finding.text for finding in found(text)] == ["Verzoeker", "Men", "verzoeker"]


def test_agrees_with_the_material() -> None:
    with MATERIAL.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    own = [row for row in rows if row["controle"] == impersonal.RULE]
    right = [row for row in own if bool(found(row["tekst"])) == (row["verwacht"] == "1")]
    assert len(right) >= 0.9 * len(own)
