"""`brievenbus init`: a folder to begin with, in which everything works and nothing is overwritten."""

from __future__ import annotations

import re
import tomllib
from dataclasses import asdict, fields
from importlib.resources import files
from pathlib import Path

import pytest

from brievenbus.documents import Limits
from brievenbus.rulebook import load_rulebook
from brievenbus.rulebook.profiles import load_profile, threshold_names
from brievenbus.rulebook.schemafile import EDITOR_LINE, schema_text
from brievenbus.settings import Settings, load_settings

from .conftest import Run

FILES = {
    "brievenbus.toml",
    "regels/eigen-regels.yaml",
    "regels/lees-mij.txt",
    "regels/regels.schema.json",
}


def made_in(folder: Path) -> set[str]:
    found = (each for each in folder.rglob("*") if each.is_file())
    return {each.relative_to(folder).as_posix() for each in found}


def begin(name: str) -> str:
    return files("brievenbus.cli").joinpath("data", "begin", name).read_text("utf-8")


def without_signs(text: str, name: str) -> str:
    """The file with every example in it made active; explanations stay comments."""
    example = r"(\[|[a-z_-]+ = )" if name.endswith("toml") else r"(- |  +\w+:)"
    return re.sub(rf"^# (?={example})", "", text, flags=re.MULTILINE)


def test_a_folder_is_made_ready(run: Run, tmp_path: Path) -> None:
    ran = run("init", "mijn/map")
    assert (ran.status, ran.err) == (0, "")
    assert made_in(tmp_path / "mijn" / "map") == FILES
    assert ran.out.splitlines() == [
        "Gemaakt: mijn/map/brievenbus.toml",
        "Gemaakt: mijn/map/regels/eigen-regels.yaml",
        "Gemaakt: mijn/map/regels/lees-mij.txt",
        "Gemaakt: mijn/map/regels/regels.schema.json",
        "Ga eerst naar de map: cd mijn/map",
        "Maak nu uw eerste regel: brievenbus rules new",
    ]


@pytest.mark.usefixtures("few_rules")
def test_everything_works_in_it(run: Run, tmp_path: Path) -> None:
    assert run("init").status == 0
    (tmp_path / "brief.txt").write_text("Als u belt, helpen wij u.", "utf-8")
    for args in (["rules", "test"], ["check", "brief.txt", "--kind", "text"]):
        ran = run(*args)
        assert (ran.status, ran.err) == (0, "")
    word = {"soort": "woord", "zoek": "verrijken", "kies": "geven", "uitleg": "x"}
    given = word | {"fout": "Wij verrijken u.", "goed": "Goed."}
    assert run("rules", "new", *(f"--{key}={value}" for key, value in given.items())).status == 0
    assert run("rules", "show", "verrijken").status == 0


def test_what_is_there_stays(run: Run, tmp_path: Path) -> None:
    (tmp_path / "brievenbus.toml").write_text("# van mij\n", "utf-8")
    ran = run("init")
    assert ran.status == 0
    assert "Bestaat al, niet veranderd: brievenbus.toml" in ran.out
    assert (tmp_path / "brievenbus.toml").read_text("utf-8") == "# van mij\n"
    assert made_in(tmp_path) == FILES
    again = run("init")
    assert again.out.count("Bestaat al, niet veranderd: ") == len(FILES)


def test_a_file_is_no_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("van mij", "utf-8")
    ran = run("init", "brief.txt")
    assert (ran.status, ran.err) == (
        2,
        "Fout: 'brief.txt' is geen map. Geef de naam van een map.\n",
    )
    assert run("init", "brief.txt/map").status == 2


def test_every_setting_is_explained_with_its_value(run: Run, tmp_path: Path) -> None:
    run("init")
    text = (tmp_path / "brievenbus.toml").read_text("utf-8")
    assert tomllib.loads(text) == {"brievenbus": {"rules": ["regels"]}}
    every = tomllib.loads(without_signs(text, "brievenbus.toml"))
    named = {each.name.replace("_", "-") for each in fields(Settings)} - {"readers", "limits"}
    assert set(every["brievenbus"]) == named
    assert every["grenzen"] == asdict(Limits())
    own = every["doelgroep"]["inwoner"]
    assert set(own) == {*threshold_names(), "zonder"}
    assert {name: own[name] for name in threshold_names()} == {
        name: getattr(load_profile(), name) for name in threshold_names()
    }


def test_every_example_is_valid(run: Run, tmp_path: Path) -> None:
    run("init")
    settings = tmp_path / "brievenbus.toml"
    settings.write_text(without_signs(settings.read_text("utf-8"), settings.name), "utf-8")
    assert load_settings(settings)[1] == ()
    text = begin("eigen-regels.yaml")
    assert text.startswith(f"{EDITOR_LINE}\n")
    rules = tmp_path / "eigen-regels.yaml"
    rules.write_text(text, "utf-8")
    empty = load_rulebook(rules, shipped=False)
    assert (empty.rules, empty.errors) == ((), ())
    rules.write_text(without_signs(text, rules.name), "utf-8")
    rulebook = load_rulebook(rules)
    assert rulebook.errors == ()
    assert rulebook.rule("verrijken") is not None
    off = rulebook.rule("verstrekken")
    assert off is not None and len(off.off) == 1
    assert [each.words for each in rulebook.left_alone] == [("Toeslagenwet",)]


def test_the_schema_is_that_of_the_program(run: Run, tmp_path: Path) -> None:
    run("init")
    assert (tmp_path / "regels" / "regels.schema.json").read_text("utf-8") == schema_text()
