"""The sentences of findings, which stand in files that people who do not program can edit.

Those of a check stand in its `data/controles/<id>.toml`, those of rules in `data/meldingen.toml`.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from brievenbus.checks.page import check_data


@cache
def _rule_texts() -> dict[str, str]:
    source = resources.files("brievenbus.checks") / "data" / "meldingen.toml"
    return dict(tomllib.loads(source.read_text(encoding="utf-8"))["regel"])


def message(check: str, name: str, **values: object) -> str:
    """Return the sentence `name` of a check with its gaps filled. Raises KeyError for an unknown one."""
    return str(check_data(check)["melding"][name]).format_map(values)


def rule_message(name: str, **values: object) -> str:
    """Return the sentence `name` of a rule with its gaps filled. Raises KeyError for an unknown one."""
    return _rule_texts()[name].format_map(values)


def quoted(words: tuple[str, ...] | list[str], joint: str = "of") -> str:
    """Put words between quotation marks, with *of* before the last: ‘a’, ‘b’ of ‘c’."""
    marked = [f"‘{word}’" for word in words]
    if len(marked) < 2:
        return "".join(marked)
    return f"{', '.join(marked[:-1])} {joint} {marked[-1]}"
