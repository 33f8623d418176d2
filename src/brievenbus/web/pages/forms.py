"""Reading the forms of the pages: in memory, within limits, and only our own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from starlette import status
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from brievenbus.documents.limits import MEGABYTE
from brievenbus.letter import LetterKind
from brievenbus.web.access import FORM
from brievenbus.web.pages.versions import TEXT, WORD, Sent
from brievenbus.web.refusals import RefusalError
from brievenbus.web.texts import say

_MOST_FILES = 2
_MOST_FIELDS = 30
"""The largest form, to compare, has two files and some fifteen fields."""

_KEPT = ("naam", "vorm", "inhoud", "briefje")
"""What stays of a version when it is checked for other readers."""

_TICKET = re.compile("[0-9a-f]{32,64}")
"""What the script of the pages makes: at least 128 bits, so that no one can guess another's."""


class _InMemory(MultiPartParser):
    """Keeps files in memory: a part of a letter on a disk would outlive a server that falls."""

    spool_max_size = 2_000 * MEGABYTE


@dataclass(frozen=True, slots=True)
class Form:
    """What was sent: the fields, and the files by the name of their field."""

    fields: Mapping[str, str]
    files: Mapping[str, tuple[str, bytes]]

    def field(self, name: str, default: str = "") -> str:
        """Return a field, or `default` where it was not sent."""
        return self.fields.get(name, default)

    @property
    def kind(self) -> LetterKind | None:
        """What the text is checked as, where that was chosen."""
        chosen = self.field("soort")
        return LetterKind(chosen) if chosen in set(LetterKind) else None

    @property
    def ticket(self) -> str | None:
        """By what name the page asks how far the work is."""
        ticket = self.field("briefje")
        return ticket if _TICKET.fullmatch(ticket) else None

    def file(self, name: str) -> Sent | None:
        """Return a file that was chosen; browsers send an empty one where none was."""
        title, data = self.files.get(name, ("", b""))
        return Sent(title, data) if title or data else None

    def text(self, name: str) -> Sent | None:
        """Return a text that was pasted, if there is more than white space in it."""
        text = self.field(name)
        return Sent("", text, "tekst") if text.strip() else None

    def carried(self) -> Sent | None:
        """Return the version that the page itself carried, if any."""
        form = self.field("vorm")
        if form not in (WORD, TEXT):
            return None
        return Sent(self.field("naam"), self.field("inhoud"), form)


async def read_form(request: Request) -> Form:
    """Read a form that one of our own pages sent.

    Raises:
        RefusalError: it is no form, it is too large, or it does not come from a page of ours.
    """
    services = request.app.state.services
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise RefusalError(status.HTTP_415_UNSUPPORTED_MEDIA_TYPE, say("fout.formulier"))
    parser = _InMemory(
        request.headers,
        request.stream(),
        max_files=_MOST_FILES,
        max_fields=_MOST_FIELDS,
        max_part_size=services.config.megabytes * MEGABYTE,
    )
    try:
        sent = await parser.parse()
    except MultiPartException as error:
        raise RefusalError(status.HTTP_400_BAD_REQUEST, say("fout.formulier")) from error
    fields: dict[str, str] = {}
    files: dict[str, tuple[str, bytes]] = {}
    for name, content in sent.multi_items():
        if isinstance(content, UploadFile):
            files[name] = (_last_part(content.filename or ""), await content.read())
        else:
            fields[name] = content
    await sent.close()
    shown = fields.pop("formulier", "")
    if not services.access.is_own_form(request.cookies.get(FORM, ""), shown):
        raise RefusalError(status.HTTP_403_FORBIDDEN, say("fout.formulier"))
    return _anew(Form(fields, files))


def _anew(form: Form) -> Form:
    """Return the form with the other readers that were chosen; what was before cannot be compared."""
    if not form.field("opnieuw"):
        return form
    fields = {name: form.fields[name] for name in _KEPT if name in form.fields}
    fields |= {"lezers": form.field("andere_lezers"), "soort": form.field("andere_soort")}
    return Form(fields, form.files)


def _last_part(name: str) -> str:
    """Return the name of a file without folders, which some browsers send along."""
    return re.split(r"[/\\]", name)[-1]
