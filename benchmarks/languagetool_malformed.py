"""Whether malformed and hostile requests in the LanguageTool protocol ever make the server fall.

Run: ``python benchmarks/languagetool_malformed.py [--cases N]``. A server of its own is sent N requests
(10,000 unless said), drawn with a fixed seed from the kinds in `KINDS`: broken forms, wrong encodings,
numbers without end, broken and endlessly nested JSON, lone surrogates and NULs, wrong methods, lengths and
content types, lists of a hundred thousand rules, and texts made to cost much. Prints the statuses by kind.
Every tenth request is a good one, which must find what there is to find. Goals: no 5xx, no good request
that fails, and an answer to all but those that we ourselves broke off.
"""

from __future__ import annotations

import json
import random
import socket
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from common import SEED, arguments, goal, table
from web_load import server

CASES = 10_000
CLIENTS = 4
SECONDS = 90
GOOD = "good"
SENTENCE = "Wij verstrekken u hierbij een formulier."
RULE = b'"id":"verstrekken"'
FORM = "application/x-www-form-urlencoded"
CLOSED = "no answer"
GO_ON = b"HTTP/1.1 100"

NUMBERS = ("-1", "0", "9" * 400, "-" + "9" * 5_000, "1e999", "NaN", "0x7fffffff", "٣", "1_0")
WORDS = ("", "\0", "true", "null", "{}", "[]", "%", "é", "😀", "\ufeff", "../../etc/passwd", "';--")
FIELDS = (
    "text",
    "data",
    "language",
    "level",
    "mode",
    "enabledRules",
    "disabledRules",
    "enabledCategories",
    "disabledCategories",
    "enabledOnly",
    "preferredVariants",
    "motherTongue",
    "apiKey",
    "username",
)
METHODS = ("PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "BREW", "get", "P OST", "")
PATHS = (
    "/v2/check/",
    "/v2",
    "/v2/",
    "/v2//check",
    "/v2/words",
    "/v2/%00",
    "/v2/../api",
    "/v2/check%2f",
)
KIND_NAMES = (
    "",
    "text/plain",
    "application/json; charset=utf-16",
    "multipart/form-data",
    "multipart/form-data; boundary=",
    'multipart/form-data; boundary="' + "x" * 300 + '"',
    "multipart/mixed; boundary=x",
    "application/x-www-form-urlencoded; charset=\xff",
    ";;;===",
)
COSTLY = (
    "indien " * 3_000,
    "a" * 1_000,
    "aan- en " * 1_000,
    "\n" * 50_000,
    "\t" * 50_000,
    "- \n" * 2_000,
    "1. " * 1_000,
    "\u00ad" * 50_000,
    "😀" * 1_000,
    "\u202e\u2066" * 2_000,
    "e" + "\u0301" * 5_000,
    "(" * 1_000,
    "{{" * 500,
    "<<" * 500,
    "." * 4_000,
    "www." * 2_000,
    "1.000.000," * 500,
    "Geachte heer,\n" * 1_000,
    "Kenmerk:\t\n" * 2_000,
)
"""Texts that a pattern with a weak spot would take long over. What takes longer than a worker may is a matter
of its deadline, not of the protocol: the longest of these takes a second or two."""


def request(
    body: bytes = b"",
    *,
    method: str = "POST",
    path: str = "/v2/check",
    kind: str = FORM,
    length: str | None = None,
    extra: str = "",
) -> bytes:
    """Return a request, byte for byte; a wrong `length` is sent as it is."""
    lines = [
        f"{method} {path} HTTP/1.1",
        "Host: localhost",
        "Connection: close",
        f"Content-Length: {len(body) if length is None else length}",
        *([f"Content-Type: {kind}"] if kind else []),
    ]
    return ("\r\n".join(lines) + "\r\n" + extra + "\r\n").encode("latin-1") + body


def form(fields: dict[str, str]) -> bytes:
    """Return fields as form data; half a character stays half."""
    return urlencode(fields, errors="surrogatepass").encode()


def noise(draw: random.Random, most: int = 400) -> bytes:
    """Return bytes without any sense."""
    return draw.randbytes(draw.randrange(most))


def broken_form(draw: random.Random) -> bytes:
    """A form with its encoding or its signs broken."""
    body = bytearray(form({"text": SENTENCE, "language": "nl"}))
    for _ in range(draw.randrange(1, 8)):
        where = draw.randrange(len(body))
        body[where : where + draw.randrange(3)] = draw.choice(
            [b"%", b"%zz", b"&", b"=", b"\0", b"%ED%A0%80"]
        )
    return request(bytes(body))


def random_bytes(draw: random.Random) -> bytes:
    """A body of noise, under any content type."""
    return request(noise(draw), kind=draw.choice([FORM, "application/json", *KIND_NAMES]))


def wrong_encoding(draw: random.Random) -> bytes:
    """A text in another encoding than the protocol's."""
    encoding = draw.choice(["latin-1", "cp1252", "utf-16", "utf-32", "utf-7", "cp037"])
    text = quote(f"{SENTENCE} é ë".encode(encoding, "replace"), safe="")
    if draw.random() < 0.5:
        return request(b"language=nl&text=" + f"{SENTENCE} é".encode(encoding, "replace"))
    return request(f"language=nl&text={text}".encode())


def numbers(draw: random.Random) -> bytes:
    """Numbers without end, below zero, or no numbers at all, in any field."""
    fields = {draw.choice(FIELDS): draw.choice(NUMBERS) for _ in range(4)}
    return request(form(fields))


def nonsense_fields(draw: random.Random) -> bytes:
    """Fields with values that are no value for them, or without a text."""
    return request(form({draw.choice(FIELDS): draw.choice(WORDS) for _ in range(5)}))


def value(draw: random.Random, depth: int = 0) -> object:
    """Return any value of JSON."""
    simple: list[object] = [
        None,
        True,
        -1,
        10**30,
        1e308,
        "",
        SENTENCE,
        "\ud800",
        "\udfff\ud800",
        "\0",
    ]
    if depth > 3 or draw.random() < 0.5:
        return draw.choice(simple)
    if draw.random() < 0.5:
        return [value(draw, depth + 1) for _ in range(draw.randrange(4))]
    names = ["text", "markup", "interpretAs", "annotation", "metaData", "", "x"]
    return {draw.choice(names): value(draw, depth + 1) for _ in range(draw.randrange(4))}


def wrong_annotation(draw: random.Random) -> bytes:
    """An annotation with other things in it than text and markup."""
    parts = [value(draw) for _ in range(draw.randrange(6))]
    data = draw.choice([{"annotation": parts}, {"annotation": value(draw)}, value(draw)])
    return request(form({"data": json.dumps(data), "language": "nl"}))


def broken_json(draw: random.Random) -> bytes:
    """JSON that is cut off, or nested without end."""
    whole = json.dumps({"annotation": [{"text": SENTENCE}, {"markup": "<b>"}]})
    texts = (
        whole[: draw.randrange(len(whole))],
        "[" * 200_000,
        '{"annotation":' * 50_000,
        "{" + whole,
        "1" * 9_999,
    )
    return request(form({"data": draw.choice(texts)}))


def half_characters(draw: random.Random) -> bytes:
    """Lone surrogates and NULs, as a text, in JSON, and cut in two by markup."""
    pieces = ["\ud83d", "\ude00", "\0", SENTENCE, "😀", "\ufffe", "\U0010ffff", "\u0085"]
    text = "".join(draw.choice(pieces) for _ in range(12))
    parts = [{draw.choice(["text", "markup"]): draw.choice(pieces)} for _ in range(12)]
    if draw.random() < 0.5:
        return request(form({"text": text, "language": "nl"}))
    return request(form({"data": json.dumps({"annotation": parts}), "language": "nl"}))


def wrong_method(draw: random.Random) -> bytes:
    """Another method or address."""
    body = form({"text": SENTENCE})
    if draw.random() < 0.5:
        return request(body, method=draw.choice(METHODS))
    return request(body, path=draw.choice(PATHS))


def wrong_length(draw: random.Random) -> bytes:
    """A length that is not that of the body, or a body in broken chunks."""
    body = form({"text": SENTENCE, "language": "nl"})
    if draw.random() < 0.3:
        chunks = draw.choice(
            [b"zz\r\nabc", b"5\r\nab", b"-1\r\n", b"ffffffffffffffff\r\na", b"1\r\na\r\n0\r\n\r\n"]
        )
        return request(chunks, length="0", extra="Transfer-Encoding: chunked\r\n")
    return request(
        body, length=draw.choice(["-1", "0", "3", "99999999999", "1e3", "x", str(len(body) + 5)])
    )


def wrong_head(draw: random.Random) -> bytes:
    """Headers that are too many, too long, doubled or no headers, and hosts that are not ours."""
    extras = (
        "Host: example.org\r\n",
        "X" * 70_000 + ": y\r\n",
        "".join(f"X-{i}: y\r\n" for i in range(2_000)),
        "Geen kop\r\n",
        "Origin: https://example.org\r\n",
        "Origin: null\r\n",
        "Content-Encoding: gzip\r\n",
        "Expect: 100-continue\r\n",
        "Upgrade: websocket\r\nSec-WebSocket-Key: x\r\n",
        "Content-Length: 7\r\n",
        "Authorization: Bearer \xff\xfe\r\n",
        "Cookie: brievenbus-sleutel=\xff; =; ;\r\n",
    )
    return request(form({"text": SENTENCE}), extra=draw.choice(extras))


def broken_parts(draw: random.Random) -> bytes:
    """Multipart that is cut off, without names, with names without end, or of ten thousand parts."""
    part = (
        b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\n' + SENTENCE.encode() + b"\r\n"
    )
    bodies = (
        part[: draw.randrange(len(part))],
        part * 10_000 + b"--x--",
        part.replace(b'name="text"', b"name=" + b"t" * 50_000) + b"--x--",
        part.replace(b"Content-Disposition", b"\0") + b"--x--",
        part.replace(b"text", b'file"; filename="../brief.docx') + b"--x--",
        b"--x--",
        b"--x\r\n" * 1_000,
        part + b"--y--",
    )
    return request(draw.choice(bodies), kind="multipart/form-data; boundary=x")


def absurd_lists(draw: random.Random) -> bytes:
    """Lists of rules and categories without end, and that contradict each other."""
    lists = (
        "," * 100_000,
        ",".join(f"regel-{i}" for i in range(20_000)),
        "x" * 200_000,
        "TYPOS,,STYLE",
        "*",
    )
    names = FIELDS[5:10]
    fields = {draw.choice(names): draw.choice(lists) for _ in range(3)}
    only = {"enabledOnly": draw.choice(["true", "yes", "false", "2"])}
    return request(form({"text": SENTENCE, "language": "nl", **fields, **only}))


def costly_text(draw: random.Random) -> bytes:
    """A text made to cost much."""
    return request(form({"text": draw.choice(COSTLY), "language": draw.choice(["nl", "auto"])}))


def long_address(draw: random.Random) -> bytes:
    """A question in the address: broken, or longer than an address may be."""
    query = draw.choice(
        ["text=%", "text=" + "a+" * 35_000, "&" * 5_000, "text=%ff%fe&language=nl", "?" * 99]
    )
    return request(method="GET", path=f"/v2/check?{query}")


def good(draw: random.Random) -> bytes:
    """A good request."""
    fields = {"language": draw.choice(["nl", "nl-NL", "auto"]), "text": SENTENCE}
    return request(form(fields), kind=draw.choice([FORM, "application/json"]))


KINDS: dict[str, Callable[[random.Random], bytes]] = {
    "broken form": broken_form,
    "random bytes": random_bytes,
    "wrong encoding": wrong_encoding,
    "numbers": numbers,
    "nonsense in fields": nonsense_fields,
    "wrong annotation": wrong_annotation,
    "broken JSON": broken_json,
    "surrogates and NULs": half_characters,
    "wrong method or address": wrong_method,
    "wrong length": wrong_length,
    "wrong headers": wrong_head,
    "broken multipart": broken_parts,
    "absurd lists": absurd_lists,
    "costly text": costly_text,
    "question in the address": long_address,
}


BROKEN_OFF = frozenset({"wrong length"})
"""What we stop sending in the middle: a body that is shorter than its length."""


@dataclass(frozen=True)
class Outcome:
    """What came of one request."""

    kind: str
    status: str
    found: bool


def send(place: tuple[str, int], kind: str, data: bytes) -> Outcome:
    """Send a request, and read until the server closes."""
    answer = b""
    with socket.create_connection(place, timeout=SECONDS) as connection:
        # Refused before all was sent: what was answered can still be read.
        with suppress(OSError):
            connection.sendall(data)
            if kind in BROKEN_OFF:
                connection.shutdown(socket.SHUT_WR)
        with suppress(OSError):
            while part := connection.recv(65_536):
                answer += part
    if answer.startswith(GO_ON):
        answer = answer.partition(b"\r\n\r\n")[2]
    head = answer.partition(b"\r\n")[0].split()
    status = head[1].decode() if len(head) > 1 else CLOSED
    return Outcome(kind, status, RULE in answer)


def cases(count: int) -> list[tuple[str, bytes]]:
    """Return so many requests, each with its kind."""
    draw = random.Random(SEED)
    names = list(KINDS)
    made = []
    for number in range(count):
        kind = GOOD if number % 10 == 9 else draw.choice(names)
        made.append((kind, (good if kind == GOOD else KINDS[kind])(draw)))
    return made


def main(count: int) -> None:
    """Send all, and report."""
    with server() as (place, _), ThreadPoolExecutor(CLIENTS) as clients:
        outcomes = list(clients.map(lambda case: send(place, *case), cases(count)))
    seen = Counter((outcome.kind, outcome.status) for outcome in outcomes)
    statuses = sorted({status for _, status in seen})
    rows = [
        (kind, *(seen[kind, status] for status in statuses))
        for kind in (GOOD, *KINDS)
        if any(seen[kind, status] for status in statuses)
    ]
    table(("requests", *statuses), rows)
    print(f"{len(outcomes):,} requests")
    fallen = sum(outcome.status.startswith("5") for outcome in outcomes)
    goal(f"no 5xx: {fallen}", met=fallen == 0)
    failed = sum(outcome.kind == GOOD and not outcome.found for outcome in outcomes)
    goal(f"no good request that fails: {failed}", met=failed == 0)
    lost = sum(outcome.status == CLOSED and outcome.kind not in BROKEN_OFF for outcome in outcomes)
    goal(f"an answer to all that we did not break off ourselves: {lost} without", met=lost == 0)


if __name__ == "__main__":
    parser = arguments(__doc__)
    parser.add_argument("--cases", type=int, default=CASES)
    main(parser.parse_args().cases)
