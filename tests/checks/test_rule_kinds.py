"""Consistency, thresholds, patterns, words left alone, and rules that wait or are off for some."""

from __future__ import annotations

from pathlib import Path

import pytest

from brievenbus import Finding, check
from brievenbus.rulebook import Rulebook, load_rulebook
from brievenbus.rulebook.profiles import load_profile

REST = """\
  uitleg: "Dat is duidelijker."
  ernst: let op
  fout: "x"
  goed: "y"
  herkomst: {bron: redactie, datum: 2026-11-22}
"""


def rulebook(folder: Path, *entries: str, shipped: bool = False) -> Rulebook:
    file = folder / "eigen.yaml"
    file.write_text("".join(f"- {entry}\n" for entry in entries), encoding="utf-8")
    made = load_rulebook(file, shipped=shipped)
    assert made.errors == ()
    return made


def rule(text: str) -> str:
    """A rule of the given lines, the rest filled in."""
    lines = "\n  ".join(line.strip() for line in text.strip().splitlines())
    return f"{lines}\n{REST}".rstrip()


def found(
    made: Rulebook, text: str, profile: str = "inwoner", department: str | None = None
) -> list[Finding]:
    ids = {each.id for each in made.rules}
    report = check(text, kind="text", rulebook=made, profile=profile, department=department)
    return [each for each in report.findings if each.rule in ids]


def test_two_words_for_one_thing_are_found_once_each(tmp_path: Path) -> None:
    made = rulebook(tmp_path, rule("id: w\nsoort: consistentie\nzoek: [toeslag, tegemoetkoming]"))
    text = "U krijgt een toeslag.\n\nDe tegemoetkoming komt in mei. Deze tegemoetkoming is vrij."
    (one,) = found(made, text)
    assert (one.text, one.category) == ("tegemoetkoming", "stijl")
    assert one.message == (
        "Hier staat ‘tegemoetkoming’, en op een andere plek ‘toeslag’. Kies er één. "
        "Dat is duidelijker."
    )
    assert found(made, "U krijgt een toeslag.\n\nDe toeslagen komen in mei.") == []


def test_the_word_that_a_rule_prefers_stays(tmp_path: Path) -> None:
    made = rulebook(
        tmp_path,
        rule("id: w\nsoort: consistentie\nzoek: [toeslag, tegemoetkoming]\nkies: tegemoetkoming"),
    )
    (one,) = found(made, "De toeslagen zijn er.\n\nDe tegemoetkoming komt in mei.")
    assert (one.text, one.suggestions) == ("toeslagen", ("tegemoetkomingen",))
    assert found(made, "De toeslagen zijn er.") == []


def test_one_form_of_address(tmp_path: Path) -> None:
    made = rulebook(tmp_path, rule("id: w\nsoort: consistentie\nzoek: [[u, uw], [je, jij, jouw]]"))
    (one,) = found(made, "U krijgt geld. Stuur uw brief.\n\nJe kunt bellen. Neem jouw pas mee.")
    assert one.text == "Je"


@pytest.mark.parametrize(
    ("measure", "limit", "text", "count"),
    [
        ("woorden_per_zin", "5", "Dit is een zin met zeven woorden. En dit niet.", 7),
        ("kommas_per_zin", "1", "Neem een pas, een foto, en geld mee.", 2),
        ("woorden_per_alinea", "8", "Dit zijn vijf korte woorden. En dit zijn er nog vijf.", 11),
        ("zinnen_per_alinea", "1", "Dit is er een. Dit ook.", 2),
        ("letters_per_woord", "12", "Dit is een huishoudhulpje.", 14),
        ("lettergrepen_per_woord", "4", "Dit is een parkeervergunning.", 5),
    ],
)
def test_a_threshold_counts(
    tmp_path: Path, measure: str, limit: str, text: str, count: int
) -> None:
    made = rulebook(tmp_path, rule(f"id: d\nsoort: drempel\nmaat: {measure}\ngrens: {limit}"))
    (one,) = found(made, text)
    assert one.message == f"Geteld: {count}. De grens is {limit}. Dat is duidelijker."
    more = rulebook(tmp_path, rule(f"id: d\nsoort: drempel\nmaat: {measure}\ngrens: {count}"))
    assert found(more, text) == []


def test_a_threshold_of_the_profile(tmp_path: Path) -> None:
    made = rulebook(
        tmp_path, rule("id: d\nsoort: drempel\nmaat: woorden_per_zin\ngrens: lange_zin")
    )
    text = "Dit is een zin die wij voor deze test hebben geschreven en die best lang is."
    assert found(made, text) == []
    assert len(found(made, text, profile="laaggeletterd")) == 1


PATTERN = """
    id: p
    soort: patroon
    zoek: [{lemma: nemen, woordsoort: werkwoord}, {lemma: besluit, bij: 1, relatie: lijdend voorwerp}]
"""


def test_a_pattern_along_the_parse_finds_its_words_wherever_they_stand(tmp_path: Path) -> None:
    made = rulebook(tmp_path, rule(PATTERN))
    (one,) = found(made, "Wij nemen binnen acht weken een besluit.")
    assert [one.text[a - one.start : b - one.start] for a, b in one.parts] == ["nemen", "besluit"]
    assert len(found(made, "Het college heeft gisteren dit besluit genomen.")) == 1
    assert found(made, "Wij nemen de bus. Het besluit is er.") == []


def test_a_pattern_by_the_form_of_a_word(tmp_path: Path) -> None:
    made = rulebook(
        tmp_path, rule("id: p\nsoort: patroon\nzoek: [{vorm: '.*baarheid'}, {woord: van}]")
    )
    (one,) = found(made, "De bereikbaarheid van het loket is goed.")
    assert one.text == "bereikbaarheid van"
    assert found(made, "De bereikbaarheid is goed. Dat is van mij.") == []


MISTAKES = [
    ("id: p\nsoort: patroon\nzoek: [{vorm: '(a+)+b'}]", "op te veel manieren passen"),
    ("id: p\nsoort: patroon\nzoek: [{vorm: '(a'}]", "'vorm' klopt niet"),
    ("id: p\nsoort: patroon\nzoek: [{lemma: a}, {lemma: b, relatie: onderwerp}]", "hoort 'bij'"),
    ("id: p\nsoort: patroon\nzoek: [{lemma: a}, {lemma: b, bij: 2}]", "eerder in de lijst"),
    (
        "id: p\nsoort: patroon\nzoek: [{lemma: a}, {lemma: b}, {lemma: c, bij: 1}]",
        "elk woord na het eerste",
    ),
    (
        "id: p\nsoort: patroon\nzoek: [{lemma: a}, {lemma: b, bij: 1, relatie: baas}]",
        "Kies uit 'onderwerp'",
    ),
    ("id: c\nsoort: consistentie\nzoek: een", "minstens twee woorden"),
    ("id: w\nsoort: zinsdeel\nzoek: [[a, b], [c]]", "alleen bij 'soort: consistentie'"),
    ("id: d\nsoort: drempel\nmaat: woorden\ngrens: 3", "hoort 'maat'. Kies uit woorden_per_zin"),
    ("id: d\nsoort: drempel\nmaat: woorden_per_zin", "hoort 'grens': een getal"),
    ("id: d\nsoort: drempel\nmaat: woorden_per_zin\ngrens: lengte", "een van lange_zin"),
    ("id: d\nsoort: drempel\nmaat: woorden_per_zin\ngrens: 3\nzoek: a", "hoort geen 'zoek'"),
    (
        "id: w\nsoort: vakterm\nzoek: a\nleg_uit: b\nmaat: woorden_per_zin",
        "alleen bij 'soort: drempel'",
    ),
    ("id: w\nsoort: zinsdeel\nzoek: a\nrubriek: taal", "Kies uit woord, vakterm"),
    (
        "id: w\nsoort: zinsdeel\nzoek: a\nbesluiten: [{wat: ja, door: a, datum: 2026-01-01, reden: b}]",
        "Kies uit voorgesteld",
    ),
    (
        "id: w\nsoort: zinsdeel\nzoek: a\nbesluiten: [{wat: voorgesteld, door: a, datum: 2026-01-01}]",
        "'besluiten.reden' ontbreekt",
    ),
]


@pytest.mark.parametrize(("lines", "said"), MISTAKES)
def test_a_mistake_in_a_kind_names_line_and_mend(tmp_path: Path, lines: str, said: str) -> None:
    file = tmp_path / "eigen.yaml"
    good = rule("id: goed\nsoort: zinsdeel\nzoek: hierbij")
    file.write_text(f"- {good}\n- {rule(lines)}\n", encoding="utf-8")
    made = load_rulebook(file, shipped=False)
    assert [each.id for each in made.rules] == ["goed"]
    assert len(made.errors) == 1
    message = str(made.errors[0])
    assert said in message and message.startswith(f"{file}, regel ") and message.endswith(".")


def test_words_that_are_left_alone_give_no_finding(tmp_path: Path) -> None:
    alone = "{laat_staan: [beschikking], afdeling: juridisch, reden: Zo heet het., eigenaar: Team}"
    made = rulebook(tmp_path, rule("id: b\nsoort: zinsdeel\nzoek: beschikking"), alone)
    text = "Dit is een beschikking."
    assert len(found(made, text)) == 1
    assert found(made, text, department="juridisch") == []
    assert made.left_alone[0].reason == "Zo heet het."


@pytest.mark.parametrize("missing", ["reden", "eigenaar"])
def test_words_left_alone_need_a_reason_and_an_owner(tmp_path: Path, missing: str) -> None:
    fields = {"laat_staan": "beschikking", "reden": "Zo heet het.", "eigenaar": "Team"}
    del fields[missing]
    file = tmp_path / "eigen.yaml"
    file.write_text(
        f"- {{{', '.join(f'{k}: {v}' for k, v in fields.items())}}}\n", encoding="utf-8"
    )
    (error,) = load_rulebook(file, shipped=False).errors
    assert f"het veld '{missing}' ontbreekt" in str(error)


def test_a_rule_is_off_for_one_department_or_for_some_readers(tmp_path: Path) -> None:
    base = rule("id: b\nsoort: zinsdeel\nzoek: beschikking")
    (tmp_path / "eerst").mkdir()
    first = tmp_path / "eerst" / "regels.yaml"
    first.write_text(f"- {base}\n", encoding="utf-8")
    off = tmp_path / "uit.yaml"
    off.write_text(
        "- {id: b, uit: true, afdeling: juridisch}\n- {id: b, uit: true, doelgroep: [raad, professional]}\n",
        encoding="utf-8",
    )
    made = load_rulebook(first, off, shipped=False)
    text = "Dit is een beschikking."
    assert len(found(made, text)) == 1
    assert found(made, text, department="juridisch") == []
    assert found(made, text, profile="raad") == []
    assert len(found(made, text, department="zorg")) == 1


@pytest.mark.parametrize(
    ("outcome", "counts"), [("voorgesteld", 0), ("afgewezen", 0), ("aangenomen", 1)]
)
def test_only_what_was_accepted_counts(tmp_path: Path, outcome: str, counts: int) -> None:
    decided = (
        "besluiten: [{wat: voorgesteld, door: Ans, datum: 2026-11-01, reden: a},"
        f" {{wat: {outcome}, door: Bo, datum: 2026-11-02, reden: b}}]"
    )
    made = rulebook(tmp_path, rule(f"id: b\nsoort: zinsdeel\nzoek: beschikking\n{decided}"))
    assert len(made.rules) == counts and len(made.waiting) == 1 - counts
    known = made.rule("b")
    assert known is not None and [d.by for d in known.decisions] == ["Ans", "Bo"]
    assert len(found(made, "Dit is een beschikking.")) == counts


def test_what_does_not_apply_to_readers_is_left_out() -> None:
    text = "U kunt bezwaar maken. Volgens artikel 4 hebt u daar zes weken voor."
    professional = load_profile("professional")
    assert {"vakterm"} & {str(f.category) for f in check(text, kind="text").findings}
    findings = check(text, kind="text", profile=professional).findings
    assert not {"vakterm"} & {str(f.category) for f in findings}


def test_a_word_is_found_as_a_part_of_a_compound_where_the_rule_says_so(tmp_path: Path) -> None:
    base = "id: w\nsoort: woord\nzoek: draagkracht\nkies: inkomen"
    made = rulebook(tmp_path, rule(f"{base}\nsamenstelling: begin"))
    (one,) = found(made, "Wij sturen u de draagkrachtberekening.")
    assert (one.text, one.suggestions) == ("draagkrachtberekening", ())
    assert one.message.startswith("In dit woord zit ‘draagkracht’. Gebruik liever ‘inkomen’")
    assert found(made, "Wij kijken naar uw betalingsdraagkracht.") == []
    plain = rulebook(tmp_path, rule(base))
    assert found(plain, "Wij sturen u de draagkrachtberekening.") == []
    both = rulebook(tmp_path, rule(f"{base}\nsamenstelling: beide"))
    assert len(found(both, "Uw betalingsdraagkracht en de draagkrachtregels.")) == 2


def test_a_term_is_explained_once_in_a_compound_too(tmp_path: Path) -> None:
    term = (
        "id: w\nsoort: vakterm\nzoek: dwangsom\nleg_uit: geld dat u betaalt\nsamenstelling: begin"
    )
    made = rulebook(tmp_path, rule(term))
    (one,) = found(made, "Dit is een dwangsombesluit. De dwangsommen zijn hoog.")
    assert one.text == "dwangsombesluit"
