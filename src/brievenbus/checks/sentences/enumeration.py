"""`opsomming-in-zin`: several things in a row that would be easier as a list.

Anti-pattern: *Stuur ons uw paspoort, uw huurcontract, uw loonstroken en een bewijs van uw zorgverzekering.*
Best practice: a line that says what follows, and a list.
"""

from __future__ import annotations

from brievenbus.checks.page import Check
from brievenbus.checks.sentences.common import finding, say, sentences, word_count
from brievenbus.dutch import Analysis, Token
from brievenbus.findings import Category, Finding, Severity
from brievenbus.rulebook.profiles import Profile

RULE = "opsomming-in-zin"
MAX_PART = 12
"""Words in one part; a longer stretch between commas is a clause, no part of a row (own judgement)."""

JOINTS = frozenset({"en", "of", "alsook", "alsmede", "evenals", "dan", "plus"})


def check(analysis: Analysis, profile: Profile) -> list[Finding]:
    """Find rows of parts divided by commas and closed by *en* or *of*."""
    found = []
    for tokens in sentences(analysis):
        if word_count(tokens) < profile.opsomming_woorden:
            continue
        row = _row(analysis, tokens)
        if row is None:
            continue
        parts, first, last = row
        if parts >= profile.opsomming_delen:
            text = say(RULE, "lijst", aantal=parts)
            words = [t for t in tokens if first <= t.i <= last]
            few = parts == profile.opsomming_delen
            found.append(
                finding(
                    analysis,
                    RULE,
                    words,
                    text=text,
                    category=Category.STIJL,
                    severity=Severity.NOTE if few else Severity.WARNING,
                    whole=True,
                )
            )
    return found


def _row(analysis: Analysis, tokens: tuple[Token, ...]) -> tuple[int, int, int] | None:
    """The longest row in a sentence: its number of parts, its first and last token."""
    rows = [_row_by_parse(analysis, tokens), _row_by_commas(tokens)]
    return max((row for row in rows if row is not None), default=None, key=lambda row: row[0])


def _row_by_parse(analysis: Analysis, tokens: tuple[Token, ...]) -> tuple[int, int, int] | None:
    """Conjuncts of one head, where at least one comma stands between them."""
    best: tuple[int, int, int] | None = None
    for token in tokens:
        parts = [c for c in analysis.children[token.i] if analysis.tokens[c].dep == "conj"]
        if len(parts) < 2 or token.is_finite:
            continue
        last = max(t.i for t in analysis.subtree(parts[-1]))
        between = analysis.tokens[token.i + 1 : parts[-1]]
        if not any(t.text in (",", ";") for t in between):
            continue
        if best is None or len(parts) + 1 > best[0]:
            first = min(t.i for t in analysis.subtree(token.i) if t.i <= token.i)
            best = (len(parts) + 1, max(first, token.i), last)
    return best


def _row_by_commas(tokens: tuple[Token, ...]) -> tuple[int, int, int] | None:
    """Stretches without a finite verb between commas, the last after *en* or *of*.

    The parser loses long rows; the commas do not.
    """
    for index in range(len(tokens) - 2, 0, -1):
        if tokens[index].lower not in JOINTS:
            continue
        row = _commas_before(tokens, index)
        if row is not None:
            return row
    return None


def _commas_before(tokens: tuple[Token, ...], joint: int) -> tuple[int, int, int] | None:
    parts, end, first = 2, joint, joint
    for index in range(joint - 1, -1, -1):
        stretch = tokens[index + 1 : end]
        if tokens[index].text in (",", ";"):
            if not stretch or not _is_part(stretch):
                break
            parts, end, first = parts + 1, index, index
        elif word_count(stretch) > MAX_PART:
            break
    if parts < 3:
        return None
    start = _part_start(tokens, first)
    last = _part_end(tokens, joint)
    return parts, tokens[start].i, tokens[last].i


def _is_part(stretch: tuple[Token, ...]) -> bool:
    """Whether words can be one part of a row: a noun, no finite verb, not too long."""
    return (
        word_count(stretch) <= MAX_PART
        and not any(token.is_finite for token in stretch)
        and any(token.pos in ("NOUN", "PROPN", "VERB", "NUM", "ADJ") for token in stretch)
        and stretch[0].lower
        not in ("dat", "die", "omdat", "als", "wat", "maar", "want", "hoewel", "zodat")
    )


def _part_start(tokens: tuple[Token, ...], comma: int) -> int:
    """The first word of the part before the first comma: back to a verb or another mark."""
    start = comma - 1
    while start > 0 and tokens[start - 1].is_word and not tokens[start - 1].is_finite:
        if comma - start > 5 or tokens[start].pos in ("DET", "ADP"):
            break
        start -= 1
    return max(start, 0)


def _part_end(tokens: tuple[Token, ...], joint: int) -> int:
    end = joint + 1
    while end + 1 < len(tokens) and tokens[end + 1].is_word and not tokens[end + 1].is_finite:
        end += 1
    return end


CHECK = Check(RULE, check)
