"""How the server is set up, and what makes a setup unsafe."""

from __future__ import annotations

import ipaddress
import os
from dataclasses import dataclass, field

from brievenbus.settings import Settings
from brievenbus.web.texts import say

PORT = 8081
"""The port at which clients of LanguageTool look for a server of one's own."""

SHORTEST_TOKEN = 20
"""Characters; of random letters and digits that is over 100 bits."""


class ConfigError(Exception):
    """The server cannot be set up so; the message is Dutch and says what to do."""


@dataclass(frozen=True, slots=True)
class ServerConfig:
    """How the server is set up.

    `norms` is by what letters are checked unless a request says otherwise. `seconds` is how long one
    request may be worked on, by the clock; `megabytes` how large it may be; `worker_megabytes` how much
    memory one worker may take; `waiting` how many requests may wait for a worker. `hosts` are names by
    which the server is known, beside its own address. `token` opens the server, or `user_header` does:
    a header in which one of the servers at `proxies` names the user it has let in.
    """

    host: str = "127.0.0.1"
    port: int = PORT
    workers: int = 1
    norms: Settings = field(default_factory=Settings)
    seconds: int = 60
    megabytes: int = 20
    worker_megabytes: int = 2_000
    waiting: int = 64
    hosts: tuple[str, ...] = ()
    token: str | None = None
    user_header: str | None = None
    proxies: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a setup that would let anyone in.

        Raises:
            ConfigError: on another address than loopback, without a token or a proxy that is known.
        """
        if self.user_header and not self.proxies:
            raise ConfigError(say("server.proxy_nodig"))
        if not (self.local or self.guarded):
            raise ConfigError(say("server.sleutel_nodig", host=self.host))

    @property
    def local(self) -> bool:
        """Whether only programs on this machine can reach the server."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def guarded(self) -> bool:
        """Whether who comes in must show something."""
        return bool(self.token or self.user_header)


def usable_cores() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
