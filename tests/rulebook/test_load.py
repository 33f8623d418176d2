"""Rule files: the shipped ones are in order, and a mistake costs one rule and names its mend."""

from __future__ import annotations

import re
import shutil
import time
from datetime import date
from pathlib import Path

import pytest

from brievenbus.findings import Category, Severity
from brievenbus.rulebook import RulebookError, RuleFileError, RuleKind, WordClass, load_rulebook
from brievenbus.rulebook.load import MAX_FILE_SIZE, shipped_folder

GOOD = """\
- id: verstrekken
  soort: woord
  zoek: verstrekken
  woordsoort: werkwoord
  kies: [geven]
  uitleg: "Geven is korter."
  niet_bij: ["verstrekkende gevolgen"]
  ernst: let op
  fout: "Wij verstrekken u een formulier."
  goed: "Wij geven u een formulier."
  herkomst: {bron: redactie, datum: 2026-11-21}
"""
PANEL = "{bron: panel, sessie: s1, gelezen: 9, struikelden: 7, besluit: b1, datum: 2026-11-21}"


def write(folder: Path, text: str | bytes, name: str = "eigen.yaml") -> Path:
    file = folder / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def mistakes(folder: Path, text: str | bytes) -> tuple[RuleFileError, ...]:
    return load_rulebook(write(folder, text), shipped=False).errors


def test_the_shipped_rules_have_no_mistakes() -> None:
    rulebook = load_rulebook()
    assert [str(error) for error in rulebook.errors] == []
    assert re.fullmatch("[0-9a-f]{12}", rulebook.digest)
    assert {Path(rule.file).parent for rule in rulebook.rules} == {shipped_folder()}


def test_reads_all_fields_of_a_rule(tmp_path: Path) -> None:
    extra = "  doelgroep: jongere\n  afdeling: [belastingen, zorg]\n  alleen_bij: formulier\n"
    (rule,) = load_rulebook(write(tmp_path, "# kop\n\n" + GOOD + extra), shipped=False).rules
    assert (rule.id, rule.kind, rule.word_class) == (
        "verstrekken",
        RuleKind.WOORD,
        WordClass.WERKWOORD,
    )
    assert (rule.search, rule.choose, rule.not_with) == (
        ("verstrekken",),
        ("geven",),
        ("verstrekkende gevolgen",),
    )
    assert (rule.severity, rule.category) == (Severity.WARNING, Category.WOORD)
    assert rule.provenance.as_dict() == {"bron": "redactie", "datum": "2026-11-21"}
    assert rule.provenance.day == date(2026, 11, 21)
    assert (rule.scope.audiences, rule.scope.departments) == (("jongere",), ("belastingen", "zorg"))
    assert (rule.only_with, rule.line) == (("formulier",), 3)
    assert rule.applies("jongere", "zorg")
    assert not rule.applies("jongere", None) and not rule.applies("inwoner", "zorg")


def test_reads_a_pattern(tmp_path: Path) -> None:
    text = GOOD.replace("soort: woord\n", "soort: patroon\n").replace(
        "  woordsoort: werkwoord\n", ""
    )
    text = text.replace(
        "zoek: verstrekken", "zoek: [{lemma: aanslag, woordsoort: zelfstandig}, {woord: op}]"
    )
    (rule,) = load_rulebook(write(tmp_path, text), shipped=False).rules
    assert [(p.lemma, p.word, p.word_class) for p in rule.pattern] == [
        ("aanslag", None, WordClass.ZELFSTANDIG),
        (None, "op", None),
    ]


# What is changed in the good rule, the line that the mistake must name, and what must be said.
MISTAKES: list[tuple[str, str, int, str]] = [
    ("  kies: [geven]", "  keis: [geven]", 5, "het veld 'keis' bestaat niet. Bedoelt u 'kies'?"),
    ("  kies: [geven]", "  xyzzy: [geven]", 5, "het veld 'xyzzy' bestaat niet. Haal het weg"),
    ("  kies: [geven]\n", "", 1, "bij 'soort: woord' hoort 'kies'"),
    ("  zoek: verstrekken\n", "", 1, "het veld 'zoek' ontbreekt. Voeg het toe."),
    ('  uitleg: "Geven is korter."\n', "", 1, "het veld 'uitleg' ontbreekt. Voeg het toe."),
    ('  goed: "Wij geven u een formulier."\n', "", 1, "het veld 'goed' ontbreekt. Voeg het toe."),
    ("  herkomst: {bron: redactie, datum: 2026-11-21}\n", "", 1, "het veld 'herkomst' ontbreekt"),
    ("soort: woord", "soort: woorden", 2, "'woorden' kan niet bij 'soort'. Kies uit 'woord'"),
    (
        "ernst: let op",
        "ernst: hoog",
        8,
        "'hoog' kan niet bij 'ernst'. Kies uit 'fout', 'let op' of 'tip'.",
    ),
    ("woordsoort: werkwoord", "woordsoort: verbum", 4, "Kies uit werkwoord, zelfstandig"),
    ("zoek: verstrekken", "zoek: []", 1, "'zoek' is leeg"),
    ("zoek: verstrekken", "zoek: ''", 3, "'' kan niet bij 'zoek'. Zet er tekst neer"),
    ("zoek: verstrekken", "zoek: {lemma: verstrekken}", 3, "kan niet bij 'zoek'"),
    (
        "zoek: verstrekken",
        "zoek: [{lemma: verstrekken}]",
        1,
        "van een patroon is een lijst van {lemma: …}",
    ),
    ("zoek: verstrekken", "zoek: 12", 3, "'12' kan niet bij 'zoek'"),
    (
        'goed: "Wij geven u een formulier."',
        "goed: true",
        10,
        "kan niet bij 'goed'. Zet er tekst neer",
    ),
    (
        "kies: [geven]",
        "kies: [geven, 3]",
        5,
        "'3' kan niet bij 'kies'. Zet er tekst neer, tussen aanhalingstekens.",
    ),
    ("id: verstrekken", "id: Verstrekken!", 1, "Gebruik kleine letters, cijfers en streepjes."),
    ("id: verstrekken", "id: 12", 1, "kan niet bij 'id'"),
    (
        "datum: 2026-11-21",
        "datum: gisteren",
        11,
        "'gisteren' is geen datum. Schrijf 'datum' als 2026-11-21.",
    ),
    (", datum: 2026-11-21", "", 11, "het veld 'herkomst.datum' ontbreekt. Voeg het toe."),
    ("{bron: redactie, datum: 2026-11-21}", "redactie", 11, "'redactie' kan niet bij 'herkomst'"),
    ("bron: redactie", "bron: redactie, gelezen: 9", 11, "horen alleen bij 'bron: panel'"),
    ("bron: redactie", "bron: panel", 11, "bij 'bron: panel' horen ook 'sessie', 'gelezen'"),
    ("datum: 2026-11-21", "dattum: 2026-11-21", 11, "Bedoelt u 'datum'?"),
    (
        "bron: redactie",
        "bron: redactie, boeknummer: x",
        11,
        "het veld 'herkomst.boeknummer' bestaat niet",
    ),
    (
        "{bron: redactie, datum: 2026-11-21}",
        PANEL.replace("7", "12"),
        11,
        "kan niet meer zijn dan 'gelezen'",
    ),
    (
        "{bron: redactie, datum: 2026-11-21}",
        PANEL.replace("sessie: s1, ", ""),
        11,
        "horen ook 'sessie'",
    ),
    (
        "{bron: redactie, datum: 2026-11-21}",
        PANEL.replace("gelezen: 9", "gelezen: 0"),
        11,
        "'0' kan niet bij",
    ),
    ("soort: woord\n", "soort: vakterm\n", 1, "bij 'soort: vakterm' hoort 'leg_uit'"),
]


@pytest.mark.parametrize(("before", "after", "line", "said"), MISTAKES)
def test_a_mistake_names_file_line_rule_and_mend(
    tmp_path: Path, before: str, after: str, line: int, said: str
) -> None:
    assert before in GOOD
    other = GOOD.replace("id: verstrekken", "id: andere")
    file = write(tmp_path, GOOD.replace(before, after, 1) + other)
    rulebook = load_rulebook(file, shipped=False)
    assert [rule.id for rule in rulebook.rules] == ["andere"]
    (error,) = rulebook.errors
    assert str(error).startswith(f"{file}, regel {line}: ")
    assert said in str(error)
    assert str(error).endswith((".", "?"))


WHOLE_FILES: list[tuple[str | bytes, int | None, str]] = [
    ("- id: [a\n  soort: woord\n", 2, "hier klopt de opmaak niet"),
    ("- id: a\n\tsoort: woord\n", 2, "hier klopt de opmaak niet"),
    ('- id: "a\n', 2, "hier klopt de opmaak niet"),
    (
        "id: verstrekken\nsoort: woord\n",
        1,
        "een regelbestand is een lijst. Begin elke regel met '- id: …'.",
    ),
    ("zomaar tekst", 1, "een regelbestand is een lijst"),
    ("- verstrekken\n", 1, "dit is geen regel. Begin met '- id: …'"),
    ("\n- [a, b]\n", 2, "dit is geen regel"),
    (b"- id: caf\xe9\n", None, "het bestand is geen UTF-8. Sla het op als UTF-8."),
    (b"\xff\xfe-\x00 \x00", None, "het bestand is geen UTF-8"),
    (b"- id: a\x00b\n", None, "hier klopt de opmaak niet"),
    ("- id: a\n--- \n- id: b\n", 2, "hier klopt de opmaak niet"),
    ("- id: *nergens\n", 1, "verwijzen met & en * kan hier niet"),
    ("- !!python/object/apply:os.system ['true']\n", 1, "dit is geen regel"),
    ("- id: !!python/name:os.system\n", 1, "hier klopt de opmaak niet"),
]


@pytest.mark.parametrize(("text", "line", "said"), WHOLE_FILES)
def test_a_file_that_is_no_rule_file_says_so(
    tmp_path: Path, text: str | bytes, line: int | None, said: str
) -> None:
    (error,) = mistakes(tmp_path, text)
    assert said in str(error)
    assert error.line == line
    assert error.file.endswith("eigen.yaml")


@pytest.mark.parametrize("text", ["", "\n\n", "# alleen een toelichting\n", "\ufeff"])
def test_an_empty_file_has_no_rules_and_no_mistakes(tmp_path: Path, text: str) -> None:
    rulebook = load_rulebook(write(tmp_path, text), shipped=False)
    assert (rulebook.rules, rulebook.errors) == ((), ())


def test_reads_a_file_with_a_byte_order_mark_and_windows_lines(tmp_path: Path) -> None:
    text = "\ufeff" + GOOD.replace("\n", "\r\n")
    assert len(load_rulebook(write(tmp_path, text), shipped=False).rules) == 1


def test_a_file_that_is_too_large_is_left_out(tmp_path: Path) -> None:
    (error,) = mistakes(tmp_path, b"#" * (MAX_FILE_SIZE + 1))
    assert "te groot. Splits het." in str(error)


ALIAS_BOMB = "- &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"- &{chr(98 + i)} [{', '.join([f'*{chr(97 + i)}'] * 9)}]\n" for i in range(20)
)
HOSTILE = {
    "aliases": ALIAS_BOMB + "- id: a\n  zoek: *u\n",
    "deep lists": "- id: " + "[" * 50_000 + "]" * 50_000 + "\n",
    "deep keys": "".join(f"{'  ' * n}- a:\n" for n in range(1500)),
    "itself": "- &a\n  id: verstrekken\n  zoek: *a\n",
    "merges": "- &a {id: x}\n" + "".join(f"- &a{i} {{<<: [*a, *a]}}\n" for i in range(500)),
    "many": "- x\n" * 20_000,
    "long number": "- id: " + "1" * 10_000 + "\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_little_time(tmp_path: Path, name: str) -> None:
    start = time.perf_counter()
    rulebook = load_rulebook(write(tmp_path, HOSTILE[name] + GOOD), shipped=False)
    assert time.perf_counter() - start < 5
    assert rulebook.errors
    assert all(len(str(error)) < 2000 for error in rulebook.errors)


def test_a_rule_that_stands_twice_in_one_place_is_a_mistake(tmp_path: Path) -> None:
    rulebook = load_rulebook(write(tmp_path, GOOD + GOOD), shipped=False)
    assert len(rulebook.rules) == 1
    (error,) = rulebook.errors
    assert error.line == 12
    assert "de regel 'verstrekken' staat er twee keer" in str(error)


def test_all_mistakes_of_one_rule_are_told(tmp_path: Path) -> None:
    found = mistakes(
        tmp_path, GOOD.replace("ernst: let op", "ernst: hoog").replace("  uitleg:", "  uitlag:")
    )
    assert sorted(error.line for error in found if error.line) == [1, 6, 8]


def test_an_own_file_changes_a_shipped_rule_and_adds_one(tmp_path: Path) -> None:
    shipped = load_rulebook()
    own = GOOD.replace("kies: [geven]", "kies: [sturen]")
    added = GOOD.replace("id: verstrekken", "id: helemaal-eigen")
    rulebook = load_rulebook(write(tmp_path, own + added))
    changed = rulebook.rule("verstrekken")
    assert changed is not None and changed.choose == ("sturen",)
    assert len(rulebook.rules) == len(shipped.rules) + 1
    assert rulebook.rule("helemaal-eigen") is not None
    assert rulebook.errors == ()


def test_an_own_file_switches_off_a_shipped_rule(tmp_path: Path) -> None:
    rulebook = load_rulebook(write(tmp_path, "- {id: verstrekken, uit: true}\n"))
    assert rulebook.rule("verstrekken") is None
    assert rulebook.errors == ()


def test_switching_off_an_unknown_rule_is_a_mistake(tmp_path: Path) -> None:
    (error,) = mistakes(tmp_path, "- {id: verstrokken, uit: true}\n")
    assert error.line == 1
    assert "er is geen regel 'verstrokken' om uit te zetten. Kijk naar de naam." in str(error)


@pytest.mark.parametrize("value", ["ja", "false", "1"])
def test_a_rule_is_only_switched_off_by_true(tmp_path: Path, value: str) -> None:
    rulebook = load_rulebook(write(tmp_path, f"- {{id: verstrekken, uit: {value}}}\n"))
    assert rulebook.rule("verstrekken") is not None
    (error,) = rulebook.errors
    assert "bij 'uit' kan alleen 'true' staan" in str(error)


def test_a_later_folder_goes_before_an_earlier_one(tmp_path: Path) -> None:
    for name, choice in (("een", "sturen"), ("twee", "brengen")):
        (tmp_path / name).mkdir()
        write(tmp_path / name, GOOD.replace("[geven]", f"[{choice}]"))
    rulebook = load_rulebook(tmp_path / "een", tmp_path / "twee", shipped=False)
    assert [rule.choose for rule in rulebook.rules] == [("brengen",)]


def test_a_folder_gives_all_its_yaml_files_in_order(tmp_path: Path) -> None:
    (tmp_path / "onder").mkdir()
    for number, name in enumerate(["b.yml", "a.yaml", "onder/c.yaml", "d.txt"]):
        write(tmp_path, GOOD.replace("id: verstrekken", f"id: regel-{number}"), name)
    rulebook = load_rulebook(tmp_path, shipped=False)
    assert [rule.id for rule in rulebook.rules] == ["regel-1", "regel-0", "regel-2"]


def test_rules_that_are_not_there_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(RulebookError, match=r"zijn er niet\. Kijk of"):
        load_rulebook(tmp_path / "weg")


def test_the_digest_changes_with_the_content_only(tmp_path: Path) -> None:
    first = tmp_path / "een"
    first.mkdir()
    write(first, GOOD)
    digest = load_rulebook(first, shipped=False).digest
    second = tmp_path / "twee"
    shutil.copytree(first, second)
    (second / "lees-mij.txt").write_text("geen regels", encoding="utf-8")
    assert load_rulebook(second, shipped=False).digest == digest
    write(second, GOOD.replace("geven", "sturen", 1))
    assert load_rulebook(second, shipped=False).digest != digest
    assert load_rulebook(first).digest != digest


def test_a_rule_from_readers_says_so_in_full(tmp_path: Path) -> None:
    text = GOOD.replace("{bron: redactie, datum: 2026-11-21}", PANEL)
    (rule,) = load_rulebook(write(tmp_path, text), shipped=False).rules
    assert rule.provenance.as_dict() == {
        "bron": "panel",
        "datum": "2026-11-21",
        "sessie": "s1",
        "gelezen": 9,
        "struikelden": 7,
        "besluit": "b1",
    }


def test_only_rules_from_readers_name_readers() -> None:
    for rule in load_rulebook().rules:
        assert (rule.provenance.source == "panel") == (rule.provenance.session is not None), rule.id
