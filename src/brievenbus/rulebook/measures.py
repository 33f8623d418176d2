"""What a rule of the kind `drempel` can count; `checks.rules.thresholds` does the counting."""

from __future__ import annotations

MEASURES = {
    "woorden_per_zin": "het aantal woorden van een zin",
    "kommas_per_zin": "het aantal komma's van een zin",
    "woorden_per_alinea": "het aantal woorden van een alinea",
    "zinnen_per_alinea": "het aantal zinnen van een alinea",
    "letters_per_woord": "het aantal letters van een woord",
    "lettergrepen_per_woord": "het aantal lettergrepen van een woord",
}
"""The measures by the names of the rule files, with what they count."""
