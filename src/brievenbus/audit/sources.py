"""Where the files of an audit are: a folder on this machine, or one that fsspec knows (``s3://…``)."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from brievenbus.documents.errors import DocumentError
from brievenbus.documents.limits import MEGABYTE, Limits, exceeded
from brievenbus.documents.opening import load

SUFFIXES = frozenset({".docx", ".docm", ".dotx", ".dotm", ".txt"})
MARKS = (".nagekeken", ".schoon")
"""What stands behind the name of copies that Brievenbus made itself; they are no letters."""

_URL = re.compile(r"[a-z][a-z0-9+.-]+://")


@dataclass(frozen=True, slots=True)
class Found:
    """A file below the folder: its name from there on, where it is, and by what a change is seen."""

    path: str
    place: str
    stamp: str


@dataclass(frozen=True, slots=True)
class Missed:
    """Something below the folder that could not be looked into, and why."""

    path: str
    message: str


def is_url(folder: str) -> bool:
    """Whether a folder is one that fsspec opens."""
    return _URL.match(folder) is not None


def find(folder: str, without: Path) -> list[Found | Missed]:
    """Return the letters below a folder by name, and what could not be looked into.

    The folder `without` is left out, with hidden files, help files of Word and our own copies. Links
    are followed; one that leads back to a folder above it is told.
    """
    found = _remote(folder) if is_url(folder) else _local(Path(folder), without)
    return sorted(found, key=lambda one: one.path)


def _local(folder: Path, without: Path) -> Iterator[Found | Missed]:
    left_out = without.resolve()
    waiting: list[tuple[Path, frozenset[tuple[int, int]]]] = [(folder, frozenset())]
    while waiting:
        here, above = waiting.pop()
        try:
            state = here.stat()
            entries = sorted(os.scandir(here), key=lambda entry: entry.name)
        except OSError:
            message = "Deze map mag niet worden gelezen. Vraag uw beheerder om toegang."
            yield Missed(_name(here, folder), message)
            continue
        this = (state.st_dev, state.st_ino)
        if this in above:
            message = "Deze koppeling wijst terug naar een map erboven. Brievenbus volgt die niet."
            yield Missed(_name(here, folder), message)
            continue
        for entry in entries:
            path = Path(entry.path)
            if entry.name.startswith(".") or entry.name.startswith("~$"):
                continue
            if _is_folder(entry):
                if path.resolve() != left_out:
                    waiting.append((path, above | {this}))
            elif is_letter(entry.name):
                yield _stamped(entry, _name(path, folder))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _stamped(entry: os.DirEntry[str], name: str) -> Found | Missed:
    try:
        state = entry.stat()
    except OSError:
        return Missed(name, "Dit bestand is er niet meer, of de koppeling wijst naar niets.")
    stamp = f"{state.st_size}:{state.st_mtime_ns}:{state.st_ctime_ns}:{state.st_ino}"
    return Found(name, str(Path(entry.path).absolute()), stamp)


def _name(path: Path, folder: Path) -> str:
    name = path.relative_to(folder).as_posix() if path != folder else "."
    # A name that is no valid text must not stop a report.
    return os.fsencode(name).decode("utf-8", "replace")


def is_letter(name: str) -> bool:
    """Whether a file of this name is read in an audit."""
    path = PurePath(name)
    return path.suffix.lower() in SUFFIXES and not path.stem.endswith(MARKS)


def _remote(folder: str) -> Iterator[Found | Missed]:
    filesystem, root = _filesystem(folder)
    protocol = folder.partition("://")[0]
    for path, state in filesystem.find(root, detail=True).items():
        name = path[len(root) :].lstrip("/")
        parts = name.split("/")
        if is_letter(parts[-1]) and not any(part.startswith((".", "~$")) for part in parts):
            stamp = ":".join(str(state.get(key, "")) for key in ("size", "ETag", "etag", "mtime"))
            yield Found(name, f"{protocol}://{path}", stamp)


def _filesystem(url: str) -> tuple[Any, str]:
    try:
        import fsspec  # type: ignore[import-untyped]
    except ImportError as error:
        raise DocumentError(
            "Voor bestanden op een andere plaats is een extra onderdeel nodig. Installeer het met: "
            "pip install 'brievenbus[cluster]'"
        ) from error
    try:
        filesystem, root = fsspec.core.url_to_fs(url)
    except (ValueError, ImportError) as error:
        raise DocumentError(
            f"De plaats {url} is niet te openen. Kijk of het adres klopt en of de software voor deze "
            "soort opslag is geïnstalleerd."
        ) from error
    return filesystem, root


def read_source(place: str, limits: Limits) -> bytes:
    """Return the bytes of a file.

    Raises:
        DocumentError: when it cannot be read, is too large, or changes all the time.
    """
    if is_url(place):
        return _read_remote(place, limits)
    for _ in range(2):
        before = _state(place)
        data = load(Path(place), limits)
        if before == _state(place):
            return data
    raise DocumentError(
        "Dit bestand veranderde tijdens het lezen. Sluit het, en doe de opdracht opnieuw."
    )


def _state(place: str) -> tuple[int, int] | None:
    try:
        state = Path(place).stat()
    except OSError:
        return None
    return state.st_size, state.st_mtime_ns


def _read_remote(place: str, limits: Limits) -> bytes:
    filesystem, path = _filesystem(place)
    try:
        with filesystem.open(path, "rb") as file:
            data: bytes = file.read(limits.megabytes * MEGABYTE + 1)
    except FileNotFoundError as error:
        raise DocumentError("Dit bestand is er niet meer.") from error
    except Exception as error:  # each kind of storage has errors of its own
        raise DocumentError(
            "Dit bestand is niet te lezen. Kijk of u bij de opslag mag en kunt."
        ) from error
    if len(data) > limits.megabytes * MEGABYTE:
        raise exceeded("megabytes", limits)
    return data
