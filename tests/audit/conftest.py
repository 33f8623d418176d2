"""A folder of letters as a gemeente has them: many passages stand in more than one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import docx
import pytest

PASSAGES = (
    "Wij verstrekken u hierbij een overzicht van de documenten welke u dient te overleggen.",
    "Indien u niet binnen de gestelde termijn reageert, stellen wij uw aanvraag buiten behandeling.",
    "U kunt tegen deze beschikking binnen zes weken een bezwaarschrift indienen bij ons college.",
    "De desbetreffende aanvraag is door de afdeling ontvangen en wordt door ons behandeld.",
    "Heeft u nog vragen? Bel ons dan op werkdagen tussen 9.00 en 17.00 uur op telefoonnummer 14 030.",
)
OWN = (
    "De kapvergunning voor de zilverlinde aan de Zwanenburgwal is verleend.",
    "Uw parkeerontheffing voor de Kastanjelaan eindigt op 1 maart.",
    "Voor de rolstoel van uw dochter vergoeden wij de aanschafprijs ten bedrage van 900 euro.",
    "De hondenbelasting over het afgelopen kalenderjaar werd te hoog vastgesteld.",
    "Wij nodigen u uit voor een gesprek over uw bijstandsuitkering op het stadskantoor.",
)
FIXED = "1774000000"
REPORTS = ("brieven.jsonl", "index.html", "brieven.xlsx", "brieven.parquet", "opmerkingen.parquet")

RUN = """
import sys
from pathlib import Path
from brievenbus.audit.face import audit
if __name__ == "__main__":
    folder, output, *options = sys.argv[1:]
    audit(folder, output=output, **eval(options[0] if options else "{}"))
"""


def paragraphs(number: int) -> list[str]:
    """Return the text of one letter."""
    chosen = [PASSAGES[(number + step) % len(PASSAGES)] for step in range(3)]
    return [
        "Onderwerp: Uw aanvraag",
        "Geachte heer Jansen,",
        *chosen,
        OWN[number % len(OWN)],
        "Met vriendelijke groet,",
        "A. Bakker",
    ]


def write_letter(path: Path, number: int) -> Path:
    """Write a letter as a Word file or as text, as its name says."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".docx":
        document = docx.Document()
        for text in paragraphs(number):
            document.add_paragraph(text)
        document.save(str(path))
    else:
        path.write_text("\n\n".join(paragraphs(number)), encoding="utf-8")
    return path


def make_letters(folder: Path, count: int) -> Path:
    """Write so many letters, in three folders; each seventh is a Word file."""
    for number in range(count):
        suffix = "docx" if number % 7 == 0 else "txt"
        write_letter(folder / f"map{number % 3}" / f"brief{number:03}.{suffix}", number)
    return folder


@pytest.fixture(autouse=True)
def fixed_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every audit be made at one moment."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", FIXED)


@pytest.fixture(scope="session")
def folder_of_letters(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty letters, not to be changed."""
    return make_letters(tmp_path_factory.mktemp("archief") / "brieven", 40)


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """Ten letters of a test's own."""
    return make_letters(tmp_path / "brieven", 10)


def written(output: Path) -> dict[str, bytes]:
    """Return the reports in a folder; the key of the passages in the records is that of the folder."""
    return {name: (output / name).read_bytes() for name in REPORTS if (output / name).is_file()}


def with_key_of(output: Path, other: Path) -> Path:
    """Begin an output folder with the secret key of another, so that all bytes can be compared."""
    kept = output / ".brievenbus"
    kept.mkdir(parents=True, mode=0o700)
    shutil.copyfile(other / ".brievenbus" / "sleutel", kept / "sleutel")
    return output


def program(folder: Path, output: Path, **options: Any) -> list[str]:
    """Return the command that audits in a process of its own."""
    return [sys.executable, "-c", RUN, str(folder), str(output), repr(options)]


def environment() -> Mapping[str, str]:
    """Return the environment for processes of the tests."""
    source = Path(__file__).parents[2] / "src"
    threads = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    return {**os.environ, **threads, "PYTHONPATH": str(source), "SOURCE_DATE_EPOCH": FIXED}


@pytest.fixture
def start() -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Start processes that are ended with the test."""
    started: list[subprocess.Popen[bytes]] = []

    def start(command: list[str], **options: Any) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            command,
            env=environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **options,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.wait()
