"""The REST API, after the Dutch API Design Rules (NLGov REST API Design Rules 2).

What runs in a worker stands in `jobs`, `copying`, `unpacking` and `auditing`, and loads nothing of the web.
"""

from __future__ import annotations

from typing import Any

__all__ = ["router"]


def __getattr__(name: str) -> Any:
    """Load the routes when they are asked for: a worker imports its jobs from here, and needs none."""
    if name == "router":
        from brievenbus.web.api.routes import router

        return router
    raise AttributeError(name)
