"""The letters of an audit laid in a folder, in a worker: files as they were sent, or out of one zip.

What is hostile stops here: names that climb out, links, and files that unfold without end.
"""

from __future__ import annotations

import errno
import io
import stat
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from brievenbus.audit.sources import is_letter
from brievenbus.documents import DocumentError
from brievenbus.documents.limits import MEGABYTE, Limits
from brievenbus.web.api.texts import say
from brievenbus.web.bench import Bench

LETTERS = "brieven"
"""The folder below the given one in which the letters come."""

_RATIO_FROM = 10_000_000
"""Bytes from which on `Limits.verhouding` counts, as for the parts of a Word file."""

_LONGEST_PART, _DEEPEST = 200, 20
"""Bytes of a name, and folders in each other: what any file system takes."""

_ZIP = ".zip"
_NO_NAME = frozenset('<>:"|?*')
"""Characters that Windows takes in no name; the colon also stands behind the letter of a disk."""

_NAMES_FAIL = frozenset(
    {errno.ENAMETOOLONG, errno.ENOTDIR, errno.EISDIR, errno.EEXIST, errno.EINVAL, errno.EILSEQ}
)

_Files = Sequence[tuple[str, bytes]]


def lay_out(bench: Bench, folder: str, files: _Files) -> tuple[int, int]:
    """Write the letters among these files below `folder`; return how many, and how many others.

    Raises:
        DocumentError: when they cannot or may not be unpacked, or there is no letter.
    """
    root = Path(folder, LETTERS)
    root.mkdir()
    limits, seen = bench.limits, set[tuple[str, ...]]()
    letters = skipped = size = 0
    for parts, data in _contents(files, limits):
        key = tuple(part.casefold() for part in parts)
        if key in seen:
            raise DocumentError(say("zip.dubbel"))
        seen.add(key)
        if data is None:
            skipped += 1
            continue
        size += len(data)
        if size > limits.megabytes_uitgepakt * MEGABYTE:
            raise DocumentError(say("zip.samen", megabytes=limits.megabytes_uitgepakt))
        _write(root.joinpath(*parts), data)
        letters += 1
    if not letters:
        raise DocumentError(say("zip.leeg"))
    return letters, skipped


_Content = tuple[tuple[str, ...], bytes | None]
"""A name, and the bytes of what is a letter by that name."""


def _contents(files: _Files, limits: Limits) -> Iterator[_Content]:
    zipped = [data for name, data in files if name.lower().endswith(_ZIP)]
    if zipped and len(files) > 1:
        raise DocumentError(say("zip.een"))
    if zipped:
        yield from _unzipped(zipped[0], limits)
        return
    _count(len(files), limits)
    for name, data in files:
        parts = _parts(name)
        yield parts, data if _is_wanted(parts) else None


def _unzipped(data: bytes, limits: Limits) -> Iterator[_Content]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _count(len(entries), limits)
            # All names first: of an archive that is hostile nothing is used.
            named = [(_checked(entry), entry) for entry in entries]
            for parts, entry in named:
                wanted = _is_wanted(parts)
                yield parts, _read(archive, entry, limits) if wanted else None
    except (DocumentError, OSError, MemoryError):
        raise
    except Exception as error:  # zlib, zipfile and struct each have their own
        raise DocumentError(say("zip.kapot")) from error


def _checked(entry: zipfile.ZipInfo) -> tuple[str, ...]:
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise DocumentError(say("zip.koppeling"))
    if entry.flag_bits & 1:
        raise DocumentError(say("zip.sleutel"))
    return _parts(entry.filename)


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limits: Limits) -> bytes:
    """Unpack one file; what its header says of its size is not believed."""
    most = limits.megabytes * MEGABYTE
    with archive.open(entry) as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise DocumentError(say("zip.groot", megabytes=limits.megabytes))
    if len(data) > _RATIO_FROM and len(data) > limits.verhouding * max(1, entry.compress_size):
        raise DocumentError(say("zip.bom", keer=limits.verhouding))
    return data


def _count(number: int, limits: Limits) -> None:
    if number > limits.onderdelen:
        raise DocumentError(say("zip.aantal", aantal=limits.onderdelen))


def _parts(name: str) -> tuple[str, ...]:
    """Return the folders and the name of a file; refuse what leads elsewhere or cannot be written."""
    parts = tuple(name.replace("\\", "/").split("/"))
    if len(parts) > _DEEPEST or not all(map(_is_plain, parts)):
        raise DocumentError(say("zip.naam"))
    return parts


def _is_plain(part: str) -> bool:
    return (
        part not in ("", ".", "..")
        and part.isprintable()
        and not _NO_NAME & set(part)
        and not part.endswith((" ", "."))
        and len(part.encode("utf-8", "replace")) <= _LONGEST_PART
    )


def _is_wanted(parts: tuple[str, ...]) -> bool:
    """Whether a file is a letter, as an audit of a folder sees it."""
    return is_letter(parts[-1]) and not any(part.startswith((".", "~$")) for part in parts)


def _write(place: Path, data: bytes) -> None:
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("xb") as file:
            file.write(data)
    except OSError as error:
        if error.errno in _NAMES_FAIL:
            raise DocumentError(say("zip.naam")) from error
        raise
