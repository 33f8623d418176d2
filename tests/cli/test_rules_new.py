"""`brievenbus rules new` and `propose`: from options, or in a conversation."""

from __future__ import annotations

import inspect
from datetime import date
from pathlib import Path

import pytest
import yaml

from brievenbus.cli.rules import making, new, propose
from brievenbus.cli.rules.interview import AFTERWARDS, ORDER
from brievenbus.cli.texts import texts
from brievenbus.rulebook import RuleKind, WordClass, load_rulebook
from brievenbus.rulebook.measures import MEASURES
from brievenbus.rulebook.model import SEVERITIES, Part
from brievenbus.rulebook.schema import ProvenanceFile, RuleFile

from .conftest import Ran, Run

pytestmark = pytest.mark.usefixtures("few_rules")

WORD = {
    "--soort": "woord",
    "--zoek": "verrijken",
    "--kies": "beter maken",
    "--uitleg": "Zo praten mensen.",
    "--fout": "Wij verrijken uw buurt.",
    "--goed": "Wij maken uw buurt beter.",
    "--datum": "2026-11-22",
}
SAVED = """\
# yaml-language-server: $schema=regels.schema.json
# Eigen regels. Elke regel begint met een streepje en een id.

- id: verrijken
  soort: woord
  zoek: verrijken
  kies: ["beter maken"]
  uitleg: "Zo praten mensen."
  ernst: let op
  fout: "Wij verrijken uw buurt."
  goed: "Wij maken uw buurt beter."
  herkomst: {bron: redactie, datum: 2026-11-22}
"""


def options(changes: dict[str, str | list[str] | None] | None = None) -> list[str]:
    """The options of a rule, some of them changed, or left out for None."""
    given: list[str] = []
    for name, value in {**WORD, **(changes or {})}.items():
        for each in [value] if isinstance(value, str) else value or []:
            given += [name, each]
    return given


@pytest.fixture
def talk(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the program as in a terminal; each answer is a line."""
    monkeypatch.setattr(making, "can_ask", lambda: True)

    def talk(*args: str | Path, answers: str = "") -> Ran:
        return run(*args, stdin=answers.encode())

    return talk


def test_a_rule_is_made_of_options_without_a_question(run: Run, tmp_path: Path) -> None:
    ran = run("rules", "new", *options())
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "De regel 'verrijken' staat in eigen-regels.yaml, regel 4.",
        "Zo gebruikt u de regel: brievenbus check brief.docx --rules eigen-regels.yaml",
    ]
    assert (tmp_path / "eigen-regels.yaml").read_text("utf-8") == SAVED
    assert (tmp_path / "regels.schema.json").is_file()


def test_today_is_the_day_of_a_rule(run: Run, tmp_path: Path) -> None:
    assert run("rules", "new", *options({"--datum": None})).status == 0
    (rule,) = load_rulebook(tmp_path / "eigen-regels.yaml", shipped=False).rules
    assert rule.provenance.day == date.today()


def test_every_field_has_an_option_and_a_question() -> None:
    told = {"herkomst", "besluiten"}  # made of others
    fields = {*RuleFile.model_fields, *ProvenanceFile.model_fields, "door", "reden"} - told
    for command in (new.new_rule, propose.propose_rule):
        options = set(inspect.signature(command).parameters)
        options -= {"context", "file", "rules", "model"}
        assert options | {"door", "reden"} == fields
    assert {*ORDER, *AFTERWARDS} - {"bestand"} == fields - {"datum"}
    assert set(texts("vragen")["vraag"]) == {*ORDER, *AFTERWARDS}
    choices = texts("vragen")["keuze"]
    assert set(choices["soort"]) == {each.value for each in RuleKind}
    assert set(choices["woordsoort"]) == {each.value for each in WordClass}
    assert set(choices["samenstelling"]) == {each.value for each in Part}
    assert set(choices["ernst"]) == set(SEVERITIES)


def test_all_fields_can_be_given(run: Run, tmp_path: Path) -> None:
    fields: dict[str, str | list[str] | None] = {
        "--zoek": ["verrijken", "verrijking"], "--niet-bij": ["verrijken met"],
        "--alleen-bij": ["buurt", "wijk"], "--woordsoort": "werkwoord", "--ernst": "tip",
        "--rubriek": "stijl", "--doelgroep": ["jongere", "inwoner"], "--afdeling": "wijken",
        "--bron": "panel", "--sessie": "groep 3", "--gelezen": "9", "--struikelden": "7",
        "--besluit": "b1", "--id": "mijn-regel",
    }  # fmt: skip
    ran = run("rules", "new", "--file", "een.yaml", *options(fields))
    assert ran.err == ""
    (rule,) = load_rulebook(tmp_path / "een.yaml", shipped=False).rules
    assert (rule.id, rule.search) == ("mijn-regel", ("verrijken", "verrijking"))
    assert (rule.not_with, rule.only_with) == (("verrijken met",), ("buurt", "wijk"))
    assert (rule.scope.audiences, rule.scope.departments) == (("jongere", "inwoner"), ("wijken",))
    assert rule.provenance.as_dict()["struikelden"] == 7
    assert (rule.word_class, rule.severity, rule.category) == ("werkwoord", "note", "stijl")


KINDS: dict[str, dict[str, str | list[str] | None]] = {
    "vakterm": {
        "--zoek": "dwangsom", "--kies": None, "--leg-uit": "geld dat u moet betalen",
        "--al-uitgelegd": "dat is", "--fout": "U krijgt een dwangsom.",
        "--goed": "U krijgt een dwangsom. Dat is geld dat u moet betalen.",
    },
    "drempel": {
        "--zoek": None, "--kies": None, "--maat": "woorden_per_zin", "--grens": "4",
        "--fout": "Dit zijn meer dan vier woorden.", "--goed": "Dit is kort.",
    },
    "consistentie": {
        "--zoek": ["burger, stadgenoot", "inwoner"], "--kies": "inwoner",
        "--fout": "De burger is een inwoner.", "--goed": "De inwoner belt.",
    },
    "patroon": {
        "--zoek": ["lemma: aanslag", "{woord: op}"], "--kies": None,
        "--fout": "De aanslag op uw huis.", "--goed": "De aanslag komt.",
    },
    "zinsdeel": {
        "--zoek": "zorg dragen … voor", "--kies": "zorgen … voor",
        "--fout": "Wij dragen zorg voor u.", "--goed": "Wij zorgen voor u.",
    },
    "afkorting": {
        "--zoek": "m.b.t.", "--kies": "over",
        "--fout": "Een brief m.b.t. uw huis.", "--goed": "Een brief over uw huis.",
    },
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_made(run: Run, tmp_path: Path, kind: str) -> None:
    ran = run("rules", "new", *options(KINDS[kind] | {"--soort": kind}))
    assert (ran.status, ran.err) == (0, "")
    (rule,) = load_rulebook(tmp_path / "eigen-regels.yaml", shipped=False).rules
    assert rule.kind == kind
    assert run("rules", "test", rule.id, "--rules", "eigen-regels.yaml").status == 0


WRONG: dict[str, tuple[dict[str, str | list[str] | None], str]] = {
    "a kind": ({"--soort": "woorden"}, "'woorden' kan niet bij 'soort'. Kies uit 'woord'"),
    "a severity": ({"--ernst": "erg"}, "'erg' kan niet bij 'ernst'. Kies uit"),
    "a day": ({"--datum": "morgen"}, "'morgen' is geen datum. Schrijf 'datum' als 2026-11-21."),
    "readers": ({"--doelgroep": "jongeren"}, "De doelgroep 'jongeren' is er niet. Kies uit: inwoner"),
    "a name": ({"--id": "Mijn regel"}, "Gebruik kleine letters, cijfers en streepjes."),
    "a name that is taken": ({"--id": "indien"}, "Er is al een regel 'indien': "),
    "a word that is taken": ({"--zoek": "indien"}, "Er is al een regel 'indien': "),
    "a name that cannot be made": ({"--zoek": "😀"}, "Ik mis nog iets. Geef dit op: --id."),
    "nothing missing": ({"--kies": None, "--goed": None}, "Geef dit op: --kies, --goed."),
    "a panel": ({"--bron": "panel"}, "--sessie, --gelezen, --struikelden, --besluit"),
    "a number": ({"--bron": "panel", "--gelezen": "0"}, "'0' kan niet bij 'gelezen'"),
    "a long text": ({"--uitleg": "x" * 601}, "de tekst bij 'uitleg' is te lang"),
    "an empty text": ({"--uitleg": "  "}, "Geef dit op: --uitleg."),
    "a text that is no word": ({"--zoek": "…", "--id": "x"}, "in 'zoek' staat ergens geen woord"),
    "an unknown count": (
        {"--soort": "drempel", "--zoek": None, "--kies": None, "--maat": "x", "--grens": "4"},
        f"Kies uit {', '.join(MEASURES)}",
    ),
    "a wrong example": ({"--fout": "Wij doen niets."}, "‘verrijken’ staat niet in de zin."),
    "a right example": ({"--goed": "Wij verrijken."}, "Verander 'goed', of zet het bij 'niet_bij'."),
    "a file": ({"--file": "regels.txt"}, "Geef een bestand op dat eindigt op .yaml."),
    "a folder": ({"--file": "weg/een.yaml"}, "De map 'weg' is er niet. Maak die map eerst."),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_a_mistake_is_told_and_nothing_is_saved(run: Run, tmp_path: Path, name: str) -> None:
    changes, said = WRONG[name]
    ran = run("rules", "new", *options(changes))
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert list(tmp_path.iterdir()) == []


def test_texts_with_signs_of_yaml_come_back(run: Run, tmp_path: Path) -> None:
    reason = "Zo: \"dit\" # en 'dat' \\ {x} [y] 😀 - *z &a %b @c ! | >"
    assert run("rules", "new", *options({"--uitleg": reason})).status == 0
    (data,) = yaml.safe_load((tmp_path / "eigen-regels.yaml").read_text("utf-8"))
    assert data["uitleg"] == reason


def test_a_rule_comes_after_those_that_are_there(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "onze.yaml"
    before = "\ufeff# Onze regels\r\n- {id: indien, uit: true}\r\n".encode()
    file.write_bytes(before)
    ran = run("rules", "new", "--file", file, *options())
    assert ran.status == 0
    after = file.read_bytes()
    assert after.startswith(before + b"\r\n- id: verrijken\r\n")
    assert not (tmp_path / "regels.schema.json").exists()
    again = run("rules", "new", "--file", file, *options())
    assert again.status == 2
    assert f"Er is al een regel 'verrijken': {file}, regel 4." in again.err
    assert file.read_bytes() == after


def test_a_file_with_mistakes_is_left_alone(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "onze.yaml"
    file.write_text("- id: half\n  soort: woord\n", "utf-8")
    ran = run("rules", "new", "--file", file, *options())
    assert ran.status == 2
    assert "Verbeter eerst dit. " in ran.err
    assert file.read_text("utf-8") == "- id: half\n  soort: woord\n"


def test_settings_name_the_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "regels").mkdir()
    (tmp_path / "brievenbus.toml").write_text('[brievenbus]\nrules = ["regels"]\n')
    ran = run("rules", "new", *options())
    place = tmp_path / "regels" / "eigen-regels.yaml"
    assert ran.out == f"De regel 'verrijken' staat in {place}, regel 4.\n"
    assert run("rules", "show", "verrijken").status == 0


ANSWERS = {
    "soort": "1", "zoek": "verrijken\n", "woordsoort": "", "kies": "beter maken\n",
    "uitleg": "Zo praten mensen.", "fout": "Wij verrijken uw buurt.\n",
    "goed": "Wij maken uw buurt beter.\n", "ernst": "", "doelgroep": "", "afdeling": "",
    "bron": "", "id": "", "bestand": "",
}  # fmt: skip


def answers(*last: str, **changes: str) -> str:
    return "\n".join([*{**ANSWERS, **changes}.values(), *last, ""])


def test_a_rule_is_made_in_a_conversation(talk: Run, tmp_path: Path) -> None:
    ran = talk("rules", "new", "--datum", "2026-11-22", answers=answers("ja"))
    assert (ran.status, ran.err) == (0, "")
    assert (tmp_path / "eigen-regels.yaml").read_text("utf-8") == SAVED
    assert "Wat voor regel wordt het?" in ran.out
    assert "   1  woord          er is een eenvoudiger woord voor" in ran.out
    assert "Druk op Enter voor: verrijken" in ran.out
    assert '  kies: ["beter maken"]' in ran.out


def test_what_is_given_is_not_asked(talk: Run) -> None:
    given = options({"--goed": None})
    ran = talk("rules", "new", *given, answers="\nGoed.\n\n\n\n\n\n\n\nja\n")
    assert ran.status == 0
    assert "Hoe is die zin wel goed?" in ran.out
    assert "Wat voor regel wordt het?" not in ran.out


def test_a_wrong_answer_is_asked_again(talk: Run, tmp_path: Path) -> None:
    said = answers(
        "ja",
        soort="woorden\n8\nWoord",
        zoek="\nverrijken\n",
        doelgroep="jongeren\n3\n",
        id="Mijn regel\nindien\nmijn-regel",
        bestand="regels.txt\nweg/een.yaml\neen.yaml",
    )
    ran = talk("rules", "new", answers=said)
    assert ran.status == 0
    for told in (
        "'woorden' staat niet in de lijst.",
        "'8' staat niet in de lijst.",
        "Hier is een antwoord nodig.",
        "'jongeren' staat niet in de lijst.",
        "'Mijn regel' kan niet als 'id'.",
        "Er is al een regel 'indien'",
        "Geef een bestand op dat eindigt op .yaml.",
        "De map 'weg' is er niet.",
    ):
        assert told in ran.out
    (rule,) = load_rulebook(tmp_path / "een.yaml", shipped=False).rules
    assert (rule.id, rule.scope.audiences) == ("mijn-regel", ("jongere",))


def test_an_example_that_does_not_hold_can_be_mended(talk: Run, tmp_path: Path) -> None:
    said = answers("iets", "fout", "Wij verrijken u.\n", "ernst", "tip", "ja", fout="Wij niet.\n")
    ran = talk("rules", "new", answers=said)
    assert ran.status == 0
    assert "Dit klopt nog niet:\nfout: Wij niet.\n  Verwacht: hier iets vinden" in ran.out
    assert "'iets' staat niet in de lijst." in ran.out
    (rule,) = load_rulebook(tmp_path / "eigen-regels.yaml", shipped=False).rules
    assert (rule.wrong, rule.severity) == (("Wij verrijken u.",), "note")


def test_another_kind_asks_for_what_it_needs(talk: Run, tmp_path: Path) -> None:
    said = answers("soort", "vakterm", "kies", "", "leg-uit", "meer geven", "goed", "Goed.\n", "ja")
    ran = talk("rules", "new", answers=said)
    assert ran.status == 0, ran.out
    assert "bij 'soort: vakterm' hoort 'leg_uit'" in ran.out
    (rule,) = load_rulebook(tmp_path / "eigen-regels.yaml", shipped=False).rules
    assert (rule.kind, rule.explain, rule.choose) == ("vakterm", "meer geven", ())


@pytest.mark.parametrize("last", [("stop",), ("fout", "Wij niet.\n", "stop")])
def test_who_stops_saves_nothing(talk: Run, tmp_path: Path, last: tuple[str, ...]) -> None:
    ran = talk("rules", "new", answers=answers(*last))
    assert ran.status == 0
    assert ran.out.endswith("Er is niets bewaard.\n")
    assert list(tmp_path.iterdir()) == []


def test_the_end_of_the_input_stops(talk: Run, tmp_path: Path) -> None:
    ran = talk("rules", "new", answers="woord\n")
    assert (ran.status, ran.err) == (130, "Gestopt.\n")
    assert list(tmp_path.iterdir()) == []


def test_a_rule_of_readers_asks_how_many(talk: Run, tmp_path: Path) -> None:
    panel = "panel\ngroep 3\nveel\n9\n12\nb1"
    ran = talk("rules", "new", answers=answers("struikelden", "7", "ja", bron=panel))
    assert ran.status == 0
    assert "'veel' kan niet bij 'gelezen'. Zet er een heel getal neer" in ran.out
    assert "'struikelden' kan niet meer zijn dan 'gelezen'." in ran.out
    (rule,) = load_rulebook(tmp_path / "eigen-regels.yaml", shipped=False).rules
    assert rule.provenance.stumbled == 7


def test_a_proposal_waits(run: Run, tmp_path: Path) -> None:
    ran = run("rules", "propose", *options(), "--door", "J. de Wit", "--reden", "Te: moeilijk")
    assert (ran.status, ran.err) == (0, "")
    assert "De regel 'verrijken' is voorgesteld." in ran.out
    text = (tmp_path / "eigen-regels.yaml").read_text("utf-8")
    assert text == SAVED + (
        "  besluiten:\n"
        '    - {wat: voorgesteld, door: "J. de Wit", datum: 2026-11-22, reden: "Te: moeilijk"}\n'
    )
    rulebook = load_rulebook(tmp_path / "eigen-regels.yaml", shipped=False)
    assert (len(rulebook.rules), len(rulebook.waiting)) == (0, 1)


def test_a_proposal_asks_who_and_why(talk: Run, tmp_path: Path) -> None:
    said = answers("ja", bron="\nAn\nLezers kennen dit niet")
    ran = talk("rules", "propose", answers=said)
    assert ran.status == 0
    assert "Wie stelt de regel voor?" in ran.out
    (rule,) = load_rulebook(tmp_path / "eigen-regels.yaml", shipped=False).waiting
    assert (rule.decisions[0].by, rule.decisions[0].reason) == ("An", "Lezers kennen dit niet")


def test_a_proposal_without_a_person_needs_who_and_why(run: Run) -> None:
    assert "Geef dit op: --door, --reden." in run("rules", "propose", *options()).err
