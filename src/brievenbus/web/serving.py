"""Running the server: listening, and what is logged."""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Callable

import uvicorn

from brievenbus.web.app import create_app
from brievenbus.web.config import ConfigError, ServerConfig
from brievenbus.web.texts import say

_LAST_SECONDS = 5
_MOST_CONNECTIONS = 500


def serve(config: ServerConfig, tell: Callable[[str], None]) -> None:
    """Run the server until it is stopped; `tell` is told where it can be found.

    Raises:
        ConfigError: when it cannot listen at this address.
    """
    # The matrices of a letter are small; and a process with threads cannot be split safely.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    logging.basicConfig(format="%(levelname)s %(message)s")
    logging.getLogger("brievenbus").setLevel(logging.INFO)
    listener = _listen(config)
    app = create_app(config)
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            # Lines of our own: those of uvicorn hold whole addresses, and so what was asked.
            access_log=False,
            log_config=None,
            log_level="warning",
            server_header=False,
            proxy_headers=False,
            limit_concurrency=_MOST_CONNECTIONS,
            timeout_graceful_shutdown=_LAST_SECONDS,
            lifespan="on",
        )
    )
    host, port = listener.getsockname()[:2]
    name = f"[{host}]" if ":" in host else host
    app.state.on_ready = lambda: tell(say("server.luistert", adres=f"http://{name}:{port}/"))
    try:
        server.run(sockets=[listener])
    finally:
        listener.close()


def _listen(config: ServerConfig) -> socket.socket:
    try:
        return socket.create_server(
            (config.host, config.port),
            family=socket.AF_INET6 if ":" in config.host else socket.AF_INET,
            backlog=256,
        )
    except OSError as error:
        message = say("server.poort_bezet", poort=config.port, host=config.host)
        raise ConfigError(message) from error
