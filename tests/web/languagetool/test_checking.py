"""The whole job of a worker, on texts in every shape: what is found is what stands there."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest
from hypothesis import example, given, settings

from brievenbus.documents import read_text
from brievenbus.documents.limits import Deadline
from brievenbus.letter import LetterKind
from brievenbus.settings import Settings
from brievenbus.web.bench import Bench
from brievenbus.web.languagetool.checking import check as job
from brievenbus.web.languagetool.places import readable

from .texts import annotation, read_within, seen, sent_text, units, written


@pytest.fixture(scope="module")
def bench() -> Bench:
    """The tools of a worker."""
    return Bench(Settings(), lambda _: None)


def findings(bench: Bench, text: str) -> Counter[tuple[str, str]]:
    """What is found in a text as it is read: the rules, and on which words."""
    letter = read_text(readable(text), kind=LetterKind.TEXT)
    report = bench.reviewer().report(letter, LetterKind.TEXT, Deadline())
    return Counter((each.rule, seen(each.text)) for each in report.findings)


def asked(bench: Bench, **fields: str) -> dict[str, Any]:
    """The answer to these fields, sent as they are."""
    parts = b"".join(
        b'--grens\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n'
        % (name.encode(), text.encode())
        for name, text in fields.items()
    )
    body = parts + b"--grens--\r\n"
    found: dict[str, Any] = json.loads(job(bench, b"", "multipart/form-data; boundary=grens", body))
    return found


@given(text=written)
@settings(max_examples=60)
@example(text="😀 Wij ver\u00adstrekken u\r\n\r\ndit.\tIndien u\x85dat wilt.")
def test_each_finding_stands_where_the_answer_says(bench: Bench, text: str) -> None:
    answer = asked(bench, text=text, level="picky", language="nl")
    told = [
        (match["rule"]["id"], seen(units(text, match["offset"], match["length"])))
        for match in answer["matches"]
    ]
    assert Counter(told) == findings(bench, text)
    for start, end in answer["sentenceRanges"]:
        assert 0 <= start < end <= len(text.encode("utf-16-le")) // 2
        units(text, start, end - start)


@given(parts=annotation)
@settings(max_examples=60)
def test_each_finding_stands_where_the_answer_says_with_markup(
    bench: Bench, parts: list[dict[str, Any]]
) -> None:
    data = json.dumps({"annotation": parts})
    sent = sent_text(parts)
    read = "".join(part.get("text", part.get("interpretAs", "")) for part in parts)
    expected = findings(bench, read)
    for match in asked(bench, data=data, level="picky", language="nl")["matches"]:
        stretch = units(sent, match["offset"], match["length"])
        start = len(sent.encode("utf-16-le")[: 2 * match["offset"]].decode("utf-16-le"))
        words = seen(read_within(parts, start, start + len(stretch)))
        assert expected[match["rule"]["id"], words] > 0
        if match["replacements"]:
            assert seen(stretch) == words
