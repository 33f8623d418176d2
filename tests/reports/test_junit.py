"""The JUnit file is well-formed whatever the letter holds, and its counts are right."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brievenbus.findings import Category, Severity
from brievenbus.letter import Block, BlockKind, Letter
from brievenbus.report import Failure, Report
from brievenbus.reports.junit import to_junit

from .conftest import FAILURE, build_report, find, hard_letter, short_text

HERE = Path("/brieven").absolute()


def parsed(*reports: Report, **options: Any) -> ET.Element:
    return ET.fromstring(to_junit(list(reports), folder=HERE, **options).encode())


def counts(element: ET.Element) -> tuple[int, int, int]:
    tests, failures, errors = (
        int(element.attrib[each]) for each in ("tests", "failures", "errors")
    )
    return tests, failures, errors


def test_there_is_a_suite_for_each_file(hard: Report, short: Report) -> None:
    root = parsed(hard, short, failures=[FAILURE])
    assert [each.attrib["name"] for each in root] == ["brief.docx", "kort bericht.txt", "oud.doc"]
    assert [counts(each) for each in root] == [(17, 17, 0), (1, 0, 0), (1, 0, 1)]
    assert counts(root) == (19, 17, 1)


def test_every_finding_is_a_case_that_failed(hard: Report) -> None:
    cases = parsed(hard).findall("testsuite/testcase")
    assert len({case.attrib["name"] for case in cases}) == len(cases)
    for case, found in zip(cases, hard.findings, strict=True):
        (failure,) = case
        assert case.attrib["name"].startswith(f"{found.rule} (")
        assert failure.attrib["type"] == found.severity.value
        assert failure.attrib["message"] == found.message
        for element in (case, failure):
            assert element.attrib["file"] == "brief.docx"
            assert int(element.attrib["line"]) >= 1


def test_the_text_of_a_failure_says_all() -> None:
    cases = parsed(hard_letter("wmo/b.txt")).findall("testsuite/testcase")
    case = next(each for each in cases if each.attrib["name"].startswith("verstrekken ("))
    assert case.attrib["name"] == "verstrekken (regel 13)"
    assert (case[0].text or "").splitlines() == [
        "wmo/b.txt, regel 13",
        "let op: «verstrekken» 'Geven' is korter, en iedereen kent het.",
        "Beter: geven",
        "7 van de 9 lezers begrepen dit niet.",
    ]


def test_in_a_word_file_the_block_says_where(hard: Report) -> None:
    names = [case.attrib["name"] for case in parsed(hard).iter("testcase")]
    assert "indien (Alinea 2)" in names
    assert "verstrekken (Alinea 1) 2" in names


def test_a_clean_letter_is_a_case_that_passed(short: Report) -> None:
    (case,) = parsed(short).iter("testcase")
    assert case.attrib["name"] == "Geen opmerkingen"
    assert list(case) == []


def test_where_all_is_known_there_is_nothing_new(hard: Report) -> None:
    (case,) = parsed(replace(hard, findings=(), known=hard.findings)).iter("testcase")
    assert case.attrib["name"] == "Geen nieuwe opmerkingen"


def test_a_file_that_could_not_be_read_is_an_error() -> None:
    (case,) = parsed(failures=[FAILURE]).iter("testcase")
    (error,) = case
    assert error.tag == "error"
    assert error.attrib["message"] == FAILURE.message
    assert case.attrib["file"] == "oud.doc"


def test_nothing_at_all_is_a_file_too() -> None:
    assert counts(parsed()) == (0, 0, 0)


def test_without_text_quotes_nothing(hard: Report) -> None:
    shown = to_junit([hard], without_text=True)
    for word in ("Voorbeeld", "«", "niet onmogelijk", "Beter:"):
        assert word not in shown
    assert "Deze zin kan eenvoudiger." in shown


@given(st.text(st.characters(), min_size=1, max_size=40))
def test_hostile_text_leaves_it_well_formed(text: str) -> None:
    text = f"x{text}\x00\x1b\x85\ufffe\ud800]]>&<"
    letter = Letter(text, "txt", (Block(BlockKind.PARAGRAPH, text),))
    values = {"category": Category.WOORD, "severity": Severity.NOTE}
    findings = find(letter, "(?s).+", rule=text, message=text, suggestions=(text,), **values)
    root = parsed(build_report(letter, findings), failures=[Failure(text, text)])
    assert counts(root) == (2, 1, 1)


@pytest.mark.parametrize("without_text", [False, True])
def test_same_reports_same_bytes(without_text: bool) -> None:
    made = [
        to_junit([hard_letter(), short_text()], [FAILURE], without_text=without_text)
        for _ in range(2)
    ]
    assert made[0] == made[1]
    assert made[0].startswith('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ')
