"""LibreOffice opens what was annotated, and shows the same text."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import docx
import pytest

from brievenbus.documents import read
from brievenbus.documents.remarks import Remark
from brievenbus.documents.word.annotate import annotate

from .test_annotate import LETTER

SOFFICE = shutil.which("soffice")


def converted(path: Path, suffix: str, folder: Path) -> Path:
    """Return the file as LibreOffice saves it."""
    assert SOFFICE
    profile = f"-env:UserInstallation={(folder / 'profiel').as_uri()}"
    subprocess.run(
        [SOFFICE, profile, "--headless", "--convert-to", suffix, "--outdir", folder / "uit", path],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return folder / "uit" / f"{path.stem}.{suffix.partition(':')[0]}"


@pytest.mark.systeem
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) staat niet op deze computer")
def test_libreoffice_shows_the_same_text_and_all_comments(tmp_path: Path) -> None:
    source, target = tmp_path / "brief.docx", tmp_path / "nagekeken.docx"
    source.write_bytes(LETTER)
    remarks = [Remark(0, 0, 5, "Een"), Remark(1, 4, 15, "Twee"), Remark(1, 8, 50, "Drie")]
    annotate(source, target, read(source), remarks, "Samenvatting")
    before = converted(source, "txt:Text", tmp_path).read_text(encoding="utf-8-sig")
    after = converted(target, "txt:Text", tmp_path).read_text(encoding="utf-8-sig")
    assert after == before
    again = docx.Document(str(converted(target, "docx", tmp_path)))
    assert sorted(one.text for one in again.comments) == ["Drie", "Een", "Samenvatting", "Twee"]
