"""From a letter to a report: the road through the rooms, and nothing else.

A block is analysed alone and its result depends on nothing outside it; what concerns the whole letter
(scores, first uses of terms, the checklist) is made from the results of blocks.
"""

from __future__ import annotations

import copyreg
import io
import pickle
import zlib
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from brievenbus import __version__
from brievenbus.checks.counting import Counting
from brievenbus.checks.letter import checklist
from brievenbus.checks.registry import SENTENCE_CHECKS, BlockCheck
from brievenbus.checks.rules.left_alone import LeftAlone
from brievenbus.checks.rules.whole_letter import Term, WordFindings, of_letter
from brievenbus.checks.rules.words import CompiledRules, WordRules
from brievenbus.checks.sentences import abbreviations_unexplained
from brievenbus.checks.sentences.passive import RULE as PASSIVE
from brievenbus.documents import read, read_text
from brievenbus.documents.layout import is_subject_line
from brievenbus.documents.limits import DEFAULT as DEFAULT_LIMITS
from brievenbus.documents.limits import Deadline, Limits
from brievenbus.dutch import Analysis
from brievenbus.dutch.language import is_dutch
from brievenbus.dutch.lexicon import Lexicon
from brievenbus.dutch.pipeline import EMBEDDED, load_pipeline
from brievenbus.findings import Finding
from brievenbus.letter import Block, BlockKind, Letter, LetterKind
from brievenbus.readability import BlockFeatures, block_features, score
from brievenbus.report import ChecklistItem, Report, Tool
from brievenbus.rulebook import Rulebook, load_rulebook
from brievenbus.rulebook.profiles import DEFAULT, Profile, load_profile

WORDS_CHECKED = frozenset(
    {BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING, BlockKind.TABLE_CELL}
)
"""Blocks whose words are checked; so is the subject line."""

SENTENCES_CHECKED = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})
"""Blocks whose sentences are checked, and where terms must be explained."""

_AT_ONCE = 64
"""Blocks that are analysed between two looks at the clock, as many as the pipeline takes in one batch."""

PARTLY_FOREIGN = "Een deel van de tekst is niet in het Nederlands. Dat deel is niet nagekeken."
ALL_FOREIGN = "De tekst is niet in het Nederlands. Daarom is hij niet nagekeken."
"""What the reader is told of blocks in another language."""


@dataclass(frozen=True)
class BlockReview:
    """What there is to say of one block, in offsets of its own text."""

    findings: tuple[Finding, ...]
    words: WordFindings
    features: BlockFeatures | None


def check(
    source: str | Path | Letter,
    *,
    profile: str | Profile = DEFAULT,
    department: str | None = None,
    kind: LetterKind | str = LetterKind.LETTER,
    rulebook: Rulebook | None = None,
    model: str = EMBEDDED,
    extra_checks: Sequence[BlockCheck] = (),
    limits: Limits = DEFAULT_LIMITS,
) -> Report:
    """Check one letter or text.

    `source` is a path (`Path`), a text (`str`) or a `Letter` that was read before. `profile` names the
    readers (or is a profile of your own), `department` whose own rules hold. `rulebook` is the shipped
    one unless given; `model` names the language pipeline. `extra_checks` run on each block beside ours.
    `limits` say how large a file may be, and how long it may take.

    Raises DocumentError for a file that cannot be read, LanguageModelError for a pipeline that cannot
    be used, ProfileError for an unknown profile. Nothing is written, printed or kept.
    """
    deadline = Deadline(limits)
    letter_kind = LetterKind(kind)
    letter = _letter(source, letter_kind, limits, deadline)
    reviewer = Reviewer(profile, department, rulebook, model, extra_checks)
    return reviewer.report(letter, letter_kind, deadline)


class Reviewer:
    """Checks letters by the same norms, one after another.

    With `keep` it keeps what came of so many blocks, the last used: a passage that stands in many
    letters is then read once. What it keeps lives in memory only.
    """

    def __init__(
        self,
        profile: str | Profile = DEFAULT,
        department: str | None = None,
        rulebook: Rulebook | None = None,
        model: str = EMBEDDED,
        extra_checks: Sequence[BlockCheck] = (),
        *,
        keep: int = 0,
    ) -> None:
        """Prepare for letters to these readers, from this department, by these rules; as `check`."""
        self.readers = load_profile(profile) if isinstance(profile, str) else profile
        rules = rulebook if rulebook is not None else _shipped_rules()
        self._pipeline = load_pipeline(model)
        self._norms = _norms(rules, self.readers, department)
        self._checks: tuple[BlockCheck, ...] = (*SENTENCE_CHECKS, *extra_checks)
        self._kept = _Kept(keep)
        lexicon = Lexicon.load().version
        self.tool = Tool(__version__, self._pipeline.identity, lexicon, rules.digest)

    def prepare(self, letters: Iterable[Letter], deadline: Deadline) -> None:
        """Read the blocks of several letters at once, which is faster; needs `keep`."""
        self._outcomes([block for letter in letters for block in letter.blocks], deadline)

    def report(
        self,
        letter: Letter,
        kind: LetterKind,
        deadline: Deadline,
        tell: Callable[[float], None] | None = None,
    ) -> Report:
        """Check one letter that was read; `tell` is told now and then how far it is, from 0 to 1.

        Raises DocumentError when it takes longer than `deadline`.
        """
        letter = mark_foreign(letter)
        outcomes = self._outcomes(letter.blocks, deadline, tell)
        analyses = [None if each is None else each.analysis for each in outcomes]
        reviews = [None if each is None else each.review for each in outcomes]
        foreign = any(block.foreign for block in letter.blocks)
        scores = score((r.features for r in reviews if r and r.features), foreign=foreign)
        return Report(
            letter=letter,
            kind=kind.value,
            profile=self.readers.name,
            tool=self.tool,
            words=scores.words,
            sentences=scores.sentences,
            scores=scores,
            findings=_findings(letter, reviews),
            checklist=_checklist(letter, kind, analyses),
            block_sentences=_sentences(letter, analyses),
        )

    def _outcomes(
        self,
        blocks: Sequence[Block],
        deadline: Deadline,
        tell: Callable[[float], None] | None = None,
    ) -> list[BlockOutcome | None]:
        """Return what came of each block; None for one that is not checked."""
        checked = [_bare(block) if _is_checked(block) else None for block in blocks]
        known = self._kept.known([block for block in checked if block])
        new = list(dict.fromkeys(block for block in checked if block and block not in known))
        for first in range(0, len(new), _AT_ONCE):
            deadline.check()
            if tell is not None:
                tell(first / len(new))
            group = new[first : first + _AT_ONCE]
            texts = [(block.text, block.placeholders) for block in group]
            for block, analysis in zip(group, self._pipeline.analyse_all(texts), strict=True):
                deadline.check()
                found = review_block(block, analysis, self._norms, self._checks)
                known[block] = BlockOutcome(analysis, found)
        self._kept.keep(known)
        return [None if block is None else known[block] for block in checked]


@dataclass(frozen=True)
class BlockOutcome:
    """What the pipeline and the checks made of one block."""

    analysis: Analysis
    review: BlockReview


_LIVE = 128
"""Blocks that are kept as they are; the others are packed, in a seventh of the memory."""


class _Kept:
    """What came of the blocks that were used last, so many; never written to a disk."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._live: OrderedDict[Block, BlockOutcome] = OrderedDict()
        self._packed: OrderedDict[Block, bytes] = OrderedDict()

    def known(self, blocks: Iterable[Block]) -> dict[Block, BlockOutcome]:
        """Return what is kept of these blocks."""
        found: dict[Block, BlockOutcome] = {}
        for block in blocks:
            if block in self._live:
                found[block] = self._live[block]
            elif block in self._packed:
                # Safe to unpack: it was packed by this very object.
                found[block] = pickle.loads(zlib.decompress(self._packed.pop(block)))
        return found

    def keep(self, used: Mapping[Block, BlockOutcome]) -> None:
        """Keep these, and let those go that were used longest ago."""
        if not self._size:
            return
        for block, outcome in used.items():
            self._live[block] = outcome
            self._live.move_to_end(block)
        while len(self._live) > min(_LIVE, self._size):
            block, outcome = self._live.popitem(last=False)
            self._packed[block] = zlib.compress(_packed(outcome), 1)
        while len(self._live) + len(self._packed) > self._size and self._packed:
            self._packed.popitem(last=False)


def _packed(outcome: BlockOutcome) -> bytes:
    """Return the bytes of an outcome; what checks noted in the analysis can be worked out again."""
    analysis = outcome.analysis
    bare = Analysis(analysis.text, analysis.tokens, analysis.sentences)
    file = io.BytesIO()
    pickler = pickle.Pickler(file, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _PACKING
    pickler.dump(BlockOutcome(bare, outcome.review))
    return file.getvalue()


def _read_only(values: dict[str, str]) -> Mapping[str, str]:
    return MappingProxyType(values)


_PACKING: dict[type, Any] = {
    **copyreg.dispatch_table,
    MappingProxyType: lambda one: (_read_only, (dict(one),)),
}


def _is_checked(block: Block) -> bool:
    return not block.foreign and (block.kind in WORDS_CHECKED or is_subject_line(block))


def _bare(block: Block) -> Block:
    """Return the block without where it came from: equal for the same text in another letter."""
    return Block(block.kind, block.text, placeholders=block.placeholders)


@dataclass(frozen=True)
class Norms:
    """What is asked of a text: by the readers it is for, and the department it comes from."""

    profile: Profile
    rules: WordRules
    left_alone: LeftAlone


def review_block(
    block: Block,
    analysis: Analysis,
    norms: Norms,
    checks: Sequence[BlockCheck] = SENTENCE_CHECKS,
) -> BlockReview:
    """Check one block: its words, its sentences, its part in the scores."""
    words = norms.rules.check(analysis)
    findings: list[Finding] = []
    if block.kind in SENTENCES_CHECKED:
        for check_block in checks:
            findings += check_block(analysis, norms.profile)
        abbreviations = (Term(*use) for use in abbreviations_unexplained.uses(analysis))
        words = replace(words, terms=(*words.terms, *abbreviations))
    else:
        words = replace(words, terms=())
    features = None
    if block.scored:
        passives = {
            _sentence_of(analysis, found.start) for found in findings if found.rule == PASSIVE
        }
        features = block_features(analysis, Lexicon.load(), len(passives))
    counting = Counting(analysis, norms.profile, norms.left_alone.tokens(analysis))
    return BlockReview(counting.of_checks(findings, words), counting.of_rules(words), features)


def _letter(
    source: str | Path | Letter, kind: LetterKind, limits: Limits, deadline: Deadline
) -> Letter:
    if isinstance(source, Letter):
        return source
    if isinstance(source, Path):
        return read(source, kind=kind, limits=limits, deadline=deadline)
    return read_text(source, kind=kind, limits=limits)


def mark_foreign(letter: Letter) -> Letter:
    """Mark the blocks that are in another language, and say so to the reader.

    Each block is judged by its own words. Where all running text is in another language, so are the
    headings and lines that are too short to tell.
    """
    foreign = [block.kind in WORDS_CHECKED and not is_dutch(block.text) for block in letter.blocks]
    if not any(foreign):
        return letter
    running = [
        mark for mark, block in zip(foreign, letter.blocks, strict=True) if block.kind.scored
    ]
    whole = bool(running) and all(running)
    if whole:
        foreign = [True] * len(foreign)
    blocks = tuple(
        replace(block, foreign=mark) for block, mark in zip(letter.blocks, foreign, strict=True)
    )
    warning = ALL_FOREIGN if whole else PARTLY_FOREIGN
    return replace(letter, blocks=blocks, warnings=(*letter.warnings, warning))


@lru_cache(maxsize=1)
def _shipped_rules() -> Rulebook:
    return load_rulebook()


@lru_cache(maxsize=8)
def _norms(rulebook: Rulebook, profile: Profile, department: str | None) -> Norms:
    """What holds for these readers, worked out once."""
    left_alone = [
        entry for entry in rulebook.left_alone if entry.scope.holds(profile.name, department)
    ]
    rules = WordRules(_compiled(rulebook), profile, department)
    return Norms(profile, rules, LeftAlone(left_alone))


@lru_cache(maxsize=4)
def _compiled(rulebook: Rulebook) -> CompiledRules:
    """The rules laid out once, whoever the readers are."""
    return CompiledRules(rulebook.rules)


def _checklist(
    letter: Letter, kind: LetterKind, analyses: list[Analysis | None]
) -> tuple[ChecklistItem, ...]:
    """The checklist, of a letter in Dutch; a loose text has none."""
    if kind is not LetterKind.LETTER or (letter.blocks and all(b.foreign for b in letter.blocks)):
        return ()
    return checklist(letter, analyses)


def _sentence_of(analysis: Analysis, offset: int) -> int:
    for number in range(len(analysis.sentences)):
        if offset < analysis.sentence_span(number)[1]:
            return number
    return len(analysis.sentences) - 1


def _findings(letter: Letter, reviews: Sequence[BlockReview | None]) -> tuple[Finding, ...]:
    """All findings in offsets of the letter's text, sorted, none twice."""
    blocks = [review.words if review else WordFindings() for review in reviews]
    together = of_letter(blocks)
    placed: dict[tuple[str, int, int], Finding] = {}
    for number, review in enumerate(reviews):
        if review is None:
            continue
        for found in (*review.words.findings, *review.findings, *together[number]):
            moved = _moved(found, letter.starts[number], number)
            placed.setdefault((moved.rule, moved.start, moved.end), moved)
    return tuple(sorted(placed.values(), key=lambda found: found.sort_key))


def _moved(found: Finding, offset: int, block: int) -> Finding:
    return replace(
        found,
        start=found.start + offset,
        end=found.end + offset,
        parts=tuple((start + offset, end + offset) for start, end in found.parts),
        block=block,
    )


def _sentences(
    letter: Letter, analyses: Sequence[Analysis | None]
) -> tuple[tuple[tuple[int, int], ...], ...]:
    spans: list[tuple[tuple[int, int], ...]] = []
    for start, analysis in zip(letter.starts, analyses, strict=True):
        count = len(analysis.sentences) if analysis else 0
        pairs = [analysis.sentence_span(i) for i in range(count)] if analysis else []
        spans.append(tuple((start + first, start + last) for first, last in pairs))
    return tuple(spans)
