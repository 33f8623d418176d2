"""`brievenbus rules docs`: an overview in a folder, never over something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from brievenbus.checks.registry import ALL_CHECKS

from .conftest import ONE_RULE, Run

pytestmark = pytest.mark.usefixtures("few_rules")


def names(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()}


def test_there_is_a_page_for_all_rules_and_one_for_each_check(run: Run, tmp_path: Path) -> None:
    ran = run("rules", "docs")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == (
        "Gemaakt: regels-overzicht/index.html, met 1 regel. Open dit bestand in een browser.\n"
    )
    folder = tmp_path / "regels-overzicht"
    assert names(folder) == {"index.html", *(f"{check.id}.html" for check in ALL_CHECKS)}
    assert 'id="regel-indien"' in (folder / "index.html").read_text("utf-8")


def test_own_rules_are_in_it(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "eigen.yaml"
    own.write_text(ONE_RULE.replace("id: indien", "id: eigen"), "utf-8")
    assert run("rules", "docs", "--rules", own, "--output", "hier").status == 0
    assert 'id="regel-eigen"' in (tmp_path / "hier" / "index.html").read_text("utf-8")


def test_an_earlier_overview_is_replaced(run: Run, tmp_path: Path) -> None:
    assert run("rules", "docs").status == 0
    folder = tmp_path / "regels-overzicht"
    old = (folder / "lange-zin.html").read_text("utf-8")
    (folder / "weg.html").write_text(old, "utf-8")
    (folder / "eigen.html").write_text("<p>Van mij.</p>", "utf-8")
    (folder / "lange-zin.html").unlink()
    assert run("rules", "docs").status == 0
    assert "weg.html" not in names(folder)
    assert {"eigen.html", "lange-zin.html"} <= names(folder)


@pytest.mark.parametrize("name", ["brief.txt", "index.html"])
def test_a_folder_with_something_else_is_left_alone(run: Run, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "vol"
    folder.mkdir()
    (folder / name).write_text("van mij", "utf-8")
    ran = run("rules", "docs", "--output", folder)
    assert (ran.status, ran.out) == (2, "")
    assert f"In de map '{folder}' staat al iets anders. Kies bij --output een lege map" in ran.err
    assert names(folder) == {name}


def test_an_empty_folder_will_do(run: Run, tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    assert run("rules", "docs", "--output", "leeg").status == 0


def test_a_file_is_no_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("van mij", "utf-8")
    ran = run("rules", "docs", "--output", "brief.txt")
    assert ran.status == 2
    assert "'brief.txt' is geen map." in ran.err
    ran = run("rules", "docs", "--output", "brief.txt/hier")
    assert ran.status == 2
    assert "is niet te schrijven" in ran.err
