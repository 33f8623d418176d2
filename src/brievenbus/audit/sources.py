"""Where the files of an audit are: a folder on this machine, or one that fsspec knows (``s3://…``)."""

from __future__ import annotations

import errno
import os
import re
from collections import deque
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
    are followed, each folder once; one that leads back to a folder above it is told.
    """
    found = _remote(folder, without) if is_url(folder) else _local(Path(folder), without)
    return sorted(found, key=lambda one: one.path)


def _local(folder: Path, without: Path) -> Iterator[Found | Missed]:
    """Go through real folders first, so that a letter is known by its real name where it has one.

    A link to a folder that was gone through leads to letters that were found already.
    """
    left_out = _identity(without) if _identity(without) != _identity(folder) else None
    waiting = deque([_Step(folder, frozenset())])
    links: deque[_Step] = deque()
    done: set[_Identity] = set()
    while waiting or links:
        step = waiting.popleft() if waiting else links.popleft()
        try:
            this = _identity_of(step.here.stat())
            if this in step.above:
                yield Missed(_name(step.here, folder), _LOOP)
            if this in done or this == left_out:
                continue
            with os.scandir(step.here) as scanned:
                entries = sorted(scanned, key=lambda entry: entry.name)
        except OSError as error:
            yield Missed(_name(step.here, folder), _no_folder(error))
            continue
        done.add(this)
        for entry in entries:
            if entry.name.startswith((".", "~$")):
                continue
            path = Path(entry.path)
            if _is_folder(entry):
                (links if entry.is_symlink() else waiting).append(_Step(path, step.above | {this}))
            elif is_letter(entry.name):
                yield _stamped(entry, _name(path, folder))
            elif entry.is_symlink() and not path.suffix and not path.exists():
                yield Missed(_name(path, folder), _broken(path))


_Identity = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Step:
    """A folder to go through, and those that lead to it."""

    here: Path
    above: frozenset[_Identity]


_LOOP = "Deze koppeling wijst terug naar een map erboven. Brievenbus volgt die niet."
_NOTHING = "Dit bestand is er niet meer, of de koppeling wijst naar niets."


def _identity_of(state: os.stat_result) -> _Identity:
    return state.st_dev, state.st_ino


def _identity(folder: Path) -> _Identity | None:
    try:
        return _identity_of(folder.stat())
    except OSError:
        return None


def _no_folder(error: OSError) -> str:
    """Say why a folder cannot be looked into."""
    if isinstance(error, PermissionError):
        return "Deze map mag niet worden gelezen. Vraag uw beheerder om toegang."
    if error.errno == errno.ENAMETOOLONG:
        return "De naam van deze map is te lang. Geef de mappen kortere namen."
    return "Deze map is niet te lezen. Kijk of u bij de schijf kunt."


def _broken(link: Path) -> str:
    """Say what is wrong with a link that leads to no file or folder."""
    try:
        link.stat()
    except OSError as error:
        if error.errno == errno.ELOOP:
            return "Deze koppeling wijst naar zichzelf. Brievenbus volgt die niet."
    return _NOTHING


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _stamped(entry: os.DirEntry[str], name: str) -> Found | Missed:
    try:
        state = entry.stat()
    except OSError:
        return Missed(name, _broken(Path(entry.path)))
    stamp = f"{state.st_size}:{state.st_mtime_ns}:{state.st_ctime_ns}:{state.st_ino}"
    return Found(name, str(Path(entry.path).absolute()), stamp)


def _name(path: Path, folder: Path) -> str:
    name = path.relative_to(folder).as_posix() if path != folder else "."
    # A name that is no valid text must not stop a report, nor become the name of another file.
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def is_letter(name: str) -> bool:
    """Whether a file of this name is read in an audit."""
    path = PurePath(name)
    return path.suffix.lower() in SUFFIXES and not path.stem.endswith(MARKS)


def _remote(folder: str, without: Path) -> Iterator[Found | Missed]:
    filesystem, root = _filesystem(folder)
    try:
        if not filesystem.isdir(root):
            raise DocumentError(f"{shown(folder)} is geen map. Kijk of het adres klopt.")
        listing = filesystem.find(root, detail=True)
    except DocumentError:
        raise
    except Exception as error:  # each kind of storage has errors of its own
        raise DocumentError(
            f"{shown(folder)} is niet te lezen. Kijk of het adres klopt, en of u bij de opslag mag."
        ) from error
    first, chained, rest = folder.partition("::")
    left_out = f"{without.absolute().as_posix()}/" if "file" in _protocols(filesystem) else None
    for path, state in listing.items():
        if left_out is not None and path.startswith(left_out):
            continue
        name = path[len(root) :].lstrip("/")
        parts = name.split("/")
        if is_letter(parts[-1]) and not any(part.startswith((".", "~$")) for part in parts):
            stamp = ":".join(str(state.get(key, "")) for key in _STAMPS)
            start = first if first.endswith("://") else f"{first.rstrip('/')}/"
            place = f"{start}{name}{chained}{rest}"
            told = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
            yield Found(told, place, stamp)


_STAMPS = ("size", "ETag", "etag", "mtime", "LastModified", "last_modified", "md5Hash", "ino")
"""What kinds of storage tell of a file, of which some change when it does."""


def _protocols(filesystem: Any) -> tuple[str, ...]:
    known = filesystem.protocol
    return (known,) if isinstance(known, str) else tuple(known)


def shown(folder: str) -> str:
    """Return the name of a folder as reports may tell it: without a password."""
    return re.sub(r"//[^/@]*@", "//", folder) if is_url(folder) else folder


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
            f"De plaats {shown(url)} is niet te openen. Kijk of het adres klopt en of de software "
            "voor deze soort opslag is geïnstalleerd."
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
