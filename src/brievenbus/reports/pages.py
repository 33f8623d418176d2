"""What HTML pages that need nothing else share: templates that escape, and the digests of their own parts.

All foreign text is escaped, with control and bidi characters taken out; a page names the digest of its
style and script in its content policy, which forbids everything else.
"""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files
from typing import TYPE_CHECKING

from brievenbus.reports.wording import visible

if TYPE_CHECKING:
    from jinja2 import Environment


def page_environment(package: str = "brievenbus.reports") -> Environment:
    """Return where templates come from, and how they are filled in."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader(package),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def part(name: str, package: str = "brievenbus.reports") -> str:
    """Return a style or script among the templates."""
    return files(package).joinpath("templates", name).read_text("utf-8")


def digest(text: str) -> str:
    """Return what a content policy calls these very characters."""
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _finalize(value: object) -> object:
    """Take control characters out of all that is shown, wherever in the template it stands."""
    return visible(value) if type(value) is str else value
