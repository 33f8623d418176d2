"""Read rule files: YAML, checked rule by rule, so that one mistake costs one rule and no more."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from importlib import resources
from pathlib import Path

from pydantic import ValidationError

from brievenbus.rulebook import building, kept
from brievenbus.rulebook.building import Data
from brievenbus.rulebook.messages import describe
from brievenbus.rulebook.model import LeaveAlone, Outcome, Rule, Rulebook, RuleFileError, Scope
from brievenbus.rulebook.schema import shape_of
from brievenbus.rulebook.yamlfile import entries_of

MAX_FILE_SIZE = 5_000_000
"""Bytes; 10,000 rules are some 4 MB. A larger file is a mistake."""


class RulebookError(Exception):
    """The rules cannot be read at all; the message is a Dutch sentence that says what to do."""


def shipped_folder() -> Path:
    """The folder of rules that comes with Brievenbus: in the wheel, or `rules/` of a checkout."""
    packaged = Path(str(resources.files("brievenbus"))) / "rules"
    return packaged if packaged.is_dir() else Path(__file__).parents[3] / "rules"


def load_rulebook(*paths: str | Path, shipped: bool = True) -> Rulebook:
    """Read rules from files and folders; later ones change or switch off earlier ones by id.

    `shipped` puts the rules that come with Brievenbus first. What is not valid is left out and named
    in `Rulebook.errors`. What was read of a file is kept (`kept`), by its content: a file that changed
    is read again. Raises RulebookError where a path does not exist.
    """
    sources = [shipped_folder()] if shipped else []
    sources += [Path(path) for path in paths]
    made = _Making()
    digest = hashlib.sha256()
    for source in sources:
        for file in _files(source):
            content = _content(file, made.errors)
            digest.update(content)
            _read(file, content, made)
        made.close_source()
    return Rulebook(
        rules=tuple(r for r in made.rules.values() if r.status is Outcome.AANGENOMEN),
        digest=digest.hexdigest()[:12],
        errors=tuple(made.errors),
        waiting=tuple(r for r in made.rules.values() if r.status is not Outcome.AANGENOMEN),
        left_alone=tuple(made.left_alone),
    )


@dataclass
class _Making:
    """A rulebook in the making; `taken` are the rules of the source that is being read."""

    rules: dict[str, Rule] = field(default_factory=dict)
    taken: dict[str, Rule] = field(default_factory=dict)
    left_alone: list[LeaveAlone] = field(default_factory=list)
    errors: list[RuleFileError] = field(default_factory=list)

    def close_source(self) -> None:
        """Lay the rules of one source over those before."""
        self.rules |= self.taken
        self.taken = {}

    def add(self, data: Data, file: str, line: int) -> str | None:
        """Add one checked entry; return the problem where that cannot be done."""
        if "laat_staan" in data:
            self.left_alone.append(building.left_alone(data, file, line))
            return None
        if "uit" in data:
            return self._switch_off(data)
        if data["id"] in self.taken:
            return (
                f"de regel '{data['id']}' staat er twee keer. Geef een van beide een andere naam."
            )
        self.taken[data["id"]] = building.rule(data, file, line)
        return None

    def _switch_off(self, data: Data) -> str | None:
        """Take an earlier rule out, for all readers or for some."""
        name = data["id"]
        if not data["uit"]:
            return f"bij 'uit' kan alleen 'true' staan. Zo zet u de regel '{name}' uit."
        if name not in self.rules:
            return f"er is geen regel '{name}' om uit te zetten. Kijk naar de naam."
        scope = building.scope(data)
        if scope == Scope():
            del self.rules[name]
        else:
            rule = self.rules[name]
            self.rules[name] = replace(rule, off=(*rule.off, scope))
        return None


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


def mistakes_in(file: Path, content: bytes) -> list[RuleFileError]:
    """What is wrong in the content of one file, looked at by itself."""
    errors: list[RuleFileError] = []
    for _ in _checked(file, content, errors):
        pass
    return errors


def _read(file: Path, content: bytes, made: _Making) -> None:
    """Add what stands in one file: as it was kept, or read anew."""
    name = kept.name_for("rules", content)
    entries = kept.load(name)
    if entries is None:
        before = len(made.errors)
        entries = list(_checked(file, content, made.errors))
        if len(made.errors) == before and entries:
            kept.store(name, entries)
    for line, lines, data in entries:
        problem = made.add(data, str(file), line)
        if problem is not None:
            made.errors.append(RuleFileError(str(file), lines.get("uit", line), problem))


def _checked(
    file: Path, content: bytes, errors: list[RuleFileError]
) -> Iterator[tuple[int, dict[str, int], Data]]:
    """Yield the valid entries of a file as plain values, each with its line and those of some keys."""
    for line, lines, data in entries_of(file, content, errors):
        shape = shape_of(data)
        try:
            checked = shape.model_validate(data)
        except ValidationError as error:
            name = data.get("id", "zonder naam") if isinstance(data, dict) else "zonder naam"
            for key, problem in describe(error, shape):
                text = f"in de regel '{name}': {problem}"
                errors.append(RuleFileError(str(file), lines.get(key, line), text))
            continue
        yield line, {key: lines[key] for key in ("uit",) if key in lines}, building.plain(checked)
