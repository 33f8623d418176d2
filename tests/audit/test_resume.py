"""Killed at any moment: what goes on ends with the same result, and does nothing twice."""

from __future__ import annotations

import random
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from brievenbus.audit import run as running
from brievenbus.audit.face import audit
from brievenbus.audit.run import Progress

from .conftest import make_letters, program, with_key_of, written

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows kent kill -9 niet.")


class Stopped(BaseException):
    """As when the process stops here."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Sixty letters, and the output of an audit that was not stopped."""
    place = tmp_path_factory.mktemp("heel")
    letters = make_letters(place / "brieven", 60)
    import os

    os.environ["SOURCE_DATE_EPOCH"] = "1774000000"
    audit(letters, output=place / "uit", workers=1)
    return letters, place / "uit"


@posix
def test_killed_at_random_moments(whole: tuple[Path, Path], start: Callable[..., Any]) -> None:
    letters, expected = whole
    draw = random.Random(7)
    output = with_key_of(expected.parent / "gedood", expected)
    killed = 0
    for _ in range(6):
        process = start(program(letters, output, workers=draw.choice([1, 2]), resume=True))
        pause = draw.choice([draw.uniform(0.3, 2), draw.uniform(2, 7)])
        time.sleep(pause)
        killed += process.poll() is None
        process.kill()
        process.wait()
    assert killed
    audit(letters, output=output, workers=1, resume=True)
    assert written(output) == written(expected)
    with closing(sqlite3.connect(output / ".brievenbus" / "audit.sqlite")) as database:
        assert database.execute("SELECT count(*) FROM history").fetchone() == (1,)


STEPS = ("_accept_all", "_write_reports", "_write_history", "_finish")


@pytest.mark.parametrize("baseline", [False, True])
@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("step", STEPS)
def test_stopped_around_each_step(
    letters: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    after: bool,
    baseline: bool,
) -> None:
    options: dict[str, Any] = {"workers": 1}
    if baseline:
        options["baseline"] = tmp_path / "bekend.json"
    real = getattr(running._Run, step)

    def stopping(self: Any, *args: Any) -> Any:
        if after:
            real(self, *args)
        raise Stopped

    with monkeypatch.context() as patch:
        patch.setattr(running._Run, step, stopping)
        with pytest.raises(Stopped):
            audit(letters, output=tmp_path / "uit", **options)
    resumed = audit(letters, output=tmp_path / "uit", resume=True, **options)
    if baseline and not (after and step == "_finish"):
        assert (resumed.accepted or 0) > 0
    if baseline:
        again = audit(letters, output=tmp_path / "uit", **options)
        assert again.totals.new == 0
    else:
        fresh = with_key_of(tmp_path / "vers", tmp_path / "uit")
        audit(letters, output=fresh, workers=1)
        assert written(tmp_path / "uit") == written(fresh)


def stop_after(number: int) -> Callable[[Progress], None]:
    def stop(progress: Progress) -> None:
        if progress.done >= number:
            raise Stopped

    return stop


@pytest.fixture
def small_units(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "UNIT", 2)


@pytest.mark.usefixtures("small_units")
class TestGoingOn:
    def test_nothing_is_done_twice(self, letters: Path, tmp_path: Path) -> None:
        output = tmp_path / "uit"
        with pytest.raises(Stopped):
            audit(letters, output=output, workers=1, progress=stop_after(4), cache=False)
        told: list[Progress] = []
        audit(letters, output=output, workers=1, resume=True, progress=told.append, cache=False)
        assert (told[0].done, told[-1].done, told[-1].fresh) == (4, 10, 6)

    def test_other_options_begin_anew(self, letters: Path, tmp_path: Path) -> None:
        output = tmp_path / "uit"
        with pytest.raises(Stopped):
            audit(letters, output=output, workers=1, progress=stop_after(4))
        audit(letters, output=output, workers=1, resume=True, profile="raad")
        assert b'"profile":"inwoner"' not in (output / "brieven.jsonl").read_bytes()

    def test_another_folder_begins_anew(self, letters: Path, tmp_path: Path) -> None:
        other = make_letters(tmp_path / "andere", 3)
        with pytest.raises(Stopped):
            audit(letters, output=tmp_path / "uit", workers=1, progress=stop_after(4))
        assert audit(other, output=tmp_path / "uit", workers=1, resume=True).totals.letters == 3

    def test_letters_changed_meanwhile_count(self, letters: Path, tmp_path: Path) -> None:
        output = tmp_path / "uit"
        with pytest.raises(Stopped):
            audit(letters, output=output, workers=1, progress=stop_after(4))
        (letters / "map0" / "brief003.txt").write_text("De hond van de buren blaft.\n")
        told: list[Progress] = []
        audit(letters, output=output, workers=1, resume=True, progress=told.append)
        assert told[-1].fresh <= 8  # what was done and did not change came from the cache
        assert "blaft" in (output / "brieven.jsonl").read_text("utf-8")

    def test_a_lost_or_short_part_begins_anew(self, letters: Path, tmp_path: Path) -> None:
        output = tmp_path / "uit"
        for damage in (lambda path: path.unlink(), lambda path: path.write_bytes(b"{")):
            with pytest.raises(Stopped):
                audit(letters, output=output, workers=1, progress=stop_after(4), cache=False)
            damage(output / "brieven.jsonl.deel")
            result = audit(letters, output=output, workers=1, resume=True)
            assert result.totals.letters == 10
            assert len((output / "brieven.jsonl").read_bytes().splitlines()) == 10

    def test_without_resume_it_begins_anew_from_the_cache(
        self, letters: Path, tmp_path: Path
    ) -> None:
        with pytest.raises(Stopped):
            audit(letters, output=tmp_path / "uit", workers=1, progress=stop_after(4))
        told: list[Progress] = []
        audit(letters, output=tmp_path / "uit", workers=1, progress=told.append)
        assert (told[0].done, told[-1].fresh) == (0, 6)

    def test_resume_where_nothing_was_stopped(self, letters: Path, tmp_path: Path) -> None:
        assert audit(letters, output=tmp_path / "uit", workers=1, resume=True).totals.letters == 10
        assert audit(letters, output=tmp_path / "uit", workers=1, resume=True).unchanged
