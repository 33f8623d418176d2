"""What stands under the closing: who signed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brievenbus.documents.layout.lines import chunks, is_short
from brievenbus.documents.raw import RawParagraph
from brievenbus.documents.wording import is_running, marker, wording

_NAME = re.compile(r"(?:[A-Z]\.){1,4} ?|(?:namens|de|het|drs|mr|ir|dr|ing)\b", re.IGNORECASE)
_MOST_LINES = 12


def signature_length(lines: Sequence[RawParagraph]) -> int:
    """Return how many of `lines`, which follow a closing, are the signature."""
    length = 0
    groups = list(chunks(lines))
    for number, group in enumerate(groups):
        following = groups[number + 1][0] if number + 1 < len(groups) else None
        if number and _is_heading(group, following):
            break
        taken = 0
        for line in group:
            if _ends_signature(line):
                return length + taken
            taken += 1
        length += taken
        if length >= _MOST_LINES:
            break
    return min(length, _MOST_LINES)


def _ends_signature(line: RawParagraph) -> bool:
    words = wording()
    if words.is_after_letter(line.text) or words.is_label(line.text):
        return True
    if line.heading or line.item or marker(line.text) or words.is_greeting(line.text):
        return True
    return not is_short(line) and not line.text.endswith(",")


def _is_heading(group: Sequence[RawParagraph], following: RawParagraph | None) -> bool:
    if len(group) > 1 or following is None or _NAME.match(group[0].text):
        return False
    return is_running(following.text) or following.item or bool(marker(following.text))
