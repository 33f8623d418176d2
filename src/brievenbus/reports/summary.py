"""What every way of showing a report says first, free of any format.

The headline figures as Dutch sentences, the few things that would help most, and what the letter
lacks. Terminal, HTML and the comment in a Word file all show these values.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from brievenbus.findings import Category, Finding, Severity
from brievenbus.letter import Block, Letter, Story
from brievenbus.readability import STRUGGLING_PERCENT
from brievenbus.readability.lint import LEVEL_LIMITS
from brievenbus.report import ChecklistItem, Report
from brievenbus.reports.jargon import jargon
from brievenbus.reports.withhold import finding_without_text, item_without_text
from brievenbus.reports.wording import decimal, one_line, percentage, say

SEVERITY_WEIGHT = {Severity.ERROR: 10, Severity.WARNING: 4, Severity.NOTE: 1}
"""How much one finding counts in `top_findings`: our choice; five notes outweigh one warning."""

CATEGORY_WEIGHT = {
    Category.ZIN: 3,
    Category.WOORD: 3,
    Category.VAKTERM: 3,
    Category.AFKORTING: 3,
    Category.STIJL: 2,
    Category.BRIEF: 2,
    Category.ZELDZAAM: 1,
}
"""Sentence problems and jargon before the rest: our choice, as these stop most readers."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One headline figure with the counts behind it and where the measure comes from.

    `key` tells figures apart (``jargon``, ``lint``). `scale` says how to read the value and
    `meaning` what it says of readers; both may be empty.
    """

    key: str
    name: str
    value: str
    scale: str
    counts: str
    source: str
    meaning: str = ""

    @property
    def line(self) -> str:
        """Name and value on one line, with how to read it or else the counts."""
        return f"{self.name}: {self.value} ({self.scale or self.counts})"


@dataclass(frozen=True, slots=True)
class Fragment:
    """The words found, with the rest of their sentence before and after, shortened to fit."""

    before: str
    found: str
    after: str


@dataclass(frozen=True, slots=True)
class TopFinding:
    """One thing to mend, that may occur more than once; `first` is where it occurs first.

    `fragment` is None where nothing of the letter may be quoted.
    """

    first: Finding
    count: int
    severity: Severity
    fragment: Fragment | None
    provenance: str

    @property
    def message(self) -> str:
        """What is the matter, at the first place."""
        return self.first.message

    @property
    def suggestions(self) -> tuple[str, ...]:
        """What could stand there instead, at the first place."""
        return self.first.suggestions


def name_of(report: Report) -> str:
    """Return the name to show for the letter: its file, or that there is none."""
    path = one_line(report.letter.path)
    return say("naamloos") if path in ("", "-") else path


def block_name(letter: Letter, index: int) -> str:
    """Name a block by where it stands or its kind, with a number where there are more: ``Alinea 2``."""
    return block_names(letter)[index]


def block_names(letter: Letter) -> list[str]:
    """Name all blocks of a letter, as `block_name` does one."""
    keys = [_name(block) for block in letter.blocks]
    total, met = Counter(keys), Counter[str]()
    names = []
    for key in keys:
        met[key] += 1
        names.append(say(key) if total[key] == 1 else f"{say(key)} {met[key]}")
    return names


def _name(block: Block) -> str:
    if block.story is Story.MAIN:
        return f"blok.{block.kind.value}"
    return f"deel.{block.story.value}"


def figures(report: Report) -> tuple[Figure, ...]:
    """Return the headline figures: jargon first, then LiNT-II, then the rest."""
    return (_jargon_figure(report), *_lint_figures(report), *_other_figures(report))


def caveats(report: Report) -> tuple[str, ...]:
    """Return how much text was measured, or why it was not, and that no reader has tested it."""
    counted = say("basis", aantal=report.words, zinnen=_sentences(report.sentences))
    return (report.scores.not_scored or counted, say("niet_getest"))


def made_with(report: Report) -> str:
    """Name the versions that made the report, so that it can be made again."""
    tool = report.tool
    return say(
        "gemaakt_met",
        versie=tool.version,
        taalmodel=tool.language_model,
        woordenlijst=tool.lexicon,
        regels=tool.rulebook,
    )


def summary_lines(report: Report) -> tuple[str, ...]:
    """Return the headline as plain lines, for a comment in a Word file or a message."""
    lines = [text for each in figures(report) for text in (each.line + ".", each.meaning) if text]
    return (*lines, *caveats(report), made_with(report))


def top_findings(
    report: Report, n: int = 5, *, without_text: bool = False
) -> tuple[TopFinding, ...]:
    """Return the `n` things that would help most, the weightiest first.

    Findings of one rule are one thing. Its weight is the sum over its findings of severity times
    category (`SEVERITY_WEIGHT`, `CATEGORY_WEIGHT`); at equal weight the first in the letter wins.
    """
    groups = [
        tuple(group) for _, group in groupby(sorted(report.findings, key=_group_order), _thing)
    ]
    groups.sort(key=lambda group: (-sum(map(_weight, group)), group[0].sort_key))
    return tuple(_top_finding(report, group, without_text) for group in groups[:n])


def missing_items(report: Report, *, without_text: bool = False) -> tuple[ChecklistItem, ...]:
    """Return what the letter lacks: the checklist items that were looked for and not found."""
    return tuple(item for item in checklist(report, without_text=without_text) if item.met is False)


def checklist(report: Report, *, without_text: bool = False) -> tuple[ChecklistItem, ...]:
    """Return the whole checklist, found items too."""
    if not without_text:
        return report.checklist
    return tuple(item_without_text(item) for item in report.checklist)


def provenance_sentence(finding: Finding) -> str:
    """Say how many readers did not understand this; empty where the rule is not from readers."""
    provenance = finding.provenance or {}
    read, stumbled = provenance.get("gelezen"), provenance.get("struikelden")
    if not isinstance(read, int) or not isinstance(stumbled, int):
        return ""
    return say("lezers", aantal=stumbled, gelezen=read)


def fragment(report: Report, finding: Finding, width: int = 64) -> Fragment:
    """Return the words found and what stands around them in their sentence.

    The three parts together hold about `width` characters; what is left out is shown by "…".
    """
    text = report.text
    start, end = sentence_around(report, finding)
    found = _shorten_middle(one_line(text[finding.start : finding.end]), width)
    room = max(0, width - len(found))
    before = _last_words(one_line(text[start : finding.start]), room // 2)
    after = _first_words(one_line(text[finding.end : end]), room - len(before))
    glue_before = " " if text[start : finding.start][-1:].isspace() and before else ""
    glue_after = " " if text[finding.end : end][:1].isspace() and after else ""
    return Fragment(before + glue_before, found, glue_after + after)


def _jargon_figure(report: Report) -> Figure:
    """Give jargon per 100 words, or only how often it occurs where the text is too short."""
    words = jargon(report)
    kinds = {"woord": words.woord, "vakterm": words.vakterm, "afkorting": words.afkorting}
    named = ", ".join(say(f"jargon.{kind}", aantal=n) for kind, n in kinds.items() if n)
    total = say("jargon.keer", aantal=words.total)
    named = named or say("jargon.geen")
    measured = not report.scores.not_scored
    return Figure(
        key="jargon",
        name=say("jargon.naam"),
        value=say("jargon.waarde", waarde=decimal(words.per_100_words)) if measured else total,
        scale="",
        counts=f"{total}: {named}" if measured and words.total else named,
        source=say("jargon.bron"),
    )


def _lint_figures(report: Report) -> Iterator[Figure]:
    lint = report.scores.lint
    if lint is None:
        return
    counts = report.scores.counts.lint
    limits = [decimal(limit, 0) for limit in LEVEL_LIMITS]
    band = say(f"lint.band.{lint.level}", grenzen=limits)
    yield Figure(
        key="lint",
        name=say("lint.naam"),
        value=say("lint.waarde", niveau=lint.level),
        scale=say("lint.schaal", score=decimal(lint.score), band=band),
        counts=say(
            "lint.telling",
            woorden=counts.frequency_words,
            zinnen=counts.density_sentences,
            naamwoorden=counts.concrete_nouns + counts.abstract_nouns + counts.undefined_nouns,
        ),
        source=say("lint.bron"),
        meaning=say("lint.uitleg", deel=STRUGGLING_PERCENT[lint.level]),
    )


def _other_figures(report: Report) -> Iterator[Figure]:
    scores = report.scores
    shown = (
        ("zinslengte", scores.words_per_sentence, decimal),
        ("lijdend", scores.passive_sentences, percentage),
        ("flesch_douma", scores.flesch_douma, decimal),
        ("leesindex_a", scores.leesindex_a, decimal),
        ("lix", scores.lix, decimal),
    )
    counts = {
        "zinnen": _sentences(scores.counts.sentences),
        "woorden": scores.counts.words,
        "lettergrepen": scores.counts.syllables,
        "lange_woorden": scores.counts.long_words,
        "lijdend": scores.counts.passive_sentences,
    }
    for key, value, write in shown:
        if value is not None:
            yield Figure(
                key=key,
                name=say(f"{key}.naam"),
                value=say(f"{key}.waarde", waarde=write(value)),
                scale=say(f"{key}.schaal"),
                counts=say(f"{key}.telling", **counts),
                source=say(f"{key}.bron"),
            )


def _sentences(count: int) -> str:
    return say("zinnen", aantal=count)


def _thing(finding: Finding) -> tuple[str, str]:
    """Name the thing a finding is a case of.

    A rule on one word is one thing in all its forms. A rule named after its category (``zeldzaam``)
    covers many words, and there each word is a thing of its own.
    """
    collective = finding.rule == finding.category.value
    return (finding.rule, finding.text.casefold() if collective else "")


def _group_order(finding: Finding) -> tuple[tuple[str, str], tuple[int, int, int, str]]:
    return (_thing(finding), finding.sort_key)


def _weight(finding: Finding) -> int:
    return SEVERITY_WEIGHT[finding.severity] * CATEGORY_WEIGHT[finding.category]


def _top_finding(report: Report, group: tuple[Finding, ...], without_text: bool) -> TopFinding:
    first = group[0]
    return TopFinding(
        first=finding_without_text(first) if without_text else first,
        count=len(group),
        severity=min((each.severity for each in group), key=lambda severity: severity.rank),
        fragment=None if without_text else fragment(report, first),
        provenance=provenance_sentence(first),
    )


def sentence_around(report: Report, finding: Finding) -> tuple[int, int]:
    """Return the stretch of the sentences the finding touches, or of its block without any."""
    spans = report.block_sentences[finding.block]
    start = report.letter.starts[finding.block]
    whole = (start, start + len(report.letter.blocks[finding.block].text))
    return touched(spans, finding.start, finding.end) or whole


def touched(spans: Iterable[Sequence[int]], start: int, end: int) -> tuple[int, int] | None:
    """Return the stretch from the first to the last sentence that `start:end` touches, if any."""
    found = [(a, b) for a, b in spans if a <= start < b or a < end <= b]
    return (min(found)[0], max(b for _, b in found)) if found else None


def _shorten_middle(text: str, width: int) -> str:
    if len(text) <= width:
        return text
    tail = text[-(width // 4) :].partition(" ")[2]
    return _first_words(text, width - len(tail) - 1) + " " + tail


def _first_words(text: str, width: int) -> str:
    if len(text) <= width:
        return text
    kept = text[: max(0, width - 2)].rpartition(" ")[0]
    return f"{kept} …" if kept else "…"


def _last_words(text: str, width: int) -> str:
    if len(text) <= width:
        return text
    kept = text[len(text) - max(0, width - 2) :].partition(" ")[2]
    return f"… {kept}" if kept else "…"
