"""Rule files are changed without touching the rest: every byte outside what is put in stays."""

from __future__ import annotations

import os
import stat
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from brievenbus.rulebook import Rule, load_rulebook, safefile
from brievenbus.rulebook.editing import (
    EditError,
    add_decision,
    add_rule,
    ids_in,
    with_decision,
    with_rule,
)
from brievenbus.rulebook.load import shipped_folder
from brievenbus.rulebook.model import Decision, Outcome

DAY = date(2026, 11, 22)
DECISION = {"wat": "afgewezen", "door": "J. de Wit", "datum": DAY, "reden": 'Zo: "niet" # nu'}
NEW = {
    "id": "nieuw",
    "soort": "woord",
    "zoek": ["verrijken"],
    "kies": ["beter maken"],
    "uitleg": "Zo praten mensen.",
    "ernst": "tip",
    "fout": ["Wij verrijken u."],
    "goed": ["Goed."],
    "herkomst": {"bron": "redactie", "datum": DAY},
}
FIELDS = [
    "soort: woord",
    "zoek: b",
    "kies: [c]",
    "uitleg: u",
    "ernst: tip",
    "fout: f",
    "goed: g",
    "herkomst: {bron: redactie, datum: 2026-11-21}",
]
BEFORE = "{wat: voorgesteld, door: x, datum: 2026-11-21, reden: y}"
REJECTED = Decision(Outcome.AFGEWEZEN, "J. de Wit", DAY, 'Zo: "niet" # nu')


def block(name: str, *more: str) -> str:
    """A rule with each field on a line of its own."""
    return f"- id: {name}\n" + "".join(f"  {line}\n" for line in (*FIELDS, *more))


def flow(name: str, *more: str) -> str:
    """A rule between brackets."""
    return f"- {{id: {name}, {', '.join((*FIELDS, *more))}}}\n"


OTHER = block("ander")
FILES = {
    "block": block("a") + OTHER,
    "comments": "# kop\n\n" + block("a").rstrip() + "   # staart\n\n# los\n" + OTHER,
    "end of the file": OTHER + block("a").rstrip(),
    "windows": (block("a") + OTHER).replace("\n", "\r\n"),
    "windows, end of the file": (OTHER + block("a").rstrip()).replace("\n", "\r\n"),
    "flow": flow("a") + OTHER,
    "flow, last comma": flow("a").replace("}}", "},  # nog\n }") + OTHER,
    "flow, many lines": "- {id: a,\n  " + ",\n  ".join(FIELDS) + "\n  }\n" + OTHER,
    "decided before": block("a", "besluiten:", f"  - {BEFORE} # noot") + OTHER,
    "decided before, no indent": block("a", "besluiten:", f"- {BEFORE}", "# los") + OTHER,
    "decided before, in the middle": block("a").replace(
        "  ernst",
        "  besluiten:\n    - wat: voorgesteld\n      door: x\n      datum: 2026-11-21\n"
        "      reden: |\n        een\n        twee\n\n  ernst",
    ),
    "decided before, flow": block("a", f"besluiten: [{BEFORE}]"),
    "decided before, flow, many lines": block("a", "besluiten: [", f"  {BEFORE},  # z", "]"),
    "decided before, all flow": flow("a", f"besluiten: [{BEFORE}]") + OTHER,
    "no decisions": block("a", "besluiten: []"),
    "many lines of text": block("a", "niet_bij:", "  - |", "    meer", "    regels", "", ""),
    "folded text": block("a", "niet_bij: >-", "    meer", "    regels") + OTHER,
    "indented": "".join(f"  {line}\n" for line in (block("a") + OTHER).splitlines()),
    "id below the dash": block("a").replace("- id", "-\n  id") + OTHER,
    "all between brackets": f"[\n{flow('a')[2:].rstrip()},\n{flow('b')[2:].rstrip()}\n]\n",
    "odd line ends": f"# x\x85# y\u2028\n{block('a')}{OTHER}",
    "start of a document": f"---\n{block('a')}{OTHER}",
    "far characters": f"# 😀\n{block('a').replace('uitleg: u', 'uitleg: 😀 é')}{flow('b')}",
    "switched off before": "- {id: a, uit: true}\n" + block("a"),
}


def inserted(before: str, after: str) -> str:
    """What was put in; nothing else may have changed."""
    size = len(after) - len(before)
    place = next(i for i in range(len(before) + 1) if after[:i] + after[i + size :] == before)
    return after[place : place + size]


def rules(text: str) -> list[dict[str, Any]]:
    data: list[dict[str, Any]] = yaml.load(text, yaml.CSafeLoader)
    return data


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "eigen.yaml"
    path.write_bytes(("# kop\n" + block("a", f"besluiten: [{BEFORE}]") + OTHER).encode())
    return path


def rule_in(file: Path, name: str = "a") -> Rule:
    rule = load_rulebook(file, shipped=False).rule(name)
    assert rule is not None
    return rule


@pytest.mark.parametrize("name", FILES)
def test_a_decision_is_put_in_and_nothing_else_changes(name: str) -> None:
    before = FILES[name]
    after = with_decision(before, "a", DECISION)
    assert "Zo:" in inserted(before, after)
    for old, new in zip(rules(before), rules(after), strict=True):
        decided = new.get("besluiten", [])
        if new["id"] == "a" and "uit" not in new:
            assert decided == [*old.get("besluiten", []), DECISION]
        assert {**new, "besluiten": None} == {**old, "besluiten": None}


@pytest.mark.parametrize("name", FILES)
def test_put_in_lines_end_as_the_others_do(name: str) -> None:
    put_in = inserted(FILES[name], with_decision(FILES[name], "a", DECISION))
    assert put_in.count("\r\n") == (put_in.count("\n") if "windows" in name else 0)


@pytest.mark.parametrize("name", FILES)
def test_a_rule_comes_at_the_end_and_nothing_else_changes(name: str) -> None:
    before = FILES[name]
    if name == "all between brackets":
        with pytest.raises(EditError, match=r"tussen \[ en \]"):
            with_rule(before, NEW)
        return
    after = with_rule(before, NEW)
    assert after.startswith(before)
    assert rules(after)[:-1] == rules(before)
    texts = {"zoek": "verrijken", "fout": "Wij verrijken u.", "goed": "Goed."}
    assert rules(after)[-1] == NEW | texts


def test_a_file_that_cannot_be_changed_so_is_left_alone() -> None:
    with pytest.raises(EditError, match="met een teksteditor"):
        with_rule(block("a") + "...\n", NEW)


@pytest.mark.parametrize("text", [OTHER, block("a") + block("a"), "", "- {id: a, uit: true}\n"])
def test_a_rule_that_is_not_there_once_gets_no_decision(text: str) -> None:
    with pytest.raises(EditError, match="niet precies één keer"):
        with_decision(text, "a", DECISION)


WORDS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=40)


@given(WORDS, WORDS)
def test_any_text_comes_back_as_it_was(one: str, other: str) -> None:
    made = with_rule(OTHER, NEW | {"uitleg": one, "kies": [other], "niet_bij": [one, other]})
    made = with_decision(made, "nieuw", DECISION | {"reden": one})
    rule = rules(made)[-1]
    assert (rule["uitleg"], rule["kies"], rule["niet_bij"]) == (one, [other], [one, other])
    assert rule["besluiten"][0]["reden"] == one


def test_every_shipped_rule_can_be_decided_on() -> None:
    for file in sorted(shipped_folder().glob("*.yaml")):
        text = file.read_text(encoding="utf-8")
        every = rules(text)
        for rule in (every[0], every[-1]):
            inserted(text, with_decision(text, rule["id"], DECISION))


def test_a_decision_goes_to_the_file_of_its_rule(file: Path) -> None:
    add_decision(rule_in(file), REJECTED)
    rule = rule_in(file)
    assert [each.outcome for each in rule.decisions] == [Outcome.VOORGESTELD, Outcome.AFGEWEZEN]
    assert rule.decisions[-1] == REJECTED
    assert rule.status is Outcome.AFGEWEZEN


@pytest.mark.parametrize("outcome", Outcome)
def test_what_is_so_already_is_told(file: Path, outcome: Outcome) -> None:
    decision = Decision(outcome, "x", DAY, "y")
    if rule_in(file).status is not outcome:
        add_decision(rule_in(file), decision)
    content = file.read_bytes()
    with pytest.raises(EditError, match="U hoeft niets te doen"):
        add_decision(rule_in(file), decision)
    assert file.read_bytes() == content


def test_the_mark_at_the_start_and_windows_lines_stay(file: Path) -> None:
    before = b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n")
    file.write_bytes(before)
    add_decision(rule_in(file), REJECTED)
    add_rule(file, NEW)
    after = file.read_bytes()
    assert after.startswith(b"\xef\xbb\xbf# kop\r\n")
    assert after.count(b"\n") == after.count(b"\r\n")
    assert [rule.id for rule in load_rulebook(file, shipped=False).rules] == ["ander", "nieuw"]


def test_the_mode_stays(file: Path) -> None:
    file.chmod(0o640)
    add_rule(file, NEW)
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert [each.name for each in file.parent.iterdir()] == [file.name]


@pytest.mark.skipif(os.name == "nt", reason="making a link needs rights there")
def test_a_link_stays_a_link(file: Path) -> None:
    link = file.with_name("link.yaml")
    link.symlink_to(file)
    add_rule(link, NEW)
    assert link.is_symlink()
    assert "nieuw" in ids_in(file)


def test_a_new_file_gets_a_header_and_its_schema(tmp_path: Path) -> None:
    file = tmp_path / "nieuw.yaml"
    add_rule(file, NEW)
    assert file.read_text("utf-8").startswith(
        "# yaml-language-server: $schema=regels.schema.json\n"
    )
    assert (tmp_path / "regels.schema.json").is_file()
    assert load_rulebook(file, shipped=False).errors == ()


def test_a_file_of_comments_alone_gets_a_rule(tmp_path: Path) -> None:
    file = tmp_path / "eigen.yaml"
    file.write_text("# niets", "utf-8")
    add_rule(file, NEW)
    assert file.read_text("utf-8").startswith("# niets\n\n- id: nieuw\n")


def refused(file: Path, said: str) -> None:
    """Neither a rule nor a decision can be put in the file, which stays as it was."""
    content, names = file.read_bytes(), {each.name for each in file.parent.iterdir()}
    for change in (lambda: add_rule(file, NEW), lambda: add_decision(_rule(file), REJECTED)):
        with pytest.raises(EditError, match=said):
            change()
    assert file.read_bytes() == content
    assert {each.name for each in file.parent.iterdir()} == names


def _rule(file: Path) -> Rule:
    """Rule *a* as it was read before the file became what it is."""
    good = file.with_name("goed") / file.name
    good.parent.mkdir(exist_ok=True)
    good.write_text(block("a"), "utf-8")
    rule = rule_in(good)
    good.unlink()
    good.parent.rmdir()
    return Rule(**{**rule.__dict__, "file": str(file)})


def test_a_file_that_is_read_only_is_left_alone(file: Path) -> None:
    file.chmod(0o444)
    refused(file, "mag u niets veranderen")


@pytest.mark.parametrize(
    "content", [b"- id: [", b"- id: half\n  soort: woord\n", b"\xff\xfe", b"a: 1\n"]
)
def test_a_file_with_mistakes_is_left_alone(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    refused(file, "Verbeter eerst dit")


def test_a_file_that_changed_meanwhile_is_left_alone(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fsync(number: int) -> None:
        file.write_bytes(file.read_bytes() + b"# van een ander\n")

    monkeypatch.setattr("os.fsync", fsync)
    with pytest.raises(EditError, match="intussen veranderd"):
        add_rule(file, NEW)
    assert file.read_bytes().endswith(b"# van een ander\n")
    assert len(list(file.parent.iterdir())) == 1


def test_rules_of_an_installed_brievenbus_are_left_alone(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(safefile.resources, "files", lambda package: file.parent)
    refused(file, "Deze regels horen bij Brievenbus zelf")
    with pytest.raises(EditError, match="Kies een eigen map"):
        add_rule(file.with_name("nieuw.yaml"), NEW)


def test_a_name_that_is_taken_is_told(file: Path) -> None:
    with pytest.raises(EditError, match="staat al een regel 'ander'"):
        add_rule(file, NEW | {"id": "ander"})


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(EditError, match="niet te schrijven"):
        add_rule(tmp_path / "weg" / "eigen.yaml", NEW)
