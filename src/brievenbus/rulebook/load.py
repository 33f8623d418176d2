"""Read rule files: YAML, checked rule by rule, so that one mistake costs one rule and no more."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from brievenbus.rulebook.model import Rule, Rulebook, RuleFileError
from brievenbus.rulebook.schema import describe, to_rule

MAX_FILE_SIZE = 5_000_000
"""Bytes; 10,000 rules are some 4 MB. A larger file is a mistake."""

MAX_DEPTH = 8
"""Lists and fields within one another; a rule has four: the file, the rule, `zoek` and a word of it."""

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class RulebookError(Exception):
    """The rules cannot be read at all; the message is a Dutch sentence that says what to do."""


def shipped_folder() -> Path:
    """The folder of rules that comes with Brievenbus: in the wheel, or `rules/` of a checkout."""
    packaged = Path(str(resources.files("brievenbus"))) / "rules"
    return packaged if packaged.is_dir() else Path(__file__).parents[3] / "rules"


def load_rulebook(*paths: str | Path, shipped: bool = True) -> Rulebook:
    """Read rules from files and folders; later ones change or switch off earlier ones by id.

    `shipped` puts the rules that come with Brievenbus first. What is not valid is left out and named
    in `Rulebook.errors`. Raises RulebookError where a path does not exist.
    """
    sources = [shipped_folder()] if shipped else []
    sources += [Path(path) for path in paths]
    rules: dict[str, Rule] = {}
    errors: list[RuleFileError] = []
    digest = hashlib.sha256()
    for source in sources:
        in_source: dict[str, Rule] = {}
        for file in _files(source):
            content = _content(file, errors)
            digest.update(content)
            for entry in _entries(file, content, errors):
                _take(entry, rules, in_source, errors)
        rules |= in_source
    return Rulebook(tuple(rules.values()), digest.hexdigest()[:12], tuple(errors))


def _files(source: Path) -> list[Path]:
    if source.is_dir():
        return sorted(f for f in source.rglob("*") if f.suffix in (".yaml", ".yml") and f.is_file())
    if source.is_file():
        return [source]
    raise RulebookError(
        f"De regels '{source}' zijn er niet. Kijk of de map of het bestand zo heet."
    )


def _content(file: Path, errors: list[RuleFileError]) -> bytes:
    try:
        if file.stat().st_size > MAX_FILE_SIZE:
            errors.append(RuleFileError(str(file), None, "het bestand is te groot. Splits het."))
            return b""
        return file.read_bytes()
    except OSError:
        problem = "het bestand is niet te openen. Kijk of u het mag lezen."
        errors.append(RuleFileError(str(file), None, problem))
        return b""


Entry = tuple[str, int, dict[str, int], Any]
"""A rule as it stands in its file: file, line, the line of each key, and the data."""


def _entries(file: Path, content: bytes, errors: list[RuleFileError]) -> Iterator[Entry]:
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
            yield str(file), line, lines, loader.construct_document(item)
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
        "hier klopt de opmaak niet. Kijk naar de streepjes, de inspringing en de aanhalingstekens "
        "op deze regel en de regel erboven."
    )
    return RuleFileError(str(file), line, problem)


def _take(
    entry: Entry, before: dict[str, Rule], taken: dict[str, Rule], errors: list[RuleFileError]
) -> None:
    """Check one rule and add it, or switch an earlier rule off (`uit: true`)."""
    file, line, lines, data = entry
    if isinstance(data, dict) and "uit" in data:
        problem = _switch_off(data, before)
        if problem is not None:
            errors.append(RuleFileError(file, lines["uit"], problem))
        return
    try:
        rule = to_rule(data, file, line)
    except ValidationError as error:
        name = data.get("id", "zonder naam") if isinstance(data, dict) else "zonder naam"
        for field, problem in describe(error):
            errors.append(
                RuleFileError(file, lines.get(field, line), f"in de regel '{name}': {problem}")
            )
        return
    if rule.id in taken:
        problem = f"de regel '{rule.id}' staat er twee keer. Geef een van beide een andere naam."
        errors.append(RuleFileError(file, line, problem))
        return
    taken[rule.id] = rule


def _switch_off(data: dict[str, Any], before: dict[str, Rule]) -> str | None:
    """Take an earlier rule out of `before`; return the problem where that cannot be done."""
    name = data.get("id")
    if data["uit"] is not True:
        return f"bij 'uit' kan alleen 'true' staan. Zo zet u de regel '{name}' uit."
    if before.pop(str(name), None) is None:
        return f"er is geen regel '{name}' om uit te zetten. Kijk naar de naam."
    return None
