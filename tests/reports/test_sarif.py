"""The SARIF is what the standard says, points where the words are, and quotes nothing where asked.

The whole schema of the standard is long. `LOG` holds what it asks of the parts that we write, and more
strictly: a property that is not named here is refused.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from brievenbus.findings import Category, Severity
from brievenbus.letter import Block, BlockKind, Letter, Origin, Story
from brievenbus.report import Failure, Report
from brievenbus.reports.places import path_from, uri_of
from brievenbus.reports.sarif import to_sarif
from brievenbus.rulebook import load_rulebook

from .conftest import FAILURE, build_letter, build_report, find, hard_letter, short_text

HERE = Path("/brieven").absolute()
VALUES = {"category": Category.WOORD, "severity": Severity.WARNING, "message": "Schrijf 'als'."}


def thing(required: str = "", /, **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": required.split(),
        "properties": properties,
    }


def many(items: dict[str, Any], *, unique: bool = False) -> dict[str, Any]:
    return {"type": "array", "items": items, "uniqueItems": unique}


TEXT = {"type": "string"}
BAG = {"type": "object", "properties": {"tags": many(TEXT, unique=True)}}
FROM_ONE = {"type": "integer", "minimum": 1}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
LANGUAGE = {"type": "string", "pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"}
MESSAGE = thing("text", text={"type": "string", "minLength": 1})
ARTIFACT_LOCATION = thing("uri", uri={"type": "string", "pattern": r"^[\w.~!$&'()*+,;=:@/%-]+$"})
REGION = thing(
    "startLine",
    startLine=FROM_ONE,
    startColumn=FROM_ONE,
    endLine=FROM_ONE,
    endColumn=FROM_ONE,
    snippet=thing("text", text=TEXT),
)
LOCATION = thing(
    "physicalLocation",
    physicalLocation=thing("artifactLocation", artifactLocation=ARTIFACT_LOCATION, region=REGION),
    logicalLocations=many(thing("name", name=TEXT), unique=True),
)
RESULT = thing(
    "message ruleId ruleIndex level locations partialFingerprints",
    message=MESSAGE,
    ruleId=TEXT,
    ruleIndex={"type": "integer", "minimum": -1},
    level=LEVEL,
    locations=many(LOCATION),
    partialFingerprints={"type": "object", "additionalProperties": TEXT},
    properties=BAG,
)
RULE = thing(
    "id shortDescription help defaultConfiguration",
    id=TEXT,
    shortDescription=MESSAGE,
    fullDescription=MESSAGE,
    help=MESSAGE,
    defaultConfiguration=thing("level", level=LEVEL),
    properties=BAG,
)
DRIVER = thing(
    "name version rules",
    name=TEXT,
    version=TEXT,
    language=LANGUAGE,
    rules=many(RULE, unique=True),
    properties=BAG,
)
INVOCATION = thing(
    "executionSuccessful",
    executionSuccessful={"type": "boolean"},
    toolExecutionNotifications=many(
        thing("message", message=MESSAGE, level=LEVEL, locations=many(LOCATION))
    ),
)
RUN = thing(
    "tool results",
    tool=thing("driver", driver=DRIVER),
    language=LANGUAGE,
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    invocations=many(INVOCATION),
    artifacts=many(
        thing(location=ARTIFACT_LOCATION, roles=many({"enum": ["analysisTarget"]}, unique=True)),
        unique=True,
    ),
    results=many(RESULT),
)
LOG = thing(
    "version runs",
    version={"enum": ["2.1.0"]},
    runs=many(RUN),
    **{"$schema": {"type": "string", "format": "uri"}},
)


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    Draft202012Validator.check_schema(LOG)
    return Draft202012Validator(LOG)


def run_of(*reports: Report, **options: Any) -> dict[str, Any]:
    """The only run of a log, that fits the schema."""
    log = json.loads(to_sarif(list(reports), folder=HERE, **options))
    Draft202012Validator(LOG).validate(log)
    (run,) = log["runs"]
    return dict(run)


def physical(result: dict[str, Any]) -> dict[str, Any]:
    (location,) = result["locations"]
    return dict(location["physicalLocation"])


@pytest.mark.parametrize("without_text", [False, True])
@pytest.mark.parametrize("reports", [[], [short_text()], [hard_letter(), hard_letter("b.txt")]])
def test_output_fits_the_schema(
    validator: Draft202012Validator, reports: list[Report], without_text: bool
) -> None:
    validator.validate(json.loads(to_sarif(reports, [FAILURE], without_text=without_text)))


def test_every_finding_is_a_result_of_its_level(hard: Report) -> None:
    results = run_of(hard)["results"]
    assert [(each["ruleId"], each["level"]) for each in results] == [
        (found.rule, found.severity.value) for found in hard.findings
    ]


def test_a_result_names_its_rule_by_number_too(hard: Report) -> None:
    run = run_of(hard, hard_letter("b.txt"))
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_a_rule_is_told_in_the_words_of_the_rulebook(hard: Report, tmp_path: Path) -> None:
    (tmp_path / "regels.yaml").write_text(
        '- {id: indien, soort: woord, zoek: indien, kies: [als], uitleg: "Als is gewoner.", '
        'ernst: tip, fout: "Indien u belt, helpen wij u.", goed: "Als u belt, helpen wij u.", '
        "herkomst: {bron: redactie, datum: 2026-11-21}}\n"
    )
    rulebook = load_rulebook(tmp_path, shipped=False)
    assert rulebook.errors == ()
    driver = run_of(hard, rulebooks=[rulebook])["tool"]["driver"]
    rules = {rule["id"]: rule for rule in driver["rules"]}
    assert rules["indien"] == {
        "id": "indien",
        "shortDescription": {"text": "indien → als"},
        "fullDescription": {"text": "Als is gewoner."},
        "help": {"text": "Als is gewoner."},
        "defaultConfiguration": {"level": "note"},
        "properties": {"tags": ["woord"]},
    }
    assert rules["lange-zin"]["shortDescription"]["text"] == "Lange zin"
    assert rules["lange-zin"]["help"]["text"].startswith("Bij een lange zin moet de lezer")
    assert rules["beschikking"]["help"]["text"].startswith("Voor dit woord is er een eenvoudiger")


def test_the_message_says_what_is_better_and_who_stumbled(hard: Report) -> None:
    told = [each["message"]["text"] for each in run_of(hard)["results"]]
    assert (
        "Alinea 1: 'Geven' is korter, en iedereen kent het. Beter: geven. "
        "7 van de 9 lezers begrepen dit niet."
    ) in told
    told = [each["message"]["text"] for each in run_of(hard_letter("b.txt"))["results"]]
    assert "Twee keer 'niet' is moeilijk te volgen. Beter: mogelijk." in told


class TestPlaces:
    def test_a_text_file_has_lines_and_columns(self) -> None:
        lines = ["  Beste lezer, indien u", "  dit niet wilt, bel ons."]
        origins = (Origin(0, 21, "", 4, 0, 2), Origin(22, 45, "", 5, 0, 2))
        block = Block(BlockKind.PARAGRAPH, " ".join(each[2:] for each in lines), origins)
        letter = Letter("a.txt", "txt", (block,))
        findings = find(letter, "indien|indien u dit niet wilt|ons", rule="indien", **VALUES)
        findings += find(letter, "u dit niet", rule="lang", **VALUES)
        regions = [
            physical(each)["region"] for each in run_of(build_report(letter, findings))["results"]
        ]
        assert regions == [
            {"startLine": 5, "startColumn": 16, "endLine": 5, "endColumn": 22},
            {"startLine": 5, "startColumn": 23, "endLine": 6, "endColumn": 11},
            {"startLine": 6, "startColumn": 22, "endLine": 6, "endColumn": 25},
        ]
        for found, region in zip(
            sorted(findings, key=lambda each: each.start), regions, strict=True
        ):
            last = lines[region["endLine"] - 5][: region["endColumn"] - 1]
            assert last.endswith(found.text.split()[-1])
            assert lines[region["startLine"] - 5][region["startColumn"] - 1 :].startswith(
                found.text[0]
            )

    def test_a_word_file_has_paragraphs_and_the_words(self, hard: Report) -> None:
        result = next(each for each in run_of(hard)["results"] if each["ruleId"] == "beschikking")
        assert physical(result) == {
            "artifactLocation": {"uri": "brief.docx"},
            "region": {"startLine": 11, "snippet": {"text": "beschikking"}},
        }
        assert result["locations"][0]["logicalLocations"] == [{"name": "Alinea 2"}]

    def test_a_header_is_named(self) -> None:
        origins = (Origin(0, 12, "word/header1.xml", 0, 0, 0),)
        block = Block(BlockKind.PARAGRAPH, "Indien nodig", origins, story=Story.HEADER)
        letter = Letter("a.docx", "docx", (block,))
        report = build_report(letter, find(letter, "Indien", rule="indien", **VALUES))
        (result,) = run_of(report)["results"]
        assert result["message"]["text"] == "Koptekst: Schrijf 'als'."
        assert physical(result)["region"]["startLine"] == 1

    def test_what_has_no_origin_is_at_the_top(self) -> None:
        letter = Letter("-", "txt", (Block(BlockKind.PARAGRAPH, "Indien nodig"),))
        report = build_report(letter, find(letter, "Indien", rule="indien", **VALUES))
        (result,) = run_of(report)["results"]
        assert physical(result)["artifactLocation"] == {"uri": "-"}
        assert physical(result)["region"]["startLine"] == 1

    @pytest.mark.parametrize(
        ("path", "uri"),
        [
            ("brief.txt", "brief.txt"),
            ("./wmo/brief 1.txt", "wmo/brief%201.txt"),
            ("één#50%.txt", "%C3%A9%C3%A9n%2350%25.txt"),
            ("a:b?.txt", "a%3Ab%3F.txt"),
            ("wmo/../brief.txt", "brief.txt"),
            ("../buiten.txt", "../buiten.txt"),
            (str(HERE / "wmo" / "a b.txt"), "wmo/a%20b.txt"),
            ("", "-"),
            ("-", "-"),
        ],
    )
    def test_a_path_is_relative_and_encoded(self, path: str, uri: str) -> None:
        assert uri_of(path_from(path, HERE)) == uri

    def test_a_path_elsewhere_is_a_file_of_this_machine(self) -> None:
        elsewhere = HERE.parent / "elders" / "a b.txt"
        uri = uri_of(path_from(str(elsewhere), HERE))
        assert uri == elsewhere.as_uri()

    @given(st.text())
    def test_any_path_has_a_uri(self, path: str) -> None:
        uri = uri_of(path_from(path.replace("\0", ""), HERE))
        assert uri
        assert re.fullmatch(r"(file:///)?(?:[\w.~/-]|%[0-9A-F]{2})*", uri, re.ASCII)


class TestFingerprints:
    def prints(self, report: Report, **options: Any) -> list[str]:
        results = run_of(report, **options)["results"]
        return [each["partialFingerprints"]["brievenbusFinding/v1"] for each in results]

    def test_no_two_are_the_same(self, hard: Report) -> None:
        for without_text in (False, True):
            prints = self.prints(hard, without_text=without_text)
            assert len(set(prints)) == len(prints)

    def test_they_move_with_their_sentence(self) -> None:
        sentences = ["Indien u belt, helpen wij.", "Mail ons indien u wilt."]
        made = []
        for order in (sentences, sentences[::-1]):
            letter = build_letter("a.txt", [(BlockKind.PARAGRAPH, each) for each in order])
            made.append(build_report(letter, find(letter, "[Ii]ndien", rule="indien", **VALUES)))
        assert self.prints(made[0]) == self.prints(made[1])[::-1]

    def test_without_text_they_tell_nothing_of_it(self) -> None:
        made = []
        for text in ("Indien geheim.", "Indien bekend."):
            letter = build_letter("a.txt", [(BlockKind.PARAGRAPH, text)])
            made.append(build_report(letter, find(letter, "Indien", rule="indien", **VALUES)))
        first, second = (self.prints(each, without_text=True) for each in made)
        assert first == second
        assert self.prints(made[0]) != self.prints(made[1])


def test_a_file_that_could_not_be_read_is_a_notification() -> None:
    (invocation,) = run_of(failures=[FAILURE])["invocations"]
    assert invocation["executionSuccessful"] is False
    (told,) = invocation["toolExecutionNotifications"]
    assert told["level"] == "error"
    assert told["message"]["text"] == FAILURE.message
    assert physical(told) == {"artifactLocation": {"uri": "oud.doc"}}


def test_what_was_not_read_of_a_letter_is_a_warning(short: Report) -> None:
    letter = replace(short.letter, warnings=("Een plaatje is niet gelezen.",))
    (invocation,) = run_of(replace(short, letter=letter))["invocations"]
    assert invocation["executionSuccessful"] is True
    assert invocation["toolExecutionNotifications"][0]["level"] == "warning"


def test_a_clean_letter_is_listed_once(short: Report) -> None:
    run = run_of(short, short)
    assert run["results"] == []
    assert [each["location"]["uri"] for each in run["artifacts"]] == ["kort%20bericht.txt"]


def test_without_text_quotes_nothing(hard: Report) -> None:
    shown = to_sarif([hard], without_text=True)
    for word in ("Voorbeeld", "draagkracht binnenkort", "snippet", "niet onmogelijk", "Beter:"):
        assert word not in shown
    assert "Alinea 1: Deze zin kan eenvoudiger." in shown


def test_a_letter_cannot_put_a_link_or_a_gap_in_a_message() -> None:
    letter = build_letter("a.txt", [(BlockKind.PARAGRAPH, "Indien nodig")])
    values = VALUES | {"message": "‘[klik](http://kwaad.test)’ en {0}\x1b[2J\ud800"}
    (result,) = run_of(build_report(letter, find(letter, "Indien", rule="x", **values)))["results"]
    assert result["message"]["text"] == "‘[klik] (http://kwaad.test)’ en {{0}}\ufffd[2J\ufffd"


def test_the_same_report_gives_the_same_bytes(hard: Report) -> None:
    again = Failure(FAILURE.path, FAILURE.message)
    assert to_sarif([hard], [FAILURE]) == to_sarif([hard_letter()], [again])
