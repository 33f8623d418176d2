"""Reports made by hand, so that these tests need no language model and no rules."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from brievenbus.findings import Category, Finding, Severity
from brievenbus.letter import Block, BlockKind, Letter, Origin
from brievenbus.readability import BlockFeatures, LintCounts, LintScore, Scores
from brievenbus.report import ChecklistItem, Failure, Report, Tool

FROZEN = Path(__file__).parent / "frozen"
TOOL = Tool(
    version="0.1.0",
    language_model="nl_brievenbus 1.0",
    lexicon="2026-11",
    rulebook="4f1c2a9be07d",
)

LETTER = [
    (BlockKind.ADDRESS, "De heer J. Voorbeeld\nDorpsstraat 1\n9600 AA Hoogezand"),
    (BlockKind.REFERENCE, "Ons kenmerk: Z-0000"),
    (BlockKind.HEADING, "Betreft: uw aanvraag bijzondere bijstand"),
    (BlockKind.SALUTATION, "Geachte heer Voorbeeld,"),
    (
        BlockKind.PARAGRAPH,
        "Naar aanleiding van uw aanvraag, die door ons op 3 maart 2026 is ontvangen en waarvan de "
        "beoordeling inmiddels is afgerond, delen wij u mede dat wij de gevraagde gegevens niet "
        "kunnen verstrekken. Het college stelt de hoogte van uw draagkracht binnenkort vast. U "
        "dient uw IB-aangifte te overleggen. Wij verstrekken u hiertoe een formulier.",
    ),
    (
        BlockKind.PARAGRAPH,
        "Indien u het niet eens bent met deze beschikking, kunt u bezwaar maken. Wij verstrekken "
        "daarover informatie. Dit is niet onmogelijk.",
    ),
    (BlockKind.ITEM, "uw IB-aangifte over 2025"),
    (BlockKind.CLOSING, "Met vriendelijke groet,"),
    (BlockKind.SIGNATURE, "Het college van burgemeester en wethouders"),
]

READERS = {
    "bron": "panel",
    "sessie": "2026-03-taalhuis",
    "gelezen": 9,
    "struikelden": 7,
    "besluit": "Aangenomen.",
    "datum": "2026-03-20",
}

WORD, TERM, SHORT = Category.WOORD, Category.VAKTERM, Category.AFKORTING
SENTENCE, RARE, STYLE = Category.ZIN, Category.ZELDZAAM, Category.STIJL
ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

REMARKS: list[tuple[str, str, Category, Severity, str, tuple[str, ...], dict[str, Any] | None]] = [
    ("Naar aanleiding.*?verstrekken\\.", "lange-zin", SENTENCE, WARNING,
     "Deze zin is lang: 35 woorden. Knip de zin bij 'en waarvan'.", (), None),
    ("Naar aanleiding van", "naar-aanleiding-van", WORD, NOTE,
     "'Naar aanleiding van' is omslachtig.", ("Door",), None),
    ("die door ons .*? is ontvangen", "lijdende-vorm", SENTENCE, NOTE,
     "Zeg wie het doet: 'die wij ontvingen'.", (), None),
    ("delen wij u mede", "mededelen", WORD, WARNING,
     "'Mededelen' kan eenvoudiger.", ("vertellen wij u",), None),
    ("verstrekken", "verstrekken", WORD, WARNING,
     "'Geven' is korter, en iedereen kent het.", ("geven",), READERS),
    ("stelt de hoogte van uw draagkracht binnenkort vast", "tangconstructie", SENTENCE, WARNING,
     "'Stelt' en 'vast' staan ver uit elkaar.", (), None),
    ("draagkracht", "draagkracht", TERM, WARNING,
     "Leg 'draagkracht' één keer uit: wat u zelf kunt betalen.", (), None),
    ("dient uw IB-aangifte te overleggen", "dienen-te", WORD, WARNING,
     "'Dienen te' klinkt streng.", ("moet uw IB-aangifte overleggen",), None),
    ("IB-aangifte", "afkorting", SHORT, WARNING,
     "Schrijf 'IB' voluit.", ("aangifte inkomstenbelasting",), None),
    ("hiertoe", "zeldzaam", RARE, NOTE, "'Hiertoe' komt weinig voor.", (), None),
    ("Indien", "indien", WORD, WARNING, "'Als' is gewoner.", ("Als",), None),
    ("beschikking", "beschikking", WORD, ERROR, "Schrijf 'besluit'.", ("besluit",), None),
    ("bezwaar maken", "bezwaar", TERM, WARNING,
     "Leg 'bezwaar' uit: u zegt dat u het niet eens bent met ons besluit.", (), None),
    ("niet onmogelijk", "dubbele-ontkenning", SENTENCE, WARNING,
     "Twee keer 'niet' is moeilijk te volgen.", ("mogelijk",), None),
]  # fmt: skip

CHECKLIST = (
    ChecklistItem("onderwerp", True, "Het onderwerp staat boven de brief.", 79, 119),
    ChecklistItem("telefoonnummer", False, "Er staat geen telefoonnummer in de brief."),
    ChecklistItem("termijn", False, "De brief zegt niet wanneer de lezer iets moet doen."),
    ChecklistItem("gevolg", False, "De brief zegt niet wat er anders gebeurt."),
    ChecklistItem("bedrag", None, "Of er een bedrag nodig is, is niet te bepalen."),
)


COUNTS = BlockFeatures(
    words=76,
    sentences=7,
    syllables=141,
    long_words=29,
    passive_sentences=2,
    lint=LintCounts(frequency_words=31, density_sentences=7, concrete_nouns=4, abstract_nouns=11),
)
MEASURED = Scores(
    lint=LintScore(score=52.034, level=3),
    flesch_douma=41.237,
    leesindex_a=38.5,
    lix=52.129,
    words_per_sentence=10.857,
    passive_sentences=0.2857,
    not_scored=None,
    counts=COUNTS,
)
UNMEASURED = Scores(
    lint=None,
    flesch_douma=None,
    leesindex_a=None,
    lix=None,
    words_per_sentence=None,
    passive_sentences=None,
    not_scored="Te kort om te meten: 8 woorden in 2 zinnen lopende tekst.",
    counts=BlockFeatures(words=8, sentences=2),
)


def sentences_of(text: str, start: int) -> tuple[tuple[int, int], ...]:
    """Sentence borders good enough for these tests: a full stop and a space."""
    return tuple(
        (start + match.start(), start + match.end())
        for match in re.finditer(r"\S.*?(?:[.?!](?=\s|$)|$)", text, re.DOTALL)
    )


def origin(text: str, index: int, form: str) -> tuple[Origin, ...]:
    """The block came from one paragraph of a Word file, or from one line of a text file."""
    if form == "docx":
        return (Origin(0, len(text), "word/document.xml", 2 * index, 0, 0),)
    return (Origin(0, len(text), "", 3 * index, 0, 2),)


def build_letter(path: str, blocks: list[tuple[BlockKind, str]]) -> Letter:
    """A letter whose format is that of its file name."""
    form = path.rpartition(".")[2]
    built = (Block(kind, text, origin(text, i, form)) for i, (kind, text) in enumerate(blocks))
    return Letter(path=path, format=form, blocks=tuple(built))


def find(letter: Letter, pattern: str, **values: Any) -> list[Finding]:
    """One finding for each place where `pattern` occurs."""
    return [
        Finding(
            **values,
            start=match.start(),
            end=match.end(),
            text=match.group(),
            block=letter.block_at(match.start()),
        )
        for match in re.finditer(pattern, letter.text)
    ]


def build_report(letter: Letter, findings: list[Finding], **values: Any) -> Report:
    """A report on the letter; `values` replaces what a test is about."""
    placed = tuple(
        sentences_of(block.text, start) if block.scored else ()
        for block, start in zip(letter.blocks, letter.starts, strict=True)
    )
    running = [block.text for block in letter.blocks if block.scored]
    standard = {
        "kind": "letter",
        "profile": "inwoners",
        "tool": TOOL,
        "words": sum(len(text.split()) for text in running),
        "sentences": sum(map(len, placed)),
        "scores": MEASURED,
        "checklist": CHECKLIST,
    }
    ordered = tuple(sorted(findings, key=lambda finding: finding.sort_key))
    return Report(letter=letter, findings=ordered, block_sentences=placed, **{**standard, **values})


def hard_letter(path: str = "brief.docx") -> Report:
    """The letter most tests are about: hard, and a little short."""
    letter = build_letter(path, LETTER)
    findings = []
    for pattern, rule, category, severity, message, suggestions, provenance in REMARKS:
        findings += find(
            letter,
            pattern,
            rule=rule,
            category=category,
            severity=severity,
            message=message,
            suggestions=suggestions,
            provenance=provenance,
        )
    return build_report(letter, [with_parts(finding) for finding in findings])


def with_parts(finding: Finding) -> Finding:
    """Give the separated verb its two parts."""
    if finding.rule != "tangconstructie":
        return finding
    start, end = finding.start, finding.end
    return replace(finding, parts=((start, start + 5), (end - 4, end)))


def short_text(path: str = "kort bericht.txt") -> Report:
    """A text that is too short to measure, with nothing to remark."""
    letter = build_letter(path, [(BlockKind.PARAGRAPH, "U krijgt 20 euro. Dat doen wij morgen.")])
    return build_report(letter, [], kind="text", scores=UNMEASURED, checklist=())


FAILURE = Failure("oud.doc", "Dit is een oud Word-bestand. Sla het op als docx.")


@pytest.fixture
def hard() -> Report:
    """A hard letter."""
    return hard_letter()


@pytest.fixture
def short() -> Report:
    """A short text without findings."""
    return short_text()
