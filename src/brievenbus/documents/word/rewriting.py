"""Writing a Word file anew with some parts changed, and the others carried over byte for byte."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from copy import copy

from brievenbus.documents.word.package import Package


def rewritten(package: Package, changed: Mapping[str, bytes | None]) -> bytes:
    """Return the file with the parts in `changed` in place of its own; None takes a part out."""
    new_parts = {package.entry_name(part): data for part, data in changed.items()}
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry in package.entries:
            part = entry.filename
            data = new_parts.pop(part) if part in new_parts else package.read(part)
            if data is not None:
                # A copy, because writing sets the place of the part in the new file.
                archive.writestr(copy(entry), data, entry.compress_type)
        for part, data in new_parts.items():
            if data is not None:
                archive.writestr(zipfile.ZipInfo(part), data, zipfile.ZIP_DEFLATED)
    return output.getvalue()
