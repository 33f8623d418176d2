"""What is kept: nothing of a letter's text, for its owner alone, all or nothing."""

from __future__ import annotations

import json
import re
import sqlite3
import sys
import zlib
from contextlib import closing
from pathlib import Path

import pytest

from brievenbus.audit.face import audit
from brievenbus.audit.sources import Found, Missed
from brievenbus.audit.store import FOLDER, Store
from brievenbus.documents.errors import DocumentError

from .conftest import paragraphs


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path)


def kept_bytes(output: Path) -> bytes:
    """Return all bytes of the cache, and what is packed in them."""
    data = b"".join(path.read_bytes() for path in (output / FOLDER).iterdir())
    with closing(sqlite3.connect(output / FOLDER / "audit.sqlite")) as database:
        for (core,) in database.execute("SELECT core FROM results"):
            data += zlib.decompress(core)
    return data


class TestPrivacy:
    def test_the_cache_has_no_word_of_the_letters(self, letters: Path, tmp_path: Path) -> None:
        audit(letters, output=tmp_path / "uit", workers=1)
        data = kept_bytes(tmp_path / "uit").lower()
        names = "brief onderwerp datum uw vragen termijn"  # in names of files, items and rules
        words = {
            word
            for number in range(10)
            for text in paragraphs(number)
            for word in re.findall(r"[^\W\d_]{6,}", text.lower())
        } - set(names.split())
        told = {item[0] for item in _checklists(tmp_path / "uit")} | set(_rules(tmp_path / "uit"))
        allowed = {part for name in told for part in re.split(r"\W|_", name)}
        assert len(words) > 30
        assert [word for word in sorted(words - allowed) if word.encode() in data] == []

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows kent deze rechten niet.")
    def test_only_its_owner_may_read_it(self, letters: Path, tmp_path: Path) -> None:
        folder = tmp_path / "uit" / FOLDER
        folder.mkdir(parents=True, mode=0o755)
        (folder / "audit.sqlite").touch(mode=0o644)
        audit(letters, output=tmp_path / "uit", workers=1)
        assert folder.stat().st_mode & 0o777 == 0o700
        assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}

    def test_each_folder_has_a_key_of_its_own(self, tmp_path: Path) -> None:
        with closing(Store(tmp_path / "een")) as one, closing(Store(tmp_path / "twee")) as two:
            assert one.secret != two.secret
            first = one.secret
        with closing(Store(tmp_path / "een")) as again:
            assert again.secret == first


def _checklists(output: Path) -> list[tuple[str]]:
    with closing(sqlite3.connect(output / FOLDER / "audit.sqlite")) as database:
        return database.execute("SELECT item FROM checklist").fetchall()


def _rules(output: Path) -> set[str]:
    """The ids of all rules, and what the program itself calls things."""
    from brievenbus import load_rulebook
    from brievenbus.checks.registry import ALL_CHECKS

    return {rule.id for rule in load_rulebook().rules} | {check.id for check in ALL_CHECKS}


class TestWriting:
    def test_names_that_are_no_text_are_kept(self, store: Store) -> None:
        place = b"/map/brief\xe9.txt".decode("utf-8", "surrogateescape")
        store.begin([Found("brief\\xe9.txt", place, "1"), Missed("weg.txt", "Weg.")])
        assert list(store.files(0)) == [(0, "brief\\xe9.txt", place, "1")]
        store.close()

    def test_what_fails_half_way_is_not_written(self, store: Store) -> None:
        store.note(een="1")

        def broken() -> object:
            yield Found("a.txt", "/a.txt", "1")
            raise ValueError("half-way")

        with pytest.raises(ValueError, match="half-way"):
            store.begin(broken(), een="2")  # type: ignore[arg-type]
        assert store.about("een") == "1"
        assert list(store.files(0)) == []
        store.close()

    def test_one_process_at_a_time(self, tmp_path: Path) -> None:
        with (
            closing(Store(tmp_path)),
            pytest.raises(DocumentError, match="al bezig"),
        ):
            Store(tmp_path)
        Store(tmp_path).close()


class TestUnfit:
    @pytest.mark.parametrize(
        "content", [b"geen database, wel lang genoeg" * 100, b"SQLite format 3\0"]
    )
    def test_a_damaged_file_is_made_anew(self, tmp_path: Path, content: bytes) -> None:
        Store(tmp_path).close()
        (tmp_path / FOLDER / "audit.sqlite").write_bytes(content)
        with closing(Store(tmp_path)) as store:
            assert store.count("files") == 0

    def test_a_file_of_another_version_is_made_anew(self, tmp_path: Path) -> None:
        with closing(Store(tmp_path)) as store:
            store.note(een="1")
        with closing(sqlite3.connect(tmp_path / FOLDER / "audit.sqlite")) as database:
            database.execute("PRAGMA user_version=1")
        with closing(Store(tmp_path)) as store:
            assert store.about("een") is None

    def test_a_damaged_cache_costs_time_and_no_result(self, letters: Path, tmp_path: Path) -> None:
        audit(letters, output=tmp_path / "uit", workers=1)
        before = (tmp_path / "uit" / "brieven.jsonl").read_bytes()
        (tmp_path / "uit" / FOLDER / "audit.sqlite").write_bytes(b"stuk" * 500)
        assert not audit(letters, output=tmp_path / "uit", workers=1).unchanged
        assert (tmp_path / "uit" / "brieven.jsonl").read_bytes() == before
        assert json.loads(before.splitlines()[0])["path"]
