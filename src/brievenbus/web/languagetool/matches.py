"""A report as LanguageTool answers: the findings that were asked for, in offsets of the text as sent."""

from __future__ import annotations

import json
from bisect import bisect_right
from typing import Any

from brievenbus import __version__
from brievenbus.findings import Finding
from brievenbus.report import Report
from brievenbus.reports.wording import one_line
from brievenbus.web.languagetool import kinds
from brievenbus.web.languagetool.given import Given
from brievenbus.web.languagetool.places import Place, Places
from brievenbus.web.languagetool.question import Question
from brievenbus.web.languagetool.texts import say

Json = dict[str, Any]

CONTEXT = 40
"""Characters on either side of a finding; as many as LanguageTool gives."""

LONGEST_QUOTED = 60
"""Characters: a longer finding is not repeated in its message, it stands marked in the text."""

LONGEST_SENTENCE = 2_000
"""Characters: of a longer one, which no sentence is, the surroundings stand for it. Otherwise an answer could
grow with the square of the text."""

OTHER = "zz"
"""LanguageTool's own code for a language that the server does not check."""

SOFTWARE: Json = {
    "name": "Brievenbus",
    "version": __version__,
    # Clients with strict types want it there; it would not be the same from build to build.
    "buildDate": "",
    "apiVersion": 1,
    "premium": False,
    "status": "",
}


def encoded(answer: Any) -> bytes:
    """Return an answer as the bytes that are sent."""
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode()


class Answer:
    """Makes the answer to one question about one text."""

    def __init__(self, question: Question, given: Given, report: Report, places: Places) -> None:
        self._question = question
        self._given = given
        self._report = report
        self._places = places

    def as_json(self) -> Json:
        """Return the whole answer."""
        return {
            "software": SOFTWARE,
            "warnings": {"incompleteResults": False},
            "language": self._language(),
            "matches": self._matches(),
            "sentenceRanges": self._sentence_ranges(),
        }

    def _language(self) -> Json:
        """Return the language asked for and the one found.

        A text is Dutch unless all of its blocks are in another language; `is_dutch` says no more than
        yes or no, and so do we.
        """
        blocks = self._report.letter.blocks
        foreign = bool(blocks) and all(block.foreign for block in blocks)
        code = self._question.language
        found = OTHER if foreign else code
        asked = found if self._question.auto else code
        detected = {"name": say(f"taal.{found}"), "code": found, "confidence": 1.0}
        return {
            "name": say(f"taal.{asked}"),
            "code": asked,
            "detectedLanguage": {**detected, "source": "brievenbus"},
        }

    def _matches(self) -> list[Json]:
        if self._question.nothing:
            return []
        found = []
        for finding in filter(self._question.wants, self._report.findings):
            place = self._places.place(finding.block, finding.start, finding.end)
            if place is not None:
                found.append(self._match(finding, place))
        return sorted(found, key=lambda match: (match["offset"], match["length"]))

    def _match(self, finding: Finding, place: Place) -> Json:
        needed = kinds.context_needed(finding)
        context = self._context(place)
        return {
            "message": message(finding),
            "shortMessage": kinds.name(finding),
            "replacements": [{"value": each} for each in finding.suggestions if place.own],
            **self._extent(place),
            "context": context,
            "sentence": self._sentence(finding) or context["text"],
            "type": {"typeName": kinds.type_name(finding)},
            "rule": _rule(finding),
            "ignoreForIncompleteSentence": needed == kinds.WHOLE_SENTENCE,
            "contextForSureMatch": needed,
        }

    def _extent(self, place: Place) -> Json:
        start, end = self._given.utf16(place.start), self._given.utf16(place.end)
        return {"offset": start, "length": end - start}

    def _context(self, place: Place) -> Json:
        """Return what stands around a finding, on one line; offsets count in that, as with LanguageTool."""
        sent = self._given.sent
        first, last = max(0, place.start - CONTEXT), min(len(sent), place.end + CONTEXT)
        before = "..." if first > 0 else ""
        behind = "..." if last < len(sent) else ""
        text = f"{before}{sent[first:last]}{behind}".replace("\n", " ")
        offset = len(before) + self._given.utf16(place.start) - self._given.utf16(first)
        return {"text": text, "offset": offset, "length": self._extent(place)["length"]}

    def _sentence(self, finding: Finding) -> str:
        """Return the sentence in which a finding begins, as it was read; empty where it is none."""
        spans = self._report.block_sentences[finding.block]
        number = bisect_right([start for start, _ in spans], finding.start) - 1
        span = spans[number] if number >= 0 else (finding.start, finding.end)
        place = self._places.place(finding.block, *span)
        if place is None or place.read[1] - place.read[0] > LONGEST_SENTENCE:
            return ""
        return self._given.read[slice(*place.read)]

    def _sentence_ranges(self) -> list[list[int]]:
        ranges = []
        for block, spans in enumerate(self._report.block_sentences):
            for span in spans:
                place = self._places.place(block, *span)
                if place is not None:
                    ends = (place.start, place.end)
                    ranges.append([self._given.utf16(end) for end in ends])
        return sorted(ranges)


def message(finding: Finding) -> str:
    """Return the message, complete by itself: what it is about, which words, what to do.

    LibreOffice shows it alone, as the short comment.
    """
    name = kinds.name(finding)
    if not kinds.context_needed(finding) and len(finding.text) <= LONGEST_QUOTED:
        text = one_line(finding.text)
        if f"‘{text}’".lower() not in finding.message.lower():
            return say("melding.met_woord", naam=name, woord=text, melding=finding.message)
    return say("melding.kaal", naam=name, melding=finding.message)


def _rule(finding: Finding) -> Json:
    category = kinds.category_id(finding)
    return {
        "id": finding.rule,
        "description": kinds.description(finding),
        "issueType": kinds.issue_type(finding),
        "category": {"id": category, "name": say(f"rubriek.{category}")},
        "isPremium": False,
    }
