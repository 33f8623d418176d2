"""A rule file as YAML: its entries with their lines, and what would make a small file endless."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from brievenbus.rulebook.model import RuleFileError

MAX_DEPTH = 8
"""Lists and fields within one another; a rule has four: the file, the rule, `zoek` and a word of it."""

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Entry = tuple[int, dict[str, int], Any]
"""A rule as it stands in its file: its line, the line of each key, and the data."""


def entries_of(file: Path, content: bytes, errors: list[RuleFileError]) -> Iterator[Entry]:
    """Yield the rules of one file, not yet checked."""
    loader = None
    try:
        text = content.decode("utf-8-sig")
        trap = _trap(text) if _may_hold_trap(text) else None
        if trap is not None:
            errors.append(RuleFileError(str(file), *trap))
            return
        loader = _Loader(text)
        node = loader.get_single_node()
        if node is None:
            return
        if not isinstance(node, yaml.SequenceNode):
            problem = "een regelbestand is een lijst. Begin elke regel met '- id: …'."
            errors.append(RuleFileError(str(file), node.start_mark.line + 1, problem))
            return
        for item in node.value:
            line = item.start_mark.line + 1
            if not isinstance(item, yaml.MappingNode):
                problem = "dit is geen regel. Begin met '- id: …' en zet de velden eronder."
                errors.append(RuleFileError(str(file), line, problem))
                continue
            lines = {str(key.value): key.start_mark.line + 1 for key, _ in item.value}
            yield line, lines, loader.construct_document(item)
    except UnicodeDecodeError:
        problem = "het bestand is geen UTF-8. Sla het op als UTF-8."
        errors.append(RuleFileError(str(file), None, problem))
    except yaml.YAMLError as error:
        errors.append(_yaml_error(file, error))
    except (RecursionError, ValueError):
        problem = "de inhoud is niet te lezen. Vergelijk het met een ander regelbestand."
        errors.append(RuleFileError(str(file), None, problem))
    finally:
        if loader is not None:
            loader.dispose()


_TRAP_SIGNS = re.compile(
    r"(?<!\w)[&*]\w"  # an anchor or an alias
    rf"|^[ -]{{{MAX_DEPTH},}}\S",  # so much indentation, or so many dashes
    re.MULTILINE,
)
_BRACKETS = re.compile(r"[\[\]{}]")


def _may_hold_trap(text: str) -> bool:
    """Whether `_trap` must look: it costs as much as reading the file, which an honest file is spared."""
    if _TRAP_SIGNS.search(text):
        return True
    depth = 0
    for bracket in _BRACKETS.findall(text):
        depth = depth + 1 if bracket in "[{" else max(0, depth - 1)
        if depth >= MAX_DEPTH:
            return True
    return False


def _trap(text: str) -> tuple[int, str] | None:
    """Return the line of what would make a small file endless once read, and the problem; else None.

    That is an alias (each may repeat the one before it many times) and nesting without end.
    """
    loader = _Loader(text)
    depth = 0
    try:
        while loader.check_event():
            event = loader.get_event()
            line = event.start_mark.line + 1
            if isinstance(event, yaml.AliasEvent):
                return line, "verwijzen met & en * kan hier niet. Schrijf het voluit."
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > MAX_DEPTH:
                    return line, "hier staan te veel lijsten in elkaar. Kijk naar de haakjes."
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    finally:
        loader.dispose()
    return None


def _yaml_error(file: Path, error: yaml.YAMLError) -> RuleFileError:
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 1 if mark is not None else None
    problem = (
        "hier klopt de opmaak niet. Kijk naar de streepjes, de spaties en de aanhalingstekens. "
        "Kijk ook naar de regel erboven."
    )
    return RuleFileError(str(file), line, problem)
