"""Our categories and weights in the words of LanguageTool, by which clients colour, group and filter.

**Category.** Clients know two ids: LibreOffice draws TYPOS red, STYLE blue and all others orange, and other
clients do likewise. So:

| finding | id | colour |
|---|---|---|
| weight *error*, of whatever kind | TYPOS | red |
| a sentence, style, the letter; all of weight *note* | STYLE | blue |
| a word, term or abbreviation | WOORD, VAKTERM, ZELDZAAM, AFKORTING | orange |

What must change is red. Blue is calm, since that line runs under a whole sentence or is only a tip; a word in
that sentence stands out in orange.

A category in a request is looked for among these ids and among our own names (`zin`, `stijl`, …), in capitals
or not: ``disabledCategories=woord`` leaves out all hard words, the red ones too.

**Type of issue**, after the types of the Internationalization Tag Set 2.0, section 8.9 (Localization Quality
Issue). Never `misspelling`: clients then offer a dictionary to add the word to, and we have none.
"""

from __future__ import annotations

from functools import cache

from brievenbus.checks.registry import ALL_CHECKS
from brievenbus.findings import Category, Finding, Severity
from brievenbus.web.languagetool.texts import say

RED = "TYPOS"
BLUE = "STYLE"
_WORDS = frozenset({Category.WOORD, Category.VAKTERM, Category.ZELDZAAM, Category.AFKORTING})

_ISSUES = {
    # "The text is written in the wrong linguistic register": officialese.
    Category.WOORD: "register",
    Category.ZELDZAAM: "register",
    Category.VAKTERM: "terminology",
    Category.AFKORTING: "terminology",
    Category.ZIN: "style",
    Category.STIJL: "style",
    Category.BRIEF: "other",
}

WHOLE_SENTENCE = -1
"""What LanguageTool calls a finding that can go as long as the sentence is not finished."""


def category_id(finding: Finding) -> str:
    """Return the id by which clients colour this finding."""
    if finding.severity is Severity.ERROR:
        return RED
    if finding.severity is Severity.NOTE or finding.category not in _WORDS:
        return BLUE
    return finding.category.upper()


def categories(finding: Finding) -> frozenset[str]:
    """Return the ids by which a request can name the category of this finding."""
    return frozenset({category_id(finding), finding.category.upper()})


def issue_type(finding: Finding) -> str:
    """Return the type of issue."""
    return _ISSUES[finding.category]


def type_name(finding: Finding) -> str:
    """Return LanguageTool's type of match: a hint may be left as it is."""
    return "Hint" if finding.severity is Severity.NOTE else "Other"


def context_needed(finding: Finding) -> int:
    """Return how many words behind it must stand before the finding is sure: none, or the whole sentence."""
    return 0 if finding.category in _WORDS else WHOLE_SENTENCE


def name(finding: Finding) -> str:
    """Return what the finding is about, in a few words: the name of its check, or of its kind."""
    return _check_names().get(finding.rule) or say(f"soort.{finding.category}")


def description(finding: Finding) -> str:
    """Return what its rule is about, for lists of rules."""
    known = _check_names().get(finding.rule)
    kind = say(f"soort.{finding.category}")
    return known or say("regel.woord", soort=kind, regel=finding.rule)


@cache
def _check_names() -> dict[str, str]:
    return {check.id: check.page.name for check in ALL_CHECKS}
