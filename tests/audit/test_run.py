"""An audit from folder to reports: the same result by whatever way, and work done once."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import brievenbus
from brievenbus.audit import units, workers
from brievenbus.audit.face import audit
from brievenbus.audit.run import AuditResult, Progress
from brievenbus.documents.errors import DocumentError
from brievenbus.dutch.pipeline import Pipeline

from .conftest import (
    OWN,
    PASSAGES,
    REPORTS,
    environment,
    program,
    with_key_of,
    write_letter,
    written,
)

LIMITED = """
import sys
import brievenbus.audit.run as run
from brievenbus import DocumentError, load_rulebook
from brievenbus.audit.face import audit
run.UNIT = 2
load_rulebook()
if sys.argv[3] == "limit":
    import resource, signal
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))
try:
    audit(sys.argv[1], output=sys.argv[2], workers=1)
except DocumentError as error:
    print(error)
    sys.exit(9)
"""


@pytest.fixture(scope="module")
def first(folder_of_letters: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of an audit of the forty letters by one worker."""
    output = tmp_path_factory.mktemp("eerste") / "uit"
    os.environ["SOURCE_DATE_EPOCH"] = "1774000000"
    audit(folder_of_letters, output=output, workers=1)
    return output


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that the pipeline reads, one after another."""
    texts: list[str] = []
    analyse = Pipeline.analyse_all

    def counted(self: Pipeline, blocks: Any) -> Any:
        texts.extend(text for text, _ in blocks)
        return analyse(self, blocks)

    monkeypatch.setattr(Pipeline, "analyse_all", counted)
    units._desk.cache_clear()
    return texts


def records(output: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (output / "brieven.jsonl").read_bytes().splitlines()]


class TestWhole:
    def test_every_letter_is_in_the_records_by_name(self, first: Path) -> None:
        paths = [record["path"] for record in records(first)]
        assert len(paths) == 40
        assert paths == sorted(paths)

    def test_all_reports_are_there_and_the_records_private(self, first: Path) -> None:
        assert set(written(first)) == set(REPORTS)
        assert (first / "brieven.jsonl").stat().st_mode & 0o077 == 0

    def test_a_letter_is_said_what_check_says_of_it(
        self, first: Path, folder_of_letters: Path
    ) -> None:
        for record in records(first)[:3]:
            report = brievenbus.check(folder_of_letters / record["path"])
            assert record["text"] == report.text
            assert [(f["rule"], f["start"], f["end"]) for f in record["findings"]] == [
                (f.rule, f.start, f.end) for f in report.findings
            ]
            assert record["words"] == report.words

    def test_passages_are_ranked(self, folder_of_letters: Path, tmp_path: Path) -> None:
        result = audit(folder_of_letters, output=tmp_path / "uit", workers=1)
        assert {passage.text for passage in result.passages} <= {*PASSAGES, *OWN}
        gains = [passage.gain for passage in result.passages]
        assert gains == sorted(gains, reverse=True)
        assert result.fails == any(row.errors for row in result.hardest)

    def test_progress_counts_up_to_all(self, letters: Path, tmp_path: Path) -> None:
        told: list[Progress] = []
        audit(letters, output=tmp_path / "uit", workers=1, progress=told.append)
        assert [(one.done, one.total) for one in (told[0], told[-1])] == [(0, 10), (10, 10)]
        assert told[-1].fresh == 10


class TestSameBytes:
    def test_with_two_workers(self, first: Path, folder_of_letters: Path, tmp_path: Path) -> None:
        output = with_key_of(tmp_path / "uit", first)
        audit(folder_of_letters, output=output, workers=2)
        assert written(output) == written(first)

    def test_from_the_cache(self, first: Path, folder_of_letters: Path, tmp_path: Path) -> None:
        output = with_key_of(tmp_path / "uit", first)
        audit(folder_of_letters, output=output, workers=1)
        (output / "index.html").unlink()
        again = audit(folder_of_letters, output=output, workers=1)
        assert not again.unchanged
        assert written(output)["brieven.jsonl"] == written(first)["brieven.jsonl"]

    def test_without_the_cache(self, first: Path, folder_of_letters: Path, tmp_path: Path) -> None:
        output = with_key_of(tmp_path / "uit", first)
        audit(folder_of_letters, output=output, workers=1, cache=False)
        assert written(output) == written(first)

    def test_from_a_url(self, first: Path, folder_of_letters: Path, tmp_path: Path) -> None:
        output = with_key_of(tmp_path / "uit", first)
        audit(folder_of_letters.as_uri(), output=output, workers=1)
        assert written(output)["brieven.jsonl"] == written(first)["brieven.jsonl"]


class TestOnce:
    def test_each_text_is_read_once_however_many_letters_hold_it(
        self, folder_of_letters: Path, tmp_path: Path, read: list[str]
    ) -> None:
        audit(folder_of_letters, output=tmp_path / "uit", workers=1)
        assert {*PASSAGES, *OWN} <= set(read)
        assert len(read) == len(set(read))

    def test_more_texts_than_are_kept_live_are_still_read_once(
        self, tmp_path: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("brievenbus.review._LIVE", 2)
        folder = tmp_path / "brieven"
        for number in range(40):
            write_letter(folder / f"{number:02}.txt", number)
        audit(folder, output=tmp_path / "uit", workers=1)
        assert len(read) == len(set(read))

    def test_nothing_is_read_a_second_time(
        self, letters: Path, tmp_path: Path, read: list[str]
    ) -> None:
        audit(letters, output=tmp_path / "uit", workers=1)
        read.clear()
        units._desk.cache_clear()
        assert audit(letters, output=tmp_path / "uit", workers=1).unchanged
        write_letter(letters / "map0" / "nieuw.txt", 3)
        result = audit(letters, output=tmp_path / "uit", workers=1)
        assert (result.unchanged, result.totals.letters) == (False, 11)
        assert set(read) <= {"Uw aanvraag", *(text for text in (*PASSAGES, *OWN, *read))}
        assert len(read) <= 8  # those of the one new letter

    def test_no_cache_reads_all_again(self, letters: Path, tmp_path: Path, read: list[str]) -> None:
        audit(letters, output=tmp_path / "uit", workers=1)
        count = len(read)
        read.clear()
        units._desk.cache_clear()
        audit(letters, output=tmp_path / "uit", workers=1, cache=False)
        assert len(read) == count

    def test_changed_rules_are_noticed(
        self, letters: Path, tmp_path: Path, read: list[str]
    ) -> None:
        rules = tmp_path / "regels.yaml"
        rule = (
            "- id: zilverlinde\n  soort: woord\n  zoek: {}\n  kies: [boom]\n  uitleg: Boom is gewoner.\n"
            "  ernst: fout\n  fout: De {} is oud.\n  goed: De boom is oud.\n"
            "  herkomst: {{bron: redactie, datum: 2026-11-21}}\n"
        )
        rules.write_text(rule.format("zilverlinde", "zilverlinde"), "utf-8")
        options: dict[str, Any] = {"output": tmp_path / "uit", "workers": 1, "rules": (rules,)}
        one = audit(letters, **options)
        assert "zilverlinde" in (tmp_path / "uit" / "brieven.jsonl").read_text("utf-8")
        read.clear()
        rules.write_text(rule.format("dochter", "dochter"), "utf-8")
        units.rulebook_of.cache_clear()
        two = audit(letters, **options)
        assert not two.unchanged
        assert read
        assert one.totals.errors >= 1 <= two.totals.errors

    def test_another_profile_is_noticed(self, letters: Path, tmp_path: Path) -> None:
        audit(letters, output=tmp_path / "uit", workers=1)
        other = audit(letters, output=tmp_path / "uit", workers=1, profile="raad")
        assert not other.unchanged
        assert records(tmp_path / "uit")[0]["profile"] == "raad"

    def test_changed_added_and_removed_letters(self, letters: Path, tmp_path: Path) -> None:
        output = tmp_path / "uit"
        audit(letters, output=output, workers=1)
        write_letter(letters / "map1" / "brief001.txt", 2)
        write_letter(letters / "map1" / "erbij.txt", 4)
        (letters / "map2" / "brief002.txt").unlink()
        audit(letters, output=output, workers=1)
        fresh = with_key_of(tmp_path / "vers", output)
        audit(letters, output=fresh, workers=1)
        assert written(output)["brieven.jsonl"] == written(fresh)["brieven.jsonl"]
        assert "map2/brief002.txt" not in [one["path"] for one in records(output)]


class TestWithoutText:
    def test_no_report_holds_text(self, letters: Path, tmp_path: Path) -> None:
        result = audit(letters, output=tmp_path / "uit", workers=1, without_text=True)
        told = b"".join(written(tmp_path / "uit").values())
        for word in (b"zilverlinde", b"Kastanjelaan", b"beschikking binnen"):
            assert word not in told
        assert all(passage.text is None for passage in result.passages)


class TestBaseline:
    def test_only_what_is_new_counts(self, letters: Path, tmp_path: Path) -> None:
        options: dict[str, Any] = {
            "output": tmp_path / "uit", "workers": 1, "baseline": tmp_path / "bekend.json",
            "fail_on": "warning",
        }  # fmt: skip
        made = audit(letters, **options)
        assert (made.accepted or 0) > 0
        assert not made.fails
        known = audit(letters, **options)
        assert (known.totals.new, known.fails, known.accepted) == (0, False, None)
        assert audit(letters, **options).unchanged
        with (letters / "map1" / "brief001.txt").open("a", encoding="utf-8") as file:
            file.write("\n\nTevens verstrekken wij u desgewenst een afschrift.\n")
        worse = audit(letters, **options)
        assert worse.fails
        marked = {
            one["path"]
            for one in records(tmp_path / "uit")
            if any(f["new"] for f in one["findings"])
        }
        assert marked == {"map1/brief001.txt"}


class TestMishaps:
    def test_a_bad_file_is_named_and_the_rest_done(self, letters: Path, tmp_path: Path) -> None:
        (letters / "map0" / "stuk.docx").write_bytes(b"PK\x03\x04 en dan niets")
        (letters / "map0" / "leeg.txt").write_bytes(b"")
        result = audit(letters, output=tmp_path / "uit", workers=1)
        assert result.totals.letters == 10
        assert [row.path for row in result.failures] == ["map0/leeg.txt", "map0/stuk.docx"]
        assert audit(letters, output=tmp_path / "uit", workers=1).failures == result.failures

    def test_a_fault_in_reading_together_is_told_of_the_one_letter(
        self, letters: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        analyse = Pipeline.analyse_all

        def faulty(self: Pipeline, blocks: Any) -> Any:
            if any("hondenbelasting" in text for text, _ in blocks):
                raise ValueError
            return analyse(self, blocks)

        monkeypatch.setattr(Pipeline, "analyse_all", faulty)
        units._desk.cache_clear()
        result = audit(letters, output=tmp_path / "uit", workers=1)
        assert [row.path for row in result.failures] == ["map0/brief003.txt", "map2/brief008.txt"]
        assert result.totals.letters == 8

    @pytest.mark.parametrize("kind", ["limit", "disk"])
    def test_a_full_disk_is_told_and_the_run_goes_on_later(
        self, letters: Path, tmp_path: Path, kind: str
    ) -> None:
        if sys.platform == "win32":
            pytest.skip("Windows kent geen grens op de grootte van bestanden per programma.")
        output = tmp_path / "schijf" / "uit"
        output.parent.mkdir()
        code = [sys.executable, "-c", LIMITED, str(letters), str(output), kind]
        if kind == "disk":
            mount = 'mount -t tmpfs -o size=200k tmpfs "$0" && exec "$@"'
            small = ["unshare", "-m", "sh", "-c", mount, str(output.parent)]
            if subprocess.run([*small, "true"], capture_output=True, check=False).returncode:
                pytest.skip("Een kleine schijf maken mag alleen de beheerder van deze computer.")
            code = [*small, *code]
        done = subprocess.run(code, env=environment(), capture_output=True, encoding="utf-8")
        assert done.returncode == 9, done.stderr
        told = "De schijf is vol." if kind == "disk" else f"In de map {output} kan Brievenbus niet"
        assert done.stdout.startswith(told)
        audit(letters, output=output, workers=1, resume=True)
        fresh = with_key_of(tmp_path / "vers" / "uit", output)  # the workbook has relative links
        audit(letters, output=fresh, workers=1)
        assert written(output) == written(fresh)

    def test_two_audits_in_one_folder_do_not_meet(self, letters: Path, tmp_path: Path) -> None:
        met: list[str] = []

        def meanwhile(progress: Progress) -> None:
            if not met:
                with pytest.raises(DocumentError) as error:
                    audit(letters, output=tmp_path / "uit", workers=1)
                met.append(str(error.value))

        audit(letters, output=tmp_path / "uit", workers=1, progress=meanwhile)
        assert met[0].startswith("Een andere opdracht is al bezig")

    def test_a_file_that_kills_its_worker_is_named(
        self, letters: Path, tmp_path: Path, start: Callable[..., Any]
    ) -> None:
        killing = tmp_path / "modules"
        killing.mkdir()
        (killing / "sitecustomize.py").write_text(
            "import os\n"
            "if os.environ.get('KILLS'):\n"
            "    import brievenbus.audit.units as units\n"
            "    real = units.read_source\n"
            "    def fatal(place, limits):\n"
            "        if 'brief004' in place: os._exit(3)\n"
            "        return real(place, limits)\n"
            "    units.read_source = fatal\n",
            "utf-8",
        )
        command = program(letters, tmp_path / "uit", workers=2)
        path = f"{killing}{os.pathsep}{environment()['PYTHONPATH']}"
        ran = subprocess.run(
            command, env={**environment(), "PYTHONPATH": path, "KILLS": "1"}, capture_output=True
        )
        assert ran.returncode == 0, ran.stderr.decode()
        result = {record["path"] for record in records(tmp_path / "uit")}
        assert len(result) == 9
        assert "map1/brief004.txt" not in result

    def test_a_script_without_a_guard_is_told_and_no_file_blamed(
        self, letters: Path, tmp_path: Path
    ) -> None:
        script = tmp_path / "zonder.py"
        script.write_text(
            "import sys\nfrom brievenbus import audit\n"
            "audit(sys.argv[1], output=sys.argv[2], workers=2)\n",
            "utf-8",
        )
        ran = subprocess.run(
            [sys.executable, str(script), str(letters), str(tmp_path / "uit")],
            env=environment(), capture_output=True, encoding="utf-8",
        )  # fmt: skip
        assert ran.returncode == 1
        assert "--workers 1" in ran.stderr

    def test_a_folder_that_is_none(self, tmp_path: Path) -> None:
        with pytest.raises(DocumentError, match="is geen map"):
            audit(tmp_path / "weg", output=tmp_path / "uit")

    def test_a_url_that_is_none(self, tmp_path: Path) -> None:
        with pytest.raises(DocumentError, match="is geen map"):
            audit((tmp_path / "weg").as_uri(), output=tmp_path / "uit", workers=1)
        with pytest.raises(DocumentError, match="niet te openen"):
            audit("onbekend://iets", output=tmp_path / "uit", workers=1)


class TestWorkers:
    def test_workers_end_with_a_killed_parent(
        self, folder_of_letters: Path, tmp_path: Path, start: Callable[..., Any]
    ) -> None:
        psutil = pytest.importorskip("psutil")
        process = start(program(folder_of_letters, tmp_path / "uit", workers=2))
        parent = psutil.Process(process.pid)
        children: list[Any] = []
        while (
            process.poll() is None and len(children) < 3
        ):  # two workers and what counts semaphores
            children = parent.children()
        process.kill()
        process.wait()
        gone, alive = psutil.wait_procs(children, timeout=20)
        assert alive == []
        assert gone

    def test_a_killed_worker_changes_nothing(
        self, first: Path, folder_of_letters: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        output = with_key_of(tmp_path / "uit", first)
        killed: list[int] = []

        def kill_one(progress: Progress) -> None:
            processes = list(pools[-1]._processes.values()) if pools else []
            if progress.done and processes and not killed:
                killed.append(processes[0].pid)
                processes[0].kill()

        pools: list[Any] = []
        make = workers._pool

        def remembered(count: int) -> Any:
            pools.append(make(count))
            return pools[-1]

        monkeypatch.setattr(workers, "_pool", remembered)
        monkeypatch.setattr("brievenbus.audit.run.UNIT", 4)
        audit(folder_of_letters, output=output, workers=2, progress=kill_one)
        assert killed
        assert written(output) == written(first)


class TestLibrary:
    def test_the_name_is_a_call_whatever_was_imported(self) -> None:
        from brievenbus import audit as face

        assert callable(face)
        assert isinstance(AuditResult, type)
        assert brievenbus.AuditResult is AuditResult

    def test_the_call_does_an_audit(self, letters: Path, tmp_path: Path) -> None:
        result = brievenbus.audit(str(letters), output=str(tmp_path / "uit"), workers=1)
        assert result.totals.letters == 10
        shutil.rmtree(tmp_path / "uit")
