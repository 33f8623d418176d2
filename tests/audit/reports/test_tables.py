"""The Parquet files read back as they were written, typed, and without text where none may be told."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from brievenbus.audit.reports import tables
from brievenbus.audit.reports.material import Material, gather
from brievenbus.audit.reports.tables import write_findings, write_letters

from .conftest import HOSTILE, Audited, Build, finding, record, rows_of


def test_letters_read_back(material: Material, tmp_path: Path) -> None:
    write_letters(material, tmp_path / "x.parquet")
    table = pq.read_table(tmp_path / "x.parquet")
    rows = list(material.view.letters())
    assert table.num_rows == len(rows) == 9
    assert table["path"].to_pylist() == [row.path for row in rows]
    assert table["lint_score"].to_pylist() == [row.lint for row in rows]
    assert table.schema.field("lint_level").type == pa.int8()
    assert "kern" in table["missing"].to_pylist()[0]
    assert table["text"].to_pylist() == [one["text"] for one in material.view.records()]


def test_findings_read_back(material: Material, tmp_path: Path) -> None:
    write_findings(material, tmp_path / "x.parquet")
    table = pq.read_table(tmp_path / "x.parquet")
    totals = material.totals
    assert table.num_rows == totals.errors + totals.warnings + totals.notes
    first = next(material.view.records())
    found = first["findings"][0]
    row = table.slice(0, 1).to_pylist()[0]
    assert (row["path"], row["rule"], row["text"]) == (first["path"], found["rule"], found["text"])
    assert first["text"][row["start"] : row["end"]] == row["text"]
    assert (row["paragraph"], row["line"], row["new"]) == (found["source"]["paragraph"], None, None)


def test_the_same_audit_gives_the_same_bytes(material: Material, tmp_path: Path) -> None:
    for write in (write_letters, write_findings):
        first, second = tmp_path / "a.parquet", tmp_path / "b.parquet"
        write(material, first)
        write(material, second)
        assert first.read_bytes() == second.read_bytes()


def test_rows_are_written_in_groups(
    build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "_LETTERS", 2)
    material = gather(build([record(f"{n}.docx") for n in range(5)]))
    write_letters(material, tmp_path / "x.parquet")
    assert pq.ParquetFile(tmp_path / "x.parquet").num_row_groups == 3


@pytest.mark.parametrize("count", [0, 2])
def test_few_letters_and_figures_that_are_not_there(
    build: Build, tmp_path: Path, count: int
) -> None:
    scores = {**record("")["scores"], "lint": None, "lix": None}
    rows = [
        record(f"{n}.docx", scores=scores, findings=[finding(source=None)]) for n in range(count)
    ]
    material = gather(build(rows))
    write_letters(material, tmp_path / "x.parquet")
    write_findings(material, tmp_path / "y.parquet")
    table = pq.read_table(tmp_path / "x.parquet")
    assert table["lint_score"].to_pylist() == [None] * count
    assert pq.read_table(tmp_path / "y.parquet").num_rows == count


def test_hostile_texts_come_back_as_they_were(build: Build, tmp_path: Path) -> None:
    material = gather(build([record("a.docx", HOSTILE)]))
    write_letters(material, tmp_path / "x.parquet")
    assert pq.read_table(tmp_path / "x.parquet")["text"].to_pylist() == [HOSTILE]


def test_without_text_there_are_no_columns_with_text(
    untold: Audited, audited: Audited, tmp_path: Path
) -> None:
    material = gather(untold.view)
    for write in (write_letters, write_findings):
        write(material, tmp_path / "x.parquet")
        table = pq.read_table(tmp_path / "x.parquet")
        assert "text" not in table.column_names
        assert table.num_rows
        told = repr(table.to_pylist())
        assert [row for row in rows_of(audited.view) if row in told] == []
