"""Counts for whoever keeps the server running, in the form of Prometheus: how many and how long, no texts."""

from __future__ import annotations

import logging
import time

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from brievenbus.web.pool import Pool

_LOG = logging.getLogger("brievenbus.web")
_SECONDS = (0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60)


class Metrics:
    """What is counted. A request is known by the pattern of its route: an address may hold text."""

    def __init__(self, pool: Pool) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "brievenbus_requests",
            "Answers given",
            ("route", "method", "status"),
            registry=self._registry,
        )
        self._seconds = Histogram(
            "brievenbus_request_seconds",
            "How long an answer took",
            ("route",),
            buckets=_SECONDS,
            registry=self._registry,
        )
        busy = Gauge("brievenbus_jobs", "Jobs waiting or being done", registry=self._registry)
        busy.set_function(lambda: pool.busy)

    def count(self, route: str, method: str, status: int, seconds: float) -> None:
        """Count one answer, and write one line about it."""
        self._requests.labels(route, method, str(status)).inc()
        self._seconds.labels(route).observe(seconds)
        _LOG.info("%s %s %d %.0f ms", method, route, status, 1000 * seconds)

    def text(self) -> bytes:
        """Return the counts as Prometheus reads them."""
        return generate_latest(self._registry)


class Counting:
    """Counts every answer: an ASGI layer around the whole server."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through and count its answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begin, status = time.perf_counter(), 0

        async def told(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, told)
        finally:
            method = scope["method"] if scope["method"] in _METHODS else "other"
            seconds = time.perf_counter() - begin
            self._metrics.count(_route(scope), method, status, seconds)


_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


def _route(scope: Scope) -> str:
    return str(getattr(scope.get("route"), "path", "") or "-")
