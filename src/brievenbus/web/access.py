"""Who may come in: anyone on this machine; elsewhere whoever shows the token, or comes by a known proxy."""

from __future__ import annotations

import hmac
import secrets
from hashlib import sha256

from starlette.requests import HTTPConnection

from brievenbus.web.config import ServerConfig

SESSION = "brievenbus-sleutel"
"""The cookie of a browser that has shown the token."""

FORM = "brievenbus-formulier"
"""The cookie that a form must be sent with; see `Access.form_token`."""


class Access:
    """What a request must show, and whether it does."""

    def __init__(self, config: ServerConfig) -> None:
        self._config = config
        # Of this run of the server: after a restart browsers show the token again.
        self._secret = secrets.token_bytes(32)

    def allows(self, connection: HTTPConnection) -> bool:
        """Whether this request may be granted."""
        config = self._config
        if not config.guarded:
            return True
        if config.user_header and self._by_proxy(connection):
            return bool(connection.headers.get(config.user_header, "").strip())
        scheme, _, shown = connection.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and self.is_token(shown.strip()):
            return True
        return self._same(connection.cookies.get(SESSION, ""), self.session())

    def is_token(self, shown: str) -> bool:
        """Whether this is the token of the server."""
        return self._config.token is not None and self._same(shown, self._config.token)

    def session(self) -> str:
        """Return what the cookie of a browser that has shown the token holds."""
        return self._signed(f"sleutel {self._config.token}")

    def form_token(self, cookie: str) -> str:
        """Return what a form must hold when it is sent with this cookie.

        Another website can send a form with the cookie of a browser, but cannot read it.
        """
        return self._signed(f"formulier {cookie}")

    def is_own_form(self, cookie: str, shown: str) -> bool:
        """Whether a form comes from a page of ours."""
        return bool(cookie) and self._same(shown, self.form_token(cookie))

    def _by_proxy(self, connection: HTTPConnection) -> bool:
        return connection.client is not None and connection.client.host in self._config.proxies

    def _signed(self, text: str) -> str:
        return hmac.new(self._secret, text.encode(), sha256).hexdigest()

    @staticmethod
    def _same(shown: str, wanted: str) -> bool:
        return hmac.compare_digest(shown.encode(), wanted.encode())
