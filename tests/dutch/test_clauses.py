"""Which finite verb belongs to which clause."""

from __future__ import annotations

import pytest

from brievenbus.dutch.clauses import clause_words, clauses
from brievenbus.dutch.pipeline import load_pipeline


def structure(text: str) -> tuple[list[tuple[str, str]], list[str]]:
    """Opener and verb of each subordinate clause, and the verbs of the main clauses."""
    analysis = load_pipeline().analyse(text)
    found = clauses(analysis, 0)
    pairs = [(clause.opener.lower, clause.verb.text) for clause in found.subordinate]
    return pairs, [verb.text for verb in found.main]


@pytest.mark.parametrize(
    ("text", "subordinate", "main"),
    [
        ("Als u belt, helpen wij u.", [("als", "belt")], ["helpen"]),
        (
            "Omdat u zei dat u niet weet of u mag blijven, bellen wij u.",
            [("omdat", "zei"), ("dat", "weet"), ("of", "mag")],
            ["bellen"],
        ),
        (
            "De brief die u kreeg toen u verhuisde, klopt niet.",
            [("die", "kreeg"), ("toen", "verhuisde")],
            ["klopt"],
        ),
        ("Als u verhuist, trouwt of scheidt, moet u dat melden.", [("als", "verhuist")], ["moet"]),
        ("Wie niet betaalt en niet reageert, krijgt een boete.", [("wie", "betaalt")], ["krijgt"]),
        ("Tot u antwoord hebt, hoeft u niets te doen.", [("tot", "hebt")], ["hoeft"]),
        ("Wij weten niet hoeveel geld u hebt.", [("hoeveel", "hebt")], ["weten"]),
        (
            "De mensen die al jaren klagen over lawaai, hebben gebeld.",
            [("die", "klagen")],
            ["hebben"],
        ),
        (
            "Zeg dat u komt en dat u hulp wilt.",
            [("dat", "komt"), ("dat", "wilt")],
            ["Zeg"],
        ),
        ("Hebt u geen geld, dan kunt u bellen.", [], ["Hebt", "kunt"]),
        ("U krijgt een brief, want u bent verhuisd.", [], ["krijgt", "bent"]),
    ],
)
def test_takes_a_sentence_apart(
    text: str, subordinate: list[tuple[str, str]], main: list[str]
) -> None:
    assert structure(text) == (subordinate, main)


@pytest.mark.parametrize(
    "text",
    [
        "Wat moet u doen?",
        "Hoeveel geld krijgt u?",
        "Dat geld is voor u.",
        "Die brief kunt u weggooien.",
        "Als medewerker helpt Jan u.",
        "Indien nodig bellen wij u.",
        "Wij sturen u een brief of een mail.",
        "Het is hoger dan vorig jaar.",
        "Wij berichten u als volgt.",
        "Hij of zij krijgt een brief.",
        "Wij vragen u om te bellen.",
        "Alle bewoners, waaronder u, krijgen een brief.",
    ],
)
def test_a_word_that_opens_no_clause(text: str) -> None:
    subordinate, main = structure(text)
    assert subordinate == []
    assert len(main) == 1


def test_a_participle_before_its_noun_is_no_verb() -> None:
    assert structure("De aan u verleende vergunning geldt tot mei.") == ([], ["geldt"])


def test_groups_of_words() -> None:
    assert {"omdat", "tenzij"} <= clause_words("voegwoord")
    assert "waarin" in clause_words("betrekkelijk")
    assert clause_words("voegwoord") | clause_words("hoofdzin") <= clause_words()
    with pytest.raises(KeyError):
        clause_words("geen groep")
