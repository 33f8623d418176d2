"""What was found before and accepted, so that only what is new or worse is told.

The file can stand in version control beside the letters: it holds no text. A finding is known by a
fingerprint of its rule, its words and its sentence. The key of the fingerprint (`Baseline.salt`) is of
this file alone, so that nobody can look up a sentence in a table made elsewhere. The place of a
finding is no part of it: a sentence that moves stays known.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import json
import os
import re
import secrets
import shutil
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from brievenbus.findings import Severity
from brievenbus.report import Report
from brievenbus.reports.summary import sentence_around

SCHEMA = "brievenbus-baseline/1"
SALT_SIZE = 16
STDIN = "-"

_FINGERPRINT = re.compile(r"[0-9a-f]{16}")
_LEAST_SALT = 8

Accepted = dict[str, tuple[Severity, ...]]
"""What is accepted in one file: how heavy each finding with a fingerprint was, the heaviest first."""


class BaselineError(Exception):
    """The file cannot be used; the Dutch message names it and says what to do."""


def fingerprint(salt: bytes, rule: str, found: str, sentence: str) -> str:
    """Return what a finding is known by: sixteen hexadecimal digits.

    `found` are its words and `sentence` the sentences they stand in. Capitals, and which white space
    stands between words, do not matter: a heading in capitals or another line end is no new finding.
    """
    content = "\0".join((rule, _folded(found), _folded(sentence)))
    data = content.encode("utf-8", "surrogatepass")
    return hmac.new(salt, data, hashlib.sha256).hexdigest()[:16]


def name_beside(baseline: Path, file: Path) -> str:
    """Return the name of a letter in a baseline: its path from the folder of that file, with "/".

    On another drive there is no such path, and it is named in full. Standard input is ``-``.
    """
    if str(file) == STDIN:
        return STDIN
    real = file.parent.resolve() / file.name
    try:
        path = Path(os.path.relpath(real, baseline.parent.resolve()))
    except ValueError:
        path = real
    return unicodedata.normalize("NFC", path.as_posix())


@dataclass
class Baseline:
    """The accepted findings of some letters, by name and fingerprint.

    A fingerprint that occurs more often is accepted as often as it was found: the severities are a
    multiset, and each covers one finding that is as heavy or lighter.
    """

    salt: bytes
    files: dict[str, Accepted] = field(default_factory=dict)

    @classmethod
    def new(cls) -> Self:
        """Begin with nothing accepted and a key of its own."""
        return cls(secrets.token_bytes(SALT_SIZE))

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read a baseline. Raises BaselineError where the file is not one, or is damaged."""
        try:
            content = json.loads(path.read_bytes())
        except OSError as error:
            raise BaselineError(
                f"'{path}' is niet te openen. Kijk of de naam klopt en of u het mag lezen."
            ) from error
        except (ValueError, RecursionError) as error:
            raise _damaged(path) from error
        _refuse_other_schema(path, content)
        try:
            return cls(_salt(content["salt"]), dict(_files(content["files"])))
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise _damaged(path) from error

    def save(self, path: Path) -> None:
        """Write the file beside its place and move it there, so that it is never half written.

        Raises BaselineError where that cannot be; the file then is what it was.
        """
        real = path.resolve()
        temporary = real.with_name(f".{real.name}.{os.getpid()}.tmp")
        try:
            temporary.write_bytes(self.to_json().encode("utf-8"))
            if real.exists():
                shutil.copymode(real, temporary)
            temporary.replace(real)
        except OSError as error:
            raise BaselineError(
                f"'{path}' is niet te schrijven. Kijk of de map bestaat en of u er mag schrijven."
            ) from error
        finally:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)

    def to_json(self) -> str:
        """Write it as JSON, sorted, one finding a line: a change then is a change of few lines."""
        files = [f"  {_quoted(name)}: {_lines(self.files[name])}" for name in sorted(self.files)]
        held = "{\n" + ",\n".join(files) + "\n }" if files else "{}"
        return f'{{\n "schema": "{SCHEMA}",\n "salt": "{self.salt.hex()}",\n "files": {held}\n}}\n'

    def fingerprints(self, report: Report) -> tuple[str, ...]:
        """Return the fingerprint of each finding of a report, in the order of its findings."""
        text = report.text
        spans = [sentence_around(report, found) for found in report.findings]
        return tuple(
            fingerprint(self.salt, found.rule, text[found.start : found.end], text[start:end])
            for found, (start, end) in zip(report.findings, spans, strict=True)
        )

    def accept(
        self, name: str, fingerprints: Sequence[str], severities: Sequence[Severity]
    ) -> None:
        """Accept these findings of a letter, and no others that were accepted in it before."""
        accepted: dict[str, list[Severity]] = {}
        for key, severity in zip(fingerprints, severities, strict=True):
            accepted.setdefault(key, []).append(severity)
        self.files.pop(name, None)
        if accepted:
            self.files[name] = {key: _heaviest_first(each) for key, each in accepted.items()}

    def new_or_worse(
        self, name: str, fingerprints: Sequence[str], severities: Sequence[Severity]
    ) -> tuple[int, ...]:
        """Return which findings of a letter are not accepted, as indexes in their order.

        Of the findings with one fingerprint the heaviest choose first, and each takes the lightest that
        covers it: so as few as possible are left, and it does not depend on their order how many.
        """
        left = {key: list(each) for key, each in self.files.get(name, {}).items()}
        by_weight = sorted(range(len(severities)), key=lambda index: severities[index].rank)
        return tuple(
            sorted(
                index
                for index in by_weight
                if not _take(left.get(fingerprints[index], []), severities[index])
            )
        )


def _take(accepted: list[Severity], severity: Severity) -> bool:
    """Take the lightest that covers `severity` out of what is accepted; False where none does."""
    covering = [each for each in accepted if each.rank <= severity.rank]
    if not covering:
        return False
    accepted.remove(max(covering, key=lambda each: each.rank))
    return True


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _heaviest_first(severities: Sequence[Severity]) -> tuple[Severity, ...]:
    return tuple(sorted(severities, key=lambda each: each.rank))


def _quoted(name: str) -> str:
    """Write a name as JSON; one that is no UTF-8 with escapes, so that the file is."""
    return json.dumps(name, ensure_ascii=not name.isprintable())


def _lines(accepted: Accepted) -> str:
    lines = (
        f'   "{key}": {json.dumps([each.value for each in accepted[key]])}'
        for key in sorted(accepted)
    )
    return "{\n" + ",\n".join(lines) + "\n  }"


def _refuse_other_schema(path: Path, content: Any) -> None:
    schema = content.get("schema") if isinstance(content, dict) else None
    if schema == SCHEMA:
        return
    if isinstance(schema, str) and schema.startswith(SCHEMA.rpartition("/")[0] + "/"):
        raise BaselineError(
            f"'{path}' hoort bij een andere versie van Brievenbus. Gebruik die versie, of "
            "verwijder het bestand en maak het opnieuw."
        )
    raise BaselineError(
        f"In '{path}' staan geen bekende opmerkingen. Kies een ander bestand, of een nieuwe naam."
    )


def _salt(value: str) -> bytes:
    salt = bytes.fromhex(value)
    if len(salt) < _LEAST_SALT:
        raise ValueError("too short to keep anything hidden")
    return salt


def _files(value: dict[str, dict[str, list[str]]]) -> Iterator[tuple[str, Accepted]]:
    """Yield what is accepted of each letter; whatever is not as it should be raises ValueError."""
    for name, accepted in value.items():
        if not all(map(_FINGERPRINT.fullmatch, accepted)):
            raise ValueError(name)
        if not all(isinstance(each, list) for each in accepted.values()):
            raise ValueError(name)
        yield (
            name,
            {key: _heaviest_first([Severity(s) for s in each]) for key, each in accepted.items()},
        )


def _damaged(path: Path) -> BaselineError:
    return BaselineError(
        f"'{path}' is beschadigd. Zet een oude versie terug, of verwijder het bestand en maak het "
        "opnieuw."
    )
