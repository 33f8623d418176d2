"""The checklist of a letter: what a good letter from a gemeente has, and where it was found."""

from __future__ import annotations

from collections.abc import Sequence

from brievenbus.checks.letter.action import action
from brievenbus.checks.letter.consequence import consequence
from brievenbus.checks.letter.dates import dates_in_full
from brievenbus.checks.letter.deadline import deadline
from brievenbus.checks.letter.duty import duties
from brievenbus.checks.letter.form import address, headings, length
from brievenbus.checks.letter.heading_text import heading_texts
from brievenbus.checks.letter.hours import reachable
from brievenbus.checks.letter.law import articles_of_law
from brievenbus.checks.letter.message import core_message
from brievenbus.checks.letter.money import amount_in_figures
from brievenbus.checks.letter.objection import objection
from brievenbus.checks.letter.objection_text import objection_text
from brievenbus.checks.letter.paragraphs import paragraph_length
from brievenbus.checks.letter.phone import telephone
from brievenbus.checks.letter.reading import Reading
from brievenbus.checks.letter.subject import subject
from brievenbus.dutch.analysis import Analysis
from brievenbus.letter import Letter
from brievenbus.report import ChecklistItem

__all__ = ["ITEMS", "checklist"]

ITEMS = (
    "kern",
    "actie",
    "termijn",
    "bedrag",
    "gevolg",
    "telefoon",
    "bereikbaar",
    "onderwerp",
    "koppen",
    "kopteksten",
    "alineas",
    "wetsartikelen",
    "datums",
    "aanspreking",
    "bezwaar",
    "bezwaartekst",
    "lengte",
)
"""The items, in the order of the checklist."""


def checklist(letter: Letter, analyses: Sequence[Analysis | None]) -> tuple[ChecklistItem, ...]:
    """Return the checklist of a letter: one item for each of `ITEMS`, in that order.

    `analyses` are parallel to the blocks of the letter; where one is None the text alone is used.
    """
    reading = Reading(letter, analyses)
    asked = duties(reading)
    return (
        core_message(reading, asked),
        action(reading, asked),
        deadline(reading, asked),
        amount_in_figures(reading),
        consequence(reading, asked),
        telephone(reading),
        reachable(reading),
        subject(reading),
        headings(reading),
        heading_texts(reading),
        paragraph_length(reading),
        articles_of_law(reading),
        dates_in_full(reading),
        address(reading),
        objection(reading),
        objection_text(reading),
        length(reading),
    )
