"""`brievenbus check`: what goes where, and how it ends."""

from __future__ import annotations

import json
import re
import sys
import zipfile
from pathlib import Path

import pytest
import yaml

from brievenbus.documents.errors import DocumentError
from brievenbus.documents.remarks import AnnotationResult
from brievenbus.dutch.pipeline import LanguageModelError
from brievenbus.findings import Severity
from brievenbus.report import ChecklistItem, Report
from brievenbus.rulebook.profiles import load_profile

from .conftest import SAMPLES, Checks, Run, a_finding, a_report

ERROR = a_finding("beschikking", Severity.ERROR)
WARNING = a_finding("indien", Severity.WARNING)
NOTE = a_finding("tevens", Severity.NOTE)


class TestSamples:
    """The whole way, with the real language model and the real rules."""

    def test_one_sentence_more_is_all_that_is_new(self, run: Run, tmp_path: Path) -> None:
        letter = tmp_path / "brief.txt"
        text = (SAMPLES / "parkeervergunning-origineel.txt").read_text("utf-8")
        letter.write_text(text, "utf-8")
        options = ("--baseline", "bekend.json", "--format", "sarif", "--fail-on", "warning")
        assert run("check", letter, *options).status == 0
        assert json.loads(run("check", letter, *options).out)["runs"][0]["results"] == []
        letter.write_text(f"{text}\n\nWij verstrekken u een formulier.\n", "utf-8")
        ran = run("check", letter, *options)
        assert ran.status == 1
        (result,) = json.loads(ran.out)["runs"][0]["results"]
        (location,) = result["locations"]
        region = location["physicalLocation"]["region"]
        line = letter.read_text("utf-8").splitlines()[region["startLine"] - 1]
        assert result["ruleId"] == "verstrekken"
        assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "verstrekken"

    @pytest.mark.parametrize(
        "name", ["parkeervergunning-origineel.docx", "kwijtschelding-origineel.txt"]
    )
    def test_a_hard_letter_has_findings(self, run: Run, name: str) -> None:
        ran = run("check", SAMPLES / name, "--format", "json", "--fail-on", "warning")
        assert ran.status == 1
        assert ran.err == ""
        (document,) = json.loads(ran.out)["documents"]
        assert document["path"] == str(SAMPLES / name)
        assert len(document["findings"]) > 5

    def test_the_terminal_shows_one_screen(self, run: Run) -> None:
        ran = run("check", SAMPLES / "parkeervergunning-origineel.txt")
        assert "Dit helpt het meest" in ran.out
        assert "\x1b" not in ran.out
        assert ran.err == ""

    def test_standard_input_is_read_as_a_file_is(self, run: Run) -> None:
        sample = SAMPLES / "kwijtschelding-origineel.txt"
        typed = run("check", "-", "--format", "json", stdin=sample.read_bytes())
        filed = run("check", sample, "--format", "json")
        documents = [json.loads(ran.out)["documents"][0] for ran in (typed, filed)]
        assert documents[0]["path"] == "-"
        assert documents[0]["findings"] == documents[1]["findings"]

    def test_a_word_copy_stands_beside_the_letter(self, run: Run, tmp_path: Path) -> None:
        letter = tmp_path / "brief.docx"
        letter.write_bytes((SAMPLES / "parkeervergunning-origineel.docx").read_bytes())
        ran = run("check", letter, "--format", "word", "--fail-on", "never")
        copy = tmp_path / "brief.nagekeken.docx"
        assert ran.status == 0
        assert ran.err == f"Gemaakt: {copy}\n"
        assert ran.out == ""
        assert copy.read_bytes()[:2] == b"PK"
        assert letter.read_bytes() == (SAMPLES / "parkeervergunning-origineel.docx").read_bytes()
        before = copy.read_bytes()
        again = run("check", letter, "--format", "word", "--fail-on", "never")
        assert again.status == 2
        assert "bestaat al" in again.err
        assert copy.read_bytes() == before

    def test_suggestions_come_as_changes_and_go_again(self, run: Run, tmp_path: Path) -> None:
        letter = tmp_path / "brief.docx"
        letter.write_bytes((SAMPLES / "parkeervergunning-origineel.docx").read_bytes())
        ran = run("check", letter, "--suggest", "--fail-on", "never")
        copy = tmp_path / "brief.nagekeken.docx"
        assert ran.status == 0
        assert "voorstellen. In Word kunt u ze aannemen of weigeren." in ran.err
        assert "Gemaakt" in ran.err
        changes = zipfile.ZipFile(copy).read("word/document.xml")
        assert b"<w:ins w:id=" in changes
        again = run("check", copy, "--format", "word", "--output", tmp_path / "twee.docx")
        assert "hier stonden al opmerkingen van Brievenbus in" in again.err
        ran = run("check", copy, "--clean")
        assert (ran.status, ran.out) == (0, "")
        cleaned = zipfile.ZipFile(tmp_path / "brief.schoon.docx")
        assert b"Brievenbus" not in cleaned.read("word/document.xml")
        assert cleaned.namelist() == zipfile.ZipFile(letter).namelist()
        ran = run("check", letter, "--clean")
        assert "hier stond niets van Brievenbus in" not in ran.err
        assert "bestaat al" in ran.err

    def test_cleaning_a_letter_without_marks_says_so(self, run: Run, tmp_path: Path) -> None:
        letter = SAMPLES / "parkeervergunning-origineel.docx"
        ran = run("check", letter, "--clean", "--output", tmp_path / "uit.docx")
        assert ran.status == 0
        assert "hier stond niets van Brievenbus in" in ran.err

    def test_only_a_word_file_is_cleaned(self, run: Run, tmp_path: Path) -> None:
        ran = run(
            "check",
            SAMPLES / "parkeervergunning-origineel.txt",
            "--clean",
            "--output",
            tmp_path / "x",
        )
        assert ran.status == 3
        assert "Alleen uit een Word-bestand" in ran.err
        assert not (tmp_path / "x").exists()

    @pytest.mark.parametrize(
        "options",
        [
            ("--suggest", "--clean"),
            ("--suggest", "--format", "json"),
            ("--clean", "--format", "terminal"),
            ("--suggest", "--without-text"),
        ],
    )
    def test_options_that_cannot_go_together(self, run: Run, options: tuple[str, ...]) -> None:
        ran = run("check", SAMPLES / "parkeervergunning-origineel.docx", *options)
        assert ran.status == 2
        assert ran.out == ""

    def test_a_limit_of_the_settings_holds(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "brievenbus.toml").write_text("[grenzen]\nonderdelen = 3\n", encoding="utf-8")
        letter = tmp_path / "brief.docx"
        letter.write_bytes((SAMPLES / "parkeervergunning-origineel.docx").read_bytes())
        ran = run("check", letter)
        assert ran.status == 3
        assert "meer dan 3 onderdelen" in ran.err
        assert "'onderdelen' hoger in brievenbus.toml" in ran.err

    def test_files_that_cannot_be_read_are_told_and_the_others_done(
        self, run: Run, tmp_path: Path
    ) -> None:
        (tmp_path / "plaatje.txt").write_bytes(bytes(range(256)) * 9)
        (tmp_path / "kapot.docx").write_bytes(b"PK\x03\x04kapot")
        bad = ["weg.txt", "plaatje.txt", "kapot.docx", "."]
        good = SAMPLES / "parkeervergunning-herschreven.txt"
        ran = run("check", *bad, good, "--format", "json", "--fail-on", "never")
        shown = json.loads(ran.out)
        assert ran.status == 3
        assert [each["path"] for each in shown["errors"]] == bad
        assert [each["path"] for each in shown["documents"]] == [str(good)]
        assert len(ran.err.splitlines()) == len(bad)
        for error in shown["errors"]:
            assert f"{error['path']}: {error['message']}" in ran.err


FINDINGS: dict[str, Report | Exception] = {
    "fout.txt": a_report(ERROR),
    "letop.txt": a_report(WARNING),
    "tip.txt": a_report(NOTE),
    "goed.txt": a_report(),
    "stuk.txt": DocumentError("Dit bestand is leeg."),
}


@pytest.mark.parametrize(
    ("args", "status"),
    [
        (["fout.txt"], 1),
        (["letop.txt", "tip.txt"], 0),
        (["letop.txt", "--fail-on", "warning"], 1),
        (["tip.txt", "--fail-on", "warning"], 0),
        (["fout.txt", "--fail-on", "never"], 0),
        (["goed.txt"], 0),
        (["stuk.txt"], 3),
        (["stuk.txt", "fout.txt", "goed.txt"], 3),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, list) else None,
)
def test_the_status_says_how_it_ended(
    run: Run, checks: Checks, args: list[str], status: int
) -> None:
    checks.reports |= FINDINGS
    assert run("check", *args).status == status


def test_wrong_settings_outrank_unreadable_files_and_findings(
    run: Run, checks: Checks, tmp_path: Path
) -> None:
    checks.reports |= FINDINGS
    (tmp_path / "brievenbus.toml").write_text('[brievenbus]\nkind = "mail"\nprofile = "raad"\n')
    ran = run("check", "stuk.txt", "fout.txt", "goed.txt")
    assert ran.status == 2
    assert ran.err.count("brievenbus.toml, regel 2: ") == 1
    assert [options["kind"] for _, options in checks.calls] == ["letter"] * 3
    assert [options["profile"].name for _, options in checks.calls] == ["raad"] * 3


def test_options_go_before_settings(run: Run, checks: Checks, tmp_path: Path) -> None:
    checks.reports |= FINDINGS
    (tmp_path / "brievenbus.toml").write_text(
        '[brievenbus]\nprofile = "raad"\ndepartment = "b"\nkind = "text"\nmodel = "m"\n'
        'fail-on = "never"\n'
    )
    assert run("check", "fout.txt").status == 0
    assert run("check", "fout.txt", "--fail-on", "error", "--profile", "jongere").status == 1
    (_, settings), (source, options) = checks.calls
    assert source == Path("fout.txt")
    assert {key: settings[key] for key in ("profile", "department", "kind", "model")} == {
        "profile": load_profile("raad"),
        "department": "b",
        "kind": "text",
        "model": "m",
    }
    assert options["profile"].name == "jongere"
    assert options["department"] == "b"


def test_each_file_has_the_settings_above_it(run: Run, checks: Checks, tmp_path: Path) -> None:
    for name in ("raad", "jongere"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "brievenbus.toml").write_text(f'[brievenbus]\nprofile = "{name}"\n')
    run("check", "raad/goed.txt", "jongere/goed.txt", "-", stdin=b"Beste lezer,")
    assert [options["profile"].name for _, options in checks.calls] == [
        "raad",
        "jongere",
        "inwoner",
    ]


def test_wrong_rules_are_told_and_the_valid_ones_used(
    run: Run, checks: Checks, tmp_path: Path
) -> None:
    checks.reports |= FINDINGS
    (tmp_path / "eigen.yaml").write_text("- id: half\n  soort: woord\n")
    ran = run("check", "goed.txt", "goed.txt", "--rules", "eigen.yaml")
    assert ran.status == 2
    assert "eigen.yaml, regel 1" in ran.err
    rulebooks = {id(options["rulebook"]) for _, options in checks.calls}
    assert len(rulebooks) == 1
    assert checks.calls[0][1]["rulebook"].rules


def test_rules_that_are_not_there_are_told(run: Run, checks: Checks) -> None:
    checks.reports |= FINDINGS
    ran = run("check", "goed.txt", "--rules", "weg.yaml")
    assert ran.status == 2
    assert "weg.yaml" in ran.err
    assert len(checks.calls) == 1


def test_a_language_model_that_does_not_work_is_told(run: Run, checks: Checks) -> None:
    checks.reports["a.txt"] = LanguageModelError("Het taalmodel 'x' staat niet op deze computer.")
    ran = run("check", "a.txt", "--model", "x")
    assert ran.status == 2
    assert ran.err == "Fout: Het taalmodel 'x' staat niet op deze computer.\n"


def test_a_profile_that_is_not_there_is_told(run: Run, checks: Checks) -> None:
    ran = run("check", "a.txt", "--profile", "baas")
    assert ran.status == 2
    assert ran.err.startswith("Fout: De doelgroep 'baas' is er niet. Kies uit: inwoner, ")
    assert checks.calls == []


def test_a_fault_in_one_letter_leaves_the_others(run: Run, checks: Checks) -> None:
    checks.reports |= {"mis.txt": ZeroDivisionError("secret"), "goed.txt": a_report()}
    ran = run("check", "mis.txt", "goed.txt", "--format", "json")
    assert ran.status == 3
    assert ran.err.startswith("mis.txt: Er ging iets mis binnen Brievenbus (ZeroDivisionError).")
    assert "secret" not in ran.shown
    assert len(json.loads(ran.out)["documents"]) == 1


def test_results_and_notes_go_apart(run: Run, checks: Checks) -> None:
    checks.reports |= FINDINGS
    ran = run("check", "stuk.txt", "letop.txt")
    assert ran.err == "stuk.txt: Dit bestand is leeg.\n"
    assert "Dit helpt het meest" in ran.out
    assert "stuk.txt" not in ran.out


def test_json_on_standard_output_is_utf8_whatever_the_system(
    run: Run, checks: Checks, monkeypatch: pytest.MonkeyPatch
) -> None:
    checks.reports["a.txt"] = a_report(text="Eén brief → klaar.")
    ran = run("check", "a.txt", "--format", "json")
    assert json.loads(ran.out)["documents"][0]["text"] == "Eén brief → klaar."


@pytest.mark.parametrize("format", ["terminal", "json", "html", "sarif", "junit"])
def test_without_text_quotes_nothing(run: Run, checks: Checks, format: str) -> None:
    checks.reports["a.txt"] = a_report(ERROR, text="Indien geheim.")
    ran = run("check", "a.txt", "--format", format, "--all", "--without-text")
    assert "geheim" not in ran.shown
    assert "Indien" not in ran.shown


def test_all_shows_every_finding(run: Run, checks: Checks) -> None:
    checks.reports["a.txt"] = a_report(*(a_finding(f"regel-{number}") for number in range(9)))
    assert "regel-8" not in run("check", "a.txt").out
    assert "regel-8" in run("check", "a.txt", "--all").out


@pytest.mark.parametrize("format", ["terminal", "json", "html", "sarif", "junit"])
def test_output_names_the_file(run: Run, checks: Checks, tmp_path: Path, format: str) -> None:
    checks.reports["a.txt"] = a_report(ERROR)
    target = tmp_path / "uitkomst"
    target.write_text("oud")
    ran = run("check", "a.txt", "--format", format, "--output", target, "--fail-on", "never")
    assert (ran.status, ran.shown) == (0, "")
    assert "beschikking" in target.read_text("utf-8")
    assert [each.name for each in tmp_path.iterdir()] == ["uitkomst"]


def test_output_that_cannot_be_written_is_told(run: Run, checks: Checks, tmp_path: Path) -> None:
    checks.reports["a.txt"] = a_report()
    ran = run("check", "a.txt", "--format", "json", "--output", "weg/uit.json")
    assert ran.status == 2
    assert "'weg/uit.json' is niet te schrijven." in ran.err
    ran = run("check", "a.txt", "--format", "json", "--output", tmp_path)
    assert ran.status == 2
    assert "is een map" in ran.err


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such file")
def test_output_to_a_device_leaves_the_device(run: Run, checks: Checks) -> None:
    checks.reports["a.txt"] = a_report()
    assert run("check", "a.txt", "--format", "json", "--output", "/dev/null").status == 0
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize("format", ["json", "word"])
def test_the_letter_itself_is_never_overwritten(
    run: Run, checks: Checks, tmp_path: Path, format: str
) -> None:
    letter = tmp_path / "a.docx"
    letter.write_text("brief")
    ran = run("check", "a.docx", "--format", format, "--output", letter)
    assert ran.status == 2
    assert letter.read_text() == "brief"
    assert checks.calls == []


class TestWordCopies:
    """Where the copies come, with the writing itself replaced."""

    @pytest.fixture(autouse=True)
    def letters(self, checks: Checks, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        for name in ("a.docx", "b.docx", "c.txt"):
            (tmp_path / name).write_text("brief")
            checks.reports[name] = a_report(format=name.rpartition(".")[2])

        def annotate(
            report: Report, source: Path, target: Path, *, overwrite: bool, **_: object
        ) -> AnnotationResult:
            assert overwrite or not target.exists()
            target.write_text(f"kopie van {source.name}")
            return AnnotationResult(target, 0)

        monkeypatch.setattr("brievenbus.reports.word.annotate_report", annotate)

    def test_one_letter_gets_a_copy_beside_it(self, run: Run, tmp_path: Path) -> None:
        assert run("check", "a.docx", "--format", "word").status == 0
        assert (tmp_path / "a.nagekeken.docx").read_text() == "kopie van a.docx"

    def test_an_existing_file_stays_unless_it_is_named(self, run: Run, tmp_path: Path) -> None:
        copy = tmp_path / "a.nagekeken.docx"
        copy.write_text("eerder")
        ran = run("check", "a.docx", "--format", "word")
        assert ran.status == 2
        assert "bestaat al" in ran.err
        assert copy.read_text() == "eerder"
        assert run("check", "a.docx", "--format", "word", "--output", copy).status == 0
        assert copy.read_text() == "kopie van a.docx"

    def test_several_letters_want_a_folder(self, run: Run, tmp_path: Path) -> None:
        ran = run("check", "a.docx", "b.docx", "--format", "word")
        assert ran.status == 2
        assert "--output MAP" in ran.err
        ran = run("check", "a.docx", "b.docx", "--format", "word", "--output", "c.txt")
        assert ran.status == 2
        assert "is geen map" in ran.err
        ran = run("check", "a.docx", "b.docx", "--format", "word", "--output", "nieuw/map")
        assert ran.status == 0
        copies = sorted(each.name for each in (tmp_path / "nieuw" / "map").iterdir())
        assert copies == ["a.nagekeken.docx", "b.nagekeken.docx"]

    def test_in_a_folder_nothing_is_overwritten(self, run: Run, tmp_path: Path) -> None:
        for name in ("x", "y", "uit"):
            (tmp_path / name).mkdir()
        ran = run("check", "x/a.docx", "y/a.docx", "--format", "word", "--output", "uit")
        assert ran.status == 2
        assert (tmp_path / "uit" / "a.nagekeken.docx").read_text() == "kopie van a.docx"
        assert "y/a.docx: 'uit/a.nagekeken.docx' bestaat al." in ran.err

    def test_a_text_file_is_refused_and_the_others_done(self, run: Run, tmp_path: Path) -> None:
        ran = run("check", "c.txt", "a.docx", "--format", "word", "--output", "uit")
        assert ran.status == 2
        assert "c.txt: Een kopie met opmerkingen kan alleen van een Word-bestand" in ran.err
        assert (tmp_path / "uit" / "a.nagekeken.docx").exists()

    @pytest.mark.parametrize("args", [["-"], ["a.docx", "--without-text"]])
    def test_what_cannot_be_is_refused_at_once(
        self, run: Run, checks: Checks, args: list[str]
    ) -> None:
        assert run("check", *args, "--format", "word").status == 2
        assert checks.calls == []


class TestBaseline:
    """What is known is left out, and what is new or worse is not."""

    @pytest.fixture(autouse=True)
    def letters(self, checks: Checks) -> None:
        checks.reports |= FINDINGS

    def made(self, run: Run, *files: str) -> None:
        assert run("check", *files, "--baseline", "bekend.json").status == 0

    def test_the_first_run_accepts_everything(self, run: Run, tmp_path: Path) -> None:
        ran = run("check", "fout.txt", "letop.txt", "--baseline", "bekend.json")
        assert ran.status == 0
        assert ran.err == (
            "Gemaakt: bekend.json. Daarin staan 2 bekende opmerkingen. Voortaan ziet u alleen wat "
            "nieuw is of erger.\n"
        )
        assert "beschikking" in ran.out
        assert set(json.loads((tmp_path / "bekend.json").read_text())["files"]) == {
            "fout.txt",
            "letop.txt",
        }

    @pytest.mark.parametrize("format", ["terminal", "json", "html", "sarif", "junit"])
    def test_the_next_run_leaves_it_out(self, run: Run, format: str) -> None:
        self.made(run, "fout.txt", "letop.txt")
        ran = run("check", "fout.txt", "letop.txt", "--baseline", "bekend.json", "--format", format)
        assert ran.status == 0
        assert "2 bekende opmerkingen staan er niet bij" in ran.err
        for word in ("beschikking'", "kan eenvoudiger"):
            assert word not in ran.out

    def test_what_is_new_or_worse_is_told_and_counts(self, run: Run, checks: Checks) -> None:
        self.made(run, "letop.txt")
        worse = a_finding("indien", Severity.ERROR)
        for findings, told in (((WARNING, ERROR), [ERROR]), ((worse,), [worse])):
            checks.reports["letop.txt"] = a_report(*findings)
            ran = run("check", "letop.txt", "--baseline", "bekend.json", "--format", "json")
            assert ran.status == 1
            (document,) = json.loads(ran.out)["documents"]
            assert [(each["rule"], each["severity"]) for each in document["findings"]] == [
                (each.rule, each.severity) for each in told
            ]

    def test_the_scores_and_the_checklist_stay(self, run: Run, checks: Checks) -> None:
        missing = ChecklistItem("telefoon", False, "Er staat geen telefoonnummer in de brief.")
        checks.reports["letop.txt"] = a_report(WARNING, checklist=(missing,))
        before = json.loads(run("check", "letop.txt", "--format", "json").out)["documents"][0]
        self.made(run, "letop.txt")
        ran = run("check", "letop.txt", "--baseline", "bekend.json", "--format", "json")
        after = json.loads(ran.out)["documents"][0]
        assert after["findings"] == []
        assert after["scores"]["jargon"]["woord"] == 1
        assert (after["scores"], after["checklist"]) == (before["scores"], before["checklist"])
        assert ran.err.endswith("1 bekende opmerking staat er niet bij.\n")

    def test_the_terminal_says_that_nothing_is_new(self, run: Run) -> None:
        self.made(run, "letop.txt")
        assert (
            "Geen nieuwe opmerkingen." in run("check", "letop.txt", "--baseline", "bekend.json").out
        )
        assert "Geen opmerkingen." in run("check", "goed.txt", "--baseline", "bekend.json").out

    def test_another_letter_is_new_and_the_file_stays(self, run: Run, tmp_path: Path) -> None:
        self.made(run, "letop.txt")
        before = (tmp_path / "bekend.json").read_bytes()
        ran = run("check", "fout.txt", "--baseline", "bekend.json")
        assert (ran.status, ran.err) == (1, "")
        assert (tmp_path / "bekend.json").read_bytes() == before

    def test_names_are_relative_to_the_file(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "wmo").mkdir()
        run("check", "wmo/letop.txt", "--baseline", "wmo/bekend.json")
        made = json.loads((tmp_path / "wmo" / "bekend.json").read_text())
        assert list(made["files"]) == ["letop.txt"]
        ran = run("check", tmp_path / "wmo" / "letop.txt", "--baseline", "wmo/bekend.json")
        assert "1 bekende opmerking staat er niet bij." in ran.err

    def test_a_file_that_cannot_be_read_is_still_told(self, run: Run, tmp_path: Path) -> None:
        assert run("check", "stuk.txt", "--baseline", "bekend.json").status == 3
        assert not (tmp_path / "bekend.json").exists()
        assert run("check", "stuk.txt", "fout.txt", "--baseline", "bekend.json").status == 3
        assert (tmp_path / "bekend.json").exists()

    def test_what_is_no_baseline_is_refused_at_once(
        self, run: Run, checks: Checks, tmp_path: Path
    ) -> None:
        (tmp_path / "bekend.json").write_text("{")
        ran = run("check", "fout.txt", "--baseline", "bekend.json")
        assert (ran.status, ran.out) == (2, "")
        assert ran.err.startswith("Fout: 'bekend.json' is beschadigd.")
        assert checks.calls == []

    @pytest.mark.parametrize(
        "options", [("--clean",), ("--format", "json", "--output", "./bekend.json")]
    )
    def test_what_cannot_be_is_refused(
        self, run: Run, checks: Checks, tmp_path: Path, options: tuple[str, ...]
    ) -> None:
        assert run("check", "fout.txt", "--baseline", "bekend.json", *options).status == 2
        assert checks.calls == []
        assert list(tmp_path.iterdir()) == []

    def test_a_file_that_cannot_be_made_is_told(self, run: Run) -> None:
        ran = run("check", "fout.txt", "--baseline", "weg/bekend.json")
        assert ran.status == 2
        assert "'weg/bekend.json' is niet te schrijven." in ran.err


def test_sarif_tells_the_rules_that_were_used(run: Run, checks: Checks, tmp_path: Path) -> None:
    checks.reports["a.txt"] = a_report(WARNING)
    ran = run("check", "a.txt", "stuk.txt", "--format", "sarif")
    (log,) = json.loads(ran.out)["runs"]
    (rule,) = log["tool"]["driver"]["rules"]
    assert rule["help"]["text"] == "Als is gewoner."
    assert log["results"][0]["level"] == "warning"
    assert log["invocations"][0]["executionSuccessful"] is False


def test_the_hook_names_a_command_and_the_files_it_is_for(project: Path) -> None:
    (hook,) = yaml.safe_load((project / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert hook["entry"].split() == ["brievenbus", "check"]
    assert hook["require_serial"] is True
    taken, left_out = re.compile(hook["files"]), re.compile(hook["exclude"])
    for name, wanted in {
        "brieven/a.docx": True,
        "a.txt": True,
        "brieven/~$a.docx": False,
        "a.doc": False,
        "a.txt.json": False,
    }.items():
        assert bool(taken.search(name) and not left_out.search(name)) is wanted
