"""The JSON is what the contract says: keys, order, offsets, and nothing quoted where asked."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from brievenbus.findings import Category, Severity
from brievenbus.letter import Block, BlockKind, Letter
from brievenbus.report import Failure, Report
from brievenbus.reports.jsonreport import to_json

from .conftest import CHECKLIST, FAILURE, TOOL, build_letter, build_report, find, hard_letter


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    path = files("brievenbus.reports").joinpath("data", "report.schema.json")
    schema = json.loads(path.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def document(report: Report, **options: Any) -> dict[str, Any]:
    (only,) = json.loads(to_json([report], **options))["documents"]
    return dict(only)


@pytest.mark.parametrize("without_text", [False, True])
def test_output_fits_the_published_schema(
    validator: Draft202012Validator, hard: Report, short: Report, without_text: bool
) -> None:
    output = to_json([hard, short], [FAILURE], without_text=without_text)
    validator.validate(json.loads(output))


def test_output_without_any_document_fits_the_schema(validator: Draft202012Validator) -> None:
    validator.validate(json.loads(to_json([], [FAILURE])))
    assert json.loads(to_json([], [], tool=TOOL))["tool"]["rulebook"] == TOOL.rulebook


def test_the_schema_rejects_a_report_with_a_key_missing(
    validator: Draft202012Validator, hard: Report
) -> None:
    value = json.loads(to_json([hard]))
    del value["documents"][0]["findings"][0]["source"]
    assert not validator.is_valid(value)


def test_keys_stand_in_the_order_of_the_contract(hard: Report) -> None:
    value = json.loads(to_json([hard]))
    found = value["documents"][0]
    assert list(value) == ["schema", "tool", "documents", "errors"]
    assert " ".join(found) == (
        "path kind profile text words sentences blocks scores not_scored checklist findings"
    )
    assert " ".join(found["blocks"][0]) == "kind start end scored sentences story label"
    assert " ".join(found["scores"]) == (
        "lint flesch_douma leesindex_a lix words_per_sentence passive_sentences jargon"
    )
    assert " ".join(found["checklist"][0]) == "item met message start end"
    assert " ".join(found["findings"][0]) == (
        "rule category severity message start end text parts suggestions provenance source"
    )


def test_offsets_give_the_text_of_blocks_and_findings(hard: Report) -> None:
    found = document(hard)
    text = found["text"]
    for block, built in zip(found["blocks"], hard.letter.blocks, strict=True):
        assert text[block["start"] : block["end"]] == built.text
    for finding in found["findings"]:
        assert text[finding["start"] : finding["end"]] == finding["text"]


def test_parts_name_the_words_of_a_separated_verb(hard: Report) -> None:
    found = document(hard)
    (apart,) = [each for each in found["findings"] if each["parts"]]
    assert [found["text"][i:j] for i, j in apart["parts"]] == ["stelt", "vast"]


def test_jargon_counts_findings_in_running_text_only(hard: Report) -> None:
    jargon = document(hard)["scores"]["jargon"]
    outside = [f for f in hard.findings if not hard.letter.blocks[f.block].scored]
    assert [finding.category for finding in outside] == [Category.AFKORTING]
    assert jargon == {"per_100_words": 14.47, "woord": 8, "vakterm": 2, "afkorting": 1}


def test_a_text_without_running_text_has_no_jargon_score() -> None:
    letter = build_letter("kop.txt", [(BlockKind.HEADING, "Uw beschikking")])
    values = {"category": Category.WOORD, "severity": Severity.ERROR, "message": "Schrijf besluit."}
    report = build_report(letter, find(letter, "beschikking", rule="beschikking", **values))
    assert document(report)["scores"]["jargon"]["per_100_words"] == 0.0


def test_a_text_that_is_too_short_says_why(short: Report) -> None:
    found = document(short)
    assert found["scores"]["lint"] is None
    assert found["not_scored"].startswith("Te kort om te meten")


def test_source_is_a_paragraph_in_a_word_file(hard: Report) -> None:
    assert document(hard)["findings"][0]["source"] == {"part": "word/document.xml", "paragraph": 8}


def test_source_is_a_line_and_column_from_one_in_a_text_file() -> None:
    letter = build_letter("brief.txt", [(BlockKind.PARAGRAPH, "Wij verstrekken dit.")])
    values = {"category": Category.WOORD, "severity": Severity.NOTE, "message": "Geven."}
    report = build_report(letter, find(letter, "verstrekken", rule="verstrekken", **values))
    # The hand-made origin says: first line, and two characters before the block.
    assert document(report)["findings"][0]["source"] == {"line": 1, "column": 7}


def test_source_is_null_where_the_origin_is_not_known() -> None:
    letter = Letter("x.txt", "txt", (Block(BlockKind.PARAGRAPH, "Wij verstrekken dit."),))
    values = {"category": Category.WOORD, "severity": Severity.NOTE, "message": "Geven."}
    report = build_report(letter, find(letter, "verstrekken", rule="verstrekken", **values))
    assert document(report)["findings"][0]["source"] is None


def test_a_document_is_the_same_whatever_else_is_in_the_batch(hard: Report, short: Report) -> None:
    assert document(hard) == json.loads(to_json([short, hard]))["documents"][1]
    assert to_json([hard]) == to_json([hard_letter()])


def test_rules_that_differ_between_files_are_all_named(hard: Report, short: Report) -> None:
    other = replace(short, tool=replace(TOOL, rulebook="0000aaaa"))
    value = json.loads(to_json([hard, other, hard]))
    assert value["tool"]["rulebook"] == "0000aaaa, 4f1c2a9be07d"
    assert value["tool"]["version"] == TOOL.version


def test_dates_in_provenance_are_written_as_text(hard: Report) -> None:
    dated = replace(hard.findings[0], provenance={"datum": date(2026, 3, 20)})
    found = document(replace(hard, findings=(dated,)))
    assert found["findings"][0]["provenance"] == {"datum": "2026-03-20"}


def test_a_file_name_that_is_no_text_can_be_written() -> None:
    to_json([], [Failure("brief\udce9.docx", "Niet te lezen.")]).encode("utf-8")


def test_without_text_no_word_of_the_letter_is_left(hard: Report) -> None:
    telling = replace(CHECKLIST[0], message="Gevonden: 'uw aanvraag bijzondere bijstand'.")
    output = to_json([replace(hard, checklist=(telling,))], without_text=True)
    found = json.loads(output)["documents"][0]
    assert found["text"] is None
    assert {finding["text"] for finding in found["findings"]} == {None}
    assert not any(finding["suggestions"] for finding in found["findings"])
    # Rule names such as "bezwaar" come from the rule files; these words are in the letter alone.
    for word in ("Voorbeeld", "aanleiding van", "IB-aangifte", "bijstand", "formulier"):
        assert word not in output


def test_without_text_keeps_place_rule_and_provenance(hard: Report) -> None:
    shown, hidden = document(hard), document(hard, without_text=True)
    assert hidden["scores"] == shown["scores"]
    kept = ("rule", "category", "severity", "start", "end", "parts", "provenance", "source")
    for one, other in zip(shown["findings"], hidden["findings"], strict=True):
        assert [one[key] for key in kept] == [other[key] for key in kept]
