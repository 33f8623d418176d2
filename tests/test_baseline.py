"""What was accepted stays accepted wherever it stands, and nothing else is."""

from __future__ import annotations

import json
import os
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brievenbus.baseline import Baseline, BaselineError, fingerprint, name_beside
from brievenbus.findings import Category, Finding, Severity
from brievenbus.letter import Block, BlockKind, Letter
from brievenbus.readability import BlockFeatures, Scores
from brievenbus.report import Report, Tool

SALT = bytes(range(16))
ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

FOUND = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(Severity)), max_size=12)
"""Findings as fingerprint and severity: few fingerprints, so that they often occur twice."""

Pairs = Sequence[tuple[str, Severity]]


def accepting(found: Pairs) -> Baseline:
    baseline = Baseline(SALT)
    baseline.accept("a.txt", *apart(found))
    return baseline


def apart(found: Pairs) -> tuple[list[str], list[Severity]]:
    return [each for each, _ in found], [each for _, each in found]


def left(baseline: Baseline, found: Pairs) -> list[tuple[str, Severity]]:
    return [found[index] for index in baseline.new_or_worse("a.txt", *apart(found))]


def report_of(*paragraphs: str, rule: str = "indien", word: str = "indien") -> Report:
    """A report with a finding wherever the word stands; each paragraph is one sentence."""
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in paragraphs)
    letter = Letter("a.txt", "txt", blocks)
    findings = []
    for number, (block, start) in enumerate(zip(blocks, letter.starts, strict=True)):
        at = block.text.casefold().find(word)
        if at >= 0:
            place = (start + at, start + at + len(word))
            text = letter.text[slice(*place)]
            findings.append(
                Finding(rule, Category.WOORD, WARNING, "Beter: als.", *place, text, block=number)
            )
    return Report(
        letter=letter,
        kind="text",
        profile="inwoner",
        tool=Tool("1", "m", "l", "r"),
        words=1,
        sentences=1,
        scores=Scores(None, None, None, None, None, None, "Te kort.", BlockFeatures()),
        findings=tuple(findings),
        checklist=(),
        block_sentences=tuple(
            ((start, start + len(block.text)),)
            for block, start in zip(blocks, letter.starts, strict=True)
        ),
    )


class TestFingerprint:
    def test_it_is_sixteen_digits_and_the_same_each_time(self) -> None:
        one = fingerprint(SALT, "indien", "Indien", "Indien u belt, helpen wij.")
        assert one == "64cfcc2a2683ec27"
        assert one == fingerprint(SALT, "indien", "INDIEN", "indien u  belt,\nhelpen wij.")

    @pytest.mark.parametrize(
        "other",
        [
            (b"ander zout", "indien", "Indien", "Indien u belt."),
            (SALT, "tevens", "Indien", "Indien u belt."),
            (SALT, "indien", "belt", "Indien u belt."),
            (SALT, "indien", "Indien", "Indien u mailt."),
            (SALT, "indien", "Indien Indien", "u belt."),
        ],
    )
    def test_key_rule_words_and_sentence_count(self, other: tuple[bytes, str, str, str]) -> None:
        assert fingerprint(*other) != fingerprint(SALT, "indien", "Indien", "Indien u belt.")

    @given(st.text(), st.text(), st.text())
    def test_any_text_has_one(self, rule: str, found: str, sentence: str) -> None:
        assert len(fingerprint(SALT, rule, found + "\ud800", sentence)) == 16

    def test_the_place_does_not_count(self) -> None:
        baseline = Baseline(SALT)
        here = report_of("Indien u belt, helpen wij.", "U kunt mailen indien u wilt.")
        there = report_of(
            "Beste lezer,", "U kunt mailen indien u wilt.", "Indien u belt, helpen wij."
        )
        assert baseline.fingerprints(here) == tuple(reversed(baseline.fingerprints(there)))
        baseline.accept("a.txt", baseline.fingerprints(here), [WARNING] * 2)
        assert baseline.new_or_worse("a.txt", baseline.fingerprints(there), [WARNING] * 2) == ()

    def test_a_sentence_that_changed_is_new(self) -> None:
        baseline = Baseline(SALT)
        before, after = report_of("Indien u belt."), report_of("Indien u mailt.")
        assert baseline.fingerprints(before) != baseline.fingerprints(after)

    def test_no_sentences_means_the_block(self) -> None:
        baseline = Baseline(SALT)
        report = report_of("Indien u belt.")
        assert baseline.fingerprints(replace(report, block_sentences=((),))) == (
            baseline.fingerprints(report)
        )


class TestNewOrWorse:
    @given(FOUND)
    def test_what_is_accepted_is_left_out(self, found: Pairs) -> None:
        assert left(accepting(found), found) == []

    @given(FOUND)
    def test_another_letter_has_nothing_accepted(self, found: Pairs) -> None:
        names, severities = apart(found)
        every = tuple(range(len(found)))
        assert accepting(found).new_or_worse("b.txt", names, severities) == every
        assert Baseline(SALT).new_or_worse("a.txt", names, severities) == every

    @given(FOUND, st.tuples(st.sampled_from("abc"), st.sampled_from(Severity)), st.randoms())
    def test_one_more_is_exactly_one(
        self, found: Pairs, one: tuple[str, Severity], chance: random.Random
    ) -> None:
        more = [*found, one]
        chance.shuffle(more)
        (told,) = left(accepting(found), more)
        assert told[0] == one[0]

    @given(FOUND, FOUND, st.randoms())
    def test_the_order_does_not_matter(
        self, before: Pairs, now: Pairs, chance: random.Random
    ) -> None:
        other = list(now)
        chance.shuffle(other)
        assert Counter(left(accepting(before), now)) == Counter(left(accepting(before), other))
        mixed = list(before)
        chance.shuffle(mixed)
        assert left(accepting(mixed), now) == left(accepting(before), now)

    @given(FOUND, FOUND)
    def test_as_few_as_possible_are_told(self, before: Pairs, now: Pairs) -> None:
        """By Hall: of a fingerprint, so many more than accepted at each weight and above."""
        fewest = 0
        for name in "abc":
            rest = [
                sum(n == name and s.rank <= limit for n, s in now)
                - sum(n == name and s.rank <= limit for n, s in before)
                for limit in range(3)
            ]
            fewest += max(0, *rest)
        assert len(left(accepting(before), now)) == fewest

    @pytest.mark.parametrize(
        ("before", "now", "told"),
        [
            ([WARNING], [ERROR], [0]),
            ([ERROR], [NOTE], []),
            ([ERROR], [NOTE, ERROR], [0]),
            ([NOTE, ERROR], [WARNING, NOTE], []),
            ([WARNING], [WARNING, WARNING], [1]),
            ([NOTE], [], []),
        ],
    )
    def test_worse_is_heavier_than_what_is_left(
        self, before: list[Severity], now: list[Severity], told: list[int]
    ) -> None:
        baseline = accepting([("a", each) for each in before])
        assert baseline.new_or_worse("a.txt", ["a"] * len(now), now) == tuple(told)

    def test_asking_takes_nothing_away(self) -> None:
        baseline = accepting([("a", WARNING)])
        assert [left(baseline, [("a", WARNING)]) for _ in range(2)] == [[], []]

    def test_accepting_again_takes_the_place_of_before(self) -> None:
        baseline = accepting([("a", WARNING)])
        baseline.accept("a.txt", ["b"], [NOTE])
        assert baseline.files == {"a.txt": {"b": (NOTE,)}}
        baseline.accept("a.txt", [], [])
        assert baseline.files == {}


NAMES = st.text(min_size=1)
KEYS = st.integers(0, 2**64 - 1).map("{:016x}".format)


class TestFile:
    @given(st.dictionaries(NAMES, st.lists(st.tuples(KEYS, st.sampled_from(Severity)), min_size=1)))
    def test_what_is_saved_is_loaded(self, files: dict[str, Pairs]) -> None:
        baseline = Baseline.new()
        for name, found in files.items():
            baseline.accept(name, *apart(found))
        text = baseline.to_json()
        assert json.loads(text)["schema"] == "brievenbus-baseline/1"
        assert text == Baseline(baseline.salt, dict(reversed(baseline.files.items()))).to_json()

    def test_it_is_sorted_with_a_line_for_each_finding(self, tmp_path: Path) -> None:
        baseline = Baseline(SALT)
        baseline.accept("b/é.txt", ["00000000000000ff"], [NOTE])
        baseline.accept("a.txt", ["1" * 16, "0" * 16, "1" * 16], [NOTE, WARNING, ERROR])
        file = tmp_path / "bekend.json"
        baseline.save(file)
        assert file.read_bytes().decode("utf-8").splitlines() == [
            "{",
            ' "schema": "brievenbus-baseline/1",',
            ' "salt": "000102030405060708090a0b0c0d0e0f",',
            ' "files": {',
            '  "a.txt": {',
            '   "0000000000000000": ["warning"],',
            '   "1111111111111111": ["error", "note"]',
            "  },",
            '  "b/é.txt": {',
            '   "00000000000000ff": ["note"]',
            "  }",
            " }",
            "}",
        ]
        assert Baseline.load(file) == baseline
        assert [each.name for each in tmp_path.iterdir()] == ["bekend.json"]

    def test_nothing_accepted_is_a_file_too(self, tmp_path: Path) -> None:
        baseline = Baseline.new()
        baseline.save(tmp_path / "bekend.json")
        assert Baseline.load(tmp_path / "bekend.json") == baseline

    def test_each_has_a_key_of_its_own(self) -> None:
        assert Baseline.new().salt != Baseline.new().salt

    @pytest.mark.skipif(os.name == "nt", reason="no modes there")
    def test_its_mode_stays(self, tmp_path: Path) -> None:
        file = tmp_path / "bekend.json"
        file.write_text("oud")
        file.chmod(0o640)
        Baseline.new().save(file)
        assert file.stat().st_mode & 0o777 == 0o640

    def test_where_it_cannot_be_saved_it_says_so(self, tmp_path: Path) -> None:
        file = tmp_path / "weg" / "bekend.json"
        with pytest.raises(BaselineError, match=r"bekend\.json' is niet te schrijven\. Kijk of"):
            Baseline.new().save(file)
        folder = tmp_path / "map"
        folder.mkdir()
        with pytest.raises(BaselineError, match="map' is niet te schrijven"):
            Baseline.new().save(folder)
        assert [each.name for each in tmp_path.iterdir()] == ["map"]

    @pytest.mark.parametrize(
        ("content", "told"),
        [
            (b"", "is beschadigd"),
            (b"\xff\xfe", "is beschadigd"),
            (b"[" * 100_000, "is beschadigd"),
            (b"<<<<<<< HEAD\n{}", "is beschadigd"),
            (b"[]", "staan geen bekende opmerkingen"),
            (b'{"schema": "brievenbus-report/1"}', "staan geen bekende opmerkingen"),
            (b'{"schema": 1}', "staan geen bekende opmerkingen"),
            (b'{"schema": "brievenbus-baseline/2"}', "hoort bij een andere versie"),
        ],
    )
    def test_what_is_no_baseline_is_told(self, tmp_path: Path, content: bytes, told: str) -> None:
        file = tmp_path / "bekend.json"
        file.write_bytes(content)
        with pytest.raises(BaselineError, match=f"bekend.json'.*{told}"):
            Baseline.load(file)

    @pytest.mark.parametrize(
        "change",
        [
            {"salt": "zz"},
            {"salt": ""},
            {"salt": "00"},
            {"salt": None},
            {"files": None},
            {"files": []},
            {"files": {"a": []}},
            {"files": {"a": {"0": ["note"]}}},
            {"files": {"a": {"0" * 16: ["erg"]}}},
            {"files": {"a": {"0" * 16: "note"}}},
            {"files": {"a": {"0" * 16: [["note"]]}}},
        ],
        ids=str,
    )
    def test_a_damaged_one_is_told(self, tmp_path: Path, change: dict[str, object]) -> None:
        file = tmp_path / "bekend.json"
        file.write_text(json.dumps(json.loads(Baseline.new().to_json()) | change))
        with pytest.raises(BaselineError, match=r"is beschadigd\. Zet een oude versie terug, of"):
            Baseline.load(file)

    def test_one_that_cannot_be_opened_is_told(self, tmp_path: Path) -> None:
        with pytest.raises(BaselineError, match="is niet te openen"):
            Baseline.load(tmp_path / "weg.json")


class TestName:
    def test_it_is_relative_to_the_folder_of_the_file(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "brieven" / "wmo").mkdir(parents=True)
        file = tmp_path / "brieven" / "bekend.json"
        letter = tmp_path / "brieven" / "wmo" / "a.txt"
        assert name_beside(file, letter) == "wmo/a.txt"
        monkeypatch.chdir(letter.parent)
        assert name_beside(file, Path("a.txt")) == "wmo/a.txt"
        assert name_beside(Path("../bekend.json"), Path("./a.txt")) == "wmo/a.txt"
        assert name_beside(file, Path("../../buiten.txt")) == "../buiten.txt"

    def test_accents_are_written_in_one_way(self, tmp_path: Path) -> None:
        assert name_beside(tmp_path / "b.json", tmp_path / "e\u0301.txt") == "é.txt"

    def test_standard_input_has_a_name(self, tmp_path: Path) -> None:
        assert name_beside(tmp_path / "b.json", Path("-")) == "-"
