"""Making a checklist item of what was found."""

from __future__ import annotations

from collections.abc import Sequence

from brievenbus.checks.letter.reading import Reading
from brievenbus.checks.letter.sentence import Spot
from brievenbus.checks.letter.words import sentence
from brievenbus.report import ChecklistItem


def found(reading: Reading, item: str, spot: Spot, name: str = "goed") -> ChecklistItem:
    """Return the item as met, with what was found and where."""
    message = sentence(item, name, gevonden=reading.quote(spot), plaats=reading.place(spot.start))
    return ChecklistItem(item, True, message, spot.start, spot.end)


def without_spot(item: str, met: bool | None, name: str, **values: object) -> ChecklistItem:
    """Return an item for which no stretch of the letter can be shown."""
    return ChecklistItem(item, met, sentence(item, name, **values))


def listed(texts: Sequence[str]) -> str:
    """Return texts in quotation marks, with commas and *en* between them."""
    quoted = [f"‘{text}’" for text in texts]
    return " en ".join(
        part for part in (", ".join(quoted[:-1]), quoted[-1] if quoted else "") if part
    )
