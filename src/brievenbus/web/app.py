"""The server as one application: the parts, the door around them, and what is said of errors."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from importlib.resources import files

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette import status
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from brievenbus import __version__
from brievenbus.extensions import BringsRoutes, ExtensionError, load_extensions
from brievenbus.web import api, languagetool, pages
from brievenbus.web.access import Access
from brievenbus.web.api.version import Versioned
from brievenbus.web.bench import ready
from brievenbus.web.config import ServerConfig
from brievenbus.web.guard import ASSETS, Guard
from brievenbus.web.metrics import Counting, Metrics
from brievenbus.web.pool import Pool
from brievenbus.web.refusals import RefusalError, answer
from brievenbus.web.texts import say

_LOG = logging.getLogger("brievenbus.web")


@dataclass(frozen=True, slots=True)
class Services:
    """What every part of the server works with; a route finds it as ``request.app.state.services``."""

    config: ServerConfig
    access: Access
    pool: Pool
    metrics: Metrics


def create_app(config: ServerConfig) -> FastAPI:
    """Return the server, its workers starting.

    Entering its lifespan waits until a worker is ready; leaving it ends them.
    """
    pool = Pool(config)
    services = Services(config, Access(config), pool, Metrics(pool))

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        try:
            await pool.run(ready)
            app.state.on_ready()
            yield
        finally:
            pool.stop()

    app = FastAPI(
        title="Brievenbus",
        version=__version__,
        lifespan=lifespan,
        # Its own pages of documentation take scripts from elsewhere.
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        middleware=[
            Middleware(Counting, metrics=services.metrics),
            Middleware(Versioned),
            Middleware(Guard, config=config, access=services.access),
        ],
        redirect_slashes=False,
    )
    app.state.services = services
    app.state.on_ready = lambda: None
    _tell_errors(app)
    static = files("brievenbus.web").joinpath("static")
    app.mount(ASSETS.rstrip("/"), StaticFiles(directory=str(static)), name="vast")
    for part in (api, languagetool, pages):
        app.include_router(part.router)
    _mount_extensions(app)
    return app


def _mount_extensions(app: FastAPI) -> None:
    """Add the routes of extensions, each under its own name; one that fails is told and left out."""
    for extension in load_extensions().extensions:
        if not isinstance(extension, BringsRoutes):
            continue
        try:
            app.include_router(extension.routes(), prefix=f"/{extension.name}")
        except (Exception, SystemExit) as error:
            _LOG.warning(str(ExtensionError(extension.name, type(error).__name__)))


def _tell_errors(app: FastAPI) -> None:
    """Say in Dutch what FastAPI finds wrong; all other errors reach the guard."""

    async def http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        refusal = RefusalError(error.status_code, _said(error), headers=error.headers)
        return answer(request.scope["path"], refusal)

    async def invalid(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        places = sorted({".".join(map(str, each["loc"][1:])) or "body" for each in error.errors()})
        message = say("fout.invoer", waar=", ".join(places))
        refusal = RefusalError(status.HTTP_422_UNPROCESSABLE_CONTENT, message)
        return answer(request.scope["path"], refusal)

    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(HTTPException, http)


def _said(error: HTTPException) -> str:
    match error.status_code:
        case status.HTTP_404_NOT_FOUND:
            return say("fout.niet_gevonden")
        case status.HTTP_405_METHOD_NOT_ALLOWED:
            return say("fout.methode")
    return say("fout.invoer", waar="body")
