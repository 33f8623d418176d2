"""The templates of the pages, filled in so that all foreign text is escaped."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from brievenbus.reports.pages import page_environment
from brievenbus.web.texts import say

if TYPE_CHECKING:
    from jinja2 import Environment


@cache
def _environment() -> Environment:
    environment = page_environment("brievenbus.web")
    environment.globals.update(say=say)
    return environment


def render(template: str, **values: Any) -> str:
    """Fill in a template of ``templates/``."""
    return _environment().get_template(template).render(**values)
