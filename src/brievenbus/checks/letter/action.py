"""What the reader must do, or that there is nothing to do."""

from __future__ import annotations

from brievenbus.checks.letter.duty import Duties, Duty
from brievenbus.checks.letter.outcome import found, without_spot
from brievenbus.checks.letter.reading import Reading
from brievenbus.report import ChecklistItem


def action(reading: Reading, asked: Duties) -> ChecklistItem:
    """Look for what the reader must do, or for the words that there is nothing to do."""
    if asked.nothing is not None and not asked.must_act:
        return found(reading, "actie", asked.nothing, "niets")
    if asked.spot is not None and asked.strongest >= Duty.OPTION:
        return found(reading, "actie", asked.spot)
    return without_spot("actie", False, "fout")
