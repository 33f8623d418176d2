"""Making a checklist item of what was found."""

from __future__ import annotations

from brievenbus.checks.letter.reading import Reading, Spot
from brievenbus.checks.letter.words import sentence
from brievenbus.report import ChecklistItem


def found(reading: Reading, item: str, spot: Spot, name: str = "goed") -> ChecklistItem:
    """Return the item as met, with what was found and where."""
    message = sentence(item, name, gevonden=reading.quote(spot), plaats=reading.place(spot.start))
    return ChecklistItem(item, True, message, spot.start, spot.end)


def without_spot(item: str, met: bool | None, name: str, **values: object) -> ChecklistItem:
    """Return an item for which no stretch of the letter can be shown."""
    return ChecklistItem(item, met, sentence(item, name, **values))
