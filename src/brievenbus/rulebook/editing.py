"""Change a rule file without touching what is not changed: comments, order, quotation marks, line ends.

A text is put in at the place that the YAML parser's own marks tell. The result is read again, and
only kept where nothing but the asked change came of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml

from brievenbus.rulebook.load import mistakes_in
from brievenbus.rulebook.model import Decision, Outcome, Rule, RuleFileError
from brievenbus.rulebook.safefile import EditError, content_of, create, replace
from brievenbus.rulebook.schemafile import EDITOR_LINE, FILE_NAME, schema_text
from brievenbus.rulebook.yamlfile import entries_of
from brievenbus.rulebook.yamltext import decisions_lines, row, rule_lines

__all__ = ["EditError", "add_decision", "add_rule", "ids_in", "with_decision", "with_rule"]

HEADER = f"{EDITOR_LINE}\n# Eigen regels. Elke regel begint met een streepje en een id.\n"

NOT_DONE = (
    "Brievenbus kan dit niet veilig in '{file}' zetten. Zet het er zelf in, met een teksteditor."
)
DECIDED = {
    Outcome.AANGENOMEN: "De regel '{id}' geldt al. U hoeft niets te doen.",
    Outcome.AFGEWEZEN: "De regel '{id}' is al afgewezen. U hoeft niets te doen.",
    Outcome.VOORGESTELD: "De regel '{id}' is al voorgesteld. U hoeft niets te doen.",
}

_LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What YAML takes for the end of a line."""

Data = Mapping[str, Any]


def add_rule(file: Path, rule: Data) -> None:
    """Put a rule at the end of a file, which is made where it is not there, with its schema beside it.

    `rule` are the fields as plain values, checked before. Raises EditError where that cannot be.
    """
    if rule["id"] in ids_in(file):
        raise EditError(
            f"In '{file}' staat al een regel '{rule['id']}'. Geef de nieuwe een andere naam."
        )
    if not file.exists():
        create(file, with_rule(HEADER, rule, file.name).encode())
        schema = file.with_name(FILE_NAME)
        if not schema.exists():
            create(schema, schema_text().encode())
        return
    _change(file, lambda text: with_rule(text, rule, file.name))


def add_decision(rule: Rule, decision: Decision) -> None:
    """Put a decision on a rule in the file where the rule stands; the decisions before it stay.

    Raises EditError where the rule has that status already, or where the file cannot be changed.
    """
    if rule.status is decision.outcome:
        raise EditError(DECIDED[decision.outcome].format(id=rule.id))
    made = {
        "wat": decision.outcome.value,
        "door": decision.by,
        "datum": decision.day,
        "reden": decision.reason,
    }
    file = Path(rule.file)
    _change(file, lambda text: with_decision(text, rule.id, made, file.name))


def ids_in(file: Path) -> dict[str, int]:
    """The ids of the rules that stand in a file, each with its line; those with mistakes too."""
    content = content_of(file) if file.exists() else b""
    entries = entries_of(file, content, [])
    return {str(data["id"]): line for line, _, data in entries if "id" in data}


def with_rule(text: str, rule: Data, name: str = "het bestand") -> str:
    """Return the text of a rule file with a rule at its end. Raises EditError where that cannot be."""
    root = _root(text)
    if root is not None and root.flow_style:
        raise EditError(
            f"In '{name}' staan de regels tussen [ en ]. Zet elke regel op een eigen plek, met een "
            "streepje ervoor. Probeer het dan opnieuw."
        )
    column = root.start_mark.column if root is not None else 0
    end = _line_end(text)
    lines = "".join(f"{' ' * column}{line}{end}" for line in rule_lines(rule))
    made = f"{text}{_space_after(text, end)}{lines}"
    _refuse_other_change(name, made, [*_entries(name, text), _read_back(lines)])
    return made


def with_decision(text: str, identity: str, decision: Data, name: str = "het bestand") -> str:
    """Return the text of a rule file with a decision on one rule. Raises EditError where that cannot be."""
    root = _root(text)
    numbers = [i for i, node in enumerate(root.value if root else ()) if _is_rule(node, identity)]
    if len(numbers) != 1:
        raise EditError(f"In '{name}' staat de regel '{identity}' niet precies één keer.")
    node = root.value[numbers[0]] if root else None
    place, put_in = _decision_at(text, node, decision)
    made = text[:place] + put_in + text[place:]
    wanted = _entries(name, text)
    changed = wanted[numbers[0]]
    given = _read_back(f"- {row(decision)}")
    wanted[numbers[0]] = changed | {"besluiten": [*changed.get("besluiten", ()), given]}
    _refuse_other_change(name, made, wanted)
    return made


def _change(file: Path, edit: Callable[[str], str]) -> None:
    """Change a file that has no mistakes."""
    content = content_of(file)
    mistakes = mistakes_in(file, content)
    if mistakes:
        raise EditError(f"Verbeter eerst dit. {mistakes[0]}")
    mark, text = _decoded(content)
    replace(file, content, mark + edit(text).encode())


def _decoded(content: bytes) -> tuple[bytes, str]:
    """The byte order mark of a file, if it has one, and its text."""
    mark = b"\xef\xbb\xbf"
    has_mark = content.startswith(mark)
    return (mark, content[len(mark) :].decode()) if has_mark else (b"", content.decode())


def _root(text: str) -> yaml.SequenceNode | None:
    """The list of rules, None where a file has none yet."""
    node = yaml.compose(text, Loader=yaml.CSafeLoader)
    return node if isinstance(node, yaml.SequenceNode) else None


def _is_rule(node: yaml.Node, identity: str) -> bool:
    if not isinstance(node, yaml.MappingNode):
        return False
    fields = {key.value: value.value for key, value in node.value}
    return fields.get("id") == identity and "uit" not in fields


def _decision_at(text: str, node: Any, decision: Data) -> tuple[int, str]:
    """Where in the text a decision on this rule comes, and what is put in there."""
    given = next((value for key, value in node.value if key.value == "besluiten"), None)
    if given is not None and given.value:
        last = given.value[-1]
        if given.flow_style:
            return _end_of(text, last), f", {row(decision)}"
        lines = [f"- {row(decision)}"]
        return _below(text, last, given.start_mark.column, lines)
    if given is not None:  # []
        return _offset(text, given.start_mark) + 1, row(decision)
    last = node.value[-1][1]
    if node.flow_style:
        return _end_of(text, last), f", besluiten: [{row(decision)}]"
    return _below(text, last, node.start_mark.column, decisions_lines(decision))


def _below(text: str, node: yaml.Node, column: int, lines: list[str]) -> tuple[int, str]:
    """Lines of their own below the last line of a node."""
    place = _end_of(text, node)
    broken = _LINE_BREAK.search(text, place)
    end = _line_end(text)
    rows = [f"{' ' * column}{line}" for line in lines]
    if place and _LINE_BREAK.fullmatch(text, place - 1, place):  # a text of many lines ends there
        return place, "".join(f"{each}{end}" for each in rows)
    if broken is None:
        return len(text), "".join(f"{end}{each}" for each in rows) + end
    return broken.end(), "".join(f"{each}{broken.group()}" for each in rows)


def _end_of(text: str, node: Any) -> int:
    """The place right after the last character of a node; the mark of a block is past what follows it."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    return _offset(text, node.end_mark)


def _offset(text: str, mark: Any) -> int:
    """The place of a mark: parsers agree on its line and column."""
    start = 0
    for _, found in zip(range(mark.line), _LINE_BREAK.finditer(text), strict=False):
        start = found.end()
    return start + int(mark.column)


def _line_end(text: str) -> str:
    return "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"


def _space_after(text: str, end: str) -> str:
    """What goes between a file and the rule that comes after it: one empty line."""
    if not text.strip():
        return ""
    if not text.endswith("\n"):
        return end * 2
    return "" if re.search(r"\n[ \t]*\r?\n\Z", text) else end


def _entries(name: str, text: str) -> list[Any]:
    """What stands in a text. Raises EditError where that cannot be read."""
    errors: list[RuleFileError] = []
    found = [data for _, _, data in entries_of(Path(name), text.encode(), errors)]
    if errors:
        raise EditError(NOT_DONE.format(file=name))
    return found


def _read_back(line: str) -> Any:
    return yaml.load(line, Loader=yaml.CSafeLoader)[0]


def _refuse_other_change(name: str, made: str, wanted: list[Any]) -> None:
    """Raise EditError where a changed text says something else than it should."""
    if _entries(name, made) != wanted:
        raise EditError(NOT_DONE.format(file=name))
