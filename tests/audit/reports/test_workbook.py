"""The workbook opens in what people open it with, runs nothing, and is the same each time."""

from __future__ import annotations

import csv
import subprocess
import time
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from brievenbus.audit.reports import sheets
from brievenbus.audit.reports.cells import cell_text
from brievenbus.audit.reports.material import Material, gather
from brievenbus.audit.reports.workbook import write_workbook
from brievenbus.audit.sources import Missed
from brievenbus.audit.view import AuditView

from .conftest import HOSTILE, MOMENT, Audited, Build, finding, record, rows_of

SHEETS = ["Brieven", "Opmerkingen", "Alinea's", "Controlelijst", "Regels", "Niet gelezen"]


def write(view: AuditView, path: Path) -> Any:
    write_workbook(gather(view), path, MOMENT)
    return openpyxl.load_workbook(path)


def rows(book: Any, name: str) -> list[dict[str, Any]]:
    """The rows of a sheet by the names of the columns."""
    head, *others = book[name].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in others]


@pytest.fixture
def path(material: Material, audited: Audited) -> Path:
    """The workbook of the real audit, where its links are right."""
    path = audited.output / "brieven.xlsx"
    write_workbook(material, path, MOMENT)
    return path


@pytest.fixture
def book(path: Path) -> Any:
    return openpyxl.load_workbook(path)


def test_every_sheet_has_a_heading_that_stays_and_a_filter(book: Any) -> None:
    assert book.sheetnames == SHEETS
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert all(cell.font.bold for cell in sheet[1])
        assert sheet.column_dimensions["A"].width > 0


def test_letters_have_figures_in_their_own_format(book: Any, audited: Audited) -> None:
    found = rows(book, "Brieven")
    view = list(audited.view.letters())
    assert [row["Brief"] for row in found] == [row.path for row in view]
    assert [row["LiNT-II"] for row in found] == [row.lint for row in view]
    assert [row["Let op"] for row in found] == [row.warnings for row in view]
    assert found[0]["Voor wie"] == "inwoner"
    sheet = book["Brieven"]
    formats = {sheet.cell(1, n).value: sheet.cell(2, n).number_format for n in range(1, 19)}
    assert formats["LiNT-II"] == "0.0"
    assert formats["Woorden"] == "#,##0"
    assert formats["Lijdende zinnen"] == "0%"


def test_links_lead_to_the_letters(book: Any, audited: Audited) -> None:
    from urllib.parse import unquote

    for row in book["Brieven"].iter_rows(min_row=2, max_col=1):
        target = row[0].hyperlink.target
        assert not Path(target).is_absolute()
        assert " " not in target
        place = (audited.output / unquote(target)).resolve()
        assert place == (audited.letters / row[0].value).resolve()
        assert place.exists()


def test_findings_tell_rule_words_and_place(book: Any, audited: Audited) -> None:
    found = rows(book, "Opmerkingen")
    totals = audited.view.totals()
    assert len(found) == totals.errors + totals.warnings + totals.notes
    assert found[0]["Brief"] == "Werk & inkomen/brief bijzondere-bijstand.docx"
    assert {row["Ernst"] for row in found} <= {"fout", "let op", "tip"}
    assert all(row["Waarom"] for row in found)
    assert any(str(row["Plek"]).startswith("alinea ") for row in found)
    assert "Nieuw" not in found[0]


def test_the_other_sheets(book: Any, material: Material) -> None:
    passages = rows(book, "Alinea's")
    assert [row["Winst"] for row in passages] == [row.gain for row in material.passages]
    assert passages[0]["Alinea"] == cell_text(material.passages[0].text or "")
    assert 0 < passages[0]["Deel van alles"] < 1
    assert len(rows(book, "Regels")) == len(material.rules)
    assert {"Termijn", "Telefoonnummer"} <= {
        row["Onderdeel"] for row in rows(book, "Controlelijst")
    }
    assert rows(book, "Niet gelezen")[0]["Bestand"] == "oud.docx"


def test_the_same_audit_gives_the_same_bytes(material: Material, tmp_path: Path) -> None:
    first, second = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    write_workbook(material, first, MOMENT)
    time.sleep(2.1)  # the dates in a zip count by two seconds
    write_workbook(material, second, MOMENT)
    assert first.read_bytes() == second.read_bytes()
    dates = {info.date_time for info in zipfile.ZipFile(first).infolist()}
    assert dates == {(2026, 11, 22, 9, 30, 0)}


def test_new_findings_are_marked_where_there_is_a_baseline(build: Build, tmp_path: Path) -> None:
    view = build([record("a.docx", findings=[finding(new=False), finding(new=True)])])
    book = write(view, tmp_path / "x.xlsx")
    assert [row["Nieuw"] for row in rows(book, "Opmerkingen")] == ["nee", "ja"]
    assert rows(book, "Brieven")[0]["Nieuw"] == 1


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ({"part": "word/document.xml", "paragraph": 3}, "alinea 4"),
        ({"part": "word/header2.xml", "paragraph": 0}, "koptekst, alinea 1"),
        ({"part": "word/footnotes.xml", "paragraph": 1}, "voetnoot, alinea 2"),
        ({"line": 7, "column": 12}, "regel 7, teken 12"),
        (None, None),
    ],
)
def test_places(build: Build, tmp_path: Path, source: Any, said: str | None) -> None:
    view = build([record("a.docx", findings=[finding(source=source)])])
    assert rows(write(view, tmp_path / "x.xlsx"), "Opmerkingen")[0]["Plek"] == said


def test_hostile_texts_are_texts(build: Build, tmp_path: Path) -> None:
    text = f'=HYPERLINK("x") {HOSTILE}'
    one = record(f"@{HOSTILE}.docx", text, findings=[finding(text, rule="+1", message="-1")],
                 not_scored="\t=1", department="=1+1")  # fmt: skip
    view = build([one, {**one, "path": "-b.docx"}], [Missed("=c", HOSTILE)])
    book = write(view, tmp_path / "x.xlsx")
    for sheet in book:
        for row in sheet.iter_rows(min_row=2):
            for cell in row:
                assert cell.data_type != "f"
                if isinstance(cell.value, str):
                    assert not cell.value.startswith(("=", "+", "-", "@", "\t"))
                    assert not set("\x00\u202e\uffff") & set(cell.value)
    assert rows(book, "Brieven")[0]["Afdeling"] == "'=1+1"


def test_a_sheet_that_is_full_says_so(
    build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheets, "MOST_ROWS", 4)
    view = build([record(f"{n}.docx", findings=[finding(str(n))]) for n in range(5)])
    book = write(view, tmp_path / "x.xlsx")
    cells = [row[0] for row in book["Opmerkingen"].iter_rows(values_only=True)]
    assert cells[:3] == ["Brief", "0.docx", "1.docx"]
    assert cells[3:] == [
        "Hier houdt dit blad op. Excel kan niet meer regels aan. Er passen er 3 niet bij."
    ]


def test_a_sheet_that_is_just_full_is_whole(
    build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheets, "MOST_ROWS", 4)
    view = build([record(f"{n}.docx", findings=[finding(str(n))]) for n in range(3)])
    book = write(view, tmp_path / "x.xlsx")
    cells = [row[0] for row in book["Opmerkingen"].iter_rows(values_only=True)]
    assert cells == ["Brief", "0.docx", "1.docx", "2.docx"]


def test_an_audit_without_letters(build: Build, tmp_path: Path) -> None:
    book = write(build([]), tmp_path / "x.xlsx")
    assert book.sheetnames == SHEETS
    assert rows(book, "Brieven") == []


def test_without_text_no_word_of_the_letters_is_left(
    untold: Audited, audited: Audited, tmp_path: Path
) -> None:
    book = write(untold.view, tmp_path / "x.xlsx")
    assert "In de brief" not in rows(book, "Opmerkingen")[0]
    assert "Alinea" not in rows(book, "Alinea's")[0]
    archive = zipfile.ZipFile(tmp_path / "x.xlsx")
    content = b"".join(archive.read(name) for name in archive.namelist()).decode()
    assert [row for row in rows_of(audited.view) if row in content] == []


@pytest.mark.systeem
def test_libreoffice_reads_every_sheet(
    soffice: str, path: Path, tmp_path: Path, audited: Audited
) -> None:
    if not (Path(soffice).resolve().parent / "libsclo.so").exists():
        pytest.skip("LibreOffice Calc staat niet op deze computer. Met .ci/run draaien alle tests.")
    options = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    profile = f"-env:UserInstallation={(tmp_path / 'profiel').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", options, "--outdir"]
    subprocess.run(
        [*command, str(tmp_path), str(path)], check=True, capture_output=True, timeout=180
    )
    tables = {each.stem.removeprefix("brieven-"): each for each in tmp_path.glob("brieven-*.csv")}
    assert set(tables) == set(SHEETS)
    with tables["Brieven"].open(encoding="utf-8", newline="") as file:
        read = list(csv.DictReader(file))
    assert [row["Brief"] for row in read] == [row.path for row in audited.view.letters()]
