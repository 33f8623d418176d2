"""What a request asks: in which language, which rules, and how much."""

from __future__ import annotations

import re
from dataclasses import dataclass

from starlette import status

from brievenbus.findings import Finding, Severity
from brievenbus.web.languagetool.fields import Fields
from brievenbus.web.languagetool.kinds import categories
from brievenbus.web.languagetool.texts import say, texts
from brievenbus.web.refusals import RefusalError

AUTO = "auto"
_DUTCH = re.compile(r"nl(?:[-_]([a-z]{2}))?", re.IGNORECASE)
_TEXT_LEVEL = "textlevelonly"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a text.

    `language` is as the answer will name it. `enabled` and `disabled` hold ids of rules, and ids of
    categories in capitals. `nothing` says that the client asks for rules that we do not have.
    """

    language: str
    auto: bool
    picky: bool
    enabled_rules: frozenset[str]
    disabled_rules: frozenset[str]
    enabled_categories: frozenset[str]
    disabled_categories: frozenset[str]
    only: bool
    nothing: bool

    def wants(self, finding: Finding) -> bool:
        """Whether a finding is asked for.

        As with LanguageTool what is switched on wins from what is switched off, a rule from its category.
        Findings of weight *note* are for who asks for them: by level picky, or by name.
        """
        kinds = categories(finding)
        named = finding.rule in self.enabled_rules or bool(kinds & self.enabled_categories)
        if self.only or named:
            return named
        if finding.rule in self.disabled_rules or kinds & self.disabled_categories:
            return False
        return self.picky or finding.severity is not Severity.NOTE


def question_of(fields: Fields) -> Question:
    """Return what these fields ask.

    What is unknown is left: a level of LanguageTool's own, the id of a rule that is not ours. Without a
    language it is told from the text.

    Raises:
        RefusalError: another language than Dutch, or wishes that contradict each other.
    """
    language = fields.get("language", "").strip() or AUTO
    auto = language.lower() == AUTO
    if not auto and not _DUTCH.fullmatch(language):
        raise RefusalError(status.HTTP_400_BAD_REQUEST, say("fout.taal"))
    wishes = Question(
        language=_variant(fields.get("preferredVariants", "")) if auto else _name(language),
        auto=auto,
        picky=fields.get("level", "").strip().lower() == "picky",
        enabled_rules=_list(fields, "enabledRules"),
        disabled_rules=_list(fields, "disabledRules"),
        enabled_categories=_capitals(fields, "enabledCategories"),
        disabled_categories=_capitals(fields, "disabledCategories"),
        only=fields.get("enabledOnly", "").strip().lower() in ("true", "yes"),
        # Browser add-ons ask twice: for each sentence, and for the text as a whole. All we find we
        # tell the first time.
        nothing=fields.get("mode", "").strip().lower() == _TEXT_LEVEL,
    )
    _refuse_contradiction(wishes)
    return wishes


def _refuse_contradiction(wishes: Question) -> None:
    if not wishes.only:
        return
    if wishes.disabled_rules or wishes.disabled_categories:
        raise RefusalError(status.HTTP_400_BAD_REQUEST, say("fout.alleen_zonder"))
    if not (wishes.enabled_rules or wishes.enabled_categories):
        raise RefusalError(status.HTTP_400_BAD_REQUEST, say("fout.alleen_leeg"))


def _variant(preferred: str) -> str:
    """Return the first variant of Dutch in a list: what the answer calls a language that was detected."""
    for language in preferred.split(","):
        if _DUTCH.fullmatch(language.strip()):
            return _name(language.strip())
    return "nl"


def _name(language: str) -> str:
    """Return a language as we name it: Dutch of elsewhere is just Dutch."""
    match = _DUTCH.fullmatch(language)
    country = match[1] if match else None
    name = f"nl-{country.upper()}" if country else "nl"
    return name if name in texts()["taal"] else "nl"


def _list(fields: Fields, name: str) -> frozenset[str]:
    return frozenset(filter(None, (each.strip() for each in fields.get(name, "").split(","))))


def _capitals(fields: Fields, name: str) -> frozenset[str]:
    return frozenset(each.upper() for each in _list(fields, name))
