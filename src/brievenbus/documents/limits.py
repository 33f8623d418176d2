"""How much of a file is read: limits that stop a hostile file, and that a user can widen.

The defaults are our own judgement, from real files: a letter of ten pages with pictures is under
5 MB, and the largest template of a gemeente that we know of unfolds to some 20 MB.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, fields

from brievenbus.documents.errors import DocumentError

MEGABYTE = 1_000_000
DEEPEST = 240
"""The XML parser itself goes no deeper than 256 elements."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may be. The names of the fields are those of the table ``[grenzen]``.

    `megabytes`: the size of a file. `megabytes_uitgepakt`: what the parts of a Word file unfold to,
    all together. `verhouding`: how many times larger a part may unfold. `onderdelen`: the number of
    parts in a Word file. `diepte`: how deep its XML may nest. `zonder_spatie`: how many characters may stand
    in a row without a space: the longest web addresses have some 2,000, and the work on such a row grows with
    its square. `seconden`: how long reading and checking one file may take.
    """

    megabytes: int = 50
    megabytes_uitgepakt: int = 500
    verhouding: int = 200
    onderdelen: int = 5_000
    diepte: int = 200
    zonder_spatie: int = 2_000
    seconden: int = 60


HIGHEST = Limits(
    megabytes=2_000,
    megabytes_uitgepakt=4_000,
    verhouding=2_000,
    onderdelen=100_000,
    diepte=DEEPEST,
    zonder_spatie=100_000,
    seconden=86_400,
)
"""So far a user may widen them."""

NAMES = tuple(field.name for field in fields(Limits))
DEFAULT = Limits()

_MENDS = {
    "megabytes": (
        "Dit bestand is groter dan {limit} MB. Haal grote afbeeldingen eruit en probeer het "
        "opnieuw."
    ),
    "megabytes_uitgepakt": (
        "Uitgepakt is dit bestand groter dan {limit} MB. Haal grote onderdelen eruit en sla het "
        "opnieuw op."
    ),
    "verhouding": (
        "Een deel van dit bestand wordt bij het openen meer dan {limit} keer zo groot. Dat is niet "
        "veilig. Open het in Word en sla het opnieuw op."
    ),
    "onderdelen": (
        "Dit bestand bestaat uit meer dan {limit} onderdelen. Open het in Word en sla het opnieuw "
        "op."
    ),
    "diepte": (
        "In dit bestand zitten te veel tabellen of vakken in elkaar. Maak de opmaak eenvoudiger en "
        "sla het opnieuw op."
    ),
    "zonder_spatie": (
        "In dit bestand staan meer dan {limit} tekens achter elkaar zonder spatie. Dat is geen "
        "gewone tekst. Haal dat stuk weg."
    ),
    "seconden": (
        "Het nakijken duurt langer dan {limit} seconden. Knip het document in delen en kijk die "
        "apart na."
    ),
}


def exceeded(name: str, limits: Limits) -> DocumentError:
    """Return the error for a limit that a file goes over, with the setting that widens it."""
    limit = getattr(limits, name)
    widen = f" Vertrouwt u het bestand? Zet dan '{name}' hoger in brievenbus.toml, onder [grenzen]."
    return DocumentError(_MENDS[name].format(limit=limit) + widen)


class Deadline:
    """The moment by which a file must be done, asked for again and again.

    Counted is the processor time of the thread that made it: a letter is not refused because the
    machine is busy with something else.
    """

    def __init__(self, limits: Limits = DEFAULT) -> None:
        """Begin to count."""
        self._limits = limits
        self._end = time.thread_time() + limits.seconden

    def check(self) -> None:
        """Raise a `DocumentError` when the time is over."""
        if time.thread_time() > self._end:
            raise exceeded("seconden", self._limits)
