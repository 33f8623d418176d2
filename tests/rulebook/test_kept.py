"""What was worked out of rule files is kept, is never out of date, and is never needed."""

from __future__ import annotations

from pathlib import Path

import pytest

from brievenbus.rulebook import Rulebook, kept, load_rulebook

RULE = """\
- id: verstrekken
  soort: woord
  zoek: verstrekken
  kies: [geven]
  uitleg: "Geven is korter."
  ernst: let op
  fout: "Wij verstrekken u een formulier."
  goed: "Wij geven u een formulier."
  herkomst: {bron: redactie, datum: 2026-11-21}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "bewaard"
    monkeypatch.setenv(kept.FOLDER_SETTING, str(place))
    kept.folder.cache_clear()
    yield_place = place
    monkeypatch.setattr(kept, "folder", lambda: yield_place)
    return place


def load(file: Path) -> Rulebook:
    return load_rulebook(file, shipped=False)


def test_a_second_reading_gives_the_same_rules(tmp_path: Path, folder: Path) -> None:
    file = tmp_path / "eigen.yaml"
    file.write_text(RULE, encoding="utf-8")
    first = load(file)
    assert len(list(folder.glob("*.json"))) == 1
    assert load(file) == first
    assert load(file).rules == first.rules


def test_all_shipped_rules_are_the_same_from_what_was_kept(folder: Path) -> None:
    first = load_rulebook()
    assert first.rules and load_rulebook().rules == first.rules


def test_a_change_is_picked_up_at_once(tmp_path: Path, folder: Path) -> None:
    file = tmp_path / "eigen.yaml"
    file.write_text(RULE, encoding="utf-8")
    load(file)
    file.write_text(RULE.replace("[geven]", "[sturen]"), encoding="utf-8")
    assert load(file).rules[0].choose == ("sturen",)


def test_the_same_content_elsewhere_names_its_own_file(tmp_path: Path, folder: Path) -> None:
    for name in ("een", "twee"):
        (tmp_path / f"{name}.yaml").write_text(RULE, encoding="utf-8")
        assert load(tmp_path / f"{name}.yaml").rules[0].file.endswith(f"{name}.yaml")


def test_a_file_with_mistakes_is_read_anew_and_tells_them_again(
    tmp_path: Path, folder: Path
) -> None:
    file = tmp_path / "eigen.yaml"
    file.write_text(RULE + "- id: a\n", encoding="utf-8")
    assert [str(e) for e in load(file).errors] == [str(e) for e in load(file).errors] != []


@pytest.mark.parametrize("content", ["", "{", "[1, 2", "\x00", "[" * 100_000])
def test_what_was_spoilt_is_made_again(tmp_path: Path, folder: Path, content: str) -> None:
    file = tmp_path / "eigen.yaml"
    file.write_text(RULE, encoding="utf-8")
    load(file)
    for each in folder.glob("*.json"):
        each.write_text(content, encoding="utf-8")
    assert [rule.id for rule in load(file).rules] == ["verstrekken"]


def test_without_a_place_to_keep_things_all_works(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.write_text("een bestand waar de map zou komen", encoding="utf-8")
    file = tmp_path / "eigen.yaml"
    file.write_text(RULE, encoding="utf-8")
    assert load(file).rules and load(file).rules
    monkeypatch.setattr(kept, "folder", lambda: None)
    assert load(file).rules
