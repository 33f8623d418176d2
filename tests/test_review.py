"""A whole letter goes through: scores, findings and checklist, the same each time."""

from __future__ import annotations

import textwrap
from functools import cache
from pathlib import Path

import pytest

from brievenbus import Letter, Report, check, read
from brievenbus.checks.sentences.common import finding, sentences
from brievenbus.documents import read_text
from brievenbus.dutch import Analysis
from brievenbus.findings import Category, Finding, Severity
from brievenbus.rulebook import load_rulebook
from brievenbus.rulebook.profiles import Profile, ProfileError

SAMPLES = Path(__file__).parents[1] / "samples"
NAMES = sorted(path.stem for path in SAMPLES.glob("*-*.txt"))
TOPICS = sorted({name.rpartition("-")[0] for name in NAMES})


@cache
def report(name: str) -> Report:
    return check(SAMPLES / name)


def per_100_words(found: Report) -> float:
    return 100 * len(found.findings) / found.words


def test_there_are_samples() -> None:
    assert len(TOPICS) >= 5
    assert {f"{topic}-{side}" for topic in TOPICS for side in ("origineel", "herschreven")} == set(
        NAMES
    )


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize("suffix", ["txt", "docx"])
def test_a_rewritten_letter_is_easier_and_has_few_findings_left(topic: str, suffix: str) -> None:
    hard, easy = (report(f"{topic}-{side}.{suffix}") for side in ("origineel", "herschreven"))
    assert hard.scores.lint is not None and easy.scores.lint is not None
    assert easy.scores.lint.score < hard.scores.lint.score
    assert per_100_words(easy) <= per_100_words(hard) / 3


@pytest.mark.parametrize("name", NAMES)
def test_word_and_text_files_of_one_letter_give_the_same_findings(name: str) -> None:
    word, text = report(f"{name}.docx"), report(f"{name}.txt")
    assert [(f.rule, f.text, f.suggestions) for f in word.findings] == [
        (f.rule, f.text, f.suggestions) for f in text.findings
    ]
    assert word.scores == text.scores
    assert [item.met for item in word.checklist] == [item.met for item in text.checklist]


@pytest.mark.parametrize("name", NAMES)
def test_findings_are_in_order_and_point_at_the_text(name: str) -> None:
    found = report(f"{name}.txt")
    letter = found.letter
    assert list(found.findings) == sorted(found.findings, key=lambda f: f.sort_key)
    assert len({(f.rule, f.start, f.end) for f in found.findings}) == len(found.findings)
    for each in found.findings:
        assert each.text == found.text[each.start : each.end] != ""
        assert all(each.start <= start < end <= each.end for start, end in each.parts)
        block = letter.blocks[each.block]
        assert letter.starts[each.block] <= each.start
        assert each.end <= letter.starts[each.block] + len(block.text)


@pytest.mark.parametrize("name", NAMES)
def test_sentences_stand_in_their_blocks_and_are_counted_in_running_text(name: str) -> None:
    found = report(f"{name}.txt")
    assert len(found.block_sentences) == len(found.letter.blocks)
    counted = 0
    for block, start, spans in zip(
        found.letter.blocks, found.letter.starts, found.block_sentences, strict=True
    ):
        assert list(spans) == sorted(spans)
        assert all(start <= a < b <= start + len(block.text) for a, b in spans)
        counted += len(spans) if block.scored else 0
    assert found.sentences == counted
    assert found.words == found.scores.counts.words


def body(name: str) -> str:
    blocks = report(f"{name}.txt").letter.blocks
    return "\n\n".join(block.text for block in blocks if block.scored)


@pytest.mark.parametrize("name", NAMES)
def test_hard_line_breaks_change_nothing(name: str) -> None:
    flowing = body(name)
    wrapped = "\n\n".join(
        textwrap.fill(part, 72, break_on_hyphens=False) for part in flowing.split("\n\n")
    )
    assert wrapped != flowing
    first, second = check(flowing, kind="text"), check(wrapped, kind="text")
    assert first.scores == second.scores
    assert [(f.rule, f.text) for f in first.findings] == [(f.rule, f.text) for f in second.findings]


@pytest.mark.parametrize("name", NAMES[:2])
def test_the_same_letter_gives_the_same_report(name: str) -> None:
    assert check(SAMPLES / f"{name}.txt") == report(f"{name}.txt")
    assert check(read(SAMPLES / f"{name}.txt")) == report(f"{name}.txt")


def test_a_loose_text_has_no_checklist() -> None:
    text = (SAMPLES / f"{NAMES[0]}.txt").read_text(encoding="utf-8")
    assert check(text).checklist
    assert check(text, kind="text").checklist == ()


@pytest.mark.parametrize("text", ["", "Wij bellen u.", "Geachte heer,\n\nMet vriendelijke groet,"])
def test_a_text_that_is_too_short_says_so(text: str) -> None:
    found = check(text)
    assert found.scores.lint is None and found.scores.lix is None
    assert found.scores.not_scored is not None
    assert found.scores.not_scored.startswith("Te kort om te meten")


def test_a_short_text_still_gets_its_findings() -> None:
    found = check("Wij verstrekken u een formulier.", kind="text")
    assert [(f.rule, f.suggestions) for f in found.findings] == [("verstrekken", ("geven",))]


def test_offsets_count_code_points_in_the_whole_text() -> None:
    text = "🙂 Cafe\u0301 is open, en wij komen bij u langs.\n\nWij verstrekken u een formulier."
    found = check(text, kind="text")
    (each,) = [f for f in found.findings if f.rule == "verstrekken"]
    assert found.text[each.start : each.end] == "verstrekken"
    assert found.text[: each.start].endswith("Wij ")


def test_the_words_of_an_address_and_a_closing_are_not_checked() -> None:
    letter = (
        "Stichting Verstrekken\nIndienstraat 1\n9600 AA Hoogezand\n\nGeachte heer Indien,\n\n"
        "Wij bellen u morgen.\n\nMet vriendelijke groet,\n\nA. Verstrekken"
    )
    assert check(letter).findings == ()


def test_a_term_is_told_once_per_letter() -> None:
    term = "U kunt bezwaar maken bij ons."
    found = check(f"{term}\n\nWij bellen u.\n\n{term}", kind="text")
    assert [f.block for f in found.findings if f.rule == "bezwaar-maken"] == [0]


def test_readers_decide_what_is_long() -> None:
    text = "Wij bellen u morgen nog een keer over uw vraag van vorige week dinsdag."
    assert check(text, kind="text").findings == ()
    rules = {f.rule for f in check(text, kind="text", profile="laaggeletterd").findings}
    assert "lange-zin" in rules
    with pytest.raises(ProfileError, match="Kies uit"):
        check(text, profile="niemand")


def test_own_rules_hold_for_their_department_and_readers(tmp_path: Path) -> None:
    rules = tmp_path / "eigen.yaml"
    rules.write_text(
        '- {id: eigen, soort: woord, zoek: kaart, kies: pas, uitleg: "Zo heet het hier.", ernst: tip, '
        'fout: "Uw kaart.", goed: "Uw pas.", herkomst: {bron: redactie, datum: 2026-11-21}, '
        "afdeling: parkeren}\n"
        "- {id: verstrekken, uit: true}\n",
        encoding="utf-8",
    )
    rulebook = load_rulebook(rules)
    text = "Wij verstrekken u een kaart."
    found = {
        department: [
            f.rule
            for f in check(text, kind="text", rulebook=rulebook, department=department).findings
        ]
        for department in (None, "parkeren", "zorg")
    }
    assert found == {None: [], "parkeren": ["eigen"], "zorg": []}


def every_bridge(analysis: Analysis, profile: Profile) -> list[Finding]:
    """A check of somebody else: bridges are interesting."""
    return [
        finding(
            analysis, "brug", [token], text=f"Een brug, {profile.naam}!", severity=Severity.NOTE
        )
        for tokens in sentences(analysis)
        for token in tokens
        if token.lemma == "brug"
    ]


def test_checks_of_others_come_in_by_the_same_door() -> None:
    text = "Kop\n\nWij werken aan de bruggen in de stad. De brug gaat dicht."
    found = check(text, kind="text", extra_checks=[every_bridge]).findings
    assert [(f.rule, f.text, f.category) for f in found] == [
        ("brug", "bruggen", Category.ZIN),
        ("brug", "brug", Category.ZIN),
    ]
    assert found[0].message == "Een brug, Inwoners van de gemeente!"
    assert check(text, kind="text").findings == ()


def test_a_letter_that_was_read_before_can_be_checked() -> None:
    letter: Letter = read_text("Wij verstrekken u een formulier.")
    assert check(letter).letter is letter


def test_the_decisions_of_the_corpus_go_through(shared: Path) -> None:
    letters = sorted((shared / "corpus" / "letters" / "decisions").glob("*.txt"))
    assert letters
    for path in letters:
        found = check(path)
        assert found.checklist
        assert all(f.text == found.text[f.start : f.end] for f in found.findings)


def test_the_vision_documents_go_through(shared: Path) -> None:
    for path in sorted((shared / "vision").glob("*.txt")):
        found = check(path, kind="text", profile="raad")
        assert found.scores.lint is not None
        assert found.findings


@pytest.mark.parametrize(
    "row", ["1.000,", "https://a/", "a,", "9", "'", "(", "a@", "www.", "klmnopqrst", "&", "en, "]
)
def test_a_row_of_the_same_signs_ends(row: str) -> None:
    """Patterns that can read a row in many ways never end on one: this test would hang."""
    text = f"Dit is een woord: {row * (1_500 // len(row))} en dat was het. Wij helpen u graag."
    assert check(text).letter.blocks
