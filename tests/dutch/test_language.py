"""A text in another language is recognised; Dutch is not taken for one."""

from __future__ import annotations

from pathlib import Path

import pytest

from brievenbus import check, read
from brievenbus.dutch.language import is_dutch

SAMPLES = Path(__file__).parents[2] / "samples"
LETTERS = Path(__file__).parents[1] / "material" / "letters"

FOREIGN = {
    "English": "You have asked us for help with the costs of your home. We will write to you within six weeks.",
    "German": "Sie haben bei uns einen Antrag gestellt. Wir schreiben Ihnen innerhalb von sechs Wochen.",
    "French": "Vous avez demandé une aide pour votre loyer. Nous vous écrirons dans les six semaines.",
    "Turkish": "Bizden kira yardımı istediniz. Altı hafta içinde size bir mektup göndereceğiz, lütfen bekleyin.",
    "Polish": "Złożył pan wniosek o pomoc w opłaceniu czynszu. Odpowiemy panu w ciągu sześciu tygodni.",
    "Ukrainian": "Ви попросили нас про допомогу з орендою. Ми напишемо вам протягом шести тижнів.",
    "Arabic": "لقد طلبت منا المساعدة في دفع الإيجار. سوف نكتب إليك خلال ستة أسابيع من الآن.",
    "Afrikaans": "Jy het ons vir hulp met jou huur gevra. Ons sal binne ses weke vir jou skryf.",
}
DUTCH = "U hebt ons gevraagd om hulp met uw huur. Wij schrijven u binnen zes weken. U hoeft nu niets te doen."


@pytest.mark.parametrize("language", FOREIGN)
def test_another_language_is_recognised(language: str) -> None:
    assert not is_dutch(FOREIGN[language])


def test_too_few_words_to_tell_are_dutch() -> None:
    assert is_dutch("Call us: 0598 00 00 00")


@pytest.mark.parametrize("path", sorted([*SAMPLES.glob("*"), *LETTERS.glob("*.txt")]), ids=str)
def test_our_letters_are_dutch(path: Path) -> None:
    if path.suffix in (".txt", ".docx"):
        assert all(is_dutch(block.text) for block in read(path).blocks if block.scored)


@pytest.mark.parametrize(
    "text",
    [
        "De manager plant een meeting over de deadline van het project en deelt de planning in Teams.",
        "Wachtlijstbemiddeling jeugdhulpverlening Groningen: telefonisch spreekuur dinsdagochtend, woensdagmiddag.",
    ],
)
def test_dutch_with_few_small_words_or_with_english_ones_is_dutch(text: str) -> None:
    assert is_dutch(text)


def test_a_text_in_another_language_is_not_scored_and_not_checked() -> None:
    text = "\n\n".join(["Your request", *[FOREIGN["English"]] * 6])
    report = check(text)
    assert report.scores.lint is None
    assert "niet in het Nederlands" in (report.scores.not_scored or "")
    assert report.findings == ()
    assert report.checklist == ()
    assert any("niet in het Nederlands" in warning for warning in report.letter.warnings)


def test_a_part_in_another_language_changes_no_figure() -> None:
    dutch = "\n\n".join([DUTCH] * 6)
    alone, both = check(dutch), check(f"{dutch}\n\n{FOREIGN['English']}")
    assert both.scores == alone.scores
    assert both.letter.blocks[-1].foreign
    assert both.letter.warnings == (
        "Een deel van de tekst is niet in het Nederlands. Dat deel is niet nagekeken.",
    )


def test_dutch_letters_do_not_load_the_identifier() -> None:
    from brievenbus.dutch import language

    language._identifier.cache_clear()
    for path in sorted(SAMPLES.glob("*.docx")):
        check(path)
    assert language._identifier.cache_info().currsize == 0
