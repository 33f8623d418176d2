"""Questions and answers as in the public API of LanguageTool."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from .conftest import Ask
from .texts import units

LETTER = "Wij verstrekken u hierbij een formulier. Indien u vragen heeft, kunt u ons bellen."
PASSIVE = "Uw aanvraag wordt door ons afgewezen."
ENGLISH = "We have received your application and we will let you know what we decide about it soon."


def rules(answer: dict[str, Any]) -> list[str]:
    """The ids of the rules in an answer."""
    return [match["rule"]["id"] for match in answer["matches"]]


def test_an_answer_has_the_shape_that_clients_read(ask: Ask) -> None:
    answer = ask(LETTER)
    assert answer["software"]["apiVersion"] == 1
    assert answer["software"]["premium"] is False
    assert answer["warnings"] == {"incompleteResults": False}
    assert answer["language"]["code"] == "nl"
    assert answer["language"]["detectedLanguage"]["code"] == "nl"
    assert answer["sentenceRanges"] == [[0, 40], [41, 82]]
    first = answer["matches"][0]
    assert first == {
        "message": "Moeilijk woord ‘verstrekken’. Kies liever ‘geven’. Geven is korter, en iedereen kent het.",
        "shortMessage": "Moeilijk woord",
        "replacements": [{"value": "geven"}],
        "offset": 4,
        "length": 11,
        "context": {
            "text": "Wij verstrekken u hierbij een formulier. Indien u vrage...",
            "offset": 4,
            "length": 11,
        },
        "sentence": "Wij verstrekken u hierbij een formulier.",
        "type": {"typeName": "Other"},
        "rule": {
            "id": "verstrekken",
            "description": "Moeilijk woord: verstrekken",
            "issueType": "register",
            "category": {"id": "WOORD", "name": "Moeilijk woord"},
            "isPremium": False,
        },
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": 0,
    }


def test_a_finding_on_a_sentence_waits_until_the_sentence_is_finished(ask: Ask) -> None:
    (match,) = ask(PASSIVE)["matches"]
    assert match["rule"]["category"] == {"id": "STYLE", "name": "Zin en stijl"}
    assert match["rule"]["issueType"] == "style"
    assert match["message"].startswith("Lijdende vorm. ")
    assert match["replacements"] == []
    assert match["ignoreForIncompleteSentence"] is True
    assert match["contextForSureMatch"] == -1


def test_a_get_request_and_form_data_in_several_parts_give_the_same_bytes(
    client: httpx.Client,
) -> None:
    fields = {"text": LETTER, "language": "nl-NL"}
    form = client.post("/v2/check", data=fields)
    parts = client.post("/v2/check", files={name: (None, text) for name, text in fields.items()})
    address = client.get("/v2/check", params=fields)
    as_json = client.post(
        "/v2/check",
        content=form.request.content,
        headers={"content-type": "application/json; charset=utf-8"},
    )
    answers = {each.content for each in (form, parts, address, as_json)}
    assert len(answers) == 1
    assert form.headers["content-type"] == "application/json; charset=utf-8"
    assert len(form.json()["matches"]) == 2


def test_the_same_question_gives_the_same_bytes(client: httpx.Client) -> None:
    fields = {"text": f"{LETTER}\n\n{PASSIVE}", "language": "nl"}
    assert len({client.post("/v2/check", data=fields).content for _ in range(8)}) == 1


def test_offsets_count_utf_16_units_in_lines_as_they_were_sent(ask: Ask) -> None:
    text = "\ufeff😀 Wij ver\u00adstrekken u\tdit 😀.\r\n\r\nIndien dat\r\nniet lukt, belt u ons."
    matches = ask(text)["matches"]
    assert [units(text, each["offset"], each["length"]) for each in matches] == [
        "ver\u00adstrekken",
        "Indien",
    ]
    for match in matches:
        context = match["context"]
        assert units(context["text"], context["offset"], context["length"]) in (
            "ver\u00adstrekken",
            "Indien",
        )


def test_markup_is_left_out_and_offsets_count_it(ask: Ask) -> None:
    parts = [
        {"text": "😀 Wij "},
        {"markup": "<b>"},
        {"text": "verstrekken"},
        {"markup": "</b>"},
        {"text": " u dit"},
        {"markup": "<br/>", "interpretAs": "\n\n"},
        {"text": "Ind"},
        {"markup": "<i>"},
        {"text": "ien u dat wilt, belt u ons."},
    ]
    sent = "😀 Wij <b>verstrekken</b> u dit<br/>Ind<i>ien u dat wilt, belt u ons."
    first, second = ask(data=json.dumps({"annotation": parts}))["matches"]
    assert units(sent, first["offset"], first["length"]) == "verstrekken"
    assert first["replacements"] == [{"value": "geven"}]
    assert units(sent, second["offset"], second["length"]) == "Ind<i>ien"
    # Put in place it would take the markup away.
    assert second["replacements"] == []
    assert "‘als’" in second["message"]


def test_a_finding_on_what_stands_for_markup_is_left_out(ask: Ask) -> None:
    parts = [
        {"text": "Kies "},
        {"markup": "$i$", "interpretAs": "verstrekken"},
        {"text": " of niet."},
    ]
    assert ask(data=json.dumps({"annotation": parts}))["matches"] == []


def test_data_may_hold_a_plain_text(ask: Ask) -> None:
    assert ask(data=json.dumps({"text": LETTER}))["matches"] == ask(LETTER)["matches"]


def test_a_paragraph_is_no_letter_that_lacks_a_date(ask: Ask) -> None:
    assert ask("U kunt bellen. Dat is gratis.")["matches"] == []


@pytest.mark.parametrize("language", ["nl", "nl-NL", "nl-BE", "NL-nl", "nl_NL", "nl-SR"])
def test_each_dutch_is_dutch(ask: Ask, language: str) -> None:
    answer = ask(LETTER, language=language)
    assert len(answer["matches"]) == 2
    assert answer["language"]["code"] in ("nl", "nl-NL", "nl-BE")


@pytest.mark.parametrize("language", ["de-DE", "en", "nld", "nl-nl-nl", "nl;DROP"])
def test_another_language_is_refused_with_what_to_choose(
    client: httpx.Client, language: str
) -> None:
    response = client.post("/v2/check", data={"text": LETTER, "language": language})
    assert response.status_code == 400
    assert response.headers["content-type"] == "text/plain; charset=utf-8"
    assert response.text.startswith("Error: Brievenbus leest alleen Nederlands.")


def test_the_language_is_told_from_the_text(ask: Ask) -> None:
    dutch = ask(LETTER, language="auto", preferredVariants="en-GB,nl-BE")
    assert dutch["language"]["code"] == "nl-BE"
    english = ask(ENGLISH, language="auto")
    assert english["language"]["code"] == "zz"
    assert english["language"]["detectedLanguage"]["name"] == "Geen Nederlands"
    assert english["matches"] == []
    asked = ask(ENGLISH, language="nl")
    assert asked["language"]["code"] == "nl"
    assert asked["language"]["detectedLanguage"]["code"] == "zz"


def test_without_a_language_it_is_told_from_the_text(client: httpx.Client) -> None:
    assert client.post("/v2/check", data={"text": ENGLISH}).json()["language"]["code"] == "zz"


def test_rules_and_categories_can_be_left_out(ask: Ask) -> None:
    text = f"{LETTER} {PASSIVE}"
    assert rules(ask(text)) == ["verstrekken", "indien", "lijdende-vorm"]
    assert rules(ask(text, disabledRules="indien, verstrekken")) == ["lijdende-vorm"]
    assert rules(ask(text, disabledCategories="STYLE")) == ["verstrekken", "indien"]
    assert rules(ask(text, disabledCategories="woord")) == ["lijdende-vorm"]
    assert rules(ask(text, disabledCategories="WOORD", enabledRules="indien")) == [
        "indien",
        "lijdende-vorm",
    ]


def test_only_what_is_named_can_be_asked_for(ask: Ask) -> None:
    text = f"{LETTER} {PASSIVE}"
    assert rules(ask(text, enabledOnly="true", enabledRules="indien")) == ["indien"]
    assert rules(ask(text, enabledOnly="true", enabledCategories="zin")) == ["lijdende-vorm"]


@pytest.mark.parametrize(
    "fields",
    [
        {"enabledOnly": "true"},
        {"enabledOnly": "true", "enabledRules": "indien", "disabledRules": "verstrekken"},
        {"enabledOnly": "yes", "enabledCategories": "ZIN", "disabledCategories": "WOORD"},
    ],
)
def test_wishes_that_contradict_each_other_are_refused(
    client: httpx.Client, fields: dict[str, str]
) -> None:
    response = client.post("/v2/check", data={"text": LETTER, **fields})
    assert response.status_code == 400
    assert "enabledOnly" in response.text


def test_tips_are_for_who_asks_for_them(ask: Ask) -> None:
    text = "Dit doet u schriftelijk."
    assert ask(text)["matches"] == []
    (picky,) = ask(text, level="picky")["matches"]
    assert picky["rule"]["id"] == "schriftelijk"
    assert picky["rule"]["category"]["id"] == "STYLE"
    assert picky["type"]["typeName"] == "Hint"
    assert rules(ask(text, enabledRules="schriftelijk")) == ["schriftelijk"]


def test_what_must_change_is_red(ask: Ask) -> None:
    (match,) = ask("Wij hebben dienaangaande geen gegevens.")["matches"]
    assert match["rule"]["category"] == {"id": "TYPOS", "name": "Fout"}
    assert match["rule"]["issueType"] != "misspelling"


def test_a_client_that_asks_twice_is_told_once(ask: Ask) -> None:
    assert rules(ask(LETTER, mode="allButTextLevelOnly")) == ["verstrekken", "indien"]
    assert ask(LETTER, mode="textLevelOnly")["matches"] == []


def test_what_is_unknown_is_left(ask: Ask) -> None:
    fields = {"level": "academic", "motherTongue": "de-DE", "username": "x", "vreemd": "y"}
    assert ask(LETTER, disabledRules="HUNSPELL_RULE,,", **fields) == ask(LETTER)


def test_a_sentence_without_end_is_not_repeated_in_each_finding(ask: Ask) -> None:
    answer = ask("indien wij " * 2_000)
    assert len(answer["matches"]) >= 2_000
    assert sum(len(match["sentence"]) > 2_000 for match in answer["matches"]) <= 5


def test_languages_and_program_are_told(client: httpx.Client) -> None:
    languages = client.get("/v2/languages").json()
    assert [each["longCode"] for each in languages] == ["nl", "nl-NL", "nl-BE"]
    assert {each["code"] for each in languages} == {"nl"}
    assert client.get("/v2/info").json()["software"]["name"] == "Brievenbus"


BAD = [
    ({}, "text"),
    ({"text": "a", "data": "{}"}, "niet allebei"),
    ({"data": "{"}, "JSON"),
    ({"data": "[" * 100_000}, "JSON"),
    ({"data": "1" * 5_000}, "JSON"),
    ({"data": "[]"}, "annotation"),
    ({"data": "{}"}, "annotation"),
    ({"data": '{"text": null}'}, "annotation"),
    ({"data": '{"text": "a", "annotation": []}'}, "annotation"),
    ({"data": '{"annotation": {}}'}, "annotation"),
    ({"data": '{"annotation": [1]}'}, "markup"),
    ({"data": '{"annotation": [{}]}'}, "markup"),
    ({"data": '{"annotation": [{"text": "a", "markup": "b"}]}'}, "markup"),
    ({"data": '{"annotation": [{"text": "a", "interpretAs": "b"}]}'}, "interpretAs"),
    ({"data": '{"annotation": [{"markup": 1}]}'}, "markup"),
]


@pytest.mark.parametrize(("fields", "said"), BAD, ids=[str(each)[:40] for each, _ in BAD])
def test_a_question_that_is_not_as_it_should_be_is_refused_with_what_to_do(
    client: httpx.Client, fields: dict[str, str], said: str
) -> None:
    response = client.post("/v2/check", data=fields)
    assert response.status_code == 400
    assert response.text.startswith("Error: ")
    assert said in response.text


def test_a_broken_form_is_refused_and_its_text_stays_out_of_the_log(
    client: httpx.Client, server: Any
) -> None:
    response = client.post(
        "/v2/check", content=b"geheim", headers={"content-type": "multipart/form-data; boundary=x"}
    )
    assert response.status_code == 400
    assert "boundary" not in server.said().lower()


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_refused(client: httpx.Client, method: str) -> None:
    assert client.request(method, "/v2/check").status_code == 405


def test_an_address_that_is_not_there_is_told(client: httpx.Client) -> None:
    response = client.get("/v2/words")
    assert response.status_code == 404
    assert response.text.startswith("Error: ")


def test_a_text_that_is_too_large_is_refused(start: Any) -> None:
    client = start("--workers", "1", "--megabytes", "1").client()
    response = client.post("/v2/check", data={"text": "a" * 1_000_001})
    assert response.status_code == 413
    assert response.text.startswith("Error: ")
    assert client.post("/v2/check", data={"text": "Wij verstrekken dit."}).status_code == 200


def test_a_text_goes_by_the_readers_of_the_server(start: Any) -> None:
    sentence = "Wij hebben uw aanvraag van maandag bekeken en wij sturen u morgen een brief met ons besluit."
    found = {}
    for profile in ("inwoner", "laaggeletterd"):
        client = start("--workers", "1", "--profile", profile).client()
        found[profile] = rules(client.post("/v2/check", data={"text": sentence}).json())
    assert "lange-zin" not in found["inwoner"]
    assert "lange-zin" in found["laaggeletterd"]
