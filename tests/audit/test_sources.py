"""Finding letters and reading them: links, rights, names, files that change."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from brievenbus.audit import sources
from brievenbus.audit.sources import Found, Missed, find, is_letter, read_source, shown
from brievenbus.documents.errors import DocumentError
from brievenbus.documents.limits import DEFAULT, Limits

from .conftest import environment

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows kent dit niet.")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three letters in two folders."""
    place = tmp_path / "brieven"
    for name in ("a.txt", "sub/b.docx", "sub/c.DOTX"):
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text("Tekst.")
    return place


def names(folder: Path | str, without: Path = Path("elders")) -> list[str]:
    return [one.path for one in find(str(folder), without)]


def missed(folder: Path) -> dict[str, str]:
    found = find(str(folder), Path("elders"))
    return {one.path: one.message for one in found if isinstance(one, Missed)}


class TestFinding:
    def test_by_name_and_without_what_is_no_letter(self, folder: Path) -> None:
        for name in ("~$a.docx", ".b.txt", "x.pdf", "a.nagekeken.docx", "a.schoon.txt", "zonder"):
            (folder / name).write_text("Tekst.")
        assert names(folder) == ["a.txt", "sub/b.docx", "sub/c.DOTX"]
        assert not is_letter("brief.odt")

    def test_the_output_is_left_out(self, folder: Path) -> None:
        (folder / "uit").mkdir()
        (folder / "uit" / "d.txt").write_text("Tekst.")
        assert "uit/d.txt" in names(folder)
        assert "uit/d.txt" not in names(folder, folder / "uit")
        assert "uit/d.txt" not in names(folder.as_uri(), folder / "uit")
        assert "a.txt" in names(folder, folder)

    def test_a_url_gives_the_same_names(self, folder: Path) -> None:
        assert names(folder.as_uri()) == names(folder)
        assert names(f"{folder.as_uri()}/") == names(folder)

    def test_memory_and_a_zip_are_places_too(self, folder: Path, tmp_path: Path) -> None:
        fsspec = pytest.importorskip("fsspec")
        memory = fsspec.filesystem("memory")
        memory.pipe("/archief/x/brief.txt", b"Tekst.")
        found = find("memory://archief", tmp_path)
        assert [one.path for one in found] == ["x/brief.txt"]
        assert isinstance(found[0], Found)
        assert read_source(found[0].place, DEFAULT) == b"Tekst."
        memory.rm("/archief", recursive=True)
        packed = tmp_path / "brieven.zip"
        import zipfile

        with zipfile.ZipFile(packed, "w") as file:
            file.writestr("map/brief.txt", "Ingepakt.")
        (one,) = find(f"zip://::{packed.as_uri()}", tmp_path)
        assert isinstance(one, Found)
        assert read_source(one.place, DEFAULT) == b"Ingepakt."

    def test_a_password_is_not_told(self) -> None:
        assert shown("sftp://jan:geheim@server/map") == "sftp://server/map"
        assert shown("map/jan@server") == "map/jan@server"


@posix
class TestLinks:
    def test_loops_are_named_and_the_rest_found(self, folder: Path) -> None:
        (folder / "sub" / "omhoog").symlink_to(folder, target_is_directory=True)
        (folder / "zelf").symlink_to(folder / "zelf")
        (folder / "brief.txt").symlink_to(folder / "brief.txt")
        (folder / "niets.docx").symlink_to(folder / "weg.docx")
        told = missed(folder)
        assert set(told) == {"sub/omhoog", "zelf", "brief.txt", "niets.docx"}
        assert "naar een map erboven" in told["sub/omhoog"]
        assert "naar zichzelf" in told["zelf"]
        assert "wijst naar niets" in told["niets.docx"]
        assert set(names(folder)) - set(told) == {"a.txt", "sub/b.docx", "sub/c.DOTX"}

    def test_a_folder_counts_once_by_its_real_name(self, folder: Path, tmp_path: Path) -> None:
        (folder / "aaa").symlink_to(folder / "sub", target_is_directory=True)
        (tmp_path / "elders").mkdir()
        (tmp_path / "elders" / "e.txt").write_text("Tekst.")
        (folder / "buiten").symlink_to(tmp_path / "elders", target_is_directory=True)
        assert names(folder) == ["a.txt", "buiten/e.txt", "sub/b.docx", "sub/c.DOTX"]

    def test_folders_that_all_link_to_each_other_take_no_time(self, folder: Path) -> None:
        parts = [folder / f"m{number}" for number in range(12)]
        for part in parts:
            part.mkdir()
        for part in parts:
            for other in parts:
                (part / f"naar-{other.name}").symlink_to(other, target_is_directory=True)
        assert {"a.txt", "sub/b.docx"} <= set(names(folder))


@posix
class TestNames:
    def test_names_that_are_no_text_stay_apart(self, folder: Path) -> None:
        for raw in (b"brief\xe9.txt", b"brief\xe8.txt"):
            try:
                Path(os.fsdecode(os.fsencode(folder) + b"/" + raw)).write_text("Tekst.")
            except OSError:
                pytest.skip("Deze schijf kent alleen namen in UTF-8.")
        found = names(folder)
        assert {"brief\\xe9.txt", "brief\\xe8.txt"} <= set(found)
        "".join(found).encode()

    def test_very_long_names(self, folder: Path) -> None:
        (folder / f"{'x' * 240}.txt").write_text("Tekst.")
        here = os.open(folder, os.O_RDONLY)
        for _ in range(20):  # deeper than a path may be long
            os.mkdir("d" * 250, dir_fd=here)
            here, above = os.open("d" * 250, os.O_RDONLY, dir_fd=here), here
            os.close(above)
        os.close(os.open("diep.txt", os.O_CREAT | os.O_WRONLY, dir_fd=here))
        os.close(here)
        told = missed(folder)
        assert len(told) == 1
        assert "te lang" in next(iter(told.values()))
        assert f"{'x' * 240}.txt" in names(folder)
        subprocess.run(["rm", "-rf", str(folder)], check=True)


RIGHTS = """
import os, sys
from pathlib import Path
from brievenbus.audit.sources import Missed, find, read_source
from brievenbus.documents.errors import DocumentError
from brievenbus.documents.limits import DEFAULT
if os.geteuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
for one in find(sys.argv[1], Path("elders")):
    if isinstance(one, Missed):
        print(one.path, one.message, sep=": ")
        continue
    try:
        print(one.path, read_source(one.place, DEFAULT).decode(), sep=": ")
    except DocumentError as error:
        print(one.path, error, sep=": ")
"""


@posix
class TestRights:
    def test_what_may_not_be_read_is_named(self, folder: Path) -> None:
        """As another user than root, for whom no rights hold."""
        (folder / "dicht").mkdir()
        (folder / "dicht" / "d.txt").write_text("Tekst.")
        (folder / "a.txt").chmod(0)
        (folder / "dicht").chmod(0)
        changed = list(folder.parents)[: len(folder.parents) - 2] if os.geteuid() == 0 else []
        modes = {place: place.stat().st_mode for place in changed}
        try:
            for place, mode in modes.items():
                place.chmod(mode | 0o055)
            ran = subprocess.run(
                [sys.executable, "-c", RIGHTS, str(folder)],
                env=environment(), capture_output=True, encoding="utf-8",
            )  # fmt: skip
        finally:
            for place, mode in modes.items():
                place.chmod(mode)
            (folder / "dicht").chmod(0o700)
        if "setgroups" in ran.stderr:
            pytest.skip("Hier mag root geen andere gebruiker worden.")
        lines = dict(line.split(": ", 1) for line in ran.stdout.splitlines())
        assert "mag niet worden gelezen" in lines["a.txt"]
        assert "map mag niet worden gelezen" in lines["dicht"]
        assert lines["sub/b.docx"] == "Tekst."


class TestReading:
    def test_a_file_that_changes_while_read_is_told(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        real, count = sources.load, [0]

        def growing(path: Path, limits: Limits) -> bytes:
            data = real(path, limits)
            count[0] += 1
            path.write_text("Tekst." * (count[0] + 1))
            return data

        monkeypatch.setattr(sources, "load", growing)
        with pytest.raises(DocumentError, match="veranderde tijdens het lezen"):
            read_source(str(folder / "a.txt"), DEFAULT)

    def test_one_change_is_read_again(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        real, count = sources.load, [0]

        def once(path: Path, limits: Limits) -> bytes:
            data = real(path, limits)
            if not count[0]:
                path.write_text("Nieuwe tekst.")
            count[0] += 1
            return data

        monkeypatch.setattr(sources, "load", once)
        assert read_source(str(folder / "a.txt"), DEFAULT) == b"Nieuwe tekst."

    def test_gone_and_too_large(self, folder: Path) -> None:
        for place in (str(folder / "weg.txt"), (folder / "weg.txt").as_uri()):
            with pytest.raises(DocumentError):
                read_source(place, DEFAULT)
        (folder / "a.txt").write_bytes(b"x" * 1_100_000)
        with pytest.raises(DocumentError, match="groter dan 1 MB"):
            read_source((folder / "a.txt").as_uri(), Limits(megabytes=1))
