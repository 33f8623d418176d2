"""From the place where a rule was found to what the writer reads of it."""

from __future__ import annotations

from brievenbus.checks.rules.matching import Match
from brievenbus.checks.rules.suggest import suggest
from brievenbus.checks.wording import quoted, rule_message
from brievenbus.dutch import Analysis
from brievenbus.findings import Finding
from brievenbus.rulebook import RuleKind


def finding_of(analysis: Analysis, match: Match) -> Finding:
    """Return the finding: its span holds the words found and what the suggestions replace."""
    rule = match.rule
    first, last = analysis.tokens[match.words[0]], analysis.tokens[match.words[-1]]
    start, end = first.start, last.end
    suggestions: list[str] = []
    for choice in () if match.in_compound else rule.choose:
        made = suggest(analysis, match, choice)
        if made is None:
            continue
        from_token, to_token, text = made
        new_start = analysis.tokens[from_token].start
        new_end = analysis.tokens[to_token].end
        if new_start <= start and new_end >= end:
            if (new_start, new_end) != (start, end) and not suggestions:
                start, end = new_start, new_end
            if (new_start, new_end) == (start, end) and text not in suggestions:
                suggestions.append(text)
    suggestions = [s for s in suggestions if s != analysis.text[start:end]]
    return Finding(
        rule=rule.id,
        category=rule.category,
        severity=rule.severity,
        message=_message(analysis, match, bool(suggestions)),
        start=start,
        end=end,
        text=analysis.text[start:end],
        parts=_parts(analysis, match.words),
        suggestions=tuple(suggestions),
        provenance=rule.provenance.as_dict(),
    )


def _parts(analysis: Analysis, words: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    """The words found, joined where they stand side by side."""
    parts: list[tuple[int, int]] = []
    previous = -2
    for number in words:
        token = analysis.tokens[number]
        if number == previous + 1 and parts:
            parts[-1] = (parts[-1][0], token.end)
        else:
            parts.append((token.start, token.end))
        previous = number
    return tuple(parts)


def _message(analysis: Analysis, match: Match, in_place: bool) -> str:
    rule = match.rule
    if rule.kind is RuleKind.CONSISTENTIE:
        text = rule.reason  # the words between which to choose are known with the whole letter
    elif rule.explain is not None:
        words = analysis.tokens[match.words[0]].start, analysis.tokens[match.words[-1]].end
        term = match.search if match.in_compound else analysis.text[words[0] : words[1]]
        text = rule_message("leg_uit", term=term, leg_uit=rule.explain, uitleg=rule.reason)
    elif match.in_compound:
        better = quoted(list(rule.choose)) or "een ander woord"
        part = f"‘{match.search}’"
        text = rule_message("samenstelling", deel=part, keuzes=better, uitleg=rule.reason)
    elif rule.choose:
        choices = [choice.replace("{ww}", "").strip(" …") for choice in rule.choose]
        name = "kies" if in_place else "kies_zelf"
        text = rule_message(name, keuzes=quoted(choices), uitleg=rule.reason)
    else:
        text = rule_message("raad", uitleg=rule.reason)
    return text
