"""Regular expressions of rule files (`vorm`): refused where they could take long.

A pattern such as ``(a+)+b`` can be tried in so many ways that a word of forty letters keeps a computer
busy for years. The number of ways is worked out before a pattern is used; the words that it is laid
beside have a greatest length.
"""

from __future__ import annotations

import re
import warnings
from functools import cache

# The parser of Python's own regular expressions: the only reader that agrees with `re` on everything.
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

MAX_WORD = 60
"""Letters: a longer word is not laid beside a pattern. The longest word in the word list has 44."""

MAX_WAYS = 20_000
"""Ways in which one word may be tried: under a millisecond (measured; own judgement)."""

MAX_LENGTH = 200
"""Characters of a pattern."""

_ONE = frozenset(
    {"LITERAL", "NOT_LITERAL", "ANY", "IN", "AT", "RANGE", "CATEGORY", "NEGATE", "FAILURE"}
)


class ExpressionError(ValueError):
    """A regular expression that cannot be used; the message says in Dutch what to do."""


@cache
def compiled(expression: str) -> re.Pattern[str]:
    """Return the pattern, which ignores case. Raises ExpressionError where it must not be used."""
    if len(expression) > MAX_LENGTH:
        raise ExpressionError(f"'vorm' is te lang. Gebruik hoogstens {MAX_LENGTH} tekens")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", FutureWarning)  # `[[` will mean something else one day
            pattern = re.compile(expression, re.IGNORECASE)
            ways = _ways(_parser.parse(expression))
    except (re.error, FutureWarning, OverflowError, RecursionError) as error:
        raise ExpressionError(
            "'vorm' klopt niet. Kijk naar de haakjes en naar de tekens *, +, ? en \\"
        ) from error
    if ways > MAX_WAYS:
        raise ExpressionError(
            "'vorm' kan op te veel manieren passen en zou het programma laten vastlopen. "
            "Haal een * of een + weg, vooral binnen haakjes waar zelf een * of + achter staat"
        )
    return pattern


def fits(expression: str, word: str) -> bool:
    """Whether the whole of a word is as the expression says."""
    return len(word) <= MAX_WORD and compiled(expression).fullmatch(word) is not None


def _ways(parsed: Any) -> float:
    """An upper bound on the number of ways in which a pattern can be tried on one word."""
    total = 1.0
    for operation, argument in parsed:
        total *= _ways_of(str(operation), argument)
        if total > MAX_WAYS:
            break
    return total


def _ways_of(operation: str, argument: Any) -> float:
    if operation in _ONE:
        return 1.0
    if operation == "SUBPATTERN":
        return _ways(argument[-1])
    if operation == "BRANCH":
        return sum(_ways(branch) for branch in argument[1])
    if operation in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, most, body = argument
        most = MAX_WORD if most == _constants.MAXREPEAT else min(int(most), MAX_WORD)
        inside = _ways(body)
        lengths = most - min(int(least), most) + 1
        return float(lengths) * _power(max(inside, 1.0), most)
    raise ExpressionError(
        "'vorm' gebruikt iets wat hier niet kan. Gebruik letters, [ ], ( ), |, ?, * en +"
    )


def _power(base: float, exponent: int) -> float:
    """`base` to the power of `exponent`, no more than just above the limit."""
    result = 1.0
    for _ in range(exponent if base > 1 else 0):
        result *= base
        if result > MAX_WAYS:
            break
    return result
