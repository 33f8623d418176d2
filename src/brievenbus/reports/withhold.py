"""Reports without quotations: what stays of a finding when no word of the letter may be shown.

A message may quote the letter, and a suggestion is built from its words. What stays is where a
finding is, its rule, category and weight, and a sentence that fits every finding of the category.
File names and provenance come from the user and the rule files, not from the letter, and stay.
"""

from __future__ import annotations

from dataclasses import replace

from brievenbus.findings import Finding
from brievenbus.report import ChecklistItem
from brievenbus.reports.wording import item_name, say

_MET = {True: "gevonden", False: "ontbreekt", None: "onbekend"}


def finding_without_text(finding: Finding) -> Finding:
    """Return the finding with a neutral message, and without found text and suggestions."""
    message = say(f"zonder_tekst.{finding.category.value}")
    return replace(finding, message=message, text="", suggestions=())


def item_without_text(item: ChecklistItem) -> ChecklistItem:
    """Return the checklist item with a message that only says whether it is in order."""
    message = say(f"zonder_tekst.{_MET[item.met]}", onderdeel=item_name(item.item))
    return replace(item, message=message)
