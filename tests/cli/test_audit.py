"""`brievenbus audit`: options, what is said, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Run

HARD = (
    "Onderwerp: Uw aanvraag\n\nGeachte heer Jansen,\n\nIndien u belt, helpen wij u graag en snel.\n"
)
EASY = "Onderwerp: Uw fiets\n\nGeachte heer Jansen,\n\nU mag uw fiets bij ons komen halen.\n"


@pytest.fixture
def letters(few_rules: None, tmp_path: Path) -> Path:
    """Three letters; the one rule that there is fires in two of them."""
    folder = tmp_path / "brieven"
    (folder / "sub").mkdir(parents=True)
    (folder / "een.txt").write_text(HARD, "utf-8")
    (folder / "sub" / "twee.txt").write_text(HARD + "\nU hoort snel meer.\n", "utf-8")
    (folder / "drie.txt").write_text(EASY, "utf-8")
    return folder


def records(output: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (output / "brieven.jsonl").read_bytes().splitlines()]


class TestScreen:
    def test_it_says_how_it_stands_and_where_to_begin(self, run: Run, letters: Path) -> None:
        ran = run("audit", letters, "--workers", "1", "--fail-on", "never")
        assert ran.status == 0
        assert ran.err == ""
        assert "Nagekeken: 3 brieven" in ran.out
        assert "en 2 brieven worden beter" in ran.out
        assert "«Indien u belt, helpen wij u graag en snel.»" in " ".join(ran.out.split())
        assert "- indien: 2 keer, in 2 brieven" in ran.out
        assert str(Path("brievenbus-audit", "index.html")) in ran.out
        assert "\x1b" not in ran.shown

    def test_a_second_time_it_says_that_nothing_changed(self, run: Run, letters: Path) -> None:
        first = run("audit", letters, "--workers", "1", "--fail-on", "never")
        again = run("audit", letters, "--workers", "1", "--fail-on", "never")
        assert again.out == first.out
        assert "Er is niets veranderd sinds de vorige keer." in again.err

    def test_without_text_nothing_is_quoted(self, run: Run, letters: Path, tmp_path: Path) -> None:
        options = ("--workers", "1", "--fail-on", "never", "--without-text", "--output", "uit")
        ran = run("audit", letters, *options)
        assert "Indien" not in ran.shown
        assert "en 2 brieven worden beter" in ran.out
        assert b"Indien" not in (tmp_path / "uit" / "brieven.jsonl").read_bytes()

    def test_names_cannot_steer_the_terminal(self, run: Run, letters: Path) -> None:
        try:
            (letters / "nep\x1b[31m.txt").write_bytes(b"")
        except OSError:
            pytest.skip("Deze schijf kent zulke namen niet.")
        ran = run("audit", letters, "--workers", "1")
        assert "\x1b" not in ran.shown
        assert ran.status == 3

    def test_the_help_is_dutch(self, run: Run) -> None:
        ran = run("audit", "--help")
        assert "De map met brieven" in ran.out
        assert "--scheduler" in ran.out


class TestStatus:
    @pytest.mark.parametrize(("fail_on", "status"), [("warning", 1), ("never", 0)])
    def test_of_findings(self, run: Run, letters: Path, fail_on: str, status: int) -> None:
        assert run("audit", letters, "--workers", "1", "--fail-on", fail_on).status == status

    def test_of_the_settings_of_a_folder(self, run: Run, letters: Path) -> None:
        (letters / "sub" / "brievenbus.toml").write_text('[brievenbus]\nfail-on = "warning"\n')
        (letters / "brievenbus.toml").write_text('[brievenbus]\nfail-on = "never"\n')
        assert run("audit", letters, "--workers", "1").status == 1
        (letters / "sub" / "twee.txt").unlink()
        assert run("audit", letters, "--workers", "1").status == 0

    def test_a_letter_that_cannot_be_read_is_named(self, run: Run, letters: Path) -> None:
        (letters / "stuk.docx").write_bytes(b"geen Word")
        ran = run("audit", letters, "--workers", "1", "--fail-on", "warning")
        assert ran.status == 3
        assert "stuk.docx: " in ran.err
        assert "Niet nagekeken: 1." in ran.out

    def test_settings_that_are_not_valid(self, run: Run, letters: Path) -> None:
        (letters / "brievenbus.toml").write_text('[brievenbus]\nkleur = "rood"\n')
        ran = run("audit", letters, "--workers", "1")
        assert ran.status == 2
        assert "regel 2" in ran.err
        assert "Nagekeken: 3 brieven" in ran.out

    @pytest.mark.parametrize("wrong", ["weg", "brieven/een.txt"])
    def test_what_is_no_folder(self, run: Run, letters: Path, wrong: str) -> None:
        ran = run("audit", wrong)
        assert ran.status == 2
        assert f"'{wrong}' is geen map." in ran.err

    def test_a_profile_that_is_none(self, run: Run, letters: Path) -> None:
        ran = run("audit", letters, "--profile", "reuzen", "--workers", "1")
        assert ran.status == 2
        assert "reuzen" in ran.err

    def test_no_workers_is_wrong_use(self, run: Run, letters: Path) -> None:
        assert run("audit", letters, "--workers", "0").status == 2

    def test_an_output_that_is_a_file(self, run: Run, letters: Path, tmp_path: Path) -> None:
        (tmp_path / "uit").write_text("Iets.")
        ran = run("audit", letters, "--output", "uit", "--workers", "1")
        assert ran.status == 2
        assert "kan Brievenbus niet schrijven" in ran.err


class TestOptions:
    def test_a_baseline_is_made_and_then_used(self, run: Run, letters: Path) -> None:
        options = ("--workers", "1", "--fail-on", "warning", "--baseline", "bekend.json")
        made = run("audit", letters, *options)
        assert made.status == 0
        assert "de opmerkingen van nu bewaard: 2." in made.err
        assert run("audit", letters, *options).status == 0
        (letters / "vier.txt").write_text(HARD.replace("graag", "heel graag"), "utf-8")
        assert run("audit", letters, *options).status == 1

    def test_a_damaged_baseline(self, run: Run, letters: Path, tmp_path: Path) -> None:
        (tmp_path / "bekend.json").write_text("{")
        ran = run("audit", letters, "--baseline", "bekend.json", "--workers", "1")
        assert ran.status == 2
        assert "beschadigd" in ran.err

    def test_the_baseline_of_check_holds_for_audit(self, run: Run, letters: Path) -> None:
        files = [letters / each for each in ("een.txt", "sub/twee.txt", "drie.txt")]
        assert run("check", *files, "--baseline", "bekend.json").status == 0
        options = ("--workers", "1", "--fail-on", "warning", "--baseline", "bekend.json")
        assert run("audit", letters, *options).status == 0

    def test_print_runs_decide_the_order(self, run: Run, letters: Path, tmp_path: Path) -> None:
        other = EASY.replace(
            "U mag uw fiets bij ons komen halen.", "Indien u wilt, mag u het ook later doen."
        )
        (letters / "vier.txt").write_text(other, "utf-8")
        (letters / "vijf.txt").write_text(other + "\nDag!\n", "utf-8")
        (tmp_path / "oplage.csv").write_text("brief;oplage\nvijf.txt;10.000\nsub/twee.txt;5\n")
        options = ("--workers", "1", "--print-run", "oplage.csv")
        ran = run("audit", letters, *options)
        first = next(line for line in ran.out.splitlines() if line.startswith("1. Herschrijf"))
        assert "Indien u wilt" in first

    def test_a_table_that_is_not_right(self, run: Run, letters: Path, tmp_path: Path) -> None:
        (tmp_path / "oplage.csv").write_text("brief;oplage\nvijf.txt;veel\n")
        ran = run("audit", letters, "--print-run", "oplage.csv", "--workers", "1")
        assert ran.status == 2
        assert "regel 2" in ran.err

    def test_resume_and_no_cache_are_taken(self, run: Run, letters: Path, tmp_path: Path) -> None:
        first = run("audit", letters, "--workers", "1", "--output", "uit")
        before = records(tmp_path / "uit")
        again = run("audit", letters, "--workers", "1", "--output", "uit", "--resume", "--no-cache")
        assert again.out == first.out
        assert records(tmp_path / "uit") == before
        assert "niets veranderd" not in again.err

    def test_a_folder_without_letters(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "leeg").mkdir()
        ran = run("audit", "leeg", "--workers", "1")
        assert ran.status == 0
        assert "geen brieven" in ran.shown

    def test_a_scheduler_that_is_not_there(
        self, run: Run, letters: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        pytest.importorskip("distributed")
        monkeypatch.setattr("brievenbus.audit.cluster.CONNECT_SECONDS", 1)
        ran = run("audit", letters, "--scheduler", "tcp://127.0.0.1:1")
        assert ran.status == 2
        assert "De scheduler op tcp://127.0.0.1:1 is er niet" in ran.err
