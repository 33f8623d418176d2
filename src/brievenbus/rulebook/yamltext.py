"""A rule as neat YAML, in the order and the manner of the rule files that come with Brievenbus."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import yaml

from brievenbus.rulebook.schema import RuleFile

MAX_ROW = 80
"""Characters: a longer list stands below its field, an item on each line (own judgement)."""

_SENTENCES = frozenset({"uitleg", "leg_uit", "fout", "goed", "reden", "door"})
"""Fields with a text of people's own: always between quotation marks."""

_ALWAYS_LISTS = frozenset({"kies", "niet_bij", "alleen_bij", "al_uitgelegd"})
_KNOWN = frozenset({"let op"})
"""Values of more than one word that stand without quotation marks."""

_PLAIN = re.compile(r"[^\W\d_][\w-]*")
_UNSEEN = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""Characters that JSON may leave as they are, and YAML may not."""


def rule_lines(data: Mapping[str, Any]) -> list[str]:
    """Return the lines of a rule: the first begins with ``- ``, the others are indented below it."""
    lines: list[str] = []
    for key in RuleFile.model_fields:
        if key in data:
            lines += _field(key, data[key])
    return [f"{'- ' if number == 0 else '  '}{line}" for number, line in enumerate(lines)]


def decisions_lines(decision: Mapping[str, Any]) -> list[str]:
    """Return the lines of `besluiten` with one decision in it."""
    return ["besluiten:", f"  - {row(decision)}"]


def row(value: Any, key: str = "") -> str:
    """Return a value as it stands on one line, lists and fields between brackets."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {row(each, name)}" for name, each in value.items()) + "}"
    if _is_list(value):
        return "[" + ", ".join(row(each, key) for each in value) + "]"
    if isinstance(value, int | float | date):
        return str(value)
    return _text(str(value), quoted=key in _SENTENCES)


def _field(key: str, value: Any) -> list[str]:
    if _is_list(value) and len(value) == 1 and key not in _ALWAYS_LISTS and _is_text(value[0]):
        value = value[0]
    if not _is_list(value):
        return [f"{key}: {row(value, key)}"]
    one_row = f"{key}: {row(value, key)}"
    decisions = key == "besluiten"
    if len(one_row) <= MAX_ROW and key not in _SENTENCES and not decisions:
        return [one_row]
    return [f"{key}:", *(f"  - {row(each, key)}" for each in value)]


def _text(text: str, *, quoted: bool) -> str:
    """A text without quotation marks where YAML reads it back as that text, else with them."""
    if not quoted and (text in _KNOWN or _PLAIN.fullmatch(text)) and yaml.safe_load(text) == text:
        return text
    written = json.dumps(text, ensure_ascii=False)
    return _UNSEEN.sub(lambda found: f"\\u{ord(found.group()):04x}", written)


def _is_list(value: Any) -> bool:
    return isinstance(value, Sequence) and not _is_text(value)


def _is_text(value: Any) -> bool:
    return isinstance(value, str)
