"""Where something stands in a rule file, for messages that lead a person there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from brievenbus.rulebook.model import Rule


def line_of(rule: Rule, field: str, text: str) -> int:
    """Return the line of one text of a field of a rule; that of the rule itself where it is not found."""
    for key, value in _fields(rule):
        texts = value.value if isinstance(value, yaml.SequenceNode) else [value]
        for each in texts if key == field else ():
            if isinstance(each, yaml.ScalarNode) and each.value.strip() == text:
                return int(each.start_mark.line) + 1
    return rule.line


def _fields(rule: Rule) -> list[tuple[str, Any]]:
    """The fields of a rule as they stand in its file now; none where the file cannot be read any more."""
    try:
        root = yaml.compose(Path(rule.file).read_text(encoding="utf-8-sig"), yaml.CSafeLoader)
    except (OSError, ValueError, yaml.YAMLError):
        return []
    for item in root.value if isinstance(root, yaml.SequenceNode) else ():
        if item.start_mark.line + 1 == rule.line and isinstance(item, yaml.MappingNode):
            return [(str(key.value), value) for key, value in item.value]
    return []
