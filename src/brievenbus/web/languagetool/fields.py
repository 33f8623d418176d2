"""The fields of a request: from its address, and from its body in whichever form that was sent.

LanguageTool itself looks at no content type, and clients make use of that: LTeX sends form data as
``application/json``. So all that is not multipart is read as form data.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator

from python_multipart import MultipartParser
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import parse_options_header
from starlette import status

from brievenbus.web.languagetool.texts import say
from brievenbus.web.refusals import RefusalError

# What it tells of a broken form holds characters of that form, which may be of a letter.
logging.getLogger("python_multipart").setLevel(logging.CRITICAL)

Fields = dict[str, str]

KNOWN = frozenset(
    {
        "text",
        "data",
        "language",
        "preferredVariants",
        "level",
        "mode",
        "enabledRules",
        "disabledRules",
        "enabledCategories",
        "disabledCategories",
        "enabledOnly",
        "apiKey",
    }
)
"""What is looked at. Others are left out (`motherTongue`, `username`), so that a request of a million
fields costs no memory."""

_BYTES = {f"{number:02x}".encode(): bytes([number]) for number in range(256)}


def fields_of(query: bytes, content_type: str, body: bytes) -> Fields:
    """Return the fields that matter; of a field that stands there twice the last, the body over the query.

    Raises:
        RefusalError: the body says that it is multipart, and is not.
    """
    kind, options = parse_options_header(content_type)
    sent = _form(body)
    if kind == b"multipart/form-data":
        sent = _parts(body, options.get(b"boundary", b""))
    return {**dict(_form(query)), **dict(sent)}


def _form(data: bytes) -> Iterator[tuple[str, str]]:
    for pair in data.split(b"&"):
        name, _, value = pair.partition(b"=")
        known = name.decode("latin-1")
        if known in KNOWN:
            yield known, _unquoted(value).decode("utf-8", "replace")


def _unquoted(value: bytes) -> bytes:
    """Undo the encoding of a form; a percent sign that encodes nothing stands for itself."""
    first, *rest = value.replace(b"+", b" ").split(b"%")
    stretches = [first]
    for stretch in rest:
        byte = _BYTES.get(stretch[:2].lower())
        stretches += (b"%", stretch) if byte is None else (byte, stretch[2:])
    return b"".join(stretches)


def _parts(body: bytes, boundary: bytes) -> Iterator[tuple[str, str]]:
    reading = _Multipart()
    try:
        parser = MultipartParser(
            boundary,
            {
                "on_part_begin": reading.begin,
                "on_header_field": reading.add_name,
                "on_header_value": reading.add_value,
                "on_header_end": reading.end_header,
                "on_part_data": reading.add_data,
                "on_part_end": reading.end,
            },
        )
        parser.write(body)
        parser.finalize()
    except FormParserError as error:
        raise RefusalError(status.HTTP_400_BAD_REQUEST, say("fout.formulier")) from error
    return iter(reading.found)


class _Multipart:
    """Collects the parts of a body as the parser comes by them."""

    def __init__(self) -> None:
        self.found: list[tuple[str, str]] = []
        self.begin()

    def begin(self) -> None:
        self._field = ""
        self._name = self._value = b""
        self._data: list[bytes] = []

    def add_name(self, data: bytes, start: int, end: int) -> None:
        self._name += data[start:end]

    def add_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def end_header(self) -> None:
        if self._name.lower() == b"content-disposition":
            _, options = parse_options_header(self._value)
            self._field = options.get(b"name", b"").decode("latin-1")
        self._name = self._value = b""

    def add_data(self, data: bytes, start: int, end: int) -> None:
        if self._field in KNOWN:
            self._data.append(data[start:end])

    def end(self) -> None:
        if self._field in KNOWN:
            self.found.append((self._field, b"".join(self._data).decode("utf-8", "replace")))
