"""The shipped rules do what their examples say, and do not contradict one another."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from brievenbus.checks.rules.examples import run_examples
from brievenbus.checks.rules.phrases import forms_of
from brievenbus.checks.rules.words import WordRules
from brievenbus.dutch.pipeline import Pipeline, load_pipeline
from brievenbus.dutch.spelling import frequency
from brievenbus.rulebook import Rulebook, RuleKind, WordClass, load_rulebook

AT_LEAST = 1650
MAX_EXPLANATION = 20
FLAGGED_CHOICES = {
    # The reader must do this, by this name; the other rule asks to explain it once.
    ("een-bezwaarschrift-indienen", "bezwaar maken", "bezwaar-maken"),
    # The better known of two terms; the other rule is a tip to explain or to avoid it, with no word for it.
    ("force-majeure", "overmacht", "overmacht"),
    ("onherroepelijk", "definitief", "definitief"),
    ("verblijfstitel", "verblijfsvergunning", "verblijfsvergunning"),
}


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load_rulebook()


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return load_pipeline()


def test_all_examples_do_what_they_should(rulebook: Rulebook, pipeline: Pipeline) -> None:
    assert [str(failure) for failure in run_examples(rulebook, pipeline)] == []


def test_there_are_enough_rules_and_each_has_its_own_name(rulebook: Rulebook) -> None:
    assert len(rulebook.rules) >= AT_LEAST
    assert [name for name, n in Counter(r.id for r in rulebook.rules).items() if n > 1] == []


def test_every_rule_can_be_found_by_its_name(rulebook: Rulebook) -> None:
    assert all(rulebook.rule(rule.id) is rule for rule in rulebook.rules)
    assert rulebook.rule("bestaat-niet") is None


def test_no_choice_is_flagged_by_another_rule(rulebook: Rulebook, pipeline: Pipeline) -> None:
    """Tips count as well: *inwerkingtreding* once gave *ingangsdatum*, for which there is a tip."""
    choices = [(rule.id, choice) for rule in rulebook.rules for choice in rule.choose]
    texts = [choice.replace("{ww}", "doen").replace("…", "dit") for _, choice in choices]
    rules = WordRules(rulebook.rules)
    flagged = set()
    analyses = pipeline.analyse_all([(text, ()) for text in texts])
    for (rule, choice), analysis in zip(choices, analyses, strict=True):
        found = rules.check(analysis)
        for finding in (*found.findings, *(term.finding for term in found.terms)):
            if finding.rule != rule:
                flagged.add((rule, choice, finding.rule))
    assert flagged == FLAGGED_CHOICES


def forms(word: str, word_class: WordClass | None) -> float:
    """The frequency of the commonest form of a word."""
    return max(map(frequency, forms_of(word, word_class)))


def test_no_alternative_is_rarer_unless_the_rule_says_why(rulebook: Rulebook) -> None:
    rarer = [
        (rule.id, choice)
        for rule in rulebook.rules
        if rule.kind is RuleKind.WOORD and rule.rarer_because is None
        for search in rule.search
        for choice in rule.choose
        if " " not in search + choice
        and forms(choice, rule.word_class) < forms(search, rule.word_class)
    ]
    assert rarer == []


def test_an_explanation_fits_in_a_sentence(rulebook: Rulebook) -> None:
    long = [r.id for r in rulebook.rules if len((r.explain or "").split()) > MAX_EXPLANATION]
    assert long == []


def test_an_example_that_fails_names_the_rule_and_the_mend(
    rulebook: Rulebook, pipeline: Pipeline
) -> None:
    rule = rulebook.rule("verstrekken")
    assert rule is not None
    swapped = replace(rule, wrong=("Wij geven u geld.",), right=("Wij verstrekken u geld.",))
    silent, loud = run_examples(Rulebook((swapped,), "x"), pipeline)
    place = f"{rule.file}, regel {rule.line}: de regel 'verstrekken'"
    assert str(silent) == (
        f"{place} vindt niets in 'Wij geven u geld.'. ‘verstrekken’ staat niet in de zin. "
        "Kijk naar 'zoek' en naar 'fout'."
    )
    assert str(loud).startswith(f"{place} vindt iets in 'Wij verstrekken u geld.'. Verander 'goed'")
