"""What rules say of a whole letter, made from what was found in its blocks.

A term is explained once; one thing has one word throughout.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from brievenbus.checks.wording import rule_message
from brievenbus.findings import Finding


@dataclass(frozen=True, slots=True)
class Term:
    """A use of a term that the letter must explain once: the rule's id, and whether it is explained here."""

    rule: str
    finding: Finding
    explained: bool


@dataclass(frozen=True, slots=True)
class Variant:
    """A use of one of the words for one thing.

    `number` tells which of the ways of the rule it is; `preferred` is the number of the way that the
    rule chooses, None where any will do if it is used throughout. The message of `finding` is the
    reason alone.
    """

    rule: str
    number: int
    preferred: int | None
    finding: Finding


@dataclass(frozen=True, slots=True)
class WordFindings:
    """What the rule files find in one block.

    `findings` hold for themselves. `terms` and `variants` are judged over the whole letter. `explained`
    are the ids of rules whose term this block explains by name (*Wet maatschappelijke ondersteuning
    (Wmo)*).
    """

    findings: tuple[Finding, ...] = ()
    terms: tuple[Term, ...] = ()
    variants: tuple[Variant, ...] = ()
    explained: frozenset[str] = frozenset()


def of_letter(blocks: Sequence[WordFindings]) -> list[list[Finding]]:
    """For each block what is to be said there for the sake of the whole letter."""
    terms, variants = first_uses(blocks), other_words(blocks)
    return [[*these, *those] for these, those in zip(terms, variants, strict=True)]


def first_uses(blocks: Sequence[WordFindings]) -> list[list[Finding]]:
    """For each block the terms to explain there: the first use in the letter, unless it is explained.

    A rule whose kind is a term counts once per letter, however often the term returns.
    """
    done: set[str] = set()
    chosen: list[list[Finding]] = []
    for block in blocks:
        done |= block.explained
        here: list[Finding] = []
        for term in block.terms:
            if term.rule not in done:
                done.add(term.rule)
                if not term.explained:
                    here.append(term.finding)
        chosen.append(here)
    return chosen


def other_words(blocks: Sequence[WordFindings]) -> list[list[Finding]]:
    """For each block the first use of each word that is not the one the letter should keep to.

    That is the word which the rule prefers, or else the word that the letter uses first. A letter that
    uses one word throughout is left alone.
    """
    kept: dict[str, Variant] = {}
    used: dict[str, set[int]] = {}
    for block in blocks:
        for use in block.variants:
            used.setdefault(use.rule, set()).add(use.number)
            kept.setdefault(use.rule, use)
            if use.number == use.preferred != kept[use.rule].number:
                kept[use.rule] = use
    told: set[tuple[str, int]] = set()
    chosen: list[list[Finding]] = []
    for block in blocks:
        here: list[Finding] = []
        for use in block.variants:
            one = kept[use.rule]
            new = (use.rule, use.number) not in told
            if len(used[use.rule]) > 1 and use.number != one.number and new:
                told.add((use.rule, use.number))
                here.append(_other(use.finding, one.finding))
        chosen.append(here)
    return chosen


def _other(found: Finding, kept: Finding) -> Finding:
    text = rule_message("een_woord", een=kept.text, ander=found.text, uitleg=found.message)
    return replace(found, message=text)
